"""English: the help pages, and what the shell itself says."""

from staircase.words.en import help_write

TEXTS: dict[str, str] = {
    **help_write.TEXTS,
    # the frame of every page
    "help.usage": "Usage",
    "help.options": "[OPTIONS]",
    "help.command": "COMMAND",
    "help.example": "Examples",
    "help.env": "env: {names}",
    "help.default": "default: {value}",
    "help.more": "Everything about a command: staircase COMMAND --help",
    # panels of commands, by what the user wants
    "panel.look": "Look",
    "panel.check": "Check",
    "panel.review": "Review",
    "panel.present": "Show to management",
    "panel.set_up": "Set up",
    "panel.learn": "Learn",
    # panels of options
    "panel.choose": "Choose",
    "panel.show": "Show",
    "panel.general": "Always",
    # what stands for a value
    "metavar.DIR": "DIR",
    "metavar.FILE": "FILE",
    "metavar.SINCE": "SINCE",
    "metavar.DATE": "YYYY-MM-DD",
    "metavar.ID": "ID",
    "metavar.TEXT": "TEXT",
    "metavar.COLUMN": "[-]COLUMN",
    "metavar.COLUMNS": "COLUMN,…",
    "metavar.PATH": "PATH",
    "metavar.REF": "REF",
    "metavar.RULE": "RULE",
    "metavar.FORMAT": "FORMAT[=FILE]",
    # commands
    "command.show": "One assignment whole: its journey in time, trials and lessons, benefits, roadmap, and what is missing.",
    "command.benefits": "What each benefit is worth, what has come of it, and what has been taken home.\n\nSums are made kind by kind and never across kinds: freed hours are not money in a budget. Net and payback are given twice, for cash alone and with freed capacity.",
    "command.roadmap": "The departments’ roadmaps in time, with today marked.\n\nSolid is anchored in an adopted plan, hatched in one that is not adopted or not in force, dashed in none. Departments without a roadmap are named in words.",
    "command.gaps": "What is missing, kind by kind with one line of advice, what does most harm first.\n\nWith --by owner each person has their list; with --roadmap each department sees what is missing to its next step.",
    "command.lessons": "What trials and stopped assignments have taught, newest first; those that failed are news.\n\nWORDS are searched for in lessons, titles, ids and departments; all are to be found.",
    "command.flow": "How many assignments start, end and move, how long they stay on each step, and whether the ceiling is near.",
    "command.rule": "A rule’s page: what it says, why, how to mend it, and an example. Without NAME all rules, family by family.",
    "command.schema": "A JSON Schema, for editors and other programs: of the files (assignment, program) or of a report’s JSON.\n\nIn a portfolio its own ids are offered as examples, never demanded. Save it as assignment.schema.json and the editor helps while you write.",
    "command.guide": "A guide to read: how to start, the files, the figures, the rules, review and CI. Without TOPIC the list of them.\n\nIn a pipe it is the Markdown itself.",
    "example.show": "staircase show nyckelfritt --as-of 2026-11-02",
    "example.benefits": "staircase benefits --as-of 2026-11-02\nstaircase benefits --department vard-omsorg --excel > benefits.csv",
    "example.roadmap": "staircase roadmap --as-of 2026-11-02\nstaircase roadmap --bucket next --bucket later",
    "example.gaps": "staircase gaps --as-of 2026-11-02\nstaircase gaps --by owner\nstaircase gaps --roadmap",
    "example.lessons": "staircase lessons --as-of 2026-11-02\nstaircase lessons natt",
    "example.flow": "staircase flow --as-of 2026-11-02\nstaircase flow --per month",
    "example.rule": "staircase rule journey-stuck\nstaircase rule",
    "example.schema": "staircase schema assignment > assignment.schema.json\nstaircase schema status",
    "example.guide": "staircase guide\nstaircase guide start",
    "option.id": "The assignment’s id: its file’s name without .yaml.",
    "option.bucket": "In these buckets. Repeatable.",
    "option.roadmap": "Department by department, what is missing to the next step.",
    "option.words": "Words that the lesson is to hold.",
    "option.per": "What a row is.",
    "option.name": "The rule’s name.",
    "option.schema": "assignment, program or a report.",
    "option.topic": "The guide’s topic.",
    "option.guide.plain": "Sentences only, without tables or drawing, to be read aloud.",
    "metavar.WORDS": "WORDS",
    "metavar.NAME": "NAME",
    "metavar.SCHEMA": "SCHEMA",
    "metavar.TOPIC": "TOPIC",
    "shell.unknown_id": "there is no assignment “{word}”.",
    "shell.unknown_topic": "there is no guide “{word}”.",
    "shell.unknown_schema": "there is no schema of “{word}”.",
    "shell.unknown_rule": "there is no rule “{word}”.",
    "command.staircase": (
        "Follow a portfolio of assignments up the stairs, from the small to the big.\n\n"
        "The portfolio is plain YAML files: the nearest folder, looking upwards from here, that holds "
        "program.yaml, "
        "or a portfolio/ that does. Without a command, status is shown."
    ),
    "command.status": (
        "Where everything stands: the staircase, the assignments on each step, and what to take first.\n\n"
        "Open assignments are shown, those on the highest step first and those longest in their step first. "
        "--state shows others too. A value may be given several times: one of them has to fit; different "
        "options "
        "all have to."
    ),
    "command.departments": (
        "How far each operation has come: what it has proven of the four steps, and what is next.\n\n"
        "It is the department that climbs the stairs, through what its assignments have proven together."
    ),
    "command.check": (
        "Check every file: what is wrong, what is missing, where, and what to do about it.\n\n"
        "Every rule is always run on the whole portfolio; PATHs only narrow what is listed. Errors mean "
        "that files "
        "cannot be read or that figures would be wrong; warnings and notes are gaps. Ends with 1 when "
        "something "
        "listed is as grave as --fail-on says."
    ),
    "example.staircase": (
        "staircase\nstaircase --portfolio portfolio status --as-of 2026-11-02\nstaircase check portfolio/assignments"
    ),
    "example.status": (
        "staircase status --as-of 2026-11-02\n"
        "staircase status --department vard-omsorg --by lead\n"
        "staircase status --state completed --state stopped --columns id,title,step\n"
        "staircase status --excel > status.csv"
    ),
    "example.departments": ("staircase departments --as-of 2026-11-02\nstaircase departments --sort -reached --json"),
    "example.check": (
        "staircase check --as-of 2026-11-02\nstaircase check portfolio/assignments --fail-on warning\n"
        "staircase check --format concise"
    ),
    # options
    "command.report": "The page for management: one HTML file to look at, send or print, or the staircase as a picture.\n\nIt says what the figures mean, what to decide and what has happened since last time, and shows the staircase, the benefits, the roadmaps and the flow. On a terminal it goes to staircase.html, else to standard output.",
    "example.report": "staircase report --as-of 2026-11-02 > staircase.html\nstaircase report --since 2026-08-01 --department vard-omsorg > care.html\nstaircase report --picture - > staircase.svg",
    "option.since": "What has happened since a day, or since a revision.",
    "option.report.department": "This department alone.",
    "option.output": "The file for the page; - is standard output.",
    "option.picture": "The file for the staircase, an SVG picture for a slide.",
    "option.title": "The page’s name in place of the programme’s.",
    "option.without_people": "Without the names of leads and owners, for a page that is made public.",
    "option.help": "Show this help.",
    "option.version": "Show the version.",
    "option.install_completion": "Install completion for the shell you are in.",
    "option.show_completion": "Show the completion script, to read it or install it yourself.",
    "option.portfolio": "The portfolio’s folder, or one whose portfolio/ it is.",
    "option.lang": "The language of reports, messages and help.",
    "option.color": "Colour; auto means on a terminal.",
    "option.debug": "Show the traceback if staircase itself fails.",
    "option.as_of": "What was known on that day; else today.",
    "option.department": "Of these departments. Repeatable.",
    "option.step": "On these steps. Repeatable.",
    "option.state": "In these states; open is active or paused. Repeatable.",
    "option.lead": "Led by these. Repeatable.",
    "option.benefits.owner": "Benefits owned by these. Repeatable.",
    "option.roadmap.owner": "Roadmap items owned by these. Repeatable.",
    "option.gaps.owner": "Gaps that these are to mend. Repeatable.",
    "option.owner": "With a benefit or roadmap item owned by these. Repeatable.",
    "option.tag": "With these tags. Repeatable.",
    "option.goal": "Towards these goals. Repeatable.",
    "option.sort": "Sort by a column; with a hyphen before it, the largest first.",
    "option.columns": "These columns only, in this order.",
    "option.wide": "All columns, however wide it gets.",
    "option.plain": "One sentence a line, to be read aloud.",
    "option.format": "The form of the result; table is what people read.",
    "option.json": "Short for --format json.",
    "option.excel": "CSV as a spreadsheet program here opens it.",
    "option.by": "What to group by.",
    "option.gaps.by": "What to group the gaps by.",
    "option.paths": "Files or folders, as seen from here; list only what concerns them.",
    "option.fail_on": "End with 1 when something is at least this grave.",
    "option.check.base": (
        "Compare with the commit where this began from REF, and fail only on what is new since: a branch, a tag or a "
        "commit. What is accepted there, its rules and its settings decide."
    ),
    "option.select": "List these rules only, or families of them, as benefit. Repeatable.",
    "option.statistics": "Count findings by rule in place of listing them, in full and concise.",
    "option.show_accepted": "List what is accepted for now, too, in full and concise.",
    "option.check.format": (
        "full shows the line and what to do, concise has one line each; the others are for programs: json, github, "
        "gitlab, junit, sarif and markdown. With =FILE it is written there. Repeatable."
    ),
    # usage errors
    "shell.error": "staircase: {message}",
    "shell.help": "More: {command} --help",
    "shell.did_you_mean": "Did you mean “{word}”?",
    "shell.did_you_mean_named": "Did you mean “{name}”, whose id is “{id}”?",
    "shell.several": "several are called “{word}”: write the id of one of them, {ids}.",
    "shell.choices": "Choose from: {choices}.",
    "shell.no_such_option": "there is no option “{word}”.",
    "shell.option_of_command": "{word} stands after a command: {command} {word}",
    "shell.no_such_command": "there is no command “{word}”.",
    "shell.needs_value": "{word} needs a value.",
    "shell.no_value": "{word} takes no value.",
    "shell.missing": "{word} is missing.",
    "shell.extra": "“{word}” is one word too many.",
    "shell.bad_choice": "{option} cannot be “{word}”.",
    "shell.no_such_language": "STAIRCASE_LANG is to be sv or en, not “{word}”, which is passed over.",
    "shell.bad_date": "{option} is to be a date between 1970 and 2200 of the form YYYY-MM-DD, not “{word}”.",
    "shell.bad_clock": (
        "this machine’s clock says {word}, which is not between 1970 and 2200; set the clock, or STAIRCASE_TODAY."
    ),
    "shell.unknown_value": "{option} “{word}” is not in the portfolio.",
    "shell.unknown_column": "{option}: the report has no column “{word}”.",
    "shell.contradiction": "{option} and {other} cannot be combined.",
    "shell.no_file": "--format “{word}” names no file after the equals sign.",
    "shell.one_to_stdout": (
        "only one format can go to standard output, not both {word} and {other}; write one to a file: {other}=FILE"
    ),
    "shell.no_extra": 'the page for management is drawn by an extra that is not installed: pipx install --force "staircase-portfolio[{word}]", or with pip: pip install "staircase-portfolio[{word}]"',
    "shell.written": "{file} has been written.",
    "shell.department_ended": "“{word}” is no department any more: its last day was {day}.",
    "shell.department_begins": "“{word}” is no department yet: its first day is {day}.",
    "shell.since_ahead": "“{word}” lies after the day that the page tells of.",
    "shell.own_file": "“{word}” belongs to the portfolio and is not overwritten. Nothing has been done.",
    "shell.leads_out": "“{word}” leads by a link out of the work tree, or into git’s own folder, and is not written. Nothing has been done.",
    "shell.same_file": "two formats cannot be written to the same file, “{word}”.",
    "shell.no_such_format": "--format cannot be “{word}”.",
    "shell.unwritable": "“{word}” cannot be written: {reason}. Nothing has been done.",
    "shell.no_channel": "{name} is not set: what GitHub would have got there is not written.",
    "shell.broken_channel": "{name} could not be written ({reason}): GitHub does not get it.",
    "shell.misuse": "{word}",
    "shell.unknown_shell": (
        "the shell could not be recognised; completion is there for bash, zsh, fish and PowerShell."
    ),
    # the base
    "shell.unknown_selection": "there is no rule and no family of rules “{word}”.",
    "shell.empty_base": "--base is to name a branch, a tag or a commit; it is empty.",
    "shell.base.no-git": "git is needed to read a revision, and is not found on the PATH.",
    "shell.base.no-repository": "there is no git repository around {folder}, and so no revision to compare with.",
    "shell.base.foreign": (
        "git does not trust {folder}, which belongs to somebody else; if you do: "
        "git config --global --add safe.directory {quoted}"
    ),
    "shell.base.failed": "git could not read the revision: {error}",
    "shell.base.odd": (
        "what git says is not understood ({command}), and nothing is told rather than a part; "
        "git fsck tells whether the repository is whole."
    ),
    "shell.base.unborn": "there is no commit here yet, and so nothing to compare with; make the first one.",
    "shell.base.unknown": "git knows no revision “{revision}”; name a branch, a tag or a commit.",
    "shell.base.unknown-fetch": (
        "git knows no revision “{revision}” here; fetch it: {fetch} (in GitHub Actions: fetch-depth: 0)"
    ),
    "shell.base.unrelated": (
        "“{revision}” and this revision have no commit in common; name the branch that this one began from."
    ),
    "shell.base.shallow": (
        "the history is cut short before the place where “{revision}” and this revision part; fetch the rest: {fetch} "
        "(in GitHub Actions: fetch-depth: 0)"
    ),
    "shell.base.no-portfolio": "{revision} has no portfolio in “{folder}”, and so there is nothing to compare.",
    "shell.base.no-main": (
        "which branch is the main one is not known here (branches of origin: {branches}); name one, or let git ask: "
        "git remote set-head origin --auto"
    ),
    "shell.base.none": "{revision} has no portfolio in “{folder}”: it is compared with nothing.",
    "shell.base.moved": "{revision} has the portfolio in “{elsewhere}”, not in “{folder}”: it is compared with that.",
    "shell.base.incomplete": "git does not hold all of revision {revision} here; fetch it: {fetch}",
    "shell.diff.unread_one": "1 file could not be read before the change, and was not compared:",
    "shell.diff.unread_many": "{count} files could not be read before the change, and were not compared:",
    "shell.base.unread_one": "1 file of the base could not be read; gaps that can’t be seen there are not called new:",
    "shell.base.unread_many": (
        "{count} files of the base could not be read; gaps that can’t be seen there are not called new:"
    ),
    # the portfolio
    "shell.no_portfolio": "no portfolio: there is no program.yaml, and no portfolio/program.yaml, in",
    "shell.and_above": "{folder}, or any folder above it",
    "shell.start": (
        "staircase follows assignments up the stairs, from the small to the big. Start with two files to paste:\n"
        "\n"
        "portfolio/program.yaml, what all assignments share:\n"
        "\n"
        "format: 1\n"
        "name: Programme for digitalisation\n"
        "organisation: Exempelkommun\n"
        "language: en\n"
        "departments:\n"
        "  - {{id: social-care, name: Social care}}\n"
        "\n"
        "portfolio/assignments/keyless-home-care.yaml, one file for each assignment:\n"
        "\n"
        "title: Keyless home-care visits\n"
        "department: social-care\n"
        "lead: Digitalisation programme\n"
        "started: {today}\n"
        "together: [care worker, head of home care]\n"
        "\n"
        "Then run staircase here, or staircase --portfolio DIR. Or answer six questions: staircase init. More: staircase --help"
    ),
    "shell.point": ("Point it out with --portfolio DIR or STAIRCASE_PORTFOLIO; how to start: staircase init."),
    "shell.newer_format": (
        "the portfolio has format {version}, which this version, {own}, does not know. Install a newer one: "
        "pipx upgrade staircase-portfolio, or pip install --upgrade staircase-portfolio"
    ),
    "shell.no_such_path": "nothing in the portfolio is named by: {paths}",
    "shell.unfinished": (
        "a change of several files was interrupted, or is being made right now: what is shown may hold a part of it. "
        "The next command that writes finishes it."
    ),
    "shell.unreadable_one": "1 file could not be read, and is left out; run `staircase check`:",
    "shell.unreadable_many": "{count} files could not be read, and are left out; run `staircase check`:",
    "shell.and_more": "and {count} more",
    "shell.found": "Found: {found}.",
    "shell.nothing_found_here": "Nothing is wrong and nothing is missing in what was asked for.",
    "shell.nothing_found": "Nothing is wrong and nothing is missing.",
    "shell.no_libyaml": "PyYAML was built without libyaml here: reading is slow, and some tabs and escapes are refused.",
    "shell.accepted": "Accepted for now: {count}.",
    "shell.history": "Reading the history",
    "shell.reading": "Reading the portfolio",
    "shell.installed": ("Completion for {shell} is installed in {path}; it works in the next shell that you start."),
    "shell.cannot_write_file": "“{file}” could not be written: {reason}",
    "shell.cannot_write": "the result could not be written: {reason}",
    # why the system refuses
    "system.no-such-file": "no such file or folder",
    "system.no-permission": "permission denied",
    "system.is-folder": "it is a folder",
    "system.not-a-folder": "a part of the path is no folder",
    "system.no-file": "it is no ordinary file",
    "system.there-already": "it exists already",
    "system.disk-full": "there is no room for it on the disk",
    "system.read-only": "nothing can be written there",
    "system.name-too-long": "the name is too long",
    "system.no-name": "no file can have that name",
    "system.links": "its links lead in a circle",
    "system.closed": "it is closed",
    "system.broken": "the disk fails",
    "system.busy": "another program uses it",
    "system.no-program": "it is no program",
    "shell.bug": "this is a bug in staircase ({error}); --debug shows where. Please report it.",
    # review
    "command.diff": "What a change means, in the programme’s terms, the heaviest first.\n\nCompares where the work began from BASE, which is the remote’s main branch unless it is named, with the files as they are, or with HEAD. A..B compares two commits, A...B where B began from A with B, and two folders are compared as they are. Order, comments and quotes mean nothing.",
    "command.log": "What each commit meant, newest first, in the words of diff.\n\nA commit’s changes are told as of its own day: what it wrote ahead is told as written ahead. With --as-of all are told as of that day. Commits that changed no meaning are left out.",
    "example.diff": "staircase diff portfolio portfolio --as-of 2026-11-02",
    "example.log": "staircase log -n 1",
    "option.base": "What to compare with: a branch, a tag, a commit, A..B, A...B, or a folder.",
    "option.head": "What to compare: a revision, or a folder where BASE is one; else the files as they are.",
    "option.staged": "Compare what is staged, with HEAD unless BASE is named.",
    "option.exit_code": "End with 1 when there is any change.",
    "option.diff.by": "What the changes are ordered by: weight (what a reviewer has to know first) or direction (setbacks first).",
    "option.diff.fail_on": "End with 1 when something leads back.",
    "option.which": "Only the assignment with this id, also under its former names; or the range of commits.",
    "option.between": "Only these commits: A..B.",
    "option.number": "At most so many commits.",
    "metavar.BASE": "BASE",
    "metavar.HEAD": "HEAD",
    "metavar.RANGE": "A..B",
    "metavar.NUMBER": "NUMBER",
    "shell.not_a_number": "{option} is to be a whole number from 1, not “{word}”.",
}
