"""What settings of git, dates of commits and names of files can do to a review: nothing, in any format."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.cli.running import PROGRAM, SMALL, Ended, run
from tests.hostile.commands import CHECK_FORMATS, COMPARING, Arguments
from tests.hostile.inside import meet
from tests.hostile.judges import Judges, acts, commands_a_runner, wrong
from tests.repository import Repo, begun
from tests.test_history import object_of

LATER = f"{SMALL}goals: [nowhere]\n"
FILES = {"program.yaml": PROGRAM, "assignments/åäö/nyckelfri.yaml": SMALL, "assignments/keyless.yaml": SMALL}
ASKED: tuple[Arguments, ...] = (
    ("check", "--format", "json"),
    ("check", "--base", "HEAD~1", "--format", "json"),
    ("diff", "HEAD~1"),
    ("diff", "HEAD~1..HEAD"),
    ("diff", "--staged"),
    ("log", "--json"),
)

SETTINGS = (
    *(f"core.{one}" for one in (
        "quotePath=true", "quotePath=false", "precomposeUnicode=true", "precomposeUnicode=false", "autocrlf=true",
        "autocrlf=input", "eol=crlf", "safecrlf=true", "ignoreCase=true", "ignoreCase=false", "symlinks=false",
        "fileMode=false", "trustctime=false", "checkStat=minimal", "abbrev=4", "abbrev=no", "commentChar=-",
        "warnAmbiguousRefs=false", "logAllRefUpdates=false", "bigFileThreshold=1", "compression=0",
        "sparseCheckout=true", "sparseCheckoutCone=true", "untrackedCache=true", "splitIndex=true",
        "commitGraph=false", "multiPackIndex=false", "preloadIndex=false", "excludesFile=/dev/zero",
        "attributesFile=/dev/null", "whitespace=trailing-space", "protectHFS=true", "protectNTFS=true",
        "useReplaceRefs=true", "deltaBaseCacheLimit=1", "packedGitLimit=1",
        "looseCompression=0", "checkRoundtripEncoding=UTF-16", "hooksPath=/dev/null", "notesRef=refs/notes/x",
        "filesRefLockTimeout=0", "maxTreeDepth=99", "restrictInheritedHandles=true",
    )),
    *(f"log.{one}" for one in (
        "showSignature=true", "date=relative", "date=format:%x1b[31m", "decorate=full", "follow=true", "showRoot=false",
        "diffMerges=off", "mailmap=true", "abbrevCommit=true", "initialDecorationSet=all", "graphColors=red,blue",
    )),
    *(f"i18n.{one}" for one in (
        "commitEncoding=UTF-16", "logOutputEncoding=UTF-16", "logOutputEncoding=nonsense", "logOutputEncoding=UTF-7",
    )),
    *(f"diff.{one}" for one in (
        "renames=copies", "renames=false", "renameLimit=1", "noprefix=true", "mnemonicPrefix=true", "relative=true",
        "orderFile=nowhere", "submodule=log", "algorithm=patience", "context=0", "interHunkContext=9",
        "ignoreSubmodules=all", "wordRegex=(", "wsErrorHighlight=all", "colorMoved=zebra", "suppressBlankEmpty=true",
        "statGraphWidth=1", "autoRefreshIndex=false", "indentHeuristic=false", "dirstat=files", "trustExitCode=true",
        "dstPrefix=::error::", "srcPrefix=-", "mine.binary=true", "mine.xfuncname=(", "guitool=x",
    )),
    *(f"color.{one}" for one in (
        "ui=always", "diff=always", "branch=always", "status=always", "diff.meta=red blink", "showBranch=always",
        "interactive=always", "pager=true", "advice=always", "decorate.HEAD=reverse",
    )),
    *("format.pretty=fuller", "format.pretty=%x1b]0;x%x07", "format.notes=true", "notes.displayRef=refs/notes/*",
      "status.showUntrackedFiles=no", "status.relativePaths=false", "submodule.recurse=true", "protocol.allow=never",
      "feature.manyFiles=true", "feature.experimental=true", "index.version=4", "index.sparse=true",
      "pack.useSparse=true", "gc.auto=1", "maintenance.auto=true", "advice.detachedHead=true", "merge.renames=false",
      "blame.coloring=highlightRecent", "tag.sort=-x", "versionsort.suffix=x", "user.name=\x1b[2J", "user.email=",
      "transfer.hideRefs=refs/heads", "uploadpack.hideRefs=refs", "url.https://example.org/.insteadOf=/",
      "trace2.eventTarget=1", "trace2.normalTarget=2", "extensions.worktreeConfig=true", "http.proxy=-x",
      "remote.origin.url=--upload-pack=x", "branch.main.merge=refs/heads/\x1b[2J", "init.defaultBranch=-x"),
)  # fmt: skip
"""Settings that change what git prints, how it reads or where it looks."""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[Repo, dict[Arguments, Ended]]:
    """A repository of three commits, with a change that is not committed, and what is told of it."""
    repo = begun(tmp_path_factory.mktemp("plain"), FILES)
    repo.commit({"assignments/keyless.yaml": LATER, "assignments/ny-åäö.yaml": SMALL.replace("\n", "\r\n")})
    repo.commit({"assignments/åäö/nyckelfri.yaml": LATER})
    (repo.folder / "assignments" / "keyless.yaml").write_text(f"{LATER}tags: [new]\n", encoding="utf-8")
    return repo, {asked: run(asked, repo.folder) for asked in ASKED}


@pytest.mark.slow
@pytest.mark.parametrize("setting", SETTINGS, ids=ascii)
def test_no_setting_of_git_changes_a_word_of_what_is_told(
    plain: tuple[Repo, dict[Arguments, Ended]], setting: str
) -> None:
    repo, before = plain
    config = repo.folder / ".git" / "config"
    kept = config.read_bytes()

    try:
        repo.git("config", *setting.split("=", 1))
        after = {asked: run(asked, repo.folder) for asked in ASKED}
    finally:
        config.write_bytes(kept)

    assert {asked for asked, one in after.items() if one != before[asked]} == set()
    assert {one.code for one in before.values()} <= {0, 1}


@pytest.mark.parametrize(
    "line",
    ["[core]\n\tabbrev = zzz\n", "[core]\n\trepositoryFormatVersion = 99\n", "[\x1b]0;x\x07\n", "[core\n",
     '[a]\n\tb = "\n',
     "[extensions]\n\tobjectFormat = \x1b[31m\n", "[core]\n\tautocrlf = ::error::x\n", "[include]\n\tpath = .\n",
     "[include]\n\tpath = /dev/zero\n", "[core]\n\tcompression = 99\n",
     "[core]\n\tworktree = /nowhere\n", "[core]\n\tbare = true\n"],
    ids=ascii,
)  # fmt: skip
def test_settings_that_git_itself_refuses_end_a_review_without_a_crash_and_without_an_answer(
    line: str, tmp_path: Path
) -> None:
    repo = begun(tmp_path, FILES)
    repo.commit({"assignments/keyless.yaml": LATER})
    with (tmp_path / ".git" / "config").open("a", encoding="ascii") as file:
        file.write(line)

    found = {asked: meet(asked, tmp_path) for asked in ASKED}

    assert {asked: met.code for asked, met in found.items() if met.code not in {0, 1, 4}} == {}
    assert [met.out for met in found.values() if met.code == 4 and met.out] == []
    assert [fault for met in found.values() for fault in told_wrong(met.out + met.err)] == []
    assert (meet(["check"], tmp_path).code, meet(["status"], tmp_path).code) == (1, 0)


DATES = (
    " -1 +0000", " 0 +0000", " -62135596800 +0000", " 7289654400 +0000", " 253402300800 +0000",
    " 99999999999999999999 +0000",
    " 1790000000 +9999", " 1790000000 -9999", " 1790000000 +1400", " 1790000000 -1200", " 1790000000 +100000",
    " 1790000000 +00:00", " 1790000000", " soon +0000", " 1790000000 \x1b[31m", " 1790000000 ::error::x",
    " \x9b0 +0000",
    " 0x7f +0000", " 1e9 +0000", " 1790000000.5 +0200", "",
)  # fmt: skip


@pytest.fixture(scope="module", params=["committer", pytest.param("author", marks=pytest.mark.slow)])
def dated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A history of a commit for each odd date, its author's or its committer's, each with a change; their ids."""
    repo = begun(tmp_path_factory.mktemp("dated"), FILES)
    names = []
    for number, day in enumerate(DATES):
        (repo.folder / "assignments" / "keyless.yaml").write_text(f"{SMALL}tags: [n{number}]\n", encoding="utf-8")
        repo.commit()
        tree, parent = repo.git("rev-parse", "HEAD^{tree}"), repo.git("rev-parse", "HEAD~1")
        people = {"author": " 1790000000 +0200", "committer": " 1790000000 +0200", request.param: day}
        lines = "".join(f"{who} Kim <kim@example.org>{when}\n" for who, when in people.items())
        names.append(object_of(repo.folder, f"tree {tree}\nparent {parent}\n{lines}\nx\n"))
        repo.git("update-ref", "refs/heads/main", names[-1])
    return repo.folder, names


