"""Whose voice a sentence is: Ofsted's, the council's, the reporter's or another's.

Letters and reports speak with Ofsted's voice throughout. In an article the reporter speaks,
and in the paper of a council or of another body that body, save where words are quoted or
reported: those are given to their speaker.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from store.model.document import Document, Sentence
from store.model.vocabulary import Voice

if TYPE_CHECKING:
    from store.parsing.speech.quotations import Quoted

MOST: Final = 0.5
"""Above this share of a sentence in quotation marks it speaks with the voice of the quotation."""
SAID: Final = 2
"""So many sentences in which it speaks of itself make an article a council's own statement."""
_WE: Final = re.compile(
    r"(?:(?:[A-Z][\w ]{1,40}, )?(?:we|our|we['’](?:re|ve|ll))\b"
    r"(?!\s+(?:\w+ly\s+)?(?:report(?:ed|s|ers?)?|reveal(?:ed)?|understand|ask(?:ed)?|approach(?:ed)?"
    r"|contact(?:ed)?|can|spoke|told|stor(?:y|ies)|investigation|readers?|sister|coverage"
    r"|newsletters?|website|corresponde\w+|exclusive)\b))",
    re.IGNORECASE,
)
"""What no reporter says, unless of the paper's own work: "we reported in May", "our readers"."""


def voices(
    document: Document,
    quoted: "Sequence[Quoted]",
    paragraph_of: Sequence[int],
    own: Voice = "ofsted",
) -> list[Voice]:
    """One voice a sentence.

    Args:
        document: the document.
        quoted: what is quoted or reported in it.
        paragraph_of: for each sentence the place of its paragraph.
        own: in whose voice a document speaks that is no article.
    """
    if document.kind == "article":
        found = _spoken(document, quoted, paragraph_of, "reporter")
        ours = _is_own_statement(document, found)
        return ["council" if ours and voice == "reporter" else voice for voice in found]
    if own == "ofsted":
        return ["ofsted"] * len(document.sentences)
    return _spoken(document, quoted, paragraph_of, own)


def _is_own_statement(document: Document, found: Sequence[Voice]) -> bool:
    """Whether an article is no reporter's but a council's own page, which says "we" and "our"."""
    if document.author is not None or len(document.councils) != 1:
        return False
    from store.parsing.speech.speakers import (
        mentions,  # what articles take is loaded with the first
    )

    others = [named for named in mentions(document.title or "") if named.speaker.voice == "other"]
    told = zip(document.sentences, found, strict=True)
    said = sum(v == "reporter" and _WE.match(s.text) is not None for s, v in told)
    return said >= SAID and not others


def _spoken(
    document: Document, quoted: "Sequence[Quoted]", paragraph_of: Sequence[int], own: Voice
) -> list[Voice]:
    spoken: dict[int, list[Quoted]] = {}
    for words in quoted:
        spoken.setdefault(words.paragraph, []).append(words)
    starts: dict[int, int] = {}
    found: list[Voice] = []
    for sentence, place in zip(document.sentences, paragraph_of, strict=True):
        first = starts.setdefault(place, sentence.start)
        found.append(_voice(sentence, sentence.start - first, spoken.get(place, ()), own))
    return found


def _voice(sentence: Sentence, offset: int, spoken: "Sequence[Quoted]", own: Voice) -> Voice:
    end = offset + len(sentence.text)
    shares: Counter[Voice] = Counter()
    for words in spoken:
        shared = min(end, words.end) - max(offset, words.start)
        if shared > 0 and words.marked:
            shares[words.voice or "other"] += shared
    if shares.total() > MOST * len(sentence.text):
        return shares.most_common(1)[0][0]
    for words in spoken:
        shared = min(end, words.end) - max(offset, words.start)
        if (
            not words.marked
            and words.voice
            and shared > MOST * min(len(sentence.text), words.end - words.start)
        ):
            return words.voice
    return own
