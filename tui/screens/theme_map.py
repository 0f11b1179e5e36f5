"""Themes: all councils by themes in a period, where is workforce a concern across England."""

from datetime import date
from typing import ClassVar, Final, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Static

from store.findings.themes import Vocabulary
from store.library import Library
from store.selection import Filters, FindingIndex
from store.selection.periods import Period, period_of, periods
from store.selection.theme_map import (
    COUNCIL,
    JUDGEMENT,
    TOTAL,
    MapRow,
    ThemeMap,
    hottest,
    named_like,
    sorted_rows,
    strengths_map,
    theme_map,
)
from tui import text
from tui.keys import bind
from tui.screens.chooser import Chooser
from tui.screens.painting import PaintsChanges
from tui.screens.theme_picker import ThemePicker
from tui.theme_columns import cell_of, columns_for
from tui.way_back import keep
from tui.widgets.bars import TitleBar
from tui.widgets.filter_line import FilterLine
from tui.widgets.heat_lines import EVERY, Cell
from tui.widgets.heat_map import HeatMap
from tui.widgets.key_bar import KeyBar


class Drill(NamedTuple):
    """A cell that was opened: what Browse is to show."""

    council: str
    theme: str | None
    """Id of the theme; None for all themes."""
    period: Period
    shown: str
    """What Browse shows: "concerns" or "strengths"."""


class ThemesTable(HeatMap):
    """The map itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("open", "choose", words="show the findings of the cell in Browse")
    ]
    HELP = """\
# Themes
All councils by themes: how many concerns the documents of the period tell of. The more, the
darker the cell and the fuller its sign: ░ ▒ ▓ █. A concern with two themes counts in both columns
and once in the total. [ and ] sort by the column of the cursor, so does a click on its head; %
shows the share of 100 sentences instead, which makes councils with few and many reports
comparable; p shows strengths; d chooses the period, D from one date to another; t and a letter go
to a theme; / finds councils by name. Enter shows the findings of the cell.
"""


class ColumnPicker(ThemePicker):
    """Goes to a theme; the map leaves none out."""

    HELP = """\
