"""The page in Chromium without scripts: readable at every width and in every theme, silent, and whole on paper."""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from tests.browser.chromium import THEMES, Tab
from tests.browser.pages import CASES

pytestmark = pytest.mark.slow
every = pytest.mark.parametrize("name", CASES)

PageFile = Callable[[str], Path]

WIDTHS = (320, 500, 768, 1280, 1920, 2560)

Look = tuple[int, str, float]
"""The width of the window, its theme, and how far it is zoomed in."""

LOOKS: tuple[Look, ...] = (
    *((width, theme, 1) for width in WIDTHS for theme in THEMES),
    (1280, "light", 2),
    (1280, "light", 4),
    (2560, "light", 2),
)
TELLING = tuple(look for look in LOOKS if look[1] == "light" or look[0] in {320, 1280})
"""Every width, every theme in both layouts, and zoomed in: enough of a page that takes long to look through."""

LONG = frozenset({"example", "english", "public", "60", "300"})
"""The pages that axe needs seconds for, each time."""

MEASURED = """
JSON.stringify((() => {
  const shown = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode());) {
    const of = node.parentElement;
    if (!node.data.trim() || of.closest("td i, .names i, .skip, svg") || !of.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.width > 1 && box.height > 1)
        shown.push([box.left, box.top, box.right, box.bottom, node.data.trim().slice(0, 40)]);
  }
  shown.sort((one, other) => one[1] - other[1]);
  const overlaps = [];
  shown.forEach((one, number) => {
    for (let at = number + 1; at < shown.length && shown[at][1] < one[3] - 5; at++)
      if (Math.min(one[2], shown[at][2]) - Math.max(one[0], shown[at][0]) > 2)
        overlaps.push([one[4], shown[at][4]]);
  });
  const page = document.documentElement;
  const outside = shown.filter(box => box[0] < 0).map(box => box[4]);
  return {texts: shown.length, overlaps: overlaps.slice(0, 5), outside, wide: page.scrollWidth - page.clientWidth};
})())
"""
"""How many boxes of text there are, which lie on one another, which begin outside, and how much wider the page is."""


WHOLE = {"overlaps": [], "outside": [], "wide": 0}

FOCUSABLE = "a[href], summary, [tabindex]"
FOCUSED = f"""
JSON.stringify((() => {{
  const one = document.activeElement, box = one.getBoundingClientRect();
  const seen = getComputedStyle(one);
  const all = [...document.querySelectorAll('{FOCUSABLE}')].filter(of => of.checkVisibility());
  const outlined = seen.outlineStyle != "none" && parseFloat(seen.outlineWidth) >= 2;
  const inside = box.bottom > 0 && box.top < innerHeight;
  return [all.indexOf(one), all.length, outlined && inside, one.getAttribute("href") || ""];
}})())
"""

PICTURES = """
JSON.stringify([...document.querySelectorAll("figure, .stairs, .cards svg")].map(one => [
  one.getBoundingClientRect().height, getComputedStyle(one.closest("figure, .stairs, .cards details")).breakInside]))
"""

ON_FIRST_PAGE = frozenset({"decide", "stairs"})
"""The sections that stand on the first printed page; every other one that has more to tell begins a page of its own."""

TITLES = """
[...document.querySelectorAll("section")].map(one =>
  [one.id, one.querySelector("h2").textContent, one.querySelector("h2 ~ :not(ul:not([class]))") != null])
"""
"""Each section's name and heading, and whether more than a sentence or a few stand under it."""

PAPER = (1039, 710)
"""The room on a page of A4 on its side within margins of 11 mm, in CSS pixels."""


def measured(tab: Tab) -> dict[str, object]:
    found: dict[str, object] = json.loads(tab.evaluate(MEASURED))
    assert found.pop("texts")
    return found


@every
def test_the_page_is_readable_at_every_width_and_in_every_theme(tab: Tab, page_file: PageFile, name: str) -> None:
    tab.look()
    tab.open(page_file(name))

    found = {}
    for look in LOOKS:
        width, theme, zoom = look
        tab.look(width, theme, zoom=zoom)
        found[look] = measured(tab)
    tab.look()
    tab.evaluate("document.documentElement.style.fontSize = '200%'")

    assert found == dict.fromkeys(LOOKS, WHOLE)
    assert measured(tab) == WHOLE


