"""A portfolio as a commit of git's holds it: the same files that its folder would give, without touching the folder."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from staircase.core.file import ASSIGNMENTS, PROGRAM_FILE, File
from staircase.disk import LIMIT, is_yaml
from staircase.git import LINK, SUBMODULE, Leaf, Repository, RevisionError, objects, tree


def read(repository: Repository, revision: str, folder: str, known: Iterable[File] = ()) -> tuple[File, ...]:
    """Read a portfolio at a commit: ``program.yaml`` first, then all that is under ``assignments/``, by path.

    Args:
        repository: where the commit is.
        revision: its full id.
        folder: the portfolio's folder as the repository's trees name it.
        known: files read elsewhere; one that is the same here, by path and content, is given as it is, and not read.

    Raises:
        RevisionError: the commit has no portfolio there, or git cannot give all of it.
    """
    start = f"{folder}/" if folder else ""
    found = tree(repository, revision, (f"{start}{PROGRAM_FILE}", f"{start}{ASSIGNMENTS}"))
    leaves = {path.removeprefix(start): leaf for path, leaf in found.items()}
    if PROGRAM_FILE not in leaves:
        raise RevisionError(reason="no-portfolio", places={"revision": revision[:12], "folder": folder or "."})
    return read_leaves(repository, leaves, known)


def read_leaves(repository: Repository, leaves: Mapping[str, Leaf], known: Iterable[File] = ()) -> tuple[File, ...]:
    """Read what git keeps of a portfolio, given by path in it: a tree's, or what is staged."""
    others = {file.path: file for file in known}
    kept = {path: _listed(path, leaf, others) for path, leaf in leaves.items() if _is_seen(path, leaf, others)}
    kept |= {path: File(path, problem="not-regular") for path in _folders_named_as_files(leaves)}
    contents = _contents(repository, {path: leaves[path] for path, file in kept.items() if file is None})
    whole = [file or contents[path] for path, file in kept.items()]
    return tuple(sorted(whole, key=lambda file: (file.path != PROGRAM_FILE, file.path)))


def blob_id(content: bytes, like: str) -> str:
    """Id that git has for a content, in the same kind of hash as another id."""
    from hashlib import sha1, sha256  # noqa: PLC0415 - start-up

    whole = b"blob %d\0" % len(content) + content
    return sha256(whole).hexdigest() if len(like) == 64 else sha1(whole, usedforsecurity=False).hexdigest()  # noqa: PLR2004 - the digits of a SHA-256


def _is_seen(path: str, leaf: Leaf, others: Mapping[str, File]) -> bool:
    """Leave out what is hidden, and a submodule that nothing was read from: what it holds is kept elsewhere."""
    if any(part.startswith(".") for part in path.split("/")):
        return False
    return leaf.mode != SUBMODULE or is_yaml(path) or any(other.startswith(f"{path}/") for other in others)


def _listed(path: str, leaf: Leaf, others: Mapping[str, File]) -> File | None:
    """Give what is known of a file without reading it; ``None`` where it has to be read."""
    other = others.get(path)
    match leaf.mode:
        case mode if mode == LINK:
            is_read = path == ASSIGNMENTS or is_yaml(path)
            is_link = is_read or (other is not None and other.problem == "link")  # else it leads to no folder
            return File(path, problem="link" if is_link else None)
        case mode if mode == SUBMODULE or path == ASSIGNMENTS:
            return File(path, problem="not-regular")
        case _ if not is_yaml(path):
            return File(path)
        case _:
            same = other and other.content is not None and blob_id(other.content, leaf.id) == leaf.id
            return other if same else None


def _folders_named_as_files(leaves: Iterable[str]) -> Iterator[str]:
    folders = {str(folder) for path in leaves for folder in PurePosixPath(path).parents}
    return (folder for folder in folders if is_yaml(folder) and "/." not in f"/{folder}")


def _contents(repository: Repository, leaves: Mapping[str, Leaf]) -> Mapping[str, File]:
    read_ones = zip(leaves, objects(repository, (leaf.id for leaf in leaves.values()), LIMIT), strict=True)
    return {
        path: File(path, problem="too-large") if content is None else File(path, content) for path, content in read_ones
    }
