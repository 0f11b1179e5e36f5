"""How the press tells that inspectors came: as a visit with a name, or by what they did.

Each way has its own small pattern; `MENTION` is any of them. Its groups say which it was:
`kind` and `noun` of a visit called by its name, `joint` of a joint inspection, `verb`, `loose`,
`passive` and `after` of what was done, `again`, `row` and `bare` of a visit of no kind.
"""

import re
from typing import Final

from store.model.visit import ORDINAL, ordinal_from_words
from store.model.vocabulary import VisitKind
from store.parsing.numbers import NUMBER, number_of
from store.parsing.times.months import DASH, DAY, MONTH, WEEKDAY, YEAR

TEAM: Final = (
    r"(?:inspectors?|(?:ofsted|watchdog|regulator|inspectorate)"
    r"(?:['’]s (?:\w+ )?(?:team|inspectors|officials))?|inspection team)"
)
"""Who comes."""
_DATE: Final = (
    rf"(?:(?:(?:{WEEKDAY})?{DAY}(?:\s?{DASH}\s?{DAY})?|(?-i:{MONTH})|{YEAR}|and|to|&|{DASH}),?\s+)"
    r"{1,8}?"
)
"""Before a noun: "their February 5 and 6 visit"."""
_LENGTH: Final = r"(?:\w+|\d)-(?:day|week)"

