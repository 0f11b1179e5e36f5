"""Counts of the workforce: caseloads, appointments, vacancies, agency and permanent staff.

Signs in the patterns: see `figures_shape`.
"""

import re
from collections.abc import Iterator
from typing import Final

from store.parsing.figures_measures import GAP, Taken
from store.parsing.figures_shape import COUNT, Shape

_STAFF: Final = (
    r"(?:social[- ]work(?:ers?|[- ]qualified)?|staff|workers?|practitioners?|managers?|posts?"
    r"|employees|professionals in social|nqsws?|people|recruits|advisers?|assistants?"
    r"|independent reviewing officers|iros)\b"
)
_ADJECTIVES: Final = (
    r"(?:(?:new|newly-qualified|newly|additional|further|permanent|experienced|qualified|more"
    r"|senior|team|service|children's|overseas|frontline|full-time|extra|other|agency|locum|interim"
    r"|student|practice|assistant|advanced|personal|social|international) )*"
)
_APPROX: Final = (
    r"(?:(?:about|around|approximately|over|more than|up to|as many as|at least|nearly|almost|some"
    r"|just|only|an? further|an? additional|another|fewer than|under|well over"
    r"|between|in excess of|as high as|a total of|currently|now|further) )*"
)
_OF: Final = (
    r"(?:(?:out )?of (?:(?:the|its|their|our|all|these|those|about|around) )*(?:(?:[\w-]+ )?\w+'s? )?"
    r"(?:total of )?# )?"
)
"""The number that a part is counted of, which is none of the measure's: "19 of the 90 posts"."""
_APPOINTED: Final = re.compile(
    r"# (?:(?:recent|new|further|additional|permanent|successful|senior|external|internal) )+"
    r"appointments\b"
    rf"|# {_OF}{_ADJECTIVES}{_STAFF}(?: {_STAFF})?[^#§;.,]{{0,15}}? (?:(?:have|has|had) (?:\w+ )?been "
    r"|were |was )?(?:recently |successfully )?(?:appointed|recruited)\b"
    rf"|\b(?:appointed|recruited|recruitment of|appointment (?:of|to)) {_APPROX}#(?="
    rf" {_ADJECTIVES}{_STAFF})"
)
_NOT_OF_STAFF: Final = re.compile(
    r"\b(?:foster|adopt|mentor|apprentic|visitors?\b|lay members|volunteer|training pool|student "
    r"(?!social))"
)
_SHORTLISTED: Final = re.compile(
    r"# (?:(?:more|further|people|candidates|applicants|others|were|are|had|have|been|social"
    r"|workers) )*"
    rf"shortlisted\b|\bshort-?listed {_APPROX}#"
)
_VACANT: Final = re.compile(
    rf"# {_ADJECTIVES}(?:[\w-]+ ){{0,2}}?vacanc(?:y|ies)\b"
    rf"|# {_OF}(?:[\w-]+ ){{0,3}}?posts? (?:\w+ ){{0,2}}?(?:vacant|unfilled)\b"
    rf"|\bof [^#§;,.]{{0,40}}# (?:[\w-]+ ){{0,4}}?posts?(?: [\w-]+){{0,4}}?, {_APPROX}(#) (?:of (?:them"
    rf"|these) )?(?:are|were|remain\w*) (?:\w+ )?(?:vacant|unfilled)\b"
    rf"|# vacant (?:\w+ ){{0,3}}?posts?\b"
    rf"|\bvacanc(?:y|ies) {GAP}{{0,30}}?\b(?:to|is|at|was|stands? at|stood at) {_APPROX}#(?="
    rf"(?: full-time(?: equivalent)?| whole-time equivalent| fte| wte)? posts|[.,;)]|$)"
    rf"|\bvacancies: (#)(?=[.,;)]|$| \()"
    rf"|\bnumber of vacant (?:[\w-]+ ){{0,3}}?posts {GAP}{{0,40}}?\b(?:to|is|was|at) {_APPROX}(#)"
)
_AGENCY: Final = re.compile(
    rf"# {_ADJECTIVES}agency (?:[\w-]+ ){{0,2}}?(?:social workers?|staff|workers?"
    rf"|practitioners?|managers?)\b"
    rf"|# (?:(?:out )?of (?:the |its )?# )?{_ADJECTIVES}(?:[\w-]+"
    rf" ){{0,2}}?{_STAFF}[^#§;,.]{{0,40}}?"
    r"\b(?:employed by an agency|agency (?:staff|workers)|from (?:an )?agenc(?:y|ies))\b"
    rf"|\bnumber of agency {GAP}{{0,60}}?\b(?:to|is|was|at|of) {_APPROX}(#)"
    rf"|\bagency (?:social workers?|staff|workers?): (#)(?=[.,;]|$| \()"
    rf"|\bagency (?:[\w-]+ ){{0,2}}?(?:staff|workers?|practitioners?|managers?)"
    rf" (?:\w+ )?(?:fill|hold|held|occup|cover|made up|make up)\w* {_APPROX}(#)(?= \(?(?:out )?of"
    rf" [^#§;,.]{{0,30}}# (?:\w+ ){{0,3}}?posts\b| (?:[\w-]+ ){{0,3}}?posts\b)"
)
_PERMANENT: Final = re.compile(
    rf"# (?:(?:out )?of (?:the |its )?# )?{_ADJECTIVES}(?:[\w-]+ ){{0,2}}?{_STAFF} (?:are|were"
    rf"|is) (?:now )?permanent\b"
)
_MOVED_ON: Final = re.compile(r"\b(?:appoint|recruit|convert|left\b|transfer|became permanent)")

