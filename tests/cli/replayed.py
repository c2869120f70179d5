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


ONE = ("One change, none of steps, benefits or gaps", "En ändring, men inte av steg, nyttor eller luckor")

COMMITS = (
    at(
        "trials",
        "{id: doors, title: Ten doors, started: <1>}",
        (ONE[0], "F new trial “Ten doors”, from <1>"),
        (ONE[1], "F nytt test, ”Ten doors”, från <1>"),
    ),
    it("title: Keyless\n", "title: 'Keyless'  # quoted\n", (), ()),
    it(
        "started: <1>}",
        "started: <1>, ended: <3>}",
        (ONE[0], "F the trial “Ten doors” ended <3>"),
        (ONE[1], "F testet ”Ten doors” slutade <3>"),
    ),
    it(
        "ended: <3>}",
        "ended: <3>, learned: Locks}",
        (ONE[0], "F “Ten doors” taught: Locks"),
        (ONE[1], "F lärdom av ”Ten doors”: Locks"),
    ),
    it(
        "learned: Locks",
        "learned: Keys",
        (ONE[0], "H text only, trials.doors.learned: Locks → Keys"),
        (ONE[1], "H bara text, trials.doors.learned: Locks → Keys"),
    ),
    at(
        "journey",
        "{step: benefits, entered: <6>}",
        ("One step forward", "F a step forward, from “Test and explore” to “Show the benefit”, <6>"),
        ("Ett steg fram", "F ett steg framåt, från ”Testa tillsammans” till ”Visa nyttan”, <6>"),
    ),
    at(
        "benefits",
        "id: time\n    title: Time\n    target: {value: 50}",
        (ONE[0], "F new benefit “Time” (Unsorted)"),
        (ONE[1], "F ny nytta, ”Time” (Utan angivet slag)"),
    ),
    it(
        "    title: Time\n",
        "    title: Time\n    owner: Olle\n",
        (ONE[0], "F “Time” has an owner: Olle"),
        (ONE[1], "F ”Time” har fått en ägare: Olle"),
    ),
    it(
        "    target:",
        "    baseline: {value: 100, date: <9>}\n    target:",
        (ONE[0], "F a baseline for “Time”: 100"),
        (ONE[1], "F ett utgångsvärde för ”Time”: 100"),
    ),
    it(
        "{value: 50}\n",
        "{value: 50}\n    measurements:\n      - {value: 90, date: <10>}\n",
        (ONE[0], "F “Time” was measured <10>: 90"),
        (ONE[1], "F ”Time” mättes <10>: 90"),
    ),
    it(
        "date: <10>}\n",
        "date: <10>}\n      - {value: 95, date: <11>}\n",
        (ONE[0], "B “Time” was measured <11>, worse than before: 95"),
        (ONE[1], "B ”Time” mättes <11>, sämre än förut: 95"),
    ),
    it(
        "target: {value: 50}",
        "target: {value: 60}",
        (
            "One target lowered",
            "B the target for “Time” asks for less than before: 60 instead of 50 (corrected, for earlier days too)",
        ),
        (
            "Ett målvärde sänkt",
            "B målvärdet för ”Time” kräver mindre än förut: 60 i stället för 50 (rättat, även för tidigare dagar)",
        ),
    ),
    it(
        "target: {value: 60}",
        "target: {value: 60, by: 2026}",
        (ONE[0], "F the target for “Time” is to be reached 2026"),
        (ONE[1], "F målvärdet för ”Time” ska nås 2026"),
    ),
    it(
        "by: 2026}",
        "by: 2027-Q1}",
        (ONE[0], "B the target for “Time” was put off from 2026 to 2027-Q1 (corrected, for earlier days too)"),
        (ONE[1], "B målvärdet för ”Time” har skjutits upp från 2026 till 2027-Q1 (rättat, även för tidigare dagar)"),
    ),
    it(
        "{value: 60, by: 2027-Q1}",
        "{value: 40, by: 2026-Q4}",
        (
            "One target raised",
            "F the target for “Time” was brought forward from 2027-Q1 to 2026-Q4 (corrected, for earlier days too)",
            "F the target for “Time” asks for more than before: 40 instead of 60 (corrected, for earlier days too)",
        ),
        (
            "Ett målvärde höjt",
            "F målvärdet för ”Time” kräver mer än förut: 40 i stället för 60 (rättat, även för tidigare dagar)",
            "F målvärdet för ”Time” har tidigarelagts från 2027-Q1 till 2026-Q4 (rättat, även för tidigare dagar)",
        ),
    ),
    it(
        "date: <11>}\n",
        "date: <11>}\n      - {value: 40, date: <16>}\n",
        ("One benefit achieved", "F “Time” was measured <16>: 40", "F “Time” has reached its target"),
        ("En nytta har nått målvärdet", "F ”Time” mättes <16>: 40", "F ”Time” har nått målvärdet"),
    ),
    it(
        "{value: 40, date: <16>}",
        "{value: 45, date: <16>}",
        (
            "One benefit below its target",
            "B “Time” no longer reaches its target",
            "N the measurement of “Time” <16> was corrected: 45 instead of 40",
        ),
        (
            "En nytta når inte längre målvärdet",
            "B ”Time” når inte längre målvärdet",
            "N mätningen av ”Time” <16> har rättats: 45 i stället för 40",
        ),
    ),
    at(
        "shown",
        "{date: <18>}",
        (ONE[0], "F shown to management <18>"),
        (ONE[1], "F visat för ledningen <18>"),
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
        ("Ett steg fram", "F ett hopp från ”Testa tillsammans” till ”Gemensam färdplan”, <22>"),
    ),
    at(
        "roadmap",
        "id: all\n    title: All teams",
        (ONE[0], "F new in the roadmap: “All teams” (nothing)"),
        (ONE[1], "F nytt i färdplanen: ”All teams” (inget)"),
    ),
    it(
        "title: All teams\n",
        "title: All teams\n    from: 2027-Q1\n",
        (ONE[0], "F “All teams” in the roadmap was scheduled: 2027-Q1"),
        (ONE[1], "F ”All teams” i färdplanen har fått en tid: 2027-Q1"),
    ),
    it(
        "from: 2027-Q1\n",
        "from: 2027-Q2\n",
        (
            ONE[0],
            (
                "B “All teams” in the roadmap was put off, from 2027-Q1 to 2027-Q2–2027-Q2"
                " (corrected, for earlier days too)"
            ),
        ),
        (
            ONE[1],
            (
                "B ”All teams” i färdplanen har skjutits upp, från 2027-Q1 till 2027-Q2–2027-Q2"
                " (rättat, även för tidigare dagar)"
            ),
        ),
    ),
    it(
        "from: 2027-Q2\n",
        "from: 2026-Q4\n    to: 2027-Q1\n",
        (
            ONE[0],
            (
                "F “All teams” in the roadmap was brought forward, from 2027-Q2 to 2026-Q4–2027-Q1"
                " (corrected, for earlier days too)"
            ),
        ),
        (
            ONE[1],
            (
                "F ”All teams” i färdplanen har tidigarelagts, från 2027-Q2 till 2026-Q4–2027-Q1"
                " (rättat, även för tidigare dagar)"
            ),
        ),
    ),
    it(
        "    to: 2027-Q1\n",
        "    to: 2027-Q1\n    anchored_in: [plan]\n",
        (ONE[0], "F “All teams” in the roadmap was anchored in plan"),
        (ONE[1], "F ”All teams” i färdplanen har förankrats i plan"),
    ),
    it(
        "    anchored_in: [plan]\n",
        "",
        (ONE[0], "B “All teams” in the roadmap is no longer anchored in plan"),
        (ONE[1], "B ”All teams” i färdplanen är inte längre förankrad i plan"),
    ),
    program(
        "title: Plan 2026}",
        "title: Plan 2026, adopted: <29>}",
        (ONE[0], "F the document “Plan 2026” was adopted <29>"),
        (ONE[1], "F dokumentet ”Plan 2026” beslutades <29>"),
    ),
    program(
        "# documents\n",
        "  - {id: next, title: Plan 2027}\n",
        (ONE[0], "N new document “Plan 2027”"),
        (ONE[1], "N nytt dokument, ”Plan 2027”"),
    ),
    program(
        "  - {id: calm, title: Calm}\n",
        "",
        (ONE[0], "N the goal “Calm” was retired"),
        (ONE[1], "N målet ”Calm” har tagits bort"),
    ),
    program(
        "at_once: 20",
        "at_once: 25",
        (ONE[0], "N the setting at_once was changed from 20 to 25"),
        (ONE[1], "N inställningen at_once har ändrats från 20 till 25"),
    ),
    program(
        "  - {id: school, name: School}\n",
        "",
        (ONE[0], "N the department “School” was removed"),
        (ONE[1], "N förvaltningen ”School” har tagits bort"),
    ),
    program(
        "name: Care}",
        "name: Care, manager: Maud}",
        (ONE[0], "N the head of “Care” is Maud instead of nothing"),
        (ONE[1], "N ”Care” leds av Maud i stället för inget"),
    ),
    it(
        "lead: Lea",
        "lead: Leo",
        (ONE[0], "N the lead is Leo instead of Lea (corrected, for earlier days too)"),
        (ONE[1], "N leds av Leo i stället för Lea (rättat, även för tidigare dagar)"),
    ),
    at(
        "pauses",
        "{from: <36>, why: strike}",
        (ONE[0], "B paused since <36>: strike"),
        (ONE[1], "B pausat sedan <36>: strike"),
    ),
    it(
        "{from: <36>,",
        "{from: <36>, to: <37>,",
        (ONE[0], "F no longer paused; it was since <36>: strike"),
        (ONE[1], "F inte längre pausat; var det sedan <36>: strike"),
    ),
    it(
        "lead: Leo\n",
        "lead: Leo\ncosts: {per_year: 600}\n",
        (ONE[0], "N the costs (per_year) were changed from nothing to 600"),
        (ONE[1], "N kostnaden (per_year) har ändrats från inget till 600"),
    ),
    it(
        "lead: Leo\n",
        "lead: Leo\nreviewed: <39>\n",
        (ONE[0], "H somebody vouched for the file <39>"),
        (ONE[1], "H någon har bekräftat att uppgifterna stämmer, <39>"),
    ),
    it(
        "together: [nurse]\n",
        "",
        (
            "One gap opened",
            "B new: nobody from the operation takes part (journey-not-together)",
            "N together: nurse → nothing",
        ),
        (
            "En lucka öppnad",
            "B nytt: ingen från verksamheten är med (journey-not-together)",
            "N together: nurse → inget",
        ),
    ),
    it(
        "costs:",
        "together: [cook]\ncosts:",
        (
            "One gap closed",
            "F fixed: nobody from the operation takes part (journey-not-together)",
            "N together: nothing → cook",
        ),
        (
            "En lucka stängd",
            "F åtgärdat: ingen från verksamheten är med (journey-not-together)",
            "N together: inget → cook",
        ),
    ),
    it(
        "costs:",
        "tags: [home]\ncosts:",
        (ONE[0], "N tags: nothing → home"),
        (ONE[1], "N tags: inget → home"),
    ),
    it(
        "costs:",
        "live: <43>\ncosts:",
        (ONE[0], "F in ordinary use since <43>"),
        (ONE[1], "F i ordinarie drift sedan <43>"),
    ),
    it("costs:", "x-mine: yes\ncosts:", (), ()),
    at(
        "journey",
        "{step: embed, entered: 2026-12-31}",
        (ONE[0], "N written ahead, journey.embed 2026-12-31: nothing → embed, 2026-12-31"),
        (ONE[1], "N skrivet i förväg, journey.embed 2026-12-31: inget → embed, 2026-12-31"),
    ),
    it(
        "  - {step: embed, entered: 2026-12-31}\n",
        "  - {step: embed, entered: <46>}\n",
        (
            "One step forward",
            "F a step forward, from “Make a roadmap” to “Work it into plans”, <46>",
            "N written ahead, journey.embed 2026-12-31: embed, 2026-12-31 → nothing",
        ),
        (
            "Ett steg fram",
            "F ett steg framåt, från ”Gemensam färdplan” till ”I ordinarie styrning”, <46>",
            "N skrivet i förväg, journey.embed 2026-12-31: embed, 2026-12-31 → inget",
        ),
    ),
    it(
        "costs:",
        "completed: <47>\ncosts:",
        (ONE[0], "F completed <47>"),
        (ONE[1], "F avslutat <47>"),
    ),
    it(
        "completed: <47>\n",
        "",
        (ONE[0], "B opened again; it was completed <47>"),
        (ONE[1], "B öppnat igen; det avslutades <47>"),
    ),
    it(
        "costs:",
        "stopped: {date: <49>, why: no need, learned: Ask first}\ncosts:",
        (ONE[0], "N stopped <49>: no need; learned: Ask first"),
        (ONE[1], "N stoppat <49>: no need; lärdom: Ask first"),
    ),
    it(
        "title: 'Keyless'  # quoted\n",
        "title: Without keys\n",
        (ONE[0], "H text only, title: Keyless → Without keys"),
        (ONE[1], "H bara text, title: Keyless → Without keys"),
    ),
)
