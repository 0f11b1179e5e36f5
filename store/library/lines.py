"""A line of the journal: what one change made of which rows, with a checksum.

    {"journal":1,"generation":"5f0c21d29a77"}
    ["9d1f00c2",{"documents":{"17":{"id":"89fcd2da0d1324ee","title":"…"}}}]
    ["0b7e5a41",{"documents":{"17":null}}]

Each line but the first has the shape of a TinyDB file that holds the changed rows alone: table,
row number, row. `null` takes a row, or a whole table, away. The checksum is the CRC-32 of what
follows it, so that a flipped bit in the middle of a file is found and not only a torn end.
"""

import json
import zlib
from collections.abc import Mapping
from typing import Any, Final

import msgspec

FORMAT: Final = 1
"""Version of the lines themselves; what the rows mean has a version of its own."""

Rows = Mapping[str, Any]
"""Row number -> row, None for one that is gone."""
Changes = Mapping[str, Rows | None]
"""Table -> its changed rows; None for a table that is gone."""

_BEFORE: Final = len('["00000000",')
_HEAD: Final = b'{"journal":'


class Head(msgspec.Struct, frozen=True):
    """The first line. `generation` is another each time the file is written anew."""

    journal: int
    generation: str


_head = msgspec.json.Decoder(Head)


def head_line(generation: str) -> bytes:
    return msgspec.json.encode(Head(FORMAT, generation)) + b"\n"


def head_of(data: bytes) -> Head | None:
    """The head that a file's bytes begin with; None if they begin otherwise."""
    line, found, _ = data[:200].partition(b"\n")
    if not found or not line.startswith(_HEAD):
        return None
    try:
        return _head.decode(line)
    except msgspec.DecodeError:
        return None


def may_begin_a_head(data: bytes) -> bool:
    """Whether these bytes could be a first line that was cut short."""
    return b"\n" not in data and (_HEAD.startswith(data[: len(_HEAD)]) or data.startswith(_HEAD))


def patch_of(changes: Changes) -> bytes:
    """Changes as JSON, spelt as TinyDB's own storage would spell them.

    Raises:
        TypeError, ValueError: they hold what JSON cannot say, NaN and lone surrogates included.
    """
    text = json.dumps(changes, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")


def line_of(patch: bytes) -> bytes:
    return b'["%08x",%b]\n' % (zlib.crc32(patch), patch)


def patch_in(line: bytes) -> bytes | None:
    """The patch of a line without its line break; None if the line is not as it was written."""
    patch = line[_BEFORE:-1]
    if line[:_BEFORE] == b'["%08x",' % zlib.crc32(patch) and line[-1:] == b"]":
        return patch
    return None
