"""What each column of a sheet is taken for is told, with what tells it; so is what no column can be."""

from pathlib import Path

import pytest

from tests.cli.running import run
from tests.sheets.test_import import Report, becomes, fates, portfolio, told, unused

MAP = ("list.csv", "--map", "map.yaml")
HEADED = "Projekt;Förvaltning;Ansvarig;Start\nA;skola;B;2026-01-01\n"


def notes(report: Report) -> dict[str, tuple[list[str], str, str | None]]:
    """What each column becomes, how that is known, and what is said of it besides."""
    columns = report["totals"]["sheets"][0]["columns"]
    return {one["heading"]: (one["becomes"], one["sureness"], one["note"]) for one in columns}


def changes(report: Report) -> list[dict[str, str]]:
    """What each row would set, by key."""
    return [{change["key"]: change["new"] for change in row["changes"]} for row in report["rows"]]


def test_a_mapping_for_other_sheets_leaves_one_without_known_headings_out(tmp_path: Path) -> None:
    mapping = "Vad: [title, skip]\nNär: started\n"

    report = told(portfolio(tmp_path, list__csv="Blah;Bleh\n1;2\n", map__yaml=mapping), *MAP)

    assert (report["totals"]["ignored"], report["rows"]) == ([{"sheet": "list", "why": "no-headings"}], [])


def test_headings_are_looked_for_in_the_first_forty_rows(tmp_path: Path) -> None:
    last = portfolio(tmp_path / "last", list__csv="x;y\n" * 39 + HEADED)
    beyond = portfolio(tmp_path / "beyond", list__csv="x;y\n" * 40 + HEADED)

    assert fates(told(last, "list.csv")) == [(41, "new", "a")]
    assert told(beyond, "list.csv")["totals"]["ignored"] == [{"sheet": "list", "why": "no-headings"}]


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("Ansvarig: lead\ntitel: {always: x}\n", "map.yaml:2:1: “titel” is no key here; there is title"),
        ("Ansvarig: lead\nStart: titel\n", "map.yaml:2:1: “titel” is no key here; there is title"),
        (
            "Start: qqqqqqq\n",
            (
                "map.yaml:1:1: “qqqqqqq” is no key here; there is id, title, kind, department, lead, started, live, "
                "completed, stopped, stopped_why, stopped_learned, reviewed, costs_one_off, costs_per_year, goals, "
                "together, depends_on, tags, state, step, entered or skip"
            ),
        ),
        (
            "rows: goals\nStart: ågren\n",
            "map.yaml:2:1: “ågren” is no key here; there is id, title or skip",
        ),
    ],
)
def test_a_key_that_the_table_lacks_is_refused_with_those_that_it_has(tmp_path: Path, mapping: str, said: str) -> None:
    ended = run(["import", *MAP], portfolio(tmp_path, list__csv=HEADED, map__yaml=mapping))

    assert (ended.code, ended.err.strip()) == (2, said)


def test_of_two_columns_with_one_meaning_the_first_is_taken_and_the_other_told_of(tmp_path: Path) -> None:
    rows = "Projekt (2026);Projektnamn;Förvaltning;Ansvarig;Start\nA;AA;skola;B;2026-01-01\n"

    report = told(portfolio(tmp_path, list__csv=rows), "list.csv")

    assert notes(report)["Projekt (2026)"] == (["title"], "heading", None)
    assert notes(report)["Projektnamn"] == ([], "nothing", "“Projekt” is taken for title already")
    assert changes(report) == [{"title": "A", "department": "skola", "lead": "B", "started": "2026-01-01"}]


