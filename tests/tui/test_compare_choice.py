"""The choice of the other side in Compare: what it offers, by typing, and what it refuses."""

from pathlib import Path

import pytest

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tests.tui.comparing import at_compare, chosen, councils_of, head, visits_of
from tests.tui.small_libraries import one_document
from tui.panes.compare_visits import VisitsTable
from tui.panes.concerns import ConcernsPane
from tui.screens.compare_with import ChoiceList, CompareWith

MEDIUM = (120, 40)
SMALL = (80, 24)


async def test_a_council_is_chosen_by_typing(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        compare = await at_compare(app, pilot)
        await chosen(pilot, "dud")
        table = councils_of(compare)
        assert [side.council for side in table.sides] == ["Tameside", "Dudley"]
        assert "Dudley is a statistical neighbour of Tameside" in head(compare)
        assert "letters and reports" in head(compare)
        pane = compare.query_one(ConcernsPane)
        for column, names in ((1, {"Tameside"}), (3, {"Dudley"}), (0, {"Tameside", "Dudley"})):
            table.move_cursor(row=0, column=column)
            await settled(pilot)
            assert compare.pointed
            assert {compare.finding(row).council for row in compare.pointed.rows} == names
            assert pane.count == len(compare.pointed.rows)
        table.move_cursor(row=2, column=3)
        await settled(pilot)
        filters = compare.pointed.filters
        await pilot.press("B")
        await settled(pilot)
        browse = browse_of(app)
        assert app.screen is browse and filters and browse.filters == filters
        assert browse.selection
        assert browse.selection.count == table.sides[1].tally(table.themes[2]).concerns


async def test_either_visit_can_be_chosen_and_the_later_stays_right(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        compare = await at_compare(app, pilot)
        await pilot.press("C", *"2016", "enter")
        await settled(pilot)
        table = visits_of(compare)
        assert (table.earlier.when, table.later.when) == ("2016-09-26", "2023-12-04")
        await chosen(pilot, "sixth")
        table = visits_of(compare)
        assert (table.earlier.when, table.later.when) == ("2018-08-22", "2023-12-04")
        await pilot.press("C", *"dudley", "enter")
        await settled(pilot)
        assert [s.council for s in councils_of(compare).sides] == ["Dudley", "Tameside"]


async def test_the_choice_offers_neighbours_and_skips_what_is_not_held(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        compare = await at_compare(app, pilot)
        await pilot.press("c")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, CompareWith)
        choices = screen.query_one(ChoiceList)
        words = [row.words for row in choices.rows]
        headings = [row.words for row in choices.rows if row.heading]
        assert headings == [
            "visits to Tameside",
            "statistical neighbours, as the register lists them",
            "other councils of the library",
        ]
        assert words.index("Dudley") < words.index("Rotherham")  # held ones come first
        assert choices.picked is not None
        places = []
        for _ in range(8):
            await pilot.press("down")
            places.append(choices.rows[choices.highlighted].heading)
        assert not any(places)
        await pilot.press(*"rotherham", "enter")
        await settled(pilot)
        assert app.screen is screen
        assert "holds no letter" in str(screen.query_one("#choice-note").render())
        await pilot.press(*"zzz")
        await settled(pilot)
        assert choices.count == 0 and choices.picked is None
        await pilot.press("enter", "escape")
        await settled(pilot)
        assert app.screen is compare and isinstance(compare.table, VisitsTable)


async def test_a_council_with_one_visit_is_asked_for_another(tmp_path: Path) -> None:
    library = one_document(tmp_path, "reading-2019-07-19-monitoring-visit-letter.pdf")
    app = app_on(library)
    async with app.run_test(size=SMALL) as pilot:
        await at_compare(app, pilot, "Reading")
        assert isinstance(app.screen, CompareWith)
        assert all(row.choice is None for row in app.screen.query_one(ChoiceList).rows)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is browse_of(app)


@pytest.mark.parametrize("key", ["c", "C"])
async def test_enter_at_once_leaves_what_is_compared(sample_library: Library, key: str) -> None:
    """What stands on the side is highlighted; the visit on the other side is not offered."""
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        compare = await at_compare(app, pilot)
        before = compare.earlier, compare.later
        stays = compare.later if key == "c" else compare.earlier
        await pilot.press(key)
        await settled(pilot)
        choices = app.screen.query_one(ChoiceList)
        assert stays not in [row.choice.visit for row in choices.rows if row.choice]
        assert str(choices.row_content(choices.highlighted, 60, True)).startswith("▸")
        await pilot.press("enter")
        await settled(pilot)
        assert (compare.earlier, compare.later) == before


async def test_enter_on_a_council_that_is_not_held_says_why_not(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=MEDIUM) as pilot:
        await at_compare(app, pilot)
        await pilot.press("c", *"rother")
        await settled(pilot)
        choices, note = app.screen.query_one(ChoiceList), app.screen.query_one("#choice-note")
        assert not choices.rows[choices.highlighted].heading
        await pilot.press("enter")
        await settled(pilot)
        assert "holds no letter" in str(note.render()) and note.region.height > 0
        await pilot.press("backspace")
        await settled(pilot)
        assert "holds" not in str(note.render())
