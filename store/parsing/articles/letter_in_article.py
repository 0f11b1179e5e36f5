"""Whether a letter of Ofsted's stands within an article, which reports of it above or below.

A site prints its name, its path and a day above a letter, an e-mail a note; a paper prints a
headline, who wrote it, and prose of its own, and hears the council and others on the letter.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from store.model.line import Line
from store.parsing.articles.above_headline import above_headline
from store.parsing.articles.byline import HEAD_LINES, head_of
from store.parsing.letters.salutation import DEAR, is_prose, salutation
from store.parsing.papers.other_papers import ATTRIBUTED

_CLOSES: Final = re.compile(r"yours (?:sincerely|faithfully|truly)\b", re.IGNORECASE)
_OF_MAIL: Final = re.compile(r"(?:from|to|sent|subject|cc|bcc|reply-to)\s*:", re.IGNORECASE)
_UPDATED: Final = re.compile(r"\b(?:updated|modified|reviewed)\b", re.IGNORECASE)


def paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """The paragraphs that the lines make up, by the space between them."""
    rows: list[str] = []
    for line in lines:
        if line.gap and rows:
            yield " ".join(rows)
            rows = []
        rows.append(line.text)
    if rows:
        yield " ".join(rows)


def is_reported(lines: Sequence[Line]) -> bool:
    """Whether the letter that the lines print is part of an article."""
    dear, _ = salutation(lines)
    if dear is None:
        return False
    above = lines[:dear]
    rows = [line.text for line in above]
    if any(_OF_MAIL.match(row) or DEAR.match(row) for row in rows):
        return False  # an e-mail passes the letter on, or a letter encloses it
    told = [text for text in paragraphs(above) if is_prose(text)]
    heard = any(ATTRIBUTED.search(text) for text in (*told, *_below(lines[dear:])))
    if heard and told:
        return True
    first = above_headline(rows)
    head = head_of(rows[first:], HEAD_LINES)
    if head.byline or (head.author and head.published):
        return bool(told) or heard
    shown = head.evidence.get("published", "")
    dated = head.dated and len(rows[first].split()) > 2 and not _UPDATED.search(shown)
    return dated and (heard or len(told) > 1)


def _below(letter: Sequence[Line]) -> list[str]:
    """The prose below the letter's closing words and its signature."""
    ends = next((i for i, line in enumerate(letter) if _CLOSES.match(line.text)), None)
    if ends is None:
        return []
    return [text for text in paragraphs(letter[ends + 1 :]) if is_prose(text)]
