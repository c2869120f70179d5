"""Every command and format of the program, with the judges of its output."""

from itertools import product

from tests.hostile.judges import (
    Judges,
    acts,
    annotates_wrongly,
    commands_a_runner,
    moves_a_screen,
    no_csv,
    no_excel,
    no_json,
    no_xml,
    speaks_markdown,
)

Arguments = tuple[str, ...]

REPORTS: tuple[Arguments, ...] = (
    ("status",),
    *(("status", "--by", name) for name in ("department", "lead", "state", "goal")),
    *(("show", name) for name in ("hit", "hit-stopped", "login")),
    ("departments",),
    ("benefits",),
    ("roadmap",),
    ("gaps",),
    *(("gaps", "--by", name) for name in ("department", "owner", "assignment")),
    ("gaps", "--roadmap"),
    ("lessons",),
    ("lessons", "zqx"),
    ("flow",),
    ("flow", "--per", "month"),
)
SHAPES: dict[Arguments, Judges] = {
    (): (acts, commands_a_runner, moves_a_screen),
    ("--wide",): (acts, commands_a_runner, moves_a_screen),
    ("--plain",): (acts, commands_a_runner),
    ("--color", "always", "--lang", "sv"): (acts, commands_a_runner, moves_a_screen),
    ("--format", "csv"): (no_csv, commands_a_runner),
    ("--excel",): (no_excel, commands_a_runner),
    ("--json",): (no_json, acts, commands_a_runner),
    ("--format", "markdown"): (speaks_markdown, acts, commands_a_runner),
}
DRAWN: tuple[Arguments, ...] = ((), ("--wide",), ("--color", "always", "--lang", "sv"))
"""The shapes that a terminal gets otherwise than a pipe."""

CHECK_FORMATS: dict[str, Judges] = {
    "full": (acts, commands_a_runner, moves_a_screen),
    "concise": (acts, commands_a_runner, moves_a_screen),
    "json": (no_json, acts, commands_a_runner),
    "github": (annotates_wrongly, acts),
    "gitlab": (no_json, acts, commands_a_runner),
    "junit": (no_xml, acts, commands_a_runner),
    "sarif": (no_json, acts, commands_a_runner),
    "markdown": (speaks_markdown, acts, commands_a_runner),
}
SPREADSHEETS = {"csv", "--excel"}
"""What changes are not written as."""

CHECKS: dict[Arguments, Judges] = {
    **{("check", "--format", form): judges for form, judges in CHECK_FORMATS.items()},
    ("check", "--statistics", "--show-accepted"): CHECK_FORMATS["full"],
}
COMMANDS: dict[Arguments, Judges] = {
    **{(*report, *shape): judges for report, (shape, judges) in product(REPORTS, SHAPES.items())},
    **CHECKS,
}
BESIDE: Judges = (acts, commands_a_runner)
"""What must hold of stderr."""


def a_turn(number: int, of: int = 5) -> tuple[Arguments, ...]:
    """Give the commands whose turn it is: each hostile thing meets a fifth of them, and each command every fifth thing.

    That all of them together meet every command is tried with a portfolio that holds everything at once.
    """
    return tuple(COMMANDS)[number % of :: of]


ON_TERMINALS: dict[Arguments, Judges] = {
    **{(*report, *shape): SHAPES[shape] for report, shape in product(REPORTS, DRAWN)},
    ("check",): CHECK_FORMATS["full"],
}
CHANGES: tuple[Arguments, ...] = (
    ("diff", "main"),
    ("diff", "main..HEAD"),
    ("diff", "--staged"),
    ("log",),
    ("log", "hit"),
    ("log", "main..HEAD"),
)
COMPARING: dict[Arguments, Judges] = {
    **{(*change, *shape): SHAPES[shape] for change, shape in product(CHANGES, SHAPES) if not SPREADSHEETS & {*shape}},
    **{("check", "--base", "main", "--format", form): judges for form, judges in CHECK_FORMATS.items()},
}
