"""Numbers in running text, in digits or written out."""

import re
from typing import Final

_UNITS: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS: Final = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_PARTS: Final = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_SMALL: Final = (
    rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(list(_UNITS)[1:10])}))?"
    rf"|{'|'.join(sorted(_UNITS, key=len, reverse=True))}"
)
DIGITS: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,9}(?:\.\d+)?"
WORDS: Final = rf"(?:{_SMALL})(?: hundred(?: and (?:{_SMALL}))?)?"
NUMBER: Final = rf"(?:{DIGITS}|{WORDS})"
"""A regular expression for one number in lower case; not anchored, without a group."""
FRACTION: Final = rf"(?:(?:a|one|two|three|four|nine)[- ])?(?:{'|'.join(_PARTS)})s?"
"""A regular expression for "a third", "two-thirds", "half"."""
ALL_WRITTEN: Final = (
    *(word for word in (*_UNITS, *_TENS) if word not in ("zero", "one")),
    *(f"{tens}-{unit}" for tens in _TENS for unit in list(_UNITS)[1:10]),
    *(f"{many}{part}" for part in _PARTS for many in ("", "one-", "two-", "three-")),
    *(f"{part}s" for part in _PARTS),
    *(f"two-{part}s" for part in _PARTS),
    *(f"three-{part}s" for part in _PARTS),
)
"""The words that may begin a written number; "one" alone is hardly ever a figure."""

_HUNDREDS: Final = re.compile(r"(.+?) hundred(?: and (.+))?")
_FRACTION: Final = re.compile(r"(?:(\w+)[- ])?(\w+?)s?")


def number_of(printed: str) -> float | None:
    """ "18.5", "1,379", "62 100", "sixteen" or "thirty-two" as a number; None for anything else."""
    word = printed.strip().lower()
    if re.fullmatch(r"\d[\d, ]*(?:\.\d+)?", word):
        return float(word.replace(",", "").replace(" ", ""))
    if match := _HUNDREDS.fullmatch(word):
        hundreds, rest = _small(match.group(1)), _small(match.group(2) or "zero")
        return None if hundreds is None or rest is None else 100 * hundreds + rest
    return _small(word)


def share_of(printed: str) -> float | None:
    """ "a third", "two-thirds", "half" or "a quarter" in per cent, to one decimal place."""
    match = _FRACTION.fullmatch(printed.strip().lower())
    if match is None or match.group(2) not in _PARTS:
        return None
    many = 1 if match.group(1) in (None, "a") else _UNITS.get(match.group(1))
    return None if many is None else round(100 * many / _PARTS[match.group(2)], 1)


def _small(word: str) -> float | None:
    if word in _UNITS:
        return float(_UNITS[word])
    tens, _, units = word.replace(" ", "-").partition("-")
    if tens in _TENS and (not units or 0 < _UNITS.get(units, 0) < 10):
        return float(_TENS[tens] + _UNITS.get(units, 0))
    return None
