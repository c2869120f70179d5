"""Gaps of benefits, in English."""

TEXTS: dict[str, str] = {
    "finding.benefit-missing.message": "it has been on '{step}' for {days} without naming a benefit",
    "finding.benefit-missing.ask": "Ask the operation what gets better, for whom, and write it down: benefits",
    "finding.benefit-no-owner.message": "nobody in the line owns the benefit '{title}'",
    "finding.benefit-no-owner.ask": "Name the line manager who is to take it home: owner",
    "finding.benefit-no-kind.message": "the benefit '{title}' is neither cash, capacity, avoidance nor quality",
    "finding.benefit-no-kind.ask": "Say how it can be taken home, cash, capacity, avoidance or quality: kind",
    "finding.benefit-no-measure.message": "nothing is measured for the benefit '{title}'",
    "finding.benefit-no-measure.ask": "Choose one thing to measure, and its unit: measure",
    "finding.benefit-owner-is-lead.message": "the benefit '{title}' is owned by {owner}, who leads the assignment",
    "finding.benefit-owner-is-lead.ask": (
        "Ask the line manager who still has the benefit when the assignment is over: owner"
    ),
    "finding.benefit-no-baseline.live.message": "it is in ordinary use, but the benefit '{title}' has no baseline",
    "finding.benefit-no-baseline.live.ask": (
        "Find what it was before, in old records or as an estimate that says so: baseline"
    ),
    "finding.benefit-no-baseline.step.message": "the benefit '{title}' has no baseline",
    "finding.benefit-no-baseline.step.ask": "Measure how it is today, before it changes: baseline",
    "finding.benefit-late-baseline.message": (
        "the baseline of '{title}' is from {baseline}, after the start in ordinary use {live}"
    ),
    "finding.benefit-late-baseline.ask": "Find a value from before the start, if there is one: baseline",
    "finding.benefit-baseline-estimated.message": "the baseline of '{title}' is estimated",
    "finding.benefit-baseline-estimated.ask": "Measure it if that can still be done, and write measured: how",
    "finding.benefit-no-target.absent.message": "the benefit '{title}' has no target",
    "finding.benefit-no-target.absent.ask": "Agree with the owner how far it should go, and when: target",
    "finding.benefit-no-target.no-day.message": "the target of '{title}' has no day",
    "finding.benefit-no-target.no-day.ask": "Agree with the owner when it is to be reached: by",
    "finding.benefit-no-realisation.message": "nobody has said how '{title}' is to be realised",
    "finding.benefit-no-realisation.ask": (
        "Decide what the money or the time is to be used for, or what changes: realisation"
    ),
    "finding.benefit-no-worth.message": "the benefit '{title}' ({kind}) has no worth in money",
    "finding.benefit-no-worth.ask": "Have the controller put a price on one unit of the measure: worth",
    "finding.benefit-not-measured.message": "'{title}' has not been measured in the {days} since {since}",
    "finding.benefit-not-measured.ask": (
        "Measure for the first time, also if it shows no change: measurements: date: {as_of}"
    ),
    "finding.benefit-measure-overdue.message": (
        "'{title}' was last measured {measured}, {days} ago; it is to be measured every {every}"
    ),
    "finding.benefit-measure-overdue.ask": "Measure again, and add a line: measurements: date: {as_of}",
    "finding.benefit-not-followed-up.measured.message": (
        "'{title}' was taken home, and has not been measured since {latest}, {days} ago"
    ),
    "finding.benefit-not-followed-up.unmeasured.message": (
        "'{title}' was taken home {latest}, {days} ago, and has not been measured"
    ),
    "finding.benefit-not-followed-up.ask": "Measure once more whether it still holds: measurements: date: {as_of}",
    "finding.benefit-worse.message": "'{title}' has become worse than it was: from {baseline} to {value}",
    "finding.benefit-worse.ask": (
        "Find out why together with the owner, and go back, change or stop: journey or stopped"
    ),
    "finding.benefit-missed.message": "'{title}' was to be reached by {by}, and has come {realised} of the way",
    "finding.benefit-missed.ask": (
        "Take it up with the owner: measure anew, do what is missing, or decide on another target: target"
    ),
    "finding.benefit-behind.message": (
        "'{title}' had come {realised} of the way to the target when it was measured; the plan said {planned}"
    ),
    "finding.benefit-behind.ask": "Take it up with the steering group: do more, or decide on another target: target",
    "finding.benefit-cash-not-booked.budget.message": (
        "'{title}' has come {realised} of the way to the target by {home}, but '{document}', adopted {adopted}, has not been lowered"
    ),
    "finding.benefit-cash-not-booked.year.message": (
        "'{title}' has come {realised} of the way to the target by {home}, {days} ago, but no adopted budget has been lowered"
    ),
    "finding.benefit-cash-not-booked.ask": (
        "Lower the budget, and write the amount and the adopted document where it is decided: taken_home"
    ),
    "finding.benefit-capacity-unused.message": (
        "'{title}' has come {realised} of the way to the target by {home}, {days} ago, but what is freed has not been put to use"
    ),
    "finding.benefit-capacity-unused.ask": (
        "Decide what the time is used for, and write it down: taken_home: from: {as_of}, how"
    ),
    "finding.benefit-below-cost.message": (
        "it costs {cost}, more than all its benefits could give if they reached their targets"
    ),
    "finding.benefit-below-cost.ask": (
        "Ask the owners whether it is worth it: make it cheaper, find more benefit, or stop: costs, benefits or stopped"
    ),
    "rule.benefit-missing": "Assignment without a benefit",
    "rule.benefit-no-owner": "Benefit without an owner in the line",
    "rule.benefit-no-kind": "Benefit without a kind",
    "rule.benefit-no-measure": "Benefit without a measure",
    "rule.benefit-owner-is-lead": "Benefit owned by the assignment's own lead",
    "rule.benefit-no-baseline": "Benefit without a baseline",
    "rule.benefit-late-baseline": "Baseline taken after the start",
    "rule.benefit-baseline-estimated": "Estimated baseline",
    "rule.benefit-no-target": "Benefit without a target or its day",
    "rule.benefit-no-realisation": "Benefit without a plan for taking it home",
    "rule.benefit-no-worth": "Benefit without a worth in money",
    "rule.benefit-not-measured": "Benefit that has never been measured",
    "rule.benefit-measure-overdue": "Measurement that has not been made",
    "rule.benefit-not-followed-up": "Benefit taken home and not followed up",
    "rule.benefit-worse": "Benefit that has become worse",
    "rule.benefit-missed": "Benefit that missed its target",
    "rule.benefit-behind": "Benefit behind its plan",
    "rule.benefit-cash-not-booked": "Saving that no budget shows",
    "rule.benefit-capacity-unused": "Freed time without a use",
    "rule.benefit-below-cost": "Costs more than it can give",
}
