"""Shared fixtures. The machine's own settings, library and colours are kept out of every test."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # read once, when Textual is imported
for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TEXTUAL_THEME"):
    os.environ.pop(name, None)

import pytest

from store.findings.finder import Finder
from store.intake import files_under, take_in
from store.library import Library

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "sample_docs"
SHARED = Path(os.environ.get("OFSTED_SHARED", ROOT.parent / "shared"))
"""Real documents, beside a checkout of the developers; a user's clone has none."""

needs_shared = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="the real documents in ../shared are not here"
)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OFSTED_TUI_THEME", "OFSTED_TUI_LIBRARY", "OFSTED_TUI_DEMO_LIBRARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OFSTED_TUI_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("OFSTED_TUI_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(scope="session")
def _sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("samples") / "library.json"
    outcomes = list(take_in(files_under([SAMPLES]), Library(file), Finder()))
    assert all(outcome.ok for outcome in outcomes)
    return file


@pytest.fixture
def sample_library_file(_sample_library: Path, tmp_path: Path) -> Path:
    """A library of all sample documents, of the test's own."""
    folder = tmp_path / "library"
    shutil.copytree(_sample_library.parent, folder)
    return folder / "library.json"


@pytest.fixture
def sample_library(sample_library_file: Path) -> Library:
    return Library(sample_library_file)


@pytest.fixture
def empty_library(tmp_path: Path) -> Iterator[Library]:
    yield Library(tmp_path / "empty" / "library.json")
