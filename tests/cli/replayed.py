"""Fifty commits to a small portfolio, and beside each what it meant, written by hand in both languages.

``<12>`` stands for the day of commit 12. A commit is a file, what is replaced in it, and by what. What it meant is
the headline, then a line for each change: B is back, F forward, N neither, H housekeeping. An empty headline: nothing.
"""

from dataclasses import dataclass

KEYS = ("journey", "pauses", "trials", "benefits", "shown", "roadmap")
HEAD = "title: Keyless\ndepartment: care\nlead: Lea\nstarted: 2026-01-01\ntogether: [nurse]\n"
FILE = HEAD + "".join(f"{key}:\n# {key}\n" for key in KEYS)
PROGRAM = """\
format: 1
name: P
organisation: O
departments:
  - {id: care, name: Care}
  - {id: school, name: School}
documents:
  - {id: plan, title: Plan 2026}
# documents
goals:
  - {id: calm, title: Calm}
# goals
settings: {at_once: 20}
"""


@dataclass(frozen=True)
class Commit:
    """A commit, and what it meant in both languages."""

    path: str
    old: str
    new: str
    english: tuple[str, ...]
    swedish: tuple[str, ...]


def at(key: str, line: str, english: tuple[str, ...], swedish: tuple[str, ...]) -> Commit:
    """Add an entry to a list of the assignment."""
    return Commit("it", f"# {key}\n", f"  - {line}\n# {key}\n", english, swedish)


def it(old: str, new: str, english: tuple[str, ...], swedish: tuple[str, ...]) -> Commit:
    """Replace something in the assignment."""
    return Commit("it", old, new, english, swedish)


def program(old: str, new: str, english: tuple[str, ...], swedish: tuple[str, ...]) -> Commit:
    """Replace something in ``program.yaml``."""
    return Commit("program", old, new, english, swedish)


