"""Tables in plain text: rows whose cells stand between tabs or wide blanks.

A table is known by its numbers. Columns of words (addresses, names and posts) and the page numbers
of a list of contents are none, and a line of running text is never cut, however it is spaced.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from store.reading.clean import squeeze

_GAPS: Final = re.compile(r"[ \u00a0]*\t[ \u00a0]*|[ \u00a0]{2,}")
_WIDE: Final = re.compile(r"\S(?:\t|  |\u00a0\u00a0| \u00a0|\u00a0 )")
_NUMBER: Final = re.compile(r"[<>~]?£?\d[\d.,]*k? ?%?")
_COUNTED: Final = re.compile(r"\d[\d.,]* ?%?")
_WORDIEST: Final = 12
"""A cell of more words is running text."""
_LONGEST: Final = 1000
_RATED: Final = 2
"""How many words may stand beside the numbers of a row: "on track"."""


def table_rows(rows: Sequence[str]) -> dict[int, str]:
    """The rows of tables by their index, with one tab between the cells."""
    found: dict[int, str] = {}
    for run in _runs(rows):
        table = [cells for _, cells in run]
        if _is_table(table):
            found |= {index: "\t".join(cells) for index, cells in run}
    return found


def _runs(rows: Sequence[str]) -> Iterator[list[tuple[int, list[str]]]]:
    """Rows of as many cells that follow each other; one blank row may stand between two."""
    run: list[tuple[int, list[str]]] = []
    for index, row in enumerate(rows):
        if not row.strip():
            continue
        cells = _cells(row) if len(row) < _LONGEST and _WIDE.search(row) else []
        follows = run and index - run[-1][0] <= 2
        if follows and len(run) == 1 and len(run[0][1]) == len(cells) - 1:
            # Nothing may stand above the names of the rows.
            run[0][1].insert(0, "")
        if run and not (follows and len(run[-1][1]) == len(cells)):
            yield run
            run = []
        if len(cells) > 1:
            run.append((index, cells))
    yield run


def _cells(row: str) -> list[str]:
    cells = [squeeze(cell) for cell in _GAPS.split(row.strip())]
    return [cell for cell in cells if cell]


def _is_table(table: Sequence[Sequence[str]]) -> bool:
    """Whether rows tell numbers, each of what its first cell names."""
    if len(table) < 2:
        return False
    for place, (name, *cells) in enumerate(table):
        if any(len(cell.split()) > _WORDIEST for cell in (name, *cells)):
            return False
        told = any(_COUNTED.fullmatch(cell) for cell in cells)
        if place and not (told and all(map(_is_value, cells))):
            return False
        if place and not any(letter.isalpha() for letter in name):
            return False
    return not _is_contents(table)


def _is_value(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell)) or len(cell.split()) <= _RATED


def _is_contents(table: Sequence[Sequence[str]]) -> bool:
    """Whether the one column of numbers is that of pages: whole, and none less than the last."""
    if len(table[0]) != 2:
        return False
    numbers = [cells[1] for cells in table]
    if not numbers[0].isdecimal():
        del numbers[0]
    return all(number.isdecimal() and len(number) < 5 for number in numbers) and all(
        int(one) <= int(two) for one, two in pairwise(numbers)
    )