_CASELOAD: Final = re.compile(r"\b(?:case-?loads?|workloads?)\b")
_HOLDS: Final = (
    r"\b(?:hold|holds|holding|held|carry|carries|carrying|carried|responsib\w+ for|managing|manage"
    r"|have|has|had|having|allocated|juggling)"
)
_AVERAGE: Final = re.compile(
    rf"\baverag\w*{GAP}{{0,12}}?\b(?:social work(?:er)?'?s? |team )?(?:case-?loads?"
    rf"|workloads?)\b{GAP}{{0,50}}?#"
    rf"|\b(?:case-?loads?|workloads?)\b{GAP}{{0,60}}?\baverag\w*(?: (?:of|at|is|was|were|between))*"
    rf" {_APPROX}#"
    rf"|\baverag\w+ (?:of |at )?{_APPROX}#"
    rf"|#(?: cases| children)? (?:each )?on average\b"
    rf"|\bon average,? {GAP}{{0,25}}?#"
)
_AVERAGE_GOES_ON: Final = re.compile(r"(?: (?:in|for|across) [^#§;,.]{0,40})?,? and #")
_EACH: Final = re.compile(
    rf"\b(?:case-?loads?|workloads?)\b{GAP}{{0,80}}?(?<![\w])#"
    rf"|{_HOLDS} (?:a |case-?loads? of )?{_APPROX}#(?=(?: or more)? (?:cases|children"
    r"|families)|[.,;)]|$| each)"
    rf"|\b(?:as many as|up to|as high as|in excess of|exceed(?:ing|s)?|at|peak of) {_APPROX}#"
    rf"(?= cases| children| families|[.,;)]|$| in )"
    rf"|# (?:cases|children) (?:each|per (?:social )?worker)\b"
)
_WITH_CASES: Final = re.compile(
    rf"(?:\b(?:social workers?|workers?|practitioners?|staff|advisers?|officers?|managers?|iros"
    rf"|some|several|few|many|one)\b{GAP}{{0,60}}?)(?:{_HOLDS}) {_APPROX}#(?=(?: or more)? (?:cases"
    rf"|children|families)\b)"
)
_HIGH: Final = re.compile(
    r"\b(?:some|several|a few|few|many|up to|as many|as high|over|more than|exceed|excess"
    r"|above|high"
    r"|higher|highest|peak|individual|one|unmanageable|reported|minority)\b"
)
_INTENDED: Final = re.compile(
    r"\b(?:aim|aims|aiming|aspir\w+|recommended|target of|targets? (?:is|are|was)|intend\w*|should"
    r"|plans? to|ambition|maximum of|cap of|capped|limit of|no more than|would)\b"
)
_NO_CASES: Final = re.compile(
    r"(?: or more)?(?: (?:main|key|other|different|separate|specialist|large|new))? (?:%|staff"
    r"|people|social work|worke|audit"
    r"|(?!cases\b|families\b|adults\b|siblings\b|plus\b|as\b|is\b|was\b|has\b|across\b|this\b"
    r"|always\b|sometimes\b|plans\b|carers\b|households\b|placements\b)[a-z]+s\b)"
)
"""What is counted where it is not cases: a worker holds 20 cases or children, not "two parts"."""


