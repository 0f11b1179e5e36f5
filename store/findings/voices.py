"""Whose voice a sentence is: Ofsted's, the council's, the reporter's or another's.

Letters and reports speak with Ofsted's voice throughout. In an article the reporter speaks,
save where words are quoted or reported: those are given to their speaker.
"""

import re
from collections.abc import Sequence

from store.model.document import Document, Sentence
from store.model.vocabulary import Voice
from store.parsing.quotations import Quoted

_OFSTED_SAYS = re.compile(
    r"\b(?:inspectors?|ofsted|inspectorate|watchdog|the letter|the report|they|it)\b[^.\"“]{0,60}?"
    r"\b(?:said|says|found|finds|noted|notes|warned|warns|raised|criticised|praised|concluded"
    r"|saw|states|stated|adds|added|describ|judged|rated|acknowledged|reported|highlighted)",
    re.IGNORECASE,
)
_COUNCIL_SAYS = re.compile(
    r"\b(?:spokes(?:wo)?man|spokesperson|the council|councillor|cllr|lead member|cabinet member"
    r"|council leader|leader of the council|director of children.?s services|chief executive)\b"
    r"[^.\"“]{0,80}?\b(?:said|says|added|adds|told|accept|welcom|apologis|insist|respond)",
    re.IGNORECASE,
)


def voices(
    document: Document, quoted: Sequence[Quoted], paragraph_of: Sequence[int]
) -> list[Voice]:
    """One voice a sentence."""
    if document.kind != "article":
        return ["ofsted"] * len(document.sentences)
    spoken: dict[int, list[Quoted]] = {}
    for quotation in quoted:
        spoken.setdefault(quotation.paragraph, []).append(quotation)
    starts: dict[int, int] = {}
    found: list[Voice] = []
    for sentence, place in zip(document.sentences, paragraph_of, strict=True):
        first = starts.setdefault(place, sentence.start)
        found.append(_voice(sentence, sentence.start - first, spoken.get(place, ())))
    return found


def _voice(sentence: Sentence, offset: int, quotations: Sequence[Quoted]) -> Voice:
    end = offset + len(sentence.text)
    for quotation in quotations:
        shared = min(end, quotation.end) - max(offset, quotation.start)
        if shared > 0.5 * len(sentence.text):
            if quotation.speaker == "council":
                return "council"
            return "ofsted" if quotation.speaker else "other"
    if _COUNCIL_SAYS.search(sentence.text):
        return "council"
    if _OFSTED_SAYS.search(sentence.text):
        return "ofsted"
    return "reporter"
