"""Ctrl+C asks a command to end in good order; pressed again, it ends at once."""

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType


@contextlib.contextmanager
def until_interrupted() -> Iterator[Callable[[], bool]]:
    """Gives a function that says whether to go on: until Ctrl+C, or a request to terminate."""
    asked = threading.Event()

    def ask(number: int, frame: FrameType | None) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()

    before = {}
    if threading.current_thread() is threading.main_thread():
        before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: not asked.is_set()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
