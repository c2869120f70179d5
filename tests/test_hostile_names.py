"""A line break or a tab in a file's name is spelled wherever the name is shown: a blank would name another file."""

import re
from pathlib import Path
from typing import get_args

import pytest

from staircase.render import CHECK_FORMATS as FORMATS
from staircase.render import ReportFormat
from tests.cli.running import PROGRAM, SMALL, run
from tests.hostile.commands import CHECK_FORMATS, REPORTS, SHAPES, SPREADSHEETS, Arguments
from tests.hostile.portfolios import written
from tests.repository import begun

pytestmark = pytest.mark.skipif("sys.platform == 'win32'", reason="no file of such a name can be there")

FOLDED = re.compile(r"(qone|qthree)\s+(qtwo|qfour)")
"""What must stand nowhere: the parts of a name with nothing but blanks or breaks between them."""

SPELLED = re.compile(r"qone(\\x0a|\\n|%0A)qtwo|qthree(\\x09|\\t|%09)qfour")
NAMES = ("qone\nqtwo", "qthree\tqfour")
FILES = {
    "program.yaml": PROGRAM,
    "assignments/hit.yaml": SMALL,
    **{f"assignments/{name}.yaml": SMALL for name in NAMES},
    **{f"assignments/{name}.txt": "x" for name in NAMES},
    **{f"assignments/{name}/deep.yaml": SMALL.replace("care\n", "nowhere\n") for name in NAMES},
    **{f"assignments/broken-{name}.yaml": "title: [\n" for name in NAMES},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("names")
    repo = begun(root, {"program.yaml": PROGRAM, "assignments/hit.yaml": SMALL})
    repo.git("checkout", "--quiet", "-b", "change")
    written(root, FILES)
    repo.commit()
    written(root, {f"assignments/{name}.yaml": SMALL.replace("care\n", "nowhere\n") for name in NAMES})
    repo.commit()
    return root


def test_every_format_has_its_judges() -> None:
    options = {*get_args(ReportFormat)} - {"table", "json"}  # which stand there without, and as --json

    assert [form for form in options if ("--format", form) not in SHAPES] == []
    assert [form for form in FORMATS if form not in CHECK_FORMATS] == []


@pytest.mark.parametrize("shape", SHAPES, ids=" ".join)
def test_no_report_folds_a_name(folder: Path, shape: Arguments) -> None:
    reports = [report for report in REPORTS if report[0] != "show" or report[1] == "hit"]

    ended = {report: run([*report, *shape], folder) for report in reports}

    assert {report for report, one in ended.items() if one.code not in {0, 1}} == set()
    assert {report for report, one in ended.items() if FOLDED.search(one.err)} == set()
    if not SPREADSHEETS & {*shape}:  # a cell may hold a line break as it is
        assert {report: found[0] for report, one in ended.items() if (found := FOLDED.search(one.out))} == {}
    assert not any("qone qtwo" in one.out for one in ended.values())
    assert SPELLED.search("".join(one.err for one in ended.values()))


@pytest.mark.parametrize("base", [(), ("--base", "main")], ids=["alone", "base"])
@pytest.mark.parametrize("form", CHECK_FORMATS)
def test_no_format_of_check_folds_a_name(folder: Path, form: str, base: Arguments) -> None:
    ended = run(["check", "--format", form, *base], folder)

    assert ended.code == 1
    assert FOLDED.search(ended.out + ended.err) is None
    assert SPELLED.search(ended.out)


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if not SPREADSHEETS & {*shape}], ids=" ".join)
@pytest.mark.parametrize("change", [("diff", "main"), ("diff", "main..HEAD"), ("log",)], ids=" ".join)
def test_no_change_is_told_with_a_folded_name(folder: Path, change: Arguments, shape: Arguments) -> None:
    ended = run([*change, *shape], folder)

    assert ended.code in {0, 1}
    assert FOLDED.search(ended.out + ended.err) is None
    assert SPELLED.search(ended.out)


@pytest.mark.parametrize(
    "arguments",
    [["show", NAMES[0]], ["check", NAMES[0]], ["diff", NAMES[0]], ["status", "--department", NAMES[1]],
     ["check", "--format", f"json=/nowhere/{NAMES[0]}"], ["status", "--portfolio", NAMES[0]]],
    ids=repr,
)  # fmt: skip
def test_what_was_written_is_said_again_on_one_line(folder: Path, arguments: list[str]) -> None:
    ended = run(arguments, folder)

    assert ended.code in {2, 3, 4}
    assert FOLDED.search(ended.err) is None
    assert SPELLED.search(ended.err)
