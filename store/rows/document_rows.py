"""One document as rows: for each facet value the sentences that have it, and their words."""

from typing import Final

import msgspec

from store.model.document import Document, is_doubtful

Facet = tuple[str, str]
"""A facet and its value: ("theme", "workforce"), ("polarity", "concern")."""

BETWEEN = b"\xff"
"""Stands between the sentences' words: no byte of UTF-8."""

_PRINTED: Final = (
    ("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("\u2011", "-"), ("\u2010", "-"),
    ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"),
    ("ﬅ", "ft"), ("ﬆ", "st"),
)  # fmt: skip
"""Signs that printers set, and those that a reader types for them."""


class DocumentRows(msgspec.Struct):
    """What selecting needs of a document. Sentence n is bit n."""

    count: int
    facets: dict[Facet, int]
    """Bits by polarity, voice, theme, group, by what readers corrected and flagged, by whether
    the label is doubtful, and by time: what looks back at an earlier visit is "earlier"."""
    councils: dict[str, int | None]
    """Bits by council; None stands for all of them, as in most documents."""
    words: bytes
    """The sentences in small letters, BETWEEN them."""


def document_rows(document: Document) -> DocumentRows:
    """The rows of a document."""
    names = [named.name for named in document.councils]
    facets: dict[Facet, int] = {}
    councils: dict[str, int] = {}
    for place, sentence in enumerate(document.sentences):
        bit = 1 << place
        own: list[Facet] = [("polarity", sentence.polarity), ("voice", sentence.voice)]
        own.extend(("theme", theme) for theme in sentence.themes)
        own.extend(("group", group) for group in sentence.groups)
        own.extend((name, "yes") for name in ("corrected", "flagged") if getattr(sentence, name))
        if is_doubtful(sentence):
            own.append(("doubtful", "yes"))
        if sentence.as_of is not None:
            own.append(("time", "earlier"))
        for facet in own:
            facets[facet] = facets.get(facet, 0) | bit
        for name in [sentence.council] if sentence.council else names:
            councils[name] = councils.get(name, 0) | bit
    count = len(document.sentences)
    every = (1 << count) - 1
    return DocumentRows(
        count=count,
        facets=facets,
        councils={name: None if bits == every else bits for name, bits in councils.items()},
        words=BETWEEN.join(in_small_letters(sentence.text) for sentence in document.sentences),
    )


def in_small_letters(text: str) -> bytes:
    """How words are kept and looked for: in the letters and signs that a keyboard has.

    A letter's file prints "identiﬁed" and "children’s" in signs of the printer's, and another
    copy of it in plain ones. What no encoding knows is carried through.
    """
    plain = text.lower()
    if not plain.isascii():
        for sign, typed in _PRINTED:
            plain = plain.replace(sign, typed)
    return plain.encode("utf-8", "surrogatepass")
