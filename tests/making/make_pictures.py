"""The pictures of the README, made from the app itself on the sample documents."""

import asyncio
import os
import tempfile
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"

from store.findings.finder import Finder
from store.intake import files_under, take_in
from store.library import Library
from tests.tui.apps import app_on, browse_of, settled
from tui.panes.councils import CouncilsPane

ROOT = Path(__file__).resolve().parents[2]


async def picture(library: Library, file: Path, size: tuple[int, int], *keys: str) -> None:
    """The browse screen at the sixth visit to Tameside, after some keys, as SVG."""
    app = app_on(library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        visit = next(v for v in library.visits if v.council == "Tameside" and v.ordinal == 6)
        browse_of(app).query_one(CouncilsPane).pick("Tameside", visit.key)
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        file.write_text(app.export_screenshot(title="ofsted-tui"), "utf-8")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder, "library.json"))
        for _ in take_in(files_under([ROOT / "sample_docs"]), library, Finder()):
            pass
        asyncio.run(picture(library, ROOT / "docs" / "browse.svg", (150, 38), "3"))


if __name__ == "__main__":
    main()
