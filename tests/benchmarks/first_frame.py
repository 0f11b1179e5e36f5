"""Start to first frame on a real pseudo-terminal, beside an empty three-pane Textual app."""

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

from store.findings.finder import Finder
from store.intake import files_under, take_in
from store.library import Library
from tests.benchmarks.measure import Row, process, write_results
from tests.conftest import SAMPLES, SHARED

EMPTY_APP = """
from textual.app import App
from textual.containers import Horizontal
from textual.widgets import Footer, Static
class Empty(App):
    CSS = "Static { width: 1fr; height: 1fr; border: round green; }"
    def compose(self):
        with Horizontal():
            yield Static("one")
            yield Static("two")
            yield Static("READY")
        yield Footer()
Empty().run()
"""


def first_frame(arguments: Sequence[str], sign: bytes, env: dict[str, str]) -> float:
    """Seconds from the start of the process until `sign` is painted."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(env, TERM="xterm-256color", COLUMNS="160", LINES="50")
        os.execvp(arguments[0], list(arguments))
    start = time.perf_counter()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 160, 0, 0))
    painted = b""
    try:
        while sign not in painted:
            ready, _, _ = select.select([terminal], [], [], 20)
            if not ready:
                raise TimeoutError(f"{arguments} never painted {sign!r}")
            painted += os.read(terminal, 1 << 16)
        return time.perf_counter() - start
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def run() -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "library", "library.json")
        env = {"OFSTED_TUI_CONFIG": folder, "OFSTED_TUI_LIBRARY": str(file)}
        source = SHARED / "seeds" if (SHARED / "seeds").is_dir() else SAMPLES
        for _ in take_in(files_under([source]), Library(file), Finder()):
            pass
        empty_app = Path(folder, "empty_app.py")
        empty_app.write_text(EMPTY_APP, "utf-8")
        command = [sys.executable, "-m", "tui"]
        ours, empty = [], []
        for _ in range(9):
            ours.append(first_frame(command, b"Concerns", env))
            empty.append(first_frame([sys.executable, str(empty_app)], b"READY", env))
        mine, theirs = statistics.median(ours), statistics.median(empty)
        version = statistics.median(process([*command, "--version"]) for _ in range(9))
        councils = statistics.median(
            process([*command, "councils", "--library", str(file)]) for _ in range(9)
        )
    write_results(
        "First frame",
        [
            Row(
                f"first frame with the library of {source.name}",
                f"{mine * 1000:.0f} ms ({mine / theirs:.2f} times)",
                f"empty three-pane app {theirs * 1000:.0f} ms",
                "1.25 times",
                mine <= 1.25 * theirs,
            ),
            Row("`ofsted-tui --version`", f"{version * 1000:.0f} ms", "", "no Textual", True),
            Row("`ofsted-tui councils`", f"{councils * 1000:.0f} ms", "", "no Textual", True),
        ],
        ["That neither command loads Textual is asserted in tests/store/test_boundaries.py."],
    )


if __name__ == "__main__":
    run()
