"""Where words stand in quotation marks: double or single, typographic or straight, unclosed.

A single mark that closes looks like an apostrophe. One behind a plural's s ("the managers’
work") closes only where no surer mark follows before the next quotation opens.
"""

import re
from bisect import bisect_right
from typing import Final, NamedTuple

_MARKS: Final = re.compile("[\"“”„«»'‘’]")
_ELIDED: Final = re.compile(r"(?:\d0s|tis|twas|til|em|n|cause|bout|round)\b", re.IGNORECASE)
_OPENING_BEFORE: Final = frozenset(" \t\n\u00a0([{—–-/:;,\"“‘'")


class Marked(NamedTuple):
    """The words between two marks, as offsets; `closed` is False if no mark closes them."""

    start: int
    end: int
    closed: bool


def marked(text: str, *, goes_on: bool = False, opens_again: bool = False) -> list[Marked]:
    """The quotations of a paragraph, outermost only.

    Args:
        text: the paragraph.
        goes_on: whether the paragraph before it left a quotation open, so that a closing mark
            may stand here without one that opens.
        opens_again: whether the next paragraph begins with a single mark, so that a quotation
            in single marks may run to the end of this one without a mark that closes.
    """
    scanner = _Scanner(text, goes_on, opens_again)
    for match in _MARKS.finditer(text):
        scanner.meet(match.group(), match.start())
    return scanner.done()


class _Scanner:
    def __init__(self, text: str, goes_on: bool, opens_again: bool) -> None:
        self._text = text
        self._goes_on = goes_on
        self._opens_again = opens_again
        self._found: list[Marked] = []
        self._from: int | None = None
        """Where the open quotation begins."""
        self._single_end: int | None = None
        """Where the open quotation ends, if it is in single marks: that is looked up at once."""
        self._strong, self._weak, self._openers = _singles(text)
        self._openers_in_order = list(self._openers)

    def meet(self, mark: str, at: int) -> None:
        if self._single_end is not None:
            if at >= self._single_end:
                self._close(at)
            return
        if mark in "'‘’":
            if self._from is None:
                self._meet_single(mark, at)
        elif mark in "“„«":
            self._open(at + 1)
        elif mark in "”»":
            self._close(at)
        else:
            self._meet_straight(at)

    def done(self) -> list[Marked]:
        if self._from is not None:
            self._keep(self._from, len(self._text), closed=False)
        return self._found

    def _meet_straight(self, at: int) -> None:
        before, after = self._around(at)
        opens = before in _OPENING_BEFORE and not after.isspace()
        if self._from is None:
            if opens or (before.isspace() and after.isspace()) or _glued(before, after):
                self._open(at + 1)
            elif not after.isalnum():
                self._close(at)
        elif opens and before.isspace() and after.isalnum():
            self._open(at + 1)
        else:
            self._close(at)

    def _meet_single(self, mark: str, at: int) -> None:
        if at not in self._openers:
            if mark in "'’" and self._goes_on and not self._found and _sure(self._text, at):
                self._close(at)
            return
        if self._opens_again and self._runs_on(at):
            self._open(at + 1)
            return
        end = self._end_of_single(at)
        if end is not None:
            self._open(at + 1)
            self._single_end = end
        elif at == 0:
            self._open(1)

    def _runs_on(self, at: int) -> bool:
        """Whether what opens here is speech that no sure mark closes in this paragraph."""
        announced = re.search(r"(?:^|[:,]\s*)$", self._text[:at])
        return announced is not None and _next(self._strong, at) is None

    def _end_of_single(self, at: int) -> int | None:
        strong, weak = _next(self._strong, at), _next(self._weak, at)
        if strong is None or weak is None:
            return weak if strong is None else strong
        if weak < strong:
            opener = _next(self._openers_in_order, at)
            return weak if opener is not None and weak < opener < strong else strong
        return strong

    def _open(self, start: int) -> None:
        if self._from is not None:
            self._keep(self._from, start - 1, closed=False)
        self._from = start

    def _close(self, at: int) -> None:
        if self._from is not None:
            self._keep(self._from, at, closed=True)
        elif self._goes_on and not self._found:
            self._keep(0, at, closed=True)
        self._from = self._single_end = None

    def _keep(self, start: int, end: int, *, closed: bool) -> None:
        """Keep the words without the blanks around them and the reporter's comma behind."""
        words = self._text[start:end]
        start += len(words) - len(words.lstrip())
        words = words.strip().rstrip(",")
        if re.search(r"\w", words):
            self._found.append(Marked(start, start + len(words), closed))

    def _around(self, at: int) -> tuple[str, str]:
        text = self._text
        return text[at - 1] if at else " ", text[at + 1] if at + 1 < len(text) else " "


def _glued(before: str, after: str) -> bool:
    """`said:"We` opens though no blank stands before it."""
    return not before.isalnum() and after.isalnum()


def _next(places: list[int], at: int) -> int | None:
    found = bisect_right(places, at)
    return places[found] if found < len(places) else None


def _sure(text: str, at: int) -> bool:
    """Whether a single mark closes beyond doubt: behind the point that ends a sentence."""
    return at > 0 and text[at - 1] in ".!?," and not text[at + 1 : at + 2].isalnum()


def _singles(text: str) -> tuple[list[int], list[int], dict[int, None]]:
    """The single marks that surely close, that may close, and that may open."""
    strong: list[int] = []
    weak: list[int] = []
    openers: dict[int, None] = {}
    for match in re.finditer("['‘’]", text):
        at = match.start()
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        if before in _OPENING_BEFORE and (after.isalnum() or after in '[(…“"£.'):
            if match.group() == "‘" or not _ELIDED.match(text, at + 1):
                openers[at] = None
        elif match.group() in "'’" and not before.isspace() and not after.isalnum():
            plural = before in "sS" and after == " " and text[at + 2 : at + 3].islower()
            (weak if plural else strong).append(at)
    return strong, weak, openers
