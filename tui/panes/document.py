"""A document as rows: headings and paragraphs, with findings marked in the gutter and the text."""

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content, Span
from textual.message import Message
from textual.strip import Strip

from store.model.document import Document, Sentence
from tui import text
from tui.correction_words import CORRECTED, FLAGGED
from tui.keys import bind
from tui.panes.document_marks import FIGURE, QUOTATION, DocumentMarks
from tui.panes.minimap import Minimap
from tui.panes.paragraphs import Paragraph, Section, paragraphs_of, sections_of
from tui.widgets.drawn_rows import BARE
from tui.widgets.row_list import RowList
from tui.widgets.strips import strips_of

if TYPE_CHECKING:
    from store.checking.articles import CheckedQuotation

GUTTER = 4
MEASURE = 92
"""Longest line of running text; longer ones are hard to read."""


class DocumentPane(RowList):
    """The whole text. Signs in the gutter stand where a finding begins."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind(
            "open",
            "choose",
            words="take up this paragraph: its first finding, or its next sentence",
            short="Sentence",
        )
    ]
    HELP = """\
# Document
The text with the findings of the selection marked: − concern, + strength, ± both in the gutter,
where the sentence begins, # and an underline a figure, ” and italics a quotation. The column of
signs at the right shows where in the document they lie; a click goes there. n and N walk through
them, O lists the sections, / finds words, r reads the same concern at the visit before. ✎ marks
what you corrected, ⚑ what you flagged. ▸ is the cursor, the sentence that every key acts on: up and
down go by paragraph, left and right by sentence; e corrects it, ! flags it.
"""

    EDGE = 2

    class Moved(Message):
        """The cursor is on another sentence."""

    def __init__(self, document: Document, sentence: int = -1, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._document = document
        self._paragraphs = paragraphs_of(document)
        self._marks = DocumentMarks(document)
        self._map: Minimap | None = None
        self._marked: Set[int] = set()
        self._words = ""
        self.sentence = sentence
        """The one that the cursor is on; -1 if it is on none."""
        self._quotations: Sequence[CheckedQuotation] = ()
        self._at_hand: int | None = None

    def on_mount(self) -> None:
        row = self._row_of(self.sentence)
        if row is None and self._paragraphs:
            row = self._paragraph_from(0)
        self.set_count(len(self._paragraphs), row or 0)

    def mark(self, sentences: Set[int], words: str) -> None:
        """Mark these sentences as findings, and these words wherever they stand."""
        self._marked, self._words = sentences, words
        self._map = None
        self.redraw_rows()

    def show_document(self, document: Document) -> None:
        """The same document with other labels."""
        self._document = document
        self._map = None
        self.redraw_rows()

    @property
    def sections(self) -> list[Section]:
        """The headings in order."""
        return sections_of(self._paragraphs)

    def show_quotations(
        self, quotations: "Sequence[CheckedQuotation]", at_hand: int | None
    ) -> None:
        """Show these under their paragraphs, one of them set off."""
        if (quotations, at_hand) != (self._quotations, self._at_hand):
            grown = len(quotations) != len(self._quotations)
            self._quotations, self._at_hand = quotations, at_hand
            self.redraw_rows()
            if grown and self._paragraphs:
                self.redraw_highlight()

    # The cursor: one sentence; its paragraph is the highlighted row

    def sentences_here(self) -> range:
        """The sentences of the highlighted paragraph."""
        if not self._paragraphs:
            return range(0)
        return self._paragraphs[self.highlighted].sentences

    def go_to(self, sentence: int) -> None:
        """Let the cursor stand on a sentence, and show it."""
        row = self._row_of(sentence)
        if row is None or not self._count:
            return
        before, self.sentence = self.sentence, sentence
        changed = {row, self._row_of(before)}
        for drawn in [drawn for drawn in self._drawn if drawn[0] in changed]:
            del self._drawn[drawn]
        if row == self.highlighted:
            self.redraw_highlight()
        else:
            self.highlighted = row
            self.post_message(self.Highlighted(self, row))
        if sentence != before:
            self.post_message(self.Moved())

    def go_to_row(self, row: int) -> None:
        """To the paragraph of a row, or to what stands under a heading, with the row on top."""
        self.highlight(self._paragraph_from(row))
        self.show_at_top(row)

    def highlight(self, index: int) -> None:
        """Go to a paragraph; the cursor stands on its first sentence. Headings are passed over."""
        if not self._count:
            return
        row = self._paragraph_from(index)
        if index < self.highlighted <= row:  # up, from right below a heading
            above = range(max(0, index), -1, -1)
            row = next((n for n in above if not self._paragraphs[n].heading), row)
        if row != self.highlighted or self.sentence not in self.sentences_here():
            self.go_to(self._paragraphs[row].first)

    def _paragraph_from(self, row: int) -> int:
        """The row, or if it is a heading the next paragraph; the last one at the end."""
        last = len(self._paragraphs) - 1
        row = max(0, min(row, last))
        rows: list[int] = [*range(row, last + 1), *reversed(range(row))]
        return next(n for n in rows if not self._paragraphs[n].heading)

    def _row_of(self, sentence: int) -> int | None:
        rows = enumerate(self._paragraphs)
        return next((row for row, each in rows if sentence in each.sentences), None)

    def _show(self, index: int) -> bool:
        """Show a paragraph with the headings above it."""
        if self.content_size.height <= 0:
            return super()._show(index)
        first = index
        while first and self._paragraphs[first - 1].heading:
            first -= 1
        moved = [super(DocumentPane, self)._show(row) for row in dict.fromkeys((first, index))]
        return self._show_sentence() or any(moved)

    def _show_sentence(self) -> bool:
        """Show the line in which the sentence begins, however tall its paragraph is."""
        row = self.highlighted
        lines = enumerate(self._strips(row))
        at = next((y for y, strip in lines if strip.text.startswith("▸")), 0)
        return self._places.show_line(row, at, self._count, self.content_size.height)

    def _settle(self) -> None:
        unsettled = self._unsettled
        super()._settle()
        if unsettled and not self._unsettled and self._count:
            self._show_sentence()

    def row_at(self, event: events.MouseEvent) -> int | None:
        row = super().row_at(event)
        return None if row is None else self._paragraph_from(row)

    def empty_content(self) -> Content:
        return Content.styled("This document holds no running text.", "$quiet")

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        paragraph = self._paragraphs[index]
        room = max(10, min(MEASURE, width - GUTTER - 1))
        if paragraph.heading:
            rows = text.words(paragraph.heading, "bold $accent").wrap(room)
            return text.lines([Content(""), *(text.line(" " * GUTTER, row) for row in rows)])
        body = self._body(paragraph)
        rows = []
        wrapped = body.wrap(room)
        starts = self._starts(paragraph)
        position = 0
        for row in wrapped:
            plain = row.plain.strip()
            at = body.plain.find(plain, position) if plain else position
            position = max(position, at) + len(plain)
            rows.append(text.line(self._gutter(starts, at, position), row))
        below = [*self._readers(paragraph, room), *self._verdicts(paragraph, room)]
        return text.lines([*rows, *below, Content("")])

    def _readers(self, paragraph: Paragraph, room: int) -> list[Content]:
        """What a reader says of the sentences of the paragraph, a few lines each."""
        rows: list[Content] = []
        for index in range(paragraph.first, paragraph.last + 1):
            sentence = self._document.sentences[index]
            if sentence.corrected or sentence.flagged or sentence.note:
                from tui.panes.reader_words import reader_rows

                rows.extend(text.line(" " * GUTTER, row) for row in reader_rows(sentence, room))
        return rows

    def _verdicts(self, paragraph: Paragraph, room: int) -> list[Content]:
        """A line for each quotation of the paragraph, with its verdict."""
        if not self._quotations:
            return []
        from tui.panes.quotation import verdict_row

        return [
            text.line(" " * GUTTER, verdict_row(checked, room, number == self._at_hand))
            for number, checked in enumerate(self._quotations)
            if paragraph.first <= checked.quotation.sentence <= paragraph.last
        ]

    def _body(self, paragraph: Paragraph) -> Content:
        """The paragraph's sentences with their styles, one after another."""
        first = self._document.sentences[paragraph.first]
        plain, spans = _lead(first), []
        for index in range(paragraph.first, paragraph.last + 1):
            sentence = self._document.sentences[index]
            shown = text.words(sentence.text).plain
            if index > paragraph.first:
                plain += " "
            start = len(plain)
            plain += shown
            style = self._style(index, sentence)
            if style:
                spans.append(Span(start, len(plain), style))
            if shown == sentence.text:
                figures, quoted = self._marks.figures, self._marks.quotations
                spans.extend(
                    Span(start + a, start + b, "bold underline") for a, b in figures.get(index, ())
                )
                spans.extend(Span(start + a, start + b, "italic") for a, b in quoted.get(index, ()))
            if index == self.sentence and shown == sentence.text:
                colour = text.COLOURS[sentence.polarity]
                spans.extend(
                    Span(start + a, start + b, f"underline {colour}") for a, b in sentence.cues
                )
        spans.extend(self._found(plain))
        return Content(plain, spans)

    def _style(self, index: int, sentence: Sentence) -> str:
        colour = text.COLOURS[sentence.polarity]
        if index == self.sentence:
            return f"bold {colour}"
        return colour if index in self._marked else ""

    def _found(self, plain: str) -> list[Span]:
        wanted = self._words.casefold().strip()
        spans: list[Span] = []
        start = plain.casefold().find(wanted) if wanted else -1
        while start >= 0 and len(spans) < 500:
            spans.append(Span(start, start + len(wanted), "reverse"))
            start = plain.casefold().find(wanted, start + len(wanted))
        return spans

    def _starts(self, paragraph: Paragraph) -> list[tuple[int, int, int]]:
        """Start, end and index of each sentence in the paragraph's text."""
        position = len(_lead(self._document.sentences[paragraph.first]))
        found = []
        for index in range(paragraph.first, paragraph.last + 1):
            length = len(text.words(self._document.sentences[index].text).plain)
            found.append((position, position + length, index))
            position += length + 1
        return found

    def _gutter(self, starts: list[tuple[int, int, int]], first: int, last: int) -> Content:
        """The sign where a finding begins in this line, a bar where one goes on; then # or ”.

        What is read, or what a reader marked, comes before all else in the line; the reader's
        mark stands in the place of # or ”, so that it does not touch the words.
        """
        other = (self._other_sign(starts, first, last), "$quiet")
        shown = [
            (start, end, index)
            for start, end, index in starts
            if index in self._marked or index == self.sentence or self._reader_mark(index)
        ]
        begun = [index for start, _, index in shown if first <= start < last]
        own = [index for index in begun if index == self.sentence or self._reader_mark(index)]
        told = self.sentence if self.sentence in own else next(iter(own or begun), None)
        for start, end, index in shown:
            polarity = self._document.sentences[index].polarity
            if index == told:
                here = "▸" if index == self.sentence else " "
                mark = self._reader_mark(index) or other
                return text.line((here, "bold $accent"), text.sign(polarity), mark, " ")
            if start < first < end and not own:
                bar = "▏" if self.size.width >= BARE else " "
                return text.line(" ", Content.styled(bar, text.COLOURS[polarity]), other, " ")
        return text.line("  ", other, " ")

    def _reader_mark(self, index: int) -> str:
        sentence = self._document.sentences[index]
        return FLAGGED if sentence.flagged else CORRECTED if sentence.corrected else ""

    def _other_sign(self, starts: list[tuple[int, int, int]], first: int, last: int) -> str:
        """The sign of a figure, or of a quotation, that begins in this line."""
        for marks, sign in ((self._marks.figures, FIGURE), (self._marks.quotations, QUOTATION)):
            for start, _, index in starts:
                spans = marks.get(index)
                if spans is None:
                    continue
                places = [start + a for a, _ in spans] or [start]
                if any(first <= place < last for place in places):
                    return sign
        return " "

    # The map at the right

    @property
    def map(self) -> Minimap:
        """Where the findings are."""
        height = self.content_size.height
        if self._map is None or self._map.height != max(1, height):
            self._map = Minimap(self._document, self._marked, height)
        return self._map

    def edge(self, y: int) -> Strip:
        polarity = self.map.cells[y] if y < len(self.map.cells) else ""
        sign = text.sign(polarity) if polarity else Content(" ")
        (strip,) = strips_of(self, sign, 1, self.visual_style)
        return Strip.join([strip.apply_meta({"map": y}), super().edge(y)])

    def on_click(self, event: events.Click) -> None:
        cell = event.style.meta.get("map")
        if cell is None:
            super().on_click(event)
        elif self._paragraphs:
            self.go_to(self.map.sentence_at(cell))


def _lead(sentence: Sentence) -> str:
    if sentence.number:
        return f"{sentence.number}. "
    return "• " if sentence.bullet else ""
