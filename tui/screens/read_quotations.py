"""What reading an article does about its quotations: checks them behind the screen, walks them."""

from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.worker import get_current_worker

from store.checking.articles import CheckedQuotation, QuotationChecker, quotes
from store.checking.verdicts import VERDICTS
from store.library import Library, LibraryError
from store.model.document import Document
from store.selection.findings import citation
from tui.keys import bind
from tui.panes.document import DocumentPane
from tui.panes.quotation import QuotationNote
from tui.screens.reads_document import ReadsDocument


class FollowsQuotations(ReadsDocument):
    """A screen with a document and, if that is an article, its quotations with their verdicts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("quotation", "quotation(1)"),
        bind("former-quotation", "quotation(-1)"),
        bind("quotation-source", "quotation_source"),
        bind("coverage", "coverage"),
    ]

    _theme_names: dict[str, str]
    checked: tuple[CheckedQuotation, ...] = ()
    """The quotations in order, once they are checked."""
    at_hand: int | None = None
    """Which of them is told of."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys for quotations are there only where something is quoted."""
        if action in ("quotation", "quotation_source"):
            return bool(self.document.quotations) and self.library is not None
        if action == "coverage":
            return self.library is not None
        return super().check_action(action, parameters)

    def begin_checking(self) -> None:
        """Check the quotations, if there are any to check."""
        if self.document.quotations and self.library is not None:
            self.query_one(QuotationNote).say("The quotations are being checked …")
            self._check(self.library)

    @work(thread=True, exclusive=True, group="quotations", exit_on_error=False)
    def _check(self, library: Library) -> None:
        worker = get_current_worker()
        try:
            checker = QuotationChecker(library)
            found = checker.check(self.document.id, lambda: not worker.is_cancelled)
        except LibraryError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._tell_of_failure, str(error))
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._use_checked, found)

    def _tell_of_failure(self, reason: str) -> None:
        self.query_one(QuotationNote).say("The quotations could not be checked.")
        self.notify(reason, severity="warning", markup=False)

    def _use_checked(self, found: list[CheckedQuotation]) -> None:
        self.checked = tuple(found)
        pane = self.query_one(DocumentPane)
        pane.show_quotations(self.checked, self.at_hand)
        self._follow_cursor()

    # Which is told of

    @on(DocumentPane.Moved)
    def _follow_cursor(self) -> None:
        """Tell of the first quotation of the sentence, or else of its paragraph, unless another
        of it is at hand."""
        if not self.checked:
            return
        here = self.query_one(DocumentPane).sentences_here()
        inside = [n for n, c in enumerate(self.checked) if c.quotation.sentence in here]
        own = [n for n in inside if self.checked[n].quotation.sentence == self.sentence]
        inside = own or inside
        if inside and self.at_hand not in inside:
            self._take(inside[0])
        elif not inside:
            self._take(None)

    def _take(self, number: int | None) -> None:
        self.at_hand = number
        self.query_one(DocumentPane).show_quotations(self.checked, number)
        note = self.query_one(QuotationNote)
        if number is None:
            note.say(f"{self._counts()}. u walks through them.")
            return
        checked = self.checked[number]
        count = f"{number + 1} of {len(self.checked)}"
        note.tell(checked, self._source_in_words(checked), count)

    def _counts(self) -> str:
        told = [c.standing for c in self.checked]
        counts = [f"{told.count(word)} {word}" for word in VERDICTS]
        rest = [(told.count(word), word) for word in ("own words", "letter not held")]
        counts += [f"{count} {word}" for count, word in rest if count]
        return "Quotations: " + ", ".join(counts)

    def _source_in_words(self, checked: CheckedQuotation) -> str | None:
        found = self._source_of(checked)
        if found is None:
            return None
        document, number = found
        return citation(document, document.sentences[number])

    def _source_of(self, checked: CheckedQuotation) -> tuple[Document, int] | None:
        verdict = checked.verdict
        if self.library is None or verdict.document is None or verdict.sentence is None:
            return None
        try:
            document = self.library.document(verdict.document)
        except (LibraryError, KeyError):
            return None
        return (document, verdict.sentence) if verdict.sentence < len(document.sentences) else None

    # Commands

    def action_quotation(self, by: int) -> None:
        """To the next or former quotation, round at the ends."""
        if not self.checked:
            self.notify("The quotations are still being checked.", timeout=2)
            return
        if self.at_hand is not None:
            number = (self.at_hand + by) % len(self.checked)
        else:
            number = self._nearest(by)
        self._take(number)
        self.go_to_sentence(self.checked[number].quotation.sentence)

    def action_coverage(self) -> None:
        """This article beside its letter, or this letter beside an article on it."""
        from store.checking.coverage import articles_on
        from tui.screens.opening_coverage import open_coverage

        library, document = self.library, self.document
        if library is None:
            return
        if document.id in library.records and quotes(library.records[document.id]):
            articles, letter = [library.records[document.id]], None
        else:
            articles = articles_on(document, library.records.values(), library.visits)
            letter = document.id
        open_coverage(self.app, library, self._theme_names, articles, letter)

    def _nearest(self, by: int) -> int:
        here = self.sentence
        places = [checked.quotation.sentence for checked in self.checked]
        if by > 0:
            return next((n for n, place in enumerate(places) if place > here), 0)
        return next((n for n in reversed(range(len(places))) if places[n] < here), len(places) - 1)

    def action_quotation_source(self) -> None:
        """Read the passage that the quotation at hand is from."""
        if self.at_hand is None:
            self.notify("There is no quotation here; u goes to the next.", timeout=3)
            return
        found = self._source_of(self.checked[self.at_hand])
        if found is None:
            self.notify("This quotation was found in no document held.", timeout=3)
            return
        self.read_other(*found)
