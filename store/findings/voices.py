"""Whose voice a sentence is: Ofsted's, the council's, the reporter's or another's.

Letters and reports speak with Ofsted's voice throughout. In an article the reporter speaks,
and in the paper of a council or of another body that body, save where words are quoted or
reported: those are given to their speaker.
"""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from store.model.document import Document, Sentence
from store.model.vocabulary import Voice

if TYPE_CHECKING:
    from store.parsing.quotations import Quoted

MOST: Final = 0.5
"""Above this share of a sentence in quotation marks it speaks with the voice of the quotation."""


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
        own = "reporter"
    if own == "ofsted":
        return ["ofsted"] * len(document.sentences)
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
