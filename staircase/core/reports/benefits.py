"""``benefits``: what each benefit is worth, what has come of it, and what has been taken home, kind by kind."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from staircase.core.assess import Assessment
from staircase.core.figures import NOTHING, BenefitFigures, BenefitStanding
from staircase.core.known import Known
from staircase.core.listing import dearest
from staircase.core.model.assignment import Benefit, Keep
from staircase.core.reports import Block, Cell, Fact, Facts, Legend, NotShown, Report, Sign, Table, Tone
from staircase.core.reports.outline import Content, Field, Outline, Total, Totals, nothing_of, table, toned
from staircase.core.reports.select import ALL, Selection, benefits_of, matches
from staircase.core.reports.status import kinds_counted
from staircase.core.rules.rule import Scene
from staircase.core.term import (
    Code,
    Count,
    Gauge,
    Money,
    Name,
    Quantity,
    Said,
    Share,
    Term,
    Word,
    costs_in_words,
    largest,
    money_of,
    taken_of,
)
from staircase.core.totals import KINDS, BenefitKind, KindTotals, Net, Payback, kind_of, kind_totals, totals
from staircase.core.totals import Totals as Sums

LARGE = 100_000
"""Sums that lose nothing worth knowing when they are told in thousands."""

TONES = {
    BenefitStanding.ACHIEVED: Tone.GOOD,
    BenefitStanding.ON_TRACK: Tone.PLAIN,
    BenefitStanding.BEHIND: Tone.WARN,
    BenefitStanding.MISSED: Tone.WARN,
    BenefitStanding.NEARLY: Tone.PLAIN,
    BenefitStanding.CLOSED: Tone.PLAIN,
    BenefitStanding.KEPT: Tone.GOOD,
    BenefitStanding.WORSE: Tone.BAD,
    BenefitStanding.UNMEASURED: Tone.PLAIN,
    BenefitStanding.UNSET: Tone.PLAIN,
}


@dataclass(frozen=True, slots=True)
class BenefitLine:
    """A benefit with its figures, in its assignment; ``whole`` is the one that it is part of, and is counted in."""

    known: Known
    figures: BenefitFigures
    whole: BenefitFigures | None = None

    @property
    def benefit(self) -> Benefit:
        """The benefit as its file has it."""
        return self.figures.known.benefit

    @property
    def group(self) -> BenefitKind:
        """The kind that it stands under: its own, else that of the whole."""
        return kind_of(self.whole if self.whole and self.benefit.kind is None else self.figures)


def _baseline(line: BenefitLine) -> Quantity | None:
    baseline = line.figures.known.baseline
    return Quantity(baseline.value) if baseline else None


def _latest(line: BenefitLine) -> Quantity | None:
    measurement = line.figures.known.measurement
    return Quantity(measurement.value) if measurement else None


def _latest_date(line: BenefitLine) -> date | None:
    measurement = line.figures.known.measurement
    return measurement.date if measurement else None


def _share(value: Fraction | None) -> Share | None:
    return None if value is None else Share(value)


def _draw_owner(line: BenefitLine, cell: Cell) -> Cell:
    if cell.term is None and line.benefit.part_of is not None:
        owner = line.whole.known.benefit.owner if line.whole else None
        return Cell(Name(owner) if owner else None)
    return cell if cell.term else Cell(Word("benefits.no-owner"), Tone.WARN)


def _draw_taken(line: BenefitLine, cell: Cell) -> Cell:
    taken, potential = line.figures.taken_home, line.figures.potential
    if taken is None:
        return cell
    if potential is None:
        return Cell(Money(taken))
    return Cell(Said("benefits.taken", taken_of(taken, potential)))


def _draw_gauge(line: BenefitLine, _: Cell) -> Cell:
    realised, planned = line.figures.realised, line.figures.planned
    if realised is None:
        return Cell()
    shares: dict[str, Term] = {"realised": Share(realised)}
    flat = Said("benefits.gauge", shares | {"planned": Share(planned)}) if planned is not None else Share(realised)
    return Cell(Gauge(realised, planned), Tone.ACCENT, flat=flat)


def _draw_standing(line: BenefitLine, cell: Cell) -> Cell:
    return Cell(cell.term if line.benefit.part_of is None else _ELSEWHERE, TONES[line.figures.standing])


_ELSEWHERE = Word("standing.part")
"""How a benefit stands that is part of another assignment's: what has come of it is told there."""


