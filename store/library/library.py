"""Opens a library, keeps documents in it and hands them out."""

import contextlib
from collections.abc import Callable, Iterator, MutableMapping
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final, Literal

import msgspec
from tinydb import TinyDB
from tinydb.table import Document as Row

from store.library.councils import CouncilCard, council_cards
from store.library.lock import writing
from store.library.record import Record, record_of
from store.library.storage import AtomicStorage, StorageDamaged
from store.library.visits import join_visits
from store.model.document import Document
from store.model.visit import Visit

SCHEMA: Final = 1
"""Version of what is written; a library of a newer one is opened for reading only."""

Status = Literal["added", "unchanged", "replaced"]


class LibraryError(Exception):
    """The library cannot be opened or changed; the message says why and what to do."""


class Library:
    """The documents of one library file.

    Reading needs no lock: every file is replaced whole. Changes are made inside `changing()`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._storage = AtomicStorage(path)
        self._db = TinyDB(storage=lambda: self._storage)
        self._records: dict[str, Record] = {}
        self._load()
        self.document = lru_cache(maxsize=64)(self._document)
        """The document of an id; see `_document`."""

    # Opening

    def _load(self) -> None:
        try:
            meta = self._db.table("meta").get(doc_id=1)
            rows = self._db.table("documents").all()
        except StorageDamaged as error:
            raise LibraryError(str(error)) from error
        except OSError as error:
            raise LibraryError(f"The library {self.path} cannot be read: {error}.") from error
        self.schema = int(meta["schema"]) if isinstance(meta, Row) else SCHEMA
        try:
            self._records = {
                record.id: record for record in (msgspec.convert(row, Record) for row in rows)
            }
        except msgspec.ValidationError as error:
            if self.schema <= SCHEMA:
                raise LibraryError(
                    f"The library {self.path} holds a document card that cannot be read "
                    f"({error}). Add its files to a new library with --library."
                ) from error
            raise LibraryError(self._newer()) from error
        self.__dict__.pop("visits", None)
        self.__dict__.pop("councils", None)

    def refresh(self) -> None:
        """Read the file anew, for another process may have added documents."""
        self._storage.forget()
        self._load()
        self.document.cache_clear()

    @property
    def repaired(self) -> str | None:
        """What was mended at opening, in words."""
        return self._storage.repaired

    @property
    def read_only(self) -> str | None:
        """Why nothing can be kept in it; None if documents can."""
        return self._newer() if self.schema > SCHEMA else None

    def _newer(self) -> str:
        return (
            f"The library was written by a newer version of ofsted-tui (schema {self.schema}, this "
            f"one knows {SCHEMA}): it can be read, not changed. Update ofsted-tui to change it."
        )

    # What it holds

    @property
    def records(self) -> dict[str, Record]:
        """Document id -> card."""
        return self._records

    def __len__(self) -> int:
        return len(self._records)

    @cached_property
    def visits(self) -> list[Visit]:
        """Every visit, councils by name, newest first."""
        return join_visits(self._records.values())

    @cached_property
    def councils(self) -> list[CouncilCard]:
        """One card a council, by name."""
        return council_cards(self._records.values(), self.visits)

    def visit_of(self, document: str, council: str | None = None) -> Visit | None:
        """The visit that a document reports on, of this council if it tells of several."""
        for visit in self.visits:
            if document in visit.documents and council in (None, visit.council):
                return visit
        return None

    def _document(self, id: str) -> Document:
        """The whole document.

        Raises:
            LibraryError: its file is missing or damaged.
        """
        try:
            tables = AtomicStorage(self._file(id), keep_last=False).read()
            if tables is None:
                raise FileNotFoundError(self._file(id).name)
            fields: dict[str, Any] = dict(tables["document"]["1"])
            fields["sentences"] = [
                row for _, row in sorted(tables["sentences"].items(), key=lambda kv: int(kv[0]))
            ]
            return msgspec.convert(fields, Document)
        except (StorageDamaged, OSError, KeyError, ValueError, TypeError) as error:
            raise LibraryError(
                f"The file of document {id} is missing or damaged ({error}); add "
                f"{self._records[id].path if id in self._records else 'its source'} again."
            ) from error

    def _file(self, id: str) -> Path:
        return self.path.with_suffix(".documents") / f"{id}.json"

    # Changing

    @contextlib.contextmanager
    def changing(self, wait: float = 5.0) -> Iterator[None]:
        """Hold the writer's lock, on the newest state of the file.

        Raises:
            LibraryBusy: another process writes.
            LibraryError: the library is of a newer version.
        """
        if self.read_only:
            raise LibraryError(self.read_only)
        with writing(self.path, wait):
            self.refresh()
            yield

    def knows(self, sha256: str, path: str) -> Status:
        """What keeping a file of these bytes at this path would be."""
        if any(record.sha256 == sha256 for record in self._records.values()):
            return "unchanged"
        return "replaced" if self._at(path) else "added"

    def keep(self, document: Document) -> Status:
        """Keep a document; inside `changing()`. The same bytes again change nothing.

        Raises:
            LibraryError: the disk is full or the folder cannot be written.
        """
        status = self.knows(document.source.sha256, document.source.path)
        if status == "unchanged" and self._records[document.id].model == document.model:
            return "unchanged"
        replaced = self._at(document.source.path)
        self._put(document, _now(), replaced)
        if replaced is not None and replaced.id != document.id:
            self._file(replaced.id).unlink(missing_ok=True)
        return status if status != "unchanged" else "replaced"

    def keep_labels(self, document: Document) -> None:
        """Keep a document that the library has, labelled anew; inside `changing()`.

        Raises:
            LibraryError: the disk is full or the folder cannot be written.
        """
        self._put(document, self._records[document.id].added, None)

    def _put(self, document: Document, added: str, replaced: Record | None) -> None:
        try:
            self._write(document)
            import secrets  # looking does not need it

            record = record_of(document, added)
            record = msgspec.structs.replace(record, revision=secrets.token_hex(6))
            self._store(record, replaced)
        except OSError as error:
            raise LibraryError(
                f"The library {self.path} cannot be written: {error}. Nothing already in it was "
                "lost."
            ) from error

    def _at(self, path: str) -> Record | None:
        return next((r for r in self._records.values() if r.path == path), None)

    def _write(self, document: Document) -> None:
        fields = msgspec.to_builtins(document)
        sentences = fields.pop("sentences")
        tables = {
            "document": {"1": fields},
            "sentences": {str(number): row for number, row in enumerate(sentences, 1)},
        }
        AtomicStorage(self._file(document.id), keep_last=False).write(tables)

    def _store(self, record: Record, replaced: Record | None) -> None:
        cards = self._db.table("documents", cache_size=0)
        if not self._storage.read():
            self._db.table("meta").insert(Row({"schema": SCHEMA}, doc_id=1))
        fields = msgspec.to_builtins(record)
        former = {record.id, replaced.id if replaced else record.id}
        known = [row.doc_id for row in cards if row["id"] in former]
        if known:
            # A replaced document hands its place to the new one, in one write.
            cards.update(_becoming(fields), doc_ids=known[:1])
        else:
            cards.insert(fields)
        if replaced is not None:
            self._records.pop(replaced.id, None)
        self._records[record.id] = record
        self.document.cache_clear()
        self.__dict__.pop("visits", None)
        self.__dict__.pop("councils", None)


def _becoming(fields: dict[str, Any]) -> Callable[[MutableMapping[str, Any]], None]:
    def become(row: MutableMapping[str, Any]) -> None:
        row.clear()
        row.update(fields)

    return become


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
