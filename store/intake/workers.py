"""Readers in processes of their own, which a bad file can hang or crash without harm to others.

Pebble keeps the processes: it ends one that takes too long and replaces one that died, and only
the file it had is lost; with concurrent.futures and loky the first death fails all that wait.
On Linux and macOS the processes are forked from one that has loaded everything, so that a
replacement is there at once.
"""

import multiprocessing
import os
import sys
import threading
from concurrent.futures import BrokenExecutor, Future
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from store.intake.reading import read_and_label, task
from store.reading.limits import Limits

if TYPE_CHECKING:
    from pebble import ProcessPool

MEMORY: Final = 1_000_000_000
"""Bytes of address space of one worker; what a file needs beyond that ends its reading."""
GRACE: Final = 2.0
"""Seconds beyond a file's limit after which its worker is ended; most readers stop in time."""


def worker_count() -> int:
    """How many workers this machine has cores for; OFSTED_TUI_WORKERS says another number."""
    given = os.environ.get("OFSTED_TUI_WORKERS", "")
    if given.isdecimal() and int(given):
        return min(int(given), 64)
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


_START: Final = multiprocessing.get_context(
    "spawn" if sys.platform == "win32" else "forkserver"  # safe beside the app's threads
)


class Workers:
    """Worker processes that read files; they start at `start` or with the first file.

    Used as a context, they are ended where it ends, busy or not.
    """

    def __init__(
        self,
        count: int | None = None,
        themes_file: Path | None = None,
        *,
        memory: int = MEMORY,
    ) -> None:
        self.count = count or worker_count()
        self.ahead = 2 * self.count
        self._themes_file = themes_file
        self._memory = memory
        self._pool: ProcessPool | None = None
        self._lock = threading.Lock()
        self._ended = False

    def start(self) -> None:
        """Begin to load in the background what reading takes; returns at once."""
        threading.Thread(target=self._started, name="workers", daemon=True).start()

    def submit(self, path: Path, limits: Limits) -> "Future[bytes]":
        """Read a file in one of the processes.

        The future raises TimeoutError, an OSError with an `exitcode`, or BrokenExecutor.
        """
        pool = self._started()
        if pool is None:
            return _failed(BrokenExecutor("the workers have ended"))
        arguments = task(path, self._themes_file, limits)
        try:
            return pool.schedule(_read, args=arguments, timeout=limits.seconds + GRACE)
        except RuntimeError as error:  # all workers died at once; the next file has new ones
            with self._lock:
                self._end(pool)
            return _failed(BrokenExecutor(str(error)))

    def end(self) -> None:
        """End the processes, whatever they do."""
        with self._lock:
            self._ended = True
            if self._pool is not None:
                self._end(self._pool)

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def _started(self) -> "ProcessPool | None":
        with self._lock:
            if self._pool is None and not self._ended:
                self._pool = self._new_pool()
                _ = self._pool.active  # looking starts it
            return self._pool

    def _new_pool(self) -> "ProcessPool":
        from pebble import ProcessPool

        context = _Context()
        if sys.platform != "win32":
            context.set_forkserver_preload(["store.intake.loaded"])
        return ProcessPool(
            self.count,
            initializer=become_reader,
            initargs=(self._memory,),
            context=context,
        )

    def _end(self, pool: "ProcessPool") -> None:
        if self._pool is pool:
            self._pool = None
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def become_reader(memory: int) -> None:
    """Make this process one that reads files and does nothing else."""
    import store.intake.loaded  # noqa: F401
    from store.intake.confinement import confine

    confine(memory)


def _read(path: str, themes_file: str | None, limits: Limits) -> bytes:
    """A task with an end of its own, for when the process that waits for it has died."""
    from store.intake.confinement import ending_after

    with ending_after(limits.seconds + 2 * GRACE):
        return read_and_label(path, themes_file, limits)


class _Reader(_START.Process):  # type: ignore[name-defined,misc]
    """A process that does not run the program's main module over again, as others do.

    A reader needs nothing of it, and not every way to start a program is made for that.
    """

    def start(self) -> None:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            super().start()
        finally:
            sys.modules["__main__"] = main


class _Context(type(_START)):  # type: ignore[misc]
    Process = _Reader


def _failed(error: Exception) -> "Future[Any]":
    future: Future[Any] = Future()
    future.set_exception(error)
    return future
