"""Looks words up in the sentences: any piece of text, in any case, without an index of words."""

from bisect import bisect_left
from typing import Final

from store.rows.bitsets import as_bytes, piece, put, rows_of
from store.rows.document_rows import BETWEEN, in_small_letters
from store.rows.row_file import RowFile
from store.rows.table import Kept, RowTable

STEPS: Final = 24
"""Fewer hits in a document are walked through; with more, each sentence is looked at that is asked
about, or all of them if those are most."""


def containing(file: RowFile, table: RowTable, text: str, within: int) -> int:
    """The rows among `within` whose sentence holds this text, in any case."""
    among = as_bytes(within, table.rows)
    marks = bytearray(len(among))
    first = 0
    for kept in table.documents:
        bits = piece(among, first, kept.count)
        if bits:  # mostly of one council only
            put(marks, containing_in(file, kept, text, bits), first, kept.count)
        first += kept.count
    return int.from_bytes(marks, "little")


def containing_in(file: RowFile, kept: Kept, text: str, within: int) -> int:
    """The sentences of one document among `within` that hold this text; sentence n is bit n."""
    if not within:
        return 0
    from stringzilla import find  # ten times as fast as bytes.find

    wanted = in_small_letters(text)
    words = file.words(kept)
    at = find(words, wanted, kept.start, kept.end)
    if at < 0:
        return 0
    bounds = file.bounds(kept)
    held = row = 0
    for _ in range(STEPS):
        row = bisect_left(bounds, at, row) - 1
        held |= 1 << row
        at = find(words, wanted, bounds[row + 1], kept.end)
        if at < 0:
            return within & held
    rest = within >> row + 1
    if rest.bit_count() * 2 > kept.count - row:
        later = bytes(words[bounds[row + 1] + 1 : kept.end]).split(BETWEEN)
        later.reverse()  # the first sentence is the lowest bit
        found = int("".join(["1" if wanted in sentence else "0" for sentence in later]), 2)
        return within & (held | found << row + 1)
    for more in rows_of(rest):
        if find(words, wanted, bounds[row + more + 1] + 1, bounds[row + more + 2]) >= 0:
            held |= 1 << row + more + 1
    return within & held