def emulated_once(cases: Iterable[tuple[Arguments, Judges]]) -> list[object]:
    """Commands with their judges; of the shapes that a terminal is emulated for, the plainest alone is quick."""
    return [
        pytest.param(
            arguments,
            judges,
            id=" ".join(arguments),
            marks=[pytest.mark.slow] if {"--wide", "--color"} & {*arguments} else [],
        )
        for arguments, judges in cases
    ]


def by_format() -> Iterator[tuple[Arguments, Judges]]:
    """What compares two revisions, in every format; the base is the first commit."""
    for arguments, judges in COMPARING.items():
        yield tuple("HEAD~3" if word == "main" else word.replace("main..", "HEAD~3..") for word in arguments), judges


@pytest.mark.parametrize(("arguments", "judges"), emulated_once(by_format()))
def test_no_date_of_a_commit_stops_or_moves_a_review(
    dated: tuple[Path, list[str]], arguments: Arguments, judges: Judges
) -> None:
    folder, _ = dated

    met = meet([one.replace("hit", "keyless") for one in arguments], folder)

    assert met.code in {0, 1}
    assert [*wrong(met.out, judges), *told_wrong(met.err)] == []


def test_no_commit_is_left_out_for_its_date(dated: tuple[Path, list[str]]) -> None:
    folder, names = dated

    met = meet(["log", "--json", "--number", "99"], folder)

    assert [name for name in names if name not in met.out] == []


