"""The speech of an article: what is quoted or reported, and who is said to have said it.

A quotation belongs to the verb of saying nearest to it in its sentence, else in its paragraph;
one that stands alone goes on with the speaker before. A quotation that runs over several
paragraphs opens each with a quotation mark and closes only the last (The Guardian style guide,
"quotation marks"); its speaker is named once, before or behind.
"""

import re
from collections.abc import Sequence
from itertools import islice
from operator import itemgetter
from typing import Final, NamedTuple

from store.model.vocabulary import Voice
from store.parsing.sentences import LONGEST
from store.parsing.speech.heard import Heard
from store.parsing.speech.introductions import introduced
from store.parsing.speech.quote_marks import Marked
from store.parsing.speech.sayers import stranger
from store.parsing.speech.saying_words import FINDINGS
from store.parsing.speech.sayings import sayings
from store.parsing.speech.signed_quotes import name_signed, signature_below
from store.parsing.speech.speakers import Speaker, mentions, with_surnames
from store.parsing.speech.spoken_paragraph import (
    SpokenParagraph,
    dated,
    distance,
    felt_in_headline,
    is_crosshead,
    left_open,
    marks_of,
    outside_quotations,
)

FOUND: Final = frozenset({"found", "judged", "rated", "graded", "deemed", "identified", "branded"})
"""Of passives without an agent those that are Ofsted's in a council's paper too; "concern was
expressed", "it was noted", "Cabinet is recommended" tell of its own members."""
LONGEST_PARAGRAPH: Final = 3 * LONGEST
"""In a longer one, which is a wall of text, nobody is looked for."""

_WORD: Final = re.compile(r"\w+")
_JOINING: Final = frozenset({"", "and", "but", "also", "adding", "yet", "or", "then"})
_THAT_WAS: Final = re.compile(
    r"(?:That|This|Those|These|So)\b[^.]{0,40}\b(?:verdict|words?|view|message|conclusions?|finding"
    r"|assessment|admission|warning|plea|claim|response|opinion|says?|said|wrote|writes)\b"
)

_SIGNED: Final = re.compile(r"[\"”’'»]?\s*[–—―-]+\s*[^.!?:]{2,120}\.?")
TOLD: Final = re.compile(
    r"\b(?:was|were|is|are|been)\s+(?:\w+\s+)?(?:told|warned|informed|asked)\b"
)
"""Behind those who hear: "councillors were told: “…”"."""


class Quoted(NamedTuple):
    """Words given to a speaker: their place in the paragraph, who says them, in whose voice."""

    words: str
    paragraph: int
    start: int
    end: int
    speaker: str | None
    voice: Voice | None
    """None where nobody is named."""
    marked: bool = True
    """False for reported speech, which no marks enclose."""


def quoted(
    paragraphs: Sequence[str],
    bullets: frozenset[int] = frozenset(),
    set_apart: frozenset[int] = frozenset(),
    *,
    paper: bool = False,
) -> list[Quoted]:
    """Everything that is quoted or reported, in order.

    Args:
        paragraphs: headline and paragraphs of the article.
        bullets: which of them are items of a list.
        set_apart: which of them the page sets apart as quotations.
        paper: whether it is no article but the paper of a body, whose own worry a passive tells.
    """
    return _Article(paragraphs, bullets, set_apart, paper=paper).speech()


