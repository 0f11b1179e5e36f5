"""What Browse says beside the findings: numbers, titles and the header follow what is chosen."""

import pytest

from store.library import Library
from store.model.visit import Visit
from store.selection import Filters, Selection
from tests.tui.apps import app_on, browse_of, settled
from tui.app import OfstedApp
from tui.panes.council_rows import room_for_years
from tui.panes.councils import CouncilsPane
from tui.widgets.bars import PaneTabs, TitleBar
from tui.widgets.deck import Deck

WIDE = (160, 50)
SMALL = (80, 24)
TOLD_IN_HEADER = {"concerns": "concerns", "strengths": "strengths", "all": "sentences"}


def rows(app: OfstedApp) -> list[tuple[str, Visit | None, str]]:
    """Each row of the list of councils with its council, visit and what it shows."""
    pane = browse_of(app).query_one(CouncilsPane)
    shown = []
    for place, (card, visit) in enumerate(pane.items):
        shown.append((card.name, visit, pane.row_content(place, 78, False).plain))
    return shown


def check_numbers(app: OfstedApp) -> int:
    """Every row of the list shows what there would be found at it; how much that is in all."""
    browse = browse_of(app)
    assert browse.index is not None
    every = 0
    for council, visit, shown in rows(app):
        if visit is not None and not visit.documents:
            assert shown.rstrip().endswith("none")
            continue
        there = browse.filters.but(councils=(council,), visit=visit.key if visit else None)
        found = Selection(browse.index, there).count
        words = shown.split()
        if visit is None:
            noun = TOLD_IN_HEADER[browse.filters.shown]
            assert words[words.index(noun) - 1] == str(found), shown
            every += found
        else:
            assert words[-1] == str(found), shown
    return every


@pytest.mark.parametrize(
    "keys",
    [
        (),
        ("p",),
        ("p", "p"),
        ("t", "w"),
        ("D", *"2018", "enter"),
        ("V", "V"),
        ("3", "slash", *"social", "enter"),
    ],
)
async def test_the_numbers_of_the_list_are_those_of_the_filters(
    sample_library: Library, keys: tuple[str, ...]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        before = check_numbers(app)
        await pilot.press(*keys)
        await settled(pilot)
        after = check_numbers(app)
        assert after != before or not keys
        await pilot.press("0")
        await settled(pilot)
        assert check_numbers(app) == before


async def test_without_filters_the_numbers_are_those_of_the_cards(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        tallies = browse_of(app).count_councils("concerns")
        for card in sample_library.councils:
            assert tallies.of_council(card.name) == card.concerns
            told = [visit for visit in card.visits if visit.documents]
            assert tuple(tallies.of_visit(visit) for visit in reversed(told)) == card.trend


async def test_repeats_are_counted_where_they_are_known(sample_library: Library) -> None:
    """Of councils that were not looked at yet nothing is said."""
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        browse.query_one(CouncilsPane).pick("Tameside")
        await settled(pilot)
        await pilot.press("R")
        await settled(pilot)
        assert browse.selection is not None
        words = {council: shown.split() for council, visit, shown in rows(app) if visit is None}
        assert words["Tameside"][words["Tameside"].index("concerns") - 1] == str(
            browse.selection.count
        )
        others = [row for name, row in words.items() if name not in browse._marked]
        assert others and all(row[row.index("concerns") - 1] == "…" for row in others)


async def test_councils_by_concerns_are_sorted_by_what_is_shown(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        pane = browse_of(app).query_one(CouncilsPane)
        await pilot.press("S", "S", "S", "p")
        await settled(pilot)
        assert pane.choice.order == "concerns" and "by strengths" in str(pane.border_subtitle)
        index = browse_of(app).index
        assert index is not None
        counts = [
            Selection(index, Filters(councils=(name,), shown="strengths")).count
            for name, visit, _ in rows(app)
            if visit is None
        ]
        assert counts == sorted(counts, reverse=True)


async def test_the_tab_is_called_what_its_pane_shows(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        tabs = browse_of(app).query_one(PaneTabs)
        for title in ("3 Concerns", "3 Strengths", "3 All sentences", "3 Concerns"):
            assert title in str(tabs.render())
            await pilot.press("p")
            await settled(pilot)


async def test_the_header_says_in_how_many_documents_it_was_found(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        for keys in ((), ("t", "w"), ("down",)):
            await pilot.press(*keys)
            await settled(pilot)
            assert browse.selection is not None and browse.index is not None
            told = {browse.index.place_of(row).document for row in browse.selection.rows()}
            title = str(browse.query_one(TitleBar).render())
            assert f"{browse.selection.count} found · {len(told)} of 15 documents" in title


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_a_filter_of_councils_is_named_and_cleared(
    sample_library: Library, size: tuple[int, int]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        await pilot.press("slash", *"read", "enter")
        await settled(pilot)
        assert "Reading · only councils named “read”" in str(browse.query_one(TitleBar).render())
        if size == SMALL:
            assert "1 Councils 1 of 4" in str(browse.query_one(PaneTabs).render())
        await pilot.press("0")
        await settled(pilot)
        assert len(app._notifications) == 0
        assert "only councils" not in str(browse.query_one(TitleBar).render())
        assert " of 4" not in str(browse.query_one(PaneTabs).render())
        await pilot.press("0")
        await settled(pilot)
        assert [note.message for note in app._notifications] == ["No filter is set."]


async def test_regions_and_judgements_are_named_in_the_header(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        choice = browse.council_choice
        browse.choose_councils(choice.but(regions=("West Midlands",), judgements=("inadequate",)))
        await settled(pilot)
        title = str(browse.query_one(TitleBar).render())
        assert "only councils inadequate, in West Midlands" in title


async def test_where_no_council_is_listed_none_is_selected(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        pane = browse.query_one(CouncilsPane)
        visit = next(v for v in sample_library.visits if v.council == "Tameside" and v.documents)
        pane.pick("Tameside", visit.key)
        await settled(pilot)
        await pilot.press("slash", *"zzzz", "enter")
        await settled(pilot)
        title = str(browse.query_one(TitleBar).render())
        assert "no council listed · only councils named “zzzz”" in title and " 0 found" in title
        assert browse.selection is not None and browse.selection.count == 0
        for key in ("J", "equals_sign", "m", "escape", "x", "escape", "3"):
            await pilot.press(key)
            await settled(pilot)
        assert browse.query_one(Deck).active == 2
        await pilot.press("0")
        await settled(pilot)
        assert pane.picked and (pane.picked[0].name, pane.picked[1]) == ("Tameside", visit)
        assert browse.filters == Filters(councils=("Tameside",), visit=visit.key, shown="concerns")


@pytest.mark.parametrize(("size", "dated"), [(WIDE, True), (SMALL, True), ((40, 12), False)])
async def test_a_judgement_is_dated_where_there_is_room(
    sample_library: Library, size: tuple[int, int], dated: bool
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        pane = browse_of(app).query_one(CouncilsPane)
        width = pane.content_size.width - pane.EDGE
        for place, (card, visit) in enumerate(pane.items):
            if visit is None and card.judgement and card.judged:
                shown = pane.row_content(place, width, False).plain
                assert (f" {card.judged[:4]} " in shown) == dated, shown
                assert card.name in shown


def test_no_name_is_cut_for_a_year() -> None:
    assert room_for_years(["Reading", "Worcestershire"], 42)
    assert not room_for_years(["Reading", "Bournemouth, Christchurch and Poole"], 42)
    assert room_for_years(["Bournemouth, Christchurch and Poole"], 78)
    assert not room_for_years(["Reading", "Northamptonshire"], 58)
