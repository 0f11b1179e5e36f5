"""The numbers of a sentence, each with the sign that tells what it is; see `shape`.

A number is known by the words directly before and after it, and by the list or range it is in.
"""

import re
from typing import Final, NamedTuple

from store.parsing.numbers import DIGITS, FRACTION, WORDS, number_of, share_of
from store.parsing.times.months import IN_FULL

COUNT, SHARE, WEEKS, TIME, OTHER, EARLIER = "#", "§", "¤", "·", "_", "^"


class Token(NamedTuple):
    """A number as printed."""

    start: int
    end: int
    """With what belongs to it: "41 per cent", "27 weeks"."""
    sign: str
    value: float


_MONTH: Final = rf"(?:{IN_FULL}|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\b)"
_TOKEN: Final = re.compile(
    # The look ahead spares most words the long list of numbers.
    r"\b(?=[\dtfsenohaq])"
    rf"(?:\d{{1,3}}(?: \d{{3}})+(?![\w%,])|{DIGITS}|(?:{FRACTION}|{WORDS})\b)"
)
_AFTER: Final = re.compile(
    rf"""
      (?P<share>\s?(?:%|per\s?cent\b))(?!\s(?:percentage\s)?points?\b)
    | (?P<other>
          (?:st|nd|rd|th)?(?:\sof)?\s{_MONTH} | [a-z+] | [:/]\d | \.\d+\.
        | \s?(?:%|per\s?cent|percentage)?\s?points?\b | \sper\s10+,?0+ | [-\s]miles?\b
        | [-\s]+(?:year|month|week|day)s?[-\s]olds?\b
        | [-\s]plus\b(?!\s(?:children|cases|across|each|per)) | \s?(?:million|billion)\b
        | \stimes\b | \s(?:years|months)\sof\sage
        | (?<=\d)-(?!week|minute|hour|day|month|year|term|night|work|calend|school|full)[a-z]{{3}}
      )
    | (?P<weeks>[-\s](?:working\s|full\s)?weeks?\b)
    | (?P<time>[-\s](?:and\sa\shalf\s)?(?:(?:working|calendar|school|full|consecutive)[-\s])?
        (?:minute|hour|day|month|year|term|night|week)(?:s|ly)?\b)
    """,
    re.VERBOSE,
)
_BEFORE_OTHER: Final = re.compile(
    rf"""(?:
      {_MONTH}\s | [£$€]\s? | \d\. | \b[a-z]+-| \b(?:paragraph|para|page|section|regulation
        |chapter|tier|recommendation|level|grade|stage|phase|article|schedule|annex|appendix
        |table|figure|step|band|part|rule|standard|version|type|gate|room|floor|suite)s?\.?\s
    | \b(?:pp?|no|nos|paras|tel|fax|telephone|phone|ext)\.?:?\s | \baged?\s(?:of\s)?(?:between\s
        |under\s|over\s|from\s)? | \bages\s(?:of\s)?(?:between\s)?
    | \b(?<!last\s)(?<!this\s)(?<!past\s)(?<!previous\s)(?<!first\s)(?:year|quarter)\s
    | \brates?\s(?:of|at|was|is)\s | \bper\s | \d[/:] | \bbirth\sto\s
    | \b(?:leavers|people|children|in\scare|those|adults|who\sare)\s(?:over|under|above|below)\s
    | \bto\s\d\d?\s{_MONTH}\s20\d\d\)?\s
    | \b(?:turn|turns|turned|turning|until|until\s(?:they\s(?:are|reach|turn)|the\sage\sof))\s
    )$""",
    re.VERBOSE,
)
_NUMBERED: Final = re.compile(r"^\W*\d{1,3}(?:\.\d{1,3})*[.)]\s")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_COUNTED: Final = re.compile(r" (?:children|young|cases|referrals|contacts|looked|care)\b")
_FRACTION_GOES_ON: Final = re.compile(
    rf" of\b(?! (?:the )?(?:(?:19|20)\d\d|(?:financial |calendar )?year\b|(?:this|last) year"
    rf"|{_MONTH}))"
    r"| (?:the|all|were|are|was|is|have|had|has|did|do|does|met|not|remain\w*|overdue|late"
    r"|took|take|wait\w*|receiv\w*)\b|[.,;:)]|$| \("
    rf"| (?:and|to|or) (?:over |nearly |almost |about |just under )?(?:{FRACTION})\b"
)
_NO_FRACTION: Final = re.compile(
    r"\b(?:first|second|third|last|next|previous|this|each|every|per|final|other|latter)[- ]$"
)
_LINK: Final = re.compile(r"\s?-\s?|-? (?:to|and|or) |, ?| & ")
RANGE: Final = re.compile(r"\s?-\s?| to ")


