"""Workers: a file that hangs or kills its reader costs itself only; a run can be cut short."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from store.intake import Outcome, Workers, answers, files_under, in_turn, take_in
from store.intake.answers import Answer, in_order
from store.intake.files import shown
from store.intake.reading import Elsewhere, Told
from store.library import Library
from store.reading.limits import Limits
from tests.conftest import SAMPLES

FILES = files_under([SAMPLES])
posix = pytest.mark.skipif(sys.platform == "win32", reason="by signals")
linux = pytest.mark.skipif(sys.platform != "linux", reason="by the limits of Linux")


class Bad:
    """Workers in which files of some names run into a fault, as a bad one in a library would."""

    def __init__(self, workers: Workers, faults: dict[str, Callable[..., Any]]) -> None:
        self._workers = workers
        self._faults = faults
        self.ahead = workers.ahead

    def submit(self, path: Path, limits: Limits) -> "Future[bytes]":
        fault = self._faults.get(path.name)
        if fault is None:
            return self._workers.submit(path, limits)
        pool = self._workers._started()
        future: Future[bytes] = pool.schedule(fault, timeout=limits.seconds)
        return future


def hang() -> None:
    while True:
        time.sleep(60)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def swell() -> None:
    held: list[bytearray] = []
    try:
        while True:
            held.append(bytearray(50_000_000))
    finally:
        held.clear()


def call() -> None:
    import socket

    socket.create_connection(("127.0.0.1", 9))


def write() -> None:
    Path("/tmp/written-by-a-reader").write_text("x", "utf-8")


def start() -> None:
    subprocess.run(["true"], check=False)


@posix
def test_a_hanging_and_a_dying_file_cost_themselves_only(
    empty_library: Library, tmp_path: Path
) -> None:
    bad = [tmp_path / name for name in ("hangs.pdf", "dies.pdf", "swells.pdf")]
    files = [bad[0], *FILES[:3], bad[1], *FILES[3:5], bad[2], *FILES[5:7]]
    faults: dict[str, Callable[..., Any]] = dict(
        zip((path.name for path in bad), (hang, die, swell), strict=True)
    )
    with Workers(2) as workers:
        found = {
            Path(outcome.path).name: outcome
            for outcome in take_in(
                files, empty_library, limits=Limits(seconds=3), readers=Bad(workers, faults)
            )
        }
    codes = [found[path.name].code for path in bad]
    assert codes[:2] == ["too-slow", "reader-died"] and codes[2] in ("too-large", "reader-died")
    assert all(found[path.name].message for path in bad)
    failed = {name: outcome.message for name, outcome in found.items() if not outcome.ok}
    assert failed.keys() == faults.keys(), failed
    assert len(Library(empty_library.path)) == 7


@posix
def test_all_workers_killed_at_once(empty_library: Library) -> None:
    with Workers(2) as workers:
        run = take_in(FILES, empty_library, readers=workers)
        first = next(run)
        pool: Any = workers._started()
        for pid in list(pool._pool_manager.worker_manager.workers):
            os.kill(pid, signal.SIGKILL)
        rest = list(run)
    failed = [outcome for outcome in [first, *rest] if not outcome.ok]
    assert len(rest) == len(FILES) - 1
    assert len(failed) <= 2 and {outcome.code for outcome in failed} <= {"reader-died"}
    assert len(Library(empty_library.path)) == len(FILES) - len(failed)


@pytest.mark.parametrize("fault", [call, write, start])
def test_a_reader_may_not_write_call_or_start_anything(fault: Callable[[], None]) -> None:
    with Workers(1) as workers:
        pool: Any = workers._started()
        with pytest.raises(PermissionError):
            pool.schedule(fault).result(timeout=60)
    assert not Path("/tmp/written-by-a-reader").exists()


def test_stopping_keeps_what_is_done_and_the_next_run_reads_the_rest(
    empty_library: Library,
) -> None:
    with Workers(2) as workers:
        done: list[str] = []
        for outcome in take_in(
            FILES, empty_library, proceed=lambda: len(done) < 4, readers=workers
        ):
            done.append(outcome.path)
        kept = len(Library(empty_library.path))
        assert 4 <= len(done) == kept < len(FILES)
        again = [o.status for o in take_in(FILES, Library(empty_library.path), readers=workers)]
    assert again.count("unchanged") == kept and again.count("added") == len(FILES) - kept


def test_workers_that_have_ended_fail_files_and_do_not_hang() -> None:
    workers = Workers(1)
    workers.end()
    [answer] = answers([FILES[0]], workers)
    assert answer.told.code == "reader-died" and "could be kept running" in str(answer.told.message)


def test_any_executor_will_do(empty_library: Library) -> None:
    with ThreadPoolExecutor(2) as pool:
        readers = Elsewhere(pool, ahead=3)
        assert all(o.status == "added" for o in take_in(FILES, empty_library, readers=readers))
    assert len(Library(empty_library.path)) == len(FILES)


def test_answers_in_the_order_of_the_files() -> None:
    files = [Path(str(number)) for number in range(5)]
    told = [Answer(files[place], Told(code=str(place))) for place in (3, 0, 4, 1, 2)]
    assert [answer.path for answer in in_order(files, told)] == files
    assert [answer.path for answer in in_order(files, told[:2])] == files[:1]


def test_outcomes_in_the_order_of_the_files() -> None:
    files = [Path(str(number)) for number in range(5)]
    came = [Outcome(str(number), "failed") for number in (3, 0, 4, 1, 2)]
    assert [outcome.path for outcome in in_turn(files, came)] == list("01234")
    # Stopped before the second was read: nothing that was done is left untold.
    assert [outcome.path for outcome in in_turn(files, came[:3])] == list("034")


def test_a_process_started_from_a_thread_of_the_app(empty_library: Library) -> None:
    """As the add screen does: loading has begun before the first file is known."""
    outcomes = []

    def run() -> None:
        with Workers(1) as workers:
            workers.start()
            outcomes.extend(take_in(FILES[:2], empty_library, readers=workers))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(120)
    assert [outcome.status for outcome in outcomes] == ["added", "added"]


def test_loading_begun_beforehand_is_what_the_workers_use(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from store.intake import Workers, answers\n"
        "from store.intake.processes import begin_loading\n"
        "begin_loading()\n"
        "with Workers(1) as workers:\n"
        "    [answer] = answers([Path(sys.argv[1])], workers)\n"
        "assert answer.told.document is not None\n"
        "assert not {'numpy', 'lxml', 'pypdfium2', 'store.parsing'} & set(sys.modules)\n"
    )
    command = [sys.executable, "-c", program, str(FILES[0])]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@linux
def test_a_name_of_any_bytes(empty_library: Library, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/latin-\xe9\n\x1b[31m.txt"))
    path.write_bytes(FILES[-1].read_bytes() if FILES[-1].suffix == ".txt" else b"Some text.")
    with Workers(1) as workers:
        [outcome] = take_in([path], empty_library, readers=workers)
    assert outcome.status == "added" and outcome.path == shown(path)
    outcome.path.encode("utf-8")
    [record] = Library(empty_library.path).records.values()
    assert record.path == shown(path)


def test_nothing_is_imported_from_the_folder_one_stands_in(tmp_path: Path) -> None:
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    ran = tmp_path / "ran"
    for name in ("random.py", "json.py", "signal.py"):
        (downloads / name).write_text(f"open({str(ran)!r}, 'a').write({name!r})\n")
    (downloads / "store").mkdir()
    (downloads / "store" / "__init__.py").write_text(f"open({str(ran)!r}, 'a').write('store')\n")
    letter = SAMPLES / "tameside-2018-09-17-monitoring-visit-letter.txt"
    installed = tmp_path / "ofsted-tui"
    installed.write_text("import sys\nfrom tui.__main__ import main\nsys.exit(main())\n")
    command = [sys.executable, str(installed)]
    given = ["add", str(letter), "--library", str(tmp_path / "library.json"), "--json"]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"}
    added = subprocess.run(
        [*command, *given], cwd=downloads, env=env, capture_output=True, text=True, timeout=60
    )
    assert '"status":"added"' in added.stdout.replace(" ", ""), added.stderr
    assert not ran.exists()