def test_a_column_of_which_no_cell_says_what_its_heading_does_is_not_read(tmp_path: Path) -> None:
    none = "Projekt;Förvaltning;Ansvarig;Start\nA;skola;B;snart\nC;skola;B;sen\n"
    some = none.replace("sen", "2026-01-01")

    unread, read = (
        told(portfolio(tmp_path / name, list__csv=rows), "list.csv") for name, rows in (("none", none), ("some", some))
    )

    assert notes(unread)["Start"] == ([], "nothing", "no cell says started")
    assert [cell[1:] for cell in unused(unread)] == [("A", "started is missing"), ("C", "started is missing")]
    assert notes(read)["Start"] == (["started"], "heading", None)
    assert ("D2", "snart", "no day") in unused(read)


def test_a_column_is_known_by_its_cells_where_four_of_five_are_what_the_programme_names(tmp_path: Path) -> None:
    rows = (
        "Projekt;Ansvarig;Start;Hemvist;Nu;Färg\n"
        "A;L;2026-01-01;Skola;Aktiv;röd\nB;L;2026-01-01;vard;Planerad;blå\nC;L;2026-01-01;SKOLA;Aktiv;röd\n"
        "D;L;2026-01-01;Vård och omsorg;Aktiv;grön\nE;L;2026-01-01;Okänd;?;röd\n"
    )

    four = told(portfolio(tmp_path / "four", list__csv=rows), "list.csv")
    three = told(portfolio(tmp_path / "three", list__csv=rows.replace("SKOLA", "Ny")), "list.csv")

    assert list(notes(four).items())[3:] == [
        ("Hemvist", (["department"], "content", None)),
        ("Nu", (["state"], "content", None)),
        ("Färg", ([], "nothing", None)),
    ]
    assert [row.get("department") for row in changes(four)] == ["skola", "vard", "skola", "vard", None]
    assert notes(three)["Hemvist"] == ([], "nothing", None)


def test_the_order_of_days_the_scale_of_money_and_the_commas_of_lists_are_told(tmp_path: Path) -> None:
    rows = (
        "Projekt;Förvaltning;Ansvarig;Start;Budget (tkr);Taggar\n"
        "A;skola;B;5/2/2026;5;x, y\nC;skola;B;6/2/2026;7,5;z\nD;skola;B;13/2/2026;;\n"
    )

    report = told(portfolio(tmp_path, list__csv=rows), "list.csv")

    assert list(notes(report).items())[3:] == [
        ("Start", (["started"], "heading", "2 days read as dmy, as the column’s unambiguous ones")),
        ("Budget (tkr)", (["costs_one_off"], "heading", "each number times 1,000")),
        ("Taggar", (["tags"], "heading", "parted at commas")),
    ]
    assert [{key: row.get(key) for key in ("started", "costs_one_off", "tags")} for row in changes(report)] == [
        {"started": "2026-02-05", "costs_one_off": "5000", "tags": "x, y"},
        {"started": "2026-02-06", "costs_one_off": "7500", "tags": "z"},
        {"started": "2026-02-13", "costs_one_off": None, "tags": None},
    ]


def test_what_always_holds_is_judged_as_a_cell_is(tmp_path: Path) -> None:
    rows = "Projekt;Förvaltning;Ansvarig\nA;skola;B\n"
    mapping = "started: {always: 2026-01-01}\ngoals: {always: saknas}\ndepends_on: {always: gone}\n"

    report = told(portfolio(tmp_path, list__csv=rows, map__yaml=mapping), *MAP)

    assert changes(report) == [{"title": "A", "department": "skola", "lead": "B", "started": "2026-01-01"}]
    assert unused(report) == [(2, "gone", "there is no such assignment")]


def test_an_item_of_the_road_map_has_the_id_of_the_department_that_its_cell_names(tmp_path: Path) -> None:
    rows = "assignment;id;title;department\nvisits;x;X;Vård och omsorg\nvisits;y;Y;saknas\nvisits;z;Z;Ekonomi\n"

    report = told(portfolio(tmp_path, list__csv=rows, map__yaml="rows: roadmap\n"), *MAP)

    assert becomes(report)["department"] == ["department"]
    assert changes(report) == [{"title": "X", "department": "vard"}, {"title": "Y"}, {"title": "Z"}]
    assert unused(report) == [("D4", "Ekonomi", "no department of the programme")]


