"""An altered quotation in pieces: what stands in the letter too, what was put in, what left out."""

import re
from typing import Final, Literal

import msgspec

from store.checking.verdicts import Verdict
from store.checking.wording import segments_of

Part = Literal["same", "put in", "left out"]
_BRACKETED: Final = re.compile(r"\[[^\]]{0,80}\]")
_RECASED: Final = re.compile(r"\[\w{1,2}\](?=\w)")


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a quotation, or words of the letter that it lacks."""

    part: Part
    text: str


def pieces_of_quotation(quotation: str, verdict: Verdict) -> tuple[Piece, ...]:
    """The quotation as it was checked, cut where it differs.

    The pieces that are not left out give the quotation again when they are joined. Where its
    words cannot be told apart it comes back whole.
    """
    spans = word_spans(quotation)
    if not verdict.places or spans is None:
        return (Piece("same", quotation),)
    found: list[Piece] = []
    at = 0
    for (_, theirs, ours), (first, last) in zip(verdict.difference, verdict.places, strict=True):
        begin = spans[first][0] if first < len(spans) else len(quotation)
        if not theirs:
            begin = spans[first - 1][1] if first else begin
        found.append(Piece("same", quotation[at:begin]))
        at = begin
        if ours:
            found.append(Piece("left out", ours))
        if theirs:
            at = spans[last - 1][1]
            found.append(Piece("put in", quotation[begin:at]))
    found.append(Piece("same", quotation[at:]))
    return tuple(piece for piece in found if piece.text)


def word_spans(quotation: str) -> list[tuple[int, int]] | None:
    """Where the words of a quotation's segments stand in it; None if one cannot be found.

    What was inserted in square brackets is no word of it, but for the "[T]" of "[T]he".
    """

    def blanked(match: re.Match[str]) -> str:
        return match[0] if _RECASED.match(quotation, match.start()) else " " * len(match[0])

    shown = _BRACKETED.sub(blanked, quotation)
    spans: list[tuple[int, int]] = []
    at = 0
    for segment in segments_of(quotation):
        for word in segment.printed:
            letters = r"\]?".join(re.escape(letter) for letter in word)
            match = re.compile(rf"\[?(?<!\w){letters}").search(shown, at)
            if match is None:
                return None
            spans.append(match.span())
            at = match.end()
    return spans
