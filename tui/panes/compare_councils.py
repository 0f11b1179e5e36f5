"""Compare: two councils, theme by theme side by side, counts made comparable."""

from typing import Final

from store.comparing import EVERY_THEME, Per, Profile, profile
from store.selection import Filters
from tui.panes.pointed import Held, Pointed
from tui.widgets.cell_table import Cell, CellTable
from tui.widgets.column_widths import widened

PER: Final[dict[Per, str]] = {"sentences": "per 100 sentences", "document": "per document"}
LEAST: Final = (14, 11, 8, 11, 8, 9)
"""Cells of each column where there is little room."""
LONG_NAME: Final = 20
"""Of a council told more of, the cells that come before the names of themes in full."""
EVEN: Final = 0.15
"""Shares that differ by less than this part of the larger are called alike."""


class CouncilsTable(CellTable):
    """Rows are themes, all findings first."""

    HELP = """\
# Two councils
For each the concerns and strengths of its letters and reports, and the concerns per 100 sentences
of them (m: per document). ◀ and ▶ point to the council of which more concern is told, ≈ says that
they are about alike. Articles are not counted, for they tell again what a letter told. What is told
depends on what was inspected: a difference is a question to ask, not an answer. Enter reads the
sentences of a cell.
"""

    def __init__(self, held: Held, left: str, right: str) -> None:
        super().__init__(id="two-councils")
        self.held = held
        self.sides = self._count(left, right)
        self.per: Per = "sentences"
        self.by_number = True
        self.themes: tuple[str, ...] = ()
        self._filled_at = 0

    def _count(self, left: str, right: str) -> tuple[Profile, Profile]:
        held = self.held
        records = held.library.records.values()
        return (
            profile(held.index, left, records, held.themes),
            profile(held.index, right, records, held.themes),
        )

    def recount(self) -> None:
        """Count again; the cursor stays on its theme."""
        theme = self.themes[self.cursor_coordinate.row]
        left, right = (side.council for side in self.sides)
        self.sides = self._count(left, right)
        self.fill()
        self.move_cursor(row=self.themes.index(theme))

    def fill(self, cursor: tuple[int, int] | None = None) -> None:
        themes = self.held.themes
        if self.by_number:
            themes = sorted(themes, key=lambda theme: -max(self._shares(theme)))
        self.themes = (EVERY_THEME, *themes)
        self._filled_at = self.outer_size.width
        heads = ["theme"]
        for side in self.sides:
            heads += [f"{side.council}\nfindings", f"concerns\n{self._per}"]
        heads.append("more\ntold of")
        rows = [self._row(theme) for theme in self.themes]
        needs = self.needs(heads, rows)
        more = len(heads) - 1
        wishes = [(more, min(LONG_NAME, needs[more])), *enumerate(needs)]
        widths = widened(LEAST, wishes, self.room_of(len(heads)))
        self.show(list(zip(heads, widths, strict=True)), rows, cursor)

    def on_resize(self) -> None:
        if self.themes and self.outer_size.width != self._filled_at:
            self.fill()

    @property
    def _per(self) -> str:
        return "per 100" if self.per == "sentences" else "per doc."

    def _shares(self, theme: str) -> tuple[float, float]:
        one, other = (
            side.share(side.tally(theme).concerns, self.per) or 0.0 for side in self.sides
        )
        return one, other

    def _row(self, theme: str) -> list[Cell]:
        style = "accent" if theme == EVERY_THEME else ""
        row: list[Cell] = [[(self.held.names.get(theme, theme or "all findings"), style)]]
        shares = self._shares(theme)
        for side, share in zip(self.sides, shares, strict=True):
            tally = side.tally(theme)
            minus = f"−{tally.concerns}" if tally.concerns else ""
            plus = f"+{tally.strengths}" if tally.strengths else ""
            row.append([(f"{minus:>5} ", "concern"), (plus, "strength")])
            if not minus and not plus:
                row[-1] = [("    ·", "quiet")]
            row.append([(f"{share:>6.1f}" if side.documents else "     –", "")])
        row.append([(self.more_of(theme), "")])
        return row

    def more_of(self, theme: str) -> str:
        """ "◀ Tameside", "▶ Dudley", "≈ alike"; empty where nothing is told of either."""
        one, other = self._shares(theme)
        if not all(side.documents for side in self.sides) or not (one or other):
            return ""
        if abs(one - other) <= EVEN * max(one, other):
            return "≈ alike"
        return f"◀ {self.sides[0].council}" if one > other else f"▶ {self.sides[1].council}"

    # Keys

    def switch_order(self) -> str:
        theme = self.themes[self.cursor_coordinate.row]
        self.by_number = not self.by_number
        self.fill()
        self.move_cursor(row=self.themes.index(theme))
        return "by number" if self.by_number else "in their own order"

    def switch_per(self) -> str:
        """Per 100 sentences or per document; in words."""
        self.per = "document" if self.per == "sentences" else "sentences"
        self.fill()
        return PER[self.per]

    # What is pointed at

    def pointed(self) -> Pointed:
        row, column = self.cursor_coordinate
        theme = self.themes[row]
        sides = {1: self.sides[:1], 2: self.sides[:1], 3: self.sides[1:], 4: self.sides[1:]}.get(
            column, self.sides
        )
        rows = sorted(each for side in sides for each in side.rows(theme))
        name = self.held.names.get(theme, theme or "all findings")
        kinds = tuple(
            kind
            for kind in dict.fromkeys(r.kind for r in self.held.library.records.values())
            if kind not in ("article", "other")
        )
        filters = None
        if len(sides) == 1:
            filters = Filters(
                councils=(sides[0].council,),
                kinds=kinds,
                themes=(theme,) if theme else (),
                shown="concerns",
            )
        words = sides[0].council if len(sides) == 1 else "both councils"
        return Pointed(rows, f"{name} · {words}", filters)

    def as_text(self) -> str:
        heads, *rows = self.shown
        basis = [self.basis(side) for side in self.sides]
        note = f"Concerns {PER[self.per]} of letters and reports."
        return "\n".join(["\t".join(row) for row in (heads, *rows)] + ["", note, *basis])

    @staticmethod
    def basis(side: Profile) -> str:
        """What a profile was counted in."""
        documents = f"{side.documents} letter{'s' if side.documents != 1 else ''} and reports"
        if side.documents == 1:
            documents = "1 letter or report"
        return f"{side.council}: {side.sentences:,} sentences of {documents}"
