"""The commands that write: what each changes in the files, what it says, and what it refuses."""

import json
import shlex
from hashlib import sha256
from pathlib import Path

import pytest

from staircase.disk import JOURNAL
from staircase.store import HIDDEN
from tests.cli.conversation import conversation
from tests.cli.running import Ended, plant
from tests.cli.writes import FILES, PROGRAM, changed, done, planted, standing
from tests.reader import a_folder_for_all, a_reader

CHANGES: dict[str, str] = {
    "move visits roadmap": "+   - {step: roadmap, entered: 2026-11-02}",
    "move visits 3 --on 2026-10-01": "+   - {step: roadmap, entered: 2026-10-01}",
    "move 'keyless visits' Testa --why 'with the night team'": (
        "+   - step: explore\n+     entered: 2026-11-02\n+     why: with the night team"
    ),
    "move visits embed --on 2026-03": "+   - {step: embed, entered: 2026-03}",
    "live visits": "+ live: 2026-11-02",
    "review visits paused --on 2026-11-01": "+ reviewed: 2026-11-01\n+ reviewed: 2026-11-01",
    "review done": "+ reviewed: 2026-11-02",
    "review anew": "- reviewed: 2026-10-31\n+ reviewed: 2026-11-02",
    "pause visits --why 'waits: for #1'": '+ \n+ pauses:\n+   - from: 2026-11-02\n+     why: "waits: for #1"',
    "resume paused": "-   - {from: 2026-08-01, why: summer}\n+   - {from: 2026-08-01, to: 2026-11-02, why: summer}",
    "complete visits": "+ completed: 2026-11-02",
    "stop visits --why 'no need' --learned 'ask first'": (
        "+ stopped:\n+   date: 2026-11-02\n+   why: no need\n+   learned: ask first"
    ),
    "set visits lead 'A. Nurse' --correct": "- lead: Programme\n+ lead: A. Nurse",
    "set visits lead 'A. Nurse' --anew --why promoted": (
        "- lead: Programme\n+ lead: A. Nurse\n"
        "+ \n+ was:\n+   - until: 2026-11-01\n+     lead: Programme\n+     why: promoted"
    ),
    "set visits costs.per_year '1 200,5' --anew --on 2026-10": (
        "- costs: {one_off: 100, per_year: 50}\n+ costs: {one_off: 100, per_year: 1200.5}\n"
        "+ \n+ was:\n+   - until: 2026-09-30\n+     costs: {one_off: 100, per_year: 50}"
    ),
    "set visits benefits.time.measurements.2026-06-30.value 4650": (
        "-       - {value: 4700, date: 2026-06-30}\n+       - {value: 4650, date: 2026-06-30}"
    ),
    "set visits benefits.time.target.value 3600 --anew": (
        "-     target: {value: 3900, by: 2026-12-31}\n+     target: {value: 3600, by: 2026-12-31}\n"
        "+     was:\n+       - until: 2026-11-01\n+         target: {value: 3900, by: 2026-12-31}"
    ),
    "set anew lead C --anew": (
        "- lead: A\n+ lead: C\n-   - {until: 2026-11-01, goals: []}\n+   - {until: 2026-11-01, lead: A, goals: []}"
    ),
    "set anew lead C --anew --why promoted": (
        "- lead: A\n+ lead: C\n-   - {until: 2026-11-01, goals: []}\n"
        "+   - {until: 2026-11-01, why: promoted, lead: A, goals: []}"
    ),
    "set visits tags 'one, two'": "+ tags: [one, two]",
    "set visits department care,schools --correct": "- department: care\n+ department: [care, schools]",
    "set visits x-own 'a value: of our own'": '+ \n+ x-own: "a value: of our own"',
    "set program settings.at_once 35": "+ settings: {at_once: 35}",
    "set program departments.schools.manager Head": (
        "-   - {id: schools, name: Schools}\n+   - {id: schools, name: Schools, manager: Head}"
    ),
    "set wrong started 2026-02-28": "- started: 2026-02-30\n+ started: 2026-02-28",
    "set wrong lead 'A. Nurse' --correct": "- lead: Programme\n+ lead: A. Nurse",
    "unset visits costs.per_year": "- costs: {one_off: 100, per_year: 50}\n+ costs: {one_off: 100}",
    "unset visits journey.2026-05-04 together": (
        "- together: [care worker]\n-   - {step: benefits, entered: 2026-05-04}"
    ),
    "trial visits 'Another trial'": "+   - id: another-trial\n+     title: Another trial\n+     started: 2026-11-02",
    "trial visits 'Another trial' --id other --outcome failed --learned 'too early'": (
        "+   - id: other\n+     title: Another trial\n+     started: 2026-11-02\n"
        "+     outcome: failed\n+     learned: too early"
    ),
    "trial visits night --ended --outcome mixed --learned 'Ask, then build' --on 2026-10-30": (
        "+     ended: 2026-10-30\n+     outcome: mixed\n+     learned: Ask, then build"
    ),
    "trial visits night --outcome worked": "+     outcome: worked",
    "benefit visits Peace --kind quality --owner 'Head: care' --what '% calm' --unit % --source survey --every 90 "
    "--baseline '1 040,5' --target 65 --by 'Q4 2027' --per-unit 5 --basis wages --realisation used --on 2026-10-01": (
        '+   - id: peace\n+     title: Peace\n+     kind: quality\n+     owner: "Head: care"\n+     measure:\n'
        '+       what: "% calm"\n+       unit: "%"\n+       source: survey\n+       every_days: 90\n'
        "+     baseline: {value: 1040.5, date: 2026-10-01}\n+     target: {value: 65, by: 2027-Q4}\n"
        "+     worth: {per_unit: 5, basis: wages}\n+     realisation: used"
    ),
    "benefit visits time --realisation 'one more visit a day'": "+     realisation: one more visit a day",
    "benefit visits time --owner 'Head of home care' --realisation x": "+     realisation: x",
    "measure visits time '4 300,5'": "+       - {value: 4300.5, date: 2026-11-02}",
    "measure visits time 4900 --on 2026-03-31": "+       - {value: 4900, date: 2026-03-31}",
    "measure done time 5": (
        "-     measurements: [{value: 7, date: 2026-06-30}]\n"
        "+     measurements: [{value: 7, date: 2026-06-30}, {value: 5, date: 2026-11-02}]"
    ),
    "measure --from table.csv": (
        "-     measurements: [{value: 7, date: 2026-06-30}]\n"
        "+     measurements: [{value: 7, date: 2026-06-30}, {value: 5, date: 2026-09-30}]\n"
        "+       - {value: 4900, date: 2026-03-31}\n"
        "+       - {value: 4300.5, date: 2026-09-30}"
    ),
    "present visits --forum 'the board' --decision 'go on'": (
        "+ shown:\n+   - date: 2026-11-02\n+     forum: the board\n+     decision: go on\n+ "
    ),
    "close visits time --why 'all have it'": "+     closed:\n+       date: 2026-11-02\n+       why: all have it",
    "take-home visits time --how 'one more visit' --amount '225 000' --document plan-2027": (
        "+     taken_home:\n+       - from: 2026-11-02\n+         how: one more visit\n+         amount: 225000\n"
        "+         document: plan-2027"
    ),
    "take-home done time --how more": "+       - {from: 2026-11-02, how: more}",
    "plan visits 'Next thing' --from 2027-Q2 --to 2027 --owner Head --area care --expects-kind cash --per-year '1 000' "
    "--what fewer --based-on ten-doors --based-on night --goal simple": (
        "+   - id: next-thing\n+     title: Next thing\n+     area: care\n+     from: 2027-Q2\n+     to: 2027\n"
        "+     owner: Head\n+     expects:\n+       kind: cash\n+       per_year: 1000\n+       what: fewer\n"
        "+     based_on: [ten-doors, night]\n+     goals: [simple]"
    ),
    "plan visits all-teams --expects-kind capacity --goal simple": (
        "+     expects: {kind: capacity}\n+     goals: [simple]"
    ),
    "anchor visits all-teams plan-2027": "+     anchored_in: [plan-2027]",
    "start visits all-teams": "+     started: 2026-11-02",
    "finish visits all-teams": "+     done: 2026-11-02",
    "drop visits all-teams --why 'not needed'": "+     dropped:\n+       date: 2026-11-02\n+       why: not needed",
    "drop visits all-teams": "+     dropped: {date: 2026-11-02}",
    "accept benefit-measure-overdue visits time --until 2027-01-31 --why 'a new system'": (
        "+ \n+ accepted:\n+   - rule: benefit-measure-overdue\n+     item: time\n+     until: 2027-01-31\n"
        "+     why: a new system"
    ),
    "accept department-untouched schools --until 2027-01-31 --why later": (
        "+ accepted:\n+   - rule: department-untouched\n+     item: schools\n+     until: 2027-01-31\n+     why: later"
    ),
    "accept program-never-stops program --until 2027-01-31 --why later": (
        "+ accepted:\n+   - rule: program-never-stops\n+     until: 2027-01-31\n+     why: later"
    ),
    "declare goal calm 'Calm nights'": "+   - {id: calm, title: Calm nights}",
    "declare department school 'The school' --manager Head --from 2027 --to 2028": (
        "+   - {id: school, name: The school, manager: Head, from: 2027, to: 2028}"
    ),
    "declare document budget 'Budget 2027' --kind budget --department care --url https://e.org/b": (
        '+   - {id: budget, title: Budget 2027, kind: budget, department: care, url: "https://e.org/b"}'
    ),
    "adopt plan-2027": (
        "-   - {id: plan-2027, title: Plan 2027, kind: operational-plan, from: 2027-01-01, to: 2027-12-31}\n"
        "+   - {id: plan-2027, title: Plan 2027, kind: operational-plan,\n"
        "+      adopted: 2026-11-02, from: 2027-01-01, to: 2027-12-31}"
    ),
    "new night --title 'A: night' --department care --lead Head --together nurse --together 'a, b'": (
        'new assignments/night.yaml\n+ title: "A: night"\n+ department: care\n+ lead: Head\n+ started: 2026-11-02\n'
        "+ together:\n+   - nurse\n+   - a, b"
    ),
    "new platform --kind enabling --title Platform --lead IT --started 2026-12-01": (
        "new assignments/platform.yaml\n+ title: Platform\n+ kind: enabling\n+ lead: IT\n+ started: 2026-12-01"
    ),
    "new every-team --from visits/all-teams --lead Head": (
        "new assignments/every-team.yaml\n+ title: Every team\n+ department: care\n+ lead: Head\n"
        "+ started: 2026-11-02\n+     became: every-team"
    ),
    "new every-team --from done/item --lead Head --title T --department schools": (
        "-   - {id: item, title: Item, goals: [simple], anchored_in: [plan-2027], done: 2026-08-01}\n"
        "+   - {id: item, title: Item, goals: [simple], anchored_in: [plan-2027],\n"
        "+      became: every-team, done: 2026-08-01}\n"
        "new assignments/every-team.yaml\n+ title: T\n+ department: schools\n+ lead: Head\n"
        "+ started: 2026-11-02\n+ goals: [simple]"
    ),
    "move VISITS roadmap": "+   - {step: roadmap, entered: 2026-11-02}",
    "anchor 'Keyless Visits' all-teams 'plan 2027'": "+     anchored_in: [plan-2027]",
    "adopt 'PLAN 2027'": (
        "-   - {id: plan-2027, title: Plan 2027, kind: operational-plan, from: 2027-01-01, to: 2027-12-31}\n"
        "+   - {id: plan-2027, title: Plan 2027, kind: operational-plan,\n"
        "+      adopted: 2026-11-02, from: 2027-01-01, to: 2027-12-31}"
    ),
    "plan visits all-teams --goal 'Simple Service'": "+     goals: [simple]",
    "take-home visits time --how more --document 'the law'": (
        "+     taken_home:\n+       - from: 2026-11-02\n+         how: more\n+         document: law"
    ),
    "new night --title Night --department Schools --lead Head": (
        "new assignments/night.yaml\n+ title: Night\n+ department: schools\n+ lead: Head\n+ started: 2026-11-02"
    ),
    "new platform --kind enabling --title Platform --lead IT --department Cåre": (
        "new assignments/platform.yaml\n+ title: Platform\n+ kind: enabling\n+ department: care\n+ lead: IT\n"
        "+ started: 2026-11-02"
    ),
    "new every-team --from 'keyless visits/all-teams' --lead Head --department Schools": (
        "new assignments/every-team.yaml\n+ title: Every team\n+ department: schools\n+ lead: Head\n"
        "+ started: 2026-11-02\n+     became: every-team"
    ),
    "declare document budget 'Budget 2027' --department Care": (
        "+   - {id: budget, title: Budget 2027, department: care}"
    ),
    "accept department-untouched Schools --until 2027-01-31 --why later": (
        "+ accepted:\n+   - rule: department-untouched\n+     item: schools\n+     until: 2027-01-31\n+     why: later"
    ),
    "accept program-goal-unserved 'simple SERVICE' --until 2027-01-31 --why later": (
        "+ accepted:\n+   - rule: program-goal-unserved\n+     item: simple\n+     until: 2027-01-31\n+     why: later"
    ),
    "accept program-lead-overloaded Programme --until 2027-01-31 --why later": (
        "+ accepted:\n+   - rule: program-lead-overloaded\n+     item: Programme\n+     until: 2027-01-31\n"
        "+     why: later"
    ),
    "unset anew tags.x": "- tags: [x, x]\n+ tags: [x]",
    "unset visits goals.simple": "- goals: [simple]",
}
REFUSALS: dict[str, tuple[str, str]] = {
    "move visits benefits": ("visits stands on “Show the benefit” already, since 2026-05-04.", "move visits roadmap"),
    "move visits embed --on 2026-05-04": (
        "visits came to a step on 2026-05-04 already, and can do so once a day.",
        "set visits journey.2026-05-04.step embed",
    ),
    "move visits upstairs": ("there is no step “upstairs”. Choose from: explore, benefits, roadmap, embed.", ""),
    "accept journey-stale nobody --until 2027-01-31 --why x": ("there is no assignment “nobody”.", ""),
    "accept department-untouched Programme --until 2027-01-31 --why x": ("there is no department “Programme”.", ""),
    "accept program-goal-unserved visits --until 2027-01-31 --why x": ("there is no goal “visits”.", ""),
    "accept program-lead-overloaded Nobody --until 2027-01-31 --why x": ("there is no assignment “Nobody”.", ""),
    "new n --kind enabling --title T --department car --lead L": (
        "there is no department “car”. Did you mean “care”?",
        "",
    ),
    "new n --from visits/all-teams --department car --lead L": (
        "there is no department “car”. Did you mean “care”?",
        "",
    ),
    "move vists embed": ("there is no assignment “vists”. Did you mean “visits”?", ""),
    "move done embed": ("done is completed since 2026-09-01.", "unset done completed"),
    "move stopped embed": ("stopped is stopped since 2026-09-01.", "unset stopped stopped"),
    "review stopped": ("stopped is stopped since 2026-09-01.", "unset stopped stopped"),
    "move ahead 2": ("ahead starts on 2027-01-05, after 2026-11-02.", "move ahead benefits --on 2027-01-05"),
    "move login 2": ("login is an enabling assignment and does not climb the staircase.", "show login"),
    "move broken 2": ("assignments/broken.yaml can’t be read as YAML, so it can’t be changed here.", "check"),
    "pause paused --why x": ("paused is paused already, since 2026-08-01.", "resume paused"),
    "resume visits": ("visits is not paused on 2026-11-02.", "pause visits --why …"),
    "set visits costs.per_year 4,5,6": ("“4,5,6” is no number; write 4.5 or 420 000, for example.", ""),
    "set visits lead X --correct --anew": ("--correct and --anew can’t be combined.", "set visits lead X --anew"),
    "set visits lead X": (
        "lead has another value. If that was wrong, it is corrected with staircase set visits lead X --correct;",
        "set visits lead X --anew",
    ),
    "trial visits night": ("the trial “night” is there already.", "trial visits night --ended"),
    "trial visits nigt --ended": ("there is no trial “nigt” there. Did you mean “night”?", ""),
    "trial visits X --id time": ("the id “time” is taken already.", ""),
    "trial done X": ("done is completed since 2026-09-01.", "unset done completed"),
    "trial visits 日本": ("no id can be made of “日本”; give one with --id.", ""),
    "benefit visits time": ("“time” is there already, and nothing more was said of it.", "show visits"),
    "benefit visits time --target 3000": (
        "benefits.time.target.value has another value already.",
        "set visits benefits.time.target.value 3000",
    ),
    "plan visits all-teams --from 2028 --goal a": (
        "roadmap.all-teams.from has another value already.",
        "set visits roadmap.all-teams.from 2028",
    ),
    "plan done item --goal other": ("roadmap.item.goals has another value already.", "set done roadmap.item.goals …"),
    "measure visits tme 5": ("there is no benefit “tme” there. Did you mean “time”?", ""),
    "measure visits time 4,5,6": ("“4,5,6” is no number; write 4.5 or 420 000, for example.", ""),
    "measure visits time 5 --on 2026-06-30": (
        "“time” has a measurement on 2026-06-30 already.",
        "set visits benefits.time.measurements.2026-06-30.value 5",
    ),
    "measure --from wrong.csv": ("line 3: “time” has a measurement on 2026-06-30 already.", ""),
    "measure --from day.csv": ("line 2: “1 May” is no day; write YYYY-MM-DD.", ""),
    "measure --from unknown.csv": ("line 2: there is no assignment “vists”. Did you mean “visits”?", ""),
    "measure --from columns.csv": ("“columns.csv” lacks columns: date, value.", ""),
    "measure --from empty.csv": ("there are no measurements in “empty.csv”.", ""),
    "measure --from nowhere.csv": (
        "nowhere.csv can’t be read as a spreadsheet: it can’t be opened (no such file or folder).",
        "",
    ),
    "measure visits --from table.csv": ("--from and visits cannot be combined.", ""),
    "present anew --forum board --on 2026-10-01": (
        "anew was shown to management on 2026-10-01 already.",
        "set anew shown.2026-10-01.decision …",
    ),
    "close done time --why x": ("“time” is closed already.", "unset done benefits.time.closed"),
    "anchor visits all-teams plan-2028": ("there is no document “plan-2028”. Did you mean “plan-2027”?", ""),
    "anchor done item plan-2027": ("“item” stands in “plan-2027” already.", "show done"),
    "anchor visits al-teams plan-2027": ("there is no roadmap item “al-teams” there. Did you mean “all-teams”?", ""),
    "finish done item": ("“item” has done already.", "unset done roadmap.item.done"),
    "drop done item": ("“item” has done already.", "unset done roadmap.item.done"),
    "start done heir": ("“heir” became the assignment visits, which tells how it goes.", "show visits"),
    "new again --from done/heir --lead L": (
        "“heir” became the assignment visits, which tells how it goes.",
        "show visits",
    ),
    "accept date-order visits --until 2027-01-31 --why x": ("there is no gap “date-order” to accept.", ""),
    "accept journey-stale visits --until 2026-01-31 --why x": ("“2026-01-31” lies before 2026-11-02.", ""),
    "declare rule a A": ("“rule” is nothing that the programme declares.", ""),
    "declare goal simple Other": ("“simple” is declared already.", "set program goals.simple.title Other"),
    "adopt plan-2026": ("there is no document “plan-2026”. Did you mean “plan-2027”?", ""),
    "adopt law": ("“law” was adopted already, 2025-01-01.", "set program documents.law.adopted 2026-11-02"),
    "new CON --title T --department care --lead L": ("“CON” is no id;", ""),
    "new con --title T --department care --lead L": ("Windows keeps “con” for a device,", ""),
    "new ../x --title T --department care --lead L": ("“../x” is no id; an id has small letters,", ""),
    "new visits --title T --department care --lead L": ("the id “visits” is taken already.", "show visits"),
    "new broken --title T --department care --lead L": ("the id “broken” is taken already.", "show broken"),
    "new n --title T --department car --lead L": ("there is no department “car”. Did you mean “care”?", ""),
    "rename visits paused": ("the id “paused” is taken already.", "show paused"),
    "rename nowhere home": ("there is no assignment “nowhere”.", ""),
    "rename mentioned other": (
        "assignments/broken.yaml can’t be read as YAML, so it can’t be changed here.",
        "check",
    ),
    "set anew lead C --anew --on 2026-06-02": (
        "lead has been decided anew on 2026-06-02 already.",
        "set anew lead C --correct",
    ),
    "review anew --on 2026-10-30": (
        "what anew says has been vouched for on a later day already, 2026-10-31.",
        "show anew",
    ),
    "live anew": ("anew is in ordinary use already, since 2026-02-01.", "set anew live 2026-11-02"),
    "move 'one of two' 2 --on 2026-02-01": ("several are called “one of two”;", ""),
    "unset odd x-own": (
        "assignments/odd.yaml is laid out in a way that can’t be edited safely here; change line 5 by hand.",
        "",
    ),
    "set odd x-list.2026.why C": (
        (
            "assignments/odd.yaml is laid out in a way that can’t be edited safely here; write yourself at line 8: "
            "why: C"
        ),
        "",
    ),
    "set visits lead 'a\x1bb' --correct": (
        "“a\\x1bb” holds a character that may not stand in a file; write the text without it.",
        "",
    ),
    "set visits benefits.tme.owner X": ("there is no entry “tme”. Did you mean “time”?", ""),
    "set visits lead Programme": (
        "all of that stands there already, 2026-11-02; there is nothing to write.",
        "",
    ),
    "unset visits live": ("live does not stand in visits.", "show visits"),
    "move visits 3 --on 2027-02-01": (
        "that would be an error: 2027-02-01 lies ahead, and only what has happened can be written here",
        "rule date-in-future",
    ),
    "unset wrong started": ("that would be an error: started is missing", "rule field-missing"),
    "set visits goals nothing --correct": (
        "that would be an error: there is no goal “nothing”",
        "rule reference-unknown",
    ),
}


