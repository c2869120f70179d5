"""Gaps of the journey, of trials, departments, acceptance and files, in Swedish."""

TEXTS: dict[str, str] = {
    "finding.text-cut.comment.message": "texten i {key} tar slut där ” #” börjar en kommentar",
    "finding.text-cut.comment.ask": "Sätt citattecken runt texten, eller skriv ett blanksteg efter # om en kommentar avses",
    "finding.text-cut.quotes.message": "de typografiska citattecknen runt {key} blir en del av texten",
    "finding.text-cut.quotes.ask": "Skriv texten utan citattecken, eller med raka",
    "finding.journey-stale.message": "inget nytt på {days}, sedan {touched}",
    "finding.journey-stale.ask": "Skriv vad som har hänt, eller bekräfta att uppgifterna stämmer: reviewed: {as_of}",
    "finding.journey-stuck.message": "{days} på steget ”{step}”; riktvärdet är {limit}",
    "finding.journey-stuck.ask": "Gå vidare, gå tillbaka, pausa eller stoppa: journey, pauses eller stopped",
    "finding.journey-paused-long.message": "pausat i {days}, sedan {since}",
    "finding.journey-paused-long.ask": "Ta upp det igen, eller stoppa med det ni lärt er: pauses eller stopped",
    "finding.journey-unproven.explore.message": "står på ”{current}”, men inget test har slutat med en lärdom",
    "finding.journey-unproven.explore.ask": "Skriv vad ett test har lärt er: trials, learned",
    "finding.journey-unproven.benefits.message": (
        "står på ”{current}”, men ingen nytta har ägare, utgångsvärde, mål och mätning"
    ),
    "finding.journey-unproven.benefits.ask": "Mät en nytta som någon äger: benefits",
    "finding.journey-unproven.roadmap.message": (
        "står på ”{current}”, men ingen punkt i färdplanen har ägare, väntad nytta och tid"
    ),
    "finding.journey-unproven.roadmap.ask": "Gör färdplanen tillsammans med verksamheten: roadmap",
    "finding.journey-return-unexplained.message": "gick tillbaka från ”{before}” till ”{step}” utan att säga varför",
    "finding.journey-return-unexplained.ask": (
        "Skriv varför: att gå tillbaka är ofta klokt, och andra lär av det: why"
    ),
    "finding.journey-not-together.nobody.message": "ingen från verksamheten är med",
    "finding.journey-not-together.lead.message": "ingen mer än {lead}, som leder uppdraget, är med",
    "finding.journey-not-together.ask": "Hitta dem som gör arbetet i dag, och testa med dem: together",
    "finding.journey-no-goal.message": "står på ”{step}” och bidrar inte till något mål",
    "finding.journey-no-goal.ask": "Ange målet det bidrar till, eller fråga om det ska fortsätta: goals",
    "finding.journey-outside-mandate.before.message": "startade {started}, före programmets mandat, {limit}",
    "finding.journey-outside-mandate.after.message": (
        "startade {started}, efter att programmets mandat hade gått ut, {limit}"
    ),
    "finding.journey-outside-mandate.ask": "Begär att mandatet utökas, eller rätta datumet: started",
    "finding.journey-not-shown.never.message": (
        "nyttan mättes första gången {measured}, för {days} sedan, men har aldrig visats för ledningen"
    ),
    "finding.journey-not-shown.long-ago.message": "nyttan visades senast för ledningen {shown}, för {days} sedan",
    "finding.journey-not-shown.ask": "Visa den, och skriv datum och forum: shown: date: {as_of}",
    "finding.journey-blocked.stopped.message": "är beroende av ”{id}”, som är stoppat",
    "finding.journey-blocked.paused.message": "är beroende av ”{id}”, som är pausat",
    "finding.journey-blocked.ask": "Hitta en annan väg, eller pausa tills det går vidare: depends_on eller pauses",
    "finding.trial-no-lesson.unlearned.message": "testet ”{title}” slutade {ended} utan lärdom",
    "finding.trial-no-lesson.unlearned.ask": "Skriv vad det lärde er, också om det misslyckades: learned",
    "finding.trial-no-lesson.unended.message": "uppdraget tog slut {ended}, men inte testet ”{title}”",
    "finding.trial-no-lesson.unended.ask": "Skriv när det slutade och vad det lärde er: ended, learned",
    "finding.trial-no-lesson.stopped.message": "stoppades {stopped} utan lärdom",
    "finding.trial-no-lesson.stopped.ask": "Skriv vad ni lärde er: stopped, learned",
    "finding.trial-no-lesson.completed.message": (
        "avslutades {completed} efter {days} på första steget, utan att något test har gett en lärdom"
    ),
    "finding.trial-no-lesson.completed.ask": "Skriv vad testerna lärde er: trials, learned",
    "finding.trial-running-long.message": (
        "testet ”{title}” har pågått i {days}, sedan {started}; riktvärdet för första steget är {limit}"
    ),
    "finding.trial-running-long.ask": "Avsluta det, och skriv vad det lärde er: ended: {as_of}, learned",
    "finding.department-untouched.message": "{name} har inte startat något uppdrag",
    "finding.department-untouched.ask": "Fråga vilken liten sak de skulle vilja testa först",
    "finding.department-only-explores.message": (
        "{name} har tränat ({rounds}, det första testet slutade {first}), men inget av uppdragen har gått vidare från första steget"
    ),
    "finding.department-only-explores.ask": "Välj det test som gick bäst, och visa nyttan: journey: step: benefits",
    "finding.department-no-roadmap.trained.message": (
        "{name} har tränat ({rounds}) och visat nytta senast {ready}, men saknar färdplan"
    ),
    "finding.department-no-roadmap.visited.message": (
        "{name} har varit på väg uppför trappan i {days}, sedan {entered}, men saknar färdplan"
    ),
    "finding.department-no-roadmap.ask": (
        "Gör en första färdplan tillsammans, med ägare, väntad nytta och tid: roadmap i något av uppdragen"
    ),
    "finding.department-short-roadmap.message": "färdplanen för {name} tar slut {until}",
    "finding.department-short-roadmap.ask": "Gör nästa del tillsammans: roadmap",
    "finding.accepted-stale.expired.message": "{rule} var godtagen till och med {until}",
    "finding.accepted-stale.expired.ask": "Åtgärda luckan, eller besluta på nytt: until",
    "finding.accepted-stale.no-item.message": "{rule} är godtagen för ”{item}”, som inte finns",
    "finding.accepted-stale.no-item.ask": "Rätta item, eller ta bort posten",
    "finding.file-ignored.message": "{path} är inte en YAML-fil, och ingen rapport läser den",
    "finding.file-ignored.ask": "Flytta ut den ur assignments/, eller låt namnet sluta på .yaml",
    "rule.text-cut": "Text som klipps av, eller med typografiska citattecken",
    "rule.journey-stale": "Fil som inte har uppdaterats",
    "rule.journey-stuck": "Längre i steget än riktvärdet",
    "rule.journey-paused-long": "Lång paus",
    "rule.journey-unproven": "Steg utan underlag",
    "rule.journey-return-unexplained": "Steg tillbaka utan förklaring",
    "rule.journey-not-together": "Ingen från verksamheten är med",
    "rule.journey-no-goal": "Bidrar inte till något mål",
    "rule.journey-outside-mandate": "Utanför mandatet",
    "rule.journey-not-shown": "Nytta som inte har visats för ledningen",
    "rule.journey-blocked": "Väntar på ett annat uppdrag",
    "rule.trial-no-lesson": "Test utan lärdom",
    "rule.trial-running-long": "Test som inte tar slut",
    "rule.department-untouched": "Förvaltning som inte har börjat",
    "rule.department-only-explores": "Förvaltning som bara testar",
    "rule.department-no-roadmap": "Förvaltning som har tränat men saknar färdplan",
    "rule.department-short-roadmap": "Färdplan som snart tar slut",
    "rule.accepted-stale": "Godtagande som inte längre gäller",
    "rule.file-ignored": "Fil som inte läses",
}
