"""The verdict on a quotation: exact, altered with the words that differ, or not found."""

from collections.abc import Sequence
from typing import Final, Literal

import msgspec
from rapidfuzz.distance import Indel

from store.checking.passages import Passages, places_of_run
from store.checking.wording import Word, segments_of

VerdictWord = Literal["exact", "altered", "not found", "not applicable"]
ALIKE: Final = 0.72
"""Share of words in common, in order, from which on a passage counts as altered, not absent."""
FEWEST: Final = 4
"""Shorter quotations are exact or not found: any few words resemble some passage."""
INSERTED_WORDS: Final = 12
"""How many words of the source a bracketed insertion may stand for."""

Change = tuple[str, str, str]
"""An operation (replace, delete, insert), the newspaper's words, the source's words."""


class Verdict(msgspec.Struct, frozen=True):
    """What was found of a quotation, and where."""

    verdict: VerdictWord
    document: str | None = None
    sentence: int | None = None
    difference: tuple[Change, ...] = ()
    score: float = 0.0
    """1 for exact; else the share of words in common."""


NOT_FOUND: Final = Verdict("not found")


def check(quotation: str, sources: Sequence[Passages]) -> Verdict:
    """The best verdict over these documents; the first that has it word for word wins."""
    segments = segments_of(quotation)
    if not segments:
        return NOT_FOUND
    for passages in sources:
        place = _exactly(segments, passages)
        if place is not None:
            sentence = passages.sentence_at(place)
            return Verdict("exact", passages.document.id, sentence, (), 1.0)
    best = NOT_FOUND
    if sum(len(run) for run in segments) >= FEWEST:
        for passages in sources:
            found = _nearly(segments, passages)
            if found.score > best.score:
                best = found
    return best


def _exactly(segments: Sequence[Sequence[Word | None]], passages: Passages) -> int | None:
    """The place of the first word where all segments follow each other, or None."""
    first: int | None = None
    after = 0
    for run in segments:
        place = _run_from(run, passages, after)
        if place is None:
            return None
        if first is None:
            first = place
        after = place + len(run)
    return first


def _run_from(run: Sequence[Word | None], passages: Passages, after: int) -> int | None:
    """Where a run stands at or after a place; insertions stand for up to some words."""
    pieces = _pieces(run)
    for place in places_of_run(passages, pieces[0]):
        if place < after:
            continue
        end: int | None = place + len(pieces[0])
        for piece in pieces[1:]:
            if end is None:
                break
            end = _follows(passages, piece, end)
        if end is not None:
            return place
    return None


def _pieces(run: Sequence[Word | None]) -> list[list[str]]:
    """The runs of words between bracketed insertions."""
    pieces: list[list[str]] = [[]]
    for word in run:
        if word is None:
            pieces.append([])
        else:
            pieces[-1].append(word.folded)
    return [piece for piece in pieces if piece]


def _follows(passages: Passages, piece: list[str], end: int) -> int | None:
    for skipped in range(INSERTED_WORDS + 1):
        start = end + skipped
        if passages.folded[start : start + len(piece)] == piece:
            return start + len(piece)
    return None


def _nearly(segments: Sequence[Sequence[Word | None]], passages: Passages) -> Verdict:
    """The most similar stretch of the document, if it is similar enough."""
    theirs = [word.folded for run in segments for word in run if word is not None]
    best = NOT_FOUND
    for number in passages.likely(theirs):
        start, ours = _stretch(theirs, passages, number)
        score = Indel.normalized_similarity(theirs, ours)
        if score > max(best.score, ALIKE):
            changes = _changes(theirs, ours)
            best = Verdict(
                "altered",
                passages.document.id,
                passages.sentence_at(start),
                changes,
                round(score, 3),
            )
    return best


def _stretch(theirs: list[str], passages: Passages, number: int) -> tuple[int, list[str]]:
    """The words around a sentence, cut to where the quotation begins and ends in them."""
    start = passages.starts[number]
    room = len(theirs) + 12
    low, high = max(0, start - room // 2), min(len(passages.folded), start + 2 * room)
    window = passages.folded[low:high]
    blocks = [block for block in Indel.opcodes(theirs, window) if block.tag == "equal"]
    if not blocks:
        return start, []
    # Stray matches far off the main run are not part of what was quoted.
    main = max(blocks, key=lambda block: block.src_end - block.src_start)
    first, last = main.dest_start - main.src_start, main.dest_end + len(theirs) - main.src_end
    kept = [
        block for block in blocks if block.dest_start >= first - 6 and block.dest_end <= last + 6
    ]
    begin, end = kept[0].dest_start, kept[-1].dest_end
    begin = max(0, begin - kept[0].src_start) if kept[0].src_start < 4 else begin
    end = min(len(window), end + min(3, len(theirs) - kept[-1].src_end))
    return low + begin, window[begin:end]


def _changes(theirs: list[str], ours: list[str]) -> tuple[Change, ...]:
    found: list[Change] = []
    pending: tuple[list[str], list[str]] = ([], [])
    for step in Indel.opcodes(theirs, ours):
        if step.tag == "equal":
            _settle(found, pending)
            pending = ([], [])
            continue
        pending[0].extend(theirs[step.src_start : step.src_end])
        pending[1].extend(ours[step.dest_start : step.dest_end])
    _settle(found, pending)
    return tuple(found)


def _settle(found: list[Change], pending: tuple[list[str], list[str]]) -> None:
    theirs, ours = (" ".join(words) for words in pending)
    if theirs and ours:
        found.append(("replace", theirs, ours))
    elif theirs:
        found.append(("delete", theirs, ""))
    elif ours:
        found.append(("insert", "", ours))
