"""Counts of children by where they stand: in need, on plans, looked after, in placements ...

The groups and their words are the table of `figures_groups`; here is what keeps a number from one:
children whom inspectors met, a part of a part, a list of members.
"""

import re
from collections.abc import Iterator
from typing import Final

from store.parsing.figures_groups import COUNTING, GROUPS
from store.parsing.figures_measures import Taken
from store.parsing.figures_shape import COUNT, Shape

# Told by inspectors of those whom they met is no count of the council's children.
_MET: Final = re.compile(
    r"\b(?:inspectors (?:met|spoke|saw|sampled|reviewed|observed)|spoken to|sampled|spoke"
    r" (?:to|with)"
    r"|met with|case files|seen by inspectors|incident notifications?)\b"
)
_OF_WHOM: Final = re.compile(r"\bof (?:whom|which|these|those)\b")
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
    r"|review) of $"
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
        counted = before.endswith(": ") or any(word in before for word in COUNTING)
        inner = bool(_OF_WHOM.search(before) or _INCLUDING.search(before))
        for group in groups:
            if (number.value or number.high or 0) < group.least:
                continue
            if inner and group.measure not in _OF_A_PART:
                continue
            if group.after.match(text, place + 1) or (
                counted and group.before and group.before.search(before)
            ):
                yield Taken(place, group.measure, group.unit)
                break
