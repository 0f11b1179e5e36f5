"""Correcting as tests do it: keys, the finding they are at, the screen."""

import contextlib
from typing import Any

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tests.tui.apps import browse_of, settled
from tui.app import OfstedApp
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.screens.browse import Browse
from tui.screens.correct import Correct


async def press(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        for _ in range(2):
            # A correction begins the work on repeats anew: what was begun before is cancelled.
            with contextlib.suppress(WorkerCancelled):
                await settled(pilot)


async def at_findings(app: OfstedApp, pilot: Pilot[Any]) -> tuple[Browse, ConcernsPane]:
    """At the second finding of Tameside's sixth monitoring visit."""
    await settled(pilot)
    browse = browse_of(app)
    visit = next(v for v in browse.library.visits if v.council == "Tameside" and v.ordinal == 6)
    browse.query_one(CouncilsPane).pick("Tameside", visit.key)
    await settled(pilot)
    await press(pilot, "3", "j")
    return browse, browse.query_one(ConcernsPane)


def shown_row(pane: ConcernsPane) -> str:
    return pane.row_content(pane.highlighted, 80, True).plain


def correct_of(app: OfstedApp) -> Correct:
    assert isinstance(app.screen, Correct)
    return app.screen
