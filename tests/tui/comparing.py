"""Compare as tests open it: its tables, its head, another side chosen."""

from typing import Any

from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.apps import browse_of, settled
from tui.app import OfstedApp
from tui.panes.compare_councils import CouncilsTable
from tui.panes.compare_visits import VisitsTable
from tui.panes.councils import CouncilsPane
from tui.screens.compare import Compare


async def at_compare(
    app: OfstedApp, pilot: Pilot[Any], council: str = "Tameside", visit: str | None = None
) -> Compare:
    await settled(pilot)
    browse_of(app).query_one(CouncilsPane).pick(council, visit)
    await settled(pilot)
    await pilot.press("equals_sign")
    await settled(pilot)
    compare = next(screen for screen in app.screen_stack if isinstance(screen, Compare))
    assert isinstance(compare, Compare)
    return compare


def visits_of(compare: Compare) -> VisitsTable:
    assert isinstance(compare.table, VisitsTable)
    return compare.table


def councils_of(compare: Compare) -> CouncilsTable:
    assert isinstance(compare.table, CouncilsTable)
    return compare.table


def head(compare: Compare) -> str:
    return str(compare.query_one("#compare-head", Static).render())


async def chosen(pilot: Pilot[Any], words: str) -> None:
    await pilot.press("c", *words, "enter")
    await settled(pilot)
    await settled(pilot)
