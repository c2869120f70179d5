"""Gaps of the programme and of enabling assignments, in Swedish."""

TEXTS: dict[str, str] = {
    "finding.program-over-capacity.message": (
        "{open} pågår samtidigt, och fler än {limit} gjorde det för {days} sedan; programmet klarar {limit}"
    ),
    "finding.program-over-capacity.ask": (
        "Avsluta eller stoppa några innan fler startas, eller höj taket för programmet: settings, at_once"
    ),
    "finding.program-lead-overloaded.message": "{lead} leder {open} samtidigt; en och samma ledare klarar {limit}",
    "finding.program-lead-overloaded.ask": (
        "Låt någon annan leda några av dem, eller avsluta dem som ingen skulle starta i dag: lead, completed eller stopped"
    ),
    "finding.program-goal-unserved.message": (
        "inget pågående uppdrag och ingen punkt i någon färdplan bidrar till målet ”{title}”"
    ),
    "finding.program-goal-unserved.ask": (
        "Fråga vilken förvaltning som kan testa något i den riktningen, eller ta bort målet ur programmet: goals"
    ),
    "finding.program-never-stops.message": "{ended} har avslutats det senaste året, och inget av dem stoppades",
    "finding.program-never-stops.ask": (
        "Fråga vilka pågående uppdrag ingen skulle starta i dag, och stoppa dem med det ni lärt er: stopped"
    ),
    "finding.enabling-enables-nothing.message": "inget pågående uppdrag är beroende av det",
    "finding.enabling-enables-nothing.ask": (
        "Skriv i de uppdrag som behöver det att de gör det, eller fråga om det ska fortsätta: depends_on"
    ),
    "rule.program-over-capacity": "Fler uppdrag samtidigt än programmet klarar",
    "rule.program-lead-overloaded": "Ledare för för många uppdrag",
    "rule.program-goal-unserved": "Mål som ingen bidrar till",
    "rule.program-never-stops": "Inget stoppas någonsin",
    "rule.enabling-enables-nothing": "Förutsättningsskapande uppdrag som ingen behöver",
}
