"""How the press tells that inspectors came: as a visit with a name, or by what they did.

Each way has its own small pattern; `MENTION` is any of them. Its groups say which it was:
`kind` and `noun` of a visit called by its name, `joint` of a joint inspection, `verb`, `loose`,
`passive` and `after` of what was done, `again`, `row` and `bare` of a visit of no kind.
"""

import re
from typing import Final

from store.model.visit import ORDINAL, ordinal_from_words
from store.model.vocabulary import VisitKind
from store.parsing.months import DASH, DAY, MONTH, WEEKDAY, YEAR
from store.parsing.numbers import NUMBER, number_of

TEAM: Final = r"(?:inspectors?|ofsted|watchdog|regulator|inspectorate|inspection team)"
"""Who comes."""
_DATE: Final = (
    rf"(?:(?:(?:{WEEKDAY})?{DAY}(?:\s?{DASH}\s?{DAY})?|(?-i:{MONTH})|{YEAR}|and|to|&|{DASH}),?\s+)"
    r"{1,8}?"
)
"""Before a noun: "their February 5 and 6 visit"."""
_LENGTH: Final = r"(?:\w+|\d)-(?:day|week)"

_NAMED: Final = (
    rf"\b(?:(?P<ordinal>{ORDINAL})[,\s]+)?(?:(?:ofsted|such|quarterly|latest|and most recent)\s+)*"
    r"(?P<kind>monitoring|focuss?ed|assurance)\s+(?P<noun>visits?|inspections?|reports?|letters?)\b"
)
_JOINT: Final = r"\b(?P<joint>joint targeted area inspection|JTAI)\b(?! (?:programme|framework)s?\b)"
_ROW: Final = (
    rf"\b(?P<which>last|final|latest|most recent) of (?:the |its |their )?(?P<row>{NUMBER})\s+"
    r"(?:(?:such|ofsted|(?P<rowkind>monitoring|focuss?ed|assurance))\s+)*visits\b"
)
"""The last of six is the sixth."""
_CAME: Final = (
    rf"\b{TEAM}(?:\s+from\s+(?:the\s+)?\w+(?:\s+watchdog)?)?,?"
    r"\s+(?:\w+\s+){0,2}?(?:(?P<verb>visited|returned to|revisited)"
    r"|(?P<loose>returned|went (?:back|in\b)|(?:came|was|were|been) back|(?:were|been) (?:in|at)"
    r"|came(?! (?:away|across|up|under|out|after|from|(?:down|to) (?:\w+ ){0,3}?(?:conclusions?"
    r"|views?|verdicts?|decisions?|understand)\b))"
    r"|arrived|spent|called (?:at|in)\b|descended|sent (?:in )?(?:(?:a|its|their|the|in|\w+) ){1,2}"
    r"(?:\w+ )?(?:team|inspectors))\b)"
)
_WHEN_THEY_CAME: Final = (
    r"\b(?:when|while|since) they (?:(?:last|again|then|first) )?(?P<then>visited|revisited"
    r"|returned|came(?: back)?|were (?:in|at|there|back))\b"
)
_PASSIVE: Final = (
    r"\b(?:was|were|been|being) (?:last |again |also |then )?(?P<passive>visited) (?:again )?by"
    r" (?:the )?(?:\w+ )?(?:inspectors?|ofsted|watchdog)\b"
)
_AFTER: Final = (
    r"\b(?:after|on|since|having)\s+"
    r"(?P<after>visit(?:ing|ed)|revisit(?:ing|ed)|return(?:ing|ed)(?: to)?|(?:going|gone) back(?: to)?)"
    r"(?=\s+(?:the (?:council|authority|city|county|borough)\b|(?-i:[A-Z])"
    rf"|(?:again |back )?(?:on|in|for|over|during|from|between|last|earlier)\b[^.;]*,\s[^,.;]*{TEAM}))"
)
_AGAIN: Final = (
    rf"(?:\b(?:the|its|their|a|this|ofsted.s)|['’]s?)\s+(?P<again>{ORDINAL})"
    r"(?:\s+(?:(?:ofsted|such)\s+){0,2}visit\b|(?=,?\s+on \d))"
)
_BARE: Final = (
    r"(?:\b(?:latest|most recent|recent|previous|last|this|the|a|an|its|their)"
    rf"|\b(?:{TEAM}|day|week|month|(?-i:{MONTH}))(?:['’]s?))"
    rf"\s+(?:{_DATE})?(?:(?:ofsted|inspection|{_LENGTH}|brief|short|return|follow-up|on-site|remote"
    r"|recent|latest|unannounced|progress)\s+){0,3}(?P<bare>visit)\b"
)
MENTION: Final = re.compile(
    "|".join(
        (_NAMED, _JOINT, _ROW, _CAME, _WHEN_THEY_CAME, _PASSIVE, _AFTER, _AGAIN, _BARE)
    ),
    re.IGNORECASE,
)
BY_VERB: Final = ("verb", "loose", "then", "passive", "after")
"""The groups of what inspectors did."""

_KINDS: Final[dict[str, VisitKind]] = {
    "monitoring": "monitoring-visit",
    "focused": "focused-visit",
    "focussed": "focused-visit",
    "assurance": "assurance-visit",
}


def kind_of_mention(match: re.Match[str]) -> VisitKind | None:
    """The kind of visit that a mention names; None where it says only "visit"."""
    if match.group("joint"):
        return "jtai"
    named = match.group("kind") or match.group("rowkind")
    return _KINDS[named.lower()] if named else None


def number_in_mention(match: re.Match[str]) -> int | None:
    """The number that is part of a mention: "sixth monitoring visit", "the last of six"."""
    if match.group("row"):
        return int(number_of(match.group("row").lower()) or 0) or None
    return ordinal_from_words(match.group("ordinal") or "")


def kind_named(text: str) -> VisitKind | None:
    """The kind of the first visit that the text mentions with its kind."""
    return next(filter(None, map(kind_of_mention, MENTION.finditer(text))), None)
