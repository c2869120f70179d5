"""What judges of GitHub's workflows say: actionlint with shellcheck, zizmor, and the schema that is published."""

import sys
from pathlib import Path

from tests.cli.running import process

BIN = Path(sys.executable).parent


def complaints(folder: Path) -> list[str]:
    """All that they have to say of the workflows of a repository: nothing where those are right."""
    workflows = [str(path.relative_to(folder)) for path in sorted((folder / ".github/workflows").glob("*.yml"))]
    assert workflows
    shellcheck = f"-shellcheck={BIN / 'shellcheck'}"
    schema = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    said = {
        "actionlint": process([str(BIN / "actionlint"), shellcheck, "-oneline", *workflows], folder),
        "zizmor": process([str(BIN / "zizmor"), "--offline", "--no-progress", "--format=plain", *workflows], folder),
        "schema": process([*schema, *workflows], folder),
    }
    return [f"{name}: {ended.out}{ended.err}" for name, ended in said.items() if ended.code != 0]
