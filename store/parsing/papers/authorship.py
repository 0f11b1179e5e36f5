"""Whose a document of no known kind is: Ofsted's, the council's or another's.

A council's reply to Ofsted, the papers of its meetings and its own posts are the council's; a
review of a safeguarding board or a direction of a department is another's. What tells nothing of
its author does not speak as Ofsted: only what Ofsted issued does.
"""

import re
from collections.abc import Sequence
from typing import Final

from store.model.vocabulary import Voice
from store.parsing.councils import register
from store.parsing.papers.other_papers import is_meeting_paper

HEAD: Final = 40
"""Lines in which a paper says what it is."""
TITLE: Final = 12
SIGNED: Final = 6
"""Lines below the closing words of a letter in which its writer is named."""

_LETTERHEAD: Final = re.compile(
    r"\bwww\.(?:reports\.)?ofsted\.gov|\benquiries@ofsted\b", re.IGNORECASE
)
ROW: Final = 8
"""Words of a line that names somebody or an office."""
_TO_PAPER: Final = re.compile(
    r"\s*(?:dear (?:sir|madam|editor)\b|(?:a )?letters? to the editor\b|readers?.{0,2} letters?\b)",
    re.IGNORECASE,
)
"""A reader's letter to a newspaper."""
_SENTENCE: Final = re.compile(r"[.!?:;,][\"'’”)]*\s*$")
_DEAR: Final = re.compile(r"\s*dear\b", re.IGNORECASE)
_YOURS: Final = re.compile(
    r"\s*(?:yours (?:sincerely|faithfully|truly)|kind regards)", re.IGNORECASE
)
_OFSTED: Final = re.compile(
    r"ofsted\.gov\.uk|\bunique reference number\b|\binspection (?:dates?|report)\b|\blead inspector"
    r"|^inspection of\b|\bthis letter (?:\w+ ){0,2}(?:summarises|follows|sets out|outlines)\b"
    r"|\boffice for standards in education\b|^ofsted$|\bconducted a joint inspection\b"
    r"|\bchief inspector.{0,3} annual report\b|\binspected under the social care\b",
    re.IGNORECASE | re.MULTILINE,
)
_OF_OFSTEDS: Final = re.compile(
    r"\s*(?:headline findings|areas? covered by (?:the|this) visit"
    r"|findings and evaluation of progress|what needs to improve\b.{0,60}"
    r"|areas? for priority action"
    r"|the (?:impact of leaders|experiences and progress of)\b.{0,120}"
    r"|information about this (?:inspection|local authority).{0,40}|priority and immediate action"
    r"|this local authority (?:has|requires|is)\b.{0,60}because:?)\s*",
    re.IGNORECASE,
)
"""Headings that nobody else has, in what is copied from a letter or a report without its head."""
_INSPECTOR: Final = re.compile(
    r"\bHMI\b|\binspectors?\b|\bofsted\b|\b(?:regional|national) director\b|\bmajesty",
    re.IGNORECASE,
)
_COUNCILLOR: Final = re.compile(
    r"\bdirector\b|\bchief executive\b|\b(?:deputy )?leader\b|\bcabinet\b|\bcouncil(?:lor)?\b"
    r"|\bcllr\b|\b(?:lead|executive) member\b|\bportfolio holder\b|\bmayor\b|\bhead of\b",
    re.IGNORECASE,
)
_STATE: Final = re.compile(
    r"\bminister\b|\bsecretary of state\b|\bdepartment\b|\bMP\b|\bcommissioner\b"
    r"|\bindependent chair|\bsafeguarding (?:children )?(?:board|partnership)\b",
    re.IGNORECASE,
)
_ANOTHERS: Final = re.compile(
    r"\bserious case review\b|\b(?:local )?child safeguarding practice review\b"
    r"|^department for education$|\bindependent (?:author|reviewer)\b|\boverview report\b"
    # A heading of Ofsted's may end so too: "Inspection findings: the Local Safeguarding ..."
    r"|^(?!.*\b(?:inspection|findings?|effectiveness|judge?ments?)\b).*\bsafeguarding"
    r" children.{0,3} (?:board|partnership)$",
    re.IGNORECASE | re.MULTILINE,
)
_OWN_PLAN: Final = re.compile(
    r"\bself-(?:evaluation|assessment)\b|\b(?:improvement|action) plan\b|\bcouncil.{0,2} response\b"
    r"|\bresponse to (?:the )?(?:ofsted|inspection|your)\b"
    r"|\b(?:performance|quarterly) (?:report|scorecard|dashboard)\b",
    re.IGNORECASE,
)
_YOUR_LETTER: Final = re.compile(
    r"\b(?:thank you for|in (?:reply|response) to|response to|receipt of) your\b"
    r"(?:\s\w+){0,4}\s(?:letter|report|visit|findings)\b",
    re.IGNORECASE,
)
_POST: Final = re.compile(r"@\w*(?:council|borough|[a-z]CC|MBC|DC)\b", re.IGNORECASE)
_COPIED: Final = re.compile(r"\s*(?:cc\b|c\.c\.|copied? to\b)", re.IGNORECASE)
_LETTER: Final = re.compile(
    r"\bthis letter (?:\w+ ){0,2}(?:summarises|sets out|outlines|contains)\b.{0,40}"
    r"\b(?:findings?|visit|inspection)\b",
    re.IGNORECASE,
)
_APPENDIX: Final = re.compile(r"\s*(?:appendix|annex) \w", re.IGNORECASE)


