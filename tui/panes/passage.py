"""The paragraph around a finding, with the finding set off and its cue words marked."""

from textual.content import Content

from store.model.document import Document, Sentence
from store.selection import place_and_mark
from tui import text
from tui.correction_words import marks
from tui.wording import PlaceInList


def place_of(document: Document, index: int, width: int) -> str:
    """Where a sentence stands, in at most so many cells."""
    sentence = document.sentences[index]
    return PlaceInList("", *place_and_mark(document, sentence, short=True)).within(width)


def passage(document: Document, index: int, width: int, height: int) -> Content:
    """The paragraph, at most `height` lines around the sentence."""
    sentence = document.sentences[index]
    colour = text.COLOURS[sentence.polarity]
    pieces: list[Content] = []
    for place, other in _paragraph(document, index):
        if pieces:
            pieces.append(Content(" "))
        if place == index:
            pieces.append(text.marked(other.text, other.cues, f"underline {colour}", "bold"))
        else:
            pieces.append(text.words(other.text, "$quiet"))
    rows = Content("").join(pieces).wrap(width)
    told = _reader(sentence, width)[: max(1, height // 2)]
    height -= len(told)
    first = next(
        (place for place, row in enumerate(rows) if any("bold" in str(s.style) for s in row.spans)),
        0,
    )
    if len(rows) > height:
        start = max(0, min(first - 1, len(rows) - height))
        rows = rows[start : start + height]
    return text.lines([*rows, *told])


def _reader(sentence: Sentence, width: int) -> list[Content]:
    """What a reader says of the sentence, below it; nothing if nobody does."""
    said = marks(sentence.corrected, sentence.flagged, sentence.note)
    if not said:
        return []
    words = text.line(("  ".join(said), "bold"))
    if sentence.corrected:
        words = text.line(words, ": ", text.sign(sentence.polarity), f" {sentence.polarity}")
    if sentence.note:
        words = text.line(words, "  ", text.words(sentence.note, "italic"))
    return words.wrap(width)


def _paragraph(document: Document, index: int) -> list[tuple[int, Sentence]]:
    """The sentences of the same paragraph with their indexes."""
    sentence = document.sentences[index]

    def same(place: int) -> bool:
        other = document.sentences[place]
        return (other.section, other.paragraph, other.part) == (
            sentence.section,
            sentence.paragraph,
            sentence.part,
        )

    first = index
    while first > 0 and same(first - 1):
        first -= 1
    last = index
    while last + 1 < len(document.sentences) and same(last + 1):
        last += 1
    return [(place, document.sentences[place]) for place in range(first, last + 1)]
