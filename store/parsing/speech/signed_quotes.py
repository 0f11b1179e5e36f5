"""Words that a page sets apart and under which stands who says them, with or without marks.

"It is better. – Jo Bell, Ofsted", or the name in a line of its own.
"""

import re
from collections.abc import Sequence
from typing import Final

from store.parsing.speech.quote_marks import Marked

_NAME: Final = r"[A-Z][\w’'.*-]*(?:\s+(?:of|for|the|and|[A-Z][\w’'.*-]*)){0,5}"
_WHO: Final = rf"{_NAME}(?:\s*[,(|]\s*[^.!?:;“”\"]{{2,90}})?"
_SIGNED_HERE: Final = re.compile(rf"(?:\s*[–—―]+\s*|\s-\s+)(?P<who>{_WHO})\.?\s*$")
_SIGNATURE: Final = re.compile(rf"\s*[–—―-]*\s*(?P<who>{_WHO})\s*")
PARAGRAPHS: Final = 6
"""In so many, set apart together, the name of who says them is looked for."""
_SHORT: Final = 120
"""Characters of a line that only names somebody."""
_ENDS: Final = re.compile(r"[.!?…][\"”’']?\s*$")


def signed_mark(texts: Sequence[str], place: int, set_apart: frozenset[int]) -> Marked | None:
    """The words of a paragraph that is set apart and signed, here or in the next line."""
    text = texts[place]
    if place not in set_apart or not text.strip():
        return None
    here = _SIGNED_HERE.search(text, max(0, len(text) - 2 * _SHORT))
    if here and re.search(r"\w", text[: here.start()]):
        return Marked(0, here.start(), closed=True)
    if _ENDS.search(text) and signature_below(texts, place, set_apart) is not None:
        return Marked(0, len(text.rstrip()), closed=True)
    return None


def signature_below(texts: Sequence[str], place: int, set_apart: frozenset[int]) -> int | None:
    """The line, below what is set apart together, that names who says it."""
    for below in range(place + 1, min(place + PARAGRAPHS, len(texts))):
        if below not in set_apart or below - 1 not in set_apart:
            return None
        if len(texts[below]) <= _SHORT and _SIGNATURE.fullmatch(texts[below]):
            return below
        if not _ENDS.search(texts[below]):
            return None
    return None


def name_signed(text: str) -> str | None:
    """The name with which a signature begins: "– Jo Bell, of Wexmoor" -> "Jo Bell"."""
    name = re.match(rf"[\W_]*({_NAME})", text)
    return name.group(1) if name else None
