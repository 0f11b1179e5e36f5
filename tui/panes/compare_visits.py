"""Compare: two visits of one council, theme by theme: not told again, told again, new."""

from typing import Final

from store.comparing import EVERY_THEME, Between, Tally, ThemeMatrix, between, theme_matrix
from store.model.dates import in_words
from store.model.visit import Visit
from store.repeats.chains import Told
from tui.panes.over_time import short_when, visit_head
from tui.panes.pointed import Held, Pointed
from tui.widgets.cell_table import Cell, CellTable

STATES: Final = {"now": "now only", "both": "both", "then": "then only", "": "·"}
COLUMNS: Final = (
    "theme", "state", "then", "gone", "again", "elsewhere", "new", "now", "strengths"
)  # fmt: skip
LEAST_NAME: Final = 13
"""Cells of a theme's name that are always shown."""
READABLE_NAME: Final = 17
"""Cells of a theme's name for which the state gives up its column: the counts say it too."""
_WORDS: Final = {
    "gone": "not told again",
    "again": "told again",
    "elsewhere": "told before, at another visit",
    "new": "new",
}


class VisitsTable(CellTable):
    """Rows are themes, all findings first."""

    HELP = """\
# Two visits
Concerns of the earlier visit, those of them not told again, those told again, those that not this
but another visit before told of, those that are new, concerns of the later visit; then the
strengths of both. “Told again” is the same weakness in whatever words. A theme can be told of at
both visits, and nothing of it told again: other weaknesses were found. Not told again does not
mean settled: the later visit may have looked elsewhere. Only what Ofsted itself found is followed
from visit to visit, so these columns can come to less than the concerns beside them. Enter reads
the sentences of a cell.
"""

    def __init__(self, held: Held, earlier: Visit, later: Visit) -> None:
        super().__init__(id="two-visits")
        self.held = held
        self.earlier, self.later = earlier, later
        self.matrix: ThemeMatrix = self._count()
        self.told: Between | None = None
        """None until the repeats are worked out."""
        self.by_number = True
        self.themes: tuple[str, ...] = ()
        self.columns_shown: tuple[str, ...] = COLUMNS
        self._filled_at = 0

    def _count(self) -> ThemeMatrix:
        held, visits = self.held, (self.earlier, self.later)
        return theme_matrix(held.index, self.later.council, visits, held.themes, held.filters)

    def recount(self) -> None:
        """Count again. What became of each concern stays as it was until it is worked out again."""
        theme = self.themes[self.cursor_coordinate.row]
        self.matrix = self._count()
        self.fill()
        self.move_cursor(row=self.themes.index(theme))

    def work_out(self) -> Between:
        """What became of each concern; reads both visits' documents."""
        repeats = self.held.repeats
        known = repeats.of(self.later.council).earlier
        return between(repeats.told_at(self.earlier), repeats.told_at(self.later), known)

    def use(self, told: Between) -> None:
        self.told = told
        self.fill()

    def fill(self, cursor: tuple[int, int] | None = None) -> None:
        themes = self.matrix.themes
        if self.by_number:
            themes = tuple(sorted(themes, key=self._rank))
        self.themes = (EVERY_THEME, *themes)
        self._filled_at = self.outer_size.width
        heads = [
            "theme",
            "at both\nvisits?",
            visit_head(self.earlier),
            "not told\nagain",
            "told\nagain",
            "told\nbefore",
            "new",
            visit_head(self.later),
            "strengths\nthen, now",
        ]
        rows = [self._row(theme) for theme in self.themes]
        widths = self.needs(heads, rows)
        room = self.room_of(len(heads))
        self.columns_shown = COLUMNS
        if room - sum(widths[1:]) < min(widths[0], READABLE_NAME):
            self.columns_shown = (COLUMNS[0], *COLUMNS[2:])
            room = self.room_of(len(heads) - 1)
            del heads[1], widths[1]
            rows = [[row[0], *row[2:]] for row in rows]
        widths[0] = max(LEAST_NAME, min(widths[0], room - sum(widths[1:])))
        head = list(zip(heads, widths, strict=True))
        self.show(head, rows, cursor)

    def on_resize(self) -> None:
        if self.themes and self.outer_size.width != self._filled_at:
            self.fill()

    def _rank(self, theme: str) -> tuple[int, int]:
        then, now = self._tallies(theme)
        return -now.concerns, -then.concerns

    def _tallies(self, theme: str) -> tuple[Tally, Tally]:
        matrix = self.matrix
        return matrix.tally(theme, self.earlier.key), matrix.tally(theme, self.later.key)

    def state(self, theme: str) -> str:
        """Which visits told of concerns of a theme: "then", "now", "both", "" for neither."""
        then, now = self._tallies(theme)
        if then.concerns and now.concerns:
            return "both"
        return "then" if then.concerns else "now" if now.concerns else ""

    def _row(self, theme: str) -> list[Cell]:
        names = self.held.names
        then, now = self._tallies(theme)
        state = self.state(theme)
        colours = {"now": "concern", "both": "mixed"}
        style = "accent" if theme == EVERY_THEME else ""
        row: list[Cell] = [
            [(names.get(theme, theme or "all findings"), style)],
            [(STATES[state] if theme else "", colours.get(state, "quiet"))],
            _count("−", then.concerns, "concern"),
        ]
        told = self._told(theme)
        for counted, colour in ((0, "quiet"), (2, "mixed"), (3, "mixed"), (4, "concern")):
            row.append([("…", "quiet")] if told is None else _count("", len(told[counted]), colour))
        row.append(_count("−", now.concerns, "concern"))
        strengths = f"{then.strengths:>3} → {now.strengths}"
        row.append([(strengths, "strength" if then.strengths or now.strengths else "quiet")])
        return row

    def _told(self, theme: str) -> tuple[tuple[Told, ...], ...] | None:
        if self.told is None:
            return None
        return (self.told if theme == EVERY_THEME else self.told.of_theme(theme)).parts

    def switch_order(self) -> str:
        theme = self.themes[self.cursor_coordinate.row]
        self.by_number = not self.by_number
        self.fill()
        self.move_cursor(row=self.themes.index(theme))
        return "by number" if self.by_number else "in their own order"

    # What is pointed at

    def pointed(self) -> Pointed:
        row, column = self.cursor_coordinate
        theme, what = self.themes[row], self.columns_shown[column]
        matrix, then, now = self.matrix, self.earlier.key, self.later.key
        name = self.held.names.get(theme, theme or "all findings")
        told = self._told(theme)
        if what in _WORDS:
            if told is None:
                return Pointed((), name)
            gone, before, again, elsewhere, new = told
            chosen = {"gone": gone, "again": before + again, "elsewhere": elsewhere, "new": new}
            rows = self.held.rows_of([each.id for each in chosen[what]])
            return Pointed(rows, f"{name} · {_WORDS[what]}")
        visits = [then] if what == "then" else [now] if what == "now" else [then, now]
        bits = matrix.strengths if what == "strengths" else matrix.concerns
        rows = [r for key in visits for r in matrix.rows(theme, key) if bits >> r & 1]
        filters = None
        if len(visits) == 1:
            filters = self.held.filters.but(
                councils=(self.later.council,),
                visit=visits[0],
                themes=(theme,) if theme else (),
                shown="concerns",
                containing="",
                repeats=False,
            )
        when = {"then": self.earlier, "now": self.later}.get(what)
        words = short_when(when) if when else "both visits"
        return Pointed(sorted(rows), f"{name} · {words}", filters)

    def as_text(self) -> str:
        heads, *rows = self.shown
        title = f"{self.later.council}: {self.earlier.name_and_date} and {self.later.name_and_date}"
        note = "Not told again does not mean settled. Counted by sentence in:"
        records = self.held.library.records
        sources = [
            f"{records[id].name}, {in_words(records[id].date or '')}"
            for visit in (self.earlier, self.later)
            for id in visit.documents
        ]
        return "\n".join([title, *("\t".join(row) for row in (heads, *rows)), "", note, *sources])


def _count(sign: str, count: int, colour: str) -> Cell:
    return [(f"{sign}{count}".rjust(4), colour)] if count else [("   ·", "quiet")]
