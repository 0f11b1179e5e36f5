"""How fast a run goes, and how long what is left will take."""

import time
from collections import deque
from collections.abc import Callable
from typing import Final

LOOKED_BACK: Final = 20.0
"""Seconds over which the rate is taken: files differ, and a laptop slows down when it is hot."""
SURE: Final = 1.0
"""Seconds after which there is something to go by."""


class Pace:
    """Counts what is done of a run of so many files."""

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.total = total
        self.done = 0
        self._clock = clock
        self._marks: deque[tuple[float, int]] = deque([(clock(), 0)])

    def step(self) -> None:
        """One more file is done."""
        self.done += 1
        now = self._clock()
        self._marks.append((now, self.done))
        while len(self._marks) > 2 and now - self._marks[0][0] > LOOKED_BACK:
            self._marks.popleft()

    @property
    def rate(self) -> float | None:
        """Files a second of late; None as long as there is nothing to go by."""
        begun, before = self._marks[0]
        seconds = self._clock() - begun
        if seconds < SURE or self.done == before:
            return None
        return (self.done - before) / seconds

    @property
    def left(self) -> float | None:
        """Seconds that the rest will take; None as long as there is nothing to go by."""
        rate = self.rate
        return (self.total - self.done) / rate if rate else None

    @property
    def words(self) -> str:
        """As in "12 of 300 · 9.5 a second · 30 s left"."""
        said = [f"{self.done:,} of {self.total:,}"]
        rate, left = self.rate, self.left
        if rate is not None and left is not None and self.done < self.total:
            said.append(f"{rate:.1f} a second" if rate >= 1 else f"{60 * rate:.0f} a minute")
            said.append(f"{duration(left)} left")
        return " · ".join(said)


def duration(seconds: float) -> str:
    """Seconds in words: "8 s", "3 min", "2 h 5 min"."""
    whole = max(1, round(seconds))
    if whole < 90:
        return f"{whole} s"
    minutes = round(whole / 60)
    if minutes < 90:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"
