"""Fixtures that several tests of the library share."""

import os

import pytest


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is forced to the disk, where a test asks for hundreds of writes."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)