FOR_GOOD = (
    *("new ", "accept ", "measure --from ", "review visits paused", "review anew", "set wrong started "),
    *("benefit visits time --owner 'Head of home care' ", "unset visits journey.2026-05-04 together"),
)
"""What begins so is taken back by no one command; nor is what goes to ``was``."""


def written(folder: Path) -> dict[str, list[str]]:
    """The words of every file, wherever their lines end."""
    return {file.name: file.read_text("utf-8").split() for file in folder.rglob("*.yaml")}


def takes_back(ended: Ended) -> str:
    return ended.out.partition("Undo: staircase ")[2].partition("\n")[0]


@pytest.mark.parametrize("command", CHANGES)
def test_a_command_changes_these_lines_and_no_others_and_is_taken_back_as_it_says(tmp_path: Path, command: str) -> None:
    before = written(planted(tmp_path))

    ended, lines = done(tmp_path, *shlex.split(command))
    undo = takes_back(ended)

    assert (ended.code, lines) == (0, CHANGES[command])
    assert bool(undo) == (not command.startswith(FOR_GOOD) and "--anew" not in command)
    assert not undo or done(tmp_path, *shlex.split(undo))[0].code == 0
    assert not undo or written(tmp_path) == before


def test_of_two_of_one_name_the_first_is_changed_and_no_command_takes_that_back(tmp_path: Path) -> None:
    shown = "shown:\n  - {date: 2026-05-01, forum: board}\n  - {date: 2026-05-01, forum: council}\n"
    twice = f"title: A\ndepartment: care\nlead: B\nstarted: 2026-01-05\n{shown}"
    plant(tmp_path, {"program.yaml": FILES["program.yaml"], "assignments/a.yaml": twice})

    ended, lines = done(tmp_path, "set", "a", "shown.2026-05-01.forum", "staff")

    assert (ended.code, takes_back(ended)) == (0, "")
    assert lines == "-   - {date: 2026-05-01, forum: board}\n+   - {date: 2026-05-01, forum: staff}"


