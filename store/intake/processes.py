"""How a process that reads is started: apart from the app's threads, screen and main module."""

import contextlib
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator
from types import ModuleType
from typing import Any, Final

from store.intake.reading import read_and_label
from store.reading.limits import Limits

GRACE: Final = 2.0
"""Seconds beyond a file's limit after which its worker is ended; most readers stop in time."""

_SAFE: Final = "PYTHONSAFEPATH"
_FORKED: Final = sys.platform != "win32"
_START: Final[Any] = multiprocessing.get_context("forkserver" if _FORKED else "spawn")
_STARTING: Final = threading.RLock()


@contextlib.contextmanager
def apart() -> Iterator[None]:
    """While a process is started, hides from it what belongs to the app.

    The main module, which would be run over again: a reader needs nothing of it, and not every
    way to start a program is made for that. And Textual's standard error, which is no file and
    so cannot be handed on. The new Python must not look for its modules in the folder that the
    app was started in: among downloads there may be a `random.py` (PYTHONSAFEPATH).
    """
    with _STARTING, contextlib.redirect_stderr(sys.__stderr__):
        main, safe = sys.modules["__main__"], os.environ.get(_SAFE)
        sys.modules["__main__"] = ModuleType("__main__")
        os.environ[_SAFE] = "1"
        try:
            yield
        finally:
            sys.modules["__main__"] = main
            if safe is None:
                del os.environ[_SAFE]
            else:
                os.environ[_SAFE] = safe


class _Reader(_START.Process):  # type: ignore[misc]
    def start(self) -> None:
        with apart():
            super().start()


class _Context(type(_START)):  # type: ignore[misc]
    Process = _Reader


def context() -> Any:
    """What multiprocessing starts readers by: forked off one process that has loaded all."""
    found = _Context()
    if _FORKED:
        found.set_forkserver_preload(["store.intake.loaded"])
    return found


def begin_loading() -> None:
    """Have what reading takes loaded beside what this process does next; returns at once."""
    if _FORKED:
        from multiprocessing.forkserver import ensure_running

        context()
        with apart():
            ensure_running()


def become_reader(memory: int) -> None:
    """Make this process one that reads files and does nothing else."""
    import store.intake.loaded  # noqa: F401
    from store.intake.confinement import confine

    confine(memory)


def read(path: str, themes_file: str | None, limits: Limits, data: bytes | None = None) -> bytes:
    """A task with an end of its own, for when the process that waits for it has died."""
    from store.intake.confinement import ending_after

    with ending_after(limits.seconds + 2 * GRACE):
        return read_and_label(path, themes_file, limits, data)
