"""``diff`` and ``log``, made and written: two sides read and compared on one day, or a history commit by commit."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from staircase import git, history
from staircase.cli import DONE, FAILED, write
from staircase.cli.environment import here, texts
from staircase.cli.options import DiffOptions, LogOptions
from staircase.cli.reading import (
    Progress,
    Settings,
    form_of,
    identified,
    language_of,
    loaded,
    name_unread,
    name_unread_before,
    repository_prefix,
    settings,
    unknown_assignment,
    words_of,
)
from staircase.cli.sides import SHORT, NamedSide, PortfolioReader, refusal, root_of, say_where, sides
from staircase.cli.usage import MisuseError
from staircase.core.assess import Assessment, assess, nothing_beside
from staircase.core.choices import ReviewOrder
from staircase.core.comparison.block import blocks
from staircase.core.comparison.change import Change
from staircase.core.comparison.difference import changes
from staircase.core.comparison.kinds import Direction
from staircase.core.load import Shelf, assignment_id
from staircase.core.log import CommitChanges, History, log
from staircase.core.portfolio import Portfolio
from staircase.core.review import EventLine, Review, diff, lines, review
from staircase.core.source import spelled_name
from staircase.core.term import Code, Said, Word
from staircase.render import render
from staircase.render.markdown import Comment, CommentRow, render_comment


def show_diff(options: DiffOptions) -> int:
    """What a change means, written; returns 1 where that was asked for or a file could not be read, else 0."""
    form = form_of(options)
    told = settings(replace(options, portfolio=root_of(options, here())))
    before, after = sides(options, told)
    found = review(*_assessed(before, after, told), before.name, after.name)
    assessed = found.after if found.after.portfolio.program else found.before
    words = words_of(told, assessed)
    if form == "markdown":
        write(render_comment(_comment(found, after, options.by, told), words), "utf-8")
    else:
        write(render(diff(found, options.by), form, told.look, words), None if form == "table" else "utf-8")
    said = texts(language_of(told, assessed))
    for side in (before, after):
        say_where(side, told, said)
    name_unread_before(found.unread_before, told._replace(root=before.root), said)
    return name_unread(found.after.portfolio.unreadable, told, said) or _code(options, found)


def _assessed(before: NamedSide, after: NamedSide, told: Settings) -> tuple[Assessment, Assessment]:
    """Both sides on one day; beside one without a portfolio there is nothing."""
    days = (told.as_of, told.today)
    if after.portfolio:
        now = assess(after.portfolio, *days)
        return assess(before.portfolio, *days, beside=now) if before.portfolio else nothing_beside(now), now
    if before.portfolio:
        was = assess(before.portfolio, *days)
        return was, nothing_beside(was)
    places = {"revision": after.mark[:SHORT], "folder": repository_prefix(told).rstrip("/") or "."}
    raise refusal(git.RevisionError(reason="no-portfolio", places=places), told)


def _code(options: DiffOptions, found: Review) -> int:
    is_back = any(change.direction is Direction.BACK for change in found.changes)
    asked = (options.exit_code and found.changes) or (options.fail_on == "back" and is_back)
    return FAILED if asked else DONE


def _comment(found: Review, after: NamedSide, by: ReviewOrder, told: Settings) -> Comment:
    prefix = repository_prefix(told)
    return Comment(
        key=prefix.rstrip("/") or ".",
        head=after.mark,
        headline=found.headline,
        changes=tuple(_told(line, prefix) for line in found.event_lines(by)),
        closing=(*found.whole.lines, found.verdict, found.compared),
    )


def _told(line: EventLine, prefix: str) -> CommentRow:
    event, place = line.event, line.place
    return CommentRow(
        direction=Word(f"direction.{event.direction}"),
        subject=line.subject,
        message=event.message,
        place=spelled_name(f"{prefix}{place.path}:{place.line}") if place else "",
        weight=event.weight,
    )


def show_log(options: LogOptions) -> int:
    """What each commit meant, written; returns 1 where a file cannot be read now, else 0."""
    form = form_of(options)
    told = settings(options)
    (name, between), most = _asked(options), _number(options)
    shelf = Shelf()
    now = assess(loaded(told, shelf), told.as_of, told.today)
    words, language = words_of(told, now), language_of(told, now)
    name = name and (identified(name, "assignment", now.portfolio, language) or name)
    try:
        found = _history(told, shelf, most, (name, between), is_dated=options.as_of is not None)
    except git.RevisionError as error:
        raise refusal(error, told) from error
    if name is not None and name not in now.portfolio.ids and not found:  # nor was it ever
        raise unknown_assignment(name, now.portfolio, "staircase log", language)
    program = now.portfolio.program
    whole = History(
        program.organisation if program else "",
        program.name if program else "",
        told.as_of,
        found[:most],
        now.portfolio.unreadable,
        more=len(found) > most,
    )
    write(render(log(whole), form, told.look, words), None if form == "table" else "utf-8")
    return name_unread(now.portfolio.unreadable, told, texts(language))


def _history(
    told: Settings, shelf: Shelf, most: int, asked: tuple[str | None, str | None], *, is_dated: bool
) -> tuple[CommitChanges, ...]:
    """So many commits, and one more: it tells whether there are older ones."""
    reader = PortfolioReader(told, shelf, git.repository(told.root))
    name, between = asked
    since, _, head = (between or "").partition("..")
    repository = reader.repository
    newest = git.commit(repository, head.removeprefix(".") or "HEAD") if between else git.head_commit(repository)
    bound = git.commit(repository, since or "HEAD") if between else None
    teller = _LogReader(reader, told, told.as_of if is_dated else None, name)
    title = texts(told.language(None))["shell.history"]
    with Progress(title, colour=told.look.colour) as progress:
        return tuple(islice(teller.told(newest, bound, progress), most + 1))


def _asked(options: LogOptions) -> tuple[str | None, str | None]:
    """The assignment and the range that are asked for, in either order."""
    written = [one for one in (options.which, options.between) if one is not None]
    ranges = [one for one in written if ".." in one]
    names = [one for one in written if ".." not in one]
    if len(ranges) > 1 or len(names) > 1:
        raise MisuseError(key="shell.extra", word=written[1], command="staircase log")
    return next(iter(names), None), next(iter(ranges), None)


def _number(options: LogOptions) -> int:
    if not options.number.isdecimal() or not int(options.number[:9]):
        raise MisuseError(key="shell.not_a_number", word=options.number, places={"option": "--number"})
    return int(options.number[:9])


@dataclass(slots=True)
class _LogReader:
    """Tells commits, newest first, through the folders that the portfolio stood in.

    Follows one assignment through its former names, if it is asked for one.
    """

    reader: PortfolioReader
    settings: Settings
    as_of: date | None
    name: str | None
    read: dict[str, Portfolio | None] = field(default_factory=dict)
    last: Assessment | None = None
    """The side before of the commit that was told last, which is most often the side after of the next one."""

    def told(self, newest: str, bound: str | None, progress: Progress) -> Iterator[CommitChanges]:
        """Each commit that meant something, or that could not be told."""
        head: str | None = newest
        while head is not None:
            commits = history.commits(self.reader.repository, head, bound, self.reader.paths)
            progress.expect(len(commits))
            head, days, reader = None, history.days(self.reader.repository, commits), self.reader
            for commit, day in zip(commits, days, strict=True):
                progress.step()
                if self._concerns(commit):
                    told = self._told(commit, day)
                    if told.why or told.lines:
                        yield told
                if self.reader is not reader:  # the commit moved the portfolio
                    head = commit.parent
                    break

    def _concerns(self, commit: history.Commit) -> bool:
        return self.name is None or any(assignment_id(path) == self.name for path in commit.paths)

    def _told(self, commit: history.Commit, own: date | None) -> CommitChanges:
        after = self._at(commit.id)
        before = self._before(commit, after)
        if after is None:
            return CommitChanges(commit.id, own, None, Said("log.unreadable", {}))
        if before is None:
            return CommitChanges(commit.id, own, None, Said("log.begins" if self._is_first(commit) else "log.cut", {}))
        day = self.as_of or own or self.settings.today
        days = (day, max(day, self.settings.today))
        found = self._own(changes(*self._assessed(before, after, days)))
        return CommitChanges(commit.id, own, lines(found, blocks(found), before, after))

    def _before(self, commit: history.Commit, after: Portfolio | None) -> Portfolio | None:
        """Read the portfolio before a commit, in the folder that it was moved from, if the commit moved it."""
        if commit.parent is None:
            return None
        before = self._at(commit.parent)
        if before or after is None:
            return before
        moved = NamedSide(after, Code(commit.id), commit.id, self.settings.root)
        folder = self.reader.before_move(commit.parent, moved)
        if folder is None:
            return None
        self.reader = replace(self.reader, place=folder)
        del self.read[commit.parent]
        return self._at(commit.parent)

    def _assessed(self, before: Portfolio, after: Portfolio, days: tuple[date, date]) -> tuple[Assessment, Assessment]:
        """Both sides on the days; what neither the commit nor the one told last has touched is judged once."""
        last = self.last
        is_known = last is not None and last.portfolio is after and (last.day, last.today) == days
        now = last if last and is_known else assess(after, *days, beside=last)
        self.last = assess(before, *days, beside=now)
        return self.last, now

    def _is_first(self, commit: history.Commit) -> bool:
        """Whether nothing came before a commit; where a history is cut short, that is not known."""
        return commit.parent is not None or not self.reader.repository.is_shallow

    def _own(self, found: tuple[Change, ...]) -> tuple[Change, ...]:
        """The changes of the assignment that is asked for; its name before a rename is noted."""
        if self.name is None:
            return found
        own = tuple(
            one for one in found if one.subject.kind == "assignment" and self.name in {one.subject.id, one.was.id}
        )
        self.name = next((one.was.id for one in own if one.kind == "assignment-renamed"), self.name)
        return own

    def _at(self, commit: str) -> Portfolio | None:
        """Read the portfolio at a commit; none where it has none."""
        if commit not in self.read:
            self.read = {**dict(list(self.read.items())[-1:]), commit: self.reader.found(commit)}
        return self.read[commit]