def draw_way(line: BenefitLine, cell: Cell) -> Cell:
    """Where it began, is and is to go: what is known of it, with its unit; large sums in thousands.

    Of what is part of another benefit, where that is counted.
    """
    if line.benefit.part_of is not None:
        return Cell(Said("benefits.way.part", {"whole": Name(line.benefit.part_of)}))
    known = line.figures.known
    unit = known.benefit.measure.unit if known.benefit.measure else ""
    parts = {"baseline": known.baseline, "latest": known.measurement, "target": known.benefit.target}
    values = {name: part.value for name, part in parts.items() if part}
    terms: dict[str, Term] = {name: Quantity(value) for name, value in values.items()}
    if values:
        last = list(values)[-1]
        terms[last] = Quantity(values[last], unit)
    money = line.figures.unit_worth if known.benefit.worth is None else None
    if (
        money
        and len(values) == len(parts)
        and all(not value or abs(value * money) >= LARGE for value in values.values())
    ):
        most = largest(*(value * money for value in values.values()))
        terms = {name: Money(value * money, beside=most, bare=name != last) for name, value in values.items()}
    if "target" in terms and (keep := _keep(line)):
        terms["target"] = Said(f"target.{keep}", {"value": terms["target"]})
    return Cell(Said(f"benefits.way.{'.'.join(terms)}", terms)) if terms else cell


def _keep(line: BenefitLine) -> Keep | None:
    """Which side of the level that is its target is the right one; none of a target to reach."""
    return line.benefit.target.keep if line.benefit.target else None


def _closed_on(line: BenefitLine) -> date | None:
    """The day when the benefit was closed, where that was known."""
    closed = line.benefit.closed
    return closed.date if closed and line.figures.known.closed else None


FIELDS: tuple[Field[BenefitLine], ...] = (
    Field("assignment", lambda line: Code(line.known.id), priority=3, draw=toned(Tone.STRONG)),
    Field("id", lambda line: Code(line.benefit.id)),
    Field("title", lambda line: Name(line.benefit.title), shrink=18, heading="benefit_title"),
    Field("kind", lambda line: Word(f"kind.{kind_of(line.figures)}")),
    Field(
        "owner",
        lambda line: Name(line.benefit.owner) if line.benefit.owner else None,
        shrink=12,
        priority=5,
        draw=_draw_owner,
    ),
    Field("unit", lambda line: Name(line.benefit.measure.unit) if line.benefit.measure else None, shrink=8),
    Field("baseline", _baseline, "right"),
    Field("target", lambda line: Quantity(line.benefit.target.value) if line.benefit.target else None, "right"),
    Field("keep", lambda line: Word(f"keep.{keep}") if (keep := _keep(line)) else None),
    Field("by", lambda line: line.figures.by, priority=8),
    Field("latest", _latest, "right"),
    Field("latest_date", _latest_date, priority=8),
    Field("realised", lambda line: _share(line.figures.realised), "right"),
    Field("planned", lambda line: _share(line.figures.planned), "right"),
    Field("closed", _closed_on),
    Field(
        "standing",
        lambda line: Word(f"standing.{line.figures.standing}"),
        shrink=14,
        draw=_draw_standing,
        broken=True,
    ),
    Field("potential", lambda line: money_of(line.figures.potential), "right"),
    Field("now", lambda line: money_of(line.figures.now), "right"),
    Field("taken_home", lambda line: money_of(line.figures.taken_home), "right", priority=1, draw=_draw_taken),
    Field("next_measurement", lambda line: line.figures.next_due, priority=7),
    Field("part_of", lambda line: Code(line.benefit.part_of) if line.benefit.part_of else None),
    Field("gauge", priority=1, draw=_draw_gauge),
    Field("way", priority=6, draw=draw_way),
)

USUAL = (
    *("assignment", "title", "gauge", "realised", "standing", "taken_home", "way", "owner"),
    *("next_measurement", "latest_date", "by"),
)


def _net_totals(net: Callable[[Sums], Net]) -> Mapping[str, Total[Sums]]:
    return {
        "now": lambda sums: money_of(net(sums).now),
        "at_target": lambda sums: money_of(net(sums).at_target),
        "payback": lambda sums: Code(net(sums).payback),
        "payback_years": lambda sums: None if (years := net(sums).payback_years) is None else Quantity(years),
    }