def test_one_of_several_goals_comes_back_with_the_others(tmp_path: Path) -> None:
    goals = "title: A\ndepartment: care\nlead: B\nstarted: 2026-01-05\ngoals: [simple, near]\n"
    near = FILES["program.yaml"].replace("goals:\n", "goals:\n  - {id: near, title: Near}\n")
    file = plant(tmp_path, {"program.yaml": near, "assignments/a.yaml": goals}) / "assignments/a.yaml"

    undo = takes_back(done(tmp_path, "unset", "a", "goals.near")[0])

    assert undo == "set a goals 'simple, near' --correct"
    assert done(tmp_path, *shlex.split(undo))[0].code == 0
    assert file.read_text() == goals


@pytest.mark.parametrize("command", REFUSALS)
def test_what_makes_no_sense_is_refused_with_the_reason_and_what_would_do(tmp_path: Path, command: str) -> None:
    ended, lines = done(planted(tmp_path), *shlex.split(command))

    said, call = REFUSALS[command]
    assert (ended.code, ended.out, lines) == (2, "", "")
    assert ended.err.startswith(f"staircase: {said}")
    assert (f"\nThis would do: staircase {call}\n" in ended.err) == bool(call)


def healthy(folder: Path) -> Path:
    return plant(folder, {path: FILES[path] for path in ("program.yaml", "assignments/visits.yaml")})


