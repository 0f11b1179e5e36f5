"""Readers on a Dask cluster: the machines of a team, or of a university.

    with Cluster("tcp://scheduler:8786", themes_file) as readers:
        take_in(files, library, readers=readers)

What is in a file travels with its task, and so do the user's own themes: the machines need
neither a common folder nor the same paths, only the same version of this program. Each worker of
the cluster reads in processes of its own, as this machine does (`on_cluster`). Dask hands the
tasks of a worker that died to the others.
"""

import contextlib
import time
import warnings
from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from store.intake.on_cluster import About, about, read_there
from store.intake.reading import answered, refused_with
from store.intake.unavailable import ClusterUnavailable
from store.reading.failure import ReadingError
from store.reading.limits import Limits
from store.reading.opening import bytes_of

if TYPE_CHECKING:
    from distributed import Client

PATIENCE: Final = 15.0
"""Seconds to wait for the scheduler, and for its first worker."""
LOOKED_AT: Final = 5.0
"""Seconds after which the workers are counted again: they may come and go."""


class Cluster:
    """Readers on the workers of a cluster. Used as a context, it lets go of it at the end."""

    def __init__(
        self, address: str, themes_file: Path | None = None, patience: float | None = None
    ) -> None:
        """Reach the cluster and see that its workers are of this version.

        Raises:
            ClusterUnavailable: it cannot be reached, has no workers, or they are of another
                version; or the package that speaks with it is not installed.
        """
        self.address = address
        patience = PATIENCE if patience is None else patience
        self._themes = _bytes_of(themes_file)
        self._client = _reached(address, patience)
        try:
            self._about = _agreed(address, self._client, patience)
        except BaseException:
            self.end()
            raise
        # Not pure: the same bytes under two names are two documents.
        self._executor = self._client.get_executor(pure=False)
        self._counted = float("-inf")
        self._threads = 1

    @property
    def ahead(self) -> int:
        """Twice as many files as the cluster has threads.

        Raises:
            ClusterUnavailable: the cluster is gone. Who waits for answers asks for this again and
                again, and what is under way may never be told of.
        """
        self._see_that_it_is_there()
        now = time.monotonic()
        if now - self._counted > LOOKED_AT:
            self._counted = now
            with contextlib.suppress(Exception):  # not now; submitting tells if it is gone
                self._threads = max(1, sum(self._client.nthreads().values()))
        return 2 * self._threads

    def submit(self, path: Path, limits: Limits) -> "Future[bytes]":
        """Read a file somewhere on the cluster.

        Raises:
            ClusterUnavailable: the cluster is gone.
        """
        self._see_that_it_is_there()
        try:
            data = bytes_of(path, limits)
        except ReadingError as error:
            return answered(refused_with(error))
        name = str(path.absolute())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of large tasks: a file is what has to travel
            future: Future[bytes] = self._executor.submit(
                read_there, name, data, limits, self._themes, self._about
            )
        return future

    def _see_that_it_is_there(self) -> None:
        if self._client.status != "running":
            raise ClusterUnavailable(
                f"The cluster at {self.address} is gone. What was read before is kept; run the "
                "same command again when it is back."
            )

    def end(self) -> None:
        """Let go of the cluster; what is under way there is dropped."""
        with contextlib.suppress(Exception):  # it may be gone already
            self._client.close(timeout=2)

    def __enter__(self) -> "Cluster":
        return self

    def __exit__(self, *_: object) -> None:
        self.end()


def _reached(address: str, patience: float) -> "Client":
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterUnavailable(
            "Reading on a cluster needs the package `distributed`: install ofsted-tui[cluster]."
        ) from error
    import logging

    # What happens there is told in our words; theirs would stand across the progress.
    logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # versions are compared below
            return Client(address, timeout=patience, set_as_default=False)
    except Exception as error:  # a wrong address, a closed port, another protocol
        reason = str(error).partition("\n")[0] or type(error).__name__
        raise ClusterUnavailable(
            f"The cluster at {address} cannot be reached ({reason}). Nothing was read; without "
            "--cluster this machine does the reading."
        ) from error


def _agreed(address: str, client: "Client", patience: float) -> About:
    """What is the same here and on all workers."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            client.wait_for_workers(1, timeout=patience)
        told: Mapping[str, Any] = client.run(about, on_error="return")
    except TimeoutError as error:
        raise ClusterUnavailable(f"The cluster at {address} has no workers.") from error
    except Exception as error:
        raise ClusterUnavailable(
            f"The cluster at {address} does not answer as it should ({error})."
        ) from error
    here = _about_here()
    for worker, there in told.items():
        if not isinstance(there, About):
            raise ClusterUnavailable(
                f"The worker {worker} of the cluster cannot run ofsted-tui "
                f"({type(there).__name__}: {there}): install version {here.version} there."
            )
        _same(here, there, worker)
    return here


def _about_here() -> About:
    return about()


def _same(here: About, there: About, worker: str) -> None:
    other = list(_differences(here, there))
    if other:
        raise ClusterUnavailable(
            f"The worker {worker} of the cluster has {' and '.join(other)}: what it finds could "
            "differ. Install the same there."
        )


def _differences(here: About, there: About) -> Iterable[str]:
    for name, words in (("version", "ofsted-tui"), ("model", "model"), ("python", "Python")):
        mine, theirs = getattr(here, name), getattr(there, name)
        if mine != theirs:
            yield f"{words} {theirs}, this machine {mine}"


def _bytes_of(themes_file: Path | None) -> bytes | None:
    try:
        return themes_file.read_bytes() if themes_file else None
    except FileNotFoundError:
        return None
