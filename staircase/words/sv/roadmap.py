"""Gaps of the roadmap, in Swedish."""

TEXTS: dict[str, str] = {
    "finding.roadmap-no-owner.message": "punkten ”{title}” i färdplanen saknar ägare",
    "finding.roadmap-no-owner.ask": "Skriv vilken chef i linjen som vill ha den gjord: owner",
    "finding.roadmap-no-benefit.message": "punkten ”{title}” i färdplanen säger inte vilken nytta den väntas ge",
    "finding.roadmap-no-benefit.ask": "Skriv vad den är till för, dess slag och vad den är värd per år: expects",
    "finding.roadmap-no-lesson.message": "punkten ”{title}” i färdplanen bygger inte på något test",
    "finding.roadmap-no-lesson.ask": "Ange vilket test den bygger på, eller testa i liten skala först: based_on",
    "finding.roadmap-no-goal.message": "punkten ”{title}” i färdplanen bidrar inte till något mål",
    "finding.roadmap-no-goal.ask": "Ange målet den bidrar till, eller fråga om den ska göras: goals",
    "finding.roadmap-overdue.message": "punkten ”{title}” i färdplanen skulle ha varit klar {last}, för {days} sedan",
    "finding.roadmap-overdue.ask": (
        "Skriv att den är klar eller struken, eller ge den en ny tid: done: {as_of}, dropped eller to"
    ),
    "finding.roadmap-late-start.message": (
        "punkten ”{title}” i färdplanen skulle ha börjat {from}, men har inte gjort det {days} efter den tiden"
    ),
    "finding.roadmap-late-start.ask": "Skriv att den har börjat, eller ge den en ny tid: started: {as_of} eller from",
    "finding.roadmap-not-anchored.none.message": (
        "punkten ”{title}” i färdplanen börjar {first}, men finns inte i någon verksamhetsplan"
    ),
    "finding.roadmap-not-anchored.other-department.message": (
        "punkten ”{title}” i färdplanen börjar {first}, men finns bara i andra förvaltningars planer"
    ),
    "finding.roadmap-not-anchored.decided.message": (
        "punkten ”{title}” i färdplanen finns inte i någon verksamhetsplan, och ”{document}” beslutades {adopted} utan den"
    ),
    "finding.roadmap-not-anchored.ask": "Få in punkten i förvaltningens nästa verksamhetsplan: anchored_in",
    "finding.roadmap-weak-anchor.draft.message": (
        "punkten ”{title}” i färdplanen vilar på ”{document}”, som inte är beslutad men behövs {day}"
    ),
    "finding.roadmap-weak-anchor.draft.ask": (
        "Få planen beslutad och skriv datumet i program.yaml, eller ge punkten en senare tid: adopted eller from"
    ),
    "finding.roadmap-weak-anchor.not-in-force.message": (
        "punkten ”{title}” i färdplanen vilar på ”{document}”, som inte gäller {day}"
    ),
    "finding.roadmap-weak-anchor.not-in-force.ask": (
        "Få in punkten i en plan som gäller när den ska göras: anchored_in"
    ),
    "finding.roadmap-idea-forgotten.message": (
        "idén ”{title}” finns i en fil som ingen har rört på {days}, sedan {touched}"
    ),
    "finding.roadmap-idea-forgotten.ask": (
        "Ge den en tid, stryk den eller bekräfta att den står kvar: from, dropped: date: {as_of} eller reviewed: {as_of}"
    ),
    "rule.roadmap-no-owner": "Punkt i färdplanen utan ägare",
    "rule.roadmap-no-benefit": "Punkt i färdplanen utan väntad nytta",
    "rule.roadmap-no-lesson": "Punkt i färdplanen som inte bygger på något test",
    "rule.roadmap-no-goal": "Punkt i färdplanen som inte bidrar till något mål",
    "rule.roadmap-overdue": "Punkt i färdplanen som skulle ha varit klar",
    "rule.roadmap-late-start": "Punkt i färdplanen som inte har börjat i tid",
    "rule.roadmap-not-anchored": "Punkt i färdplanen utan stöd i verksamhetsplan",
    "rule.roadmap-weak-anchor": "Punkt i färdplanen som står i en plan som inte är beslutad eller inte gäller",
    "rule.roadmap-idea-forgotten": "Idé som ingen har sett över på ett år",
}
