"""Takes files into a library: skips what it has, has the rest read, keeps it as it comes.

A file that cannot be taken in is an outcome like any other; nothing but a library that cannot
be written stops the run. The library is locked only while something is written, so that a run
of an hour keeps nobody else out.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.intake.answers import Answer, as_told
from store.intake.files import digest_of, shown
from store.intake.outcome import Outcome
from store.intake.reading import Here, Readers, already_kept
from store.library import Library
from store.reading.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from store.findings.finder import Finder

APART: Final = 0.2
"""Seconds from one locking of the library to the next: in between others have their turn."""
PATIENCE: Final = 60.0
"""Seconds to wait for another writer in the middle of a run; it waits 5 at the start."""


def take_in(
    files: Iterable[Path],
    library: Library,
    finder: "Finder | None" = None,
    limits: Limits = DEFAULT_LIMITS,
    proceed: Callable[[], bool] = lambda: True,
    *,
    readers: Readers | None = None,
) -> Iterator[Outcome]:
    """Take files into the library, one outcome each, in the order in which they are read.

    `finder` labels in this process, `readers` elsewhere; one of them is needed. A file whose
    bytes the library has, labelled by the model of today, is not read again. What is done when
    `proceed` says no stays.

    Raises:
        LibraryError: the library cannot be written.
        LibraryBusy: another process writes to it.
    """
    if readers is None:
        if finder is None:
            raise TypeError("take_in needs a finder or readers")
        readers = Here(finder)
    with library.changing():
        pass  # before anything is read: a library that cannot be written says so at once
    new = _New(readers, library, finder.labeller.name if finder else _model())
    ready: list[Answer] = []
    kept = time.monotonic() - APART
    try:
        for some in as_told(files, new, limits, proceed):
            for answer in some:
                if answer.told.document is None:
                    yield _without_document(answer)
                else:
                    ready.append(answer)
            if ready and time.monotonic() - kept >= APART:
                yield from _keep(ready, library)
                kept = time.monotonic()
    finally:
        # Also where whoever asks has stopped asking: what was read is not lost.
        rest = _keep(ready, library)
    yield from rest


def in_turn(files: Iterable[Path], outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """The outcomes in the order of the files; where the run was stopped, the rest as they came."""
    early: dict[str, list[Outcome]] = {}
    turns = iter([shown(path) for path in files])
    turn = next(turns, None)
    for outcome in outcomes:
        early.setdefault(outcome.path, []).append(outcome)
        while turn is not None and early.get(turn):
            yield early[turn].pop(0)
            turn = next(turns, None)
    for left in early.values():
        yield from left


class _New:
    """Readers that are not asked for a file whose bytes the library has."""

    def __init__(self, readers: Readers, library: Library, model: str) -> None:
        self._readers = readers
        self._ids = {r.sha256: r.id for r in library.records.values() if r.model == model}

    @property
    def ahead(self) -> int:
        return self._readers.ahead

    def submit(self, path: Path, limits: Limits) -> "Future[bytes]":
        digest = digest_of(path, limits) if self._ids else None
        id = self._ids.get(digest or "")
        return already_kept(id) if id else self._readers.submit(path, limits)


def _keep(ready: list[Answer], library: Library) -> list[Outcome]:
    """Keep what is ready, under one lock; empties the list as it goes."""
    outcomes: list[Outcome] = []
    if not ready:
        return outcomes
    with library.changing(PATIENCE):
        while ready:
            path, told = ready[0]
            assert told.document is not None
            status = library.keep(told.document)
            ready.pop(0)
            outcomes.append(Outcome(shown(path), status, told.document.id, told.document))
    return outcomes


def _without_document(answer: Answer) -> Outcome:
    path, told = shown(answer.path), answer.told
    if told.kept:
        return Outcome(path, "unchanged", id=told.kept)
    return Outcome(path, "failed", code=told.code, message=told.message)


def _model() -> str:
    from store.findings.trained.weights import MODEL_FILE, read_card

    return read_card(MODEL_FILE).name
