"""Real git repositories for the tests, with fixed people and days, and with no configuration but their own."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PERSON = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in
          (("NAME", "Kim"), ("EMAIL", "kim@example.org"), ("DATE", "2026-10-01T12:00:00Z"))}  # fmt: skip
CONFIG = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


@dataclass(frozen=True)
class Repo:
    """A repository in a folder."""

    folder: Path

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", *arguments],
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], "HOME": str(self.folder)} | PERSON | CONFIG,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode("utf-8", "replace").strip()

    def commit(self, files: Mapping[str, str | None] | None = None) -> str:
        """Write files (``None`` removes one), commit all that there is, and give the commit's id."""
        for name, content in (files or {}).items():
            place = self.folder / name
            if content is None:
                place.unlink()
            else:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(content, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "x")
        return self.git("rev-parse", "HEAD")


def begun(folder: Path, files: Mapping[str, str] | None = None, *init: str) -> Repo:
    """Begin a repository on the branch ``main``, with a first commit where there are files."""
    folder.mkdir(parents=True, exist_ok=True)
    repo = Repo(folder)
    repo.git("init", "--quiet", "--initial-branch=main", *init)
    if files:
        repo.commit(files)
    return repo
