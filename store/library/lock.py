"""One writer at a time, across processes; whoever waits is told who writes."""

import contextlib
import json
import os
import socket
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path


class LibraryBusy(Exception):
    """Another process is writing to the library; the message names it."""


@contextlib.contextmanager
def writing(library: Path, wait: float = 5.0) -> Iterator[None]:
    """Hold the library's lock; it is freed when the block ends or the process dies.

    Raises:
        LibraryBusy: it was not free within `wait` seconds.
    """
    from filelock import FileLock, Timeout  # costs 15 ms that looking does not need

    library.parent.mkdir(parents=True, exist_ok=True)
    holder = library.with_name(f".{library.name}.writer")
    lock = FileLock(library.with_name(f".{library.name}.lock"), mode=0o600)
    try:
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise LibraryBusy(_in_words(library, holder)) from error
    try:
        with contextlib.suppress(OSError):
            holder.write_text(json.dumps(_self()), "utf-8")
        yield
    finally:
        with contextlib.suppress(OSError):
            holder.unlink(missing_ok=True)
        lock.release()


def _self() -> dict[str, object]:
    now = datetime.now().isoformat(" ", "seconds")
    return {"process": os.getpid(), "machine": socket.gethostname(), "since": now}


def _in_words(library: Path, holder: Path) -> str:
    try:
        known = json.loads(holder.read_text("utf-8"))
        who = f"process {known['process']} on {known['machine']} since {known['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        who = "another process"
    return f"The library {library} is being written to by {who}; try again when it has finished."
