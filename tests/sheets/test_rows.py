"""What a row says of its assignment: its state, its step, its parts; and what can't be so."""

from pathlib import Path

import pytest

from tests.cli.running import run
from tests.sheets.test_import import becomes, fates, portfolio, told, unused, written

HEAD = "Projekt;Förvaltning;Ansvarig;Start;Status;Fas;Slutdatum;Fas sedan\n"


def listed(folder: Path, *rows: str, head: str = HEAD) -> Path:
    return portfolio(folder, list__csv=head + "".join(f"{row}\n" for row in rows))


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ("Avslutad;;;", ("E2", "Avslutad", "says that it has ended, and no cell says when")),
        ("Stoppad;;;", ("E2", "Stoppad", "says that it has ended, and no cell says when")),
        ("Pausad;;;", ("E2", "Pausad", "paused since when is not said")),
        ("Planerad;;;", ("E2", "Planerad", "planned, and it has started")),
        (
            "Avslutad;benefits;2026-06-01;",
            ("F2", "benefits", "it has ended, and no cell says when it came to the step"),
        ),
        ("Röd;;;", ("E2", "Röd", "none of planned, active, paused, completed or stopped")),
    ],
)
def test_a_state_that_needs_more_than_the_row_says_is_named(
    tmp_path: Path, cells: str, why: tuple[str, str, str]
) -> None:
    report = told(listed(tmp_path, f"A;skola;L;2026-01-01;{cells}", "B;skola;L;2026-01-01;Pågår;;;"), "list.csv")

    assert unused(report) == [why]


def test_a_step_becomes_a_visit_on_the_day_that_the_sheet_or_the_import_has(tmp_path: Path) -> None:
    folder = listed(
        tmp_path,
        "A;skola;L;2026-01-01;Pågår;benefits;;2026-03-01",
        "B;skola;L;2026-01-01;;embed;;",
        "C;skola;L;2026-01-01;;explore;2027-01-01;",
    )

    run(["import", "list.csv", "--on", "2026-10-01", "--write"], folder)
    again = told(folder, "list.csv", "--on", "2026-10-02")

    assert written(folder, "a").splitlines()[-1] == "  - {step: benefits, entered: 2026-03-01}"
    assert written(folder, "b").splitlines()[-1] == "  - {step: embed, entered: 2026-10-01}"
    assert written(folder, "c") == "title: C\ndepartment: skola\nlead: L\nstarted: 2026-01-01\n"
    assert [fate for _, fate, _ in fates(again)] == ["same", "same", "same"]


def test_a_state_that_the_file_denies_is_named(tmp_path: Path) -> None:
    folder = listed(tmp_path, "Visits;;;;Pågår;;;")
    path = folder / "portfolio" / "assignments" / "visits.yaml"
    path.write_text(path.read_text("utf-8") + "completed: 2026-09-01\n", "utf-8")

    assert unused(told(folder, "list.csv")) == [("E2", "Pågår", "the file says completed")]


def test_pauses_that_hold_say_that_it_is_paused(tmp_path: Path) -> None:
    folder = listed(tmp_path, "Visits;;;;Pausad;;;")
    path = folder / "portfolio" / "assignments" / "visits.yaml"
    path.write_text(path.read_text("utf-8") + "pauses:\n  - {from: 2026-09-01}\n", "utf-8")

    assert unused(told(folder, "list.csv")) == []


def test_columns_of_days_become_visits_and_those_ahead_are_left_alone(tmp_path: Path) -> None:
    folder = portfolio(
        tmp_path,
        list__csv="Projekt;Nytta-dag;Plan-dag\nVisits;2026-02-01;2090-01-01\n",
        map__yaml="Projekt: title\nNytta-dag: entered.benefits\nPlan-dag: entered.embed\n",
    )

    first = run(["import", "list.csv", "--map", "map.yaml", "--write"], folder)
    (folder / "list.csv").write_text("Projekt;Nytta-dag;Plan-dag\nVisits;2026-02-03;\n", "utf-8")
    report = told(folder, "list.csv", "--map", "map.yaml")

    assert first.code == 0
    assert "journey:\n  - {step: benefits, entered: 2026-02-01}\n" in written(folder, "visits")
    assert report["rows"][0]["changes"] == [{"key": "entered.benefits", "old": "2026-02-01", "new": "2026-02-03"}]


def test_of_two_visits_to_a_step_a_column_of_days_can_mean_either(tmp_path: Path) -> None:
    folder = portfolio(tmp_path, list__csv="Projekt;Dag\nVisits;2026-02-01\n", map__yaml="Dag: entered.benefits\n")
    path = folder / "portfolio" / "assignments" / "visits.yaml"
    visits = [("benefits", "2026-03-01"), ("explore", "2026-04-01"), ("benefits", "2026-05-01")]
    lines = "".join(f"  - {{step: {step}, entered: {day}, why: so}}\n" for step, day in visits)
    path.write_text(path.read_text("utf-8") + f"journey:\n{lines}", "utf-8")

    report = told(folder, "list.csv", "--map", "map.yaml")

    assert unused(report) == [("B2", "2026-02-01", "it has come to benefits several times")]


def test_a_row_names_its_assignment_by_id_in_any_spelling_or_by_its_title(tmp_path: Path) -> None:
    rows = (
        "Id;Projekt;Förvaltning;Ansvarig;Start\nVISITS;;;L;\nQ 10;Ny;skola;L;2026-01-01\n"
        "7;Tredje;skola;L;2026-01-01\n;Con;skola;L;2026-01-01\n"
    )
    folder = portfolio(tmp_path, list__csv=rows)

    assert fates(told(folder, "list.csv")) == [
        (2, "same", "visits"),
        (3, "new", "q-10"),
        (4, "new", "tredje"),
        (5, "new", "con-2"),
    ]