NAMES = tuple(
    name.replace("#", f"n{number:02}e")
    for number, name in enumerate((
        "#\n::error::x", "#\r\nx", "#\tx", '#"x"', "#'x'", "#`id`", "#$(id)", "#;id", "#|x|", "#\\x", "#\\012x",
        "#\u202egpj", "#\u2066x\u2069", "#\u200bx", "-#", "--output=#", "-#\n--x", ".#", ".git#", "git~#",
        ".gitmodules#",
        "#\x1b[2Jx", "#\x1b]0;x\x07", "#\x9b31m", "#\x7f", "# ", " #", "#.", "#..", "#:x", "#::$DATA", "con.#", "nul#",
        "#*", "#?", "#[a]", ":(top)#", ":!#", "^#", "@{#}", "#%0A::x", "##[error]#", "<b>#", "#&amp;", "[#](x)",
        "#@team",
        "=cmd()#", "+#", "@#", "#\udcff\udcfe", "\udc80#", "#\U0001f600",
        "#A\u030a", "#\u00c5", f"#{'x' * 240}", "#\u0085x", "#\u2028x", "#.yaml",
    ))
)  # fmt: skip
"""Names of files, each with a mark of its own; surrogates stand for bytes that are not UTF-8, as Python has them."""


HIDDEN = {number for number, name in enumerate(NAMES) if name.startswith(".")}
"""Those that no report reads, as their names ask for."""


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository where files of such names came, and were then changed."""
    root = tmp_path_factory.mktemp("named")
    repo = begun(root, {"program.yaml": PROGRAM, "assignments/hit.yaml": SMALL})
    repo.git("checkout", "--quiet", "-b", "change")
    for text in (SMALL, LATER):
        for name in NAMES:
            place = os.fsencode(root / "assignments") + b"/" + os.fsencode(name) + b".yaml"
            Path(os.fsdecode(place)).write_text(text, encoding="utf-8")
        repo.commit()
    return root


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no file of such names can be there")


@pytest.mark.parametrize(
    ("arguments", "judges"),
    emulated_once(
        [*COMPARING.items(), *((("check", "--format", form), judges) for form, judges in CHECK_FORMATS.items())]
    ),
)
def test_no_name_of_a_file_stops_or_moves_a_review(named: Path, arguments: Arguments, judges: Judges) -> None:
    met = meet(arguments, named)

    assert met.code == 1
    assert [*wrong(met.out, judges), *told_wrong(met.err)] == []


@pytest.mark.parametrize("base", [(), ("--base", "main")], ids=["alone", "base"])
@pytest.mark.parametrize("form", [form for form in CHECK_FORMATS if form != "github"])  # which shows so many of each
def test_no_file_is_left_out_for_its_name(named: Path, form: str, base: Arguments) -> None:
    met = meet(["check", "--format", form, *base], named)

    assert {number for number in range(len(NAMES)) if f"n{number:02}e" not in met.out} == HIDDEN


def told_wrong(text: str) -> list[str]:
    return wrong(text, (acts, commands_a_runner))
