"""Portfolios with hostile text in every place that takes text, and in every place that does not."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import cycle
from pathlib import Path

MARK = "zqx"
"""Ends every hostile text: where it stands, text of a file's stands."""

_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_MOST = 190

PROGRAM = """\
format: 1
name: @
organisation: @
currency: SEK
x-free: @
mandate: {decided_by: @, date: 2025-04-29, reference: @, from: 2025-05-01, to: 2028-12-31}
departments:
  - {id: care, name: @, manager: @}
  - {id: schools, name: @}
goals:
  - {id: simple, title: @}
documents:
  - {id: plan-2026, title: @, kind: operational-plan, adopted: 2025-12-11, from: 2026-01-01, to: 2026-12-31, url: @}
  - {id: plan-2027, title: @, kind: operational-plan, department: care, from: 2027-01-01, to: 2027-12-31}
accepted:
  - {rule: department-no-roadmap, item: schools, until: 2027-01-31, why: @}
"""
HIT = """\
title: @
department: care
lead: @
started: 2025-09-01
live: 2026-01-12
goals: [simple]
together: [@]
depends_on: [login]
tags: [@]
x-note: @
costs: {one_off: 420000, per_year: 60000}
journey:
  - {step: explore, entered: 2025-09-01}
  - {step: benefits, entered: 2026-01-12}
  - {step: explore, entered: 2026-03-02, why: @}
  - {step: benefits, entered: 2026-05-04}
pauses:
  - {from: 2025-12-21, to: 2026-01-06, why: @}
trials:
  - {id: ten, title: @, started: 2025-09-15, ended: 2025-12-20, outcome: failed, learned: @}
benefits:
  - id: travel
    title: @
    kind: capacity
    owner: @
    measure: {what: @, unit: @, source: @, every_days: 90}
    baseline: {value: 5200, date: 2025-08-31}
    target: {value: 3900, by: 2026-12-31}
    measurements:
      - {value: 4700, date: 2026-03-31}
      - {value: 4300, date: 2026-05-30}
    worth: {per_unit: 450, basis: @}
    realisation: @
    taken_home:
      - {from: 2026-04-01, how: @, amount: 225000, document: plan-2026}
  - {id: other, title: @, kind: quality, owner: @}
shown:
  - {date: 2026-04-21, forum: @, decision: @}
roadmap:
  - id: all-teams
    title: @
    area: @
    from: 2027-Q1
    to: 2027-Q3
    owner: @
    expects: {kind: capacity, per_year: 1200000, what: @}
    based_on: [ten]
    goals: [simple]
    anchored_in: [plan-2027]
  - {id: idea, title: @}
  - {id: gone, title: @, from: 2026-01, dropped: {date: 2026-02-02, why: @}}
accepted:
  - {rule: benefit-no-target, item: other, until: 2027-01-31, why: @}
links:
  - {title: @, url: @}
"""
LOGIN = "title: @\nkind: enabling\nlead: @\nstarted: 2025-01-01\n"
STOPPED = """\
title: @
department: schools
lead: @
started: 2025-01-01
stopped: {date: 2025-10-25, why: @, learned: @}
"""
REFERENCES = """\
title: T
department: @
lead: L
started: 2025-01-01
depends_on: [@]
goals: [@]
roadmap:
  - {id: a, title: B, became: @, based_on: [@], anchored_in: [@], goals: [@]}
accepted:
  - {rule: @, until: 2027-01-01, why: x}
  - {rule: journey-stuck, item: @, until: 2027-01-01, why: x}
"""
VALUES = """\
title: T
department: care
lead: L
started: @
live: @
kind: @
@: @
costs: {one_off: @, @: 3}
journey:
  - {step: @, entered: @}
trials:
  - {id: @, title: @, started: @, outcome: @}
benefits:
  - {id: @, title: x, kind: @, target: {value: @, by: @}}
"""
KEYS = "title: T\ndepartment: care\nlead: L\nstarted: 2025-01-01\n@: 1\n@: 2\nx-@: 1\ncosts: {@: 1}\n"


def planted(root: Path, texts: Iterable[str]) -> Path:
    """Plant a portfolio that holds these texts, in turn, in every place; where fields allow no such text, without it."""
    known = tuple(texts)
    free, held = cycle(map(_marked, known)), cycle(map(_allowed, known))
    files = {"program.yaml": _filled(PROGRAM, held)}
    for number in range(max(1, len(known) // 12)):
        name = f"hit-{number}" if number else "hit"
        files[f"assignments/{name}.yaml"] = _filled(HIT, held)
        files[f"assignments/{name}-stopped.yaml"] = _filled(STOPPED, held)
        for what, text in (("references", REFERENCES), ("values", VALUES), ("keys", KEYS)):
            files[f"assignments/{name}-{what}.yaml"] = _filled(text, free)
    files["assignments/login.yaml"] = _filled(LOGIN, held)
    for text in known:
        name = as_name(text)
        files |= {f"assignments/{name}.yaml": _filled(STOPPED, held), f"assignments/{name}.txt": "x"}
        files[f"assignments/d{name}/{name}.yaml"] = "title: [\n"
    return written(root, files)


def written(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files whose names may be any bytes."""
    for name, content in files.items():
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return root


def as_name(text: str) -> str:
    """Give a text as far as a file can bear it as its name."""
    name = _marked(text).replace("/", "_").replace("\0", "")
    return _as_bytes(name)[:80].decode("utf-8", "surrogateescape")


def quoted(text: str) -> str:
    """Write a text between YAML's double quotes, with an escape for all that is not plain ASCII."""
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    return sign if sign.isascii() and sign.isprintable() else f"\\U{ord(sign):08x}"


def _as_bytes(name: str) -> bytes:
    """Give a name's bytes; a surrogate that stands for no byte is one no more."""
    try:
        return name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return name.encode("utf-8", "replace")


def _filled(text: str, texts: Iterator[str]) -> str:
    return re.sub("@", lambda _: quoted(next(texts)), text)


def _marked(text: str) -> str:
    return f"{text}{MARK}"


def _allowed(text: str) -> str:
    return _marked(_NO_TEXT.sub("", text)[:_MOST].strip())
