"""The rows of what was checked of an article: quotations, figures, concerns left out."""

from typing import Final, NamedTuple

from textual.content import Content

from store.checking.articles import CheckedQuotation
from store.checking.coverage import Coverage
from store.checking.figures import ComparedFigure
from store.checking.left_out import ThemeCovered
from store.checking.marking import Piece, pieces_of_quotation
from store.model.document import Document
from tui import text
from tui.covering import (
    FIGURE_SIGNS,
    figure_in_words,
    signs_of_figures,
    signs_of_quotations,
    theme_in_words,
)
from tui.panes.quotation import COLOURS, verdict

PARTS: Final = ("Quotations", "Figures", "Left out")
PUT_IN: Final = "$mixed"
LEFT_OUT: Final = "$concern"
_FIGURE_COLOURS: Final = {
    "same": COLOURS["exact"],
    "other number": COLOURS["altered"],
    "not in the letter": COLOURS["not found"],
}


class Check(NamedTuple):
    """One row: a heading, or something that was checked."""

    part: str
    title: str = ""
    """The words of a heading of a part."""
    note: str = ""
    """What stands below or behind it."""
    theme: ThemeCovered | None = None
    """The theme of a heading, or of a concern left out."""
    quotation: CheckedQuotation | None = None
    figure: ComparedFigure | None = None
    concern: int | None = None
    """Index of the letter's sentence that was left out."""

    @property
    def heading(self) -> bool:
        return self.quotation is None and self.figure is None and self.concern is None

    @property
    def differs(self) -> bool:
        """Whether it is altered, not found, another number, or left out."""
        if self.quotation is not None:
            told = self.quotation
            return told.standing in ("altered", "not found") or bool(told.verdict.cut_off)
        if self.figure is not None:
            return self.figure.verdict != "same"
        return self.concern is not None

    @property
    def sentence(self) -> int | None:
        """Index of the article's sentence it is of; None for what the article does not say."""
        if self.quotation is not None:
            return self.quotation.quotation.sentence
        return self.figure.figure.sentence if self.figure is not None else None

    def same_as(self, other: "Check") -> bool:
        """Whether it is the same quotation or figure; concerns are of one letter only."""
        if self.quotation is not None and other.quotation is not None:
            return self.quotation.number == other.quotation.number
        if self.figure is not None and other.figure is not None:
            return self.figure.figure == other.figure.figure
        return False


def checks_of(coverage: Coverage) -> list[Check]:
    """All rows, part by part."""
    quotations, figures, left_out = PARTS
    found = [Check(quotations, quotations, signs_of_quotations(coverage))]
    found.extend(Check(quotations, quotation=checked) for checked in coverage.quotations)
    if coverage.letter is None:
        return found
    found.append(Check(figures, figures, signs_of_figures(coverage)))
    found.extend(Check(figures, figure=compared) for compared in coverage.figures)
    missing = sum(not theme.covered for theme in coverage.named_themes)
    every = len(coverage.named_themes)
    note = f"{missing} of {every} themes left out" if every else "no theme in the letter"
    found.append(Check(left_out, left_out, note))
    for theme in coverage.themes:
        found.append(Check(left_out, theme=theme))
        found.extend(Check(left_out, theme=theme, concern=index) for index in theme.left_out)
    return found


def row_of(
    check: Check,
    letter: Document | None,
    source: str,
    theme_names: dict[str, str],
    width: int,
    highlighted: bool,
) -> Content:
    """A row as content, at most so wide; `source` says where a quotation was found."""
    mark = text.line(("▸" if highlighted else " ", "bold $accent"), " ")
    if check.title:
        head = text.line((check.title, "bold $accent"), ("  " + check.note, "$quiet"))
        return text.lines([text.fit(head, width), Content("")])
    if check.heading and check.theme is not None:
        return text.fit(_theme_head(check.theme, theme_names), width)
    if check.quotation is not None:
        return _quotation(check.quotation, source, mark, width)
    if check.figure is not None:
        return _figure(check.figure, mark, width)
    sentence = letter.sentences[check.concern or 0] if letter else None
    body = text.words(sentence.text) if sentence else Content("")
    head = text.line(mark, text.sign(sentence.polarity if sentence else "concern"), " ")
    return text.lines([*text.hanging(head, body, width, 4), Content("")])


def _theme_head(theme: ThemeCovered, names: dict[str, str]) -> Content:
    words = theme_in_words(theme)
    colour = {"?": "$concern", "~": "$mixed", "=": "$strength"}[words[0]]
    name = names.get(theme.theme, theme.theme) or "without a theme"
    return text.line("  ", text.words(name, "bold"), "  ", (words, colour))


def _quotation(checked: CheckedQuotation, source: str, mark: Content, width: int) -> Content:
    quotation = checked.quotation
    speaker = text.words(quotation.speaker or "", "$quiet")
    head = text.fit(text.line(mark, verdict(checked), "  ", speaker), width)
    pieces = pieces_of_quotation(quotation.text, checked.verdict)
    body = text.line("“", *(_piece(piece) for piece in pieces), "”")
    rows = [head, *text.hanging(Content(""), body, width, 4)]
    if source:
        rows.append(text.fit(text.line("    ", text.words(source, "$quiet")), width))
    return text.lines([*rows, Content("")])


def _piece(piece: Piece) -> Content:
    words = text.words(piece.text)
    if piece.part == "put in":
        return text.line(("+", f"bold {PUT_IN}"), (words.plain, f"bold underline {PUT_IN}"))
    if piece.part == "left out":
        return text.line(("−", f"bold {LEFT_OUT}"), (words.plain, f"strike {LEFT_OUT}"), " ")
    # `words` takes the blanks at the ends away, which stand between the pieces.
    before = " " if piece.text[:1].isspace() else ""
    behind = " " if piece.text[-1:].isspace() else ""
    return text.line(before, words, behind) if words.plain else Content(before)


def _figure(compared: ComparedFigure, mark: Content, width: int) -> Content:
    sign = f"{FIGURE_SIGNS[compared.verdict]} {compared.verdict}"
    head = text.line(mark, (sign, f"bold {_FIGURE_COLOURS[compared.verdict]}"))
    body = text.words(figure_in_words(compared))
    if head.cell_length + 2 + body.cell_length <= width:
        return text.lines([text.line(head, "  ", body), Content("")])
    rows = [text.fit(head, width), *text.hanging(Content(""), body, width, 4)]
    return text.lines([*rows, Content("")])
