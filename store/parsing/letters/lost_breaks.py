"""Letters of which a copy made one paragraph: headings, bullets and signature stand in the text."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from store.model.line import Line

JOINED: Final = 900
"""No paragraph of a letter is longer, in characters, unless it was several."""

_HEADING: Final = re.compile(
    r"(?:(?<=[.!?:;”’)]\s)|^)(?P<heading>Areas? covered by (?:the|this) visit|Headline findings"
    r"|(?:Main )?[Ff]indings(?: and evaluation of progress)?|Overview|Next steps"
    r"|(?:Key )?[Ss]trengths|What needs to improve(?: in this area of social work practice)?\??"
    r"|Areas? for (?:improvement|development|priority action))\s+(?=[A-Z0-9•■▪●◼])"
)
_CLOSE: Final = re.compile(r"(?<=[.!?]\s)(?=Yours (?:sincerely|faithfully|truly)\b)")
_BULLET: Final = re.compile(r"\s+(?=[•■▪●◼]\s)")
_POINT_ENDS: Final = re.compile(r"(?<=[.;!?])\s+(?=[A-Z])")


def with_breaks(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, with those taken apart that hold several paragraphs of a letter."""
    if not any(len(line.text) > JOINED for line in lines):
        return lines
    return [part for line in lines for part in _apart(line)]


def _apart(line: Line) -> Iterator[Line]:
    text = line.text
    if len(text) <= JOINED or line.role not in ("", "paragraph"):
        yield line
        return
    parts = [part for piece in _CLOSE.split(text) for part in _under_headings(piece)]
    if len(parts) == 1:
        yield line
        return
    for part in parts:
        yield msgspec.structs.replace(line, text=part, gap=True)


def _under_headings(text: str) -> Iterator[str]:
    last = 0
    for match in _HEADING.finditer(text):
        yield from _points(text[last : match.start()].strip())
        yield match.group("heading")
        last = match.end()
    yield from _points(text[last:].strip())


def _points(text: str) -> Iterator[str]:
    """The points of a list within the text; the last of them ends with its first sentence."""
    *parts, last = _BULLET.split(text)
    yield from parts
    if parts:
        point, *after = _POINT_ENDS.split(last, maxsplit=1)
        yield point
        yield from after
    elif last:
        yield last
