"""Reading and labelling by two workers, beside pdftotext; a letter dropped in, until it shows."""

import shutil
import statistics
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.benchmarks.measure import Row, in_turn, write_results
from tests.conftest import SHARED

ALL = """
import sys
from pathlib import Path
from store.intake import Workers, answers
if __name__ == "__main__":
    with Workers(2) as workers:
        assert all(a.told.document or a.told.code == "not-a-pdf"
                   for a in answers(map(Path, sys.argv[1:]), workers))
"""
DROPPED = """
import asyncio, sys, time
from pathlib import Path
from store.library import Library
from tests.tui.apps import settled
from textual.events import Paste
from tui.app import OfstedApp
from tui.screens.browse import Browse
from tui.settings import Settings

class Watched(Browse):
    shown = 0

    def load(self):
        super().load()
        self.call_after_refresh(self._note)

    def _note(self):
        Watched.shown += 1

async def main():
    library = Library(Path(sys.argv[1]))
    app = OfstedApp(library, Settings(), (), Path("/nonexistent/themes.toml"))
    app.get_default_screen = lambda: Watched(library, app._vocabulary())
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        for number, letter in enumerate(sys.argv[2:]):
            before, start = Watched.shown, time.perf_counter()
            app.post_message(Paste(letter))
            while Watched.shown == before:
                await asyncio.sleep(0.001)
            print(round((time.perf_counter() - start) * 1000))
            assert len(app.library) == number + 1, app.screen
            await asyncio.sleep(0.5)

if __name__ == "__main__":
    asyncio.run(main())
"""


def run() -> None:
    if not (SHARED / "corpus").is_dir() or not shutil.which("pdftotext"):
        print("intake: skipped, for there is no ../shared/corpus or no pdftotext")
        return
    files = sorted(str(path) for path in (SHARED / "corpus").rglob("*.pdf"))

    def ours() -> None:
        subprocess.run([sys.executable, "-c", ALL, *files], check=True)

    def reference() -> None:
        with ThreadPoolExecutor(2) as two:
            list(two.map(_text_of, files))

    mine, theirs = in_turn(ours, reference, 3)
    cold, warm = _dropped(_letters(files))
    write_results(
        "Intake",
        [
            Row(
                f"reading, parsing and labelling {len(files)} reports, two workers, start included",
                f"{mine:.2f} s ({mine / theirs:.2f} times)",
                f"pdftotext, two processes {theirs:.2f} s",
                "0.25 times",
                mine <= theirs / 4,
            ),
            Row(
                "a 14-page letter dropped in, to shown, no worker running",
                f"{cold:.0f} ms",
                "",
                "400 ms",
                cold <= 400,
            ),
            Row(
                "another after it, the workers loaded",
                f"{warm:.0f} ms",
                "",
                "150 ms",
                warm <= 150,
            ),
        ],
    )


def _text_of(file: str) -> None:
    subprocess.run(["pdftotext", file, "-"], capture_output=True, check=False)


def _letters(files: list[str]) -> list[str]:
    """Two short reports of 13 to 15 pages."""
    import pypdfium2

    found = []
    for file in files:
        if Path(file).read_bytes()[:5] == b"%PDF-" and 13 <= len(pypdfium2.PdfDocument(file)) <= 15:
            found.append(file)
    return found[:2]


def _dropped(letters: list[str]) -> tuple[float, float]:
    """Median milliseconds of the first and of the second letter, each time in a new app."""
    rows = []
    for _ in range(5):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [sys.executable, "-c", DROPPED, f"{folder}/library.json", *letters],
                capture_output=True,
                text=True,
                check=True,
            )
            rows.append([float(line) for line in done.stdout.split()])
    cold, warm = (statistics.median(times) for times in zip(*rows, strict=True))
    return cold, warm


if __name__ == "__main__":
    run()
