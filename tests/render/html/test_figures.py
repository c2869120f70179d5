"""Every figure of the page is that of the command that gives it: the page is read, and compared with JSON."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from lxml import html

from tests.cli.running import ROOT, run

STEPS = {
    "explore": "Testa tillsammans",
    "benefits": "Visa nyttan",
    "roadmap": "Gemensam färdplan",
    "embed": "I ordinarie styrning",
}
STATES = {"planned": "planerat", "active": "pågår", "paused": "pausat", "completed": "avslutat", "stopped": "stoppat"}
STANDINGS = {
    "achieved": "målet nått",
    "on-track": "i fas",
    "nearly": "målet nästan nått",
    "behind": "ligger efter",
    "missed": "målet missat",
    "worse": "sämre",
    "kept": "hålls",
    "unmeasured": "inte mätt",
    "unset": "mål eller utgångsvärde saknas",
    "closed": "avslutad",
}
ANCHORING = {"decided": "i beslutad plan", "draft": "i förslag", "none": "ej i plan"}
OUTCOMES = {"worked": "fungerade", "mixed": "blandat utfall", "failed": "misslyckades", "stopped": "stoppat i tid"}
NONE = "–"


@cache
def shown() -> html.HtmlElement:
    """The example's page, as the command writes it; libxml2 does not know that a ``dd`` ends the one before it."""
    return html.document_fromstring(told("report", "--output", "-").replace("<dd>", "</dd><dd>"))


@cache
def told(*command: str) -> str:
    ended = run([*command, "--as-of", "2026-11-02", "--lang", "sv"], ROOT)
    assert ended.code == 0
    return ended.out


@cache
def data(report: str) -> Any:  # noqa: ANN401 -- JSON
    return json.loads(told(report, "--format", "json"))


@cache
def assignments() -> list[dict[str, Any]]:
    """The rows of all assignments, whatever their state."""
    states = [word for state in STATES for word in ("--state", state)]
    rows: list[dict[str, Any]] = json.loads(told("status", "--format", "json", *states))["rows"]
    return rows


def text(of: html.HtmlElement) -> str:
    """What is told, without what is only drawn; what stands on a line of its own is a word of its own."""
    for drawn in of.xpath(".//*[@aria-hidden]"):
        drawn.drop_tree()
    for line in of.iter("dt", "dd", "p", "li", "small"):
        line.tail = f" {line.tail or ''}"
    return " ".join(of.text_content().split())


def table(section: str) -> list[list[str]]:
    """The rows of a section's last table, which has all of them."""
    rows = shown().xpath(f"//section[@id='{section}']//table")[-1].xpath(".//tbody/tr[not(@class)]")
    return [[text(cell) for cell in row.xpath("./th|./td")] for row in rows]


def number(value: float) -> str:
    return f"{round(value):,}".replace(",", " ").replace("-", "−")


def share(value: float | None) -> str:
    return NONE if value is None else f"{number(value * 100)} %"


def money(value: float, *beside: float | None) -> str:
    """An amount a year as the page has it: in thousands, or in millions where one of its sentence is above ten."""
    if max(abs(each) for each in (value, *beside) if each is not None) > 1e7:
        return f"{value / 1e6:.1f} mnkr/år".replace(".", ",").replace("-", "−")
    return f"{number(value / 1000)} tkr/år"


def part(taken: float, whole: float) -> str:
    return f"{money(taken, whole).partition(' ')[0] if whole > 1e7 else number(taken / 1000)} av {money(whole)}"


@cache
def titles() -> dict[str, str]:
    return {row["id"]: row["title"] for row in assignments()}


@cache
def departments_named() -> dict[str, str]:
    return {row["id"]: row["name"] for row in data("departments")["rows"]}


def test_the_message_and_the_key_figures() -> None:
    totals, money_of = data("status")["totals"], data("benefits")["totals"]
    cash, capacity = money_of["cash"], money_of["capacity"]
    said = [text(one) for one in shown().xpath("//dl[@class='figures']/div")]

    on = sum(row["assignments"] > 0 for row in data("departments")["rows"])
    taken = part(cash["taken_home"], cash["potential"])
    millions = " av ".join(f"{cash[key] / 1e6:.1f}".replace(".", ",") for key in ("taken_home", "potential"))
    on_the_stairs = f"{on} av {len(departments_named())} förvaltningar är på trappan"
    assert text(shown().xpath("//h1")[0]) == f"{on_the_stairs}, och {millions} miljoner kronor om året är hemtaget"
    assert said == [
        f"Uppdrag som pågår {totals['open']} över taket {totals['at_once']} samtidigt",
        f"Pengar hemtagna {share(cash['taken_home'] / cash['potential'])} {taken}",
        f"Frigjord tid som används {share(capacity['taken_home'] / capacity['potential'])} "
        + part(capacity["taken_home"], capacity["potential"]),
        f"Luckor att ta tag i {totals['gaps']} varav {data('gaps')['totals']['warning']} varningar",
    ]


