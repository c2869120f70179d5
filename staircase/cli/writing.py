"""Writing an event: what is missing is asked for, the event is planned and judged, and its files are written."""

import sys
from collections.abc import Callable
from datetime import date

from staircase import store
from staircase.cli.environment import is_terminal, texts
from staircase.cli.options import WriteOptions
from staircase.cli.output import DONE, MISUSED, UNWRITTEN, say
from staircase.cli.output import write as put
from staircase.cli.reading import loaded, words_of
from staircase.cli.settings import Settings, name_unread, settings
from staircase.cli.usage import MisuseError, echoed
from staircase.cli.writing import EventValues, completed, reason_of
from staircase.core.assess import assess
from staircase.core.choices import Language
from staircase.core.edits.ground import EventGround, EverydayEvent, RefusedError
from staircase.core.edits.outcome import WrittenEvent, ensured, outcome, report
from staircase.core.load import Shelf
from staircase.core.period import NoSuchDateError, NotADateError, parse_fact
from staircase.render import patch, render
from staircase.words.speech import Words

Complete = Callable[[EventGround, Words], EventValues]
"""Makes an event of what was given, and of what is asked for in these words."""


def write(options: WriteOptions, name: str, event: type[EverydayEvent]) -> int:
    """Write an event of what was given and what is asked for; returns 0, 2 where it makes no sense, or 74."""
    return _write(options, name, lambda ground, words: completed(options, name, event, ground, words))


def write_event(options: WriteOptions, name: str, event: EverydayEvent, ids: tuple[str, ...]) -> int:
    """Write an event that is whole, and is about those assignments; returns the same."""
    return _write(options, name, lambda _ground, _words: EventValues(event, ids))


def _write(options: WriteOptions, name: str, complete: Complete) -> int:
    told = settings(options)
    day, shelf = day_of(options.on, told), Shelf()
    try:
        if not options.dry_run:
            store.settle(told.root)
    except store.NotWrittenError as error:
        return not_written(error, told.language(None))
    portfolio = loaded(told, shelf)
    before = assess(portfolio, told.today, told.today)
    words = words_of(told, before)
    try:
        ground = EventGround(portfolio, day, told.today)
        values = complete(ground, words)
        plan = values.plan(ground, texts(words.language))
        found = outcome(plan, shelf, before)
        if not plan.may_repeat:
            ensured(found.files, day)
        diff = patch.exact(found.files) if options.json else patch.render(found.files, is_seen=is_terminal(sys.stdout))
        written = WrittenEvent(found, values.subjects(ground), diff, options.dry_run)
        if not options.dry_run:
            store.write(told.root, [store.FileChange(*file) for file in found.files])
    except RefusedError as error:
        return refused(error, words, name)
    except store.NotWrittenError as error:
        return not_written(error, words.language)
    except MisuseError as error:
        error.language = words.language
        raise
    _show(written, options, told, words)
    return DONE


def day_of(written: str | None, told: Settings) -> date:
    """The day of an event: as ``--on`` says, else today.

    Raises:
        MisuseError: it is none.
    """
    if written is None:
        return told.today
    try:
        return parse_fact(written)
    except (NotADateError, NoSuchDateError) as error:
        raise MisuseError(key="shell.bad_date", word=written, places={"option": "--on"}) from error


def refused(error: RefusedError, words: Words, name: str) -> int:
    """Write why an event makes no sense, what may have been meant, and the nearest call that does."""
    said = texts(words.language)
    say(said["shell.error"].format(message=reason_of(error, words)))
    if error.call:
        say(said["shell.nearest_call"].format(call=error.call))
    say(said["shell.help"].format(command=f"staircase {name}"))
    return MISUSED


def not_written(error: store.NotWrittenError, language: Language) -> int:
    """The exit code where nothing could be written, with the reason on stderr."""
    said = texts(language)
    reason = said[f"shell.not_written.{error.reason}"].format(path=echoed(error.path), detail=echoed(error.detail))
    say(said["shell.error"].format(message=reason))
    return UNWRITTEN


def _show(written: WrittenEvent, options: WriteOptions, told: Settings, words: Words) -> None:
    """What was written and what it meant; of what was only tried, the lines that would change."""
    review = written.outcome.review
    if options.json:
        put(render(report(written), "json", told.look, words), "utf-8")
    elif options.dry_run:
        put(written.diff, None if is_terminal(sys.stdout) else "utf-8")
        say(words.say(review.headline))
    else:
        put(render(report(written), "table", told.look, words))
    name_unread(review.unread, told, texts(words.language))
