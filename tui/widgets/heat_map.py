"""A table of numbers with heat: its first columns and its head stay while it scrolls both ways.

Only the lines in view are drawn, and of them only the columns in view, so its cost depends on the
screen and not on how many rows and columns there are.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message

from tui.keys import bind
from tui.widgets.heat_lines import EVERY, Cell, Column, HeatLines

WHEEL_LINES = 3


class HeatMap(HeatLines, can_focus=True):
    """Rows and columns with one cell highlighted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("row-down", "move(1, 0)"),
        bind("row-up", "move(-1, 0)"),
        bind("column-left", "move(0, -1)"),
        bind("column-right", "move(0, 1)"),
        bind("page-down", "page(1)"),
        bind("page-up", "page(-1)"),
        bind("row-first", "to_row(0)"),
        bind("row-last", "to_row(-1)"),
        bind("column-first", "to_column(0)"),
        bind("column-last", "to_column(-1)"),
        bind("open", "choose"),
    ]

    class Highlighted(Message):
        """Another cell is highlighted."""

        def __init__(self, row: int, column: str) -> None:
            self.row = row
            self.column = column
            super().__init__()

    class Chosen(Message):
        """A cell was opened with enter or a double click."""

        def __init__(self, row: int, column: str) -> None:
            self.row = row
            self.column = column
            super().__init__()

    class HeadClicked(Message):
        """The head of a column was clicked."""

        def __init__(self, column: str) -> None:
            self.column = column
            super().__init__()

    def show(
        self,
        columns: Sequence[Column],
        count: int,
        cell: Callable[[int, int], Cell],
        *,
        row: int = 0,
        column: str = "",
        frozen: int = 1,
        ordered: tuple[str, bool] = ("", False),
        empty: str = "",
    ) -> None:
        """Show these columns and so many rows.

        Args:
            columns: all columns.
            count: how many rows there are.
            cell: gives the cell of a row and column by their numbers; row EVERY is all of them.
            row: the row to highlight.
            column: key of the column to highlight.
            frozen: how many columns stay at the left.
            ordered: key of the column the rows are sorted by, and whether downwards.
            empty: what to say where there are no rows.
        """
        # No number of a column is longer than that of all rows; one is never cut. Beside it stand
        # the sign of its heat and those of the cursor.
        numbers = [cell(EVERY, place).text if count else "" for place in range(len(columns))]
        self.columns = [
            each if each.left else each._replace(width=max(each.width, len(number) + 3))
            for each, number in zip(columns, numbers, strict=True)
        ]
        self._cell = cell
        self.ordered, self.empty = ordered, empty
        window = self.window
        window.widths = [known.width for known in self.columns]
        window.count, window.frozen = count, frozen
        self.row = max(0, min(row, count - 1))
        self.column = self._place(column)
        self._measure()
        self.forget_drawn()
        if count and columns:
            self.post_message(self.Highlighted(self.row, columns[self.column].key))

    def go_to(self, column: str) -> None:
        """Highlight the column of this key."""
        self._highlight(self.row, self._place(column))

    def _place(self, column: str) -> int:
        places = [place for place, known in enumerate(self.columns) if known.key == column]
        return places[0] if places else max(0, min(self.column, len(self.columns) - 1))

    def _measure(self) -> None:
        if not self.size.height:
            return  # not laid out yet: nothing can be scrolled to
        self.window.resize(self.size.width - 1, self.size.height - self.head_height - 1)
        self.window.show(self.row, self.column)

    def on_resize(self) -> None:
        self._measure()
        self.forget_drawn()

    def _highlight(self, row: int, column: int) -> None:
        window = self.window
        if not window.count:
            return
        before = (self.row, self.column)
        self.row = max(0, min(row, window.count - 1))
        self.column = max(0, min(column, len(self.columns) - 1))
        if (self.row, self.column) == before:
            return
        if window.show(self.row, self.column) or self.column != before[1]:
            self.refresh()
        else:
            for changed in (before[0], self.row):
                y = self.head_height + 1 + changed - window.top
                self.refresh(Region(0, y, self.size.width, 1))
        self.post_message(self.Highlighted(self.row, self.columns[self.column].key))

    # Keys and mouse

    def action_move(self, rows: int, columns: int) -> None:
        self._highlight(self.row + rows, self.column + columns)

    def action_page(self, direction: int) -> None:
        self._highlight(self.row + direction * max(1, self.window.rows - 1), self.column)

    def action_to_row(self, row: int) -> None:
        self._highlight(row if row >= 0 else self.window.count - 1, self.column)

    def action_to_column(self, column: int) -> None:
        if column == 0 and self.window.left:
            self.window.left = 0
            self.refresh()
        self._highlight(self.row, column if column >= 0 else len(self.columns) - 1)

    def action_choose(self) -> None:
        if self.window.count:
            self.post_message(self.Chosen(self.row, self.columns[self.column].key))

    def on_click(self, event: events.Click) -> None:
        if not self.window.count:
            return
        places = [place for place, edge in self.window.columns() if edge <= event.x]
        place = places[-1] if places else 0
        head = self.head_height
        row = self.window.top + event.y - head - 1
        if event.y < head:
            self.post_message(self.HeadClicked(self.columns[place].key))
        elif event.y > head and row < self.window.count:
            self._highlight(row, place)
            if event.chain == 2:
                self.action_choose()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._scroll(0, 1) if event.shift else self._scroll(WHEEL_LINES, 0)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._scroll(0, -1) if event.shift else self._scroll(-WHEEL_LINES, 0)

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        event.stop()
        self._scroll(0, 1)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        event.stop()
        self._scroll(0, -1)

    def _scroll(self, rows: int, columns: int) -> None:
        """Scroll without moving the highlight."""
        self.window.scroll(rows, columns)
        self.refresh()
