"""Councils by themes: counts, order, share, strengths, period, names, and on to the findings."""

from datetime import date
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from store.library import Library
from store.selection import Filters
from store.selection.periods import Period
from tests.library_of_quotations import library_in
from tests.tui.apps import app_on, browse_of, settled
from tui.app import OfstedApp
from tui.panes.concerns import ConcernsPane
from tui.screens.browse import Browse
from tui.screens.chooser import Chooser
from tui.screens.dates import Dates
from tui.screens.theme_map import ThemeMapScreen, ThemesTable
from tui.screens.theme_picker import ThemePicker
from tui.widgets.bars import TitleBar

SIZE = (120, 40)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Browse, "today", lambda: date(2025, 6, 1))


async def opened(app: OfstedApp, pilot: Pilot[Any], *keys: str) -> ThemeMapScreen:
    await settled(pilot)
    for key in ("m", *keys):
        await pilot.press(key)
        await settled(pilot)
    shown = next(s for s in app.screen_stack if isinstance(s, ThemeMapScreen))
    assert shown is app.screen
    return shown


def told(screen: ThemeMapScreen) -> str:
    return str(screen.query_one("#told").render())


def councils(screen: ThemeMapScreen) -> list[str]:
    return [row.council for row in screen.rows]


def lines(screen: ThemeMapScreen) -> str:
    table = screen.query_one(ThemesTable)
    return "\n".join(table.render_line(y).text for y in range(table.size.height))


async def test_m_shows_all_councils_by_themes(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot)
        assert councils(shown) == ["Tameside", "Dudley", "Reading", "Worcestershire"]
        drawn = lines(shown)
        assert "all councils" in drawn and "inadequate" in drawn and "work-" in drawn
        card = next(c for c in sample_library.councils if c.name == "Tameside")
        assert f"{card.concerns}" in drawn
        assert "concerns · all years · by total" in str(shown.query_one(TitleBar).render())
        await pilot.press("escape")
        assert app.screen is browse_of(app)


async def test_the_cursor_tells_what_it_stands_on(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot, "g", "0", "l", "l", "l")
        assert told(shown).startswith("Tameside · workforce: ")
        assert "of 100 sentences" in told(shown) and "6 documents · inadequate" in told(shown)


async def test_any_column_sorts_both_ways_and_the_cursor_keeps_its_council(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot, "0", "g", "left_square_bracket")
        assert councils(shown) == ["Dudley", "Reading", "Tameside", "Worcestershire"]
        assert told(shown).startswith("Tameside")
        await pilot.press("right_square_bracket")
        assert councils(shown)[0] == "Worcestershire"
        await pilot.press("l", "right_square_bracket")
        assert councils(shown)[-1] == "Worcestershire" and "by judgement" in shown.sub_title
        await pilot.press("l", "l", "right_square_bracket")
        counts = [row.number("workforce") for row in shown.rows]
        assert counts == sorted(counts, reverse=True) and "by workforce" in shown.sub_title
        await pilot.click(ThemesTable, offset=(5, 0))
        assert councils(shown)[0] == "Dudley"
        await pilot.click(ThemesTable, offset=(5, 0))
        assert councils(shown)[0] == "Worcestershire"


async def test_share_of_sentences(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot)
        row = shown.rows[0]
        await pilot.press("percent_sign")
        await settled(pilot)
        assert f"{row.share('total'):.1f}" in lines(shown) and "of 100" in shown.sub_title
        shares = [each.share("total") for each in shown.rows]
        assert shares == sorted(shares, reverse=True)
        await pilot.press("percent_sign")
        await settled(pilot)
        assert f"{row.total}" in lines(shown)


async def test_strengths(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot, "p")
        card = next(c for c in sample_library.councils if c.name == "Tameside")
        row = next(row for row in shown.rows if row.council == "Tameside")
        assert row.total >= card.strengths and "strengths" in told(shown)
        assert shown.query_one(ThemesTable).has_class("-strengths")
        await pilot.press("p")
        await settled(pilot)
        assert "concerns" in shown.sub_title


