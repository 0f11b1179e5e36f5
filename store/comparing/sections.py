"""Which sentences of a report stand under the heading of an area that it judges."""

import re
from functools import cache
from typing import Final

from store.model.document import Document, Sentence
from store.model.vocabulary import AREAS
from store.parsing.reports.areas import ILACS_AREAS, LAC_AREAS, SIF_AREAS

_BOARD: Final = ("lscb", re.compile(r"safeguarding children board|\blscb\b", re.IGNORECASE))


def told_under(document: Document, area: str) -> list[int]:
    """Indexes of the findings under an area's heading; of all of them for the overall judgement,
    and where no heading of the report names the area."""
    told = [
        number
        for number, sentence in enumerate(document.sentences)
        if sentence.polarity != "neutral"
    ]
    if area == "overall":
        return told
    printed = tuple(name for name in AREAS if name in document.judgements)
    under = [
        number for number in told if _area_of_sentence(document.sentences[number], printed) == area
    ]
    return under or told


def _area_of_sentence(sentence: Sentence, printed: tuple[str, ...]) -> str | None:
    """The heading nearest to the sentence decides."""
    return _area_of(sentence.section, printed) or _area_of(sentence.part or "", printed)


@cache
def _area_of(heading: str, printed: tuple[str, ...]) -> str | None:
    for area, pattern in (*SIF_AREAS, *ILACS_AREAS, *LAC_AREAS, _BOARD):
        if area in printed and pattern.search(heading):
            return area
    return None