@every
def test_the_page_asks_for_nothing_and_complains_of_nothing(tab: Tab, page_file: PageFile, name: str) -> None:
    tab.look()
    tab.open(page_file(name))
    tab.look(320, "dark")
    tab.print()

    assert tab.told == []


def test_a_page_that_asks_for_something_is_noticed(tab: Tab, tmp_path: Path) -> None:
    asking = tmp_path / "asking.html"
    asking.write_text("<!doctype html><title>A</title><img src='https://localhost:9/a.png'><script>a()</script>")
    tab.open(asking)

    assert tab.told[0] == "request: https://localhost:9/a.png"


@every
def test_axe_finds_nothing_at_any_width_and_in_any_theme(tab: Tab, page_file: PageFile, name: str) -> None:
    tab.look()
    tab.open(page_file(name))

    found = {}
    for look in TELLING if name in LONG else LOOKS:
        width, theme, zoom = look
        tab.look(width, theme, zoom=zoom)
        found[look] = tab.axe()

    assert {look: wrong for look, wrong in found.items() if wrong} == {}
    assert len(found) >= len(TELLING)


FITTING = """
JSON.stringify([...document.querySelectorAll(".wrap")].filter(one => one.scrollWidth > one.clientWidth)
  .map(one => [one.closest("section").id, one.scrollWidth - one.clientWidth]))
"""


@pytest.mark.parametrize("name", ["example", "english", "department", "public", "30", "60", "300", "broken"])
def test_from_the_width_of_a_tablet_on_no_table_has_to_be_scrolled(tab: Tab, page_file: PageFile, name: str) -> None:
    tab.look()
    tab.open(page_file(name))

    found = {}
    for width in WIDTHS[2:]:
        tab.look(width)
        found[width] = json.loads(tab.evaluate(FITTING))

    assert found == {width: [] for width in WIDTHS[2:]}


def test_axe_finds_what_is_wrong(tab: Tab, tmp_path: Path) -> None:
    pale = tmp_path / "pale.html"
    pale.write_text("<!doctype html><html lang=sv><title>A</title><main><h1>A</h1><p style='color:#bbb'>Pale</main>")
    tab.look()
    tab.open(pale)

    assert [one["id"] for one in tab.axe()] == ["color-contrast"]


@pytest.mark.parametrize("name", ["example", "department", "empty", "1", "30", "attacked", "unread", "broken"])
def test_the_keyboard_goes_through_the_page_in_the_order_that_it_is_read_in(
    tab: Tab, page_file: PageFile, name: str
) -> None:
    tab.look()
    tab.open(page_file(name))

    tab.press("Tab")
    places = [json.loads(tab.evaluate(FOCUSED))]
    assert places[0][3] == "#main"
    while places[-1][0] + 1 < places[0][1]:
        tab.press("Tab")
        places.append(json.loads(tab.evaluate(FOCUSED)))

    assert [place for place, *_ in places] == list(range(places[0][1]))
    assert [number for number, (*_, seen, _) in enumerate(places) if not seen] == []


def test_a_link_leads_to_the_card(tab: Tab, page_file: PageFile) -> None:
    tab.look()
    tab.open(page_file("example"))
    tab.evaluate("document.querySelector('.card a').focus()")

    tab.press("Enter")

    reached = tab.evaluate("[location.hash, Math.round(document.querySelector(':target').getBoundingClientRect().top)]")
    linked = tab.evaluate("document.querySelector('.card a').textContent")
    assert reached == [tab.evaluate("document.querySelector('.card a').hash"), 0]
    assert tab.evaluate("document.querySelector(':target h3').textContent") == linked
    assert tab.evaluate("document.querySelector(':target dl').checkVisibility({contentVisibilityAuto: true})")
    assert not tab.evaluate("document.querySelector('.cards details:not(:target) dl').checkVisibility()")


