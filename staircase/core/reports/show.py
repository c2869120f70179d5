"""``show``: one assignment whole: its journey in time, what it tried and learned, its benefits, roadmap and gaps."""

from collections.abc import Iterator

from staircase.core.assess import Assessment
from staircase.core.axis import bucket, is_anchored
from staircase.core.reports import benefits, roadmap, roadmap_row
from staircase.core.reports.block import Fact, Report, Value
from staircase.core.reports.check import rows
from staircase.core.reports.empty import without_file, without_program
from staircase.core.reports.first import weight
from staircase.core.reports.keys import KEYS
from staircase.core.reports.show_blocks import Shown, blocks, facts, trial_line
from staircase.core.reports.status_blocks import sentence
from staircase.core.reports.status_row import lines, row
from staircase.core.rules.rule import Scene
from staircase.core.stake import at_stake
from staircase.core.term import Said, Terms, Word


def show(assessment: Assessment, name: str) -> Report:
    """Make the report of one assignment whose id exists; where its file can't be read, it says so.

    Its row is that of ``status``; the totals hold the rows of its benefits, its roadmap and its findings.
    """
    scene = assessment.scene
    if scene is None:
        return without_program("show", assessment)
    if name in assessment.portfolio.broken:
        return without_file("show", assessment, assessment.portfolio.broken[name])
    shown = _shown(assessment, scene, name)
    return Report(
        name="show",
        keys=KEYS["show"],
        day=scene.day,
        program=scene.program.name,
        rows=(row(shown.line),),
        totals=_parts(shown),
        unreadable=assessment.portfolio.unreadable,
        blocks=tuple(blocks(shown)),
        sentences=tuple(_sentences(shown)),
    )


def _shown(assessment: Assessment, scene: Scene, name: str) -> Shown:
    line = next(line for line in lines(assessment, scene) if line.known.id == name)
    known = line.known
    of = [one for one in assessment.findings if one.subject.kind == "assignment" and one.subject.id == name]
    items = [
        roadmap_row.Line(known, item, found, is_anchored(item, known.assignment.department, scene.anchors))
        for item in known.items
        if (found := bucket(item, scene.day))
    ]
    return Shown(
        assessment=assessment,
        scene=scene,
        line=line,
        benefits=tuple(benefits.BenefitLine(known, figures) for figures in scene.figures[known.id]),
        items=tuple(items),
        findings=tuple(sorted(of, key=lambda one: weight(one, at_stake(scene, one)))),
    )


def _parts(shown: Shown) -> dict[str, Value]:
    return {
        "benefits": tuple(map(benefits.BENEFITS.row, shown.benefits)),
        "roadmap": tuple(map(roadmap_row.row, shown.items)),
        "findings": rows(shown.assessment, shown.findings),
    }


def _sentences(shown: Shown) -> Iterator[Said]:
    yield sentence(shown.scene, shown.line)
    yield from (_fact(fact) for fact in facts(shown))
    for stay in shown.known.stays:
        terms: Terms = {"number": stay.number, "step": Word(f"step.{stay.step}"), "entered": stay.entered}
        yield Said("plain.stay", terms)
    yield from map(trial_line, shown.known.trials)
    yield from map(benefits.sentence, shown.benefits)
    yield from map(roadmap.sentence, shown.items)
    for finding in shown.findings:
        yield Said("plain.finding", {"message": finding.message, "ask": finding.ask})


def _fact(fact: Fact) -> Said:
    (cell,) = fact.cells
    return Said("plain.fact", {"label": Word(fact.label), "value": cell.term or Word("show.unset")})
