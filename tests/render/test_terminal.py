"""A report on a terminal fits its width, in its encoding and with or without colour; a pipe gets it whole."""

import re
import subprocess
import sys
from datetime import date
from itertools import product

import pytest
import wcwidth

from staircase.core.reports import (
    Cell,
    Column,
    Fact,
    Facts,
    Gaps,
    Group,
    Heading,
    Kind,
    Legend,
    Lines,
    Report,
    Section,
    Sign,
    Table,
    Tone,
)
from staircase.core.term import Code, Name, Said
from staircase.render import render
from staircase.render.look import UNICODE as SIGNS
from staircase.render.look import Look, SignSetName
from tests.render.attacks import ATTACKS
from tests.render.samples import SENTENCE, SWEDISH, gaps, hostile, report, roadmap, status

WIDTHS = [24, 40, 50, 59, 60, 66, 71, 72, 73, 80, 100, 140, 250]
ENCODINGS: dict[SignSetName, str] = {"unicode": "utf-8", "cp1252": "cp1252", "ascii": "latin-1"}


def _shown(given: Report, look: Look) -> list[str]:
    return render(given, "table", look, SWEDISH).splitlines()


@pytest.mark.parametrize(("width", "signs"), list(product(WIDTHS, ENCODINGS)))
def test_no_line_is_wider_than_the_terminal_or_ends_in_blanks(width: int, signs: SignSetName) -> None:
    lines = _shown(status(), Look(width, terminal=True, signs=signs))

    assert [line for line in lines if wcwidth.wcswidth(line) > width] == []
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize(("width", "attack"), list(product([40, 80, 140], ATTACKS.values())))
def test_no_text_makes_a_line_wider_than_the_terminal(width: int, attack: str) -> None:
    lines = _shown(hostile(attack), Look(width, terminal=True))

    assert [line for line in lines if wcwidth.wcswidth(line) > width] == []


@pytest.mark.parametrize(("signs", "encoding"), ENCODINGS.items())
def test_what_the_signs_were_chosen_for_can_be_encoded(signs: SignSetName, encoding: str) -> None:
    assert render(status(), "table", Look(80, terminal=True, signs=signs), SWEDISH).encode(encoding)


@pytest.mark.parametrize("width", [50, 66, 80, 140])
def test_colour_adds_nothing_but_the_eight_colours_bold_and_faint(width: int) -> None:
    painted = render(status(), "table", Look(width, terminal=True, colour=True), SWEDISH)

    assert re.sub("\x1b\\[[0-9;]+m", "", painted) == render(status(), "table", Look(width, terminal=True), SWEDISH)
    assert set(re.findall("\x1b\\[([0-9;]+)m", painted)) <= {"0", "1", "2", "1;31", "32", "33", "1;36"}
    assert painted.count("\x1b[0m") * 2 == painted.count("\x1b[")


def test_a_table_at_eighty_columns_names_what_it_hides() -> None:
    lines = _shown(status(), Look(80, terminal=True))

    assert [line.replace("\xa0", " ") for line in lines[11:20]] == [
        "Trappa  Uppdrag        Namn                         I steget    Nytta  Luckor",
        "─" * 80,
        "4 I ordinarie styrning",
        "▂▄▆█    nyckelfritt    Nyckelfri hemtjänst           5 mån       93 %  –",
        "▂▄▆█ ▲  parkering      Ansökan om parkeringstills…   2 mån    78–84 %  –",
        "",
        "3 Gemensam färdplan",
        "▂▄▆·    franvaro       Frånvaroanmälan i mobilen     8 mån !  86–94 %  2",
        "▂▄▆· ▲  bygglov-video  Startmöte för bygglov på v…   3 mån       72 %  2",
    ]
    assert lines[-1] == "Dolda kolumner: Förvaltning, Ledare, Uppdaterad, Bytte steg. Visa dem: --wide"


def test_the_staircase_is_drawn_with_heading_and_facts_in_its_corners() -> None:
    lines = _shown(status(), Look(80, terminal=True))

    assert [line.replace("\xa0", " ") for line in lines[:10]] == [
        "Granköpings kommun                                    ┌───────────────────────",
        "Programmet för digitalisering                         │ 4 I ordinarie styrning",
        "läge 2026-11-02                     ┌─────────────────┘ 2 uppdrag ▲1",
        "                                    │ 3 Gemensam färdplan",
        "12 pågår, tak 30  ┌─────────────────┘ 3 uppdrag ▲2",
        "5 nya senaste år  │ 2 Visa nyttan",
        "┌─────────────────┘ 4 uppdrag ▲1",
        "│ 1 Testa tillsammans   Pengar       430 tkr/år av 682 tkr/år hemtaget    63 %",
        "│ 3 uppdrag             Frigjord tid 1 400 tkr/år av 10,2 mnkr/år används 14 %",
        "                        Kvalitet     0 av 2 mål nådda                      0 %",
    ]


