"""Help: on every screen only what holds there, in words that fit it."""

import re
from collections.abc import Sequence
from typing import Any

import pytest
from textual.pilot import Pilot

from store.library import Library
from tests.tui.apps import answered, app_on, browse_of, settled
from tui.keys import KEYS
from tui.panes.councils import CouncilsPane
from tui.screens.browse import Browse
from tui.screens.correct import Correct
from tui.screens.coverage import CoverageScreen
from tui.screens.help import Help

VISIT = ("Tameside", 6)
PLACES: dict[str, tuple[str, ...]] = {
    "councils": ("1",),
    "visit": ("2",),
    "concerns": ("3",),
    "facets": ("F",),
    "period": ("D",),
    "filter": ("slash",),
    "read": ("3", "enter"),
    "find": ("3", "enter", "slash"),
    "outline": ("3", "enter", "O"),
    "why": ("3", "w"),
    "label": ("3", "e"),
    "note": ("3", "e", "tab"),
    "ask": ("3", "e", "2", "escape"),
    "corrections": ("E",),
    "export": ("x",),
    "add": ("a",),
    "watched": ("W",),
    "folders": ("W", "tab"),
    "search": ("s",),
    "found": ("s", *"caseloads", "enter"),
    "journey": ("J",),
    "judgements": ("J", "2"),
    "figures": ("J", "3"),
    "repeats": ("J", "4"),
    "journey's sentences": ("J", "enter"),
    "two visits": ("equals_sign",),
    "their sentences": ("equals_sign", "enter"),
    "compare with": ("equals_sign", "c"),
    "two councils": ("equals_sign", "c", *"reading", "enter"),
    "checked": ("coverage",),
    "article": ("coverage", "2"),
    "letter": ("coverage", "3"),
    "letters": ("coverage", "L"),
    "article read": ("article",),
    "map": ("m",),
    "map's filter": ("m", "slash"),
    "map's theme": ("m", "t"),
    "tour": ("f2",),
}
"""What leads to each pane and dialog from the findings of a visit."""
LIVE_BELOW = {"t"}
"""The picker of themes closes with a letter; t opens it again from the screen below."""


async def go(pilot: Pilot[Any], keys: Sequence[str]) -> None:
    """From the list of councils, at a visit, on by these keys."""
    await settled(pilot)
    browse = browse_of(pilot.app)  # type: ignore[arg-type]
    library = browse.library
    visit = next(v for v in library.visits if (v.council, v.ordinal) == VISIT)
    browse.query_one(CouncilsPane).pick(visit.council, visit.key)
    await answered(pilot)
    for key in keys:
        if key in ("coverage", "article"):
            await to_article(pilot, browse, key)
        else:
            await pilot.press(key)
        await answered(pilot)


async def to_article(pilot: Pilot[Any], browse: Browse, where: str) -> None:
    from tui.screens.read import Read

    known = next(r for r in browse.library.records.values() if r.kind == "article" and r.quotations)
    document, names = browse.library.document(known.id), browse.vocabulary.names()
    if where == "coverage":
        await pilot.app.push_screen(CoverageScreen(browse.library, document, None, names))
    else:
        await pilot.app.push_screen(Read(document, 0, browse.filters, names, browse.library))


async def help_of(pilot: Pilot[Any]) -> tuple[str, dict[str, str]]:
    """The prose of the help as it is shown now, and for each id the words of its key."""
    pilot.app.action_help()  # type: ignore[attr-defined]
    await settled(pilot)
    assert isinstance(pilot.app.screen, Help)
    shown = "\n" + str(pilot.app.screen.query_one("#help-text").render())
    prose, _, keys = shown.partition("\nIn this pane")
    if not keys:
        prose, _, keys = prose.partition("\nOn this screen")
    rows = [re.fullmatch(r"(\S.{16}) ?(.*?)  ([a-z0-9-]+)", row) for row in keys.splitlines()]
    return prose, {row[3]: row[2].strip() for row in rows if row and row[3] in KEYS}


@pytest.mark.parametrize("place", PLACES)
async def test_the_prose_names_only_keys_that_work_there(
    sample_library: Library, place: str
) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        await go(pilot, PLACES[place])
        screen = app.screen
        live = {
            app.get_key_display(active.binding).replace("^", "ctrl+")
            for active in screen.active_bindings.values()
            if active.enabled
        }
        prose, told = await help_of(pilot)
        named = set(re.findall(r"(?<![\w’'(.-])([b-zB-Z]|ctrl\+\w)(?![\w’'-])", prose))
        assert named - LIVE_BELOW <= live, f"{sorted(named - live)} do nothing at {place}"
        assert not told.keys() & getattr(screen, "idle_keys", frozenset())
        assert told.get("open") != KEYS["open"].words, "what is opened differs from pane to pane"


