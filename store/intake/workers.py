"""Readers in processes of their own, which a bad file can hang or crash without harm to others.

Pebble keeps the processes: it ends one that takes too long and replaces one that died, and only
the file it had is lost; with concurrent.futures and loky the first death fails all that wait.
On Linux and macOS the processes are forked from one that has loaded everything, so that a
replacement is there at once.
"""

import contextlib
import os
import threading
from concurrent.futures import BrokenExecutor, Future
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from store.intake.reading import Task, task
from store.reading.limits import Limits

if TYPE_CHECKING:
    from pebble import ProcessPool

MEMORY: Final = 1_000_000_000
"""Bytes of address space of one worker; what a file needs beyond that ends its reading."""
RENEWED: Final = 100
"""Files after which a worker is replaced, with what libraries have left behind in it."""


def worker_count() -> int:
    """How many workers this machine has cores for; OFSTED_TUI_WORKERS says another number."""
    given = os.environ.get("OFSTED_TUI_WORKERS", "")
    if given.isdecimal() and int(given):
        return min(int(given), 64)
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


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

        def load() -> None:
            with contextlib.suppress(BrokenExecutor):  # the first file will tell
                self._started()

        threading.Thread(target=load, name="workers", daemon=True).start()

    def submit(self, path: Path, limits: Limits) -> "Future[bytes]":
        """Read a file in one of the processes.

        The future raises TimeoutError, an OSError with an `exitcode`, or BrokenExecutor.
        """
        return self.schedule(task(path, self._themes_file, limits), limits)

    def schedule(self, given: Task, limits: Limits) -> "Future[bytes]":
        """As `submit`, for a task of which all is given."""
        from store.intake.processes import GRACE, read

        try:
            pool = self._started()
            return pool.schedule(read, args=given, timeout=limits.seconds + GRACE)
        except BrokenExecutor as error:
            return _failed(error)
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

    def _started(self) -> "ProcessPool":
        with self._lock:
            if self._ended:
                raise BrokenExecutor("the workers have ended")
            if self._pool is None:
                self._pool = self._new_pool()
            return self._pool

    def _new_pool(self) -> "ProcessPool":
        from pebble import ProcessPool

        from store.intake.processes import apart, become_reader, context

        try:
            with apart():
                pool = ProcessPool(
                    self.count,
                    max_tasks=RENEWED,
                    initializer=become_reader,
                    initargs=(self._memory,),
                    context=context(),
                )
                _ = pool.active  # looking starts it
        except (OSError, EOFError, RuntimeError, ValueError) as error:
            raise BrokenExecutor(f"no process could be started: {error}") from error
        return pool

    def _end(self, pool: "ProcessPool") -> None:
        if self._pool is pool:
            self._pool = None
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _failed(error: Exception) -> "Future[Any]":
    future: Future[Any] = Future()
    future.set_exception(error)
    return future
