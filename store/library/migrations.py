"""Libraries of earlier versions brought forward, one function a step.

A step takes the tables of version N to those of N + 1 and reads no file, so that an older library
on a folder that cannot be written is still shown. The library's file is migrated when it is
opened; a document's file says its own version and is migrated whenever it is read, until it is
kept anew or the library is compacted.

Versions: 1, `library.json` an ordinary TinyDB file of cards and a file a document, every sentence
in full. 2, the journal (`lines.py`), and files that write their text once (`papers.py`).
"""

from collections.abc import Callable
from typing import Any, Final

import msgspec

from store.library import papers
from store.model.document import Document

SCHEMA: Final = 2
"""Version of what is written; a library of a newer one is opened for reading only."""

Tables = dict[str, dict[str, Any]]


def library_from_1(tables: Tables) -> Tables:
    """Cards know the name of their file and their revision."""
    import hashlib

    cards: dict[str, Any] = {}
    for number, row in tables.get("documents", {}).items():
        told = f"{row['id']} {row['added']} {row.get('model')}".encode()
        # Always the same, so that what is derived from a library that cannot be written lasts.
        revision = hashlib.sha256(told).hexdigest()[:12]
        cards[number] = {**row, "file": f"{row['id']}.json", "revision": revision}
    return {**tables, "meta": {"1": {"schema": 2}}, "documents": cards}


def document_from_1(tables: Tables) -> Tables:
    """Sentences go into their paragraphs, and the text is written once."""
    fields = dict(tables["document"]["1"])
    rows = sorted(tables["sentences"].items(), key=lambda row: int(row[0]))
    fields["sentences"] = [row for _, row in rows]
    written: Tables = msgspec.json.decode(papers.encode(msgspec.convert(fields, Document)))
    return written


LIBRARY_STEPS: Final[dict[int, Callable[[Tables], Tables]]] = {1: library_from_1}
DOCUMENT_STEPS: Final[dict[int, Callable[[Tables], Tables]]] = {1: document_from_1}


def schema_of(tables: Tables) -> int:
    """The version that a library's tables say they are of; the first did not always say."""
    meta = tables.get("meta", {}).get("1", {})
    return int(meta.get("schema", 1))


def library_forward(tables: Tables) -> Tables:
    """A library's tables in this version; newer ones as they are."""
    while (schema := schema_of(tables)) in LIBRARY_STEPS:
        tables = LIBRARY_STEPS[schema](tables)
    return tables


def document_forward(tables: Tables) -> Tables:
    """A document's tables in this version; newer ones as they are."""
    while (schema := int(tables["document"]["1"].get("schema", 1))) in DOCUMENT_STEPS:
        tables = DOCUMENT_STEPS[schema](tables)
    return tables
