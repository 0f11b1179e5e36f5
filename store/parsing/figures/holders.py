"""Whose cases are counted: those of social workers, or of others who hold other cases.

Reviewing officers see each child twice a year and have 50 to 70, personal advisers look after
adults, managers should have none: in one series with social workers' caseloads they would tell of a
rise that never was.
"""

from typing import Final

from store.patterns import compiled

_OTHERS: Final = (
    r"(?P<reviewers>(?:independent )?reviewing officers?\b|\biros?\b|\bconference chairs?\b"
    r"|\bchild protection chairs?\b)"
    r"|\b(?:personal|leaving[- ]care|care[- ]leav\w+|after-?care) advis[eo]rs?\b|\bpas?\b"
    r"|\bmanagers? (?:(?:now|also|still|each|themselves|are|is|were) )*"
    r"(?:(?:hold|holding|held|carry|carrying|carried)\b"
    r"(?=(?:(?! (?:and|out) )[^#,;.]){0,20}(?:#|cases|case-?load))"
    r"|(?:have|has|had)\b(?= (?:(?:up|to|about|around|as many as|over|more than|between) )*#))"
)
_HOLDERS: Final = rf"(?P<others>{_OTHERS})|\bsocial work(?:ers?)?\b|\bnqsws?\b|\bpractitioners?\b"
_TOGETHER: Final = r"'?,? (?:and|or|as well as) "
"""Between two who hold cases alike: "social workers and personal advisers have 18"."""
_FOR_OTHERS: Final = (
    rf"(?: or more)?(?: cases| children| young people)?,? (?:(?:for|per|of|among|held by|each for)"
    rf" )(?:[\w-]+ ){{0,2}}?(?:{_OTHERS})"
)
_NEAR: Final = 120
_REVIEWED: Final = 40
"""So many cases reviewing officers have, and hardly a social worker; of fewer they only speak."""


def is_of_others(text: str, place: int, number: float, previous: str) -> bool:
    """Whether the cases counted at a place are not those of social workers. They are of those named
    last before the number or, where nobody is, directly after it, or in the sentence before."""
    named = list(compiled(_HOLDERS).finditer(text, max(0, place - _NEAR), place + 1))
    if named and not compiled(r"; (?!they\b)").search(text, named[-1].end(), place):
        last, before = named[-1], named[-2] if len(named) > 1 else None
        if last.group("others") is None or (last.group("reviewers") and number < _REVIEWED):
            return False
        together = before is not None and compiled(_TOGETHER).fullmatch(
            text, before.end(), last.start()
        )
        return not (together and before and before.group("others") is None)
    if after := compiled(_FOR_OTHERS).match(text, place + 1):
        return after.group("reviewers") is None or number >= _REVIEWED
    if number < _REVIEWED or compiled(_HOLDERS).search(text):
        return False
    told = list(compiled(_HOLDERS).finditer(previous.lower()))
    return bool(told) and told[-1].group("others") is not None
