"""What is shown: a screen whose filters are set by themes, polarity, words, facets and dates."""

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import var

from store.findings.themes import Vocabulary
from store.library import Library
from store.selection import Filters, FindingIndex, Selection, Tallies, everywhere
from tui.keys import bind
from tui.keys_in_turn import ahead_of_keys
from tui.panes.councils import CouncilsPane
from tui.screens.painting import PaintsChanges
from tui.widgets.bars import ThemeStrip
from tui.widgets.deck import Deck
from tui.widgets.filter_line import FilterLine

if TYPE_CHECKING:
    from textual.timer import Timer

    from store.selection.councils import CouncilChoice
    from tui.panes.facets import FacetList

REST: Final = 1.0
"""Seconds without a change of the filters after which the words read for them are let go."""
ThemeRow = tuple[str, str, str, int, bool]
"""A theme as (id, key, name, count, on)."""


class ChoosesFilters(PaintsChanges):
    """A screen that owns filters of findings and a choice of councils."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("theme", "theme"),
        bind("clear-themes", "clear_themes", footer=False),
        bind("any-all", "any_all"),
        bind("polarity", "polarity"),
        bind("filter", "filter"),
        bind("facets", "facets"),
        bind("dates", "dates"),
        bind("sort", "sort"),
        bind("clear-filters", "clear_filters"),
    ]

    filters: var[Filters]
    library: Library
    vocabulary: Vocabulary
    index: FindingIndex | None
    selection: Selection | None
    _tallies: Tallies | None = None
    _marked: AbstractSet[str]
    _words_held: "Timer | None" = None

    def theme_rows(self) -> list[ThemeRow]:
        """The themes with their live counts."""
        themes = self.vocabulary.themes
        chosen = self.filters.themes
        counts = self.selection.theme_counts([t.id for t in themes]) if self.selection else {}
        return [(t.id, t.key, t.name, counts.get(t.id, 0), t.id in chosen) for t in themes]

    def count_councils(self, counted: str) -> Tallies:
        """The numbers of the list of councils follow the filters; `counted` says what they are."""
        assert self.index is not None
        filters, tallies = everywhere(self.filters), self._tallies
        # What an earlier visit told of is worked out council by council.
        known = frozenset(self._marked) if filters.repeats else None
        if (
            tallies is None
            or tallies.index is not self.index
            or (tallies.filters, tallies.known) != (filters, known)
        ):
            tallies = self._tallies = Tallies(self.index, filters, known)
        self.query_one(CouncilsPane).count_by(tallies, counted)
        return tallies

    def let_words_go_soon(self) -> None:
        """Have the memory given back that looking through words has taken, when typing rests."""
        if self._words_held is not None:
            self._words_held.stop()
            self._words_held = None
        if self.filters.containing and self.index is not None:
            self._words_held = self.set_timer(REST, self.index.let_words_go)

    # Themes and polarity

    def action_theme(self) -> None:
        from tui.screens.theme_picker import ThemePicker

        def switch(theme: str | None) -> None:
            if theme:
                self.filters = self.filters.with_theme(theme)

        self.app.push_screen(ThemePicker(self.theme_rows()), switch)

    @on(ThemeStrip.Clicked)
    def _theme_clicked(self, event: ThemeStrip.Clicked) -> None:
        if event.theme is None:
            self.action_theme()
        else:
            self.filters = self.filters.with_theme(event.theme)

    def action_clear_themes(self) -> None:
        if not self.filters.themes:
            self.notify("No theme is chosen; t chooses one.", timeout=3)
        self.filters = self.filters.but(themes=())

    def action_any_all(self) -> None:
        self.filters = self.filters.but(every_theme=not self.filters.every_theme)
        how = "all" if self.filters.every_theme else "any"
        self.notify(f"Findings with {how} of the themes are shown.", timeout=3)

    def action_polarity(self) -> None:
        self.filters = self.filters.next_shown()

    # Facets, dates, order

    async def action_facets(self) -> None:
        """Open the panel of facets, or close it."""
        from tui.panes.facets import FacetList

        panel = self.query_one_optional(FacetList)
        if panel is None:
            panel = FacetList(id="facets")
            await self.query_one(Deck).mount(panel)
        elif panel.display:
            self.close_facets()
            return
        panel.display = True
        self.make_room_for_facets()
        self.show_facets()
        panel.focus()
        # A pane that was asked for just before takes the focus only after the next frame.
        ahead_of_keys(self, lambda: self._keep_in_facets(panel))

    def _keep_in_facets(self, panel: "FacetList") -> None:
        if panel.display:
            panel.focus()

    @property
    def facets_open(self) -> bool:
        """Whether the panel of facets is shown."""
        return any(panel.display for panel in self.query("#facets"))

    def show_facets(self) -> None:
        """Count anew what the panel of facets shows, if it is open."""
        if self.facets_open:
            from tui.facet_rows import facet_rows
            from tui.panes.facets import FacetList

            self.query_one(FacetList).show(facet_rows(self))

    def make_room_for_facets(self) -> None:
        """For a screen whose panes stand otherwise while the panel of facets is open."""

    def close_facets(self) -> None:
        self._hide_facets()
        self.query_one(Deck).focus_active()

    @on(events.DescendantFocus)
    def _leave_facets(self) -> None:
        """The panel lies over the panes: it is open for as long as it has the keys, no longer."""
        if self.facets_open and self.focused is not None and self.focused.id != "facets":
            self._hide_facets()

    def _hide_facets(self) -> None:
        self.query("#facets").set(display=False)
        self.make_room_for_facets()

    def on_facet_list_switched(self, event: Message) -> None:
        from tui.facet_rows import switch
        from tui.panes.facets import FacetList

        event.stop()
        assert isinstance(event, FacetList.Switched)
        if event.facet.facet == "dates":
            self.action_dates()
        else:
            switch(self, event.facet)
            self.show_facets()

    def on_facet_list_closed(self, event: Message) -> None:
        event.stop()
        self.close_facets()

    def action_dates(self) -> None:
        from tui.screens.dates import Dates

        def choose(period: tuple[str | None, str | None] | None) -> None:
            if period is not None:
                self.filters = self.filters.but(since=period[0], until=period[1])

        self.app.push_screen(Dates(self.filters.since, self.filters.until), choose)

    @property
    def council_choice(self) -> "CouncilChoice":
        """Which councils are listed, and in which order."""
        return self.query_one(CouncilsPane).choice

    def choose_councils(self, choice: "CouncilChoice") -> None:
        """List other councils, or in another order; the highlighted one stays so."""
        self.query_one(CouncilsPane).choose(choice)

    def action_sort(self) -> None:
        choice = self.council_choice.next_order()
        self.choose_councils(choice)

    def action_clear_filters(self) -> None:
        """Back to every council and all concerns; what is highlighted stays so."""
        every = type(self.council_choice)(order=self.council_choice.order)
        here = Filters(councils=self.filters.councils, visit=self.filters.visit, shown="concerns")
        if self.filters == here and self.council_choice == every:
            self.notify("No filter is set.", timeout=2)
        self.choose_councils(every)
        self.filters = here

    # Words

    async def action_filter(self) -> None:
        line = self.query_one(FilterLine)
        if self.query_one(Deck).active == 0:
            await line.open("councils", "Councils named", self.query_one(CouncilsPane).wanted)
        else:
            await line.open("findings", "Findings with", self.filters.containing)

    @on(FilterLine.Changed)
    def _filter(self, event: FilterLine.Changed) -> None:
        if event.purpose == "councils":
            self.query_one(CouncilsPane).filter(event.words)
        elif event.purpose == "findings":
            self.filters = self.filters.but(containing=event.words)

    @on(FilterLine.Closed)
    def _after_filter(self, event: FilterLine.Closed) -> None:
        if not event.kept:
            if event.purpose == "councils":
                self.query_one(CouncilsPane).filter("")
            elif event.purpose == "findings":
                self.filters = self.filters.but(containing="")
        self.query_one(Deck).focus_active()
