"""Where the rows of a list stand: the first one shown, and the lines of it scrolled off.

Kept so, not as a line number, no row is measured before it is seen: 100,000 findings open as fast
as ten.
"""

from collections.abc import Callable


class RowPlaces:
    """The place in a list of rows of any height."""

    def __init__(self, height_of: Callable[[int], int]) -> None:
        """`height_of` gives the lines of a row; it is asked for no more than what is near."""
        self._height_of = height_of
        self.top = 0
        """The first row shown."""
        self.skip = 0
        """Lines of it that are scrolled off."""

    def put_first(self, index: int) -> None:
        self.top, self.skip = index, 0

    def put_at(self, index: int, line: int) -> None:
        """Let a row begin on this line, or higher if there are not so many lines above it."""
        lines = 0
        self.put_first(index)
        while self.top > 0 and lines < line:
            self.top -= 1
            lines += self._height_of(self.top)
        self.skip = max(0, lines - line)

    def show(self, index: int, count: int, height: int) -> bool:
        """Scroll as little as is needed to show the whole of a row, or its top if it is tall.

        Returns whether anything moved.
        """
        before = self.top, self.skip
        self._show(index, count, height)
        return before != (self.top, self.skip)

    def show_line(self, index: int, line: int, count: int, height: int) -> bool:
        """Scroll as little as is needed to show one line of a row that is in view or near.

        Returns whether anything moved.
        """
        if height <= 0 or not count:
            return False
        before = self.top, self.skip
        if index < self.top:
            self.put_first(index)
        at = sum(self._height_of(row) for row in range(self.top, index)) - self.skip + line
        beyond = min(0, at) or max(0, at - height + 1)
        if beyond:
            self.scroll(beyond, count, height)
        return before != (self.top, self.skip)

    def _show(self, index: int, count: int, height: int) -> None:
        if not count or height <= 0 or index < self.top or (index == self.top and self.skip):
            self.put_first(index)
            return
        if index - self.top <= height:
            lines = sum(self._height_of(row) for row in range(self.top, index + 1)) - self.skip
            if lines <= height:
                return
        self._fill_up_to(index, height)

    def _fill_up_to(self, index: int, height: int) -> None:
        """Let row `index` end at the last line."""
        lines, top = self._height_of(index), index
        while lines < height and top > 0:
            top -= 1
            lines += self._height_of(top)
        self.top = top
        self.skip = max(0, lines - height) if top < index else 0

    def scroll(self, lines: int, count: int, height: int) -> None:
        """Scroll by lines, not beyond either end."""
        self.skip += lines
        while self.skip < 0 and self.top > 0:
            self.top -= 1
            self.skip += self._height_of(self.top)
        self.skip = max(0, self.skip)
        while self.top < count - 1 and self.skip >= self._height_of(self.top):
            self.skip -= self._height_of(self.top)
            self.top += 1
        self.stop_at_end(count, height)

    def stop_at_end(self, count: int, height: int) -> None:
        """Leave no empty lines below the last row while there are rows above."""
        lines = -self.skip
        if height <= 0:
            return
        for row in range(self.top, count):
            lines += self._height_of(row)
            if lines >= height:
                return
        if count:
            self._fill_up_to(count - 1, height)
