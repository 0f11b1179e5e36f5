"""A library of thousands of documents: the real ones again and again, under other names.

Every copy is given to another council and moved in time; nothing is labelled again.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from store.findings.finder import Finder
from store.intake import files_under, take_in
from store.library import Library
from store.model.document import Document
from store.parsing.councils import register
from tests.conftest import SHARED

DAY = re.compile(r"^\d{4}-\d\d-\d\d$")
DAYS_APART = 53


def originals(folder: Path) -> list[Document]:
    """The documents of ../shared, read and labelled once."""
    library = Library(folder / "originals" / "library.json")
    for _ in take_in(files_under([SHARED / "corpus", SHARED / "seeds"]), library, Finder()):
        pass
    return [library.document(id) for id in library.records]


def copies(documents: Sequence[Document], count: int) -> Iterator[Document]:
    """So many copies, each with an id, a council and dates of its own."""
    names = [council.name for council in register().councils]
    for number in range(count):
        original = documents[number % len(documents)]
        round_ = number // len(documents)
        others: dict[str, str] = {}
        fields = msgspec.to_builtins(original)
        for place, named in enumerate(original.councils):
            start = names.index(named.name) if named.name in names else place
            others[named.name] = names[(start + 7 * round_) % len(names)]
        changed = _changed(fields, others, timedelta(days=DAYS_APART * round_))
        sha = hashlib.sha256(f"{original.source.sha256}{number}".encode()).hexdigest()
        changed["source"] |= {"sha256": sha, "path": f"/copies/{number}/{original.source.name}"}
        changed["id"] = sha[: len(original.id)]
        # Sentences need not be equal: two copies in three differ in some of their words.
        for place, sentence in enumerate(changed["sentences"]):
            if (place + number) % 3 == 0:
                sentence["text"] = f"{sentence['text'][:-1]} in case {number % 499}."
        yield msgspec.convert(changed, Document)


def _changed(value: Any, others: dict[str, str], earlier: timedelta) -> Any:
    if isinstance(value, dict):
        return {
            others.get(key, key): _changed(item, others, earlier) for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [_changed(item, others, earlier) for item in value]
    if isinstance(value, str):
        if DAY.match(value):
            return (date.fromisoformat(value) - earlier).isoformat()
        return others.get(value, value)
    return value


def big_library(folder: Path, count: int = 3000) -> Library:
    """The library of `count` copies; made only once in a folder."""
    library = Library(folder / f"{count}" / "library.json")
    if len(library) < count:
        documents = originals(folder)
        with library.changing():
            for document in copies(documents, count):
                library.keep(document)
    return library
