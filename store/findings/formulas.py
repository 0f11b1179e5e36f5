"""Phrases that find nothing: set ones of inspection letters, and bare references to a page.

Ofsted's letters of every year use them (its templates, not one council's words). Words such as
"inadequate" or "progress" in them say nothing on the visit they open.
"""

import re
from typing import Final

_INSPECTORS: Final = r"(?:(?:her|his) majesty[’']s )?inspectors?"
_CIRCUMSTANCES: Final = re.compile(
    rf"""(?:
        (?:(?:this|it|the\svisit|this\svisit)\s(?:was|is)\s(?:the|your|our)\s(?:\w+\s){{1,3}}?visit\s
            (?:to\s[\w\s’']{{3,60}}\s)?(?:since|after|following)\b)
      | (?:th(?:e|is)\s(?:\w+\s)?visit\swas\scarried\sout\s(?:by|on|over|under)\b)
      | (?:(?:the|{_INSPECTORS}\sfor\sthis\svisit\s)?\s?{_INSPECTORS}\s(?:were|was)\s(?-i:[A-Z]))
      | (?:(?:during\sthe\svisit,?\s)?(?:the\svisit|we|inspectors)\s(?:also\s)?considered
            \sa\s(?:wide\s)?range\sof\sevidence\b)
      | (?:a\s(?:wide\s)?range\sof\sevidence\swas\sconsidered\b)
      | (?:(?:this|the)\sletter\s(?:summarises|sets\sout|contains)\s(?:the|our)\sfindings\b)
      | (?:i\sam\s(?:writing|copying|grateful|sending)\b)
      | (?:(?:this|the)\sletter\swill\sbe\s(?:published|copied|sent)\b)
      | (?:(?:i\swould\slike\sto\s)?thank\syou\sfor\b)
      | (?:(?:i|we)\s(?:would\s(?:also\s)?like\sto|wish\sto|want\sto)\sthank\b)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_FOCUS: Final = re.compile(
    rf"""(?:(?:during\s(?:the\scourse\sof\s)?(?:this|the)\svisit,?\s)?
        (?:{_INSPECTORS}|we|the\svisit|this\svisit)\s(?:also\s)?
        (?:(?:reviewed|evaluated)\s(?:the\s)?progress\s(?:made\s)?in\s(?:the\s)?(?:following\s)?
            (?:areas?|relation)\b
          |(?:focus(?:s)?ed|concentrated)\son\b
          |(?:looked|will\slook)\s(?:in\sparticular\s)?at\s(?:the\s)?
            (?:quality|arrangements|timeliness|effectiveness|impact|response|experiences|following)\b)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_PAPERS: Final = re.compile(
    r"""(?:
        (?:dear\s(?-i:[A-Z])[^.:;!?]{0,60}$)
      | (?:yours\s(?:sincerely|faithfully|truly)\W*$)
      | (?:(?:report\s(?:to|of|by|from|author|title)|(?:lead|contact|responsible)\sofficers?
            |cabinet\smember|portfolio\sholder|wards?(?:\saffected)?|date(?:\sof\s\w+)?|subject|owner
            |authors?|present|apologies(?:\sfor\sabsence)?|in\sattendance|also\spresent|venue|meeting
            |classification|tel(?:ephone|\.)?|e-?mail|chair)\s?:)
      | (?:(?:it\swas\s)?resolved\b[^a-z]{0,4}(?:that\b)?.{0,60}\b(?:note[sd]?|noting|receiv\w+)\b)
      | (?:agenda\sitem\b.{0,40}$)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""The heads and set phrases of a council's papers: who reports to whom, and what was noted."""
_JUDGES: Final = re.compile(
    r"\b(?:found|find|saw|seen|however|but|although|while|shows?|ensur\w+|improv\w+|weak\w*"
    r"|poor\w*|strong\w*|effective(?!ness)|good|better|too|not|remains?)\b",
    re.IGNORECASE,
)
"""A sentence that begins as a formula and goes on to judge is no formula."""

_REFERENCE_WORDS: Final = frozenset(
    "see also and to page pages paragraph paragraphs para paras p pp section sections annex"
    " recommendation recommendations".split()
)
_NAMES_A_PLACE: Final = re.compile(r"\b(?:pages?|para(?:graph)?s?|pp?|sections?|annex)\b", re.I)


def is_reference(text: str) -> bool:
    """Whether a text only says where something stands: "Page 22, paragraph 79)."."""
    if len(text) > 120 or not _NAMES_A_PLACE.search(text):
        return False
    words = re.findall(r"[^\W\d_]+", text.lower())
    return any(char.isdigit() for char in text) and _REFERENCE_WORDS.issuperset(words)


def is_formula(text: str) -> bool:
    """Whether a sentence only tells who visited, when, on what evidence or what was looked at.

    Or where to read on, or whom a letter or a council's paper is from and for.
    """
    if is_reference(text):
        return True
    if _CIRCUMSTANCES.match(text) or _OF_PAPERS.match(text):
        return not _JUDGES.search(text)
    return bool(_FOCUS.match(text)) and not _JUDGES.search(text)
