"""Tells which files of a folder are new or changed, once they are written to their end."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from store.intake import files_under

UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp", ".new")
"""Endings under which browsers and other programs write what is not whole yet."""
SETTLED = 1.0
"""Seconds for which a file must keep its size and time before it counts as written."""


def watch(
    folders: list[Path],
    proceed: Callable[[], bool] = lambda: True,
    settled: float = SETTLED,
    poll: bool = False,
) -> Iterator[list[Path]]:
    """The files that are there, then those that are new or changed, whenever there are any.

    Args:
        folders: watched with everything below them; one that vanishes is watched again when it
            is back.
        proceed: asked several times a second; False ends the watching.
        settled: seconds without a change after which a file counts as written.
        poll: look again and again instead of waiting for the system's word, which does not come
            from every network folder.
    """
    from watchfiles import watch as changes

    known: dict[Path, tuple[int, int]] = {}
    waiting: dict[Path, tuple[tuple[int, int], float]] = {}
    ready = _look(folders, known, waiting, settled)
    if ready:
        yield ready
    there = [folder for folder in folders if folder.is_dir()]
    told = changes(
        *there,
        step=50,
        debounce=200,
        rust_timeout=250,
        yield_on_timeout=True,
        raise_interrupt=True,
        force_polling=poll or None,
        ignore_permission_denied=True,
    )
    for changed in told:
        if not proceed():
            return
        if changed or waiting:
            ready = _look(folders, known, waiting, settled)
            if ready:
                yield ready


def _look(
    folders: list[Path],
    known: dict[Path, tuple[int, int]],
    waiting: dict[Path, tuple[tuple[int, int], float]],
    settled: float,
) -> list[Path]:
    """The files that are written; those still growing are kept waiting."""
    now = time.monotonic()
    ready = []
    for path in files_under(folders):
        if path.suffix.lower() in UNFINISHED:
            continue
        try:
            state = path.stat()
        except OSError:  # gone between listing and looking
            continue
        seen = (state.st_size, state.st_mtime_ns)
        if not path.is_file() or known.get(path) == seen:
            waiting.pop(path, None)
            continue
        last, since = waiting.get(path, (None, now))
        if last != seen:
            since = now
            # What was written long ago is not being written now.
            if time.time() - state.st_mtime > settled and state.st_size:
                since = now - settled
        waiting[path] = (seen, since)
        if now - since >= settled and state.st_size:
            known[path] = seen
            del waiting[path]
            ready.append(path)
    return ready
