"""Where a letter's head stands: a letter may lie inside an e-mail, on a web page, below a note.

The head is what stands above "Dear ...": the letter's own date and the addressee. An e-mail
that passes the letter on has a salutation and a date too, and so has the page that shows it.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from store.model.line import Line
from store.parsing.letters.letterhead import OWN_ADDRESS
from store.parsing.times.dates import date_spans

HEAD_LINES: Final = 60
TITLE_REACH: Final = 25
HEAD_OF_MAIL: Final = 8
"""Lines within which the head of an e-mail has its subject."""
PROSE: Final = 9
"""A paragraph of more words than this that ends like a sentence is the text of somebody."""
DEAR: Final = re.compile(r"dear\s+(?P<name>[^,]{1,80}?)[,:]?\s*$", re.IGNORECASE)
TITLE: Final = re.compile(
    r"\b(?:monitoring visit|focuss?ed visit|assurance visit|joint targeted area inspection"
    r"|visit (?:to|of)\b.{3,60}children.?s services|inspection of\b)",
    re.IGNORECASE,
)
OPENS: Final = re.compile(
    r"(?:this letter\b|I am writing\b|I write\b|following (?:our|the)\b)", re.IGNORECASE
)
_CLOSES: Final = re.compile(r"yours (?:sincerely|faithfully|truly)\b", re.IGNORECASE)
_OF_MAIL: Final = re.compile(r"(?:sent|received)\s*(?:on\s*)?:", re.IGNORECASE)
_MAIL_DATE: Final = re.compile(r"date\s*:", re.IGNORECASE)
_MAIL_HEADER: Final = re.compile(r"(?:from|subject|cc|bcc|reply-to)\s*:", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[.!?:][\"'’”)]*$")
_SUBJECT: Final = re.compile(
    r"subject\s*:\s*(?:(?:re|fwd?)\s*:\s*)*(?P<subject>\S.*)", re.IGNORECASE
)
_OF_PAGE: Final = re.compile(
    r"(?:(?:this )?page )?(?:was )?(?:last |first |date )?"
    r"(?:updated|modified|reviewed|published|posted|uploaded|added)\b",
    re.IGNORECASE,
)


class OwnDate(NamedTuple):
    """The letter's date, on which line it stands, and what a web copy joined to it."""

    line: int
    day: str
    joined: str | None


def salutation(lines: Sequence[Line]) -> tuple[int | None, int]:
    """The line "Dear ..." of the letter, and where its head begins.

    Of several it is the last that a letter's title or opening follows, before that letter ends.
    """
    found: int | None = None
    start = above = 0
    for index, line in enumerate(lines[:HEAD_LINES]):
        if DEAR.match(line.text):
            if found is None or _is_opened(lines, index):
                found, start = index, above
            above = index + 1
        elif found is not None and _CLOSES.match(line.text) and _is_opened(lines, found):
            break
    return found, start


def _is_opened(lines: Sequence[Line], dear: int) -> bool:
    for line in lines[dear + 1 : dear + 1 + TITLE_REACH]:
        if DEAR.match(line.text):
            return False
        if OPENS.match(line.text) or is_title(line.text):
            return True
    return False


def is_prose(paragraph: str) -> bool:
    """Whether a paragraph is running text, and no row of an address, a heading or a date."""
    words = len(paragraph.split()) > PROSE and not OWN_ADDRESS.search(paragraph)
    return words and bool(_SENTENCE.search(paragraph))


def is_title(text: str) -> bool:
    """Whether a line is a title; the first line of a wrapped opening names the visit as well."""
    short = len(text) <= 170 and not text.rstrip().endswith(".")
    return short and bool(TITLE.search(text)) and not OPENS.match(text)


def own_date(lines: Sequence[Line], start: int, end: int) -> OwnDate | None:
    """The letter's own date: of the lines from `start` to `end` the first that is a date.

    The date of an e-mail is none; that of a web page counts where the letter prints no other.
    A date that running text follows is that text's, which some paper or page prints above.
    """
    texts = [index for index in range(start, min(end, len(lines))) if _is_prose(lines, index)]
    start = max([start, *texts[-1:]])
    joined: OwnDate | None = None
    shown: OwnDate | None = None
    vague: OwnDate | None = None
    for index in range(start, min(end, len(lines))):
        text = lines[index].text
        spans = date_spans(text)
        if not spans or spans[0].start != spans[0].end or _is_of_mail(lines, index):
            continue
        day, before, after = spans[0].start, text[: spans[0].at], text[spans[0].end_at :]
        if _OF_PAGE.match(text):
            if len(before) + len(after) <= 16:
                shown = shown or OwnDate(index, day, None)
            continue
        if len(before) + len(after) <= 16:
            if len(day) == len("2020-02-14"):
                return OwnDate(index, day, None)
            vague = vague or OwnDate(index, day, None)  # a web page's heading: "Letter, March 2023"
            continue
        own = not before.strip() or len(before) <= 16 or OWN_ADDRESS.search(before)
        if joined is None and len(day) == 10 and own and re.match(r"\W*(?:[A-Z]|$)", after):
            joined = OwnDate(index, day, after.strip(" ,"))
    return joined or vague or shown


def subject_of_mail(rows: Sequence[str]) -> str | None:
    """The subject of an e-mail that the rows begin with, without "FW:" and "RE:"."""
    if not rows or not (_MAIL_HEADER.match(rows[0]) or _OF_MAIL.match(rows[0])):
        return None
    found = next((match for row in rows if (match := _SUBJECT.match(row))), None)
    return found.group("subject") if found else None


def _is_prose(lines: Sequence[Line], index: int) -> bool:
    """Whether a paragraph begins here that is running text, as none is in a letter's head."""
    if index and not lines[index].gap:
        return False
    end = index + 1
    while end < len(lines) and not lines[end].gap:
        end += 1
    return is_prose(" ".join(line.text for line in lines[index:end]))


def _is_of_mail(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is the date of an e-mail's head: "Sent: ...", "Date: ..." below "From:"."""
    text = lines[index].text
    if _OF_MAIL.match(text):
        return True
    beside = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 3])
    return bool(_MAIL_DATE.match(text)) and any(_MAIL_HEADER.match(line.text) for line in beside)
