"""The way back from the findings that a number led to: the screens it stood in, Browse as it was.

Textual ends a screen when it is left, unless it is installed; those on the way back are, so that
they are shown again as they were, whatever was sorted, chosen or scrolled.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from textual.app import App
from textual.screen import Screen

from tui.widgets.deck import Deck

if TYPE_CHECKING:
    from tui.screens.places import ReturnsToPlace

Again = Callable[[Sequence[Screen[Any]], bool], None]
"""Shows screens again; told whether the findings have become others since."""

MOST: Final = 8
"""So many ways back are kept, the last ones."""


def keep(app: App[Any], screen: Screen[Any]) -> None:
    """Keep a screen that is about to be left."""
    app.install_screen(screen, f"way back {id(screen)}")


class WayBack:
    """From some findings in Browse to the screens that they were opened from."""

    def __init__(
        self,
        browse: "ReturnsToPlace",
        screens: Sequence[Screen[Any]],
        led_to: tuple[tuple[str, ...], str | None],
        again: "Again",
    ) -> None:
        """Made while Browse still shows what it showed below them.

        Args:
            browse: the screen below all others.
            screens: those left, which were kept; the lowest first.
            led_to: the councils and the visit whose findings are shown next.
            again: shows the screens.
        """
        self._browse = browse
        self._screens = screens
        self._index = browse.index
        self._place = browse.place()
        self._led_to = led_to
        self._again = again

    @property
    def holds(self) -> bool:
        """Whether the reader is still where it begins, and has not gone on to another council."""
        return (self._browse.filters.councils, self._browse.filters.visit) == self._led_to

    def go(self) -> None:
        """Show Browse as it was, and over it the screens."""
        browse = self._browse
        browse.go_back_to(self._place, {})
        browse.query_one(Deck).go(self._place.pane)
        for screen in self._screens:
            browse.app.uninstall_screen(screen)
        self._again(self._screens, browse.index is not self._index)
        for screen in self._screens:
            if screen not in browse.app.screen_stack:
                screen.remove()

    def drop(self) -> None:
        """End the screens: nobody will come back to them."""
        for screen in self._screens:
            if self._browse.app.uninstall_screen(screen):
                screen.remove()