def test_rows_that_name_nothing_several_or_the_same_are_not_used(tmp_path: Path) -> None:
    rows = (
        "Projekt;Förvaltning;Ansvarig;Start\n;skola;L;2026-01-01\n???;skola;L;2026-01-01\nTvå;skola;L;2026-01-01\n"
        "Två;skola;L;2026-01-01\nVisits;;Annan;\n"
    )
    folder = portfolio(tmp_path, list__csv=rows)
    other = folder / "portfolio" / "assignments" / "other.yaml"
    other.write_text((folder / "portfolio" / "assignments" / "visits.yaml").read_text("utf-8"), "utf-8")

    assert unused(told(folder, "list.csv")) == [
        (2, "", "the row has no title"),
        (3, "???", "no id can be made of it"),
        (5, "Två", "another row is about tva, too"),
        (6, "Visits", "may mean other or visits"),
    ]


def test_a_file_with_errors_is_left_alone_and_named(tmp_path: Path) -> None:
    folder = portfolio(
        tmp_path,
        list__csv="Projekt;Ansvarig\nbroken;L\n",
        b__csv="Uppdrag;Nytta;Datum;Värde\nbroken;time;2026-01-01;5\n",
    )
    (folder / "portfolio" / "assignments" / "broken.yaml").write_text("titel: x\n", "utf-8")

    for name, row in (("list.csv", "broken"), ("b.csv", "time")):
        ended = run(["import", name], folder)
        assert ("assignments/broken.yaml has errors" in ended.out, row) == (True, row)


def test_what_would_be_an_error_is_told_at_its_row_and_the_others_are_written(tmp_path: Path) -> None:
    folder = listed(tmp_path, "A;skola;L;2026-05-01;Avslutad;;2026-03-01;", "B;skola;L;2026-01-01;;;;")

    report = told(folder, "list.csv")
    run(["import", "list.csv", "--write", "--partial"], folder)

    assert [fate for _, fate, _ in fates(report)] == ["unusable", "new"]
    assert unused(report)[0][:2] == (2, "A")
    assert sorted(path.stem for path in (folder / "portfolio" / "assignments").iterdir()) == ["b", "visits"]


def test_a_benefit_stands_in_its_assignments_row_or_needs_its_title(tmp_path: Path) -> None:
    rows = "Projekt;Nytta;Nyttoägare\nVisits;Lugn;Chef\nVisits2;;Chef\n"
    folder = portfolio(
        tmp_path,
        list__csv=rows,
        map__yaml="department: {always: skola}\nlead: {always: L}\nstarted: {always: 2026-01}\n",
    )

    report = told(folder, "list.csv", "--map", "map.yaml")
    run(["import", "list.csv", "--map", "map.yaml", "--write", "--partial"], folder)

    assert unused(report) == [("C3", "Chef", "title is missing for it")]
    assert "  - id: lugn\n    title: Lugn\n    owner: Chef\n" in written(folder, "visits")
    assert "started: 2026-01\n" in written(folder, "visits2")


def test_parts_of_assignments_are_found_by_name_and_what_is_not_is_told(tmp_path: Path) -> None:
    rows = (
        "Uppdrag;Nytta;Datum;Värde\nVisits;less TIME;2026-07-31;4 600\nVisits;Annat;2026-07-31;1\n;time;2026-07-31;1\n"
        "Visits;;2026-07-31;1\nVisits;time;;1\nVizits;time;2026-07-31;1\n"
    )
    report = told(portfolio(tmp_path, list__csv=rows), "list.csv")

    assert [fate for _, fate, _ in fates(report)] == ["new", *["unusable"] * 5]
    assert unused(report) == [
        ("B3", "Annat", "the assignment has no such benefit"),
        (4, "", "no assignment is named"),
        (5, "", "no benefit is named"),
        (6, "time", "date is missing"),
        ("A7", "Vizits", "there is no such assignment"),
    ]


def test_a_column_is_known_by_what_stands_in_it_where_its_heading_tells_nothing(tmp_path: Path) -> None:
    rows = "Projekt;Ägs av;Ansvarig;Start;Var\nA;skola;L;2026-01-01;explore\nB;Vård och omsorg;L;2026-01-01;benefits\n"

    report = told(portfolio(tmp_path, list__csv=rows), "list.csv")

    assert (becomes(report)["Ägs av"], becomes(report)["Var"]) == (["department"], ["step"])
    assert [one["sureness"] for one in report["totals"]["sheets"][0]["columns"]] == [
        "heading",
        "content",
        "heading",
        "heading",
        "content",
    ]


def test_several_departments_goals_and_assignments_stand_in_one_cell(tmp_path: Path) -> None:
    rows = (
        "Projekt;Förvaltning;Ansvarig;Start;Mål;Beroende av\nA;Skola, Vård och omsorg;L;2026-01-01;Balans; B; Visits\n"
    )
    folder = portfolio(tmp_path, list__csv=rows.replace("; B; Visits", ';"B; Visits"') + "B;skola;L;2026-01-01;;\n")

    run(["import", "list.csv", "--write"], folder)

    assert "department: [skola, vard]\n" in written(folder, "a")
    assert "goals: [balans]\ndepends_on: [b, visits]\n" in written(folder, "a")
