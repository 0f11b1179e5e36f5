"""The search screen as tests open it, and what it shows."""

from typing import Any

from textual.pilot import Pilot

from tests.tui.apps import answered, settled
from tui.panes.found import FoundPane
from tui.screens.search import SearchScreen


async def opened(pilot: Pilot[Any], *keys: str) -> SearchScreen:
    await settled(pilot)
    await pilot.press("s")
    await answered(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    if keys:
        await pilot.press(*keys)
        await answered(pilot)
    return screen


def shown(screen: SearchScreen) -> list[str]:
    pane = screen.query_one(FoundPane)
    return [str(pane.row_content(row, 200, False)) for row in range(pane.count)]


def title(screen: SearchScreen) -> str:
    return str(screen.query_one("#title").render())
