"""The app as a page runs it: what would use the server's files or change the library is refused."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from store.library import Library, LibraryError
from tests.tui.apps import app_on, browse_of, settled
from tui import app as app_module
from tui import outside, served
from tui.__main__ import main
from tui.app import OfstedApp, open_app
from tui.outside import OutsideError
from tui.palette import Actions, Settings
from tui.screens.add import Add
from tui.screens.browse import Browse
from tui.screens.correct import Correct
from tui.screens.export import Export
from tui.screens.export_corrections import ExportCorrections
from tui.screens.watched import Watched

FILE_KEYS = ("a", "x", "o", "P", "ctrl+e")
CHANGE_KEYS = ("e", "exclamation_mark", "ctrl+z", "ctrl+y")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was notified."""
    said: list[str] = []

    def notify(_self: Any, message: str, **_: Any) -> None:
        said.append(message)

    monkeypatch.setattr(OfstedApp, "notify", notify)
    return said


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """The programs that were started: there are to be none."""
    known: list[Any] = []
    monkeypatch.setattr(subprocess, "run", lambda *given, **_: known.append(given))
    monkeypatch.setattr(subprocess, "Popen", lambda *given, **_: known.append(given))
    yield known


def read_library(file: Path) -> Library:
    return Library(file, only_read=served.TO_READ)


def shown_ids(app: OfstedApp) -> set[str | None]:
    return {active.binding.id for active in app.screen.active_bindings.values()}


@pytest.mark.parametrize("mode", ["read", "write"])
@pytest.mark.parametrize("key", FILE_KEYS)
async def test_files_of_the_server_are_refused_in_words(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch, told: list[str],
    started: list[Any], mode: str, key: str,
) -> None:  # fmt: skip
    monkeypatch.setenv(served.SERVED, mode)
    app = app_on(sample_library)
    async with app.run_test(size=(150, 45)) as pilot:
        await settled(pilot)
        await pilot.press("3", key)
        await settled(pilot)
        assert told == [served.NO_FILES]
        assert app.screen is browse_of(app) and not started


@pytest.mark.parametrize("key", CHANGE_KEYS)
async def test_a_page_for_reading_changes_nothing(
    sample_library_file: Path, monkeypatch: pytest.MonkeyPatch, told: list[str], key: str
) -> None:
    monkeypatch.setenv(served.SERVED, "read")
    library = read_library(sample_library_file)
    app = app_on(library)
    async with app.run_test(size=(150, 45)) as pilot:
        await settled(pilot)
        await pilot.press("3", key)
        await settled(pilot)
        assert told == [served.TO_READ] and app.screen is browse_of(app)
        assert not len(Library(sample_library_file).corrections)