def test_it_says_what_that_meant_how_to_take_it_back_and_what_is_next(tmp_path: Path) -> None:
    ended, _ = done(healthy(tmp_path), "unset", "visits", "benefits.time.owner")

    assert ended.out == (
        "One owner removed; one gap opened\n\n"
        f"Subject  Direction  What changed{' ' * 75}Place\n"
        f"visits   Back       “Fewer hours on the road” no longer has an owner; it was Head of home care{' ' * 13}"
        "assignments/visits.yaml:28\n"
        "visits   Back       new: nobody in the line owns the benefit “Fewer hours on the road” (benefit-no-owner)  "
        "assignments/visits.yaml:25\n\n"
        "Name the line manager who is to take it home: owner: … (benefit-no-owner)\n\n"
        "Written: assignments/visits.yaml\n\n"
        "Undo: staircase set visits benefits.time.owner 'Head of home care'\n"
        "Next: staircase benefit visits time --owner …\n"
    )
    assert ended.err == ""


def test_where_nothing_takes_it_back_and_nothing_is_asked_for_nothing_more_is_said(tmp_path: Path) -> None:
    small = "title: T\ndepartment: care\nlead: L\nstarted: 2026-11-02\ntogether: [nurse]\ngoals: [simple]\n"
    program = PROGRAM.replace("  - {id: schools, name: Schools}\n", "")
    plant(tmp_path, {"program.yaml": program, "assignments/a.yaml": small, "assignments/b.yaml": small})

    assert done(tmp_path, "review", "a", "b")[0].out == (
        "Two files vouched for\n\n"
        "Subject  Direction     What changed                              Place\n"
        "a        Housekeeping  somebody vouched for the file 2026-11-02  assignments/a.yaml:5\n"
        "b        Housekeeping  somebody vouched for the file 2026-11-02  assignments/b.yaml:5\n\n"
        "Written: assignments/a.yaml\nWritten: assignments/b.yaml\n"
    )


