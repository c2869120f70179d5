"""References and dates that can't be right, in Swedish."""

_KINDS = {
    "department": "ingen förvaltning",
    "goal": "inget mål",
    "document": "inget dokument",
    "assignment": "inget uppdrag",
    "trial": "inget test",
    "rule": "ingen regel",
}

TEXTS: dict[str, str] = {
    "finding.reference-unknown.ask": "Ange något som finns, eller lägg till det i program.yaml",
    "finding.reference-unknown.assignment.ask": "Ange ett uppdrag som finns: id:t är filens namn utan .yaml",
    "finding.reference-unknown.trial.ask": "Ange ett test i den här filen, eller annat-uppdrag/test",
    "finding.reference-unknown.rule.ask": "Se namnen med staircase rule",
    "finding.reference-cycle.message": "beroendena går i ring: {ring}",
    "finding.reference-cycle.ask": "Ta bort ett av dem ur depends_on",
    "finding.date-order.before.message": "{day} är före {key}, {other}",
    "finding.date-order.before.ask": "Rätta det datum som är fel",
    "finding.date-order.after-ending.message": "{day} är efter att uppdraget tog slut, {end}",
    "finding.date-order.after-ending.ask": "Rätta datumet, eller slutet",
    "finding.date-order.visit-not-after.message": "besöket {day} kommer inte efter det föregående, {other}",
    "finding.date-order.visit-not-after.ask": "Skriv besöken i dagordning, högst ett om dagen",
    "finding.date-order.same-step.message": "besöket är på samma steg som det föregående: {step}",
    "finding.date-order.same-step.ask": "Ta bort ett av besöken, eller skriv steget som kom emellan",
    "finding.date-order.from-after-to.message": "det slutar, {to}, innan det börjar, {from}",
    "finding.date-order.from-after-to.ask": "Rätta from eller to",
    "finding.date-order.overlapping-pauses.message": "pausen från {day} går in i pausen från {other}",
    "finding.date-order.overlapping-pauses.ask": "Skriv dem som en paus, eller rätta datumen",
    "finding.date-order.measured-twice.message": "det finns redan en mätning av nyttan {day}",
    "finding.date-order.measured-twice.ask": "Behåll en av de två, eller rätta datumet",
    "finding.date-in-future.message": "{day} ligger framåt, och här skrivs bara det som har hänt (i dag är det {today})",
    "finding.date-in-future.ask": "Rätta datumet, eller skriv det när det har hänt",
    "finding.benefit-flat-target.message": "målet är detsamma som utgångsvärdet, {value}",
    "finding.benefit-flat-target.ask": "Skriv värdet som ska nås: target",
    "rule.reference-unknown": "Hänvisning till något som inte finns",
    "rule.reference-cycle": "Beroenden som går i ring",
    "rule.date-order": "Datum i fel ordning",
    "rule.date-in-future": "Händelse daterad framåt i tiden",
    "rule.benefit-flat-target": "Mål som inget begär",
}
for _kind, _none in _KINDS.items():
    _key = f"finding.reference-unknown.{_kind}"
    TEXTS[f"{_key}.message"] = f"det finns {_none} ”{{name}}”"
    TEXTS[f"{_key}-nearest.message"] = f"det finns {_none} ”{{name}}”: menade du {{nearest}}?"
    if _kind not in {"rule", "trial"}:
        TEXTS[f"{_key}-named.message"] = "”{name}” är ett namn: {nearest} är id:t för ”{other}”"
        TEXTS[f"{_key}-named.ask"] = "Skriv id:t: {nearest}"
    if _kind != "rule":  # there are too many to list
        TEXTS[f"{_key}-choices.message"] = f"det finns {_none} ”{{name}}”: välj {{choices}}"
    TEXTS[f"{_key}-nearest.ask"] = "Skriv {nearest}"
    for _variant in ("-choices",):
        if f"{_key}.ask" in TEXTS and f"{_key}{_variant}.message" in TEXTS:
            TEXTS[f"{_key}{_variant}.ask"] = TEXTS[f"{_key}.ask"]
