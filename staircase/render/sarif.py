"""Findings as SARIF 2.1.0: with the rules' manual, fingerprints, what the base had, and what is accepted."""

from collections.abc import Mapping
from types import MappingProxyType

from staircase import __version__
from staircase.core.finding import Severity
from staircase.core.rules.table import OFF, SEVERITIES
from staircase.render.findings import Notices, Problem
from staircase.render.json import Plain, document
from staircase.render.safe import one_line, uri_path
from staircase.words import page
from staircase.words.speech import Words

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST = 25_000
"""Results of a run: more than that GitHub refuses."""

_INDEX: Mapping[str, int] = MappingProxyType({name: number for number, name in enumerate(SEVERITIES)})
_STATES = MappingProxyType({"new": "new", "carried": "unchanged"})


def render(notices: Notices, words: Words) -> str:
    """Write one run: what counts first, then what the base has too, what is gone, and what is accepted."""
    told = (*notices.counting, *notices.carried, *notices.fixed, *notices.gone, *notices.accepted)
    run: dict[str, Plain] = {
        "tool": {"driver": _driver(words)},
        "columnKind": "unicodeCodePoints",
        "results": [_result(notice, is_compared=notices.compared) for notice in told[:MOST]],
    }
    if len(told) > MOST:
        run["invocations"] = [_cut(len(told), words)]
    return document({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(words: Words) -> Plain:
    return {
        "name": "staircase",
        "version": __version__,
        "language": words.language,
        "rules": [_rule(name, severity, words) for name, severity in SEVERITIES.items()],
    }


def _rule(name: str, severity: Severity, words: Words) -> Plain:
    manual = page(words.language, name)
    sections = dict(manual.sections)
    return {
        "id": name,
        "shortDescription": {"text": words.text(f"rule.{name}")},
        "fullDescription": {"text": _flowing(sections["what"])},
        "help": {"text": _flowing(sections["mend"]), "markdown": manual.text},
        "defaultConfiguration": {"level": severity.value} | ({"enabled": False} if name in OFF else {}),
    }


def _result(notice: Problem, *, is_compared: bool) -> Plain:
    rule = notice.finding.rule
    result: dict[str, Plain] = {
        "ruleId": rule,
        "ruleIndex": _INDEX[rule],
        "level": notice.finding.severity.value,
        "message": {"text": _message(notice)},
        "locations": [{"physicalLocation": _location(notice)}],
        "partialFingerprints": {"staircase/v1": notice.fingerprint},
    }
    if is_compared:
        result["baselineState"] = "absent" if notice.standing in {"fixed", "gone"} else _STATES[notice.novelty]
    if notice.standing == "accepted":
        result["suppressions"] = [{"kind": "inSource"}]
    return result


def _location(notice: Problem) -> Plain:
    span = notice.span
    return {
        "artifactLocation": {"uri": uri_path(notice.path), "uriBaseId": "%SRCROOT%"},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }


def _message(notice: Problem) -> str:
    """The message and the ask; square brackets would be links, and are escaped as SARIF has it."""
    text = one_line(" ".join(filter(None, (f"{notice.message}.", notice.ask))))
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]") if "](" in text else text


def _cut(count: int, words: Words) -> Plain:
    said = words.text("check.cut", {"shown": MOST, "all": count})
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [{"level": "warning", "message": {"text": said}}],
    }


def _flowing(text: str) -> str:
    return " ".join(text.split())