def test_the_staircase() -> None:
    totals, standing = data("status")["totals"], assignments()
    reached = {row["name"]: row["reached"] for row in data("departments")["rows"]}
    steps = shown().xpath("//ol[@class='stairs']/li")

    for place, (step, drawn) in enumerate(zip(STEPS, steps, strict=True), 1):
        assert text(drawn.xpath("./h3")[0]) == f"{place} {STEPS[step]} {totals['per_step'][step]} uppdrag"
        there = [row for row in standing if row["step"] == step and row["state"] in {"active", "paused"}]
        climbing = [row["title"] for row in there if row["kind"] == "assignment"]
        assert sorted(text(link) for link in drawn.xpath(".//ul//a")) == sorted(climbing)
        new = [row["title"] for row in there if row["arrived"]]
        assert len(drawn.xpath(".//i")) == len(new) == totals["arrived"][step]
        come = [name for name, highest in reached.items() if highest >= place]
        assert text(drawn.xpath("./p")[0]) == f"Har nått hit: {', '.join(come)}"


def test_what_the_benefits_are_worth() -> None:
    totals = data("benefits")["totals"]
    captions = [text(one) for one in shown().xpath("//section[@id='benefits']//figcaption")]

    names = {
        "cash": "Pengar",
        "capacity": "Frigjord tid",
        "avoidance": "Undvikna kostnader",
        "unsorted": "Utan angivet slag",
    }
    expected = []
    for kind, name in names.items():
        of = totals[kind]
        amounts = [of[each] for each in ("potential", "now", "taken_home")]
        parts = [f"{name}: möjligt {money(of['potential'], *amounts)}"]
        for what, amount in (("uppnått", of["now"]), ("hemtaget", of["taken_home"])):
            if amount is not None:
                parts.append(f"{what} {money(amount, *amounts)} ({share(amount / of['potential'])})")
        expected.append(", ".join(parts))
    assert captions == expected
    waits = {kind: totals[kind]["now"] - totals[kind]["taken_home"] for kind in ("cash", "capacity")}
    bars = shown().xpath("//section[@id='benefits']//*[local-name()='svg'][@class='bar']")
    drawn = [text(one) for bar in bars for one in bar.xpath("./*[local-name()='text']")]
    sums = (totals["capacity"]["potential"], waits["capacity"])
    assert drawn == [f"{money(waits['cash'])} väntar", f"{money(waits['capacity'], *sums)} väntar"]
    spoken = f"{waits['capacity'] / 1e6:.1f}".replace(".", ",")
    assert (
        text(shown().xpath("//section[@id='benefits']/h2")[0])
        == f"Frigjord tid värd {spoken} miljoner kronor om året väntar på en bestämd användning"
    )
    facts = [text(one) for one in shown().xpath("//section[@id='benefits']/dl/dd")]
    costs, cash, both = totals["costs"], totals["net"]["cash"], totals["net"]["with_capacity"]
    now, then = ([of[key] for key in ("now", "at_target")] for of in (cash, both))
    assert facts == [
        f"13,6 mnkr en gång och {money(costs['per_year'], costs['one_off'])}",
        f"nu {money(now[0], *now)}, vid målet {money(now[1], *now)}, betalar sig inte",
        f"nu {money(then[0], *then)}, vid målet {money(then[1], *then)}, återbetalningstid 0,9 år",
    ]
    assert (round(costs["one_off"] / 1e6, 1), round(both["payback_years"], 1)) == (13.6, 0.9)


