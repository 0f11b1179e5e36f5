"""A library as it is read: its cards, visits, councils and documents."""

import contextlib
from functools import cached_property, lru_cache
from pathlib import Path
from threading import RLock
from typing import Final

import msgspec
from tinydb import TinyDB

from store.library.cards import Cards, without_collecting
from store.library.councils import CouncilCard, council_cards
from store.library.failure import LibraryError
from store.library.folder import PaperFolder
from store.library.journal import JournalDamaged, JournalStorage
from store.library.migrations import SCHEMA
from store.library.opening import documents_folder, open_journal, why_read_only
from store.library.papers import PaperDamaged
from store.library.record import Record
from store.library.table import JournalTable
from store.library.visits import join_visits
from store.model.document import Document
from store.model.visit import Visit

REMOVED: Final = ""
"""In the place of a file's name: the document was taken out of the library."""


class _Database(TinyDB):
    table_class = JournalTable


class OpenLibrary:
    """The documents of one library file, as they were when it was opened or last refreshed.

    Reading needs no lock: what is written is added or replaced whole.
    """

    def __init__(self, path: Path, *, only_read: str | None = None) -> None:
        """Args:
        path: the library's file.
        only_read: why it is opened for reading only, in words; None if it may be changed.
        """
        self.path = path
        self._only_read = only_read
        self.papers = PaperFolder(documents_folder(path))
        """The documents' files."""
        self._guard = RLock()
        self._writes = False
        self._saved_before = False
        self._notes: list[str] = []
        self._load()
        self.document = lru_cache(maxsize=24)(self._document)
        """The document of an id; see `_document`."""

    # Opening

    def _load(self) -> None:
        opened = open_journal(self.path, mend=not self._only_read)
        self.journal: JournalStorage = opened.storage
        """The cards' file."""
        self._db = _Database(storage=lambda: self.journal)
        self._notes += opened.notes
        self._older = opened.instead is not None
        self.cards = Cards()
        self._position = ("", 0)
        self._take(opened.instead)

    def _take(self, instead: bytes | None = None) -> None:
        position, patches = self.journal.patches_since(self._position)
        if position[0] != self._position[0]:
            self.cards = Cards()
        cards = self.cards
        try:
            cards.take(patches if instead is None else [instead])
        except msgspec.ValidationError as error:
            if (cards.schema or 0) > SCHEMA:
                raise LibraryError(self._newer(cards.schema)) from error
            raise LibraryError(
                f"The library {self.path} holds a document card that cannot be read ({error}). "
                "`ofsted-tui library restore` puts a backup in its place."
            ) from error
        self._position = position
        self._forget()

    def _forget(self) -> None:
        self.__dict__.pop("visits", None)
        self.__dict__.pop("councils", None)

    def changed(self) -> bool:
        """Whether another process has changed it since; costs one look at the file."""
        return not self._writes and self.journal.changed()

    def refresh(self) -> None:
        """Follow what other processes have changed.

        Raises:
            LibraryError: it cannot be read any more.
        """
        with self._guard:
            try:
                if not self.journal.is_journal:
                    self._load()
                elif self.journal.catch_up():
                    self._take()
            except (JournalDamaged, OSError) as error:
                raise LibraryError(f"The library {self.path} cannot be read: {error}.") from error
        self.document.cache_clear()

    @property
    def schema(self) -> int:
        """Version of what is in the file."""
        return self.cards.schema or SCHEMA

    @property
    def repaired(self) -> str | None:
        """What was mended at opening, in words."""
        return " ".join(self._notes) or None

    @property
    def read_only(self) -> str | None:
        """Why nothing can be kept in it; None if documents can."""
        if self._only_read:
            return self._only_read
        if self.schema > SCHEMA:
            return self._newer(self.schema)
        return why_read_only(self.path)

    def _newer(self, schema: int | None) -> str:
        return (
            f"The library was written by a newer version of ofsted-tui (schema {schema}, this "
            f"one knows {SCHEMA}): it can be read, not changed. Update ofsted-tui to change it."
        )

    # What it holds

    @property
    def records(self) -> dict[str, Record]:
        """Document id -> card."""
        return self.cards.records

    def __len__(self) -> int:
        return len(self.records)

    @cached_property
    def visits(self) -> list[Visit]:
        """Every visit, councils by name, newest first."""
        with without_collecting():
            return join_visits(self.records.values())

    @cached_property
    def councils(self) -> list[CouncilCard]:
        """One card a council, by name."""
        visits = self.visits
        with without_collecting():
            return council_cards(self.records.values(), visits)

    def visit_of(self, document: str, council: str | None = None) -> Visit | None:
        """The visit that a document reports on, of this council if it tells of several."""
        for visit in self.visits:
            if document in visit.documents and council in (None, visit.council):
                return visit
        return None

    def council_of(self, document: str, index: int) -> str | None:
        """The council whose services a sentence speaks of, by its document's id and its index.

        Raises:
            LibraryError: the document's file is missing or damaged.
        """
        read = self.document(document)
        return read.council_of(read.sentences[index])

    def _document(self, id: str) -> Document:
        return self.as_kept(id)

    def as_kept(self, id: str) -> Document:
        """The whole document as its file has it.

        Raises:
            LibraryError: its file is missing or damaged, or the document was removed meanwhile.
        """
        name = self.cards.files.get(id, f"{id}.json")
        try:
            try:
                return self.papers.read(name)
            except FileNotFoundError:
                newest = self._newest_file(id)
                if newest == REMOVED:
                    words = "This document is no longer in the library: it was removed meanwhile."
                    raise LibraryError(words) from None
                if newest is None or newest == name:
                    raise
                return self.papers.read(newest)
        except (PaperDamaged, OSError) as error:
            raise LibraryError(
                f"The file of document {id} is missing or damaged ({error}); add "
                f"{self.records[id].path if id in self.records else 'its source'} again."
            ) from error

    def file_of(self, id: str) -> Path:
        """Where the file of a document lies."""
        return self.papers.path / self.cards.files[id]

    def _newest_file(self, id: str) -> str | None:
        """The file of a document that another process may have kept anew since; REMOVED if it
        took the document out of the library, None if nothing of that is known."""
        if not self.journal.changed():
            return None if id in self.cards.files else REMOVED
        storage = JournalStorage(self.path)
        with contextlib.suppress(JournalDamaged, OSError, msgspec.ValidationError):
            storage.catch_up()
            now = Cards()
            now.take(storage.patches_since(("", 0))[1])
            return now.files.get(id, REMOVED)
        return None
