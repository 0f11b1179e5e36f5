"""Searching a million sentences: every hit and the first screen, common words and rare ones."""

from pathlib import Path

from store.findings.themes import vocabulary
from store.library import Library
from store.search import ALL, Search, WordIndex, search_of
from store.selection import index_of
from tests.benchmarks.big_library import big_library
from tests.benchmarks.measure import Row, seconds, write_results
from tests.benchmarks.scale import DOCUMENTS, kept_folder, median
from tests.conftest import SHARED

QUERIES = (
    ("rare word", "advocacy"),
    ("word", "supervision"),
    ("very common word", "children"),
    ("two words", "drift delay"),
    ("phrase", '"management oversight"'),
    ("common phrase", '"social workers"'),
    ("beginning", "supervis*"),
    ("one letter", "s*"),
    ("word without another", "agency -workers"),
    ("word and fields", "agency theme:workforce polarity:concerns"),
    ("fields alone", "theme:workforce council:tameside"),
    ("no such word", "zebras"),
)
SCREEN = 50


def query_rows(search: Search) -> list[Row]:
    rows = []
    for name, text in QUERIES:
        query = search.understand(text)
        found = search.find(query)
        first = median(lambda: search.find(search.understand(text), most=SCREEN))  # noqa: B023
        best = median(lambda: search.find(query), 5)  # noqa: B023
        every = median(lambda: search.find(query, most=ALL), 3)  # noqa: B023
        rows.append(
            Row(
                f"{name}: {text}, {found.count:,} found",
                f"first {SCREEN}: {first:.1f} ms; all: {every:.0f} ms",
                f"best 10,000: {best:.0f} ms",
                "5 ms; 30 ms",
                first <= 5 and every <= 30,
            )
        )
    return rows


def index_rows(library: Library, folder: Path) -> list[Row]:
    index = index_of(library)
    words = WordIndex(folder / "measured")
    made = seconds(lambda: words.follow(index))
    size = sum(file.stat().st_size for file in (folder / "measured").rglob("*") if file.is_file())
    id = next(iter(library.records))
    with library.changing():
        library.keep_labels(library.document(id))
    changed = index_of(library)
    one = seconds(lambda: words.follow(changed)) * 1000
    opened = median(lambda: WordIndex(folder / "measured"), 5)
    words.take_away()
    return [
        Row("index of words made from the row file", f"{made:.1f} s"),
        Row("its size", f"{size / 1e6:.0f} MB"),
        Row("opened", f"{opened:.1f} ms"),
        Row("brought up to date after one document", f"{one:.0f} ms"),
    ]


def run() -> None:
    if not (SHARED / "corpus").is_dir():
        print("search: skipped, for there is no ../shared/corpus")
        return
    folder, clean = kept_folder()
    try:
        library = big_library(folder, DOCUMENTS)
        rows = index_rows(library, folder)
        index = index_of(library)
        search = search_of(library, index, vocabulary(phrases=False))
        rows += query_rows(search)
        write_results(
            "Search",
            rows,
            [f"{index.rows:,} sentences in {len(library):,} documents, as under Scale. The first "
             f"{SCREEN} are ranked among all and counted; the screen then asks for the best "
             "10,000. What limits “all” is handing over each hit from the engine to Python."],
        )  # fmt: skip
    finally:
        clean()


if __name__ == "__main__":
    run()
