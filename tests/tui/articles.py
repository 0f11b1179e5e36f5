"""An article opened beside its letter as tests see it, and libraries with one article."""

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

import tests.library_of_quotations as made
from store.findings.finder import Finder
from store.intake import take_in
from store.library import Library
from tests.library_of_quotations import id_of
from tests.tui.apps import browse_of, settled
from tui.app import OfstedApp
from tui.panes.checks import ChecksPane
from tui.panes.letter import LetterPane
from tui.screens.coverage import CoverageScreen


async def opened(app: OfstedApp, pilot: Pilot[Any], article: str | None = None) -> CoverageScreen:
    await settled(pilot)
    library = app.library
    document = library.document(article or id_of(library, "article"))
    names = browse_of(app).vocabulary.names()
    app.push_screen(CoverageScreen(library, document, None, names))
    await settled(pilot)
    await settled(pilot)
    assert isinstance(app.screen, CoverageScreen)
    return app.screen


async def press(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def summary(screen: CoverageScreen) -> str:
    return str(screen.query_one("#summary").render())


def rows(screen: CoverageScreen) -> str:
    pane = screen.query_one(ChecksPane)
    return "\n".join(pane.row_content(n, 100, False).plain for n in range(pane.count))


def passage(screen: CoverageScreen) -> str:
    """The sentence of the letter that is set off."""
    letter = screen.query_one(LetterPane)
    pane = letter.pane
    assert pane is not None and pane.sentence >= 0
    return pane._document.sentences[pane.sentence].text


def tameside(library: Library) -> str:
    """The sample article on the visit of August 2018."""
    records = library.records.values()
    return next(r.id for r in records if r.kind == "article" and r.date == "2018-09-18")


def with_article(tmp_path: Path, text: str, letter: str | None = made.LETTER) -> Library:
    library = Library(tmp_path / "own" / "library.json")
    files = [tmp_path / "article.txt"]
    files[0].write_text(text, "utf-8")
    if letter:
        files.append(tmp_path / "letter.txt")
        files[1].write_text(letter, "utf-8")
    assert all(o.ok for o in take_in(files, library, Finder(labeller=made.Unlabelled())))
    return Library(library.path)
