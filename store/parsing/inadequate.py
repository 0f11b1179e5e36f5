"""When a council was judged inadequate, as letters and articles look back at it.

The printed month may be that of the publication or of the last days of fieldwork: documents
differ, so it is kept as printed and matched loosely to an inspection later.
"""

import re
from typing import Final

from store.parsing.dates import date_spans, relative_dates
from store.parsing.facts import Facts

_JUDGED: Final = re.compile(
    r"\b(?:judged|found|rated|graded|assessed|declared|deemed)\s+(?:\w+\s+){0,3}?"
    r"['‘\"“]?inadequate['’\"”]?|\blowest (?:possible )?(?:rating|grade|grading)"
    r"|\binadequate['’\"”]? (?:rating|judgement|grading)",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"[.!?]['’\"”]?(?:\s+(?=[A-Z‘“\"'])|$)|\n")
REACH: Final = 70
"""The date stands within this many characters behind the judgement, in the same sentence."""


def read_judged_inadequate(text: str, facts: Facts, council: str, told: str = "") -> None:
    """Keep the month (or year) that the text names most exactly; nothing if it names none."""
    if not council:
        return
    best: tuple[int, str, str] | None = None
    for match in _JUDGED.finditer(text):
        rest = text[match.end() : match.end() + REACH]
        end = _SENTENCE_END.search(rest)
        rest = rest[: end.start()] if end else rest
        spans = [*date_spans(rest), *relative_dates(rest, told)]
        when = spans[0].start[:7] if spans else None
        last = spans[0].end_at if spans else 0
        if when is None and (year := re.search(r"\b(?:in|since) ((?:19|20)\d\d)\b", rest)):
            when, last = year.group(1), year.end()
        if when and (best is None or len(when) > best[0]):
            best = (len(when), when, text[match.start() : match.end() + last])
    if best is not None:
        facts.judged_inadequate[council] = best[1]
        facts.saw("judged_inadequate", best[2])