TOTALS: Totals[Sums] = {
    **kinds_counted(lambda sums: sums),
    "costs": {
        "one_off": lambda sums: money_of(sums.costs.one_off),
        "per_year": lambda sums: money_of(sums.costs.per_year),
    },
    "net": {
        "cash": _net_totals(lambda sums: sums.cash),
        "with_capacity": _net_totals(lambda sums: sums.with_capacity),
    },
}

BENEFITS = Outline("benefits", FIELDS, TOTALS, USUAL, asked_as_values=True)


def benefits(assessment: Assessment, selection: Selection = ALL) -> Report:
    """The report: benefits of open and completed assignments unless states are asked for."""
    return BENEFITS.report(assessment, selection, lambda scene: _content(scene, selection))


def benefit_lines(scene: Scene, selection: Selection) -> list[BenefitLine]:
    """The benefits that the filters let through, by kind, and within it by what is possible, largest first."""
    counted = [known for known in scene.known.values() if matches(known, selection, state=False)]
    chosen = [known for known in counted if (matches(known, selection) if selection.state else known.counts)]
    lines = [
        benefit_line(scene, known, figures) for known in chosen for figures in benefits_of(scene, known, selection)
    ]
    return sorted(lines, key=_weight)


def _content(scene: Scene, selection: Selection) -> Content[BenefitLine, Sums]:
    counted = [known for known in scene.known.values() if matches(known, selection, state=False)]
    shown = BENEFITS.in_order(benefit_lines(scene, selection), selection.sort)
    counting = [known for known in counted if known.counts]
    sums = totals((figures for known in counting for figures in benefits_of(scene, known, selection)), counting)
    return Content(
        lines=shown,
        sums=sums,
        blocks=_blocks(shown, sums, selection) if shown else (nothing_of("benefits.none", scene, selection),),
        sentences=lambda: map(sentence, shown),
        hints=_HINTS if shown else (),
        not_shown=tuple(_not_shown(scene, counted, selection)),
    )


def benefit_line(scene: Scene, known: Known, figures: BenefitFigures) -> BenefitLine:
    """A benefit's line, with the benefit that it is part of where there is one."""
    if figures.known.benefit.part_of is None:
        return BenefitLine(known, figures)
    name, _, item = figures.known.benefit.part_of.partition("/")
    wholes = (one for one in scene.figures.get(name, ()) if one.known.benefit.id == item)
    return BenefitLine(known, figures, next(wholes, None))


def _not_shown(scene: Scene, counted: Sequence[Known], selection: Selection) -> Iterator[NotShown]:
    others = (known for known in counted if not known.counts)
    count = 0 if selection.state else sum(1 for known in others for _ in benefits_of(scene, known, selection))
    if count:
        command = f"staircase benefits --state planned --state stopped{selection.options}"
        yield NotShown("hidden-benefit", count, command)


_HINTS = (Said("hint.show", {}), "staircase show ID"), (Said("hint.gaps-all", {}), "staircase gaps")


def _weight(line: BenefitLine) -> tuple[object, ...]:
    """The order: by kind, and within it by what is possible, largest first."""
    figures = line.figures
    potential = dearest(figures.potential or NOTHING)
    return (KINDS.index(line.group), *potential, line.known.id, figures.known.number)


def _blocks(shown: Sequence[BenefitLine], sums: Sums, selection: Selection) -> Iterator[Block]:
    if selection.columns or selection.sort:
        yield BENEFITS.single_table(shown, selection)
    else:
        yield kind_by_kind(shown, sums, selection, BENEFITS.usual_fields())
        yield LEGEND
    yield worth_facts(sums)


LEGEND = Legend(((Sign.GAUGE, "legend.realised"), (Sign.PLAN, "legend.planned"), (Sign.NOTHING, "legend.unset")))
"""What the signs in the table stand for."""


def kind_by_kind(
    shown: Sequence[BenefitLine], sums: Sums, selection: Selection, fields: Sequence[Field[BenefitLine]]
) -> Table:
    """The lines in one table, kind by kind, each under its sums."""
    of_kinds = _of_kinds(shown)
    made = table(_headed(of_kinds, selection, sums), fields, group_key="kind")
    groups = (group._replace(flat=Word(f"kind.{kind}")) for group, kind in zip(made.groups, of_kinds, strict=True))
    return made._replace(groups=tuple(groups))


