"""What became of files that were dropped or named, in the words of a notice: nothing else on the
screen need change when they are of a council out of sight, or were there already."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from store.model.dates import in_words
from store.model.vocabulary import KINDS
from tui import text

if TYPE_CHECKING:
    from store.library import Record

NAMED: Final = 3
"""So many documents are named; of more only their number is told."""
TOLD: Final = {"added": "added", "replaced": "replaced", "unchanged": "already there"}


def taken_in(ids: Mapping[str, Sequence[str]], records: "Mapping[str, Record]") -> str:
    """ "1 added: Dudley, inspection report of 5 Apr 2016"; a line for each of `TOLD`.

    Args:
        ids: what became of files -> the ids of their documents.
        records: the cards of the library as it is now.
    """
    lines = []
    for status, words in TOLD.items():
        some = ids.get(status, ())
        if not some:
            continue
        named = [document_in_words(records[id]) for id in some[:NAMED] if id in records]
        more = len(some) - len(named)
        if more and named:
            named.append(f"{more:,} more")
        lines.append(f"{len(some):,} {words}{': ' if named else ''}{'; '.join(named)}.")
    return "\n".join(lines) or "There is no file to read in it."


def document_in_words(record: "Record") -> str:
    """ "Dudley, inspection report of 5 Apr 2016"; by its file's name where it names no council."""
    when = f" of {in_words(record.date)}" if record.date else ""
    councils = [named.name for named in record.councils]
    if not councils:
        return f"{text.words(record.name).plain}, {KINDS[record.kind]}{when}, names no council"
    if len(councils) > NAMED:
        councils[NAMED:] = [f"{len(councils) - NAMED} more"]
    return f"{text.joined(councils, ', ')}, {KINDS[record.kind]}{when}"
