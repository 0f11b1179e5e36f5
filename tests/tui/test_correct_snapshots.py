"""Correcting in pictures: the screen, the list of all, the marks in the panes."""

import msgspec
import pytest

from store.library import Library
from store.model.correction import Correction
from store.selection import citation
from tests.tui.apps import app_on
from tests.tui.test_snapshots import SIZES, Compare, at_tameside, sizes

CORRECT = ("3", "j", "e", "2", "w")
everywhere = pytest.mark.parametrize(
    ("size", "theme"),
    [(SIZES[name], "dark") for name in SIZES]
    + [((80, 24), "light"), ((160, 50), "light"), ((120, 40), "contrast"), ((40, 12), "dark")],
    ids=lambda value: value if isinstance(value, str) else "x".join(map(str, value)),
)


def correct(library: Library, index: int, **says: object) -> Correction:
    """A correction of the letter of Tameside's sixth visit."""
    visit = next(v for v in library.visits if v.council == "Tameside" and v.ordinal == 6)
    document = library.as_kept(visit.documents[0])
    place = citation(document, document.sentences[index])
    blank = library.corrections.blank(document, index, place)
    new = msgspec.structs.replace(blank, when=f"2026-01-01T00:00:{index:02}+00:00", **says)
    library.corrections.replace(None, new)
    return new


@pytest.fixture
def corrected(sample_library: Library) -> Library:
    library = sample_library
    correct(library, 1, polarity="neutral", themes=())
    correct(library, 3, polarity="strength", themes=("drift-delay",), note="Ask what changed.")
    made = correct(library, 4, note="Which reviews [sic]?", flagged=True)
    orphan = msgspec.structs.replace(
        made, sha256="0" * 64, text="Nobody holds this sentence now.", place="An old letter, ¶3",
        home=None, polarity="concern", themes=("workforce",),
    )  # fmt: skip
    library.corrections.replace(None, orphan)
    return library


@everywhere
def test_correct(
    snap_compare: Compare, sample_library: Library, size: tuple[int, int], theme: str
) -> None:
    app = app_on(sample_library, theme=theme)
    steps = at_tameside(sample_library, *CORRECT)
    assert snap_compare(app, terminal_size=size, run_before=steps)


@everywhere
def test_corrections(
    snap_compare: Compare, corrected: Library, size: tuple[int, int], theme: str
) -> None:
    app = app_on(corrected, theme=theme)
    steps = at_tameside(corrected, "E", "j")
    assert snap_compare(app, terminal_size=size, run_before=steps)


@sizes
def test_marks_in_browse(snap_compare: Compare, corrected: Library, size: str) -> None:
    app = app_on(corrected)
    steps = at_tameside(corrected, "3", "p", "p", "g", "j", "j", "j")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


@pytest.mark.parametrize("size", ["80x24", "120x40"])
def test_marks_in_read(snap_compare: Compare, corrected: Library, size: str) -> None:
    app = app_on(corrected)
    steps = at_tameside(corrected, "3", "p", "p", "g", "j", "j", "j", "enter")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=steps)


def test_correct_without_colour(
    snap_compare: Compare, sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_on(sample_library)
    steps = at_tameside(sample_library, *CORRECT)
    assert snap_compare(app, terminal_size=SIZES["80x24"], run_before=steps)


def test_leaving_asks(snap_compare: Compare, sample_library: Library) -> None:
    app = app_on(sample_library)
    steps = at_tameside(sample_library, *CORRECT, "escape")
    assert snap_compare(app, terminal_size=SIZES["80x24"], run_before=steps)


def test_exporting_asks_where(snap_compare: Compare, corrected: Library) -> None:
    app = app_on(corrected)
    steps = at_tameside(corrected, "E", "x")
    assert snap_compare(app, terminal_size=SIZES["80x24"], run_before=steps)
