"""What a check says of its verdict to people, in Swedish."""

TEXTS: dict[str, str] = {
    "verdict.fixed": "åtgärdat: {place}: {rule}: {message}",
    "verdict.fixed.more": "åtgärdat: {count} till",
    "verdict.gone": "försvann med uppdraget: {place}: {rule}: {message}",
    "verdict.gone.more": "försvann med uppdraget: {count} till",
    "verdict.accepted_here": "godtas bara av ändringen: {place}: {severity} {rule}: {message}",
    "verdict.accepted": "godtaget: {place}: {rule}: {message}",
    "verdict.statistics": "{count}  {severity} {rule}: {title}",
    "verdict.new": "Nytt sedan {revision}: {found}.",
    "verdict.nothing_new": "Inget nytt är fel eller saknas sedan {revision}.",
    "verdict.carried": "Fanns redan: {found}.",
    "verdict.fixed.count": "Åtgärdat: {count}.",
    "verdict.gone.count": "Försvann med borttagna uppdrag: {count}.",
    "verdict.accepted_here.count": "Godtas bara av ändringen själv: {count}.",
    "verdict.more": "{path}: de första {shown} av {all} visas; --format json har alla",
}
