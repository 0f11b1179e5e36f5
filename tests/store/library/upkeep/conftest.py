"""The library of three letters that every test of its upkeep begins with."""

from pathlib import Path

import pytest

from store.library import Library
from store.model.document import Document
from tests.store.library.kept_documents import copy, keep


@pytest.fixture
def library(tmp_path: Path, letter: Document) -> Library:
    library = Library(tmp_path / "library.json")
    keep(library, *(copy(letter, number, 5) for number in range(3)))
    return library
