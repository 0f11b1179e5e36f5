"""The lease alone, as on a network folder without locks: crashes, sleepers, clocks that differ."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Final

import pytest

from store.library import Library, LibraryBusy, LibraryError, lease, lock
from store.library.journal import JournalStorage
from store.library.lease import LeaseLost, check_lease
from store.library.lock import holder_file, writing
from store.model.document import Document
from tests.store.library.kept_documents import copy

posix = pytest.mark.skipif(sys.platform == "win32", reason="by signals")

WITHOUT_LOCKS: Final = """
import contextlib, os, sys, time
from pathlib import Path
from store.library import Library, LibraryError, lease, lock
lock.locked = lambda library, wait: contextlib.nullcontext()
lease.BEAT, lease.SILENT = 0.2, 2.0
path = Path(sys.argv[1])
def tell(word):
    print(word, flush=True)
def machine(name):
    from store.library import holder
    place = holder.Holder(machine=name, station=name, boot=name, space="")
    holder._place = lambda: place
"""
"""What each process of these tests begins with: as on a folder where file locks do nothing."""

HOLD: Final = (
    WITHOUT_LOCKS
    + """
machine(sys.argv[2])
with lock.writing(path):
    tell("holds")
    time.sleep(60)
"""
)
SLEEP: Final = (
    WITHOUT_LOCKS
    + """
machine("another")
from tinydb.table import Document as Row
library = Library(path)
try:
    with library.changing():
        tell("holds")
        sys.stdin.readline()
        library.compact() if sys.argv[2] == "compact" else library._rows.insert(
            Row({"id": "sleeper"}, doc_id=999))
    tell("kept")
except OSError as error:
    tell(type(error).__name__)
"""
)
COUNT: Final = (
    WITHOUT_LOCKS
    + """
machine(sys.argv[2])
for _ in range(25):
    with lock.writing(path, 60):
        file = path.with_name("count")
        number = int(file.read_text())
        time.sleep(0.001)
        file.write_text(str(number + 1))
tell("done")
"""
)

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    import contextlib

    monkeypatch.setattr(lease, "BEAT", 0.2)
    monkeypatch.setattr(lease, "SILENT", 2.0)
    monkeypatch.setattr(lock, "locked", lambda library, wait: contextlib.nullcontext())


@pytest.fixture
def start() -> Iterator[Start]:
    begun: list[subprocess.Popen[str]] = []

    def run(program: str, *arguments: object, **env: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", program, *map(str, arguments)]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, **env},
        )  # fmt: skip
        begun.append(process)
        return process

    yield run
    for process in begun:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            assert pipe is not None
            pipe.close()


def heard(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_one_that_renews_is_waited_for_and_named(library: Library, start: Start) -> None:
    holder = start(HOLD, library.path, "another")
    assert heard(holder) == "holds"
    named = f"process {holder.pid} on another since 20"
    with pytest.raises(LibraryBusy, match=named), writing(library.path, wait=1.3 * lease.SILENT):
        pass
    assert holder.poll() is None


@posix
def test_one_that_was_killed_on_another_machine_is_taken_over_in_time(
    library: Library, start: Start
) -> None:
    holder = start(HOLD, library.path, "another")
    assert heard(holder) == "holds"
    holder.kill()
    holder.wait()
    with pytest.raises(LibraryBusy), writing(library.path, wait=0):
        pass  # nothing can be known yet
    with writing(library.path):
        assert str(os.getpid()) in holder_file(library.path).read_text("utf-8")
    assert not list(library.path.parent.glob(f"{holder_file(library.path).name}*"))


@posix
def test_one_that_was_killed_on_this_machine_is_taken_over_at_once(
    library: Library, start: Start
) -> None:
    holder = start(HOLD.replace("machine(sys.argv[2])", ""), library.path)
    assert heard(holder) == "holds"
    holder.kill()
    holder.wait()
    with writing(library.path, wait=0):
        pass


@posix
@pytest.mark.parametrize("change", ["append", "compact"])
def test_a_sleeper_that_was_taken_over_does_not_write(
    library: Library, letter: Document, start: Start, change: str
) -> None:
    with library.changing():
        library.keep(copy(letter, 1))
    sleeper = start(SLEEP, library.path, change)
    assert heard(sleeper) == "holds"
    sleeper.send_signal(signal.SIGSTOP)
    with library.changing():
        library.keep(copy(letter, 2))
    before = library.path.read_bytes()
    sleeper.send_signal(signal.SIGCONT)
    assert sleeper.stdin is not None
    sleeper.stdin.write("\n")
    sleeper.stdin.flush()
    assert heard(sleeper) in ("LeaseLost", "JournalMoved")
    sleeper.wait(30)
    assert library.path.read_bytes() == before
    assert set(Library(library.path).records) == {copy(letter, n).id for n in (1, 2)}


def test_one_taken_over_between_its_look_and_its_writing_reaches_nobody(
    library: Library, letter: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The narrowest case: it falls asleep with the journal open, just before it appends."""
    from store.library import journal

    with library.changing():
        library.keep(copy(letter, 1))
    other = Library(library.path)
    write_all = journal.write_all

    def taken_over(handle: int, data: bytes) -> None:
        monkeypatch.setattr(journal, "write_all", write_all)
        file = holder_file(library.path)
        mine = lease._HELD.pop(file)
        file.rename(file.with_name(f"{file.name}.0123456789ab.gone"))
        with other.changing():
            other.keep(copy(letter, 2))
        lease._HELD[file] = mine
        write_all(handle, data)

    with pytest.raises(LibraryError, match="taken over"), library.changing():
        monkeypatch.setattr(journal, "write_all", taken_over)
        library.keep(copy(letter, 3))
    assert set(Library(library.path).records) == {copy(letter, n).id for n in (1, 2)}


