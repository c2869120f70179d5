"""What a GitHub workflow gets unasked: annotations in its log, a summary of the step, and counts as outputs."""

import os
from collections.abc import Mapping

from staircase.cli.output import say, write
from staircase.core.comparison.verdict import Verdict
from staircase.render.notice import Notices
from staircase.words.speech import Words

SUMMARY, COUNTS = "GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"


def is_here(environ: Mapping[str, str]) -> bool:
    """Whether this is a step of a GitHub workflow."""
    return environ.get("GITHUB_ACTIONS") == "true"


def tell(verdict: Verdict, notices: Notices, words: Words, said: Mapping[str, str]) -> None:
    """Write the annotations, and append the summary and the counts to the files that GitHub names.

    Neither file decides how the check ends; one that does not take its text is named on stderr.
    """
    from staircase.render import findings_markdown, github  # noqa: PLC0415 - start-up: only in a workflow

    write(github.render(notices, words), "utf-8")
    _append(SUMMARY, findings_markdown.summary(notices, words), said)
    _append(COUNTS, _counts(verdict), said)


def _counts(verdict: Verdict) -> str:
    counts = {f"{severity.value}s": count for severity, count in verdict.counts.items()}
    whole = counts | {"new": len(verdict.counting), "fixed": len(verdict.fixed)}
    return "".join(f"{name}={count}\n" for name, count in whole.items())


def _append(variable: str, text: str, said: Mapping[str, str]) -> None:
    place = os.environ.get(variable)
    if not place:
        say(said["shell.error"].format(message=said["shell.no_channel"].format(name=variable)))
        return
    try:
        with open(place, "ab") as file:  # noqa: PTH123 - the place is text
            file.write(text.encode("utf-8", "backslashreplace"))
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        message = said["shell.broken_channel"].format(name=variable, reason=reason)
        say(said["shell.error"].format(message=message))
