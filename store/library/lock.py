"""One writer at a time, across processes and machines; whoever waits is told who writes."""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from store.library.durable import make_folder
from store.library.holder import holder_in
from store.library.lease import Lease, LeaseHeld, holder_file

__all__ = ["LibraryBusy", "holder_file", "writing"]

_NO_LOCKS: Final = {
    getattr(errno, name) for name in ("ENOLCK", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EINVAL")
}
"""What folders on a network say that know no locks."""


class LibraryBusy(Exception):
    """Another process is writing to the library; the message names it."""


@contextlib.contextmanager
def writing(library: Path, wait: float = 5.0) -> Iterator[None]:
    """Hold the library's lock and lease; freed when the block ends or the process dies.

    The lock is freed at once, on one machine; the lease on every machine, after some time.

    Raises:
        LibraryBusy: it was not free within `wait` seconds.
        OSError: the folder cannot be written.
    """
    make_folder(library.parent)
    lease = Lease(library)
    with locked(library, wait):
        try:
            lease.take(wait)
        except LeaseHeld as error:
            raise LibraryBusy(_in_words(library)) from error
        try:
            yield
        finally:
            lease.give_back()


@contextlib.contextmanager
def locked(library: Path, wait: float) -> Iterator[None]:
    """Hold the file lock, where the folder knows locks.

    Raises:
        LibraryBusy: another process of this machine held it for `wait` seconds.
        OSError: the folder cannot be written.
    """
    from filelock import FileLock, Timeout  # costs 15 ms that looking does not need

    # Without `fallback_to_soft` a file would stand for the lock, which a crash leaves behind.
    file = library.with_name(f".{library.name}.lock")
    lock = FileLock(file, mode=0o600, fallback_to_soft=False)
    try:
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise LibraryBusy(_in_words(library)) from error
    except NotImplementedError:
        yield
        return
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        yield
        return
    try:
        yield
    finally:
        lock.release()


def _in_words(library: Path) -> str:
    try:
        holder = holder_in(holder_file(library).read_bytes())
    except OSError:
        holder = None
    # One that is gone is not the one who writes: another came after it.
    known = holder is not None and holder.fate(ours=True) == "unknown"
    who = holder.words if holder and known else "another process"
    return f"The library {library} is being written to by {who}; try again when it has finished."
