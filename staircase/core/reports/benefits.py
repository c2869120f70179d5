"""``benefits``: what each benefit is worth, what has come of it, and what has been taken home, kind by kind."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from staircase.core.assess import Assessment
from staircase.core.figures import BenefitFigures, BenefitStanding
from staircase.core.known import Known
from staircase.core.reports.benefit_columns import ASKED, USUAL, Line, row, thousands
from staircase.core.reports.block import Block, Cell, Fact, Facts, Heading, Hints, Legend, Report, Sign, Tone, Value
from staircase.core.reports.columns import asked_for, table
from staircase.core.reports.empty import nothing_of, unread_lines, without_program
from staircase.core.reports.first import dearest
from staircase.core.reports.keys import KEYS
from staircase.core.reports.made import Made
from staircase.core.reports.select import ALL, Selection, in_order, is_one_of, matches
from staircase.core.rules.rule import Scene
from staircase.core.term import Code, Money, Name, Quantity, Said, Share, Term, Word
from staircase.core.totals import KINDS, BenefitKind, KindTotals, Net, Totals, kind_of, kind_totals, totals
from staircase.core.worth import NOTHING


def benefits(assessment: Assessment, selection: Selection = ALL) -> Report:
    """Make the report: benefits of open and completed assignments unless states are asked for."""
    scene = assessment.scene
    if scene is None:
        return without_program("benefits", assessment)
    counted = [known for known in scene.known.values() if matches(known, selection, state=False)]
    chosen = [known for known in counted if (matches(known, selection) if selection.state else known.counts)]
    of = [Line(known, figures) for known in chosen for figures in _owned(scene, known, selection)]
    shown = in_order(sorted(of, key=_weight), row, selection.sort)
    counting = [known for known in counted if known.counts]
    sums = totals((figures for known in counting for figures in _owned(scene, known, selection)), counting)
    return Report(
        name="benefits",
        keys=KEYS["benefits"],
        day=scene.day,
        program=scene.program.name,
        rows=Made(lambda: map(row, shown)),
        totals=_values(sums),
        unreadable=assessment.portfolio.unreadable,
        blocks=tuple(_blocks(assessment, scene, shown, sums, selection)),
        sentences=Made(lambda: map(sentence, shown)),
        columns=selection.columns,
    )


def _owned(scene: Scene, known: Known, selection: Selection) -> Iterator[BenefitFigures]:
    """Give an assignment's benefits, or those of the owners that are asked for."""
    for figures in scene.figures[known.id]:
        if not selection.owner or is_one_of(figures.known.benefit.owner or "", selection.owner):
            yield figures


def _weight(line: Line) -> tuple[object, ...]:
    """Order by kind, and within it by what is possible, largest first."""
    figures = line.figures
    potential = dearest(figures.potential or NOTHING)
    return (KINDS.index(kind_of(figures)), *potential, line.known.id, figures.known.number)


def _values(sums: Totals) -> Mapping[str, Value]:
    kinds: dict[str, Value] = {kind: _kind_values(of) for kind, of in sums.kinds.items()}
    costs = {"one_off": _money(sums.costs.one_off), "per_year": _money(sums.costs.per_year)}
    return {**kinds, "costs": costs, "net": {"cash": _net(sums.cash), "with_capacity": _net(sums.with_capacity)}}


def _kind_values(of: KindTotals) -> Mapping[str, Value]:
    return {
        "count": of.count,
        "measured": of.measured,
        "achieved": of.achieved,
        "potential": _money(of.potential),
        "now": _money(of.now),
        "taken_home": _money(of.taken_home),
    }


def _net(net: Net) -> Mapping[str, Value]:
    years = None if net.payback_years is None else Quantity(net.payback_years)
    return {"now": Money(net.now), "at_target": Money(net.at_target), "payback_years": years}


def _money(amount: Fraction | None) -> Money | None:
    return None if amount is None else Money(amount)


