"""The letter that these tests correct, and what a reader does with it."""

from pathlib import Path

import msgspec

from store.findings.finder import Finder
from store.intake import take_in
from store.library import Library
from store.model.correction import Correction
from store.model.document import Document
from tests.conftest import SAMPLES

LETTER = SAMPLES / "tameside-2018-09-17-monitoring-visit-letter.txt"


def add(library: Library, *files: Path) -> list[str]:
    return [outcome.status for outcome in take_in(files, library, Finder())]


def only(library: Library) -> Document:
    return library.document(next(iter(library.records)))


def correct(library: Library, index: int, **says: object) -> Correction:
    document = library.as_kept(next(iter(library.records)))
    old = library.corrections.of(document).get(index)
    begun = old or library.corrections.blank(document, index, "Overview ¶1")
    new = msgspec.structs.replace(begun, when="2026-01-01T00:00:00+00:00", **says)
    library.corrections.replace(old, new)
    return new
