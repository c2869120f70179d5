"""What changes in files as a unified diff, as ``git diff`` writes it, and as ``git apply`` takes it."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff

from staircase.core.edits.outcome import FileEdit
from staircase.render.safe import guarded_lines, visible

_NO_LINE_BREAK = "\\ No newline at end of file"


def render(files: Sequence[FileEdit], *, is_seen: bool) -> str:
    """The diff of some files, for a pipe or a log; on a screen with what acts or hides there shown."""
    return guarded_lines("".join(f"{visible(line) if is_seen else line}\n" for line in _changed(files)))


def exact(files: Sequence[FileEdit]) -> str:
    """The same to be carried within another format, which guards it without changing it."""
    return "".join(f"{line}\n" for line in _changed(files))


def _changed(files: Sequence[FileEdit]) -> Iterator[str]:
    old = {file.path: file.old for file in files}
    moved = {file.like for file in files if file.like}
    for file in files:
        if file.like:
            yield from (f"diff --git a/{file.like} b/{file.path}", f"rename from {file.like}", f"rename to {file.path}")
            yield from _lines(file.like, file.path, old[file.like], file.new)
        elif file.path not in moved:
            yield from _lines(file.path, file.path, file.old, file.new)


def _lines(before: str, after: str, old: bytes | None, new: bytes | None) -> Iterator[str]:
    names = ("/dev/null" if old is None else f"a/{before}", "/dev/null" if new is None else f"b/{after}")
    for line in unified_diff(_split(old), _split(new), *names):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield _NO_LINE_BREAK


def _split(content: bytes | None) -> list[str]:
    """The lines of a file, which only a line feed ends."""
    lines = (content or b"").decode().split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *lines[-1:][: bool(lines[-1])]]
