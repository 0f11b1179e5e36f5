"""The sentences that a query found, with its words marked, and the passage around one."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from store.model.document import Document
from store.model.finding import Finding
from store.search import marks
from store.search.marks import Wanted
from tui import text
from tui.correction_words import marks as reader_marks
from tui.keys import bind
from tui.widgets.row_list import RowList
from tui.wording import PlaceInList

MARK = "bold underline $accent"
AROUND = 12
"""Sentences before and after the one found that a preview may show."""


class FoundPane(RowList):
    """Sentences found, the best first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("open", "choose", words="read the sentence in its document")
    ]
    HELP = """\
# Sentences found
Best first, the words of the query underlined; beside or below stands the passage around. Enter
reads the sentence in its document, y copies it with its citation, e corrects it, ! flags it, /
goes back to the query. ✎ marks what you corrected or noted, ⚑ what you flagged.
"""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[int] = ()
        self._finding: Callable[[int], Finding] | None = None
        self._place: Callable[[Finding], PlaceInList] | None = None
        self._wanted: Wanted = []
        self._empty = Content("")

    def show(
        self,
        rows: Sequence[int],
        finding: Callable[[int], Finding],
        place: Callable[[Finding], PlaceInList],
        wanted: Wanted,
    ) -> None:
        """Show these rows of the index from the first on."""
        self._rows, self._finding, self._place, self._wanted = rows, finding, place, wanted
        self.set_count(len(rows))

    def extend(self, rows: Sequence[int]) -> None:
        """More rows have come after those that are shown."""
        self._rows = rows
        self.set_count(len(rows), self.highlighted)

    def say(self, empty: Content) -> None:
        """Show these words in place of rows."""
        self._rows, self._empty = (), empty
        self.set_count(0)

    @property
    def picked_row(self) -> int | None:
        """The row of the index that is highlighted."""
        return self._rows[self.highlighted] if self.count else None

    def empty_content(self) -> Content:
        return self._empty

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        assert self._finding is not None and self._place is not None
        finding = self._finding(self._rows[index])
        colour = text.COLOURS[finding.polarity]
        head = Content.assemble(
            ("▌", colour),
            text.sign(finding.polarity),
            ("▸" if highlighted else " ", "bold $accent"),
        )
        sentence = text.marked(finding.text, marks(finding.text, self._wanted), MARK)
        rows = text.hanging(head, sentence, width, 4)
        bar = Content.styled("▌", colour)
        rows[1:] = [Content.assemble(bar, row[1:]) for row in rows[1:]]
        reader = reader_marks(finding.corrected, finding.flagged, finding.note)
        marked = (
            text.line(("  ".join(reader), "bold"), (" · ", "$quiet")) if reader else Content("")
        )
        room = width - 4 - marked.cell_length
        place = text.line(marked, text.words(self._place(finding).within(room), "$quiet"))
        rows.append(text.fit(text.line(bar, "   ", place), width))
        return text.lines([*rows, Content("")])


class Preview(Static):
    """The passage around a sentence; says when it has room of another size for it."""

    class Resized(Message):
        """The passage has to be laid out anew."""

    def on_resize(self) -> None:
        self.post_message(self.Resized())


def preview(document: Document, index: int, wanted: Wanted, width: int, height: int) -> Content:
    """The sentence with what stands around it in its section, at most `height` lines."""
    sentence = document.sentences[index]
    rows: list[Content] = []
    first = last = 0
    paragraph: list[Content] = []
    start = max(0, index - AROUND)
    for place in range(start, min(len(document.sentences), index + AROUND + 1)):
        other = document.sentences[place]
        if (other.section, other.part) != (sentence.section, sentence.part):
            if place < index:
                rows, paragraph = [], []
                continue
            break
        former = document.sentences[place - 1] if place > start else None
        if former and former.paragraph != other.paragraph and paragraph:
            rows += [*Content(" ").join(paragraph).wrap(width), Content("")]
            paragraph = []
        if place == index:
            first = len(rows) + max(0, len(Content(" ").join(paragraph).wrap(width)) - 1)
        base = "bold" if place == index else "$quiet"
        paragraph.append(text.marked(other.text, marks(other.text, wanted), MARK, base))
        if place == index:
            last = len(rows) + len(Content(" ").join(paragraph).wrap(width))
    rows += Content(" ").join(paragraph).wrap(width)
    if len(rows) > height:
        spare = max(0, height - (last - first)) // 2
        top = max(0, min(first - spare, len(rows) - height))
        rows = rows[top : top + height]
    return text.lines(rows)
