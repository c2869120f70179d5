"""Reports: settings, assessment and selection of what was asked for, one call for the report, its text written out."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from staircase.cli import write
from staircase.cli.app import GlobalOptions
from staircase.cli.environment import texts
from staircase.cli.options import (
    FilterOptions,
    FlowOptions,
    GapsOptions,
    LessonsOptions,
    ReportOptions,
    RoadmapOptions,
    ShowOptions,
    StatusOptions,
)
from staircase.cli.reading import (
    form_of,
    identified,
    language_of,
    name_unread,
    read,
    settings,
    several,
    unknown_assignment,
    words_of,
)
from staircase.cli.usage import MisuseError
from staircase.core.assess import Assessment
from staircase.core.choices import Language
from staircase.core.reports import Report
from staircase.core.reports.outline import Outline
from staircase.core.reports.select import Selection, Unknown, in_ids, problems
from staircase.render import render

Maker = Callable[[Assessment, Selection], Report]


def status(options: StatusOptions) -> int:
    """Show where everything stands."""
    from staircase.core.reports import status as report  # noqa: PLC0415 - start-up: a run loads only the report it makes

    return _show(options, report.STATUS, partial(report.status, by=options.by))


def status_of(options: GlobalOptions) -> int:
    """Show the status where no command is named."""
    return status(
        StatusOptions(portfolio=options.portfolio, lang=options.lang, color=options.color, debug=options.debug)
    )


def departments(options: ReportOptions) -> int:
    """Show how far each operation has come."""
    from staircase.core.reports import departments as report  # noqa: PLC0415 - as above

    return _show(options, report.DEPARTMENTS, report.departments)


def benefits(options: ReportOptions) -> int:
    """Show what benefits are worth and what has been taken home."""
    from staircase.core.reports import benefits as report  # noqa: PLC0415 - as above

    return _show(options, report.BENEFITS, report.benefits)


def roadmap(options: RoadmapOptions) -> int:
    """Show the departments' roadmaps in time."""
    from staircase.core.reports import roadmap as report  # noqa: PLC0415 - as above

    return _show(options, report.ROADMAP, partial(report.roadmap, buckets=options.bucket))


def gaps(options: GapsOptions) -> int:
    """Show what is missing, or what is missing to the next step."""
    from staircase.core.reports import findings as report  # noqa: PLC0415 - as above
    from staircase.core.reports.departments import WAYS, ways  # noqa: PLC0415 - as above

    if options.roadmap:
        return _show(options, WAYS, ways)
    return _show(options, report.GAPS, partial(report.gaps, by=options.by))


def lessons(options: LessonsOptions) -> int:
    """Show what has been learned."""
    from staircase.core.reports import lessons as report  # noqa: PLC0415 - as above

    return _show(options, report.LESSONS, partial(report.lessons, words=options.words))


def flow(options: FlowOptions) -> int:
    """Show how much starts, ends and moves."""
    from staircase.core.reports import flow as report  # noqa: PLC0415 - as above

    return _show(options, report.FLOW, partial(report.flow, per=options.per))


def show(options: ShowOptions) -> int:
    """Show one assignment whole; one that does not exist is refused."""
    from staircase.core.reports.show import show as make_one  # noqa: PLC0415 - as above

    form = form_of(options)
    told = settings(options)
    assessment = read(told)
    words = words_of(told, assessment)
    portfolio = assessment.portfolio
    language = language_of(told, assessment)
    found = identified(options.id, "assignment", portfolio, language)
    if found is None:
        raise unknown_assignment(options.id, portfolio, "staircase show", language)
    report = make_one(assessment, found)
    write(render(report, form, told.look, words), None if form == "table" else "utf-8")
    return name_unread(portfolio.unreadable, told, texts(told.language(words.language)))


def _show(options: ReportOptions, outline: Outline[Any, Any], make: Maker) -> int:
    """Make a report and write it; returns 1 when a file could not be read, else 0."""
    form = form_of(options)
    told = settings(options)
    assessment = read(told)
    language = language_of(told, assessment)
    selection = selected(options, assessment, language, report=outline.name, keys=outline.keys)
    report = make(assessment, selection)
    write(render(report, form, told.look, words_of(told, assessment)), None if form == "table" else "utf-8")
    return name_unread(report.unreadable, told, texts(language))


def selected(
    options: FilterOptions, assessment: Assessment, language: Language, *, report: str = "", keys: tuple[str, ...] = ()
) -> Selection:
    """What is asked for, in ids; a value that the portfolio, or a report with those keys, does not have is refused."""
    selection = in_ids(_selection(options), assessment.portfolio)
    _refuse(problems(assessment, selection, report, keys) if assessment.scene else (), language)
    return selection


def _selection(options: FilterOptions) -> Selection:
    filters = Selection(
        department=tuple(options.department),
        step=tuple(options.step),
        state=tuple(options.state),
        lead=tuple(options.lead),
        owner=tuple(options.owner),
        tag=tuple(options.tag),
        goal=tuple(options.goal),
    )
    if not isinstance(options, ReportOptions):
        return filters
    columns = tuple(filter(None, map(str.strip, (options.columns or "").split(","))))
    return filters._replace(sort=options.sort or "", columns=columns)


def _refuse(unknown: Sequence[Unknown], language: Language) -> None:
    """Refuse the first value that the portfolio or the report does not know."""
    for each in unknown:
        if each.is_shared:
            raise several(each.word, each.choices, language)
        key = "shell.unknown_column" if each.option in {"sort", "columns"} else "shell.unknown_value"
        places = {"option": f"--{each.option}"}
        raise MisuseError(key, each.word, each.choices, places, language=language, names=each.names)
