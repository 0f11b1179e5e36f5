"""3,000 documents, a million sentences: filter, counts, the row file, first frame, memory.

The library is made of the real documents again and again; see big_library.py. Set
OFSTED_BIG_LIBRARY to a folder to keep it between runs.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from store.findings.themes import vocabulary
from store.library import Library
from store.selection import Filters, FindingIndex, Selection, index_of, row_file
from tests.benchmarks.big_library import big_library
from tests.benchmarks.first_frame import EMPTY_APP, first_frame
from tests.benchmarks.measure import Row, seconds, write_results
from tests.conftest import SHARED

DOCUMENTS = 3000
MEMORY = """
import asyncio, sys
from pathlib import Path
from store.library import Library
from tests.tui.apps import answered, app_on, browse_of

def told():
    rows = dict(line.split(":", 1) for line in open("/proc/self/status") if ":" in line)
    print(*(int(rows[name].split()[0]) // 1024 for name in ("VmRSS", "RssAnon")), flush=True)

async def main():
    app = app_on(Library(Path(sys.argv[1])))
    async with app.run_test(size=(160, 50)) as pilot:
        while browse_of(app).index is None:
            await pilot.pause(0.05)
        await answered(pilot)
        told()
        await pilot.press("down", "down", "tab", "tab", "j", "j", "j")
        await answered(pilot)
        await pilot.press("s", *"management oversight")
        await answered(pilot)
        told()

asyncio.run(main())
"""


def kept_folder() -> tuple[Path, Callable[[], None]]:
    """Where the library lies, and what takes it away again."""
    if kept := os.environ.get("OFSTED_BIG_LIBRARY"):
        return Path(kept), lambda: None
    folder = tempfile.TemporaryDirectory()
    return Path(folder.name), folder.cleanup


def median(run: Callable[[], object], runs: int = 9) -> float:
    """Milliseconds."""
    return statistics.median(seconds(run) for _ in range(runs)) * 1000


def filter_rows(index: FindingIndex) -> list[Row]:
    themes = [theme.id for theme in vocabulary(phrases=False).themes]
    council = index.values("council")[0]

    def chosen(filters: Filters) -> Callable[[], object]:
        def run() -> object:
            selection = Selection(index, filters)
            selection.theme_counts(themes)
            return selection.count, selection.rows(50)

        return run

    one = Filters(shown="concerns", themes=("workforce",), councils=(council,))
    every = one.but(councils=())
    dated = every.but(since="2018", until="2021-06")
    rows = []
    for name, filters in (("a council", one), ("all councils", every), ("some years", dated)):
        taken = median(chosen(filters))
        rows.append(
            Row(f"filter by theme, polarity, {name}; 22 counts, 50 rows", f"{taken:.2f} ms", "",
                "10 ms", taken < 10)
        )  # fmt: skip
    councils = index.values("council")
    taken = median(lambda: Selection(index, every).counts("council", councils))
    rows.append(Row(f"counts of {len(councils)} councils", f"{taken:.2f} ms", "", "10 ms",
                    taken < 10))  # fmt: skip
    for words in ("supervision", "children", "no such words"):
        selection = Selection(index, Filters(containing=words))
        taken = median(lambda: Selection(index, selection.filters).count, 5)  # noqa: B023
        rows.append(Row(f"any text: “{words}”, {selection.count:,} rows", f"{taken:.0f} ms"))
    return rows


def row_file_rows(library: Library) -> list[Row]:
    shutil.rmtree(library.path.with_suffix(".index"), ignore_errors=True)
    cold = seconds(lambda: index_of(library))
    file = row_file(library)
    opened = median(lambda: index_of(library, row_file(library)))
    file.missing(library.records.values())
    index_of(library, file)
    assert file.kept_in is not None
    size = sum(part.stat().st_size for part in file.kept_in.iterdir() if part.is_file())
    id = next(iter(library.records))
    with library.changing():
        library.keep_labels(library.document(id))
    one = seconds(lambda: index_of(library, file)) * 1000
    return [
        Row("row file made from every document, once", f"{cold:.1f} s"),
        Row("row file opened by the next process", f"{opened:.0f} ms", "", "", None),
        Row("row file brought up to date after one document", f"{one:.0f} ms"),
        Row("size of the row file and its words", f"{size / 1e6:.0f} MB"),
    ]


def first_frame_row(library: Library, folder: Path) -> Row:
    env = {"OFSTED_TUI_CONFIG": str(folder)}
    empty_app = folder / "empty_app.py"
    empty_app.write_text(EMPTY_APP, "utf-8")
    command = [sys.executable, "-m", "tui", "--library", str(library.path)]
    ours, empty = [], []
    for _ in range(9):
        ours.append(first_frame(command, b"Concerns", env))
        empty.append(first_frame([sys.executable, str(empty_app)], b"READY", env))
    mine, theirs = statistics.median(ours), statistics.median(empty)
    return Row(
        "first frame",
        f"{mine * 1000:.0f} ms ({mine / theirs:.2f} times)",
        f"empty three-pane app {theirs * 1000:.0f} ms",
        "1.25 times",
        mine <= 1.25 * theirs,
    )


def memory_rows(library: Library) -> list[Row]:
    run = [sys.executable, "-c", MEMORY, str(library.path)]
    printed = subprocess.run(run, capture_output=True, text=True, check=True).stdout.splitlines()
    rows = []
    for what, line in zip(("open on Browse", "after browsing and searching"), printed, strict=True):
        resident, own = (int(number) for number in line.split())
        rows.append(
            Row(f"memory, {what}", f"{resident} MB", f"of it not files {own} MB", "120 MB",
                resident <= 120)
        )  # fmt: skip
    return rows


def run() -> None:
    if not (SHARED / "corpus").is_dir():
        print("scale: skipped, for there is no ../shared/corpus")
        return
    folder, clean = kept_folder()
    try:
        library = big_library(folder, DOCUMENTS)
        rows = row_file_rows(library)
        start = time.perf_counter()
        library = Library(library.path)
        opened = (time.perf_counter() - start) * 1000
        rows.append(Row("library opened", f"{opened:.0f} ms", "", "70 ms", opened < 70))
        index = index_of(library)
        rows += filter_rows(index)
        rows.append(first_frame_row(library, folder))
        rows += memory_rows(library)
        write_results(
            "Scale",
            rows,
            [f"{len(library):,} documents, {index.rows:,} sentences: the real ones again and "
             "again under other councils and dates, one sentence in three with words of its own."],
        )  # fmt: skip
    finally:
        clean()


if __name__ == "__main__":
    run()
