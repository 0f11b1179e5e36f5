"""The letter beside an article; another document where a quotation is from that."""

from collections.abc import Set

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from store.model.document import Document
from tui.panes.beside import DocumentBeside
from tui.panes.document import DocumentPane
from tui.widgets.titled import entitle


class LetterPane(Vertical):
    """Shows one document at a time; each keeps its place while another is shown."""

    BORDER_TITLE = "Letter"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._panes: dict[str, DocumentPane] = {}
        self._shown: str | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="no-letter")

    @property
    def document(self) -> str | None:
        """Id of the document that is shown."""
        return self._shown

    @property
    def pane(self) -> DocumentPane | None:
        return self._panes.get(self._shown or "")

    def show_nothing(self, words: str) -> None:
        """There is no letter: say why."""
        self._shown = None
        for pane in self._panes.values():
            pane.display = False
        entitle(self, self.BORDER_TITLE, "")
        told = self.query_one("#no-letter", Static)
        told.update(Content.styled(words, "$quiet"))
        told.display = True

    async def show(
        self,
        document: Document,
        title: str,
        sentence: int | None,
        marked: Set[int] = frozenset(),
        words: str = "",
    ) -> None:
        """Show a document, at a sentence if one is named.

        Args:
            document: the document.
            title: what it is, for the border.
            sentence: index of the sentence to set off.
            marked: the sentences to mark in the gutter as findings.
            words: to be marked wherever they stand.
        """
        if document.id not in self._panes:
            self._panes[document.id] = DocumentBeside(document)
            await self.mount(self._panes[document.id])
        if self._shown != document.id:
            self._shown = document.id
            self.query_one("#no-letter", Static).display = False
            for id, pane in self._panes.items():
                pane.display = id == document.id
        entitle(self, title)
        pane = self._panes[document.id]
        pane.mark(marked, words)
        if sentence is not None:
            pane.go_to(sentence)
