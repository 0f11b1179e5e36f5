"""Which number a sentence of an article gives a visit: "its fifth", ", the third since ...".

Ofsted counts its visits from a judgement of inadequate on; what others count from another
event ("the first since the new director came") is no number of a visit.
"""

import re
from typing import Final, NamedTuple

from store.model.visit import ORDINAL, ordinal_from_words
from store.parsing.numbers import NUMBER, number_of

COUNTED: Final = re.compile(r"\b(?:since|monitor\w*|quarterly|(?:in|of) a series)\b", re.IGNORECASE)
"""Words that say from what on, or in what row, a visit is counted."""
_OTHER_COUNT: Final = (
    r"(?!(?:the |its |a )?(?:\w+ ){0,3}(?:pandemic|lockdown|covid|coronavirus|director|chief|leader"
    r"|trust|appointed|appointment|took|joined|start(?:ed)?)\b)"
)
_OWNER: Final = r"(?:the|its|their|his|ofsted['’]s|the \w+(?: \w+)?['’]s?|[A-Z][\w-]+['’]s?)"
_SINCE: Final = rf"(?:since {_OTHER_COUNT}|(?:in|of) (?:a|the|its) (?:\w+ )?(?:series|round)\b)"
_SET_BEHIND: Final = re.compile(
    # ", the third since", "- their fifth check on the authority since", "– the council's fifth –"
    rf"(?:[,(]|\s[-–—])\s*(?:and )?{_OWNER}\s+(?P<since>{ORDINAL})"
    rf"\s+(?:[\w’'-]+\s+){{0,6}}?{_SINCE}"
    rf"|\s[-–—]\s*{_OWNER}\s+(?P<dashed>{ORDINAL})(?:\s+(?:such|so far))?\s*[-–—]"
    rf"|,\s*(?!the\s+(?:{ORDINAL})\b){_OWNER}\s+(?P<set>{ORDINAL})(?:\s+(?:such|so far))?"
    r"\s*(?:[,.;]|$)",
    re.IGNORECASE,
)
_DATED: Final = r"(?:\s*\([^()]{3,50}\)|,?\s+(?:on|in|of|from|between|last|this)\s[^,.;]{2,50}?)"
_APPOSED: Final = re.compile(
    # "visit, the seventh, looked at", "visit on 14-15 January, the second of its kind"
    rf"{_DATED}?(?:,|\s[-–—]|\s\()\s*(?:and )?{_OWNER}\s+(?P<seventh>{ORDINAL})"
    r"(?:\s+(?:such|so far|to date|of (?:its|this|the) kind|of them))?\s*(?:[,.)–—]|-\s|$)",
    re.IGNORECASE,
)
_SAID_OF_IT: Final = re.compile(
    # "The visit was the fifth of ...", right behind the word "visit" or behind its date in
    # brackets; "visit in May was its fifth".
    rf"(?:\s*\([^()]{{3,50}}\))?\s*,?\s+(?:which )?(?:was|is|marks|marked)\s+{_OWNER}\s+"
    rf"(?P<said>{ORDINAL})\b"
    rf"|(?:[^,.;]{{0,30}},\s+[^,.;]{{3,60}},)?[^,.;]{{0,60}}?\s(?:was|is)\s+{_OWNER}\s+"
    rf"(?P<further>{ORDINAL})"
    rf"(?=\s+(?:{_SINCE}|such|monitoring|visit|so far|to date|of its kind)|[,.;]|$)"
    rf"|[^,.;]{{0,60}}?\s(?:was|is)\s+(?!the\s+(?:{ORDINAL})\b){_OWNER}\s+(?P<its>{ORDINAL})"
    r"\s+(?:to|at|in|since)\b",
    re.IGNORECASE,
)
_POINTS_BACK: Final = re.compile(
    rf"(?:it|this|that|the (?:latest )?visit) (?:was|is|marks|marked|represents) {_OWNER}"
    rf" (?P<it>{ORDINAL})(?: (?:such|ofsted|monitoring|follow-up|quarterly|of its kind))*"
    rf"(?: (?:visit|check|trip|return|appearance)\b| {_SINCE})",
    re.IGNORECASE,
)
TIME_THEY_CAME: Final = re.compile(
    rf"(?:it|this|that|[^.,;]{{0,30}}\bvisit) (?:was|is|marks|marked) {_OWNER} (?P<time>{ORDINAL})"
    r" time (?:that )?(?:(?:ofsted |its )?inspectors|they|ofsted|the (?:watchdog|inspectorate"
    r"|regulator)) (?:(?:have|has|had) )?(?:returned|visited|revisited|checked"
    r"|(?:been|come|gone|went|came|were) (?:back|in|there))\b",
    re.IGNORECASE,
)
""" "It is the sixth time inspectors have returned": a number of its own, with who came."""
_SINCE_JUDGED: Final = (
    rf"since {_OTHER_COUNT}(?:(?:the|its|their|that|ofsted['’]s)\s+)?"
    r"(?:[‘'\"“]?[\w-]+[’'\"”]?,?\s+){0,4}?"
    r"(?:rat(?:ed|ing)|judge?ment|judged|grad(?:e|ed|ing)|inspection|report|verdict|branded)\b"
    r"(?:\s+[‘'\"“]?inadequate[’'\"”]?)?(?:\s+(?:rating|judge?ment|verdict))?"
)
_FOR_THE_TIME: Final = re.compile(
    # "for the fourth time since the rating"; "for the second time this year" counts from a year
    rf",?\s*\bfor (?:the|a|what was the) (?P<times>{ORDINAL}) time\b"
    r"(?! (?:in (?:\w+ )?(?:a|an|\d+|as|under|less|the|\w+ (?:years|months))|this|over|within"
    rf"|during|last)\b)(?: (?P<from>{_SINCE_JUDGED}))?",
    re.IGNORECASE,
)
_TIMES: Final = re.compile(
    # "have been there five times since the judgement"
    rf"\b(?:(?P<many>{NUMBER}) times|(?P<twice>twice))(?= since {_OTHER_COUNT})"
    rf"(?: {_SINCE_JUDGED})?",
    re.IGNORECASE,
)
_JUDGEMENT: Final = re.compile(
    r"\b(?:judge?ment|judged|rat(?:ed|ing)|grad(?:ed|ing|e)|inadequate|inspect\w*|verdict"
    r"|branded|slapped|downgraded|damning)\b",
    re.IGNORECASE,
)
"""What a first visit is counted from; "the first since October" only says how long ago one was."""
_GRADED_SO_OFTEN: Final = re.compile(
    r"\b(?:judged|rated|graded|found|deemed|branded|slapped|downgraded|inadequate|outstanding|good"
    r"|failed|praised|criticised)\b[^,;.]*$",
    re.IGNORECASE,
)
"""Before "for the second time": it was rated so often, not visited."""
_REACH: Final = 140
"""How far behind a mention its number may be set."""


