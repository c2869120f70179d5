"""What the programme declares: departments, goals, documents, settings and rules."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from staircase.core.choices import STEPS
from staircase.core.comparison.change import Change, ProgramPair, Side, Sides, View, listed
from staircase.core.comparison.ids import DECLARED, Place, title_of
from staircase.core.comparison.parts import Placed, id_changes, matched
from staircase.core.finding import NO_TERMS, Subject, SubjectKind
from staircase.core.model import Part
from staircase.core.model.program import Department, Document, Goal, Program
from staircase.core.rules.table import LEVELS
from staircase.core.source import KeyPath
from staircase.core.term import Code, Name, Quantity, Term, Word

Declared = Department | Goal | Document
_Both = tuple[Placed[Declared], Placed[Declared]]


def program(pair: ProgramPair, ids: Mapping[Place, str]) -> Iterator[Change]:
    """The changes of what the programme declares; ``ids`` are those of now by the old ones."""
    for family in DECLARED:
        yield from _declared(pair, family, {place: new for place, new in ids.items() if place[0] == family})
    yield from _settings(pair)
    yield from _rules(pair)
    yield from _currency(pair)


def _declared(pair: ProgramPair, family: str, ids: Mapping[Place, str]) -> Iterator[Change]:
    former = {new: old for (_, old), new in ids.items()}
    for change in (*id_changes(pair, ids), *_of_list(pair, family)):
        yield _about(change, family, former)


def _of_list(pair: ProgramPair, family: str) -> Iterator[Change]:
    lists: tuple[tuple[Declared, ...], ...] = tuple(getattr(view.model, family) for view in (pair.before, pair.after))
    for match in matched(family, *lists):
        sides = (_whole(pair.before, family, match.before), _whole(pair.after, family, match.after))
        if match.before and match.after:
            yield from _changed(pair, (match.before, match.after))
        else:
            placed = match.after or match.before
            yield from pair.came(f"{family.removesuffix('s')}-added", sides, placed.part.id if placed else None)


def _about(change: Change, family: str, former: Mapping[str, str]) -> Change:
    """Let a department's or goal's change be about itself; documents belong to the programme."""
    kinds: Mapping[str, SubjectKind] = {"departments": "department", "goals": "goal"}
    name = change.item
    if family not in kinds or name is None:
        return change
    now, was = Subject(kinds[family], name), Subject(kinds[family], former.get(name, name))
    return replace(change, subject=now, was=was, item=None)


def _title(part: Declared) -> Name:
    return Name(title_of(part))


def _whole(view: View[Program], field: str, placed: Placed[Declared] | None) -> Side | None:
    return view.side((field, placed.number), None, title=_title(placed.part)) if placed else None


def _changed(pair: ProgramPair, placed: _Both) -> Iterator[Change]:
    before, after = (one.part for one in placed)
    if isinstance(before, Department) and isinstance(after, Department) and before.manager != after.manager:
        managers = tuple(Name(one.manager) if one.manager else None for one in (before, after))
        yield pair.told("manager-changed", _at(pair, ("departments", "manager"), placed, managers), after.id)
    if isinstance(before, Department) and isinstance(after, Department):
        yield from _ended(pair, placed, (before, after))
    if isinstance(before, Document) and isinstance(after, Document):
        adopted = tuple(pair.known(one.adopted) for one in (before, after))
        sides = _at(pair, ("documents", "adopted"), placed, adopted)
        yield from pair.came("document-adopted", sides, after.id)
        yield from _in_force(pair, placed, (before, after))


def _ended(pair: ProgramPair, placed: _Both, departments: tuple[Department, Department]) -> Iterator[Change]:
    """That a department has a last day, and what it became, or no longer has."""
    name = departments[1].id
    if heirs := departments[1].became or departments[0].became:
        became = tuple(one.to if one.became else None for one in departments)
        terms = {"heirs": Name(", ".join(heirs))}
        yield from pair.came("department-became", _at(pair, ("departments", "to"), placed, became, terms), name)
    else:
        ended = tuple(one.to for one in departments)
        yield from pair.came("department-ended", _at(pair, ("departments", "to"), placed, ended), name)


def _in_force(
    pair: ProgramPair,
    placed: _Both,
    documents: tuple[Document, Document],
) -> Iterator[Change]:
    for key, attribute in (("from", "from_"), ("to", "to")):
        days = tuple(getattr(document, attribute) for document in documents)
        if days[0] != days[1]:
            sides = _at(pair, ("documents", key), placed, days)
            yield pair.told("document-period-changed", sides, documents[1].id)


def _at(
    pair: ProgramPair,
    where: tuple[str, str],
    placed: _Both,
    values: tuple[Term | None, ...],
    terms: Mapping[str, Term] = NO_TERMS,
) -> Sides:
    """The places of a key of what is declared on both sides, where it says something."""
    before, after = (
        None if value is None else view.side((where[0], one.number, where[1]), value, title=_title(one.part), **terms)
        for view, one, value in zip((pair.before, pair.after), placed, values, strict=True)
    )
    return before, after


def _settings(pair: ProgramPair) -> Iterator[Change]:
    before, after = (dict(_values(("settings",), view.model.settings)) for view in (pair.before, pair.after))
    for keys, value in before.items():
        if value != after[keys]:
            named = listed(Word(f"step.{key}" if key in STEPS else f"key.{key}") for key in keys[1:])
            sides = (pair.before.side(keys, value, key=named), pair.after.side(keys, after[keys], key=named))
            yield pair.told("setting-changed", sides, ".".join(map(str, keys[1:])))


def _values(keys: KeyPath, part: Part) -> Iterator[tuple[KeyPath, Term]]:
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, Part):
            yield from _values((*keys, name), value)
        else:
            yield (*keys, name), Quantity(value)


def _rules(pair: ProgramPair) -> Iterator[Change]:
    before, after = pair.before.model.rules, pair.after.model.rules
    for rule in sorted({*before, *after}):
        if before.get(rule) != after.get(rule):
            yield pair.told("rule-changed", (_level(pair.before, rule), _level(pair.after, rule)), rule)


def _level(view: View[Program], rule: str) -> Side:
    """How severe a rule is: what the programme says, or what it is as usual."""
    own, usual = view.model.rules.get(rule), LEVELS.get(rule)
    level = own or usual
    side = view.side(("rules", rule), Code(level) if level else None, key=Code(rule))
    return replace(side, is_usual=own is None and usual is not None)


def _currency(pair: ProgramPair) -> Iterator[Change]:
    """Another currency: every amount says another worth."""
    sides = pair.sides(lambda view: view.side(("currency",), Code(view.model.currency)))
    yield from pair.differing("currency-changed", sides, "currency")
