"""To whom a letter is addressed: the person named between the date and "Dear".

The salutation says which words to look for: a first name, or a title and a surname. Around
them stand offices ("Director: Gail Hancock"), honours, and in web copies the whole address.
"""

import re
from collections.abc import Sequence
from typing import Final

from store.parsing.facts import Facts
from store.parsing.people import is_name

_TITLES: Final = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady cllr councillor prof professor".split()
)
_PARTICLES: Final = frozenset("de da di van von der la le el al bin".split())
_HONOURS: Final = frozenset("obe cbe mbe qpm dl jp bem kbe dbe phd ba ma msc mba hon".split())
_OFFICES: Final = frozenset(
    "director directors chief executive interim acting head corporate strategic statutory group "
    "service services children children's childrens young people people's families family adults "
    "adult education social care deputy assistant managing lead member cabinet commissioner dcs "
    "of for and the via by email e-mail fao to dear private confidential safeguarding officer "
    "learning skills portfolio holder leader schools communities community department wellbeing "
    "directorate".split()
)
_PLACES: Final = frozenset(
    "town civic county city hall council house street road avenue lane square centre center "
    "office offices building borough floor park way place court box quay metropolitan royal "
    "district guildhall trust".split()
)
_OFFICE: Final = re.compile(
    r"(?:(?:interim|acting|corporate|strategic|executive|statutory|group) )*director"
    r"(?: (?:of|for)(?: (?:children.{0,2}s|children|people.{0,2}s|people|famil(?:y|ies)|adults.?"
    r"|social|care|services?|education|and|young|learning|skills)\b)+)?",
    re.IGNORECASE,
)
_EMAIL: Final = re.compile(r"\S+@\S+")
_POSTCODE_OR_NUMBER: Final = re.compile(r"\d")


def read_addressee(rows: Sequence[str], dear: str, facts: Facts) -> None:
    """Fill the addressee from the rows above "Dear ..." and the name that follows it."""
    words = [word.strip(".,") for word in dear.split()]
    # "Dear Sir Derek" gives the first name, "Dear Mr Myers" the last.
    titled = bool(words) and words[0].lower() in _TITLES - {"sir", "dame"}
    called = [word.lower() for word in words if word.lower() not in _TITLES]
    shown = [" ".join(_EMAIL.sub(" ", row).split()).strip(" ,") for row in rows]
    if not called or called[0] in _OFFICES:
        _read_other_name(shown, facts)
        _read_office(shown, facts)
        return
    for row in shown:
        name = _called(row.split(), called, titled)
        if name:
            facts.addressee = name
            facts.saw("addressee", row)
            return
    _read_other_name(shown, facts)


def _called(words: list[str], called: list[str], titled: bool) -> str | None:
    """The person's whole name in a row in which the words of the salutation stand."""
    bare = [word.strip(",:;()–—-.").lower() for word in words]
    for at in range(len(words) - len(called) + 1):
        if bare[at : at + len(called)] != called:
            continue
        left, right = at, at + len(called)
        if words[at].startswith("(") and words[at].endswith(")") and 0 < at < len(words) - 1:
            return " ".join(words[at - 1 : at + 2]).rstrip(",")  # "Katherine (Kate) Foley"
        while left and at - left < 3 and _before(words[left - 1]):
            left -= 1
        if not titled:
            right = _end(words, right, len(called))
        name = [word.strip(",:;()") for word in words[left:right]]
        if len(name) >= 2 and all(part[:1].isalpha() for part in name):
            return " ".join(name)
    return None


def _before(word: str) -> bool:
    """Whether a word belongs to the name that follows it."""
    plain = word.strip(".").lower()
    return (
        word[0].isupper()
        and word[-1] not in ",:;)–—-"
        and plain.replace("’", "'") not in _TITLES | _OFFICES | _PLACES
        and not _POSTCODE_OR_NUMBER.search(word)
    ) or plain in _PARTICLES


def _end(words: list[str], right: int, count: int) -> int:
    """Where the surname ends that follows the first name of the salutation."""
    address_follows = any(word.strip(",.").lower() in _PLACES for word in words[right:]) or any(
        map(_POSTCODE_OR_NUMBER.search, words[right:])
    )
    most = 1 if address_follows else 3
    while right < len(words) and words[right - 1][-1] not in ",:;)–—":
        word = words[right].strip(",:;()")
        plain = word.strip(".").lower().replace("’", "'")
        if plain in _PARTICLES:
            right += 1
            continue
        if not word[:1].isupper() or plain in _OFFICES | _HONOURS or words[right][0] == "(":
            break
        if count + 1 > most + 1 or (plain in _PLACES and count > 1):
            break
        right, count = right + 1, count + 1
    return right


def _read_other_name(rows: Sequence[str], facts: Facts) -> None:
    """A name above or below an office, where the salutation calls it otherwise ("Dear Bob")."""
    for index, row in enumerate(rows[:4]):
        office = _OFFICE.search(row)
        told = row[: office.start()] if office else row
        words = [w for w in re.split(r"\s*[,(]", told)[0].split() if w.lower() not in _HONOURS]
        if words and words[0].strip(".").lower() in _TITLES:
            words = words[1:]
        name = " ".join(words)
        strange = {word.strip(".").lower().replace("’", "'") for word in words}
        if not is_name(name) or strange & (_OFFICES | _PLACES):
            continue
        beside = " ".join([*rows[max(0, index - 1) : index], row, *rows[index + 1 : index + 2]])
        if re.search(r"\b(?:director|chief executive|dcs|head of)\b", beside, re.IGNORECASE):
            facts.addressee = name
            facts.saw("addressee", row)
        return


def _read_office(rows: Sequence[str], facts: Facts) -> None:
    """The office alone, where the letter names no one who holds it ("Dear Director")."""
    for row in rows[:4]:
        office = _OFFICE.match(row)
        if office and facts.addressee is None:
            facts.addressee = office.group()
            facts.saw("addressee", row)
