"""Choosing what Browse shows: order, facets, a period, sizes of panes."""

import pytest

from store.library import Library
from store.selection import Filters
from tests.tui.apps import app_on, browse_of, settled
from tui.app import OfstedApp
from tui.facet_rows import LABELS
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.panes.facets import FacetList
from tui.screens.dates import Dates
from tui.widgets.deck import Deck

WIDE = (160, 50)


def listed(app: OfstedApp) -> list[str]:
    """Names of the councils, in the order of the list."""
    pane = browse_of(app).query_one(CouncilsPane)
    return [card.name for card, visit in pane.items if visit is None]


async def test_councils_are_sorted_and_the_highlight_stays(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        pane = browse_of(app).query_one(CouncilsPane)
        pane.pick("Reading")
        await settled(pilot)
        cards = {card.name: card for card in sample_library.councils}
        seen = {}
        for _ in range(4):
            await pilot.press("S")
            await settled(pilot)
            seen[pane.choice.order] = listed(app)
            assert pane.picked and pane.picked[0].name == "Reading"
            assert pane.choice.order == "name" or f"by {pane.choice.order}" in str(
                pane.border_subtitle
            )
        assert seen["name"] == sorted(cards)
        assert seen["concerns"] == sorted(cards, key=lambda name: -cards[name].concerns)
        assert seen["last visit"] == sorted(
            cards, key=lambda name: cards[name].last_visit, reverse=True
        )
        assert cards[seen["judgement"][0]].judgement == "inadequate"
        assert seen["judgement"][-1] == "Worcestershire"


async def open_facets(pilot, title: str, name: str) -> FacetList:  # type: ignore[no-untyped-def]
    """Open the panel with the highlight on one of its values."""
    await settled(pilot)
    await pilot.press("F")
    await settled(pilot)
    panel = browse_of(pilot.app).query_one(FacetList)
    place = next(
        place
        for place, row in enumerate(panel.facets)
        if row.title.startswith(title) and row.name == name
    )
    panel.highlight(place)
    await settled(pilot)
    return panel


async def test_facets_count_the_selection_and_apply_at_once(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        panel = await open_facets(pilot, "Kinds", "article")
        browse = browse_of(app)
        promised = panel.picked.gives if panel.picked else 0
        await pilot.press("enter")
        await settled(pilot)
        assert browse.filters.kinds == ("article",)
        assert browse.selection and browse.selection.count == promised
        assert panel.picked and panel.picked.on and panel.picked.name == "article"
        assert browse.query_one(ConcernsPane).count == promised
        # Visits without an article are not listed any more.
        visits = [visit for _, visit in browse.query_one(CouncilsPane).items if visit]
        records = sample_library.records
        assert visits and all(
            any(records[id].kind == "article" for id in visit.documents) for visit in visits
        )
        await pilot.press("enter")
        await settled(pilot)
        assert browse.filters.kinds == ()
        await pilot.press("escape")
        await settled(pilot)
        assert not panel.display and app.focused is browse.query_one(CouncilsPane)


async def test_doubtful_labels_are_listed(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        panel = await open_facets(pilot, "Labels", LABELS["doubtful"])
        browse = browse_of(app)
        promised = panel.picked.gives if panel.picked else 0
        await pilot.press("enter")
        await settled(pilot)
        pane = browse.query_one(ConcernsPane)
        assert promised and pane.count == promised
        assert "doubtful" in str(browse.query_one("#title").render())
        shown = pane.row_content(0, 60, False).plain
        assert "? doubtful" in shown
        await pilot.press("enter")
        await settled(pilot)
        assert not browse.filters.doubtful


async def test_a_facet_that_gives_nothing_is_dimmed_and_says_so(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        panel = await open_facets(pilot, "Voices", "Ofsted")
        nothing = [place for place, row in enumerate(panel.facets) if row.gives == 0]
        assert nothing
        content = panel.row_content(nothing[0], 40, False)
        assert content.plain.rstrip().endswith("none")
        assert any("$quiet" in str(span.style) for span in content.spans)


async def test_regions_and_judgements_choose_councils(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        panel = await open_facets(pilot, "Regions", "West Midlands")
        assert panel.picked and panel.picked.gives == 2
        await pilot.press("enter")
        await settled(pilot)
        assert listed(app) == ["Dudley", "Worcestershire"]
        place = next(n for n, row in enumerate(panel.facets) if row.value == "inadequate")
        panel.highlight(place)
        await pilot.press("enter")
        await settled(pilot)
        assert listed(app) == ["Dudley"]
        await pilot.press("0")
        await settled(pilot)
        assert len(listed(app)) == 4


@pytest.mark.parametrize("size", [(160, 50), (100, 30), (80, 24), (40, 12)])
@pytest.mark.parametrize("key", ["tab", "shift+tab", "1", "2", "3", "c", "z"])
async def test_no_key_is_caught_behind_the_panel(
    sample_library: Library, size: tuple[int, int], key: str
) -> None:
    """Either the panel has the keys and escape closes it, or it is not shown."""
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("F")
        await settled(pilot)
        panel = browse_of(app).query_one(FacetList)
        assert panel.display and app.focused is panel
        await pilot.press(key)
        await settled(pilot)
        assert panel.display == (app.focused is panel)
        assert app.focused is not None and app.focused.region.area > 0
        await pilot.press("escape")
        await settled(pilot)
        assert not panel.display
        assert app.focused is not None and app.focused.region.area > 0


async def test_a_click_beside_the_panel_closes_it(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("F")
        await settled(pilot)
        concerns = browse_of(app).query_one(ConcernsPane)
        await pilot.click(concerns, offset=(20, 9))
        await settled(pilot)
        assert app.focused is concerns
        assert not browse_of(app).query_one(FacetList).display
        await pilot.press("F")
        await settled(pilot)
        assert browse_of(app).query_one(FacetList).display


async def test_any_or_all_themes_in_the_panel(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        panel = await open_facets(pilot, "Themes", "workforce")
        await pilot.press("enter")
        await settled(pilot)
        assert browse_of(app).filters.themes == ("workforce",)
        await pilot.press("A")
        await settled(pilot)
        assert browse_of(app).filters.every_theme
        assert panel.facets[0].title.startswith("Themes: all of them")


async def test_a_click_switches_a_facet(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        panel = await open_facets(pilot, "Themes", "workforce")
        await pilot.click(panel, offset=(6, 4))
        await settled(pilot)
        assert panel.picked and browse_of(app).filters.themes == (panel.picked.value,)


async def test_a_period_is_typed_and_checked(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        every = browse.selection.count if browse.selection else 0
        await pilot.press("D", *"30 feb 2018")
        await settled(pilot)
        assert isinstance(app.screen, Dates)
        assert "There is no 30 February 2018" in str(app.screen.query_one("#dates-note").render())
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, Dates), "a wrong date must not be taken"
        await pilot.press(*["backspace"] * 11, *"2018", "tab", *"aug 2018")
        await settled(pilot)
        assert "From 2018 to August 2018" in str(app.screen.query_one("#dates-note").render())
        await pilot.press("enter")
        await settled(pilot)
        assert (browse.filters.since, browse.filters.until) == ("2018", "2018-08")
        assert browse.selection and 0 < browse.selection.count < every
        assert "2018 to August 2018" in str(browse.sub_title)
        await pilot.press("0")
        await settled(pilot)
        assert browse.filters == Filters(councils=("Dudley",), shown="concerns")


async def test_panes_are_resized_and_stay_so(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        councils = browse_of(app).query_one("#councils")
        before = councils.outer_size.width
        await pilot.press("greater_than_sign", "greater_than_sign", "less_than_sign")
        await settled(pilot)
        assert councils.outer_size.width == before + 4
        concerns = browse_of(app).query_one("#concerns")
        width = concerns.outer_size.width
        await pilot.press("3", "greater_than_sign")
        await settled(pilot)
        assert concerns.outer_size.width > width
        # A narrow screen shows one pane whole; widened again, the sizes are back.
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert concerns.outer_size.width == 80
        await pilot.resize_terminal(*WIDE)
        await settled(pilot)
        assert councils.outer_size.width == before + 4


async def test_heights_are_shared_where_panes_stand_on_one_another(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        concerns = browse_of(app).query_one("#concerns")
        height = concerns.outer_size.height
        await pilot.press("3", "greater_than_sign", "greater_than_sign")
        await settled(pilot)
        assert concerns.outer_size.height > height


@pytest.mark.parametrize("size", [(160, 50), (120, 40)])
async def test_a_pane_is_shown_alone_and_back(
    sample_library: Library, size: tuple[int, int]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        await pilot.press("3", "z")
        await settled(pilot)
        seen = [name for name in ("councils", "visit", "concerns")
                if browse.query_one(f"#{name}").region.area > 0]  # fmt: skip
        assert seen == ["concerns"]
        assert browse.query_one("#concerns").outer_size.width == size[0]
        await pilot.press("tab")
        await settled(pilot)
        assert browse.query_one("#councils").outer_size.width == size[0]
        await pilot.press("escape")
        await settled(pilot)
        assert not browse.alone and browse.query_one(Deck).active == 0
        assert browse.query_one("#concerns").region.area > 0
