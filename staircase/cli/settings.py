"""What a run has been told: one immutable value, decided once; the only place that reads the clock."""

import os
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from staircase import disk
from staircase.cli.app import GlobalOptions
from staircase.cli.environment import (
    chosen_language,
    has_colour,
    here,
    is_terminal,
    locale_language,
    named_portfolio,
    width,
)
from staircase.cli.options import DayOptions, ShapeOptions
from staircase.cli.usage import MisuseError
from staircase.core.choices import Language
from staircase.core.period import NoSuchDateError, NotADateError, parse_date
from staircase.render.look import Look, choose


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run has been told, by options, by variables and by what it writes to.

    Attributes:
        here: the folder that the run looks from.
        root: the portfolio's folder.
        asked_language: the language that was asked for; it goes before the portfolio's own.
        locale_language: the language for those who ask for none in a portfolio that names none.
        today: the day of the clock.
        as_of: the day to tell of.
        look: what the output can show.
    """

    here: Path
    root: Path
    asked_language: Language | None
    locale_language: Language
    today: date
    as_of: date
    look: Look

    def language(self, of_program: Language | None) -> Language:
        """Language in which to speak about a portfolio that names this one."""
        return self.asked_language or of_program or self.locale_language


def settings(options: GlobalOptions) -> Settings:
    """Decide the settings of a run; one that takes no day is about today.

    Raises:
        MisuseError: a day is none.
        NoPortfolioError: there is no portfolio.
    """
    today = today_told()
    as_of = options.as_of if isinstance(options, DayOptions) else None
    return Settings(
        here=here(),
        root=_root(options.portfolio),
        asked_language=chosen_language(options.lang, os.environ),
        locale_language=locale_language(os.environ),
        today=today,
        as_of=_day("--as-of", as_of) if as_of is not None else today,
        look=look_of(options),
    )


def today_told() -> date:
    """Today: as STAIRCASE_TODAY says, else as the clock does."""
    written = os.environ.get("STAIRCASE_TODAY")
    return _day("STAIRCASE_TODAY", written) if written else day_of_clock(datetime.now().astimezone())


def day_of_clock(now: datetime) -> date:
    """Day of a moment where the clock stands.

    Raises:
        MisuseError: the clock is not set: its day is outside 1970-2200.
    """
    written = now.date().isoformat()
    try:
        return parse_date(written)
    except NoSuchDateError as error:
        raise MisuseError(key="shell.bad_clock", word=written) from error


def _day(option: str, written: str) -> date:
    try:
        return parse_date(written)
    except (NotADateError, NoSuchDateError) as error:
        raise MisuseError(key="shell.bad_date", word=written, places={"option": option}) from error


def _root(option: str | None) -> Path:
    return disk.find(here(), named_portfolio(option, os.environ))


def look_of(options: GlobalOptions) -> Look:
    """Decide what the output can show."""
    terminal = is_terminal(sys.stdout)
    encoding = sys.stdout.encoding if sys.stdout is not None else None
    return Look(
        width=width(),
        terminal=terminal,
        colour=has_colour(options.color, os.environ, sys.stdout),
        signs=choose(encoding or "utf-8").name,
        wide=isinstance(options, ShapeOptions) and options.wide,
        plain=_is_plain(options),
    )


def _is_plain(options: GlobalOptions) -> bool:
    is_asked = bool(getattr(options, "plain", False))  # reports and guides have the option
    return is_asked or os.environ.get("ACCESSIBLE", "0") not in {"", "0"}
