"""Packs: files of the sentences' words, written once and never changed.

A pack gets its name when it is whole, and a table names the packs that its words are in; so a
half-written one is never read, and two processes never write to the same.
"""

import contextlib
import mmap
import os
import time
from pathlib import Path
from typing import Final

SUFFIX: Final = ".words"
UNUSED_SECONDS: Final = 3600
"""A pack that no table names is left so long: another process may be about to name it."""


class PackWriter:
    """Writes a new pack; in memory where there is no folder to write to."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.name = f"{os.urandom(8).hex()}{SUFFIX}"
        self._end = 0
        self._held = bytearray()
        self._file = None
        if folder is not None:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._part = folder / f".{self.name}.part"
            opened = os.open(self._part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            self._file = os.fdopen(opened, "wb")

    def add(self, words: bytes) -> tuple[int, int]:
        """Write words down; where they start and end."""
        start = self._end
        self._end += len(words)
        if self._file is None:
            self._held += words
        else:
            self._file.write(words)
        return start, self._end

    def finish(self) -> bytes | None:
        """Give the pack its name; what it holds, if it has no file.

        Raises:
            OSError: the disk is full.
        """
        if self._file is None or self._folder is None:
            return bytes(self._held)
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self._part.replace(self._folder / self.name)
        return None

    def give_up(self) -> None:
        """Take away what was written."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            with contextlib.suppress(OSError):
                self._part.unlink()


class Packs:
    """The packs of one folder, mapped into memory as they are asked for."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._opened: dict[str, mmap.mmap | bytes] = {}

    def hold(self, name: str, words: bytes) -> None:
        """Keep a pack in memory that has no file."""
        self._opened[name] = words

    def words(self, name: str) -> memoryview:
        """What a pack holds.

        Raises:
            OSError: it cannot be read.
        """
        pack = self._opened.get(name)
        if pack is None:
            if self._folder is None:
                raise FileNotFoundError(name)
            with (self._folder / name).open("rb") as file:
                if os.fstat(file.fileno()).st_size:
                    pack = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                else:
                    pack = b""
            self._opened[name] = pack
        return memoryview(pack)

    def size(self, name: str) -> int:
        """Bytes of a pack; -1 if it cannot be read."""
        if name in self._opened:
            return len(self._opened[name])
        try:
            return (self._folder / name).stat().st_size if self._folder else -1
        except OSError:
            return -1

    def let_go(self) -> None:
        """Give the memory back that the system holds mapped pages in; they are read again."""
        for pack in self._opened.values():
            if isinstance(pack, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
                pack.madvise(mmap.MADV_DONTNEED)


def sweep(folder: Path, named: set[str]) -> None:
    """Delete the packs that no table names any more, and what a crash left half-written."""
    for file in folder.iterdir():
        if file.suffix in (SUFFIX, ".part", ".new") and file.name not in named:
            with contextlib.suppress(OSError):
                if time.time() - file.stat().st_mtime > UNUSED_SECONDS:
                    file.unlink()
