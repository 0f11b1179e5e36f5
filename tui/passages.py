"""Where in a letter or report the passage of something checked stands, and how to show it."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from store.checking.articles import CheckedQuotation
from store.checking.changes import differences_in_words
from store.library import Library, LibraryError, Record
from store.library.record import CONCERNS
from store.model.document import Document
from store.selection.findings import citation, place_in_words
from tui.covering import figure_in_words, letter_in_words
from tui.panes.check_rows import Check


class Passage(NamedTuple):
    """A document with the sentence to show of it."""

    document: Document
    title: str
    sentence: int | None
    marked: Set[int] = frozenset()
    """The sentences that tell of concerns."""
    words: str = ""
    """To be marked wherever they stand."""
    note: str = ""
    """What is to be known of it, in a few words."""


class Passages:
    """Finds them for the checks of one article."""

    def __init__(self, library: Library, article: Document) -> None:
        self._library = library
        self._article = article
        self.letter: Document | None = None
        """What the article is compared with."""

    def of(self, check: Check | None) -> Passage | None:
        """The passage of a check; the letter without one where there is none."""
        if check is not None and check.quotation is not None:
            source = self._source(check.quotation)
            if source is not None:
                words = check.quotation.quotation.text.strip(" .,;:")
                elsewhere = self.letter is None or source[0].id != self.letter.id
                note = "another document than the letter" if elsewhere else ""
                return self._passage(*source, words, note)
            missing = check.quotation.standing == "not found"
            note = "not found in any document held" if missing else ""
            return self._passage(self.letter, None, "", note) if self.letter else None
        if self.letter is None:
            return None
        if check is not None and check.figure is not None:
            note = "" if check.figure.sentence is not None else "this figure is not in the letter"
            return self._passage(self.letter, check.figure.sentence, "", note)
        if check is not None and check.concern is not None:
            return self._passage(self.letter, check.concern, "", "left out by the article")
        return self._passage(self.letter, None, "", "")

    def _passage(self, document: Document, sentence: int | None, words: str, note: str) -> Passage:
        record = self._library.records.get(document.id)
        title = letter_in_words(record) if record else "Letter"
        marked = {
            index for index, each in enumerate(document.sentences) if each.polarity in CONCERNS
        }
        return Passage(document, title, sentence, marked, words, note)

    def source(self, check: Check) -> str:
        """Where a quotation was found, in a few words."""
        if check.quotation is None:
            return ""
        found = self._source(check.quotation)
        if found is None:
            return ""
        document, sentence = found
        if self.letter is not None and document.id == self.letter.id:
            return place_in_words(document, document.sentences[sentence], short=True)
        return f"from: {citation(document, document.sentences[sentence])}"

    def count_in_words(self, record: Record, checked: Sequence[CheckedQuotation] | None) -> str:
        """How many of the article's quotations were found in a document."""
        count = sum(each.verdict.document == record.id for each in checked or ())
        return f"{count} of its quotations found here" if count else "none of its quotations here"

    def to_copy(self, check: Check | None) -> str:
        """A check in words, with the citations of the article and of the letter."""
        if check is None:
            return ""
        found = self.of(check)
        there = self._cited(found.document, found.sentence) if found else ""
        if check.quotation is not None:
            quotation, verdict = check.quotation.quotation, check.quotation.verdict
            differing = differences_in_words(verdict.difference, verdict.cut_off, 20)
            changes = f" ({differing})" if differing else ""
            here = citation(self._article, self._article.sentences[quotation.sentence])
            words = f"“{quotation.text}” ({here}): {check.quotation.standing}{changes}"
            return f"{words}; {there}" if there else f"{words}."
        if check.figure is not None:
            figure = check.figure
            here = citation(self._article, self._article.sentences[figure.figure.sentence])
            words = f"{figure_in_words(figure)} ({here}): {figure.verdict}"
            return f"{words}; {there}" if there else f"{words}."
        return there

    @staticmethod
    def _cited(document: Document, sentence: int | None) -> str:
        if sentence is None:
            return ""
        told = document.sentences[sentence]
        return f"“{told.text}” ({citation(document, told)})"

    def _source(self, checked: CheckedQuotation) -> tuple[Document, int] | None:
        verdict = checked.verdict
        if verdict.document is None or verdict.sentence is None:
            return None
        try:
            document = self._library.document(verdict.document)
        except (LibraryError, KeyError):
            return None
        return (document, verdict.sentence) if verdict.sentence < len(document.sentences) else None
