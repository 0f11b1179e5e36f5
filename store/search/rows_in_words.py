"""Rows back to sentences: the words of each, in small letters, and the facets it has."""

from collections.abc import Iterator, Sequence

from store.rows import Kept, RowTable, rows_of
from store.rows.bitsets import as_bytes, piece
from store.rows.document_rows import BETWEEN
from store.selection import FindingIndex

Worded = tuple[str, Sequence[str]]
"""The words of a sentence, and its facets as `facet_term` writes them."""


def facet_term(facet: str, value: str) -> str:
    """ "theme:workforce"."""
    return f"{facet}:{value}"


def sentences_of(
    index: FindingIndex, documents: Sequence[Kept]
) -> Iterator[tuple[Kept, list[Worded]]]:
    """The sentences of some of the documents of an index."""
    table: RowTable = index.table
    wanted = {kept.id for kept in documents}
    raw = {facet: as_bytes(bits, table.rows) for facet, bits in table.facets.items()}
    for place, kept in zip(index.places, table.documents, strict=True):
        if kept.id not in wanted:
            continue
        own: list[list[str]] = [[facet_term("kind", place.kind)] for _ in range(kept.count)]
        for (facet, value), bits in raw.items():
            for row in rows_of(piece(bits, place.first, kept.count)):
                own[row].append(facet_term(facet, value))
        for name, some in kept.councils.items():
            told = rows_of(int.from_bytes(some, "little")) if some else range(kept.count)
            for row in told:
                own[row].append(facet_term("council", name))
        yield kept, list(zip(_texts(index, kept), own, strict=True))
    index.file.packs.let_go()


def _texts(index: FindingIndex, kept: Kept) -> list[str]:
    if not kept.count:
        return []
    words = bytes(index.file.words(kept)[kept.start : kept.end])
    return [text.decode("utf-8", "replace") for text in words.split(BETWEEN)]
