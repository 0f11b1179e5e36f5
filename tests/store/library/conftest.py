"""Fixtures that several tests of the library share."""

import os
from pathlib import Path

import pytest

from store.library import Library
from store.model.document import Document
from tests.store.library.kept_documents import read_letter


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is forced to the disk, where a test asks for hundreds of writes."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


@pytest.fixture(scope="session")
def letter() -> Document:
    """The letter of which `kept_documents.copy` makes others."""
    return read_letter()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library that holds nothing yet; some folders have one of their own."""
    return Library(tmp_path / "library.json")
