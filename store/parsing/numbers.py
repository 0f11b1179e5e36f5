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
_WORD: Final = "|".join([*_UNITS, *_TENS])
NUMBER: Final = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?|(?:{'|'.join(_TENS)})-(?:{'|'.join(_UNITS)})"
    rf"|(?:{_WORD})"
)
"""A regular expression for one number; not anchored, without a group."""


def number_of(printed: str) -> float | None:
    """ "18.5", "1,379", "sixteen" or "thirty-two" as a number; None for anything else."""
    word = printed.strip().lower()
    if re.fullmatch(r"[\d,]+(?:\.\d+)?", word):
        return float(word.replace(",", ""))
    if word in _UNITS:
        return float(_UNITS[word])
    if word in _TENS:
        return float(_TENS[word])
    tens, _, units = word.partition("-")
    if tens in _TENS and units in _UNITS:
        return float(_TENS[tens] + _UNITS[units])
    return None
