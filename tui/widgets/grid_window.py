"""Which rows and columns of a large table are seen: it scrolls by whole rows and whole columns."""

from collections.abc import Sequence


class GridWindow:
    """The part of a table that is in view. Its first columns are always seen."""

    def __init__(self) -> None:
        self.widths: Sequence[int] = ()
        """Cells that each column takes."""
        self.frozen = 0
        """How many columns stay at the left."""
        self.count = 0
        """How many rows there are."""
        self.top = 0
        """The first row seen."""
        self.left = 0
        """How many of the columns that scroll are beyond the left edge."""
        self.rows = 1
        """How many rows fit."""
        self.width = 1
        """How many cells there are for columns."""

    def resize(self, width: int, rows: int) -> None:
        """There are so many cells for columns, and so many rows fit."""
        self.width, self.rows = max(1, width), max(1, rows)

    def columns(self) -> list[tuple[int, int]]:
        """Number and left edge of each column that is seen whole."""
        edge = 0
        found = []
        first = self.frozen + self.left
        for place in [*range(self.frozen), *range(first, len(self.widths))]:
            if place >= self.frozen and edge + self.widths[place] > self.width:
                break
            found.append((place, edge))
            edge += self.widths[place]
        return found

    def show(self, row: int, column: int) -> bool:
        """Scroll as little as is needed to see a cell; whether anything moved."""
        before = (self.top, self.left)
        self.top = max(0, min(self.top, self.count - self.rows))
        if row < self.top:
            self.top = row
        elif row >= self.top + self.rows:
            self.top = row - self.rows + 1
        scrolled = column - self.frozen
        if scrolled >= 0:
            self.left = min(self.left, scrolled)
            while self.left < scrolled and self._cells(self.left, scrolled) > self._room:
                self.left += 1
        self.left = min(self.left, self._furthest)
        return (self.top, self.left) != before

    def scroll(self, rows: int, columns: int) -> None:
        """Scroll by so many rows and columns, not beyond the ends."""
        self.top = max(0, min(self.top + rows, self.count - self.rows))
        self.left = max(0, min(self.left + columns, self._furthest))

    @property
    def beyond(self) -> tuple[bool, bool]:
        """Whether there are columns beyond the left and the right edge."""
        shown = self.columns()
        return self.left > 0, bool(shown) and shown[-1][0] < len(self.widths) - 1

    @property
    def _room(self) -> int:
        return self.width - sum(self.widths[: self.frozen])

    @property
    def _furthest(self) -> int:
        """How far it can scroll so that the last column is seen, and no further."""
        last = len(self.widths) - self.frozen - 1
        left = max(0, last)
        while left > 0 and self._cells(left - 1, last) <= self._room:
            left -= 1
        return left

    def _cells(self, first: int, last: int) -> int:
        """The cells of some of the columns that scroll, the last included."""
        return sum(self.widths[self.frozen + first : self.frozen + last + 1])
