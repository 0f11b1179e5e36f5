"""What the library costs: opening, saving, size, and what faults do to it.

Libraries are copies of real documents under other councils and dates (`many.py`). Saving is
measured in turn at both sizes, beside a plain file of the same bytes written and forced to the
disk; opening beside reading the same file and decoding its lines as plain JSON.
"""

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import msgspec

from store.library import Library
from store.library.compaction import size_of
from store.library.durable import write_durably
from store.model.document import Document
from tests.benchmarks.many import copies, parsed
from tests.benchmarks.measure import Row, in_turn, process, write_results

SIZES = (300, 500, 3000)
RUNS = 15
SAVES = 40


@contextmanager
def unforced() -> Iterator[None]:
    """Nothing is forced to the disk, while libraries are only being made."""
    real = os.fsync
    os.fsync = lambda handle: None  # type: ignore[assignment]
    try:
        yield
    finally:
        os.fsync = real


def made(folder: Path, documents: Sequence[Document], count: int) -> Path:
    file = folder / str(count) / "library.json"
    library = Library(file)
    with unforced(), library.changing():
        for document in copies(documents, count):
            library.keep(document)
    return file


def opened(file: Path) -> Library:
    """A library with what the first screen shows."""
    library = Library(file)
    assert library.councils and library.visits
    return library


def decoded(file: Path) -> None:
    for line in file.read_bytes().splitlines()[1:]:
        msgspec.json.decode(line)


def opening(file: Path, count: int, target: int) -> Row:
    gc.disable()  # as the app does until its first frame
    try:
        ours, plain = in_turn(lambda: opened(file), lambda: decoded(file), RUNS)
    finally:
        gc.enable()
    return Row(
        f"opening {count:,} documents to the first screen's data",
        f"{ours * 1000:.1f} ms ({ours / plain:.1f} times)",
        f"its lines as plain JSON {plain * 1000:.1f} ms",
        f"{target} ms",
        ours * 1000 <= target,
    )


def saving(files: dict[int, Path], documents: Sequence[Document], plain: Path) -> list[Row]:
    """Saves at each size and plain writes of as many bytes, in turn."""
    new = {count: islice(copies(documents, 10_000), 5_000, None) for count in files}
    libraries = {count: Library(file) for count, file in files.items()}
    times: dict[int, list[float]] = {count: [] for count in files}
    plainly: list[float] = []
    whole = 0
    for turn in range(SAVES):
        # Each goes first in turn: whoever comes second may find the disk still busy.
        order = list(libraries.items())
        for count, library in order if turn % 2 else reversed(order):
            document = next(new[count])
            inode = library.path.stat().st_ino
            with library.changing():
                if not turn:  # the backup of this run, and what is loaded once
                    library.keep(next(new[count]))
                start = time.perf_counter()
                library.keep(document)
                times[count].append(time.perf_counter() - start)
            whole += library.path.stat().st_ino != inode
            data = (library.papers.path / library.cards.files[document.id]).read_bytes()
        start = time.perf_counter()
        write_durably(plain / f"{turn}.json", data)
        plainly.append(time.perf_counter() - start)
    medians = {count: statistics.median(each) for count, each in times.items()}
    reference = statistics.median(plainly)
    small, large = medians[300], medians[3000]
    return [
        *(
            Row(
                f"saving one document, durable, {count:,} documents in the library",
                f"median {median * 1000:.1f} ms, longest {max(times[count]) * 1000:.0f}",
                f"the same bytes, a plain file and fsync: {reference * 1000:.1f} ms",
                "10 ms",
                median <= 0.010,
            )
            for count, median in medians.items()
        ),
        Row("saving at 3,000 against 300", f"{large / small:.2f} times", "", "1.2 times",
            large <= 1.2 * small),
        Row("whole-file writes in those saves", str(whole), "", "0", whole == 0),
    ]  # fmt: skip


def cost_without_disk(files: dict[int, Path], documents: Sequence[Document]) -> Row:
    """What a save computes, which is where the size of the library could tell."""
    new = {count: islice(copies(documents, 10_000), 7_000, None) for count in files}
    times: dict[int, list[float]] = {count: [] for count in files}
    libraries = {count: Library(file) for count, file in files.items()}
    with unforced():
        for _ in range(SAVES):
            for count, library in libraries.items():
                document = next(new[count])
                with library.changing():
                    start = time.process_time()
                    library.keep(document)
                    times[count].append(time.process_time() - start)
    small, large = (statistics.median(times[count]) * 1000 for count in (300, 3000))
    words = f"{small:.1f} ms at 300, {large:.1f} ms at 3,000"
    return Row("of that, computing", words, "", "", None)


def size(file: Path) -> Row:
    library = Library(file)
    text = sum(len(library.document(id).text.encode()) for id in library.records)
    ratio = size_of(file) / text
    return Row(
        f"files of {len(library):,} documents, {text / 1e6:.0f} MB of plain text",
        f"{size_of(file) / 1e6:.0f} MB ({ratio:.2f} times)",
        "",
        "2 times",
        ratio <= 2,
    )


def memory(file: Path) -> Row:
    code = (
        "import sys; from pathlib import Path; from store.library import Library; "
        "l = Library(Path(sys.argv[1])); l.councils; "
        "print(next(s for s in open('/proc/self/status') if s.startswith('VmHWM')).split()[1])"
    )
    out = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, check=True)
    megabytes = int(out.stdout) / 1024
    return Row(
        "memory of a process with 3,000 documents open", f"{megabytes:.0f} MB", "", "120 MB",
        megabytes <= 120,
    )  # fmt: skip


def commands(file: Path) -> list[Row]:
    def median(run: Callable[[], float]) -> float:
        return statistics.median(run() for _ in range(9)) * 1000

    bare = median(lambda: process([sys.executable, "-c", "pass"]))
    rows = []
    for words, arguments in {
        "`ofsted-tui --version`": ["--version"],
        "`ofsted-tui councils`, 500 documents": ["councils", "--library", str(file)],
    }.items():
        ours = median(lambda a=arguments: process([sys.executable, "-m", "tui", *a]))
        rows.append(
            Row(words, f"{ours:.0f} ms", f"bare Python {bare:.0f} ms", "100 ms", ours < 100)
        )
    return rows


def killed(times: int) -> Row:
    """The fault test of the suite, as often as is asked for."""
    test = "tests/store/library/test_faults.py"
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-o", "addopts=", "-k", "killed",
         test],
        env={**os.environ, "OFSTED_FAULTS": str(times)},
        capture_output=True,
    )  # fmt: skip
    whole = result.returncode == 0
    words = "every committed document there and equal" if whole else "the test failed"
    what = f"a writer killed at {times} random moments of a run of adds"
    return Row(what, words, "", "none lost", whole)


def run() -> None:
    documents = parsed()
    with tempfile.TemporaryDirectory(dir=os.environ.get("OFSTED_BENCH_FOLDER")) as name:
        folder = Path(name)
        files = {count: made(folder, documents, count) for count in SIZES}
        rows = [
            opening(files[500], 500, 15),
            opening(files[3000], 3000, 70),
            size(files[3000]),
            memory(files[3000]),
            *commands(files[500]),
            *saving({count: files[count] for count in (300, 3000)}, documents, folder),
            cost_without_disk({count: files[count] for count in (300, 3000)}, documents),
            killed(int(os.environ.get("OFSTED_FAULTS", "200"))),
        ]
    write_results(
        "Library",
        rows,
        [
            f"Copies of {len(documents)} parsed documents under every current council, ten years.",
            "Backups are not in the size: they share the documents' files.",
        ],
    )


if __name__ == "__main__":
    run()
