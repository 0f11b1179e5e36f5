"""The one place where document text becomes `Content`, and so reaches a widget.

Words from a document are hostile: brackets would be read as markup, escape sequences obeyed.
Here they are stripped of control characters and laid into `Content` as plain characters, never
parsed. Styles name theme variables, so the same content serves every colour theme.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from textual.content import Content, Span

from store.model.vocabulary import Polarity
from store.reading.clean import clean, squeeze

SIGNS: Final[dict[str, str]] = {"concern": "−", "strength": "+", "mixed": "±", "neutral": "·"}
"""The sign of each polarity: nothing is told by colour alone."""
COLOURS: Final[dict[str, str]] = {
    "concern": "$concern",
    "strength": "$strength",
    "mixed": "$mixed",
    "neutral": "$quiet",
}
GRADE_COLOURS: Final[dict[str, str]] = {
    "outstanding": "$strength",
    "good": "$strength",
    "requires improvement": "$mixed",
    "adequate": "$mixed",
    "inadequate": "$concern",
}
LONGEST: Final = 20_000
"""Characters of one piece of text that are shown; no real sentence comes near."""

Piece = str | Content | tuple[str, str]


def words(text: str, style: str = "") -> Content:
    """Text from a document, on one line, as plain characters in one style."""
    shown = squeeze(clean(text[: LONGEST + 1]).replace("\n", " "))
    if len(text) > LONGEST:
        shown = f"{shown[:LONGEST]}…"
    return Content.styled(shown, style) if style else Content(shown)


def marked(text: str, cues: Iterable[tuple[int, int]], style: str, base: str = "") -> Content:
    """A document's sentence with some of its spans marked; spans out of range are dropped."""
    safe = clean(text[:LONGEST])
    if safe != text[:LONGEST] or "\n" in safe:
        return words(text, base)  # the offsets no longer hold
    spans = [Span(0, len(safe), base)] if base else []
    spans.extend(
        Span(start, min(end, len(safe)), style)
        for start, end in cues
        if 0 <= start < end and start < len(safe)
    )
    return Content(safe, spans)


def line(*pieces: Piece) -> Content:
    """Pieces of our own words, and content made here, side by side."""
    return Content.assemble(*pieces)


def lines(rows: Sequence[Content]) -> Content:
    """Rows one below the other."""
    return Content("\n").join(rows)


def sign(polarity: Polarity | str) -> Content:
    """A polarity's sign in its colour."""
    return Content.styled(SIGNS.get(polarity, "·"), f"bold {COLOURS.get(polarity, '$quiet')}")


def grade(text: str | None, *, none: str = "not judged", short: str | None = None) -> Content:
    """A grade in its own words, or shorter ones, and its colour."""
    if not text:
        return Content.styled(none, "$quiet")
    return Content.styled(short or text, GRADE_COLOURS.get(text, "$quiet"))


def label(text: str) -> Content:
    """The name of a field."""
    return Content.styled(text, "$quiet")


def fit(content: Content, width: int) -> Content:
    """Cut to so many cells, with an ellipsis where something is left out."""
    return content.truncate(max(1, width), ellipsis=True)


def hanging(head: Content, body: Content, width: int, indent: int) -> list[Content]:
    """`head` and then `body` wrapped beside it, so that its lines stand under each other."""
    wrapped = body.wrap(max(8, width - indent)) or [Content("")]
    first = head.pad_right(max(0, indent - head.cell_length))
    rows = [Content.assemble(first, wrapped[0])]
    rows.extend(Content.assemble(" " * indent, row) for row in wrapped[1:])
    return rows


def joined(names: Sequence[str], between: str = " · ") -> str:
    return between.join(names)