# Themes
Press the letter of a theme to go to its column.
"""


FROM_TO: Final = "from … to …"
"""The choice of a period between two dates."""


class ThemeMapScreen(PaintsChanges, Screen[Drill | None]):
    """Ends with the cell that was opened, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("sort-down", "sort(True)"),
        bind("sort-up", "sort(False)"),
        bind("share", "share"),
        bind("polarity", "polarity", words="concerns, or strengths"),
        bind("map-period", "period"),
        bind("dates", "dates", words="the period from one date to another", footer=False),
        bind("theme", "theme", footer=False, words="go to a theme: t, then its letter"),
        bind("filter", "filter", words="filter the councils by name"),
        bind("back", "back", footer=True),
    ]
    DEFAULT_CSS = """
    ThemeMapScreen > #told {
        height: 1; background: $panel; padding: 0 1;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(
        self,
        library: Library,
        vocabulary: Vocabulary,
        index: FindingIndex | None,
        filters: Filters,
        today: date,
    ) -> None:
        """With the filters of Browse, whose period and theme it begins with."""
        super().__init__()
        self._library = library
        self._vocabulary = vocabulary
        self._index = index
        self._ids = [theme.id for theme in vocabulary.themes]
        self._names = vocabulary.names()
        self.periods = periods((record.date for record in library.records.values()), today)
        self.period = period_of(filters.since, filters.until, self.periods)
        self.strengths = filters.shown == "strengths" and index is not None
        self.share = False
        self.ordered: tuple[str, bool] = (TOTAL, True)
        self.wanted = ""
        """The words that councils are filtered by."""
        self.rows: list[MapRow] = []
        self._council = filters.councils[0] if filters.councils else ""
        self._theme = filters.themes[0] if filters.themes else TOTAL
        self._map: ThemeMap | None = None

    def compose(self) -> ComposeResult:
        yield TitleBar(id="title")
        yield ThemesTable(id="map")
        yield Static(id="told")
        yield FilterLine(id="filter")
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(ThemesTable).focus()
        self._count()

    def on_resize(self) -> None:
        self._show()

    def follow(self, index: FindingIndex | None) -> None:
        """The findings are others now: count them anew."""
        self._index = index
        self._count()

    # What is shown

    def _count(self) -> None:
        """Count anew, for another period or other findings."""
        records = list(self._library.records.values())
        cards = self._library.councils
        if self.strengths and self._index is not None:
            self._map = strengths_map(self._index, records, cards, self._ids, self.period)
        else:
            self._map = theme_map(records, cards, self._ids, self.period)
        self._show()

    def _show(self) -> None:
        known = self._map
        if known is None:
            return
        table = self.query_one(ThemesTable)
        table.set_class(self.strengths, "-strengths")
        column, descending = self.ordered
        found = named_like(known.rows, self.wanted)
        self.rows = sorted_rows(found, column, descending=descending, share=self.share)
        top = hottest(known.rows, self._ids, share=self.share)
        columns, frozen = columns_for(self._vocabulary.themes, self.size.width)
        keys = [each.key for each in columns]

        def cell(row: int, place: int) -> Cell:
            shown = known.every if row == EVERY else self.rows[row]
            return cell_of(shown, keys[place], top, share=self.share, every=row == EVERY)

        places = [n for n, row in enumerate(self.rows) if row.council == self._council]
        table.show(
            columns,
            len(self.rows),
            cell,
            row=places[0] if places else 0,
            column=self._theme,
            frozen=frozen,
            ordered=self.ordered,
            empty=self._why_empty(),
        )
        if not self.rows:
            self.query_one("#told", Static).update("")
        self._say()

    def _why_empty(self) -> str:
        if not len(self._library):
            return "No documents yet. Escape goes back; a there adds some."
        if self._map is not None and not self._map.rows:
            return f"No document about a council: {self.period.name}. d chooses another period."
        return f"No council is named like “{self.wanted}”. Escape shows all."

    @property
    def counted(self) -> str:
        return "strengths" if self.strengths else "concerns"

    def _say(self) -> None:
        unit = "of 100 sentences" if self.share else ""
        parts = [f"{self.counted} {unit}".strip(), self.period.name, f"by {self._column_name()}"]
        every = len(self._map.rows) if self._map else 0
        shown = f"{len(self.rows)} of {every}" if self.wanted else f"{every}"
        self.sub_title = " · ".join(parts)
        self.query_one(TitleBar).say(
            f"Themes · {self.sub_title}", f"{shown} council{'s' if every != 1 else ''}"
        )

    def _column_name(self) -> str:
        return self._names.get(self.ordered[0], self.ordered[0])

    @on(HeatMap.Highlighted)
    def _tell(self, event: HeatMap.Highlighted) -> None:
        if event.row >= len(self.rows):
            return
        row = self.rows[event.row]
        self._council, self._theme = row.council, event.column
        column = event.column if event.column in self._ids else TOTAL
        name = self._names.get(column, "all themes")
        number = row.number(column)
        noun = self.counted if number != 1 else self.counted[:-1]
        documents = f"{row.documents} document{'s' if row.documents != 1 else ''}"
        self.query_one("#told", Static).update(
            text.line(
                text.words(row.council, "bold"),
                " · ",
                text.words(name, "$accent"),
                f": {number:,} {noun} · {row.share(column):.1f} of 100 sentences",
                (f" · {documents} · {row.judgement or 'no overall judgement'}", "$quiet"),
            ),
            layout=False,
        )

    # Commands

    @on(HeatMap.Chosen)
    def _open(self, event: HeatMap.Chosen) -> None:
        theme = event.column if event.column in self._ids else None
        council = self.rows[event.row].council
        keep(self.app, self)
        self.dismiss(Drill(council, theme, self.period, self.counted))

    @on(HeatMap.HeadClicked)
    def _sort_by_head(self, event: HeatMap.HeadClicked) -> None:
        self._theme = event.column
        column, descending = self.ordered
        words = event.column in (COUNCIL, JUDGEMENT)
        self._sort(event.column, not descending if column == event.column else not words)

    def action_sort(self, descending: bool) -> None:
        self._sort(self._theme, descending)

    def _sort(self, column: str, descending: bool) -> None:
        self.ordered = (column, descending)
        self._show()

    def action_share(self) -> None:
        self.share = not self.share
        self._show()

    def action_polarity(self) -> None:
        if self._index is None:
            self.notify("The findings are still being read; strengths are not known yet.")
            return
        self.strengths = not self.strengths
        self._count()

    def action_period(self) -> None:
        every, *others = [(p.name, [text.line(p.name)]) for p in self.periods]
        from_to = (FROM_TO, [text.line(FROM_TO, ("   D", "$quiet"))])
        known = self.period in self.periods

        def take(name: str | None) -> None:
            if name == FROM_TO:
                self.action_dates()
            for period in self.periods:
                if period.name == name:
                    self._use_period(period)

        current = self.period.name if known else FROM_TO
        self.app.push_screen(Chooser("Period", [every, from_to, *others], current=current), take)

    def action_dates(self) -> None:
        """A period between any two dates, as in Browse."""
        from tui.screens.dates import Dates

        def take(typed: tuple[str | None, str | None] | None) -> None:
            if typed is not None:
                self._use_period(period_of(*typed, self.periods))

        self.app.push_screen(Dates(self.period.since, self.period.until), take)

    def _use_period(self, period: Period) -> None:
        self.period = period
        self._count()

    def action_theme(self) -> None:
        known = self._map
        rows = [
            (theme.id, theme.key, theme.name, known.every.number(theme.id) if known else 0, False)
            for theme in self._vocabulary.themes
        ]

        def go(theme: str | None) -> None:
            if theme:
                self.query_one(ThemesTable).go_to(theme)

        self.app.push_screen(ColumnPicker(rows), go)

    async def action_filter(self) -> None:
        await self.query_one(FilterLine).open("councils", "Councils named", self.wanted)

    @on(FilterLine.Changed)
    def _filter(self, event: FilterLine.Changed) -> None:
        self.wanted = event.words
        self._show()

    @on(FilterLine.Closed)
    def _after_filter(self, event: FilterLine.Closed) -> None:
        if not event.kept:
            self.wanted = ""
            self._show()
        self.query_one(ThemesTable).focus()

    def action_back(self) -> None:
        """The words filtered by go first, then the map is left."""
        if self.wanted:
            self.wanted = ""
            self._show()
        else:
            self.dismiss(None)
