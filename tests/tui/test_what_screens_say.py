"""What screens say of keys, periods, numbers and marks, and how long they say it."""

from typing import Any

import pytest
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets._toast import Toast

from store.library import Library
from store.selection import Filters
from tests.tui.apps import app_on, browse_of, settled
from tui.commands.versions import versions, versions_in_words
from tui.correcting import CorrectionSteps
from tui.keys import KEYS
from tui.palette import Councils
from tui.panes.document import GUTTER, DocumentPane
from tui.screens.corrections import CorrectionRows
from tui.screens.dates import Dates
from tui.screens.help import KEY_WIDTH, Help
from tui.screens.journey import Journey
from tui.widgets.key_bar import KeyBar


async def press(pilot: Pilot[Any], *keys: str) -> None:
    await settled(pilot)
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def offered(pilot: Pilot[Any]) -> str:
    return str(pilot.app.screen.query_one(KeyBar).render())


# Help


@pytest.mark.parametrize("size", [(160, 50), (100, 30), (80, 24), (60, 20)])
@pytest.mark.parametrize("keys", [(), ("3",), ("J",), ("3", "enter"), ("m",)])
async def test_only_keys_stand_at_the_left_of_the_help(
    sample_library: Library, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *keys)
        shown = {
            app.get_key_display(active.binding) for active in app.screen.active_bindings.values()
        }
        await press(pilot, "question_mark")
        assert isinstance(app.screen, Help)
        room = app.screen.query_one("#help", VerticalScroll).scrollable_content_region.width
        lines = str(app.screen.query_one("#help-text").render()).splitlines()
        titles = [n for n, line in enumerate(lines) if line in ("In this pane", "On this screen")]
        listed = lines[titles[0] :]
        listed = [each for each in listed[: listed.index("Text selected with the mouse is copied "
                  "with ctrl+c.")] if each]  # fmt: skip
        seen = set()
        for line in listed:
            assert len(line) <= room, line
            if line in ("In this pane", "On this screen", "Everywhere"):
                continue
            left = line[:KEY_WIDTH].strip()
            assert not left or set(left.split(", ")) <= shown, line
            id = line.rpartition(" ")[2]
            if len(line) == room and id in KEYS:
                seen.add(id)
        assert {"help", "quit", "palette"} <= seen
        await pilot.resize_terminal(50, size[1])
        await settled(pilot)
        narrower = str(app.screen.query_one("#help-text").render()).splitlines()
        assert len(narrower) > len(lines)


def test_the_help_tells_of_the_model_in_words() -> None:
    program, model, scores = versions().splitlines()
    told = versions_in_words()
    number = model.split(",")[0].removeprefix("model ")
    assert told.startswith(program) and number in told and "concerns 0." in told
    assert "F1" not in told and scores not in told


def test_a_broken_model_file_is_told_in_the_help_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path

    monkeypatch.setattr("tui.commands.versions.MODEL_FILE", Path("/nonexistent/model.npz"))
    assert "is no model file" in versions_in_words()


# A period


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        ("2016-10", "2019-02", "October 2016 to February 2019"),
        ("2017", None, "2017 to today"),
        (None, "2016-02-03", "… to 3 Feb 2016"),
    ],
)
async def test_a_period_is_told_in_the_same_words_everywhere(
    sample_library: Library, since: str | None, until: str | None, told: str
) -> None:
    assert told in Filters(since=since, until=until).in_words({})
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        browse.filters = browse.filters.but(since=since, until=until)
        await settled(pilot)
        assert told in str(browse.query_one("#title").render())
        await press(pilot, "D")
        note = str(app.screen.query_one("#dates-note").render())
        assert all(end in note for end in told.split(" to ") if end not in ("…", "today"))


