"""The panel of facets: what it covers, what it says of itself, wherever panes are resized."""

from typing import Any

import pytest
from textual.pilot import Pilot

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui.panes.facets import FacetList
from tui.screens.arranging import FOR_FACETS, NARROWEST
from tui.widgets.key_bar import KeyBar


async def press(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def covered(pilot: Pilot[Any]) -> list[str]:
    """The panes beside the list of councils that the panel of facets lies across."""
    browse = browse_of(pilot.app)  # type: ignore[arg-type]
    panel = browse.query_one(FacetList)
    assert panel.display and panel.has_focus
    beside = (browse.query_one(f"#{name}") for name in ("visit", "concerns"))
    return [
        pane.id or ""
        for pane in beside
        if pane.display and pane.region.area and panel.region.overlaps(pane.region)
    ]


@pytest.mark.parametrize("size", [(100, 30), (120, 40), (160, 50)])
@pytest.mark.parametrize(
    "keys", [(), ("<",) * 6, (">",) * 4, ("z",), ("3", "z"), ("<", "<", "2", "z")]
)
async def test_facets_cover_the_councils_alone(
    sample_library: Library, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, *keys)
        browse = browse_of(app)
        councils, panel_needs = browse.query_one("#councils"), FOR_FACETS
        before = {id: browse.query_one(f"#{id}").region for id in ("councils", "visit", "concerns")}
        await press(pilot, "F")
        panel = browse.query_one(FacetList)
        assert covered(pilot) == [] and panel.outer_size.width >= panel_needs
        if councils.region.area and "z" not in keys:  # nothing of the councils looks out either
            assert panel.region == councils.region
        await press(pilot, "escape")
        assert not panel.display
        assert {id: browse.query_one(f"#{id}").region for id in before} == before


async def test_a_narrow_list_of_councils_stays_so_through_facets_and_a_smaller_terminal(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(140, 40)) as pilot:
        await settled(pilot)
        await press(pilot, *"<<<<<<<", "F")
        browse = browse_of(app)
        panel, councils = browse.query_one(FacetList), browse.query_one("#councils")
        for width in (110, 80, 150):
            await pilot.resize_terminal(width, 40)
            await settled(pilot)
            assert panel.outer_size.width == (width if width < 100 else FOR_FACETS)
            assert covered(pilot) == [] or width < 100
        await press(pilot, "3")  # a pane that is gone to closes the panel
        assert not panel.display and councils.outer_size.width == NARROWEST


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (100, 30)])
async def test_the_panel_says_what_it_is_and_what_enter_does(
    sample_library: Library, size: tuple[int, int]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, "F", "G")
        browse = browse_of(app)
        panel = browse.query_one(FacetList)
        assert panel.styles.border_top[0] == "heavy" and panel.gutter.height == 2
        assert str(panel.border_title) == "Facets"
        assert "enter switches" in str(panel.border_subtitle)
        told = browse.query_one(KeyBar).render().plain
        assert "Switch" in told and "Open" not in told
