"""Writes a library anew without what is no longer needed."""

from pathlib import Path

from store.library.failure import LibraryError, not_written
from store.library.library import Library
from store.library.opening import documents_folder


def compact(library: Library) -> tuple[int, int]:
    """Keep documents of earlier versions anew, write the live cards alone, tidy the folder.

    Returns:
        the bytes of the library's file and of its documents, before and after.

    Raises:
        LibraryBusy: another process writes.
        LibraryError: it cannot be written; nothing was lost.
    """
    before = size_of(library.path)
    with library.changing():
        try:
            for id, name in list(library.cards.files.items()):
                if name == f"{id}.json":
                    _bring_forward(library, id)
            library.compact()
        except OSError as error:
            raise not_written(library.path, error) from error
        _tidy(library)
    return before, size_of(library.path)


def _bring_forward(library: Library, id: str) -> None:
    """A damaged document stays as it is, for `check` to tell of."""
    try:
        document = library.as_kept(id)
    except LibraryError:
        return
    library.keep_labels(document)


def _tidy(library: Library) -> None:
    """Take away earlier readings of documents, and files that were never finished."""
    known = set(library.cards.files.values())
    for name in list(library.papers.names()):
        if name not in known and name.partition(".")[0] in library.records:
            library.papers.remove(name)


def size_of(path: Path) -> int:
    """Bytes of a library's file and of its documents' files."""
    files = [path, *documents_folder(path).glob("*.json")]
    return sum(file.stat().st_size for file in files if file.exists())
