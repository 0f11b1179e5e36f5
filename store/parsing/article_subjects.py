"""Sentences of an article whose subject stands in the one before: "They returned in May"."""

import re
from typing import Final

_INSPECTORS_DID: Final = re.compile(
    r"(?:when |but |and |last time )?(?:ofsted(?:['’]s)? )?(?:inspectors|ofsted"
    r"|the (?:watchdog|inspectorate|regulator))\b(?!['’])",
    re.IGNORECASE,
)
_THEY: Final = re.compile(
    r"They(?= (?:\w+ ){0,2}?(?:visited|revisited|returned|went back|came back|were back|spent)\b)"
)
_SEVERAL: Final = re.compile(
    r"\b(?P<kind>monitoring|focuss?ed|assurance) (?:visits|inspections)\b", re.IGNORECASE
)
_THE_LAST: Final = re.compile(
    r"(?P<last>The (?:most recent|latest|last))(?: one| of (?:these|them|those))?"
    r"(?=,? (?:was|took place|came|ended|happened|in|on)\b)"
)


def with_subject(sentence: str, before: str) -> str:
    """The sentence with the inspectors or the visit named where it only points to them.

    Args:
        sentence: one of an article's.
        before: the one right before it, or an empty string.
    """
    if _INSPECTORS_DID.match(before) and (they := _THEY.match(sentence)):
        return f"Inspectors{sentence[they.end() :]}"
    last = _THE_LAST.match(sentence)
    several = _SEVERAL.search(before) if last else None
    if last and several:
        return f"{last.group('last')} {several.group('kind')} visit{sentence[last.end() :]}"
    return sentence