def workforce(shape: Shape, previous: str) -> Iterator[Taken]:
    """The counts of staff and of cases that each of them holds."""
    text = shape.text
    if COUNT not in text:
        return
    yield from _caseloads(text, previous)
    if "shortlisted" in text or "short-listed" in text:
        yield from _all(_SHORTLISTED, text, "shortlisted for interview", "people")
    if ("appoint" in text or "recruit" in text) and not _NOT_OF_STAFF.search(text):
        yield from _all(_APPOINTED, text, "recent appointments", "people")
    if "vacan" in text or "unfilled" in text:
        yield from _all(_VACANT, text, "vacancies", "posts", "down")
    if "agenc" in text:
        for match in _AGENCY.finditer(text):
            if not _MOVED_ON.search(text, max(0, match.start() - 30), match.end() + 30):
                yield Taken(_wanted(match), "agency staff", "people", "down")
    if "permanent" in text:
        yield from _all(_PERMANENT, text, "permanent social workers", "people", "up")


def _all(
    pattern: re.Pattern[str], text: str, measure: str, unit: str, better: str = ""
) -> Iterator[Taken]:
    for match in pattern.finditer(text):
        yield Taken(_wanted(match), measure, unit, better)


def _wanted(match: re.Match[str]) -> int:
    """The place of the number that a pattern marks as a group, or else of its first."""
    return match.start(match.lastindex or 0) + match.group(match.lastindex or 0).index(COUNT)


def _caseloads(text: str, previous: str) -> Iterator[Taken]:
    """The average caseload, and what single workers hold."""
    about = bool(_CASELOAD.search(text) or _CASELOAD.search(previous.lower()))
    averages = set()
    if about or "cases" in text or ("on average" in text and "child" in text):
        for match in _AVERAGE.finditer(text):
            place = match.start() + match.group().rindex(COUNT)
            if _may_hold(text, place) and (
                about or text.startswith((" cases", " children"), place + 1)
            ):
                averages.add(place)
                if more := _AVERAGE_GOES_ON.match(text, place + 1):
                    averages.add(more.end() - 1)
    for place in sorted(averages):
        yield Taken(place, "average caseload", "cases", "down")
    pattern = _EACH if about else _WITH_CASES
    for match in pattern.finditer(text):
        place = match.start() + match.group().rindex(COUNT)
        if place not in averages and _may_hold(text, place):
            start = max(text.rfind(";", 0, place), text.rfind(",", 0, place)) + 1
            high = _HIGH.search(text, max(0, min(start, place - 60)), place)
            yield Taken(place, "highest caseloads" if high else "caseloads", "cases", "down")


def _may_hold(text: str, place: int) -> bool:
    """Whether a number is of cases held, not of cases hoped for and not of something else."""
    before = text[max(0, place - 60) : place]
    return not _INTENDED.search(before) and not _NO_CASES.match(text, place + 1)
