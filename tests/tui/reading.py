"""A letter opened in Read as tests read it."""

from store.library import Library
from tests.tui.apps import browse_of, settled
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.screens.read import Read


async def open_letter(app, pilot, library: Library) -> Read:  # type: ignore[no-untyped-def]
    """Read the Tameside letter of September 2018, from its first concern."""
    await settled(pilot)
    visit = next(v for v in library.visits if v.council == "Tameside" and v.ordinal == 6)
    browse_of(app).query_one(CouncilsPane).pick("Tameside", visit.key)
    await settled(pilot)
    pane = browse_of(app).query_one(ConcernsPane)
    index = browse_of(app).index
    assert index is not None
    letter = next(i for i in visit.documents if library.records[i].kind.endswith("letter"))
    rows = browse_of(app).selection.rows()
    pane.pick(next(row for row in rows if index.place_of(row).document == letter))
    await settled(pilot)
    await pilot.press("3")
    await settled(pilot)
    await pilot.press("enter")
    await settled(pilot)
    assert isinstance(app.screen, Read)
    return app.screen
