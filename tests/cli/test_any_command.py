"""Any command that writes, on any portfolio in any layout: it says what is meant, and keeps all the rest."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from logging import getLogger
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staircase.core.yaml import everything
from tests.cli.intentions import DEEDS, PROGRAM, TITLES, Deed, deed
from tests.cli.running import ROOT, Ended, run
from tests.core.generated import Data, portfolios
from tests.core.yaml.chance_edits import as_texts, other_reading
from tests.core.yaml.layouts import Writer
from tests.core.yaml.untouched import keeps_what_is_not_meant
from tests.register import converted

LOG = getLogger(__name__)
HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@")
THE_LONG_RUN = 4000
EDITS_OF_A_LONG_RUN = 100_000
LAID_OUT = "is laid out in a way"
NOTHING = "there is nothing to write"


def as_written(data: Any) -> Any:  # noqa: ANN401 - plain data
    """Plain data whose numbers are texts, as a file has them."""
    if isinstance(data, dict):
        return {key: as_written(value) for key, value in data.items()}
    return [as_written(value) for value in data] if isinstance(data, list) else str(data)


def dressed(data: Data, chance: Random, others: list[str]) -> Data:
    """An assignment with more of what people write: long texts, pauses, references, empty lists, keys without value."""
    made: Data = {**as_written(data), "title": chance.choice(TITLES), "x-own": {"a": ["b", "c d"], "e": "word " * 40}}
    made["x-own"]["e"] = made["x-own"]["e"].strip()
    if chance.random() < 0.7:
        made = {key: value for key, value in made.items() if key not in {"completed", "stopped"}}
    if chance.random() < 0.3:
        made["pauses"] = [{"from": made["started"], "why": "summer: all of it"}]
    if others and chance.random() < 0.3:
        made["depends_on"] = [chance.choice(others)]
    if chance.random() < 0.6:
        made["tags"] = ["one", "two: words", "three"]
    made |= {key: [] for key in ("tags", "links", "was") if chance.random() < 0.2}
    made |= {key: None for key in ("costs", "live", "reviewed") if key not in made and chance.random() < 0.2}
    for one in (*made["benefits"], *made["roadmap"]):
        if chance.random() < 0.4:
            one["title"] = chance.choice(TITLES)
    for visit in (one for one in made["journey"] if chance.random() < 0.4):
        visit["why"] = chance.choice(["a, b", "it was: time", "word " * 30 + "end", "one\n\ntwo"])
    return made


def laid_out(portfolio: Mapping[str, Data], chance: Random) -> dict[str, bytes]:
    """The files of a portfolio, each with habits of its own."""
    return {
        path: chance.choice([b"", b"", b"\xef\xbb\xbf"]) + Writer(chance).text(data).encode()
        for path, data in portfolio.items()
    }


def standing(folder: Path) -> dict[str, bytes]:
    """All files of a folder but the table, hidden ones too."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "table.csv")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    for path in standing(folder):
        (folder / path).unlink()
    (folder / "assignments").mkdir(exist_ok=True)
    for path, content in files.items():
        (folder / path).write_bytes(content)


def unguarded(diff: str) -> str:
    """A diff without what keeps a log from reading a command in it."""
    return re.sub(r"(?m)^([^\S\n]*)\\::", r"\1::", diff.replace("##\\[", "##["))


def patched(files: Mapping[str, bytes], diff: str) -> dict[str, bytes]:
    """Files after a unified diff, each of whose lines must be what stands there."""
    made = dict(files)
    lines = diff.split("\n")[:-1]
    number = 0
    while number < len(lines):
        if lines[number].startswith("rename from "):
            made[lines[number + 1].removeprefix("rename to ")] = made.pop(lines[number].removeprefix("rename from "))
            number += 2
        elif lines[number].startswith("--- "):
            source, target = lines[number][4:].rstrip("\t"), lines[number + 1][4:].rstrip("\t")
            path = target.removeprefix("b/")
            old = b"" if source == "/dev/null" else made[path]
            hunks, number = _hunks(lines, number + 2)
            made[path] = _applied(old.decode(), hunks).encode()
        else:
            number += 1
    return made


def _hunks(lines: list[str], number: int) -> tuple[list[tuple[int, list[str]]], int]:
    hunks: list[tuple[int, list[str]]] = []
    while number < len(lines) and not lines[number].startswith(("--- ", "diff ")):
        if head := HUNK.fullmatch(lines[number]):
            hunks.append((int(head[1]) - (head[2] != "0"), []))
        else:
            hunks[-1][1].append(lines[number])
        number += 1
    return hunks, number


def _applied(text: str, hunks: list[tuple[int, list[str]]]) -> str:
    old = re.findall(r"[^\n]*\n|[^\n]+$", text)
    new: list[str] = []
    at = 0
    for start, body in hunks:
        new += old[at:start]
        at = start
        for number, line in enumerate(body):
            if line.startswith("\\"):
                continue
            is_last = number + 1 < len(body) and body[number + 1].startswith("\\")
            content = line[1:] + ("" if is_last else "\n")
            if line[0] in " -":
                assert old[at] == content
                at += 1
            if line[0] in " +":
                new.append(content)
    return "".join([*new, *old[at:]])


def tried(folder: Path, files: Mapping[str, bytes], data: dict[str, Data], name: str, chance: Random) -> str:
    """Do a deed, first only as a try, and see that it came to what is meant; returns how it ended."""
    meant = deed(name, data, chance)
    if meant is None:
        return "nothing to do it to"
    put(folder, files)
    return seen(folder, files, data, name, meant)


