"""Reading on a Dask cluster: as here, whatever happens to its workers; refused in plain words."""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from store.intake import answers, files_under, take_in
from store.intake.unavailable import ClusterUnavailable
from store.library import Library
from store.reading.limits import Limits
from tests.conftest import SAMPLES
from tui.__main__ import main

distributed = pytest.importorskip("distributed", reason="the extra [cluster] is not installed")

from store.intake import cluster as cluster_module  # noqa: E402
from store.intake.cluster import Cluster  # noqa: E402

FILES = files_under([SAMPLES])
pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="by signals"),
    pytest.mark.xdist_group("cluster"),
]

OWN_THEMES = """
[themes.lighthouse]
name = "lighthouse"
strong = ["children", "social workers"]
"""


@pytest.fixture(scope="module")
def dask_cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Two worker processes with a thread each, which come again when they are killed."""
    with (
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            dashboard_address="127.0.0.1:0",
            host="127.0.0.1",
            local_directory=str(tmp_path_factory.mktemp("dask")),
            silence_logs=60,
        ) as cluster,
    ):
        yield cluster


def worker_process(address: str) -> int:
    with distributed.Client(address, set_as_default=False) as client:
        found: dict[str, int] = client.run(os.getpid)
    return next(iter(found.values()))


def kept(library: Library) -> dict[str, Any]:
    return {id: library.document(id) for id in library.records}


def test_a_worker_killed_in_the_middle_loses_and_doubles_nothing(
    dask_cluster: Any, empty_library: Library, sample_library: Library, tmp_path: Path
) -> None:
    victim = worker_process(dask_cluster.scheduler_address)
    outcomes = []
    with Cluster(dask_cluster.scheduler_address) as readers:
        for outcome in take_in(FILES, empty_library, readers=readers):
            outcomes.append(outcome)
            if len(outcomes) == 3:
                os.kill(victim, signal.SIGKILL)
    assert [outcome.status for outcome in outcomes] == ["added"] * len(FILES)
    assert sorted(outcome.path for outcome in outcomes) == sorted(map(str, FILES))
    # The same documents as this machine reads by itself, to the last sentence and number.
    assert kept(Library(empty_library.path)) == kept(sample_library)


def test_a_bad_file_costs_itself_only_and_limits_hold_there(
    dask_cluster: Any, empty_library: Library, tmp_path: Path
) -> None:
    bad, gone = tmp_path / "bad.pdf", tmp_path / "gone.txt"
    bad.write_bytes(b"%PDF-1.4 nothing of the kind")
    files = [bad, gone, FILES[0]]
    with Cluster(dask_cluster.scheduler_address) as readers:
        here = {answer.path: answer.told for answer in answers(files, readers)}
        [slow] = answers(FILES[:1], readers, Limits(seconds=0.0))
        [large] = answers(FILES[:1], readers, Limits(bytes=10))
    assert here[bad].code == "damaged" and here[gone].code == "not-found"
    assert here[FILES[0]].document is not None
    assert slow.told.code == "too-slow" and large.told.code == "too-large"


def test_the_users_own_themes_travel(dask_cluster: Any, tmp_path: Path) -> None:
    from store.findings.finder import Finder
    from store.intake import read_document

    themes = tmp_path / "themes.toml"
    themes.write_text(OWN_THEMES, "utf-8")
    with Cluster(dask_cluster.scheduler_address, themes) as readers:
        [answer] = answers(FILES[:1], readers)
    here = read_document(FILES[0], Finder(themes))
    assert answer.told.document == here
    assert any("lighthouse" in sentence.themes for sentence in here.sentences)


def test_on_the_command_line(
    dask_cluster: Any, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    at = ["--library", str(tmp_path / "library.json")]
    given = ["add", "--cluster", dask_cluster.scheduler_address, *map(str, FILES[:3]), *at]
    assert main(given) == 0
    assert capfd.readouterr() == ("3 added\n", "")
    assert main(given) == 0 and capfd.readouterr().out == "3 unchanged\n"


def test_another_version_there_is_refused(
    dask_cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = cluster_module.about()
    import msgspec

    monkeypatch.setattr(
        cluster_module, "_about_here", lambda: msgspec.structs.replace(mine, version="9.9")
    )
    named = f"has ofsted-tui {mine.version}, this machine 9.9"
    with pytest.raises(ClusterUnavailable, match=named):
        Cluster(dask_cluster.scheduler_address)


def test_a_worker_that_joined_later_with_another_version_refuses() -> None:
    import msgspec

    from store.intake.on_cluster import read_there
    from store.intake.reading import told

    other = msgspec.structs.replace(cluster_module.about(), version="9.9")
    answer = told(read_there("letter.txt", b"Some text.", Limits(), None, other))
    assert answer.code == "cluster-version" and "9.9" in str(answer.message)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "no-such-scheme://x", "", "127.0.0.1"])
def test_a_cluster_that_cannot_be_reached(
    address: str,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cluster_module, "PATIENCE", 1.0)
    library = tmp_path / "library.json"
    assert main(["add", f"--cluster={address}", str(FILES[0]), "--library", str(library)]) == 1
    out, err = capfd.readouterr()
    assert out == "" and "cannot be reached" in err and len(err.splitlines()) == 1
    assert not len(Library(library))


def test_without_the_package(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    library = tmp_path / "library.json"
    given = ["add", "--cluster", "tcp://x:1", str(FILES[0]), "--library", str(library)]
    assert main(given) == 1
    assert "install ofsted-tui[cluster]" in capfd.readouterr().err


def test_who_waits_for_a_cluster_that_is_gone_is_told() -> None:
    """What is under way there may stay so for ever."""
    readers = object.__new__(Cluster)
    readers.address = "tcp://x:1"
    readers._client = SimpleNamespace(status="connecting")  # type: ignore[assignment]
    with pytest.raises(ClusterUnavailable, match="is gone"):
        _ = readers.ahead


def test_a_cluster_that_goes_away_keeps_what_was_read(
    empty_library: Library, tmp_path: Path
) -> None:
    """Last, for it ends a cluster of its own."""
    cluster = distributed.LocalCluster(
        n_workers=1,
        threads_per_worker=1,
        processes=False,
        dashboard_address="127.0.0.1:0",
        host="127.0.0.1",
        protocol="tcp",
        local_directory=str(tmp_path),
        silence_logs=60,
    )
    done = 0
    with (
        contextlib.closing(cluster),
        Cluster(cluster.scheduler_address) as readers,
        pytest.raises(ClusterUnavailable, match="is gone"),
    ):
        for _ in take_in(FILES, empty_library, readers=readers):
            done += 1
            if done == 2:
                cluster.close()
                while readers._client.status == "running":
                    time.sleep(0.05)
    assert done <= len(Library(empty_library.path)) < len(FILES)
