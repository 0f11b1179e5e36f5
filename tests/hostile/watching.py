"""What a run of hostile files did beside its work: time, memory, files written, servers asked."""

import contextlib
import os
import re
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

from store.intake import Workers
from store.reading.limits import Limits


class Timed:
    """Workers that are given as many files as they are, and the seconds that each file took."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        self.ahead = workers.count
        self.seconds: dict[Path, float] = {}

    def submit(self, path: Path, limits: Limits) -> "Future[bytes]":
        start = time.monotonic()
        future = self._workers.submit(path, limits)

        def note(_: object) -> None:
            self.seconds[path] = time.monotonic() - start

        future.add_done_callback(note)
        return future


class Server:
    """A server of this machine that counts who asks it for anything."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.asked = 0
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                caller, _ = self._socket.accept()
                self.asked += 1
                caller.close()

    def close(self) -> None:
        self._socket.close()


def tree(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Every path below a folder, with its kind, size and time of change."""
    found = {}
    for place, folders, files in os.walk(folder):
        for path in (Path(place, name) for name in [*folders, *files]):
            state = path.lstat()
            found[str(path)] = (state.st_mode, state.st_size, state.st_mtime_ns)
    return found


@contextlib.contextmanager
def peak_of_children() -> Iterator[list[int]]:
    """Notes the most bytes of memory that a process started from here on held at once."""
    peak, done = [0], threading.Event()

    def look() -> None:
        while not done.wait(0.05):
            for pid in _below(os.getpid()):
                with contextlib.suppress(OSError, ValueError):
                    status = Path(f"/proc/{pid}/status").read_text("ascii", "replace")
                    high = re.search(r"VmHWM:\s+(\d+) kB", status)
                    peak[0] = max(peak[0], int(high[1]) * 1024 if high else 0)

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield peak
    finally:
        done.set()
        thread.join()


def _below(pid: int) -> list[int]:
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir() if Path("/proc").is_dir() else ():
        if entry.name.isdecimal():
            with contextlib.suppress(OSError, ValueError, IndexError):
                fields = (entry / "stat").read_text("ascii", "replace").rpartition(")")[2].split()
                parents.setdefault(int(fields[1]), []).append(int(entry.name))
    found, left = [], [pid]
    while left:
        children = parents.get(left.pop(), [])
        found.extend(children)
        left.extend(children)
    return found
