"""The nouns of the field as frozen, typed records (see ARCHITECTURE.md for the vocabulary)."""

from store.model.correction import Correction
from store.model.council import Council
from store.model.document import (
    CouncilNamed,
    Document,
    Figure,
    Inspector,
    Quotation,
    Recommendation,
    Section,
    Sentence,
    Source,
)
from store.model.finding import Finding
from store.model.line import Line
from store.model.visit import Visit, VisitNamed
from store.model.vocabulary import (
    AREAS,
    GRADES,
    KINDS,
    POLARITIES,
    DocumentKind,
    Framework,
    Grade,
    Polarity,
    VisitKind,
    Voice,
)

__all__ = [
    "AREAS",
    "GRADES",
    "KINDS",
    "POLARITIES",
    "Correction",
    "Council",
    "CouncilNamed",
    "Document",
    "DocumentKind",
    "Figure",
    "Finding",
    "Framework",
    "Grade",
    "Inspector",
    "Line",
    "Polarity",
    "Quotation",
    "Recommendation",
    "Section",
    "Sentence",
    "Source",
    "Visit",
    "VisitKind",
    "VisitNamed",
    "Voice",
]
