"""The field of the search: up and down walk through the queries that were followed before."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from tui.keys import bind
from tui.widgets.filter_input import FilterInput


class SearchInput(FilterInput):
    """A field with a history."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("back", "leave", footer=True, words="leave the search"),
        bind("former-query", "walk(-1)", footer=False),
        bind("next-query", "walk(1)", footer=False),
    ]

    class Passed(Message):
        """Down was pressed at the newest query: on to what it found."""

    def __init__(self, value: str, history: Sequence[str], *, id: str | None = None) -> None:
        super().__init__(value, compact=True, id=id, select_on_focus=False)
        self._history = history
        self._at = len(history)
        self._typed = value

    def action_walk(self, by: int) -> None:
        """To an earlier query, or back to what was being typed, and then to what was found."""
        if self._at >= len(self._history):
            self._typed = self.value
        at = self._at + by
        if at > len(self._history) or (by > 0 and self._at >= len(self._history)):
            self.post_message(self.Passed())
            return
        self._at = max(0, at)
        newest = self._at >= len(self._history)
        self.value = self._typed if newest else self._history[self._at]
        self.cursor_position = len(self.value)

    def at_newest(self) -> None:
        """The history has grown: walking begins at its end again."""
        self._at = len(self._history)
