"""Dates with the month first, as local papers print them: "July 12 and 13", "August 31, 2018"."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from store.parsing.times.months import DASH, DAY, MONTH, WEEKDAY, YEAR, month_number

_LINK: Final = rf"\s*(?:{DASH}|\bto\b|\buntil\b|,\s*and\b|\band\b|&|,)\s*"
_AMERICAN: Final = re.compile(
    rf"\b{MONTH}\.?\s+{DAY}(?:{_LINK}(?:(?i:{WEEKDAY}))?(?:{MONTH}\.?\s+)?{DAY})*"
    rf"(?![\d:%]|\.\d|\s+(?:of\s+)?{MONTH}\b)(?:,?\s+(?P<year>{YEAR}))?\b"
)
_PIECE: Final = re.compile(
    rf"(?P<to>{DASH}|\bto\b|\buntil\b)?[\s,&]*(?:and\s+)?(?:(?i:{WEEKDAY}))?"
    rf"(?:(?P<month>{MONTH})\.?\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
)
_DAY_BEFORE: Final = re.compile(r"\d(?:st|nd|rd|th)?\s+(?:of\s+)?$")


class Piece(NamedTuple):
    """One day of such a date."""

    day: int
    month: int
    year: int | None
    link: str
    """How it follows the one before: "to", "and", or an empty string for the first."""


def american_dates(text: str) -> Iterator[tuple[int, int, list[Piece]]]:
    """Start, end and days of each date with the month first; the year only where printed."""
    for match in _AMERICAN.finditer(text):
        if _DAY_BEFORE.search(text[max(0, match.start() - 12) : match.start()]):
            continue  # "5 March 12 children": the day stands before its month
        year = int(match.group("year")) if match.group("year") else None
        end = match.start("year") if year else match.end()
        pieces: list[Piece] = []
        month = 0
        for piece in _PIECE.finditer(text[match.start() : end]):
            month = month_number(piece.group("month")) if piece.group("month") else month
            link = ("to" if piece.group("to") else "and") if pieces else ""
            pieces.append(Piece(int(piece.group("day")), month, year, link))
        last = pieces[-1].month
        # Over New Year the printed year is that of the last day.
        turned = [
            piece._replace(year=year - 1) if year and piece.month > last else piece
            for piece in pieces
        ]
        yield match.start(), match.end(), turned
