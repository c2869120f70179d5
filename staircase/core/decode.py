"""Bytes to text: UTF-8 with or without a byte-order mark, or a finding that says what they are instead."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import PurePosixPath

from staircase.core.file import PROGRAM_FILE
from staircase.core.finding import PROGRAM, Finding, Subject
from staircase.core.term import Code, Term
from staircase.core.yaml.source import Source

_UTF16_SAMPLE = 400


def decode(path: str, content: bytes) -> str | Finding:
    """Give a file's text without its byte-order mark, or say where it stops being UTF-8."""
    body = content.removeprefix(BOM_UTF8)
    if _looks_like_utf16(content):
        return _unreadable(path, "utf16", "", b"")
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        reason = "cp1252" if _looks_like_cp1252(body, error.start) else "not-utf8"
        return _unreadable(path, reason, body[: error.start].decode(), body[error.start : error.start + 1])


def _looks_like_utf16(content: bytes) -> bool:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return True
    sample = content[:_UTF16_SAMPLE]
    return 0 in sample and any(2 * half.count(0) > len(half) for half in (sample[::2], sample[1::2]))


def _looks_like_cp1252(body: bytes, start: int) -> bool:
    """Tell whether the bad byte is a letter or sign of Windows' own alphabet, and the file no binary."""
    try:
        body.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return 0 not in body and body[start] not in range(0x80)


def _unreadable(path: str, reason: str, before: str, byte: bytes) -> Finding:
    subject = PROGRAM if path == PROGRAM_FILE else Subject("assignment", PurePosixPath(path).stem)
    where = Source(path, before + "?").between(len(before), len(before) + 1)
    params: dict[str, Term] = {"byte": Code(f"0x{byte[0]:02X}"), "line": where.line} if byte else {}
    return Finding("file-unreadable", path, where, subject, params, reason=reason)
