"""The areas that each framework judges, as their labels are printed.

`*_AREAS` list the areas of a table in printed order; a label is known by the words that no
other label has, for its lines may break anywhere.
"""

import re
from typing import Final

Area = tuple[str, re.Pattern[str]]


def _area(key: str, pattern: str) -> Area:
    return key, re.compile(pattern, re.IGNORECASE)


ILACS_AREAS: Final[tuple[Area, ...]] = (
    _area("leaders", r"the impact of leaders\b"),
    _area("help_protection", r"children (?:who|in) need (?:of )?help\s+and\s+protection"),
    _area("in_care_and_care_leavers", r"children in care and\s*(?:children )?care\s*-?\s*leavers"),
    _area("in_care", r"progress of\s+children in care(?!\s+and\b)"),
    _area("care_leavers", r"progress of\s+(?:children )?care\s*-?\s*(?:leavers|experienced)"),
    _area("overall", r"overall effectiveness"),
)
SIF_AREAS: Final[tuple[Area, ...]] = (
    _area("help_protection", r"children who need help and\s+protection"),
    _area("looked_after_permanence", r"children looked after and\s+achieving"),
    _area("adoption", r"adoption performance"),
    _area("care_leavers", r"experiences? and progress of\s+care\s*-?\s*leavers"),
    _area("leadership", r"leadership,? management and\s+governance"),
)
LAC_AREAS: Final[tuple[Area, ...]] = (
    _area("overall", r"overall effectiveness"),
    _area("capacity_to_improve", r"capacity (?:to\s+improve|for\s+improvement)"),
    _area("outcomes", r"outcomes for looked\s+after"),
    _area("quality_of_provision", r"quality of\s+provision"),
    _area("leadership", r"leadership and\s+management"),
)

_TABLE_WORDS: Final = frozenset(
    "the impact of leaders on social work practice with children and families experiences "
    "experience progress who need help protection in care leavers experienced overall "
    "effectiveness judgement judgements judgment grade grades looked after achieving permanence "
    "adoption performance leadership management governance requires require improvement to be "
    "good outstanding inadequate adequate not yet judged capacity improve outcomes for young "
    "people quality provision services".split()
)
_LABEL_START: Final = re.compile(
    r"(?:the impact of leaders|(?:the )?experiences? and progress of|overall effectiveness"
    r"|[123](?:\.\d)?[.)]?\s+(?:children|adoption|experiences?|leadership))",
    re.IGNORECASE,
)


def in_table(text: str) -> bool:
    """Whether a line can belong to a table: it has no word that no label and no grade has.

    A line that begins a label may have a word that was mistyped.
    """
    words = re.findall(r"[a-z]+", text.lower())
    strange = sum(word not in _TABLE_WORDS for word in words)
    return strange == 0 or (strange == 1 and len(words) > 2 and bool(_LABEL_START.match(text)))
