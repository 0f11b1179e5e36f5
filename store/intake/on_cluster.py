"""What a worker of a cluster does: it reads in processes of its own, as a machine by itself does.

A file that hangs or crashes its reader so costs itself only, there as here, and a reader there
may neither write nor call nor start anything.
"""

import contextlib
import hashlib
import multiprocessing
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

import store
from store.intake.answers import answers
from store.intake.reading import Given, Told, encoded
from store.intake.workers import Workers, worker_count
from store.reading.limits import Limits

IDLE: Final = 60.0
"""Seconds after the last file until a worker of the cluster ends its processes."""


class About(msgspec.Struct, frozen=True):
    """What has to be the same on all machines, for the same file to give the same document."""

    version: str
    model: str
    python: str


def about() -> About:
    """What this machine has."""
    from store.findings.trained.weights import MODEL_FILE, read_card

    python = ".".join(map(str, sys.version_info[:2]))
    model = hashlib.sha256(MODEL_FILE.read_bytes()).hexdigest()[:12]
    return About(store.__version__, f"{read_card(MODEL_FILE).version} ({model})", python)


def read_there(
    path: str, data: bytes, limits: Limits, themes: bytes | None, asked_by: About
) -> bytes:
    """Read and label a file whose bytes were sent; `told` reads the answer.

    A worker that has joined since, with another version, answers with a failure.
    """
    here = _about()
    if here != asked_by:
        message = (
            f"A worker of the cluster has ofsted-tui {here.version} with model {here.model}, "
            f"not {asked_by.version} with {asked_by.model}; install the same there."
        )
        return encoded(Told(code="cluster-version", message=message))
    with _POOL.readers(themes) as (workers, themes_file):
        [answer] = answers([Path(path)], Given(workers, data, themes_file), limits)
    return encoded(answer.told)


class _Pool:
    """The processes of one worker of the cluster, and the files of the themes that were sent."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._workers: Workers | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._busy = 0
        self._timer: threading.Timer | None = None

    @contextlib.contextmanager
    def readers(self, themes: bytes | None) -> Iterator[tuple[Workers, Path | None]]:
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            if self._workers is None:
                _may_have_children()
                self._workers = Workers(_threads())
                self._folder = tempfile.TemporaryDirectory(prefix="ofsted-tui-")
            self._busy += 1
            workers, file = self._workers, self._file(themes)
        try:
            yield workers, file
        finally:
            with self._lock:
                self._busy -= 1
                if not self._busy:
                    self._timer = threading.Timer(IDLE, self._end)
                    self._timer.daemon = True
                    self._timer.start()

    def _file(self, themes: bytes | None) -> Path | None:
        if themes is None:
            return None
        assert self._folder is not None
        path = Path(self._folder.name, f"{hashlib.sha256(themes).hexdigest()[:16]}.toml")
        if not path.exists():
            path.write_bytes(themes)
        return path

    def _end(self) -> None:
        with self._lock:
            if self._busy or self._workers is None:
                return
            self._workers.end()
            assert self._folder is not None
            self._folder.cleanup()
            self._workers = self._folder = None


_POOL: Final = _Pool()
_ABOUT: list[About] = []


def _about() -> About:
    if not _ABOUT:
        _ABOUT.append(about())
    return _ABOUT[0]


def _may_have_children() -> None:
    """Let this process have processes of its own though it was started as one that may not.

    Dask starts its workers so, lest theirs outlive them. Ours end by themselves when nobody is
    left to read for.
    """
    config: Any = getattr(multiprocessing.current_process(), "_config", {})
    config["daemon"] = False


def _threads() -> int:
    """How many files this worker of the cluster is given at a time."""
    try:
        from distributed import get_worker

        return int(get_worker().state.nthreads)
    except (ImportError, ValueError, AttributeError):
        return worker_count()
