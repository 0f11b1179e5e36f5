"""What goes wrong: killed writers, full disks, two at once. Nothing committed is ever lost.

`OFSTED_FAULTS=200` kills a writer so often; the suite does it some twenty times.
"""

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from store.library import Library, LibraryBusy, LibraryError, durable
from store.library.check import check
from store.library.lock import holder_file, writing
from store.model.document import Document
from tests.store.library.kept_documents import copy, keep

KILLS = int(os.environ.get("OFSTED_FAULTS", "20"))
SPAWN = multiprocessing.get_context("spawn")

WRITER = """
import sys
from pathlib import Path
import msgspec
from store.library import Library
from store.model.document import Document
from tests.store.library.kept_documents import copy

letter = msgspec.json.decode(Path(sys.argv[2]).read_bytes(), type=Document)
library = Library(Path(sys.argv[1]))
number = int(sys.argv[3])
print("ready", flush=True)
with library.changing():
    while True:
        library.keep(copy(letter, number, 5 + number % 40))
        print(number, flush=True)
        if number % 7 == 0:
            relabelled = copy(letter, number - 1, 4)
            if relabelled.id in library.records:
                library.keep_labels(relabelled)
        number += 1
"""


def wanted(letter: Document, number: int, changed: bool) -> Document:
    return copy(letter, number, 4 if changed else 5 + number % 40)


def test_a_writer_killed_at_any_moment_loses_nothing_committed(
    tmp_path: Path, letter: Document
) -> None:
    import msgspec

    file, source = tmp_path / "library.json", tmp_path / "letter.json"
    source.write_bytes(msgspec.json.encode(letter))
    chance = random.Random(7)
    committed: set[int] = set()
    for _ in range(KILLS):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(file), str(source), str(len(committed))],
            stdout=subprocess.PIPE,
        )
        assert writer.stdout and writer.stdout.readline() == b"ready\n"
        time.sleep(chance.uniform(0, 0.15))
        writer.send_signal(signal.SIGKILL)
        out, _ = writer.communicate()
        told = {int(line) for line in out.split(b"\n")[:-1]}
        library = Library(file)
        numbers = {int((record.title or "").split()[1]) for record in library.records.values()}
        # What was told was committed; one more may have been.
        assert committed | told <= numbers and len(numbers - committed - told) <= 1
        assert numbers == set(range(len(numbers)))
        for number in numbers:
            document = library.document(copy(letter, number).id)
            assert document in (
                wanted(letter, number, changed=False), wanted(letter, number, changed=True)
            )  # fmt: skip
            assert library.records[document.id].sentences == len(document.sentences)
        assert not [fault for fault in check(file) if fault.code != "no-card"]
        committed = numbers
    assert len(committed) >= KILLS // 8  # the machine may be slow, but not idle
    keep(
        Library(file), copy(letter, len(committed))
    )  # the lock is free, whatever the last one left
    assert len(Library(file)) == len(committed) + 1


def test_after_a_power_cut_only_the_last_can_be_missing(library: Library, letter: Document) -> None:
    keep(library, copy(letter, 1), copy(letter, 2))
    last = copy(letter, 2).id
    whole = library.path.read_bytes()
    file = library.papers.path / library.cards.files[last]
    for broken in (None, b"", b"\0" * 4096):
        library.path.write_bytes(whole)
        file.unlink(missing_ok=True)
        if broken is not None:
            file.write_bytes(broken)
        holder_file(library.path).write_text("{}")  # the writer did not end as it should
        again = Library(library.path)
        assert list(again.records) == [copy(letter, 1).id]
        assert again.repaired and "never finished" in again.repaired
        assert again.document(copy(letter, 1).id) == copy(letter, 1)
    # Without a crash a missing file is a fault that is told, not a change that never was.
    library.path.write_bytes(whole)
    file.unlink()
    assert len(Library(library.path)) == 2
    assert [fault.code for fault in check(library.path)] == ["missing"]


