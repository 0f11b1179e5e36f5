"""Repeats while browsing: marked when they are known, followed back, and filtered by."""

from typing import Any

from textual.pilot import Pilot

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui.app import OfstedApp
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.screens.browse import Browse
from tui.screens.read import Read

WIDE = (160, 50)


async def at_tameside(app: OfstedApp, pilot: Pilot[Any]) -> tuple[Browse, ConcernsPane]:
    await settled(pilot)
    browse = browse_of(app)
    browse.query_one(CouncilsPane).pick("Tameside")
    await settled(pilot)
    await settled(pilot)
    return browse, browse.query_one(ConcernsPane)


def repeat_rows(browse: Browse) -> list[int]:
    assert browse.selection is not None
    return [row for row in browse.selection.rows() if browse.finding(row).repeat_of]


async def test_a_repeated_concern_says_when_it_was_told_before(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, pane = await at_tameside(app, pilot)
        rows = repeat_rows(browse)
        assert rows
        pane.pick(rows[0])
        await settled(pilot)
        shown = str(pane.row_content(pane.highlighted, 60, True))
        assert "↻ again: also" in shown and "visits)" in shown
        others = set(browse.selection.rows() if browse.selection else ()) - set(rows)
        pane.pick(min(others))
        await settled(pilot)
        assert "again" not in str(pane.row_content(pane.highlighted, 60, True))


async def test_r_reads_the_earlier_sentence_and_escape_comes_back(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, pane = await at_tameside(app, pilot)
        rows = repeat_rows(browse)
        pane.pick(rows[0])
        pane.focus()
        await settled(pilot)
        finding = browse.finding(rows[0])
        await pilot.press("r")
        await settled(pilot)
        read = app.screen
        assert isinstance(read, Read)
        assert f"{read.document.id}:{read.sentence}" == finding.repeat_of
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is browse and pane.picked_row == rows[0]


async def test_r_on_what_was_not_told_before_says_so(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, pane = await at_tameside(app, pilot)
        assert browse.selection is not None
        pane.pick(min(set(browse.selection.rows()) - set(repeat_rows(browse))))
        pane.focus()
        await pilot.press("r")
        await settled(pilot)
        assert app.screen is browse


async def test_shift_r_leaves_only_repeats_in_every_council(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, pane = await at_tameside(app, pilot)
        rows = repeat_rows(browse)
        await pilot.press("R")
        await settled(pilot)
        assert browse.selection and browse.selection.rows() == rows
        assert pane.count == len(rows) and "told before" in browse.sub_title
        browse.query_one(CouncilsPane).pick("Dudley")
        await settled(pilot)
        await settled(pilot)
        assert browse.selection.rows() == repeat_rows(browse)
        await pilot.press("R")
        await settled(pilot)
        assert not browse.filters.repeats and browse.selection.count > len(rows)


async def test_an_empty_library_has_no_repeats(empty_library: Library) -> None:
    app = app_on(empty_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("r", "R")
        await settled(pilot)
        assert browse_of(app).filters.repeats
