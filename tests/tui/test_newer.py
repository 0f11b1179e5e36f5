"""What another process adds is shown by itself."""

from pathlib import Path

import pytest

from store.findings.finder import Finder
from store.intake import take_in
from store.library import Library
from tests.conftest import SAMPLES
from tests.tui.apps import app_on, browse_of, settled
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.screens import newer

LETTER = SAMPLES / "tameside-2018-09-17-monitoring-visit-letter.txt"


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newer, "SECONDS", 0.05)


def add_elsewhere(path: Path) -> None:
    assert all(outcome.ok for outcome in take_in([LETTER], Library(path), Finder()))


async def test_what_another_process_adds_is_shown(empty_library: Library) -> None:
    app = app_on(empty_library)
    async with app.run_test(size=(160, 40)) as pilot:
        await settled(pilot)
        assert not browse_of(app).query_one(CouncilsPane).items
        add_elsewhere(empty_library.path)
        for _ in range(100):
            await pilot.pause(0.05)
            if browse_of(app).query_one(CouncilsPane).items:
                break
        await settled(pilot)
        assert len(empty_library) == 1
        assert browse_of(app).query_one(CouncilsPane).items[0][0].name == "Tameside"
        assert browse_of(app).selection is not None and browse_of(app).selection.count > 0


async def test_under_another_screen_it_waits_until_that_closes(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f1")
        await settled(pilot)
        with Library(sample_library.path).changing():
            pass
        other = Library(sample_library.path)
        with other.changing():
            other.remove(next(iter(other.records)))
        await pilot.pause(0.3)
        assert len(sample_library) == 15 and sample_library.changed()
        await pilot.press("escape")
        for _ in range(100):
            await pilot.pause(0.05)
            if len(sample_library) == 14:
                break
        assert len(sample_library) == 14 and not sample_library.changed()


async def test_a_library_that_breaks_meanwhile_is_told_and_still_shown(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 40)) as pilot:
        await settled(pilot)
        sample_library.path.write_bytes(b"no journal\n")
        for _ in range(100):
            await pilot.pause(0.05)
            if any("cannot be read" in n.message for n in app._notifications):
                break
        assert any("cannot be read" in n.message for n in app._notifications)
        assert len(sample_library) == 15
        assert browse_of(app).query_one(CouncilsPane).items


async def test_the_highlight_stays_on_its_finding_when_others_come_before_it(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 40)) as pilot:
        await settled(pilot)
        browse, other = browse_of(app), Library(sample_library.path)
        browse.query_one(CouncilsPane).pick("Tameside")
        await settled(pilot)
        assert browse.index is not None and browse.selection is not None
        first = browse.finding(browse.selection.rows()[0])
        pane = browse.query_one(ConcernsPane)
        later = next(
            row for row in browse.selection.rows()
            if browse.finding(row).document != first.document
        )  # fmt: skip
        pane.pick(later)
        await settled(pilot)
        picked = browse.finding(later).id
        with other.changing():
            other.remove(first.document)
        for _ in range(100):
            await pilot.pause(0.05)
            if len(browse.library.records) == len(other.records):
                break
        await settled(pilot)
        row = pane.picked_row
        assert row is not None and row < later
        assert browse.finding(row).id == picked