def test_of_two_columns_mapped_to_one_key_the_second_fills_what_the_first_leaves_blank(tmp_path: Path) -> None:
    rows = "Projekt;Förvaltning;Start;Ett;Två\nA;skola;2026-01-01;Anna;Bo\nB;skola;2026-01-01;;Bo\n"

    report = told(portfolio(tmp_path, list__csv=rows, map__yaml="Ett: lead\nTvå: lead\n"), *MAP)

    assert [row["lead"] for row in changes(report)] == ["Anna", "Bo"]


def test_of_two_columns_mapped_to_one_key_a_cell_that_says_otherwise_is_told_of(tmp_path: Path) -> None:
    rows = "Projekt;Förvaltning;Start;Ett;Två\nA;skola;2026-01-01;Anna;Bo\nB;skola;2026-01-01;Bo;Bo\n"

    report = told(portfolio(tmp_path, list__csv=rows, map__yaml="Ett: lead\nTvå: lead\n"), *MAP)

    assert [row["lead"] for row in changes(report)] == ["Anna", "Bo"]
    assert unused(report) == [("E2", "Bo", "D2 says another lead")]


def test_an_assignment_is_known_by_the_second_of_two_titles_where_the_first_is_blank(tmp_path: Path) -> None:
    rows = "Ett;Två;Ansvarig\n;Visits;Ny\n"

    report = told(portfolio(tmp_path, list__csv=rows, map__yaml="Ett: title\nTvå: title\n"), *MAP)

    assert fates(report) == [(2, "changed", "visits")]


def test_a_column_that_the_mapping_takes_goes_before_one_whose_heading_says_the_same(tmp_path: Path) -> None:
    rows = "Projekt;Ansvarig;Utförare\nVisits;Anna;Bo\n"

    report = told(portfolio(tmp_path, list__csv=rows, map__yaml="Utförare: lead\n"), *MAP)

    assert notes(report)["Ansvarig"] == ([], "nothing", "“Utförare” is taken for lead already")
    assert changes(report) == [{"lead": "Bo"}]


def test_columns_mapped_to_one_list_are_put_together(tmp_path: Path) -> None:
    rows = "Projekt;Förvaltning;Ansvarig;Start;Ett;Två\nA;skola;B;2026-01-01;x;y; \nC;skola;B;2026-01-01;x;x\n"

    report = told(portfolio(tmp_path, list__csv=rows, map__yaml="Ett: tags\nTvå: tags\n"), *MAP)

    assert [row["tags"] for row in changes(report)] == ["x, y", "x"]


def test_the_headings_of_agencies_benefit_plans_and_project_lists_are_known(tmp_path: Path) -> None:
    plan = (
        "Projekt;Effekt;Typ av effekt;Mätetal;Effekthemtagningsansvarig;Nollmätning;Målvärde;Enhet\n"
        "Visits;Färre besök;Kvalitet;väckande besök;Enhetschef;6 200 besök;3 000 besök;besök\n"
    )
    listed = "Dnr;Projektnamn;Ansvarig förvaltning;Projektledare;Startdatum;Total budget (mnkr);Läge tid\n"
    listed += "KS 2025/123;Kamera;skola;Bo;2026-01-15;1,2;Grön\n"
    folder = portfolio(tmp_path, plan__csv=plan, list__csv=listed)

    planned, projects = told(folder, "plan.csv"), told(folder, "list.csv")

    assert changes(planned)[0].items() >= {
        ("title", "Färre besök"),
        ("kind", "quality"),
        ("owner", "Enhetschef"),
        ("what", "väckande besök"),
        ("baseline", "6200"),
        ("target", "3000"),
        ("unit", "besök"),
    }
    assert changes(projects)[0].items() >= {("title", "Kamera"), ("costs_one_off", "1200000")}
    assert notes(projects)["Dnr"] == ([], "nothing", None)
