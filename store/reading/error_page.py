"""Tells the page with which a web site says that it has not got what was asked for."""

import re
from collections.abc import Sequence
from typing import Final

from store.model.line import Line
from store.reading.failure import ReadingError

LONGEST: Final = 400
"""An error page says little: one of more words is taken for a document whatever its title."""
CURT: Final = 120
"""A page of fewer words that is named .pdf is none of the documents that are."""

_THING = r"(?:page|report|document|file|content|resource|url|article|item|publication|site|address)"
_NOT_FOUND = (
    r"(?:not found|(?:was|could|can|is|does)(?: ?not|n?['’]t) (?:be )?(?:found|exist|available"
    r"|displayed)|cannot be (?:found|displayed|reached)|no longer (?:exists?|available|here)"
    r"|(?:is )?unavailable|has (?:been )?(?:moved|removed|expired)|is missing)"
)
_WORDS: Final = re.compile(
    rf"\b{_THING}s?\b[^.?!]{{0,60}}\b{_NOT_FOUND}\b"
    rf"|\b(?:can|could)(?:not|n?['’]t) find (?:the|that|this|your|a|what)\b"
    rf"|^\W*{_NOT_FOUND}\W*$"
    r"|^\W*(?:error\W*)?[45]\d\d\b(?:$|\W*(?:error|not found|forbidden|unauthori[sz]ed|bad"
    r"|service|gateway|internal|gone|file|page|access|request|[|:–-]))"
    r"|\b(?:http|server|application|runtime|system|proxy|gateway|network|dns) error\b"
    r"|^\W*(?:an? )?error(?: occurred| has occurred| page| \d+)?\W*$|\berror (?:code )?[45]\d\d\b"
    r"|\b(?:access|permission) (?:is |was )?denied\b|^\W*forbidden\W*$|\b403 forbidden\b"
    r"|\bservice (?:temporarily )?unavailable\b|\b(?:bad gateway|gateway time-?out)\b"
    r"|\bjust a moment\b|\battention required\b|\bchecking (?:your|if the) (?:browser|site)\b"
    r"|\brequest (?:rejected|blocked|unsuccessful)\b|\bare you a (?:human|robot)\b"
    r"|\b(?:down|closed) for maintenance\b|\bsite maintenance\b|\bsession (?:has )?expired\b"
    r"|\bsomething (?:went|has gone) wrong\b|\bproblem with (?:the|this) (?:service|page|server)\b"
    r"|^\W*(?:sign|log) ?in(?: to (?:continue|your account))?\W*$|\benable javascript\b",
    re.IGNORECASE,
)


def refuse_error_page(title: str | None, lines: Sequence[Line], name: str) -> None:
    """Raise if the page says that something went wrong, or is next to nothing and named .pdf.

    Raises:
        ReadingError: `not-a-pdf` or `not-a-document`.
    """
    words = sum(line.text.count(" ") + 1 for line in lines)
    if words > LONGEST:
        return
    named_pdf = name.lower().endswith(".pdf")
    heads = [title or "", *[line.text for line in lines if line.role == "heading"][:2]]
    if words <= CURT:
        # So short a page may have its say in its first paragraph.
        heads += [line.text for line in lines[:3] if len(line.text) < 200]
    if not any(map(_WORDS.search, heads)) and not (named_pdf and words <= CURT):
        return
    shown = f" (“{title[:80]}”)" if title else ""
    raise ReadingError("not-a-pdf" if named_pdf else "not-a-document", shown)
