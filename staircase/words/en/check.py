"""What a check says of its verdict to people, in English."""

TEXTS: dict[str, str] = {
    "verdict.fixed": "fixed: {place}: {rule}: {message}",
    "verdict.fixed.more": "fixed: {count} more",
    "verdict.gone": "went with the assignment: {place}: {rule}: {message}",
    "verdict.gone.more": "went with the assignment: {count} more",
    "verdict.accepted_here": "accepted here: {place}: {severity} {rule}: {message}",
    "verdict.accepted": "accepted: {place}: {rule}: {message}",
    "verdict.statistics": "{count}  {severity} {rule}: {title}",
    "verdict.new": "New since {revision}: {found}.",
    "verdict.nothing_new": "Nothing new is wrong or missing since {revision}.",
    "verdict.carried": "There before: {found}.",
    "verdict.fixed.count": "Fixed: {count}.",
    "verdict.gone.count": "Went with removed assignments: {count}.",
    "verdict.accepted_here.count": "Accepted only by the change itself: {count}.",
    "verdict.more": "{path}: the first {shown} of {all} are listed; --format json has them all",
}
