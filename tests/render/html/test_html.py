"""The page as HTML: the figures of the commands, and nothing that a file could make act."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

import pytest
from lxml import etree, html

from staircase.core.assess import Assessment, assess
from staircase.core.choices import LANGUAGES, Language
from staircase.core.load import load
from staircase.core.page import Areas, DotRow, ManagementPage
from staircase.core.page.compose import page
from staircase.core.portfolio import as_it_was
from staircase.core.rules.table import HARMS
from staircase.disk import read
from staircase.render.html import render, slide
from staircase.render.html.pen import ALL, PagePen
from staircase.render.html.picture import draw, years
from staircase.words.speech import words
from tests.core.build import FULL, PROGRAM, assessed, assignment, program
from tests.hostile.portfolios import MARK, planted
from tests.house.module import ROOT
from tests.render.attacks import ATTACKS

DAY, SINCE = date(2026, 11, 2), date(2026, 8, 1)
BOTH = pytest.mark.parametrize("language", LANGUAGES)

CARDS = "//section[@id='assignments']//details"


@cache
def example() -> Assessment:
    return assess(load(read(ROOT / "portfolio")), DAY, DAY)


@cache
def text_of(language: Language = "sv", department: str | None = None, *, shows_people: bool = True) -> str:
    """The example's page."""
    before = assess(as_it_was(example().portfolio, SINCE), SINCE, DAY)
    return drawn(example(), language, before, department, shows_people=shows_people)


def drawn(
    assessment: Assessment,
    language: Language = "sv",
    before: Assessment | None = None,
    department: str | None = None,
    *,
    shows_people: bool = True,
) -> str:
    found = page(assessment, department, before, before.day if before else None, shows_people=shows_people)
    return render(found, words(language), "1.0", "0123456789ab")


def tree(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


@BOTH
def test_the_page_is_whole_in_both_languages(language: Language) -> None:
    text = text_of(language)

    assert tree(text).get("lang") == language
    assert not re.search(r"\b(page|column|rule|step|status|kind|legend)\.[a-z_-]+\b", tree(text).text_content())


def test_the_same_day_and_files_make_the_same_page() -> None:
    text_of.cache_clear()
    first = text_of()
    text_of.cache_clear()

    assert text_of() == first


def test_an_empty_portfolio_makes_a_page() -> None:
    found = tree(drawn(assessed(PROGRAM)))

    assert found.xpath("//h1")[0].text_content() == "Inget uppdrag har kommit upp på trappan än"


def test_every_link_leads_to_a_place_on_the_page() -> None:
    found = tree(text_of())
    ids = found.xpath("//@id")

    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in found.xpath("//a/@href")} <= set(ids)
    assert len(found.xpath(CARDS)) == len(example().portfolio.entries)


def test_every_assignment_that_a_table_names_is_called_by_its_title_and_leads_to_its_card() -> None:
    found = tree(text_of())
    titles = {card.get("id"): card.xpath(".//h3")[0].text_content() for card in found.xpath(CARDS)}

    for section, column in (("benefits", 2), ("roadmap", 2), ("assignments", 1)):
        rows = found.xpath(f"//section[@id='{section}']//tbody/tr[not(@class)]/*[{column}]")
        links = [cell.xpath("./a")[0] for cell in rows]
        assert links
        assert [link.text_content() for link in links] == [titles[link.get("href")[1:]] for link in links]


@BOTH
def test_why_something_is_to_be_decided_is_a_sentence(language: Language) -> None:
    standing = "[{step: explore, entered: 2026-01-01}, {step: benefits, entered: 2026-03-01}]"
    text = drawn(assessed(it=assignment(journey=standing)), language)
    whys = [why.text_content() for why in tree(text).xpath("//ol[@class='decisions']//p[not(@class)]")]

    assert whys
    assert [why for why in whys if not re.fullmatch(r"[A-ZÅÄÖ”“'].*\.", why)] == []


