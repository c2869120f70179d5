"""Gaps: what the journey, the benefits, the roadmaps and the programme lack, in English."""

TEXTS: dict[str, str] = {
    "finding.benefit-missing.message": "it has been on “{step}” for {days} without naming a benefit",
    "finding.benefit-missing.ask": "Ask the operation what gets better, for whom, and write it down: benefits: - {{id: …, title: …}}",
    "finding.benefit-no-owner.message": "nobody in the line owns the benefit “{title}”",
    "finding.benefit-no-owner.ask": "Name the line manager who is to take it home: owner: …",
    "finding.benefit-no-kind.message": "the benefit “{title}” is neither cash, capacity, avoidance nor quality",
    "finding.benefit-no-kind.ask": "Say how it can be taken home: kind: cash, capacity, avoidance or quality",
    "finding.benefit-no-measure.message": "nothing is measured for the benefit “{title}”",
    "finding.benefit-no-measure.ask": "Choose one thing to measure, and its unit: measure: {{what: …, unit: …}}",
    "finding.benefit-owner-is-lead.message": "the benefit “{title}” is owned by {owner}, who leads the assignment",
    "finding.benefit-owner-is-lead.ask": "Ask the line manager who still has the benefit when the assignment is over: owner: …",
    "finding.benefit-no-baseline.live.message": "it is in ordinary use, but the benefit “{title}” has no baseline",
    "finding.benefit-no-baseline.live.ask": "Find what it was before, in old records or as an estimate: baseline: {{value: …, date: …, how: estimated}}",
    "finding.benefit-no-baseline.step.message": "the benefit “{title}” has no baseline",
    "finding.benefit-no-baseline.step.ask": "Measure how it is today, before it changes: baseline: {{value: …, date: {as_of}}}",
    "finding.benefit-late-baseline.message": (
        "the baseline of “{title}” is from {baseline}, after the start in ordinary use {live}"
    ),
    "finding.benefit-late-baseline.ask": "Find a value from before the start, if there is one: baseline: {{value: …, date: …}}",
    "finding.benefit-baseline-estimated.message": "the baseline of “{title}” is estimated",
    "finding.benefit-baseline-estimated.ask": "Measure it if that can still be done, and write so: how: measured",
    "finding.benefit-no-target.absent.message": "the benefit “{title}” has no target",
    "finding.benefit-no-target.absent.ask": "Agree with the owner how far it should go, and when: target: {{value: …, by: …}}",
    "finding.benefit-no-target.no-day.message": "the target of “{title}” has no day",
    "finding.benefit-no-target.no-day.ask": "Agree with the owner when it is to be reached: by: …",
    "finding.benefit-no-realisation.message": "nobody has said how “{title}” is to be realised",
    "finding.benefit-no-realisation.ask": "Decide what the money or the time is to be used for, or what changes: realisation: …",
    "finding.benefit-no-worth.message": "the benefit “{title}” ({kind}) has no worth in money",
    "finding.benefit-no-worth.ask": "Have the controller put a price on one unit of the measure: worth: {{per_unit: …, basis: …}}",
    "finding.benefit-not-measured.message": "“{title}” has not been measured in the {days} since {since}",
    "finding.benefit-not-measured.ask": "Measure for the first time, also if it shows no change: measurements: - {{value: …, date: {as_of}}}",
    "finding.benefit-measure-overdue.message": (
        "“{title}” was last measured {measured}, {days} ago; it is to be measured every {every}"
    ),
    "finding.benefit-measure-overdue.ask": "Measure again, and add a line: measurements: - {{value: …, date: {as_of}}}",
    "finding.benefit-not-followed-up.measured.message": (
        "“{title}” was taken home, and has not been measured since {latest}, {days} ago"
    ),
    "finding.benefit-not-followed-up.unmeasured.message": (
        "“{title}” was taken home {latest}, {days} ago, and has not been measured"
    ),
    "finding.benefit-not-followed-up.ask": "Measure once more whether it still holds: measurements: - {{value: …, date: {as_of}}}",
    "finding.benefit-worse.share.message": "“{title}” has become worse than it was: from {baseline} to {value}",
    "finding.benefit-worse.level.message": "“{title}” was to be {level}, and is now {value}",
    "finding.benefit-worse.ask": "Find out why together with the owner, change what can be changed or stop, and measure again: measurements: - {{value: …, date: {as_of}}}",
    "finding.benefit-missed.message": "“{title}” was to be reached by {by}, and has come {realised} of the way",
    "finding.benefit-missed.ask": "Take it up with the owner: measure anew, do what is missing, or decide on another target: target: {{value: …, by: …}}",
    "finding.benefit-behind.message": (
        "“{title}” had come {realised} of the way to the target when it was measured; the plan said {planned}"
    ),
    "finding.benefit-behind.ask": "Take it up with the steering group: do more, or decide on another target: target: {{value: …, by: …}}",
    "finding.benefit-cash-not-booked.budget.message": (
        "“{title}” has come {realised} of the way to the target by {home}, but “{document}”, adopted {adopted}, has not been lowered"
    ),
    "finding.benefit-cash-not-booked.year.message": (
        "“{title}” has come {realised} of the way to the target by {home}, {days} ago, but no adopted budget has been lowered"
    ),
    "finding.benefit-cash-not-booked.ask": "Lower the budget, and write the amount and the adopted document where it is decided: taken_home: - {{from: …, amount: …, document: …}}",
    "finding.benefit-capacity-unused.message": (
        "“{title}” has come {realised} of the way to the target by {home}, {days} ago, but what is freed has not been put to use"
    ),
    "finding.benefit-capacity-unused.ask": "Decide what the time is used for, and write it down: taken_home: - {{from: {as_of}, how: …}}",
    "finding.benefit-below-cost.message": (
        "it costs {cost}, more than all its benefits could give if they reached their targets"
    ),
    "finding.benefit-below-cost.ask": "Ask the owners whether it is worth it: make it cheaper, find more benefit, or stop: costs: {{per_year: …}}",
    "finding.benefit-looks-shared.message": (
        "“{title}” has the same measure and the same baseline as “{whole}”: it looks like one benefit, counted twice"
    ),
    "finding.benefit-looks-shared.ask": "Say in the measure what is different, or count it in the other one only: part_of: {whole}",
    "rule.benefit-missing": "Assignment without a benefit",
    "rule.benefit-no-owner": "Benefit without an owner in the line",
    "rule.benefit-no-kind": "Benefit without a kind",
    "rule.benefit-no-measure": "Benefit without a measure",
    "rule.benefit-owner-is-lead": "Benefit owned by the assignment’s own lead",
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
    "rule.benefit-looks-shared": "Benefit that seems to be counted twice",
    "finding.text-cut.comment.message": "the text of {key} ends where “ #” begins a comment",
    "finding.text-cut.comment.ask": "Put quotes around the text, or write a blank after # if a comment is meant",
    "finding.text-cut.quotes.message": "the typographic quotes around {key} are taken as part of the text",
    "finding.text-cut.quotes.ask": "Write it without quotes, or with straight ones",
    "finding.journey-stale.message": "nothing has been written for {days}, since {touched}",
    "finding.journey-stale.ask": "Write what has happened, or vouch for the file as it is: reviewed: {as_of}",
    "finding.journey-stuck.message": "{days} on the step “{step}”; its limit is {limit}",
    "finding.journey-stuck.ask": "Go on or go back, otherwise pause or stop: journey: - {{step: …, entered: {as_of}}}",
    "finding.journey-paused-long.message": "paused for {days}, since {since}",
    "finding.journey-paused-long.ask": "Take it up again or stop it, with what was learned: to: {as_of} or stopped: {{date: {as_of}, why: …, learned: …}}",
    "finding.journey-unproven.explore.message": "it stands on “{current}”, but no trial has ended with a lesson",
    "finding.journey-unproven.explore.ask": "Write what a trial has taught: learned: …",
    "finding.journey-unproven.benefits.message": (
        "it stands on “{current}”, but no benefit has an owner, a baseline, a target and a measurement"
    ),
    "finding.journey-unproven.benefits.ask": "Measure a benefit that somebody owns: owner: … and measurements: - {{value: …, date: {as_of}}}",
    "finding.journey-unproven.roadmap.message": (
        "it stands on “{current}”, but no roadmap item has an owner, an expected benefit and a period"
    ),
    "finding.journey-unproven.roadmap.ask": "Make the roadmap together with the operation: roadmap: - {{id: …, title: …, owner: …, expects: …, from: …}}",
    "finding.journey-return-unexplained.message": "it went back from “{before}” to “{step}” without a word of why",
    "finding.journey-return-unexplained.ask": "Write why: going back is often wise, and others learn from it: why: …",
    "finding.journey-not-together.nobody.message": "nobody from the operation takes part",
    "finding.journey-not-together.lead.message": "nobody but {lead}, who leads it, takes part",
    "finding.journey-not-together.ask": "Find those who do the work today, and test with them: together: […]",
    "finding.journey-no-goal.message": "it stands on “{step}” and serves no goal",
    "finding.journey-no-goal.ask": "Name the goal that it serves, or ask whether it should go on: goals: […]",
    "finding.journey-outside-mandate.before.message": "it started {started}, before the programme’s mandate, {limit}",
    "finding.journey-outside-mandate.after.message": (
        "it started {started}, after the programme’s mandate ended, {limit}"
    ),
    "finding.journey-outside-mandate.ask": "Have the mandate widened, or correct the date: started: …",
    "finding.journey-not-shown.never.message": (
        "its benefit was first measured {measured}, {days} ago, and has never been shown to management"
    ),
    "finding.journey-not-shown.long-ago.message": "its benefit was last shown to management {shown}, {days} ago",
    "finding.journey-not-shown.ask": "Show it, and write the day and the forum: shown: - {{date: {as_of}, forum: …}}",
    "finding.journey-blocked.stopped.message": "it depends on “{id}”, which is stopped",
    "finding.journey-blocked.paused.message": "it depends on “{id}”, which is paused",
    "finding.journey-blocked.ask": "Find another way, or pause until it goes on: pauses: - {{from: {as_of}, why: …}}",
    "finding.trial-no-lesson.unlearned.message": "the trial “{title}” ended {ended} without a lesson",
    "finding.trial-no-lesson.unlearned.ask": "Write what it taught, also when it failed: learned: …",
    "finding.trial-no-lesson.unended.message": "the assignment ended {ended}, but not its trial “{title}”",
    "finding.trial-no-lesson.unended.ask": "Write when it ended and what it taught: ended: … and learned: …",
    "finding.trial-no-lesson.stopped.message": "it was stopped {stopped} without a lesson",
    "finding.trial-no-lesson.stopped.ask": "Write what was learned, in stopped: learned: …",
    "finding.trial-no-lesson.completed.message": (
        "it was completed {completed} after {days} of exploring, and no trial has a lesson"
    ),
    "finding.trial-no-lesson.completed.ask": "Write what the trials taught, in each of them: learned: …",
    "finding.trial-running-long.message": (
        "the trial “{title}” has run for {days}, since {started}; the limit for exploring is {limit}"
    ),
    "finding.trial-running-long.ask": "End it, and write what it taught: ended: {as_of} and learned: …",
    "finding.department-untouched.message": "{name} has not started any assignment",
    "finding.department-untouched.ask": "Ask what small thing they would like to test first, and write it in a file of its own: title: …",
    "finding.department-only-explores.message": (
        "{name} has trained ({rounds}, the first ended {first}), but none of its assignments has gone on from exploring"
    ),
    "finding.department-only-explores.ask": "Choose the trial that worked best, and show its benefit: journey: - {{step: benefits, entered: {as_of}}}",
    "finding.department-no-roadmap.trained.message": (
        "{name} has trained ({rounds}) and shown benefit by {ready}, but has no roadmap"
    ),
    "finding.department-no-roadmap.visited.message": (
        "{name} has been on its way up the stairs for {days}, since {entered}, but has no roadmap"
    ),
    "finding.department-no-roadmap.ask": "Make a first roadmap together, in one of its assignments: roadmap: - {{id: …, title: …, owner: …, expects: …, from: …}}",
    "finding.department-short-roadmap.message": "the roadmap of {name} ends {until}",
    "finding.department-short-roadmap.ask": "Make the next part of it together: roadmap: - {{id: …, title: …, owner: …, expects: …, from: …}}",
    "finding.department-ended.none.message": "{name} ended {ended} and became no other department",
    "finding.department-ended.none.ask": "End it, completed: {as_of}, or write who makes the journey now: department: …",
    "finding.department-ended.several.message": "{name} ended {ended} and became several departments",
    "finding.department-ended.several.ask": "Write which one it goes with, {heirs}: department: {first}",
    "finding.accepted-stale.expired.message": "{rule} was accepted until {until}",
    "finding.accepted-stale.expired.ask": "Mend the gap, or decide anew: until: …",
    "finding.accepted-stale.no-item.message": "{rule} is accepted for “{item}”, which does not exist",
    "finding.accepted-stale.no-item.ask": "Correct the item, or remove the entry: item: …",
    "finding.file-ignored.message": "{path} is not a YAML file, and no report reads it",
    "finding.file-ignored.ask": "Move it out of assignments/, or let its name end in .yaml",
    "rule.text-cut": "Text cut short, or in typographic quotes",
    "rule.journey-stale": "File that nobody has touched",
    "rule.journey-stuck": "Too long on a step",
    "rule.journey-paused-long": "Long pause",
    "rule.journey-unproven": "Step without evidence",
    "rule.journey-return-unexplained": "Return without a reason",
    "rule.journey-not-together": "Nobody from the operation takes part",
    "rule.journey-no-goal": "Serves no goal",
    "rule.journey-outside-mandate": "Outside the mandate",
    "rule.journey-not-shown": "Benefit not shown to management",
    "rule.journey-blocked": "Waits for another assignment",
    "rule.trial-no-lesson": "Trial without a lesson",
    "rule.trial-running-long": "Trial that does not end",
    "rule.department-untouched": "Department that has not begun",
    "rule.department-only-explores": "Department that only explores",
    "rule.department-no-roadmap": "Department that has trained but has no roadmap",
    "rule.department-short-roadmap": "Roadmap that soon ends",
    "rule.department-ended": "Department that has ended",
    "rule.accepted-stale": "Acceptance that no longer holds",
    "rule.file-ignored": "File that is not read",
    "finding.roadmap-no-owner.message": "the roadmap’s “{title}” has no owner",
    "finding.roadmap-no-owner.ask": "Name the line manager who wants it done: owner: …",
    "finding.roadmap-no-benefit.message": "the roadmap’s “{title}” does not say what benefit it is expected to give",
    "finding.roadmap-no-benefit.ask": "Write what it is for, its kind and its worth a year: expects: {{kind: …, per_year: …, what: …}}",
    "finding.roadmap-no-lesson.message": "the roadmap’s “{title}” builds on no trial",
    "finding.roadmap-no-lesson.ask": "Name the trial that taught it, or test on a small scale first: based_on: […]",
    "finding.roadmap-no-goal.message": "the roadmap’s “{title}” serves no goal",
    "finding.roadmap-no-goal.ask": "Name the goal that it serves, or ask whether it should be done: goals: […]",
    "finding.roadmap-overdue.message": "the roadmap’s “{title}” should have been done {last}, {days} ago",
    "finding.roadmap-overdue.ask": "Write that it is done or dropped, or give it a new period: done: {as_of}, dropped: {{date: {as_of}, why: …}} or to: …",
    "finding.roadmap-late-start.message": (
        "the roadmap’s “{title}” was to start in {from}, and has not, {days} after the end of it"
    ),
    "finding.roadmap-late-start.ask": "Write that it has started, or give it a new period: started: {as_of} or from: …",
    "finding.roadmap-not-anchored.none.message": "the roadmap’s “{title}” starts {first} and stands in no plan",
    "finding.roadmap-not-anchored.other-department.message": (
        "the roadmap’s “{title}” starts {first} and stands only in other departments’ plans"
    ),
    "finding.roadmap-not-anchored.decided.message": (
        "the roadmap’s “{title}” stands in no plan, and “{document}” was adopted {adopted} without it"
    ),
    "finding.roadmap-not-anchored.ask": "Have it written into the department’s next operational plan: anchored_in: […]",
    "finding.roadmap-weak-anchor.draft.message": (
        "the roadmap’s “{title}” rests on “{document}”, which has not been adopted; it is needed {day}"
    ),
    "finding.roadmap-weak-anchor.draft.ask": "Have the plan adopted, or give the item a later period: adopted: … in program.yaml, or from: …",
    "finding.roadmap-weak-anchor.not-in-force.message": (
        "the roadmap’s “{title}” rests on “{document}”, which is not in force on {day}"
    ),
    "finding.roadmap-weak-anchor.not-in-force.ask": "Have it written into a plan that holds when it is done: anchored_in: […]",
    "finding.roadmap-idea-forgotten.message": (
        "the idea “{title}” lies in a file that nobody has touched for {days}, since {touched}"
    ),
    "finding.roadmap-idea-forgotten.ask": "Give it a period, drop it, or say that it still stands: from: …, dropped: {{date: {as_of}, why: …}} or reviewed: {as_of}",
    "rule.roadmap-no-owner": "Roadmap item without an owner",
    "rule.roadmap-no-benefit": "Roadmap item without an expected benefit",
    "rule.roadmap-no-lesson": "Roadmap item that builds on no trial",
    "rule.roadmap-no-goal": "Roadmap item without a goal",
    "rule.roadmap-overdue": "Roadmap item past its time",
    "rule.roadmap-late-start": "Roadmap item that has not started in time",
    "rule.roadmap-not-anchored": "Roadmap item in no plan",
    "rule.roadmap-weak-anchor": "Roadmap item in a plan that does not hold",
    "rule.roadmap-idea-forgotten": "Idea that nobody has looked at for a year",
    "finding.program-over-capacity.message": (
        "{open} are open at the same time, and more than {limit} were {days} ago; the programme can carry {limit}"
    ),
    "finding.program-over-capacity.ask": "Complete or stop some before starting more, or raise what the programme carries: at_once: …",
    "finding.program-lead-overloaded.message": "{lead} leads {open} at the same time; one lead can carry {limit}",
    "finding.program-lead-overloaded.ask": "Let somebody else lead some, or end those that nobody would start today: lead: …",
    "finding.program-goal-unserved.message": "the goal “{title}” is served by no open assignment and no roadmap item",
    "finding.program-goal-unserved.ask": "Ask which department could test something towards it, and write it there, or take the goal out of the programme: goals: […]",
    "finding.program-never-stops.message": "{ended} ended in the last year, and none of them was stopped",
    "finding.program-never-stops.ask": "Ask which of the open ones nobody would start today, and stop those with what they taught: stopped: {{date: {as_of}, why: …, learned: …}}",
    "finding.enabling-enables-nothing.message": "no open assignment depends on it",
    "finding.enabling-enables-nothing.ask": "Write in those that need it that they do, or ask whether it should go on: depends_on: […]",
    "rule.program-over-capacity": "More at once than the programme carries",
    "rule.program-lead-overloaded": "Lead of too many assignments",
    "rule.program-goal-unserved": "Goal that nobody serves",
    "rule.program-never-stops": "Nothing is ever stopped",
    "rule.enabling-enables-nothing": "Enabling assignment that nobody needs",
}
