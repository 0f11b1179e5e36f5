"""Facets: what can be chosen, each with the number of findings it would leave; beside Browse."""

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen

from tui import text
from tui.facet_rows import FacetRow, facet_rows, switch
from tui.keys import bind
from tui.widgets.key_bar import KeyBar
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.screens.choosing import ChoosesFilters


class FacetList(RowList):
    """One row a value; the first of each facet stands under its name."""

    HELP = """\
# Facets
What can be chosen, each with the number of findings (or councils) there would be with it. Enter
switches a value on (●) or off; several of one facet mean any of them. What would give nothing is
dimmed and says “none”. The panes beside follow at once.
"""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.facets: list[FacetRow] = []

    def show(self, facets: list[FacetRow]) -> None:
        """Show these; the highlight stays on the same value."""
        known = self.picked.key if self.picked else None
        self.facets = facets
        keys = [row.key for row in facets]
        self.set_count(len(facets), keys.index(known) if known in keys else 0)

    @property
    def picked(self) -> FacetRow | None:
        return self.facets[self.highlighted] if self.facets else None

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        row = self.facets[index]
        name = text.words(row.name, "bold $accent" if row.on else "" if row.gives else "$quiet")
        told = "none" if row.gives == 0 else "" if row.gives is None else f"{row.gives:,}"
        head = text.line(
            ("▸" if highlighted else " ", "bold $accent"),
            ("● " if row.on else "  ", "bold $accent"),
        )
        room = max(4, width - head.cell_length - len(told) - 1)
        shown = text.fit(name, room)
        gap = " " * (room - shown.cell_length + 1)
        line = text.line(head, shown, gap, (told, "$quiet"))
        if index and self.facets[index - 1].title == row.title:
            return line
        title = Content.styled(f" {row.title}".ljust(width), "bold on $panel")
        return text.lines([title, line])

    def on_click(self, event: events.Click) -> None:
        """A single click switches."""
        super().on_click(event)
        if event.chain == 1 and event.style.meta.get("row") is not None:
            self.action_choose()


class Facets(ModalScreen[None]):
    """A panel over Browse; what is switched applies at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("back", "close", footer=True),
        bind("facets", "close", footer=False),
        bind("any-all", "any_all"),
        bind("clear-filters", "clear"),
    ]

    def __init__(self, browse: "ChoosesFilters") -> None:
        super().__init__()
        self._browse = browse

    def compose(self) -> ComposeResult:
        yield FacetList(id="facets")
        yield KeyBar()

    def on_mount(self) -> None:
        box = self.query_one(FacetList)
        box.border_title = "Facets"
        box.border_subtitle = "enter switches · esc closes"
        box.focus()
        self._draw()

    def _draw(self) -> None:
        self.query_one(FacetList).show(facet_rows(self._browse))

    @on(RowList.Chosen)
    def _switch(self, event: RowList.Chosen) -> None:
        event.stop()
        row = self.query_one(FacetList).picked
        if row is None:
            return
        if row.facet == "dates":
            self._ask_for_dates()
            return
        switch(self._browse, row)
        self._draw()

    def _ask_for_dates(self) -> None:
        from tui.screens.dates import Dates

        filters = self._browse.filters

        def choose(period: tuple[str | None, str | None] | None) -> None:
            if period is not None:
                self._browse.filters = filters.but(since=period[0], until=period[1])
                self._draw()

        self.app.push_screen(Dates(filters.since, filters.until), choose)

    def action_any_all(self) -> None:
        self._browse.action_any_all()
        self._draw()

    def action_clear(self) -> None:
        self._browse.action_clear_filters()
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """A click beside the panel closes it."""
        if event.widget is self:
            self.dismiss(None)

    def action_close(self) -> None:
        self.dismiss(None)
