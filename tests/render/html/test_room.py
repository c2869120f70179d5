"""No page is larger than it may be, whatever the files hold, and what it leaves out for that is counted on it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from lxml import html

from staircase.core.assess import Assessment, assess
from staircase.core.choices import LANGUAGES, Language
from staircase.core.load import load
from staircase.core.page.compose import page
from staircase.core.portfolio import as_it_was
from staircase.core.reports import Column, Group, Lane, Table, Timeline, Track
from staircase.core.source import PROGRAM_FILE, File
from staircase.disk import read
from staircase.render.html import classes_of, even_share, lanes_of, render, rows_of, style_for
from staircase.words.speech import words
from tests.bench.generate import MESSY, TIDY, Manner, write
from tests.browser.pages import CASES
from tests.core.build import FULL, PROGRAM, assessed, assignment, program
from tests.healthy.programme import LAST, programme
from tests.hostile.portfolios import planted
from tests.render.attacks import ATTACKS

DAY, A_YEAR_AGO = date(2026, 11, 2), date(2025, 11, 2)
FREE, EACH = 20 * 1024, 2560
"""How large a page may be in bytes: so much, and so much more for each assignment."""

CARDS = "//section[@id='assignments']//details"


def drawn(
    assessment: Assessment, language: Language = "sv", since: date | None = None, department: str | None = None
) -> str:
    before = assess(as_it_was(assessment.portfolio, since), since, DAY) if since else None
    return render(page(assessment, department, before, since), words(language), "1.0", "0123456789ab")


def over(text: str) -> int:
    """How many bytes a page has beyond what it may have."""
    cards = len(html.document_fromstring(text).xpath(CARDS))
    return max(len(text.encode()) - FREE - cards * EACH, 0)


def kept(number: int, manner: Manner = TIDY, seed: int = 1) -> Assessment:
    with TemporaryDirectory() as folder:
        write(Path(folder), number, seed, manner)
        return assess(load(read(Path(folder))), DAY, DAY)


def full(number: int) -> Assessment:
    return assessed(**{f"a{one}": FULL for one in range(number)})


def attacked(*attacks: str) -> Assessment:
    with TemporaryDirectory() as folder:
        return assess(load(read(planted(Path(folder), attacks))), DAY, DAY)


def of_many_parts(number: int) -> Assessment:
    """An assignment with so many of everything, each with texts as long as they may be, and as many departments."""
    line, prose = "&" * 180, "<" * 2_000
    departments = ", ".join(f"{{id: d{one}, name: '{line}{one}'}}" for one in range(number))
    trial = "{{id: t{0}, title: '{1}', started: 2026-01-10, ended: 2026-02-10, learned: '{2}'}}"
    benefit = "{{id: b{0}, title: '{1}', owner: '{1}', measure: {{what: '{1}', unit: '{1}'}}}}"
    item = "{{id: i{0}, title: '{1}', from: 2026-Q{2}, owner: '{1}'}}"
    lists = {
        "trials": [trial.format(one, line, prose) for one in range(number)],
        "benefits": [benefit.format(one, line) for one in range(number)],
        "roadmap": [item.format(one, line, one % 4 + 1) for one in range(number)],
    }
    text = "\n".join(f"{key}: [{', '.join(parts)}]" for key, parts in lists.items())
    only = assignment(text, title=f"'{line}'", department="d0", lead=f"'{line}'", together="")
    return assessed(program(departments=f"[{departments}]"), only=only)


KINDS: Mapping[str, Callable[[], Assessment]] = {
    "none": lambda: assessed(PROGRAM),
    "2 tidy": lambda: kept(2),
    "12 tidy": lambda: kept(12),
    "3 messy": lambda: kept(3, MESSY),
    "1 with every fact": lambda: assessed(keyless=FULL),
    "one of many parts": lambda: of_many_parts(40),
}
"""Portfolios of every kind, so small that each test takes milliseconds."""

LARGE: Mapping[str, Callable[[], Assessment]] = {
    **{f"{number} tidy": partial(kept, number) for number in (1, 3, 30, 60, 300)},
    **{
        f"{number} messy, {seed}": partial(kept, number, MESSY, seed)
        for number, seed in ((2, 1), (4, 2), (7, 3), (12, 1), (20, 4), (30, 1), (60, 1), (60, 2), (300, 1))
    },
    **{f"{number} with every fact": partial(full, number) for number in (2, 3, 12, 60, 300)},
    "attacked": lambda: attacked(*ATTACKS.values()),
}


def assert_that_its_pages_have_room(assessment: Assessment, language: Language) -> None:
    """The whole portfolio's page, that with what has happened, and that of a department."""
    departments = list(assessment.portfolio.departments)[:1]

    for since in (None, A_YEAR_AGO):
        for department in (None, *departments):
            assert over(drawn(assessment, language, since, department)) == 0, (since, department)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_no_larger_than_it_may_be(kind: str) -> None:
    assert over(drawn(KINDS[kind](), "sv", A_YEAR_AGO)) == 0


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [*KINDS, *LARGE])
def test_every_page_is_no_larger_than_it_may_be_in_both_languages(kind: str, language: Language) -> None:
    assert_that_its_pages_have_room({**KINDS, **LARGE}[kind](), language)


