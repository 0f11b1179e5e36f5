"""Journey as tests open it, and its list of sentences."""

from typing import Any

from textual.pilot import Pilot

from tests.tui.apps import browse_of, settled
from tui.app import OfstedApp
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.screens.journey import Journey


async def at_journey(
    app: OfstedApp, pilot: Pilot[Any], council: str = "Tameside", visit: str | None = None
) -> Journey:
    await settled(pilot)
    browse_of(app).query_one(CouncilsPane).pick(council, visit)
    await settled(pilot)
    await pilot.press("J")
    await settled(pilot)
    journey = app.screen
    assert isinstance(journey, Journey)
    return journey


def sentences(journey: Journey) -> ConcernsPane:
    return journey.query_one(ConcernsPane)
