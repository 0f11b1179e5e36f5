"""The pictures of README and docs, made from the app itself on the sample documents.

`python -m tests.making.make_pictures [NAME...]` makes all of them, or those named. They are the
same at every run: no clock, no machine's own folders, no animation.
"""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Final

os.environ["TEXTUAL_ANIMATIONS"] = "none"

from textual.pilot import Pilot

from store.findings.finder import Finder
from store.intake import files_under, take_in
from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui.panes.councils import CouncilsPane
from tui.screens import search
from tui.screens.browse import Browse

ROOT: Final = Path(__file__).resolve().parents[2]
SIZE: Final = (150, 38)
Steps = Callable[[Pilot[None], Library], Awaitable[None]]


def keys(*pressed: str, council: str = "Tameside", visit: str | None = "2018-08-22") -> Steps:
    """Go to a council, or to its visit that began on a day, then press keys."""

    async def steps(pilot: Pilot[None], library: Library) -> None:
        pane = browse_of(pilot.app).query_one(CouncilsPane)  # type: ignore[arg-type]
        began = (v.key for v in library.visits if v.council == council and v.start == visit)
        pane.pick(council, next(began) if visit else None)
        await settled(pilot)
        for key in pressed:
            await pilot.press(key)
            await settled(pilot)

    return steps


PICTURES: Final[dict[str, tuple[tuple[int, int], Steps]]] = {
    "browse": (SIZE, keys("3")),
    "workforce": (SIZE, keys("3", "t", "w", visit=None)),
    "read": ((112, 34), keys("3", "enter", "n", "n")),
    "why": (SIZE, keys("3", "w")),
    "journey": (SIZE, keys("J", "down", "right", visit=None)),
    "compare": (SIZE, keys("equals_sign", "down", "right", "right", "right", visit="2023-12-04")),
    "coverage": (SIZE, keys("v", "n")),
    "themes": ((150, 14), keys("m", "right")),
    "search": (SIZE, keys("s", *"management", "space", *"oversight", "down", "j")),
    "correct": (SIZE, keys("3", "e")),
}
"""Name -> columns and lines, and what is done before the picture is taken."""


async def picture(library: Library, size: tuple[int, int], steps: Steps) -> str:
    """The app after some steps, as SVG."""
    app = app_on(library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await steps(pilot, library)  # type: ignore[arg-type]
        await settled(pilot)
        for widget in app.screen.query():  # drawn whole: a picture shows what is, not what was
            widget.refresh()
        await settled(pilot)
        return _steady(app.export_screenshot(title="ofsted-tui"))


def _steady(svg: str) -> str:
    """The picture without what differs from run to run (the classes' number, the time taken), and
    without fonts from the network: the reader's own will do."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("font-family: Fira Code, monospace", "font-family: 'Fira Code', monospace")
    svg = re.sub(r"terminal-\d+", "terminal-ofsted", svg)
    return svg.replace("&#160;·&#160;0&#160;ms", "&#160;" * 7)


def main(names: list[str]) -> None:
    """Make the pictures of these names, or all."""
    Browse.today = staticmethod(lambda: date(2026, 11, 1))  # type: ignore[method-assign,assignment]
    search.perf_counter = lambda: 0.0  # type: ignore[attr-defined]
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder, "library.json"))
        for _ in take_in(files_under([ROOT / "sample_docs"]), library, Finder()):
            pass
        for name in names or PICTURES:
            size, steps = PICTURES[name]
            svg = asyncio.run(picture(library, size, steps))
            (ROOT / "docs" / f"{name}.svg").write_text(svg, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
