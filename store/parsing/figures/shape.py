"""A sentence with its numbers taken out, so that what says a measure can be told by its words.

"In 2018, 41 per cent of staff had over sixteen cases" has the shape "in _, § of staff had over #
cases". Each number stands as one sign that tells what it is:

    #  a count, or a range of counts          §  a share: per cent, "a third", "one in six"
    ¤  weeks                                  ·  another length of time
    ^  an earlier value: of "from 22 to 18.5" the 22
    _  no figure: dates, years, ages, telephone numbers, paragraphs, money, miles, rates

Everything that is not a figure of the council's work is thus dropped in one place.
"""

import re
from typing import Final, NamedTuple

from store.model.document import Bound
from store.parsing.figures.tokens import (
    COUNT,
    EARLIER,
    OTHER,
    RANGE,
    SHARE,
    TIME,
    WEEKS,
    Token,
    tokens_of,
)
from store.parsing.numbers import ALL_WRITTEN, share_of

__all__ = ["COUNT", "EARLIER", "SHARE", "WEEKS", "Number", "Shape", "shape_of"]


class Number(NamedTuple):
    """A number: `value`, or a range from `low` to `high`."""

    value: float | None
    low: float | None = None
    high: float | None = None
    words: str | None = None
    """How a share is printed that is not in per cent: "a third"."""
    bound: Bound | None = None


class Shape(NamedTuple):
    """The sentence in lower case with a sign for each number, and the numbers by their place."""

    text: str
    numbers: dict[int, Number]


_PLAIN: Final = str.maketrans(
    {"’": "'", "‘": "'", "–": "-", "—": "-", "−": "-", "‑": "-", "\u00a0": " ", "\u2009": " "}
    | dict.fromkeys("#§¤·^_", " ")
    | dict.fromkeys('“”"')  # "held “in excess of 50”" reads as if nobody were quoted
)
_PARAGRAPH: Final = re.compile(
    r"\W*(?:\d{1,3}(?:\.\d{1,3})+\.?\s+(?=[A-Z][a-z])|\d{1,3}\s+(?=[A-Z][a-z][^:.;]{0,60}: ))"
)
"""The number of a paragraph, which is no amount: "4.3 Vacancies: 22%"."""
LOOSELY: Final = 10.0
"""How far a share in words may be from the same share in per cent."""
_MUCH: Final = 3
"""No range by which something changed is so wide."""
_DIGIT: Final = re.compile(r"\d")
_WRITTEN: Final = frozenset(
    opened + word + closed
    for word in ALL_WRITTEN
    for opened in ("", "(")
    for closed in ("", ",", ".", ";", ":", ")")
)
_IN_EVERY: Final = re.compile(r"(?: in| out of)(?: every| the)? ")
_FROM_TO: Final = re.compile(
    r"(?<!ranging )(?<!vary )(?<!range )(?<!ranges )(?<!ranged )(?<!varying )"
    r"(\bfrom (?:[^#§¤·;,.]{0,50} )?)([#§¤])([^#§¤;]{0,60}?,? to (?:[\w-]+ ){0,4}?)(?=([#§¤]))"
)
_EXACTLY: Final = re.compile(r"§[^#§¤·;.]{1,60}?\((§)(?=[),;])")
_RANGING: Final = re.compile(r"\b(?:rang|var)\w+ from $")

_BOUND: Final = re.compile(
    r"\b(?:(over|more than|in excess of|above|exceed(?:s|ed|ing)?|higher than|greater than"
    r"|upwards of)"
    r"|(under|below|less than|fewer than|lower than)"
    r"|(nearly|almost|not quite)"
    r"|(at least|no fewer than|no less than|a minimum of)"
    r"|(about|around|approximately|roughly))(?: an?| the)? $"
)
_BOUNDS: Final[tuple[Bound | None, ...]] = (None, "over", "under", "nearly", "at least", "about")
_OR_MORE: Final = re.compile(r" or (?:more|above|over|higher)\b")


def _may_count(lowered: str) -> bool:
    """Whether a sentence may have a number: most sentences end here, so it is kept cheap."""
    return _DIGIT.search(lowered) is not None or not _WRITTEN.isdisjoint(lowered.split())


