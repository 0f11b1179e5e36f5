"""A library of one letter, read from a file that a test may change."""

import shutil
from pathlib import Path

import pytest

from store.library import Library
from tests.store.library.corrections.correcting import LETTER, add


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(LETTER, tmp_path / "letter.txt"))


@pytest.fixture
def library(tmp_path: Path, file: Path) -> Library:
    library = Library(tmp_path / "kept" / "library.json")
    add(library, file)
    return library
