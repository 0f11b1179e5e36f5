"""Whose words are shown: a screen with filters that walks through the voices."""

from typing import ClassVar

from textual.binding import BindingType
from textual.reactive import var
from textual.screen import Screen

from store.selection import Filters
from tui.keys import bind


class ChoosesVoices(Screen[None]):
    """A screen whose filters can leave out the council's words on itself."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("voices", "voices")]

    filters: var[Filters]

    def action_voices(self) -> None:
        """All voices, then without the council's, then only Ofsted's."""
        self.filters = self.filters.next_voices()
