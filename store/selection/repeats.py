"""Repeats in what is selected: findings that say so, and rows that can be filtered by it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from store.library.record import CONCERNS
from store.model.finding import Finding
from store.selection.index import FindingIndex

if TYPE_CHECKING:  # working repeats out is loaded when it is asked for
    from store.repeats.chains import Repeats
    from store.repeats.known import KnownRepeats

REPEAT = ("repeat", "yes")
"""The facet of the rows that repeat an earlier visit, among the councils marked so far."""


def with_repeat(finding: Finding, repeats: "Repeats | None") -> Finding:
    """The finding with the earlier sentence it repeats, if it does and that is known."""
    earlier = repeats.earlier.get(finding.id) if repeats else None
    return msgspec.structs.replace(finding, repeat_of=earlier) if earlier else finding


def with_repeats(found: Iterable[Finding], known: "KnownRepeats") -> Iterator[Finding]:
    """Findings with what they repeat, each council read when its first concern comes."""
    for finding in found:
        council = finding.council if finding.polarity in CONCERNS else None
        yield with_repeat(finding, known.of(council)) if council else finding


def mark_repeats(index: FindingIndex, known: "KnownRepeats", councils: Iterable[str]) -> None:
    """Let the index select by the repeats of these councils."""
    rows = []
    among = 0
    for council in councils:
        among |= index.bits("council", council)
        for id in known.of(council).earlier:
            document, _, number = id.rpartition(":")
            row = index.row_of(document, int(number))
            if row is not None:
                rows.append(row)
    index.mark(*REPEAT, rows, among)