def test_the_machines_clocks_are_never_compared(library: Library, start: Start) -> None:
    holder = start(HOLD, library.path, "another")
    assert heard(holder) == "holds"
    for hours in (-1, 1):
        then = time.time() + 3600 * hours
        os.utime(holder_file(library.path), (then, then))
        with pytest.raises(LibraryBusy), writing(library.path, wait=0.5):
            pass
    holder.kill()
    holder.wait()
    then = time.time() + 3600
    os.utime(holder_file(library.path), (then, then))
    with writing(library.path):
        pass


def test_several_machines_write_in_turn(library: Library, start: Start) -> None:
    library.path.with_name("count").write_text("0", "utf-8")
    writers = [start(COUNT, library.path, f"machine-{number}") for number in range(3)]
    assert [heard(writer) for writer in writers] == ["done"] * 3
    assert library.path.with_name("count").read_text("utf-8") == "75"


@posix
def test_two_that_wait_for_a_dead_one_do_not_both_take_over(library: Library, start: Start) -> None:
    holder = start(HOLD, library.path, "another")
    assert heard(holder) == "holds"
    holder.kill()
    holder.wait()
    library.path.with_name("count").write_text("0", "utf-8")
    writers = [start(COUNT, library.path, f"machine-{number}") for number in range(2)]
    assert [heard(writer) for writer in writers] == ["done"] * 2
    assert library.path.with_name("count").read_text("utf-8") == "50"


def test_a_folder_without_hard_links(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    with writing(library.path):
        with pytest.raises(LibraryBusy), writing(library.path, wait=0.1):
            pass
        check_lease(library.path)
    with writing(library.path, wait=0):
        pass


def test_a_journal_whose_writer_lost_its_lease_stays_as_it_is(library: Library) -> None:
    with library.changing():
        library.journal.commit({"meta": {"2": {"a": 1}}})
        before = library.path.read_bytes()
        holder_file(library.path).unlink()
        with pytest.raises(LeaseLost):
            library.journal.commit({"meta": {"2": {"a": 2}}})
        with pytest.raises(LeaseLost):
            library.compact()
    assert library.path.read_bytes() == before


def test_a_reader_sees_what_another_machine_added(library: Library, letter: Document) -> None:
    reader = Library(library.path)
    assert not reader.changed()
    with library.changing():
        library.keep(letter)
    assert reader.changed()
    reader.refresh()
    assert set(reader.records) == {letter.id}
    assert not JournalStorage(library.path).torn