@cache
def benefits() -> dict[tuple[str, str], dict[str, Any]]:
    """The rows of the benefits, each with what the page says of it, by the titles of assignment and benefit."""
    rows = data("benefits")["rows"]
    owners = {f"{row['assignment']}/{row['id']}": row["owner"] for row in rows}
    for row in rows:
        row["taken"] = None if row["taken_home"] is None else part(row["taken_home"], row["potential"])
        row["stands"] = "räknas i annat uppdrag" if row["part_of"] else STANDINGS[row["standing"]]
        row["whose"] = row["owner"] or owners.get(row["part_of"]) or "saknas"
    return {(titles()[row["assignment"]], row["title"]): row for row in rows}


def against_plan(row: dict[str, Any], most: float) -> str | None:
    """How much of its way a benefit has come, and what was planned, where that was no more than ``most``."""
    if row["realised"] is None:
        return None
    is_planned = row["planned"] is not None and row["planned"] <= most
    return f"{share(row['realised'])}, plan {share(row['planned'])}" if is_planned else share(row["realised"])


def test_each_benefit_that_asks_for_a_decision() -> None:
    expected = [
        [title, of, against_plan(row, 1) or NONE, row["stands"], row["taken"] or NONE, row["whose"]]
        for (of, title), row in benefits().items()
        if row["standing"] in {"missed", "worse", "behind"} and not row["part_of"]
    ]

    found = [[row[0], row[1], row[2], row[3], row[5], row[6]] for row in table("benefits")]

    assert sorted(found) == sorted(expected)
    heading = text(shown().xpath("//section[@id='benefits']/h3")[0])
    assert heading.startswith(f"{len(expected)} av {len(benefits())} nyttor att besluta om; ")


def test_each_benefit_on_its_card() -> None:
    said = {}
    for card in shown().xpath("//section[@id='assignments']//details"):
        for place in card.xpath(".//dt[text()='Nyttor']/following-sibling::dd"):
            if place.xpath("count(preceding-sibling::dt[1][text()='Nyttor'])") == 1:
                said[text(card.xpath(".//h3")[0]), text(place.xpath("./b")[0])] = text(place)

    assert said.keys() == benefits().keys()
    for (of, title), row in benefits().items():
        told = said[of, title]
        begins = [title, against_plan(row, 0.9999), row["stands"]]
        ends = [row["taken"] and f"hemtaget {row['taken']}", f"ägare {row['whose']}"]
        assert told.startswith(", ".join(filter(None, begins)))
        assert told.endswith(", ".join(filter(None, ends)))


def test_the_departments() -> None:
    marks = {True: "visat", False: "inte än"}
    nexts = set()
    begun = [row for row in data("departments")["rows"] if row["assignments"]]
    idle = [row["name"] for row in data("departments")["rows"] if not row["assignments"]]
    assert [text(one) for one in shown().xpath("//section[@id='departments']/dl/dd")] == [", ".join(idle)]
    for row, cells in zip(begun, table("departments"), strict=True):
        assert cells[:8] == [
            row["name"],
            *("hoppat över" if step in row["holes"] else marks[row[step]] for step in STEPS),
            f"{row['rounds']}{' visat' if row['trained'] else ''}",
            str(row["assignments"]),
            str(row["open"]),
        ]
        assert (cells[8] == NONE) is (row["roadmap_until"] is None)
        nexts.add((row["next"], cells[9]))
    assert len({name for name, _ in nexts}) == len({said for _, said in nexts}) == len(nexts)


def test_the_roadmap() -> None:
    totals, rows = data("roadmap")["totals"], data("roadmap")["rows"]
    heading = text(shown().xpath("//section[@id='roadmap']/h2")[0])
    found = [(cells[0], cells[1], cells[-2], cells[-1]) for cells in table("roadmap")]

    assert heading == f"{totals['anchored']} av {totals['items']} punkter i färdplanerna står i en beslutad plan"
    assert sorted(found) == sorted(
        (row["title"], titles()[row["assignment"]], stands(row), row["owner"] or NONE) for row in rows
    )


def stands(row: dict[str, Any]) -> str:
    """How a roadmap item stands: late, an idea, or in which plan."""
    told_of = {"overdue": "försenad", "idea": "idé"}
    return told_of.get(row["bucket"], ANCHORING.get(row["anchoring"], ""))


