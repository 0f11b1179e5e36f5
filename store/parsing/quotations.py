"""The speech of an article: what is quoted or reported, and who is said to have said it.

A quotation belongs to the verb of saying nearest to it in its sentence, else in its paragraph;
one that stands alone goes on with the speaker before. A quotation that runs over several
paragraphs opens each with a quotation mark and closes only the last (The Guardian style guide,
"quotation marks"); its speaker is named once, before or behind.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from store.model.vocabulary import Voice
from store.parsing.quote_marks import Marked, marked
from store.parsing.saying_words import NEVER_COUNCIL
from store.parsing.sayings import Saying, sayings
from store.parsing.sentences import LONGEST, sentence_spans
from store.parsing.speakers import Mention, Speaker, introduced, mentions
from store.parsing.told_months import month_told

LONGEST_PARAGRAPH: Final = 3 * LONGEST
"""In a longer one, which is a wall of text, nobody is looked for."""

_THAT_WAS: Final = re.compile(
    r"(?:That|This|Those|These|So)\b[^.]{0,40}\b(?:verdict|words?|view|message|conclusions?|finding"
    r"|assessment|admission|warning|plea|claim|response|opinion|says?|said|wrote|writes)\b"
)


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


class _Paragraph:
    """A paragraph with what its sentences say of speakers."""

    def __init__(self, text: str, marks: Sequence[Marked], listed: Sequence[Mention]) -> None:
        self.text = text
        self.marks = marks
        self.ends = [mark.end for mark in marks]
        self.masked = _masked(text, marks)
        self.mentions = listed
        self.sentences = list(sentence_spans(self.masked))
        self.sayings: list[list[Saying]] = [[] for _ in self.sentences]

    def sentence_at(self, offset: int) -> int:
        found = bisect_right([end for _, end in self.sentences], offset)
        return max(0, min(found, len(self.sentences) - 1))


def quoted(paragraphs: Sequence[str], bullets: frozenset[int] = frozenset()) -> list[Quoted]:
    """Everything that is quoted or reported, in order.

    Args:
        paragraphs: headline and paragraphs of the article.
        bullets: which of them are items of a list.
    """
    return _Article(paragraphs, bullets).speech()


class _Article:
    def __init__(self, texts: Sequence[str], bullets: frozenset[int]) -> None:
        self._bullets = bullets
        self._marks = _marks_of(texts)
        self._paragraphs = self._read(texts)
        self._last: Speaker | None = None
        """Who spoke last, for pronouns and for quotations that stand alone."""
        self._person: Speaker | None = None
        self._named: Speaker | None = None
        """Who was named last, whether speaking or not."""
        self._found: list[Quoted] = []

    def _read(self, texts: Sequence[str]) -> list[_Paragraph]:
        masked = [_masked(text, marks) for text, marks in zip(texts, self._marks, strict=True)]
        short = [text if len(text) <= LONGEST_PARAGRAPH else "" for text in masked]
        known: dict[str, Speaker] = {}
        for text in short:
            for surname, speaker in introduced(text, mentions(text)).items():
                known.setdefault(surname, speaker)
        read = []
        for text, plain, marks in zip(texts, short, self._marks, strict=True):
            paragraph = _Paragraph(text, marks, mentions(plain, known) if plain else [])
            if plain:
                paragraph.sayings = [
                    sayings(paragraph.masked, start, end,
                            [m for m in paragraph.mentions if start <= m.start < end])
                    for start, end in paragraph.sentences
                ]  # fmt: skip
            read.append(paragraph)
        return read

    def speech(self) -> list[Quoted]:
        for place, paragraph in enumerate(self._paragraphs):
            open_before = place > 0 and _left_open(self._marks[place - 1])
            before = self._last
            self._settle(paragraph)
            for mark in paragraph.marks:
                speaker = self._speaker_of(place, mark, before, open_before)
                self._keep(place, mark.start, mark.end, speaker)
                if speaker is not None:
                    self._remember(speaker)
            self._report(place, paragraph)
            self._follow(place, paragraph)
        return self._found

    # Resolving who is meant

    def _settle(self, paragraph: _Paragraph) -> None:
        """Give every saying of the paragraph a speaker, pronouns theirs by what came before."""
        for index, ((start, end), found) in enumerate(
            zip(paragraph.sentences, paragraph.sayings, strict=True)
        ):
            settled = []
            named = [m for m in paragraph.mentions if start <= m.start < end]
            for saying in found:
                speaker = saying.speaker or self._meant(saying, named)
                if speaker is None or (saying.pronoun and not _fits(saying, speaker)):
                    continue
                settled.append(saying._replace(speaker=speaker))
                self._remember(speaker)
            paragraph.sayings[index] = settled
            if named and not settled:
                leading = named[0].speaker
                self._named = leading if leading.voice != "other" or leading.person else self._named

    def _meant(self, saying: Saying, named: Sequence[Mention]) -> Speaker | None:
        if saying.pronoun in ("he", "she"):
            return self._person or self._last
        if saying.pronoun in ("who", "which"):
            before = [m.speaker for m in named if m.end <= saying.start]
            return before[-1] if before else self._last
        nearer = self._named if self._named and self._named.voice != "other" else None
        return nearer or self._last

    def _remember(self, speaker: Speaker) -> None:
        self._last = self._named = speaker
        if speaker.person:
            self._person = speaker

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
        index = paragraph.sentence_at(mark.start)
        here = [s for s in paragraph.sayings[index] if s.speaker] if paragraph.sayings else []
        if here:
            nearest = min(here, key=lambda saying: _distance(saying, mark, paragraph.masked))
            return _dated(nearest, paragraph, index, mark)
        start, end = paragraph.sentences[index] if paragraph.sentences else (0, len(paragraph.text))
        lead = paragraph.masked[max(start, mark.start - 4) : mark.start]
        colon = lead.rstrip().rstrip("\"“'‘«").rstrip().endswith(":")
        named = [m for m in paragraph.mentions if start <= m.start < mark.start]
        if colon and named:
            self._keep(place, start, end, named[0].speaker, marks=False)
            return named[0].speaker
        outside = _outside(paragraph, start, end)
        if re.search(r"\w", outside) and not self._bare(outside):
            return None
        for other in [*range(index - 1, -1, -1), *range(index + 1, len(paragraph.sentences))]:
            sayings_there = [s for s in paragraph.sayings[other] if s.speaker]
            if sayings_there:
                return sayings_there[-1 if other < index else 0].speaker
        return self._signed_next(place) or before or self._told_next(place)

    def _bare(self, outside: str) -> bool:
        """Whether what stands around a quotation only joins it to the one before."""
        return bool(re.fullmatch(r"\W*(?:and|but|also|adding|yet|or|then)?\W*", outside.strip()))

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

    def _report(self, place: int, paragraph: _Paragraph) -> None:
        """The sentences that report what somebody says, without quotation marks."""
        for (start, end), found in zip(paragraph.sentences, paragraph.sayings, strict=True):
            named = [s for s in found if not s.implied] or [
                s for s in found if s.verb not in ("rated", "judged", "graded")
            ]
            if named:
                main = next((s for s in named if s.verb == "according to"), named[0])
                if len(paragraph.masked[named[-1].end : end].strip()) < 2:
                    main = named[-1]  # "…, Ofsted has found." tells of the whole sentence
                self._keep(place, start, end, main.speaker, marks=False)

    def _follow(self, place: int, paragraph: _Paragraph) -> None:
        """What a colon at the paragraph's end announces: a list, or words set apart."""
        if not paragraph.text.rstrip().endswith(":") or self._said_by(paragraph) is None:
            return
        speaker = self._said_by(paragraph)
        for following in range(place + 1, len(self._paragraphs)):
            after = self._paragraphs[following]
            item = following in self._bullets or re.match(r"[-–—•*]|[a-z]", after.text)
            apart = following == place + 1
            if not (item or apart) or after.marks or any(after.sayings):
                break
            self._keep(following, 0, len(after.text), speaker, marks=False)
            if not item:
                break

    def _said_by(self, paragraph: _Paragraph) -> Speaker | None:
        last = [s for s in paragraph.sayings[-1] if s.speaker] if paragraph.sayings else []
        if last:
            return last[-1].speaker
        start = paragraph.sentences[-1][0] if paragraph.sentences else 0
        named = [m for m in paragraph.mentions if m.start >= start]
        return named[0].speaker if named and len(paragraph.text) - start < 120 else None


