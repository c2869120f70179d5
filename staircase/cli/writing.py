"""An event of the programme, written: what is missing is asked for, it is planned and judged, its files are saved."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields, replace
from datetime import date
from functools import partial
from typing import Any, get_args, get_origin, get_type_hints

from typer.models import OptionInfo, ParameterInfo

from staircase import store
from staircase.cli import DONE, MISUSED, UNWRITTEN, say
from staircase.cli import write as put
from staircase.cli.app import GlobalOptions
from staircase.cli.environment import is_terminal, texts, width
from staircase.cli.options import WriteOptions
from staircase.cli.reading import Settings, loaded, name_unread, settings, words_of
from staircase.cli.usage import MisuseError, echoed, hint
from staircase.core.assess import assess
from staircase.core.choices import Language
from staircase.core.edits import EventGround, EventPlan, EverydayEvent, RefusedError
from staircase.core.edits.outcome import WrittenEvent, ensured, outcome, report
from staircase.core.edits.values import Choice, Question, is_worth_asking, judge, question_for
from staircase.core.finding import command
from staircase.core.load import Shelf
from staircase.core.period import NoSuchDateError, NotADateError, parse_fact
from staircase.core.suggest import UNKNOWN, letters
from staircase.render import patch, render
from staircase.render.layout import hanging
from staircase.system import said_reason
from staircase.words.speech import Words

Texts = Mapping[str, str]

MOST_CHOICES = 12
"""How many choices are listed at once; more are found by typing a part of them."""


@dataclass(frozen=True, slots=True)
class EventValues:
    """An event with its values, and the assignments that it is about."""

    event: EverydayEvent
    ids: tuple[str, ...]

    def subjects(self, ground: EventGround) -> tuple[str, ...]:
        """Whom it is about, by their ids, also the one that an assignment gets."""
        new = getattr(self.event, "new", None)
        return (*(ground.id_of("assignment", one) for one in self.ids), *([new] if new else []))

    def plan(self, ground: EventGround, said: Texts) -> EventPlan:
        """What the event comes to; where one of several of its fields would settle it, which one is asked for.

        Raises:
            RefusedError: it makes no sense.
        """
        try:
            return self.event.plan(ground)
        except RefusedError as error:
            if not error.either or not is_asked():
                raise
            choices = tuple(Choice(one, said[f"ask.either.{one}"]) for one in error.either)
            settled = ask(said["ask.either"], Question(choices), said)
            return replace(self.event, **{settled: True}).plan(ground)  # type: ignore[type-var]  # events are dataclasses


Complete = Callable[[EventGround, Words], EventValues]
"""Makes an event of what was given, and of what is asked for in these words."""


def write(options: WriteOptions, name: str, event: type[EverydayEvent]) -> int:
    """Write an event of what was given and what is asked for; returns 0, 2 where it makes no sense, or 74."""
    return _write(options, name, lambda ground, words: completed(options, name, event, ground, words))


def write_event(options: WriteOptions, name: str, event: EverydayEvent, ids: tuple[str, ...]) -> int:
    """Write an event that is whole, and is about those assignments; returns the same."""
    return _write(options, name, lambda _ground, _words: EventValues(event, ids))


def _write(options: WriteOptions, name: str, complete: Complete) -> int:
    told = settings(options)
    day, shelf = day_of(options.on, told), Shelf()
    try:
        if not options.dry_run:
            store.settle(told.root)
    except store.NotWrittenError as error:
        return not_written(error, told.language(None))
    portfolio = loaded(told, shelf)
    before = assess(portfolio, told.today, told.today)
    words = words_of(told, before)
    try:
        ground = EventGround(portfolio, day, told.today)
        values = complete(ground, words)
        plan = values.plan(ground, texts(words.language))
        found = outcome(plan, shelf, before)
        if not plan.may_repeat:
            ensured(found.files, day)
        diff = patch.exact(found.files) if options.json else patch.render(found.files, is_seen=is_terminal(sys.stdout))
        written = WrittenEvent(found, values.subjects(ground), diff, options.dry_run)
        if not options.dry_run:
            store.write(told.root, [store.FileChange(*file) for file in found.files])
    except RefusedError as error:
        return refused(error, words, name)
    except store.NotWrittenError as error:
        return not_written(error, words.language)
    except MisuseError as error:
        error.language = words.language
        raise
    _show(written, options, told, words)
    return DONE


def day_of(written: str | None, told: Settings) -> date:
    """The day of an event: as ``--on`` says, else today.

    Raises:
        MisuseError: it is none.
    """
    if written is None:
        return told.today
    try:
        return parse_fact(written)
    except (NotADateError, NoSuchDateError) as error:
        raise MisuseError(key="shell.bad_date", word=written, places={"option": "--on"}) from error


def refused(error: RefusedError, words: Words, name: str) -> int:
    """Write why an event makes no sense, what may have been meant, and the nearest call that does."""
    said = texts(words.language)
    say(said["shell.error"].format(message=reason_of(error, words)))
    if error.call:
        say(said["shell.nearest_call"].format(call=error.call))
    say(said["shell.help"].format(command=f"staircase {name}"))
    return MISUSED


def not_written(error: store.NotWrittenError, language: Language) -> int:
    """The exit code where nothing could be written, with the reason on stderr."""
    said = texts(language)
    detail = echoed(said_reason(error.detail, said))
    reason = said[f"shell.not_written.{error.reason}"].format(path=echoed(error.path), detail=detail)
    say(said["shell.error"].format(message=reason))
    return UNWRITTEN


def _show(written: WrittenEvent, options: WriteOptions, told: Settings, words: Words) -> None:
    """What was written and what it meant; of what was only tried, the lines that would change."""
    review = written.outcome.review
    if options.json:
        put(render(report(written), "json", told.look, words), "utf-8")
    elif options.dry_run:
        put(written.diff, None if is_terminal(sys.stdout) else "utf-8")
        say(words.say(review.headline))
    else:
        put(render(report(written), "table", told.look, words))
    name_unread(review.unread, told, texts(words.language))


def is_asked() -> bool:
    """Whether a person is there to be asked."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


