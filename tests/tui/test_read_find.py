"""Finding words in Read: how many places, which of them, from where it goes on."""

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tests.tui.reading import open_letter
from tui.widgets.bars import TitleBar
from tui.widgets.filter_line import FilterLine

SIZE = (100, 30)


async def test_find_counts_and_steps_through_the_places(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_letter(app, pilot, sample_library)
        await pilot.press("slash", *"supervision")
        await settled(pilot)
        places = [
            index
            for index, sentence in enumerate(read.document.sentences)
            if "supervision" in sentence.text.lower()
        ]
        assert list(read.found) == places and len(places) > 1
        assert read.sentence in places
        await pilot.press("enter")
        await settled(pilot)
        assert not read.query_one(FilterLine).is_open
        here = places.index(read.sentence)
        await pilot.press("n")
        assert read.sentence == places[(here + 1) % len(places)]
        assert f"of {len(places)}" in str(read.query_one(TitleBar).render())
        await pilot.press("escape")
        await settled(pilot)
        assert not read.found and app.screen is read
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is browse_of(app)


async def test_find_says_which_of_how_many_while_typing(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_letter(app, pilot, sample_library)
        await pilot.press("slash", *"social")
        await settled(pilot)
        note = str(read.query_one("#filter-note").render())
        place = read.found.index(read.sentence) + 1
        assert f"{place} of {len(read.found)}" in note
        await pilot.press(*"zzz")
        await settled(pilot)
        assert "nothing found" in str(read.query_one("#filter-note").render())


async def test_finding_words_goes_on_from_where_the_outline_went(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SIZE) as pilot:
        read = await open_letter(app, pilot, sample_library)
        await pilot.press("g", "O", "end", "enter")
        await settled(pilot)
        start = read.sentence
        assert start > 0
        await pilot.press("slash", *"the")
        await settled(pilot)
        assert read.sentence == next(index for index in read.found if index >= start)
