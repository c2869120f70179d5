"""Gaps: what the journey, the benefits, the roadmaps and the programme lack, in Swedish."""

TEXTS: dict[str, str] = {
    "finding.benefit-missing.message": "har stått på ”{step}” i {days} utan att någon nytta är angiven",
    "finding.benefit-missing.ask": "Fråga verksamheten vad som blir bättre, och för vem, och skriv ner det: benefits: - {{id: …, title: …}}",
    "finding.benefit-no-owner.message": "nyttan ”{title}” saknar ägare i linjen",
    "finding.benefit-no-owner.ask": "Skriv vilken chef som ska hämta hem nyttan: owner: …",
    "finding.benefit-no-kind.message": "det framgår inte vilket slags nytta ”{title}” är",
    "finding.benefit-no-kind.ask": "Ange hur den kan hämtas hem: kind: cash, capacity, avoidance eller quality",
    "finding.benefit-no-measure.message": "nyttan ”{title}” har inget mått",
    "finding.benefit-no-measure.ask": "Bestäm en sak att mäta, och i vilken enhet: measure: {{what: …, unit: …}}",
    "finding.benefit-owner-is-lead.message": "nyttan ”{title}” ägs av {owner}, som också leder uppdraget",
    "finding.benefit-owner-is-lead.ask": "Låt nyttan ägas av den chef som har verksamheten kvar när uppdraget är avslutat: owner: …",
    "finding.benefit-no-baseline.live.message": "är i ordinarie drift, men nyttan ”{title}” saknar utgångsvärde",
    "finding.benefit-no-baseline.live.ask": "Ta reda på hur det var före starten, ur äldre uppgifter eller som en uppskattning: baseline: {{value: …, date: …, how: estimated}}",
    "finding.benefit-no-baseline.step.message": "nyttan ”{title}” saknar utgångsvärde",
    "finding.benefit-no-baseline.step.ask": "Mät hur det är i dag, innan något ändras: baseline: {{value: …, date: {as_of}}}",
    "finding.benefit-late-baseline.message": (
        "utgångsvärdet för ”{title}” är från {baseline}, efter starten i ordinarie drift {live}"
    ),
    "finding.benefit-late-baseline.ask": "Leta upp ett värde från tiden före starten, om det finns något: baseline: {{value: …, date: …}}",
    "finding.benefit-baseline-estimated.message": "utgångsvärdet för ”{title}” är uppskattat",
    "finding.benefit-baseline-estimated.ask": "Mät det om det fortfarande går, och ange det: how: measured",
    "finding.benefit-no-target.absent.message": "nyttan ”{title}” saknar målvärde",
    "finding.benefit-no-target.absent.ask": "Kom överens med ägaren om hur långt ni ska nå, och när: target: {{value: …, by: …}}",
    "finding.benefit-no-target.no-day.message": "målvärdet för ”{title}” saknar datum",
    "finding.benefit-no-target.no-day.ask": "Kom överens med ägaren om när målvärdet ska vara nått: by: …",
    "finding.benefit-no-realisation.message": "det framgår inte hur ”{title}” ska hämtas hem",
    "finding.benefit-no-realisation.ask": "Bestäm vad tiden eller pengarna ska gå till, eller vad som ska bli annorlunda: realisation: …",
    "finding.benefit-no-worth.message": "nyttan ”{title}” ({kind}) är inte värderad i pengar",
    "finding.benefit-no-worth.ask": "Be ekonomen sätta ett värde på en enhet av måttet: worth: {{per_unit: …, basis: …}}",
    "finding.benefit-not-measured.message": "”{title}” har inte mätts på {days}, sedan {since}",
    "finding.benefit-not-measured.ask": "Gör en första mätning, även om den inte visar någon skillnad: measurements: - {{value: …, date: {as_of}}}",
    "finding.benefit-measure-overdue.message": (
        "”{title}” mättes senast {measured}, för {days} sedan; det ska gå högst {every} mellan mätningarna"
    ),
    "finding.benefit-measure-overdue.ask": "Mät igen och lägg till en rad: measurements: - {{value: …, date: {as_of}}}",
    "finding.benefit-not-followed-up.measured.message": (
        "”{title}” är hemtagen men har inte mätts sedan {latest}, för {days} sedan"
    ),
    "finding.benefit-not-followed-up.unmeasured.message": (
        "”{title}” hämtades hem {latest}, för {days} sedan, men har inte mätts"
    ),
    "finding.benefit-not-followed-up.ask": "Mät en gång till om nyttan håller i sig: measurements: - {{value: …, date: {as_of}}}",
    "finding.benefit-worse.share.message": "”{title}” har blivit sämre än från början: från {baseline} till {value}",
    "finding.benefit-worse.level.message": "”{title}” skulle vara {level}, och är nu {value}",
    "finding.benefit-worse.ask": "Ta reda på varför tillsammans med ägaren, ändra det som går eller stoppa, och mät igen: measurements: - {{value: …, date: {as_of}}}",
    "finding.benefit-missed.message": "”{title}” skulle ha nått målet {by}, men har kommit {realised} av vägen",
    "finding.benefit-missed.ask": "Ta upp det med ägaren: mät på nytt, gör det som fattas eller besluta om ett annat målvärde: target: {{value: …, by: …}}",
    "finding.benefit-behind.message": (
        "”{title}” hade vid mätningen kommit {realised} av vägen till målet; enligt planen skulle det vara {planned}"
    ),
    "finding.benefit-behind.ask": "Ta upp det i styrgruppen: gör mer, eller besluta om ett annat målvärde: target: {{value: …, by: …}}",
    "finding.benefit-cash-not-booked.budget.message": (
        "”{title}” hade {home} kommit {realised} av vägen till målet, men besparingen är inte inarbetad i ”{document}”, beslutad {adopted}"
    ),
    "finding.benefit-cash-not-booked.year.message": (
        "”{title}” hade {home}, för {days} sedan, kommit {realised} av vägen till målet, men besparingen är inte inarbetad i någon beslutad budget"
    ),
    "finding.benefit-cash-not-booked.ask": "Justera budgetramen, och skriv beloppet och det beslutade dokument där det står: taken_home: - {{from: …, amount: …, document: …}}",
    "finding.benefit-capacity-unused.message": (
        "”{title}” hade {home}, för {days} sedan, kommit {realised} av vägen till målet, men den frigjorda tiden har ingen bestämd användning"
    ),
    "finding.benefit-capacity-unused.ask": "Bestäm vad tiden används till, och skriv ner det: taken_home: - {{from: {as_of}, how: …}}",
    "finding.benefit-below-cost.message": (
        "kostar {cost}, mer än vad alla nyttor tillsammans skulle ge om de nådde sina målvärden"
    ),
    "finding.benefit-below-cost.ask": "Fråga ägarna om det är värt det: gör det billigare, hitta mer nytta eller stoppa: costs: {{per_year: …}}",
    "finding.benefit-looks-shared.message": (
        "nyttan ”{title}” har samma mått och samma utgångsvärde som ”{whole}”: det ser ut som en och samma nytta, räknad två gånger"
    ),
    "finding.benefit-looks-shared.ask": "Skriv i måttet vad som skiljer dem, eller räkna den bara i det andra uppdraget: part_of: {whole}",
    "rule.benefit-missing": "Uppdrag utan nytta",
    "rule.benefit-no-owner": "Nytta utan ägare i linjen",
    "rule.benefit-no-kind": "Nytta utan angivet slag",
    "rule.benefit-no-measure": "Nytta utan mått",
    "rule.benefit-owner-is-lead": "Nytta som ägs av den som leder uppdraget",
    "rule.benefit-no-baseline": "Nytta utan utgångsvärde",
    "rule.benefit-late-baseline": "Utgångsvärde från tiden efter starten",
    "rule.benefit-baseline-estimated": "Uppskattat utgångsvärde",
    "rule.benefit-no-target": "Nytta utan målvärde eller datum för det",
    "rule.benefit-no-realisation": "Nytta utan plan för hur den hämtas hem",
    "rule.benefit-no-worth": "Nytta som inte är värderad i pengar",
    "rule.benefit-not-measured": "Nytta som aldrig har mätts",
    "rule.benefit-measure-overdue": "Mätning som har uteblivit",
    "rule.benefit-not-followed-up": "Hemtagen nytta som inte har följts upp",
    "rule.benefit-worse": "Nytta som har blivit sämre",
    "rule.benefit-missed": "Nytta som inte nådde målet i tid",
    "rule.benefit-behind": "Nytta som ligger efter planen",
    "rule.benefit-cash-not-booked": "Besparing som inte är inarbetad i budget",
    "rule.benefit-capacity-unused": "Frigjord tid utan bestämd användning",
    "rule.benefit-below-cost": "Kostar mer än det kan ge",
    "rule.benefit-looks-shared": "Nytta som tycks räknas två gånger",
    "finding.text-cut.comment.message": "texten i {key} tar slut där ” #” börjar en kommentar",
    "finding.text-cut.comment.ask": "Sätt citattecken runt texten, eller skriv ett mellanslag efter # om en kommentar avses",
    "finding.text-cut.quotes.message": "de typografiska citattecknen runt {key} blir en del av texten",
    "finding.text-cut.quotes.ask": "Skriv texten utan citattecken, eller med raka",
    "finding.journey-stale.message": "inget nytt har skrivits på {days}, sedan {touched}",
    "finding.journey-stale.ask": "Skriv vad som har hänt, eller bekräfta att uppgifterna stämmer: reviewed: {as_of}",
    "finding.journey-stuck.message": "{days} på steget ”{step}”; riktvärdet är {limit}",
    "finding.journey-stuck.ask": "Gå vidare eller tillbaka, annars pausa eller stoppa: journey: - {{step: …, entered: {as_of}}}",
    "finding.journey-paused-long.message": "pausat i {days}, sedan {since}",
    "finding.journey-paused-long.ask": "Ta upp det igen, eller stoppa med det ni lärt er: to: {as_of} eller stopped: {{date: {as_of}, why: …, learned: …}}",
    "finding.journey-unproven.explore.message": "står på ”{current}”, men inget avslutat test har en lärdom",
    "finding.journey-unproven.explore.ask": "Skriv ner vad ett test har lärt er: learned: …",
    "finding.journey-unproven.benefits.message": (
        "står på ”{current}”, men ingen nytta har ägare, utgångsvärde, målvärde och mätning"
    ),
    "finding.journey-unproven.benefits.ask": "Mät en nytta som någon äger: owner: … och measurements: - {{value: …, date: {as_of}}}",
    "finding.journey-unproven.roadmap.message": (
        "står på ”{current}”, men ingen punkt i färdplanen har ägare, förväntad nytta och tid"
    ),
    "finding.journey-unproven.roadmap.ask": "Skapa färdplanen tillsammans med verksamheten: roadmap: - {{id: …, title: …, owner: …, expects: …, from: …}}",
    "finding.journey-return-unexplained.message": "gick tillbaka från ”{before}” till ”{step}” utan att skälet är angivet",
    "finding.journey-return-unexplained.ask": "Skriv varför: att gå tillbaka är ofta klokt, och andra lär av det: why: …",
    "finding.journey-not-together.nobody.message": "ingen från verksamheten är med",
    "finding.journey-not-together.lead.message": "ingen mer än {lead}, som leder uppdraget, är med",
    "finding.journey-not-together.ask": "Hitta dem som gör arbetet i dag, och testa med dem: together: […]",
    "finding.journey-no-goal.message": "står på ”{step}” och bidrar inte till något mål",
    "finding.journey-no-goal.ask": "Ange målet det bidrar till, eller fråga om det ska fortsätta: goals: […]",
    "finding.journey-outside-mandate.before.message": "startade {started}, före programmets mandat, {limit}",
    "finding.journey-outside-mandate.after.message": (
        "startade {started}, efter att programmets mandat hade gått ut, {limit}"
    ),
    "finding.journey-outside-mandate.ask": "Begär att mandatet utökas, eller rätta datumet: started: …",
    "finding.journey-not-shown.never.message": (
        "nyttan mättes första gången {measured}, för {days} sedan, men har aldrig visats för ledningen"
    ),
    "finding.journey-not-shown.long-ago.message": "nyttan visades senast för ledningen {shown}, för {days} sedan",
    "finding.journey-not-shown.ask": "Visa den, och skriv datum och forum: shown: - {{date: {as_of}, forum: …}}",
    "finding.journey-blocked.stopped.message": "är beroende av ”{id}”, som är stoppat",
    "finding.journey-blocked.paused.message": "är beroende av ”{id}”, som är pausat",
    "finding.journey-blocked.ask": "Hitta en annan väg, eller pausa tills det går vidare: pauses: - {{from: {as_of}, why: …}}",
    "finding.trial-no-lesson.unlearned.message": "testet ”{title}” avslutades {ended}, men lärdom saknas",
    "finding.trial-no-lesson.unlearned.ask": "Skriv ner vad det lärde er, också om det misslyckades: learned: …",
    "finding.trial-no-lesson.unended.message": "uppdraget avslutades {ended}, men testet ”{title}” saknar slutdatum",
    "finding.trial-no-lesson.unended.ask": "Skriv när det avslutades och vad det lärde er: ended: … och learned: …",
    "finding.trial-no-lesson.stopped.message": "stoppades {stopped}, men lärdom saknas",
    "finding.trial-no-lesson.stopped.ask": "Skriv ner vad ni lärde er, under stopped: learned: …",
    "finding.trial-no-lesson.completed.message": (
        "avslutades {completed} efter {days} på första steget, utan att något test har gett en lärdom"
    ),
    "finding.trial-no-lesson.completed.ask": "Skriv ner vad testerna lärde er, vid vart och ett: learned: …",
    "finding.trial-running-long.message": (
        "testet ”{title}” har pågått i {days}, sedan {started}; riktvärdet för första steget är {limit}"
    ),
    "finding.trial-running-long.ask": "Avsluta det, och skriv ner vad det lärde er: ended: {as_of} och learned: …",
    "finding.department-untouched.message": "{name} har inte startat något uppdrag",
    "finding.department-untouched.ask": "Fråga vilken liten sak de skulle vilja testa först, och lägg upp den som en egen fil: title: …",
    "finding.department-only-explores.message": (
        "{name} har tränat ({rounds}, det första testet avslutades {first}), men inget av uppdragen har gått vidare från första steget"
    ),
    "finding.department-only-explores.ask": "Välj det test som gick bäst, och visa nyttan: journey: - {{step: benefits, entered: {as_of}}}",
    "finding.department-no-roadmap.trained.message": (
        "{name} har tränat ({rounds}) och visat nytta senast {ready}, men saknar färdplan"
    ),
    "finding.department-no-roadmap.visited.message": (
        "{name} har varit på väg uppför trappan i {days}, sedan {entered}, men saknar färdplan"
    ),
    "finding.department-no-roadmap.ask": "Skapa en första färdplan tillsammans, i något av uppdragen: roadmap: - {{id: …, title: …, owner: …, expects: …, from: …}}",
    "finding.department-short-roadmap.message": "färdplanen för {name} tar slut {until}",
    "finding.department-short-roadmap.ask": "Skapa nästa del tillsammans: roadmap: - {{id: …, title: …, owner: …, expects: …, from: …}}",
    "finding.department-ended.none.message": "{name} upphörde {ended} utan att bli någon annan förvaltning",
    "finding.department-ended.none.ask": "Avsluta uppdraget, completed: {as_of}, eller skriv vilken förvaltning som gör resan nu: department: …",
    "finding.department-ended.several.message": "{name} upphörde {ended} och blev flera förvaltningar",
    "finding.department-ended.several.ask": "Skriv vilken uppdraget följer med till, {heirs}: department: {first}",
    "finding.accepted-stale.expired.message": "{rule} var godtagen till och med {until}",
    "finding.accepted-stale.expired.ask": "Åtgärda luckan, eller besluta på nytt: until: …",
    "finding.accepted-stale.no-item.message": "{rule} är godtagen för ”{item}”, som inte finns",
    "finding.accepted-stale.no-item.ask": "Rätta item, eller ta bort posten: item: …",
    "finding.file-ignored.message": "{path} är ingen YAML-fil, och den läses inte av någon rapport",
    "finding.file-ignored.ask": "Flytta ut den ur assignments/, eller låt namnet sluta på .yaml",
    "rule.text-cut": "Text som klipps av, eller med typografiska citattecken",
    "rule.journey-stale": "Fil som inte har uppdaterats",
    "rule.journey-stuck": "Längre på steget än riktvärdet",
    "rule.journey-paused-long": "Lång paus",
    "rule.journey-unproven": "Steg utan underlag",
    "rule.journey-return-unexplained": "Steg tillbaka utan förklaring",
    "rule.journey-not-together": "Ingen från verksamheten är med",
    "rule.journey-no-goal": "Bidrar inte till något mål",
    "rule.journey-outside-mandate": "Utanför mandatet",
    "rule.journey-not-shown": "Nytta som inte har visats för ledningen",
    "rule.journey-blocked": "Väntar på ett annat uppdrag",
    "rule.trial-no-lesson": "Test utan lärdom",
    "rule.trial-running-long": "Test som aldrig avslutas",
    "rule.department-untouched": "Förvaltning som inte har börjat",
    "rule.department-only-explores": "Förvaltning som bara testar",
    "rule.department-no-roadmap": "Förvaltning som har tränat men saknar färdplan",
    "rule.department-short-roadmap": "Färdplan som snart tar slut",
    "rule.department-ended": "Förvaltning som har upphört",
    "rule.accepted-stale": "Godtagande som inte längre gäller",
    "rule.file-ignored": "Fil som inte läses",
    "finding.roadmap-no-owner.message": "punkten ”{title}” i färdplanen saknar ägare",
    "finding.roadmap-no-owner.ask": "Skriv vilken chef i linjen som vill få den genomförd: owner: …",
    "finding.roadmap-no-benefit.message": "punkten ”{title}” i färdplanen säger inte vilken nytta som väntas",
    "finding.roadmap-no-benefit.ask": "Skriv vad den är till för, vilket slags nytta och vad den är värd per år: expects: {{kind: …, per_year: …, what: …}}",
    "finding.roadmap-no-lesson.message": "punkten ”{title}” i färdplanen bygger inte på något test",
    "finding.roadmap-no-lesson.ask": "Ange vilket test den bygger på, eller testa i liten skala först: based_on: […]",
    "finding.roadmap-no-goal.message": "punkten ”{title}” i färdplanen bidrar inte till något mål",
    "finding.roadmap-no-goal.ask": "Ange målet den bidrar till, eller fråga om den ska göras: goals: […]",
    "finding.roadmap-overdue.message": "punkten ”{title}” i färdplanen skulle ha varit klar {last}, för {days} sedan",
    "finding.roadmap-overdue.ask": "Skriv att den är klar eller struken, eller ge den en ny tid: done: {as_of}, dropped: {{date: {as_of}, why: …}} eller to: …",
    "finding.roadmap-late-start.message": (
        "punkten ”{title}” i färdplanen skulle ha börjat {from}, men har inte gjort det {days} efter den tiden"
    ),
    "finding.roadmap-late-start.ask": "Skriv att den har börjat, eller ge den en ny tid: started: {as_of} eller from: …",
    "finding.roadmap-not-anchored.none.message": (
        "punkten ”{title}” i färdplanen börjar {first}, men finns inte i någon verksamhetsplan"
    ),
    "finding.roadmap-not-anchored.other-department.message": (
        "punkten ”{title}” i färdplanen börjar {first}, men finns bara i andra förvaltningars planer"
    ),
    "finding.roadmap-not-anchored.decided.message": (
        "punkten ”{title}” i färdplanen finns inte i någon verksamhetsplan, och ”{document}” beslutades {adopted} utan den"
    ),
    "finding.roadmap-not-anchored.ask": "Arbeta in punkten i förvaltningens nästa verksamhetsplan: anchored_in: […]",
    "finding.roadmap-weak-anchor.draft.message": (
        "punkten ”{title}” i färdplanen vilar på ”{document}”, som inte är beslutad men behövs {day}"
    ),
    "finding.roadmap-weak-anchor.draft.ask": "Få planen beslutad, eller ge punkten en senare tid: adopted: … i program.yaml, eller from: …",
    "finding.roadmap-weak-anchor.not-in-force.message": (
        "punkten ”{title}” i färdplanen vilar på ”{document}”, som inte gäller {day}"
    ),
    "finding.roadmap-weak-anchor.not-in-force.ask": "Arbeta in punkten i en plan som gäller när den ska göras: anchored_in: […]",
    "finding.roadmap-idea-forgotten.message": (
        "idén ”{title}” finns i en fil som ingen har rört på {days}, sedan {touched}"
    ),
    "finding.roadmap-idea-forgotten.ask": "Ge den en tid, stryk den eller bekräfta att uppgifterna stämmer: from: …, dropped: {{date: {as_of}, why: …}} eller reviewed: {as_of}",
    "rule.roadmap-no-owner": "Punkt i färdplanen utan ägare",
    "rule.roadmap-no-benefit": "Punkt i färdplanen utan förväntad nytta",
    "rule.roadmap-no-lesson": "Punkt i färdplanen som inte bygger på något test",
    "rule.roadmap-no-goal": "Punkt i färdplanen som inte bidrar till något mål",
    "rule.roadmap-overdue": "Punkt i färdplanen som skulle ha varit klar",
    "rule.roadmap-late-start": "Punkt i färdplanen som inte har börjat i tid",
    "rule.roadmap-not-anchored": "Punkt i färdplanen utan stöd i verksamhetsplan",
    "rule.roadmap-weak-anchor": "Punkt i färdplanen som står i en plan som inte är beslutad eller inte gäller",
    "rule.roadmap-idea-forgotten": "Idé som ingen har sett över på ett år",
    "finding.program-over-capacity.message": (
        "{open} pågår samtidigt, och fler än {limit} gjorde det redan för {days} sedan; programmet klarar {limit}"
    ),
    "finding.program-over-capacity.ask": "Avsluta eller stoppa några innan fler startas, eller höj taket för programmet: at_once: …",
    "finding.program-lead-overloaded.message": "{lead} leder {open} samtidigt; en uppdragsledare klarar {limit}",
    "finding.program-lead-overloaded.ask": "Låt någon annan leda några av dem, eller avsluta dem som ingen skulle starta i dag: lead: …",
    "finding.program-goal-unserved.message": (
        "inget pågående uppdrag och ingen punkt i någon färdplan bidrar till målet ”{title}”"
    ),
    "finding.program-goal-unserved.ask": "Fråga vilken förvaltning som kan testa något i den riktningen, och ange målet där, eller ta bort det ur programmet: goals: […]",
    "finding.program-never-stops.message": "{ended} har avslutats det senaste året, och inget av dem stoppades",
    "finding.program-never-stops.ask": "Fråga vilka pågående uppdrag ingen skulle starta i dag, och stoppa dem med det ni lärt er: stopped: {{date: {as_of}, why: …, learned: …}}",
    "finding.enabling-enables-nothing.message": "inget pågående uppdrag är beroende av det",
    "finding.enabling-enables-nothing.ask": "Skriv det i de uppdrag som behöver det, eller fråga om det ska fortsätta: depends_on: […]",
    "rule.program-over-capacity": "Fler uppdrag samtidigt än programmet klarar",
    "rule.program-lead-overloaded": "Uppdragsledare med för många uppdrag",
    "rule.program-goal-unserved": "Mål som ingen bidrar till",
    "rule.program-never-stops": "Inget stoppas någonsin",
    "rule.enabling-enables-nothing": "Förutsättningsskapande uppdrag som ingen behöver",
}
