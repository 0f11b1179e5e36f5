"""A list that draws only the rows that fit, however many there are and however tall each is.

Where it stands is kept by `RowPlaces`, so that no row is measured before it is seen. Rows are
`Content`, made on demand by `row_content` of the subclass.
"""

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from tui.keys import bind
from tui.widgets.row_places import RowPlaces
from tui.widgets.scroll_bar import THUMB, TRACK, on_thumb
from tui.widgets.strips import strips_of

WHEEL_LINES = 3
BARE = 48
"""Below this width nothing is drawn but words and signs: braille displays show 40 cells."""


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

    ALLOW_SELECT: ClassVar[bool] = False
    EDGE: ClassVar[int] = 1
    """Cells at the right that rows leave free: the scroll bar, and what a subclass adds."""

    opens = True
    """Whether something comes of choosing a row here."""

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
        self._places = RowPlaces(self._height)
        self._drawn: dict[tuple[int, bool], list[Strip]] = {}
        self._stood_at = 0
        """The line that the highlighted row stood on, to which it returns among other rows."""
        self._unsettled = False
        """Whether the rows are others since their place in the list was last worked out."""
        self._view: list[tuple[int, int]] | None = None
        """For each line of the screen the row and the line of it; None until worked out."""
        self._fitted = Size(0, 0)
        """The size for which all this was worked out."""

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

    def set_count(self, count: int, highlight: int = 0, *, later: bool = False) -> None:
        """There are now `count` rows, other than before; the one to highlight is known.

        With `later` they are painted after the next frame, for something else is looked at.
        """
        self._stood_at = self._line_of_highlight()
        self._count = count
        self._drawn.clear()
        self._places.top = min(self._places.top, max(0, count - 1))
        wanted = max(0, min(highlight, count - 1))
        self.set_reactive(RowList.highlighted, wanted)
        self._unsettled = True
        if later:
            self._view = None
            self.call_after_refresh(self.refresh)
        else:
            self._redraw()
        if count:
            self.post_message(self.Highlighted(self, wanted))

    def redraw_rows(self) -> None:
        """What rows show has changed, not which there are."""
        self._drawn.clear()
        self._redraw()

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
            len(self._drawn.get((row, not now), ())) == len(self._strips(row))
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

    def _line_of_highlight(self) -> int:
        """The line of the list that the highlighted row stands on; as before if not drawn."""
        places = enumerate(self._view or ())
        return next((y for y, (row, _) in places if row == self.highlighted), self._stood_at)

    def _settle(self) -> None:
        """Work out where rows stand after others were given; until then none is measured."""
        if self.content_size != self._fitted:
            # Here and not when the event comes that tells of it: that is after a first frame.
            self._fitted = self.content_size
            self._drawn.clear()
            self._view = None
            self._unsettled = True
        if self._unsettled and self.content_size.height > 0:
            self._unsettled = False
            self._places.put_at(self.highlighted, self._stood_at)
            self._places.stop_at_end(self._count, self.content_size.height)

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

    def show_at_top(self, index: int) -> None:
        """Scroll until a row stands first, as far as there are rows below it."""
        self._settle()
        self._places.put_first(index)
        self._places.stop_at_end(self._count, self.content_size.height)
        self._redraw()

    # Where rows stand

    def _row_width(self) -> int:
        return max(1, self.content_size.width - self.EDGE)

    def _strips(self, index: int) -> list[Strip]:
        current = index == self.highlighted
        key = (index, current)
        strips = self._drawn.get(key)
        if strips is None:
            width = self._row_width()
            style = self.get_visual_style("rows--cursor") if current else self.visual_style
            content = self.row_content(index, width, current)
            strips = strips_of(self, content, width, style)
            if len(self._drawn) > 600:
                self._drawn.clear()
            self._drawn[key] = strips
        return strips

    def _height(self, index: int) -> int:
        return len(self._strips(index))

    def _scroll(self, lines: int) -> None:
        """Scroll by lines without moving the highlight."""
        self._settle()
        self._places.scroll(lines, self._count, self.content_size.height)
        self._redraw()

    def _lines_in_view(self) -> list[tuple[int, int]]:
        self._settle()
        if self._view is None:
            height = self.content_size.height
            view: list[tuple[int, int]] = []
            row, skip = self._places.top, self._places.skip
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
            return Strip.join([Strip.blank(width - self.EDGE, base), self.edge(y)])
        row, part = view[y]
        strip = self._strips(row)[part].adjust_cell_length(width - self.EDGE, base)
        return Strip.join([strip, self.edge(y)])

    def _empty_line(self, y: int, width: int) -> Strip:
        strips = strips_of(self, self.empty_content(), max(1, width), self.visual_style)
        return strips[y] if y < len(strips) else Strip.blank(width, self.visual_style.rich_style)

    def edge(self, y: int) -> Strip:
        """What stands at the right of a line, EDGE cells wide."""
        return self._bar(y)

    def _bar(self, y: int) -> Strip:
        """One cell of the scroll bar; blank where everything fits."""
        view = self._lines_in_view()
        if not view:
            return Strip.blank(1, self.visual_style.rich_style)
        first, last = view[0][0], view[-1][0]
        height = self.content_size.height
        on = on_thumb(y, height, first, last, self._count, cut=bool(self._places.skip))
        if on is None or self.size.width < BARE:
            return Strip.blank(1, self.visual_style.rich_style)
        style = self.get_visual_style("rows--thumb" if on else "rows--track")
        return Strip([Segment(THUMB if on else TRACK, style.rich_style)], 1)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return container.height

    def notify_style_update(self) -> None:
        self._drawn.clear()
        self._view = None
        super().notify_style_update()

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
