"""From a sentence that is read to where an earlier visit told of the same concern."""

from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.worker import get_current_worker

from store.library import Library, LibraryError
from store.model.document import Document
from tui.keys import bind
from tui.screens.reads_document import ReadsDocument


class FollowsEarlier(ReadsDocument):
    """A screen with a document, one sentence of it at hand."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("earlier", "earlier")]

    def action_earlier(self) -> None:
        """Read the earlier sentence; escape comes back. A large council takes a moment."""
        if self.library is None or not self.document.sentences:
            self.notify("No earlier visit is known here.", timeout=3)
            return
        council = self.document.council_of(self.document.sentences[self.sentence])
        if council is None:
            self.notify("This document names no council.", timeout=3)
            return
        self._look_back(self.library, council, f"{self.document.id}:{self.sentence}")

    @work(thread=True, exclusive=True, group="earlier", exit_on_error=False)
    def _look_back(self, library: Library, council: str, finding: str) -> None:
        from store.repeats.known import KnownRepeats

        worker = get_current_worker()
        known = KnownRepeats(library.document, library.visits)
        earlier = known.of(council, lambda: not worker.is_cancelled).earlier.get(finding)
        document = None
        if earlier is not None and not worker.is_cancelled:
            id, _, number = earlier.rpartition(":")
            try:
                document = library.document(id), int(number)
            except (LibraryError, KeyError) as error:
                self.app.call_from_thread(self._say_why_not, str(error))
                return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._go_back_to, document)

    def _go_back_to(self, earlier: tuple[Document, int] | None) -> None:
        if earlier is None:
            self._say_why_not("No earlier visit is known to have told of this.")
        else:
            self.read_other(*earlier)

    def _say_why_not(self, reason: str) -> None:
        self.notify(reason, timeout=3, markup=False)
