"""Files to library: read, parse, find, keep, one after another, with a report of each.

A file that cannot be taken in is an outcome like any other; nothing but a library that cannot
be written stops the run.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec

from store.findings.finder import Finder
from store.library import Library
from store.model.document import Document
from store.parsing import parse
from store.reading.failure import ReadingError
from store.reading.limits import DEFAULT_LIMITS, Limits
from store.reading.reader import read

OutcomeStatus = Literal["added", "unchanged", "replaced", "failed"]


class Outcome(msgspec.Struct, frozen=True):
    """What became of one file."""

    path: str
    status: OutcomeStatus
    id: str | None = None
    document: Document | None = None
    code: str | None = None
    message: str | None = None

    @property
    def ok(self) -> bool:
        return self.status != "failed"


def files_under(paths: Iterable[Path]) -> list[Path]:
    """Files as given, folders walked: every file but hidden ones, lock files and READMEs."""
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        for folder, subfolders, names in os.walk(path):
            subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
            found.extend(Path(folder, name) for name in sorted(names) if _is_wanted(name))
    return found


def _is_wanted(name: str) -> bool:
    return not name.startswith((".", "~$")) and not name.upper().startswith("README")


def read_document(path: Path, finder: Finder, limits: Limits = DEFAULT_LIMITS) -> Document:
    """One file, read, parsed and labelled, not kept.

    Raises:
        ReadingError: for every reason for which it cannot be read.
    """
    return finder.find(parse(read(path, limits)))


def take_in(
    files: Iterable[Path],
    library: Library,
    finder: Finder,
    limits: Limits = DEFAULT_LIMITS,
    proceed: Callable[[], bool] = lambda: True,
) -> Iterator[Outcome]:
    """Take files into the library, one outcome each; what is done when `proceed` says no stays.

    Raises:
        LibraryError: the library cannot be written.
        LibraryBusy: another process writes to it.
    """
    with library.changing():
        for path in files:
            if not proceed():
                return
            yield _take_one(path, library, finder, limits)


def _take_one(path: Path, library: Library, finder: Finder, limits: Limits) -> Outcome:
    shown = str(path)
    try:
        document = read_document(path.absolute(), finder, limits)
    except ReadingError as error:
        return Outcome(shown, "failed", code=error.code, message=str(error))
    except (MemoryError, RecursionError):
        message = "Reading it would take more memory than there is; split it or convert it to text."
        return Outcome(shown, "failed", code="too-large", message=message)
    except Exception as error:  # a fault of ours must not cost the other files
        message = f"It could not be parsed ({type(error).__name__}: {error}); please report it."
        return Outcome(shown, "failed", code="parser-fault", message=message)
    status = library.keep(document)
    return Outcome(shown, status, id=document.id, document=document)