class _Article:
    def __init__(
        self,
        texts: Sequence[str],
        bullets: frozenset[int],
        set_apart: frozenset[int],
        *,
        paper: bool,
    ) -> None:
        self._paper = paper
        self._apart = set_apart
        self._texts = texts
        self._bullets = bullets
        self._marks = marks_of(texts, set_apart)
        self._paragraphs = self._read(texts)
        self._heard = Heard()
        self._announced: dict[int, Speaker] = {}
        """Who says the items of a list, by their paragraphs."""
        self._found: list[Quoted] = []

    def _read(self, texts: Sequence[str]) -> list[SpokenParagraph]:
        read = [SpokenParagraph(*each) for each in zip(texts, self._marks, strict=True)]
        short = [paragraph for paragraph in read if len(paragraph.masked) <= LONGEST_PARAGRAPH]
        known: dict[str, Speaker] = {}
        for paragraph in short:
            paragraph.mentions = mentions(paragraph.masked)
            for surname, speaker in introduced(paragraph.masked, paragraph.mentions).items():
                known.setdefault(surname, speaker)
        for paragraph in short:
            paragraph.mentions = with_surnames(paragraph.masked, paragraph.mentions, known)
            paragraph.sayings = [
                [s for s in sayings(paragraph.masked, start, end,
                                    [m for m in paragraph.mentions if start <= m.start < end])
                 if not (self._paper and s.implied and s.verb not in FOUND)]
                for start, end in paragraph.sentences
            ]  # fmt: skip
        return read

    def speech(self) -> list[Quoted]:
        for place, paragraph in enumerate(self._paragraphs):
            open_before = place > 0 and left_open(self._marks[place - 1])
            before = self._heard.last
            self._heard.settle(paragraph)
            for mark in paragraph.marks:
                speaker = self._speaker_of(place, mark, before, open_before)
                self._keep(place, mark.start, mark.end, speaker)
                if speaker is not None:
                    self._heard.remember(speaker)
            self._report(place, paragraph)
            self._follow(place, paragraph)
        return self._found

    # Quotations

    def _speaker_of(
        self, place: int, mark: Marked, before: Speaker | None, open_before: bool
    ) -> Speaker | None:
        paragraph = self._paragraphs[place]
        if len(paragraph.text) > LONGEST_PARAGRAPH:
            return None
        first = mark is paragraph.marks[0]
        if first and open_before and not paragraph.text[: mark.start].strip("\"“'‘« "):
            return before
        signed = self._signed_here(paragraph)
        if signed is not None:
            return signed
        if is_crosshead(paragraph, mark) and not self._announces(place):
            return self._told_next(place)
        index = paragraph.sentence_at(mark.start)
        feeling = None if place else felt_in_headline(paragraph, mark)
        if feeling is not None:
            return feeling
        here = [s for s in paragraph.sayings[index] if s.speaker] if paragraph.sayings else []
        if here:
            nearest = min(here, key=lambda saying: distance(saying, mark, paragraph.masked))
            return dated(nearest, paragraph, index, mark)
        start, end = paragraph.sentences[index] if paragraph.sentences else (0, len(paragraph.text))
        lead = paragraph.masked[max(start, mark.start - 4) : mark.start]
        colon = lead.rstrip().rstrip("\"“'‘«").rstrip().endswith(":")
        named = [m for m in paragraph.mentions if start <= m.start < mark.start]
        if colon and named and not TOLD.search(paragraph.masked, named[0].end, mark.start):
            self._keep(place, start, end, named[0].speaker, marks=False)
            return named[0].speaker
        if place in self._announced:
            return self._announced[place]
        outside = outside_quotations(paragraph, start, end)
        if re.search(r"\w", outside) and not self._bare(outside):
            return None
        there = [s.speaker for found in paragraph.sayings[:index] for s in found]
        there = [*reversed(there), *(s.speaker for f in paragraph.sayings[index:] for s in f)]
        nearest_told = next((speaker for speaker in there if speaker is not None), None)
        if nearest_told is not None:
            return nearest_told
        signed = self._signed_next(place)
        if signed is not None or before is not None:
            return signed if signed is not None else before
        return self._told_next(place)

    def _announces(self, place: int) -> bool:
        """Whether what stands above a paragraph leads in to it, or it is an item of a list."""
        above = self._paragraphs[place - 1].text if place else ":"
        return place in self._bullets or place in self._apart or above.rstrip().endswith(":")

    def _bare(self, outside: str) -> bool:
        """Whether what stands around a quotation only joins it to the one before."""
        return " ".join(islice(map(itemgetter(0), _WORD.finditer(outside)), 2)) in _JOINING

    def _signed_here(self, paragraph: SpokenParagraph) -> Speaker | None:
        """The one whose name ends a paragraph of quotation: "“Children wait.” – Ofsted"."""
        if not paragraph.marks or any(paragraph.sayings):
            return None
        first, last = paragraph.marks[0], paragraph.marks[-1]
        if re.search(r"\w", paragraph.text[: first.start]):
            return None
        signed = _SIGNED.fullmatch(paragraph.text, last.end)
        named = [m.speaker for m in paragraph.mentions if m.start >= last.end]
        if signed and not named:
            name = name_signed(signed.group())
            return stranger(name) if name and " " in name else None
        return named[0] if signed else None

    def _signed_next(self, place: int) -> Speaker | None:
        """The one to whom the next paragraph gives what stands alone here.

        "— Jo Bell, director of …", or "That was the verdict of …".
        """
        if place + 1 >= len(self._paragraphs):
            return None
        following = self._paragraphs[place + 1]
        # A dash at a line's start is read as a bullet.
        dashed = place + 1 in self._bullets or re.match(r"\s*[–—―-]\s*\S", following.text)
        signed = len(following.text) < 120 and following.text[-1:] not in ".!?:"
        named = signature_below(self._texts, place, self._apart)
        if named is not None:
            following = self._paragraphs[named]
            name = name_signed(following.text)
            unknown = stranger(name) if name else None
            return next((m.speaker for m in following.mentions), unknown)
        if (dashed and signed) or _THAT_WAS.match(following.masked):
            return next((m.speaker for m in following.mentions), None)
        return None

    def _told_next(self, place: int) -> Speaker | None:
        """The first to speak in the next paragraph, for a quotation that opens the article."""
        following = self._paragraphs[place + 1 : place + 2]
        return next(
            (s.speaker for p in following for found in p.sayings for s in found if s.speaker), None
        )

    def _keep(
        self, place: int, start: int, end: int, speaker: Speaker | None, *, marks: bool = True
    ) -> None:
        words = self._paragraphs[place].text[start:end]
        if not words.strip():
            return
        label, voice = (speaker.label, speaker.voice) if speaker else (None, None)
        self._found.append(Quoted(words, place, start, end, label, voice, marks))

    # Reported speech

    def _report(self, place: int, paragraph: SpokenParagraph) -> None:
        """The sentences that report what somebody says, without quotation marks."""
        signed = self._signed_here(paragraph)
        if signed is not None:  # the sentence that ends with the name is his as well
            self._keep(place, 0, len(paragraph.text), signed, marks=False)
        for (start, end), found in zip(paragraph.sentences, paragraph.sayings, strict=True):
            named = [s for s in found if not s.implied] or [
                s for s in found if s.verb not in ("rated", "judged", "graded")
            ]
            # Who is only said to have said so gets the words in quotation marks, no more.
            named = [s for s in named if not s.hearsay]
            if named:
                main = next((s for s in named if s.verb == "according to"), named[0])
                if len(paragraph.masked[named[-1].end : end].strip()) < 2:
                    main = named[-1]  # "…, Ofsted has found." tells of the whole sentence
                self._keep(place, start, end, main.speaker, marks=False)

    def _follow(self, place: int, paragraph: SpokenParagraph) -> None:
        """What a colon at the paragraph's end announces: a list, or words set apart."""
        if not paragraph.text.rstrip().endswith(":") or self._said_by(paragraph) is None:
            return
        speaker = self._said_by(paragraph)
        for following in range(place + 1, len(self._paragraphs)):
            after = self._paragraphs[following]
            item = following in self._bullets or re.match(r"[-–—•*]|[a-z]", after.text)
            apart = following == place + 1
            if item and after.marks and not any(after.sayings) and speaker is not None:
                self._announced[following] = speaker  # an item that quotes a word or two
            elif not (item or apart) or after.marks or any(after.sayings):
                break
            self._keep(following, 0, len(after.text), speaker, marks=False)
            if not item:
                break

    def _said_by(self, paragraph: SpokenParagraph) -> Speaker | None:
        last = [s for s in paragraph.sayings[-1] if s.speaker] if paragraph.sayings else []
        if last:
            return last[-1].speaker
        start = paragraph.sentences[-1][0] if paragraph.sentences else 0
        named = [m for m in paragraph.mentions if m.start >= start]
        if named:
            return named[0].speaker if len(paragraph.text) - start < 120 else None
        told = not self._paper and FINDINGS.search(paragraph.masked, start)
        return Speaker("ofsted", "Ofsted") if told else None
