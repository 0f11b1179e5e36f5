"""A list that is walked by keys and mouse, however many rows there are and however tall each is.

Rows are `Content`, made on demand by `row_content` of the subclass; `DrawnRows` draws them.
"""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message

from tui.keys import bind
from tui.widgets.drawn_rows import DrawnRows

WHEEL_LINES = 3


class RowList(DrawnRows, can_focus=True):
    """Rows with one highlighted, which keys and mouse move and open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("row-down", "move(1)"),
        bind("row-up", "move(-1)"),
        bind("page-down", "page(1)"),
        bind("page-up", "page(-1)"),
        bind("row-first", "first"),
        bind("row-last", "last"),
        bind("open", "choose"),
    ]
    ALLOW_SELECT: ClassVar[bool] = False
    opens = True
    """Whether something comes of choosing a row here."""

    class Highlighted(Message):
        """Another row is highlighted."""

        def __init__(self, rows: "RowList", index: int) -> None:
            self.rows = rows
            self.index = index
            super().__init__()

        @property
        def control(self) -> "RowList":
            return self.rows

    class Chosen(Message):
        """A row was opened with enter or a double click."""

        def __init__(self, rows: "RowList", index: int) -> None:
            self.rows = rows
            self.index = index
            super().__init__()

        @property
        def control(self) -> "RowList":
            return self.rows

    # Rows

    def set_count(self, count: int, highlight: int = 0, *, later: bool = False) -> None:
        """There are now `count` rows, other than before; the one to highlight is known.

        With `later` they are painted after the next frame, for something else is looked at.
        """
        self._stood_at = self._line_of_highlight()
        self._count = count
        self._drawn.clear()
        self._places.top = min(self._places.top, max(0, count - 1))
        wanted = max(0, min(highlight, count - 1))
        self.set_reactive(DrawnRows.highlighted, wanted)
        self._unsettled = True
        if later:
            self._forget_view()
            self.call_after_refresh(self.refresh)
        else:
            self._redraw()
        if count:
            self.post_message(self.Highlighted(self, wanted))

    def watch_highlighted(self, before: int, index: int) -> None:
        self._settle()
        known = self._view
        moved = self._show(index)
        if known is None or moved or not self._same_height(before):
            self._redraw()
            return
        # Only the two rows have changed, each still as tall as it was.
        lines = [y for y, (row, _) in enumerate(known) if row in (before, index)]
        width = self.content_size.width
        self.refresh(*(Region(0, y, width, 1) for y in lines))

    def _same_height(self, before: int) -> bool:
        """Whether this row and the highlighted one are as tall now as they were drawn."""
        return all(
            len(self._drawn.get((row, not now, self._style_of(not now)), ()))
            == len(self._strips(row))
            for row, now in ((before, False), (self.highlighted, True))
            if row < self._count
        )

    def redraw_highlight(self) -> None:
        """Show the highlighted row again, wherever it has come to stand."""
        self._settle()
        self._show(self.highlighted)
        self._redraw()

    def redraw_marks(self) -> None:
        """Marks of rows have changed: they may have grown, the highlight stays in view."""
        self.redraw_rows()
        if self._count:
            self.redraw_highlight()

    def _show(self, index: int) -> bool:
        """Bring a row into view; whether the list scrolled for it."""
        return self._places.show(index, self._count, self.content_size.height)

    def highlight(self, index: int) -> None:
        """Highlight a row and say so."""
        if not self._count:
            return
        index = max(0, min(index, self._count - 1))
        if index != self.highlighted:
            self.highlighted = index
            self.post_message(self.Highlighted(self, index))

    def show_at_top(self, index: int) -> None:
        """Scroll until a row stands first, as far as there are rows below it."""
        self._settle()
        self._places.put_first(index)
        self._places.stop_at_end(self._count, self.content_size.height)
        self._redraw()

    def _scroll(self, lines: int) -> None:
        """Scroll by lines without moving the highlight."""
        self._settle()
        self._places.scroll(lines, self._count, self.content_size.height)
        self._redraw()

    # Keys and mouse

    def action_move(self, by: int) -> None:
        self.highlight(self.highlighted + by)

    def action_page(self, direction: int) -> None:
        rows = {row for row, _ in self._lines_in_view()}
        self.highlight(self.highlighted + direction * max(1, len(rows) - 1))

    def action_first(self) -> None:
        self.highlight(0)

    def action_last(self) -> None:
        self.highlight(self._count - 1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.opens or action != "choose"

    def action_choose(self) -> None:
        if self._count:
            self.post_message(self.Chosen(self, self.highlighted))

    def row_at(self, event: events.MouseEvent) -> int | None:
        """The row under the mouse; None beside or below the rows."""
        at = event.get_content_offset(self)
        view = self._lines_in_view()
        if at is None or at.y >= len(view) or at.x >= self._row_width():
            return None
        return view[at.y][0]

    def on_click(self, event: events.Click) -> None:
        row = self.row_at(event)
        if row is None:
            return
        self.highlight(row)
        if event.chain == 2:
            self.action_choose()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._scroll(WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._scroll(-WHEEL_LINES)
