"""What browsing does to open Journey and Compare, and to show what they point at."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType
from textual.reactive import var
from textual.screen import Screen

from store.findings.themes import Vocabulary
from store.library import Library
from store.selection import Filters, FindingIndex
from tui.keys import bind
from tui.panes.councils import CouncilsPane

if TYPE_CHECKING:
    from store.repeats.known import KnownRepeats
    from tui.panes.pointed import Held
    from tui.way_back import Again


class OpensJourneys(Screen[None]):
    """A screen with a list of councils, one of them highlighted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("journey", "journey"),
        bind("compare", "compare"),
    ]

    library: Library
    vocabulary: Vocabulary
    index: FindingIndex | None
    filters: var[Filters]

    if TYPE_CHECKING:

        @property
        def known_repeats(self) -> "KnownRepeats": ...

        def show_selection(
            self, filters: Filters, screens: Sequence[Screen[Any]], again: "Again"
        ) -> None: ...

    def _held(self) -> "Held | None":
        from tui.panes.pointed import Held

        if self.index is None:
            self.notify("The library is still being read.", timeout=3)
            return None
        picked = self.query_one(CouncilsPane).picked
        if picked is None or not picked[0].name:
            self.notify("No council is highlighted.", severity="warning")
            return None
        return Held(
            self.library,
            self.vocabulary,
            self.index,
            self.known_repeats,
            self.filters,
            self._show_pointed,
        )

    def action_journey(self) -> None:
        """The highlighted council over time."""
        held, picked = self._held(), self.query_one(CouncilsPane).picked
        if held and picked:
            from tui.screens.journey import Journey

            card, visit = picked
            self.app.push_screen(Journey(held, card.name, visit.key if visit else None))

    def action_compare(self) -> None:
        """The highlighted visit with the one before, or the council with another."""
        held, picked = self._held(), self.query_one(CouncilsPane).picked
        if held and picked:
            from tui.screens.compare import Compare

            card, visit = picked
            self.app.push_screen(Compare(held, card.name, visit.key if visit else None))

    def _show_pointed(self, filters: Filters, screens: Sequence[Screen[Any]]) -> None:
        """Browse what a cell of Journey or Compare points at."""
        self.show_selection(filters, screens, self._open_again)

    def _open_again(self, screens: Sequence[Screen[Any]], stale: bool) -> None:
        from tui.screens.compare import Compare

        if not stale:
            for screen in screens:
                self.app.push_screen(screen)
        elif isinstance(screens[0], Compare):
            self.action_compare()
        else:
            self.action_journey()