class TimeTheyCame(NamedTuple):
    """ "Inspectors came for the second time since the judgement": the number, and the rest."""

    number: int
    without: str
    """The sentence with blanks in the place of these words, as long as before."""


def time_they_came(sentence: str) -> TimeTheyCame | None:
    """The number of a visit told as the time that inspectors came; None where none is."""
    if " time" not in sentence and "twice" not in sentence:
        return None
    found = _FOR_THE_TIME.search(sentence)
    if found is not None:
        number = ordinal_from_words(found.group("times"))
        if number == 1 and not found.group("from"):
            return None
    else:
        found = _TIMES.search(sentence)
        if found is None:
            return None
        number = 2 if found.group("twice") else int(number_of(found.group("many")) or 0)
    if not number or _GRADED_SO_OFTEN.search(sentence, 0, found.start()):
        return None
    blanks = " " * (found.end() - found.start())
    return TimeTheyCame(number, f"{sentence[: found.start()]}{blanks}{sentence[found.end() :]}")


def number_behind(text: str, start: int, end: int) -> int | None:
    """The number set behind the mention of a visit that ends at `start`, before `end`."""
    found = _SAID_OF_IT.match(text, start, end) or _APPOSED.match(text, start, end)
    found = found or _SET_BEHIND.search(text, start, min(end, start + _REACH))
    return _number(found) if found else None


def number_of_it(sentence: str) -> int | None:
    """ "It was their second visit": the number given to the visit last told of."""
    found = _POINTS_BACK.match(sentence) or TIME_THEY_CAME.match(sentence)
    return _number(found) if found else None


def _number(found: re.Match[str]) -> int | None:
    number = ordinal_from_words(next(filter(None, found.groups())))
    after = re.split(r"[,;–—]", found.string[found.end() : found.end() + 90])[0]
    return None if number == 1 and not _JUDGEMENT.search(after) else number
