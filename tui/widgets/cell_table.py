"""A table with a cursor over its cells, in the colours of the theme.

Textual's DataTable does the work. It draws Rich's `Text`, which knows no theme variables, so cells
are told as pieces with the names of colours and are coloured anew when the theme changes. What
stands in them are our own words, dates and names of councils; `Text` reads no markup in them.
"""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.coordinate import Coordinate
from textual.message import Message
from textual.strip import Strip
from textual.widgets import DataTable

from store.reading.clean import clean
from tui.keys import bind
from tui.widgets.column_widths import needed

Cell = Sequence[tuple[str, str]]
"""Pieces of text, each with "", "concern", "strength", "mixed", "quiet" or "accent"."""


NARROW = 55
NARROW_NAME = 12
NAME_WIDTH = 17
WIDE_NAME = 30


def numbers_need(cells: Iterable[Cell]) -> int:
    """How wide a column has to be for no number in it to be cut; 0 if it holds none."""
    told = ("".join(words for words, _ in cell) for cell in cells)
    numbers = (words for words in told if not any(map(str.isalpha, words)))
    return max((cell_len(words) for words in numbers), default=0)


class CellTable(DataTable[Text], inherit_bindings=False):
    """Rows and columns of cells; the first columns stay when the rest is scrolled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("row-down", "cursor_down"),
        bind("row-up", "cursor_up"),
        bind("cell-left", "cursor_left"),
        bind("cell-right", "cursor_right"),
        bind("page-down", "page_down"),
        bind("page-up", "page_up"),
        bind("row-first", "scroll_top"),
        bind("row-last", "scroll_bottom"),
        bind("open", "select_cursor", words="go to the sentences of the cell"),
    ]
    DEFAULT_CSS = """
    CellTable {
        height: 1fr;
        background: $background;
        scrollbar-size: 1 1;
        scrollbar-color: $line;
        scrollbar-background: $background;
        scrollbar-corner-color: $background;
        & > .datatable--header { background: $background; color: $quiet; text-style: none; }
        & > .datatable--header-cursor, & > .datatable--header-hover {
            background: $background; color: $accent; text-style: bold;
        }
        & > .datatable--fixed { background: $background; color: $foreground; text-style: none; }
        & > .datatable--fixed-cursor { background: $cursor-quiet; color: $foreground; }
        & > .datatable--cursor { background: $cursor-quiet; text-style: none; }
        & > .datatable--hover { background: $cursor-quiet; }
        & > .datatable--odd-row, & > .datatable--even-row { background: $background; }
        &:focus { background-tint: 0%; }
        &:focus > .datatable--cursor {
            background: $accent; color: $background; text-style: bold;
        }
        &:nocolor > .datatable--cursor { text-style: underline; }
        &:nocolor:focus > .datatable--cursor {
            background: $background; color: $foreground; text-style: reverse bold;
        }
        &:focus > .datatable--header { background: $background; background-tint: 0%; }
    }
    """

    class _AtCell(Message):
        def __init__(self, table: "CellTable", row: int, column: int) -> None:
            self.table = table
            self.row = row
            self.column = column
            super().__init__()

        @property
        def control(self) -> "CellTable":
            return self.table

    class CellPicked(_AtCell):
        """The cursor stands on another cell."""

    class CellOpened(_AtCell):
        """A cell was opened with enter or a double click."""

    def __init__(self, *, id: str | None = None, fixed: int = 1) -> None:
        super().__init__(
            id=id,
            header_height=2,
            fixed_columns=fixed,
            cursor_foreground_priority="css",
            cursor_background_priority="css",
        )
        self._heads: Sequence[tuple[str, int]] = ()
        self._cells: Sequence[Sequence[Cell]] = ()

    def show(
        self,
        heads: Sequence[tuple[str, int]],
        cells: Sequence[Sequence[Cell]],
        cursor: tuple[int, int] | None = None,
    ) -> None:
        """Show these cells.

        Args:
            heads: for each column its heading, of one or two lines, and its width. A number that
                needs more gets it: words may be cut, a number never, for one takes the rest for it.
            cells: row by row.
            cursor: row and column to stand on; else the cursor stays where it is.
        """
        self._heads = [
            (head, max(width, numbers_need(row[at] for row in cells if at < len(row))))
            for at, (head, width) in enumerate(heads)
        ]
        self._cells = cells
        self._refill(Coordinate(*cursor) if cursor else self.cursor_coordinate)

    def room_for(self, column: int, columns: int, fixed: int) -> int:
        """How wide the first column can be so that no other is cut where the fixed ones end.

        Args:
            column: width of each column that is scrolled.
            columns: how many there are.
            fixed: width of the fixed columns beside the first.
        """
        padded = column + 2 * self.cell_padding
        # Of the outer size, for a scroll bar that comes and goes must not change the columns.
        room = self.outer_size.width - 1 - 2 * self.cell_padding
        room -= fixed + 2 * self.cell_padding if fixed else 0
        least = NAME_WIDTH if room > NARROW else NARROW_NAME
        shown = min(columns, max(1, (room - least) // padded))
        return max(NARROW_NAME, min(WIDE_NAME, room - shown * padded))

    def room_of(self, columns: int) -> int:
        """Cells that so many columns have together, without what stands between them."""
        width = self.outer_size.width or self.app.size.width
        # Of the outer size, for a scroll bar that comes and goes must not change the columns.
        return width - 1 - 2 * self.cell_padding * columns

    @staticmethod
    def needs(heads: Sequence[str], cells: Sequence[Sequence[Cell]]) -> list[int]:
        """How wide each column would have to be for nothing of it to be cut."""
        words = [["".join(words for words, _ in cell) for cell in row] for row in cells]
        return [needed(head, (row[at] for row in words)) for at, head in enumerate(heads)]

    def _refill(self, cursor: Coordinate) -> None:
        with self.prevent(DataTable.CellHighlighted):
            self.clear(columns=True)
            for head, width in self._heads:
                self.add_column(Text(clean(head)), width=width)
            for cells in self._cells:
                self.add_row(*(self._text(cell) for cell in cells))
            self.move_cursor(row=cursor.row, column=cursor.column)
        self.post_message(self.CellPicked(self, *self.cursor_coordinate))

    def _text(self, cell: Cell) -> Text:
        colours = self.app.theme_variables
        text = Text(no_wrap=True, overflow="ellipsis")
        for words, name in cell:
            colour = colours.get(name) if name else None
            text.append(clean(words), Style(color=colour, bold=name == "accent" or None))
        return text

    # Signs: where the cursor is, and that there is more at the sides

    def _render_cell(
        self,
        row_index: int,
        column_index: int,
        base_style: Style,
        width: int,
        cursor: bool = False,
        hover: bool = False,
    ) -> list[list[Segment]]:
        """A cell; that of the cursor has its sign in the padding."""
        lines = super()._render_cell(row_index, column_index, base_style, width, cursor, hover)
        if not cursor or row_index < 0 or not lines or not lines[0]:
            return lines
        first = Segment("▸", (lines[0][0].style or Style()) + Style(bold=True))
        return [[first, *Strip(lines[0]).crop(1)], *lines[1:]]

    @property
    def beyond(self) -> tuple[int, int]:
        """How many columns are not wholly in view at the left and at the right."""
        widths = [column.get_render_width(self) for column in self.ordered_columns]
        fixed, room = sum(widths[: self.fixed_columns]), self.scrollable_content_region.width
        left = right = 0
        start = fixed - self.scroll_offset.x
        for width in widths[self.fixed_columns :]:
            left += start < fixed
            right += start >= fixed and start + width > room
            start += width
        return left, right

    def render_line(self, y: int) -> Strip:
        """A line; under the first heading stands how many columns are out of view."""
        strip = super().render_line(y)
        left, right = self.beyond if y == 1 and self.columns else (0, 0)
        if not left and not right:
            return strip
        signs = [f"◂ {left}"] * bool(left) + [f"{right} ▸"] * bool(right)
        width = self.ordered_columns[0].get_render_width(self)
        style = self.get_component_rich_style("datatable--header-hover")
        told = Strip([Segment(f" {' · '.join(signs)} more", style)]).adjust_cell_length(
            width, style
        )
        return Strip.join([told, strip.crop(width)])

    def on_mount(self) -> None:
        self.app.theme_changed_signal.subscribe(self, lambda _: self._recolour())

    def _recolour(self) -> None:
        self._refill(self.cursor_coordinate)

    def watch_show_horizontal_scrollbar(self, shown: bool) -> None:
        """Textual tells the bar of scrolling only while it is there, and we scroll before."""
        if shown:
            self.horizontal_scrollbar.position = self.scroll_x

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        if shown:
            self.vertical_scrollbar.position = self.scroll_y

    @property
    def shown(self) -> list[list[str]]:
        """The table in plain words, headings first: what is copied."""
        heads = [" ".join(head.split()) for head, _ in self._heads]
        rows = [
            ["".join(words for words, _ in cell).strip() for cell in row] for row in self._cells
        ]
        return [heads, *rows]

    # Cursor

    def on_data_table_cell_highlighted(self, event: DataTable.CellHighlighted) -> None:
        event.stop()
        self.post_message(self.CellPicked(self, *event.coordinate))

    def action_select_cursor(self) -> None:
        if self.row_count:
            self.post_message(self.CellOpened(self, *self.cursor_coordinate))

    def on_data_table_cell_selected(self, event: DataTable.CellSelected) -> None:
        event.stop()  # a single click on the cell of the cursor, which says nothing yet

    def on_click(self, event: events.Click) -> None:
        if event.chain == 2 and "row" in event.style.meta:
            self.action_select_cursor()
