"""Letters, articles, their figures and quotations, made for comparing one with another."""

import msgspec

from store.checking.articles import CheckedQuotation
from store.checking.verdicts import Verdict
from store.model.document import CouncilNamed, Document, Figure, Quotation, Sentence, Source

TAMESIDE = (CouncilNamed("Tameside", 80569),)


def told(text: str, *themes: str, polarity: str = "concern", **more: object) -> Sentence:
    fields = {"text": text, "section": "s", "paragraph": 1, "page": 1, "start": 0, "end": 0}
    return msgspec.convert({**fields, "polarity": polarity, "themes": themes, **more}, Sentence)


def paper(
    id: str, kind: str, *sentences: Sentence, date: str | None = "2018-09-18", **more
) -> Document:  # type: ignore[no-untyped-def]
    fields = {"councils": TAMESIDE, "published": date, "text": "", **more}
    return Document(
        id=id,
        source=Source(id, id, "text/plain", id, 1),
        kind=kind,
        sentences=sentences,
        **fields,
    )


def figure(value: float | None, measure: str = "agency staff", unit: str = "%", **more) -> Figure:  # type: ignore[no-untyped-def]
    fields = {"low": None, "high": None, "sentence": 0, **more}
    return Figure(measure=measure, value=value, unit=unit, **fields)


LETTER = paper(
    "l",
    "monitoring-visit-letter",
    told("Supervision is irregular and is not recorded.", "supervision", "recording"),
    told("Social workers change too often.", "workforce"),
    told("Caseloads are too high for some workers.", "caseloads"),
    told("Life story work is not done with all children.", "family-identity"),
    told("Return interviews are late.", "missing-exploitation"),
    told("Children are seen alone.", "direct-work", polarity="strength"),
    told("We know that visits are late.", "drift-delay", voice="council"),
    told("This is troubling."),
    date="2018-09-17",
)


def checked(verdict: Verdict, number: int = 0, voice: str = "ofsted") -> CheckedQuotation:
    quotation = msgspec.convert(
        {"text": "x", "speaker": None, "sentence": 0, "voice": voice}, Quotation
    )
    return CheckedQuotation("a", number, quotation, verdict)
