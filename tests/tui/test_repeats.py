"""Repeats while browsing: marked when they are known, followed back, and filtered by."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store.findings.finder import Finder
from store.intake import take_in
from store.library import Library
from store.repeats.known import KnownRepeats
from tests.tui.apps import answered, app_on, browse_of, settled
from tui.app import OfstedApp
from tui.messages import FindingPicked
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


async def only_repeats_at_tameside(app: OfstedApp, pilot: Pilot[Any]) -> tuple[Browse, list[str]]:
    """Browse with `R` on, and the ids of what is shown."""
    browse, _ = await at_tameside(app, pilot)
    await pilot.press("R")
    await answered(pilot)
    assert len(shown_ids(browse)) > 3
    return browse, shown_ids(browse)


def shown_ids(browse: Browse) -> list[str]:
    assert browse.selection is not None
    return [browse.finding(row).id for row in browse.selection.rows()]


async def test_repeats_stay_when_one_of_them_is_corrected_and_when_that_is_undone(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, before = await only_repeats_at_tameside(app, pilot)
        pane = browse.query_one(ConcernsPane)
        pane.focus()
        pane.highlight(2)
        await pilot.press("e", "2", "ctrl+s")
        await answered(pilot)
        after = shown_ids(browse)
        assert after and set(after) < set(before) and before[2] not in after
        assert pane.highlighted == 2, "the reader stands where the corrected one stood"
        councils = browse.query_one(CouncilsPane)
        assert "…" not in str(councils.row_content(councils.highlighted, 40, True))
        await pilot.press("ctrl+z")
        await answered(pilot)
        assert shown_ids(browse) == before


async def test_repeats_stay_when_the_library_is_read_anew(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, before = await only_repeats_at_tameside(app, pilot)
        await pilot.press("f5")
        await answered(pilot)
        assert shown_ids(browse) == before


async def test_repeats_stay_when_another_process_adds_a_document(
    sample_library: Library, tmp_path: Path
) -> None:
    letter = tmp_path / "note.txt"
    letter.write_text("Minutes of the panel in Leeds.\nThe panel agreed to meet again in June.\n")
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, before = await only_repeats_at_tameside(app, pilot)
        list(take_in([letter], Library(sample_library.path), Finder()))
        browse.show_what_is_new()
        await answered(pilot)
        assert letter.name in {record.name for record in browse.library.records.values()}
        assert shown_ids(browse) == before


async def test_repeats_are_right_after_corrections_with_r_off(sample_library: Library) -> None:
    """A flag after a change of labels: what was known before both of them is known no more."""
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        browse, before = await only_repeats_at_tameside(app, pilot)
        await pilot.press("R")
        await settled(pilot)
        pane = browse.query_one(ConcernsPane)
        pane.focus()
        for keys in (("e", "2", "ctrl+s"), ("exclamation_mark",), ("ctrl+z",), ("ctrl+z",)):
            await pilot.press(*keys)  # each is carried out before what hangs on it is known
        await answered(pilot)
        await pilot.press("R")
        await answered(pilot)
        assert shown_ids(browse) == before


async def test_a_list_that_is_not_worked_out_yet_says_so(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end, of = threading.Event(), KnownRepeats.of

    def slowly(self: KnownRepeats, council: str, proceed: Callable[[], bool] = lambda: True) -> Any:
        may_end.wait(20)
        return of(self, council, proceed)

    monkeypatch.setattr(KnownRepeats, "of", slowly)
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        browse = browse_of(app)
        browse.query_one(CouncilsPane).pick("Tameside")
        await pilot.press("R")
        await pilot.pause(0.1)
        pane = browse.query_one(ConcernsPane)
        assert pane.count == 0 and "being worked out" in str(pane.empty_content())
        may_end.set()
        await answered(pilot)
        assert pane.count


async def test_repeats_that_could_not_be_worked_out_are_tried_again(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    of, failures = KnownRepeats.of, [OSError("the disk is away")]

    def once(self: KnownRepeats, council: str, proceed: Callable[[], bool] = lambda: True) -> Any:
        if failures and browse_of(app).filters.repeats:
            raise failures.pop()
        return of(self, council, proceed)

    monkeypatch.setattr(KnownRepeats, "of", once)
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        browse.filters = browse.filters.but(councils=(), visit=None, repeats=True)
        await answered(pilot)
        pane = browse.query_one(ConcernsPane)
        assert "could not be worked out" in str(pane.empty_content())
        await pilot.press("R", "R")
        await answered(pilot)
        assert pane.count


async def test_the_repeats_of_all_councils_are_worked_out_although_one_is_picked(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        browse.filters = browse.filters.but(councils=(), visit=None, repeats=True)
        browse.post_message(FindingPicked(0))  # was on its way when the filters changed
        await answered(pilot)
        assert shown_ids(browse) and browse.repeats_known == "known"
