"""A stretch of a quotation beside a stretch of a document: what is the same and what differs."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel, Opcode

from store.checking.passages import Passages, Words
from store.checking.wording import Segment

Change = tuple[str, str, str]
"""An operation (replace, delete, insert), the newspaper's words, the source's words."""
INSERTED_WORDS: Final = 12
"""How many words of the source a bracketed insertion may stand for."""


class Step(NamedTuple):
    """Words of a segment that differ, with the places of those that stand there instead."""

    begin: int
    end: int
    places: tuple[tuple[int, int], ...]


class Alignment(NamedTuple):
    """How much of a segment is in the source, where, and what differs."""

    score: float
    begin: tuple[int, int]
    """The first word of the source that is laid beside it: its sentence, and which word of that."""
    steps: tuple[Step, ...]
    """What differs, as spans of the segment's words and of the source's places."""


def run_in(segment: Segment, folded: list[str], after: int = 0) -> int | None:
    """Where the segment stands word for word; what was inserted stands for up to some words."""
    pieces = pieces_of(segment)
    for place in range(after, len(folded)):
        end = place
        for number, piece in enumerate(pieces):
            end = _follows(folded, piece, end, INSERTED_WORDS if number else 0)
            if end < 0:
                break
        if end >= 0:
            return place
    return None


def pieces_of(segment: Segment) -> list[list[str]]:
    """The words between what was inserted."""
    ends = [*sorted(segment.inserted), len(segment.words)]
    starts = [0, *ends[:-1]]
    return [list(segment.words[a:b]) for a, b in zip(starts, ends, strict=True)]


def _follows(folded: list[str], piece: list[str], end: int, skip: int) -> int:
    """The end of these words at a place or up to so many words behind it; -1 if not there."""
    for start in range(end, min(end + skip, len(folded)) + 1):
        if folded[start : start + len(piece)] == piece:
            return start + len(piece)
    return -1


def align(segment: Segment, source: Words) -> Alignment | None:
    """The most similar stretch of these words."""
    first, last = _stretch(list(segment.words), source.folded)
    if first == last:
        return None
    found = _aligned(segment, source, first, last)
    head, tail = _excess(found, segment, source.place[first:last])
    if head or tail:
        found = _aligned(segment, source, first + head, last - tail)
    return found


def _excess(
    found: Alignment, segment: Segment, places: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """How many words at the start and at the end of the source's stretch do not belong to it.

    What differs at an end stands for as many words, and not for those of the sentence beyond.
    """
    steps = found.steps
    head = tail = 0
    if steps and not steps[0].begin and len(steps[0].places) < len(places):
        own = places[len(steps[0].places)][0]
        head = _beyond(steps[0], own)
    if len(steps) > 1 and steps[-1].end == len(segment.words):
        own = places[-1 - len(steps[-1].places)][0]
        tail = _beyond(steps[-1], own)
    return head, tail


def _beyond(step: Step, sentence: int) -> int:
    inside = sum(place[0] == sentence for place in step.places)
    return len(step.places) - min(inside, step.end - step.begin)


def _aligned(segment: Segment, source: Words, first: int, last: int) -> Alignment:
    """The segment beside these words of the source."""
    theirs = list(segment.words)
    ours = source.folded[first:last]
    steps: list[Step] = []
    same = 0
    counted = len(theirs) + len(ours)
    beside = False
    for step in Indel.opcodes(theirs, ours):
        if step.tag == "equal":
            same += step.src_end - step.src_start
            beside = False
            continue
        put_in = step.dest_end - step.dest_start
        honoured = step.tag == "insert" and step.src_start in segment.inserted
        if honoured and put_in <= INSERTED_WORDS and not beside:
            counted -= put_in
            continue
        places = tuple(source.place[first + step.dest_start : first + step.dest_end])
        if beside:
            begin, _, known = steps.pop()
            steps.append(Step(begin, step.src_end, (*known, *places)))
        else:
            steps.append(Step(step.src_start, step.src_end, places))
        beside = True
    return Alignment(2 * same / counted, source.place[first], tuple(steps))


def changes(segment: Segment, alignment: Alignment, source: Passages) -> list[Change]:
    """What differs, in the words that the newspaper and the document print."""
    found: list[Change] = []
    for step in alignment.steps:
        theirs = " ".join(segment.printed[step.begin : step.end])
        ours = " ".join(source.printed(place) for place in step.places)
        operation = "replace" if theirs and ours else "delete" if theirs else "insert"
        found.append((operation, theirs, ours))
    return found


def _stretch(theirs: list[str], window: list[str]) -> tuple[int, int]:
    """Where in the window the quotation begins and ends."""
    blocks = [block for block in Indel.opcodes(theirs, window) if block.tag == "equal"]
    if not blocks:
        return 0, 0
    # Stray matches far off the main run are not part of what was quoted.
    main = max(blocks, key=lambda block: block.src_end - block.src_start)
    slack = 6 + INSERTED_WORDS
    first = main.dest_start - main.src_start - slack
    last = main.dest_end + len(theirs) - main.src_end + slack
    kept = [block for block in blocks if block.dest_start >= first and block.dest_end <= last]
    while len(kept) > 1 and _stray(kept[0], kept[1]):
        kept.pop(0)
    while len(kept) > 1 and _stray(kept[-1], kept[-2]):
        kept.pop()
    before, behind = kept[0].src_start, len(theirs) - kept[-1].src_end
    # What differs at an end stands for as many words, not for a whole sentence.
    begin = max(0, kept[0].dest_start - min(before, 3))
    return begin, min(len(window), kept[-1].dest_end + min(3, behind))


def _stray(block: Opcode, other: Opcode) -> bool:
    """Whether a word or two in common lie further off than they would in what was quoted."""
    length = block.src_end - block.src_start
    apart = max(
        block.dest_start - other.dest_end,
        other.dest_start - block.dest_end,
    )
    return length <= 2 and apart > 3 + length
