"""What is wrong with a file as text or as YAML, and the way out, in Swedish."""

TEXTS: dict[str, str] = {
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
        "Välj vad som ska gälla och ta bort raderna med <<<<<<<, ======= och >>>>>>>"
    ),
    "finding.file-syntax.typographic-quote.message": (
        "det typografiska citattecknet {sign} avgränsar inte text i YAML"
    ),
    "finding.file-syntax.typographic-quote.ask": "Skriv raka citattecken runt texten: {correction}",
    "finding.file-syntax.unclosed-quote.message": "citattecknet {sign} som öppnas här stängs aldrig",
    "finding.file-syntax.unclosed-quote.ask": "Skriv {sign} även i slutet av texten, eller ta bort båda",
    "finding.file-syntax.quote-inside-quote.message": ("citattecknet {sign} avslutar texten här, men raden fortsätter"),
    "finding.file-syntax.quote-inside-quote.ask": (
        "Sätt den andra sortens citattecken runt hela texten: ' runt text med \", eller \" runt text med '"
    ),
    "finding.file-syntax.tab.message": "raden är indragen med en tabb; YAML godtar bara mellanslag",
    "finding.file-syntax.tab.ask": "Byt tabben mot två mellanslag för varje nivå",
    "finding.file-syntax.no-break-space.message": (
        "det som ser ut som ett mellanslag här är {sign} (till exempel ett hårt blanksteg), och YAML tar det för text"
    ),
    "finding.file-syntax.no-break-space.ask": "Ta bort det och skriv ett vanligt mellanslag",
    "finding.file-syntax.colon-in-text.message": (
        "texten har ett kolon följt av mellanslag, och YAML tar den för en nyckel"
    ),
    "finding.file-syntax.colon-in-text.ask": "Sätt citattecken runt hela texten: {correction}",
    "finding.file-syntax.outdented-item.message": "punkten står inte under de andra i sin lista",
    "finding.file-syntax.outdented-item.ask": ("Dra in den lika långt som de andra punkterna, under listans nyckel"),
    "finding.file-syntax.open-bracket.message": "{sign} som öppnas här stängs inte",
    "finding.file-syntax.open-bracket.ask": ("Stäng den på samma rad, eller skriv en punkt per rad med bindestreck"),
    "finding.file-syntax.bracket-content.message": "det som står inom parentesen kan inte läsas härifrån",
    "finding.file-syntax.bracket-content.ask": (
        "Sätt komma mellan delarna och citattecken runt texter med tecken i, eller skriv en del per rad"
    ),
    "finding.file-syntax.missing-comma.message": "här saknas ett kommatecken mellan två poster",
    "finding.file-syntax.missing-comma.ask": "Skriv ett kommatecken efter posten: {correction}",
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
    "finding.file-syntax.escape.ask": ("Sätt ' runt texten i stället för \", eller skriv två omvända snedstreck"),
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
    "finding.file-not-plain.key-not-text.ask": ("Skriv nyckeln som text; sätt citattecken runt text med klamrar i"),
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
