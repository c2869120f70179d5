"""Errors: what is wrong with a file as text, in its fields, its references and its dates, and the way out, in English."""

_KINDS = {
    "department": "department",
    "goal": "goal",
    "document": "document",
    "assignment": "assignment",
    "trial": "trial",
    "rule": "rule",
}

TEXTS: dict[str, str] = {
    "finding.reference-unknown.ask": "Name one that exists, or declare it in program.yaml",
    "finding.reference-unknown.assignment.ask": "Name an assignment that exists: the id is its file's name without .yaml",
    "finding.reference-unknown.trial.ask": "Name a trial of this file, or another-assignment/trial",
    "finding.reference-unknown.rule.ask": "See the names with staircase rule",
    "finding.reference-cycle.message": "the dependencies go round: {ring}",
    "finding.reference-cycle.ask": "Remove one of them from depends_on",
    "finding.date-order.before.message": "{day} is before {key}, {other}",
    "finding.date-order.before.ask": "Correct the date that is wrong",
    "finding.date-order.after-ending.message": "{day} is after the assignment ended, {end}",
    "finding.date-order.after-ending.ask": "Correct the date, or the ending",
    "finding.date-order.visit-not-after.message": "the visit on {day} does not come after the one before it, {other}",
    "finding.date-order.visit-not-after.ask": "Write the visits in the order of their days, one a day at most",
    "finding.date-order.same-step.message": "the visit is to the same step as the one before it: {step}",
    "finding.date-order.same-step.ask": "Remove one of the two visits, or write the step that came between them",
    "finding.date-order.from-after-to.message": "it ends, {to}, before it begins, {from}",
    "finding.date-order.from-after-to.ask": "Correct from or to",
    "finding.date-order.overlapping-pauses.message": "the pause from {day} overlaps the one from {other}",
    "finding.date-order.overlapping-pauses.ask": "Write them as one pause, or correct the dates",
    "finding.date-order.measured-twice.message": "there is another measurement of this benefit on {day}",
    "finding.date-order.measured-twice.ask": "Keep one of the two, or correct the date",
    "finding.date-in-future.message": "{day} lies ahead, and only what has happened can be written here (today is {today})",
    "finding.date-in-future.ask": "Correct the date, or write it when it has happened",
    "finding.benefit-flat-target.message": "the target is the same as the baseline, {value}",
    "finding.benefit-flat-target.ask": "Write the value that is to be reached: target",
    "rule.reference-unknown": "Reference to what does not exist",
    "rule.reference-cycle": "Dependencies that go round",
    "rule.date-order": "Dates in the wrong order",
    "rule.date-in-future": "Fact dated in the future",
    "rule.benefit-flat-target": "Target that asks for nothing",
    "finding.unread": "{message} ({unread})",
    "finding.file-unreadable.link.message": "the file is a link, and links are not followed",
    "finding.file-unreadable.link.ask": "Replace the link with the file itself",
    "finding.file-unreadable.not-regular.message": "this is not a regular file",
    "finding.file-unreadable.not-regular.ask": "Move it out of assignments/, or replace it with a file",
    "finding.file-unreadable.no-permission.message": "there is no permission to read the file",
    "finding.file-unreadable.no-permission.ask": "Give yourself permission to read it",
    "finding.file-unreadable.too-large.message": "the file is larger than 1 MiB",
    "finding.file-unreadable.too-large.ask": "Move what does not belong in it elsewhere and link to it: links: [{url: https://example.org}]",
    "finding.file-unreadable.vanished.message": "the file vanished while it was to be read",
    "finding.file-unreadable.vanished.ask": "Run the command again",
    "finding.file-unreadable.failed.message": "the file could not be read",
    "finding.file-unreadable.failed.ask": "See whether the disk and the file are in order",
    "finding.file-name.not-an-id.message": "the file's name '{id}' is not a valid id",
    "finding.file-name.not-an-id.ask": (
        "Rename it with a-z, 0-9 and single hyphens only, at most 64 characters, as in keyless-home-care.yaml"
    ),
    "finding.file-name.twice.message": "the id '{id}' is taken already by {other}",
    "finding.file-name.twice.ask": "Rename one of the two files",
    "finding.field-unknown.blank.message": "the key '{key}' holds {sign}, which looks like a space or like nothing",
    "finding.field-unknown.blank.ask": "Delete it and type an ordinary space where one belongs",
    "finding.field-unknown.decimal-comma.message": "'{key}' stands as a key without a value: most likely it is what follows a decimal comma",
    "finding.field-unknown.decimal-comma.ask": "Write a decimal point, as in 7.5",
    "finding.field-unknown.comma.message": (
        "'{key}' stands as a key without a value: most likely an unquoted comma has cut the text before it"
    ),
    "finding.field-unknown.comma.ask": 'Put quotes around the text, "like, this", or write it in block style',
    "finding.field-unknown.nearest.message": "the format has no key '{key}': did you mean {nearest}?",
    "finding.field-unknown.nearest.ask": "Write {nearest}: before the value, or x-{key}: for a key of your own",
    "finding.field-unknown.earlier.message": "{key} is a key of an earlier version; it is now {successor}",
    "finding.field-unknown.earlier.ask": "Write {successor} instead: the manual says what it means",
    "finding.field-unknown.keys.message": "the format has no key '{key}' here",
    "finding.field-unknown.keys.ask": "Choose {keys}; a key of your own starts with x-",
    "finding.field-missing.empty.message": "the file is empty",
    "finding.field-missing.empty.ask": (
        "Five lines are enough to begin with:\n"
        "title: Keyless home-care visits\n"
        "department: social-care\n"
        "lead: Digitalisation programme\n"
        "started: 2026-11-24\n"
        "together: [care worker, head of home care]"
    ),
    "finding.field-missing.empty-program.message": "the file is empty",
    "finding.field-missing.empty-program.ask": (
        "Five lines are enough to begin with:\n"
        "format: 1\n"
        "name: Programme for digitalisation\n"
        "organisation: Exempelkommun\n"
        "language: en\n"
        "departments: [{id: social-care, name: Social care}]"
    ),
    "finding.field-missing.message": "{key} is missing",
    "finding.field-missing.ask": "Write a line such as {line}",
    "finding.field-invalid.not-a-mapping.message": "{key} is to hold keys with values",
    "finding.field-invalid.not-a-mapping.ask": "Write its keys indented below it, each as key: value",
    "finding.field-invalid.not-a-list.message": "{key} is to be a list",
    "finding.field-invalid.not-a-list.ask": "Write the values in square brackets with commas between: {correction}",
    "finding.field-invalid.not-entries.message": "{key} is to be a list of entries with keys of their own",
    "finding.field-invalid.not-entries.ask": "Begin each entry with a hyphen and a space: {correction}",
    "finding.field-invalid.list-sign.message": "the sign {sign} does not begin a list item in YAML",
    "finding.field-invalid.list-sign.ask": "Write an ordinary hyphen and a space: {correction}",
    "finding.field-invalid.list-for-value.message": "{key} is to be a single value, not a list",
    "finding.field-invalid.list-for-value.ask": "Write one value after the colon: {correction}",
    "finding.field-invalid.not-a-scalar.message": "{key} is to be a single value",
    "finding.field-invalid.not-a-scalar.ask": "Write one value after the colon; put quotes around text with a colon in it",
    "finding.field-invalid.item-not-a-mapping.message": "an entry of {key} is to hold keys with values",
    "finding.field-invalid.item-not-a-mapping.ask": "Write its keys after the hyphen and below it, each as key: value",
    "finding.field-invalid.item-not-a-scalar.message": "an entry of {key} is to be a single value",
    "finding.field-invalid.item-not-a-scalar.ask": "Write one value after the hyphen; put quotes around text with a colon in it",
    "finding.field-invalid.blank.message": "{key} holds {sign}, which looks like a space or like nothing",
    "finding.field-invalid.blank.ask": "Delete it and type an ordinary space where one belongs",
    "finding.field-invalid.empty-item.message": "an entry of {key} is empty",
    "finding.field-invalid.empty-item.ask": "Write something after the hyphen, or remove the line",
    "finding.field-invalid.empty.message": "{key} is empty text",
    "finding.field-invalid.empty.ask": "Write something, or remove the key",
    "finding.field-invalid.too-long.message": "{key} has {length} characters; at most {most} are allowed",
    "finding.field-invalid.too-long.ask": "Shorten it, or move the detail elsewhere and link to it",
    "finding.field-invalid.one-line.message": "{key} is to be one line",
    "finding.field-invalid.one-line.ask": "Write it on one line",
    "finding.field-invalid.choice.message": "{key} can't be '{value}'",
    "finding.field-invalid.choice.ask": "Choose {choices}",
    "finding.field-invalid.choice-nearest.message": "{key} can't be '{value}': did you mean {nearest}?",
    "finding.field-invalid.choice-nearest.ask": "Choose {choices}",
    "finding.field-invalid.not-an-id.message": "'{value}' is not a valid id",
    "finding.field-invalid.not-an-id.ask": "Use a-z, 0-9 and single hyphens only: {correction}",
    "finding.field-invalid.id-too-long.message": "the id '{value}' is longer than 64 characters",
    "finding.field-invalid.id-too-long.ask": "Shorten it",
    "finding.field-invalid.not-a-currency.message": "{key} is to be the three letters of a currency, not '{value}'",
    "finding.field-invalid.not-a-currency.ask": "Write its code, as in SEK",
    "finding.field-invalid.no-such-date.message": "there is no such date: {value}",
    "finding.field-invalid.no-such-date.ask": "Write a day of the calendar, from 1970 to 2200",
    "finding.field-invalid.date-in-other-form.message": "{key} has a date in another form: {value}",
    "finding.field-invalid.date-in-other-form.ask": "Write year, month, day: {correction}",
    "finding.field-invalid.dash.message": "{key} has the dash {sign} where a hyphen is meant: {value}",
    "finding.field-invalid.dash.ask": "Write it with the hyphen of the keyboard: {correction}",
    "finding.field-invalid.minus-sign.message": "{key} has the sign {sign} for minus: {value}",
    "finding.field-invalid.minus-sign.ask": "Write the minus as -, the hyphen on the keyboard: {correction}",
    "finding.field-invalid.typographic.message": "{key} begins with the typographic quote {sign}: {value}",
    "finding.field-invalid.typographic.ask": "Write it without the quotes: {correction}",
    "finding.field-invalid.not-a-date.message": "{key} is to be a date, not '{value}'",
    "finding.field-invalid.not-a-date.ask": "Write year, month, day: {correction}",
    "finding.field-invalid.not-a-period.message": "{key} is to be a date, a month, a quarter or a year, not '{value}'",
    "finding.field-invalid.not-a-period.ask": "Write it as 2026-11-24, 2026-11, 2026-Q4 or 2026: {correction}",
    "finding.field-invalid.decimal-comma.message": "{key} has a decimal comma: {value}",
    "finding.field-invalid.decimal-comma.ask": "Write a decimal point: {correction}",
    "finding.field-invalid.thousands-or-decimals.message": "{key} may be {thousands} or {decimals}: {value} can be read as both",
    "finding.field-invalid.thousands-or-decimals.ask": "Write {thousands} or {decimals}, whichever is meant",
    "finding.field-invalid.number-with-blanks.message": "{key} has separators between the digits: {value}",
    "finding.field-invalid.number-with-blanks.ask": "Write the digits together: {correction}",
    "finding.field-invalid.not-a-number.message": "{key} is to be a number, not '{value}'",
    "finding.field-invalid.not-a-number.ask": "Write digits only, with a decimal point if needed, without unit: {correction}",
    "finding.field-invalid.number-too-long.message": "{key} has more digits than a number can have",
    "finding.field-invalid.number-too-long.ask": "Write it with fewer digits",
    "finding.field-invalid.number-too-large.message": "{key} is larger than 1 000 000 000 000 000: {value}",
    "finding.field-invalid.number-too-large.ask": "See whether the figure and its unit are right",
    "finding.field-invalid.negative.message": "{key} is negative: {value}",
    "finding.field-invalid.negative.ask": "Write the amount without a minus sign; what has become worse shows in the measurements",
    "finding.field-invalid.not-whole.message": "{key} is to be a whole number, not {value}",
    "finding.field-invalid.not-whole.ask": "Write it without decimals",
    "finding.field-invalid.not-from-0.message": "{key} is to be from 0 to 100000, not {value}",
    "finding.field-invalid.not-from-0.ask": "Write a whole number from 0 to 100000",
    "finding.field-invalid.not-from-1.message": "{key} is to be from 1 to 100000, not {value}",
    "finding.field-invalid.not-from-1.ask": "Write a whole number from 1 to 100000",
    "finding.field-invalid.not-a-share.message": "{key} is to be a share from 0 to 1, not {value}",
    "finding.field-invalid.not-a-share.ask": "Write ten per cent as 0.10",
    "finding.field-invalid.not-enabling.message": "an enabling assignment can't have {key}: it runs beside the staircase",
    "finding.field-invalid.not-enabling.ask": "Remove {key}, or remove kind: enabling",
    "finding.field-invalid.both-endings.message": "the assignment is both completed and stopped",
    "finding.field-invalid.both-endings.ask": "Keep the one that is true, completed or stopped",
    "finding.field-invalid.repeated-id.message": "the id '{id}' is used already on line {line}",
    "finding.field-invalid.repeated-id.ask": "Give one of them another id",
    "finding.field-invalid.to-without-from.message": "'{item}' has to, but no from",
    "finding.field-invalid.to-without-from.ask": "Write when it begins too, as in from: 2027-Q1, or remove to",
    "finding.field-invalid.error-rule.message": "{rule} is an error, and errors can't be turned up, down or off",
    "finding.field-invalid.error-rule.ask": "Remove the line",
    "finding.field-invalid.error-accepted.message": "{rule} is an error, and errors can't be accepted",
    "finding.field-invalid.error-accepted.ask": "Remove the entry, and mend the error",
    "finding.field-invalid.never-accepted.message": "{rule} can't be accepted, only mended",
    "finding.field-invalid.never-accepted.ask": "Remove the entry; program.yaml may turn the rule off: rules: {{{rule}: off}}",
    "rule.file-unreadable": "File that can't be read",
    "rule.file-syntax": "Not YAML",
    "rule.file-not-plain": "Not plain YAML",
    "rule.file-duplicate-key": "The same key twice",
    "rule.file-name": "File name that is no id",
    "line.title": "title: Keyless home-care visits",
    "line.benefits.title": "title: Fewer hours of driving",
    "line.department": "department: social-care",
    "line.lead": "lead: Digitalisation programme",
    "line.started": "started: 2026-11-24",
    "line.id": "id: travel-time",
    "line.step": "step: benefits",
    "line.entered": "entered: 2026-11-24",
    "line.from": "from: 2026-11-24",
    "line.what": "what: driving time",
    "line.unit": "unit: hours/year",
    "line.value": "value: 5200",
    "line.date": "date: 2026-11-24",
    "line.per_unit": "per_unit: 450",
    "line.why": "why: the need has gone",
    "line.kind": "kind: capacity",
    "line.rule": "rule: benefit-measure-overdue",
    "line.until": "until: 2027-01-31",
    "line.url": "url: https://example.org/plan",
    "line.format": "format: 1",
    "line.name": "name: Programme for digitalisation",
    "line.departments.name": "name: Social care",
    "line.organisation": "organisation: Exempelkommun",
    "line.departments": "departments: [{id: social-care, name: Social care}]",
    "rule.field-unknown": "Unknown key",
    "rule.field-missing": "Missing key",
    "rule.field-invalid": "Invalid value",
    "finding.field-invalid.more.message": "there are {count} more errors in the file",
    "finding.field-invalid.more.ask": "Mend the ones above first and check again",
    "finding.file-unreadable.utf16.message": "the file is saved as UTF-16, not as UTF-8",
    "finding.file-unreadable.utf16.ask": "Save it again as UTF-8; in Notepad: Save as, Encoding",
    "finding.file-unreadable.cp1252.message": (
        "the file is not UTF-8: byte {byte} on line {line} looks like Windows' own alphabet (cp1252)"
    ),
    "finding.file-unreadable.cp1252.ask": "Save it again as UTF-8, not as ANSI",
    "finding.file-unreadable.not-utf8.message": ("the file is not UTF-8: byte {byte} on line {line} can't be read"),
    "finding.file-unreadable.not-utf8.ask": ("Save it again as UTF-8, or take it out if it is not a text file"),
    "finding.file-syntax.merge-markers.message": ("the file holds an unfinished merge of '{ours}' and '{theirs}'"),
    "finding.file-syntax.merge-markers.ask": (
        "Choose what is to stand, and remove the lines with <<<<<<<, ======= and >>>>>>>"
    ),
    "finding.file-syntax.typographic-quote.message": "the typographic quote {sign} does not mark text in YAML",
    "finding.file-syntax.typographic-quote.ask": "Write straight quotes around the text: {correction}",
    "finding.file-syntax.unclosed-quote.message": "the quote {sign} that opens here is never closed",
    "finding.file-syntax.unclosed-quote.ask": "Write {sign} at the end of the text too, or leave out both",
    "finding.file-syntax.quote-inside-quote.message": ("the quote {sign} ends the text here, but the line goes on"),
    "finding.file-syntax.quote-inside-quote.ask": (
        "Put the other kind of quotes around the whole text: ' around text with \", or \" around text with '"
    ),
    "finding.file-syntax.tab.message": "the line is indented with a tab; YAML takes spaces only",
    "finding.file-syntax.tab.ask": "Replace the tab with two spaces for each level",
    "finding.file-syntax.no-break-space.message": (
        "what looks like a space here is {sign}, and YAML takes it for text"
    ),
    "finding.file-syntax.no-break-space.ask": "Delete it and type an ordinary space",
    "finding.file-syntax.colon-in-text.message": ("the text has a colon before a space, and YAML takes it for a key"),
    "finding.file-syntax.colon-in-text.ask": "Put quotes around the whole text: {correction}",
    "finding.file-syntax.outdented-item.message": "the list item does not stand under the others of its list",
    "finding.file-syntax.outdented-item.ask": ("Indent it as far as the other items, below the key of the list"),
    "finding.file-syntax.open-brace.message": "the curly bracket {sign} that opens here is not closed",
    "finding.file-syntax.open-brace.ask": ("Write {closing} after the last value, or one key a line, indented below"),
    "finding.file-syntax.open-bracket.message": "the square bracket {sign} that opens here is not closed",
    "finding.file-syntax.open-bracket.ask": (
        "Write {closing} after the last value, or one value a line after a hyphen"
    ),
    "finding.file-syntax.bracket-content.message": "what stands in the brackets can't be read from here on",
    "finding.file-syntax.bracket-content.ask": (
        "Put commas between the items and quotes around texts that hold signs, or write one item a line"
    ),
    "finding.file-syntax.missing-comma.message": "a comma is missing here, between two items",
    "finding.file-syntax.missing-comma.ask": "Write a comma after the item: {correction}",
    "finding.file-syntax.outdented-text.message": "the line has slipped out of the text above it",
    "finding.file-syntax.outdented-text.ask": "Indent it as far as the rest of the text",
    "finding.file-syntax.indicator-start.message": (
        "the text begins with {sign}, which has a meaning of its own in YAML"
    ),
    "finding.file-syntax.indicator-start.ask": "Put quotes around the whole text: {correction}",
    "finding.file-syntax.missing-space.message": "there is no space after {sign}",
    "finding.file-syntax.missing-space.ask": "Write a space after {sign}: {correction}",
    "finding.file-syntax.list-sign.message": "the sign {sign} does not begin a list item in YAML",
    "finding.file-syntax.list-sign.ask": "Write an ordinary hyphen and a space: {correction}",
    "finding.file-syntax.loose-text.message": "the line is neither a key with a value nor a list item",
    "finding.file-syntax.loose-text.ask": (
        "Indent it if it goes on from the line above; otherwise write it as key: value"
    ),
    "finding.file-syntax.indentation.message": "the line's indentation does not fit the lines above it",
    "finding.file-syntax.indentation.ask": ("Let it begin in the same column as the other keys of its group"),
    "finding.file-syntax.escape.message": "the backslash begins a sign that YAML does not know",
    "finding.file-syntax.escape.ask": ("Put ' around the text instead of \", or write two backslashes"),
    "finding.file-syntax.forbidden-character.message": (
        "the file holds the control character {sign}, here first of {times}"
    ),
    "finding.file-syntax.forbidden-character.ask": ("Delete it; it can't be seen, but the editor's search finds it"),
    "finding.file-syntax.other.message": "the file can't be read as YAML from here on",
    "finding.file-syntax.other.ask": (
        "Look at this line and the ones just above it: quotes, brackets, colons, indentation"
    ),
    "finding.file-not-plain.second-document.message": (
        "a second document begins here; the rest of the file was not read"
    ),
    "finding.file-not-plain.second-document.ask": ("Remove the line, or move what follows it to a file of its own"),
    "finding.file-not-plain.anchor.message": ("the anchor '{name}' is YAML, but not the plain YAML of the format"),
    "finding.file-not-plain.anchor.ask": ("Remove it, or put quotes around the text if it is part of it"),
    "finding.file-not-plain.alias.message": (
        "the alias '{name}' points to another value; the format has no such thing"
    ),
    "finding.file-not-plain.alias.ask": ("Write the value itself, or put quotes around the text if it begins with *"),
    "finding.file-not-plain.tag.message": ("the tag '{name}' is YAML, but not the plain YAML of the format"),
    "finding.file-not-plain.tag.ask": ("Remove it, or put quotes around the text if it is part of it"),
    "finding.file-not-plain.merge-key.message": ("the merge key << is YAML, but not the plain YAML of the format"),
    "finding.file-not-plain.merge-key.ask": "Write the keys and values themselves",
    "finding.file-not-plain.key-not-text.message": "a list or a mapping stands where a key is expected",
    "finding.file-not-plain.key-not-text.ask": ("Write the key as text; put quotes around text with brackets in it"),
    "finding.file-not-plain.key-null.message": "a value stands here without a key",
    "finding.file-not-plain.key-null.ask": "Write the key before the colon",
    "finding.file-not-plain.too-deep.message": (
        "lists and mappings stand inside each other in more than {limit} levels; the rest of the file was not read"
    ),
    "finding.file-not-plain.too-deep.ask": "Write it with fewer levels",
    "finding.file-not-plain.directive.message": ("the line begins with %, which makes it an instruction to YAML"),
    "finding.file-not-plain.directive.ask": "Remove the line",
    "finding.file-not-plain.control-character.message": "a backslash in the text makes the control character {sign}",
    "finding.file-not-plain.control-character.ask": "Put ' around the text instead of \", or write two backslashes",
    "finding.file-not-plain.line-break.message": (
        "the file holds the foreign line break {sign}, first of {times}; then editors and YAML count lines differently"
    ),
    "finding.file-not-plain.line-break.ask": "Replace it with an ordinary line break",
    "finding.file-not-plain.byte-order-mark.message": (
        "a byte-order mark ({sign}) stands in the middle of the file, here first of {times}"
    ),
    "finding.file-not-plain.byte-order-mark.ask": ("Delete it; it can't be seen and comes from files put together"),
    "finding.file-not-plain.more.message": "there are {count} more errors in the file",
    "finding.file-not-plain.more.ask": "Mend the ones above first and check again",
    "finding.file-duplicate-key.message": "the key '{key}' stands twice: here and on line {first}",
    "finding.file-duplicate-key.ask": "Keep one of them",
}
for _kind, _noun in _KINDS.items():
    _key = f"finding.reference-unknown.{_kind}"
    TEXTS[f"{_key}.message"] = f"there is no {_noun} '{{name}}'"
    TEXTS[f"{_key}-nearest.message"] = f"there is no {_noun} '{{name}}': did you mean {{nearest}}?"
    if _kind not in {"rule", "trial"}:
        TEXTS[f"{_key}-named.message"] = "'{name}' is a name: {nearest} is the id of '{other}'"
        TEXTS[f"{_key}-named.ask"] = "Write the id: {nearest}"
    if _kind != "rule":  # there are too many to list
        TEXTS[f"{_key}-choices.message"] = f"there is no {_noun} '{{name}}': choose {{choices}}"
    TEXTS[f"{_key}-nearest.ask"] = "Write {nearest}"
    for _variant in ("-choices",):
        if f"{_key}.ask" in TEXTS and f"{_key}{_variant}.message" in TEXTS:
            TEXTS[f"{_key}{_variant}.ask"] = TEXTS[f"{_key}.ask"]