@dataclass(frozen=True, slots=True)
class Value:
    """A value as a command takes it.

    Attributes:
        name: the name of its field.
        option: the option that it follows; empty for an argument.
        placeholder: the key of the word that stands for it.
        given: what was given; ``None`` or an empty list where nothing was.
        is_open: whether dots were given in its place, as in the commands that reports show.
    """

    name: str
    option: str
    placeholder: str
    given: Any
    is_open: bool

    @property
    def is_missing(self) -> bool:
        """Whether nothing was given."""
        return self.given is None or self.given == []

    def called(self, said: Texts) -> str:
        """What people know it by: its option, or the argument's placeholder."""
        return self.option or said[f"metavar.{self.placeholder}"]

    def words(self, said: Texts, *, is_needed: bool) -> list[str]:
        """How it stands in a command: with its placeholder where it is needed and missing."""
        lead = [self.option] if self.option else []
        if self.is_missing or self.given is False:
            return [*lead, said.get(f"metavar.{self.placeholder}", UNKNOWN)] if is_needed else []
        given = [] if self.given is True else self.given if isinstance(self.given, list) else [self.given]
        return [*lead, *map(str, given)]


def completed(
    options: WriteOptions, name: str, kind: type[EverydayEvent], ground: EventGround, words: Words
) -> EventValues:
    """An event with all its values.

    Args:
        options: what was given.
        name: the command's name.
        kind: the event; a field without a default is needed, and one that was left open with dots; one whose metadata
            say ``asked`` is asked for along with these.
        ground: what to choose from.
        words: what to ask it in.

    Raises:
        MisuseError: something is needed and missing, and nobody is there to be asked.
        KeyboardInterrupt: the reader does not answer.
    """
    values = {value.name: value for value in _values(options)}
    wanted = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]  # events are dataclasses
    missing = [field for field in wanted.values() if _is_needed(field, values[field.name])]
    if missing and not is_asked():
        raise _nothing_for(missing, values, name, texts(words.language))
    given = _asked(name, wanted, values, ground, words)
    found = given.get("ids") or ([given["id"]] if "id" in given else [])
    return EventValues(kind(**given), tuple(found))


def _is_needed(field: "Field[Any]", value: Value) -> bool:
    """Whether a value is missing that an event can't do without, or that was left open."""
    has_default = field.default is not MISSING or field.default_factory is not MISSING
    return value.is_missing and (value.is_open or not has_default)


def _values(options: WriteOptions) -> Iterator[Value]:
    hints = get_type_hints(type(options), include_extras=True)
    for field in fields(options):
        about = next(one for one in get_args(hints[field.name]) if isinstance(one, ParameterInfo))
        declared = (about.default, *(about.param_decls or ()))  # Typer keeps the first name as a default
        option = next((one for one in declared if isinstance(one, str) and one.startswith("--")), "")
        given = getattr(options, field.name)
        several = given if isinstance(given, list) else [given]
        said = [one for one in several if one != UNKNOWN]
        yield Value(
            field.name,
            option if isinstance(about, OptionInfo) else "",
            str(about.metavar or ""),
            said if isinstance(given, list) else next(iter(said), None),
            is_open=len(said) < len(several),
        )