def test_below_seventy_two_columns_the_steps_are_plain_lines() -> None:
    lines = _shown(status(), Look(71, terminal=True))

    assert lines[7:11] == [
        "4 I ordinarie styrning  2 uppdrag ▲1",
        "3 Gemensam färdplan     3 uppdrag ▲2",
        "2 Visa nyttan           4 uppdrag ▲1",
        "1 Testa tillsammans     3 uppdrag",
    ]


def test_below_sixty_columns_a_row_is_a_record_with_all_that_is_set() -> None:
    lines = _shown(status(), Look(59, terminal=True))
    start = lines.index("Uppdrag:     fakturatolk")

    assert [line.replace("\xa0", " ") for line in lines[start - 2 : start + 9]] == [
        "1 Testa tillsammans",
        "Trappa:      ▂···",
        "Uppdrag:     fakturatolk",
        "Namn:        Tolkning av fakturor",
        "Förvaltning: Kommunledning",
        "Ledare:      Karl Ljung",
        "I steget:    9 mån !",
        "Luckor:      1",
        "Uppdaterad:  2026-10-18",
        "Bytte steg:  2026-10-18",
        "",
    ]


def test_everything_is_shown_when_asked_for_whatever_the_width() -> None:
    lines = _shown(status(), Look(40, terminal=True, wide=True))

    assert [line.replace("\xa0", " ") for line in lines if line.startswith("▂▄·· ▲")] == [
        (
            "▂▄·· ▲  bistand        Ansökan om ekonomiskt bistånd    Individ och arbete   Nils Åker     5 mån     "
            "  16 %  2 (1 fel)  2026-10-11  2026-10-11"
        )
    ]
    assert [line for line in lines if "--wide" in line] == []


def test_a_pipe_gets_one_head_and_one_whole_record_a_line() -> None:
    lines = _shown(status(), Look(40, colour=True))

    assert lines.index("") == 13
    assert [re.split(" {2,}", line) for line in lines[:2]] == [
        [
            "Trappa",
            "Uppdrag",
            "Namn",
            "Förvaltning",
            "Ledare",
            "I steget",
            "Nytta",
            "Luckor",
            "Uppdaterad",
            "Bytte steg",
        ],
        [
            "4",
            "nyckelfritt",
            "Nyckelfri hemtjänst",
            "Vård och omsorg",
            "Tove Lind",
            "147 dagar",
            "93\xa0%",
            "–",
            "2026-10-30",
            "2026-10-30",
        ],
    ]


def test_a_pipe_gets_the_group_as_its_first_column_and_sentences_after() -> None:
    rows = ((Cell(Code("a")), Cell(signs=(Sign.PROVEN,))), (Cell(Code("bb")), Cell()))
    table = Table((Column("id"), Column("gaps")), (Group(Name("Vård och omsorg"), rows),), group_key="department")

    assert _shown(report(Heading("A", "B", date(2026, 1, 1)), table, SENTENCE), Look(20)) == [
        "Förvaltning      Uppdrag  Luckor",
        "Vård och omsorg  a        ✓",
        "Vård och omsorg  bb       –",
        "",
        "A, B, läge 2026-01-01",
        "",
        "Vård och omsorg är med",
    ]


def test_columns_that_are_asked_for_stand_alone_in_a_pipe() -> None:
    table = Table((Column("id"),), (Group(None, ((Cell(Code("a")),),)),))
    asked = report(Heading("A", "B", date(2026, 1, 1)), table, SENTENCE)._replace(columns=("id",))

    assert _shown(asked, Look(20)) == ["Uppdrag", "a"]
    assert _shown(asked._replace(blocks=(SENTENCE,)), Look(20)) == ["Vård och omsorg är med"]


def test_a_column_of_words_for_signs_stands_where_none_are_drawn() -> None:
    columns, rows = (Column("id"), Column("lead", piped=True)), ((Cell(Code("a")), Cell(Name("Ada"))),)
    shown = report(Table(columns, (Group(None, rows),)))

    assert _shown(shown, Look(20)) == ["Uppdrag  Ledare", "a        Ada"]
    assert "Ada" not in "".join(_shown(shown, Look(200, terminal=True, wide=True)))


