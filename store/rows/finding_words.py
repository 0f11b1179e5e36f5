"""Looks words up in the sentences: any piece of text, in any case, without an index of words."""

from collections.abc import Callable
from typing import Final

from store.rows.bitsets import as_bytes, piece, put
from store.rows.document_rows import BETWEEN, in_small_letters
from store.rows.row_file import RowFile
from store.rows.table import Kept, RowTable

STEPS: Final = 24
"""A document with more hits than this is taken apart; fewer are walked through."""


def containing(file: RowFile, table: RowTable, text: str, within: int) -> int:
    """The rows among `within` whose sentence holds this text, in any case."""
    among = as_bytes(within, table.rows)
    marks = bytearray(len(among))
    first = 0
    for kept in table.documents:
        if any(among[first >> 3 : (first + kept.count + 7) >> 3]):  # mostly of one council only
            bits = piece(among, first, kept.count)
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
    if find(words, wanted, kept.start, kept.end) < 0:
        return 0
    return within & _holding(bytes(words[kept.start : kept.end]), wanted, find)


def _holding(words: bytes, wanted: bytes, find: Callable[[bytes, bytes, int], int]) -> int:
    """Bit n if sentence n holds what is wanted."""
    bits = number = start = 0
    for _ in range(STEPS):
        at = find(words, wanted, start)
        if at < 0:
            return bits
        number += words.count(BETWEEN, start, at)
        bits |= 1 << number
        start = words.find(BETWEEN, at)
        if start < 0:
            return bits
    rest = words[start:].split(BETWEEN)  # the first is empty: the end of the last one
    rest.reverse()  # the first sentence is the lowest bit
    held = "".join(["1" if wanted in sentence else "0" for sentence in rest])
    return bits | int(held, 2) << number
