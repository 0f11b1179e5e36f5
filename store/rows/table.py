"""The table of all rows: which documents lie where, and the bits of each facet value."""

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from store.rows.bitsets import as_bytes, joined, piece
from store.rows.document_rows import DocumentRows, Facet

MARK: Final = b"ofsted-rows 3\n"
"""Begins a file of this version; another is made anew."""
_SIZES: Final = struct.Struct("<II")


class TableDamaged(Exception):
    """The bytes are no table of this version, or not all of one."""


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """A document in the table. Its rows follow those of the document before it."""

    id: str
    revision: str
    count: int
    """Rows."""
    councils: dict[str, bytes]
    """Bits by council, counted from the document's first row; nothing stands for all rows."""
    pack: str
    """The file that its words are in."""
    start: int
    end: int
    """Where in the pack its words are."""


class _Directory(msgspec.Struct, array_like=True):
    documents: list[Kept]
    facets: list[tuple[str, str]]


class RowTable:
    """Documents in the order of their rows, and one integer of bits for each facet value."""

    def __init__(self, documents: Sequence[Kept] = (), facets: Mapping[Facet, int] | None = None):
        self.documents = list(documents)
        self.facets = dict(facets or {})
        self.rows = sum(kept.count for kept in self.documents)

    @property
    def order(self) -> list[tuple[str, str]]:
        """(id, revision) of each document."""
        return [(kept.id, kept.revision) for kept in self.documents]

    # As a file

    def encode(self) -> bytes:
        directory = msgspec.msgpack.encode(_Directory(self.documents, list(self.facets)))
        body = b"".join([directory, *(as_bytes(bits, self.rows) for bits in self.facets.values())])
        return b"".join([MARK, _SIZES.pack(len(directory), zlib.crc32(body)), body])

    @classmethod
    def decode(cls, data: bytes) -> "RowTable":
        """The table that `encode` gave.

        Raises:
            TableDamaged: it is of another version, cut short or changed.
        """
        start = len(MARK) + _SIZES.size
        if not data.startswith(MARK) or len(data) < start:
            raise TableDamaged
        size, check = _SIZES.unpack_from(data, len(MARK))
        if zlib.crc32(memoryview(data)[start:]) != check:
            raise TableDamaged
        try:
            directory = msgspec.msgpack.decode(data[start : start + size], type=_Directory)
        except msgspec.MsgspecError as error:
            raise TableDamaged from error
        table = cls(directory.documents)
        each = (table.rows + 7) // 8
        if start + size + each * len(directory.facets) != len(data):
            raise TableDamaged
        for number, facet in enumerate(directory.facets):
            at = start + size + number * each
            table.facets[facet] = int.from_bytes(data[at : at + each], "little")
        return table


def arranged(
    former: RowTable, wanted: Iterable[str], fresh: Mapping[str, tuple[Kept, DocumentRows]]
) -> RowTable:
    """A table of these documents in this order: each from `fresh`, else as it was in `former`.

    Neighbours that stay neighbours are moved together, so that one changed document in
    thousands costs little.
    """
    places: dict[str, tuple[int, Kept]] = {}
    first = 0
    for kept in former.documents:
        places[kept.id] = (first, kept)
        first += kept.count
    documents: list[Kept] = []
    runs: list[tuple[int, int] | DocumentRows] = []
    for id in wanted:
        if id in fresh:
            kept, rows = fresh[id]
            runs.append(rows)
        else:
            first, kept = places[id]
            last = runs[-1] if runs else None
            if isinstance(last, tuple) and sum(last) == first:
                runs[-1] = (last[0], last[1] + kept.count)
            else:
                runs.append((first, kept.count))
        documents.append(kept)
    facets = dict.fromkeys(former.facets)
    for run in runs:
        if isinstance(run, DocumentRows):
            facets.update(dict.fromkeys(run.facets))
    size = max(former.rows, 1)
    found: dict[Facet, int] = {}
    for facet in facets:
        raw = as_bytes(former.facets.get(facet, 0), size)
        bits = joined([_run(facet, run, raw) for run in runs])
        if bits:
            found[facet] = bits
    return RowTable(documents, found)


def _run(facet: Facet, run: tuple[int, int] | DocumentRows, raw: bytes) -> tuple[int, int]:
    if isinstance(run, DocumentRows):
        return run.facets.get(facet, 0), run.count
    return piece(raw, *run), run[1]
