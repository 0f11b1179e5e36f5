"""Journey and Compare: the sums of one council in a large library, and a cursor key painted.

The library is the reports of ../shared/corpus about the councils of which it holds several, and
the sample documents. A key is timed in the app itself, without a terminal: from the action to the
first time that the screen has been drawn and its messages are dealt with.
"""

import asyncio
import math
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from store.comparing import between, figure_series, profile, theme_matrix, threads
from store.findings.finder import Finder
from store.findings.themes import vocabulary
from store.intake import files_under, take_in
from store.library import Library
from store.repeats.known import KnownRepeats
from store.selection import FindingIndex
from tests.benchmarks.measure import Row, write_results
from tests.conftest import SAMPLES, SHARED
from tests.tui.apps import app_on, browse_of, settled
from tui.panes.councils import CouncilsPane
from tui.screens.journey import Journey

COUNCIL = "Tameside"
KEYS = 40


def library_in(folder: Path) -> Library:
    """Every council of the corpus that has two reports or more."""
    corpus = SHARED / "corpus"
    several = [each for each in sorted(corpus.glob("*")) if len(list(each.iterdir())) > 1]
    library = Library(folder / "library.json")
    for _ in take_in(files_under([SAMPLES, *several]), library, Finder()):
        pass
    return library


def best(run: Callable[[], object]) -> float:
    """Milliseconds of the fastest of five."""
    fastest = math.inf
    for _ in range(5):
        start = time.perf_counter()
        run()
        fastest = min(fastest, time.perf_counter() - start)
    return 1000 * fastest


async def keys(library: Library) -> tuple[list[float], list[float]]:
    """Milliseconds of each cursor key in the matrix, until the cursor is drawn, and until the
    sentences beside it are."""
    app = app_on(library)
    cursor, sentences = [], []
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        browse_of(app).query_one(CouncilsPane).pick(COUNCIL)
        await settled(pilot)
        await pilot.press("J")
        await settled(pilot)
        journey = app.screen
        assert isinstance(journey, Journey)
        for number in range(KEYS):
            drawn, all_drawn = asyncio.Event(), asyncio.Event()
            start = time.perf_counter()
            if number % 20 < 10:
                journey.themes.action_cursor_down()
            else:
                journey.themes.action_cursor_up()
            journey.call_after_refresh(drawn.set)
            await drawn.wait()
            cursor.append(1000 * (time.perf_counter() - start))
            journey.call_after_refresh(all_drawn.set)
            await all_drawn.wait()
            sentences.append(1000 * (time.perf_counter() - start))
            await pilot.pause()
    return sorted(cursor), sorted(sentences)


def run() -> None:
    if not (SHARED / "corpus").is_dir():
        print("over_time: skipped, for there is no ../shared/corpus")
        return
    with tempfile.TemporaryDirectory() as folder:
        library = library_in(Path(folder))
        records, visits = list(library.records.values()), library.visits
        index = FindingIndex(records, library.document, visits)
        themes = [theme.id for theme in vocabulary(None, phrases=False).themes]
        repeats = KnownRepeats(library.document, visits)
        linked = repeats.of(COUNCIL)
        own = sorted(
            (v for v in visits if v.council == COUNCIL and v.documents), key=lambda v: v.when
        )
        told = [repeats.told_at(visit) for visit in own]
        order = [visit.key for visit in own]
        sums = {
            "theme-by-visit matrix": lambda: theme_matrix(index, COUNCIL, visits, themes),
            "profile of a council": lambda: profile(index, COUNCIL, records, themes),
            "figures over time": lambda: figure_series(
                COUNCIL, records, visits, lambda *_: COUNCIL
            ),
            "threads from links": lambda: threads(linked, order, lambda id: ()),
            "two inspections compared": lambda: between(told[0], told[-2]),
        }  # fmt: skip
        rows = [Row(what, f"{best(sum_):.2f} ms") for what, sum_ in sums.items()]
        for what, taken, target in zip(
            ("cursor key in the matrix, until drawn", "and its sentences beside"),
            asyncio.run(keys(library)),
            (16, 33),
            strict=True,
        ):
            median, late = statistics.median(taken), taken[int(0.95 * len(taken))]
            ours = f"median {median:.0f} ms, 95th percentile {late:.0f} ms"
            rows.append(Row(what, ours, "", f"median {target} ms", median < target))
        size = (
            f"{len(records)} documents, {index.rows:,} sentences; {COUNCIL} has {len(own)} visits"
        )
        write_results("Journey and Compare", rows, [f"{size}."])


if __name__ == "__main__":
    run()
