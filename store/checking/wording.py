"""The words of a text as they are compared: typography aside, hyphens and spelling kept.

Quotation marks, dashes, ligatures, blanks and case differ between a letter and its reprint
without anybody having changed a word. A hyphen put in or left out is a change, if a small one.
"""

import re
import unicodedata
from typing import Final, NamedTuple

_FOLDED: Final = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "―": "-",
        "\u00ad": None, "…": "...",
    }
)  # fmt: skip
_WORD: Final = re.compile(r"[^\W_]+(?:['.,/&-][^\W_]+)*%?")
_GAP: Final = re.compile(r"\s*(?:\[?\s*(?:…|\.\s?\.\s?\.)\s*\]?)\s*")
_INSERTED: Final = re.compile(r"\[[^\]]{0,80}\]")


class Word(NamedTuple):
    """A word as compared, with its span in the text it stands in."""

    folded: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The words of a text with their spans, folded for comparison."""
    plain = text.translate(_FOLDED) if text.isascii() else _folded(text)
    if len(plain) != len(text):
        # Something unfolds to more characters: spans would no longer hold in the text itself.
        plain = "".join(_same_length(char) for char in text)
    return [Word(m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(plain)]


def segments_of(quotation: str) -> list[list[Word | None]]:
    """A quotation as runs of words between ellipses; None stands for a bracketed insertion.

    What a reporter puts in square brackets stands for words left out, however many.
    """
    found: list[list[Word | None]] = []
    for piece in _GAP.split(quotation):
        run: list[Word | None] = []
        end = 0
        for inserted in _INSERTED.finditer(piece):
            run.extend(words_of(piece[end : inserted.start()]))
            run.append(None)
            end = inserted.end()
        run.extend(words_of(piece[end:]))
        while run and run[0] is None:
            run.pop(0)
        while run and run[-1] is None:
            run.pop()
        if run:
            found.append(run)
    return found


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_FOLDED)


def _same_length(char: str) -> str:
    folded = _folded(char)
    return folded if len(folded) == 1 else char
