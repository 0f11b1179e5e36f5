"""A list that draws only the rows that fit, however many there are and however tall each is.

The place in the list is kept as (first row shown, lines of it scrolled off), not as a line
number, so no row is measured before it is seen: 100,000 findings open as fast as ten. Rows are
`Content`, made on demand by `row_content` of the subclass.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from store.rows import Rows
from tui.keys import bind

WHEEL_LINES = 3


class RowList(Widget, can_focus=True):
    """Rows with one highlighted. Subclasses say what a row shows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("row-down", "move(1)"),
        bind("row-up", "move(-1)"),
        bind("page-down", "page(1)"),
        bind("page-up", "page(-1)"),
        bind("row-first", "first"),
        bind("row-last", "last"),
        bind("open", "choose"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--thumb", "rows--track"}
    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        & > .rows--cursor { background: $cursor-quiet; }
        &:focus > .rows--cursor { background: $cursor; }
        & > .rows--thumb { color: $quiet; }
        & > .rows--track { color: $line 40%; }
    }
    """

    highlighted: var[int] = var(0, init=False)
    """Index of the highlighted row; of no meaning while there are no rows."""

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

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._count = 0
        self._top = 0
        self._skip = 0
        self._drawn: dict[tuple[int, bool], list[Strip]] = {}
        self._view: list[tuple[int, int]] | None = None
        """For each line of the screen the row and the line of it; None until worked out."""

    # For subclasses

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        """What row `index` shows, at most `width` cells wide; it may be several lines."""
        raise NotImplementedError

    def empty_content(self) -> Content:
        """What is shown while there are no rows: what to do about it."""
        return Content("")

    # Rows

    @property
    def count(self) -> int:
        return self._count

    def set_count(self, count: int, highlight: int = 0) -> None:
        """There are now `count` rows, other than before; the one to highlight is known."""
        self._count = count
        self._drawn.clear()
        self._top = min(self._top, max(0, count - 1))
        wanted = max(0, min(highlight, count - 1))
        self.set_reactive(RowList.highlighted, wanted)
        self._show(wanted)
        self._stop_at_end()
        self._redraw()
        if count:
            self.post_message(self.Highlighted(self, wanted))

    def redraw_rows(self) -> None:
        """What rows show has changed, not which there are."""
        self._drawn.clear()
        self._redraw()

    def watch_highlighted(self, index: int) -> None:
        self._show(index)
        self._redraw()

    def _redraw(self) -> None:
        self._view = None
        self.refresh()

    def highlight(self, index: int) -> None:
        """Highlight a row and say so."""
        if not self._count:
            return
        index = max(0, min(index, self._count - 1))
        if index != self.highlighted:
            self.highlighted = index
            self.post_message(self.Highlighted(self, index))

    # Where rows stand

    def _row_width(self) -> int:
        return max(1, self.content_size.width - 1)  # the last column is the scroll bar

    def _strips(self, index: int) -> list[Strip]:
        current = index == self.highlighted
        key = (index, current)
        strips = self._drawn.get(key)
        if strips is None:
            width = self._row_width()
            style = self.get_visual_style("rows--cursor") if current else self.visual_style
            content = self.row_content(index, width, current)
            strips = Visual.to_strips(self, content, width, None, style, pad=True)
            strips = [strip.apply_meta({"row": index}) for strip in strips] or [Strip.blank(width)]
            if len(self._drawn) > 600:
                self._drawn.clear()
            self._drawn[key] = strips
        return strips

    def _height(self, index: int) -> int:
        return len(self._strips(index))

    def _show(self, index: int) -> None:
        """Scroll as little as is needed to show the whole of a row, or its top if it is tall."""
        height = self.content_size.height
        if not self._count or height <= 0:
            self._top, self._skip = index, 0
            return
        if index < self._top or (index == self._top and self._skip):
            self._top, self._skip = index, 0
            return
        if index - self._top <= height:
            lines = sum(self._height(row) for row in range(self._top, index + 1)) - self._skip
            if lines <= height:
                return
        self._fill_up_to(index, height)

    def _fill_up_to(self, index: int, height: int) -> None:
        """Let row `index` end at the last line."""
        lines, top = self._height(index), index
        while lines < height and top > 0:
            top -= 1
            lines += self._height(top)
        self._top = top
        self._skip = max(0, lines - height) if top < index else 0

    def _scroll(self, lines: int) -> None:
        """Scroll by lines without moving the highlight."""
        self._skip += lines
        while self._skip < 0 and self._top > 0:
            self._top -= 1
            self._skip += self._height(self._top)
        self._skip = max(0, self._skip)
        while self._top < self._count - 1 and self._skip >= self._height(self._top):
            self._skip -= self._height(self._top)
            self._top += 1
        self._stop_at_end()
        self._redraw()

    def _stop_at_end(self) -> None:
        height, lines = self.content_size.height, -self._skip
        if height <= 0:
            return
        for row in range(self._top, self._count):
            lines += self._height(row)
            if lines >= height:
                return
        if self._count:
            self._fill_up_to(self._count - 1, height)

    def _lines_in_view(self) -> list[tuple[int, int]]:
        if self._view is None:
            height = self.content_size.height
            view: list[tuple[int, int]] = []
            row, skip = self._top, self._skip
            while row < self._count and len(view) < height:
                view.extend((row, part) for part in range(skip, self._height(row)))
                row, skip = row + 1, 0
            self._view = view[:height]
        return self._view

    # Drawing

    def render_line(self, y: int) -> Strip:
        width = self.content_size.width
        if not self._count:
            return self._empty_line(y, width)
        view = self._lines_in_view()
        base = self.visual_style.rich_style
        if y >= len(view):
            return Strip.blank(width, base)
        row, part = view[y]
        strip = self._strips(row)[part].adjust_cell_length(width - 1, base)
        return Strip.join([strip, self._bar(y)])

    def _empty_line(self, y: int, width: int) -> Strip:
        strips = Visual.to_strips(
            self, self.empty_content(), max(1, width), None, self.visual_style, pad=True
        )
        return strips[y] if y < len(strips) else Strip.blank(width, self.visual_style.rich_style)

    def _bar(self, y: int) -> Strip:
        """One cell of the scroll bar; blank where everything fits."""
        from rich.segment import Segment

        view = self._lines_in_view()
        height = self.content_size.height
        first, last = view[0][0], view[-1][0]
        shown = last - first + 1
        if shown >= self._count and first == 0 and not self._skip:
            return Strip([Segment(" ", self.visual_style.rich_style)], 1)
        size = max(1, round(height * shown / self._count))
        room = height - size
        at_end = last == self._count - 1
        start = room if at_end else round(room * first / max(1, self._count - shown))
        on = start <= y < start + size
        style = self.get_visual_style("rows--thumb" if on else "rows--track")
        return Strip([Segment("▐" if on else "│", style.rich_style)], 1)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return container.height

    def notify_style_update(self) -> None:
        self._drawn.clear()
        self._view = None
        super().notify_style_update()

    def on_resize(self) -> None:
        self._drawn.clear()
        self._view = None
        if self._count:
            self._show(self.highlighted)
            self._stop_at_end()
        self.refresh()

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

    def action_choose(self) -> None:
        if self._count:
            self.post_message(self.Chosen(self, self.highlighted))

    def on_click(self, event: events.Click) -> None:
        row = event.style.meta.get("row")
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


def nearest(rows: Sequence[int], wanted: int | None) -> int:
    """The place in ascending `rows` of `wanted`, or of what comes next after it."""
    from bisect import bisect_left

    if wanted is None or not rows:
        return 0
    place = rows.place_from(wanted) if isinstance(rows, Rows) else bisect_left(rows, wanted)
    return min(place, len(rows) - 1)
