"""How much a reader takes on before it gives up on a file."""

import time

import msgspec

from store.reading.failure import ReadingError


class Limits(msgspec.Struct, frozen=True):
    """Bounds on one file. Ofsted's longest report has 50 pages and 1 MB."""

    bytes: int = 64_000_000
    pages: int = 600
    seconds: float = 15.0
    characters: int = 8_000_000

    @property
    def pieces(self) -> int:
        """How many lines, or tags of a marked-up page, that many characters may be cut into.

        Each costs some hundred bytes of memory, however short it is; real documents have
        about 60 characters to a line and, saved by Word, 10 to a tag.
        """
        return max(1, self.characters // 16)


DEFAULT_LIMITS = Limits()


def refuse_long(text: str, limits: Limits) -> None:
    """Raise `too-large` for a text of too many characters or lines."""
    if len(text) > limits.characters:
        raise ReadingError("too-large", f"more than {limits.characters:,} characters")
    if text.count("\n") > limits.pieces:
        raise ReadingError("too-large", f"more than {limits.pieces:,} lines")


class Stopwatch:
    """Raises `too-slow` once a file has taken longer than its limit allows.

    It is looked at between two pages, parts or paragraphs. What lies between two looks cannot
    be interrupted: one page in PDFium, a Word file in mammoth, a page in lxml or trafilatura.
    Those calls are bounded beforehand instead, by the size of what they are given, where size
    bounds their time; a PDF page made to be slow is the one thing left, and reading is to move
    to worker processes, which can be stopped.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._end = time.monotonic() + limits.seconds

    def left(self) -> float:
        """How many seconds are left, at least a little."""
        return max(0.001, self._end - time.monotonic())

    def check(self) -> None:
        if time.monotonic() > self._end:
            raise self.too_slow()

    def too_slow(self) -> ReadingError:
        return ReadingError("too-slow", f"{self._limits.seconds:g} seconds")
