"""The bytes of a file, and nothing but a plain file's: no pipe, no device, no more than allowed."""

import os
import stat
from pathlib import Path
from typing import Final

from store.reading.failure import ReadingError
from store.reading.limits import Limits


def bytes_of(path: Path, limits: Limits) -> bytes:
    """All bytes of a file.

    It is asked what it is before it is opened, for opening a device may do something, and again
    once it is open, for it may have become another. Opening waits for no writer of a pipe.

    Raises:
        ReadingError: `not-found`, `not-readable`, `too-large`, `changing`.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ReadingError("not-readable", _NOT_PLAIN)
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ReadingError("not-found") from error
    except (OSError, ValueError) as error:
        raise ReadingError("not-readable", _in_words(error)) from error
    try:
        return _read(handle, limits)
    except OSError as error:
        raise ReadingError("not-readable", _in_words(error)) from error
    finally:
        os.close(handle)


_BINARY: Final = getattr(os, "O_BINARY", 0)
_NOT_PLAIN: Final = " (it is not a plain file)"


def _read(handle: int, limits: Limits) -> bytes:
    before = os.fstat(handle)
    if not stat.S_ISREG(before.st_mode):
        raise ReadingError("not-readable", _NOT_PLAIN)
    if before.st_size > limits.bytes:
        raise ReadingError("too-large", f"{before.st_size:,} bytes, more than {limits.bytes:,}")
    with os.fdopen(os.dup(handle), "rb") as file:
        data = file.read(limits.bytes + 1)
    after = os.fstat(handle)
    if (after.st_mtime_ns, after.st_size) != (before.st_mtime_ns, before.st_size):
        raise ReadingError("changing")
    return data


def _in_words(error: Exception) -> str:
    reason = getattr(error, "strerror", None)
    return f" ({reason.lower()})" if reason else ""
