"""Bytes to text, or what they are instead."""

import pytest

from staircase.core.finding import PROGRAM, Finding, Subject
from staircase.core.source import Span
from staircase.core.term import Code, Term
from staircase.core.yaml import decode
from staircase.words.en.errors import TEXTS

TEXT = "title: Nyckelfri hemtjänst\nlead: Åsa\n"
A = Subject("assignment", "keyless")


def unreadable(reason: str, line: int, column: int, params: dict[str, Term]) -> Finding:
    where = Span(line, column, line, column + 1)
    return Finding("file-unreadable", "assignments/sub/keyless.yaml", where, A, params, reason=reason)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["without a mark", "with a mark"])
@pytest.mark.parametrize("text", [TEXT, "", "\ud7ff\ue000\U0010ffff"], ids=["text", "nothing", "edges of Unicode"])
def test_utf8_is_text_without_its_mark(text: str, mark: bytes) -> None:
    assert decode("a.yaml", mark + text.encode()) == text


def test_a_second_mark_is_left_for_the_parser_to_refuse() -> None:
    assert decode("a.yaml", b"\xef\xbb\xbf\xef\xbb\xbfa: 1") == "\ufeffa: 1"


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        pytest.param(
            TEXT.encode("cp1252"),
            unreadable("cp1252", 1, 23, {"byte": Code("0xE4"), "line": 1}),
            id="Windows, in a word",
        ),
        pytest.param(
            b"\xef\xbb\xbf" + "a: å\nb: ".encode() + b"\x93x\x94\n",
            unreadable("cp1252", 2, 4, {"byte": Code("0x93"), "line": 2}),
            id="Windows' quotes after a mark and a whole line",
        ),
        pytest.param(
            b"a: \xc3\x81\n\xff\x81",
            unreadable("not-utf8", 2, 1, {"byte": Code("0xFF"), "line": 2}),
            id="a byte that Windows lacks too",
        ),
        pytest.param(
            b"a: \xed\xa0\x80\x81", unreadable("not-utf8", 1, 4, {"byte": Code("0xED"), "line": 1}), id="surrogates"
        ),
        pytest.param(
            b"\x89PNG\r\n\x00\x01\x02", unreadable("not-utf8", 1, 1, {"byte": Code("0x89"), "line": 1}), id="an image"
        ),
        pytest.param(TEXT.encode("utf-16"), unreadable("utf16", 1, 1, {}), id="UTF-16 with a mark"),
        pytest.param(TEXT.encode("utf-16-be"), unreadable("utf16", 1, 1, {}), id="UTF-16, big end first"),
        pytest.param("title: x\n".encode("utf-16-le"), unreadable("utf16", 1, 1, {}), id="UTF-16 that is valid UTF-8"),
    ],
)
def test_what_is_no_utf8_is_named_at_its_first_bad_byte(content: bytes, finding: Finding) -> None:
    assert decode("assignments/sub/keyless.yaml", content) == finding
    assert f"finding.file-unreadable.{finding.reason}.message" in TEXTS


def test_the_programmes_own_file_is_about_the_programme() -> None:
    finding = decode("program.yaml", b"\xff")

    assert isinstance(finding, Finding)
    assert finding.subject == PROGRAM
