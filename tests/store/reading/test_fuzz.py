"""Files changed at random, and bytes of no meaning, end in lines or in a ReadingError.

How many is set by OFSTED_FUZZ, the number for each kind of file.
"""

from __future__ import annotations

import io
import os
import random
import time
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .make_docx import docx_of, joined, para, run, table
from .make_pdf import LINES, mapped, one_page, pdf_of
from .pages import NEWS
from .public_pages import PUBLIC
from .reading import lines_or_error

ROUNDS = int(os.environ.get("OFSTED_FUZZ", "150"))
NAMES = ("x.pdf", "x.html", "x.docx", "x.md", "x.txt", "x")
BODY = (
    para("Heading", "Heading1")
    + para("one", num=2)
    + para("two", num=1)
    + joined(run("in "), f"<w:ins>{run('serted')}</w:ins>")
    + table(("a", "b"), ("c", "d"))
)
SEEDS: dict[str, list[bytes]] = {
    "pdf": [
        pdf_of(LINES, LINES),
        one_page(b"BT /F1 12 Tf 72 700 Td (The words of it, all in a row) Tj ET" * 5),
        one_page(b"BT (ZZ) Tj ET", font=b"/ToUnicode 6 0 R", more=[mapped({90: "ffi"})]),
    ],
    "docx": [docx_of(BODY)],
    "html": [page.html.encode() for page in NEWS + PUBLIC],
    "md": [
        b"# One\n\n- two\n  - three\n\n| a | b |\n| - | - |\n| c | d |\n\n"
        b"1. *four* [x](y)\n\n<p>z</p>\n"
    ],
}


def _changed_part(data: bytes, chance: random.Random) -> bytes:
    """A Word file with harm done to what is packed in it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        harmed = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _changed(part, chance) if name == harmed else part)
    return packed.getvalue()


def _changed(data: bytes, chance: random.Random) -> bytes:
    """The data with one to a few small harms done to it."""
    changed = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 30])):
        place = chance.randrange(len(changed) + 1)
        other = chance.randrange(len(changed) + 1)
        piece = changed[min(place, other) : max(place, other)][:200]
        kind = chance.randrange(7)
        if kind == 0 and place < len(changed):
            changed[place] ^= 1 << chance.randrange(8)
        elif kind == 1 and place < len(changed):
            changed[place] = chance.randrange(256)
        elif kind == 2:
            changed[place:place] = piece
        elif kind == 3:
            del changed[place : place + len(piece)]
        elif kind == 4:
            changed[place:place] = chance.choice(ODD)
        elif kind == 5 and len(changed) > 10:
            del changed[-chance.randrange(1, len(changed) // 2) :]
        elif kind == 6:
            changed[place : place + 4] = chance.randbytes(4)
    return bytes(changed)


ODD = (
    b"\x00", b"\xff\xfe", b"%PDF-1.4", b"PK\x03\x04", b"<html>", b"</p>", b"<table><tr>", b"]]>",
    b"-1", b"99999999999", b"endobj", b"stream\n", b"<< /Kids [2 0 R] >>", b"&#x1b;[31m",
    b"\x1b]0;", b"<w:p>", b"<!DOCTYPE x>", b"\xe2\x80", b"# ", b"- " * 40, b"[" * 50, b"<div>" * 60,
    b"\r", b"\x0c",
)  # fmt: skip


@pytest.mark.parametrize("kind", SEEDS)
def test_changed_files(kind: str) -> None:
    chance = random.Random(f"ofsted {kind}")
    for seed in SEEDS[kind]:
        lines_or_error(seed, "x")  # what is imported now costs no time below
    read = 0
    for number in range(ROUNDS):
        harm = _changed_part if kind == "docx" and number % 3 else _changed
        data = harm(chance.choice(SEEDS[kind]), chance)
        start = time.process_time()
        found = lines_or_error(data, chance.choice(NAMES))
        assert time.process_time() - start < 1 + len(data) / 100_000, number
        read += isinstance(found, list)
    assert read > ROUNDS / 20  # the harm is small enough to get past the first check


any_bytes = st.binary(max_size=4_000)


def _begun(start: bytes) -> Callable[[bytes], bytes]:
    return lambda rest: start + rest


@given(
    st.sampled_from(
        [
            b"",
            b"%PDF-1.7\n",
            b"PK\x03\x04",
            b"<html>",
            b"<?xml?><html>",
            b"# a\n## b\n",
            b"\xff\xfe",
        ]
    ).flatmap(lambda start: any_bytes.map(_begun(start))),
    st.sampled_from(NAMES),
)
@settings(max_examples=max(20, ROUNDS), deadline=None)
def test_any_bytes(data: bytes, name: str) -> None:
    lines_or_error(data, name)


PIECES = (
    "<p> </p> <div> </div> <article> <h1>T</h1> <table> <tr> <td> </td> </table> <ul> <li> <br> "
    "<a href=x> </a> <nav> </nav> <pre> <sup>1</sup> <script> </script> <!-- --> &amp; &#27; text "
    "<main> <aside class=related> <blockquote> <form> words. “quoted” <title>t</title>"
).split()


@given(st.lists(st.sampled_from(PIECES), max_size=120).map(" ".join), st.sampled_from(NAMES))
@settings(max_examples=max(20, ROUNDS), deadline=None)
def test_any_page(body: str, name: str) -> None:
    lines_or_error(f"<html>{body}".encode(), name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "start", [b"", b"%PDF-1.7\n", b"<html>", b"# a\n\n## b\n\n", b"PK\x03\x04"]
)
def test_a_hundred_kilobytes_of_anything_take_under_a_second(name: str, start: bytes) -> None:
    chance = random.Random(f"{name}{start!r}")
    for data in (
        chance.randbytes(100_000),
        bytes(chance.choices(range(32, 127), k=100_000)),
        bytes(chance.choices(b"<>[]()*_`#-|&;\n ab\"'=/!", k=100_000)),
    ):
        begin = time.process_time()
        lines_or_error(start + data, name)
        assert time.process_time() - begin < 1
