"""When Ofsted was there before, told from the day of writing: "three years ago", "in March"."""

import re
from typing import Final

from store.parsing.numbers import NUMBER
from store.parsing.times.months import MONTH
from store.parsing.times.times_past import FAR, number_told
from store.parsing.times.told_dates import relative_dates

INSPECTORS: Final = r"(?:ofsted|inspectors|we|the (?:watchdog|inspectorate|regulator))"
EVENT: Final = (
    r"(?:inspection(?: reports?)?|inspections|(?:monitoring|focused|assurance|ofsted|inspectors'"
    r"|joint) visits?|ofsted(?:'s)? reports?|(?:our|ofsted's|inspectors') (?:\w+ )?letters?)"
)
"""What Ofsted's being there is called, and what it wrote of it."""
_AGO: Final = re.compile(
    r"\b(?:(?:about|around|some|more than|almost|over|nearly) )?"
    rf"(?P<many>{NUMBER}|a|an|several|a few) (?P<unit>years?|months?) ago\b",
    re.IGNORECASE,
)
_DONE_AGO: Final = re.compile(
    rf"\bago,? {INSPECTORS}\b"
    rf"|(?:{INSPECTORS} (?:last )?(?:inspected|visited|found|said|told|warned|reported|identified"
    r"|saw|rated|judged|graded)|\b(?:inspected|rated|judged|graded))\b[^.;]{0,90}\bago\b",
    re.IGNORECASE,
)
_MONTH_TOLD: Final = re.compile(
    rf"^(?:back )?(?P<leads>(?:in|last) {MONTH}|last year),? {INSPECTORS}\b"
    rf"|(?:\b{EVENT}|\b(?:rated|judged|graded|inspected)\b|\b{INSPECTORS} (?:last )?visited\b)"
    rf"(?:[^.,;]{{0,40}}?\b(?P<behind>(?:in|last) {MONTH}|last year)\b"
    rf"|,\s(?P<between>(?:in|last) {MONTH}|last year)(?=,))"
    rf"|\b{INSPECTORS} (?:had )?(?:been )?\w{{2,}}(?:[dtw]|ote)"
    rf" (?P<told>(?:in|last) {MONTH}|last year)(?=,| that\b)",
    re.IGNORECASE,
)
"""A month or year that only the document's own date makes whole, said of an inspection."""


def years_ago(text: str, written: str) -> str | None:
    """The year of "three years ago inspectors found"; None if nothing of Ofsted's is that old.

    Args:
        text: a sentence.
        written: the ISO date of its document.

    Returns:
        The year; an empty string where the number is vague or counts months.
    """
    ago = _AGO.search(text) if _DONE_AGO.search(text) else None
    if ago is None:
        return None
    years = number_told(ago.group("many"))
    if not years or years > FAR or not written or ago.group("unit").lower().startswith("month"):
        return ""
    return str(int(written[:4]) - int(years))


def without_ago(text: str) -> str:
    """The sentence without "three years ago"."""
    return _AGO.sub(" ", text)


def month_told(text: str, written: str) -> str | None:
    """ "In March inspectors said", "rated good last year": the month or year; None without one."""
    match = _MONTH_TOLD.search(text)
    said = next(filter(None, match.groups())) if match else ""
    spans = relative_dates(said, written)
    return spans[0].start if spans else None
