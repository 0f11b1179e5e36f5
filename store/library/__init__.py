"""The library: every document read, kept in TinyDB.

`library.json` is TinyDB over a journal (`JournalStorage`): the cards of all documents and the
schema version, a line a change. Each document lies in a TinyDB file of its own in the folder
beside it, written once, so that keeping one costs what that one costs, and opening reads the
cards alone. `library.backups` holds the last five good states.
"""

from store.library.corrections import Corrections, CorrectionsError, Placed
from store.library.councils import CouncilCard
from store.library.journal import JournalStorage
from store.library.library import Library, LibraryError, Status
from store.library.lock import LibraryBusy
from store.library.record import Record

__all__ = [
    "Corrections",
    "CorrectionsError",
    "CouncilCard",
    "JournalStorage",
    "Library",
    "LibraryBusy",
    "LibraryError",
    "Placed",
    "Record",
    "Status",
]
