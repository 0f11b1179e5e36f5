"""Panes side by side where there is room, one at a time under tabs where there is not."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.reactive import var
from textual.widget import Widget

from tui.keys_in_turn import ahead_of_keys
from tui.widgets.bars import PaneTabs
from tui.widgets.laid_out_once import LaidOutOnce


class Row(Horizontal, LaidOutOnce):
    """All panes."""


class Column(Container, LaidOutOnce):
    """All but the first, one above the other or side by side."""


class Deck(Vertical, LaidOutOnce):
    """Three panes; the style sheet decides by width which are seen beside the active one."""

    active: var[int] = var(0, init=False)
    """Place of the pane that has, or last had, the focus."""

    def __init__(self, panes: Sequence[Widget], names: Sequence[str]) -> None:
        super().__init__(id="deck")
        self._panes = panes
        self._names = names

    def compose(self) -> ComposeResult:
        yield PaneTabs(self._names, id="tabs")
        with Row(id="panes"):
            yield self._panes[0]
            with Column(id="right"):
                yield from self._panes[1:]

    def on_mount(self) -> None:
        self._mark()

    def watch_active(self) -> None:
        self._mark()

    def _mark(self) -> None:
        for place in range(len(self._panes)):
            self.set_class(place == self.active, f"-on-{place}", update=False)
        # Which is active changes the look only where not all are seen; to restyle them takes long.
        if self.has_class("-alone") or not self.screen.has_class("-wide"):
            self.app.update_styles(self)
        self.query_one(PaneTabs).show(self.active)

    def rename(self, place: int, words: str) -> None:
        """Call a pane this in the tabs."""
        self.query_one(PaneTabs).rename(place, words)

    def _focusable(self, pane: Widget) -> Widget:
        if pane.can_focus:
            return pane
        return next((c for c in pane.query("*") if c.can_focus and c.display), pane)

    def go(self, place: int) -> None:
        """Show a pane and give it the focus."""
        self.active = place % len(self._panes)
        ahead_of_keys(self, self.focus_active)

    def turn(self, by: int) -> None:
        """To the next pane, or the one before."""
        self.go(self.active + by)

    def focus_active(self) -> None:
        self._focusable(self._panes[self.active]).focus()

    def on_descendant_focus(self) -> None:
        for place, pane in enumerate(self._panes):
            if self.screen.focused and pane in self.screen.focused.ancestors_with_self:
                self.active = place

    @on(PaneTabs.Clicked)
    def _tab_clicked(self, event: PaneTabs.Clicked) -> None:
        event.stop()
        self.go(event.place)
