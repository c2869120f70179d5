"""Whole journeys without an editor: an assignment up all four steps to its end, a department to a decided roadmap."""

import json
import shlex
from pathlib import Path

import pytest

from tests.cli.conversation import conversation
from tests.cli.running import run

UP_ALL_STEPS = (
    ("declare goal calm 'Calm nights'", ()),
    ("declare document plan-2027 'Plan 2027' --kind operational-plan --from 2027-01-01 --to 2027-12-31", ()),
    (
        "new night --title 'Night visits' --department care --lead Programme --together nurse --on 2026-01-05",
        ("active", "explore"),
    ),
    ("set night goals calm --on 2026-01-05", ("active", "explore")),
    ("trial night 'Ten homes' --on 2026-01-12", ("active", "explore")),
    ("trial night ten-homes --ended --outcome worked --learned 'ask first' --on 2026-03-02", ("active", "explore")),
    ("move night benefits --on 2026-03-09", ("active", "benefits")),
    (
        (
            "benefit night 'Fewer visits' --kind capacity --owner 'Head of care' --what visits --unit visits/year "
            "--baseline '9 600' --target '6 200' --by 2026-12-31 --realisation 'one car less' --on 2026-03-09"
        ),
        ("active", "benefits"),
    ),
    ("measure night fewer-visits '6 100' --on 2026-06-30", ("active", "benefits")),
    ("present night --forum 'the board' --decision 'go on' --on 2026-08-20", ("active", "benefits")),
    ("take-home night fewer-visits --how 'one car less' --amount 900000 --on 2026-09-01", ("active", "benefits")),
    ("pause night --why holidays --on 2026-09-02", ("paused", "benefits")),
    ("resume night --on 2026-09-09", ("active", "benefits")),
    ("move night roadmap --on 2026-09-10", ("active", "roadmap")),
    (
        (
            "plan night 'Every home' --from 2027-Q1 --to 2027-Q3 --owner 'Head of care' --expects-kind capacity "
            "--per-year 500000 --what 'calm nights' --based-on ten-homes --goal calm --on 2026-09-20"
        ),
        ("active", "roadmap"),
    ),
    ("anchor night every-home plan-2027 --on 2026-10-01", ("active", "roadmap")),
    ("adopt plan-2027 --on 2026-10-20", ("active", "roadmap")),
    ("move night embed --on 2026-10-21", ("active", "embed")),
    ("live night --on 2026-10-22", ("active", "embed")),
    ("review night --on 2026-10-30", ("active", "embed")),
    ("complete night --on 2026-11-02", ("completed", "embed")),
)


def status(folder: Path) -> tuple[str, str]:
    found = json.loads(run(["status", "--state", "open", "--state", "completed", "--json"], folder).out)["rows"][0]
    return found["state"], found["step"]


def begun(folder: Path) -> Path:
    """What ``init`` writes for one department, on a terminal that asks nothing more."""
    asked = "init --organisation O --name P --lang en --department Care --department Schools --at-once 30 --forge none"
    code, shown = conversation(shlex.split(asked), folder, ())
    assert code == 0, shown
    return folder


@pytest.mark.slow
def test_an_assignment_goes_up_all_steps_by_options_and_a_department_gets_a_decided_roadmap(tmp_path: Path) -> None:
    begun(tmp_path)
    for command, stop in UP_ALL_STEPS:
        code, shown = conversation(shlex.split(command), tmp_path, ())

        assert code == 0, shown
        assert not stop or status(tmp_path) == stop

    assert run(["check"], tmp_path).code == 0
    departments = json.loads(run(["departments", "--json"], tmp_path).out)["rows"]
    department = next(row for row in departments if row["id"] == "care")
    assert [department[step] for step in ("explore", "benefits", "roadmap")] == [True] * 3
    assert department["roadmap_until"] == "2027-09-30"
    item = json.loads(run(["roadmap", "--json"], tmp_path).out)["rows"][0]
    assert (item["id"], item["anchoring"], item["documents"]) == ("every-home", "decided", ["plan-2027"])


ANSWERED: tuple[tuple[str, tuple[str, ...], tuple[str, str] | None], ...] = (
    ("declare document plan-2027 'Plan 2027'", (), None),
    ("adopt --on 2026-01-02", ("",), None),
    ("new --on 2026-01-05", ("Night visits", "Night", "night", "care", "Programme", "nurse"), ("active", "explore")),
    ("trial --on 2026-01-12", ("night", "Ten homes"), ("active", "explore")),
    (
        "trial night ten-homes --ended --outcome worked --learned 'ask first' --on 2026-03-02",
        (),
        ("active", "explore"),
    ),
    ("move --on 2026-03-09", ("", ""), ("active", "benefits")),
    (
        "benefit --on 2026-03-09",
        ("1", "Fewer visits", "2", "Head of care", "visits", "visits/year", "9 600", "6 200", "2026-12-31"),
        ("active", "benefits"),
    ),
    ("measure --on 2026-06-30", ("", "", "6 100"), ("active", "benefits")),
    ("present --on 2026-08-20", ("", "the board", ""), ("active", "benefits")),
    ("take-home --on 2026-09-01", ("", "", "one car less", "900 000", ""), ("active", "benefits")),
    ("move --on 2026-09-10", ("", "roadmap"), ("active", "roadmap")),
    ("plan --on 2026-09-20", ("", "Every home", "2027-Q1", "Head of care", "capacity"), ("active", "roadmap")),
    ("anchor --on 2026-10-01", ("", "", "plan"), ("active", "roadmap")),
    ("move --on 2026-10-21", ("", "4"), ("active", "embed")),
    ("complete --on 2026-11-02", ("",), ("completed", "embed")),
)


@pytest.mark.slow
def test_an_assignment_goes_up_all_steps_by_answering_questions(tmp_path: Path) -> None:
    begun(tmp_path)
    for command, answers, stop in ANSWERED:
        code, shown = conversation(shlex.split(command), tmp_path, answers)

        assert code == 0, shown
        assert stop is None or status(tmp_path) == stop

    assert run(["check"], tmp_path).code == 0
    item = json.loads(run(["roadmap", "--json"], tmp_path).out)["rows"][0]
    assert (item["id"], item["anchoring"], item["documents"]) == ("every-home", "decided", ["plan-2027"])
