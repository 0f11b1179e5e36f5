"""What stands above an article's headline: its section, its paper, its date, its place.

A copy of a page or of a cutting may begin with the paper's name, the way to the page, the day,
even the byline. They count as such only where a line that can be a headline follows them.
"""

import re
from collections.abc import Sequence
from typing import Final

from store.parsing.articles.byline import is_head_row

MOST: Final = 6
"""No page has more lines above its headline."""
REACH: Final = 10
"""Within so many lines below the headline the text begins."""
_SECTION: Final = re.compile(
    r"(?:skip to (?:main )?content|home|news|local news|uk(?: news)?|england|politics|education"
    r"|society|children|social care|latest(?: news)?|council|community|breaking(?: news)?|exclusive"
    r"|(?:press|media|news) release|bbc(?: news)?|news\W*education|menu|search|share|back to news"
    r"|(?:home|news)\s*[>›»/].{0,80})",
    re.IGNORECASE,
)
"""The section in which an article stands, or the way to it."""
_KICKER: Final = re.compile(
    r"ofsted(?: inspections?| reports?)?|(?:local )?government|health(?: and social care)?"
    r"|councils?|(?:adult |children.{0,2}s? |child |family )?(?:social (?:services|work)|services"
    r"|protection|safeguarding|fostering|adoption|families|care)"
    r"|[\w’'& ]{0,50}\bnews ?(?:room|desk|centre)",
    re.IGNORECASE,
)
"""A word for the matter, or the name of a council's press office, over the headline."""
_NOTICE: Final = re.compile(
    r"(?:[\w’'&,. -]{0,60}\b)?(?:press|news|media) (?:notice|release|statement|bulletin)\b"
    r"[\s\w/:.,#-]{0,40}|(?:strictly |under )*embargo(?:ed)?\b.{0,80}"
    r"|(?:not )?for (?:immediate )?(?:release|publication)\b.{0,60}",
    re.IGNORECASE,
)
"""What a press office prints over its release."""
_STEP: Final = re.compile(r"\s*[>›»|/→]\s*")
STEPS: Final = 4
"""The words of a step on the way to a page; a headline beside a bar has more."""
_PLACE: Final = re.compile(r"[A-Z][\w'’-]*(?: (?:[A-Z&][\w'’-]*|and|of|on|upon)){0,3}")
_SENTENCE: Final = re.compile(r"[.!?:,;][\"'’”)]*$")


def above_headline(rows: Sequence[str]) -> int:
    """How many of the rows stand above the headline."""
    count = 0
    while count < MOST and count + 1 < len(rows) and _SECTION.fullmatch(rows[count]):
        count += 1
    sections = count = min(count, 4)
    while count < MOST and count + 1 < len(rows):
        row = rows[count]
        named = _KICKER.fullmatch(row) or _NOTICE.fullmatch(row) or _is_trail(row)
        above = _SECTION.fullmatch(row) or named or is_head_row(row)
        if not (above or _is_place(row, count)):
            break
        count += 1
    return count if count > sections and _can_be_headline(rows, count) else sections


def told_above(rows: Sequence[str]) -> list[int]:
    """Which of the rows above a headline tell an author, a day or an outlet."""
    return [i for i, row in enumerate(rows) if not _SECTION.fullmatch(row) and is_head_row(row)]


def _is_trail(row: str) -> bool:
    """The way to a page, a section of the site among its steps: "The Echo > News > Politics"."""
    steps = _STEP.split(row.strip(" >›»|/→"))
    few = len(steps) > 1 and all(0 < len(step.split()) <= STEPS for step in steps)
    return few and any(map(_SECTION.fullmatch, steps))


def _is_place(row: str, above: int) -> bool:
    """A town or a council, which sites print below their own name."""
    return bool(_PLACE.fullmatch(row)) and (above > 0 or row.lower().endswith(" council"))


def _can_be_headline(rows: Sequence[str], index: int) -> bool:
    """Whether the row is a headline and not the text, which must follow it."""
    row = rows[index]
    if len(row.split()) < 3 or len(row) > 150 or _SENTENCE.search(row):
        return False
    below = rows[index + 1 : index + REACH]
    # A cutting breaks its sentences into short lines.
    pairs = zip(["", *below], below, strict=False)
    return any(len(f"{a} {b}".split()) > 9 and _SENTENCE.search(b) for a, b in pairs)
