"""Add: from the app and from the command line, what it reports and what it keeps."""

import asyncio
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from store.library import Library
from tests.conftest import SAMPLES
from tests.tui.apps import answered, app_on, browse_of, settled
from tui.app import OfstedApp
from tui.panes.councils import CouncilsPane
from tui.screens.add import Add, FailedFiles

SIZE = (100, 30)
LETTER = SAMPLES / "tameside-2018-09-17-monitoring-visit-letter.txt"


def bad_files(folder: Path) -> Path:
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "page.pdf").write_text(
        "<!doctype html><html><head><title>Report not found</title></head><body></body></html>"
    )
    (folder / "letter.txt").write_bytes(LETTER.read_bytes())
    return folder


async def test_paths_given_are_added_before_browsing(empty_library: Library) -> None:
    app = app_on(empty_library, new_paths=[LETTER])
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert app.screen is browse_of(app)
        assert [card.name for card in empty_library.councils] == ["Tameside"]
        picked = browse_of(app).query_one(CouncilsPane).picked
        assert picked and picked[0].name == "Tameside"


async def test_what_could_not_be_read_is_reported_and_the_rest_kept(
    empty_library: Library, tmp_path: Path
) -> None:
    app = app_on(empty_library, new_paths=[bad_files(tmp_path / "mixed")])
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, Add)
        report = app.screen.query_one(FailedFiles)
        assert [(Path(f.path).name, f.code) for f in report.failed] == [
            ("empty.txt", "empty"),
            ("page.pdf", "not-a-pdf"),
        ]
        assert app.screen.counts == {"added": 1, "failed": 2}
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen is browse_of(app) and len(empty_library) == 1


