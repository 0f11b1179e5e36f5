"""Visits: what one document says of one, and the event that several documents tell of."""

from typing import Final

import msgspec

from store.model.dates import in_words, range_in_words
from store.model.vocabulary import VISIT_KINDS, VisitKind


class VisitNamed(msgspec.Struct, frozen=True):
    """A visit as one document tells of it. Dates are ISO, `YYYY-MM` where only a month is given."""

    council: str
    kind: VisitKind
    ordinal: int | None = None
    """Sixth monitoring visit: 6. Counted by Ofsted anew from each judgement of inadequate."""
    start: str | None = None
    end: str | None = None
    ranges: tuple[tuple[str, str], ...] = ()
    """Both parts of a two-part inspection; empty otherwise."""
    focus: tuple[str, ...] = ()
    mentioned: bool = False
    """Whether the document only looks back at this visit instead of reporting on it."""


class Visit(msgspec.Struct, frozen=True):
    """An event at one council, with the documents that tell of it."""

    key: str
    council: str
    kind: VisitKind
    ordinal: int | None
    start: str | None
    end: str | None
    told: str | None
    """When it was told of: the earliest date of its documents. Places a visit without dates."""
    focus: tuple[str, ...]
    documents: tuple[str, ...]
    """Ids of the documents that report on it: letters and reports first, then by date."""
    mentions: tuple[str, ...] = ()
    """Ids of the documents that only look back at it."""

    @property
    def name(self) -> str:
        """Its name in words: "sixth monitoring visit"."""
        kind = VISIT_KINDS[self.kind]
        return f"{ordinal_in_words(self.ordinal)} {kind}" if self.ordinal else kind

    @property
    def when(self) -> str:
        """The date it is sorted by; empty if no document dates it."""
        return self.start or self.told or ""

    @property
    def when_in_words(self) -> str:
        """ "22 Aug 2018"; "by 14 May 2018" if it was told of then and no document dates it."""
        return range_in_words(self.start, self.end) or self.began_in_words

    @property
    def began_in_words(self) -> str:
        """As `when_in_words`, of several days the first."""
        if self.start:
            return in_words(self.start)
        return f"by {in_words(self.told)}" if self.told else ""

    @property
    def name_and_date(self) -> str:
        """ "inspection of 26 Sep – 20 Oct 2016", "fifth monitoring visit by 14 May 2018"."""
        when = self.when_in_words
        if not when:
            return self.name
        return f"{self.name} {when}" if not (self.start or self.end) else f"{self.name} of {when}"


_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth"
).split()
ORDINAL: Final = rf"{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)"
"""A regular expression, not grouped, for what `ordinal_from_words` reads, in lower case."""


def ordinal_in_words(number: int) -> str:
    """6 -> "sixth"; from 17 on "17th"."""
    return _ORDINALS[number - 1] if 0 < number <= len(_ORDINALS) else f"{number}th"


def ordinal_from_words(word: str) -> int | None:
    """ "sixth" or "6th" -> 6; None for any other word."""
    word = word.lower()
    if word in _ORDINALS:
        return _ORDINALS.index(word) + 1
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isdigit() and digits != word else None