def _blocks(
    assessment: Assessment, scene: Scene, shown: Sequence[Line], sums: Totals, selection: Selection
) -> Iterator[Block]:
    yield Heading(scene.program.organisation, scene.program.name, scene.day)
    yield from unread_lines(assessment)
    if not shown:
        yield nothing_of("benefits.none", assessment, selection)
        return
    if selection.columns:
        yield table([(None, [row(line) for line in shown])], asked_for(selection.columns, ASKED))
    elif selection.sort:
        yield table([(None, shown)], USUAL)
    else:
        of_kinds = _of_kinds(shown)
        made = table(list(_headed(of_kinds, selection, sums)), USUAL, group_key="kind")
        groups = (group._replace(flat=Word(f"kind.{kind}")) for group, kind in zip(made.groups, of_kinds, strict=True))
        yield made._replace(groups=tuple(groups))
        yield Legend(((Sign.GAUGE, "legend.realised"), (Sign.PLAN, "legend.planned"), (Sign.NOTHING, "legend.unset")))
    yield Facts(tuple(_facts(sums)))
    yield Hints(((Said("hint.show", {}), "staircase show ID"), (Said("hint.gaps-all", {}), "staircase gaps")))


def _of_kinds(shown: Sequence[Line]) -> Mapping[BenefitKind, Sequence[Line]]:
    """Give the lines of each kind that there is."""
    by_kind: dict[BenefitKind, list[Line]] = {kind: [] for kind in KINDS}
    for line in shown:
        by_kind[kind_of(line.figures)].append(line)
    return {kind: of for kind, of in by_kind.items() if of}


def _headed(
    of_kinds: Mapping[BenefitKind, Sequence[Line]], selection: Selection, sums: Totals
) -> Iterator[tuple[Term, Sequence[Line]]]:
    """Put the lines of each kind under the sums of its own: those of the whole, unless states are asked for."""
    for kind, of in of_kinds.items():
        own = kind_totals(line.figures for line in of) if selection.state else sums.kinds
        yield _heading(kind, own[kind]), of


def _heading(kind: BenefitKind, of: KindTotals) -> Term:
    """Say a kind with its sums, each with its share of what is possible; without worth, how many reached the target."""
    terms: dict[str, Term] = {"kind": Word(f"kind.{kind}"), "achieved": of.achieved, "count": of.count}
    if not of.potential or of.now is None or kind in {"quality", "unsorted"}:
        return Said("benefits.group.counts", terms)
    terms |= {"potential": Money(of.potential)}
    terms |= {"now": thousands(of.now), "now_share": Share(of.now / of.potential)}
    if of.taken_home is None:
        return Said("benefits.group.worth", terms)
    taken: dict[str, Term] = {"taken": thousands(of.taken_home), "taken_share": Share(of.taken_home / of.potential)}
    return Said(f"benefits.group.{kind}", {**terms, **taken}, "benefits.group.worth")


def _facts(sums: Totals) -> Iterator[Fact]:
    yield Fact("benefits.costs", _costs(sums))
    yield Fact("benefits.net.cash", _net_cells(sums.cash))
    yield Fact("benefits.net.with_capacity", _net_cells(sums.with_capacity))


def _costs(sums: Totals) -> tuple[Cell, ...]:
    one_off, per_year = sums.costs.one_off, sums.costs.per_year
    once = Cell(Said("benefits.one_off", {"amount": Money(one_off, yearly=False)}) if one_off is not None else None)
    return (once, Cell(Said("benefits.per_year", {"amount": Money(per_year)}) if per_year is not None else None))


def _net_cells(net: Net) -> tuple[Cell, ...]:
    years = net.payback_years
    payback = (
        Said("benefits.payback", {"years": Quantity(Fraction(round(years * 10), 10))}) if years is not None else None
    )
    return (
        Cell(Said("benefits.now", {"amount": Money(net.now)}), Tone.BAD if net.now < 0 else Tone.PLAIN),
        Cell(Said("benefits.at_target", {"amount": Money(net.at_target)})),
        Cell(payback or Said("benefits.payback.never", {})),
    )


def sentence(line: Line) -> Said:
    """Give one sentence for a benefit, to be read aloud."""
    figures, benefit = line.figures, line.figures.known.benefit
    terms: dict[str, Term] = {
        "id": Code(line.known.id),
        "title": Name(benefit.title),
        "kind": Word(f"kind.{kind_of(figures)}"),
        "standing": Word(f"standing.{figures.standing}"),
    }
    if figures.realised is None or figures.standing is BenefitStanding.UNSET:
        return Said("plain.benefits", terms)
    return Said("plain.benefits.measured", terms | {"realised": Share(figures.realised)})
