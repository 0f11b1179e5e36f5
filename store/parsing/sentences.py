"""Splits a paragraph into sentences; every character of the paragraph keeps its place.

Rules that mattered on inspection reports: closing quotes and brackets belong to the sentence
on their left; abbreviations and initials end nothing; a full stop without a blank after it ends
a sentence if a capitalised word follows ("needed.The"); a footnote digit may stand behind it,
but a digit behind a digit is a decimal ("18.1 Amber") unless a year ends the sentence.
"""

import re
from collections.abc import Iterator
from typing import Final

_CLOSERS: Final = "\"'’”)\\]»"
_OPENERS: Final = "\"'‘“(\\[«"

_REFERENCE: Final = re.compile(
    r"\(?(?:see )?(?:pages?|paragraphs?|paras?\.?|pp?\.) ?\d", re.IGNORECASE
)
"""Where the same document says more of it: "(page 22, paragraph 79)"."""

LONGEST: Final = 4000
"""What has more characters is no sentence but a wall of them, and not searched for facts."""

# A candidate for an end: the mark, what closes with it, and what follows.
_END = re.compile(
    rf"(?<![.!?])(?P<mark>[.!?]++|…)(?P<close>[{_CLOSERS}]*+)(?P<note>\d{{1,2}}(?=\s+[A-Z]))?"
    rf"(?:(?P<space>\s+)|(?=[A-Z‘“][a-z’]))(?=[{_OPENERS}£]*(?P<next>\w))"
)
_ABBREVIATIONS: Final = frozenset(
    "mr mrs ms miss dr prof rev st nos para paras vs e.g i.e etc cf approx dept est fig figs "
    "govt hon inc jr ltd mt sr vol pp ed eds viz al s ss reg regs art".split()
)
_MAYBE_ABBREVIATIONS: Final = frozenset({"no", "p", "m", "ch", "sec"})
"""Abbreviations only where a digit follows: "No. 3" but "said no. They"."""
_YEAR_BEFORE: Final = re.compile(r"(?<![\w.,/£$€-])(?:19|20)\d\d$")
"""Behind a year a digit is a footnote's: "in May 2019.3 The board"."""
_WORD_BEFORE = re.compile(r"([A-Za-z](?:[A-Za-z.]{0,14}[A-Za-z])?)$")
_STARTERS: Final = frozenset(
    "the this these those they their there in on at for from however while when where although "
    "a an as it its he she his her we our you all some most many few no not one two children "
    "inspectors leaders managers social staff young senior since following by with after before "
    "if although despite because once".split()
)


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, without the blanks around it."""
    start = 0
    for match in _END.finditer(text):
        if not _ends(text, match):
            continue
        end = match.end("close")
        if end > start:
            yield start, end
        start = match.end()
    stop = len(text.rstrip())
    if stop > start:
        yield start, stop


def split_sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [text[start:end] for start, end in sentence_spans(text)]


def _ends(text: str, match: re.Match[str]) -> bool:
    following = match.group("next")
    if not (following.isupper() or following.isdigit() or match.group("close")):
        return False
    if match.group("mark") in ("…", "...") and not following.isupper():
        return False
    if following.isdigit() and not match.group("space"):
        return False
    if match.group("mark") != ".":
        # A question or exclamation inside quotation marks goes on in lower case.
        return following.isupper() or following.isdigit()
    if match.group("close"):
        return not following.islower()
    if _refers(text, match.end(), match.start()):
        return False
    if match.group("note") and text[match.start() - 1 : match.start()].isdigit():
        return _YEAR_BEFORE.search(text, max(0, match.start() - 5), match.start()) is not None
    before = _WORD_BEFORE.search(text, max(0, match.start() - 16), match.start())
    if before is None:
        # "12. The": a number that stands alone at the start is no sentence.
        start = text[: match.start()] if match.start() < 12 else ""
        return not start.strip().rstrip(".").isdigit()
    word = before.group(1)
    lowered = word.lower()
    if lowered in _MAYBE_ABBREVIATIONS:
        return not (following.isdigit() or (match.group("note") and word[0].isupper()))
    if lowered in _ABBREVIATIONS:
        return False
    if len(word) == 1 and word.isupper():
        return _next_word(text, match.end()).lower() in _STARTERS
    return True


def _refers(text: str, after: int, before: int) -> bool:
    """Whether what follows is a reference in brackets, which belongs to the sentence before it.

    Some reports put full stops between such references: "(Page 14, paragraph 43. Page 22 …)".
    """
    if not _REFERENCE.match(text, after):
        return False
    start = max(0, before - 200)
    return text[after] == "(" or text.rfind("(", start, before) > text.rfind(")", start, before)


def _next_word(text: str, start: int) -> str:
    match = re.compile(r"\W*(\w+)").match(text, start)
    return match.group(1) if match else ""
