"""Of a value of 10,000 characters no message says more than 200, whatever is wrong with it and in any format."""

from pathlib import Path

import pytest

from tests.cli.running import PROGRAM, SMALL, run
from tests.hostile.commands import CHECK_FORMATS

Q = "q" * 10_000
BENEFIT = "benefits:\n  - {{id: a, title: A, {}}}\n"
PARTS = {
    "title": SMALL.replace("Keyless visits", Q),
    "department": SMALL.replace("care\n", f"{Q}\n", 1),
    "day": SMALL.replace("2026-09-01", Q),
    "kind": f"{SMALL}kind: {Q}\n",
    "key": f"{SMALL}{Q}: 1\n",
    "twice": f"{SMALL}x-{Q}: 1\nx-{Q}: 2\n",
    "goal": f"{SMALL}goals: [{Q}]\n",
    "needed": f"{SMALL}depends_on: [{Q}]\n",
    "anchor": f"{SMALL}tags: [&{Q} a]\n",
    "alias": f"{SMALL}tags: [*{Q}]\n",
    "tag": f"{SMALL}tags: [!{Q} a]\n",
    "cost": f"{SMALL}costs: {{one_off: {Q}}}\n",
    "number": f"{SMALL}costs: {{one_off: {'9' * 10_000}}}\n",
    "visit": f"{SMALL}journey:\n  - {{step: {Q}, entered: {Q}}}\n",
    "trial": f"{SMALL}trials:\n  - {{id: {Q}, title: {Q}, started: {Q}, outcome: {Q}}}\n",
    "benefit": SMALL + BENEFIT.format(f"kind: {Q}, owner: {Q}, target: {{value: {Q}, by: {Q}}}"),
    "unit": SMALL
    + BENEFIT.format(
        f"measure: {{what: w, unit: {Q}}}, baseline: {{value: 1, date: 2026-09-01}}, target: {{value: 1}}"
    ),
    "item": f"{SMALL}roadmap:\n  - {{id: b, title: B, became: {Q}, based_on: [{Q}], anchored_in: [{Q}]}}\n",
    "accepted": f"{SMALL}accepted:\n  - {{rule: {Q}, item: {Q}, until: 2027-01-01, why: x}}\n",
    "merge": f"{SMALL}<<<<<<< {Q}\na: b\n=======\n>>>>>>> {Q}\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("long")
    for name, text in {"program": PROGRAM, **PARTS}.items():
        place = root / ("program.yaml" if name == "program" else f"assignments/{name}.yaml")
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("form", CHECK_FORMATS)
def test_no_message_says_a_long_value_whole(folder: Path, form: str, language: str) -> None:
    ended = run(["check", "--format", form, "--lang", language], folder)

    assert ended.code == 1
    if form != "github":  # which shows the first nine annotations
        assert [name for name in PARTS if f"assignments/{name}.yaml" not in ended.out] == []
    assert "q" * 50 in ended.out
    assert "q" * 201 not in ended.out + ended.err
    assert "9" * 201 not in ended.out + ended.err
