"""What became of one file that was to be taken into a library."""

from typing import Literal

import msgspec

from store.model.document import Document

OutcomeStatus = Literal["added", "unchanged", "replaced", "failed"]


class Outcome(msgspec.Struct, frozen=True):
    """What became of one file."""

    path: str
    status: OutcomeStatus
    id: str | None = None
    document: Document | None = None
    """The document, where it was read: not for a file whose bytes the library had."""
    code: str | None = None
    message: str | None = None

    @property
    def ok(self) -> bool:
        return self.status != "failed"
