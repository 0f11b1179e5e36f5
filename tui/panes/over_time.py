"""Words for the columns of tables over time: short dates, short kinds of visits."""

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len

from store.model.dates import MONTH_NAMES, in_words
from store.model.visit import Visit

_KINDS: Final = {
    "inspection": "inspect.",
    "monitoring-visit": "monitor.",
    "focused-visit": "focused",
    "assurance-visit": "assuran.",
    "jtai": "joint",
}


def short_month(iso: str) -> str:
    """ "2018-08-22" -> "Aug 2018": never wider than eight cells."""
    parts = iso.split("-")
    if len(parts) < 2 or not parts[1].isdigit() or not 1 <= int(parts[1]) <= 12:
        return in_words(iso)
    return f"{MONTH_NAMES[int(parts[1]) - 1][:3]} {parts[0]}"


def short_when(visit: Visit) -> str:
    """ "Aug 2018"; "≤May2018" of a visit that no document dates: it was told of then."""
    if visit.start or not visit.told:
        return short_month(visit.when) if visit.when else "undated"
    return f"≤{short_month(visit.told).replace(' ', '')}"


def visit_head(visit: Visit) -> str:
    """ "Aug 2018" over "6 monit."."""
    kind = _KINDS[visit.kind]
    kind = f"{visit.ordinal} {kind[:5]}." if visit.ordinal else kind
    return f"{short_when(visit)}\n{kind}"


def fitting(ways: Sequence[str], room: int) -> str:
    """The first way to say something that has room; else the last, which is the shortest."""
    return next((words for words in ways if cell_len(words) <= room), ways[-1])
