"""Gaps of the roadmap, in English."""

TEXTS: dict[str, str] = {
    "finding.roadmap-no-owner.message": "the roadmap's '{title}' has no owner",
    "finding.roadmap-no-owner.ask": "Name the line manager who wants it done: owner",
    "finding.roadmap-no-benefit.message": "the roadmap's '{title}' does not say what benefit it is expected to give",
    "finding.roadmap-no-benefit.ask": "Write what it is for, its kind and its worth a year: expects",
    "finding.roadmap-no-lesson.message": "the roadmap's '{title}' builds on no trial",
    "finding.roadmap-no-lesson.ask": "Name the trial that taught it, or test on a small scale first: based_on",
    "finding.roadmap-no-goal.message": "the roadmap's '{title}' serves no goal",
    "finding.roadmap-no-goal.ask": "Name the goal that it serves, or ask whether it should be done: goals",
    "finding.roadmap-overdue.message": "the roadmap's '{title}' should have been done {last}, {days} ago",
    "finding.roadmap-overdue.ask": (
        "Write that it is done or dropped, or give it a new period: done: {as_of}, dropped or to"
    ),
    "finding.roadmap-late-start.message": (
        "the roadmap's '{title}' was to start in {from}, and has not, {days} after the end of it"
    ),
    "finding.roadmap-late-start.ask": "Write that it has started, or give it a new period: started: {as_of} or from",
    "finding.roadmap-not-anchored.none.message": "the roadmap's '{title}' starts {first} and stands in no plan",
    "finding.roadmap-not-anchored.other-department.message": (
        "the roadmap's '{title}' starts {first} and stands only in other departments' plans"
    ),
    "finding.roadmap-not-anchored.decided.message": (
        "the roadmap's '{title}' stands in no plan, and '{document}' was adopted {adopted} without it"
    ),
    "finding.roadmap-not-anchored.ask": "Have it written into the department's next operational plan: anchored_in",
    "finding.roadmap-weak-anchor.draft.message": (
        "the roadmap's '{title}' rests on '{document}', which has not been adopted; it is needed {day}"
    ),
    "finding.roadmap-weak-anchor.draft.ask": (
        "Have the plan adopted, and write when in program.yaml, or give the item a later period: adopted or from"
    ),
    "finding.roadmap-weak-anchor.not-in-force.message": (
        "the roadmap's '{title}' rests on '{document}', which is not in force on {day}"
    ),
    "finding.roadmap-weak-anchor.not-in-force.ask": (
        "Have it written into a plan that holds when it is done: anchored_in"
    ),
    "finding.roadmap-idea-forgotten.message": (
        "the idea '{title}' lies in a file that nobody has touched for {days}, since {touched}"
    ),
    "finding.roadmap-idea-forgotten.ask": (
        "Give it a period, drop it, or say that it still stands: from, dropped: date: {as_of} or reviewed: {as_of}"
    ),
    "rule.roadmap-no-owner": "Roadmap item without an owner",
    "rule.roadmap-no-benefit": "Roadmap item without an expected benefit",
    "rule.roadmap-no-lesson": "Roadmap item that builds on no trial",
    "rule.roadmap-no-goal": "Roadmap item without a goal",
    "rule.roadmap-overdue": "Roadmap item past its time",
    "rule.roadmap-late-start": "Roadmap item that has not started in time",
    "rule.roadmap-not-anchored": "Roadmap item in no plan",
    "rule.roadmap-weak-anchor": "Roadmap item in a plan that does not hold",
    "rule.roadmap-idea-forgotten": "Idea that nobody has looked at for a year",
}
