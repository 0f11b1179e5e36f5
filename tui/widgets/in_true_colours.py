"""Widgets that are drawn in the colours of the themes alone."""

from collections.abc import Sequence

from textual.filter import ANSIToTruecolor, LineFilter
from textual.widget import Widget


class InTrueColours(Widget):
    """Is not looked through for the sixteen colours of terminals: there are none in it."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        filters = super().get_line_filters()
        return [each for each in filters if not isinstance(each, ANSIToTruecolor)]
