"""Sentences of an article whose subject stands in the one before: "They returned in May"."""

import re
from typing import Final

from store.model.visit import ORDINAL
from store.parsing.article_ordinals import TIME_THEY_CAME

_WHO: Final = r"(?:(?:ofsted(?:['’]s)? )?inspectors|ofsted|the (?:watchdog|inspectorate|regulator))"
_INSPECTORS_DID: Final = re.compile(
    rf"(?:when |but |and |last time )?{_WHO}\b(?!['’])", re.IGNORECASE
)
_INSPECTORS_SAY: Final = re.compile(
    rf"[,”\"] {_WHO} (?:have |had |has )?(?:say|says|said|found|find|report(?:ed)?|concluded?)\b",
    re.IGNORECASE,
)
_THEY: Final = re.compile(
    r"They(?= (?:\w+ ){0,2}?(?:visited|revisited|returned|went (?:back|in)|came|spent|arrived"
    r"|(?:were|had been) (?:back|in|at))\b)"
)
_SEVERAL: Final = re.compile(
    r"\b(?P<kind>monitoring|focuss?ed|assurance) (?:visits?|inspections)\b", re.IGNORECASE
)
_THE_LAST: Final = re.compile(
    rf"(?P<last>(?:The|Its|Their) (?:most recent|latest|last)|(?:A|The|Its|Their) (?:{ORDINAL}))"
    r"(?: one| of (?:these|them|those))?"
    r"(?=,? (?:was (?:in|on|at|held|carried)|took place|came|ended|happened|followed|in|on)\b)"
)


def with_subject(sentence: str, before: str) -> str:
    """The sentence with the inspectors or the visit named where it only points to them.

    Args:
        sentence: one of an article's.
        before: the one right before it, or an empty string.
    """
    if (they := _THEY.match(sentence)) and (
        _INSPECTORS_DID.match(before)
        or _INSPECTORS_SAY.search(before)
        or TIME_THEY_CAME.match(before)
    ):
        return f"Inspectors{sentence[they.end() :]}"
    last = _THE_LAST.match(sentence)
    several = _SEVERAL.search(before) if last else None
    if last and several:
        return f"{last.group('last')} {several.group('kind')} visit{sentence[last.end() :]}"
    return sentence
