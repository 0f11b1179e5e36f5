"""Opens a library, keeps documents in it and hands them out."""

import contextlib
from collections.abc import Callable, Iterator, MutableMapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Literal

from tinydb.table import Document as Row

from store.library.cards import TABLE, Card
from store.library.corrections import Corrections
from store.library.failure import LibraryError
from store.library.lock import writing
from store.library.migrations import SCHEMA
from store.library.open_library import OpenLibrary
from store.library.record import Record
from store.library.slim import slim
from store.library.table import JournalTable
from store.model.document import Document
from store.refusal import refusal

Status = Literal["added", "unchanged", "replaced"]

__all__ = ["SCHEMA", "Library", "LibraryError", "Status"]

_NOT_KEPT: Final = "The library {} cannot be written: {}. Nothing already in it was lost."


class Library(OpenLibrary):
    """The documents of one library file, to be read and changed.

    Changes are made inside `changing()`, one process at a time.
    """

    def __init__(self, path: Path, *, only_read: str | None = None) -> None:
        super().__init__(path, only_read=only_read)
        self.corrections = Corrections(self)
        """What readers say of its sentences."""

    def changed(self) -> bool:
        """Whether another process has changed it since; costs a look at two files."""
        return super().changed() or (not self._writes and self.corrections.changed())

    def refresh(self) -> None:
        """Follow what other processes have changed.

        Raises:
            LibraryError: it cannot be read any more.
        """
        self.corrections.forget()
        super().refresh()

    def _document(self, id: str) -> Document:
        return self.corrections.on(self.as_kept(id))

    @contextlib.contextmanager
    def changing(self, wait: float = 5.0) -> Iterator[None]:
        """Hold the writer's lock, on the newest state of the file.

        Raises:
            LibraryBusy: another process writes.
            LibraryError: the library is of a newer version, or its folder cannot be written.
        """
        if self.read_only:
            raise LibraryError(self.read_only)
        if self._older:  # it is brought forward first, which takes the lock itself
            self.refresh()
        lock = writing(self.path, wait)
        try:
            lock.__enter__()
        except OSError as error:
            raise LibraryError(_NOT_KEPT.format(self.path, refusal(error, self.path))) from error
        with contextlib.ExitStack() as stack:
            stack.push(lock)
            self.refresh()
            if self._older:
                raise LibraryError(
                    f"The library {self.path} is of an earlier version and could not be brought "
                    "to this one; try again when no other process uses it."
                )
            self._writes, self._saved_before = True, False
            try:
                yield
            finally:
                self._compact_if_wasteful()
                self._writes = False

    def _compact_if_wasteful(self) -> None:
        if self.journal.lines < 2 * len(self) + 100 or not self.journal.wasteful:
            return
        with contextlib.suppress(OSError):
            self.compact()

    def compact(self) -> None:
        """Write the live cards alone, in a single step; inside `changing()`.

        Raises:
            OSError: the disk is full; the library is as it was.
        """
        self.journal.compact()
        position, _ = self.journal.patches_since(self._position)
        self._position = position

    def replace_all(self, tables: dict[str, dict[str, Any]]) -> None:
        """Make these the library's tables, in a single step; inside `changing()`.

        Raises:
            OSError: they cannot be written; the library is as it was.
        """
        before = set(self.cards.files.values())
        self.journal.compact(tables)
        self._follow()
        for gone in before - set(self.cards.files.values()):
            self.papers.remove(gone)

    def knows(self, sha256: str, path: str) -> Status:
        """What keeping a file of these bytes at this path would be."""
        if sha256 in self.cards.by_sha256:
            return "unchanged"
        return "replaced" if self._at(path) else "added"

    def keep(self, document: Document) -> Status:
        """Keep a document; inside `changing()`. The same bytes again change nothing.

        Raises:
            LibraryError: the disk is full or the folder cannot be written.
        """
        status = self.knows(document.source.sha256, document.source.path)
        if status == "unchanged" and self.records[document.id].model == document.model:
            return "unchanged"
        self._put(document, _now(), self._at(document.source.path))
        return status if status != "unchanged" else "replaced"

    def keep_labels(self, document: Document) -> None:
        """Keep a document that the library has, labelled anew; inside `changing()`.

        Raises:
            LibraryError: the disk is full or the folder cannot be written.
        """
        self._put(document, self.records[document.id].added, None)

    def recount(self, id: str) -> None:
        """Let a document's card follow its corrections; inside `changing()`.

        Raises:
            OSError: the disk is full or the folder cannot be written.
        """
        with contextlib.suppress(LibraryError):  # a damaged document keeps the card it has
            document = self.as_kept(id)
            self._store(self.corrections.card_of(document, self.records[id].added), None)

    def remove(self, id: str) -> None:
        """Take a document out of the library; inside `changing()`. Its source stays.

        Raises:
            KeyError: the library has no such document.
            LibraryError: the folder cannot be written.
        """
        number, file = self.cards.rows[id], self.cards.files[id]
        with self._kept_or_told():
            self._save_before()
            self._rows.remove(doc_ids=[number])
            self._follow()
        self.papers.remove(file)

    def take_in(self, name: str, added: str = "") -> None:
        """Make the card of a document anew from its file, which is there; inside `changing()`.

        Raises:
            PaperDamaged: the file is no document, or it is not as it was written.
            LibraryError: the folder cannot be written.
        """
        with self._kept_or_told():
            document = self.papers.read(name)
            card = self.corrections.card_of(document, added or _now())
            self._store(card, None, name)

    def _put(self, document: Document, added: str, replaced: Record | None) -> None:
        with self._kept_or_told():
            self._save_before()
            file = self.papers.write(document)
            try:
                card = self.corrections.card_of(document, added, replaced)
                self._store(card, replaced, file)
            except BaseException:
                if self.cards.files.get(document.id) != file:
                    self.papers.remove(file)
                raise

    def _store(self, record: Record, replaced: Record | None, file: str | None = None) -> None:
        """Keep a card, in the place of one that it replaces, with the file of its document."""
        self._save_before()
        cards = self.cards
        before = {
            id: cards.files[id]
            for id in (record.id, replaced.id if replaced else record.id)
            if id in cards.rows
        }
        name = file or cards.files[record.id]
        card = Card(**{**_fields(record), "file": name})
        numbers = [cards.rows[id] for id in before]
        with self.journal.along(*([self.papers.path / name] if file else [])):
            if numbers:
                # A replaced document hands its place to the new one, in one change.
                self._rows.update(_becoming(slim(card)), doc_ids=numbers[-1:])
            else:
                self._rows.insert(Row(slim(card), doc_id=cards.next_row))
        if numbers[:-1]:
            self._rows.remove(doc_ids=numbers[:-1])
        self._follow()
        for gone in set(before.values()) - {name}:
            self.papers.remove(gone)

    @property
    def _rows(self) -> JournalTable:
        table = self._db.table(TABLE, cache_size=0)
        assert isinstance(table, JournalTable)
        return table

    def _follow(self) -> None:
        """What was just committed is what the library holds."""
        with self._guard:
            self._take()
        self.document.cache_clear()

    def _save_before(self) -> None:
        """Take a backup before the first change of a run, if one is due."""
        if self._saved_before:
            return
        self._saved_before = True
        if self.cards.schema is None:
            self._db.table("meta").insert(Row({"schema": SCHEMA}, doc_id=1))
            return
        from store.library.backups import is_due, take_backup

        if len(self) and not self.journal.damaged and is_due(self.path):
            with contextlib.suppress(OSError):  # a backup that fails keeps nobody from working
                take_backup(self.path)

    @contextlib.contextmanager
    def _kept_or_told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise LibraryError(_NOT_KEPT.format(self.path, refusal(error, self.path))) from error

    def _at(self, path: str) -> Record | None:
        id = self.cards.by_path.get(path)
        return self.records[id] if id else None


def _fields(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__struct_fields__}


def _becoming(fields: dict[str, Any]) -> Callable[[MutableMapping[str, Any]], None]:
    def become(row: MutableMapping[str, Any]) -> None:
        row.clear()
        row.update(fields)

    return become


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