def author_of(rows: Sequence[str]) -> Voice | None:
    """In whose voice a document of no known kind speaks; None where it does not tell.

    Args:
        rows: its lines.
    """
    head = rows[:HEAD]
    if is_meeting_paper(head):
        return "council"
    if any(_LETTERHEAD.search(row) for row in rows[:TITLE]):
        return "ofsted"
    if any(_DEAR.match(row) for row in head):
        return _writer(rows)
    title = "\n".join(row.strip() for row in rows[:TITLE])
    if _ANOTHERS.search(title):
        return "other"
    if _OFSTED.search("\n".join(row.strip() for row in head)):
        return "ofsted"
    ours = any(_OWN_PLAN.search(row) or _is_letterhead(row) for row in rows[:4])
    if ours or (rows and _POST.search(rows[0])):
        return "council"
    return "ofsted" if any(_OF_OFSTEDS.fullmatch(row) for row in rows) else None


def is_reply(rows: Sequence[str]) -> bool:
    """Whether a letter is a council's to Ofsted: it thanks for Ofsted's, and the council signs."""
    return any(_YOUR_LETTER.search(row) for row in rows) and _writer(rows) == "council"


def enclosed(paragraphs: Sequence[str]) -> list[int]:
    """The paragraphs of Ofsted's own letter where another's paper prints it.

    Without its closing words it is taken to reach the next appendix, or the end. For articles
    see `store.parsing.articles.reprinted`.
    """
    found: list[int] = []
    begun: int | None = None
    for place, text in enumerate(paragraphs):
        if begun is None:
            begun = place if _LETTER.search(text[:400]) else None
        elif _YOURS.match(text) or _APPENDIX.match(text):
            found.extend(range(begun, place))
            begun = None
    if begun is not None:
        found.extend(range(begun, len(paragraphs)))
    return found


def _writer(rows: Sequence[str]) -> Voice | None:
    """Whose a letter is, by who signs it; else Ofsted's, if what it says of itself tells so."""
    ends = [index for index, row in enumerate(rows) if _YOURS.match(row)]
    below = rows[ends[0] : ends[0] + 1 + SIGNED] if ends else _last(rows)
    signed = "\n".join(row for row in below if not _COPIED.match(row))
    if _INSPECTOR.search(signed):
        return "ofsted"
    if _STATE.search(signed):
        return "other"
    if _COUNCILLOR.search(signed):
        return "council"
    if any(_TO_PAPER.match(row) for row in rows[:HEAD]):
        return "other"
    shown = "\n".join(row.strip() for row in (*rows[:HEAD], *rows[HEAD:][-SIGNED:]))
    ours = _OFSTED.search(shown) or any(_OF_OFSTEDS.fullmatch(row) for row in rows)
    return "ofsted" if ours else None


def _last(rows: Sequence[str]) -> Sequence[str]:
    """The short rows below the last sentence: a name and an office that no closing words lead."""
    start = len(rows)
    while start and len(rows) - start < SIGNED and not _SENTENCE.search(rows[start - 1]):
        start -= 1
    named = rows[start:]
    return named if all(len(row.split()) <= ROW for row in named) else ()


def _is_letterhead(row: str) -> bool:
    """Whether a line is a council's full name and nothing more."""
    named = register().named(row.strip())
    return named is not None and bool(re.search(r"\b(?:council|borough of)\b", row, re.IGNORECASE))