@pytest.mark.parametrize(
    ("options", "following"),
    [
        ("", "set night together …"),
        ("--together nurse", "trial night …"),
        ("--together nurse --started 2026-12-01", "set night started …"),
        ("--kind enabling", "review night"),
    ],
)
def test_after_a_new_assignment_stands_what_it_lacks_or_does_first(
    tmp_path: Path, options: str, following: str
) -> None:
    plant(tmp_path, {"program.yaml": "format: 1\nname: P\norganisation: O\ndepartments: [{id: care, name: Care}]\n"})

    ended, _ = done(tmp_path, *shlex.split(f"new night --title Night --department care --lead Head {options}"))

    assert ended.out.rpartition("\n\n")[2] == f"Next: staircase {following}\n"


@pytest.mark.parametrize(
    "command",
    ["move visits roadmap", "live visits", "pause visits --why x", "resume paused", "complete visits", "review visits"],
)
def test_taking_it_back_leaves_the_very_file_that_was_there(tmp_path: Path, command: str) -> None:
    name = f"assignments/{command.split()[1]}.yaml"
    before = plant(tmp_path, {path: FILES[path] for path in ("program.yaml", name)}) / name
    text = before.read_bytes()

    ended, _ = done(tmp_path, *shlex.split(command))

    assert before.read_bytes() != text
    assert done(tmp_path, *shlex.split(takes_back(ended)))[0].code == 0
    assert before.read_bytes() == text


