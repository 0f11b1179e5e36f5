"""The folder of documents' files: each written once, read many times, taken away."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from store.library import papers
from store.library.durable import BINARY, FILE_MODE, make_folder, write_all
from store.library.migrations import document_forward
from store.model.document import Document


class PaperFolder:
    """The files of a library's documents."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, document: Document) -> str:
        """Write a document's file and give its name. The caller has it forced to the disk.

        Raises:
            OSError: the disk is full or the folder cannot be written.
            ValueError: the document's id is none.
        """
        data = papers.encode(document)
        name = papers.name_of(document.id, data)
        make_folder(self.path)
        path = self.path / name
        with contextlib.suppress(FileNotFoundError):
            if path.read_bytes() == data:
                return name
            path.unlink()  # never finished, or damaged
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, FILE_MODE)
            try:
                write_all(handle, data)
            finally:
                os.close(handle)
        except BaseException:
            self.remove(name)
            raise
        return name

    def read(self, name: str) -> Document:
        """The document in a file.

        Raises:
            PaperDamaged: it is not as it was written.
            FileNotFoundError: there is none.
            OSError: it cannot be read.
        """
        data = (self.path / name).read_bytes()
        if not papers.is_whole(name, data):
            raise papers.PaperDamaged("its bytes are not those that were written")
        try:
            tables = document_forward(msgspec.json.decode(data))
            return papers.decode(tables)
        except (ValueError, KeyError, TypeError, AttributeError, StopIteration) as error:
            raise papers.PaperDamaged(f"it is no document: {error!r}") from error

    def remove(self, name: str) -> None:
        """Take a file away; one that cannot be taken away stays and does no harm."""
        with contextlib.suppress(OSError):
            (self.path / name).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        """The names of all files of documents."""
        with contextlib.suppress(FileNotFoundError), os.scandir(self.path) as entries:
            for entry in entries:
                if entry.name.endswith(".json") and not entry.name.startswith("."):
                    yield entry.name