@BOTH
def test_nobody_is_asked_to_write_into_a_file(language: Language) -> None:
    asks = [ask.text_content() for ask in tree(text_of(language)).xpath("//*[@class='ask']")]

    assert len(asks) > 40
    assert [ask for ask in asks if re.search(r"…|\{|\b[a-z_]+: (- )?[\[{]", ask)] == []


@BOTH
def test_files_that_cannot_be_read_are_told_of_below_the_headline_and_among_the_sources(language: Language) -> None:
    found = tree(drawn(assessed(keyless=assignment(), broken="["), language))

    (below,) = found.xpath("//header/p[@class='warn']")
    assert "assignments/broken.yaml" in below.text_content()
    assert below.text_content() in found.xpath("//footer")[0].text_content()


@BOTH
def test_without_its_programme_the_page_begins_with_what_cannot_be_read_and_tells_the_rest(language: Language) -> None:
    of = tree(drawn(assessed("[", keyless=assignment()), language))

    head = of.xpath("//header")[0]
    assert [one.tag for one in head] == ["p", "h1", "p", "nav"]
    assert "program.yaml" in head.xpath("./p[@class='warn']")[0].text_content()
    assert [one.get("id") for one in of.xpath("//main/*")] == ["stairs", "assignments"]
    assert of.xpath(f"{CARDS}//h3")[0].text_content() == "Keyless"
    assert not of.xpath("//p[@class='reached']")
    assert not re.search(r"\b(page|column|rule|step|status|kind|legend)\.[a-z_-]+\b", of.text_content())


@BOTH
def test_without_its_programme_the_slide_tells_where_the_assignments_stand(language: Language) -> None:
    svg = etree.fromstring(slide(page(assessed("[", keyless=assignment())), words(language)).encode())
    texts = [text.text for text in svg.iter("{*}text")]

    assert "Keyless" in texts
    assert " ".join(filter(None, texts)).startswith(words(language).text("page.message.bare"))


@BOTH
def test_the_page_names_no_rule_and_no_key_of_the_files(language: Language) -> None:
    stale = "accepted: [{rule: benefit-no-owner, item: gone, until: 2027-01-01, why: W}]"
    cut = "trials: [{id: t, title: T, started: 2026-01-01, ended: 2026-02-01, learned: ”L”}]"
    other = drawn(assessed(keyless=assignment(stale), paper=assignment(cut)), language)

    assert words(language).text("rule.benefit-no-owner") in tree(other).text_content()
    for text in (text_of(language), other):
        told = tree(text).text_content()
        assert [rule for rule in HARMS if rule in told] == []
        assert re.findall(r"\[\d+\]|\b[a-z]+_[a-z]+\b", told.partition("</style>")[2] or told) == []


@BOTH
def test_the_page_names_no_command(language: Language) -> None:
    broken = drawn(assessed(keyless=assignment(), broken="["), language)

    for text in (text_of(language), broken, drawn(assessed(PROGRAM), language)):
        assert re.findall(r"staircase (?!\d)\S+", tree(text).text_content().lower()) == []


def test_the_departments_are_told_without_ids_and_without_what_signs_say() -> None:
    (table,) = tree(text_of()).xpath("//section[@id='departments']//table")

    assert len(table.xpath(".//thead//th")) == len(table.xpath(".//tbody/tr[1]/*")) == 10
    assert "vard-omsorg" not in table.text_content()


@pytest.mark.parametrize(("number", "on_paper"), [(12, True), (13, False)])
def test_many_cards_are_not_printed_and_the_paper_says_so(number: int, *, on_paper: bool) -> None:
    files = {f"a{place}": assignment(title=f"Assignment {place}") for place in range(number)}
    found = tree(drawn(assessed(**files)))

    assert len(found.xpath(CARDS)) == number
    assert bool(found.xpath("//*[contains(@class, 'unprinted')]")) is not on_paper
    assert bool(found.xpath("//p[@class='screen']")) is not on_paper


