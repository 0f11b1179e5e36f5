"""Sentences of an article whose subject stands in the one before: "They returned in May"."""

import re
from typing import Final

from store.model.visit import ORDINAL
from store.parsing.articles.ordinals import TIME_THEY_CAME
from store.parsing.numbers import NUMBER

_WHO: Final = r"(?:(?:ofsted(?:['’]s)? )?inspectors|ofsted|the (?:watchdog|inspectorate|regulator))"
_INSPECTORS_DID: Final = re.compile(
    rf"(?:when |but |and |last time )?{_WHO}\b(?!['’])", re.IGNORECASE
)
_INSPECTORS_SAY: Final = re.compile(
    rf"[,”\"] {_WHO} (?:have |had |has )?(?:say|says|said|found|find|report(?:ed)?|concluded?)\b",
    re.IGNORECASE,
)
_THEY: Final = re.compile(
    r"(?:They|The team)(?= (?:\w+ ){0,2}?(?:visited|revisited|returned|went (?:back|in)|came"
    r"|spent|arrived|(?:were|had been) (?:back|in|at))\b)"
)
_SEVERAL: Final = re.compile(
    rf"\b(?:(?P<many>{NUMBER}) )?(?P<kind>monitoring|focuss?ed|assurance)"
    r" (?:visits?|inspections)\b",
    re.IGNORECASE,
)
_THE_LAST: Final = re.compile(
    rf"(?P<last>(?:The|Its|Their) (?P<latest>most recent|latest|last)"
    rf"|(?:A|The|Its|Their) (?:{ORDINAL}))"
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
        if (many := several.group("many")) and last.group("latest"):
            # "has had seven monitoring visits. The last took place in May": the last of seven
            which = f"The last of {many}"
            return f"{which} {several.group('kind')} visits{sentence[last.end() :]}"
        return f"{last.group('last')} {several.group('kind')} visit{sentence[last.end() :]}"
    return sentence