def _nothing_for(missing: "list[Field[Any]]", values: Mapping[str, Value], name: str, said: Texts) -> MisuseError:
    """Name all that is missing, with the whole command that would do."""
    needed = {field.name for field in missing}
    own = [value for value in values.values() if value.name not in _GENERAL]
    ordered = sorted(own, key=lambda value: bool(value.option))
    called = ", ".join(value.called(said) for value in ordered if value.name in needed)
    words = [word for value in ordered for word in value.words(said, is_needed=value.name in needed)]
    whole = command(name, *words)
    return MisuseError("shell.values_missing", called, places={"whole": whole}, command=f"staircase {name}")


_GENERAL = frozenset(field.name for field in fields(GlobalOptions))
"""What every command takes, which is no value of an event."""


def _asked(
    name: str, wanted: "Mapping[str, Field[Any]]", values: Mapping[str, Value], ground: EventGround, words: Words
) -> dict[str, Any]:
    """What was given, and what is missing, asked for in the order of the event's fields.

    Where nothing is missing, or only what was left open, nothing else is asked for.
    """
    found = {one: values[one].given for one in wanted if not values[one].is_missing}
    needed = {one: field for one, field in wanted.items() if _is_needed(field, values[one])}
    is_whole = all(values[one].is_open for one in needed)
    for field in wanted.values():
        is_needed = field.name in needed
        if not is_needed and (is_whole or field.name in found or not field.metadata.get("asked")):
            continue
        if not is_needed and not is_worth_asking(found, ground, command=name):
            continue
        question = _labelled(question_for(field.name, found, ground, command=name, may_be_open=not is_needed), words)
        said, refusal = texts(words.language), partial(_refusal, name, field.name, ground, words)
        if answer := ask(_text(name, values[field.name], said), question, said, refusal=refusal):
            found[field.name] = [answer] if get_origin(field.type) is list else answer
    return found


def _labelled(question: Question, words: Words) -> Question:
    """A question whose choices have their words."""
    choices = (one._replace(label=words.text(one.word)) if one.word else one for one in question.choices)
    return question._replace(choices=tuple(choices))


def _refusal(name: str, field: str, ground: EventGround, words: Words, answer: str) -> str:
    """Why an answer can't be used; empty where it can."""
    try:
        judge(field, answer, ground, command=name)
    except RefusedError as error:
        return reason_of(error, words)
    return ""


def reason_of(error: RefusedError, words: Words) -> str:
    """Why something makes no sense, and what may have been meant."""
    return f"{words.say(error.said)} {hint(error.word, error.choices, texts(words.language))}".rstrip()


def _text(name: str, value: Value, said: Texts) -> str:
    """The question for a value of a command."""
    own = said.get(f"ask.{name}.{value.name}") or said.get(f"ask.{value.name}")
    return own or said["ask.other"].format(option=value.called(said))


def _taken(_: str) -> str:
    return ""


def ask(text: str, question: Question, said: Texts, *, refusal: Callable[[str], str] = _taken) -> str:
    """The answer to a question; empty only where it may be left open.

    Args:
        text: the question.
        question: what may be answered.
        said: what the shell says.
        refusal: why an answer can't be used, after which it is asked for again; empty where it can.

    Raises:
        KeyboardInterrupt: the reader has had enough: nothing is written then.
    """
    say("\n".join(hanging(text, width(), indent=0)))
    shown: Sequence[Choice] = question.choices
    _list(shown, said)
    while True:
        answer = _answer(question, said) or question.default
        if not answer and question.may_be_open:
            return ""
        if not answer:
            continue
        if reason := refusal(answer):
            say(said["shell.error"].format(message=reason))
            continue
        found = _meant(answer, shown, question)
        if len(found) == 1:
            return found[0].value
        if found:
            shown = found
        else:
            say(said["shell.no_match"].format(word=answer))
        _list(shown, said)


def _meant(answer: str, shown: Sequence[Choice], question: Question) -> Sequence[Choice]:
    """The choices that an answer may mean: one by its number or its name, else all that hold it, or something new."""
    if answer.isdecimal() and 0 < int(answer) <= min(len(shown), MOST_CHOICES):
        return [shown[int(answer) - 1]]
    exact = [choice for choice in question.choices if answer == choice.value]
    if exact or question.may_be_new or not question.choices:
        return exact or [Choice(answer)]
    wanted = letters(answer)
    return [choice for choice in question.choices if wanted in letters(f"{choice.value} {choice.label}")]


def _list(choices: Sequence[Choice], said: Texts) -> None:
    for number, choice in enumerate(choices[:MOST_CHOICES], 1):
        say(f"  {number:>2}  {choice.value}  {choice.label}".rstrip())
    if len(choices) > MOST_CHOICES:
        say(said["shell.more_choices"].format(count=len(choices) - MOST_CHOICES))


def _answer(question: Question, said: Texts) -> str:
    likely = f"[{question.default}]" if question.default else said["shell.may_be_open"] if question.may_be_open else ""
    sys.stderr.write(f"{likely}> ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise KeyboardInterrupt
    return line.strip()