def test_every_picture_has_a_title_and_a_description() -> None:
    found = tree(text_of())

    for picture in found.xpath("//figure//svg[@role]"):
        assert picture.xpath("./title")[0].text
        assert picture.xpath("./desc")[0].text
    journeys = found.xpath("//svg[@class='journey']")
    assert journeys
    assert {picture.get("aria-hidden") for picture in journeys} == {"true"}
    assert all(" från " in picture.tail for picture in journeys)
    lines = found.xpath("//svg[@class='trend']")
    assert lines
    assert all("→" in line.get("aria-label") for line in lines)
    assert {picture.get("role") for picture in found.xpath("//svg[not(ancestor::svg or @aria-hidden)]")} == {"img"}
    gauges = found.xpath("//*[@class='gauge']")
    assert gauges
    assert all(re.fullmatch(r"−?\d+.%(, plan \d+.%)?", gauge.tail) for gauge in gauges)


def test_gaps_stand_under_what_they_weigh_with_their_number() -> None:
    found = tree(text_of()).xpath("//section[@id='gaps']/div[@class='kinds']")[0]

    assert [(one.tag, one.text_content()) for one in found if one.tag == "h3"] == [
        ("h3", "37 varningar"),
        ("h3", "11 anmärkningar"),
    ]
    assert {one.tag for one in found} == {"h3", "div"}


@pytest.mark.parametrize(("visits", "dots"), [(0, 0), (100, 100), (101, 97), (5000, 97)])
def test_of_more_visits_than_a_hundred_those_at_the_same_place_share_a_dot(visits: int, dots: int) -> None:
    row = DotRow("explore", tuple(range(visits)), None, 1)

    strip = draw(row, PagePen(words("sv"), frozenset(), (), ALL), visits - 1)

    assert strip.count("<circle") == dots


@pytest.mark.parametrize(
    ("last", "marked"),
    [
        (date(2026, 11, 2), [(2025, "35.3%"), (2026, "70.6%")]),
        (date(2026, 1, 20), [(2025, "48.8%")]),
        (date(2034, 1, 1), [(2025, "10.0%"), (2027, "30.0%"), (2029, "50.0%"), (2031, "70.0%")]),
    ],
)
def test_the_beginnings_of_years_are_marked_along_an_axis_of_time(last: date, marked: list[tuple[int, str]]) -> None:
    assert years(Areas((date(2024, 1, 1), last), (), 30)) == marked


TWO = program(departments="[{id: care, name: Care}, {id: roads, name: Roads}]")


@pytest.mark.parametrize(("titles", "size"), [(0, "1"), (6, "0.85"), (13, "0.9"), (20, "0.8"), (21, "1")])
def test_the_first_printed_page_is_set_smaller_the_more_names_stand_on_a_step(titles: int, size: str) -> None:
    found = tree(drawn(assessed(TWO, **{f"a{place}": assignment() for place in range(titles)})))

    assert found.xpath("//body/@style") == [f"--z:{size}"]


def test_where_no_roadmap_has_an_item_the_departments_are_told_without_an_axis() -> None:
    found = tree(drawn(assessed(keyless=assignment()))).xpath("//section[@id='roadmap']")[0]

    assert not found.xpath(".//table")
    assert [one.text_content().strip() for one in found.xpath("./ul/li")] == [
        "Care: testar fortfarande, ingen färdplan behövs än"
    ]


def test_the_headings_form_an_outline() -> None:
    levels = [int(heading.tag[1]) for heading in tree(text_of()).xpath("//h1|//h2|//h3|//h4")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    found = tree(text_of())
    style = found.xpath("//style")[0].text

    assert not found.xpath("//script|//link|//img|//iframe|//object|//embed|//form|//base|//@src")
    assert [one for one in found.xpath("//@style") if not DRAWN.fullmatch(one)] == []
    assert "url(" not in style
    assert "@import" not in style
    assert "default-src 'none'" in found.xpath("//meta[@http-equiv]/@content")[0]


DRAWN = re.compile(r"(bottom|left):\d+\.\d%|--n:\d+%(;--p:\d+%)?|--z:(0\.\d+|1)")
"""How an element may be styled by itself: where a name stands, how far a bar goes, how large paper is set."""

each_attack = pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)

