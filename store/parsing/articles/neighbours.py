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
_SAID_BY_THE_WAY: Final = re.compile(
    # "Bury, which was rated inadequate in May," and "Bury, rated good last year,"
    r"(?:['’]s? (?:own )?(?:children['’]s )?services)?,?\s+(?:also |itself )?"
    r"(?:(?:which|whose|where|who)\b[^,;]{0,60}?\b)?"
    r"(?:rated|judged|graded|deemed|branded|downgraded|upgraded|inadequate|outstanding)\b"
    r"[^,;.]*(?=[,;.]|$)",
    re.IGNORECASE,
)
"""Behind the name of a council: its own grade, told by the way in a sentence on another."""
_CLAUSE: Final = re.compile(r"[^,;.]*?(?=[,;.]|\s(?:and|but|while|whereas)\s|$)")
_SHARED: Final = re.compile(r"\b(?:and|or|both|as well as)\s+$", re.IGNORECASE)
"""Before the name of a council: what is said of it is said of another with it."""


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


def without_asides(text: str, names: Iterable[str]) -> str:
    """The paragraph without the grades that it tells by the way of councils not in `names`."""
    if not _GRADE.search(text) or len(text) > LONGEST:
        return text
    own = set(names)
    for mention in reversed(register().mentions(text)):
        if mention.council in own:
            continue
        said = _SAID_BY_THE_WAY.match(text, mention.end)
        if said is None:
            judged = _JUDGED.match(text, mention.end)
            if judged is None or _SHARED.search(text, 0, mention.start):
                continue
            said = _CLAUSE.match(text, judged.end())
        if said is not None:
            text = text[: mention.end] + text[said.end() :]
    return text
