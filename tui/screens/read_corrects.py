"""What reading a document does about corrections: any sentence can be gone to and corrected."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from store.library import LibraryError
from tui.keys import bind
from tui.panes.document import DocumentPane
from tui.screens.corrects import CorrectsFindings
from tui.screens.reads_document import ReadsDocument


class CorrectsInRead(ReadsDocument, CorrectsFindings):
    """A screen with one document, the cursor on one sentence of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("next-sentence", "sentence(1)"),
        bind("former-sentence", "sentence(-1)"),
    ]

    def _mark(self) -> None:
        raise NotImplementedError

    def _say(self) -> None:
        raise NotImplementedError

    def sentence_at_hand(self) -> tuple[str, int] | None:
        return (self.document.id, self.sentence) if self.document.sentences else None

    def action_sentence(self, by: int) -> None:
        """To the next or the former sentence, whatever its label."""
        last = len(self.document.sentences) - 1
        if last >= 0:
            self.go_to_sentence(max(0, min(self.sentence + by, last)))

    def follow_corrections(self, documents: Sequence[str], *, relabelled: bool) -> None:
        if self.library is None or self.document.id not in documents:
            return
        try:
            document = self.library.document(self.document.id)
        except (LibraryError, KeyError):
            return
        if len(document.sentences) != len(self.document.sentences):
            return  # it was read anew meanwhile: what is on the screen is another text
        self.document = document
        self.query_one(DocumentPane).show_document(document)
        self._mark()
        self._say()
