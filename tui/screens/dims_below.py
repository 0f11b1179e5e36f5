"""Dialogs: screens through which the one below is seen, painted once when they open."""

from typing import Any, Self

from textual.events import ScreenResume
from textual.geometry import Region
from textual.renderables.background_screen import BackgroundScreen

from tui.screens.painting import PaintsChanges
from tui.widgets.dimmed import Dimmed
from tui.widgets.in_true_colours import InTrueColours


class DimsBelow(PaintsChanges, InTrueColours):
    """A screen through which the one below is seen, which has its true colours already."""

    _dimmed: Dimmed | None = None
    _resuming = False

    def render(self) -> Any:
        below = super().render()
        if not isinstance(below, BackgroundScreen):
            return below
        if self._dimmed is None or not self._dimmed.is_of(below.screen, below.color):
            self._dimmed = Dimmed(below.screen, below.color)
        return self._dimmed

    def refresh(self, *regions: Region, **named: Any) -> Self:
        """The screen below tells by regions where it has changed."""
        if regions and self._dimmed is not None:
            self._dimmed.forget()
        return super().refresh(*regions, **named)

    # Textual lays a new screen out, paints it, and has it laid out and painted again right after.

    def _on_screen_resume(self, event: ScreenResume) -> None:
        self._resuming = True
        # Behind the event that tells the screen of its size: each sends the next to the end.
        self.call_later(self.call_later, self._resumed)

    def _resumed(self) -> None:
        self._resuming = False
        if self.is_current:
            self._compositor_refresh()

    def _compositor_refresh(self) -> None:
        if not self._resuming:
            super()._compositor_refresh()