ACTING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0041\U000e0100]"
)
"""Characters that act, or that nobody sees."""


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], ManagementPage]:
    """The page of a portfolio that holds an attack in every field, and in its title."""

    @cache
    def of(attack: str) -> ManagementPage:
        now = assess(load(read(planted(tmp_path_factory.mktemp("attacked"), [attack]))), DAY, DAY)
        before = assess(as_it_was(now.portfolio, SINCE), SINCE, DAY)
        return replace(page(now, None, before, SINCE), program=attack)

    return of


@cache
def own_marks() -> tuple[frozenset[object], frozenset[str]]:
    """The elements and attributes of the templates: those of the example's page, of folded and of unfolded cards."""
    pages = [tree(text) for text in (text_of(), drawn(assessed(keyless=FULL)))]
    elements = [element for each in pages for element in each.iter()]
    return frozenset(one.tag for one in elements), frozenset(name for one in elements for name in one.attrib)


@each_attack
def test_no_text_of_a_file_becomes_an_element_an_attribute_or_an_address(
    attacked: Callable[[str], ManagementPage], attack: str
) -> None:
    """Whatever stands in every field, the page has the elements and attributes of the templates alone."""
    text = render(attacked(attack), words("sv"), "1.0")
    of = tree(text)
    tags, names = own_marks()

    assert {element.tag for element in of.iter()} - tags == set()
    assert {name for element in of.iter() for name in element.attrib} - names == set()
    assert [href for href in of.xpath("//@href") if not re.fullmatch(r"#[a-z0-9-]+", href)] == []
    assert ACTING.search(text) is None
    assert all(MARK in title for title in of.xpath(f"{CARDS}//h3/text()") if title != "T")


@each_attack
@BOTH
def test_whatever_stands_in_the_files_the_slide_is_a_picture_of_shapes_and_text(
    attacked: Callable[[str], ManagementPage], attack: str, language: Language
) -> None:
    text = slide(attacked(attack), words(language))
    svg = etree.fromstring(text.encode())

    assert {etree.QName(one).localname for one in svg.iter()} == {"svg", "title", "desc", "rect", "text"}
    assert {etree.QName(one).namespace for one in svg.iter()} == {"http://www.w3.org/2000/svg"}
    assert {name for one in svg.iter() for name in one.attrib} == {
        *("viewBox", "role", "aria-labelledby", "font-family", "id"),
        *("x", "y", "width", "height", "fill", "font-size", "font-weight", "shape-rendering"),
    }
    assert ACTING.search(text) is None
    assert MARK in svg.findtext("{*}desc", "")


def test_names_are_left_out_wherever_they_stand() -> None:
    scene = example().scene
    assert scene
    names = {known.assignment.lead for known in scene.known.values()}
    names |= {one.owner for known in scene.known.values() for one in known.assignment.benefits if one.owner}
    names |= {one.owner for known in scene.known.values() for one in known.assignment.roadmap if one.owner}
    names |= {one.manager for one in scene.program.departments if one.manager}

    shown, hidden = tree(text_of()).text_content(), tree(text_of(shows_people=False)).text_content()

    assert sum(name in shown for name in names) > len(names) / 2
    assert [name for name in names if name in hidden] == []
    public = tree(text_of(shows_people=False))
    for head in ("Ägare", "Uppdragsledare"):
        assert [one for one in tree(text_of()).xpath("//th|//dt") if one.text_content().strip() == head]
        assert [one for one in public.xpath("//th|//dt") if one.text_content().strip() == head] == []
    assert "(ansvarig)" not in hidden
    assert "Ansvar:" not in hidden