def _of_kinds(shown: Sequence[BenefitLine]) -> Mapping[BenefitKind, Sequence[BenefitLine]]:
    """The lines of each kind that there is."""
    by_kind: dict[BenefitKind, list[BenefitLine]] = {kind: [] for kind in KINDS}
    for line in shown:
        by_kind[line.group].append(line)
    return {kind: of for kind, of in by_kind.items() if of}


def _headed(
    of_kinds: Mapping[BenefitKind, Sequence[BenefitLine]], selection: Selection, sums: Sums
) -> Iterator[tuple[Term, Sequence[BenefitLine]]]:
    """The lines of each kind under the sums of its own: those of the whole, unless states are asked for."""
    for kind, of in of_kinds.items():
        own = kind_totals(line.figures for line in of) if selection.state else sums.kinds
        yield _heading(kind, own[kind]), of


def _heading(kind: BenefitKind, of: KindTotals) -> Term:
    """A kind with its sums, each with its share of what is possible; without worth, how many targets are reached."""
    terms: dict[str, Term] = {"kind": Word(f"kind.{kind}"), "achieved": of.achieved}
    terms["targets"] = Count(of.targets, "target")
    if not of.potential or of.now is None or kind in {"quality", "unsorted"}:
        return Said("benefits.group.targets" if of.targets else "benefits.group.no-target", terms)
    most = largest(of.potential, of.now, of.taken_home)
    terms |= {"potential": Money(of.potential, beside=most)}
    terms |= {"now": Money(of.now, beside=most, bare=True), "now_share": Share(of.now / of.potential)}
    if of.taken_home is None:
        return Said("benefits.group.worth", terms)
    taken, share = Money(of.taken_home, beside=most, bare=True), Share(of.taken_home / of.potential)
    return Said(f"benefits.group.{kind}", {**terms, "taken": taken, "taken_share": share}, "benefits.group.worth")


def worth_facts(sums: Sums) -> Facts:
    """What it costs, and what is left."""
    costs = costs_in_words(sums.costs.one_off, sums.costs.per_year)
    return Facts(
        (
            Fact("benefits.costs", (Cell(costs or Said("benefits.no-costs", {})),)),
            Fact("benefits.net.cash", _net_cells(sums.cash)),
            Fact("benefits.net.with_capacity", _net_cells(sums.with_capacity)),
        )
    )


def _net_cells(net: Net) -> tuple[Cell, ...]:
    """Net now and at target, each as far as it is known, and when it is paid back; a dash where none of it is known."""
    now, at_target = net.now, net.at_target
    if now is None and at_target is None:
        return (Cell(None),)
    lost, most = now is not None and now < 0, largest(now, at_target)
    now_said, then_said = (
        None if amount is None else Said(key, {"amount": Money(amount, beside=most)})
        for key, amount in (("benefits.now", now), ("benefits.at_target", at_target))
    )
    return (
        Cell(now_said, Tone.BAD if lost else Tone.PLAIN),
        Cell(then_said),
        Cell(_payback(net)),
    )


def _payback(net: Net) -> Said:
    if net.payback_years is not None:
        years = Fraction(round(net.payback_years * 10), 10)
        if not years and net.payback_years:
            return Said("benefits.payback.soon", {})
        return Said("benefits.payback.one", {}) if years == 1 else Said("benefits.payback", {"years": Quantity(years)})
    return Said("benefits.payback.never" if net.payback is Payback.NEVER else "benefits.payback.unset", {})


def sentence(line: BenefitLine) -> Said:
    """One sentence for a benefit, to be read aloud."""
    figures, benefit = line.figures, line.benefit
    terms: dict[str, Term] = {
        "id": Code(line.known.id),
        "title": Name(benefit.title),
        "kind": Word(f"kind.{line.group}"),
        "standing": Word(f"standing.{figures.standing}"),
    }
    opening = Said("plain.benefits", terms)
    if figures.realised is not None and figures.standing is not BenefitStanding.UNSET:
        opening = Said("plain.benefits.measured", terms | {"realised": Share(figures.realised)})
    if benefit.part_of is not None:
        opening = Said("plain.benefits.part", terms | {"whole": Name(benefit.part_of), "standing": _ELSEWHERE})
        return BENEFITS.aloud(line, opening, _OPENING | {"way"})
    return BENEFITS.aloud(line, opening, _OPENING)


_OPENING = {"assignment", "title", "realised", "standing"}