_NAMED: Final = (
    rf"\b(?:(?P<ordinal>{ORDINAL})[,\s]+)?(?:(?:ofsted|such|quarterly|latest"
    r"|and (?:most recent|latest|last|final))\s+)*"
    r"(?P<kind>monitoring|focuss?ed|assurance)\s+(?P<noun>visits?|inspections?|reports?|letters?)\b"
)
_JOINT: Final = (
    r"\b(?P<joint>joint targeted area inspection|JTAI)\b(?! (?:programme|framework)s?\b)"
)
_OF_A_ROW: Final = r"(?:(?:such|ofsted|(?P<rowkind>monitoring|focuss?ed|assurance))\s+)*visits\b"
_ROW: Final = (
    rf"\b(?:(?:last|final|latest|most recent) of (?:the |its |their )?(?P<row>{NUMBER})"
    rf"|(?P<placed>{ORDINAL}) (?:(?:in|of) (?:a|the|its|their) (?:\w+ )?(?:series|round|run|string"
    rf"|programme) of|of (?:the |its |their )?{NUMBER})|(?P<many>{NUMBER}))\s+{_OF_A_ROW}"
    rf"|\bvisit number (?P<numbered>{NUMBER})\b"
)
"""The last of six is the sixth, and so is the sixth in a series."""
_NAMES: Final = r"(?-i:(?:\s+(?:[A-Z][\w’'-]+|and)){2,6})"
_CAME: Final = (
    rf"\b{TEAM}(?:\s+from\s+(?:the\s+)?\w+(?:\s+watchdog)?|{_NAMES})?,?"
    r"\s+(?:\w+\s+){0,2}?(?:(?P<verb>visited|returned to|revisited)"
    r"|(?P<loose>returned|went (?:back|in\b)|(?:came|was|were|been) back|been to"
    r"|(?:was|were|been) (?:last )?(?:in|at)|in the (?:borough|city|county|town)"
    r"|came(?! (?:away|across|up|under|out|after|from|(?:down|to) (?:\w+ ){0,3}?(?:conclusions?"
    r"|views?|verdicts?|decisions?|understand)\b))"
    r"|on site|arrived|spent|called (?:at|in)\b|descended"
    r"|sent (?:in )?(?:\w+ ){1,3}?(?:team|inspectors))\b)"
)
_WHEN_THEY_CAME: Final = (
    r"(?:\b(?:when|while|since)|;) they (?:(?:last|again|then|first) )?(?P<then>visited|revisited"
    r"|returned|came(?: back)?|were (?:in|at|there|back))\b"
)
_PASSIVE: Final = (
    r"\b(?:was|were|been|being) (?:last |again |also |then )?(?P<passive>visited) (?:again )?by"
    r" (?:the )?(?:\w+ )?(?:inspectors?|ofsted|watchdog)\b"
)
_AFTER: Final = (
    r"\b(?:after|on|since|having)\s+"
    r"(?P<after>(?:re)?visit(?:ing|ed)|return(?:ing|ed)(?: to)?|(?:going|gone) back(?: to)?)"
    r"(?=\s+(?:the (?:council|authority|city|county|borough)\b|(?-i:[A-Z])"
    r"|(?:again |back )?(?:on|in|for|over|during|from|between|last|earlier)\b"
    rf"[^.;]*,\s[^,.;]*{TEAM}))"
)
_AGAIN: Final = (
    rf"(?:\b(?:the|its|their|a|this|ofsted.s)|['’]s?)\s+(?P<again>{ORDINAL})"
    r"(?:\s+(?:(?:ofsted|such)\s+){0,2}visit\b|(?=,?\s+on \d))"
)
_BARE: Final = (
    r"(?:\b(?:latest|most recent|recent|previous|last|this|the|an?|another|its|their)"
    rf"|\b(?:{TEAM}|day|week|month|(?-i:{MONTH}))(?:['’]s?))"
    rf"\s+(?:{_DATE})?(?:(?:ofsted|inspection|{_LENGTH}|brief|short|return|follow-up|on-site|remote"
    r"|recent|latest|unannounced|progress)\s+){0,3}(?P<bare>visit"
    rf"|check(?= by (?:the )?{TEAM}))\b"
)
MENTION: Final = re.compile(
    "|".join((_NAMED, _JOINT, _ROW, _CAME, _WHEN_THEY_CAME, _PASSIVE, _AFTER, _AGAIN, _BARE)),
    re.IGNORECASE,
)
BY_VERB: Final = ("verb", "loose", "then", "passive", "after")
"""The groups of what inspectors did."""
WORKED: Final = re.compile(
    rf"\b{TEAM},?\s+(?:(?:who|which|have|has|had|were|was|then|also|later|each|all)\s+){{0,3}}?"
    # told by any verb of the past but those of saying, writing and judging
    r"(?!(?:said|told|wrote|heard|found|gave|let|put|kept|felt|thought|knew|rated|judged|graded"
    r"|inspected|need\w*|want\w*|\w*(?:report|announc|publish|releas|prais|critici|rais|warn|not"
    r"|conclud|identifi|reveal|issu|confirm|welcom|describ|recogni|highlight|recommend|demand|urg"
    r"|order|brand|award|down|up|stat|add|comment|respond|repli|launch|scrapp|suspend|halt|resum"
    r"|paus|cancel|postpon|introduc|believ|expect|accept|admit|agre|appoint|nam|regist|regulat"
    r"|bas|concern|impress|pleas|satisfi)\w*ed)\b)"
    r"(?P<did>\w+ed|came|went|sat|met|saw|took|made|held|began|dropped|ran|paid|set|did|had|been"
    r"|be|dug|dipped|shadowed|talking|speaking|reading|looking|working|carrying)\b"
    r"(?![^.;]{0,90}\b(?:will|next|letter|report|statement|findings|publish\w*|said|grade|rating)\b"
    r"[^.;]{0,30}$)",
    re.IGNORECASE,
)
"""What else inspectors do on a day: they interview, sample, sit in on, drop in."""
TO_COME: Final = re.compile(
    r"\s+(?:(?:is|are|has been|was) (?:now |also |still )?(?:planned|due|expected|scheduled|likely"
    r"|to)\b|will\b|would\b|(?:planned|due|expected|scheduled|likely) (?:for|to|in|on|by)\b)",
    re.IGNORECASE,
)
"""Right behind a visit that has not been yet."""

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
    if named:
        return _KINDS[named.lower()]
    in_row = any(match.group(group) for group in ("row", "placed", "many", "numbered"))
    return "monitoring-visit" if in_row else None  # no other visits are numbered


def number_in_mention(match: re.Match[str]) -> int | None:
    """The number that is part of a mention: "sixth monitoring visit", "the last of six"."""
    if counted := match.group("row") or match.group("numbered") or match.group("many"):
        return int(number_of(counted) or 0) or None
    return ordinal_from_words(match.group("ordinal") or match.group("placed") or "")


def kind_named(text: str) -> VisitKind | None:
    """The kind of the first visit that the text mentions with its kind."""
    return next(filter(None, map(kind_of_mention, MENTION.finditer(text))), None)
