"""Journey: themes by visits, each cell with its concerns and strengths."""

from collections.abc import Sequence
from typing import Final

from store.comparing import EVERY_THEME, Tally, ThemeMatrix, theme_matrix
from store.model.dates import in_words
from tui.panes.over_time import short_when, visit_head
from tui.panes.pointed import Held, Pointed
from tui.text import SIGNS
from tui.widgets.cell_table import NAME_WIDTH, Cell, CellTable

SHOWN: Final = {"both": "concerns and strengths", "concerns": "concerns", "strengths": "strengths"}
ROOMY: Final = 60
"""From this width on the column of all visits stays when the others are scrolled."""

USUAL: Final = 9
"""Cells of a column of numbers, as a rule."""


class ThemeTable(CellTable):
    """Rows are themes, all findings first; columns are all visits and then each, oldest first."""

    HELP = """\
# Themes by visit
− counts the concerns and + the strengths that a visit told of; · says that neither was told, an
empty column that no document of the visit is in the library. Enter reads the sentences of a cell,
B shows them in Browse. z orders the themes by number or as they always stand; p leaves concerns or
strengths alone.
"""

    def __init__(self, held: Held, council: str) -> None:
        super().__init__(id="themes-by-visit", fixed=2)
        self.held = held
        self.council = council
        self._filled_at = 0
        self.matrix: ThemeMatrix = self._count()
        self.by_number = True
        self.signs = "both"
        self.themes: tuple[str, ...] = ()
        """What the rows show."""

    def _count(self) -> ThemeMatrix:
        held = self.held
        visits = held.library.visits
        return theme_matrix(held.index, self.council, visits, held.themes, held.filters)

    def recount(self) -> None:
        """Count again; the cursor stays on its theme and visit."""
        row, column = self.cursor_coordinate
        theme = self.themes[row] if self.themes else EVERY_THEME
        self.matrix = self._count()
        self._fill((0, column))
        self.move_cursor(row=self.themes.index(theme) if theme in self.themes else 0)

    @property
    def width_needed(self) -> int:
        """Cells for the columns of every visit to be in view; about so many before they are
        shown."""
        columns = [NAME_WIDTH, *(width for _, width in self._heads[1:])]
        if not self._heads:
            columns += [USUAL] * (1 + len(self.matrix.visits))
        return sum(columns) + 2 * self.cell_padding * len(columns)

    def begin(self, visit: str | None) -> None:
        """Show the matrix with the cursor at a visit, else at the newest that has documents, and
        at the theme that is read, if it is one."""
        keys = [each.key for each in self.matrix.visits]
        held = [number for number, each in enumerate(self.matrix.visits) if each.documents]
        at = keys.index(visit) if visit in keys else held[-1] if held else -1
        self._fill((0, at + 2))
        read = self.held.filters.themes
        if len(read) == 1 and read[0] in self.themes:
            self.move_cursor(row=self.themes.index(read[0]))

    def _fill(self, cursor: tuple[int, int] | None = None) -> None:
        self._filled_at = self.outer_size.width
        matrix = self.matrix
        self.themes = (EVERY_THEME, *(matrix.by_number() if self.by_number else matrix.themes))
        roomy = (self.size.width or self.app.size.width) >= ROOMY
        self.fixed_columns = 2 if roomy else 1
        # A visit tells of less than all of them do: its column needs less room.
        wide_all, every = self._widths([None])
        held = [visit.key for visit in matrix.visits if visit.documents]
        wide, cell = self._widths(held or [None])
        scrolled = len(matrix.visits) + (not roomy)
        name = self.room_for(cell if roomy else every, scrolled, every if roomy else 0)
        heads = [("theme", name), ("all\nvisits", every)]
        heads += [(visit_head(visit), cell) for visit in matrix.visits]
        names = self.held.names
        rows: list[list[Cell]] = []
        for theme in self.themes:
            style = "accent" if theme == EVERY_THEME else ""
            row: list[Cell] = [[(names.get(theme, theme or "all findings"), style)]]
            row.append(self._cell(matrix.tally(theme, None), wide_all))
            row += [
                self._cell(matrix.tally(theme, visit.key), wide) if visit.documents else []
                for visit in matrix.visits
            ]
            rows.append(row)
        self.show(heads, rows, cursor)

    def _widths(self, visits: Sequence[str | None]) -> tuple[int, int]:
        """Cells of the concerns of these visits (None: of all), and of their columns, in which
        all concerns end at one place: the most concerns and the most strengths of any of them."""
        tallies = [self.matrix.tally(theme, visit) for theme in self.themes for visit in visits]
        concerns = max(len(str(tally.concerns)) for tally in tallies) + 1
        strengths = max(len(str(tally.strengths)) for tally in tallies) + 1
        return concerns, max(8, concerns + 1 + strengths)

    def _cell(self, tally: Tally, wide: int) -> Cell:
        concerns = tally.concerns if self.signs != "strengths" else 0
        strengths = tally.strengths if self.signs != "concerns" else 0
        if not concerns and not strengths:
            return [(" " * (wide - 1) + "·", "quiet")]
        minus = f"{SIGNS['concern']}{concerns}" if concerns else ""
        plus = f"{SIGNS['strength']}{strengths}" if strengths else ""
        return [(f"{minus:>{wide}} ", "concern"), (plus, "strength")]

    def on_resize(self) -> None:
        if self.themes and self.outer_size.width != self._filled_at:
            self._fill()

    # Keys

    def switch_order(self) -> str:
        """By number or in the vocabulary's order; the cursor stays on its theme. In words."""
        theme = self.themes[self.cursor_coordinate.row]
        self.by_number = not self.by_number
        self._fill()
        self.move_cursor(row=self.themes.index(theme))
        return "by number" if self.by_number else "in their own order"

    def next_signs(self) -> str:
        """Both, concerns, strengths; in words."""
        order = list(SHOWN)
        self.signs = order[(order.index(self.signs) + 1) % len(order)]
        self._fill()
        return SHOWN[self.signs]

    # What is pointed at

    def pointed(self) -> Pointed:
        row, column = self.cursor_coordinate
        matrix = self.matrix
        theme = self.themes[row]
        visit = matrix.visits[column - 2] if column > 1 else None
        key = visit.key if visit else None
        tally = matrix.tally(theme, key)
        bits = {"concerns": matrix.concerns, "strengths": matrix.strengths}.get(self.signs, -1)
        rows = [each for each in matrix.rows(theme, key) if bits < 0 or bits >> each & 1]
        shown = self.signs
        if shown == "both":
            shown = "concerns" if tally.concerns else "strengths"
        filters = self.held.filters.but(
            councils=(self.council,),
            visit=key,
            themes=(theme,) if theme else (),
            shown=shown,
            containing="",
            repeats=False,
        )
        name = self.held.names.get(theme, theme or "all findings")
        when = f" · {short_when(visit)}" if visit else ""
        return Pointed(rows, f"{name}{when}", filters)

    def as_text(self) -> str:
        """Tabs between the cells, and below what they were counted in."""
        heads, *rows = self.shown
        lines = ["\t".join([self.council, *heads[1:]]), *("\t".join(row) for row in rows)]
        sources = []
        for visit in self.matrix.visits:
            for id in visit.documents:
                record = self.held.library.records[id]
                when = in_words(record.date) if record.date else "undated"
                sources.append(f"{visit.name}: {record.name}, {when}")
        signs = "− concerns, + strengths, counted by sentence in:"
        return "\n".join([*lines, "", signs, *sources])
