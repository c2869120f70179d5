"""What is run: every command in every shape and both languages, each in the places where it has something to say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import Literal
from zlib import crc32

from staircase.core.rules.table import ERRORS, GAPS
from tests.hostile.commands import CHECK_FORMATS
from tests.net import histories, places
from tests.sheets.made import BOOKS, TEXTS

Arguments = tuple[str, ...]
Stdout = Literal["terminal", "pipe", "full", "closed"]

LANGUAGES = ("en", "sv")
THINNING = 60
"""One in so many cases is run with the quick tests, unless its place says otherwise."""

THINNING_OF = {
    "empty": 9,
    "small": 9,
    "change everything at once": 6,
    "change step jumped": 6,
    "large files": 0,
    "crowds": 0,
    "sheets": 9,
}
"""How the cases of a place are thinned: little where they are fast or tell much; 0 leaves out what takes long."""


@dataclass(frozen=True)
class Case:
    """A run: where, with what arguments, and into what.

    Attributes:
        place: the folder's name among ``places.PLACES``.
        columns: the width that the environment tells of; 0 where it tells of none.
        is_fresh: whether it runs in an empty folder of its own, beside the place; what it writes there is compared.
    """

    place: str
    arguments: Arguments
    stdout: Stdout = "pipe"
    columns: int = 0
    variables: Mapping[str, str] = field(default_factory=dict)
    encoding: str = "utf-8"
    is_fresh: bool = False

    @property
    def name(self) -> str:
        """What patterns match, as ``example: gaps --by owner --lang sv | terminal 80``."""
        columns = [str(self.columns)] if self.columns else []
        variables = [f"{name}={value}" for name, value in self.variables.items()]
        encoding = [] if self.encoding == "utf-8" else [self.encoding]
        words = (word if word.isprintable() else ascii(word) for word in self.arguments)
        return " ".join((f"{self.place}:", *words, "|", self.stdout, *columns, *variables, *encoding))


@dataclass(frozen=True)
class Shape:
    """What stdout is, and the options that say how a result is shown."""

    options: Arguments = ()
    stdout: Stdout = "pipe"
    columns: int = 0

    def case(self, place: str, arguments: Arguments, language: str, variables: Mapping[str, str] | None = None) -> Case:
        spoken = (*arguments, *self.options, "--lang", language)
        return Case(place, spoken, self.stdout, self.columns, variables or {})


NARROW, BROAD = Shape((), "terminal", 80), Shape((), "terminal", 140)
PIPED = Shape()
DRAWN = (NARROW, BROAD, PIPED, Shape(("--wide",), "terminal", 80), Shape(("--color", "never"), "terminal", 50))
JSON, MARKDOWN = Shape(("--json",)), Shape(("--format", "markdown"))
TOLD = (*DRAWN, Shape(("--plain",)), JSON, MARKDOWN)
"""The shapes of what is told: of comparisons, too."""
SHAPES = (*TOLD, Shape(("--format", "csv")), Shape(("--excel",)))

LISTS = ("status", "departments", "benefits", "roadmap", "gaps", "lessons", "flow")
GROUPED: tuple[Arguments, ...] = (
    *((name,) for name in LISTS),
    *(("status", "--by", name) for name in ("department", "lead", "state", "goal")),
    *(("gaps", "--by", name) for name in ("department", "owner", "assignment")),
    ("gaps", "--roadmap"),
    ("flow", "--per", "month"),
    ("roadmap", "--bucket", "overdue", "--bucket", "idea"),
)
CHOSEN: tuple[Arguments, ...] = (
    ("status", "--as-of", "2026-03-01"),
    ("status", "--state", "active", "--step", "benefits"),
    ("status", "--sort", "title", "--columns", "id,title,state"),
    ("benefits", "--as-of", "2025-12-31"),
    ("gaps", "--lead", "a"),
    ("roadmap", "--owner", "e"),
    ("lessons", "att"),
    ("departments", "--as-of", "2027-06-30"),
)
WHOLE = ("keyless", "alone", "sensors", "nyckelfritt", "hit", "hit-stopped", "login", "a0", "a1")
"""Assignments that some of the places have; what a place without it says is compared as well."""

CHECKS: tuple[Shape, ...] = (
    *DRAWN[:3],
    Shape(("--format", "concise"), "terminal", 80),
    *(Shape(("--format", form)) for form in CHECK_FORMATS if form != "full"),
    Shape(("--statistics", "--show-accepted")),
    Shape(("--fail-on", "note", "--show-accepted"), "terminal", 100),
    Shape(("--select", "benefit", "--fail-on", "warning")),
)
COMPARED: tuple[Arguments, ...] = (
    ("diff", "main"),
    ("diff", "main..HEAD"),
    ("diff", "HEAD..main"),
    ("diff", "--staged"),
    ("diff", "main", "--fail-on", "back"),
    ("diff", "main", "--exit-code"),
    ("log",),
    ("log", "keyless"),
    ("log", "main..HEAD", "-n", "2"),
)
COMMANDS = (*LISTS, "show", "check", "rule", "diff", "log")
WRONG: tuple[Arguments, ...] = (
    ("statsu",),
    ("status", "--by", "nothing"),
    ("status", "--formt", "json"),
    ("status", "--format", "xml"),
    ("status", "--json", "--format", "csv"),
    ("status", "--columns", "id,nonsense"),
    ("status", "--sort", "nonsense"),
    ("status", "--as-of", "2026-02-30"),
    ("status", "--as-of", "yesterday"),
    ("status", "--department", "nowhere"),
    ("status", "--goal", "nowhere", "--tag", "none"),
    ("status", "--portfolio", "/nowhere/at/all"),
    ("status", "extra"),
    ("status", "x" * 400),
    ("status", "--as-of", "2026" * 120),
    ("show",),
    ("show", "nobody"),
    ("show", "keyles"),
    ("show", "a\nb"),
    ("check", "nowhere.yaml"),
    ("check", "a\nb.yaml", "\x1b[2J"),
    ("check", "assignments"),
    ("check", "--format", "json", "--format", "sarif"),
    ("check", "--format", "xml"),
    ("check", "--format", "json="),
    ("check", "--select", "nonsense"),
    ("check", "--fail-on", "everything"),
    ("check", "--base", "nowhere"),
    ("check", "--base", "--help"),
    ("rule", "nonsense"),
    ("rule", "benefit-no-ownr"),
    ("rule", "x" * 400),
    ("diff", "nowhere"),
    ("diff", "a..b..c"),
    ("diff", "main", "other", "third"),
    ("diff", "--staged", "main..HEAD"),
    ("diff", "main", "--format", "csv"),
    ("log", "nobody"),
    ("log", "-n", "none"),
    ("log", "-n", "-1"),
    ("--lang", "de", "status"),
    ("--color", "sometimes"),
    ("--nonsense",),
    ("--version", "status"),
    ("--", "status"),
    ("",),
)
SURROUNDINGS: tuple[dict[str, str], ...] = (
    {"ACCESSIBLE": "1"},
    {"NO_COLOR": "1"},
    {"FORCE_COLOR": "1"},
    {"TERM": "dumb"},
    {"LC_ALL": "sv_SE.UTF-8"},
    {"STAIRCASE_LANG": "sv"},
    {"STAIRCASE_LANG": "xx"},
    {"STAIRCASE_TODAY": "2024-02-29"},
    {"STAIRCASE_TODAY": "soon"},
    {"STAIRCASE_PORTFOLIO": "assignments"},
    {"COLUMNS": "33"},
    {"GITHUB_ACTIONS": "true"},
)
COMPLETED = (
    *("", "st", "status --dep", "status --department ", "status --department=sc", "status --goal ", "status --tag "),
    *("status --by ", "show ", "show n", "check ", "check --format ", "check --select be", "rule ", "rule benefit-no"),
    *("log ", "diff ", "gaps --", "lessons ", "--lang "),
)


@cache
def whole() -> tuple[Case, ...]:
    """Return every case, each once."""
    parts = (_alone(), _looking(), _generated(), _checking(), _hostile(), _comparing(), _writing(), _surroundings())
    return tuple({case.name: case for part in (*parts, _sheets()) for case in part}.values())


def quick() -> tuple[Case, ...]:
    """Return a part of the cases that stays the same part when others come."""
    return tuple(case for case in whole() if _is_quick(case))


def _is_quick(case: Case) -> bool:
    thinning = THINNING_OF.get(case.place, THINNING)
    return thinning > 0 and crc32(case.name.encode()) % thinning == 0


def _alone() -> Iterator[Case]:
    """What needs no portfolio: help, versions, rules, wrong use."""
    alone: tuple[Arguments, ...] = ((), ("--version",), ("-h",), ("--show-completion",))
    for arguments in alone:
        yield from (Case("empty", arguments), Case("small", arguments, "terminal", 80))
    for command, language, shape in product(("", *COMMANDS), LANGUAGES, DRAWN[:3]):
        yield shape.case("empty", (*([command] if command else []), "--help"), language)
    for name, language in product((*ERRORS, *GAPS), LANGUAGES):
        yield from (shape.case("empty", ("rule", name), language) for shape in (NARROW, BROAD, PIPED, JSON))
    yield from (shape.case("empty", ("rule",), one) for one, shape in product(LANGUAGES, (*DRAWN[:3], JSON)))
    for place, wrong, language in product(("small", "empty"), WRONG, LANGUAGES):
        yield PIPED.case(place, wrong, language)


def _looking() -> Iterator[Case]:
    """Every report in every shape, of what people keep."""
    every = (*GROUPED, *CHOSEN, *(("show", one) for one in ("nyckelfritt", "chatbot-vard", "e-signatur")))
    for arguments, shape, language in product(every, SHAPES, LANGUAGES):
        yield shape.case("example", arguments, language)
    for place, some in (
        ("healthy", (NARROW, JSON)),
        ("small", SHAPES),
        ("bare", TOLD),
        ("real", TOLD),
        ("bench", DRAWN),
    ):
        for number, (arguments, shape) in enumerate(product(GROUPED, some)):
            yield shape.case(place, arguments, LANGUAGES[number % 2])


def _generated() -> Iterator[Case]:
    """Generated portfolios, each on its own day: the seeds take turns with the reports and shapes."""
    reports = (*GROUPED, ("show", "a0"), ("show", "a1"))
    every = [*product(reports, SHAPES), *((("check",), shape) for shape in CHECKS)]
    for seed in places.SEEDS:
        made = places.generated(seed)
        days, today = ("--as-of", made.t.isoformat()), {"STAIRCASE_TODAY": made.today.isoformat()}
        for number, (arguments, shape) in enumerate(every[seed % 6 :: 6]):
            yield shape.case(f"oracle {seed}", (*arguments, *days), LANGUAGES[(number + seed // 6) % 2], today)


def _checking() -> Iterator[Case]:
    """Every format of ``check``, of what is broken and what is not."""
    for place in ("example", "healthy", "small", "bare", "real", "slips"):
        yield from (shape.case(place, ("check",), language) for shape, language in product(CHECKS, LANGUAGES))
    for number, folder in enumerate(places.RULES):
        place = f"rule {folder.parent.name} {folder.name}"
        yield from (NARROW.case(place, ("check",), language) for language in LANGUAGES)
        yield from (shape.case(place, ("check", "--as-of", "2026-11-02"), "en") for shape in CHECKS[number % 4 :: 4])
        yield from (shape.case(place, ("gaps",), "sv") for shape in (NARROW, JSON))


def _hostile() -> Iterator[Case]:
    reports = (*GROUPED, *(("show", one) for one in ("hit", "hit-stopped", "login")))
    for number, (arguments, shape) in enumerate(product(reports, SHAPES)):
        yield shape.case("hostile", arguments, LANGUAGES[number % 2])
    for place in ("hostile", "hostile files", "things"):
        yield from (shape.case(place, ("check",), language) for shape, language in product(CHECKS, LANGUAGES))
    for place in ("hostile files", "things"):
        yield from (shape.case(place, (name,), "en") for name, shape in product(LISTS, (NARROW, JSON)))
    for number, place in enumerate(places.PROGRAMS):
        yield from (shape.case(place, ("check",), LANGUAGES[number % 2]) for shape in CHECKS[number % 3 :: 3])
        yield from (NARROW.case(place, arguments, "sv") for arguments in (("status",), ("gaps",), ("show", "keyless")))
    for place, shape in product(("large files", "crowds"), (JSON, NARROW)):
        yield from (shape.case(place, arguments, "sv") for arguments in (("check",), ("status",)))


def _comparing() -> Iterator[Case]:
    """Comparisons in real repositories: the repositories take turns with the shapes."""
    every = [*product(COMPARED, TOLD), *((("check", "--base", "main"), shape) for shape in CHECKS)]
    for number, place in enumerate(histories.PLACES):
        for turn, (arguments, shape) in enumerate(every):
            if (number + turn) % 5 == 0 or shape in (NARROW, JSON):
                yield shape.case(place, arguments, LANGUAGES[(number + turn) % 2], _day(place))
        for name, revision in product(("diff", "log"), ("HEAD~1", "HEAD~1...main")):
            yield NARROW.case(place, (name, revision), LANGUAGES[number % 2], _day(place))
    tagged = product(("diff", "log"), ("v1", "v1..v2", "v2...main", "change"), TOLD)
    yield from (shape.case("history merged", (name, revision), "en") for name, revision, shape in tagged)


def _day(place: str) -> dict[str, str]:
    kind, _, seed = place.partition(" ")
    if kind == "edits":
        return {"STAIRCASE_TODAY": places.generated(int(seed)).today.isoformat()}
    return {"STAIRCASE_TODAY": "2027-01-31"} if place == "history replayed" else {}


def _writing() -> Iterator[Case]:
    """What is written to files, and results that cannot be written."""
    for form, place in product(CHECK_FORMATS, ("example", "slips")):
        yield Case(place, ("check", "--portfolio", "{place}", "--format", f"{form}=out"), is_fresh=True)
    for forms in (("json=a", "sarif=b"), ("json=a", "full"), ("json=-",), ("json=-", "concise"), ("json=a", "junit=a")):
        formats = [word for form in forms for word in ("--format", form)]
        yield Case("example", ("check", "--portfolio", "{place}", *formats), is_fresh=True)
    for arguments in (("status",), ("--version",), ("check", "--format", "sarif"), ("status", "--help"), ("rule",)):
        yield from (Case("small", arguments, "full"), Case("small", arguments, "closed"))
    yield Case("small", ("check", "--format", "json=/dev/full"))
    yield Case("small", ("check", "--format", "json=/nowhere/out"))


def _sheets() -> Iterator[Case]:
    """Lists that are to come in, each with what there is to say of it, and tables that go out."""
    taken: tuple[Arguments, ...] = ((), ("--declare",), ("--dates", "dmy", "--on", "2026-10-31"), ("--dry-run",))
    shapes = (NARROW, BROAD, PIPED, JSON)
    for name, options, shape, language in product((*BOOKS, *TEXTS, "utdrag.csv"), taken, shapes, LANGUAGES):
        yield shape.case("sheets", ("import", name, *options), language)
    for name, language in product(("utdrag.csv", "portfolj.xlsx", "nowhere.csv"), LANGUAGES):
        wrong = ("import", name, "--sheet", "nothing")
        yield from (
            PIPED.case("sheets", wrong, language),
            PIPED.case("sheets", ("import", name, "--map", "no"), language),
        )
    for place, form, language in product(("example", "healthy", "hostile", "sheets"), ("csv", "jsonl"), LANGUAGES):
        arguments = ("export", "out", "--format", form, "--portfolio", "{place}", "--lang", language)
        yield Case(place, arguments, is_fresh=True)


def _surroundings() -> Iterator[Case]:
    reports = (("status",), ("benefits",), ("check",), ("gaps", "--help"), ("statsu",))
    for arguments, variables in product(reports, SURROUNDINGS):
        yield Case("example", arguments, "terminal", 80, variables)
    for arguments, encoding in product(
        (("status",), ("roadmap",), ("check",)), ("ascii", "cp1252", "cp437", "latin-1")
    ):
        yield Case("example", arguments, "terminal", 80, {}, encoding)
        yield Case("hostile", arguments, "pipe", 0, {}, encoding)
    for shell, line in product(("bash", "zsh", "fish"), COMPLETED):
        yield Case("example", (), variables=_completion(f"complete_{shell}", line))
    for shell in ("bash", "zsh", "fish", "powershell"):
        yield Case("example", (), variables=_completion(f"source_{shell}", ""))


def _completion(asked: str, line: str) -> dict[str, str]:
    words = {"COMP_WORDS": f"staircase {line}", "COMP_CWORD": str(len(line.split(" ")))}
    typer = {"_TYPER_COMPLETE_ARGS": f"staircase {line}", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    return {"_STAIRCASE_COMPLETE": asked} | words | typer
