"""What changes in files as a unified diff, as ``git diff`` writes it, and as ``git apply`` takes it."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff

from staircase.core.edits.outcome import FileEdit
from staircase.render.safe import guarded_lines, visible

_NO_LINE_BREAK = "\\ No newline at end of file"


def render(files: Sequence[FileEdit], *, is_seen: bool) -> str:
    """The diff of some files; on a screen with what acts or hides there shown."""
    lines = (line for file in files for line in _lines(file))
    return guarded_lines("".join(f"{visible(line) if is_seen else line}\n" for line in lines))


def _lines(file: FileEdit) -> Iterator[str]:
    old = "/dev/null" if file.old is None else f"a/{file.path}"
    new = "/dev/null" if file.new is None else f"b/{file.path}"
    for line in unified_diff(_split(file.old), _split(file.new), old, new):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield _NO_LINE_BREAK


def _split(content: bytes | None) -> list[str]:
    """The lines of a file, which only a line feed ends."""
    lines = (content or b"").decode().split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *lines[-1:][: bool(lines[-1])]]
