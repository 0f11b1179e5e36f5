"""The last five good states of a library, in a folder beside it.

A backup is a folder of its own: the journal as it was, the documents, the corrections. Documents'
files never change, so a backup shares them with the library (hard links) and costs almost no
room; where the file system has none they are copied. Deleting the library's own folder does not
touch them; a flaw of the disk under a shared file does.

One is taken before a run changes a library, unless the newest is less than an hour old or the
journal has lines that cannot be read: else a busy hour, or a broken library, would drive every
older state out. Before anything that changes the library as a whole one is taken in any case.
Backups are numbered; nothing depends on the clock going forward.
"""

import contextlib
import os
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from store.library.durable import (
    FILE_MODE,
    make_folder,
    new_token,
    replace_durably,
    sync_folder,
    write_durably,
)
from store.library.lines import head_line, head_of

KEPT: Final = 5
BETWEEN: Final = 3600.0
"""Seconds."""
BESIDE: Final = (".corrections.json",)
"""Endings of the files beside the library's that belong to it."""


class Backup(msgspec.Struct, frozen=True):
    """A state that was kept."""

    name: str
    path: Path
    taken: str
    """ISO, with seconds."""
    documents: int

    @property
    def library(self) -> Path:
        """Its journal; it opens as any library."""
        return self.path / "library.json"


def backups_folder(library: Path) -> Path:
    return library.with_suffix(".backups")


def backups_of(library: Path) -> list[Backup]:
    """The backups of a library, newest first."""
    folder = backups_folder(library)
    found = []
    for path in folder.iterdir() if folder.is_dir() else ():
        number, _, _ = path.name.partition("-")
        if number.isdigit() and (path / "library.json").exists():
            found.append(
                Backup(
                    path.name,
                    path,
                    datetime.fromtimestamp((path / "library.json").stat().st_mtime, UTC)
                    .isoformat(timespec="seconds"),
                    sum(1 for _ in (path / "library.documents").glob("*.json")),
                )
            )  # fmt: skip
    return sorted(found, key=lambda backup: int(backup.name.partition("-")[0]), reverse=True)


def is_due(library: Path) -> bool:
    """Whether the newest backup is old enough, or of a time that is still to come."""
    folder = backups_folder(library)
    taken = [path.stat().st_mtime for path in folder.glob("*/library.json")]
    return not taken or not 0 <= time.time() - max(taken) < BETWEEN


def take_backup(library: Path, prune: bool = True) -> Path:
    """Keep the present state, and of the older ones the newest; inside the writer's lock.

    Args:
        prune: whether more than five are too many.

    Raises:
        OSError: the disk is full or the folder cannot be written; no half backup stays.
    """
    folder = backups_folder(library)
    make_folder(folder)
    numbers = [int(b.name.partition("-")[0]) for b in backups_of(library)]
    name = f"{max(numbers, default=0) + 1:06}-{datetime.now(UTC):%Y-%m-%d}"
    fresh = folder / f".{name}.new"
    for unfinished in folder.glob(".*.new"):
        shutil.rmtree(unfinished, ignore_errors=True)
    try:
        _fill(fresh, library)
        fresh.rename(folder / name)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    sync_folder(folder)
    for old in backups_of(library)[KEPT:] if prune else ():
        shutil.rmtree(old.path, ignore_errors=True)
    return folder / name


def _fill(fresh: Path, library: Path) -> None:
    from store.library.opening import documents_folder

    make_folder(fresh)
    copies = fresh / "library.documents"
    make_folder(copies)
    folder = documents_folder(library)
    for file in folder.iterdir() if folder.is_dir() else ():
        if file.suffix == ".json" and not file.name.startswith("."):
            link(file, copies / file.name)
    for ending in BESIDE:
        beside = library.with_suffix(ending)
        if beside.exists():
            link(beside, fresh / f"library{ending}")
    sync_folder(copies)
    # Last: a folder without it is no backup. It is copied, for the journal is added to in place.
    write_durably(fresh / "library.json", library.read_bytes(), FILE_MODE)
    sync_folder(fresh)


def put_back(library: Path, backup: Backup) -> None:
    """Put a backup in the library's place; inside the writer's lock. The backup stays.

    Raises:
        OSError: it cannot be written; the library is as it was.
    """
    from store.library.opening import documents_folder

    folder = documents_folder(library)
    make_folder(folder)
    for file in (backup.path / "library.documents").glob("*.json"):
        target = folder / file.name
        if target.exists() and target.samefile(file):
            continue
        fresh = folder / f".{file.name}.new"
        fresh.unlink(missing_ok=True)
        link(file, fresh)
        fresh.replace(target)
    sync_folder(folder)
    for ending in BESIDE:
        kept = backup.path / f"library{ending}"
        if kept.exists():
            replace_durably(library.with_suffix(ending), kept.read_bytes())
    # The journal decides: until it is in place the library is as it was.
    data = backup.library.read_bytes()
    if head_of(data):  # another generation, so that readers do not take it for what they know
        data = head_line(new_token()) + data.partition(b"\n")[2]
    replace_durably(library, data)


def link(source: Path, target: Path) -> None:
    """The same file under another name; a copy where the file system cannot do that."""
    try:
        os.link(source, target)
    except OSError:
        with contextlib.suppress(FileNotFoundError):
            target.unlink()
        write_durably(target, source.read_bytes(), FILE_MODE)
