"""Numbers as newspapers and letters print them, each after its own house style.

"29%", "29 per cent", "29pc" and "twenty-nine per cent" say one thing, and so do "21" and
"twenty-one": who prints the one for the other has altered nothing. Numbers are taken for the same
here only as far as one word goes: "two hundred" stays as it is printed.
"""

import re
from collections.abc import Sequence
from typing import Final

from store.parsing.numbers import ALL_WRITTEN, number_of

_WRITTEN: Final = {
    word: f"{number:g}"
    for word in ("zero", "one", *ALL_WRITTEN)
    if (number := number_of(word)) is not None
}
"""The numbers below a hundred in letters, "twenty-nine" with its hyphen -> in digits."""
_COARSE_WRITTEN: Final = {
    word.replace("-", "").encode(): digits.encode() for word, digits in _WRITTEN.items()
}
_NUMBER: Final = (
    rf"(?:\d+(?:[.,:]\d+)*|{'|'.join(sorted(_WRITTEN, key=len, reverse=True))})(?:-\d+(?:\.\d+)?)?"
)
_OF_HUNDRED: Final = r"(?:\s?%|[\s-]?(?:per[\s-]?cent|pc)(?![^\W_]))"
SHARE: Final = rf"(?<![^\W_]){_NUMBER}{_OF_HUNDRED}"
"""A regular expression for "29%", "29 per cent", "twenty-nine pc"; case to be ignored."""

_SHARE: Final = re.compile(rf"({_NUMBER}){_OF_HUNDRED}", re.IGNORECASE)
_COARSE_OF_HUNDRED: Final = re.compile(rb"(?:(?<=\d) ?pc|\bper ?cent)\b")


def may_tell_shares(text: str) -> bool:
    """Whether a text may have a share; most have none, which is soon seen."""
    return "%" in text or "cent" in text or "pc" in text or "CENT" in text or "PC" in text


def in_one_style(words: Sequence[str]) -> list[str]:
    """Words in lower case with their numbers in digits and their shares with a per cent sign."""
    return [_WRITTEN.get(word, word) for word in words]


def share_in_one_style(word: str) -> str:
    """ "twenty-nine per cent" as "29%"; any other word as it is."""
    match = _SHARE.fullmatch(word)
    if match is None:
        return _WRITTEN.get(word, word)
    return f"{_WRITTEN.get(match.group(1), match.group(1))}%"


def coarse_in_one_style(line: bytes) -> list[bytes]:
    """The words of a line that is told coarsely (see `wording.coarse`): "per cent" left out, for
    that drops the sign as well, and numbers in digits."""
    if b"cent" in line or b"pc" in line:
        line = _COARSE_OF_HUNDRED.sub(b"", line)
    return [_COARSE_WRITTEN.get(word, word) for word in line.split()]
