"""The input of the filter line; loaded when a filter is first typed."""

from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from tui.keys import bind


class FilterInput(Input):
    """A field for words to filter by; escape leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("back", "leave", footer=False, words="clear these words and close")
    ]

    class Left(Message):
        """Escape was pressed: clear and close."""

    def action_leave(self) -> None:
        self.post_message(self.Left())


class FilterLineInput(FilterInput):
    """The input of the filter line: the line of keys says what enter and escape do to it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("keep-words", "submit"),
        replace(bind("back", "leave", footer=True), description="Clear"),
    ]
