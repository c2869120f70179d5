"""``diff``, made and written: both sides read, compared on one day, and rendered."""

from dataclasses import replace

from staircase import git
from staircase.cli.environment import here, texts
from staircase.cli.options import DiffOptions
from staircase.cli.output import DONE, FAILED, write
from staircase.cli.reading import language_of, words_of
from staircase.cli.report import form_of
from staircase.cli.settings import Settings, name_unread, name_unread_before, repository_prefix, settings
from staircase.cli.sides import SHORT, NamedSide, refusal, root_of, say_where, sides
from staircase.core.assess import Assessment, assess, nothing_beside
from staircase.core.choices import ReviewOrder
from staircase.core.comparison.kinds import Direction
from staircase.core.review import EventLine, Review, diff, review
from staircase.core.term import Word
from staircase.core.yaml.source import spelled_name
from staircase.render import render
from staircase.render.comment import Comment, CommentRow
from staircase.render.comment import render as render_comment


def show(options: DiffOptions) -> int:
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
    name_unread_before(found.unread_before, replace(told, root=before.root), said)
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
