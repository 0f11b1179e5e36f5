"""Draws a table of numbers with heat, line by line, only what is in view."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Final, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui import text
from tui.widgets.grid_window import GridWindow
from tui.widgets.strips import strips_of

MARKS: Final = (" ", "░", "▒", "▓", "█")
"""A sign for each step of heat, so that none is told by colour alone."""
EVERY: Final = -1
"""The number of the row that stands for all of them, under the head."""
MOST_DRAWN: Final = 600
"""So many drawn rows are kept."""
SHORT: Final = 14
"""Below so many lines the head has only two."""


class Column(NamedTuple):
    """A column: who it is, its head in lines, how many cells it takes."""

    key: str
    head: tuple[str, ...]
    width: int
    left: bool = False
    """Whether its text stands at the left; numbers stand at the right."""


class Cell(NamedTuple):
    """What a cell shows."""

    text: str
    heat: int | None = None
    """A step of heat; None where it is not a number to compare."""
    look: str = ""
    """The component class it is drawn in, if it has no heat."""


class HeatLines(Widget):
    """The drawing of `HeatMap`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "map--head", "map--sorted", "map--every", "map--name", "map--quiet", "map--cursor",
        "map--row", "map--good", "map--middling", "map--bad",
        *(f"map--heat-{step}" for step in range(len(MARKS))),
    }  # fmt: skip
    DEFAULT_CSS = """
    HeatLines {
        height: 1fr;
        & > .map--head { color: $quiet; background: $panel; }
        & > .map--sorted { color: $accent; background: $panel; text-style: bold; }
        & > .map--every { background: $panel; text-style: bold; }
        & > .map--name { color: $foreground; }
        & > .map--row { background: $cursor; text-style: bold; }
        & > .map--quiet { color: $quiet; }
        & > .map--good { color: $strength; }
        & > .map--middling { color: $mixed; }
        & > .map--bad { color: $concern; }
        & > .map--cursor { background: $accent; color: $background; text-style: bold; }
        & > .map--heat-0 { color: $quiet; }
        & > .map--heat-1 { background: $concern 8%; }
        & > .map--heat-2 { background: $concern 17%; }
        & > .map--heat-3 { background: $concern 27%; }
        & > .map--heat-4 { background: $concern 38%; text-style: bold; }
        &.-strengths > .map--heat-1 { background: $strength 8%; }
        &.-strengths > .map--heat-2 { background: $strength 17%; }
        &.-strengths > .map--heat-3 { background: $strength 27%; }
        &.-strengths > .map--heat-4 { background: $strength 38%; text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.columns: Sequence[Column] = ()
        self.row = 0
        """The row highlighted."""
        self.column = 0
        self.window = GridWindow()
        self.ordered: tuple[str, bool] = ("", False)
        """Key of the column the rows are sorted by, and whether downwards."""
        self.empty = ""
        """What to say where there are no rows."""
        self._cell: Callable[[int, int], Cell] = lambda row, column: Cell("")
        self._looks: dict[str, Style] = {}
        self._drawn: dict[tuple[int, int, int], Strip] = {}

    @property
    def head_height(self) -> int:
        lines = max((len(column.head) for column in self.columns), default=0)
        return min(lines, 2) if self.size.height < SHORT else lines

    def look(self, name: str) -> Style:
        """The style of a component class; of the table itself for no name."""
        if name not in self._looks:
            style = self.get_visual_style(name) if name else self.visual_style
            self._looks[name] = style.rich_style
        return self._looks[name]

    def notify_style_update(self) -> None:
        self._looks.clear()
        self._drawn.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if not self.columns or not self.window.count:
            return self._empty_line(y, width)
        head = self.head_height
        if y < head:
            return self._head_line(y, width)
        row = EVERY if y == head else self.window.top + y - head - 1
        if row >= self.window.count:
            return Strip.blank(width, self.look(""))
        return Strip.join([self._row(row, width - 1), Strip([self._bar(y, head)], 1)])

    def _row(self, row: int, width: int) -> Strip:
        """The cells of a row. Drawn once for each place of the window and of the cursor in it."""
        key = (row, self.window.left, self.column if row == self.row else -1)
        strip = self._drawn.get(key)
        if strip is None:
            segments = [self._segment(row, place) for place, _ in self.window.columns()]
            rest = self.look("map--every" if row == EVERY else "")
            strip = Strip(segments).adjust_cell_length(width, rest)
            if len(self._drawn) > MOST_DRAWN:
                self._drawn.clear()
            self._drawn[key] = strip
        return strip

    def forget_drawn(self) -> None:
        """Draw anew: what cells show, or how much room there is, has changed."""
        self._drawn.clear()
        self.refresh()

    def _segment(self, row: int, place: int) -> Segment:
        column = self.columns[place]
        cell = self._cell(row, place)
        current = row == self.row and place == self.column
        room = column.width - 2
        body = fitted(cell.text, room, left=column.left)
        if cell.heat is not None and not column.left:
            body = MARKS[cell.heat] + body[1:]
        begin, end = ("[", "]") if current else (" ", " ")
        if not current and row == self.row and place == 0:
            begin = "▸"
        return Segment(f"{begin}{body}{end}", self.look(self._name_of_look(row, cell, current)))

    def _name_of_look(self, row: int, cell: Cell, current: bool) -> str:
        if current:
            return "map--cursor"
        if row == EVERY:
            return "map--every"
        if cell.heat is not None:
            return f"map--heat-{cell.heat}"
        return cell.look or ("map--row" if row == self.row else "map--name")

    def _head_line(self, y: int, width: int) -> Strip:
        shown = self.window.columns()
        last = self.head_height - 1
        segments = []
        filled = 0
        for place, _ in shown:
            column = self.columns[place]
            is_sorted = column.key == self.ordered[0]
            words = column.head[y] if y < len(column.head) else ""
            arrow = ("▼" if self.ordered[1] else "▲") if is_sorted and y == last else ""
            body = fitted(words, column.width - 1 - len(arrow), left=column.left)
            shown_head = f" {body}{arrow}" if column.left else f"{body}{arrow} "
            name = "map--sorted" if is_sorted or place == self.column else "map--head"
            segments.append(Segment(shown_head, self.look(name)))
            filled += column.width
        left, right = self.window.beyond
        more = ("‹" if left else "") + ("›" if right else "") if y == 0 else ""
        room = max(0, width - filled)
        segments.append(Segment(more.rjust(room)[:room], self.look("map--sorted")))
        return Strip(segments).adjust_cell_length(width, self.look("map--head"))

    def _bar(self, y: int, head: int) -> Segment:
        """One cell of the scroll bar; blank where everything fits."""
        window = self.window
        if y <= head or window.count <= window.rows:
            return Segment(" ", self.look("map--every" if y == head else ""))
        size = max(1, window.rows * window.rows // window.count)
        start = round((window.rows - size) * window.top / (window.count - window.rows))
        on = start <= y - head - 1 < start + size
        return Segment("▐" if on else "│", self.look("map--quiet"))

    def _empty_line(self, y: int, width: int) -> Strip:
        content = text.words(self.empty, "$quiet")
        strips = strips_of(self, content, max(1, width), self.visual_style)
        return strips[y] if y < len(strips) else Strip.blank(width, self.look(""))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return container.height


def fitted(words: str, width: int, *, left: bool) -> str:
    """Text in exactly so many cells, cut with an ellipsis where it is longer."""
    length = cell_len(words)
    if length > width:
        return set_cell_size(words, max(0, width - 1)) + "…" if width > 0 else ""
    gap = " " * (width - length)
    return words + gap if left else gap + words
