"""How the panes stand: which is active, how wide each is, one alone or all of them."""

from collections.abc import Mapping
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.screen import Screen

from tui.keys import bind
from tui.widgets.deck import Deck

TWO_FROM: Final = 100
"""Cells of width from which two panes stand side by side."""
THREE_FROM: Final = 140
TALL_FROM: Final = 32
"""Lines from which visit and findings stand on one another."""
NARROWEST: Final = 24
"""Cells of the councils' pane."""
LEAST_SHARE: Final = 20
"""Of the room that visit and concerns have together, the least per cent for either."""
FOR_FACETS: Final = 42
"""Cells that the names and numbers of the facets need; they lie over the councils."""
STEP_CELLS: Final = 4
STEP_SHARE: Final = 5
USUAL: Final[Mapping[str, int]] = {"councils": 0, "visit": 0}
"""0 leaves a size to the style sheet."""


class ArrangesPanes(Screen[None]):
    """A screen with a deck of panes that can be resized from the keyboard."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("councils", "pane(0)"),
        bind("pane-1", "pane(0)"),
        bind("pane-2", "pane(1)"),
        bind("pane-3", "pane(2)"),
        bind("next-pane", "turn(1)", footer=False),
        bind("previous-pane", "turn(-1)", footer=False),
        bind("narrower", "resize_pane(-1)"),
        bind("wider", "resize_pane(1)"),
        bind("maximise", "maximise"),
    ]

    sizes: Mapping[str, int] = USUAL
    """Cells of the councils' pane, and per cent of the rest for the visit; 0 for the usual."""

    @property
    def alone(self) -> bool:
        """Whether one pane is shown alone."""
        return self.query_one(Deck).has_class("-alone")

    @property
    def idle_keys(self) -> frozenset[str]:
        """Ids of the keys that have nothing to do as the screen stands; help leaves them out."""
        if self.has_class("-narrow"):
            return frozenset(("narrower", "wider", "maximise"))
        return frozenset(("narrower", "wider")) if self.alone else frozenset()

    def action_pane(self, place: int) -> None:
        self.query_one(Deck).go(place)

    def action_turn(self, by: int) -> None:
        self.query_one(Deck).turn(by)

    def action_maximise(self) -> None:
        """Show the active pane alone, or all of them again."""
        if self.has_class("-narrow"):
            self.notify("There is room for one pane only: it is shown alone already.", timeout=3)
            return
        deck = self.query_one(Deck)
        deck.toggle_class("-alone")  # the tabs, which show now, say that there are others
        self._apply_sizes()
        deck.focus_active()

    def action_resize_pane(self, by: int) -> None:
        """Make the active pane wider or narrower (lower, where panes stand on one another)."""
        if self.has_class("-narrow") or self.alone:
            self.notify("One pane is shown alone: there is nothing to resize.", timeout=3)
            return
        deck = self.query_one(Deck)
        if deck.active == 0:
            width = self.query_one("#councils").outer_size.width + by * STEP_CELLS
            widest = self.size.width - 2 * NARROWEST
            self.size_panes({**self.sizes, "councils": max(NARROWEST, min(width, widest))})
        else:
            share = self._share() + (by if deck.active == 1 else -by) * STEP_SHARE
            share = max(LEAST_SHARE, min(share, 100 - LEAST_SHARE))
            self.size_panes({**self.sizes, "visit": share})

    def _share(self) -> int:
        """Per cent of visit and concerns together that the visit has now."""
        if self.sizes["visit"]:
            return self.sizes["visit"]
        visit, concerns = (self.query_one(f"#{name}").outer_size for name in ("visit", "concerns"))
        if self.has_class("-wide"):
            return round(100 * visit.width / max(1, visit.width + concerns.width))
        return round(100 * visit.height / max(1, visit.height + concerns.height))

    def size_panes(self, sizes: Mapping[str, int]) -> None:
        """Give the panes these sizes, wherever there is room for several."""
        self.sizes = {**USUAL, **sizes}
        self._apply_sizes()

    def on_resize(self) -> None:
        if self.sizes != USUAL or self.alone:
            self.call_after_refresh(self._apply_sizes)

    def make_room_for_facets(self) -> None:
        """The panel of facets was opened or closed; it covers the councils and nothing else."""
        if self.sizes != USUAL or self.alone:
            self._apply_sizes()

    def _apply_sizes(self) -> None:
        councils, visit, concerns = (
            self.query_one(f"#{name}") for name in ("councils", "visit", "concerns")
        )
        for pane in (councils, visit, concerns):
            # Not clear_rule: it leaves the layout as it was.
            pane.styles.width = pane.styles.height = None
        panes, facets = self.query_one("#panes"), self.query_one_optional("#facets")
        panes.styles.margin = None
        if facets is not None:
            facets.styles.width = None
        # By the size itself: the classes of the breakpoints may be those of the size before.
        width, height = self.size
        if width < TWO_FROM:
            return
        opened = facets is not None and facets.display
        if self.alone:
            if opened and facets is not None:
                facets.styles.width = FOR_FACETS
                panes.styles.margin = (0, 0, 0, FOR_FACETS)
            return
        share = self.sizes["visit"]
        if self.sizes["councils"]:
            least = FOR_FACETS if opened else NARROWEST
            cells = max(least, min(self.sizes["councils"], width - 2 * NARROWEST))
            councils.styles.width = cells
            if facets is not None:
                facets.styles.width = cells
        if share and width >= THREE_FROM:
            visit.styles.width, concerns.styles.width = f"{share}fr", f"{100 - share}fr"
        elif share and height >= TALL_FROM:
            visit.styles.height, concerns.styles.height = f"{share}fr", f"{100 - share}fr"
