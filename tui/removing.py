"""Taking a document out of the library from within the app: which one, whether, and doing it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.library import LibraryBusy, LibraryError
from store.library.record import Record
from tui import text
from tui.panes.visit_text import record_in_words
from tui.screens.chooser import Chooser

if TYPE_CHECKING:
    from tui.screens.places import ReturnsToPlace

_REMOVE = "remove"


def remove_one_of(browse: "ReturnsToPlace", records: Sequence[Record]) -> None:
    """Ask which of these documents is to be removed, then whether; and remove it."""
    if len(records) == 1:
        _ask(browse, records[0])
        return

    def take(id: str | None) -> None:
        chosen = next((record for record in records if record.id == id), None)
        if chosen is not None:
            _ask(browse, chosen)

    choices = [(record.id, [text.words(record_in_words(record))]) for record in records]
    browse.app.push_screen(Chooser("Remove which document?", choices), take)


def _ask(browse: "ReturnsToPlace", record: Record) -> None:
    choices = [
        ("", [text.line("Keep it")]),
        (_REMOVE, [
            text.line(("Remove ", "bold $concern"), text.words(record.name, "bold")),
            text.line(("It leaves the library with all that was found in it.", "$quiet")),
            text.line(("The file that it was read from stays.", "$quiet")),
        ]),
    ]  # fmt: skip

    def answer(answered: str | None) -> None:
        if answered == _REMOVE:
            browse.run_worker(
                lambda: _remove(browse, record), thread=True, group="removing", exit_on_error=False
            )

    browse.app.push_screen(Chooser("Remove this document?", choices), answer)


def _remove(browse: "ReturnsToPlace", record: Record) -> None:
    """In a thread: another process may hold the library for some seconds."""
    try:
        with browse.library.changing():
            if record.id in browse.library.records:
                browse.library.remove(record.id)
    except (LibraryBusy, LibraryError, OSError) as error:
        browse.app.call_from_thread(_tell, browse, str(error), "warning")
        return
    browse.app.call_from_thread(browse.load)
    browse.app.call_from_thread(_tell, browse, f"{record.name} is removed from the library.")


def _tell(browse: "ReturnsToPlace", words: str, severity: str = "information") -> None:
    browse.notify(words, severity=severity, timeout=4, markup=False)  # type: ignore[arg-type]
