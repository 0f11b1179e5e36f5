"""Libraries of any size: a few parsed documents, copied under other councils, dates and bytes."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import cycle, islice

import msgspec

from store.findings.finder import Finder
from store.intake import files_under, read_document
from store.model.document import CouncilNamed, Document
from store.parsing.councils import register
from store.reading.failure import ReadingError
from tests.conftest import SAMPLES, SHARED


def parsed(count: int = 24) -> list[Document]:
    """So many real documents, read and labelled once; sample documents where there are no real."""
    folder = SHARED / "corpus"
    files = files_under([folder if folder.is_dir() else SAMPLES])
    finder = Finder()
    found = []
    for file in islice(files, 0, None, max(1, len(files) // count)):
        try:
            found.append(read_document(file, finder))
        except ReadingError:
            continue
    return found


def copies(documents: Sequence[Document], count: int) -> Iterator[Document]:
    """Copies in turn, spread over every current council and ten years."""
    councils = [c for c in register().councils if c.status == "current" and c.urn]
    sources = islice(cycle(documents), count)
    for number, document in enumerate(sources):
        council = councils[number * 7 % len(councils)]
        yield _copy(document, number, CouncilNamed(council.name, council.urn))


def _copy(document: Document, number: int, council: CouncilNamed) -> Document:
    sha256 = hashlib.sha256(f"{document.id} {number}".encode()).hexdigest()
    day = date(2015, 1, 5) + timedelta(days=number * 37 % 3650)
    name = document.councils[0].name if document.councils else None
    visits = tuple(
        msgspec.structs.replace(
            visit,
            council=council.name,
            start=day.isoformat() if visit.start else None,
            end=day.isoformat() if visit.end else None,
        )
        for visit in document.visits
    )
    return msgspec.structs.replace(
        document,
        id=sha256[:16],
        source=msgspec.structs.replace(
            document.source, sha256=sha256, path=f"/letters/{council.name}/{number}.pdf"
        ),
        councils=(council, *document.councils[1:]),
        visits=visits,
        letter_date=(day + timedelta(days=20)).isoformat() if document.letter_date else None,
        published=(day + timedelta(days=30)).isoformat() if document.published else None,
        published_from_name=(day + timedelta(days=30)).isoformat(),
        judged_inadequate={
            council.name if key == name else key: since
            for key, since in document.judged_inadequate.items()
        },
        sentences=tuple(
            msgspec.structs.replace(sentence, council=council.name)
            if sentence.council and sentence.council == name
            else sentence
            for sentence in document.sentences
        ),
    )