@every
def test_the_page_is_whole_on_paper(tab: Tab, page_file: PageFile, tmp_path: Path, name: str) -> None:
    tab.look()
    tab.open(page_file(name))
    titles = tab.evaluate(TITLES)
    tab.look(media="print")
    tab.evaluate(
        "document.querySelectorAll('.stairs .names i').forEach(one => one.remove())"
    )  # what is only read aloud
    standing = tab.evaluate("[...document.querySelectorAll('.stairs')].map(one => one.innerText)")

    paper = printed(tab.print(), tmp_path)

    assert {page.size for page in paper} == {(842, 595)}
    assert [number for number, page in enumerate(paper, 1) if page.outside] == []
    texts = [page.text for page in paper]
    assert all(texts)
    assert Counter(WORD.findall(" ".join(standing))) - paper[0].words == Counter()
    on_first = [plain(title) for name, title, _ in titles if name in ON_FIRST_PAGE]
    assert on_first
    assert [title for title in on_first if title not in texts[0]] == []
    others = [(plain(title), has_more) for name, title, has_more in titles if name not in ON_FIRST_PAGE]
    assert [title for title, has_more in others if has_more and not any(text.startswith(title) for text in texts)] == []
    assert [title for title, _ in others if not any(title in text for text in texts)] == []
    beginnings = tuple(title for title, _ in others)
    assert [page.text for page in paper[1:] if page.lines < SEVERAL and not page.text.startswith(beginnings)] == []


SEVERAL = 4
"""A printed page that only goes on with what was begun before has at least so many lines."""


@every
def test_no_picture_is_cut_on_paper(tab: Tab, page_file: PageFile, name: str) -> None:
    tab.look(PAPER[0], media="print")
    tab.open(page_file(name))

    pictures = json.loads(tab.evaluate(PICTURES))

    assert pictures
    assert [one for one in pictures if one[0] > PAPER[1] or one[1] != "avoid"] == []


LETTERED = """
JSON.stringify((() => {
  const boxes = [...document.querySelectorAll("text")].map(one => {
    const box = one.getBBox();
    return [box.x, box.y, box.x + box.width, box.y + box.height, one.textContent.slice(0, 40)];
  });
  const overlaps = [];
  boxes.forEach((one, number) => boxes.slice(number + 1).forEach(other => {
    if (Math.min(one[2], other[2]) - Math.max(one[0], other[0]) > 2 &&
        Math.min(one[3], other[3]) - Math.max(one[1], other[1]) > 6)
      overlaps.push([one[4], other[4]]);
  }));
  const outside = boxes.filter(box => box[0] < 0 || box[1] < 0 || box[2] > 1600 || box[3] > 900).map(box => box[4]);
  const step = across => Math.floor((across - 60) / 370);
  const beyond = boxes.filter(box => box[0] > 70 && step(box[0]) != step(box[2])).map(box => box[4]);
  return {texts: boxes.length, overlaps: overlaps.slice(0, 5), outside, beyond};
})())
"""
"""How many texts the slide has, which lie on one another, which reach over its edge, and which beyond their step."""


@every
def test_the_slide_has_its_texts_beside_one_another_and_within_it(tab: Tab, tmp_path: Path, name: str) -> None:
    file = tmp_path / "slide.svg"
    file.write_text(CASES[name].slide(), encoding="utf-8")
    tab.look()
    tab.open(file)

    found = json.loads(tab.evaluate(LETTERED))

    assert found.pop("texts") >= 10
    assert found == {"overlaps": [], "outside": [], "beyond": []}
    assert tab.told == []


@dataclass(frozen=True)
class Sheet:
    """A printed page: its size in points, its words, and those that reach over its edge."""

    size: tuple[int, int]
    text: str
    words: Counter[str]
    outside: list[str]
    lines: int


def printed(pdf: bytes, folder: Path) -> list[Sheet]:
    """The pages of a PDF."""
    (folder / "page.pdf").write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-bbox", "page.pdf", "-"], cwd=folder, check=True, capture_output=True)
    tree = etree.fromstring(re.sub(rb"[\x00-\x08\x0b-\x1f]", b"", done.stdout))
    sheets = []
    for sheet in tree.iter("{*}page"):
        wide, high = float(sheet.get("width", 0)), float(sheet.get("height", 0))
        words = list(sheet.iter("{*}word"))
        outside = [
            word.text or ""
            for word in words
            if float(word.get("xMin", 0)) < 0
            or float(word.get("yMin", 0)) < 0
            or float(word.get("xMax", 0)) > wide
            or float(word.get("yMax", 0)) > high
        ]
        said = " ".join(word.text or "" for word in words)
        lines = len({round(float(word.get("yMin", 0))) for word in words})
        sheets.append(Sheet((round(wide), round(high)), plain(said), Counter(WORD.findall(said)), outside, lines))
    return sheets


WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """A text as paper and screen have it alike: letters and digits alone."""
    return re.sub(r"[\W_]+", "", text)
