"""The command palette finds actions, councils, visits, themes and colours."""

import pytest
from textual.command import CommandPalette

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui.palette import closeness
from tui.panes.councils import CouncilsPane


def test_what_begins_as_typed_is_nearer_than_scattered_letters() -> None:
    names = ["Findings with any of the themes, or only all", "Visit Tameside, inspection, 2016",
             "Council Tameside", "Some tamest words"]  # fmt: skip
    best = sorted(names, key=lambda name: -closeness("tames", name))
    assert best[0] == "Council Tameside" and best[-1] == names[0]
    assert all(0 <= closeness(query, name) <= 1 for query in ("", "a", "x y") for name in names)


async def choose(pilot, words: str) -> None:  # type: ignore[no-untyped-def]
    """Open the palette, type words and take the best hit."""
    await settled(pilot)
    await pilot.press("ctrl+p")
    await pilot.pause()
    assert isinstance(pilot.app.screen, CommandPalette)
    for letter in words:
        await pilot.press("space" if letter == " " else letter)
    for _ in range(3):
        await settled(pilot)
    await pilot.press("enter")
    for _ in range(3):
        await settled(pilot)


@pytest.mark.parametrize(
    ("words", "reached"),
    [
        ("council reading", lambda app: at(app) == ("Reading", False)),
        ("visit tameside sixth", lambda app: at(app) == ("Tameside", True)),
        ("theme workforce", lambda app: browse_of(app).filters.themes == ("workforce",)),
        ("colours light", lambda app: app.theme == "ofsted-light"),
        ("sort the councils", lambda app: browse_of(app).council_choice.order == "judgement"),
        ("tames", lambda app: at(app) == ("Tameside", False)),
        ("the tour four steps", lambda app: type(app.screen).__name__ == "Tour"),
    ],
)
async def test_what_is_typed_is_reached(sample_library, words, reached) -> None:  # type: ignore[no-untyped-def]
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await choose(pilot, words)
        assert reached(app), (app.screen, at(app), browse_of(app).filters)


def at(app) -> tuple[str, bool]:  # type: ignore[no-untyped-def]
    picked = browse_of(app).query_one(CouncilsPane).picked
    return (picked[0].name, picked[1] is not None) if picked else ("", False)


async def test_a_council_is_reached_from_a_document_that_is_read(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("3", "enter")
        await settled(pilot)
        await choose(pilot, "council reading")
        assert app.screen is browse_of(app) and at(app) == ("Reading", False)
