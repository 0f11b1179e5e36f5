"""The screen below a dialog, dimmed: what Textual's own does, in a fifth of the time.

Textual tints every piece of every line anew, on each painting of the dialog: with three panes below
that took longer than the dialog itself.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import rich.style
from rich.segment import Segment
from textual.color import Color
from textual.screen import Screen
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

if TYPE_CHECKING:
    from textual.css.styles import RulesMap


class Dimmed(Visual):
    """The lines of a screen with a colour laid over them."""

    def __init__(self, screen: Screen[Any], color: Color) -> None:
        self._screen = screen
        self._color = color
        self._strips: Sequence[Strip] | None = None

    def is_of(self, screen: Screen[Any], color: Color) -> bool:
        """Whether it shows this screen in this colour."""
        return self._screen is screen and self._color == color

    def forget(self) -> None:
        """The screen below has changed."""
        self._strips = None

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        if self._strips is None:
            known: dict[int, rich.style.Style] = {}
            below, base = self._screen._compositor.render_strips(), style.rich_style
            self._strips = [self._dim(strip, base, known) for strip in below]
        return list(self._strips[:height])

    def _dim(
        self, strip: Strip, base: rich.style.Style, known: dict[int, rich.style.Style]
    ) -> Strip:
        """`known` are the styles by the `id` of what they come from, alive as long as `strip`."""
        segments = []
        for words, style, _ in strip:
            dim = known.get(id(style))
            if dim is None:
                dim = known[id(style)] = base + dimmed(style, self._color)
            segments.append(Segment(words, dim))
        return Strip(segments, strip.cell_length)

    def get_optimal_width(self, rules: "RulesMap", container_width: int) -> int:
        return container_width

    def get_height(self, rules: "RulesMap", width: int) -> int:
        return self._screen.size.height


@lru_cache(maxsize=2048)
def dimmed(style: rich.style.Style | None, color: Color) -> rich.style.Style:
    """A style with a colour laid over both its own, and without what can be clicked."""
    if style is None:
        return rich.style.Style()
    bare = style.clear_meta_and_links()
    if not color.a:
        return bare
    front, back = (
        None if each is None else (Color.from_rich_color(each) + color).rich_color
        for each in (style.color, style.bgcolor)
    )
    return bare + rich.style.Style.from_color(front, back)
