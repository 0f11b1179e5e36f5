"""Counts of the workforce: appointments, vacancies, agency and permanent staff.

Signs in the patterns: see `shape`.
"""

import re
from collections.abc import Iterator
from typing import Final

from store.parsing.figures.measures import APPROX, GAP, Taken
from store.parsing.figures.shape import COUNT, Shape
from store.parsing.times.months import IN_FULL
from store.patterns import compiled

_STAFF: Final = (
    r"(?:social[- ]work(?:ers?|[- ]qualified)?|staff|workers?|practitioners?|managers?|posts?"
    r"|employees|professionals in social|nqsws?|people|recruits|advisers?|assistants?"
    r"|directors?|heads of service|independent reviewing officers|iros)\b"
)
_ADJECTIVES: Final = (
    r"(?:(?:new|newly-qualified|newly|additional|further|permanent|experienced|qualified|more"
    r"|senior|team|service|children's|overseas|frontline|full-time|extra|other|agency|locum|interim"
    r"|student|practice|assistant|advanced|personal|social|international|and|strategic"
    r"|operational|talented|suitably) )*"
)
_OF: Final = (
    r"(?:(?:out )?of (?:(?:the|its|their|our|all|these|those|about|around) )*"
    r"(?:(?:[\w-]+ )?\w+'s? )?(?:total of )?# )?"
)
"""The number that a part is counted of, which is none of the measure's: "19 of the 90 posts"."""
_WHOLE: Final = r"(?<!of )(?<!of the )(?<!of its )(?<!of our )(?<!of their )(?<!of all )"
"""What keeps a number from one that others are counted of: "almost half of the 90 posts"."""
_APPOINTED: Final = (
    r"# (?:(?:recent|new|further|additional|permanent|successful|senior|external|internal) )+"
    r"appointments\b"
    rf"|# {_OF}{_ADJECTIVES}{_STAFF}(?: {_STAFF})?[^#§;.,]{{0,15}}? (?:(?:have|has|had) (?:\w+ )?"
    r"been |were |was )?(?:recently |successfully )?(?:appointed|recruited)\b"
    rf"|# {_ADJECTIVES}{_STAFF}(?: {_STAFF})?[^#§;.,]{{0,15}}? offered (?:an? )?(?:roles?|posts?"
    rf"|jobs?"
    r"|positions?|contracts?|employment)\b"
    rf"|\b(?:appoint(?:ed|ing)|recruit(?:ed|ing)|hired|hiring|recruitment of|appointment (?:of"
    rf"|to)) {APPROX}#(?="
    rf" {_ADJECTIVES}{_STAFF})"
)
_NOT_OF_STAFF: Final = (
    r"\b(?:foster|adopt|mentor|apprentic|visitors?\b|lay members|volunteer|training pool|student "
    r"(?!social))"
)
_SHORTLISTED: Final = (
    r"# (?:(?:more|further|people|candidates|applicants|others|were|are|had|have|been|social"
    r"|workers) )*"
    rf"shortlisted\b|\bshort-?listed {APPROX}#"
)
_MONTH: Final = rf"(?:{IN_FULL})\b"
_VACANT: Final = (
    rf"# {_ADJECTIVES}(?:[\w-]+ ){{0,2}}?vacanc(?:y|ies)\b"
    rf"|{_WHOLE}# {_OF}(?:[\w-]+ ){{0,3}}?posts?(?: in [^#§;,.]{{0,45}}?)? (?:\w+ ){{0,2}}?"
    rf"(?:vacant|unfilled|empty)\b"
    rf"|\bof [^#§;,.]{{0,40}}# (?:[\w-]+ ){{0,4}}?posts?(?: [\w-]+){{0,4}}?, {APPROX}(#)"
    rf" (?:of (?:them|these) )?(?:are|were|remain\w*) (?:\w+ )?(?:vacant|unfilled)\b"
    rf"|# (?:vacant|empty|unfilled) (?:\w+ ){{0,3}}?posts?\b"
    rf"|\bvacanc(?:y|ies) {GAP}{{0,30}}?\b(?:to|is|at|was|stands? at|stood at) {APPROX}#(?="
    rf"(?: full-time(?: equivalent)?| whole-time equivalent| fte| wte)?(?: posts|[.,;)]|$| (?:in"
    rf"|at|by|on) (?:_|the (?:end|time|start|last|previous|beginning)\b|{_MONTH})"
    rf"| (?:last|a) (?:year|month|quarter)\b))"
    rf"|\bvacancies: (#)(?=[.,;)]|$| \()"
    rf"|\bnumber of vacant (?:[\w-]+ ){{0,3}}?posts {GAP}{{0,40}}?(?:§{GAP}{{0,20}}?)?"
    rf"\b(?:to|is|was|at) {APPROX}(#)"
)
_AGENCY: Final = (
    rf"# {_ADJECTIVES}agency (?:[\w-]+ ){{0,2}}?(?:social workers?|staff|workers?"
    rf"|practitioners?|managers?)\b"
    rf"|{_WHOLE}# (?:(?:out )?of (?:the |its )?# )?{_ADJECTIVES}(?:[\w-]+"
    rf" ){{0,2}}?{_STAFF}[^#§;,.]{{0,40}}?"
    r"\b(?:employed by an agency|agency (?:staff|workers)|(?:are|were|is) agency(?=[.,;)]|$)"
    r"|from (?:an )?agenc(?:y|ies))\b"
    rf"|{_WHOLE}# {_OF}(?:[\w-]+ ){{0,3}}?posts?(?: in [^#§;,.]{{0,45}}?)? (?:(?:are|were|is"
    rf"|still|now"
    rf"|currently|being) )+(?:held|filled|covered|occupied) (?:by|with) (?:[\w-]+ ){{0,2}}?"
    rf"(?:interim|agency|locums?)\b"
    rf"|\bnumber of (?:fte )?(?:agency|locums?) {GAP}{{0,60}}?(?:§{GAP}{{0,20}}?)?"
    rf"\b(?:to|is|was|at|of) {APPROX}(#)"
    rf"|(?:\bof (?:whom|which)|\bof [^#§;,.]{{0,40}}# [^#§;,.]{{0,70}},) {APPROX}(#)"
    rf" (?:of (?:them|these) )?(?:are|were|is) (?:now |temporary |interim )*(?:locums?\b|agency\b"
    rf"|(?:employed )?(?:from"
    rf"|by|through) (?:an )?agenc)"
    rf"|\bposts?\b[^;.]{{0,80}}?\b(?:and|,|while|with) {APPROX}(#) (?:more |others )?(?:of (?:them"
    rf"|these) )?(?:(?:are|were) )?(?:now |currently )?(?:filled|covered|occupied|held) (?:by|with)"
    rf" (?:\w+ )?(?:agency|locums?)\b"
    rf"|\bagency (?:[\w-]+ ){{0,2}}?numbers {GAP}{{0,40}}?\b(?:to|at) {APPROX}(#)"
    rf"|\bagency (?:social workers?|staff|workers?): (#)(?=[.,;]|$| \()"
    rf"|\bagency (?:[\w-]+ ){{0,2}}?(?:staff|workers?|practitioners?|managers?)"
    rf" (?:\w+ )?(?:fill|hold|held|occup|cover|made up|make up)\w* {APPROX}(#)(?= \(?(?:out )?of"
    rf" [^#§;,.]{{0,30}}# (?:\w+ ){{0,3}}?posts\b| (?:[\w-]+ ){{0,3}}?posts\b)"
)
_PERMANENT: Final = (
    rf"{_WHOLE}# (?:(?:out )?of (?:the |its )?# )?{_ADJECTIVES}(?:[\w-]+ ){{0,2}}?{_STAFF}"
    rf" (?:are|were|is) (?:now )?permanent\b"
)
_MOVED_ON: Final = (
    r"\b(?:appoint|recruit|convert|left\b|transfer|(?:bec[ao]me|becoming|made|moved (?:in)?to|taken"
    r" on (?:a )?)(?: (?:a|to))? ?permanent)"
)


