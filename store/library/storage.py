"""A TinyDB storage that is whole at every moment.

TinyDB's own JSONStorage overwrites the live file in place and cuts it afterwards: a crash or a
full disk in between leaves a file that no longer opens. Here a change is written to a new file
in the same folder, forced to the disk and put in place of the old one in a single step; the
last good state stays beside it. No handle is held open between calls. It is right for a small
file; the library itself is a `JournalStorage`, as it was one of these in the first version.
"""

import contextlib
import os
import time
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from store.library.durable import sync_folder, write_durably

Tables = dict[str, dict[str, Any]]


class StorageDamaged(Exception):
    """Neither the file nor the last good copy can be read; nothing was changed."""


class AtomicStorage(Storage):
    """Reads a JSON file once and writes it whole, atomically and durably.

    Args:
        path: the file; its folder is made when first written.
        private: whether only the owner may read it.
        keep_last: whether the last good state stays beside it as `NAME.last`.
    """

    def __init__(self, path: Path, private: bool = True, keep_last: bool = True) -> None:
        super().__init__()
        self._path = Path(path)
        self._mode = 0o600 if private else 0o644
        self._keep_last = keep_last
        self._tables: Tables | None = None
        self._loaded = False
        self.repaired: str | None = None
        """What was mended when the file was opened, in words; None if nothing was wrong."""

    @property
    def last_file(self) -> Path:
        return self._path.with_name(f"{self._path.name}.last")

    def read(self) -> Tables | None:
        """The tables; None while there is no file.

        Raises:
            StorageDamaged: neither the file nor its last good copy can be read.
        """
        if not self._loaded:
            self._tables = self._load()
            self._loaded = True
        return self._tables

    def write(self, data: Tables) -> None:
        """Put `data` in the file's place, whole.

        Raises:
            OSError: the disk is full or the folder cannot be written; the old file is intact.
        """
        fresh = self._path.with_name(f".{self._path.name}.{os.getpid()}.new")
        try:
            encoded = msgspec.json.format(msgspec.json.encode(data), indent=1)
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_durably(fresh, encoded, self._mode)
            if self._keep_last and self._path.exists():
                self._set_aside()
            fresh.replace(self._path)
        except BaseException:
            self._loaded = False  # what TinyDB changed in memory was not kept
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise
        sync_folder(self._path.parent)
        self._tables = data
        self._loaded = True

    def close(self) -> None:
        """Nothing is open between calls."""

    def forget(self) -> None:
        """Read the file anew at the next call: another process may have changed it."""
        self._loaded = False

    def _load(self) -> Tables | None:
        try:
            return _decode(self._path.read_bytes())
        except FileNotFoundError:
            if not self.last_file.exists():
                return None
            problem = "was missing"
        except (msgspec.DecodeError, UnicodeDecodeError, TypeError) as error:
            problem = f"could not be read ({error})"
        try:
            tables = _decode(self.last_file.read_bytes())
        except (OSError, msgspec.DecodeError, UnicodeDecodeError, TypeError) as error:
            raise StorageDamaged(
                f"The library file {self._path} {problem}, and there is no good copy of its last "
                "state. It was left as it is; put a backup in its place."
            ) from error
        self.repaired = self._put_back(problem)
        return tables

    def _put_back(self, problem: str) -> str:
        words = f"The library file {problem}; its last good state was put back."
        if self._path.exists():
            broken = self._path.with_name(f"{self._path.name}.broken-{int(time.time())}")
            with contextlib.suppress(OSError):
                self._path.replace(broken)
                words += f" The broken file is kept as {broken.name}."
        with contextlib.suppress(OSError):
            write_durably(self._path, self.last_file.read_bytes(), self._mode)
        return words

    def _set_aside(self) -> None:
        """Keep the present file as the last good state, without a moment that has neither."""
        link = self.last_file.with_name(f"{self.last_file.name}.{os.getpid()}.new")
        link.unlink(missing_ok=True)
        try:
            os.link(self._path, link)
        except OSError:  # a file system without hard links
            write_durably(link, self._path.read_bytes(), self._mode)
        link.replace(self.last_file)


def _decode(data: bytes) -> Tables:
    tables = msgspec.json.decode(data)
    if not isinstance(tables, dict) or not all(isinstance(t, dict) for t in tables.values()):
        raise TypeError("it is not a TinyDB file")
    return tables
