"""A paragraph of an article with its quotations, and what its sentences say of speakers."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from store.parsing.sentences import LONGEST, sentence_spans
from store.parsing.speech.quote_marks import Marked, marked
from store.parsing.speech.sayers import Saying
from store.parsing.speech.saying_words import NEVER_COUNCIL
from store.parsing.speech.signed_quotes import signed_mark
from store.parsing.speech.speakers import Mention, Speaker
from store.parsing.times.told_months import month_told

_OPENS_SINGLE: Final = re.compile(r"['‘]\w")
_ANNOUNCES: Final = re.compile(
    r"\b(?:said|says|added|adds|comment(?:ed|s)|stat(?:ed|es)|wrote|writes|continued|continues|replied"
    r"|responded|explained|concluded|went\s+on|statement|told\s[^.:]{2,50})\s*:\s*$"
)
_CLOSING: Final = "\"”’'»"
_FEELS: Final = re.compile(
    r"(?:(?:\w+ly|very|so|really) )?(?:sorry|proud|pleased|delighted|confident|disappointed|angry"
    r"|ashamed|saddened|determined|encouraged|devastated|shocked|optimistic)\b.{0,40}"
)
_FIRST_PERSON: Final = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us)\b(?![./-])")


class SpokenParagraph:
    """A paragraph with what its sentences say of speakers."""

    def __init__(self, text: str, marks: Sequence[Marked]) -> None:
        self.text = text
        self.marks = marks
        self.ends = [mark.end for mark in marks]
        self.masked = masked_text(text, marks)
        self.mentions: Sequence[Mention] = ()
        """Those who could speak in it; nobody is looked for in a wall of text."""
        self.sentences = list(sentence_spans(self.masked))
        self.sayings: list[list[Saying]] = [[] for _ in self.sentences]

    def sentence_at(self, offset: int) -> int:
        found = bisect_right([end for _, end in self.sentences], offset)
        return max(0, min(found, len(self.sentences) - 1))


def marks_of(texts: Sequence[str], set_apart: frozenset[int] = frozenset()) -> list[list[Marked]]:
    """The quotations of each paragraph; one left open may go on without a mark of its own.

    Args:
        texts: the paragraphs.
        set_apart: those that the page sets apart as quotations, which then need no marks.
    """
    found: list[list[Marked]] = []
    speech = False
    for place, text in enumerate(texts):
        goes_on = bool(found) and left_open(found[-1])
        again = place + 1 < len(texts) and bool(_OPENS_SINGLE.match(texts[place + 1]))
        marks = marked(text, goes_on=goes_on, opens_again=again)
        speech = bool(text.strip()) and _is_speech(
            texts, place, speech, set_apart=place in set_apart, own=bool(marks)
        )
        signed = None if marks else signed_mark(texts, place, set_apart)
        if signed is not None:
            marks = [signed]
        found.append([Marked(0, len(text.rstrip()), closed=True)] if speech else marks)
    return found


def _is_speech(
    texts: Sequence[str], place: int, before: bool, *, set_apart: bool, own: bool
) -> bool:
    """Whether a whole paragraph is somebody's words, announced by "she said:" and a colon.

    Without the page's own word for it only what says "I" or "we" is, and has no marks.
    """
    text = texts[place]
    announced = bool(place) and _ANNOUNCES.search(texts[place - 1][-80:]) is not None
    if not (announced or before) or len(text) > LONGEST or text[:1] in "\"“”‘'„«":
        return False
    return set_apart or (not own and _FIRST_PERSON.search(text) is not None)


def left_open(marks: Sequence[Marked]) -> bool:
    return bool(marks) and not marks[-1].closed


def masked_text(text: str, marks: Sequence[Marked]) -> str:
    """The paragraph with what is quoted struck out, its length and its full stops kept."""
    parts, end = [], 0
    for mark in marks:
        words = text[mark.start : mark.end]
        last = words[-1] if words[-1] in ".!?" else "x"
        parts += [text[end : mark.start], "X" if words[0].isupper() else "x"]
        parts += ["x" * (len(words) - 2), last] if len(words) > 1 else []
        end = mark.end
    return "".join([*parts, text[end:]])


def outside_quotations(paragraph: SpokenParagraph, start: int, end: int) -> str:
    """The words of a sentence that stand outside its quotations."""
    text, at = "", start
    for mark in paragraph.marks[bisect_right(paragraph.ends, start) :]:
        if mark.start >= end:
            break
        text += paragraph.text[at : max(at, mark.start)]
        at = mark.end
    return text + paragraph.text[at:end]


def distance(saying: Saying, mark: Marked, masked: str) -> tuple[int, int, int]:
    """How far a saying is from a quotation; one that names somebody before one that implies."""
    if saying.start >= mark.end:
        gap = masked[mark.end : saying.start]
        # Behind a full quotation the verb follows at once: "…," the letter says.
        return (int(saying.implied), len(gap) if len(gap) < 6 else 10 + len(gap), 0)
    gap = masked[saying.end : mark.start]
    return (int(saying.implied), len(gap), 1)


def fits(saying: Saying, speaker: Speaker) -> bool:
    """Whether the one a pronoun stands for does what the verb says."""
    if saying.verb in NEVER_COUNCIL:
        return speaker.voice != "council"
    if saying.verb == "felt":
        return speaker.voice == "ofsted"
    return saying.verb != "is" or speaker.voice in ("ofsted", "council")


def dated(saying: Saying, paragraph: SpokenParagraph, index: int, mark: Marked) -> Speaker | None:
    """ "Ofsted, December 2016", where the sentence says when it was found."""
    speaker = saying.speaker
    if speaker is None or speaker.voice != "ofsted":
        return speaker
    start, _ = paragraph.sentences[index]
    before = paragraph.masked[start : saying.start]
    if not saying.implied and (len(before) > 60 or re.search(r"\b(?:wh\w+|that)\b", before)):
        start = saying.start
    told = paragraph.masked[start : mark.start]
    if not saying.implied:
        told = re.split(r"\b(?:which|who|where|whose|when)\b", told)[0]
    month = month_told(told)
    return Speaker("ofsted", f"Ofsted, {month}") if month else speaker


def is_crosshead(paragraph: SpokenParagraph, mark: Marked) -> bool:
    """Whether a few words in quotation marks, and nothing else, stand over what follows."""
    text = paragraph.text.strip()
    words = paragraph.text[mark.start : mark.end]
    alone = len(paragraph.marks) == 1 and len(text) - len(words.strip()) <= 2
    return alone and text[-1:] in _CLOSING and len(words.split()) <= 10 and words[-1:].isalnum()


def felt_in_headline(paragraph: SpokenParagraph, mark: Marked) -> Speaker | None:
    """The person right before a feeling in quotation marks: "Leader 'sorry' after inspection"."""
    if not _FEELS.fullmatch(paragraph.text, mark.start, mark.end):
        return None
    before = [m for m in paragraph.mentions if m.end <= mark.start and m.speaker.person]
    beside = before and len(paragraph.text[before[-1].end : mark.start].strip()) <= 1
    return before[-1].speaker if beside else None
