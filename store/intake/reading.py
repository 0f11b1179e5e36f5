"""One file, read, parsed and labelled: in this process, or in a worker as one task.

`Readers` is the seam: whatever takes tasks as `concurrent.futures` does can read files. A task
and its answer are plain values, so that they cross to other processes and machines.
"""

from concurrent.futures import Executor, Future
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import msgspec

from store.model.document import Document
from store.reading.failure import ReadingError
from store.reading.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from store.findings.finder import Finder


class Told(msgspec.Struct, frozen=True):
    """What a reader tells of a file: the document, or why there is none."""

    document: Document | None = None
    code: str | None = None
    message: str | None = None
    kept: str | None = None
    """The id under which the library has these bytes already: it was not read."""


class Readers(Protocol):
    """Reads files, one future each. Its future gives the bytes that `told` turns into a `Told`."""

    @property
    def ahead(self) -> int:
        """How many files to hand over before the first is answered."""

    def submit(self, path: Path, limits: Limits) -> "Future[bytes]": ...


class Here:
    """Reads in this process, one file after another; nothing guards it against a bad one."""

    ahead: Final = 1

    def __init__(self, finder: "Finder") -> None:
        self._finder = finder

    def submit(self, path: Path, limits: Limits) -> "Future[bytes]":
        return answered(_tell(path, self._finder, limits))


class Elsewhere:
    """Reads by any executor of the kind of concurrent.futures; `ahead` files at a time."""

    def __init__(self, executor: Executor, ahead: int, themes_file: Path | None = None) -> None:
        self._executor = executor
        self._themes_file = themes_file
        self.ahead = ahead

    def submit(self, path: Path, limits: Limits) -> "Future[bytes]":
        return self._executor.submit(read_and_label, *task(path, self._themes_file, limits))


class Reads(Protocol):
    """Starts tasks of which all is given."""

    def schedule(self, given: "Task", limits: Limits) -> "Future[bytes]": ...


class Given:
    """Reads, by workers, one file whose bytes are at hand: they came from another machine."""

    ahead: Final = 1

    def __init__(self, workers: Reads, data: bytes, themes_file: Path | None) -> None:
        self._workers = workers
        self._data = data
        self._themes_file = themes_file

    def submit(self, path: Path, limits: Limits) -> "Future[bytes]":
        given = (str(path), str(self._themes_file) if self._themes_file else None, limits)
        return self._workers.schedule((*given, self._data), limits)


def already_kept(id: str) -> "Future[bytes]":
    """The answer for a file that the library has under an id."""
    return answered(Told(kept=id))


def answered(answer: Told) -> "Future[bytes]":
    future: Future[bytes] = Future()
    future.set_result(encoded(answer))
    return future


Task = tuple[str, str | None, Limits] | tuple[str, str | None, Limits, bytes]


def task(path: Path, themes_file: Path | None, limits: Limits) -> Task:
    """The arguments of `read_and_label` for a file."""
    return str(path.absolute()), str(themes_file) if themes_file else None, limits


def read_and_label(
    path: str, themes_file: str | None, limits: Limits, data: bytes | None = None
) -> bytes:
    """What a worker does with one file; `told` reads its answer. Never raises for any file.

    `data` is what is in the file, where the worker cannot read it itself.
    """
    try:
        finder = finder_of(themes_file)
    except ValueError as error:  # the themes file, which somebody may be changing right now
        return encoded(Told(code="themes", message=str(error)))
    return encoded(_tell(Path(path), finder, limits, data))


def told(answer: bytes) -> Told:
    """What a worker answered."""
    return _DECODER.decode(answer)


_DECODER: Final = msgspec.msgpack.Decoder(Told)


def encoded(answer: Told) -> bytes:
    """An answer as what `told` reads."""
    try:
        return msgspec.msgpack.encode(answer)
    except Exception as error:
        return msgspec.msgpack.encode(_fault(error))


def finder_of(themes_file: str | None) -> "Finder":
    """This process's finder for a file of themes, made anew once the file has changed.

    Raises:
        ValueError: the file cannot be used.
    """
    try:
        stat = Path(themes_file).stat() if themes_file else None
    except OSError:
        stat = None
    return _finder(themes_file, stat.st_mtime_ns) if stat else _finder(None, 0)


@lru_cache(maxsize=2)
def _finder(themes_file: str | None, changed: int) -> "Finder":
    from store.findings.finder import Finder

    return Finder(Path(themes_file) if themes_file else None)


def read_document(path: Path, finder: "Finder", limits: Limits = DEFAULT_LIMITS) -> Document:
    """One file, read, parsed and labelled, not kept.

    Raises:
        ReadingError: for every reason for which it cannot be read.
    """
    from store.parsing import parse
    from store.reading.reader import read

    return finder.find(parse(read(path, limits)))


def _document_of(data: bytes, path: Path, finder: "Finder", limits: Limits) -> Document:
    from store.parsing import parse
    from store.reading.reader import read_bytes

    return finder.find(parse(read_bytes(data, path, limits)))


def _tell(path: Path, finder: "Finder", limits: Limits, data: bytes | None = None) -> Told:
    try:
        if data is None:
            return Told(read_document(path.absolute(), finder, limits))
        return Told(_document_of(data, path, finder, limits))
    except ReadingError as error:
        return refused_with(error)
    except (MemoryError, RecursionError):
        return TOO_MUCH
    except Exception as error:  # a fault of ours must not cost the other files
        return _fault(error)


TOO_MUCH: Final = Told(
    code="too-large",
    message="Reading it would take more memory than there is; split it or convert it to text.",
)


def _fault(error: Exception) -> Told:
    message = f"It could not be parsed ({type(error).__name__}: {error}); please report it."
    return Told(code="parser-fault", message=message)


def refused_with(error: ReadingError) -> Told:
    """The answer for a file that could not be read."""
    return Told(code=error.code, message=str(error))


def refused(code: Any, detail: str = "") -> Told:
    """The answer for a file that no reader could speak of, in the words of `ReadingError`."""
    return Told(code=code, message=str(ReadingError(code, detail)))
