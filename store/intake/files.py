"""Which files a run is about, and which of them the library has already."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from store.reading.failure import ReadingError
from store.reading.limits import Limits
from store.reading.opening import bytes_of


def files_under(paths: Iterable[Path]) -> list[Path]:
    """Files as given, folders walked: every file but hidden ones, lock files and READMEs.

    Links to folders are not followed inside a folder, so that none can lead round in a circle.
    A file that is reached twice is listed once.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not _is_folder(path):
            found[path] = None
            continue
        for folder, subfolders, names in os.walk(path):
            subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
            found.update((Path(folder, name), None) for name in sorted(names) if _is_wanted(name))
    return list(found)


def digest_of(path: Path, limits: Limits) -> str | None:
    """The SHA-256 of a file's bytes; None where it cannot be read, which its reader will tell."""
    try:
        return hashlib.sha256(bytes_of(path, limits)).hexdigest()
    except ReadingError:
        return None


def shown(path: Path) -> str:
    """The path as text that can be kept and printed, whatever bytes its name is made of."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # too long, a loop of links, a zero byte: its reader tells
        return False


def _is_wanted(name: str) -> bool:
    return not name.startswith((".", "~$")) and not name.upper().startswith("README")
