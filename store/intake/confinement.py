"""What a process that reads strangers' files gives up: memory without end, writing, the network.

The libraries that read do none of it by themselves. This is for the file that makes one of them.
"""

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from typing import Any, Final

_FORBIDDEN: Final = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "shutil.",
    "urllib.Request",
    "http.client.",
    "ftplib.",
    "smtplib.",
)
"""Beginnings of the names of what Python tells its audit hooks of."""
_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def confine(memory: int) -> None:
    """Give up, for good, all but reading files and answering.

    `memory` in bytes of address space, on systems that can bound it.
    """
    silence()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # so that it ends even within a C library
    _bound(memory)
    sys.addaudithook(_refuse)


@contextlib.contextmanager
def ending_after(seconds: float) -> Iterator[None]:
    """End this process if what is done within takes longer, be it in a C library."""
    if not hasattr(signal, "setitimer"):  # Windows
        yield
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def silence() -> None:
    """Lead standard input and output nowhere, for this process and those it starts."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_RDWR)
        for handle in (0, 1, 2):
            os.dup2(nowhere, handle)
        os.close(nowhere)


def _bound(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    bounds = {"RLIMIT_AS": memory, "RLIMIT_CORE": 0, "RLIMIT_FSIZE": 0}
    for name, bound in bounds.items():
        if hasattr(resource, name):
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(getattr(resource, name), (bound, bound))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        flags = arguments[2]
        if isinstance(flags, int) and flags & _WRITES:
            raise PermissionError(f"a reader of files may not write: {arguments[0]!r}")
    elif event.startswith(_FORBIDDEN):
        raise PermissionError(f"a reader of files may not do this: {event}")