def shape_of(text: str) -> Shape | None:
    """The shape of a sentence; None if it has no number (most have none: told cheaply)."""
    lowered = text.lower()
    if not _may_count(lowered):
        return None
    if paragraph := _PARAGRAPH.match(text):
        lowered = text[paragraph.end() :].lower()
    plain = lowered.translate(_PLAIN)
    tokens = _joined(plain, tokens_of(plain))
    pieces: list[str] = []
    numbers: dict[int, Number] = {}
    done = length = 0
    for start, end, sign, number in tokens:
        pieces.append(plain[done:start])
        length += start - done
        if number is not None:
            numbers[length] = number
        pieces.append(sign)
        length += 1
        done = end
    pieces.append(plain[done:])
    if not numbers:
        return None
    shape = "".join(pieces)
    if "from " in shape:
        shape = _FROM_TO.sub(_mark_earlier, shape)
    for match in _EXACTLY.finditer(shape):
        _tell_exactly(numbers, match.start(), match.start(1))
    return Shape(shape, numbers)


def _tell_exactly(numbers: dict[int, Number], rounded: int, exact: int) -> None:
    """Puts the share that a bracket tells exactly for that in words: "just over half of them
    (51%)"."""
    one, two = numbers[rounded], numbers[exact]
    if one.words is None or two.words is not None or one.value is None or two.value is None:
        return
    if abs(one.value - two.value) < LOOSELY:
        numbers[rounded] = two


def _mark_earlier(match: re.Match[str]) -> str:
    """Puts the sign of an earlier value for the first of two numbers of a kind."""
    start, sign, between, other = match.groups()
    return f"{start}{EARLIER if sign == other else sign}{between}"


def _joined(plain: str, tokens: list[Token]) -> list[tuple[int, int, str, Number | None]]:
    """Ranges and "one in six" made one; a lone "one" is no number but a word."""
    joined: list[tuple[int, int, str, Number | None]] = []
    skip = False
    for i, token in enumerate(tokens):
        if skip:
            skip = False
            continue
        if i + 1 < len(tokens) and token.sign != OTHER:
            pair = _pair(plain, token, tokens[i + 1])
            if pair is not None:
                joined.append(pair)
                skip = True
                continue
        if token.sign == COUNT and plain[token.start : token.end] in ("one", "zero"):
            continue
        number = None
        if token.sign in (COUNT, SHARE, WEEKS):
            words, bound = _words(plain, token), _bound(plain, token.start, token.end)
            number = Number(token.value, words=words, bound=bound)
        joined.append((token.start, token.end, token.sign, number))
    return joined


def _pair(plain: str, one: Token, two: Token) -> tuple[int, int, str, Number | None] | None:
    """Two tokens that are one number, if they are."""
    link = plain[one.end : two.start]
    if one.sign == two.sign == COUNT and _IN_EVERY.fullmatch(link) and one.value < two.value <= 10:
        value, printed = round(100 * one.value / two.value, 1), plain[one.start : two.end]
        bound = _bound(plain, one.start, two.end)
        return one.start, two.end, SHARE, Number(value, words=printed, bound=bound)
    if one.sign != two.sign or one.value >= two.value:
        return None
    before = plain[max(0, one.start - 24) : one.start]
    if before.endswith("from ") and not _RANGING.search(before):
        return None
    if before.endswith(" by ") and two.value > _MUCH * one.value:
        return None  # "rose by 14 to 63"
    is_range = RANGE.fullmatch(link) or (link == " and " and before.endswith("between "))
    if is_range or (link == " or " and two.value == one.value + 1):
        if one.sign == TIME:
            return one.start, two.end, one.sign, None
        ends = [_words(plain, token) for token in (one, two)]
        words = plain[one.start : two.end].replace(" and ", " to ") if any(ends) else None
        return one.start, two.end, one.sign, Number(None, one.value, two.value, words)
    return None


def _words(plain: str, token: Token) -> str | None:
    """The words of a share that stands in words, "two-thirds"; None for what is in per cent."""
    printed = plain[token.start : token.end]
    return printed.replace("-", " ") if token.sign == SHARE and share_of(printed) else None


def _bound(plain: str, start: int, end: int) -> Bound | None:
    """Whether a number is told to be more or less than it says, or only about that."""
    if _OR_MORE.match(plain, end):
        return "at least"
    match = _BOUND.search(plain, max(0, start - 24), start)
    return _BOUNDS[match.lastindex or 0] if match else None
