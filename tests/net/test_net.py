"""The net: the working tree does what the pinned program did, but for what is meant; and the net tells of all else."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.net import pinned, places
from tests.net.cases import COMMANDS, Case, quick, whole
from tests.net.differences import MEANT, Entry, EntryError, judge, read
from tests.net.report import failures, summary
from tests.net.sides import Pair, SideError, ground, pairs

ENTRIES = read(MEANT.read_text(encoding="utf-8"))
CASE = Case("small", ("status", "--lang", "sv"), "terminal", 80)
CODE = "[{reason: R, cases: ['*'], code: 1 -> 74}]"


def pair(before: str, after: str, stream: str = "out", case: Case = CASE) -> Pair:
    texts = dict.fromkeys(("code", "out", "err", "files"), "")
    return Pair(case, texts | {stream: before}, texts | {stream: after})


def explains(entries: str, *pairs: Pair) -> bool:
    return not judge(pairs, read(entries)).differing


def _said(told: list[str]) -> str:
    """All differences, uncut, and where a meant one is written."""
    return "\n\n".join([*told, "A difference that is meant stands in tests/net/meant.yaml: its head says how."])


@pytest.fixture(scope="module")
def before() -> Path:
    return pinned.package()


def test_a_part_of_the_cases_comes_out_as_pinned(before: Path) -> None:
    judged = judge(pairs(quick(), before, pinned.ROOT), ENTRIES)

    told = failures(judged)
    assert told == [], _said(told)
    assert judged.compared == len(quick())


@pytest.mark.slow
def test_every_case_comes_out_as_pinned_and_every_entry_is_needed(before: Path) -> None:
    judged = judge(pairs(whole(), before, pinned.ROOT), ENTRIES)

    told = failures(judged, [entry for entry in ENTRIES if entry not in judged.needed])
    assert told == [], _said(told)
    assert judged.compared == len(whole())


def test_the_cases_are_thousands_and_each_has_a_name_of_its_own() -> None:
    names = [case.name for case in whole()]

    assert len(names) > 5000
    assert len(set(names)) == len(names)
    assert {case.place for case in whole()} == set(places.PLACES)


def test_a_part_has_every_command_and_every_format_of_the_program() -> None:
    words = {word for case in quick() for word in case.arguments}
    forms = {"csv", "markdown", "full", "concise", "json", "github", "gitlab", "junit", "sarif"}

    assert {*COMMANDS, "--help", "--json", "--excel", "--plain", "--wide", "--base", "sv", "en"} - words == set()
    assert {form for form in forms if not any(word.startswith(form) for word in words)} == set()


def test_the_pinned_program_is_a_whole_wheel(before: Path) -> None:
    assert (before / "staircase" / "words" / "sv" / "manual" / "journey-stuck.md").is_file()
    assert [folder.name for folder in before.glob("*.dist-info/METADATA")] == ["METADATA"]


def test_a_clone_without_the_pinned_commit_is_told_what_to_do(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)

    with pytest.raises(pinned.NoPinnedError, match=r"is not in this clone's history.*Fetch the whole of it"):
        pinned.package("0" * 40, tmp_path, tmp_path / "kept")

    assert not (tmp_path / "kept" / ("0" * 40)).exists()


def test_a_side_runs_no_other_program_than_its_own(tmp_path: Path) -> None:
    with ground([CASE]) as made, pytest.raises(SideError, match="and not the one in"):
        list(made.results([CASE], [tmp_path]))


def test_what_a_run_gave_is_told_whole_and_without_temporary_names(before: Path) -> None:
    cases = [
        Case("empty", ("status",)),
        Case("small", ("--version",), "full"),
        Case("small", ("check", "--portfolio", "{place}", "--format", "concise=out", "--lang", "en"), is_fresh=True),
    ]
    with ground(cases) as made:
        found = [one for (one,) in made.results(cases, [before])]

    assert [(one["code"], one["out"]) for one in found] == [("3", ""), ("74", ""), ("0", "")]
    assert "<net>/place-" in found[0]["err"]
    assert found[2]["files"].startswith("--- out\n")


def test_a_replacement_explains_what_it_turns_into_what_is_now() -> None:
    entry = "[{reason: R, cases: ['small: status *'], replace: '(\\d+) %', with: '\\1 procent', in: [out]}]"

    assert explains(entry, pair("90 %\n100 %\n", "90 procent\n100 procent\n"))
    assert not explains(entry, pair("90 %\n", "91 procent\n"))
    assert not explains(entry, pair("90 %\n", "90 procent\n", "err"))
    assert not explains(entry, pair("90 %\n", "90 procent\n", case=replace(CASE, place="bare")))


def test_replacements_are_made_one_after_the_other() -> None:
    entry = "[{reason: R, cases: ['*'], replace: a, with: b}, {reason: S, cases: ['*'], replace: b, with: c}]"

    assert explains(entry, pair("a\n", "c\n"))


def test_what_is_ignored_is_ignored_on_both_sides() -> None:
    entry = "[{reason: R, cases: ['*'], ignore: '^ version: .*\\n'}]"

    assert explains(entry, pair("a\n version: 1\nb\n", "a\nb\n"), pair("a\n version: 1\n", "a\n version: 2\n"))
    assert not explains(entry, pair("a\n version: 1\n", "b\n version: 2\n"))


def test_lines_in_any_order_are_the_same_lines() -> None:
    entry = "[{reason: R, cases: ['*'], any_order: true}]"

    assert explains(entry, pair("a\nb\n", "b\na\n"))
    assert not explains(entry, pair("a\nb\n", "b\na\na\n"))


def test_an_exit_code_is_explained_by_itself_alone() -> None:
    assert explains(CODE, pair("1", "74", "code"))
    assert not explains(CODE, pair("0", "74", "code"))
    assert not explains(CODE, pair("74", "1", "code"))
    assert not explains(CODE, pair("1", "74", "out"))


def test_an_entry_that_explains_nothing_is_told_of() -> None:
    entries = read(
        "[{reason: Gone, cases: ['*'], replace: z, with: y}, {reason: R, cases: ['*'], replace: a, with: b}]"
    )

    judged = judge([pair("a", "b"), pair("z", "z")], entries)

    assert failures(judged, [one for one in entries if one not in judged.needed]) == [
        "An entry of meant.yaml explains nothing any more: Gone"
    ]


def test_an_entry_that_another_makes_needless_is_not_needed() -> None:
    one = Entry("R", ("*",), any_order=True)

    assert judge([pair("a\nb", "b\na")], [one, Entry("S", ("*",))]).needed == {one}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{a: 1}", "no list"),
        ("[a]", "is no mapping"),
        ("[{reason: R, cases: ['*'], replace: a, with: b, where: out}]", "keys that are none, where"),
        ("[{cases: ['*'], any_order: true}]", "lacks its reason"),
        ("[{reason: R, cases: '*', any_order: true}]", "list of cases"),
        ("[{reason: R, cases: ['*']}]", "explains nothing"),
        ("[{reason: R, cases: ['*'], replace: a}]", "one without the other"),
        ("[{reason: R, cases: ['*'], any_order: true, in: [stdout]}]", "streams that are none"),
        ("[{reason: R, cases: ['*'], code: 74}]", "not written as"),
        ("[{reason: R, cases: ['*'], ignore: '('}]", "no regular expression"),
    ],
)
def test_an_entry_that_is_none_is_refused(text: str, said: str) -> None:
    with pytest.raises(EntryError, match=said):
        read(text)


def test_what_differs_is_told_once_for_each_kind_with_its_cases() -> None:
    others = [replace(CASE, columns=columns) for columns in (100, 120)]
    found = [pair("a\nb\nc\n", "a\nB\x1b\nc\n", case=case) for case in (CASE, *others)]

    judged = judge([*found, pair("1", "2", "code"), pair("a", "a")], ())

    assert summary(judged) == "5 cases: 1 the same, 0 differ as is meant, 4 differ, in 2 ways"
    assert failures(judged)[0] == (
        "3 cases differ so, as the first of them:\n"
        "    small: status --lang sv | terminal 80\n"
        "    small: status --lang sv | terminal 100\n"
        "    small: status --lang sv | terminal 120\n"
        "@@@ out\n@@ -1,3 +1,3 @@\n a\n-b\n+B\\x1b\n c"
    )


def test_the_net_is_run_by_its_own_command_too(before: Path) -> None:
    assert before
    done = subprocess.run(
        [sys.executable, "-m", "tests.net", "small: check --lang *", "empty: --version *"],
        cwd=pinned.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert " the same, " in done.stdout
