"""What is wrong with a file or a field, in Swedish."""

TEXTS: dict[str, str] = {
    "finding.unread": "{message} ({unread})",
    "finding.file-unreadable.link.message": "filen är en länk, och länkar följs inte",
    "finding.file-unreadable.link.ask": "Ersätt länken med själva filen",
    "finding.file-unreadable.not-regular.message": "det här är inte en vanlig fil",
    "finding.file-unreadable.not-regular.ask": "Flytta ut den ur assignments/, eller ersätt den med en fil",
    "finding.file-unreadable.no-permission.message": "behörighet att läsa filen saknas",
    "finding.file-unreadable.no-permission.ask": "Ge dig själv behörighet att läsa den",
    "finding.file-unreadable.too-large.message": "filen är större än 1 MiB",
    "finding.file-unreadable.too-large.ask": "Flytta det som inte hör hemma i den någon annanstans och länka dit: links",
    "finding.file-unreadable.vanished.message": "filen försvann när den skulle läsas",
    "finding.file-unreadable.vanished.ask": "Kör kommandot igen",
    "finding.file-unreadable.failed.message": "filen kunde inte läsas",
    "finding.file-unreadable.failed.ask": "Se efter om disken och filen är hela",
    "finding.file-name.not-an-id.message": "filens namn ”{id}” är inte ett giltigt id",
    "finding.file-name.not-an-id.ask": (
        "Byt namn med bara a–z, 0–9 och enkla bindestreck, högst 64 tecken, som i nyckelfri-hemtjanst.yaml"
    ),
    "finding.file-name.twice.message": "id:t ”{id}” är redan upptaget av {other}",
    "finding.file-name.twice.ask": "Byt namn på en av de två filerna",
    "finding.field-unknown.blank.message": "nyckeln ”{key}” innehåller {sign}, som ser ut som ett mellanslag eller som ingenting",
    "finding.field-unknown.blank.ask": "Ta bort det, och skriv ett vanligt mellanslag där det behövs",
    "finding.field-unknown.decimal-comma.message": "”{key}” står som en nyckel utan värde: troligen är det decimalerna efter ett decimalkomma",
    "finding.field-unknown.decimal-comma.ask": "Skriv decimalpunkt, som i 7.5",
    "finding.field-unknown.comma.message": (
        "”{key}” står som en nyckel utan värde: troligen har ett komma utan citattecken klippt av texten före"
    ),
    "finding.field-unknown.comma.ask": 'Sätt citattecken runt texten, "så, här", eller skriv den på egna rader',
    "finding.field-unknown.nearest.message": "formatet har ingen nyckel ”{key}”: menade du {nearest}?",
    "finding.field-unknown.nearest.ask": "Skriv {nearest}, eller x-{key} för en egen nyckel",
    "finding.field-unknown.keys.message": "formatet har ingen nyckel ”{key}” här",
    "finding.field-unknown.keys.ask": "Välj {keys}; en egen nyckel börjar med x-",
    "finding.field-missing.empty.message": "filen är tom",
    "finding.field-missing.empty.ask": (
        "Fem rader räcker till att börja med:\n"
        "title: Nyckelfri hemtjänst\n"
        "department: vard-omsorg\n"
        "lead: Programmet för digitalisering\n"
        "started: 2026-11-24\n"
        "together: [undersköterska, enhetschef]"
    ),
    "finding.field-missing.empty-program.message": "filen är tom",
    "finding.field-missing.empty-program.ask": (
        "Fem rader räcker till att börja med:\n"
        "format: 1\n"
        "name: Programmet för digitalisering\n"
        "organisation: Exempelkommun\n"
        "language: sv\n"
        "departments: [{id: vard-omsorg, name: Vård och omsorg}]"
    ),
    "finding.field-missing.message": "{key} saknas",
    "finding.field-missing.ask": "Lägg till {key}",
    "finding.field-invalid.not-a-mapping.message": "{key} ska innehålla nycklar med värden",
    "finding.field-invalid.not-a-mapping.ask": "Skriv nycklarna indragna under, var och en som nyckel: värde",
    "finding.field-invalid.not-a-list.message": "{key} ska vara en lista",
    "finding.field-invalid.not-a-list.ask": "Skriv varje post på en egen rad som börjar med bindestreck och blanksteg",
    "finding.field-invalid.not-a-scalar.message": "{key} ska vara ett enda värde",
    "finding.field-invalid.not-a-scalar.ask": "Skriv ett värde efter kolonet; sätt citattecken runt text med kolon i",
    "finding.field-invalid.item-not-a-mapping.message": "en post i {key} ska innehålla nycklar med värden",
    "finding.field-invalid.item-not-a-mapping.ask": "Skriv nycklarna efter bindestrecket och under det, var och en som nyckel: värde",
    "finding.field-invalid.item-not-a-scalar.message": "en post i {key} ska vara ett enda värde",
    "finding.field-invalid.item-not-a-scalar.ask": "Skriv ett värde efter bindestrecket; sätt citattecken runt text med kolon i",
    "finding.field-invalid.blank.message": "{key} innehåller {sign}, som ser ut som ett mellanslag eller som ingenting",
    "finding.field-invalid.blank.ask": "Ta bort det, och skriv ett vanligt mellanslag där det behövs",
    "finding.field-invalid.empty-item.message": "en post i {key} är tom",
    "finding.field-invalid.empty-item.ask": "Skriv något efter bindestrecket, eller ta bort raden",
    "finding.field-invalid.empty.message": "{key} är tom text",
    "finding.field-invalid.empty.ask": "Skriv något, eller ta bort nyckeln",
    "finding.field-invalid.too-long.message": "{key} har {length} tecken; {most} är det mesta",
    "finding.field-invalid.too-long.ask": "Korta ner texten, eller flytta detaljerna och länka dit",
    "finding.field-invalid.one-line.message": "{key} ska vara en rad",
    "finding.field-invalid.one-line.ask": "Skriv texten på en rad",
    "finding.field-invalid.choice.message": "{key} kan inte vara ”{value}”",
    "finding.field-invalid.choice.ask": "Välj {choices}",
    "finding.field-invalid.choice-nearest.message": "{key} kan inte vara ”{value}”: menade du {nearest}?",
    "finding.field-invalid.choice-nearest.ask": "Välj {choices}",
    "finding.field-invalid.not-an-id.message": "”{value}” är inte ett giltigt id",
    "finding.field-invalid.not-an-id.ask": "Använd bara a–z, 0–9 och enkla bindestreck, som i restid-natt",
    "finding.field-invalid.id-too-long.message": "id:t ”{value}” är längre än 64 tecken",
    "finding.field-invalid.id-too-long.ask": "Korta ner det",
    "finding.field-invalid.not-a-currency.message": "{key} ska vara en valuta med tre bokstäver, inte ”{value}”",
    "finding.field-invalid.not-a-currency.ask": "Skriv valutans kod, som SEK",
    "finding.field-invalid.no-such-date.message": "datumet finns inte: {value}",
    "finding.field-invalid.no-such-date.ask": "Skriv en dag som finns i kalendern, från 1970 till 2200",
    "finding.field-invalid.date-in-other-form.message": "{key} har ett datum i en annan form: {value}",
    "finding.field-invalid.date-in-other-form.ask": "Skriv år, månad, dag, som i 2026-11-24",
    "finding.field-invalid.not-a-date.message": "{key} ska vara ett datum, inte ”{value}”",
    "finding.field-invalid.not-a-date.ask": "Skriv år, månad, dag, som i 2026-11-24",
    "finding.field-invalid.not-a-period.message": (
        "{key} ska vara ett datum, en månad, ett kvartal eller ett år, inte ”{value}”"
    ),
    "finding.field-invalid.not-a-period.ask": "Skriv 2026-11-24, 2026-11, 2026-Q4 eller 2026",
    "finding.field-invalid.decimal-comma.message": "{key} har decimalkomma: {value}",
    "finding.field-invalid.decimal-comma.ask": "Skriv decimalpunkt, som i 7.5",
    "finding.field-invalid.number-with-blanks.message": "{key} har avskiljare mellan siffrorna: {value}",
    "finding.field-invalid.number-with-blanks.ask": "Skriv ihop siffrorna, som i 420000",
    "finding.field-invalid.not-a-number.message": "{key} ska vara ett tal, inte ”{value}”",
    "finding.field-invalid.not-a-number.ask": (
        "Skriv bara siffror, med decimalpunkt om det behövs; enheten har en egen nyckel"
    ),
    "finding.field-invalid.number-too-long.message": "{key} har fler siffror än ett tal kan ha",
    "finding.field-invalid.number-too-long.ask": "Skriv talet med färre siffror",
    "finding.field-invalid.number-too-large.message": "{key} är större än 1 000 000 000 000 000: {value}",
    "finding.field-invalid.number-too-large.ask": "Se efter om talet och enheten stämmer",
    "finding.field-invalid.negative.message": "{key} är negativt: {value}",
    "finding.field-invalid.negative.ask": "Skriv beloppet utan minustecken; att något har blivit sämre syns i mätningarna",
    "finding.field-invalid.not-whole.message": "{key} ska vara ett heltal, inte {value}",
    "finding.field-invalid.not-whole.ask": "Skriv talet utan decimaler",
    "finding.field-invalid.not-from-0.message": "{key} ska vara från 0 till 100000, inte {value}",
    "finding.field-invalid.not-from-0.ask": "Skriv ett heltal från 0 till 100000",
    "finding.field-invalid.not-from-1.message": "{key} ska vara från 1 till 100000, inte {value}",
    "finding.field-invalid.not-from-1.ask": "Skriv ett heltal från 1 till 100000",
    "finding.field-invalid.not-a-share.message": "{key} ska vara en andel från 0 till 1, inte {value}",
    "finding.field-invalid.not-a-share.ask": "Skriv tio procent som 0.10",
    "finding.field-invalid.not-enabling.message": (
        "ett möjliggörande uppdrag kan inte ha {key}: det löper vid sidan av trappan"
    ),
    "finding.field-invalid.not-enabling.ask": "Ta bort {key}, eller ta bort kind: enabling",
    "finding.field-invalid.both-endings.message": "uppdraget är både avslutat och stoppat",
    "finding.field-invalid.both-endings.ask": "Behåll det som stämmer, completed eller stopped",
    "finding.field-invalid.repeated-id.message": "id:t ”{id}” används redan på rad {line}",
    "finding.field-invalid.repeated-id.ask": "Ge den ena ett annat id",
    "finding.field-invalid.to-without-from.message": "”{item}” har to men inget from",
    "finding.field-invalid.to-without-from.ask": "Lägg till from, eller ta bort to",
    "finding.field-invalid.error-rule.message": "{rule} är ett fel, och fel kan inte höjas, sänkas eller stängas av",
    "finding.field-invalid.error-rule.ask": "Ta bort raden",
    "finding.field-invalid.error-accepted.message": "{rule} är ett fel, och fel kan inte godtas",
    "finding.field-invalid.error-accepted.ask": "Ta bort posten och rätta felet",
    "finding.field-invalid.never-accepted.message": "{rule} kan inte godtas, bara åtgärdas",
    "finding.field-invalid.never-accepted.ask": "Ta bort posten; program.yaml kan stänga av regeln: rules",
    "rule.file-unreadable": "Fil som inte kan läsas",
    "rule.file-syntax": "Inte YAML",
    "rule.file-not-plain": "Inte enkel YAML",
    "rule.file-duplicate-key": "Samma nyckel två gånger",
    "rule.file-name": "Filnamn som inte är ett id",
    "rule.field-unknown": "Okänd nyckel",
    "rule.field-missing": "Nyckel som saknas",
    "rule.field-invalid": "Ogiltigt värde",
    "finding.field-invalid.more.message": "det finns {count} fel till i filen",
    "finding.field-invalid.more.ask": "Rätta felen ovan först och kontrollera igen",
}
