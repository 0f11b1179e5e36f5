"""Filters of Browse: themes, polarity, words after a slash, and where the highlight stays."""

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui.app import OfstedApp
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.widgets.bars import ThemeStrip
from tui.widgets.filter_line import FilterLine

WIDE = (160, 50)
SMALL = (80, 24)


def top_themes(app: OfstedApp) -> list[tuple[str, str, int]]:
    """The themes of the strip as (key, name, count), most findings first."""
    return [
        (key, name, count) for _, key, name, count, _ in browse_of(app).query_one(ThemeStrip).themes
    ]


async def test_theme_keys_combine_and_clear(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        every = browse.selection.count if browse.selection else 0
        (first, first_name, first_count), (second, second_name, _), *_ = top_themes(app)
        await pilot.press("t", first)
        await settled(pilot)
        assert len(browse.filters.themes) == 1
        one = browse.selection.count if browse.selection else 0
        assert 0 < one == first_count < every
        await pilot.press("t", second)
        await settled(pilot)
        either = browse.selection.count if browse.selection else 0
        assert either > one
        assert f"{first_name} or {second_name}" in (browse.sub_title or "")
        await pilot.press("A")
        await settled(pilot)
        both = browse.selection.count if browse.selection else 0
        assert browse.filters.every_theme and both < one
        assert f"{first_name} and {second_name}" in (browse.sub_title or "")
        await pilot.press("t", first)
        await settled(pilot)
        assert len(browse.filters.themes) == 1 and second_name in (browse.sub_title or "")
        await pilot.press("T")
        await settled(pilot)
        assert browse.filters.themes == ()
        assert browse.selection and browse.selection.count == every


async def test_theme_picker_closes_on_escape_without_a_change(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        before = browse_of(app).filters
        await pilot.press("t", "escape")
        await settled(pilot)
        assert app.screen is browse_of(app)
        assert browse_of(app).filters == before


async def test_counts_of_the_strip_are_those_of_the_selection(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        for key, _, count in top_themes(app)[:3]:
            await pilot.press("t", key)
            await settled(pilot)
            selection = browse_of(app).selection
            assert selection and selection.count == count > 0
            await pilot.press("T")
            await settled(pilot)


async def test_polarity_walks_concerns_strengths_all(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        seen = [browse.filters.shown]
        counts = [browse.selection.count if browse.selection else 0]
        for _ in range(3):
            await pilot.press("p")
            await settled(pilot)
            seen.append(browse.filters.shown)
            counts.append(browse.selection.count if browse.selection else 0)
        assert seen == ["concerns", "strengths", "all", "concerns"]
        assert counts[2] > max(counts[0], counts[1]) and counts[3] == counts[0]
        assert browse.query_one(ConcernsPane).border_title == "Concerns"


async def test_slash_filters_councils_by_name_and_escape_clears(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        pane = browse.query_one(CouncilsPane)
        await pilot.press("slash", *"worc")
        await settled(pilot)
        assert pane.picked and pane.picked[0].name == "Worcestershire"
        assert {card.name for card, _ in pane.items} == {"Worcestershire"}
        await pilot.press("enter")
        await settled(pilot)
        assert not browse.query_one(FilterLine).is_open and app.focused is pane
        assert pane.wanted == "worc"
        await pilot.press("escape")
        await settled(pilot)
        assert pane.wanted == "" and len({card.name for card, _ in pane.items}) == 4


async def test_slash_filters_findings_by_words(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        await pilot.press("3", "slash", *"superv")
        await settled(pilot)
        selection = browse.selection
        assert selection and selection.filters.containing == "superv" and selection.count
        assert all("superv" in browse.finding(row).text.lower() for row in selection.rows())
        await pilot.press("escape")
        await settled(pilot)
        assert browse.filters.containing == ""


async def test_a_focused_filter_takes_the_letters(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("slash", "q", "t", "p")
        await settled(pilot)
        assert app.is_running and app.screen is browse_of(app)
        assert browse_of(app).query_one(CouncilsPane).wanted == "qtp"


async def test_highlight_stays_on_the_same_finding_over_a_refilter(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        pane = browse.query_one(ConcernsPane)
        await pilot.press("3", "t", top_themes(app)[0][0])
        await settled(pilot)
        await pilot.press("down", "down")
        await settled(pilot)
        row = pane.picked_row
        await pilot.press("T")
        await settled(pilot)
        assert pane.picked_row == row
        assert pane.highlighted > 2
