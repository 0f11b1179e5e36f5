"""Text that is made to send rules of reading round in circles: their own words, over and over."""

from random import Random

from tests.hostile.pdfs import Maker

PIECES = (
    "Mr Smith said ", "she said: ", "“", "”", "‘", "’", "\"", "'", "(", ")", "[sic]", "[/]",
    "12 March ", "12 and 13 ", "March 2018 to ", "2018", "between ", "from 1 to ", "31/12/2018 ",
    "Dear ", "Dear Ms A\n", "Yours sincerely\n", "Ofsted ", "Inspection dates: ",
    "Inspection of ", "Monitoring visit ", "Tameside ", "Stoke-on-Trent City Council ",
    "Bournemouth, Christchurch and Poole ", "Kingston upon ", "Requires improvement to be good\n",
    "Inadequate\n", "Overall effectiveness\n", "Judgement Grade\n", "1. ", "2.3.1 ", "■ ", "\n- ",
    "\n\n", "\n", ". ", ", ", "; ", " – ", "-", "\xad\n", "…", "?", "!", "41 per cent of ",
    "£4.5 million ", "one in three ", "one hundred and ", "thousand ", "of the 25 ",
    "children in care ", "social workers ", "not ", "is not effective, but ", "however ",
    "Lead inspector: ", "Her Majesty’s Inspector ", "HMI ", "a", "aaaaaaaa", "A. B. C. ", "e.g. ",
    "U.K. ", "www.", "http://x", "\x1b[2J", "\x1b]0;x\x07", "\x00", "\u202e", "\ufeff", "\t",
    "   ", "\xa0", "\x0c", "😀", "ﬁ", "e\u0301", "# ", "## ", "> ", "* ", "**", "__", "`", "| ",
    "|-|-|\n", "![x](", "](", "<p>", "<!--", "&amp;", "~~~\n",
)  # fmt: skip


STARTS = (
    b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xd0\xcf\x11\xe0", b"{\\rtf1", b"\x1f\x8b",
    b"\x89PNG", b"<?xml version='1.0'?>", b"MZ\x90\x00", b"\x7fELF", b"GIF89a", b"\xef\xbb\xbf",
    b"#!/bin/sh\n",
)  # fmt: skip


def repeated(chance: Random, server: str) -> bytes:
    """One to three pieces over and over."""
    pieces = "".join(chance.choices(PIECES, k=chance.choice([1, 1, 2, 3])))
    size = chance.choice([2_000, 50_000, 500_000, 3_000_000])
    head = chance.choice(
        ["", "", "Dear Ms Smith\n\nMonitoring visit to Tameside\n\n", "Council told\n\n"]
    )
    tail = chance.choice(["", "\nYours sincerely\n", " said Mr Smith."])
    return (head + pieces * (size // len(pieces)) + tail).encode("utf-8", "replace")


def mixed(chance: Random, server: str) -> bytes:
    """Pieces in any order."""
    count = chance.choice([100, 3_000, 60_000])
    head = chance.choice(["", "Dear Ms Smith\n\n", "# Title\n\n## Part\n\n"])
    return (head + "".join(chance.choices(PIECES, k=count))).encode("utf-8", "replace")


def odd_bytes(chance: Random, server: str) -> bytes:
    size = chance.choice([0, 1, 10, 5_000, 2_000_000])
    kind = chance.randrange(5)
    if kind == 0:
        return chance.randbytes(size)
    if kind == 1:
        return b"\x00" * size
    if kind == 2:
        return b"\xff\xfe" + "Dear Ms Smith\n".encode("utf-16-le") * (size // 28) + b"\xd8"
    if kind == 3:
        return bytes(chance.choices(b"<>[]()*_`#-|&;\n ab\"'=/!~>", k=size))
    return (
        "Ofsted’s visit “found” £5 – é".encode(chance.choice(["cp1252", "utf-16", "mac_roman"])) * 9
    )


def begun(chance: Random, server: str) -> bytes:
    """The first bytes of one kind of file with something else behind."""
    return chance.choice(STARTS) + chance.choice([odd_bytes, repeated, mixed])(chance, server)


TEXTS: tuple[Maker, ...] = (repeated, repeated, mixed, odd_bytes, begun)
