"""A document: one source, read and parsed, with its sentences and what was found in them."""

from typing import TYPE_CHECKING, Final, Literal

import msgspec

from store.model.visit import VisitNamed
from store.model.vocabulary import DocumentKind, Framework, Grade, Polarity, Voice

if TYPE_CHECKING:
    from store.model.finding import Finding


class Source(msgspec.Struct, frozen=True):
    """A file as it came."""

    path: str
    name: str
    media_type: str
    sha256: str
    size: int
    """Bytes."""


class CouncilNamed(msgspec.Struct, frozen=True):
    """A council that a document is about; `printed` is the name as the document has it."""

    name: str
    urn: int | None
    printed: str | None = None


class Inspector(msgspec.Struct, frozen=True):
    name: str
    role: str | None = None


class Section(msgspec.Struct, frozen=True):
    """A heading with the number of paragraphs and bullets that stand under it."""

    heading: str
    paragraphs: int
    part: str | None = None
    """The larger part of the report it stands in, if it is not one itself."""


class Sentence(msgspec.Struct, frozen=True, omit_defaults=False):
    """A sentence with its place and its label. `text` equals the document's `text[start:end]`."""

    text: str
    section: str
    paragraph: int
    """Counted from 1 within the section, bullets included."""
    page: int
    start: int
    end: int
    polarity: Polarity = "neutral"
    themes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    confidence: float = 0.0
    cues: tuple[tuple[int, int], ...] = ()
    """Spans within the sentence of the words that explain the label."""
    voice: Voice = "ofsted"
    council: str | None = None
    """Whose services it speaks of, where that is not the document's only council: the document is
    about more than one, or the sentence tells of a neighbour."""
    number: str | None = None
    """The printed number of its paragraph, if it has one."""
    bullet: bool = False
    part: str | None = None
    """The larger part of the report that its section belongs to, if that is not one itself."""
    lead_in: str | None = None
    """The line that leads in the list it is a point of."""
    as_of: str | None = None
    """Where it looks back at an earlier visit and says nothing of the document's own: the ISO date
    that is given of it, as exact as it is told, and empty if none is. None for all others."""
    corrected: bool = False
    """Whether polarity or themes are a reader's, not the classifier's."""
    flagged: bool = False
    note: str = ""
    """What a reader noted on it."""


DOUBTFUL_BELOW: Final = 0.6
"""The confidence below which a label is doubtful: about a third of those are wrong."""


def is_doubtful(labelled: "Sentence | Finding") -> bool:
    """Whether a label should be looked at first: it is uncertain, says that something was found,
    and no reader has decided on it."""
    uncertain = labelled.confidence < DOUBTFUL_BELOW and labelled.polarity != "neutral"
    return uncertain and (labelled.flagged or not labelled.corrected)


READERS: Final = ("corrected", "flagged", "note")
"""The fields of a sentence that readers fill. They are kept as corrections, never with the text."""

Direction = Literal["up", "down", "unchanged"]
"""Whether a figure rose, fell or stayed."""


Bound = Literal["over", "under", "nearly", "at least", "at most", "about"]
"""What a document says of a number that it does not give exactly: "more than 30", "fewer than 30",
"almost 30", "30 or more", "nobody has more than 30", "around 30"."""


class Figure(msgspec.Struct, frozen=True):
    """A number that the document states: a value, or a range from `low` to `high`."""

    measure: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    sentence: int
    """Index of the sentence it stands in."""
    direction: Direction | None = None
    """Where the document says how it changed: "up", "down" or "unchanged"; else None. It tells of
    the number, not of the service: fewer overdue visits are "down"."""
    before: float | None = None
    """The earlier value, if told: of "reduced from 22 to 18.5" `value` is 18.5 and this 22."""
    bound: Bound | None = None
    printed: str | None = None
    """The words of a share that is not printed in per cent, such as "a third" or "one in six";
    `value` is then what they come to, to one decimal place, which nobody printed."""
    before_printed: str | None = None
    """The same of `before`."""
    as_of: str | None = None
    """Of its sentence, where that looks back at an earlier visit; see `Sentence.as_of`."""


class Quotation(msgspec.Struct, frozen=True):
    text: str
    speaker: str | None
    sentence: int
    """Index of the sentence in which it begins."""
    start: int = 0
    """Its place in the document's text; both are 0 in documents read by the first version."""
    end: int = 0
    voice: Voice | None = None
    """Whose words they are said to be; None where nobody is named."""


class Recommendation(msgspec.Struct, frozen=True):
    text: str
    number: str | None = None
    priority: bool = False
    deadline: str | None = None
    framework_tag: str | None = None
    """The outcome, enabler or principle of the Children's Social Care National Framework."""


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """Everything read from one source. Dates are ISO; None means that it is not printed."""

    id: str
    source: Source
    kind: DocumentKind
    framework: Framework | None = None
    title: str | None = None
    councils: tuple[CouncilNamed, ...] = ()
    published: str | None = None
    published_from_name: str | None = None
    letter_date: str | None = None
    visits: tuple[VisitNamed, ...] = ()
    judged_inadequate: dict[str, str] = {}
    graded_now: dict[str, Grade] = {}
    """Council -> the grade, better than inadequate, that the inspection of an article gave."""
    lead_inspector: str | None = None
    inspectors: tuple[Inspector, ...] = ()
    signed_by: str | None = None
    addressee: str | None = None
    author: str | None = None
    outlet: str | None = None
    focus: tuple[str, ...] = ()
    judgements: dict[str, Grade] = {}
    recommendations: tuple[Recommendation, ...] = ()
    sections: tuple[Section, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    evidence: dict[str, str] = {}
    """For each field that was read: the printed words it was read from."""
    notes: tuple[str, ...] = ()
    """What a reader should know of how it was read, such as an inferred value."""
    pages: int = 1
    text: str = ""
    model: str = ""
    """Name and version of the classifier that labelled the sentences."""

    def council_of(self, sentence: Sentence) -> str | None:
        """The council whose services a sentence speaks of: its own, or the document's first."""
        return sentence.council or (self.councils[0].name if self.councils else None)

    def proof(self, field: str, council: str) -> str | None:
        """The printed words that a field was read from for one of its councils."""
        own = self.evidence.get(f"{field}.{council}")
        return own or (self.evidence.get(field) if len(self.councils) < 2 else None)

    @property
    def date(self) -> str | None:
        """The date it is sorted by: of the letter, of publication, or at least of the visit."""
        told = self.letter_date or self.published or self.published_from_name
        ends = [visit.end for visit in self.visits if visit.end and not visit.mentioned]
        return told or (max(ends) if ends else None)
