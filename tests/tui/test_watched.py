"""Watched folders: named in the app, remembered, and what appears in them added by itself."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from store.library import Library
from tests.conftest import SAMPLES
from tests.tui.apps import app_on, browse_of, settled
from tui.app import OfstedApp
from tui.panes.councils import CouncilsPane
from tui.screens.add import FailedFiles
from tui.screens.watched import Watched, WatchedRows
from tui.session import Session

LETTER = SAMPLES / "tameside-2018-09-17-monitoring-visit-letter.txt"
SIZE = (100, 30)


async def until_there_are(pilot: Pilot[None], app: OfstedApp, documents: int) -> None:
    for _ in range(600):
        await pilot.pause(0.05)
        if len(browse_of(app).library) == documents:
            break
    await settled(pilot)
    assert len(browse_of(app).library) == documents


async def watch(pilot: Pilot[None], app: OfstedApp, folder: Path) -> None:
    await pilot.press("W")
    await settled(pilot)
    app.screen.query_one(Input).value = str(folder)
    await pilot.press("enter")
    await settled(pilot)


async def test_what_appears_in_a_watched_folder_is_added(
    empty_library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    app = app_on(empty_library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await watch(pilot, app, folder)
        assert isinstance(app.screen, Watched) and app.watched == (folder,)
        await pilot.press("escape")
        (folder / "letter.txt").write_bytes(LETTER.read_bytes())
        (folder / "empty.txt").write_bytes(b" ")
        await until_there_are(pilot, app, 1)
        assert browse_of(app).query_one(CouncilsPane).items[0][0].name == "Tameside"
        await pilot.press("W")
        for _ in range(200):
            await pilot.pause(0.05)
            if app.seen_in[folder].failed:
                break
        await settled(pilot)
        assert dict(app.seen_in[folder].counts) == {"added": 1, "failed": 1}
        rows = app.screen.query_one(WatchedRows)
        assert "1 added, 1 not read" in rows.row_content(0, 80, True).plain
        failed = app.screen.query_one(FailedFiles)
        assert failed.display and [Path(f.path).name for f in failed.failed] == ["empty.txt"]


async def test_folders_are_remembered_for_their_library_until_left(
    empty_library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    file = tmp_path / "session.json"
    app = app_on(empty_library, session=Session(file))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await watch(pilot, app, folder)
    assert Session(file).watched(empty_library.path) == (folder,)
    assert Session(file).watched(tmp_path / "other.json") == ()
    (folder / "letter.txt").write_bytes(LETTER.read_bytes())
    again = app_on(empty_library, session=Session(file))
    async with again.run_test(size=SIZE) as pilot:
        await until_there_are(pilot, again, 1)
        await pilot.press("W", "tab", "delete")
        await settled(pilot)
        assert again.watched == () and not again.screen.query_one(WatchedRows).folders
    assert Session(file).watched(empty_library.path) == ()


async def test_a_folder_that_is_not_there_is_said(empty_library: Library, tmp_path: Path) -> None:
    app = app_on(empty_library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await watch(pilot, app, tmp_path / "nothing [/]")
        assert app.watched == ()
        words = str(app.screen.query_one("#watched-words").render())
        assert "There is no folder" in words and "nothing [/]" in words.replace("\n", "")