def test_read_aloud_a_report_is_its_sentences_among_all_else() -> None:
    lines = _shown(status(), Look(80, terminal=True, plain=True))

    sentences = [line for line in lines if ". Steg " in line]
    assert len(sentences) == 12
    assert lines[0] == "Granköpings kommun, Programmet för digitalisering, läge 2026-11-02"
    assert sentences[0] == (
        "nyckelfritt: Nyckelfri hemtjänst, Vård och omsorg. Steg 4 av 4, I ordinarie styrning, 147 dagar."
    )


def test_an_empty_column_vanishes_and_a_table_without_rows_too() -> None:
    columns = (Column("id"), Column("lead"), Column("gaps", align="right"))
    rows = ((Cell(Code("a")), Cell(), Cell(7)), (Cell(Code("b")), Cell(), Cell(12, Tone.WARN, (Sign.OVER,))))

    assert _shown(report(Table(columns, (Group(None, rows),))), Look(80, terminal=True)) == [
        "Uppdrag  Luckor",
        "───────────────",
        "a           7",
        "b          12 !",
    ]
    assert _shown(report(Table(columns, ())), Look(80, terminal=True)) == []


def test_a_heading_is_one_line_where_it_fits() -> None:
    given = report(Heading("Granköpings kommun", "Programmet", date(2026, 11, 2)))

    assert _shown(given, Look(80, terminal=True)) == ["Granköpings kommun · Programmet · läge 2026-11-02"]
    assert _shown(given, Look(30, terminal=True)) == ["Granköpings kommun", "Programmet", "läge 2026-11-02"]


def test_an_amount_is_not_broken_and_a_name_stays_together() -> None:
    lines = _shown(status(), Look(66, terminal=True))
    start = lines.index("Att ta tag i först")

    assert [line.replace("\xa0", " ") for line in lines[start + 1 : start + 6]] == [
        "✗  bistand     Nytta utan ägare i linjen: Snabbare beslut",
        "               Nils Åker",
        "●  nattillsyn  Frigjord tid utan bestämd användning: Färre",
        "               nattbesök, 2 070 tkr/år",
        "               Åsa Vik",
    ]


def test_sentences_are_wrapped_and_never_broken_into_a_command() -> None:
    given = report(Lines((Said("lines.one", {"name": Name("En förvaltning ::error::med långt namn")}),)))

    assert _shown(given, Look(16, terminal=True)) == ["En förvaltning", "\\::error::med", "långt namn är", "med"]


def test_an_empty_text_is_as_unset() -> None:
    table = Table((Column("id"), Column("lead")), (Group(None, ((Cell(Code("a")), Cell(Name(""))),)),))

    assert _shown(report(table), Look(80, terminal=True)) == ["Uppdrag", "───────", "a"]
    assert _shown(report(table), Look(80)) == ["Uppdrag  Ledare", "a        –"]


def test_a_terminal_loads_no_other_format_and_no_tables_of_widths() -> None:
    script = (
        "import sys\n"
        "from staircase.render import render\n"
        "from staircase.render.look import Look\n"
        "from tests.render.samples import SWEDISH, status\n"
        "render(status(), 'table', Look(80, terminal=True, colour=True), SWEDISH)\n"
        "print(sorted({'csv', 'html', 'json', 'rich', 'staircase.render.markdown', 'yaml'} & set(sys.modules)))\n"
    )

    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert ran.stdout == "[]\n"


def test_a_timeline_has_its_bars_on_an_axis_with_today_marked() -> None:
    assert _shown(roadmap(), Look(80, terminal=True))[2:] == [
        "                                  2026 2027                2028",
        "  Namn                            Q4   Q1   Q2   Q3   Q4   Q1     I plan",
        "─" * 35 + "│ i dag " + "─" * 34,
        "Stadsbyggnad",
        "  Alla tillstånd i ett flöde      ·│   ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆·      ✓ i plan",
        "  Digital tillsyn hela året       ·│   ·    ╌╌╌╌╌╌╌╌╌╌·    ·      ● ej i plan",
        "",
        "Vård och omsorg",
        "  Trygg hemma, alla områden       ·│   ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌·      ● ej i plan",
        "  Digitala lås i särskilt boende  ▆▆▆▆▆▆▆▆▆▆·    ·    ·    ·      ✓ i plan",
        "",
        "Individ och arbete  har tränat men saknar färdplan",
        "",
        "Dolda kolumner: Uppdrag. Visa dem: --wide",
    ]


