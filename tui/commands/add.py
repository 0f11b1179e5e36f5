"""Read files and folders and keep them in the library.

example: ofsted-tui add ~/Downloads/letters
         ofsted-tui add --cluster tcp://scheduler:8786 /data/letters
"""

import argparse
import contextlib
import sys
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from store import paths
from store.export import outcome_line
from store.intake import Outcome, Workers, files_under, in_turn, take_in, worker_count
from store.intake.pace import Pace
from store.intake.unavailable import ClusterUnavailable
from store.library import Library, LibraryBusy, LibraryError
from tui.commands.common import absolute, add_json, add_library, open_library
from tui.commands.interrupt import until_interrupted
from tui.commands.output import json_line, plain, say

if TYPE_CHECKING:
    from store.intake.cluster import Cluster

INTERRUPTED = 130
"""The exit status after Ctrl+C."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, or folders to walk")
    parser.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="read on this Dask cluster; the files are sent there",
    )
    add_library(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    return add(args.paths, open_library(args), json=args.json, cluster=args.cluster)


def add(
    given: list[str], library: Library, *, json: bool = False, cluster: str | None = None
) -> int:
    """Add files with progress on standard error; 1 if some could not be read.

    `cluster` is the address of the Dask cluster that reads them; without one, this machine does.
    """
    files = files_under(absolute(given))
    counts: Counter[str] = Counter()
    pace = Pace(len(files))
    problem = themes_problem()
    if problem:
        say(problem)
        return 1
    try:
        workers = _readers(len(files), cluster)
    except ClusterUnavailable as error:
        say(plain(str(error)))
        return 1
    with until_interrupted() as proceed, workers, shown_progress():
        try:
            run = take_in(files, library, proceed=proceed, readers=workers)
            for outcome in in_turn(files, _counted(run, pace, counts)):
                if json:
                    json_line(outcome_line(outcome))
                elif not outcome.ok:
                    wipe()
                    say(f"{plain(outcome.path)}: {outcome.message}")
        except (LibraryBusy, LibraryError, ClusterUnavailable) as error:
            wipe()
            say(plain(str(error)))
            return 1
        stopped = not proceed()
    words = ", ".join(f"{count} {status}" for status, count in counts.items())
    if stopped:
        left = len(files) - counts.total()
        say(f"Stopped with {left:,} of {len(files):,} files to go; what was done is kept.")
    if not json:
        say(words or "nothing to add", stream=sys.stdout)
    if stopped:
        return INTERRUPTED
    return 1 if counts["failed"] else 0


def _readers(files: int, cluster: str | None) -> "Workers | Cluster":
    if cluster is None:
        return Workers(min(worker_count(), max(1, files)), paths.themes_file())
    from store.intake.cluster import Cluster

    return Cluster(cluster, paths.themes_file())


def _counted(run: Iterator[Outcome], pace: Pace, counts: Counter[str]) -> Iterator[Outcome]:
    """The outcomes as they come, counted and told as progress; their documents are let go."""
    for outcome in run:
        counts[outcome.status] += 1
        pace.step()
        progress(pace.words)
        yield msgspec.structs.replace(outcome, document=None)


def themes_problem() -> str | None:
    """What is wrong with the user's own themes, before any file is labelled by them."""
    from store.findings.themes import ThemesFileError, vocabulary

    try:
        vocabulary(paths.themes_file())
    except ThemesFileError as error:
        return str(error)
    return None


# Progress: one line of a terminal, written over and over


def progress(words: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)


def wipe() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


@contextlib.contextmanager
def shown_progress() -> Iterator[None]:
    """Takes the line off the terminal at the end."""
    try:
        yield
    finally:
        wipe()