@pytest.mark.slow
@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_the_page_of_files_full_of_an_attack_is_no_larger_than_it_may_be(attack: str) -> None:
    assert_that_its_pages_have_room(attacked(attack), "sv")


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_page_of_a_programme_s_three_years_is_no_larger_than_it_may_be(seed: int) -> None:
    of = programme(seed)
    records = {PROGRAM_FILE: of.program} | {f"assignments/{name}.yaml": one for name, one in of.assignments.items()}
    files = [File(path, one.text(one.known_to(LAST)).encode()) for path, one in records.items()]

    assert over(drawn(assess(load(files), LAST, LAST))) == 0


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_every_page_that_is_looked_at_is_no_larger_than_it_may_be(name: str) -> None:
    assert over(CASES[name].html()) == 0


def test_a_well_kept_page_of_thirty_leaves_nothing_out() -> None:
    assert "ryms inte" not in drawn(kept(30))


def test_where_a_page_has_no_room_it_says_how_many_are_left_out_and_where_they_are() -> None:
    told = html.document_fromstring(drawn(of_many_parts(40), "en"))
    rows = told.xpath("//section[@id='roadmap']//tbody/tr[not(@class)]")
    (left,) = told.xpath("//section[@id='roadmap']/p[not(@class)]")
    (card,) = told.xpath(CARDS)
    (facts,) = card.xpath("./p")

    items = 40
    assert left.text_content() == f"No room here for {items - len(rows)} more"
    assert re.fullmatch(r"No room here for \d+ facts more: see the assignment’s file", facts.text_content())
    assert "the portfolio’s files have all of it" in told.xpath("//footer")[0].text_content()


def test_a_long_text_is_cut_and_says_how_much_longer_it_is() -> None:
    lesson = "word " * 400
    trial = f"trials: [{{id: t, title: T, started: 2026-01-01, ended: 2026-02-01, learned: '{lesson}'}}]"
    told = html.document_fromstring(drawn(assessed(keyless=assignment(trial)), "en"))

    said = [one for one in told.xpath("//p/text()") if one.startswith("word")]
    assert len(said) == 2
    for one in said:
        begins, more = one.split("… ")
        assert begins == lesson[: len(begins)]
        assert more == f"({len(lesson.strip()) - len(begins):,} more characters in the file)"


COLUMN = Column("title")


@pytest.mark.parametrize(("most", "sizes", "left"), [(9, [2, 3], 0), (5, [2, 3], 0), (3, [2, 1], 2), (2, [2], 3)])
def test_a_table_has_its_first_rows_in_their_groups(most: int, sizes: list[int], left: int) -> None:
    table = Table((COLUMN,), (Group(None, ((), ())), Group(None, ((), (), ()))))

    cut, without = rows_of(table, most)

    assert ([len(group.rows) for group in cut.groups], without) == (sizes, left)


@pytest.mark.parametrize(
    ("most", "sizes", "left"), [(9, [2, 0, 1], 0), (4, [2, 0, 1], 0), (3, [2, 0], 1), (2, [2], 2), (1, [1], 3)]
)
def test_a_timeline_has_its_first_tracks_and_an_empty_lane_is_a_line(most: int, sizes: list[int], left: int) -> None:
    track = Track((), (), ())
    lanes = tuple(Lane(None, tracks) for tracks in ((track, track), (), (track,)))

    cut, without = lanes_of(Timeline(DAY, DAY, DAY, "quarter", (), (), lanes), most)

    assert ([len(lane.tracks) for lane in cut.lanes], without) == (sizes, left)


@pytest.mark.parametrize(
    ("sizes", "room", "share"),
    [([], 0, None), ([3, 5], 8, None), ([5, 3], 7, 4), ([1, 9, 9], 11, 5), ([4, 4], 0, 0), ([4, 4], -9, 0)],
)
def test_the_room_is_shared_so_that_only_the_largest_are_cut(sizes: list[int], room: int, share: int | None) -> None:
    assert even_share(sizes, room) == share


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        ("p{a:b}.card{c:d}.other{e:f}", "p{a:b}.card{c:d}"),
        (".other,.card p,.card .other,a{b:c}", ".card p,a{b:c}"),
        ("@media print{.other{a:b}}@media (x){.other{a:b}.card{c:d}}", "@media (x){.card{c:d}}"),
        (".card:not(.other):has(.other),[class^=x]{a:.5em}", ".card:not(.other):has(.other),[class^=x]{a:.5em}"),
        ("p:is(a,.other){b:c}", ""),
    ],
)
def test_rules_of_classes_that_are_not_on_the_page_are_left_out(sheet: str, kept: str) -> None:
    assert style_for(sheet, classes_of('<p class=card><p class="of kind">')) == kept