def test_the_slide_is_a_picture_whose_text_is_text() -> None:
    found = page(example())
    svg = etree.fromstring(slide(found, words("sv")).encode())
    texts = [text.text for text in svg.iter("{*}text")]

    assert svg.get("viewBox") == "0 0 1600 900"
    assert "1 Testa tillsammans" in texts
    assert f"▲ {words('sv').text('legend.arrived')}" in texts
    assert not list(svg.iter("{*}script", "{*}image", "{*}a", "{*}foreignObject"))
    titles = {card.title for step in found.sections[0].pictures[0].steps for card in step.cards}  # type: ignore[union-attr]
    assert len(titles & {text.removeprefix("▲ ") for text in texts if text}) >= len(titles) // 2
    assert all(title in svg.find("{*}desc").text for title in titles)  # type: ignore[operator, union-attr]


@pytest.mark.parametrize("number", [12, 13, 18])
def test_the_slide_tells_names_as_long_as_there_is_room(number: int) -> None:
    files = {f"a{place}": assignment(title=f"Assignment {place}") for place in range(number)}
    found = page(assessed(TWO, **files))

    texts = re.findall(r">([^<]+)</text>", slide(found, words("en")))
    drawn_names = [text for text in texts if text.startswith("Assignment ")]

    assert len(drawn_names) == (number if number <= 17 else 0)
    assert texts.count(str(number)) == (number > 17)


def test_the_slide_says_its_message_on_two_lines_about_as_long() -> None:
    texts = re.findall(r">([^<]+)</text>", slide(page(example()), words("sv")))

    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts[:3]] == [
        "9 av 10 förvaltningar är på trappan, och",
        "1,2 av 2,9 miljoner kronor om året är hemtaget",
        "Granköpings kommun. Programmet för digitalisering. Läget 2 november 2026.",
    ]


def test_a_title_that_is_too_long_for_the_slide_goes_on_below_and_is_cut_there() -> None:
    found = page(assessed(keyless=assignment(title="x" * 150)))

    first, second = re.findall(r">(x+…?)</text>", slide(found, words("en")))

    assert (set(first), second[-1]) == ({"x"}, "…")
    assert len(first) == len(second) < 30


def test_of_many_gaps_of_a_kind_the_folded_ones_are_told_on_their_cards_which_lead_to_the_advice() -> None:
    trial = "{{id: {0}, title: {0}, started: 2026-01-01, ended: 2026-02-01, outcome: mixed}}"
    trials = ", ".join(trial.format(f"t{number}") for number in range(10))
    of = tree(drawn(assessed(keyless=assignment(f"trials: [{trials}]"))))

    (kind,) = [one for one in of.xpath("//section[@id='gaps']//div") if one.xpath("./details")]
    lesson = kind.xpath("./p[@class='ask']")[0].text_content()
    (card,) = of.xpath(CARDS)[-1:]
    assert ["lärdom saknas" in one.text_content() for one in kind.xpath(".//li")] == [True] * 8 + [False] * 2
    assert card.text_content().count("lärdom saknas") == 10
    assert card.text_content().count(lesson) == 0
    assert [one.text_content() for one in card.xpath(".//a[@href='#gaps']")] == ["11 varningar"]


def test_a_gap_whose_sentence_names_what_it_is_about_does_not_name_it_before() -> None:
    told = [one.text_content() for one in tree(text_of()).xpath("//section[@id='gaps']//li")]

    of_departments = [
        "Färdplanen för Teknik och service tar slut 31 december 2026 (Teknisk chef)",
        "En levande landsbygd",
        "Överförmyndare (Chef för överförmyndarenheten)",
    ]
    assert [one for one in told if one in of_departments] == of_departments


def test_money_that_is_measured_is_told_in_the_words_of_the_language() -> None:
    assert ": 195 000 kr/år; " in text_of().replace("\xa0", " ")
    assert ": 195,000 SEK/year; " in text_of("en")
    assert "SEK/year" not in text_of()
