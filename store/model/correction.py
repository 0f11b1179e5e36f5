"""A correction: a reader's own word on a sentence, which outlives every reading of its document."""

import msgspec

from store.model.document import Sentence
from store.model.vocabulary import DocumentKind, Polarity


class Labelled(msgspec.Struct, frozen=True):
    """The label that a correction was made on, as the classifier gave it."""

    polarity: Polarity = "neutral"
    themes: tuple[str, ...] = ()


class Home(msgspec.Struct, frozen=True, kw_only=True):
    """The document a correction was made in, as far as it helps to find it again."""

    id: str
    path: str
    name: str
    kind: DocumentKind
    date: str | None = None
    councils: tuple[str, ...] = ()
    urn: int | None = None
    """Of the first council."""


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader says of one sentence of one document."""

    sha256: str
    """Of the bytes of the document."""
    text: str
    """The sentence, as it stood when it was corrected."""
    occurrence: int = 0
    """Which of the document's sentences with these very words, counted from 0."""
    polarity: Polarity | None = None
    """None: as labelled."""
    themes: tuple[str, ...] | None = None
    """None: as labelled; empty: none of them."""
    note: str = ""
    flagged: bool = False
    when: str = ""
    """When it was made or last changed, ISO with seconds, UTC."""
    labelled: Labelled = Labelled()
    place: str = ""
    """Where it stood, as a citation."""
    home: Home | None = None

    @property
    def corrects(self) -> bool:
        """Whether it is a word on the label, not a note or flag alone."""
        return self.polarity is not None or self.themes is not None

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing at all."""
        return not (self.corrects or self.note or self.flagged)

    @property
    def said(self) -> Labelled:
        """The label as the reader leaves it."""
        return Labelled(
            self.labelled.polarity if self.polarity is None else self.polarity,
            self.labelled.themes if self.themes is None else self.themes,
        )


def corrected(sentence: Sentence, correction: Correction) -> Sentence:
    """The sentence with the reader's word in the place of the classifier's.

    Words that led to another polarity than the reader's explain nothing and are left out.
    """
    polarity = sentence.polarity if correction.polarity is None else correction.polarity
    return msgspec.structs.replace(
        sentence,
        polarity=polarity,
        themes=sentence.themes if correction.themes is None else correction.themes,
        cues=sentence.cues if polarity == sentence.polarity else (),
        corrected=correction.corrects,
        flagged=correction.flagged,
        note=correction.note,
    )
