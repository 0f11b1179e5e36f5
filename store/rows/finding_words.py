"""Looks words up in the sentences: any piece of text, in any case, without an index of words."""

from collections.abc import Callable
from typing import Final

from store.rows.bitsets import as_bytes, joined, piece
from store.rows.document_rows import BETWEEN, in_small_letters
from store.rows.row_file import RowFile
from store.rows.table import Kept, RowTable

STEPS: Final = 40
"""A document with more hits than this is taken apart; fewer are walked through."""


def containing(file: RowFile, table: RowTable, text: str, within: int) -> int:
    """The rows among `within` whose sentence holds this text, in any case."""
    among = as_bytes(within, table.rows)
    pieces: list[tuple[int, int]] = []
    first = 0
    for kept in table.documents:
        bits = piece(among, first, kept.count) if kept.count else 0
        pieces.append((containing_in(file, kept, text, bits), kept.count))
        first += kept.count
    file.packs.let_go()
    return joined(pieces)


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
    bit = 1 << number
    for sentence in words[start:].split(BETWEEN):  # the first is empty: the end of the last one
        if wanted in sentence:
            bits |= bit
        bit <<= 1
    return bits
