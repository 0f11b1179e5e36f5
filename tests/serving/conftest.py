"""A server of the test's own, in a process of its own."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("textual_serve", reason="the extra `serve` is not installed")


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
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(address, timeout=1)
                break
            except urllib.error.HTTPError:
                break
            except OSError:
                assert process.poll() is None, process.stderr and process.stderr.read()
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(15)


@pytest.fixture
def served(sample_library_file: Path) -> Iterator[str]:
    with serving(sample_library_file) as address:
        yield address
