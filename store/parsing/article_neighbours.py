"""Sentences of an article that tell of a council it is not about: "Neighbouring X was rated good".

They are no findings on the council whose visit the article reports.
"""

import re
from collections.abc import Iterable
from typing import Final

from store.parsing.councils import register
from store.parsing.sentences import LONGEST, split_sentences

_GRADE: Final = re.compile(
    r"\b(?:rated|judged|graded|inadequate|outstanding|good|requir\w+ improvement)\b", re.IGNORECASE
)
_NEAR_BY: Final = re.compile(r"\b(?:neighbouring|nearby)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_OPENS: Final = re.compile(r"(?:and|but|meanwhile,?|while|in contrast,?)?\s*$", re.IGNORECASE)
_JUDGED: Final = re.compile(
    r"(?:['’]s (?:own )?(?:children['’]s )?services)?,?\s+(?:(?:was|were|is|are|has been|have been"
    r"|had been)\s+(?:\w+\s+){0,2}?(?:rated|judged|graded|found|named|deemed|downgraded|upgraded)\b"
    r"|(?:moved|went|rose|climbed|dropped|fell|slipped|came out)\s+(?:up|down|out|of|to|from|as)\b"
    r"|(?:got|received|retained|kept|won|earned|requires?|remains?)\b)",
    re.IGNORECASE,
)


def neighbour_judged(sentence: str, names: Iterable[str]) -> str | None:
    """The one council whose grade a sentence tells, if none of `names` is mentioned in it."""
    if len(sentence) > LONGEST or not _GRADE.search(sentence):
        return None
    mentions = register().mentions(sentence)
    others = {mention.council for mention in mentions}
    if len(others) != 1 or others & set(names):
        return None
    first = mentions[0]
    before = sentence[max(0, first.start - 60) : first.start]
    leads = _NEAR_BY.search(before) or (first.start < 20 and _OPENS.fullmatch(before.strip()))
    return first.council if leads and _JUDGED.match(sentence, first.end) else None


def without_neighbours(text: str, names: Iterable[str]) -> str:
    """The paragraph without what it tells of other councils' grades."""
    if not _GRADE.search(text):
        return text
    every = split_sentences(text)
    kept = [sentence for sentence in every if neighbour_judged(sentence, names) is None]
    return text if len(kept) == len(every) else " ".join(kept)