def patched(text: str, diff: str) -> str:
    """A text after a unified diff of one place in it."""
    old = "".join(f"{line[1:]}\n" for line in diff.splitlines()[3:] if line[0] in " -")
    new = "".join(f"{line[1:]}\n" for line in diff.splitlines()[3:] if line[0] in " +")
    assert text.count(old) == 1
    return text.replace(old, new)


def test_a_dry_run_prints_the_very_diff_and_writes_nothing(tmp_path: Path) -> None:
    command = ("move", "visits", "roadmap")
    tried, nothing = done(healthy(tmp_path), *command, "--dry-run")

    assert (tried.code, nothing) == (0, "")
    assert tried.out == (
        "--- a/assignments/visits.yaml\n+++ b/assignments/visits.yaml\n@@ -9,6 +9,7 @@\n journey:\n"
        "   - {step: explore, entered: 2026-01-05}\n   - {step: benefits, entered: 2026-05-04}\n"
        "+  - {step: roadmap, entered: 2026-11-02}\n \n trials:\n   - id: ten-doors\n"
    )
    assert tried.err == "One step forward; one gap closed\n"
    text = (tmp_path / "assignments/visits.yaml").read_text()
    assert done(tmp_path, *command)[0].code == 0
    assert patched(text, tried.out) == (tmp_path / "assignments/visits.yaml").read_text()


