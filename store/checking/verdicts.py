"""The verdict on a quotation: exact, altered with the words that differ, or not found."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import Final, Literal

import msgspec

from store.checking.alignment import (
    INSERTED_WORDS,
    Alignment,
    Change,
    Step,
    align,
    changes,
    pieces_of,
    run_in,
)
from store.checking.passages import Passages, as_run
from store.checking.wording import Segment, segments_of
from store.model.document import Document

VerdictWord = Literal["exact", "altered", "not found"]
VERDICTS: Final[tuple[VerdictWord, ...]] = ("exact", "altered", "not found")
ALIKE: Final = 0.72
"""Share of words in common, in order, from which on a passage counts as altered, not absent."""
FEWEST: Final = 4
"""Shorter quotations are exact or not found: any few words resemble some passage."""
ELLIPSIS: Final = 4_000
"""Characters of a document that an ellipsis may leave out."""
CLOSEST: Final = 16
"""So many documents, those that share the rarest words, are searched for what was altered."""
ALIGNED: Final = 4
"""And so many of them, those with the likeliest sentences, are compared word by word."""
TELLING: Final = 10
"""By so many of its words, the rarest, a quotation is looked for."""


class Verdict(msgspec.Struct, frozen=True):
    """What was found of a quotation, and where."""

    verdict: VerdictWord
    document: str | None = None
    sentence: int | None = None
    difference: tuple[Change, ...] = ()
    score: float = 0.0
    """1 for exact; else the share of words in common."""
    places: tuple[tuple[int, int], ...] = ()
    """For each difference the words of the quotation it concerns, from one to before another,
    counted from 0 through the whole quotation; both are the same where words were left out."""
    cut_off: str = ""
    """The word of the document, such as "no" or "few", that stands before what was quoted and turns
    it round, and that the quotation leaves out without a sign."""


NOT_FOUND: Final = Verdict("not found")


class Shelf:
    """Documents to look quotations up in, with an index of their words."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._passages = {document.id: Passages(document) for document in documents}
        self._with: dict[bytes, set[str]] = {}
        for id, passages in self._passages.items():
            for word in passages.vocabulary:
                self._with.setdefault(word, set()).add(id)

    def check(self, quotation: str, order: Sequence[str] | None = None) -> Verdict:
        """The best verdict over these documents; the first that has it word for word wins.

        Args:
            quotation: the words between the quotation marks.
            order: ids of the documents to look in, first first; all if None.
        """
        segments = segments_of(quotation)
        ids = [id for id in (self._passages if order is None else order) if id in self._passages]
        if not segments or not ids:
            return NOT_FOUND
        best = self._word_for_word(segments, ids)
        if best.verdict == "exact" or sum(len(segment.words) for segment in segments) < FEWEST:
            return best
        for source, likely in self._candidates(segments, ids):
            found = _nearly(segments, source, likely)
            if found.score > best.score:
                best = found
        return best

    # Word for word

    def _word_for_word(self, segments: Sequence[Segment], ids: Sequence[str]) -> Verdict:
        """Exact; or altered where only hyphens and apostrophes differ."""
        pieces = [
            (as_run(piece), INSERTED_WORDS * 12 if number else ELLIPSIS)
            for segment in segments
            for number, piece in enumerate(pieces_of(segment))
        ]
        wanted = {word for run, _ in pieces for word in run.split()}
        if not wanted or any(not run for run, _ in pieces):
            return NOT_FOUND
        having = sorted((self._with.get(word, set()) for word in wanted), key=len)
        best = NOT_FOUND
        for id in ids:
            if not all(id in holders for holders in having):
                continue
            found = self._in_one(segments, pieces, self._passages[id])
            if found.verdict == "exact":
                return found
            best = max(best, found, key=lambda verdict: verdict.score)
        return best

    def _in_one(
        self, segments: Sequence[Segment], pieces: Sequence[tuple[bytes, int]], source: Passages
    ) -> Verdict:
        best = NOT_FOUND
        for place in source.places(pieces[0][0]):
            end = place
            for run, room in pieces:
                end = _next_place(source, run, end, room if end != place else 0)
                if end < 0:
                    break
            if end < 0:
                continue
            first, last = source.sentence_at(place), source.sentence_at(end - 2)
            words = source.words(first, last)
            begun = _begun(segments, words.folded)
            if begun is not None:
                places = [words.place[at] for at in begun]
                cut_off = _cut_off(places, source)
                found = Verdict("exact", source.id, places[0][0], (), 1.0, (), cut_off)
                if not cut_off:
                    return found
                # Elsewhere it may stand without such a word, and be quoted from there.
                best = max(best, found, key=lambda verdict: verdict.score)
                continue
            aligned = [align(segment, words) for segment in segments]
            best = max(best, _verdict(segments, aligned, source), key=lambda verdict: verdict.score)
        return best

    # Nearly

    def _candidates(
        self, segments: Sequence[Segment], ids: Sequence[str]
    ) -> list[tuple[Passages, list[list[int]]]]:
        """The documents most like a quotation, with the likely sentences of each segment."""
        weights = self._telling(segments)
        own = [
            {word: weights[word] for word in as_run(s.words).split() if word in weights}
            for s in segments
        ]
        ranked = []
        for place, id in enumerate(self._closest(weights, ids)):
            found = [self._passages[id].likely(telling) for telling in own]
            score = sum(likely[0][1] for likely in found if likely)
            ranked.append((-score, place, id, [[n for n, _ in likely] for likely in found]))
        ranked.sort()
        return [(self._passages[id], likely) for _, _, id, likely in ranked[:ALIGNED]]

    def _telling(self, segments: Sequence[Segment]) -> dict[bytes, int]:
        """The rarest words of a quotation that stand in any document, with their weights."""
        words = {word for segment in segments for word in as_run(segment.words).split()}
        known = [word for word in words if len(word) > 2 and word in self._with]
        known.sort(key=lambda word: (len(self._with[word]), -len(word), word))
        # By the logarithm: a word that the reporter put in must not outweigh all the others.
        every = len(self._passages)
        return {word: int(100 * log(1 + every / len(self._with[word]))) for word in known[:TELLING]}

    def _closest(self, telling: Mapping[bytes, int], ids: Sequence[str]) -> list[str]:
        """The documents that share most of them, in the given order where they share as much."""
        scores: Counter[str] = Counter()
        for word, weight in telling.items():
            for id in self._with[word]:
                scores[id] += weight
        among = {id: place for place, id in enumerate(ids)}
        ranked = sorted((-score, among[id], id) for id, score in scores.items() if id in among)
        return [id for _, _, id in ranked[:CLOSEST]]


