"""What the library keeps of a document beside its text: enough for every list and count."""

from collections import Counter
from typing import Any, Final

import msgspec

from store.library.slim import slim
from store.model.document import CouncilNamed, Document, Figure
from store.model.visit import VisitNamed
from store.model.vocabulary import DocumentKind, Framework, Grade

_FIGURES: Final = msgspec.json.Decoder(tuple[Figure, ...])
_THEMES: Final = msgspec.json.Decoder(dict[str, dict[str, int]])


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """The card of one document; the document itself lies in a file of its own.

    What no first screen shows stays JSON until it is asked for: of 3,000 cards it is half.
    """

    id: str
    path: str
    name: str
    sha256: str
    added: str
    """When it was last read, ISO with seconds."""
    kind: DocumentKind
    framework: Framework | None = None
    title: str | None = None
    councils: tuple[CouncilNamed, ...] = ()
    date: str | None = None
    """The date it is sorted by."""
    letter_date: str | None = None
    published: str | None = None
    outlet: str | None = None
    visits: tuple[VisitNamed, ...] = ()
    judgements: dict[str, Grade] = {}
    judged_inadequate: dict[str, str] = {}
    graded_now: dict[str, Grade] = {}
    figures_kept: msgspec.Raw = msgspec.field(default=msgspec.Raw(b"[]"), name="figures")
    sentences: int = 0
    quotations: int = 0
    counts: dict[str, dict[str, int]] = {}
    """Council -> polarity -> number of sentences; "" where no council is told."""
    looking_back: dict[str, dict[str, int]] = {}
    """As `counts`, of the sentences that are of an earlier visit than the document's own."""
    themes_kept: msgspec.Raw = msgspec.field(default=msgspec.Raw(b"{}"), name="themes")
    model: str = ""
    revision: str = ""
    """Changes whenever what the library gives for this document changes."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that the document tells."""
        return _FIGURES.decode(self.figures_kept)

    @property
    def themes(self) -> dict[str, dict[str, int]]:
        """Council -> theme -> number of sentences that tell of a concern."""
        return _THEMES.decode(self.themes_kept)

    def inspected(self, council: str) -> str:
        """The last day or month of the inspection it reports, else its own date."""
        ends = (
            visit.end
            for visit in self.visits
            if visit.council == council and visit.kind == "inspection" and not visit.mentioned
        )
        return next(filter(None, ends), None) or self.date or ""

    def is_about(self, council: str) -> bool:
        """Whether it names this council; of "" whether it names none."""
        if not council:
            return not self.councils
        return any(named.name == council for named in self.councils)


CONCERNS = ("concern", "mixed")
"""The polarities that tell of a concern."""
STRENGTHS = ("strength", "mixed")
"""The polarities that tell of a strength: a mixed sentence tells of both, and counts as both."""


def as_json(value: Any) -> msgspec.Raw:
    """What a card holds as JSON until it is asked for."""
    return msgspec.Raw(msgspec.json.encode(slim(value)))


def record_of(document: Document, added: str) -> Record:
    """The card of a document read at `added`."""
    counts: dict[str, Counter[str]] = {}
    looking_back: dict[str, Counter[str]] = {}
    themes: dict[str, Counter[str]] = {}
    names = [named.name for named in document.councils] or [""]
    for sentence in document.sentences:
        for name in [sentence.council] if sentence.council else names:
            counts.setdefault(name, Counter())[sentence.polarity] += 1
            if sentence.as_of is not None:
                looking_back.setdefault(name, Counter())[sentence.polarity] += 1
            if sentence.polarity in CONCERNS:
                themes.setdefault(name, Counter()).update(sentence.themes)
    return Record(
        id=document.id,
        path=document.source.path,
        name=document.source.name,
        sha256=document.source.sha256,
        added=added,
        kind=document.kind,
        framework=document.framework,
        title=document.title,
        councils=document.councils,
        date=document.date,
        letter_date=document.letter_date,
        published=document.published or document.published_from_name,
        outlet=document.outlet,
        visits=document.visits,
        judgements=document.judgements,
        judged_inadequate=document.judged_inadequate,
        graded_now=document.graded_now,
        figures_kept=as_json(document.figures),
        sentences=len(document.sentences),
        quotations=len(document.quotations),
        counts={name: dict(counter) for name, counter in counts.items()},
        looking_back={name: dict(each) for name, each in looking_back.items()},
        themes_kept=as_json(themes),
        model=document.model,
    )
