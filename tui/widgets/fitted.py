"""Text made for whatever width it is given, in the step in which it is laid out."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

if TYPE_CHECKING:
    from textual.css.styles import RulesMap

USUAL: Final = 80


class Fitted(Visual):
    """What a widget shows, made anew for each width by `make(width)`.

    A pane that made its text when it is told of its new size would be laid out and painted
    twice: the event comes after a first frame.
    """

    def __init__(self, make: Callable[[int], Content]) -> None:
        self._make = make
        self._width = -1
        self._content = Content("")

    def at(self, width: int) -> Content:
        """What is shown in so many cells."""
        if width != self._width:
            self._content = self._make(width)
            self._width = width
        return self._content

    def __str__(self) -> str:
        """What was shown last; in a usual width if nothing was."""
        return (self._content if self._width >= 0 else self.at(USUAL)).plain

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        return self.at(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: "RulesMap", container_width: int) -> int:
        return container_width

    def get_height(self, rules: "RulesMap", width: int) -> int:
        return self.at(width).get_height(rules, width)
