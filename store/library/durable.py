"""Bytes on the disk: written whole or not at all, forced down, readable by their owner only."""

import contextlib
import os
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

FILE_MODE: Final = 0o600
FOLDER_MODE: Final = 0o700
BINARY: Final[int] = getattr(os, "O_BINARY", 0)
"""So that Windows does not turn line breaks into two characters."""


def new_token() -> str:
    """Twelve characters that nobody had before."""
    return os.urandom(6).hex()


def make_folder(folder: Path) -> None:
    """A folder that only its owner may enter; one that is there already stays as it is."""
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)


def write_all(handle: int, data: bytes) -> None:
    """Write every byte; a system that takes only some is asked again until it takes the rest.

    Raises:
        OSError: the disk is full, or takes nothing more.
    """
    view = memoryview(data)
    while view:
        written = os.write(handle, view)
        if written <= 0:
            raise OSError(f"only {len(data) - len(view)} of {len(data)} bytes could be written")
        view = view[written:]


def write_durably(path: Path, data: bytes, mode: int = FILE_MODE) -> None:
    """Write a file and force it to the disk; a short write is an error, never silent."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, mode)
    try:
        write_all(handle, data)
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_durably(path: Path, data: bytes, mode: int = FILE_MODE) -> None:
    """Put `data` in a file's place in a single step: what is there is the old or the new, whole.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        write_durably(fresh, data, mode)
        fresh.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Force a folder's entries to the disk, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sync_together(handle: int, files: Sequence[Path]) -> None:
    """Force an open file, other files and their folders to the disk in one wait.

    The disk's own journal takes all that is asked of it at the same moment in one turn, so three
    files cost about as much as one.

    Raises:
        OSError: one of them could not be forced down.
    """
    waits: list[Callable[[], object]] = []
    if files:
        pool = _pool()
        waits = [pool.submit(_sync_file, file).result for file in files]
        waits += [pool.submit(sync_folder, folder).result for folder in {f.parent for f in files}]
    try:
        os.fsync(handle)
    finally:
        for wait in waits:
            wait()


def sync_files(files: Sequence[Path]) -> None:
    """Force files and their folders to the disk.

    Raises:
        OSError: one of them could not be forced down.
    """
    list(_pool().map(_sync_file, files))
    for folder in {file.parent for file in files}:
        sync_folder(folder)


def _sync_file(file: Path) -> None:
    handle = os.open(file, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@lru_cache(maxsize=1)
def _pool() -> "ThreadPoolExecutor":
    from concurrent.futures import ThreadPoolExecutor  # for writing alone

    return ThreadPoolExecutor(max_workers=4, thread_name_prefix="sync")
