"""Mends a library as far as what is there allows. What cannot be read is kept aside."""

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from store.library.backups import backups_of, link
from store.library.check import fault_of, is_open, private_paths
from store.library.durable import FILE_MODE, FOLDER_MODE, sync_folder
from store.library.failure import LibraryError, not_written
from store.library.journal import set_aside
from store.library.library import Library
from store.library.lock import writing
from store.library.papers import PaperDamaged


def repair(path: Path) -> Iterator[str]:
    """Mend a library, telling each thing that was done; `check` tells what is left.

    Raises:
        LibraryBusy: another process writes to it.
        LibraryError: it is of a newer version, or its folder cannot be written.
    """
    try:
        library, broken = _opened(path)
        if broken:
            yield broken
        elif library.repaired:
            yield library.repaired
        with library.changing():
            yield from _lines(library)
            yield from _from_backups(library)
            yield from _without_card(library)
        yield from _close(path)
    except OSError as error:
        raise not_written(path, error) from error


def _opened(path: Path) -> tuple[Library, str | None]:
    try:
        return Library(path), None
    except LibraryError:
        with writing(path):
            kept = set_aside(path, path.read_bytes())
            path.unlink()
            sync_folder(path.parent)
        words = f"The library's file could not be read; it is kept as {kept.name} and made anew."
        return Library(path), words


def _lines(library: Library) -> Iterator[str]:
    journal = library.journal
    if not journal.damaged and not journal.torn:
        return
    count, kept = len(journal.damaged), journal.keep_damaged()
    library.compact()
    assert kept is not None
    yield f"{count} lines that could not be read are kept in {kept.name}."


def _from_backups(library: Library) -> Iterator[str]:
    for id in list(library.records):
        if fault_of(library, id) is None:
            continue
        name = library.cards.files[id]
        for backup in backups_of(library.path):
            kept = backup.path / "library.documents" / name
            if kept.exists() and _mended(library, id, kept):
                yield f"Document {id} was taken from the backup {backup.name}."
                break
        else:
            if other := _another_file(library, id):
                library.take_in(other)
                yield f"Document {id} was found in {other}."


def _mended(library: Library, id: str, kept: Path) -> bool:
    target = library.papers.path / library.cards.files[id]
    if target.exists():
        if target.samefile(kept):
            return False
        set_aside(target, target.read_bytes())
        target.unlink()
    link(kept, target)
    sync_folder(target.parent)
    return fault_of(library, id) is None


def _another_file(library: Library, id: str) -> str | None:
    for name in sorted(library.papers.names()):
        if name.startswith(f"{id}.") and name != library.cards.files[id]:
            with contextlib.suppress(PaperDamaged, OSError):
                library.papers.read(name)
                return name
    return None


def _without_card(library: Library) -> Iterator[str]:
    known = set(library.cards.files.values())
    for name in sorted(set(library.papers.names()) - known):
        id = name.partition(".")[0]
        if id in library.records:
            library.papers.remove(name)  # an earlier reading of a document that is there
            continue
        path = library.papers.path / name
        try:
            library.take_in(name, _time(path))
            yield f"Document {id} had no card and was taken in again."
        except (PaperDamaged, LibraryError) as error:
            kept = set_aside(path, path.read_bytes())
            path.unlink()
            yield f"The file {name} is no document ({error}) and is kept as {kept.name}."


def _close(path: Path) -> Iterator[str]:
    found = [each for each in private_paths(path) if is_open(each)]
    for each in found:
        with contextlib.suppress(OSError):
            each.chmod(FOLDER_MODE if each.is_dir() else FILE_MODE)
    if found:
        yield f"{len(found)} files and folders are now readable by you only."


def _time(path: Path) -> str:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
