"""How much a reader takes on before it gives up on a file."""

import time

import msgspec

from store.reading.failure import ReadingError


class Limits(msgspec.Struct, frozen=True):
    """Bounds on one file. Ofsted's longest report has 50 pages and 1 MB."""

    bytes: int = 64_000_000
    pages: int = 600
    seconds: float = 30.0
    characters: int = 8_000_000


DEFAULT_LIMITS = Limits()


class Stopwatch:
    """Raises `too-slow` once a file has taken longer than its limit allows."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._end = time.monotonic() + limits.seconds

    def check(self) -> None:
        if time.monotonic() > self._end:
            raise ReadingError("too-slow", f"{self._limits.seconds:g} seconds")
