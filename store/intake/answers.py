"""Hands files to readers, a few ahead, and collects what they tell as it comes."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from store.intake.reading import TOO_MUCH, Readers, Told, refused, told
from store.reading.limits import DEFAULT_LIMITS, Limits

LOOK: Final = 0.1
"""Seconds between two looks at whether to go on, while nothing comes."""
TRIES: Final = 3
"""A file is handed over so often where all readers end without a word of which file it was."""
NEVER: Final = " (no process that reads could be kept running)"


class Answer(NamedTuple):
    """A file and what its reader told of it."""

    path: Path
    told: Told


def answers(
    files: Iterable[Path],
    readers: Readers,
    limits: Limits = DEFAULT_LIMITS,
    proceed: Callable[[], bool] = lambda: True,
) -> Iterator[Answer]:
    """What is told of each file, in the order in which it is told; see `as_told`."""
    for some in as_told(files, readers, limits, proceed):
        yield from some


def as_told(
    files: Iterable[Path],
    readers: Readers,
    limits: Limits = DEFAULT_LIMITS,
    proceed: Callable[[], bool] = lambda: True,
) -> Iterator[list[Answer]]:
    """What is told of the files, a few at a time; nothing where nothing came for a while.

    No more than `readers.ahead` files are under way, so that a library of any size waits on
    disk and not in memory. When `proceed` says no, what is ready is given and the rest dropped.
    """
    waiting = iter(files)
    under_way: dict[Future[bytes], Path] = {}
    tries: dict[Path, int] = {}
    try:
        while proceed():
            for path in islice(waiting, max(0, readers.ahead - len(under_way))):
                under_way[readers.submit(path, limits)] = path
            if not under_way:
                return
            some = []
            for future in wait(under_way, LOOK, FIRST_COMPLETED).done:
                path = under_way.pop(future)
                answer = _told(future, limits)
                if answer is None:
                    tries[path] = tries.get(path, 1) + 1
                    if tries[path] <= TRIES:
                        under_way[readers.submit(path, limits)] = path
                        continue
                some.append(Answer(path, answer or refused("reader-died", NEVER)))
            yield some
        ready = {future: path for future, path in under_way.items() if future.done()}
        told_of = [(path, _told(future, limits)) for future, path in ready.items()]
        yield [Answer(path, answer) for path, answer in told_of if answer is not None]
    finally:
        for future in under_way:
            future.cancel()


def in_order(files: Iterable[Path], told_of: Iterable[Answer]) -> Iterator[Answer]:
    """The answers in the order of the files; one that comes early is held until its turn."""
    early: dict[Path, Answer] = {}
    source = iter(told_of)
    for path in files:
        while path not in early:
            answer = next(source, None)
            if answer is None:
                return
            early[answer.path] = answer
        yield early.pop(path)


def _told(future: "Future[bytes]", limits: Limits) -> Told | None:
    """What a reader told, or what its end tells; None if it ended for another file's sake."""
    try:
        return told(future.result())
    except (BrokenExecutor, CancelledError):
        return None
    except TimeoutError:
        return refused("too-slow", f"{limits.seconds:g} seconds")
    except MemoryError:
        return TOO_MUCH
    except Exception as error:  # every kind of executor has its own for a worker that died
        code = getattr(error, "exitcode", None)
        return refused("reader-died", f" (it ended with {code})" if code else "")