def seen(folder: Path, files: Mapping[str, bytes], data: Mapping[str, Data], name: str, meant: Deed) -> str:
    """The same in a folder that holds these files."""
    (folder / "table.csv").write_text(meant.table)
    words = meant.words(name)
    dry = run([words[0], "--dry-run", *words[1:]], folder)
    assert standing(folder) == files
    ended = run([words[0], "--json", *words[1:]], folder)
    after = standing(folder)
    assert dry.code == ended.code, (words, dry, ended)
    if ended.code:
        assert (ended.code, ended.out, after) == (2, "", files), (words, ended)
        assert NOTHING not in ended.err or meant.data == data, words
        return "laid out" if LAID_OUT in ended.err else "refused"
    diff = json.loads(ended.out)["totals"]["diff"]
    assert patched(files, diff) == after, (words, diff)
    assert unguarded(dry.out) == unguarded(diff)
    _judge(files, after, data, meant, ended)
    return "done"


def _judge(
    files: Mapping[str, bytes], after: Mapping[str, bytes], data: Mapping[str, Data], meant: Deed, ended: Ended
) -> None:
    told = (meant.places, meant.options, ended)
    assert after.keys() == meant.data.keys(), told
    for path, content in after.items():
        intended, text = meant.data[path], content.decode()
        old = path if path in files else next((one for one in files if one not in after), "")
        if old and data[old] == intended:
            assert content == files[old], (path, *told)
            continue
        plain = text.removeprefix("\ufeff")
        assert everything(plain) == intended, (path, plain, *told)
        if not old or other_reading(files[old].decode().removeprefix("\ufeff")) is not None:
            assert as_texts(other_reading(plain)) == as_texts(intended), (path, plain, *told)
        if old:
            before = files[old].decode()
            assert before.startswith("\ufeff") == text.startswith("\ufeff"), told
            assert keeps_what_is_not_meant(before, text, data[old], intended), (path, before, text, *told)


@pytest.mark.hypothesis
def test_any_command_in_any_layout_says_what_is_meant_and_keeps_the_rest() -> None:
    ends: Counter[str] = Counter()
    examples = settings().max_examples
    edits = EDITS_OF_A_LONG_RUN // examples if examples >= THE_LONG_RUN else 3

    @given(portfolios, st.integers(0, 2**32))
    def edited(drawn: dict[str, Data], seed: int) -> None:
        chance = Random(seed)  # noqa: S311 - of a seed that hypothesis draws
        data = {
            path: as_written(one) if path == PROGRAM else dressed(one, chance, ids_but(path, drawn))
            for path, one in drawn.items()
        }
        files = laid_out(data, chance)
        before = ends["done"]
        with TemporaryDirectory() as folder:
            while ends["done"] < before + edits:
                ends[tried(Path(folder), files, data, chance.choice([*DEEDS]), chance)] += 1

    edited()
    LOG.info("any command in any layout: %s", dict(ends))

    assert ends["done"] >= edits * examples
    assert ends["laid out"] * 100 < ends["done"]


def ids_but(path: str, portfolio: Mapping[str, Data]) -> list[str]:
    """The ids of the other assignments."""
    others = (one for one in portfolio if one not in {path, PROGRAM})
    return [one.removeprefix("assignments/").removesuffix(".yaml") for one in others]


def example() -> dict[str, bytes]:
    found = (ROOT / "portfolio").rglob("*.yaml")
    return {path.relative_to(ROOT / "portfolio").as_posix(): path.read_bytes() for path in found}


def fresh() -> dict[str, bytes]:
    """What ``init`` and ``new`` write."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        asked = ("--organisation", "O", "--name", "P", "--department", "Care", "--department", "School")
        assert run(["init", *asked, "--forge", "none"], root).code == 0
        for words in (
            ("declare", "goal", "service", "Service"),
            ("declare", "document", "plan", "The plan"),
            ("new", "a0", "--title", "It", "--department", "Care", "--lead", "Lea", "--together", "nurse"),
            ("new", "a1", "--title", "That: it", "--department", "School", "--lead", "Lea", "--started", "2026-02-02"),
        ):
            assert run([*words, "--on", "2026-01-05"][: None if words[0] == "new" else -2], root).code == 0
        return {path: content for path, content in standing(root / "portfolio").items() if path.endswith(".yaml")}


def register() -> dict[str, bytes]:
    return {path: text.encode() for path, text in converted().items()}


PORTFOLIOS = {"the example": (example, 0.5), "what new writes": (fresh, 2), "a real register": (register, 2)}
"""Portfolios, and how many commands are tried on each for an example of hypothesis: a large one takes longer."""


@pytest.mark.hypothesis
@pytest.mark.parametrize("name", PORTFOLIOS)
def test_one_command_after_the_other_none_is_refused_for_the_layout(tmp_path: Path, name: str) -> None:
    made, share = PORTFOLIOS[name]
    files, chance = made(), Random(name)  # noqa: S311 - to be the same in every run
    put(tmp_path, files)
    ends: Counter[str] = Counter()
    data = {path: everything(content.decode()) for path, content in files.items()}
    for command in chance.choices([*DEEDS], k=round(share * settings().max_examples)):
        if meant := deed(command, data, chance):
            end = seen(tmp_path, files, data, command, meant)
            ends[end] += 1
            files, data = standing(tmp_path), meant.data if end == "done" else data

    assert ends["laid out"] == 0
    assert ends["done"] > 0
