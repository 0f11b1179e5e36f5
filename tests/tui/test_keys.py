"""Keys: every binding has an id from the table, shows in the help, and can be rebound."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui.app import OfstedApp
from tui.keymap import checked_keymap
from tui.keys import KEYS
from tui.panes.checks import ChecksPane
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.panes.document import DocumentPane
from tui.panes.facets import FacetList
from tui.panes.found import FoundPane
from tui.panes.journey_figures import MeasureList
from tui.panes.journey_threads import ThreadList
from tui.panes.visit import Details
from tui.screens.add import Add, FailedFiles
from tui.screens.arranging import ArrangesPanes
from tui.screens.ask import AskToLeave
from tui.screens.browse import Browse
from tui.screens.chooser import Choices, Chooser
from tui.screens.choosing import ChoosesFilters
from tui.screens.compare import Compare
from tui.screens.compare_with import ChoiceList, CompareWith
from tui.screens.correct import Correct, Sheet
from tui.screens.corrections import CorrectionRows, CorrectionsScreen
from tui.screens.corrects import CorrectsFindings, CorrectsInBrowse
from tui.screens.coverage import CoverageScreen
from tui.screens.dates import Dates
from tui.screens.export import Export
from tui.screens.export_corrections import ExportCorrections
from tui.screens.exports import Exports
from tui.screens.finding_commands import FindingCommands
from tui.screens.help import Help
from tui.screens.journey import Journey
from tui.screens.journeys import OpensJourneys
from tui.screens.outline import Outline, SectionList
from tui.screens.overviews import OpensOverviews
from tui.screens.places import ReturnsToPlace
from tui.screens.read import Read
from tui.screens.read_corrects import CorrectsInRead
from tui.screens.read_earlier import FollowsEarlier
from tui.screens.read_export import ExportsInRead
from tui.screens.read_quotations import FollowsQuotations
from tui.screens.repeats import FollowsRepeats
from tui.screens.search import SearchScreen
from tui.screens.searching import OpensSearch
from tui.screens.theme_map import ThemeMapScreen, ThemesTable
from tui.screens.theme_picker import ThemeGrid, ThemePicker
from tui.screens.tour import Tour
from tui.screens.voices import ChoosesVoices
from tui.screens.watched import Watched
from tui.screens.why import WhyScreen
from tui.screens.with_sentences import WithSentences
from tui.settings import load_settings
from tui.widgets.cell_table import CellTable
from tui.widgets.filter_input import FilterInput, FilterLineInput
from tui.widgets.heat_map import HeatMap
from tui.widgets.key_bar import KeyBar
from tui.widgets.label_choice import LabelChoice
from tui.widgets.row_list import RowList
from tui.widgets.search_input import SearchInput

OWN = (OfstedApp, Browse, FollowsRepeats, Read, Add, Help, ThemePicker, RowList, CouncilsPane,
       DocumentPane, Details, FilterInput, FollowsQuotations, ChoosesVoices,
       FindingCommands, WhyScreen, OpensOverviews, CoverageScreen, ChecksPane, Chooser,
       ThemeMapScreen, HeatMap,
       OpensJourneys, WithSentences, Journey, Compare, CompareWith, CellTable)  # fmt: skip
OWN += (CorrectsFindings, CorrectsInBrowse, CorrectsInRead, Correct, Sheet, LabelChoice, AskToLeave,
        CorrectionsScreen, CorrectionRows, ExportCorrections)  # fmt: skip
OWN += (Exports, Export, ExportsInRead)
OWN += (ArrangesPanes, ChoosesFilters, ReturnsToPlace, FollowsEarlier, FacetList, Dates, Outline,
        Tour)  # fmt: skip
OWN += (Watched, FailedFiles, ConcernsPane, FoundPane, MeasureList, ThreadList, Choices, ChoiceList,
        SectionList, ThemesTable)  # fmt: skip
OWN += (OpensSearch, SearchScreen, SearchInput)
OWN += (FilterLineInput, ThemeGrid)


def own_bindings() -> Iterator[tuple[type[DOMNode], Binding]]:
    for owner in OWN:
        for binding in owner.__dict__.get("BINDINGS", ()):
            yield owner, binding


@pytest.mark.parametrize(("owner", "binding"), list(own_bindings()))
def test_every_binding_comes_from_the_table(owner: type[DOMNode], binding: Binding) -> None:
    assert binding.id in KEYS
    assert binding.key == KEYS[binding.id].keys
    assert binding.tooltip, "what it does here: the table's words, or its own"


def test_every_key_of_the_table_is_bound_somewhere() -> None:
    assert {binding.id for _, binding in own_bindings()} == set(KEYS)


async def test_help_shows_every_live_binding(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(120, 50)) as pilot:
        await settled(pilot)
        live = {
            active.binding.tooltip
            for active in app.screen.active_bindings.values()
            if active.binding.id in KEYS
        }
        await pilot.press("question_mark")
        await settled(pilot)
        shown = str(app.screen.query_one("#help-text").render())
        assert live and all(words[:30] in shown for words in live)
        assert "Each council with its latest judgement" in shown.replace("\n", " ")
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is browse_of(app)


async def test_help_of_another_pane_differs(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(120, 50)) as pilot:
        await settled(pilot)
        await pilot.press("3", "f1")
        await settled(pilot)
        assert "± both" in str(app.screen.query_one("#help-text").render())


async def test_a_key_can_be_rebound(sample_library: Library, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('theme = "light"\n[keys]\npolarity = "Z"\n')
    settings = load_settings(file)
    assert settings.problems == () and settings.theme_name == "ofsted-light"
    app = app_on(sample_library, settings=settings)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert app.theme == "ofsted-light"
        await pilot.press("p")
        await settled(pilot)
        assert browse_of(app).filters.shown == "concerns"
        await pilot.press("Z")
        await settled(pilot)
        assert browse_of(app).filters.shown == "strengths"


@pytest.mark.parametrize(
    ("keymap", "words"),
    [
        ({"polarty": "x"}, "did you mean “polarity”"),
        ({"polarity": "t"}, "“t” is bound to both “polarity” and “theme”: “theme” keeps it"),
        ({"quit": ""}, "no key to quit"),
        ({"search": 5}, "“search” must be given its keys as text, not 5"),
        ({"why": "f6", "copy": "f6"}, "“f6” is bound to both “copy” and “why”: “why” keeps it"),
    ],
)
def test_a_wrong_line_is_told_and_costs_no_other(keymap: dict[str, object], words: str) -> None:
    obeyed, wrong = checked_keymap({"voices": "f7", **keymap, "sort": "f8"})
    assert list(wrong) == list(keymap)[-1:] and words in wrong[list(keymap)[-1]]
    rest = {id: keys for id, keys in keymap.items() if id not in wrong}
    assert obeyed == {"voices": "f7", **rest, "sort": "f8"}


def test_a_line_that_takes_the_key_which_a_wrong_line_gave_up_is_told_too() -> None:
    obeyed, wrong = checked_keymap({"polarity": "t", "voices": "p", "sort": "V"})
    assert obeyed == {} and list(wrong) == ["polarity", "voices", "sort"]
    assert checked_keymap({"theme": "Z", "voices": "t", "next": "n"})[1] == {}


def test_the_line_of_the_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("animations = false\n\n[keys]\nwhy = 'f6'\n'search' = 5\npolarity = 't'\n")
    settings = load_settings(file)
    assert settings.keys == {"why": "f6"}
    assert ["line 5" in settings.problems[0], "line 6" in settings.problems[1]] == [True, True]


def test_the_keys_as_they_are_do_not_clash_within_a_screen() -> None:
    for owner in (Browse, Read, OfstedApp):
        taken: dict[str, str] = {}
        for _, binding in own_bindings():
            if binding in owner.__dict__["BINDINGS"]:
                for key in binding.key.split(","):
                    assert taken.setdefault(key, binding.action) == binding.action


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("theme = 'blue'", "theme must be one of"),
        ("colour = 1", "no setting “colour”"),
        ("[keys]\npolarity = 3", "as text"),
        ("[limits]\npages = 'many'", "[limits]"),
        ("= nonsense", "cannot be read"),
        ("[keys]\nfoo = 'x'", "no command “foo”"),
    ],
)
def test_bad_settings_are_told_and_not_obeyed(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text)
    settings = load_settings(file)
    assert any(words in problem for problem in settings.problems)
    assert settings.theme == "dark" and settings.keys == {}


async def test_theme_key_walks_through_the_colours(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        seen = [app.theme]
        for _ in range(3):
            await pilot.press("ctrl+t")
            seen.append(app.theme)
        assert seen == ["ofsted-dark", "ofsted-light", "ofsted-contrast", "ofsted-dark"]


async def test_while_words_are_typed_the_line_of_keys_names_what_works(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("slash", "d")
        await settled(pilot)
        shown = str(app.screen.query_one(KeyBar).render())
        assert "Filter" not in shown, "/ types a slash"
        assert "⏎ Keep" in shown and "esc Clear" in shown