COMMITS = (
    at(
        "trials",
        "{id: doors, title: Ten doors, started: <1>}",
        ("One new trial", "F new trial “Ten doors”, from <1>"),
        ("Ett nytt test", "F nytt test, ”Ten doors”, från <1>"),
    ),
    it("title: Keyless\n", "title: 'Keyless'  # quoted\n", (), ()),
    it(
        "started: <1>}",
        "started: <1>, ended: <3>}",
        ("One trial ended", "F the trial “Ten doors” ended <3>"),
        ("Ett test avslutat", "F testet ”Ten doors” avslutades <3>"),
    ),
    it(
        "ended: <3>}",
        "ended: <3>, learned: Locks}",
        ("One lesson learned", "F “Ten doors” taught: Locks"),
        ("En lärdom", "F lärdom av ”Ten doors”: Locks"),
    ),
    it(
        "learned: Locks",
        "learned: Keys",
        ("One text changed", "H text only, “Ten doors”, lesson: Locks → Keys"),
        ("En text ändrad", "H bara text, ”Ten doors”, lärdom: Locks → Keys"),
    ),
    at(
        "journey",
        "{step: benefits, entered: <6>}",
        ("One step forward", "F a step forward, from “Test and explore” to “Show the benefit”, <6>"),
        ("Ett steg framåt", "F ett steg framåt, från ”Testa tillsammans” till ”Visa nyttan”, <6>"),
    ),
    at(
        "benefits",
        "id: time\n    title: Time\n    target: {value: 50}",
        ("One new benefit", "F new benefit “Time” (Unsorted)"),
        ("En ny nytta", "F ny nytta, ”Time” (Utan angivet slag)"),
    ),
    it(
        "    title: Time\n",
        "    title: Time\n    owner: Olle\n",
        ("One owner named", "F “Time” has an owner: Olle"),
        ("En ägare utsedd", "F ”Time” har fått en ägare: Olle"),
    ),
    it(
        "    target:",
        "    baseline: {value: 100, date: <9>}\n    target:",
        ("One baseline set", "F a baseline for “Time”: 100"),
        ("Ett utgångsvärde satt", "F ett utgångsvärde för ”Time”: 100"),
    ),
    it(
        "{value: 50}\n",
        "{value: 50}\n    measurements:\n      - {value: 90, date: <10>}\n",
        ("One benefit measured", "F “Time” was measured <10>: 90; 20 % of the way"),
        ("En nytta mätt", "F ”Time” mättes <10>: 90; 20 % av vägen"),
    ),
    it(
        "date: <10>}\n",
        "date: <10>}\n      - {value: 95, date: <11>}\n",
        ("One benefit measured as worse", "B “Time” was measured <11>, worse than before: 95; 10 % of the way"),
        ("En mätning sämre än förut", "B ”Time” mättes <11>, sämre än förut: 95; 10 % av vägen"),
    ),
    it(
        "target: {value: 50}",
        "target: {value: 60}",
        (
            "One target lowered",
            (
                "B the target for “Time” asks for less than before: 60 instead of 50 (corrected, for earlier"
                " days too); share 10 % → 12 %"
            ),
        ),
        (
            "Ett målvärde sänkt",
            (
                "B målvärdet för ”Time” kräver mindre än förut: 60 i stället för 50 (rättat, även för"
                " tidigare dagar); andel 10 % → 12 %"
            ),
        ),
    ),
    it(
        "target: {value: 60}",
        "target: {value: 60, by: 2026}",
        ("One target given a day", "F the target for “Time” is to be reached 2026"),
        ("Ett målvärde med datum", "F målvärdet för ”Time” ska nås 2026"),
    ),
    it(
        "by: 2026}",
        "by: 2027-Q1}",
        (
            "One target put off",
            "B the target for “Time” was put off from 2026 to 2027-Q1 (corrected, for earlier days too)",
        ),
        (
            "Ett målvärde uppskjutet",
            "B målvärdet för ”Time” har skjutits upp från 2026 till 2027-Q1 (rättat, även för tidigare dagar)",
        ),
    ),
    it(
        "{value: 60, by: 2027-Q1}",
        "{value: 40, by: 2026-Q4}",
        (
            "One target raised, one target brought forward",
            (
                "F the target for “Time” asks for more than before: 40 instead of 60 (corrected, for earlier"
                " days too); share 12 % → 8 %"
            ),
            ("F the target for “Time” was brought forward from 2027-Q1 to 2026-Q4 (corrected, for earlier days too)"),
        ),
        (
            "Ett målvärde höjt, ett målvärde tidigarelagt",
            ("F målvärdet för ”Time” har tidigarelagts från 2027-Q1 till 2026-Q4 (rättat, även för tidigare dagar)"),
            (
                "F målvärdet för ”Time” kräver mer än förut: 40 i stället för 60 (rättat, även för tidigare"
                " dagar); andel 12 % → 8 %"
            ),
        ),
    ),
    it(
        "date: <11>}\n",
        "date: <11>}\n      - {value: 40, date: <16>}\n",
        (
            "One benefit achieved, one benefit measured",
            "F “Time” has reached its target",
            "F “Time” was measured <16>: 40; 100 % of the way, planned 14 %",
        ),
        (
            "En nytta har nått målvärdet, en nytta mätt",
            "F ”Time” har nått målvärdet",
            "F ”Time” mättes <16>: 40; 100 % av vägen, planerat 14 %",
        ),
    ),
    it(
        "{value: 40, date: <16>}",
        "{value: 45, date: <16>}",
        (
            "One benefit below its target, one figure revalued",
            "B “Time” no longer reaches its target",
            "R the measurement of “Time” <16> was corrected: 45 instead of 40; share 100 % → 92 %",
        ),
        (
            "En nytta når inte längre målvärdet, en omvärdering",
            "B ”Time” når inte längre målvärdet",
            "R mätningen av ”Time” <16> har rättats: 45 i stället för 40; andel 100 % → 92 %",
        ),
    ),
    at(
        "shown",
        "{date: <18>}",
        ("One showing to management", "F shown to management <18>"),
        ("En visning för ledningen", "F visat för ledningen <18>"),
    ),
    it(
        "    measurements:",
        "    taken_home: [{from: <19>}]\n    measurements:",
        ("One benefit taken home", "F “Time” was taken home from <19>"),
        ("En nytta hemtagen", "F ”Time” är hemtagen från <19>"),
    ),
    it(
        "    taken_home: [{from: <19>}]\n",
        "",
        ("One benefit taken back", "B that “Time” was taken home from <19> was taken back"),
        ("En hemtagning återtagen", "B uppgiften att ”Time” är hemtagen från <19> har tagits tillbaka"),
    ),
    at(
        "journey",
        "{step: explore, entered: <21>}",
        ("One step back", "B a return from “Show the benefit” to “Test and explore”, <21>"),
        ("Ett steg tillbaka", "B ett steg tillbaka, från ”Visa nyttan” till ”Testa tillsammans”, <21>"),
    ),
    at(
        "journey",
        "{step: roadmap, entered: <22>}",
        ("One step forward", "F a jump from “Test and explore” to “Make a roadmap”, <22>"),
        ("Ett steg framåt", "F ett hopp från ”Testa tillsammans” till ”Gemensam färdplan”, <22>"),
    ),
    at(
        "roadmap",
        "id: all\n    title: All teams",
        ("One new roadmap item", "F new in the roadmap: “All teams” (idea)"),
        ("En ny punkt i färdplanen", "F nytt i färdplanen: ”All teams” (idé)"),
    ),
    it(
        "title: All teams\n",
        "title: All teams\n    from: 2027-Q1\n",
        ("One roadmap item scheduled", "F “All teams” in the roadmap was scheduled: 2027-Q1"),
        ("En punkt i färdplanen tidsatt", "F ”All teams” i färdplanen har fått en tid: 2027-Q1"),
    ),
    it(
        "from: 2027-Q1\n",
        "from: 2027-Q2\n",
        (
            "One roadmap item put off",
            (
                "B “All teams” in the roadmap was put off, from 2027-Q1 to 2027-Q2–2027-Q2 (corrected, for"
                " earlier days too)"
            ),
        ),
        (
            "En punkt i färdplanen uppskjuten",
            (
                "B ”All teams” i färdplanen har skjutits upp, från 2027-Q1 till 2027-Q2–2027-Q2 (rättat,"
                " även för tidigare dagar)"
            ),
        ),
    ),
    it(
        "from: 2027-Q2\n",
        "from: 2026-Q4\n    to: 2027-Q1\n",
        (
            "One roadmap item brought forward",
            (
                "F “All teams” in the roadmap was brought forward, from 2027-Q2 to 2026-Q4–2027-Q1"
                " (corrected, for earlier days too)"
            ),
        ),
        (
            "En punkt i färdplanen tidigarelagd",
            (
                "F ”All teams” i färdplanen har tidigarelagts, från 2027-Q2 till 2026-Q4–2027-Q1 (rättat,"
                " även för tidigare dagar)"
            ),
        ),
    ),
    it(
        "    to: 2027-Q1\n",
        "    to: 2027-Q1\n    anchored_in: [plan]\n",
        ("One roadmap item anchored", "F “All teams” in the roadmap was anchored in plan"),
        ("En punkt i färdplanen förankrad", "F ”All teams” i färdplanen har förankrats i plan"),
    ),
    it(
        "    anchored_in: [plan]\n",
        "",
        ("One roadmap item un-anchored", "B “All teams” in the roadmap is no longer anchored in plan"),
        ("En punkt i färdplanen inte längre förankrad", "B ”All teams” i färdplanen är inte längre förankrad i plan"),
    ),
    program(
        "title: Plan 2026}",
        "title: Plan 2026, adopted: <29>}",
        ("One document adopted", "F the document “Plan 2026” was adopted <29>"),
        ("Ett dokument beslutat", "F dokumentet ”Plan 2026” beslutades <29>"),
    ),
    program(
        "# documents\n",
        "  - {id: next, title: Plan 2027}\n",
        ("One new document", "N new document “Plan 2027”"),
        ("Ett nytt dokument", "N nytt dokument, ”Plan 2027”"),
    ),
    program(
        "  - {id: calm, title: Calm}\n",
        "",
        ("One goal removed", "N the goal “Calm” was retired"),
        ("Ett mål borttaget", "N målet ”Calm” har tagits bort"),
    ),
    program(
        "at_once: 20",
        "at_once: 25",
        ("One setting changed", "N the setting assignments at the same time: 20 → 25"),
        ("En inställning ändrad", "N inställningen uppdrag samtidigt: 20 → 25"),
    ),
    program(
        "  - {id: school, name: School}\n",
        "",
        ("One department removed", "N the department “School” was removed"),
        ("En förvaltning borttagen", "N förvaltningen ”School” har tagits bort"),
    ),
    program(
        "name: Care}",
        "name: Care, manager: Maud}",
        ("One change of people", "N the head of “Care”: absent → Maud"),
        ("En personförändring", "N chefen för ”Care”: saknas → Maud"),
    ),
    it(
        "lead: Lea",
        "lead: Leo",
        ("One change of people", "N the lead is Leo instead of Lea (corrected, for earlier days too)"),
        ("En personförändring", "N leds av Leo i stället för Lea (rättat, även för tidigare dagar)"),
    ),
    at(
        "pauses",
        "{from: <36>, why: strike}",
        ("One assignment paused", "B paused since <36>: strike"),
        ("Ett uppdrag pausat", "B pausat sedan <36>: strike"),
    ),
    it(
        "{from: <36>,",
        "{from: <36>, to: <37>,",
        ("One assignment resumed", "F no longer paused; it was since <36>: strike"),
        ("Ett uppdrag återupptaget", "F inte längre pausat; pausen började <36>: strike"),
    ),
    it(
        "lead: Leo\n",
        "lead: Leo\ncosts: {per_year: 600}\n",
        ("One figure revalued", "R the costs (a year): absent → 600"),
        ("En omvärdering", "R kostnaden (per år): saknas → 600"),
    ),
    it(
        "lead: Leo\n",
        "lead: Leo\nreviewed: <39>\n",
        ("One file vouched for", "H somebody vouched for the file <39>"),
        ("En fil bekräftad", "H någon har bekräftat att uppgifterna stämmer, <39>"),
    ),
    it(
        "together: [nurse]\n",
        "",
        (
            "One change of people; one gap opened",
            "B new: nobody from the operation takes part (journey-not-together)",
            "N who takes part: nurse → absent",
        ),
        (
            "En personförändring; en ny lucka",
            "B nytt: ingen från verksamheten är med (journey-not-together)",
            "N vilka som är med: nurse → saknas",
        ),
    ),
    it(
        "costs:",
        "together: [cook]\ncosts:",
        (
            "One change of people; one gap closed",
            "F fixed: nobody from the operation takes part (journey-not-together)",
            "N who takes part: absent → cook",
        ),
        (
            "En personförändring; en lucka åtgärdad",
            "F åtgärdat: ingen från verksamheten är med (journey-not-together)",
            "N vilka som är med: saknas → cook",
        ),
    ),
    it(
        "costs:",
        "tags: [home]\ncosts:",
        ("One other change", "N tags: absent → home"),
        ("En annan ändring", "N etiketter: saknas → home"),
    ),
    it(
        "costs:",
        "live: <43>\ncosts:",
        ("One assignment in ordinary use", "F in ordinary use since <43>"),
        ("Ett uppdrag i ordinarie drift", "F i ordinarie drift sedan <43>"),
    ),
    it("costs:", "x-mine: yes\ncosts:", (), ()),
    at(
        "journey",
        "{step: embed, entered: 2026-12-31}",
        (
            "One fact written ahead",
            "N written ahead, visit, Work it into plans, 2026-12-31: absent → embed, 2026-12-31",
        ),
        (
            "En uppgift skriven i förväg",
            "N skrivet i förväg, steg, I ordinarie styrning, 2026-12-31: saknas → embed, 2026-12-31",
        ),
    ),
    it(
        "  - {step: embed, entered: 2026-12-31}\n",
        "  - {step: embed, entered: <46>}\n",
        (
            "One step forward, one fact written ahead",
            "F a step forward, from “Make a roadmap” to “Work it into plans”, <46>",
            "N written ahead, visit, Work it into plans, 2026-12-31: embed, 2026-12-31 → absent",
        ),
        (
            "Ett steg framåt, en uppgift skriven i förväg",
            "F ett steg framåt, från ”Gemensam färdplan” till ”I ordinarie styrning”, <46>",
            "N skrivet i förväg, steg, I ordinarie styrning, 2026-12-31: embed, 2026-12-31 → saknas",
        ),
    ),
    it(
        "costs:",
        "completed: <47>\ncosts:",
        ("One assignment completed", "F completed <47>"),
        ("Ett uppdrag avslutat", "F avslutat <47>"),
    ),
    it(
        "completed: <47>\n",
        "",
        ("One assignment opened again", "B opened again; it was completed <47>"),
        ("Ett uppdrag öppnat igen", "B öppnat igen; det avslutades <47>"),
    ),
    it(
        "costs:",
        "stopped: {date: <49>, why: no need, learned: Ask first}\ncosts:",
        ("One assignment stopped", "N stopped <49>: no need; learned: Ask first"),
        ("Ett uppdrag stoppat", "N stoppat <49>: no need; lärdom: Ask first"),
    ),
    it(
        "title: 'Keyless'  # quoted\n",
        "title: Without keys\n",
        ("One text changed", "H text only, title: Keyless → Without keys"),
        ("En text ändrad", "H bara text, titel: Keyless → Without keys"),
    ),
)
