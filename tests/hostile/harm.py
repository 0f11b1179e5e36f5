"""Harm done at random to the bytes of a good file, and to the parts of a packed one."""

import io
import zipfile
from random import Random

ODD = (
    b"\x00", b"\xff\xfe", b"%PDF-1.4", b"PK\x03\x04", b"<html>", b"</p>", b"<table><tr>", b"]]>",
    b"-1", b"99999999999", b"endobj", b"stream\n", b"endstream", b"<< /Kids [2 0 R] >>", b"/Prev 0",
    b"&#x1b;[31m", b"\x1b]0;title\x07", b"<w:p>", b"<!DOCTYPE x>", b"\xe2\x80", b"- " * 40,
    b"[" * 500, b"<div>" * 600, b"(" * 200, b"<<" * 200, b"/Filter [/FlateDecode /FlateDecode]",
    b"/Length 9999999999", b"0 R", b"\r", b"\x0c", b"q " * 500,
)  # fmt: skip


def harmed(data: bytes, chance: Random) -> bytes:
    """The data with one to a few hundred small harms done to it."""
    changed = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 30, 300])):
        place = chance.randrange(len(changed) + 1)
        length = chance.choice([1, 4, 40, 400, 4_000])
        kind = chance.randrange(8)
        if kind == 0 and place < len(changed):
            changed[place] ^= 1 << chance.randrange(8)
        elif kind == 1:
            changed[place : place + length] = chance.randbytes(length)
        elif kind == 2:
            changed[place:place] = changed[place : place + length] * chance.choice([1, 2, 20])
        elif kind == 3:
            del changed[place : place + length]
        elif kind == 4:
            changed[place:place] = chance.choice(ODD)
        elif kind == 5 and chance.random() < 0.1:
            del changed[place:]
        elif kind == 6:
            _number(changed, place, chance)
        elif kind == 7:
            other = chance.randrange(len(changed) + 1)
            changed[place : place + length] = changed[other : other + length]
    return bytes(changed)


def _number(changed: bytearray, place: int, chance: Random) -> None:
    """Make another number of the first one behind a place: lengths, counts, references."""
    for start in range(place, min(len(changed), place + 400)):
        if chr(changed[start]).isdigit():
            number = chance.choice([b"0", b"1", b"2", b"-1", b"255", b"65536", b"2147483648"])
            changed[start : start + 1] = number
            return


def harmed_part(data: bytes, chance: Random) -> bytes:
    """A packed file with harm done to what is packed in it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        which = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, harmed(part, chance) if name == which else part)
    return packed.getvalue()
