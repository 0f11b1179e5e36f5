"""Browse by keyboard: what each key changes, on state first."""

from store.library import Library
from store.model.vocabulary import group_in_words
from store.selection import Filters
from tests.tui.apps import app_on, browse_of, settled
from tui.messages import FindingPicked
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.panes.visit import VisitPane
from tui.panes.visit_text import council_text
from tui.widgets.bars import TitleBar
from tui.widgets.deck import Deck

WIDE = (160, 50)
SMALL = (80, 24)


async def test_opens_on_the_first_council_with_its_concerns(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        picked = browse.query_one(CouncilsPane).picked
        assert picked and picked[0].name == "Dudley" and picked[1] is None
        assert browse.filters == Filters(councils=("Dudley",), shown="concerns")
        assert browse.selection and browse.selection.count > 20
        assert browse.sub_title == "concerns · Dudley"
        assert browse.query_one(ConcernsPane).count == browse.selection.count


async def test_other_panes_follow_the_highlighted_council_and_visit(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        pane = browse.query_one(CouncilsPane)
        pane.pick("Tameside")
        await settled(pilot)
        assert browse.filters.councils == ("Tameside",)
        assert browse.query_one(VisitPane).border_title == "Council"
        await pilot.press("down")
        await settled(pilot)
        picked = pane.picked
        assert picked and picked[1] is not None
        assert browse.filters.visit == picked[1].key
        assert browse.query_one(VisitPane).border_title == "Visit"
        facts = str(browse.query_one("#facts").render())
        assert "Tameside" in facts and picked[1].name in facts


async def test_passage_follows_the_highlight(sample_library: Library) -> None:
    messages: list[object] = []
    app = app_on(sample_library)
    async with app.run_test(size=WIDE, message_hook=messages.append) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        await pilot.press("3", "j", "j")
        await settled(pilot)
        row = browse.query_one(ConcernsPane).picked_row
        assert any(isinstance(m, FindingPicked) and m.row == row for m in messages)
        assert row is not None
        shown = str(browse.query_one("#passage").render()).replace("\n", " ")
        assert browse.finding(row).text[:40] in shown


async def test_enter_unfolds_a_council_then_goes_on_to_its_findings(
    sample_library: Library,
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        pane = browse.query_one(CouncilsPane)
        rows = pane.count
        await pilot.press("left")
        await settled(pilot)
        assert pane.count < rows
        await pilot.press("enter")
        await settled(pilot)
        assert pane.count == rows and app.focused is pane
        await pilot.press("enter")
        await settled(pilot)
        assert app.focused is browse.query_one(ConcernsPane)
        await pilot.press("escape")
        await settled(pilot)
        assert app.focused is pane


async def test_tab_turns_through_the_panes_at_any_width(sample_library: Library) -> None:
    for size in ((160, 50), (120, 40), (120, 24), (80, 24), (40, 12)):
        app = app_on(sample_library)
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            deck = browse_of(app).query_one(Deck)
            seen = [deck.active]
            for _ in range(3):
                await pilot.press("tab")
                await settled(pilot)
                seen.append(deck.active)
                assert app.focused is not None and app.focused.region.area > 0
            assert seen == [0, 1, 2, 0], size
            await pilot.press("shift+tab")
            await settled(pilot)
            assert deck.active == 2


async def test_widths_decide_how_many_panes_are_seen(sample_library: Library) -> None:
    for size, expected in (((160, 50), 3), ((120, 40), 3), ((110, 24), 2), ((80, 24), 1)):
        app = app_on(sample_library)
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            browse = browse_of(app)
            panes = [browse.query_one(f"#{name}") for name in ("councils", "visit", "concerns")]
            assert sum(pane.region.area > 0 for pane in panes) == expected, size


async def test_evidence_shows_printed_words(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        pane = browse.query_one(CouncilsPane)
        visit = next(v for v in sample_library.visits if v.council == "Tameside" and v.ordinal == 6)
        pane.pick("Tameside", visit.key)
        await settled(pilot)
        assert "printed:" not in str(browse.query_one("#facts").render())
        await pilot.press("i")
        await settled(pilot)
        facts = str(browse.query_one("#facts").render())
        assert "printed:" in facts and "sixth monitoring visit" in facts


async def test_what_is_not_printed_says_so(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        visit = next(
            v for v in sample_library.visits if v.council == "Tameside" and v.start == "2025-02"
        )
        browse.query_one(CouncilsPane).pick("Tameside", visit.key)
        await settled(pilot)
        facts = str(browse.query_one("#facts").render())
        assert "Inspectors   not printed" in facts


async def test_a_visit_only_looked_back_at_is_shown_as_such(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        visit = next(v for v in sample_library.visits if not v.documents)
        browse.query_one(CouncilsPane).pick(visit.council, visit.key)
        await settled(pilot)
        assert "only looked back" in str(browse.query_one("#facts").render())
        assert browse.selection and browse.selection.count == 0


async def test_copy_puts_the_citation_on_the_clipboard(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        row = browse.query_one(ConcernsPane).picked_row
        assert row is not None
        await pilot.press("y")
        await settled(pilot)
        finding = browse.finding(row)
        assert app.clipboard == f"“{finding.text}” ({finding.citation})"
        assert "Dudley" in finding.citation


async def test_next_and_previous_move_the_highlighted_finding(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        pane = browse_of(app).query_one(ConcernsPane)
        await pilot.press("n", "n", "N")
        await settled(pilot)
        assert pane.highlighted == 1


async def test_escape_never_quits(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("escape", "escape", "escape")
        await settled(pilot)
        assert app.is_running and app.screen is browse_of(app)


async def test_q_quits(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("q")
        await pilot.pause()
        assert not app.is_running


async def test_clicks_do_what_keys_do(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        browse = browse_of(app)
        pane = browse.query_one(ConcernsPane)
        await pilot.click(pane, offset=(20, 9))
        await settled(pilot)
        assert pane.highlighted > 0 and app.focused is pane
        await pilot.click(pane, offset=(20, 3), times=2)
        await settled(pilot)
        assert type(app.screen).__name__ == "Read"


async def test_an_empty_library_says_what_to_press(empty_library: Library) -> None:
    app = app_on(empty_library)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        facts = str(browse_of(app).query_one("#facts").render())
        assert "--demo" in facts and "Press a to add" in facts.replace("\n", " ")
        for key in ("t", "escape", "p", "T", "n", "y", "o", "slash", "escape", "enter", "i"):
            await pilot.press(key)
        await settled(pilot)
        assert app.is_running


async def test_title_shows_selection_and_counts(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        title = str(browse_of(app).query_one(TitleBar).render())
        assert "concerns · Dudley" in title and "15 documents" in title


def test_a_council_tells_of_how_many_visits_documents_are_held(sample_library: Library) -> None:
    for card in sample_library.councils:
        told = council_text(card, (), 120).plain
        held = sum(bool(visit.documents) for visit in card.visits)
        line = next(line for line in told.splitlines() if line.startswith("Visits"))
        assert str(len(card.visits)) in line and ", of " not in line
        assert (f"{held} of them" in line) == (0 < held < len(card.visits))


def test_groups_of_children_are_named_as_they_are_written() -> None:
    assert group_in_words("homeless-16-17") == "homeless 16–17"
    assert group_in_words("care-leavers") == "care leavers"
