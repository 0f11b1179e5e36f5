"""One writer at a time, across processes; whoever waits is told who writes."""

import contextlib
import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from store.library.durable import make_folder, replace_durably


class LibraryBusy(Exception):
    """Another process is writing to the library; the message names it."""


@contextlib.contextmanager
def writing(library: Path, wait: float = 5.0) -> Iterator[None]:
    """Hold the library's lock; it is freed when the block ends or the process dies.

    Raises:
        LibraryBusy: it was not free within `wait` seconds.
        OSError: the folder cannot be written.
    """
    from filelock import FileLock, Timeout  # costs 15 ms that looking does not need

    make_folder(library.parent)
    holder = holder_file(library)
    lock = FileLock(library.with_name(f".{library.name}.lock"), mode=0o600)
    try:
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise LibraryBusy(_in_words(library, holder)) from error
    try:
        with contextlib.suppress(OSError):
            for unfinished in library.parent.glob(f".*{library.name}*.new"):
                unfinished.unlink(missing_ok=True)  # of a writer that died
            replace_durably(holder, json.dumps(_self()).encode())
        yield
    finally:
        with contextlib.suppress(OSError):
            holder.unlink(missing_ok=True)
        lock.release()


def holder_file(library: Path) -> Path:
    """Who writes. It is there while a process does, and after one that did not end as it should."""
    return library.with_name(f".{library.name}.writer")


def _self() -> dict[str, object]:
    now = datetime.now().isoformat(" ", "seconds")
    return {"process": os.getpid(), "machine": _machine(), "since": now}


def _in_words(library: Path, holder: Path) -> str:
    try:
        known = json.loads(holder.read_text("utf-8"))
        who = f"process {known['process']} on {known['machine']} since {known['since']}"
        if known["machine"] == _machine() and not _runs(known["process"]):
            who = "another process"  # the one that is named has died, and another came after it
    except (OSError, ValueError, KeyError, TypeError):
        who = "another process"
    return f"The library {library} is being written to by {who}; try again when it has finished."


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # another user's
    return True


def _machine() -> str:
    import socket

    return socket.gethostname()
