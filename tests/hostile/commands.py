"""Every command and format of the program, with the judges of its output."""

from itertools import product

from tests.hostile.judges import (
    Judge,
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
SHAPES: dict[Arguments, tuple[Judge, ...]] = {
    (): (acts, commands_a_runner, moves_a_screen),
    ("--wide",): (acts, commands_a_runner, moves_a_screen),
    ("--plain",): (acts, commands_a_runner),
    ("--color", "always", "--lang", "sv"): (acts, commands_a_runner, moves_a_screen),
    ("--format", "csv"): (no_csv, commands_a_runner),
    ("--excel",): (no_excel, commands_a_runner),
    ("--json",): (no_json, acts, commands_a_runner),
    ("--format", "markdown"): (speaks_markdown, acts, commands_a_runner),
}
COMMENT = ("diff", "log")
CHECK_FORMATS: dict[str, tuple[Judge, ...]] = {
    "full": (acts, commands_a_runner, moves_a_screen),
    "concise": (acts, commands_a_runner, moves_a_screen),
    "json": (no_json, acts, commands_a_runner),
    "github": (annotates_wrongly, acts),
    "gitlab": (no_json, acts, commands_a_runner),
    "junit": (no_xml, acts, commands_a_runner),
    "sarif": (no_json, acts, commands_a_runner),
    "markdown": (speaks_markdown, acts, commands_a_runner),
}
CHECKS: dict[Arguments, tuple[Judge, ...]] = {
    **{("check", "--format", form): judges for form, judges in CHECK_FORMATS.items()},
    ("check", "--statistics", "--show-accepted"): CHECK_FORMATS["full"],
}
COMMANDS: dict[Arguments, tuple[Judge, ...]] = {
    **{(*report, *shape): judges for report, (shape, judges) in product(REPORTS, SHAPES.items())},
    **CHECKS,
}
