"""Tells every fault of a library in words, with what to do about each. Changes nothing."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec

from store.library.backups import BESIDE, backups_folder, backups_of
from store.library.failure import LibraryError
from store.library.journal import JournalDamaged, JournalStorage
from store.library.library import Library
from store.library.opening import documents_folder

REPAIR = "`ofsted-tui library repair`"


class Fault(msgspec.Struct, frozen=True):
    """Something that is not as it should be."""

    code: str
    """"unreadable", "damaged-lines", "unfinished", "missing", "damaged", "no-card", "open" or
    "backup"."""
    place: str
    """The file, or the id of the document."""
    message: str
    """What is wrong and what to do."""


def check(path: Path) -> list[Fault]:
    """Every fault of a library: its file, each document, who may read it, its backups."""
    if not path.exists():
        return list(_absent(path))
    try:
        library = Library(path)
    except LibraryError as error:
        return [Fault("unreadable", str(path), str(error)), *_backups(path)]
    return [*_journal(library), *_documents(library), *_beside(path), *_open(path), *_backups(path)]


def _absent(path: Path) -> Iterator[Fault]:
    remains = [
        folder for folder in (documents_folder(path), backups_folder(path)) if folder.exists()
    ]
    if remains:
        yield Fault(
            "missing",
            str(path),
            f"The library's file is not there, but {remains[0].name} is: {REPAIR} makes it anew "
            "from its documents, `ofsted-tui library restore` puts a backup in its place.",
        )
    yield from _backups(path)


def _journal(library: Library) -> Iterator[Fault]:
    journal, path = library.journal, str(library.path)
    if journal.damaged:
        lines = ", ".join(map(str, journal.damaged))
        yield Fault(
            "damaged-lines",
            path,
            f"Lines that are not as they were written: {lines}. {REPAIR} keeps them aside and "
            "takes back the documents that they were about.",
        )
    if journal.torn:
        yield Fault(
            "unfinished",
            path,
            "The last change was never finished, or is being written now. The next change cuts "
            "it off.",
        )


def _documents(library: Library) -> Iterator[Fault]:
    backups = backups_of(library.path)
    for id, record in library.records.items():
        name = library.cards.files[id]
        problem = fault_of(library, id)
        if problem is None:
            continue
        source = Path(record.path)
        kept = next((b for b in backups if (b.path / "library.documents" / name).exists()), None)
        if kept:
            remedy = f"{REPAIR} takes it from the backup {kept.name}"
        elif source.exists():
            remedy = f"add {source} again"
        else:
            remedy = (
                f"find {record.name} and add it again, or take the document out with "
                f"`ofsted-tui remove {id}`"
            )
        words = "is missing" if problem == "missing" else f"is damaged: {problem}"
        yield Fault(
            "missing" if problem == "missing" else "damaged",
            id,
            f"The file {name} of {record.title or record.name} {words}; {remedy}.",
        )
    for name in sorted(set(library.papers.names()) - set(library.cards.files.values())):
        id = name.partition(".")[0]
        if id not in library.records:
            yield Fault(
                "no-card",
                id,
                f"The library has the file {name} of a document, but no card of it: {REPAIR} "
                "takes it in again.",
            )


def fault_of(library: Library, id: str) -> str | None:
    """What is wrong with the file of a document; None if nothing is."""
    try:
        document = library.papers.read(library.cards.files[id])
    except FileNotFoundError:
        return "missing"
    except Exception as error:  # whatever is in it, it is no document
        return str(error)
    record = library.records[id]
    if document.id != id or document.source.sha256 != record.sha256:
        return "it holds another document"
    return None


def _beside(path: Path) -> Iterator[Fault]:
    for ending in BESIDE:
        beside = path.with_suffix(ending)
        try:
            JournalStorage(beside).read()
        except (JournalDamaged, OSError) as error:
            yield Fault("damaged", str(beside), f"{error}. `ofsted-tui library restore` has it.")


def private_paths(path: Path) -> list[Path]:
    """What only the owner should be able to read."""
    found = [path, *path.parent.glob(f"{path.name}.*"), *path.parent.glob(f"{path.stem}.*.json")]
    for folder in (documents_folder(path), backups_folder(path)):
        if folder.exists():
            found += [folder, *folder.rglob("*")]
    return [each for each in dict.fromkeys(found) if each.exists()]


def is_open(path: Path) -> bool:
    """Whether others than the owner may read or enter it."""
    return os.name == "posix" and bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def _open(path: Path) -> Iterator[Fault]:
    found = [each for each in private_paths(path) if is_open(each)]
    if found:
        yield Fault(
            "open",
            str(found[0]),
            f"{len(found)} of the library's files and folders can be read by others, such as "
            f"{found[0].name}; {REPAIR} closes them.",
        )


def _backups(path: Path) -> Iterator[Fault]:
    for backup in backups_of(path):
        try:
            storage = JournalStorage(backup.library)
            storage.catch_up()
            broken = bool(storage.damaged)
        except (JournalDamaged, OSError):
            broken = True
        if broken:
            words = f"The backup {backup.name} has lines that cannot be read; delete its folder."
            yield Fault("backup", str(backup.path), words)