def _begun(segments: Sequence[Segment], folded: list[str]) -> list[int] | None:
    """Where each segment begins, word for word; None if one is not there."""
    found: list[int] = []
    end = 0
    for segment in segments:
        at = run_in(segment, folded, end)
        if at is None:
            at = run_in(segment, folded)
        if at is None:
            return None
        found.append(at)
        end = at + len(segment.words)
    return found


def _cut_off(places: Iterable[tuple[int, int]], source: Passages) -> str:
    """What was cut off before the first of these places before which anything was."""
    return next((word for word in map(source.cut_off_before, places) if word), "")


def _nearly(
    segments: Sequence[Segment], source: Passages, likely: Sequence[Sequence[int]]
) -> Verdict:
    """The most similar stretch for each segment, if they are similar enough together."""
    found = []
    for segment, numbers in zip(segments, likely, strict=True):
        room = len(segment.words) + INSERTED_WORDS
        aligned = [align(segment, source.around(number, room)) for number in numbers]
        found.append(max((a for a in aligned if a), key=lambda a: a.score, default=None))
    return _verdict(segments, found, source)


def _next_place(source: Passages, run: bytes, end: int, room: int) -> int:
    """The end of these words at a place or some characters behind it; -1 if not there."""
    wanted = b" " + run + b" "
    at = source.line.find(wanted, end, end + room + len(wanted))
    return at + len(run) + 1 if at >= 0 else -1


def _verdict(
    segments: Sequence[Segment], found: Sequence[Alignment | None], source: Passages
) -> Verdict:
    """The segments' alignments taken together, each by its length."""
    lengths = [len(segment.words) for segment in segments]
    scores = [alignment.score if alignment else 0.0 for alignment in found]
    score = sum(a * b for a, b in zip(lengths, scores, strict=True)) / sum(lengths)
    first = next((alignment for alignment in found if alignment), None)
    if first is None or score < ALIKE:
        return NOT_FOUND
    differing: list[Change] = []
    places: list[tuple[int, int]] = []
    first_word = 0
    for segment, alignment in zip(segments, found, strict=True):
        missing = [("delete", " ".join(segment.printed), "")]
        differing.extend(changes(segment, alignment, source) if alignment else missing)
        spans = alignment.steps if alignment else [Step(0, len(segment.words), ())]
        places.extend((first_word + step.begin, first_word + step.end) for step in spans)
        first_word += len(segment.words)
    # Only an exact one may have the full score.
    score = min(round(score, 3), 0.999)
    cut_off = _cut_off((alignment.begin for alignment in found if alignment), source)
    sentence = first.begin[0]
    return Verdict("altered", source.id, sentence, tuple(differing), score, tuple(places), cut_off)
