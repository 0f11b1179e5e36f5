"""Opens the journal of a library: mends what a crash left, brings older versions forward."""

import contextlib
import os
from pathlib import Path
from typing import Final

import msgspec

from store.library.cards import TABLE
from store.library.durable import FOLDER_MODE, sync_folder
from store.library.failure import LibraryError
from store.library.journal import JournalDamaged, JournalStorage
from store.library.lines import patch_of
from store.library.lock import LibraryBusy, holder_file, writing
from store.library.migrations import SCHEMA, Tables, library_forward, schema_of
from store.library.papers import is_whole
from store.library.storage import AtomicStorage, StorageDamaged
from store.refusal import refusal

_FINISHED: Final = "Everything that was added before is there."


class Opened(msgspec.Struct):
    """A library's journal, ready to be read."""

    storage: JournalStorage
    notes: list[str]
    """What was mended or brought forward, in words."""
    instead: bytes | None = None
    """The tables as one patch, where an older library cannot be migrated on the disk."""


def documents_folder(library: Path) -> Path:
    """Where the files of a library's documents lie."""
    return library.with_suffix(".documents")


def why_read_only(library: Path) -> str | None:
    """Why the system lets nothing be written; None if it does, or if nothing is there yet."""
    folder = library.parent
    if folder.exists() and not os.access(folder, os.W_OK):
        return f"The folder {folder} cannot be written: the library can be read, not changed."
    for path in (library, documents_folder(library)):
        if path.exists() and not os.access(path, os.W_OK):
            return f"{path} cannot be written: the library can be read, not changed."
    return None


def open_journal(path: Path, *, mend: bool = True) -> Opened:
    """Open it, mending what can be mended without losing anything if that is let.

    Raises:
        LibraryError: it cannot be read.
    """
    notes: list[str] = []
    storage = JournalStorage(path)
    try:
        _read(storage, notes)
        crashed = holder_file(path).exists()
        if storage.torn or (crashed and not last_is_whole(storage)):
            _mend(storage, notes, mend)
        if not storage.is_journal and storage.read():
            return _forward(storage, notes, mend)
    except (JournalDamaged, StorageDamaged) as error:
        raise LibraryError(
            f"{error}. It was left as it is: `ofsted-tui library restore` puts a backup in its "
            "place."
        ) from error
    except OSError as error:
        raise LibraryError(f"The library {path} cannot be read: {refusal(error, path)}.") from error
    if storage.damaged:
        lines = "One line" if len(storage.damaged) == 1 else f"{len(storage.damaged)} lines"
        notes.append(
            f"{lines} of the library file cannot be read; the rest is shown. `ofsted-tui library "
            "repair` takes back what can be found again."
        )
    return Opened(storage, notes)


def last_is_whole(storage: JournalStorage) -> bool:
    """Whether the documents of the last change are on the disk.

    A change and its files are forced to the disk in the same wait, and the next is not begun
    before: after a power cut only the last can be there in part. It is asked only after a writer
    that did not end as it should, for a file may be missing for other reasons too.
    """
    patch = storage.last_patch
    if patch is None or not storage.is_journal:
        return True
    try:
        rows = msgspec.json.decode(patch).get(TABLE) or {}
    except msgspec.DecodeError:
        return False
    for row in rows.values():
        name = (row or {}).get("file")
        if not name:
            continue
        try:
            data = (documents_folder(storage.path) / Path(name).name).read_bytes()
        except OSError:
            return False
        if not is_whole(name, data):
            return False
    return True


def _read(storage: JournalStorage, notes: list[str]) -> None:
    """Read it; a file of the first version may have its last good state beside it."""
    first = AtomicStorage(storage.path)
    try:
        storage.catch_up()
        if storage.is_journal or storage.path.exists() or not first.last_file.exists():
            return
    except JournalDamaged:
        if not first.last_file.exists():
            raise
    first.read()
    notes += [first.repaired] if first.repaired else []
    storage.catch_up()


def _mend(storage: JournalStorage, notes: list[str], mend: bool) -> None:
    """Cut off a change that was never finished, unless a writer is about to finish it."""
    if not mend or why_read_only(storage.path):
        if storage.torn:
            notes.append(f"The last change was never finished and is left out. {_FINISHED}")
        return
    try:
        with writing(storage.path, wait=0):
            storage.catch_up()
            if storage.torn:
                kept = storage.cut_off()
            elif not last_is_whole(storage):
                kept = storage.take_back()
            else:
                return
    except LibraryBusy:
        return
    assert kept is not None
    notes.append(
        f"The last change was never finished, as after a crash: it was cut off. {_FINISHED} "
        f"The unfinished bytes are kept as {kept.name}."
    )


def _forward(storage: JournalStorage, notes: list[str], write: bool) -> Opened:
    """Bring a library of an earlier version to this one."""
    tables: Tables = storage.read() or {}
    schema = schema_of(tables)
    if schema > SCHEMA:
        return Opened(storage, notes)
    forward = library_forward(tables)
    opened = Opened(storage, notes, patch_of(forward))
    if not write or why_read_only(storage.path):
        return opened
    from store.library.backups import take_backup

    try:
        with writing(storage.path, wait=0):
            if storage.changed():  # another process was faster
                storage.catch_up()
                if storage.is_journal:
                    return Opened(storage, notes)
            kept = take_backup(storage.path)
            storage.compact(forward)
            with contextlib.suppress(OSError):
                documents_folder(storage.path).chmod(FOLDER_MODE)
                # An earlier version would put it in the place of a journal that it cannot read.
                AtomicStorage(storage.path).last_file.unlink(missing_ok=True)
                sync_folder(storage.path.parent)
    except (LibraryBusy, OSError):
        return opened
    notes.append(
        f"The library was of an earlier version (schema {schema}) and was brought to this one; "
        f"as it was before, it is kept in {kept}."
    )
    return Opened(storage, notes)
