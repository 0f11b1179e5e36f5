"""What a reader says of a sentence, as rows below its paragraph."""

from textual.content import Content

from store.model.document import Sentence
from tui import text
from tui.correction_words import marks, opening


def reader_rows(sentence: Sentence, width: int) -> list[Content]:
    """ "✎ corrected: + strength, “Caseloads are …”", and the note below."""
    said = marks(sentence.corrected, sentence.flagged, "" if sentence.corrected else sentence.note)
    head = text.line(("  ".join(said), "bold"))
    if sentence.corrected:
        head = text.line(head, ": ", text.sign(sentence.polarity), f" {sentence.polarity}")
    head = text.line(head, "  ", text.words(opening(sentence.text), "$quiet"))
    rows = [text.fit(head, width)]
    if sentence.note:
        rows.extend(text.hanging(Content(""), text.words(sentence.note, "italic"), width, 2))
    return rows
