"""Hyphens at the ends of lines: which belong to the word and which only broke it.

In inspection reports nine of ten belong ("multi-agency"), so a hyphen stays unless the
document itself writes the word without one, or its halves are no words at all.
"""

import re
from collections.abc import Iterable

from store.reading.clean import SOFT_HYPHEN

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+)$")
_FIRST = re.compile(r"^([^\W\d_]+)")
_SOFT = re.compile(rf"([^\W\d_]*){SOFT_HYPHEN}\s*([^\W\d_]*)")


class Vocabulary:
    """The words of one document, read when the first doubtful hyphen turns up."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = list(texts)
        self._words: set[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            # A line feed is in no word, so that all texts can be looked through as one.
            whole = "\n".join(text for text in self._texts if SOFT_HYPHEN not in text)
            self._words = set(map(str.lower, set(_WORD.findall(whole))))
        return word.lower() in self._words

    def keeps(self, left: str, right: str) -> bool:
        """Whether `left-right`, broken at a line's end, is written with its hyphen."""
        if not left or not right:
            return True
        if f"{left}-{right}" in self:
            return True
        if left + right in self:
            return False
        return left in self or right in self or len(left) <= 5

    def resolve(self, text: str) -> str:
        """The text with each soft hyphen made a hyphen or taken out."""

        def settle(match: re.Match[str]) -> str:
            left, right = match.group(1), match.group(2)
            return f"{left}-{right}" if self.keeps(left, right) else left + right

        return _SOFT.sub(settle, text)


def glue(text: str, following: str, words: Vocabulary) -> tuple[int, str]:
    """How a line is joined to the next: characters to cut off its end, and what to put between.

    Only the hyphen at the break is settled: (1, "") for "assess-" + "ment".
    """
    if text.endswith("-") and following[:1].isalpha() and (left := _LAST.search(text[-40:-1])):
        right = _FIRST.match(following)
        if right and following[0].islower():
            return (0, "") if words.keeps(left.group(1), right.group(1)) else (1, "")
        return 0, ""
    if text.endswith(("–", "—", "/")) and not text.endswith((" –", " —")):
        return 0, ""
    return 0, " "
