"""Reading by one and two workers, here and on a Dask cluster; by arithmetic, by 100 machines."""

import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from store.intake import Readers, Workers, answers
from store.intake.reading import Told, told
from store.library import Library
from store.model.document import Document
from store.reading.limits import DEFAULT_LIMITS
from store.reading.opening import bytes_of
from tests.benchmarks.measure import Row, seconds, write_results
from tests.conftest import SHARED

MACHINES: Final = 100
WORKERS_EACH: Final = 2
PROVIDERS: Final = 90_000
"""Assumed, not measured: schools, nurseries, childminders, colleges, homes, agencies, councils."""
EACH: Final = 5
"""Documents of one provider on Ofsted's site, assumed likewise."""
ENGLAND: Final = 153 * 12
"""Councils by documents of their children's services, assumed likewise."""
LINE: Final = 100_000_000
"""Bytes a second that leave the machine that adds: a line of one gigabit, four fifths used."""
RUNS: Final = 3


class Costs(NamedTuple):
    """Seconds a document takes, but for `bytes`."""

    read: float
    """By one worker."""
    kept: float
    """By the one writer, with what it does to send the file and to read the answer."""
    bytes: float


def run() -> None:
    if not (SHARED / "corpus").is_dir():
        print("cluster: skipped, for there is no ../shared/corpus")
        return
    files = sorted((SHARED / "corpus").rglob("*.pdf"))
    ways: dict[str, Callable[[], AbstractContextManager[Readers]]] = {
        "one": lambda: _ready(Workers(1)),
        "two": lambda: _ready(Workers(2)),
    }
    try:
        import distributed  # noqa: F401

        ways["cluster"] = _cluster_of_two
    except ImportError:
        print("cluster: Dask is not installed; its row is left out")
    times: dict[str, list[float]] = {way: [] for way in ways}
    found: list[Told] = []
    for _ in range(RUNS):
        for way, opened in ways.items():
            with opened() as readers:
                _read(files[:6], readers)  # everything is loaded then
                took = seconds(lambda: found.extend(_read(files, readers)))
                times[way].append(took)
    # The best of them: what else the machine did in the others is none of ours.
    best = {way: min(each) for way, each in times.items()}
    documents = [each.document for each in found[: len(files)] if each.document]
    kept = min(_kept(documents) for _ in range(RUNS))
    handled = min(_handled(files, documents) for _ in range(RUNS))
    sizes = statistics.mean(path.stat().st_size for path in files)
    costs = Costs(best["one"] / len(files), kept + handled, sizes)
    gain = best["one"] / best["two"]
    rows = [
        Row(
            f"reading and labelling {len(files)} reports, two workers over one, both loaded",
            f"{gain:.2f} times as fast",
            f"one {best['one']:.2f} s, two {best['two']:.2f} s",
            "1.7 times",
            gain >= 1.7,
        )
    ]
    if "cluster" in best:
        over = best["cluster"] / best["two"]
        rows.append(
            Row(
                "the same on a Dask cluster of two workers on this machine, files sent",
                f"{best['cluster']:.2f} s ({over:.2f} times)",
                f"two workers {best['two']:.2f} s",
                "1.25 times",
                over <= 1.25,
            )
        )
    remits = PROVIDERS * EACH
    rows += [
        _reckoned("children's services of all England", ENGLAND, costs, 1, gain / 2),
        _reckoned("children's services of all England", ENGLAND, costs, MACHINES, gain / 2),
        _reckoned("all of Ofsted's remits", remits, costs, 1, gain / 2),
        _reckoned("all of Ofsted's remits", remits, costs, MACHINES, gain / 2),
    ]
    write_results("Cluster", rows, _notes(costs, kept, handled, gain))


def _reckoned(what: str, count: int, costs: Costs, machines: int, share: float) -> Row:
    """By arithmetic: the slowest of reading, keeping and sending says how long it takes."""
    reading = count * costs.read / (machines * WORKERS_EACH * share)
    keeping = count * costs.kept
    sending = count * costs.bytes / LINE if machines > 1 else 0.0
    longest = max(reading, keeping, sending)
    of = {reading: "reading", keeping: "the one writer", sending: "the line"}[longest]
    return Row(
        f"by arithmetic: {what}, {count:,} documents, {machines} machines",
        _words(longest),
        f"reading {_words(reading)}, keeping {_words(keeping)}, sending {_words(sending)}; "
        f"bound by {of}",
    )


def _notes(costs: Costs, kept: float, handled: float, gain: float) -> list[str]:
    return [
        f"Measured for a report of {costs.bytes / 1e3:.0f} KB: {costs.read * 1e3:.0f} ms of one "
        f"worker; {kept * 1e3:.1f} ms to keep it durably and {handled * 1e3:.1f} ms to read its "
        "bytes and its answer, both on the machine that adds, one after another.",
        f"Assumed: machines like this one with {WORKERS_EACH} workers, which together do "
        f"{gain:.2f} times what one does; {PROVIDERS:,} providers in all remits with {EACH} "
        "documents each, 153 councils with 12; documents like those of the corpus, though most "
        "providers' are shorter; a line of one gigabit. No cluster of that size was tried.",
        f"Sending is free on one machine. With {costs.kept * 1e3:.1f} ms for each document the "
        f"one writer keeps up with about {costs.read / costs.kept:.0f} workers; more of them wait "
        "for it. Whether a library of that many documents stays quick is measured under Scale up "
        "to the size given there, not beyond.",
    ]


def _words(time: float) -> str:
    if time < 90:
        return f"{time:.0f} s"
    return f"{time / 60:.0f} min" if time < 5400 else f"{time / 3600:.1f} h"


def _read(files: list[Path], readers: Readers) -> list[Told]:
    return [answer.told for answer in answers(files, readers)]


def _kept(documents: list[Document]) -> float:
    """Seconds to keep one, of many kept under one lock."""
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.json")
        with library.changing():
            took = seconds(lambda: [library.keep(document) for document in documents])
    return took / len(documents)


def _handled(files: list[Path], documents: list[Document]) -> float:
    """Seconds that the machine that adds spends on one besides keeping it."""
    encoded = [msgspec.msgpack.encode(Told(document)) for document in documents]
    bytes_read = seconds(lambda: [bytes_of(path, DEFAULT_LIMITS) for path in files])
    return bytes_read / len(files) + seconds(lambda: list(map(told, encoded))) / len(encoded)


@contextmanager
def _ready(workers: Workers) -> Iterator[Readers]:
    with workers:
        yield workers


@contextmanager
def _cluster_of_two() -> Iterator[Readers]:
    from distributed import LocalCluster

    from store.intake.cluster import Cluster

    local = LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=60
    )
    with local, Cluster(local.scheduler_address) as readers:
        yield readers


if __name__ == "__main__":
    run()
