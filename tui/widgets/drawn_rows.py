"""Rows drawn as lines, of which only those that fit are made, however many rows there are.

Where the list stands is kept by `RowPlaces`, so that no row is measured before it is seen. What was
made stays made: a row that shows the same again, in another order or at another place, is drawn
from the strips it had.
"""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.strip import Strip
from textual.style import Style

from tui.widgets.framed_lines import FramedLines
from tui.widgets.in_true_colours import InTrueColours
from tui.widgets.laid_out_once import LaidOutOnce
from tui.widgets.row_places import RowPlaces
from tui.widgets.scroll_bar import THUMB, TRACK, thumb_lines
from tui.widgets.strips import strips_of

BARE = 48
"""Below this width nothing is drawn but words and signs: braille displays show 40 cells."""
MOST_DRAWN = 600
MOST_KEPT = 2_000


class DrawnRows(LaidOutOnce, InTrueColours):
    """Rows with one highlighted, as lines with a scroll bar. Subclasses say what a row shows."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--thumb", "rows--track"}
    DEFAULT_CSS = """
    DrawnRows {
        height: 1fr;
        & > .rows--cursor { background: $cursor-quiet; }
        &:focus > .rows--cursor { background: $cursor; }
        & > .rows--thumb { color: $quiet; }
        & > .rows--track { color: $line 40%; }
    }
    """

    EDGE: ClassVar[int] = 1
    """Cells at the right that rows leave free: the scroll bar, and what a subclass adds."""

    highlighted: var[int] = var(0, init=False)
    """Index of the highlighted row; of no meaning while there are no rows."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._styles_cache = FramedLines()
        self._count = 0
        self._places = RowPlaces(self._height)
        self._drawn: dict[tuple[int, bool, Style], list[Strip]] = {}
        """The strips of the rows there are now."""
        self._kept: dict[tuple[Hashable, int, bool, Style], list[Strip]] = {}
        """Those of rows that say by `row_key` what they show; kept when other rows are given."""
        self._theme = ""
        """The name of the theme they were made in."""
        self._stood_at = 0
        """The line that the highlighted row stood on, to which it returns among other rows."""
        self._unsettled = False
        """Whether the rows are others since their place in the list was last worked out."""
        self._view: list[tuple[int, int]] | None = None
        """For each line of the screen the row and the line of it; None until worked out."""
        self._bar: Sequence[Strip] = ()
        """The scroll bar beside the view, a cell a line."""
        self._fitted = Size(0, 0)
        """The size for which all this was worked out."""
        self._empty_strips: list[Strip] | None = None
        """What is shown while there are no rows; None until worked out."""

    # For subclasses

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        """What row `index` shows, at most `width` cells wide; it may be several lines."""
        raise NotImplementedError

    def row_key(self, index: int, highlighted: bool) -> Hashable | None:
        """All that `row_content` goes by but the width; None where that cannot be told."""
        return None

    def empty_content(self) -> Content:
        """What is shown while there are no rows: what to do about it."""
        return Content("")

    # Rows

    @property
    def count(self) -> int:
        return self._count

    def redraw_rows(self) -> None:
        """What rows show has changed, not which there are."""
        self._drawn.clear()
        self._redraw()

    def _forget_view(self) -> None:
        self._view = self._empty_strips = None

    def _redraw(self) -> None:
        self._forget_view()
        self.refresh()

    def _line_of_highlight(self) -> int:
        """The line of the list that the highlighted row stands on; as before if not drawn."""
        places = enumerate(self._view or ())
        return next((y for y, (row, _) in places if row == self.highlighted), self._stood_at)

    def _settle(self) -> None:
        """Work out where rows stand after others were given; until then none is measured."""
        size = self.content_size
        if size != self._fitted:
            # Here and not when the event comes that tells of it: that is after a first frame.
            self._fitted = size
            self._drawn.clear()
            self._view = None
            self._unsettled = True
        if self._unsettled and size.height > 0:
            self._unsettled = False
            self._places.put_at(self.highlighted, self._stood_at)
            self._places.stop_at_end(self._count, size.height)

    def _row_width(self) -> int:
        return max(1, self.content_size.width - self.EDGE)

    def _style_of(self, current: bool) -> Style:
        return self.get_visual_style("rows--cursor") if current else self.visual_style

    def _strips(self, index: int) -> list[Strip]:
        current = index == self.highlighted
        style = self._style_of(current)
        place = (index, current, style)
        strips = self._drawn.get(place)
        if strips is None:
            strips = self._strips_kept(index, current, style)
            if len(self._drawn) > MOST_DRAWN:
                self._drawn.clear()
            self._drawn[place] = strips
        return strips

    def _strips_kept(self, index: int, current: bool, style: Style) -> list[Strip]:
        """The strips of a row, made if there are none of a row that shows the same."""
        width = self._row_width()
        shown = self.row_key(index, current)
        key = (shown, width, current, style)
        strips = self._kept.get(key) if shown is not None else None
        if strips is None:
            strips = strips_of(self, self.row_content(index, width, current), width, style)
            if shown is not None:
                if len(self._kept) > MOST_KEPT:
                    self._kept.clear()
                self._kept[key] = strips
        return strips

    def _height(self, index: int) -> int:
        return len(self._strips(index))

    def _lines_in_view(self) -> list[tuple[int, int]]:
        if self._view is None or self._unsettled or self.content_size != self._fitted:
            self._settle()
        if self._view is None:
            height = self._fitted.height
            view: list[tuple[int, int]] = []
            row, skip = self._places.top, self._places.skip
            while row < self._count and len(view) < height:
                view.extend((row, part) for part in range(skip, self._height(row)))
                row, skip = row + 1, 0
            self._view = view[:height]
            self._bar = self._bar_beside(self._view)
        return self._view

    # Drawing

    def render_line(self, y: int) -> Strip:
        width = self.content_size.width
        if not self._count:
            return self._empty_line(y, width)
        view = self._lines_in_view()
        if y >= len(view):
            blank = Strip.blank(width - self.EDGE, self.visual_style.rich_style)
            return Strip([*blank, *self.edge(y)], width)
        row, part = view[y]
        return Strip([*self._strips(row)[part], *self.edge(y)], width)

    def _empty_line(self, y: int, width: int) -> Strip:
        strips = self._empty_strips
        if strips is None or (strips and strips[0].cell_length != width):
            content = self.empty_content()
            strips = self._empty_strips = strips_of(self, content, max(1, width), self.visual_style)
        return strips[y] if y < len(strips) else Strip.blank(width, self.visual_style.rich_style)

    def edge(self, y: int) -> Strip:
        """What stands at the right of a line, EDGE cells wide: the scroll bar."""
        self._lines_in_view()
        if y < len(self._bar):
            return self._bar[y]
        return Strip.blank(1, self.visual_style.rich_style)

    def _bar_beside(self, view: Sequence[tuple[int, int]]) -> Sequence[Strip]:
        """The scroll bar; nothing where every row fits."""
        if not view or self.size.width < BARE:
            return ()
        first, last = view[0][0], view[-1][0]
        cut = bool(self._places.skip)
        lines = thumb_lines(self._fitted.height, first, last, self._count, cut=cut)
        if lines is None:
            return ()
        thumb = Strip([Segment(THUMB, self.get_visual_style("rows--thumb").rich_style)], 1)
        track = Strip([Segment(TRACK, self.get_visual_style("rows--track").rich_style)], 1)
        return [thumb if y in lines else track for y in range(self._fitted.height)]

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return container.height

    def notify_style_update(self) -> None:
        if self.app.theme != self._theme:
            self._theme = self.app.theme
            self._drawn.clear()
            self._kept.clear()
        self._forget_view()
        super().notify_style_update()
