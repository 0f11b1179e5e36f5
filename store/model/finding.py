"""A finding: a labelled sentence together with where it stands."""

import msgspec

from store.model.vocabulary import DocumentKind, Polarity, Voice


class Finding(msgspec.Struct, frozen=True):
    """A sentence with its label, its document, council and visit, ready to be shown."""

    id: str
    """Document id and index of the sentence, joined by a colon."""
    document: str
    kind: DocumentKind
    council: str | None
    visit: str | None
    """Key of the visit that its document reports on."""
    date: str | None
    section: str
    paragraph: int
    page: int
    text: str
    polarity: Polarity
    themes: tuple[str, ...]
    groups: tuple[str, ...]
    confidence: float
    cues: tuple[tuple[int, int], ...]
    voice: Voice
    citation: str
    corrected: bool = False
    repeat_of: str | None = None
    flagged: bool = False
    note: str = ""

    @property
    def settled(self) -> bool:
        """Whether a reader has decided on its label, and does not ask for another look."""
        return self.corrected and not self.flagged

    @property
    def index(self) -> int:
        """Index of the sentence in its document."""
        return int(self.id.rpartition(":")[2])
