"""Git asked safely: whatever stands in revisions, configurations, folders and variables, nothing else is run."""

import os
from pathlib import Path

import pytest

from staircase import git, history
from staircase.git import Leaf, RevisionError
from tests.cli.running import run
from tests.repository import Repo, begun
from tests.test_history import object_of

FILES = {
    "portfolio/program.yaml": "format: 1\nname: P\norganisation: O\ndepartments: [{id: care, name: Care}]\n",
    "portfolio/assignments/a.yaml": (
        "title: A\ndepartment: care\nlead: L\nstarted: 2026-09-01\ntogether: [care worker]\n"
    ),
}
CLEAN = "Nothing new is wrong or missing since {base}.\n"
KEYS = (
    *("core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "core.askPass"),
    *("core.alternateRefsCommand", "alias.rev-parse", "alias.ls-tree", "alias.cat-file", "alias.merge-base"),
    *("diff.external", "diff.evil.textconv", "diff.evil.command", "filter.evil.clean", "filter.evil.smudge"),
    *("pager.ls-tree", "pager.rev-parse", "gpg.program", "credential.helper", "remote.origin.uploadpack"),
    *("gpg.openpgp.program", "gpg.ssh.program", "gpg.x509.program", "gpg.ssh.defaultKeyCommand", "pager.log"),
    *("pager.diff", "pager.show", "alias.log", "alias.show", "alias.diff", "interactive.diffFilter", "sequence.editor"),
    *("diff.tool", "difftool.evil.cmd", "difftool.evil.path", "merge.evil.driver"),
    *("mergetool.evil.cmd", "filter.evil.process", "trailer.evil.command", "trailer.evil.cmd", "browser.evil.cmd"),
    *("man.evil.cmd", "guitool.evil.cmd", "uploadpack.packObjectsHook", "remote.origin.vcs", "remote.origin.proxy"),
    *("credential.https://example.org.helper", "pager.status", "core.gitProxy"),
)
"""Settings that name a program which git runs for some of its commands."""
LOOKS = (
    ("check", "--base", "HEAD~1"),
    ("diff", "HEAD~1"),
    ("diff", "HEAD~1..HEAD"),
    ("diff", "--staged"),
    ("log",),
    ("log", "a"),
    ("report", "--since", "HEAD~1", "--output", "-"),
)
"""Whatever asks git about a portfolio's past."""


def checked(folder: Path, base: str = "HEAD", **variables: str) -> tuple[int, str, str]:
    ended = run(["check", "--as-of", "2026-10-01", "--base", base, "--format", "full"], folder, variables)
    return ended.code, ended.out, ended.err


def clean(repo: Repo) -> tuple[int, str, str]:
    return 0, CLEAN.format(base=repo.git("rev-parse", "HEAD")[:12]), ""


def trap(folder: Path) -> tuple[Path, Path]:
    """Give a program that leaves a trace, and the trace."""
    program, trace = folder / "trap", folder / "trace"
    program.write_text(f"#!/bin/sh\ntouch '{trace}'\n")
    program.chmod(0o755)
    return program, trace


def test_a_commit_is_known_by_its_full_id_only(tmp_path: Path) -> None:
    repo = begun(tmp_path, FILES)
    found = git.repository(tmp_path / "portfolio/assignments")
    head = repo.git("rev-parse", "HEAD")

    assert (found.root, found.is_shallow, found.inside(tmp_path / "portfolio")) == (tmp_path, False, "portfolio")
    assert {git.commit(found, name) for name in ("HEAD", "main", head[:8], "HEAD^{}")} == {head}
    assert git.merge_base(found, "main") == head


def test_a_tree_gives_modes_and_ids(tmp_path: Path) -> None:
    repo = begun(tmp_path, FILES)
    found = git.repository(tmp_path)

    leaves = git.tree(found, git.commit(found, "main"), ["portfolio/assignments"])

    assert leaves == {
        "portfolio/assignments/a.yaml": Leaf("100644", repo.git("rev-parse", "HEAD:portfolio/assignments/a.yaml"))
    }
    assert git.tree(found, git.commit(found, "main"), [":(top)portfolio"]) == {}


def test_an_id_is_what_git_gives_for_a_content(tmp_path: Path) -> None:
    for form in ("sha1", "sha256"):
        repo = begun(tmp_path / form, FILES, f"--object-format={form}")
        whole = repo.git("rev-parse", "HEAD:portfolio/program.yaml")

        assert history.blob_id(FILES["portfolio/program.yaml"].encode(), whole) == whole


@pytest.mark.parametrize("name", ["main", "--output=x", "", "HEAD", "a" * 39, "A" * 40])
def test_nothing_but_full_ids_reaches_trees_and_blobs(tmp_path: Path, name: str) -> None:
    begun(tmp_path, FILES)
    found = git.repository(tmp_path)

    for ask in (lambda: git.tree(found, name, ["portfolio"]), lambda: list(git.objects(found, [name], 10))):
        with pytest.raises(RevisionError) as raised:
            ask()
        assert (raised.value.reason, raised.value.places) == ("unknown", {"revision": name})


@pytest.mark.parametrize("name", ["", "\0", "x\0y", "\n", "\udcff", "-", "--", "--all", "^main", "main..main", "@{u}"])
def test_a_revision_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    begun(tmp_path, FILES)

    with pytest.raises(RevisionError) as raised:
        git.commit(git.repository(tmp_path), name)

    assert (raised.value.reason, raised.value.places) == ("unknown", {"revision": name})


def test_blobs_come_in_order_and_what_is_not_there_is_said(tmp_path: Path) -> None:
    repo = begun(tmp_path, {"a": "one\ntwo", "b": "", "c": "x" * 100})
    found = git.repository(tmp_path)
    ids = [repo.git("rev-parse", f"HEAD:{name}") for name in "abcab"]

    assert list(git.objects(found, ids, 99)) == [b"one\ntwo", b"", None, b"one\ntwo", b""]
    assert list(git.objects(found, [], 99)) == []
    for other in ("0" * 40, repo.git("rev-parse", "HEAD")):
        with pytest.raises(RevisionError) as raised:
            list(git.objects(found, [*ids, other], 99))
        assert raised.value.reason == "incomplete"


def test_a_hostile_configuration_runs_nothing(tmp_path: Path) -> None:
    program, trace = trap(tmp_path)
    repo = begun(tmp_path / "repo", FILES | {".gitattributes": "*.yaml diff=evil filter=evil\n"})
    _trapped(repo, program)
    hooks = repo.folder / "hooks"
    hooks.mkdir()
    for name in ("post-checkout", "fsmonitor-watchman", "reference-transaction", "pre-auto-gc"):
        (hooks / name).symlink_to(program)
    repo.git("config", "core.hooksPath", str(hooks))
    trace.unlink(missing_ok=True)

    ended = checked(repo.folder, PAGER=str(program), GIT_PAGER=str(program), GIT_EXTERNAL_DIFF=str(program))

    assert (ended[0], trace.exists()) == (0, False)


def test_a_signature_of_a_commit_is_looked_at_by_nobody(tmp_path: Path) -> None:
    program, trace = trap(tmp_path)
    repo = begun(tmp_path / "repo", FILES | {".gitattributes": "*.yaml diff=evil filter=evil merge=evil\n"})
    repo.commit({"portfolio/assignments/a.yaml": f"{FILES['portfolio/assignments/a.yaml']}tags: [x]\n"})
    tree, parent = repo.git("rev-parse", "HEAD^{tree}"), repo.git("rev-parse", "HEAD~1")
    signed = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n"
    people = "".join(f"{who} Kim <kim@example.org> 1790000000 +0200\n" for who in ("author", "committer"))
    repo.git("update-ref", "HEAD", object_of(repo.folder, f"tree {tree}\nparent {parent}\n{people}{signed}\nx\n"))
    _trapped(repo, program)
    for key in ("log.showSignature", "merge.verifySignatures", "diff.evil.binary", "filter.evil.required"):
        repo.git("config", key, "true")
    trace.unlink(missing_ok=True)

    found = {look: run(look, repo.folder / "portfolio", {"GIT_EXTERNAL_DIFF": str(program)}) for look in LOOKS}

    assert ({look: one.err for look, one in found.items() if one.code}, trace.exists()) == ({}, False)
    repo.git("log", "-1")
    assert trace.exists(), "git itself runs it"


def _trapped(repo: Repo, program: Path) -> None:
    """Sets all of them, at once: git needs a process for each."""
    with (repo.folder / ".git" / "config").open("a", encoding="utf-8") as file:
        for section, _, rest in (key.partition(".") for key in KEYS):
            part, _, name = rest.rpartition(".")
            head = f'{section} "{part}"' if part else section
            file.write(f"[{head}]\n\t{name} = {'!' if section == 'alias' else ''}{program}\n")


def test_a_bare_repository_within_the_portfolio_is_no_repository(tmp_path: Path) -> None:
    program, trace = trap(tmp_path)
    repo = begun(tmp_path / "repo", FILES)
    for folder in ("portfolio", "portfolio/assignments/sub"):
        place = repo.folder / folder
        (place / "objects").mkdir(parents=True)
        (place / "refs/heads").mkdir(parents=True)
        (place / "HEAD").write_text("ref: refs/heads/evil\n")
        (place / "config").write_text(f"[core]\nbare = true\nfsmonitor = {program}\npager = {program}\n")
    (repo.folder / "portfolio/assignments/sub/.hidden").write_text("x")
    repo.commit()

    code, out, err = checked(repo.folder / "portfolio")

    assert (code, err, trace.exists()) == (0, "", False)
    assert out.startswith(f"Nothing new is wrong or missing since {repo.git('rev-parse', 'HEAD')[:12]}.")


def test_what_variables_say_of_git_is_not_heard(tmp_path: Path) -> None:
    program, trace = trap(tmp_path)
    other = begun(tmp_path / "other", {"README.md": "x"})
    repo = begun(tmp_path / "repo", FILES)
    variables = {
        "GIT_DIR": str(other.folder / ".git"),
        "GIT_WORK_TREE": str(other.folder),
        "GIT_INDEX_FILE": str(other.folder / "index"),
        "GIT_OBJECT_DIRECTORY": str(other.folder / ".git/objects"),
        "GIT_CEILING_DIRECTORIES": str(tmp_path),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": str(program),
        "GIT_SSH_COMMAND": str(program),
        "GIT_EXEC_PATH": str(tmp_path),
        "GIT_TRACE": "1",
        "GIT_REPLACE_REF_BASE": "refs/evil",
        "GIT_NAMESPACE": "evil",
    }

    assert (checked(repo.folder, **variables), trace.exists()) == (clean(repo), False)


def test_a_git_that_lies_in_the_current_folder_is_not_run(tmp_path: Path) -> None:
    _, trace = trap(tmp_path)
    repo = begun(tmp_path / "repo", FILES)
    (repo.folder / "git").symlink_to(tmp_path / "trap")

    path = os.pathsep.join([".", "", os.environ["PATH"]])

    assert (checked(repo.folder, PATH=path), trace.exists()) == (clean(repo), False)


def test_replaced_objects_are_not_believed(tmp_path: Path) -> None:
    repo = begun(tmp_path, FILES)
    first = repo.git("rev-parse", "HEAD")
    other = repo.commit({"portfolio/assignments/a.yaml": "title: [\n"})
    repo.git("replace", first, other)

    found = git.repository(tmp_path)

    assert list(git.tree(found, first, ["portfolio/assignments"]).values()) == [
        Leaf("100644", history.blob_id(FILES["portfolio/assignments/a.yaml"].encode(), first))
    ]


def test_a_worktree_that_is_configured_elsewhere_is_not_followed(tmp_path: Path) -> None:
    repo = begun(tmp_path / "repo", FILES)
    (tmp_path / "elsewhere").mkdir()
    repo.git("config", "core.worktree", str(tmp_path / "elsewhere"))

    with pytest.raises(RevisionError) as raised:
        git.repository(repo.folder / "portfolio")

    assert raised.value.reason == "no-repository"


def test_a_folder_named_dot_git_that_is_no_repository_hides_none(tmp_path: Path) -> None:
    begun(tmp_path, FILES)
    (tmp_path / "portfolio/.git").mkdir()

    assert git.repository(tmp_path / "portfolio").root == tmp_path


def test_nothing_is_fetched_in_a_partial_clone(tmp_path: Path) -> None:
    whole = begun(tmp_path / "whole", FILES)
    whole.git("config", "uploadpack.allowFilter", "true")
    whole.commit({"portfolio/assignments/a.yaml": FILES["portfolio/assignments/a.yaml"] + "tags: [x]\n"})
    whole.git("clone", "--quiet", "--filter=blob:none", whole.folder.as_uri(), str(tmp_path / "part"))
    packs = tmp_path / "part/.git/objects/pack"
    before = sorted(packs.iterdir())

    code, out, err = checked(tmp_path / "part", "HEAD~1")

    blob = whole.git("rev-parse", "HEAD~1:portfolio/assignments/a.yaml")
    said = f"git does not hold all of revision {blob} here; fetch it: git fetch --refetch --no-filter"
    assert (code, out, err) == (4, "", f"staircase: {said}\n")
    assert sorted(packs.iterdir()) == before
