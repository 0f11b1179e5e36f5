"""Pages of a government's or a council's site that are neither news nor a document shown whole.

They say which part of them is the main one; in it stand a word for the kind of page above the
headline and, below it, who published it and when.
"""

import re
from typing import Any, Final

from msgspec import structs

from store.model.line import Line
from store.reading.clean import clean, squeeze, unbroken
from store.reading.markup import lines_of
from store.reading.page_head import printed_date
from store.reading.page_meta import PageMeta

FEW: Final = 12
"""A line of so many words above the headline may be a word for the kind of page."""
_LABEL: Final = re.compile(
    r"(?:from|(?:first |date )?published(?: on| by)?|(?:last )?updated|last modified|date|author"
    r"|applies to|topics?|organisations?|department|part of|document type|get emails.{0,40})\s*:?",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(r"(?:first |date )?published(?: on)?\s*:?|date\s*:?", re.IGNORECASE)
_FROM: Final = re.compile(r"(?:from|published by|organisations?|department)\s*:?", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


def main_part(root: Any, meta: PageMeta) -> tuple[list[Line], PageMeta] | None:
    """The lines of the page's main part from its headline on, and what it says of itself; None if
    it names no main part that holds most of it. Changes the tree."""
    from store.reading.news import region_of
    from store.reading.surroundings import take_off

    main = _only_main(root)
    if main is None:
        return None
    take_off(root)
    if main is not root and region_of(root) is not main:
        return None
    for facts in [*main.iter("dl")]:
        meta = _without_facts(facts, meta)
    lines = lines_of(main)
    at = next((i for i, row in enumerate(lines) if row.level == 1 and row.text == meta.title), None)
    if at is None:
        return (lines, meta) if lines else None
    above = lines[:at]
    if all(len(line.text.split()) <= FEW for line in above):
        above = [line for line in above if _YEAR.search(line.text)]  # the day may stand there
    return [*above, *lines[at:]], meta


def _only_main(root: Any) -> Any:
    """What the page calls its main part, if it is one part with a headline of its own."""
    found = [*root.iter("main"), *root.xpath("//*[@role='main' and not(self::main)]")]
    return found[0] if len(found) == 1 and found[0].find(".//h1") is not None else None


def _without_facts(facts: Any, meta: PageMeta) -> PageMeta:
    """Takes off a list of who published the page and when; what is known with it."""
    labels = [" ".join(term.itertext()).strip() for term in facts.iter("dt")]
    if not labels or not all(map(_LABEL.fullmatch, labels)):
        return meta
    day, publisher = meta.date, meta.publisher
    for term in facts.iter("dt"):
        label = " ".join(term.itertext()).strip()
        value = term.getnext()
        told = (
            squeeze(unbroken(clean("".join(value.itertext())[:120]))) if value is not None else ""
        )
        if _PUBLISHED.fullmatch(label):
            day = day or printed_date(told)
        elif _FROM.fullmatch(label):
            publisher = publisher or told or None
    facts.drop_tree()
    return structs.replace(meta, date=day, publisher=publisher)