def test_machines_get_the_changes_as_diff_has_them(tmp_path: Path) -> None:
    found = json.loads(done(healthy(tmp_path), "move", "visits", "roadmap", "--json")[0].out)

    assert (found["schema"], found["as_of"], found["unreadable"]) == ("staircase.write/1", "2026-11-02", [])
    assert [(row["kind"], row["subject"]) for row in found["rows"]] == [
        ("step-forward", "visits"),
        ("finding-fixed", "visits"),
    ]
    told = {key: found["totals"][key] for key in ("changes", "forward", "files", "dry_run", "undo", "next")}
    assert told == {
        "changes": 2,
        "forward": 2,
        "files": ["assignments/visits.yaml"],
        "dry_run": False,
        "undo": "staircase unset visits journey.2026-11-02",
        "next": "staircase benefit visits time --realisation …",
    }


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("move", "ID, STEP. The whole command: staircase move ID STEP"),
        ("move visits --why 'a b'", "STEP. The whole command: staircase move visits STEP --why 'a b'"),
        ("stop visits", "--why. The whole command: staircase stop visits --why TEXT"),
        ("review", "ID. The whole command: staircase review ID"),
        (
            "benefit visits time --owner … --kind …",
            "--kind, --owner. The whole command: staircase benefit visits time --kind … --owner TEXT",
        ),
        ("review …", "ID. The whole command: staircase review ID"),
        ("set visits --anew", "KEY, VALUE. The whole command: staircase set visits KEY VALUE --anew"),
    ],
)
def test_in_a_pipe_all_that_is_missing_is_named_at_once_with_the_whole_command(
    tmp_path: Path, command: str, said: str
) -> None:
    ended, lines = done(healthy(tmp_path), *shlex.split(command))

    assert (ended.code, ended.out, lines) == (2, "", "")
    assert ended.err.splitlines()[0] == f"staircase: this is missing: {said}"


def test_on_a_terminal_what_is_missing_is_asked_for_and_the_likely_answer_is_there(tmp_path: Path) -> None:
    before = standing(healthy(tmp_path))
    code, shown = conversation(["move"], tmp_path, ["nothing", "keyless", ""])

    assert code == 0
    assert shown.startswith(
        "Which assignment?\n   1  visits  Keyless visits\n[visits]> nothing\n"
        "nothing is called “nothing”; type a number, an id, or a part of the name.\n"
        "   1  visits  Keyless visits\n[visits]> keyless\n"
        "To which step?\n   1  explore  Test and explore\n   2  benefits  Show the benefit\n"
        "   3  roadmap  Make a roadmap\n   4  embed  Work it into plans\n[roadmap]> \n"
    )
    assert changed(before, standing(tmp_path)) == "+   - {step: roadmap, entered: 2026-11-02}"


def test_an_answer_that_can_not_be_used_is_asked_for_again_before_the_next_question(tmp_path: Path) -> None:
    before = standing(healthy(tmp_path))
    answers = ["Night visits", "visits", "", "care", "Programme", "nurse"]
    code, shown = conversation(["new"], tmp_path, answers)

    assert code == 0
    assert shown.startswith(
        "What is the assignment called?\n> Night visits\nWhich id is the assignment to have?"
        " Small letters, digits and hyphens.\n[night-visits]> visits\n"
        "staircase: the id “visits” is taken already.\n[night-visits]> \nWhich department?\n"
    )
    assert standing(tmp_path).keys() - before.keys() == {"assignments/night-visits.yaml"}


def test_of_a_command_as_reports_show_it_only_what_stands_as_dots_is_asked_for(tmp_path: Path) -> None:
    before = standing(healthy(tmp_path))
    code, shown = conversation(["plan", "visits", "all-teams", "--area", "…", "--goal", "…"], tmp_path, ["East", "1"])

    assert code == 0
    assert shown.startswith("What is to stand as --area?\n> East\nWhich goal does it serve?\n   1  simple")
    assert changed(before, standing(tmp_path)) == "+     area: East\n+     goals: [simple]"


def test_a_value_that_was_decided_is_asked_about(tmp_path: Path) -> None:
    before = standing(healthy(tmp_path))
    code, shown = conversation(["set", "visits", "lead", "A. Nurse"], tmp_path, ["2"])

    assert code == 0
    assert "Something else stands there. What has happened?\n   1  correct  what stood there was wrong" in shown
    assert changed(before, standing(tmp_path)).endswith("+ was:\n+   - {until: 2026-11-01, lead: Programme}")


@pytest.mark.parametrize(("key", "code"), [("^C", 130), ("^D", 130)])
def test_who_has_had_enough_leaves_all_as_it_was(tmp_path: Path, key: str, code: int) -> None:
    before = standing(healthy(tmp_path))

    assert conversation(["stop", "visits"], tmp_path, ["the need is gone", key])[0] == code
    assert standing(tmp_path) == before


