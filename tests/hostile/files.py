"""Files that attack the reader: by depth, by size, by what is no text and by what is no file."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

MIB = 1024 * 1024
HEAD = b"title: T\ndepartment: care\nlead: L\nstarted: 2026-09-01\n"
_LOLS = b"".join(
    b"l%d: &l%d [%s]\n" % (level, level, b", ".join([b"*l%d" % (level - 1)] * 10)) for level in range(1, 12)
)
_MERGES = b"".join(
    b"m%d: &m%d {<<: [%s]}\n" % (level, level, b", ".join([b"*m%d" % (level - 1)] * 9)) for level in range(1, 9)
)

CONTENTS: dict[str, bytes] = {
    "100,000 brackets": b"title: " + b"[" * 100_000,
    "100,000 closed brackets": b"title: " + b"[" * 100_000 + b"]" * 100_000,
    "100,000 braces": b"{a: " * 100_000,
    "100,000 dashes": b"- " * 100_000 + b"x",
    "100,000 questions": b"? " * 100_000 + b"x",
    "brackets as keys": b"[" * 30_000 + b"]: " * 30_000,
    "a staircase of blanks": b"".join(b" " * level + b"a:\n" for level in range(1000)),
    "a billion laughs": b"l0: &l0 lol\n" + _LOLS,
    "a bomb of merges": b"m0: &m0 {a: 1}\n" + _MERGES,
    "a ring of aliases": b"&a [*a, {*a : *a}]",
    "100,000 anchors": b"a:\n" + b"".join(b"- &a%d x\n" % number for number in range(70_000)),
    "100,000 aliases": b"a: &a x\nb: [" + b"*a, " * 100_000 + b"]",
    "tags": b"title: !!python/object/apply:os.system [touch /tmp/staircase-pwned]\n",
    "tags of text": b"title: !!bool x\nlead: !!int 9\nstarted: !!timestamp 2026-02-30\n",
    "a key of a mebibyte": b"k" * (MIB - 10) + b": 1\n",
    "a title of a mebibyte": b"title: " + b"t" * (MIB - 10) + b"\n",
    "a title of many words": b"title: " + b"t " * (MIB // 2 - 10) + b"x\n",
    "a value of a mebibyte": b"title: T\ndepartment: care\nlead: L\nstarted: " + b"9" * (MIB - 100) + b"\n",
    "ten thousand digits": HEAD + b"costs: {one_off: " + b"9" * 10_000 + b"}\n",
    "a mebibyte of digits": HEAD + b"costs: {one_off: " + b"1" * (MIB - 100) + b"}\n",
    "a mebibyte of decimals": HEAD + b"costs: {one_off: 0." + b"1" * (MIB - 100) + b"}\n",
    "a mebibyte of grouped digits": HEAD + b"costs: {one_off: 1" + b" 000" * (MIB // 4 - 50) + b"}\n",
    "infinite": HEAD + b"costs: {one_off: .inf, per_year: .nan}\n",
    "exponents": HEAD + b"costs: {one_off: 1e999, per_year: 1e-999}\n",
    "years beyond": b"title: T\ndepartment: care\nlead: L\nstarted: 10000-01-01\nlive: 0000-01-01\nreviewed: 2026-02-30\n",
    "a mebibyte too much": b"title: " + b"x" * MIB,
    "a mebibyte of blanks": b" " * (MIB - 10) + b"x",
    "a mebibyte of tabs": b"\t" * (MIB - 10),
    "a mebibyte of line feeds": b"\n" * (MIB - 1),
    "a mebibyte of carriage returns": b"\r" * (MIB - 1),
    "a mebibyte of comments": b"#\n" * (MIB // 2 - 1),
    "a mebibyte of dashes": b"-\n" * (MIB // 2 - 1),
    "a mebibyte of colons": b":" * (MIB - 1),
    "a mebibyte of colons and blanks": b": " * (MIB // 2 - 1),
    "a mebibyte of quotes": b'"' * (MIB - 1),
    "a mebibyte of single quotes": b"title: '" + b"'" * (MIB - 100),
    "a mebibyte of open quotes": b'title: "\n' * (MIB // 10),
    "a mebibyte of commas": b"a: [" + b"," * (MIB - 10) + b"]",
    "a mebibyte of items": b"a: [" + b"x," * (MIB // 2 - 10) + b"]",
    "a mebibyte of empty mappings": b"a: [" + b"{}," * (MIB // 3 - 10) + b"]",
    "a mebibyte of nulls": b"goals: [" + b"~," * (MIB // 2 - 10) + b"]",
    "a mebibyte of keys": b"".join(b"k%d: 1\n" % number for number in range(90_000)),
    "a mebibyte of one key": b"a: 1\n" * (MIB // 5 - 1),
    "a mebibyte of documents": b"---\na\n" * (MIB // 6 - 1),
    "a mebibyte of directives": b"%TAG ! a\n" * (MIB // 9 - 1),
    "a mebibyte of merge markers": b"<<<<<<< a\n=======\n>>>>>>> b\n" * (MIB // 30),
    "a mebibyte of percent signs": b"%" * (MIB - 1),
    "a mebibyte of exclamations": b"! " * (MIB // 2 - 1),
    "a mebibyte of bars": b"a: |\n" + b" x\n" * (MIB // 3 - 10),
    "a mebibyte of backslashes": b'a: "' + b"\\" * (MIB - 10),
    "a mebibyte of escapes": b'title: "' + b"\\x1b" * (MIB // 4 - 10) + b'"',
    "a mebibyte of controls": b"title: " + b"\x01" * (MIB - 10),
    "a mebibyte of next lines": b"title: " + b"\xc2\x85" * (MIB // 2 - 10),
    "a mebibyte of no text": b"\xff" * (MIB - 1),
    "a mebibyte of questions": b"? a\n" * (MIB // 4 - 1),
    "NUL": b"title: a\0b\n",
    "only NULs": b"\0" * 4096,
    "UTF-16, little end first": "\ufefftitle: T\n".encode("utf-16-le"),
    "UTF-16, big end first": "\ufefftitle: T\n".encode("utf-16-be"),
    "UTF-16 without a mark": "title: T\n".encode("utf-16-le"),
    "UTF-32": "\ufefftitle: T\n".encode("utf-32-le"),
    "UTF-7": b"+AHQAaQB0AGwAZQ- : T\n",
    "Latin 1": "title: Åtgärder\n".encode("latin-1"),
    "overlong UTF-8": b"title: \xc0\xaf\n",
    "surrogates in UTF-8": b"title: \xed\xa0\x80\n",
    "a byte-order mark within": b"title: a\xef\xbb\xbfb\n" + HEAD[9:],
    "two byte-order marks": b"\xef\xbb\xbf\xef\xbb\xbf" + HEAD,
    "a lone surrogate by escape": b'title: "\\ud800"\n' + HEAD[9:],
    "a pair of surrogates by escape": b'title: "\\ud83d\\ude00"\n' + HEAD[9:],
    "beyond Unicode by escape": b'title: "\\U00110000"\n' + HEAD[9:],
    "ESC by escape": b'title: "\\e]0;pwned\\a"\n' + HEAD[9:],
    "a separator by escape": b'title: "\\P\\L\\N\\_"\n' + HEAD[9:],
    "not YAML": b"<html><script>alert(1)</script></html>\n\x00\x01",
    "empty": b"",
    "only a comment": b"# nothing\n",
    "null": b"~\n",
    "a list": b"- a\n",
    "a text": b"hello\n",
    "a document's end": b"...\n",
    "two documents": HEAD + b"---\n" + HEAD,
    "merge markers": b"<<<<<<< HEAD\n" + HEAD + b"=======\n" + HEAD + b">>>>>>> \x1b[2Jbranch\n",
    "merge markers in the middle": HEAD
    + b"<<<<<<< ::error::x\nlive: 2026-10-01\n=======\nlive: 2026-10-02\n>>>>>>> b\n",
}
"""Each is refused, and costs no more than itself."""


CROWDS: dict[str, bytes] = {
    "free keys": HEAD + b"".join(b"x-%d: 1\n" % number for number in range(80_000)),
    "cuts": HEAD + b"together:\n" + b"- a #b\n" * (MIB // 7 - 20),
    "unknown references": HEAD + b"depends_on:\n" + b"".join(b"- no-%d\n" % number for number in range(50_000)),
    "one unknown reference": HEAD + b"depends_on:\n" + b"- no\n" * 50_000,
    "references to itself": HEAD + b"depends_on:\n" + b"- hostile\n" * 50_000,
    "unknown goals": HEAD + b"goals:\n" + b"".join(b"- no-%d\n" % number for number in range(50_000)),
    "visits": HEAD
    + b"journey:\n"
    + b"- {step: explore, entered: 2026-09-01}\n- {step: benefits, entered: 2026-09-02}\n" * 13_000,
    "pauses": HEAD + b"pauses:\n" + b"- {from: 2026-09-01, to: 2026-09-02}\n" * 26_000,
    "trials": HEAD
    + b"trials:\n"
    + b"".join(b"- {id: t%d, title: x, started: 2026-09-01}\n" % number for number in range(20_000)),
    "benefits": HEAD + b"benefits:\n" + b"".join(b"- {id: b%d, title: x}\n" % number for number in range(35_000)),
    "roadmap items": HEAD
    + b"roadmap:\n"
    + b"".join(
        b"- {id: r%d, title: x, from: 2027-01, based_on: [t%d], became: hostile}\n" % (number, number)
        for number in range(11_500)
    ),
    "accepted gaps": HEAD
    + b"accepted:\n"
    + b"".join(
        b"- {rule: benefit-missing, item: i%d, until: 2027-01-01, why: x}\n" % number for number in range(14_000)
    ),
    "accepted unknown rules": HEAD
    + b"accepted:\n"
    + b"".join(b"- {rule: benefit-missin%d, until: 2027-01-01, why: x}\n" % number for number in range(14_000)),
    "tags": HEAD + b"tags:\n" + b"".join(b"- t%d\n" % number for number in range(80_000)),
}
"""Each can be read, and holds as many of one thing as a file may."""


def _fifo(place: Path) -> None:
    os.mkfifo(place)


def _socket(place: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(place.parent)  # the names of sockets are short
        try:
            listening.bind(place.name)
        finally:
            os.chdir(here)


def _ring(place: Path) -> None:
    place.symlink_to(place.name)


def _locked(place: Path) -> None:
    place.write_bytes(HEAD)
    place.chmod(0)


def _linked(target: str) -> Callable[[Path], None]:
    return lambda place: place.symlink_to(target)


THINGS: dict[str, Callable[[Path], None]] = {
    "a pipe": _fifo,
    "a socket": _socket,
    "a link to itself": _ring,
    "a link out": _linked("/etc/hostname"),
    "a link to a file beside": _linked("keyless.yaml"),
    "a link to nothing": _linked("nowhere"),
    "a link to a device": _linked("/dev/zero"),
    "a link to a folder": _linked("/"),
    "a folder": Path.mkdir,
    "a file that may not be read": _locked,
}
"""What stands under a file's name and is none."""
