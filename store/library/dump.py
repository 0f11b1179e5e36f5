"""A whole library as one ordinary TinyDB file, and back.

    {"meta": {"1": {"schema": 2, "dump": 1}},
     "documents": {"1": {"id": …, "added": …, "revision": …, "sentences": [{"text": …, …}], …}, …},
     "corrections": {…}}

A row of `documents` is a whole document with its text and every field, so that plain TinyDB
finds what it is asked for: `db.table("documents").search(where("kind") == "article")`. Other
tables, such as the corrections, go along as they are.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from store.library.backups import BESIDE, take_backup
from store.library.cards import TABLE
from store.library.durable import FILE_MODE, new_token, sync_files, sync_folder
from store.library.failure import LibraryError
from store.library.library import Library
from store.library.migrations import SCHEMA
from store.library.record import record_of
from store.library.slim import slim
from store.library.storage import AtomicStorage, StorageDamaged, Tables
from store.model.document import Document
from store.refusal import refusal

DUMP: Final = 1
"""Version of the shape of a dump."""


class _Meta(msgspec.Struct):
    schema: int = 0
    dump: int = 0


class _Dumped(Document, frozen=True, kw_only=True):
    """A document as a dump has it."""

    added: str
    revision: str = ""


class _File(msgspec.Struct):
    meta: dict[str, _Meta]
    documents: dict[str, msgspec.Raw] = {}


def dump(library: Library, file: Path) -> int:
    """Write a library into one TinyDB file, whole or not at all; the number of documents.

    Raises:
        LibraryError: a document is missing or damaged, or the file cannot be written.
    """
    fresh = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE)
        with os.fdopen(handle, "wb") as out:
            for piece in _pieces(library):
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(file)
        sync_folder(file.parent)
    except BaseException as error:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise LibraryError(f"{file} cannot be written: {refusal(error, file)}.") from error
        if isinstance(error, StorageDamaged):
            raise LibraryError(f"{file} cannot be written: {error}.") from error
        raise
    return len(library)


def _pieces(library: Library) -> Iterator[bytes]:
    encode = msgspec.json.encode
    yield b'{"meta":%b,\n"documents":{' % encode({"1": _Meta(SCHEMA, DUMP)})
    for count, (id, record) in enumerate(library.records.items()):
        fields = msgspec.to_builtins(library.as_kept(id))
        row = {**fields, "added": record.added, "revision": record.revision}
        yield b'%b\n"%d":%b' % (b"," if count else b"", library.cards.rows[id], encode(row))
    yield b"\n}"
    for name, table in _others(library):
        yield b",\n%b:%b" % (encode(name), encode(table))
    yield b"}\n"


def _others(library: Library) -> Iterator[tuple[str, Any]]:
    for name, table in (library.journal.read() or {}).items():
        if name not in ("meta", TABLE):
            yield name, table
    for ending in BESIDE:
        for name, table in (AtomicStorage(library.path.with_suffix(ending)).read() or {}).items():
            yield (f"{ending.split('.')[1]}-meta" if name == "meta" else name), table


def load(library: Library, file: Path) -> int:
    """Make a library what a dump says, whole or not at all; the number of documents.

    What the library held before is kept as a backup. Call it outside `changing()`.

    Raises:
        LibraryBusy: another process writes to the library.
        LibraryError: the file is no dump, or the library cannot be written.
    """
    dumped, others = _read(file)
    with library.changing():
        written: list[str] = []
        before = {path: AtomicStorage(path).read() for path, _ in others.beside(library.path)}
        try:
            if library.journal.is_journal:
                take_backup(library.path)
            rows = _cards(library, dumped, written)
            sync_files([library.papers.path / name for name in written])
            for path, tables in others.beside(library.path):
                AtomicStorage(path).write(tables)
            inside = {n: t for n, t in others.tables.items() if n not in others.outside}
            library.replace_all({"meta": {"1": {"schema": SCHEMA}}, TABLE: rows, **inside})
        except (OSError, ValueError) as error:
            for path, kept in before.items():
                with contextlib.suppress(OSError):
                    AtomicStorage(path).write(kept or {})
            for name in set(written) - set(library.cards.files.values()):
                library.papers.remove(name)
            raise LibraryError(
                f"{file} was not loaded: {error}. The library {library.path} is as it was."
            ) from error
    return len(rows)


def _cards(library: Library, dumped: _File, written: list[str]) -> dict[str, Any]:
    """Write the documents of a dump, one after another, and give their cards."""
    decoder = msgspec.json.Decoder(_Dumped)
    rows: dict[str, Any] = {}
    seen: set[str] = set()
    for number, raw in dumped.documents.items():
        row = decoder.decode(raw)
        document = Document(**{n: getattr(row, n) for n in Document.__struct_fields__})
        if document.id in seen:
            raise ValueError(f"document {document.id} is in it twice")
        seen.add(document.id)
        written.append(library.papers.write(document))
        card = msgspec.structs.replace(
            record_of(document, row.added), revision=row.revision or new_token()
        )
        rows[str(int(number))] = {**slim(card), "file": written[-1]}
    return rows


class _Others(msgspec.Struct):
    """The tables of a dump beside the documents."""

    tables: dict[str, Any]

    @property
    def outside(self) -> set[str]:
        """The names of those that have a file of their own."""
        names = {ending.split(".")[1] for ending in BESIDE}
        return {each for name in names for each in (name, f"{name}-meta")}

    def beside(self, library: Path) -> list[tuple[Path, Tables]]:
        """The files beside the library's that some of them belong to."""
        found = []
        for ending in BESIDE:
            name = ending.split(".")[1]
            if f"{name}-meta" in self.tables:
                tables = {"meta": self.tables[f"{name}-meta"], name: self.tables.get(name, {})}
                found.append((library.with_suffix(ending), tables))
        return found


def _read(file: Path) -> tuple[_File, _Others]:
    try:
        data = file.read_bytes()
        dumped = msgspec.json.decode(data, type=_File)
        every = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except OSError as error:
        raise LibraryError(f"{file} cannot be read: {refusal(error, file)}.") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LibraryError(f"{file} is no dump of a library: {error}.") from error
    meta = dumped.meta.get("1", _Meta())
    if not meta.dump:
        raise LibraryError(f"{file} is no dump of a library: its meta table does not say so.")
    if meta.dump > DUMP or meta.schema > SCHEMA:
        raise LibraryError(f"{file} was written by a newer version of ofsted-tui: update it.")
    ours = ("meta", TABLE)
    others = {name: msgspec.json.decode(raw) for name, raw in every.items() if name not in ours}
    return dumped, _Others(others)
