"""Swedish: the help pages, and what the shell itself says."""

from staircase.words.sv import help_write

TEXTS: dict[str, str] = {
    **help_write.TEXTS,
    # the frame of every page
    "help.usage": "Användning",
    "help.options": "[VAL]",
    "help.command": "KOMMANDO",
    "help.example": "Exempel",
    "help.env": "env: {names}",
    "help.default": "förval: {value}",
    "help.more": "Allt om ett kommando: staircase KOMMANDO --help",
    # panels of commands, by what the user wants
    "panel.look": "Se läget",
    "panel.check": "Kontrollera",
    "panel.review": "Granska",
    "panel.present": "Visa för ledningen",
    "panel.set_up": "Kom igång",
    "panel.learn": "Läs på",
    # panels of options
    "panel.choose": "Urval",
    "panel.show": "Visning",
    "panel.general": "Alltid",
    # what stands for a value
    "metavar.DIR": "MAPP",
    "metavar.FILE": "FIL",
    "metavar.SINCE": "SEDAN",
    "metavar.DATE": "ÅÅÅÅ-MM-DD",
    "metavar.ID": "ID",
    "metavar.TEXT": "TEXT",
    "metavar.COLUMN": "[-]KOLUMN",
    "metavar.COLUMNS": "KOLUMN,…",
    "metavar.PATH": "SÖKVÄG",
    "metavar.REF": "REF",
    "metavar.RULE": "REGEL",
    "metavar.FORMAT": "FORMAT[=FIL]",
    # commands
    "command.show": "Ett helt uppdrag: resan i tid, tester och lärdomar, nyttor, färdplan och det som saknas.",
    "command.benefits": "Vad varje nytta är värd, vad som har blivit av den och vad som har hämtats hem.\n\nSummorna görs slag för slag och aldrig tvärs över: frigjorda timmar är inte pengar i en budget. Netto och återbetalningstid anges två gånger, endast pengar och med frigjord tid.",
    "command.roadmap": "Förvaltningarnas färdplaner i tid, med i dag utmärkt.\n\nHeldraget står i en beslutad plan, skuggat i en plan som inte är beslutad eller inte gäller, streckat i ingen. Förvaltningar utan färdplan nämns i ord.",
    "command.gaps": "Vad som saknas, slag för slag och med ett råd, det som gör störst skada först.\n\nMed --by owner får var och en sin lista; med --roadmap ser varje förvaltning vad som saknas till nästa steg.",
    "command.lessons": "Vad tester och stoppade uppdrag har lärt oss, nyaste först, också när det misslyckades.\n\nORD söks i lärdomar, namn, id och förvaltningar; alla ska finnas.",
    "command.flow": "Hur många uppdrag som startar, avslutas och byter steg, hur länge de stannar på varje steg, och om taket är nära.",
    "command.rule": "En regels sida: vad den säger, varför, hur det åtgärdas och ett exempel. Utan NAMN alla regler, grupp för grupp.",
    "command.schema": "Ett JSON Schema, för redigerare och andra program: för filerna (assignment, program) eller för en rapports JSON.\n\nI en portfölj erbjuds dess egna id:n som exempel, aldrig som krav. Spara det som assignment.schema.json så hjälper redigeraren till medan du skriver.",
    "command.guide": "En vägledning att läsa: kom igång, filerna, siffrorna, reglerna, granskning och CI. Utan ÄMNE listas de.\n\nTill ett annat program ges den som Markdown.",
    "example.show": "staircase show nyckelfritt --as-of 2026-11-02",
    "example.benefits": "staircase benefits --as-of 2026-11-02\nstaircase benefits --department vard-omsorg --excel > benefits.csv",
    "example.roadmap": "staircase roadmap --as-of 2026-11-02\nstaircase roadmap --bucket next --bucket later",
    "example.gaps": "staircase gaps --as-of 2026-11-02\nstaircase gaps --by owner\nstaircase gaps --roadmap",
    "example.lessons": "staircase lessons --as-of 2026-11-02\nstaircase lessons natt",
    "example.flow": "staircase flow --as-of 2026-11-02\nstaircase flow --per month",
    "example.rule": "staircase rule journey-stuck\nstaircase rule",
    "example.schema": "staircase schema assignment > assignment.schema.json\nstaircase schema status",
    "example.guide": "staircase guide\nstaircase guide start",
    "option.id": "Uppdragets id: filens namn utan .yaml.",
    "option.bucket": "I de här tidsfacken. Kan upprepas.",
    "option.roadmap": "Förvaltning för förvaltning, vad som saknas till nästa steg.",
    "option.words": "Ord som lärdomen ska innehålla.",
    "option.per": "Vad en rad är.",
    "option.name": "Regelns namn.",
    "option.schema": "assignment, program eller en rapport.",
    "option.topic": "Vägledningens ämne.",
    "option.guide.plain": "Bara meningar, utan tabeller och teckning, för uppläsning.",
    "metavar.WORDS": "ORD",
    "metavar.NAME": "NAMN",
    "metavar.SCHEMA": "SCHEMA",
    "metavar.TOPIC": "ÄMNE",
    "shell.unknown_id": "det finns inget uppdrag ”{word}”.",
    "shell.unknown_topic": "det finns ingen vägledning ”{word}”.",
    "shell.unknown_schema": "det finns inget schema för ”{word}”.",
    "shell.unknown_rule": "det finns ingen regel ”{word}”.",
    "command.staircase": (
        "Följ en portfölj av uppdrag uppför trappan, från det lilla till det stora.\n\n"
        "Portföljen är vanliga YAML-filer: den närmaste mappen, härifrån och uppåt, som innehåller "
        "program.yaml "
        "eller en mapp portfolio/ som gör det. Utan kommando visas status."
    ),
    "command.status": (
        "Så står det till: trappan, uppdragen på varje steg och vad som bör tas först.\n\n"
        "Pågående och pausade uppdrag visas, de på högsta steget först och de som stått längst på sitt "
        "steg först. "
        "Med --state visas även andra. Ett val kan anges flera gånger: då räcker det att ett av värdena "
        "stämmer; "
        "olika val ska alla stämma."
    ),
    "command.departments": (
        "Hur långt varje verksamhet har kommit: vad den har visat på de fyra stegen och vad som är nästa.\n\n"
        "Det är förvaltningen som går uppför trappan, genom det som dess uppdrag har visat tillsammans."
    ),
    "command.check": (
        "Kontrollera alla filer: vad som är fel, vad som saknas, var det står och vad som kan göras åt "
        "det.\n\n"
        "Alla regler prövas alltid mot hela portföljen; en SÖKVÄG begränsar bara vad som listas. Fel "
        "innebär att "
        "filer inte går att läsa eller att siffror skulle bli missvisande; varningar och anmärkningar är "
        "luckor. "
        "Avslutas med koden 1 när något i listan är så allvarligt som --fail-on anger."
    ),
    "example.staircase": (
        "staircase\nstaircase --portfolio portfolio status --as-of 2026-11-02\nstaircase check portfolio/assignments"
    ),
    "example.status": (
        "staircase status --as-of 2026-11-02\n"
        "staircase status --department vard-omsorg --by lead\n"
        "staircase status --state completed --state stopped --columns id,title,step\n"
        "staircase status --excel > status.csv"
    ),
    "example.departments": ("staircase departments --as-of 2026-11-02\nstaircase departments --sort -reached --json"),
    "example.check": (
        "staircase check --as-of 2026-11-02\nstaircase check portfolio/assignments --fail-on warning\n"
        "staircase check --format concise"
    ),
    # options
    "command.report": "Sidan för ledningen: en enda HTML-fil att titta på, skicka eller skriva ut, eller trappan som en bild.\n\nDen säger vad siffrorna betyder, vad som bör beslutas, vad som har hänt sedan sist, och visar trappan, nyttorna, färdplanerna och flödet. I en terminal skrivs den till staircase.html, annars till standard ut.",
    "example.report": "staircase report --as-of 2026-11-02 > trappan.html\nstaircase report --since 2026-08-01 --department vard-omsorg > vard.html\nstaircase report --picture - > trappan.svg",
    "option.since": "Vad som har hänt sedan en dag, eller sedan en version i git.",
    "option.report.department": "Bara den här förvaltningen.",
    "option.output": "Filen som sidan skrivs till; - är standard ut.",
    "option.picture": "Filen som trappan skrivs till, som en SVG-bild för en presentation.",
    "option.title": "Namn på sidan i stället för programmets.",
    "option.without_people": "Utan namn på uppdragsledare och ägare, för en sida som blir offentlig.",
    "option.help": "Visa den här hjälpen.",
    "option.version": "Visa versionen.",
    "option.install_completion": "Installera komplettering för det skal som du använder.",
    "option.show_completion": "Visa kompletteringens skript, för att läsa det eller installera det själv.",
    "option.portfolio": "Portföljens mapp, eller en mapp vars portfolio/ den är.",
    "option.lang": "Språket i rapporter, meddelanden och hjälp.",
    "option.color": "Färg; auto betyder bara i en terminal.",
    "option.debug": "Visa var det gick fel om staircase självt kraschar.",
    "option.as_of": "Vad som var känt den dagen; annars i dag.",
    "option.department": "I dessa förvaltningar. Kan upprepas.",
    "option.step": "På dessa steg. Kan upprepas.",
    "option.state": "I dessa lägen; open är active eller paused. Kan upprepas.",
    "option.lead": "Som leds av dessa. Kan upprepas.",
    "option.benefits.owner": "Nyttor som dessa äger. Kan upprepas.",
    "option.roadmap.owner": "Färdplanspunkter som dessa äger. Kan upprepas.",
    "option.gaps.owner": "Luckor som dessa ska åtgärda. Kan upprepas.",
    "option.owner": "Med en nytta eller färdplanspunkt som dessa äger. Kan upprepas.",
    "option.tag": "Med dessa etiketter. Kan upprepas.",
    "option.goal": "Som bidrar till dessa mål. Kan upprepas.",
    "option.sort": "Sortera efter en kolumn; med bindestreck före kommer det största först.",
    "option.columns": "Bara dessa kolumner, i den här ordningen.",
    "option.wide": "Alla kolumner, hur brett det än blir.",
    "option.plain": "En mening per rad, för uppläsning.",
    "option.format": "Resultatets form; table är den som människor läser.",
    "option.json": "Kort för --format json.",
    "option.excel": "CSV i den form som svenska kalkylprogram öppnar.",
    "option.by": "Vad uppdragen ska grupperas efter.",
    "option.gaps.by": "Vad luckorna ska grupperas efter.",
    "option.paths": "Filer eller mappar, sedda härifrån; bara det som rör dem listas.",
    "option.fail_on": "Avsluta med koden 1 när något är minst så här allvarligt.",
    "option.check.base": (
        "Jämför med den incheckning där arbetet utgick från REF, och slå larm bara om det som är nytt sedan dess: en "
        "gren, en tagg eller en incheckning. Vad som är godtaget där, dess regler och inställningar avgör."
    ),
    "option.select": "Lista bara dessa regler, eller grupper av dem, som benefit. Kan upprepas.",
    "option.statistics": "Räkna per regel i stället för att lista, i full och concise.",
    "option.show_accepted": "Lista även det som är tillfälligt godtaget, i full och concise.",
    "option.check.format": (
        "full visar raden och vad som kan göras, concise ger en rad för var sak; resten är för program: json, github, "
        "gitlab, junit, sarif och markdown. Med =FIL skrivs det dit. Kan upprepas."
    ),
    # usage errors
    "shell.error": "staircase: {message}",
    "shell.help": "Mer: {command} --help",
    "shell.did_you_mean": "Menade du ”{word}”?",
    "shell.did_you_mean_named": "Menade du ”{name}”, som har id ”{id}”?",
    "shell.several": "flera heter ”{word}”: skriv id för en av dem, {ids}.",
    "shell.choices": "Välj bland: {choices}.",
    "shell.no_such_option": "det finns inget val ”{word}”.",
    "shell.option_of_command": "{word} ska stå efter ett kommando: {command} {word}",
    "shell.no_such_command": "det finns inget kommando ”{word}”.",
    "shell.needs_value": "{word} behöver ett värde.",
    "shell.no_value": "{word} tar inget värde.",
    "shell.missing": "{word} saknas.",
    "shell.extra": "”{word}” är ett ord för mycket.",
    "shell.bad_choice": "{option} kan inte vara ”{word}”.",
    "shell.no_such_language": "STAIRCASE_LANG ska vara sv eller en, inte ”{word}”; värdet används inte.",
    "shell.bad_date": "{option} ska vara ett datum mellan 1970 och 2200 på formen ÅÅÅÅ-MM-DD, inte ”{word}”.",
    "shell.bad_clock": (
        "datorns klocka visar {word}, som inte ligger mellan 1970 och 2200; ställ klockan eller ange STAIRCASE_TODAY."
    ),
    "shell.unknown_value": "{option} ”{word}” finns inte i portföljen.",
    "shell.unknown_column": "{option}: rapporten har ingen kolumn ”{word}”.",
    "shell.contradiction": "{option} och {other} kan inte användas tillsammans.",
    "shell.no_file": "--format ”{word}” anger ingen fil efter likhetstecknet.",
    "shell.one_to_stdout": (
        "bara ett format kan skrivas ut direkt, inte både {word} och {other}; skriv det ena till en fil: {other}=FIL"
    ),
    "shell.no_extra": 'sidan för ledningen ritas av ett tillägg som inte är installerat: pipx install --force "staircase-portfolio[{word}]", eller med pip: pip install "staircase-portfolio[{word}]"',
    "shell.written": "{file} är skriven.",
    "shell.department_ended": "”{word}” är ingen förvaltning längre: sista dagen var {day}.",
    "shell.department_begins": "”{word}” är ingen förvaltning än: första dagen är {day}.",
    "shell.since_ahead": "”{word}” ligger efter dagen som sidan gäller.",
    "shell.own_file": "”{word}” hör till portföljen och skrivs inte över. Inget har gjorts.",
    "shell.leads_out": "”{word}” leder via en länk ut ur arbetskatalogen, eller in i gits egen mapp, och skrivs inte. Inget har gjorts.",
    "shell.same_file": "två format kan inte skrivas till samma fil, ”{word}”.",
    "shell.no_such_format": "--format kan inte vara ”{word}”.",
    "shell.unwritable": "det går inte att skriva till ”{word}”: {reason}. Inget har gjorts.",
    "shell.no_channel": "{name} är inte satt: det som GitHub skulle ha fått den vägen skrivs inte.",
    "shell.broken_channel": "det gick inte att skriva till {name} ({reason}): GitHub får inte det som skulle dit.",
    "shell.misuse": "{word}",
    "shell.unknown_shell": "skalet kändes inte igen; komplettering finns för bash, zsh, fish och PowerShell.",
    # the base
    "shell.unknown_selection": "det finns ingen regel eller grupp av regler ”{word}”.",
    "shell.empty_base": "--base ska ange en gren, en tagg eller en incheckning; värdet är tomt.",
    "shell.base.no-git": "git behövs för att läsa en revision, men finns inte i PATH.",
    "shell.base.no-repository": "{folder} ligger inte i något git-arkiv, så det finns ingen revision att jämföra med.",
    "shell.base.foreign": (
        "git litar inte på {folder}, som tillhör någon annan; om du gör det: "
        "git config --global --add safe.directory {quoted}"
    ),
    "shell.base.failed": "git kunde inte läsa revisionen: {error}",
    "shell.base.odd": (
        "svaret från git gick inte att tolka ({command}), och då visas hellre inget än en del; "
        "git fsck visar om git-arkivet är helt."
    ),
    "shell.base.unborn": "här finns ännu ingen incheckning att jämföra med; gör den första.",
    "shell.base.unknown": "git känner inte till revisionen ”{revision}”; ange en gren, en tagg eller en incheckning.",
    "shell.base.unknown-fetch": (
        "git känner inte till revisionen ”{revision}” här; hämta den: {fetch} (i GitHub Actions: fetch-depth: 0)"
    ),
    "shell.base.unrelated": (
        "”{revision}” och den här revisionen har ingen gemensam incheckning; ange den gren som arbetet utgick från."
    ),
    "shell.base.shallow": (
        "historiken är avkortad före den punkt där ”{revision}” och den här revisionen skiljs åt; hämta resten: {fetch} "
        "(i GitHub Actions: fetch-depth: 0)"
    ),
    "shell.base.no-portfolio": "{revision} har ingen portfölj i ”{folder}”, så det finns inget att jämföra.",
    "shell.base.no-main": (
        "det framgår inte här vilken gren som är huvudgrenen (grenar i origin: {branches}); ange en, eller låt git fråga: "
        "git remote set-head origin --auto"
    ),
    "shell.base.none": "{revision} har ingen portfölj i ”{folder}”: jämförelsen görs mot ingenting.",
    "shell.base.moved": "{revision} har portföljen i ”{elsewhere}”, inte i ”{folder}”: jämförelsen görs mot den.",
    "shell.base.incomplete": "git har inte hela revision {revision} här; hämta den: {fetch}",
    "shell.diff.unread_one": "1 fil gick inte att läsa före ändringen och har inte jämförts:",
    "shell.diff.unread_many": "{count} filer gick inte att läsa före ändringen och har inte jämförts:",
    "shell.base.unread_one": "1 fil i utgångsläget gick inte att läsa; luckor som inte går att se där räknas inte som nya:",
    "shell.base.unread_many": (
        "{count} filer i utgångsläget gick inte att läsa; luckor som inte går att se där räknas inte som nya:"
    ),
    # the portfolio
    "shell.no_portfolio": "ingen portfölj: det finns varken program.yaml eller portfolio/program.yaml i",
    "shell.and_above": "{folder} eller någon mapp ovanför",
    "shell.start": (
        "staircase följer uppdrag uppför trappan, från det lilla till det stora. Börja med två filer att klistra in:\n"
        "\n"
        "portfolio/program.yaml, det som alla uppdrag har gemensamt:\n"
        "\n"
        "format: 1\n"
        "name: Programmet för digitalisering\n"
        "organisation: Exempelkommun\n"
        "language: sv\n"
        "departments:\n"
        "  - {{id: vard-omsorg, name: Vård och omsorg}}\n"
        "\n"
        "portfolio/assignments/nyckelfri-hemtjanst.yaml, en fil för varje uppdrag:\n"
        "\n"
        "title: Nyckelfri hemtjänst\n"
        "department: vard-omsorg\n"
        "lead: Programmet för digitalisering\n"
        "started: {today}\n"
        "together: [undersköterska, enhetschef]\n"
        "\n"
        "Kör sedan staircase här, eller staircase --portfolio MAPP. Eller svara på sex frågor: staircase init. Mer: staircase --help"
    ),
    "shell.point": ("Peka ut den med --portfolio MAPP eller STAIRCASE_PORTFOLIO; hur du börjar: staircase init."),
    "shell.newer_format": (
        "portföljen har format {version}, som den här versionen, {own}, inte känner till. Installera en nyare: "
        "pipx upgrade staircase-portfolio, eller pip install --upgrade staircase-portfolio"
    ),
    "shell.no_such_path": "inget i portföljen heter: {paths}",
    "shell.unfinished": (
        "en ändring i flera filer avbröts, eller görs just nu: det som visas kan innehålla en del av den. "
        "Nästa kommando som skriver gör den färdig."
    ),
    "shell.unreadable_one": "1 fil gick inte att läsa och är inte med; kör `staircase check`:",
    "shell.unreadable_many": "{count} filer gick inte att läsa och är inte med; kör `staircase check`:",
    "shell.and_more": "och {count} till",
    "shell.found": "Hittat: {found}.",
    "shell.nothing_found_here": "Inget är fel och inget saknas i det som efterfrågades.",
    "shell.nothing_found": "Inget är fel och inget saknas.",
    "shell.no_libyaml": "PyYAML saknar libyaml här: läsningen är långsam, och en del tabbar och specialtecken godtas inte.",
    "shell.accepted": "Tillfälligt godtaget: {count}.",
    "shell.history": "Läser historiken",
    "shell.reading": "Läser portföljen",
    "shell.installed": ("Komplettering för {shell} är installerad i {path}; den gäller i nästa skal du startar."),
    "shell.cannot_write_file": "det gick inte att skriva till ”{file}”: {reason}",
    "shell.cannot_write": "resultatet kunde inte skrivas: {reason}",
    # why the system refuses
    "system.no-such-file": "det finns ingen sådan fil eller mapp",
    "system.no-permission": "behörighet saknas",
    "system.is-folder": "det är en mapp",
    "system.not-a-folder": "en del av sökvägen är ingen mapp",
    "system.no-file": "det är ingen vanlig fil",
    "system.there-already": "den finns redan",
    "system.disk-full": "den får inte plats på disken",
    "system.read-only": "där går det inte att skriva",
    "system.name-too-long": "namnet är för långt",
    "system.no-name": "ingen fil kan heta så",
    "system.links": "länkarna leder i en cirkel",
    "system.closed": "den är stängd",
    "system.broken": "det är fel på disken",
    "system.busy": "ett annat program använder den",
    "system.no-program": "det är inget program",
    "shell.bug": "det här är ett fel i staircase ({error}); --debug visar var. Rapportera det gärna.",
    # granska
    "command.diff": "Vad en ändring innebär, i programmets egna ord, det tyngsta först.\n\nJämför den incheckning där arbetet utgick från BAS, som är fjärrarkivets huvudgren om inget annat anges, med filerna som de är, eller med REVISION. A..B jämför två incheckningar, A...B den där B utgick från A med B, och två mappar jämförs som de är. Ordning, kommentarer och citattecken betyder ingenting.",
    "command.log": "Vad varje incheckning innebar, den senaste först, med samma ord som diff.\n\nVarje incheckning beskrivs som läget var den dag då den gjordes; det som skrevs i förväg anges som skrivet i förväg. Med --as-of beskrivs alla som läget är den dagen. De som inte ändrade något i sak utelämnas.",
    "example.diff": "staircase diff portfolio portfolio --as-of 2026-11-02",
    "example.log": "staircase log -n 1",
    "option.base": "Det att jämföra med: en gren, en tagg, en incheckning, A..B, A...B eller en mapp.",
    "option.head": "Det som jämförs: en revision, eller en mapp om BAS är en; annars filerna som de är.",
    "option.staged": "Jämför det som står i tur att checkas in, med HEAD om inte BAS anges.",
    "option.exit_code": "Avsluta med koden 1 när något alls har ändrats.",
    "option.diff.by": "Vad ändringarna ordnas efter: weight (det som en granskare först behöver veta) eller direction (bakslag först).",
    "option.diff.fail_on": "Avsluta med koden 1 när något går bakåt.",
    "option.which": "Bara uppdraget med detta id, också under dess tidigare namn; eller vilka incheckningar.",
    "option.between": "Bara de här incheckningarna: A..B.",
    "option.number": "Högst så många incheckningar.",
    "metavar.BASE": "BAS",
    "metavar.HEAD": "REVISION",
    "metavar.RANGE": "A..B",
    "metavar.NUMBER": "ANTAL",
    "shell.not_a_number": "{option} ska vara ett heltal från 1, inte ”{word}”.",
}