async def test_a_page_for_writing_corrects(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    monkeypatch.setenv(served.SERVED, "write")
    app = app_on(sample_library)
    async with app.run_test(size=(150, 45)) as pilot:
        await settled(pilot)
        await pilot.press("3", "exclamation_mark")
        await settled(pilot)
        assert len(Library(sample_library.path).corrections) == 1
        await pilot.press("e")
        await settled(pilot)
        assert isinstance(app.screen, Correct)


@pytest.mark.parametrize(("mode", "changes"), [("read", False), ("write", True), ("odd", False)])
async def test_what_is_refused_is_not_shown(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch, mode: str, changes: bool
) -> None:
    monkeypatch.setenv(served.SERVED, mode)
    app = app_on(sample_library)
    async with app.run_test(size=(150, 45)) as pilot:
        await settled(pilot)
        await pilot.press("3")
        await settled(pilot)
        ids = shown_ids(app)
        assert not ids & {"add", "export", "source", "pager", "editor"}
        assert ({"correct", "flag", "undo", "redo"} <= ids) == changes
        assert {"copy", "why", "help", "theme", "quit", "corrections"} <= ids
        named = {found.name for found in Actions(app.screen).commands()}
        assert "Copy with citation" in named and not any("Add files" in name for name in named)
        settings = {found.name for found in Settings(app.screen).commands()}
        assert settings and not any("where they lie" in name for name in settings)


async def test_screens_that_use_files_are_not_shown_however_they_are_come_to(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    monkeypatch.setenv(served.SERVED, "read")
    app = app_on(sample_library)
    async with app.run_test(size=(150, 45)) as pilot:
        await settled(pilot)
        browse, names = browse_of(app), browse_of(app).vocabulary.names()
        document = next(iter(sample_library.records))
        await app.push_screen(Add(sample_library, app.themes_file, app.settings.limits, ()))
        await app.push_screen(Export(sample_library, browse.filters, names, ""))
        await app.push_screen(ExportCorrections(sample_library))
        browse.open_correction(document, 3)
        await settled(pilot)
        assert app.screen is browse
        assert told == [served.NO_FILES] * 3 + [served.TO_READ]


def test_no_program_is_run_for_a_page(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch, started: list[Any], tmp_path: Path
) -> None:
    monkeypatch.setenv(served.SERVED, "write")
    document = sample_library.document(next(iter(sample_library.records)))
    for attempt in (
        lambda: outside.run(["less"], tmp_path),
        lambda: outside.open_in_viewer(tmp_path, 1),
        lambda: outside.open_in_viewer(tmp_path, 1, "zathura"),
        lambda: outside.passage_file(document, 0),
    ):
        with pytest.raises(OutsideError, match="server"):
            attempt()
    assert not started


async def test_copying_goes_to_the_page_alone(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch, started: list[Any]
) -> None:
    monkeypatch.setenv(served.SERVED, "read")
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    app = app_on(sample_library)
    async with app.run_test(size=(150, 45)) as pilot:
        await settled(pilot)
        await pilot.press("3", "y")
        await settled(pilot)
        assert app.clipboard.startswith("“") and not started


async def test_an_empty_library_does_not_ask_visitors_to_add(
    empty_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(served.SERVED, "read")
    app = app_on(empty_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        shown = "\n".join(
            "".join(segment.text for segment in strip)
            for strip in app.screen._compositor.render_strips()
        )
        assert "Whoever serves this page" in shown and "--demo" not in shown


def test_the_session_and_settings_of_the_owner_are_left_alone(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text('viewer = "mine {file}"\ntheme = "light"')
    opened: list[OfstedApp] = []
    monkeypatch.setattr(app_module.OfstedApp, "run", lambda self: opened.append(self))
    monkeypatch.setenv(served.SERVED, "read")
    open_app(sample_library, [])
    monkeypatch.delenv(served.SERVED)
    open_app(sample_library, [])
    page, terminal = opened
    assert page.session is None and page.settings.viewer == "" and page.settings.theme == "dark"
    assert terminal.session is not None and terminal.settings.viewer == "mine {file}"
    assert not (tmp_path / "state").exists()


def test_a_page_opens_the_library_for_reading(
    sample_library_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Library] = []
    monkeypatch.setattr(
        app_module, "open_app", lambda library, *_, **__: opened.append(library) or 0
    )
    for mode in ("read", "write"):
        monkeypatch.setenv(served.SERVED, mode)
        assert main(["--library", str(sample_library_file)]) == 0
    assert [library.read_only for library in opened] == [served.TO_READ, None]


def test_a_library_opened_for_reading_says_why_it_is_not_changed(
    sample_library_file: Path,
) -> None:
    library = read_library(sample_library_file)
    before = sample_library_file.read_bytes()
    assert library.read_only == served.TO_READ and len(library)
    with pytest.raises(LibraryError, match="for reading"), library.changing():
        raise AssertionError("it let itself be changed")
    library.refresh()
    assert library.read_only == served.TO_READ and sample_library_file.read_bytes() == before


def test_a_torn_library_is_not_mended_by_a_page(sample_library_file: Path) -> None:
    torn = sample_library_file.read_bytes()[:-20]
    sample_library_file.write_bytes(torn)
    library = read_library(sample_library_file)
    assert library.repaired and "left out" in library.repaired
    assert sample_library_file.read_bytes() == torn


def test_every_refused_name_is_there_to_be_refused() -> None:
    shown = (Add, Watched, Export, ExportCorrections, Correct)
    screens = {screen.__name__: screen for screen in shown}
    assert screens.keys() == served._FILE_SCREENS | served._CHANGE_SCREENS
    for action in (served._FILES | served._CHANGES) - {"delete"}:
        owner = Browse if hasattr(Browse, f"action_{action}") else OfstedApp
        assert hasattr(owner, f"action_{action}"), action