async def test_a_wrong_date_is_told_once(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await press(pilot, "D", *"octember", "enter")
        assert isinstance(app.screen, Dates), "it stays open, to be put right"
        assert "octember" in str(app.screen.query_one("#dates-note").render())
        assert not len(app._notifications)


# Numbers


async def test_one_of_anything_is_told_in_the_singular(sample_library: Library) -> None:
    reading = [r.id for r in sample_library.records.values() if r.is_about("Reading")]
    for id in reading[1:]:
        sample_library.remove(id)
    app = app_on(sample_library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        told = [each.help for each in Councils(app.screen).commands()]
        assert any(words.endswith(" in 1 document") for words in told)
        assert not any(" 1 documents" in words or " 1 concerns" in words for words in told)


# Notices


async def test_what_a_screen_says_of_itself_goes_with_it(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "J", "p")
        assert len(app._notifications) == 1 and app.screen.query(Toast)
        app.notify("It could not be kept.", severity="warning")
        await settled(pilot)
        await press(pilot, "B")
        browse = browse_of(app)
        assert app.screen is browse
        assert [notice.message for notice in app._notifications] == ["It could not be kept."]
        await press(pilot, "x")
        app.notify("What the dialog did.")
        await settled(pilot)
        app.screen.dismiss()
        await settled(pilot)
        assert "What the dialog did." in [notice.message for notice in app._notifications]


# Keys of Journey, and of a list with nothing in it


@pytest.mark.parametrize("size", [(160, 40), (100, 30)])
async def test_journey_offers_only_what_its_section_has(
    sample_library: Library, size: tuple[int, int]
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "J")
        journey = app.screen
        assert isinstance(journey, Journey)
        assert all(words in offered(pilot) for words in ("Order", "Signs", "In Browse"))
        signs, by_number = journey.themes.signs, journey.themes.by_number
        for key, section in (("2", "judgements"), ("4", "threads"), ("3", "figures")):
            await press(pilot, key)
            assert not {"Order", "Signs"} & set(offered(pilot).split()), section
            no_filters = journey.pointed is None or journey.pointed.filters is None
            assert ("In Browse" not in offered(pilot)) == no_filters
            await press(pilot, "z", "p")
            assert journey.section == section, "a key for themes leaves the reader where he is"
            assert (journey.themes.signs, journey.themes.by_number) == (signs, by_number)
        await press(pilot, "1", "p")
        assert journey.themes.signs != signs and "Signs" in offered(pilot)


async def test_where_themes_stand_beside_judgements_their_keys_work_on(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        await press(pilot, "J", "2")
        journey = app.screen
        assert isinstance(journey, Journey) and journey.themes.display
        signs = journey.themes.signs
        assert "Signs" in offered(pilot)
        await press(pilot, "p")
        assert journey.themes.signs != signs and journey.section == "judgements"


async def test_a_list_of_no_corrections_offers_nothing_to_do_with_them(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "E")
        assert "Back" in offered(pilot)
        assert not any(words in offered(pilot) for words in ("Open", "Remove", "Export"))
        await press(pilot, "escape", "3", "exclamation_mark", "E")
        assert app.screen.query_one(CorrectionRows).count == 1
        assert "Open" in offered(pilot) and "Export" in offered(pilot)
        await press(pilot, "delete")
        assert app.screen.query_one(CorrectionRows).count == 0 and "Open" not in offered(pilot)


# Marks


async def test_the_mark_of_a_correction_does_not_touch_the_words(sample_library: Library) -> None:
    record = next(r for r in sample_library.records.values() if r.sentences > 10)
    steps = CorrectionSteps(sample_library)
    for index in range(record.sentences):
        steps.flag(record.id, index)
    app = app_on(sample_library)
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        browse_of(app).read_document(record.id)
        await settled(pilot)
        pane = app.screen.query_one(DocumentPane)
        lines = [
            "".join(segment.text for segment in pane.render_line(y))
            for y in range(pane.size.height)
        ]
        marked = [line for line in lines if "⚑" in line[:GUTTER]]
        assert marked and all(line[GUTTER - 1] == " " for line in marked)