async def test_files_dropped_on_the_screen_are_added(
    empty_library: Library, tmp_path: Path
) -> None:
    spaced = tmp_path / "a letter [final].txt"
    spaced.write_bytes(LETTER.read_bytes())
    app = app_on(empty_library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        app.post_message(Paste(f"'{spaced}'\n"))
        await settled(pilot)
        assert app.screen is browse_of(app)
        assert [record.name for record in empty_library.records.values()] == [spaced.name]


async def test_words_that_are_pasted_add_nothing(empty_library: Library) -> None:
    app = app_on(empty_library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        for words in ("caseloads", "/no/such/letter.pdf", "", "[/]\x1b[31m"):
            app.post_message(Paste(words))
        await settled(pilot)
        assert app.screen is browse_of(app) and not len(empty_library)


def notices(app: OfstedApp) -> str:
    return "\n".join(each.message for each in app._notifications)


@pytest.mark.parametrize("over", ["", "J", "enter"])
async def test_what_became_of_a_dropped_file_is_told_over_every_screen(
    sample_library: Library, tmp_path: Path, over: str
) -> None:
    minutes = tmp_path / "minutes [draft].txt"
    minutes.write_text("Minutes of the panel.\nThe panel agreed to meet again in June.\n")
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        if over:
            await pilot.press("3", over)
            await settled(pilot)
        screen = app.screen
        app.post_message(Paste(str(LETTER)))
        await answered(pilot)
        assert app.screen is screen
        assert "1 already there: Tameside, monitoring visit letter" in notices(app)
        app.post_message(Paste(str(minutes)))
        await answered(pilot)
        told = notices(app)
        assert "1 added: minutes [draft].txt, other document" in told and "no council" in told


async def test_of_many_files_only_some_are_named(empty_library: Library, tmp_path: Path) -> None:
    app = app_on(empty_library, new_paths=[SAMPLES])
    async with app.run_test(size=SIZE) as pilot:
        await answered(pilot)
        first = notices(app).splitlines()[0]
        assert first.startswith(f"{len(empty_library)} added: ") and first.count(";") == 3
        assert first.endswith(" more.")
        (tmp_path / "hollow").mkdir()
        app.post_message(Paste(str(tmp_path / "hollow")))
        await answered(pilot)
        assert "no file to read" in notices(app)


async def test_what_cannot_be_taken_in_is_not_passed_over_in_silence(
    empty_library: Library, tmp_path: Path
) -> None:
    app = app_on(empty_library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        for pasted, told in (
            (str(tmp_path / "gone [/].pdf"), "There is no "),
            (f"{LETTER} {tmp_path}/gone.pdf", "gone.pdf: nothing was added"),
            ("placement sufficiency", "names no file"),
            (f"/{'x' * 5_000}", "xxx: nothing was added"),
        ):
            app.clear_notifications()
            app.post_message(Paste(pasted))
            await settled(pilot)
            assert told in notices(app) and len(notices(app)) < 200
        app.clear_notifications()
        app.post_message(Paste(" \n"))
        await pilot.press("question_mark")
        await settled(pilot)
        assert not notices(app)
        app.post_message(Paste(str(LETTER)))
        await settled(pilot)
        assert "once the dialog is closed" in notices(app) and not len(empty_library)


async def test_what_is_dropped_on_a_page_is_not_looked_at(
    empty_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OFSTED_TUI_SERVED", "write")
    app = app_on(empty_library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        for pasted in (str(LETTER), "/no/such/letter.pdf", "words"):
            app.post_message(Paste(pasted))
            await settled(pilot)
        assert app.screen is browse_of(app) and not len(empty_library)
        assert not notices(app)


async def test_a_asks_for_a_path_and_adds_it(empty_library: Library) -> None:
    app = app_on(empty_library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("a")
        await settled(pilot)
        assert isinstance(app.screen, Add)
        app.screen.query_one(Input).value = str(LETTER)
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen.counts == {"added": 1}
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is browse_of(app) and len(empty_library) == 1


async def test_a_path_that_is_not_there_is_said(empty_library: Library, tmp_path: Path) -> None:
    app = app_on(empty_library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("a")
        await settled(pilot)
        app.screen.query_one(Input).value = str(tmp_path / "nothing [/]")
        await pilot.press("enter")
        await settled(pilot)
        words = str(app.screen.query_one("#add-words").render())
        assert "There is no" in words and "[/]" in words
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is browse_of(app)


async def test_adding_twice_changes_nothing(sample_library: Library) -> None:
    before = len(sample_library)
    app = app_on(sample_library, new_paths=[SAMPLES])
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert app.screen is browse_of(app)
        assert len(sample_library) == before


@pytest.mark.parametrize("demo", [True, False])
async def test_that_the_samples_are_there_already_is_no_news(
    sample_library: Library, demo: bool
) -> None:
    app = app_on(sample_library, new_paths=[SAMPLES])
    app.demo = demo
    async with app.run_test(size=SIZE) as pilot:
        await answered(pilot)
        assert ("already there" in notices(app)) is not demo


async def test_escape_stops_and_keeps_what_is_done(empty_library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    letter = LETTER.read_text("utf-8")
    for number in range(300):
        (folder / f"{number:03}.txt").write_text(f"{letter}\nCopy {number}.", "utf-8")
    app = app_on(empty_library, new_paths=[folder])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        add = app.screen
        assert isinstance(add, Add)
        async with asyncio.timeout(120):
            while add.counts["added"] < 3:
                await pilot.pause(0.01)
        assert " of 300" in str(add.query_one("#add-counts").render())
        await pilot.press("escape")
        async with asyncio.timeout(60):
            while not add.ended:
                await pilot.pause(0.01)
        assert app.screen is add
        kept = add.counts["added"]
        assert 3 <= kept < 300
        assert len(Library(empty_library.path)) == kept
        assert f"Stopped with {300 - kept} to go" in str(add.query_one("#add-words").render())
    # What was stopped goes on where it was.
    again = app_on(Library(empty_library.path), new_paths=sorted(folder.iterdir())[: kept + 3])
    async with again.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert len(Library(empty_library.path)) >= kept + 1
