"""What a reader says of a sentence, as rows below its paragraph."""

from typing import Final

from textual.content import Content

from store.model.document import Sentence
from tui import text
from tui.correction_words import marks, opening

NOTE_LINES: Final = 4
"""Of a longer note so many are shown; e shows it whole."""


def reader_rows(sentence: Sentence, width: int) -> list[Content]:
    """ "✎ corrected: + strength, “Caseloads are …”", and the note below."""
    said = marks(sentence.corrected, sentence.flagged, "" if sentence.corrected else sentence.note)
    head = text.line(("  ".join(said), "bold"))
    if sentence.corrected:
        head = text.line(head, ": ", text.sign(sentence.polarity), f" {sentence.polarity}")
    head = text.line(head, "  ", text.words(opening(sentence.text), "$quiet"))
    rows = [text.fit(head, width)]
    return [*rows, *note_rows(sentence.note, "", width)]


def note_rows(note: str, head: str, width: int) -> list[Content]:
    """A note of a reader, at most so many lines of it; none if there is no note."""
    if not note:
        return []
    rows = text.hanging(Content(head), text.words(note, "italic"), width, 2)
    if len(rows) > NOTE_LINES:
        rows[NOTE_LINES - 1 :] = [text.line(rows[NOTE_LINES - 1].truncate(width - 2), " …")]
    return rows
