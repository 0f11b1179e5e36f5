"""Counts of children by where they stand: in need, on plans, looked after, in placements ...

The groups and their words are the table of `groups`; here is what keeps a number from one:
children whom inspectors met, a part of a part, a list of members.
"""

import re
from collections.abc import Iterator
from typing import Final

from store.parsing.figures.groups import COUNTING, GROUPS, KIDS, LAC, TOTALS, Group
from store.parsing.figures.measures import Taken
from store.parsing.figures.shape import COUNT, Shape

# Told by inspectors of those whom they met is no count of the council's children.
_MET: Final = re.compile(
    r"\b(?:inspectors (?:met|spoke|saw|sampled|reviewed|observed)|spoken to|sampled|spoke"
    r" (?:to|with)"
    r"|met with|not in (?:touch|contact) with|lost (?:touch|contact)|case files|seen by"
    r" inspectors|incident notifications?)\b"
)
_OF_WHOM: Final = re.compile(r"\bof (?:whom|which|these|those)\b")
_PARTS: Final = re.compile(r"#[^#.;:]{0,90}: (?=[^.;]*$)")
"""What tells the parts of a number: "19 cases were discussed: eight children looked after"."""
_SOME_DO: Final = re.compile(r", (?:who|remain|stay|live|have|had|are (?!the|a\b)|were)\b")
_IN_BRACKET: Final = re.compile(
    rf"(?: {KIDS})?\) of (?:(?:the|its|all|our|their) )*(?:{LAC}|{KIDS})(?= )"
)
_COUNTED_IN_BRACKET: Final = re.compile(rf"\b(?:number|minority|majority) of {KIDS} \($")
_OF_A_PART: Final = frozenset(
    (
        "returned to care",
        "left care",
        "unallocated cases",
        "unaccompanied children",
    )
)
"""Groups that are counted of others: "127 left care, of whom eight returned"."""
_INCLUDING: Final = re.compile(
    r"\b(?:arrangements|cases|plans|placements|records|circumstances|needs|sample|views"
    r"|reviews?|audits?) of $"
    r"|\b(?:groups? of|made up of|compris\w+|consist\w+ of|includ\w+)\b[^;.]{0,45}$"
)


def children(shape: Shape) -> Iterator[Taken]:
    """The counts of children, each number for one group at most."""
    text = shape.text
    if COUNT not in text:
        return
    groups = [group for group in GROUPS if any(sign in text for sign in group.signs)]
    if not groups or _MET.search(text):
        return
    for place, number in shape.numbers.items():
        if text[place] != COUNT:
            continue
        before = text[max(0, place - 130) : place]
        # Few sentences count in words before the number, and those patterns are the longest.
        counted = before.endswith((": ", " (")) or any(word in before for word in COUNTING)
        inner = bool(
            _PARTS.search(text, 0, place) or _OF_WHOM.search(before) or _INCLUDING.search(before)
        )
        for group in groups:
            if (number.value or number.high or 0) < group.least:
                continue
            if inner and group.measure not in _OF_A_PART:
                continue
            if (
                group.after.match(text, place + 1)
                or _after_bracket(group, text, place)
                or (counted and _is_counted_before(group, text, place))
            ):
                yield Taken(place, group.measure, group.unit)
                break


def _is_counted_before(group: Group, text: str, place: int) -> bool:
    """Whether words before a number say that it is of a group, and not only of some who do
    something: "the number of care leavers, currently 21, ..."."""
    if not group.is_before(text, place):
        return False
    return group.measure not in TOTALS or _SOME_DO.match(text, place + 1) is None


def _after_bracket(group: Group, text: str, place: int) -> bool:
    """Whether a count in a bracket after its share, or after those who are counted, is of a group
    that is told after both: "8% (47 children) of children in care live with a parent", "a number
    of children (44) are missing from education"."""
    if text.endswith("§ (", 0, place):
        match = _IN_BRACKET.match(text, place + 1)
        return match is not None and group.after.match(text, match.end()) is not None
    if group.measure in TOTALS or not text.startswith(")", place + 1):
        return False
    if text.startswith(") who", place + 1) or not _COUNTED_IN_BRACKET.search(text, 0, place):
        return False
    return group.after.match(f" children{text[place + 2 :]}") is not None