WORDS: dict[str, tuple[dict[str, str], set[str]]] = {
    "checked": (
        {
            "pane-1": "what was checked",
            "pane-2": "the article",
            "pane-3": "the letter",
            "open": "passage of the letter",
        },
        {"councils", "expand"},
    ),
    "article": ({"pane-1": "what was checked"}, {"open", "next-difference", "correct"}),
    "councils": ({"open": "unfold the visits", "filter": "councils by name"}, {"cell-left"}),
    "concerns": ({"open": "read the finding"}, {"expand"}),
    "facets": ({"open": "on or off", "facets": "close"}, set()),
    "read": ({"filter": "in this document"}, {"quotation", "quotation-source"}),
    "article read": ({"quotation": "quotation"}, set()),
    "folders": ({"delete": "stop watching"}, {"open"}),
    "corrections": ({"delete": "this correction", "corrections": "close"}, set()),
    "tour": ({"expand": "next step", "collapse": "step before"}, set()),
    "two visits": ({"open": "sentences of the cell"}, {"swap", "per"}),
    "two councils": ({"swap": "sides", "per": "per document"}, set()),
    "journey's sentences": ({"open": "read the finding"}, {"repeats", "earlier"}),
    "map": ({"polarity": "concerns, or strengths", "open": "in Browse"}, set()),
    "note": ({"save": "save"}, {"done", "flag"}),
    "filter": ({"back": "clear"}, {"filter", "theme"}),
    "found": ({"filter": "the query"}, {"search"}),
}


@pytest.mark.parametrize("place", WORDS)
async def test_words_fit_the_screen(sample_library: Library, place: str) -> None:
    fitting, absent = WORDS[place]
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        await go(pilot, PLACES[place])
        _, told = await help_of(pilot)
        for id, words in fitting.items():
            assert words in told[id]
        assert not absent & told.keys()


async def test_where_one_pane_is_shown_none_can_be_resized(sample_library: Library) -> None:
    resizing = {"narrower", "wider", "maximise"}
    for size, shown in (((80, 24), set[str]()), ((160, 50), resizing)):
        app = app_on(sample_library)
        async with app.run_test(size=size) as pilot:
            await go(pilot, ())
            _, told = await help_of(pilot)
            assert resizing & told.keys() == shown


async def test_correct_says_how_to_save_from_where_one_is(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, ("3", "e"))
        screen = app.screen
        assert isinstance(screen, Correct)
        box = screen.query_one("#correct")
        assert "enter saves" in str(box.border_subtitle)
        await pilot.press("tab", "x", "enter", "y")
        await settled(pilot)
        assert screen.said.note == "x\ny" and app.screen is screen
        assert "enter saves" not in str(box.border_subtitle)
        assert "ctrl+s saves" in str(box.border_subtitle)
        await pilot.press("escape")
        await settled(pilot)
        assert "enter saves" in str(box.border_subtitle)


async def test_the_first_frame_says_nothing_of_what_is_not_read_yet(
    sample_library: Library, empty_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until the rows are read nobody knows whether there are any."""
    begin = Browse._begin
    for library, said in ((sample_library, False), (empty_library, True)):
        monkeypatch.setattr(Browse, "_begin", lambda self: None)
        app = app_on(library)
        async with app.run_test(size=(160, 50)) as pilot:
            await pilot.pause()
            pane = browse_of(app).query_one(CouncilsPane)
            assert "".join(s.text for s in pane.render_line(0)).strip() == ""
            begin(browse_of(app))
            await settled(pilot)
            shown = "".join(s.text for s in pane.render_line(0))
            assert shown.strip() and ("No documents yet." in shown) is said


async def test_the_keys_of_lists_go_to_its_ends(sample_library: Library) -> None:
    app = app_on(sample_library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("question_mark")
        await settled(pilot)
        sheet = app.screen.query_one("#help")
        await pilot.press("G")
        await settled(pilot)
        assert sheet.scroll_y == sheet.max_scroll_y > 0
        await pilot.press("g")
        await settled(pilot)
        assert sheet.scroll_y == 0