def _marks_of(texts: Sequence[str]) -> list[list[Marked]]:
    """The quotations of each paragraph; one left open may go on without a mark of its own."""
    found: list[list[Marked]] = []
    for text in texts:
        goes_on = bool(found) and _left_open(found[-1])
        found.append(marked(text, goes_on=goes_on))
    return found


def _left_open(marks: Sequence[Marked]) -> bool:
    return bool(marks) and not marks[-1].closed


def _masked(text: str, marks: Sequence[Marked]) -> str:
    """The paragraph with what is quoted struck out, its length and its full stops kept."""
    parts, end = [], 0
    for mark in marks:
        words = text[mark.start : mark.end]
        last = words[-1] if words[-1] in ".!?" else "x"
        parts += [text[end : mark.start], "X" if words[0].isupper() else "x"]
        parts += ["x" * (len(words) - 2), last] if len(words) > 1 else []
        end = mark.end
    return "".join([*parts, text[end:]])


def _outside(paragraph: _Paragraph, start: int, end: int) -> str:
    """The words of a sentence that stand outside its quotations."""
    text, at = "", start
    for mark in paragraph.marks[bisect_right(paragraph.ends, start) :]:
        if mark.start >= end:
            break
        text += paragraph.text[at : max(at, mark.start)]
        at = mark.end
    return text + paragraph.text[at:end]


def _distance(saying: Saying, mark: Marked, masked: str) -> tuple[int, int, int]:
    """How far a saying is from a quotation; one that names somebody before one that implies."""
    if saying.start >= mark.end:
        gap = masked[mark.end : saying.start]
        # Behind a full quotation the verb follows at once: "…," the letter says.
        return (int(saying.implied), len(gap) if len(gap) < 6 else 10 + len(gap), 0)
    gap = masked[saying.end : mark.start]
    return (int(saying.implied), len(gap), 1)


def _fits(saying: Saying, speaker: Speaker) -> bool:
    """Whether the one a pronoun stands for does what the verb says."""
    if saying.verb in NEVER_COUNCIL:
        return speaker.voice != "council"
    return saying.verb != "is" or speaker.voice in ("ofsted", "council")


def _dated(saying: Saying, paragraph: _Paragraph, index: int, mark: Marked) -> Speaker | None:
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