def test_a_file_that_may_not_be_written_is_left_with_the_reason() -> None:
    with a_folder_for_all() as folder:
        (healthy(folder) / "assignments/visits.yaml").chmod(0o444)
        done(folder, "move", "visits", "roadmap", "--dry-run")  # all is loaded that a reader may not read
        with a_reader():
            ended, lines = done(folder, "move", "visits", "roadmap")

    assert (ended.code, ended.out, lines) == (74, "", "")
    assert ended.err.startswith("staircase: assignments/visits.yaml could not be written: permission denied. All is as")


def test_a_change_that_was_interrupted_is_told_of_by_reports_and_finished_by_the_next_that_writes(
    tmp_path: Path,
) -> None:
    path, prepared = "assignments/visits.yaml", f"assignments/{HIDDEN}0123456789ab"
    text = (healthy(tmp_path) / path).read_text()
    (tmp_path / prepared).write_text(text.replace("goals:", "live: 2026-02-01\ngoals:"))
    (tmp_path / JOURNAL).write_text(json.dumps([(path, sha256(text.encode()).hexdigest(), prepared)]))
    before = standing(tmp_path)
    told = "staircase: a change of several files was interrupted, or is being made right now: "

    assert done(tmp_path, "status")[0].err.startswith(told)
    assert done(tmp_path, "move", "visits", "roadmap", "--dry-run")[0].err.startswith(told)
    assert standing(tmp_path) == before
    ended, _ = done(tmp_path, "move", "visits", "roadmap")

    assert (ended.code, ended.err) == (0, "")
    after = (tmp_path / path).read_text()
    assert "live: 2026-02-01\n" in after
    assert "step: roadmap" in after
    assert {*standing(tmp_path)} == {"program.yaml", path}


def test_a_rename_moves_the_file_and_every_reference_to_it(tmp_path: Path) -> None:
    files = {
        "program.yaml": PROGRAM,
        "assignments/deep/visits.yaml": FILES["assignments/visits.yaml"],
        "assignments/other.yaml": (
            "title: Other  # of visits\ndepartment: care\nlead: visits\nstarted: 2026-01-05\ndepends_on: [visits]\n"
            "benefits:\n  - {id: part, title: Part, part_of: visits/time}\n"
            "roadmap:\n  - {id: a, title: A, based_on: [visits/night, own]}\n  - {id: b, title: B, became: visits}\n"
        ),
    }
    plant(tmp_path, files)
    before = standing(tmp_path)
    diff = done(tmp_path, "rename", "visits", "keyless", "--dry-run")[0].out
    ended, _ = done(tmp_path, "rename", "visits", "keyless")

    assert standing(tmp_path) == {
        "program.yaml": PROGRAM,
        "assignments/deep/keyless.yaml": files["assignments/deep/visits.yaml"],
        "assignments/other.yaml": files["assignments/other.yaml"]
        .replace("[visits]", "[keyless]")
        .replace("visits/", "keyless/")
        .replace("became: visits", "became: keyless"),
    }
    assert "Undo: staircase rename keyless visits\n" in ended.out
    assert (
        "diff --git a/assignments/deep/visits.yaml b/assignments/deep/keyless.yaml\n"
        "rename from assignments/deep/visits.yaml\nrename to assignments/deep/keyless.yaml\n"
    ) in diff
    assert done(tmp_path, "rename", "keyless", "visits")[0].code == 0
    assert standing(tmp_path) == before


def test_a_rename_opens_no_gap_and_brings_no_error_that_the_file_had_before(tmp_path: Path) -> None:
    wrong = (
        "title: It\ndepartment: care\nlead: Lea\nstarted: 2026-01-05\ngoals: [nowhere]\nbenefits: [{id: a, title: A}]\n"
    )
    plant(tmp_path, {"program.yaml": PROGRAM, "assignments/it.yaml": wrong})

    ended, _ = done(tmp_path, "rename", "it", "that")

    assert ended.code == 0
    assert ended.out.startswith("One id changed\n")
    assert [line for line in ended.out.splitlines() if line.endswith(")")] == []


def test_a_new_file_leads_editors_to_its_schema_where_program_yaml_does(tmp_path: Path) -> None:
    plant(tmp_path, {"program.yaml": "# yaml-language-server: $schema=program.schema.json\n" + PROGRAM})

    done(tmp_path, "new", "night", "--title", "Night", "--department", "schools", "--lead", "Head")

    assert standing(tmp_path)["assignments/night.yaml"].splitlines()[:2] == [
        "# yaml-language-server: $schema=../assignment.schema.json",
        "title: Night",
    ]


def test_the_same_table_of_measurements_changes_nothing_the_second_time(tmp_path: Path) -> None:
    root = planted(tmp_path)

    first, _ = done(root, "measure", "--from", "table.csv")
    once = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    second, changes = done(root, "measure", "--from", "table.csv")

    assert (first.code, second.code, changes) == (0, 0, "")
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == once
