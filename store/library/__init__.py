"""The library: every document read, kept in TinyDB.

`library.json` holds the cards of all documents, the corrections and the schema version; each
document lies in a TinyDB file of its own in the folder beside it, so that keeping one costs what
that one costs, and opening reads the cards alone.
"""

from store.library.corrections import Corrections, CorrectionsError, Placed
from store.library.councils import CouncilCard
from store.library.library import Library, LibraryError, Status
from store.library.lock import LibraryBusy
from store.library.record import Record

__all__ = [
    "Corrections",
    "CorrectionsError",
    "CouncilCard",
    "Library",
    "LibraryBusy",
    "LibraryError",
    "Placed",
    "Record",
    "Status",
]