def test_a_pipe_gets_a_timelines_days() -> None:
    assert [re.split(" {2,}", line) for line in _shown(roadmap(), Look(80))[:2]] == [
        ["Grupp", "Namn", "Uppdrag", "Från", "Till", "I plan"],
        ["Stadsbyggnad", "Alla tillstånd i ett flöde", "parkering", "2027-01-01", "2027-12-31", "✓ i plan"],
    ]


def test_gaps_stand_under_their_kind_and_its_one_line_of_advice() -> None:
    lines = [line.replace("\xa0", " ") for line in _shown(gaps(), Look(110, terminal=True))]

    assert lines[:5] == [
        "Luckor",
        "● Frigjord tid utan bestämd användning  3 luckor, 3 432 tkr/år  benefit-capacity-unused",
        "  → Bestäm vad tiden ska gå till: taken_home",
        "  nattillsyn  Färre nattbesök, 2 070 tkr/år                    Åsa Vik     uppdrag/nattillsyn.yaml:39",
        "  lakemedel   Färre läkemedelsbesök, 1 110 tkr/år              Åsa Vik     uppdrag/lakemedel.yaml:39",
    ]
    assert _shown(gaps(), Look(80))[0] == (
        "uppdrag/nattillsyn.yaml:39:5: warning benefit-capacity-unused: Färre nattbesök"
    )


@pytest.mark.parametrize(("width", "given"), list(product([24, 50, 60, 80, 140], [roadmap(), gaps()])))
def test_drawings_of_time_and_gaps_fit_the_terminal(width: int, given: Report) -> None:
    lines = _shown(given, Look(width, terminal=True))

    assert [line for line in lines if wcwidth.wcswidth(line) > width or line != line.rstrip()] == []


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_sentence_in_a_table_goes_on_below_and_is_not_cut(width: int) -> None:
    sentence = " ".join(f"word{number}" for number in range(30))
    columns = (Column("id"), Column("title", shrink=30, broken=True), Column("gap_place", 1))
    row = (Cell(Code("some-id")), Cell(Name(sentence), Tone.WARN, (Sign.OVER,)), Cell(Name("at-some-place")))

    lines = _shown(report(Table(columns, (Group(None, (row, row)),))), Look(width, terminal=True))

    body = lines[2:]
    first = next(number for number, line in enumerate(body[1:], 1) if line.startswith("some-id"))
    shown = " ".join(line.removeprefix("some-id").replace("at-some-place", "") for line in body[:first])
    assert " ".join(shown.replace(SIGNS.signs[Sign.OVER], "").split()) == sentence
    assert [line for line in lines if wcwidth.wcswidth(line) > width] == []
    assert (first > 1, SIGNS.signs[Sign.OVER] in body[0]) == (True, True)


def test_a_legend_explains_the_signs_of_the_columns_that_are_shown() -> None:
    wide = Cell(Name(f"{'o' * 30} {'v' * 30}"))
    row = (Cell(Code("id"), signs=(Sign.ARRIVED,)), wide, Cell(Code("7"), Tone.WARN, (Sign.OVER,)), wide)
    columns = (Column("id"), Column("title"), Column("days_in_step", 1), Column("department", 2))
    table = Table(columns, (Group(None, (row,)),))
    legend = Legend(((Sign.ARRIVED, "legend.arrived"), (Sign.OVER, "legend.over"), (Sign.PAUSED, "legend.nothing")))

    narrow, wider = (_shown(report(table, legend), Look(width, terminal=True)) for width in (70, 100))

    arrived, over = (f"{SIGNS.signs[sign]} {SWEDISH.text(key)}" for sign, key in legend.entries[:2])
    assert arrived in narrow
    assert f"{arrived}   {over}" in wider


def test_a_pipe_gets_facts_and_kinds_that_are_what_the_report_is_about() -> None:
    facts = (Fact("column.title", (Cell(Name("Ada")),)), Fact("column.gaps", (Cell(None),)))
    kinds = (Kind(None, Name("Doors"), (), None, None, (), Said("lines.one", {"name": Name("whole")})),)
    blocks = (Section(Name("Title"), (Code("its-id"),)), Facts(facts, records=True), Facts(facts), Gaps(kinds))

    lines = _shown(report(*blocks, Section(Name("No more"))), Look(80))

    assert lines == [
        "Title  its-id",
        "",
        f"{SWEDISH.text('column.title')}: Ada",
        f"{SWEDISH.text('column.gaps')}: –",
        "",
        *_shown(report(Gaps(kinds)), Look(80)),
        "",
        f"{SWEDISH.text('column.title')}: Ada",
        f"{SWEDISH.text('column.gaps')}: –",
    ]
    assert "whole" in lines[5]
