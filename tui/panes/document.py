"""A document as rows: headings and paragraphs, with findings marked in the gutter and the text."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content, Span
from textual.strip import Strip
from textual.visual import Visual

from store.model.document import Document, Sentence
from tui import text
from tui.correction_words import CORRECTED, FLAGGED
from tui.keys import bind
from tui.panes.document_marks import FIGURE, QUOTATION, DocumentMarks
from tui.panes.minimap import Minimap
from tui.widgets.row_list import BARE, RowList

if TYPE_CHECKING:
    from store.checking.articles import CheckedQuotation

GUTTER = 4
MEASURE = 92
"""Longest line of running text; longer ones are hard to read."""


@dataclass(frozen=True)
class _Paragraph:
    """A heading, or the sentences of one paragraph by their indexes."""

    heading: str = ""
    first: int = 0
    last: int = -1
    part: bool = False
    """Whether the heading is of a larger part of the report."""


@dataclass(frozen=True)
class Section:
    """A heading of the document as the outline lists it."""

    heading: str
    row: int
    part: bool
    first: int
    last: int
    """The sentences under it; `last` lies before `first` if there are none."""


class DocumentPane(RowList):
    """The whole text. Signs in the gutter stand where a finding begins."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind(
            "open",
            "choose",
            words="take up this paragraph: its first finding, or its next sentence",
        )
    ]
    HELP = """\
# Document
The text with the findings of the selection marked: − concern, + strength, ± both in the gutter,
where the sentence begins, # and an underline a figure, ” and italics a quotation. The column of
signs at the right shows where in the document they lie; a click goes there. n and N walk through
them, O lists the sections, / finds words, r reads the same concern at the visit before. ✎ marks
what you corrected, ⚑ what you flagged: left and right go from sentence to sentence, e corrects the
one at hand, ! flags it.
"""

    EDGE = 2

    def __init__(self, document: Document, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._document = document
        self._paragraphs = _paragraphs(document)
        self._marks = DocumentMarks(document)
        self._map: Minimap | None = None
        self._marked: Set[int] = set()
        self._words = ""
        self._current = -1
        self._quotations: Sequence[CheckedQuotation] = ()
        self._at_hand: int | None = None

    def on_mount(self) -> None:
        self.set_count(len(self._paragraphs))

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
        heads = [(row, p) for row, p in enumerate(self._paragraphs) if p.heading]
        found = []
        for place, (row, head) in enumerate(heads):
            following = heads[place + 1 :]
            end = next((r for r, other in following if other.part or not head.part), None)
            under = [p for p in self._paragraphs[row + 1 : end] if not p.heading]
            first, last = (under[0].first, under[-1].last) if under else (0, -1)
            found.append(Section(head.heading, row, head.part, first, last))
        return found

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

    def sentences_here(self) -> range:
        """The sentences of the highlighted paragraph; none of a heading."""
        if not self._paragraphs:
            return range(0)
        paragraph = self._paragraphs[self.highlighted]
        return range(paragraph.first, paragraph.last + 1)

    def go_to(self, sentence: int) -> None:
        """Set off a sentence and show it."""
        self._current = sentence
        for row, paragraph in enumerate(self._paragraphs):
            if paragraph.first <= sentence <= paragraph.last:
                self.redraw_rows()
                self.highlight(row)
                return

    def go_to_row(self, row: int) -> None:
        """Highlight a paragraph or heading, with what follows in view."""
        self.highlight(row)
        self.show_at_top(row)

    def sentence_here(self, known: int) -> int:
        """The sentence from which next and previous count: the known one, if it is here."""
        if not self._paragraphs:
            return known
        paragraph = self._paragraphs[self.highlighted]
        if paragraph.heading:
            following = self._paragraphs[min(self.highlighted + 1, len(self._paragraphs) - 1)]
            return following.first - 1
        return known if paragraph.first <= known <= paragraph.last else paragraph.first - 1

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

    def _readers(self, paragraph: _Paragraph, room: int) -> list[Content]:
        """What a reader says of the sentences of the paragraph, a few lines each."""
        rows: list[Content] = []
        for index in range(paragraph.first, paragraph.last + 1):
            sentence = self._document.sentences[index]
            if sentence.corrected or sentence.flagged or sentence.note:
                from tui.panes.reader_words import reader_rows

                rows.extend(text.line(" " * GUTTER, row) for row in reader_rows(sentence, room))
        return rows

    def _verdicts(self, paragraph: _Paragraph, room: int) -> list[Content]:
        """A line for each quotation of the paragraph, with its verdict."""
        if not self._quotations:
            return []
        from tui.panes.quotation import verdict_row

        return [
            text.line(" " * GUTTER, verdict_row(checked, room, number == self._at_hand))
            for number, checked in enumerate(self._quotations)
            if paragraph.first <= checked.quotation.sentence <= paragraph.last
        ]

    def _body(self, paragraph: _Paragraph) -> Content:
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
            if index == self._current and shown == sentence.text:
                colour = text.COLOURS[sentence.polarity]
                spans.extend(
                    Span(start + a, start + b, f"underline {colour}") for a, b in sentence.cues
                )
        spans.extend(self._found(plain))
        return Content(plain, spans)

    def _style(self, index: int, sentence: Sentence) -> str:
        colour = text.COLOURS[sentence.polarity]
        if index == self._current:
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

    def _starts(self, paragraph: _Paragraph) -> list[tuple[int, int, int]]:
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

        What is read, or what a reader marked, comes before all else in the line.
        """
        other = (self._other_sign(starts, first, last), "$quiet")
        shown = [
            (start, end, index)
            for start, end, index in starts
            if index in self._marked or index == self._current or self._reader_mark(index)
        ]
        begun = [index for start, _, index in shown if first <= start < last]
        own = [index for index in begun if index == self._current or self._reader_mark(index)]
        told = self._current if self._current in own else next(iter(own or begun), None)
        for start, end, index in shown:
            polarity = self._document.sentences[index].polarity
            if index == told:
                here = "▸" if index == self._current else " "
                mark = self._reader_mark(index) or " "
                return text.line((here, "bold $accent"), text.sign(polarity), other, mark)
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
        (strip,) = Visual.to_strips(self, sign, 1, 1, self.visual_style, pad=True)
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


def _paragraphs(document: Document) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    place: tuple[str, str | None, int] | None = None
    part: str | None = None
    section = ""
    for index, sentence in enumerate(document.sentences):
        here = (sentence.section, sentence.part, sentence.paragraph)
        restarted = place is not None and sentence.paragraph < place[2]
        if sentence.part and sentence.part != part:
            found.append(_Paragraph(heading=sentence.part, part=True))
            section = ""
        if (sentence.section != section or restarted) and not sentence.section.startswith("("):
            found.append(_Paragraph(heading=sentence.section))
        part, section = sentence.part or sentence.section, sentence.section
        if here == place and not restarted:
            found[-1] = _Paragraph(first=found[-1].first, last=index)
        else:
            found.append(_Paragraph(first=index, last=index))
        place = here
    return found
