"""Fixtures that several tests of the library share."""

import os

import pytest

from store.model.document import Document
from tests.store.library.kept_documents import read_letter


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is forced to the disk, where a test asks for hundreds of writes."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


@pytest.fixture(scope="session")
def letter() -> Document:
    return read_letter()
