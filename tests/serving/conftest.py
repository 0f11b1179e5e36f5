"""A server of the test's own, in a process of its own."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("textual_serve", reason="the extra `serve` is not installed")


SECONDS = 60.0
"""So long is waited for what comes in well under one on a machine that does nothing else."""


def until(true: Callable[[], object], seconds: float = SECONDS) -> None:
    """Wait until it is true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come true"
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def serving(library: Path, *given: str, **environment: str) -> Iterator[str]:
    """The address of a server of this library."""
    port = free_port()
    command = [sys.executable, "-m", "tui", "serve", "--library", str(library)]
    process = subprocess.Popen(
        [*command, "--port", str(port), *given],
        env={**os.environ, "TEXTUAL_ANIMATIONS": "none", **environment},
        stderr=subprocess.PIPE,
        text=True,
    )
    address = f"http://127.0.0.1:{port}"

    def answers() -> bool:
        assert process.poll() is None, process.stderr and process.stderr.read()
        try:
            urllib.request.urlopen(address, timeout=SECONDS).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
        return True

    try:
        until(answers)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(SECONDS)
        finally:
            process.kill()
            process.communicate()


@pytest.fixture
def served(sample_library_file: Path) -> Iterator[str]:
    with serving(sample_library_file) as address:
        yield address
