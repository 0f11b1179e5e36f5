"""The cards of a library, as the journal's changes leave them."""

import contextlib
import gc
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from store.library.record import Record

TABLE: Final = "documents"
"""The table of cards."""


class Card(Record, frozen=True, kw_only=True):
    """A record as it is kept: with the name of its document's file."""

    file: str = ""


class _Meta(msgspec.Struct, frozen=True):
    schema: int


class _Patch(msgspec.Struct, frozen=True):
    meta: dict[str, _Meta | None] | None = {}
    documents: dict[str, Card | None] | None = {}


_patch = msgspec.json.Decoder(_Patch)


@contextlib.contextmanager
def without_collecting() -> Iterator[None]:
    """Look for no garbage meanwhile: thousands of records are made, and all of them stay."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class Cards:
    """Cards by document, with what finds one by its row, bytes or path."""

    def __init__(self) -> None:
        self.records: dict[str, Record] = {}
        """Document id -> card, in the order of their rows, which a card keeps when it changes.
        Never changed, only replaced, for others walk through it."""
        self.files: dict[str, str] = {}
        self.rows: dict[str, int] = {}
        self.by_sha256: dict[str, str] = {}
        self.by_path: dict[str, str] = {}
        self.schema: int | None = None
        self._ids: dict[int, str] = {}
        self.next_row = 1

    def take(self, patches: Iterable[bytes]) -> None:
        """Follow these changes of the journal.

        Raises:
            msgspec.ValidationError: a card is not of this version.
        """
        records = dict(self.records)
        with without_collecting():
            if not self._take(patches, records):
                # What ties is shown in this order: a card made anew must not go to the end.
                records = dict(sorted(records.items(), key=lambda held: self.rows[held[0]]))
        self.records = records

    def _take(self, patches: Iterable[bytes], records: dict[str, Record]) -> bool:
        """Whether the records are in the order of their rows afterwards."""
        ordered = True
        for patch in patches:
            changes = _patch.decode(patch)
            for meta in (changes.meta or {}).values():
                self.schema = meta.schema if meta else self.schema
            if changes.documents is None:
                for number in list(self._ids):
                    self._drop(number, records)
                continue
            for key, card in changes.documents.items():
                number = int(key)
                self._drop(number, records)
                if card is not None:
                    ordered = ordered and number >= self.next_row and card.id not in records
                    self._put(number, card, records)
        return ordered

    def _put(self, number: int, card: Card, records: dict[str, Record]) -> None:
        id = card.id
        records[id] = card
        self.files[id] = card.file or f"{id}.json"
        self.rows[id] = number
        self._ids[number] = id
        self.next_row = max(self.next_row, number + 1)
        self.by_sha256[card.sha256] = id
        self.by_path[card.path] = id

    def _drop(self, number: int, records: dict[str, Record]) -> None:
        id = self._ids.pop(number, None)
        if id is None or self.rows.get(id) != number:
            return
        record = records.pop(id)
        del self.rows[id], self.files[id]
        if self.by_sha256.get(record.sha256) == id:
            del self.by_sha256[record.sha256]
        if self.by_path.get(record.path) == id:
            del self.by_path[record.path]