def test_the_gaps() -> None:
    totals, rows = data("gaps")["totals"], data("gaps")["rows"]
    section = shown().xpath("//section[@id='gaps']")[0]
    subjects = {**titles(), **departments_named()}

    assert text(section.xpath("./h2")[0]) == f"{len(rows)} luckor, det viktigaste först"
    assert text(section.xpath("./p")[0]) == (
        f"{totals['warning']} varningar, {totals['note']} anmärkningar;"
        f" {totals['accepted']} tillfälligt godtagna luckor"
    )
    about = Counter(subjects.get(row["subject"], row["subject"]) for row in rows)
    about["Programmet för digitalisering"] = about.pop("program")
    about["En levande landsbygd"] = about.pop("levande-landsbygd")
    assert Counter(subject_of(text(one), about) for one in section.xpath(".//li")) == about


def subject_of(entry: str, about: Mapping[str, int]) -> str:
    """What an entry begins with, or the department that its sentence is about."""
    begins = re.split(r":| \(", entry)[0]
    return begins if begins in about else next(name for name in departments_named().values() if name in begins)


def test_the_lessons() -> None:
    rows = data("lessons")["rows"]
    section = shown().xpath("//section[@id='lessons']")[0]

    assert text(section.xpath("./h2")[0]) == f"{len(rows)} lärdomar, de senaste först"
    found = [[text(part) for part in one.xpath("./p")] for one in section.xpath(".//li")]
    for (lesson, of), row in zip(found, rows[:10], strict=True):
        assert lesson == " ".join(row["lesson"].split())
        trial = "" if row["title"] == titles()[row["assignment"]] else f": {row['title']}"
        assert of.startswith(f"{titles()[row['assignment']]}{trial}, {int(row['date'][8:])} ")
        assert of.endswith(f", {OUTCOMES[row['outcome']]} ({row['lead']})" if row["outcome"] else f" ({row['lead']})")


def test_the_flow() -> None:
    flow = data("flow")
    keys = (
        "started",
        "completed",
        "learned",
        "stopped",
        "forward",
        "jumps",
        "returns",
        *(f"on_{step}" for step in STEPS),
    )
    section = shown().xpath("//section[@id='flow']")[0]

    assert [[int(cell) for cell in row[1:]] for row in table("flow")] == [
        [row[key] for key in keys] for row in reversed(flow["rows"][-8:])
    ]
    medians = [text(one) for one in section.xpath(".//small")]
    for said, (step, median) in zip(medians, flow["totals"]["median_days"].items(), strict=True):
        assert said.startswith(f"median {round(median)} dagar, "), step
    now = flow["rows"][-1]
    layers = [text(one) for one in section.xpath(".//ul[@class='keys']/li")]
    assert layers == [
        f"{place} {STEPS[step]}: {now[f'on_{step}']} nu" for place, step in reversed(list(enumerate(STEPS, 1)))
    ]
    started, share_stopped = data("status")["totals"]["started_last_year"], flow["totals"]["stop_rate"]
    assert text(section.xpath("./h2")[0]).startswith(f"Senaste året har {started} uppdrag startat och ")
    assert text(section.xpath(".//dl/dd")[2]) == share(share_stopped)


def test_all_assignments() -> None:
    expected = []
    for row in assignments():
        step = f"{row['step_number']} {STEPS[row['step']]}" if row["step_number"] else NONE
        expected.append([row["title"], STATES[row["state"]], step, ranged(row["benefit"]), str(row["gaps"])])

    found = [[cells[0], cells[2], cells[3], cells[5], cells[6]] for cells in table("assignments")]

    assert sorted(found) == sorted(expected)
    heading = text(shown().xpath("//section[@id='assignments']/h2")[0])
    assert heading == f"{len(expected)} uppdrag, varav {data('status')['totals']['open']} pågår på trappan"


def ranged(shares: Sequence[float] | None) -> str:
    """The least and the greatest share, or the only one."""
    if shares is None:
        return NONE
    low, high = share(shares[0]), share(shares[1])
    return low if low == high else f"{low.removesuffix(' %')}–{high}"


def test_a_card_has_the_days_and_states_of_show() -> None:
    cards = shown().xpath("//section[@id='assignments']//details")
    card = text(next(one for one in cards if text(one.xpath(".//h3")[0]) == "Digital nattillsyn"))

    row = next(row for row in assignments() if row["title"] == "Digital nattillsyn")
    assert f"Uppdragsledare {row['lead']} " in card
    entered = f"{int(row['entered'][8:])} juni {row['entered'][:4]}"
    assert f"{STEPS[row['step']]} sedan {entered} Förvaltning " in card
