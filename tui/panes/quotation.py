"""What was found of an article's quotations: a line under each, and a note on the one at hand."""

from typing import Final

from textual.content import Content
from textual.widgets import Static

from store.checking.articles import CheckedQuotation
from tui import text
from tui.quoting import changes_in_words, verdict_in_words

COLOURS: Final = {"exact": "$strength", "altered": "$mixed", "not found": "$concern"}


class QuotationNote(Static):
    """The verdict on one quotation, where it was found, and the words that differ."""

    DEFAULT_CSS = """
    QuotationNote {
        display: none;
        height: auto;
        max-height: 3;
        background: $panel;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def tell(self, checked: CheckedQuotation, source: str | None, count: str) -> None:
        """Show a quotation; `source` is the citation of the passage it is from."""
        quotation = checked.quotation
        head = text.line(
            " ",
            verdict(checked),
            (f"   quotation {count}   ", "$quiet"),
            text.words(f"“{quotation.text}”", "italic"),
        )
        said = f"said by: {quotation.speaker}" if quotation.speaker else "nobody is named"
        where = f"{said} · from: {source}" if source else f"{said} · {_nowhere(checked)}"
        rows = [head, text.line("   ", text.words(where, "$quiet"))]
        if checked.verdict.difference:
            rows.append(text.line("   differs: ", text.words(changes_in_words(checked.verdict))))
        self.update(text.lines(rows))
        self.display = True

    def say(self, words: str) -> None:
        """Show a sentence of our own."""
        self.update(Content.styled(f" {words}", "$quiet"))
        self.display = True


def verdict(checked: CheckedQuotation) -> Content:
    """ "= exact", with its sign, in its colour."""
    colour = COLOURS.get(checked.standing, "$quiet")
    return Content.styled(verdict_in_words(checked), f"bold {colour}")


def verdict_row(checked: CheckedQuotation, width: int, at_hand: bool) -> Content:
    """A quotation in one line, its verdict first, as it stands under its paragraph."""
    mark = ("▸ " if at_hand else "  ", "bold $accent")
    words = text.words(f"“{checked.quotation.text}”", "$quiet")
    return text.fit(text.line(mark, verdict(checked), "  ", words), width)


def _nowhere(checked: CheckedQuotation) -> str:
    if checked.own_words:
        return "words of their own, found in no document held"
    if checked.unsettled:
        return "the letter that the article is on is not in the library"
    return "found in no document held of this council"
