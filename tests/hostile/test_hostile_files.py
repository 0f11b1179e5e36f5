"""Each hostile file ends as added or failed, in time and memory, and leaves nothing behind."""

import json
import os
import shutil
import sys
import warnings
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from store.export import outcome_line
from store.intake import Workers, take_in
from store.library import Library
from store.reading.limits import Limits
from tests.hostile.making import NUMBER, hostile_files
from tests.hostile.watching import Server, Timed, peak_of_children, tree

SECONDS = 20.0
BYTES = 1_000_000_000
LIMITS = Limits(seconds=2.0) if NUMBER <= 200 else Limits()
"""In the suite files have less time, so that the run is short; the bound asserted is the same."""

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for what processes did"),
]


def test_hostile_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("files", "home", "temporary", "work"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.chdir(tmp_path / "work")
    server = Server()
    library = Library(tmp_path / "library" / "library.json")
    counts: Counter[str] = Counter()
    slow: dict[str, float] = {}
    faults: list[str] = []
    outcomes = 0
    warnings.filterwarnings("ignore", "Duplicate name")
    with Workers(2) as workers, peak_of_children() as peak:
        files = list(hostile_files(tmp_path / "files", NUMBER, server.address))
        before = tree(tmp_path)
        readers = Timed(workers)
        for outcome in take_in(files, library, limits=LIMITS, readers=readers):
            outcomes += 1
            counts[outcome.code or outcome.status] += 1
            assert json.loads(msgspec.json.encode(outcome_line(outcome)))["path"] == outcome.path
            assert outcome.ok or (outcome.message and outcome.message.isprintable()), outcome
            if outcome.code == "parser-fault":
                faults.append(f"{outcome.path!r}: {outcome.message}")
        after = tree(tmp_path)
    server.close()
    slow = {
        path.name: took for path, took in readers.seconds.items() if took > 0.9 * LIMITS.seconds
    }
    print(dict(counts), f"peak {peak[0] / 1e6:.0f} MB", {k: round(v, 1) for k, v in slow.items()})
    _keep_for_mending(tmp_path, slow)
    assert outcomes == len(files) == len(readers.seconds)
    assert max(readers.seconds.values()) < SECONDS
    assert 0 < peak[0] < BYTES
    assert server.asked == 0
    own = str(tmp_path / "library")
    assert {k: v for k, v in after.items() if not k.startswith(own)} == before
    assert not faults, "\n".join(faults)
    kept = Library(library.path)
    assert len(kept) == len({record.sha256 for record in kept.records.values()}) >= 1
    for id in list(kept.records)[:50]:
        assert kept.document(id).sentences is not None


def _keep_for_mending(folder: Path, names: dict[str, float]) -> None:
    """Copy what was slow to where OFSTED_HOSTILE_KEEP says, to look at it later."""
    where = os.environ.get("OFSTED_HOSTILE_KEEP")
    if where:
        Path(where).mkdir(parents=True, exist_ok=True)
        for number, name in enumerate(names):
            shutil.copy(folder / "files" / name, Path(where) / f"{number:04}{Path(name).suffix}")
        Path(where, "names.json").write_text(json.dumps(names))
