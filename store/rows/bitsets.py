"""Sets of rows as big integers: row n is bit n.

`&` and `bit_count` of a million rows take well under a millisecond, without an array library.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, compress
from typing import Final, overload

_WIDTH: Final = 4096
_AS_FLAGS: Final = bytes.maketrans(b"01", b"\x00\x01")


def span(first: int, count: int) -> int:
    """The bits of `count` rows from `first` on."""
    return ((1 << count) - 1) << first


def bits_of(rows: Iterable[int], size: int) -> int:
    """Row numbers below `size` to one integer."""
    marks = bytearray((size + 7) // 8)
    for row in rows:
        marks[row >> 3] |= 1 << (row & 7)
    return int.from_bytes(marks, "little")


def rows_of(bits: int) -> Iterator[int]:
    """The set bits, lowest first."""
    raw = as_bytes(bits, bits.bit_length())
    for at in range(0, len(raw), _WIDTH // 8):
        chunk = int.from_bytes(raw[at : at + _WIDTH // 8], "little")
        while chunk:
            low = chunk & -chunk
            yield at * 8 + low.bit_length() - 1
            chunk ^= low


def all_rows_of(bits: int) -> list[int]:
    """The set bits, lowest first, as a list; some ten times faster than asking one by one."""
    if bits.bit_count() < 1000:
        return list(rows_of(bits))
    flags = f"{bits:b}"[::-1].encode("ascii").translate(_AS_FLAGS)
    return list(compress(range(len(flags)), flags))


def joined(parts: Sequence[tuple[int, int]]) -> int:
    """Pieces of bits, each with its number of rows, end to end; the first is the lowest."""
    pieces = list(parts)
    while len(pieces) > 1:  # in pairs, so that no piece is copied more often than need be
        pairs = zip(pieces[::2], pieces[1::2], strict=False)
        halved = [(low | high << count, count + more) for (low, count), (high, more) in pairs]
        pieces = halved + pieces[len(halved) * 2 :]
    return pieces[0][0] if pieces else 0


def piece(raw: bytes, first: int, count: int) -> int:
    """The bits of some rows, moved down to row 0, out of the bytes of all."""
    low = int.from_bytes(raw[first >> 3 : (first + count + 7) >> 3], "little")
    return (low >> (first & 7)) & ((1 << count) - 1)


def put(marks: bytearray, bits: int, first: int, count: int) -> None:
    """The other way round: set the bits of some rows, given from row 0, in the bytes of all.

    No row from `first` on may have been set before.
    """
    begin, end = first >> 3, (first + count + 7) >> 3
    raw = (bits << (first & 7)).to_bytes(end - begin, "little")
    marks[begin] |= raw[0]
    marks[begin + 1 : end] = raw[1:]


def as_bytes(bits: int, size: int) -> bytes:
    """The bits of `size` rows, lowest first."""
    return bits.to_bytes((size + 7) // 8, "little")


class Rows(Sequence[int]):
    """The set bits in order, as a sequence that is worked out where it is looked at."""

    def __init__(self, bits: int) -> None:
        self.bits = bits
        self._raw = as_bytes(bits, bits.bit_length())
        each = _WIDTH // 8
        blocks = range(0, len(self._raw), each)
        counts = (int.from_bytes(self._raw[at : at + each], "little").bit_count() for at in blocks)
        self._ends = list(accumulate(counts))
        self._block = lru_cache(maxsize=16)(self._read_block)

    def _read_block(self, block: int) -> list[int]:
        first = block * _WIDTH
        return [first + row for row in rows_of(piece(self._raw, first, _WIDTH))]

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> list[int]: ...
    def __getitem__(self, place: int | slice) -> int | list[int]:
        if isinstance(place, slice):
            return [self[at] for at in range(*place.indices(len(self)))]
        if place < 0:
            place += len(self)
        if not 0 <= place < len(self):
            raise IndexError(place)
        block = bisect_right(self._ends, place)
        before = self._ends[block - 1] if block else 0
        return self._block(block)[place - before]

    def __iter__(self) -> Iterator[int]:
        return iter(all_rows_of(self.bits))

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and row >= 0 and bool(self.bits >> row & 1)

    def place_from(self, row: int) -> int:
        """How many of the rows lie before this one: its place, if it is among them."""
        if row < 0:
            return 0
        block = row // _WIDTH
        if block >= len(self._ends):
            return len(self)
        before = self._ends[block - 1] if block else 0
        return before + bisect_left(self._block(block), row)


def nearest(rows: Sequence[int], wanted: int | None) -> int:
    """The place in ascending `rows` of `wanted`, or of what comes next after it."""
    if wanted is None or not rows:
        return 0
    place = rows.place_from(wanted) if isinstance(rows, Rows) else bisect_left(rows, wanted)
    return min(place, len(rows) - 1)
