"""Screens that paint what has changed of them, where Textual's own paint themselves as a whole."""

from typing import Any, Self

from textual.geometry import Region
from textual.reactive import var
from textual.screen import Screen


class PaintsChanges(Screen[Any]):
    """A screen that is nothing but its widgets: those that change are painted, no more.

    Textual paints all of a screen whenever the focus moves, and whenever it is laid out anew, such
    as after a dialog has gone: 5 to 15 ms each.
    """

    focused = var(None)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """What a new layout moves is painted by the layout itself."""
        painted = repaint and not (layout and self.is_mounted and not regions)
        return super().refresh(*regions, repaint=painted, layout=layout, recompose=recompose)

    def _compositor_refresh(self) -> None:
        """Who is painted with the whole screen need not be painted once more when its own turn
        comes, which was asked for at the same time."""
        if self is self.app.screen and self.size.region in self._compositor._dirty_regions:
            for widget in self._compositor.visible_widgets:
                widget._exchange_repaint_regions()
        super()._compositor_refresh()
