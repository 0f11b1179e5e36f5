"""To whom a letter is addressed: the person named between the date and "Dear"."""

import re
from collections.abc import Sequence
from typing import Final

from store.model.line import Line
from store.parsing.facts import Facts

_PLACE: Final = re.compile(
    r"\b(?:Town Hall|Civic|County Hall|City Hall|Council|House|Street|Road|Avenue|Lane|Square"
    r"|Centre|Center|Offices?|Hall|Building|Borough|Floor|Park|Way|Place|Court|PO Box|Quay"
    r"|[A-Z]{1,2}\d{1,2}[A-Z]?\s*\d[A-Z]{2})\b|\d"
)
_ROLE: Final = re.compile(
    r"\b(?:director|chief executive|dcs|executive|interim|acting|head of|corporate|strategic"
    r"|statutory|children.?s services|via email|by email)\b",
    re.IGNORECASE,
)
_TITLES: Final = frozenset("mr mrs ms miss dr sir dame cllr councillor professor".split())
_PARTICLES: Final = frozenset("de da di van von der la le".split())


def read_addressee(lines: Sequence[Line], dear: str, facts: Facts) -> None:
    """Fill the addressee from the lines above "Dear ..." and the name that follows it."""
    rows = [line.text.strip(" ,") for line in lines if "@" not in line.text]
    for row in rows:
        name = _name(row, dear.strip())
        if name:
            facts.addressee = name
            facts.saw("addressee", row)
            return


def _name(row: str, dear: str) -> str | None:
    """The person's name at the start of a line of the address, cut before role and building."""
    role = _ROLE.search(row)
    if role and role.start() > 0:
        row = row[: role.start()]
    row = re.split(r"\s*[,(–]|\s-\s", row)[0].strip()
    words = row.split()
    while words and words[0].rstrip(".").lower() in _TITLES:
        words.pop(0)
    called = [word for word in dear.split() if word.rstrip(".").lower() not in _TITLES]
    if not words or not called:
        return None
    if words[0].lower() == called[0].lower() or called[-1].lower() in (w.lower() for w in words):
        return _cut(words, called, bool(_PLACE.search(row)))
    return None


def _cut(words: list[str], called: list[str], address_follows: bool) -> str | None:
    """Only the name's own words: a web copy joins name and address into one line."""
    lowered = [word.lower() for word in words]
    if called[-1].lower() in lowered[1:]:
        return " ".join(words[: lowered.index(called[-1].lower(), 1) + 1])
    if not address_follows:
        return " ".join(words) if 2 <= len(words) <= 5 else None
    count = 2
    while count < len(words) and words[count - 1].lower() in _PARTICLES:
        count += 1
    return " ".join(words[:count]) if len(words) >= count else None