def test_a_disk_that_fills_at_any_byte_keeps_the_library(
    library: Library, letter: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    small = copy(letter, 1, 1)
    keep(library, small)
    before = library.path.read_bytes()
    real, refused = os.write, 0
    with library.changing():
        for room in range(0, 20_000, 23):
            left = room

            def limited(handle: int, data: Any) -> int:
                nonlocal left
                if left <= 0:
                    raise OSError(28, "No space left on device")
                taken = real(handle, bytes(data[: max(1, min(left, 100))]))
                left -= taken
                return taken

            monkeypatch.setattr(durable.os, "write", limited)
            try:
                library.keep(copy(letter, 2, 2))
                break
            except LibraryError as error:
                refused += 1
                assert "Nothing already in it was lost" in str(error)
            finally:
                monkeypatch.setattr(durable.os, "write", real)
            assert library.path.read_bytes() == before and len(library) == 1
            assert len(list(library.papers.names())) == 1
    assert refused > 20
    again = Library(library.path)
    assert set(again.records) == {small.id, copy(letter, 2).id}
    assert again.document(small.id) == small and not check(library.path)


def test_a_full_disk_for_real(tmp_path: Path, letter: Document) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(folder)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        library = Library(folder / "library.json")
        kept = 0
        with library.changing(), pytest.raises(LibraryError, match="No space left"):
            for number in range(100):
                library.keep(copy(letter, number))
                kept += 1
        again = Library(library.path)
        assert kept > 3 and len(again) == kept
        for number in range(kept):
            assert again.document(copy(letter, number).id) == copy(letter, number)
        assert not check(library.path)
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_two_writers_at_once_both_keep_everything(library: Library, letter: Document) -> None:
    keep(library, copy(letter, 0))
    writers = [
        SPAWN.Process(target=_add_each, args=(library.path, letter, start)) for start in (100, 200)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
        assert writer.exitcode == 0
    assert len(Library(library.path)) == 21 and not check(library.path)


def _add_each(path: Path, letter: Document, start: int) -> None:
    library = Library(path)
    for number in range(start, start + 10):
        with library.changing(wait=30):
            library.keep(copy(letter, number, 3))


def test_a_reader_never_sees_a_half_state(library: Library, letter: Document) -> None:
    keep(library, *(copy(letter, number, 3) for number in range(5)))
    writer = SPAWN.Process(target=_relabel_and_compact, args=(library.path, letter))
    writer.start()
    seen = set()
    reader = Library(library.path)
    while writer.is_alive():
        if reader.changed():
            reader.refresh()
        assert len(reader) == 5 and reader.councils[0].documents == 5
        for number in range(5):
            id = copy(letter, number).id
            document = reader.document(id)
            # The file may be newer than the card, but never another's and never half.
            assert document.id == id and 0 < len(document.sentences) < 30
            seen.add(len(document.sentences))
    writer.join()
    assert writer.exitcode == 0 and len(seen) > 1
    reader.refresh()
    assert {record.sentences for record in reader.records.values()} == {29}


def _relabel_and_compact(path: Path, letter: Document) -> None:
    library = Library(path)
    for count in range(1, 30):
        with library.changing():
            for number in range(5):
                library.keep_labels(copy(letter, number, count))
            library.compact()


def test_the_clock_going_back_breaks_nothing(
    library: Library, letter: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    from store.library import backups
    from store.library import library as library_module

    now = time.time()
    times = iter(["2026-11-22T10:00:00+00:00", "1970-01-01T00:00:00+00:00"] * 20)
    monkeypatch.setattr(library_module, "_now", lambda: next(times))
    reader = Library(library.path)
    for number in range(4):
        monkeypatch.setattr(backups.time, "time", lambda number=number: now - 86_400 * number)
        keep(library, copy(letter, number, 2))
        os.utime(library.path, (0, now - 86_400 * number))
        assert reader.changed()
        reader.refresh()
        assert len(reader) == number + 1
    taken = backups.backups_of(library.path)
    assert [b.name[:6] for b in taken] == ["000003", "000002", "000001"]
    assert [b.documents for b in taken] == [3, 2, 1] and not check(library.path)


def test_a_library_that_cannot_be_written_opens_and_says_so(
    library: Library, letter: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(library, letter)
    real = os.access

    def access(path: Any, mode: int) -> bool:
        return mode != os.W_OK and real(path, mode)

    monkeypatch.setattr(os, "access", access)
    again = Library(library.path)
    assert again.document(letter.id) == letter and len(again.councils) == 1
    assert again.read_only and "cannot be written" in again.read_only
    with pytest.raises(LibraryError, match="cannot be written"):
        keep(again, copy(letter, 1))
    # A change that was never finished is left out without touching the file.
    library.path.write_bytes(library.path.read_bytes() + b'["00')
    torn = Library(library.path)
    assert len(torn) == 1 and torn.repaired and "left out" in torn.repaired
    assert library.path.read_bytes().endswith(b'["00')


def test_a_read_only_disk_for_real(library: Library, letter: Document) -> None:
    keep(library, letter)
    folder = str(library.path.parent)
    mounts = [
        ["mount", "--bind", folder, folder], ["mount", "-o", "remount,bind,ro", folder]
    ]  # fmt: skip
    if any(subprocess.run(mount, capture_output=True).returncode for mount in mounts):
        subprocess.run(["umount", folder], capture_output=True)
        pytest.skip("nothing can be mounted here")
    try:
        again = Library(library.path)
        assert again.read_only and again.document(letter.id) == letter
        with pytest.raises(LibraryError, match="cannot be written"), again.changing():
            pass
    finally:
        subprocess.run(["umount", folder], check=True)


def test_the_lock_is_freed_when_its_holder_dies_and_names_whoever_holds_it(
    library: Library,
) -> None:
    holder = SPAWN.Process(target=_hold, args=(library.path,))
    holder.start()
    while not holder_file(library.path).exists():
        time.sleep(0.01)
    named = f"process {holder.pid} on .* since 20"
    with pytest.raises(LibraryBusy, match=named), writing(library.path, wait=0.1):
        pass
    holder.kill()
    holder.join()
    assert holder_file(library.path).exists()
    with writing(library.path, wait=1):
        # One who waits now is told of this process, not of the dead one.
        assert str(os.getpid()) in holder_file(library.path).read_text()
    assert not holder_file(library.path).exists()


def _hold(path: Path) -> None:
    with writing(path):
        time.sleep(60)


def test_another_machines_holder_is_named_and_a_dead_one_is_not(library: Library) -> None:
    import json
    import socket

    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"],
                          capture_output=True, check=True)  # fmt: skip
    told = {"process": int(gone.stdout), "since": "2026-11-22 10:00:00"}
    with writing(library.path):
        for machine, words in (
            ("another", "on another since 2026"),
            (socket.gethostname(), "by another process"),
        ):
            holder_file(library.path).write_text(json.dumps({**told, "machine": machine}))
            with pytest.raises(LibraryBusy, match=words), writing(library.path, wait=0):
                pass


def test_files_are_their_owners_only(library: Library, letter: Document) -> None:
    keep(library, letter)
    library.path.with_suffix(".documents")
    every = [library.path.parent, *library.path.parent.rglob("*")]
    assert len(every) >= 4
    for path in every[1:]:
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path