def workforce(shape: Shape) -> Iterator[Taken]:
    """The counts of staff and of posts."""
    text = shape.text
    if COUNT not in text:
        return
    if "shortlisted" in text or "short-listed" in text:
        yield from _all(_SHORTLISTED, text, "shortlisted for interview", "people")
    if any(sign in text for sign in ("appoint", "recruit", "offered", "hir")) and not compiled(
        _NOT_OF_STAFF
    ).search(text):
        yield from _all(_APPOINTED, text, "recent appointments", "people")
    if any(sign in text for sign in ("vacan", "unfilled", "empty")):
        yield from _all(_VACANT, text, "vacancies", "posts", "down")
    if any(sign in text for sign in ("agenc", "locum", "interim")):
        for match in compiled(_AGENCY).finditer(text):
            if not compiled(_MOVED_ON).search(text, max(0, match.start() - 30), match.end() + 30):
                yield Taken(_wanted(match), "agency staff", "people", "down")
    if "permanent" in text:
        yield from _all(_PERMANENT, text, "permanent social workers", "people", "up")


def _all(pattern: str, text: str, measure: str, unit: str, better: str = "") -> Iterator[Taken]:
    for match in compiled(pattern).finditer(text):
        yield Taken(_wanted(match), measure, unit, better)


def _wanted(match: re.Match[str]) -> int:
    """The place of the number that a pattern marks as a group, or else of its first."""
    return match.start(match.lastindex or 0) + match.group(match.lastindex or 0).index(COUNT)
