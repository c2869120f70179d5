"""Gaps of the journey, of trials, departments, acceptance and files, in English."""

TEXTS: dict[str, str] = {
    "finding.text-cut.comment.message": "the text of {key} ends where ' #' begins a comment",
    "finding.text-cut.comment.ask": "Put quotes around the text, or write a blank after # if a comment is meant",
    "finding.text-cut.quotes.message": "the typographic quotes around {key} are taken as part of the text",
    "finding.text-cut.quotes.ask": "Write it without quotes, or with straight ones",
    "finding.journey-stale.message": "nothing has been written for {days}, since {touched}",
    "finding.journey-stale.ask": "Write what has happened, or vouch for the file as it is: reviewed: {as_of}",
    "finding.journey-stuck.message": "{days} on the step '{step}'; {limit} is what it may take",
    "finding.journey-stuck.ask": "Go on, go back, pause or stop: journey, pauses or stopped",
    "finding.journey-paused-long.message": "paused for {days}, since {since}",
    "finding.journey-paused-long.ask": "Take it up again or stop it, with what was learned: pauses or stopped",
    "finding.journey-unproven.explore.message": "it stands on '{current}', but no trial has ended with a lesson",
    "finding.journey-unproven.explore.ask": "Write what a trial has taught: trials, learned",
    "finding.journey-unproven.benefits.message": (
        "it stands on '{current}', but no benefit has an owner, a baseline, a target and a measurement"
    ),
    "finding.journey-unproven.benefits.ask": "Measure a benefit that somebody owns: benefits",
    "finding.journey-unproven.roadmap.message": (
        "it stands on '{current}', but no roadmap item has an owner, an expected benefit and a period"
    ),
    "finding.journey-unproven.roadmap.ask": "Make the roadmap together with the operation: roadmap",
    "finding.journey-return-unexplained.message": "it went back from '{before}' to '{step}' without a word of why",
    "finding.journey-return-unexplained.ask": "Write why: going back is often wise, and others learn from it: why",
    "finding.journey-not-together.nobody.message": "nobody from the operation takes part",
    "finding.journey-not-together.lead.message": "nobody but {lead}, who leads it, takes part",
    "finding.journey-not-together.ask": "Find those who do the work today, and test with them: together",
    "finding.journey-no-goal.message": "it stands on '{step}' and serves no goal",
    "finding.journey-no-goal.ask": "Name the goal that it serves, or ask whether it should go on: goals",
    "finding.journey-outside-mandate.before.message": "it started {started}, before the programme's mandate, {limit}",
    "finding.journey-outside-mandate.after.message": (
        "it started {started}, after the programme's mandate ended, {limit}"
    ),
    "finding.journey-outside-mandate.ask": "Have the mandate widened, or correct the date: started",
    "finding.journey-not-shown.never.message": (
        "its benefit was first measured {measured}, {days} ago, and has never been shown to management"
    ),
    "finding.journey-not-shown.long-ago.message": "its benefit was last shown to management {shown}, {days} ago",
    "finding.journey-not-shown.ask": "Show it, and write the day and the forum: shown: date: {as_of}",
    "finding.journey-blocked.stopped.message": "it depends on '{id}', which is stopped",
    "finding.journey-blocked.paused.message": "it depends on '{id}', which is paused",
    "finding.journey-blocked.ask": "Find another way, or pause until it goes on: depends_on or pauses",
    "finding.trial-no-lesson.unlearned.message": "the trial '{title}' ended {ended} without a lesson",
    "finding.trial-no-lesson.unlearned.ask": "Write what it taught, also when it failed: learned",
    "finding.trial-no-lesson.unended.message": "the assignment ended {ended}, but not its trial '{title}'",
    "finding.trial-no-lesson.unended.ask": "Write when it ended and what it taught: ended, learned",
    "finding.trial-no-lesson.stopped.message": "it was stopped {stopped} without a lesson",
    "finding.trial-no-lesson.stopped.ask": "Write what was learned: stopped, learned",
    "finding.trial-no-lesson.completed.message": (
        "it was completed {completed} after {days} of exploring, and no trial has a lesson"
    ),
    "finding.trial-no-lesson.completed.ask": "Write what the trials taught: trials, learned",
    "finding.trial-running-long.message": (
        "the trial '{title}' has run for {days}, since {started}; {limit} is what exploring may take"
    ),
    "finding.trial-running-long.ask": "End it, and write what it taught: ended: {as_of}, learned",
    "finding.department-untouched.message": "{name} has not started any assignment",
    "finding.department-untouched.ask": "Ask what small thing they would like to test first",
    "finding.department-only-explores.message": (
        "{name} has trained ({rounds}, the first ended {first}), but none of its assignments has gone on from exploring"
    ),
    "finding.department-only-explores.ask": (
        "Choose the trial that worked best, and show its benefit: journey: step: benefits"
    ),
    "finding.department-no-roadmap.trained.message": (
        "{name} has trained ({rounds}) and shown benefit by {ready}, but has no roadmap"
    ),
    "finding.department-no-roadmap.visited.message": (
        "{name} has been on its way up the stairs for {days}, since {entered}, but has no roadmap"
    ),
    "finding.department-no-roadmap.ask": (
        "Make a first roadmap together, with owner, expected benefit and period: roadmap in one of its assignments"
    ),
    "finding.department-short-roadmap.message": "the roadmap of {name} ends {until}",
    "finding.department-short-roadmap.ask": "Make the next part of it together: roadmap",
    "finding.accepted-stale.expired.message": "{rule} was accepted until {until}",
    "finding.accepted-stale.expired.ask": "Mend the gap, or decide anew: until",
    "finding.accepted-stale.no-item.message": "{rule} is accepted for '{item}', which does not exist",
    "finding.accepted-stale.no-item.ask": "Correct the item, or remove the entry",
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
    "rule.accepted-stale": "Acceptance that no longer holds",
    "rule.file-ignored": "File that is not read",
}