async def test_strengths_wait_for_the_findings(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        browse.index = None
        shown = ThemeMapScreen(sample_library, browse.vocabulary, None, Filters(), date(2025, 1, 1))
        app.push_screen(shown)
        await settled(pilot)
        await pilot.press("p")
        await settled(pilot)
        assert not shown.strengths and len(app._notifications) == 1


async def test_a_period_is_chosen(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot)
        everything = shown.rows[0].total
        await pilot.press("d")
        await settled(pilot)
        assert isinstance(app.screen, Chooser)
        await pilot.press("j", "j", "j", "j", "enter")
        await settled(pilot)
        assert app.screen is shown and shown.period.name == "since 2025"
        assert councils(shown) == ["Tameside"] and shown.rows[0].total < everything
        assert "since 2025" in shown.sub_title
        await pilot.press("d", "escape")
        await settled(pilot)
        assert shown.period.name == "since 2025"


async def test_names_are_filtered_by_typing(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot, "slash", *"rea")
        assert councils(shown) == ["Reading"]
        await pilot.press("z")
        await settled(pilot)
        assert councils(shown) == [] and "named like “reaz”" in lines(shown)
        await pilot.press("backspace", "enter")
        await settled(pilot)
        assert councils(shown) == ["Reading"] and app.focused is shown.query_one(ThemesTable)
        assert "1 of 4" in str(shown.query_one(TitleBar).render())
        await pilot.press("escape")
        await settled(pilot)
        assert len(shown.rows) == 4 and app.screen is shown
        await pilot.press("slash", "x", "escape")
        await settled(pilot)
        assert len(shown.rows) == 4 and app.screen is shown


async def test_t_and_a_letter_go_to_a_theme(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await opened(app, pilot, "g", "t", "y")
        assert "drift and delay" in told(shown) and "delay" in lines(shown)


async def test_a_letter_typed_at_once_after_t_is_not_lost(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot, "g", "0")
        taken: list[str | None] = []
        app.push_screen(ThemePicker([("workforce", "w", "workforce", 1, False)]), taken.append)
        # A key that the pane below hands on arrives at the app, which asks the bindings.
        assert await app._check_bindings("w")
        await settled(pilot)
        assert app.screen is shown and taken == ["workforce"]


async def test_enter_shows_the_findings_of_the_cell(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot, "g", "t", "w")
        row = shown.rows[0]
        await pilot.press("enter")
        await settled(pilot)
        browse = browse_of(app)
        assert app.screen is browse and browse.selection is not None
        assert browse.filters == Filters(
            councils=("Tameside",), themes=("workforce",), shown="concerns"
        )
        assert browse.selection.count == row.number("workforce")
        assert app.focused is browse.query_one(ConcernsPane)


async def test_enter_on_the_total_shows_all_themes_of_the_period(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot)
        shown.period = next(p for p in shown.periods if p.name == "since 2018")
        shown._count()
        await settled(pilot)
        await pilot.press("g", "0", "enter")
        await settled(pilot)
        browse = browse_of(app)
        assert browse.filters.since == "2018-01-01" and browse.filters.themes == ()
        assert browse.selection is not None and browse.selection.count == shown.rows[0].total
        await pilot.press("m")  # the map comes back as it was left
        await settled(pilot)
        again = app.screen
        assert isinstance(again, ThemeMapScreen) and again.period.name == "since 2018"
        assert told(again).startswith("Tameside")


async def test_the_map_keeps_its_order_and_share(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot, "0", "left_square_bracket", "percent_sign")
        await pilot.press("escape")
        again = await opened(app, pilot)
        assert again.ordered == ("council", False) and again.share


async def test_an_empty_library_and_one_council(empty_library: Library, tmp_path: Any) -> None:
    app = app_on(empty_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot, "j", "enter", "right_square_bracket", "percent_sign")
        assert "No documents yet" in lines(shown)
    app = app_on(library_in(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot)
        assert councils(shown) == ["Tameside"] and "1 council" in str(
            shown.query_one(TitleBar).render()
        )


@pytest.mark.parametrize("ways", [("D",), ("d", "g", "j", "enter")])
async def test_a_period_from_one_date_to_another(
    sample_library: Library, ways: tuple[str, ...]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot)
        every = shown.rows[0].total
        for key in ways:
            await pilot.press(key)
            await settled(pilot)
        assert isinstance(app.screen, Dates)
        await pilot.press(*"2018", "tab", *"2020", "enter")
        await settled(pilot)
        assert app.screen is shown
        within = {r.id for r in sample_library.records.values()
                  if r.councils and "2018" <= (r.date or "")[:4] <= "2020"}  # fmt: skip
        named = {n.name for id in within for n in sample_library.records[id].councils}
        assert set(councils(shown)) <= named and 0 < shown.rows[0].total < every
        assert "2018" in shown.sub_title and "2020" in shown.sub_title
        await pilot.press("d")  # the dates that hold are offered again
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        dialog = app.screen
        assert isinstance(dialog, Dates) and dialog.query_one("#since", Input).value == "2018"
        await pilot.press("escape", "g", "0", "enter")
        await settled(pilot)
        filters = browse_of(app).filters
        assert (filters.since, filters.until) == (shown.period.since, shown.period.until)
        assert filters.since and filters.since.startswith("2018")


async def test_a_period_without_documents_says_so(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(app, pilot)
        shown.period = Period("since 2090", "2090-01-01")
        shown._count()
        await settled(pilot)
        assert "No document about a council: since 2090" in lines(shown)
