"""Workers that stay for a while after use, so that the next file need not wait for new ones."""

import threading
from pathlib import Path
from typing import Final

from store.intake.workers import Workers

WHILE: Final = 60.0
"""Seconds after which workers that nobody has asked for again are ended."""


class KeptWorkers:
    """Lends workers, and keeps those given back last; of use to one that reads again and again.

    The methods may be called from any thread. `give_back` and `end` wait for processes to end.
    """

    def __init__(self, themes_file: Path | None, seconds: float = WHILE) -> None:
        self._themes_file = themes_file
        self._seconds = seconds
        self._lock = threading.Lock()
        self._kept: Workers | None = None
        self._ended = False
        self._timer: threading.Timer | None = None

    def lend(self, count: int) -> Workers:
        """Workers for this borrower alone: those kept, if there are as many, or new ones."""
        with self._lock:
            if self._kept is not None and self._kept.count >= count:
                return self._taken(self._kept)
        return Workers(count, self._themes_file)

    def give_back(self, workers: Workers) -> None:
        """They are not used any more; what they were asked for is cancelled or done."""
        with self._lock:
            spare = workers if self._ended else self._kept
            if not self._ended:
                self._taken(workers)
                self._kept = workers
                self._timer = threading.Timer(self._seconds, self._let_go, (workers,))
                self._timer.daemon = True
                self._timer.start()
        if spare is not None:
            spare.end()

    def end(self) -> None:
        """End what is kept, and from now on what is given back."""
        with self._lock:
            self._ended = True
            kept = self._taken(self._kept) if self._kept is not None else None
        if kept is not None:
            kept.end()

    def _taken(self, workers: Workers) -> Workers:
        """They are kept no longer, or not yet."""
        self._kept = None
        if self._timer is not None:
            self._timer.cancel()
        return workers

    def _let_go(self, workers: Workers) -> None:
        with self._lock:
            if self._kept is not workers:
                return  # lent in the last moment
            self._kept = None
        workers.end()
