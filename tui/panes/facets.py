"""Facets: what can be chosen, each with the number of findings it would leave."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from tui import text
from tui.facet_rows import FacetRow
from tui.keys import bind
from tui.widgets.row_list import RowList


class FacetList(RowList):
    """One row a value; the first of each facet stands under its name."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("open", "choose", words="switch what is highlighted on or off", short="Switch"),
        bind("back", "close", words="close the facets"),
        bind("facets", "close", words="close the facets"),
    ]
    HELP = """\
# Facets
What can be chosen, each with the number of findings (or councils) there would be with it. Enter
switches a value on (●) or off; several of one facet mean any of them. What would give nothing is
dimmed and says “none”. The panes beside follow at once; F or escape closes, and so does going to
a pane.
"""
    BORDER_TITLE = "Facets"
    BORDER_SUBTITLE = "enter switches · esc closes"

    class Switched(Message):
        """A value was switched."""

        def __init__(self, facet: FacetRow) -> None:
            self.facet = facet
            super().__init__()

    class Closed(Message):
        """The panel was left."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.facets: Sequence[FacetRow] = ()

    def show(self, facets: Sequence[FacetRow]) -> None:
        """Show these; the highlight stays on the same value."""
        if facets == self.facets:
            return
        known = self.picked.key if self.picked else None
        same_rows = [row.key for row in facets] == [row.key for row in self.facets]
        self.facets = facets
        if same_rows:
            self.redraw_rows()
            return
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
        if event.chain == 1 and self.row_at(event) is not None:
            self.action_choose()

    @on(RowList.Highlighted)
    def _keep_to_itself(self, event: RowList.Highlighted) -> None:
        event.stop()

    @on(RowList.Chosen)
    def _switch(self, event: RowList.Chosen) -> None:
        event.stop()
        if self.picked:
            self.post_message(self.Switched(self.picked))

    def action_close(self) -> None:
        self.post_message(self.Closed())
