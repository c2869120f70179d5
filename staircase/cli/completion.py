"""The portfolio's own words for completion: from folder listings and a scan of lines, without models."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from typer import Context

from staircase import disk
from staircase.cli.environment import here, named_portfolio
from staircase.core.file import PROGRAM_FILE
from staircase.render import CHECK_FORMATS

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SECTION = r"([a-z_]+):\s*(?:#.*)?$"
_ENTRY_ID = r"\s*-?\s*\{?\s*id:\s*[\"']?([a-z0-9-]+)|\s*-\s*\{.*?\bid:\s*[\"']?([a-z0-9-]+)"
_TAGS = r"tags:\s*\[([^]]*)\]"
_PLAIN_PATH = r"[\w./+@ -]+"
_MANY = 2000


def assignment_ids(context: Context, incomplete: str) -> list[str]:
    """The ids of assignments that begin as what is written."""
    stems = (Path(path).stem for path, problem in _files(context) if problem is None and disk.is_yaml(path))
    return _beginning(incomplete, (stem for stem in stems if re.fullmatch(_ID, stem)))


def complete_assignment(context: Context, incomplete: str) -> list[str]:
    """The ids of assignments, under the name that completions have."""
    return assignment_ids(context, incomplete)


def complete_step(_: Context, incomplete: str) -> list[str]:
    """The steps that begin as what is written."""
    from staircase.core.choices import STEPS  # noqa: PLC0415 - start-up: only when a step is asked for

    return [step for step in STEPS if step.startswith(incomplete)]


def complete_key(_: Context, incomplete: str) -> list[str]:
    """The keys at the top of an assignment's file that begin as what is written."""
    from staircase.core.model.assignment import Assignment  # noqa: PLC0415 - start-up: only when a key is asked for

    return _beginning(incomplete, Assignment.model_fields)


def complete_rule(_: Context, incomplete: str) -> list[str]:
    """The names of rules that begin as what is written."""
    from staircase.core.rules.table import SEVERITIES  # noqa: PLC0415 - start-up: only when a rule is asked for

    return _beginning(incomplete, SEVERITIES)


def complete_topic(_: Context, incomplete: str) -> list[str]:
    """The topics of guides that begin as what is written."""
    from staircase.words.manual import TOPICS  # noqa: PLC0415 - start-up: only when a guide is asked for

    return _beginning(incomplete, TOPICS)


def complete_schema(_: Context, incomplete: str) -> list[str]:
    """The names of schemas that begin as what is written."""
    from staircase.core.schema import FILES, REPORTS  # noqa: PLC0415 - start-up: only when a schema is asked for

    return _beginning(incomplete, (*FILES, *REPORTS))


def complete_path(context: Context, incomplete: str) -> list[str]:
    """The portfolio's files, as seen from here; names that a shell could act upon are left out."""
    root = _root(context)
    if root is None:
        return []
    paths = (os.path.relpath(root / path, here()) for path in (PROGRAM_FILE, *_names(root)))
    return _beginning(incomplete, (path for path in paths if re.fullmatch(_PLAIN_PATH, path)))


def complete_check_format(_: Context, incomplete: str) -> list[str]:
    """The formats of ``check`` that begin as what is written."""
    return _beginning(incomplete, CHECK_FORMATS)


def complete_department(context: Context, incomplete: str) -> list[str]:
    """The ids of departments that begin as what is written."""
    return _beginning(incomplete, _declared(context, "departments"))


def complete_goal(context: Context, incomplete: str) -> list[str]:
    """The ids of goals that begin as what is written."""
    return _beginning(incomplete, _declared(context, "goals"))


def complete_tag(context: Context, incomplete: str) -> list[str]:
    """The tags that stand in a list on one line, of the first files of a large portfolio."""
    root = _root(context)
    return _beginning(incomplete, _tags(root)) if root else []


def _tags(root: Path) -> Iterator[str]:
    for path in list(_names(root))[:_MANY]:
        content = disk.read_file(root, path).content or b""
        for found in re.findall(_TAGS, content.decode("utf-8", "replace")):
            yield from (tag for part in found.split(",") if re.fullmatch(_PLAIN_PATH, tag := part.strip(" \"'")))


def _declared(context: Context, section: str) -> Iterator[str]:
    """The ids that a top-level list of ``program.yaml`` declares."""
    root = _root(context)
    content = disk.read_file(root, PROGRAM_FILE).content if root else None
    inside = False
    for line in (content or b"").decode("utf-8", "replace").splitlines():
        if line[:1].isalpha():
            head = re.match(_SECTION, line)
            inside = bool(head and head[1] == section)
        elif inside and (match := re.match(_ENTRY_ID, line)):
            yield match[1] or match[2]


def _beginning(incomplete: str, words: Iterable[str]) -> list[str]:
    return sorted({word for word in words if word.startswith(incomplete)})


def _names(root: Path) -> Iterator[str]:
    return (path for path, problem in disk.entries(root) if problem is None and disk.is_yaml(path))


def _files(context: Context) -> Iterable[tuple[str, object]]:
    root = _root(context)
    return disk.entries(root) if root else ()


def _root(context: Context) -> Path | None:
    """Find the portfolio as the command itself would."""
    levels = (context, context.find_root())
    given = [level.params["portfolio"] for level in levels if level.params.get("portfolio")]
    try:
        return disk.find(here(), named_portfolio(next(iter(given), None), os.environ))
    except (disk.NoPortfolioError, OSError):
        return None
