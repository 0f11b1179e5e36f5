"""A library of 500 reports for timing: the real ones, kept again under other councils and dates.

Each document is read, parsed and labelled once; its copies differ in council, dates and name.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from store.findings.finder import Finder
from store.intake import files_under, take_in
from store.library import Library
from store.model.document import CouncilNamed, Document
from store.model.visit import VisitNamed
from store.parsing.councils import register
from tests.conftest import SAMPLES, SHARED

REPORTS = 500
COUNCILS = 150


def build(folder: Path, reports: int = REPORTS) -> Library:
    """The library, written into `folder`."""
    corpus = SHARED / "corpus"
    originals = list(_read(corpus if corpus.is_dir() else SAMPLES, folder / "originals"))
    library = Library(folder / "library" / "library.json")
    with library.changing():
        for document in copies(originals, reports):
            library.keep(document)
    return Library(library.path)


def _read(source: Path, folder: Path) -> Iterator[Document]:
    library = Library(folder / "library.json")
    for outcome in take_in(files_under([source]), library, Finder()):
        if outcome.id and outcome.status == "added":
            yield library.document(outcome.id)


def copies(originals: Iterable[Document], reports: int) -> Iterator[Document]:
    """So many documents: each original in turn, under the next council, a year apart."""
    known = list(originals)
    names = [council.name for council in register().councils if council.status == "current"]
    for number in range(reports):
        name = names[number % min(COUNCILS, len(names))]
        yield _copy(known[number % len(known)], number, name, 2013 + number // COUNCILS)


def _copy(document: Document, number: int, council: str, year: int) -> Document:
    month = 1 + number % 12
    start = f"{year}-{month:02}-{1 + number % 20:02}"
    digest = f"{number:064x}"
    return msgspec.structs.replace(
        document,
        id=digest[-16:],
        source=msgspec.structs.replace(
            document.source, path=f"/reports/{number}.pdf", name=f"{number}.pdf", sha256=digest
        ),
        councils=(CouncilNamed(council, None, council),),
        visits=(VisitNamed(council, "inspection", start=start, end=start),),
        letter_date=None,
        published=f"{year}-{month:02}-28",
        judged_inadequate={},
        sentences=tuple(
            msgspec.structs.replace(sentence, council=None) for sentence in document.sentences
        ),
    )
