"""Gaps of benefits, in Swedish."""

TEXTS: dict[str, str] = {
    "finding.benefit-missing.message": "har stått på ”{step}” i {days} utan att någon nytta är angiven",
    "finding.benefit-missing.ask": "Fråga verksamheten vad som blir bättre, och för vem, och skriv ner det: benefits",
    "finding.benefit-no-owner.message": "nyttan ”{title}” saknar ägare i linjen",
    "finding.benefit-no-owner.ask": "Skriv vilken chef som ska hämta hem nyttan: owner",
    "finding.benefit-no-kind.message": "det framgår inte vilket slags nytta ”{title}” är",
    "finding.benefit-no-kind.ask": "Ange hur den kan hämtas hem, cash, capacity, avoidance eller quality: kind",
    "finding.benefit-no-measure.message": "nyttan ”{title}” har inget mått",
    "finding.benefit-no-measure.ask": "Bestäm en sak att mäta, och i vilken enhet: measure",
    "finding.benefit-owner-is-lead.message": "nyttan ”{title}” ägs av {owner}, som också leder uppdraget",
    "finding.benefit-owner-is-lead.ask": (
        "Låt den chef äga nyttan som har kvar verksamheten när uppdraget är slut: owner"
    ),
    "finding.benefit-no-baseline.live.message": "är i ordinarie drift, men nyttan ”{title}” saknar utgångsvärde",
    "finding.benefit-no-baseline.live.ask": (
        "Ta reda på hur det var före starten, ur gamla uppgifter eller som en uppskattning: baseline"
    ),
    "finding.benefit-no-baseline.step.message": "nyttan ”{title}” saknar utgångsvärde",
    "finding.benefit-no-baseline.step.ask": "Mät hur det är i dag, innan något ändras: baseline",
    "finding.benefit-late-baseline.message": (
        "utgångsvärdet för ”{title}” är från {baseline}, efter starten i ordinarie drift {live}"
    ),
    "finding.benefit-late-baseline.ask": "Leta upp ett värde från tiden före starten, om det finns något: baseline",
    "finding.benefit-baseline-estimated.message": "utgångsvärdet för ”{title}” är uppskattat",
    "finding.benefit-baseline-estimated.ask": "Mät det om det fortfarande går, och skriv measured: how",
    "finding.benefit-no-target.absent.message": "nyttan ”{title}” saknar målvärde",
    "finding.benefit-no-target.absent.ask": "Kom överens med ägaren om hur långt ni ska nå, och när: target",
    "finding.benefit-no-target.no-day.message": "målvärdet för ”{title}” saknar datum",
    "finding.benefit-no-target.no-day.ask": "Kom överens med ägaren om när målet ska vara nått: by",
    "finding.benefit-no-realisation.message": "det framgår inte hur ”{title}” ska hämtas hem",
    "finding.benefit-no-realisation.ask": (
        "Bestäm vad tiden eller pengarna ska gå till, eller vad som ska bli annorlunda: realisation"
    ),
    "finding.benefit-no-worth.message": "nyttan ”{title}” ({kind}) är inte värderad i pengar",
    "finding.benefit-no-worth.ask": "Be ekonomen sätta ett värde på en enhet av måttet: worth",
    "finding.benefit-not-measured.message": "”{title}” har inte mätts på {days}, sedan {since}",
    "finding.benefit-not-measured.ask": (
        "Gör en första mätning, även om den inte visar någon skillnad: measurements: date: {as_of}"
    ),
    "finding.benefit-measure-overdue.message": (
        "”{title}” mättes senast {measured}, för {days} sedan; det ska gå högst {every} mellan mätningarna"
    ),
    "finding.benefit-measure-overdue.ask": "Mät igen och lägg till en rad: measurements: date: {as_of}",
    "finding.benefit-not-followed-up.measured.message": (
        "”{title}” är hemtagen men har inte mätts sedan {latest}, för {days} sedan"
    ),
    "finding.benefit-not-followed-up.unmeasured.message": (
        "”{title}” hämtades hem {latest}, för {days} sedan, men har inte mätts"
    ),
    "finding.benefit-not-followed-up.ask": "Mät en gång till om den håller i sig: measurements: date: {as_of}",
    "finding.benefit-worse.message": "”{title}” har blivit sämre än från början: från {baseline} till {value}",
    "finding.benefit-worse.ask": (
        "Ta reda på varför tillsammans med ägaren, och gå tillbaka, ändra eller stoppa: journey eller stopped"
    ),
    "finding.benefit-missed.message": "”{title}” skulle ha nått målet {by}, men har kommit {realised} av vägen",
    "finding.benefit-missed.ask": (
        "Ta upp det med ägaren: mät på nytt, gör det som fattas eller besluta om ett annat mål: target"
    ),
    "finding.benefit-behind.message": (
        "”{title}” hade vid mätningen kommit {realised} av vägen till målet; enligt planen skulle det vara {planned}"
    ),
    "finding.benefit-behind.ask": "Ta upp det i styrgruppen: gör mer, eller besluta om ett annat mål: target",
    "finding.benefit-cash-not-booked.budget.message": (
        "”{title}” hade {home} kommit {realised} av vägen till målet, men besparingen är inte inarbetad i ”{document}”, beslutad {adopted}"
    ),
    "finding.benefit-cash-not-booked.year.message": (
        "”{title}” hade {home}, för {days} sedan, kommit {realised} av vägen till målet, men besparingen är inte inarbetad i någon beslutad budget"
    ),
    "finding.benefit-cash-not-booked.ask": (
        "Justera budgetramen, och skriv beloppet och det beslutade dokument där det står: taken_home"
    ),
    "finding.benefit-capacity-unused.message": (
        "”{title}” hade {home}, för {days} sedan, kommit {realised} av vägen till målet, men den frigjorda tiden har inte tagits i bruk"
    ),
    "finding.benefit-capacity-unused.ask": (
        "Bestäm vad tiden används till, och skriv ner det: taken_home: from: {as_of}, how"
    ),
    "finding.benefit-below-cost.message": (
        "kostar {cost}, mer än vad alla nyttor tillsammans skulle ge om de nådde sina mål"
    ),
    "finding.benefit-below-cost.ask": (
        "Fråga ägarna om det är värt det: gör det billigare, hitta mer nytta eller stoppa: costs, benefits eller stopped"
    ),
    "rule.benefit-missing": "Uppdrag utan nytta",
    "rule.benefit-no-owner": "Nytta utan ägare i linjen",
    "rule.benefit-no-kind": "Nytta utan angivet slag",
    "rule.benefit-no-measure": "Nytta utan mått",
    "rule.benefit-owner-is-lead": "Nytta som ägs av den som leder uppdraget",
    "rule.benefit-no-baseline": "Nytta utan utgångsvärde",
    "rule.benefit-late-baseline": "Utgångsvärde från tiden efter starten",
    "rule.benefit-baseline-estimated": "Uppskattat utgångsvärde",
    "rule.benefit-no-target": "Nytta utan mål eller måldatum",
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
}