def tokens_of(plain: str) -> list[Token]:
    """The numbers of a sentence in lower case, in their order."""
    return _inherited(plain, _by_neighbours(plain))


def _by_neighbours(plain: str) -> list[Token]:
    """Every number with its sign, told by the words directly before and after it."""
    found = []
    numbered = _NUMBERED.match(plain)
    for match in _TOKEN.finditer(plain, numbered.end() if numbered else 0):
        start, end = match.span()
        printed = match.group()
        before = plain[max(0, start - 32) : start]
        value = share_of(printed)
        if value is not None:
            ordinal = before.endswith("and ") and not re.search("[- ]", printed)
            no_share = ordinal or _NO_FRACTION.search(before)
            if _FRACTION_GOES_ON.match(plain, end) and not no_share:
                found.append(Token(start, end, SHARE, value))
            continue
        value = number_of(printed)
        if value is None:
            continue
        after = _AFTER.match(plain, end)
        if after and after.lastgroup == "share":
            found.append(Token(start, after.end(), SHARE, value))
        elif (after and after.lastgroup == "other") or _BEFORE_OTHER.search(before):
            found.append(Token(start, end, OTHER, value))
        elif after:
            sign = WEEKS if after.lastgroup == "weeks" else TIME
            found.append(Token(start, after.end(), sign, value))
        elif _YEAR.fullmatch(printed) and not _COUNTED.match(plain, end):
            found.append(Token(start, end, OTHER, value))
        elif printed.startswith("0") and len(printed) > 1 and "." not in printed:
            found.append(Token(start, end, OTHER, value))  # a telephone number
        else:
            found.append(Token(start, end, COUNT, value))
    return found


def _inherited(plain: str, tokens: list[Token]) -> list[Token]:
    """What stands in a list or range is of one kind: "16- and 17-year-olds", "paragraphs 3, 4"."""
    ends_year = -1  # the token that ends "2015-16"; what follows its comma is a number of its own
    for i in range(1, len(tokens)):  # what comes before: "paragraphs 37, 38", "2015-16"
        one, two = tokens[i - 1], tokens[i]
        between = plain[one.end : two.start]
        near = between in (" ", "/") or _LINK.fullmatch(between)
        if one.sign == OTHER and two.sign == COUNT and near and not _is_year(plain, one, between):
            if ends_year == i - 1 and between.strip() not in ("-", "/"):
                continue
            tokens[i] = two._replace(sign=OTHER)
            if _YEAR.fullmatch(plain[one.start : one.end]):
                ends_year = i
    for i in range(len(tokens) - 2, -1, -1):  # what comes after: "10 to 12 weeks", "8 and 9 May"
        one, two = tokens[i], tokens[i + 1]
        link = plain[one.end : two.start]
        if one.sign == COUNT and two.sign != COUNT and _LINK.fullmatch(link):
            is_range = bool(RANGE.fullmatch(link)) or "between" in plain[one.start - 9 : one.start]
            is_age = two.sign in (OTHER, TIME, WEEKS) and not link.startswith(",")
            if (is_range or is_age) and not _is_year(plain, two, " "):
                tokens[i] = one._replace(sign=two.sign)
    return tokens


def _is_year(plain: str, token: Token, between: str) -> bool:
    """Whether a token is a year; what follows it is its own number unless joined by a dash."""
    joined = between.strip() in ("-", "/")
    return bool(_YEAR.fullmatch(plain[token.start : token.end])) and not joined
