"""Where the reader is in the library: said for the session, and gone back to."""

import contextlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from store.library import Record
from store.selection import Filters
from tui.keys import bind
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.screens.arranging import ArrangesPanes
from tui.screens.choosing import ChoosesFilters
from tui.widgets.deck import Deck

if TYPE_CHECKING:
    from tui.session import Place
    from tui.way_back import Again, WayBack


class ReturnsToPlace(ArrangesPanes, ChoosesFilters):
    """A screen that can say where the reader is, and go there."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("remove-document", "remove_document")]

    _wanted: "Place | None" = None
    """Where a finding is to be highlighted, once its council's findings are shown."""

    def __init__(self) -> None:
        super().__init__()
        self._ways_back: list[WayBack] = []
        """From findings to the numbers that led to them, the last one at the end."""

    def go_to_council(self, council: str, visit: str | None = None) -> None:
        """Highlight a council or one of its visits, listing it if it was not listed."""
        self._highlight(council, visit)
        self.query_one(Deck).go(0)

    def _highlight(self, council: str, visit: str | None) -> None:
        pane = self.query_one(CouncilsPane)
        pane.pick(council, visit)
        picked = pane.picked
        if picked is None or picked[0].name != council:
            self.choose_councils(type(pane.choice)(order=pane.choice.order))
            pane.pick(council, visit)

    # From a number to its findings, and back

    def show_selection(
        self, filters: Filters, screens: Sequence[Screen[Any]], again: "Again"
    ) -> None:
        """Browse what these filters select; escape goes back to the screens they come from.

        The screens, the lowest first, were kept when they were left; `again` shows them.
        """
        from tui.way_back import MOST, WayBack

        led_to = filters.councils, filters.visit
        self._ways_back.append(WayBack(self, screens, led_to, again))
        for forgotten in self._ways_back[:-MOST]:
            forgotten.drop()
        self._ways_back = self._ways_back[-MOST:]
        choice = self.council_choice
        if choice.kinds != filters.kinds:
            self.choose_councils(choice.but(kinds=filters.kinds))
        if filters.councils:
            self._highlight(filters.councils[0], filters.visit)
        if filters != self.filters:  # else the rows stay, and none are shown in their place
            self.query_one(ConcernsPane).forget_picked()
        self.filters = filters
        self.action_pane(2)

    def went_back(self) -> bool:
        """Go back to where what is shown was come to from, if there is such a way."""
        if self._ways_back and self._ways_back[-1].holds:
            self._ways_back.pop().go()
            return True
        for forgotten in self._ways_back:  # the reader has gone on from there
            forgotten.drop()
        self._ways_back = []
        return False

    # The documents here

    def documents_here(self) -> list[Record]:
        """That of the highlighted finding, where findings have the keys; else all of the place."""
        records = self.library.records
        row = self.query_one(ConcernsPane).picked_row
        if self.query_one(Deck).active == 2 and row is not None and self.index is not None:
            found = records.get(self.index.place_of(row).document)
            return [found] if found else []
        picked = self.query_one(CouncilsPane).picked
        if picked is None:
            return []
        card, visit = picked
        if visit is not None:
            return [records[id] for id in visit.documents if id in records]
        return [record for record in records.values() if record.is_about(card.name)]

    def action_remove_document(self) -> None:
        """Take a document out of the library, if the reader says so."""
        here = self.documents_here()
        if self.library.read_only:
            self.notify(self.library.read_only, severity="warning", markup=False)
        elif not here:
            self.notify("There is no document here to remove.", timeout=3)
        else:
            from tui.removing import remove_one_of

            remove_one_of(self, here)

    def load(self) -> None:
        raise NotImplementedError

    # Between runs

    def place(self) -> "Place":
        """Where the reader is now."""
        import msgspec

        from tui.session import Place

        picked = self.query_one(CouncilsPane).picked
        row = self.query_one(ConcernsPane).picked_row
        finding = None
        if row is not None and self.index is not None:
            place = self.index.place_of(row)
            finding = f"{place.document}:{row - place.first}"
        return Place(
            council=picked[0].name if picked else None,
            visit=picked[1].key if picked and picked[1] else None,
            finding=finding,
            filters=self.filters,
            choice=msgspec.to_builtins(self.council_choice),
            pane=self.query_one(Deck).active,
        )

    def go_back_to(self, place: "Place | None", sizes: Mapping[str, int]) -> None:
        """Go to where the reader was, as far as it is still there."""
        if any(sizes.values()):
            self.size_panes(sizes)
        if place is None:
            return
        import msgspec

        from store.selection.councils import CouncilChoice

        known = {theme.id for theme in self.vocabulary.themes}
        themes = tuple(theme for theme in place.filters.themes if theme in known)
        # The council and visit follow from what is highlighted in the list.
        self.filters = place.filters.but(
            themes=themes, councils=self.filters.councils, visit=self.filters.visit
        )
        with contextlib.suppress(msgspec.ValidationError):
            self.choose_councils(msgspec.convert(place.choice, CouncilChoice))
        if place.council in {"", *(card.name for card in self.library.councils)}:
            self._wanted = place
            self.query_one(CouncilsPane).pick(place.council or "", place.visit)
            self.call_after_refresh(self.highlight_wanted)  # if the filters stay as they are
        if place.pane:
            self.query_one(Deck).go(place.pane)

    def highlight_wanted(self) -> None:
        """Highlight the finding that was asked for, as soon as there are findings."""
        wanted = self._wanted
        if wanted is None or self.index is None:
            return
        if (self.filters.councils, self.filters.visit) != ((wanted.council,), wanted.visit):
            return
        self._wanted = None
        document, _, number = (wanted.finding or "").rpartition(":")
        row = self.index.row_of(document, int(number)) if number.isdigit() else None
        if row is not None:
            self.query_one(ConcernsPane).pick(row)
