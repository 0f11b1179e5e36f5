"""Puts an export in its place: whole or not at all, and never over what is there unasked."""

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from store.library.durable import sync_folder
from store.refusal import refusal


class ExportError(Exception):
    """Nothing was written; the message says why and what to do."""


class ExportExists(ExportError):
    """There is a file of that name already."""


def write_whole(
    out: Path, make: Callable[[Path], object], *, force: bool = False, private: bool = False
) -> None:
    """Have `make` fill a file beside `out`, then put it in place in one step.

    Args:
        out: where it goes.
        make: writes the file it is given.
        force: whether it may take the place of one that is there.
        private: whether only its owner may read it.

    Raises:
        ExportExists: `out` exists and `force` was not given.
        ExportError: the folder is missing or full, or cannot be written.
    """
    if out.is_dir():
        raise ExportError(f"{out} is a folder; name the file to write in it.")
    if out.exists() and not force:
        raise ExportExists(f"{out} exists already; --force writes over it.")
    try:
        handle, name = tempfile.mkstemp(suffix=out.suffix, prefix=".export-", dir=out.parent)
    except OSError as error:
        raise ExportError(f"{out} cannot be written: {_why(error, out)}.") from error
    fresh = Path(name)
    os.close(handle)
    try:
        make(fresh)
        with fresh.open("rb") as file:
            os.fsync(file.fileno())
        if not private:
            fresh.chmod(0o666 & ~_umask())
        _put(fresh, out, force)
        sync_folder(out.parent)
    except OSError as error:
        raise ExportError(f"{out} cannot be written: {refusal(error, out)}.") from error
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink()


def _why(error: OSError, out: Path) -> str:
    if not out.parent.exists():
        return f"there is no folder {out.parent}; make it first"
    return refusal(error, out)


def _put(fresh: Path, out: Path, force: bool) -> None:
    if force:
        fresh.replace(out)
        return
    try:
        os.link(fresh, out)  # fails if another wrote it meanwhile, where replacing would not
    except FileExistsError as error:
        raise ExportExists(f"{out} exists already; --force writes over it.") from error
    except OSError:  # a file system without hard links
        fresh.replace(out)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
