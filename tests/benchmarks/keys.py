"""From a key to its picture, with 500 reports: on a real pseudo-terminal, and with Pilot.

On the pseudo-terminal the app is told that frames can be synchronised, so each ends with a mark.
A key has painted when the last frame comes that it leads to: up to there no pause between frames
is longer than `QUIET`. Its first frame, the moved cursor for one, is told beside it.
"""

import asyncio
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from store.library import Library
from tests.benchmarks.library_of_500 import build
from tests.benchmarks.measure import Row, write_results

FRAME_END = b"\x1b[?2026l"
ASKS = b"\x1b[?2026$p"
ANSWER = b"\x1b[?2026;2$y"
QUIET = 0.12
WAIT = 1.0
"""A key that paints nothing for so long paints nothing at all."""
ROUNDS = 12
SEQUENCES = {"down": b"\x1b[B", "up": b"\x1b[A", "enter": b"\r", "tab": b"\t", "escape": b"\x1b",
             "end": b"\x1b[F", "home": b"\x1b[H", "pagedown": b"\x1b[6~", "slash": b"/",
             "question_mark": b"?", "ctrl+u": b"\x15"}  # fmt: skip


class Walk(NamedTuple):
    """Keys pressed again and again from one place; all are timed."""

    name: str
    before: Sequence[str]
    keys: Sequence[str]
    cursor: bool = False


WALKS = (
    Walk("cursor, councils", ["1", "home"], ["down", "down", "up", "down"], cursor=True),
    Walk("cursor, findings", ["3", "home"], ["down", "down", "up", "down"], cursor=True),
    Walk("pages and ends, findings", ["3"], ["pagedown", "end", "home"]),
    Walk("themes", ["3"], ["t", "w", "t", "m", "A", "T"]),
    Walk("polarity and voices", ["3"], ["p", "V"]),
    Walk("sorting councils", ["1"], ["S"]),
    Walk("words", ["3", "slash"], ["d", "e", "l", "a"]),
    Walk("facets", ["3", "F", "down"], ["enter", "down", "enter"]),
    Walk("panes", ["1"], ["tab", "z", "z", ">", "<"]),
    Walk("cursor, reading", ["3", "home", "enter"], ["down", "down", "up", "down"], cursor=True),
    Walk("reading", ["3", "home", "enter"], ["n", "n", "N", "pagedown", "end", "home"]),
)
AFTER = ("escape", "escape", "0", "1")
"""Brings any walk back to where it began."""


class Terminal:
    """The app on a pseudo-terminal of 160 by 50."""

    def __init__(self, library: Path, folder: str) -> None:
        pid, self.handle = pty.fork()
        if pid == 0:
            os.environ.update(TERM="xterm-256color", OFSTED_TUI_CONFIG=folder,
                              OFSTED_TUI_STATE=folder, TEXTUAL_ANIMATIONS="none")  # fmt: skip
            os.execv(sys.executable, [sys.executable, "-m", "tui", "--library", str(library)])
        self.pid = pid
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 160, 0, 0))

    def frames(self, wait: float, quiet: float = QUIET) -> list[float]:
        """When each frame ended: the first within `wait` seconds, the others without a pause."""
        ended: list[float] = []
        tail = b""
        while select.select([self.handle], [], [], quiet if ended else wait)[0]:
            painted = os.read(self.handle, 1 << 16)
            now = time.perf_counter()
            if ASKS in tail + painted:
                os.write(self.handle, ANSWER)
            ended.extend([now] * (tail + painted).count(FRAME_END))
            tail = painted[-len(FRAME_END) + 1 :]
        return ended

    def press(self, key: str, wait: float = WAIT) -> tuple[float, float] | None:
        """Seconds to the first and to the last frame; None if nothing was painted."""
        start = time.perf_counter()
        os.write(self.handle, SEQUENCES.get(key, key.encode()))
        ended = self.frames(wait)
        return (ended[0] - start, ended[-1] - start) if ended else None

    def close(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.handle)


def on_terminal(library: Path, folder: str) -> dict[str, list[tuple[float, float]]]:
    terminal = Terminal(library, folder)
    try:
        terminal.frames(20.0, quiet=8.0)  # until the index is read
        terminal.press("escape")  # the tour
        return {walk.name: _walked(terminal, walk) for walk in WALKS}
    finally:
        terminal.close()


def _walked(terminal: Terminal, walk: Walk) -> list[tuple[float, float]]:
    timed = []
    for _ in range(ROUNDS):
        for key in walk.before:
            terminal.press(key)
        timed.extend(filter(None, (terminal.press(key) for key in walk.keys)))
        for key in AFTER:
            terminal.press(key)
    return timed


async def with_pilot(library: Library) -> dict[str, list[float]]:
    """The same walks inside one process: until every message is dealt with."""
    from tests.tui.apps import app_on, settled

    app = app_on(library)
    timed: dict[str, list[float]] = {}
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        for walk in WALKS:
            for _ in range(ROUNDS // 3):
                for key in walk.before:
                    await pilot.press(_named(key))
                    await pilot.pause()
                for key in walk.keys:
                    start = time.perf_counter()
                    await pilot.press(_named(key))
                    timed.setdefault(walk.name, []).append(time.perf_counter() - start)
                    await pilot.pause()
                for key in AFTER:
                    await pilot.press(key)
                    await pilot.pause()
    return timed


def _named(key: str) -> str:
    return {">": "greater_than_sign", "<": "less_than_sign"}.get(key, key)


def _tail(seconds: Sequence[float]) -> float:
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def _row(walk: Walk, timed: Sequence[tuple[float, float]], piloted: Sequence[float]) -> Row:
    first = [seconds for seconds, _ in timed]
    last = [seconds for _, seconds in timed]
    judged = first if walk.cursor else last
    most = 16 if walk.cursor else 33
    median, tail = statistics.median(judged) * 1000, _tail(judged) * 1000
    return Row(
        f"{walk.name} ({len(timed)} keys)",
        f"{median:.0f} ms, p95 {tail:.0f} ms"
        + (f"; all panes {statistics.median(last) * 1000:.0f} ms" if walk.cursor else ""),
        f"Pilot {statistics.median(piloted) * 1000:.0f} ms, p95 {_tail(piloted) * 1000:.0f} ms",
        f"{most} ms" + ("" if walk.cursor else ", p95 50 ms"),
        median <= most and (walk.cursor or tail <= 50),
    )


def run() -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = build(Path(folder))
        sentences = sum(record.sentences for record in library.records.values())
        timed = on_terminal(library.path, folder)
        piloted = asyncio.run(with_pilot(Library(library.path)))
    write_results(
        "Keys",
        [_row(walk, timed[walk.name], piloted[walk.name]) for walk in WALKS],
        [
            f"{len(library)} reports, {sentences:,} sentences, on a pseudo-terminal of 160 by 50: "
            "from the key to the end of its last frame; of cursor keys to the first, which shows "
            "the cursor moved, and beside it until the other panes have followed.",
            "Pilot: until every message of the key is dealt with, in the same process.",
        ],
    )


if __name__ == "__main__":
    run()
