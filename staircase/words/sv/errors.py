"""Errors: what is wrong with a file as text, in its fields, its references and its dates, and the way out, in Swedish."""

_KINDS = {
    "department": "ingen förvaltning",
    "goal": "inget mål",
    "document": "inget dokument",
    "assignment": "inget uppdrag",
    "trial": "inget test",
    "benefit": "ingen nytta",
    "rule": "ingen regel",
}

TEXTS: dict[str, str] = {
    "finding.reference-unknown.ask": "Ange något som finns, {correction}, eller lägg till det i program.yaml: {entry}",
    "finding.reference-unknown.assignment.ask": "Ange ett uppdrag som finns, med filens namn utan .yaml: {correction}",
    "finding.reference-unknown.trial.ask": "Ange ett test i den här filen, eller annat-uppdrag/test: {correction}",
    "finding.reference-unknown.benefit.ask": "Ange en nytta i ett annat uppdrag, annat-uppdrag/dess-id: {correction}",
    "finding.reference-unknown.benefit-stopped.message": "”{name}” räknas ingenstans: uppdraget stoppades {stopped}",
    "finding.reference-unknown.benefit-stopped.ask": "Räkna den här: flytta hit mätningarna, och ta bort raden part_of: {name}",
    "finding.reference-unknown.typographic.message": "”{name}” börjar med det typografiska citattecknet {sign}",
    "finding.reference-unknown.typographic.ask": "Skriv utan citattecken: {correction}",
    "finding.reference-unknown.rule.ask": "Skriv ett namn ur listan som staircase rule visar, som i {correction}",
    "finding.reference-cycle.message": "beroendena går i ring: {ring}",
    "finding.reference-cycle.ask": "Ta bort ett av beroendena, till exempel här: {correction}",
    "finding.reference-cycle.part.message": "nyttorna är delar av varandra och räknas ingenstans: {ring}",
    "finding.reference-cycle.part.ask": "Ta bort raden där nyttan ska räknas, till exempel här: part_of: {whole}",
    "finding.reference-cycle.became.message": "förvaltningarna har blivit varandra i en ring: {ring}",
    "finding.reference-cycle.became.ask": "Skriv vad som kom efter den, inte vad den kom ur: {correction}",
    "finding.date-order.before.message": "{day} ligger före {key}, {other}",
    "finding.date-order.before.ask": "Skriv {field}: {limit} eller senare, eller ett tidigare datum för {key}",
    "finding.date-order.after-ending.message": "{day} ligger efter uppdragets slutdatum, {end}",
    "finding.date-order.after-ending.ask": "Skriv {field}: {limit} eller tidigare, eller ett senare datum för {ending}",
    "finding.date-order.visit-not-after.message": "steget från {day} kommer inte efter det föregående, {other}",
    "finding.date-order.visit-not-after.ask": "Skriv stegen i datumordning, högst ett om dagen: entered: {next} eller senare",
    "finding.date-order.same-step.message": "steget är detsamma som det föregående: {step}",
    "finding.date-order.same-step.ask": "Ta bort ett av dem, eller skriv steget som kom emellan: - {{step: …, entered: …}}",
    "finding.date-order.from-after-to.message": "slutet, {to}, ligger före början, {from}",
    "finding.date-order.from-after-to.ask": "Skriv to: {from} eller senare, eller from: {to} eller tidigare",
    "finding.date-order.overlapping-pauses.message": "pausen från {day} överlappar pausen från {other}",
    "finding.date-order.overlapping-pauses.ask": "Rätta datumen, eller skriv pauserna som en enda: {correction}",
    "finding.date-order.measured-twice.message": "det finns redan en mätning av nyttan {day}",
    "finding.date-order.measured-twice.ask": "Behåll en av de två, eller skriv rätt datum: date: …",
    "finding.date-order.decided-twice.message": "två poster i was säger vad {key} var till och med {day}",
    "finding.date-order.decided-twice.ask": "Behåll en av dem, eller skriv rätt sista dag: until: …",
    "finding.date-in-future.message": "{day} ligger framåt i tiden, men här skrivs bara det som har hänt (i dag är det {today})",
    "finding.date-in-future.ask": "Skriv det när det har hänt, eller rätta datumet: {field}: {today} eller tidigare",
    "finding.benefit-flat-target.message": "målvärdet är detsamma som utgångsvärdet, {value}",
    "finding.benefit-flat-target.ask": "Skriv det värde som ska nås, {correction}, eller att nivån ska hållas: keep: at-least",
    "rule.reference-unknown": "Hänvisning till något som inte finns",
    "rule.reference-cycle": "Beroenden som går i ring",
    "rule.date-order": "Datum i fel ordning",
    "rule.date-in-future": "Händelse daterad framåt i tiden",
    "rule.benefit-flat-target": "Målvärde lika med utgångsvärdet",
    "finding.unread": "{message} ({unread})",
    "finding.file-unreadable.link.message": "filen är en länk, och länkar följs inte",
    "finding.file-unreadable.link.ask": "Ersätt länken med själva filen",
    "finding.file-unreadable.not-regular.message": "det här är ingen vanlig fil",
    "finding.file-unreadable.not-regular.ask": "Flytta ut den ur assignments/, eller ersätt den med en fil",
    "finding.file-unreadable.no-permission.message": "behörighet att läsa filen saknas",
    "finding.file-unreadable.no-permission.ask": "Se till att du har behörighet att läsa den",
    "finding.file-unreadable.too-large.message": "filen är större än 1 MiB",
    "finding.file-unreadable.too-large.ask": "Flytta det som inte hör hemma i den någon annanstans och länka dit: links: [{url: https://example.org}]",
    "finding.file-unreadable.vanished.message": "filen försvann när den skulle läsas",
    "finding.file-unreadable.vanished.ask": "Kör kommandot igen",
    "finding.file-unreadable.failed.message": "filen kunde inte läsas",
    "finding.file-unreadable.failed.ask": "Kontrollera att disken och filen är hela",
    "finding.file-name.not-an-id.message": "filens namn ”{id}” är inte ett giltigt id",
    "finding.file-name.not-an-id.ask": "Byt namn, med bara a–z, 0–9 och enkla bindestreck, högst 64 tecken: {correction}",
    "finding.file-name.twice.message": "id:t ”{id}” är redan upptaget av {other}",
    "finding.file-name.twice.ask": "Byt namn på en av de två filerna, till exempel till {correction}",
    "finding.field-unknown.blank.message": "nyckeln ”{key}” innehåller {sign}, som ser ut som ett mellanslag eller som ingenting",
    "finding.field-unknown.blank.ask": "Ta bort det, och skriv ett vanligt mellanslag där det behövs: {correction}",
    "finding.field-unknown.decimal-comma.message": "”{key}” står som en nyckel utan värde: troligen är det decimalerna efter ett decimalkomma",
    "finding.field-unknown.decimal-comma.ask": "Skriv decimalpunkt: {correction}",
    "finding.field-unknown.thousands-or-decimals.message": (
        "”{key}” står som en nyckel utan värde: troligen hör siffrorna till talet före kommat"
    ),
    "finding.field-unknown.thousands-or-decimals.ask": "Skriv {thousands} eller {decimals}, det som menas",
    "finding.field-unknown.thousands.message": (
        "”{key}” står som en nyckel utan värde: troligen hör siffrorna till talet före kommat"
    ),
    "finding.field-unknown.thousands.ask": "Skriv ihop siffrorna: {correction}",
    "finding.field-unknown.no-key.message": (
        "”{key}” står som en nyckel utan värde: troligen är det ett värde vars nyckel saknas"
    ),
    "finding.field-unknown.no-key.ask": "Skriv nyckeln som det hör till, eller ta bort det: {correction}",
    "finding.field-unknown.comma.message": (
        "”{key}” står som en nyckel utan värde: troligen har ett komma utan citattecken klippt av texten före"
    ),
    "finding.field-unknown.comma.ask": "Sätt citattecken runt texten, eller skriv den på egna rader: {correction}",
    "finding.field-unknown.nearest.message": "formatet har ingen nyckel ”{key}”: menade du {nearest}?",
    "finding.field-unknown.nearest.ask": "Skriv {correction}, eller för en egen nyckel {own}",
    "finding.field-unknown.not-in-was.message": "”{key}” kan inte stå i was, där bara det som beslutas står",
    "finding.field-unknown.not-in-was.ask": "Låt det stå där det stod, och skriv det som var beslutat; välj {keys}: {correction}",
    "finding.field-unknown.earlier.message": "{key} hör till en tidigare version och heter nu {successor}",
    "finding.field-unknown.earlier.ask": "Skriv den nya nyckeln; handboken säger vad den betyder: {successor}: …",
    "finding.field-unknown.keys.message": "formatet har ingen nyckel ”{key}” här",
    "finding.field-unknown.keys.ask": "Välj {keys}, eller skriv en egen nyckel: {own}",
    "finding.field-missing.empty.message": "filen är tom",
    "finding.field-missing.empty.ask": (
        "Fem rader räcker till att börja med:\n"
        "title: Nyckelfri hemtjänst\n"
        "department: vard-omsorg\n"
        "lead: Programmet för digitalisering\n"
        "started: {today}\n"
        "together: [undersköterska, enhetschef]"
    ),
    "finding.field-missing.empty-program.message": "filen är tom",
    "finding.field-missing.empty-program.ask": (
        "Fem rader räcker till att börja med:\n"
        "format: 1\n"
        "name: Programmet för digitalisering\n"
        "organisation: Exempelkommun\n"
        "language: sv\n"
        "departments: [{{id: vard-omsorg, name: Vård och omsorg}}]"
    ),
    "finding.field-missing.message": "{key} saknas",
    "finding.field-missing.ask": "Skriv en rad som {line}",
    "finding.field-invalid.not-a-mapping.message": "{key} ska innehålla nycklar med värden",
    "finding.field-invalid.not-a-mapping.ask": "Skriv nycklar med värden, på egna rader eller inom klammerparenteser: {correction}",
    "finding.field-invalid.not-a-list.message": "{key} ska vara en lista",
    "finding.field-invalid.not-a-list.ask": "Skriv värdena inom hakparenteser med komma mellan: {correction}",
    "finding.field-invalid.not-entries.message": "{key} ska vara en lista med poster som har egna nycklar",
    "finding.field-invalid.not-entries.ask": "Börja varje post med ett bindestreck och ett mellanslag: {correction}",
    "finding.field-invalid.list-sign.message": "tecknet {sign} inleder inte en punkt i en lista i YAML",
    "finding.field-invalid.list-sign.ask": "Skriv ett vanligt bindestreck och ett mellanslag: {correction}",
    "finding.field-invalid.list-for-value.message": "{key} ska vara ett enda värde, inte en lista",
    "finding.field-invalid.list-for-value.ask": "Skriv ett värde efter kolonet: {correction}",
    "finding.field-invalid.not-a-scalar.message": "{key} ska vara ett enda värde",
    "finding.field-invalid.not-a-scalar.ask": "Skriv ett värde efter kolonet, med citattecken om det har kolon i sig: {correction}",
    "finding.field-invalid.item-not-a-mapping.message": "en post i {key} ska innehålla nycklar med värden",
    "finding.field-invalid.item-not-a-mapping.ask": "Skriv nycklar med värden efter bindestrecket: {correction}",
    "finding.field-invalid.item-not-a-scalar.message": "en post i {key} ska vara ett enda värde",
    "finding.field-invalid.item-not-a-scalar.ask": "Skriv ett värde efter bindestrecket, med citattecken om det har kolon i sig: {correction}",
    "finding.field-invalid.blank.message": "{key} innehåller {sign}, som ser ut som ett mellanslag eller som ingenting",
    "finding.field-invalid.blank.ask": "Ta bort det, och skriv ett vanligt mellanslag där det behövs: {correction}",
    "finding.field-invalid.empty-item.message": "en post i {key} är tom",
    "finding.field-invalid.empty-item.ask": "Skriv något efter bindestrecket, eller ta bort raden: {correction}",
    "finding.field-invalid.empty.message": "{key} är tom",
    "finding.field-invalid.empty.ask": "Skriv något, eller ta bort nyckeln: {correction}",
    "finding.field-invalid.too-long.message": "{key} har {length} tecken men får ha högst {most}",
    "finding.field-invalid.too-long.ask": "Korta ner texten, eller flytta detaljerna och länka dit",
    "finding.field-invalid.one-line.message": "{key} ska vara en rad",
    "finding.field-invalid.one-line.ask": "Skriv texten på en rad: {correction}",
    "finding.field-invalid.choice.message": "{key} kan inte vara ”{value}”",
    "finding.field-invalid.choice.ask": "Välj {choices}, som i {correction}",
    "finding.field-invalid.choice-nearest.message": "{key} kan inte vara ”{value}”: menade du {nearest}?",
    "finding.field-invalid.choice-nearest.ask": "Välj {choices}: {correction}",
    "finding.field-invalid.not-an-id.message": "”{value}” är inte ett giltigt id",
    "finding.field-invalid.not-an-id.ask": "Använd bara a–z, 0–9 och enkla bindestreck: {correction}",
    "finding.field-invalid.id-too-long.message": "id:t ”{value}” är längre än 64 tecken",
    "finding.field-invalid.id-too-long.ask": "Korta ner det: {correction}",
    "finding.field-invalid.not-a-currency.message": "{key} ska vara en valuta med tre bokstäver, inte ”{value}”",
    "finding.field-invalid.not-a-currency.ask": "Skriv valutans kod: {key}: SEK",
    "finding.field-invalid.no-such-date.message": "datumet finns inte: {value}",
    "finding.field-invalid.no-such-date.ask": "Skriv en dag som finns i kalendern, från 1970 till 2200: {correction}",
    "finding.field-invalid.no-such-month.message": "månaden finns inte: {value}",
    "finding.field-invalid.no-such-month.ask": "Skriv en månad från 01 till 12, ett år från 1970 till 2200: {correction}",
    "finding.field-invalid.no-such-period.message": "perioden finns inte: {value}",
    "finding.field-invalid.no-such-period.ask": (
        "Skriv ett kvartal Q1 till Q4, ett tertial T1 till T3, ett halvår H1 eller H2, eller ett år, från 1970 till 2200: {correction}"
    ),
    "finding.field-invalid.date-in-other-form.message": "{key} har ett datum i en annan form: {value}",
    "finding.field-invalid.date-in-other-form.ask": "Skriv år, månad, dag: {correction}",
    "finding.field-invalid.dash.message": "{key} har tecknet {sign} där ett bindestreck ska stå: {value}",
    "finding.field-invalid.dash.ask": "Skriv med tangentbordets bindestreck: {correction}",
    "finding.field-invalid.minus-sign.message": "{key} har tecknet {sign} i stället för minus: {value}",
    "finding.field-invalid.minus-sign.ask": "Skriv minus som -, tangentbordets bindestreck: {correction}",
    "finding.field-invalid.typographic.message": "{key} börjar med det typografiska citattecknet {sign}: {value}",
    "finding.field-invalid.typographic.ask": "Skriv utan citattecken: {correction}",
    "finding.field-invalid.not-a-date.message": "{key} ska vara ett datum, inte ”{value}”",
    "finding.field-invalid.not-a-date.ask": "Skriv år, månad, dag: {correction}",
    "finding.field-invalid.not-a-day-or-month.message": "{key} ska vara ett datum eller en månad, inte ”{value}”",
    "finding.field-invalid.not-a-day-or-month.ask": "Skriv år, månad, dag, eller bara månaden om dagen inte är känd: {correction}",
    "finding.field-invalid.month-for-day.message": "{key} ska vara en dag, och ”{value}” är en månad",
    "finding.field-invalid.month-for-day.ask": "Skriv dagen också: {correction}",
    "finding.field-invalid.not-a-period.message": (
        "{key} ska vara ett datum, en månad, ett kvartal, ett tertial, ett halvår eller ett år, inte ”{value}”"
    ),
    "finding.field-invalid.not-a-period.ask": "Skriv som 2026-11-24, 2026-11, 2026-Q4, 2026-T3, 2026-H2 eller 2026: {correction}",
    "finding.field-invalid.decimal-comma.message": "{key} har decimalkomma: {value}",
    "finding.field-invalid.decimal-comma.ask": "Skriv decimalpunkt: {correction}",
    "finding.field-invalid.thousands-or-decimals.message": "{key} kan vara {thousands} eller {decimals}: {value} kan läsas som båda",
    "finding.field-invalid.thousands-or-decimals.ask": "Skriv {key}: {thousands} eller {key}: {decimals}, det som menas",
    "finding.field-invalid.number-with-blanks.message": "{key} har avskiljare mellan siffrorna: {value}",
    "finding.field-invalid.number-with-blanks.ask": "Skriv ihop siffrorna: {correction}",
    "finding.field-invalid.not-a-number.message": "{key} ska vara ett tal, inte ”{value}”",
    "finding.field-invalid.not-a-number.ask": (
        "Skriv bara siffror, med decimalpunkt om det behövs, utan enhet: {correction}"
    ),
    "finding.field-invalid.number-too-long.message": "{key} har fler siffror än ett tal kan ha",
    "finding.field-invalid.number-too-long.ask": "Skriv talet med färre siffror: {correction}",
    "finding.field-invalid.number-too-large.message": "{key} är större än 1 000 000 000 000 000: {value}",
    "finding.field-invalid.number-too-large.ask": "Kontrollera att talet och enheten stämmer: {correction}",
    "finding.field-invalid.negative.message": "{key} är negativt: {value}",
    "finding.field-invalid.negative.ask": "Skriv beloppet utan minustecken; att något har blivit sämre syns i mätningarna: {correction}",
    "finding.field-invalid.not-whole.message": "{key} ska vara ett heltal, inte {value}",
    "finding.field-invalid.not-whole.ask": "Skriv talet utan decimaler: {correction}",
    "finding.field-invalid.not-from-0.message": "{key} ska vara från 0 till 100000, inte {value}",
    "finding.field-invalid.not-from-0.ask": "Skriv ett heltal från 0 till 100000, som i {key}: 90",
    "finding.field-invalid.not-from-1.message": "{key} ska vara från 1 till 100000, inte {value}",
    "finding.field-invalid.not-from-1.ask": "Skriv ett heltal från 1 till 100000, som i {key}: 90",
    "finding.field-invalid.not-a-share.message": "{key} ska vara en andel från 0 till 1, inte {value}",
    "finding.field-invalid.not-a-share.ask": "Skriv en del av ett, tio procent som 0.10: {correction}",
    "finding.field-invalid.not-enabling.message": (
        "ett förutsättningsskapande uppdrag kan inte ha {key}: det drivs vid sidan av trappan"
    ),
    "finding.field-invalid.not-enabling.ask": "Ta bort {key}, eller skriv kind: assignment",
    "finding.field-invalid.both-endings.message": "uppdraget är både avslutat och stoppat",
    "finding.field-invalid.both-endings.ask": "Behåll det som stämmer, completed: {completed} eller stopped: {{date: …, why: …}}",
    "finding.field-invalid.repeated-id.message": "id:t ”{id}” används redan på rad {line}",
    "finding.field-invalid.repeated-id.ask": "Ge det ena ett annat id, till exempel id: {other}",
    "finding.field-invalid.repeated-value.message": "”{id}” står redan i listan, på rad {line}",
    "finding.field-invalid.repeated-value.ask": "Behåll en av dem: {correction}",
    "finding.field-invalid.became-without-to.message": "en förvaltning kan inte ha blivit en annan utan att ha upphört",
    "finding.field-invalid.became-without-to.ask": "Ta bort became, eller skriv också dess sista dag: to: 2026-12-31",
    "finding.field-invalid.keep-cash.message": "en nivå att hålla kan inte vara pengar: en nivå som hålls sänker ingen budget",
    "finding.field-invalid.keep-cash.ask": "Skriv ett annat slag, eller ett målvärde att nå, utan keep: kind: quality",
    "finding.field-invalid.to-without-from.message": "”{item}” har to men saknar from",
    "finding.field-invalid.to-without-from.ask": "Skriv också när den börjar, eller ta bort to: from: 2027-Q1",
    "finding.field-invalid.nothing-before.message": "posten i was säger till och med när, men inte vad som stod där förut",
    "finding.field-invalid.nothing-before.ask": "Skriv det gamla värdet av det som har beslutats på nytt, eller ta bort posten, som i {correction}",
    "finding.field-invalid.error-rule.message": "{rule} är ett fel, och fel kan inte höjas, sänkas eller stängas av",
    "finding.field-invalid.error-rule.ask": "Ta bort raden",
    "finding.field-invalid.error-accepted.message": "{rule} är ett fel, och fel kan inte godtas",
    "finding.field-invalid.error-accepted.ask": "Ta bort posten och rätta felet",
    "finding.field-invalid.never-accepted.message": "{rule} kan inte godtas, bara åtgärdas",
    "finding.field-invalid.never-accepted.ask": "Ta bort posten; program.yaml kan stänga av regeln: rules: {{{rule}: off}}",
    "rule.file-unreadable": "Fil som inte kan läsas",
    "rule.file-syntax": "Inte YAML",
    "rule.file-not-plain": "Inte enkel YAML",
    "rule.file-duplicate-key": "Samma nyckel två gånger",
    "rule.file-name": "Filnamn som inte är ett id",
    "line.title": "title: Nyckelfri hemtjänst",
    "line.benefits.title": "title: Färre timmar i bil",
    "line.department": "department: vard-omsorg",
    "line.lead": "lead: Programmet för digitalisering",
    "line.started": "started: {today}",
    "line.id": "id: restid",
    "line.step": "step: benefits",
    "line.entered": "entered: {today}",
    "line.from": "from: {today}",
    "line.what": "what: körtid",
    "line.unit": "unit: timmar/år",
    "line.value": "value: 5200",
    "line.date": "date: {today}",
    "line.per_unit": "per_unit: 450",
    "line.why": "why: behovet finns inte längre",
    "line.kind": "kind: capacity",
    "line.rule": "rule: benefit-measure-overdue",
    "line.until": "until: 2027-01-31",
    "line.url": "url: https://example.org/plan",
    "line.format": "format: 1",
    "line.name": "name: Programmet för digitalisering",
    "line.departments.name": "name: Vård och omsorg",
    "line.organisation": "organisation: Exempelkommun",
    "line.departments": "departments: [{{id: vard-omsorg, name: Vård och omsorg}}]",
    "rule.field-unknown": "Okänd nyckel",
    "rule.field-missing": "Nyckel som saknas",
    "rule.field-invalid": "Ogiltigt värde",
    "finding.field-invalid.more.message": "det finns {count} fel till i filen",
    "finding.field-invalid.more.ask": "Rätta felen ovan först och kontrollera igen",
    "finding.file-unreadable.utf16.message": "filen är sparad som UTF-16, inte som UTF-8",
    "finding.file-unreadable.utf16.ask": ("Spara den på nytt som UTF-8; i Anteckningar: Spara som, Kodning"),
    "finding.file-unreadable.cp1252.message": (
        "filen är inte UTF-8: byte {byte} på rad {line} ser ut som Windows egen teckenkodning (cp1252)"
    ),
    "finding.file-unreadable.cp1252.ask": "Spara den på nytt som UTF-8, inte som ANSI",
    "finding.file-unreadable.not-utf8.message": ("filen är inte UTF-8: byte {byte} på rad {line} kan inte läsas"),
    "finding.file-unreadable.not-utf8.ask": (
        "Spara den på nytt som UTF-8, eller ta bort den om den inte är en textfil"
    ),
    "finding.file-syntax.merge-markers.message": (
        "filen innehåller en oavslutad sammanslagning av ”{ours}” och ”{theirs}”"
    ),
    "finding.file-syntax.merge-markers.ask": (
        "Behåll det som ska gälla, båda delarna om båda stämmer, och ta bort raderna med <<<<<<<, ======= och >>>>>>>"
    ),
    "finding.file-syntax.typographic-quote.message": (
        "det typografiska citattecknet {sign} avgränsar inte text i YAML"
    ),
    "finding.file-syntax.typographic-quote.ask": "Skriv raka citattecken runt texten: {correction}",
    "finding.file-syntax.unclosed-quote.message": "citattecknet {sign} som öppnas här stängs aldrig",
    "finding.file-syntax.unclosed-quote.ask": "Skriv {sign} även i slutet av texten, eller ta bort båda: {correction}",
    "finding.file-syntax.quote-inside-quote.message": ("citattecknet {sign} avslutar texten här, men raden fortsätter"),
    "finding.file-syntax.quote-inside-quote.ask": "Sätt den andra sortens citattecken runt hela texten: {correction}",
    "finding.file-syntax.tab.message": "raden är indragen med en tabb; YAML godtar bara mellanslag",
    "finding.file-syntax.tab.ask": "Byt tabben mot två mellanslag för varje nivå",
    "finding.file-syntax.no-break-space.message": (
        "det som ser ut som ett mellanslag här är {sign} (till exempel ett hårt blanksteg), och YAML tar det för text"
    ),
    "finding.file-syntax.no-break-space.ask": "Ta bort det och skriv ett vanligt mellanslag: {correction}",
    "finding.file-syntax.colon-in-text.message": (
        "texten har ett kolon följt av mellanslag, och YAML tar den för en nyckel"
    ),
    "finding.file-syntax.colon-in-text.ask": "Sätt citattecken runt hela texten: {correction}",
    "finding.file-syntax.outdented-item.message": "punkten står inte under de andra i sin lista",
    "finding.file-syntax.outdented-item.ask": ("Dra in den lika långt som de andra punkterna, under listans nyckel"),
    "finding.file-syntax.open-brace.message": "klammerparentesen {sign} som öppnas här stängs inte",
    "finding.file-syntax.open-brace.ask": "Skriv {closing} efter det sista värdet, eller en nyckel per rad, indragen under: {correction}",
    "finding.file-syntax.open-bracket.message": "hakparentesen {sign} som öppnas här stängs inte",
    "finding.file-syntax.open-bracket.ask": "Skriv {closing} efter det sista värdet, eller ett värde per rad efter ett bindestreck: {correction}",
    "finding.file-syntax.bracket-content.message": "det som står inom parenteserna kan inte läsas från och med här",
    "finding.file-syntax.bracket-content.ask": (
        "Sätt komma mellan delarna och citattecken runt texter som innehåller specialtecken, eller skriv en del per rad"
    ),
    "finding.file-syntax.missing-comma.message": "här saknas ett kommatecken mellan två poster",
    "finding.file-syntax.missing-comma.ask": "Skriv ett kommatecken efter posten: {correction}",
    "finding.file-syntax.missing-hyphen.message": "posten i listan saknar bindestreck",
    "finding.file-syntax.missing-hyphen.ask": "Skriv ett bindestreck och ett mellanslag före den, som före de andra posterna: {correction}",
    "finding.field-unknown.no-colon.message": "”{key}” står som en nyckel utan värde: troligen saknas ett kolon och ett mellanslag efter {nearest}",
    "finding.field-unknown.no-colon.ask": "Skriv ett kolon och ett mellanslag efter nyckeln: {correction}",
    "finding.field-invalid.slipped-text.message": "raden inleder en ny post i {key} men har troligen hamnat utanför texten ovanför",
    "finding.field-invalid.slipped-text.ask": "Dra in den lika långt som resten av texten",
    "finding.file-syntax.mixed-brackets.message": "{sign} ska stängas med {closing}, men här står en annan parentes",
    "finding.file-syntax.mixed-brackets.ask": "Skriv {closing} här: {correction}",
    "finding.file-syntax.extra-comma.message": "här står ett kommatecken för mycket",
    "finding.file-syntax.extra-comma.ask": "Ta bort det: {correction}",
    "finding.file-syntax.extra-bracket.message": "{sign} stänger inget som är öppet",
    "finding.file-syntax.extra-bracket.ask": "Ta bort tecknet: {correction}",
    "finding.file-syntax.outdented-text.message": "raden har hamnat utanför texten ovanför",
    "finding.file-syntax.outdented-text.ask": "Dra in den lika långt som resten av texten",
    "finding.file-syntax.indicator-start.message": "texten börjar med {sign}, som har en egen betydelse i YAML",
    "finding.file-syntax.indicator-start.ask": "Sätt citattecken runt hela texten: {correction}",
    "finding.file-syntax.missing-space.message": "det saknas ett mellanslag efter {sign}",
    "finding.file-syntax.missing-space.ask": "Skriv ett mellanslag efter {sign}: {correction}",
    "finding.file-syntax.list-sign.message": "tecknet {sign} inleder inte en punkt i en lista i YAML",
    "finding.file-syntax.list-sign.ask": "Skriv ett vanligt bindestreck och ett mellanslag: {correction}",
    "finding.file-syntax.loose-text.message": ("raden är varken en nyckel med ett värde eller en punkt i en lista"),
    "finding.file-syntax.loose-text.ask": (
        "Dra in den om den fortsätter raden ovanför; skriv den annars som nyckel: värde"
    ),
    "finding.file-syntax.indentation.message": "radens indrag passar inte ihop med raderna ovanför",
    "finding.file-syntax.indentation.ask": ("Låt den börja i samma kolumn som de andra nycklarna i sin grupp"),
    "finding.file-syntax.escape.message": ("omvänt snedstreck inleder ett tecken som YAML inte känner till"),
    "finding.file-syntax.escape.ask": "Sätt ' runt texten i stället för \", eller skriv två omvända snedstreck: {correction}",
    "finding.file-syntax.forbidden-character.message": (
        "filen innehåller styrtecknet {sign}, här det första av {times}"
    ),
    "finding.file-syntax.forbidden-character.ask": ("Ta bort det; det syns inte, men redigerarens sökning hittar det"),
    "finding.file-syntax.other.message": "filen kan inte läsas som YAML härifrån",
    "finding.file-syntax.other.ask": (
        "Se över den här raden och de närmast ovanför: citattecken, parenteser, kolon, indrag"
    ),
    "finding.file-not-plain.second-document.message": ("här börjar ett andra dokument; resten av filen har inte lästs"),
    "finding.file-not-plain.second-document.ask": "Ta bort raden, eller flytta det som följer till en egen fil",
    "finding.file-not-plain.anchor.message": "ankaret ”{name}” är YAML, men inte formatets enkla YAML",
    "finding.file-not-plain.anchor.ask": ("Ta bort det, eller sätt citattecken runt texten om det hör till den"),
    "finding.file-not-plain.alias.message": ("aliaset ”{name}” pekar på ett annat värde; sådant finns inte i formatet"),
    "finding.file-not-plain.alias.ask": ("Skriv själva värdet, eller sätt citattecken runt texten om den börjar med *"),
    "finding.file-not-plain.tag.message": "taggen ”{name}” är YAML, men inte formatets enkla YAML",
    "finding.file-not-plain.tag.ask": ("Ta bort den, eller sätt citattecken runt texten om den hör dit"),
    "finding.file-not-plain.merge-key.message": ("sammanslagningsnyckeln << är YAML, men inte formatets enkla YAML"),
    "finding.file-not-plain.merge-key.ask": "Skriv själva nycklarna och värdena",
    "finding.file-not-plain.key-not-text.message": "här står en lista eller grupp där en nyckel väntas",
    "finding.file-not-plain.key-not-text.ask": ("Skriv nyckeln som text; sätt citattecken runt text med parenteser i"),
    "finding.file-not-plain.key-null.message": "här står ett värde utan nyckel",
    "finding.file-not-plain.key-null.ask": "Skriv nyckeln före kolonet",
    "finding.file-not-plain.too-deep.message": (
        "listor och grupper står inuti varandra i mer än {limit} nivåer; resten av filen har inte lästs"
    ),
    "finding.file-not-plain.too-deep.ask": "Skriv det med färre nivåer",
    "finding.file-not-plain.directive.message": ("raden börjar med %, vilket gör den till en instruktion för YAML"),
    "finding.file-not-plain.directive.ask": "Ta bort raden",
    "finding.file-not-plain.control-character.message": "ett omvänt snedstreck i texten ger styrtecknet {sign}",
    "finding.file-not-plain.control-character.ask": "Sätt ' runt texten i stället för \", eller skriv två omvända snedstreck",
    "finding.file-not-plain.line-break.message": (
        "filen innehåller den främmande radbrytningen {sign}, här den första av {times}; "
        "då räknar redigerare och YAML rader olika"
    ),
    "finding.file-not-plain.line-break.ask": "Byt den mot en vanlig radbrytning",
    "finding.file-not-plain.byte-order-mark.message": (
        "ett byteordningsmärke ({sign}) står mitt i filen, här det första av {times}"
    ),
    "finding.file-not-plain.byte-order-mark.ask": ("Ta bort det; det syns inte och kommer av att filer har lagts ihop"),
    "finding.file-not-plain.more.message": "det finns {count} fel till i filen",
    "finding.file-not-plain.more.ask": "Rätta felen ovan först och kontrollera igen",
    "finding.file-duplicate-key.message": "nyckeln ”{key}” står två gånger: här och på rad {first}",
    "finding.file-duplicate-key.ask": "Behåll en av dem",
}
for _kind, _none in _KINDS.items():
    _key = f"finding.reference-unknown.{_kind}"
    TEXTS[f"{_key}.message"] = f"det finns {_none} ”{{name}}”"
    TEXTS[f"{_key}-nearest.message"] = f"det finns {_none} ”{{name}}”: menade du {{nearest}}?"
    if _kind not in {"rule", "trial", "benefit"}:
        TEXTS[f"{_key}-named.message"] = "”{name}” är ett namn: {nearest} är id:t för ”{other}”"
        TEXTS[f"{_key}-named.ask"] = "Skriv id:t: {correction}"
    if _kind != "rule":  # there are too many to list
        TEXTS[f"{_key}-choices.message"] = f"det finns {_none} ”{{name}}”: välj {{choices}}"
    TEXTS[f"{_key}-nearest.ask"] = "Skriv {correction}"
    for _variant in ("-choices",):
        if f"{_key}.ask" in TEXTS and f"{_key}{_variant}.message" in TEXTS:
            TEXTS[f"{_key}{_variant}.ask"] = TEXTS[f"{_key}.ask"]
