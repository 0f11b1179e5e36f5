"""What browsing opens: the map of all councils by themes, an article beside its letter."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.binding import BindingType
from textual.reactive import var
from textual.screen import Screen

from store.findings.themes import Vocabulary
from store.library import Library, Record
from store.selection import Filters, FindingIndex
from tui.keys import bind
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane

if TYPE_CHECKING:
    from tui.screens.theme_map import Drill, ThemeMapScreen
    from tui.way_back import Again


class OpensOverviews(Screen[None]):
    """A screen that browses, from which councils by themes and articles beside letters open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("themes-map", "themes_map"),
        bind("coverage", "coverage"),
    ]

    library: Library
    vocabulary: Vocabulary
    index: FindingIndex | None
    filters: var[Filters]
    today: Callable[[], date] = date.today
    """Tests put a clock of their own here."""
    _last_map: "ThemeMapScreen | None" = None

    if TYPE_CHECKING:

        def show_selection(
            self, filters: Filters, screens: Sequence[Screen[Any]], again: "Again"
        ) -> None: ...

    # Councils by themes

    def action_themes_map(self) -> None:
        from tui.screens.theme_map import ThemeMapScreen

        shown = ThemeMapScreen(
            self.library, self.vocabulary, self.index, self.filters, type(self).today()
        )
        if self._last_map is not None:
            shown.ordered, shown.share = self._last_map.ordered, self._last_map.share
        self._last_map = shown
        self.app.push_screen(shown, self._drill)

    def _drill(self, cell: "Drill | None") -> None:
        """Show the findings that a cell of the map counts, and no others."""
        if cell is None:
            return
        filters = Filters(
            councils=(cell.council,),
            themes=(cell.theme,) if cell.theme else (),
            shown=cell.shown,
            since=cell.period.since,
            until=cell.period.until,
        )
        assert self._last_map is not None
        self.show_selection(filters, [self._last_map], self._map_again)

    def _map_again(self, screens: Sequence[Screen[Any]], stale: bool) -> None:
        """The map as it was left; what it counts as it is now."""
        shown = self._last_map = cast("ThemeMapScreen", screens[0])
        if stale:
            shown.follow(self.index)
        self.app.push_screen(shown, self._drill)

    # An article beside its letter

    def action_coverage(self) -> None:
        from tui.screens.opening_coverage import open_coverage

        articles, letter = self._articles_here()
        open_coverage(self.app, self.library, self.vocabulary.names(), articles, letter)

    def _articles_here(self) -> tuple[Sequence[Record], str | None]:
        """The article of the highlighted finding; or those of the visit; or all there are."""
        from store.checking.articles import quotes
        from store.checking.coverage import newest_articles

        records = self.library.records
        row = self.query_one(ConcernsPane).picked_row
        here = self.index.place_of(row).document if self.index and row is not None else None
        if here in records and quotes(records[here]):
            return [records[here]], None
        picked = self.query_one(CouncilsPane).picked
        visit = picked[1] if picked else None
        if visit is not None:
            told = [records[id] for id in (*visit.documents, *visit.mentions) if id in records]
            articles = [record for record in told if quotes(record)]
            letters = [record.id for record in told if not quotes(record)]
            if articles:
                return articles, here if here in letters else None
        council = picked[0].name if picked else ""
        return newest_articles(records.values(), lambda record: record.is_about(council)), None
