"""What browsing does to let findings leave the terminal."""

from typing import ClassVar

from textual.binding import BindingType
from textual.reactive import var
from textual.screen import Screen

from store.findings.themes import Vocabulary
from store.library import Library
from store.model.visit import Visit
from store.selection import Filters
from tui.keys import bind
from tui.wording import visit_in_words


class Exports(Screen[None]):
    """A screen with a selection that can be written to a file."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("export", "export")]

    library: Library
    vocabulary: Vocabulary
    filters: var[Filters]

    def _visit(self) -> Visit | None:
        raise NotImplementedError

    def action_export(self) -> None:
        """Ask for a file name and write what is selected."""
        if not len(self.library):
            self.notify("The library is empty: there is nothing to export.", severity="warning")
            return
        from tui.screens.export import Export

        names = self.vocabulary.names()
        visit = visit_in_words(self._visit())
        self.app.push_screen(Export(self.library, self.filters, names, visit))
