"""The input of the filter line; loaded when a filter is first typed."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from tui.keys import bind


class FilterInput(Input):
    """The input of the filter line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("back", "leave", footer=False, words="clear these words and close")
    ]

    class Left(Message):
        """Escape was pressed: clear and close."""

    def action_leave(self) -> None:
        self.post_message(self.Left())
