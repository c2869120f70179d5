"""References and dates that can't be right, in English."""

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
