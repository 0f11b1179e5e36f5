"""What is read can leave the terminal: the document's findings, or all of its sentences."""

from typing import ClassVar

from textual.binding import BindingType

from store.model.vocabulary import KINDS
from store.selection import Filters
from tui.keys import bind
from tui.screens.reads_document import ReadsDocument


class ExportsInRead(ReadsDocument):
    """A screen with one document, some of its sentences marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("export", "export", words="export what is marked in this document, or all of it")
    ]

    filters: Filters

    @property
    def theme_names(self) -> dict[str, str]:
        raise NotImplementedError

    def _titles(self) -> list[str]:
        raise NotImplementedError

    def action_export(self) -> None:
        """Ask for a file name and write what is marked here, whatever else Browse selects by."""
        if self.library is None or self.document.id not in self.library.records:
            self.notify("This document is not in the library: it cannot be exported.", timeout=4)
            return
        from tui.screens.export import Export

        marked = self.filters
        filters = Filters(
            document=self.document.id,
            shown=marked.shown,
            themes=marked.themes,
            every_theme=marked.every_theme,
            voices=marked.voices,
            groups=marked.groups,
        )
        document = self.document
        named = document.councils[0].name if document.councils else ""
        name = [part for part in (named, KINDS[document.kind], document.date) if part]
        self.app.push_screen(
            Export(self.library, filters, self.theme_names, self._titles()[0], name)
        )
