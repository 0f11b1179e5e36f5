"""Papers that speak of inspections but are none of Ofsted's documents, and what reads as news."""

import re
from collections.abc import Sequence
from typing import Final

from store.model.line import Line
from store.parsing.papers.issued_papers import is_of_another_body, marks_of_paper

_PAPER: Final = re.compile(
    r"^(?:agenda\b|agenda item\b|item(?: no\.?)? \d|minutes\b|draft minutes\b|present\s*:"
    r"|in attendance\b|apologies\b|also present|resolved\b|report (?:of|to|by|from)\s*(?:the\b|:)"
    r"|report author|purpose of (?:the )?report|wards? affected|key decision|meeting(?: date)?\s*:"
    r"|decision maker|exempt|contact officer|lead officer|cabinet member\s*:|portfolio holder\s*:"
    r"|date of meeting|subject\s*:|report title|classification\s*:|declarations? of interest"
    r"|public document pack|reference no\.?\b|ref(?:erence)?\s*:|applies to england"
    r"|terms of reference|urn\s*:|unique reference number|registered (?:provider|manager)\b"
    r"|inspected under the social care|type of inspection|inspectors?.{0,3} handbook|guidance$"
    r"|policy paper$|consultation (?:document|response)|statutory guidance|version \d|contents$"
    r"|\d+ children.?s home|freedom of information\b|foi (?:request|ref)|response date\b)",
    re.IGNORECASE,
)
_OF_CARRIER: Final = re.compile(
    r"(?:contents|applies to england)\W*$|(?:subject|classification)\s*:", re.IGNORECASE
)
"""What a site prints over any text of its own, and an e-mail over what it passes on."""
_MEMBERS: Final = (
    r"(?:cabinet|(?:[\w’']+ ){0,3}(?:sub-)?committee|(?:[\w’']+ ){0,2}panel|executive|members"
    r"|full council|council|board)"
)
_NUMBER: Final = r"(?:\(?(?:\d{1,2}|[a-z])[.)]+\s+)?"
_OF_A_MEETING: Final = re.compile(
    r"^(?:agenda\b|item(?: no\.?)? \d|(?:draft )?minutes\b|in attendance\b|apologies\b|resolved\b"
    r"|report (?:of|to|by|from)\s*(?:the\b|:)|report author|purpose of (?:the )?report"
    r"|wards?(?: affected)?\s*:|key decision|decision maker|(?:contact|lead|report) officer"
    r"|cabinet member\s*:|portfolio holder\s*:|date of meeting|meeting(?: date| of)?\b"
    r"|public document pack|declarations? of interest|financial implications|issue - meetings"
    rf"|{_NUMBER}(?:that )?(?:the )?{_MEMBERS} (?:is|are) (?:recommended|asked|requested|invited)"
    rf" to\b|{_NUMBER}that (?:the )?{_MEMBERS}\b)",
    re.IGNORECASE,
)
"""Lines that only a council's paper for a meeting has."""
_MEETING: Final = re.compile(
    r"\b(?:committee|cabinet|sub-committee|scrutiny (?:panel|board)|overview and scrutiny"
    r"|executive board|corporate parenting (?:board|panel)|panel|full council|council meeting)"
    r"\b.{0,40}$",
    re.IGNORECASE,
)
_GUIDANCE: Final = re.compile(
    r"\bthis (?:document|guidance|handbook) (?:sets out|describes|is for|explains)"
    r"|\binspectors?['’]? handbook\b|\bguidance for inspectors\b|\bcommon inspection framework\b"
    r"|\bupdated \d{1,2} \w+ 20\d\d\b.{0,40}\bapplies to\b",
    re.IGNORECASE,
)
_MINUTED: Final = re.compile(
    r"\bminutes of|\bmeeting of the|\bmeeting held|\b(?:it was |be )(?:resolved|noted|agreed)\b"
    r"|\bresolved\s*(?:that|:|[-–])|\bmembers (?:were|noted|asked|received)\b"
    r"|\b(?:asked|recommended|invited) to (?:note|consider|approve|receive)\b"
    r"|\bthe (?:committee|panel|board|chair) (?:noted|asked|thanked|received|resolved)\b",
    re.IGNORECASE,
)
ATTRIBUTED: Final = re.compile(
    r"[,.?!][”’\"'] (?:\w+ ){0,4}(?:said|says|added|adds|told|states?|stated|wrote|writes)\b"
    r"|\b(?:said|says|added|adds|told [^.]{2,40}|states?|stated|wrote)\s*[:,]?\s*[“‘\"']",
    re.IGNORECASE,
)
"""Words in quotation marks with a verb of saying beside them."""
_SUBJECT: Final = re.compile(
    r"\b(?:ofsted|inspectors|watchdog)\b.*\b(?:children|council)|\bchildren.?s services\b",
    re.IGNORECASE | re.DOTALL,
)
NEWS_LINES: Final = 60
PAPER_LINES: Final = 40
"""A paper tells within so many lines what it is."""


def is_other_paper(rows: Sequence[str], addressed: bool = False) -> bool:
    """Whether the first lines are those of a council's paper, of guidance or of a home's report.

    Args:
        rows: the first lines.
        addressed: whether a salutation is among them: sites and e-mails print above a letter what
            they print above anything.
    """
    shown = [row for row in rows[:PAPER_LINES] if not (addressed and _OF_CARRIER.match(row))]
    marks = sum(bool(_PAPER.match(row)) for row in shown)
    head = " ".join(rows[:PAPER_LINES])
    marks += 2 * bool(_GUIDANCE.search(head))
    marks += bool(_MINUTED.search(head))
    marks += any(len(row) < 70 and _MEETING.search(row) for row in rows[:4])
    return marks + marks_of_paper(rows) >= 2 or is_of_another_body(rows)


def is_meeting_paper(rows: Sequence[str]) -> bool:
    """Whether the first lines are those of an agenda, a report to members, or minutes."""
    marks = sum(bool(_OF_A_MEETING.match(row.strip())) for row in rows)
    return marks + any(len(row) < 70 and _MEETING.search(row) for row in rows[:4]) >= 2


def reads_like_news(lines: Sequence[Line]) -> bool:
    """Whether a text without byline and date is an article: prose, speech, someone quoted."""
    rows = [line.text for line in lines[:NEWS_LINES]]
    if is_other_paper(rows):
        return False
    text = "\n".join(rows)
    prose = sum(len(row.split()) > 9 for row in rows)
    return prose >= 2 and bool(ATTRIBUTED.search(text)) and bool(_SUBJECT.search(text))
