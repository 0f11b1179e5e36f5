"""Documents for tests of the library: one that is read, and copies of it."""

import hashlib
from pathlib import Path

import msgspec

from store.library import Library
from store.model.document import Document


def read_letter() -> Document:
    from store.findings.finder import Finder
    from store.intake import read_document
    from tests.conftest import SAMPLES

    file = SAMPLES / "tameside-2018-09-17-monitoring-visit-letter.txt"
    return read_document(file, Finder())


def copy(document: Document, number: int, sentences: int | None = None) -> Document:
    """The same document from other bytes at another place."""
    sha256 = hashlib.sha256(f"{document.id} {number}".encode()).hexdigest()
    return msgspec.structs.replace(
        document,
        id=sha256[:16],
        source=msgspec.structs.replace(
            document.source, sha256=sha256, path=f"/letters/{number}.txt"
        ),
        title=f"Letter {number}",
        sentences=document.sentences[:sentences],
    )


def keep(library: Library, *documents: Document) -> None:
    with library.changing():
        for document in documents:
            library.keep(document)


def file_of(library: Library, number: int, letter: Document) -> Path:
    return library.papers.path / library.cards.files[copy(letter, number).id]


def all_there(path: Path, letter: Document, *numbers: int) -> bool:
    """Whether the library holds these copies, of five sentences each, and no others."""
    library = Library(path)
    return {copy(letter, n).id for n in numbers} == set(library.records) and all(
        library.document(copy(letter, n).id) == copy(letter, n, 5) for n in numbers
    )
