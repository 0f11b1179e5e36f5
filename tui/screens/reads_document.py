"""What the parts of a screen that reads one document know of each other."""

from textual.screen import Screen

from store.library import Library
from store.model.document import Document


class ReadsDocument(Screen[None]):
    """A screen with one document, the cursor on one sentence of it."""

    document: Document
    library: Library | None

    @property
    def sentence(self) -> int:
        """Index of the sentence that the cursor is on."""
        raise NotImplementedError

    def go_to_sentence(self, sentence: int) -> None:
        """Read on from this sentence."""
        raise NotImplementedError

    def read_other(self, document: Document, sentence: int) -> None:
        """Read another document, at this sentence."""
        raise NotImplementedError
