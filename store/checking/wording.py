"""The words of a text as they are compared: typography aside, hyphens and spelling kept.

Quotation marks, dashes, ligatures, blanks and case differ between a letter and its reprint
without anybody having changed a word; so does the way numbers are printed (see `house_style`). A
hyphen put in or left out is a change, if a small one.
`coarse` leaves hyphens and apostrophes out as well: it is for finding, not for judging.
"""

import re
import unicodedata
from typing import Final, NamedTuple

from store.checking.house_style import (
    SHARE,
    coarse_in_one_style,
    in_one_style,
    may_tell_shares,
    share_in_one_style,
)

_FOLDED: Final = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "—": " ", "―": " ",
        "\u00ad": None, "…": "...",
    }
)  # fmt: skip
_WORD: Final = re.compile(r"(?:\d+(?:[.,:]\d+)+|[^\W_]+(?:['-][^\W_]+)*)%?")
_WORD_OR_SHARE: Final = re.compile(rf"{SHARE}|{_WORD.pattern}", re.IGNORECASE)
_GAP: Final = re.compile(r"\s*(?:\[?\s*(?:…|\.\s?\.\s?\.)\s*\]?)\s*")
_INSERTED: Final = re.compile(r"\[[^\]]{0,80}\]")
_RECASED: Final = re.compile(r"\[(\w{1,2})\](?=\w)")
_COMMON: Final = (("’", "'"), ("‘", "'"), ("–", "-"), ("—", " "), ("\u00ad", ""), ("…", " "),
                  ("“", " "), ("”", " "), ("•", " "), ("\u00a0", " "), ("£", " "))  # fmt: skip
_COARSE: Final = bytes(
    code if chr(code).isalnum() or code == 10 else 32 for code in bytes(range(256)).lower()
)


class Word(NamedTuple):
    """A word as compared, with its span in the text it stands in."""

    folded: str
    start: int
    end: int


class Segment(NamedTuple):
    """A stretch of a quotation between two ellipses."""

    words: tuple[str, ...]
    """As compared."""
    printed: tuple[str, ...]
    inserted: frozenset[int]
    """Before which words the reporter put something in square brackets, for words left out."""


def words_of(text: str) -> list[Word]:
    """The words of a text with their spans, folded for comparison."""
    plain = text.translate(_FOLDED) if text.isascii() else _folded(text)
    if len(plain) != len(text):
        # Something unfolds to more characters: spans would no longer hold in the text itself.
        plain = "".join(_same_length(char) for char in text)
    found = (_WORD_OR_SHARE if may_tell_shares(plain) else _WORD).finditer(plain)
    return [Word(share_in_one_style(m.group().casefold()), m.start(), m.end()) for m in found]


def folded_words(text: str) -> list[str]:
    """The words as compared, without their spans, which costs a third of `words_of`."""
    plain = text.translate(_FOLDED) if text.isascii() else _folded(text)
    plain = plain.casefold()
    if may_tell_shares(plain):
        return [share_in_one_style(word) for word in _WORD_OR_SHARE.findall(plain)]
    return in_one_style(_WORD.findall(plain))


def segments_of(quotation: str) -> list[Segment]:
    """A quotation as runs of words between ellipses.

    What a reporter puts in square brackets stands for words left out; "[T]he" is a word that
    only got another case.
    """
    found = []
    for piece in _GAP.split(_RECASED.sub(r"\1", quotation)):
        words: list[str] = []
        printed: list[str] = []
        inserted: set[int] = set()
        end = 0
        for bracket in [*_INSERTED.finditer(piece), None]:
            part = piece[end : bracket.start() if bracket else len(piece)]
            for word in words_of(part):
                words.append(word.folded)
                printed.append(part[word.start : word.end])
            if bracket:
                inserted.add(len(words))
                end = bracket.end()
        if words:
            within = frozenset(place for place in inserted if 0 < place < len(words))
            found.append(Segment(tuple(words), tuple(printed), within))
    return found


def coarse(text: str) -> bytes:
    """Lower-case letters and digits with blanks between; lines stay apart."""
    if not text.isascii():
        for char, plain in _COMMON:
            text = text.replace(char, plain)
        if not text.isascii():
            text = unicodedata.normalize("NFKD", text)
    return text.encode("ascii", "ignore").translate(_COARSE, b"'-")


def coarse_line(text: str) -> bytes:
    """The same on one line, with one blank between words and numbers printed in one way."""
    return b" ".join(coarse_in_one_style(coarse(text)))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_FOLDED)


def _same_length(char: str) -> str:
    folded = _folded(char)
    return folded if len(folded) == 1 else (" " if not folded.strip() else char)
