"""Why: the words a label hangs on, in the list of findings and in a document."""

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui.screens.why import WhyScreen


def shown(screen: WhyScreen) -> str:
    return str(screen.query_one("#why-text").render())


async def test_w_tells_why_and_goes_again(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("3", "w")
        await settled(pilot)
        assert isinstance(app.screen, WhyScreen)
        told = shown(app.screen)
        assert "Words that carried it" in told or "sentence as a whole" in told
        assert "Themes" in told and "%" in told and "then" in told
        await pilot.press("w")
        await settled(pilot)
        assert app.screen is browse_of(app)


async def test_w_in_a_document_is_about_the_sentence_read(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("3", "enter")
        await settled(pilot)
        document, index = app.screen.document, app.screen.sentence  # type: ignore[attr-defined]
        await pilot.press("w")
        await settled(pilot)
        assert isinstance(app.screen, WhyScreen)
        assert document.sentences[index].text[:30] in shown(app.screen)


async def test_w_on_nothing_says_so(empty_library: Library) -> None:
    app = app_on(empty_library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("w")
        await settled(pilot)
        assert app.screen is browse_of(app)
        assert any("no finding" in note.message for note in app._notifications)


async def test_words_for_and_against_stand_apart(sample_library: Library) -> None:
    """Whatever sentence is explained: no word with − among those that carried it, no mere mark."""
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        against = 0
        await pilot.press("3")
        for _ in range(6):
            await pilot.press("w")
            await settled(pilot)
            assert isinstance(app.screen, WhyScreen)
            carried = shown(app.screen).partition("Words that carried it")[2]
            carried, _, rest = carried.partition("Themes")[0].partition("Words that spoke against")
            rows = [line.split("  ")[1] for line in carried.splitlines() if "%" in line]
            assert all(any(map(str.isalnum, row)) for row in rows)
            assert " -" not in carried and "+" not in rest
            against += bool(rest)
            await pilot.press("w", "j")
            await settled(pilot)
        assert against
