"""Counts of the cases that a social worker holds: on average, each of them, at the most.

Signs in the patterns: see `shape`.
"""

from collections.abc import Iterator
from typing import Final

from store.parsing.figures.holders import is_of_others
from store.parsing.figures.measures import APPROX, GAP, Taken, is_change
from store.parsing.figures.shape import COUNT, Shape
from store.patterns import compiled

_CASELOAD: Final = r"\b(?:case-?loads?|workloads?)\b"
_HOLDS: Final = (
    r"\b(?:hold|holds|holding|held|carry|carries|carrying|carried|responsib\w+ for|managing|manage"
    r"|have|has|had|having|allocated|juggling|dealing with)"
)
_AVERAGE: Final = (
    rf"\baverag\w*{GAP}{{0,12}}?\b(?:social work(?:er)?'?s? |team )?(?:case-?loads?"
    rf"|workloads?)\b{GAP}{{0,50}}?#"
    rf"|\b(?:case-?loads?|workloads?)\b{GAP}{{0,60}}?\baverag\w*(?: (?:of|at|is|was|were|between))*"
    rf" {APPROX}#"
    rf"|\baverag\w+ (?:of |at |is |was |stands at |stood at )?(?:\^ to )?{APPROX}#"
    rf"|#(?: cases| children| young people| families)? (?:each )?on average\b"
    rf"|\baverage (?:social )?work(?:er|ers) (?:\w+ ){{0,3}}?{APPROX}#(?= (?:cases|children"
    rf"|families|young people)\b)"
    rf"|\baverage number of (?:cases|children|families)(?: \w+){{0,3}}? (?:per|for each|for every"
    rf"|held by(?: each)?)(?: [\w-]+){{0,5}}? (?:workers?|practitioners?|advis[eo]rs?)\b"
    rf"{GAP}{{0,40}}?\b(?:is|was|to|at|of) {APPROX}#"
    rf"|\bon average,? {GAP}{{0,25}}?#"
    rf"|\bon average,? [^#§¤;.,]{{0,90}}?{_HOLDS} {APPROX}#(?= (?:cases|children|families)\b)"
)
_AVERAGE_GOES_ON: Final = r"(?: (?:in|for|across) [^#§;,.]{0,40})?,? and #"
_STAFF_COUNTED: Final = (
    r"#(?= (?:(?!(?:in|for|per|across|among|cases|children|each)\b)[\w-]+ ){0,3}?"
    r"(?:social workers|workers|practitioners|staff)\b)"
)
"""A number of those who hold cases, which may stand before that of the cases: "the average caseload
of the 9 social workers is 19"."""
_CASES: Final = r"(?: or more)? (?:cases|children|families|young people)\b"
_WORKERS: Final = (
    r"(?:social workers?|workers?|practitioners?|staff|advis[eo]rs?|officers?|managers?|iros?)"
)
_HOLDER: Final = rf"\b{_WORKERS}\b"
_IS_HELD: Final = (
    rf"{_HOLDS} (?:an average of |on average )?{APPROX}# (?:cases|children|families|young people)\b"
    rf"|\bresponsible,? on average,? for #"
    rf"|\b(?:looks? after|per|for each|for every|held by) (?:[\w-]+ ){{0,3}}?(?:{_WORKERS}\b|#)"
)
_RANGE_BESIDE: Final = (
    r"(?: cases| children)?,? \(?(?:but |and )?(?:they )?(?:with a range|rang(?:e|es|ed|ing))"
    r" (?:of |from |between )?#"
)
_FOR_SOME: Final = (
    rf"(?: (?:cases|children))?(?: on average)?,? (?:and|but|with) {APPROX}#"
    r"(?= (?:cases |children )?(?:for|in the case of|held by)"
    r" (?:some|several|a few|a small|a minority|many|others|one)\b)"
)
"""What some hold, told with the average: "at 21 on average and 34 for some workers"."""
_LISTED: Final = r"(?:,? and #|(?:, #)+,? and #)(?=(?: cases| children)?(?:[.,;)]|$| and | each))"
"""What others hold, in a list: "caseloads of 22, 25 and 29"."""
_HIGHEST_IS: Final = (
    rf"\b(?:highest|largest|biggest|heaviest)(?: (?!than\b)[\w-]+){{0,4}}? (?:of|at|is|was|being|to"
    rf"|with|holds?|has|had|having) {APPROX}#"
)
"""The highest that is told by itself: "the highest seen was of 24 children"."""
_HIGHEST_BESIDE: Final = (
    r"(?: cases| children)?,? \(?(?:but |and )?(?:with )?(?:an?|the) (?:maximum|highest)"
    r"(?: case-?load)?(?: (?:being|is|was|of|at))? #"
)
_NOBODY: Final = (
    rf"\b(?:no (?:[\w-]+ ){{0,3}}?{_WORKERS}|no[- ](?:one|_)|nobody"
    rf"|none(?: of (?:\w+ ){{0,3}}?{_WORKERS})?)"
    rf"(?: in [^#§;,.]{{0,30}}?| now| currently)? {_HOLDS} (?:an? |case-?loads? of )*"
    rf"(?:more than|over|above|in excess of) #"
    rf"|\bno (?:[\w-]+ ){{0,3}}?case-?loads? (?:is |are |was |were )?(?:now )?(?:above|over"
    rf"|higher than|more than|exceed\w*) #"
)
"""More than which nobody holds: "no social worker has more than 20 children"."""
_WHO_HOLD: Final = (
    r" (?:of (?:them|these|those|whom) |(?:other |social )*(?:workers?|practitioners?|staff) "
    r"|others )?(?:have|has|had|hold|held|carry|carried)\b"
)
"""What follows the number of those who hold cases, and not of cases: "two have 27"."""
_FEW_HOLD: Final = rf"#{_WHO_HOLD} {APPROX}#(?=(?: cases| children| families)?(?:[.,;)]|$))"
_EACH: Final = (
    rf"\b(?:case-?loads?|workloads?)\b{GAP}{{0,40}}? rang\w+ from {GAP}{{0,25}}? to (#)"
    rf"|\b(?:case-?loads?|workloads?)\b{GAP}{{0,80}}?(?<![\w])(?:by {APPROX}#,? to {APPROX})?#"
    rf"|{_HOLDS} (?:a |case-?loads? of )?{APPROX}#(?=(?: or more)? (?:cases|children"
    r"|families|young people)|[.,;)]|$| each)"
    rf"|\b(?:as many as|up to|as high as|in excess of|exceed(?:ing|s)?|at|peak of) {APPROX}#"
    rf"(?= cases| children| families|[.,;)]|$| in )"
    rf"|# (?:cases|children) (?:each|per (?:social )?worker)\b"
)
_WITH_CASES: Final = (
    rf"(?:\b(?:social workers?|workers?|practitioners?|staff|advisers?|officers?|managers?|iros"
    rf"|some|several|few|many|one)\b{GAP}{{0,60}}?)(?:{_HOLDS}) {APPROX}#(?=(?: or more)? (?:cases"
    rf"|children|families|young people)\b)"
)
_HIGH: Final = (
    r"\b(?:some|several|a few|few|many|up to|as many|as high|over|more than|exceed|excess"
    r"|above|higher|highest|peak|individual|one|minority)\b"
)
_COMMON: Final = (
    r" (?:cases |children )?(?:is|are|were|was) (?:\w+ )?(?:un)?(?:common|usual|typical|normal"
    r"|the norm"
    r"|frequent)\b",
    r"\b(?:(?:un)?(?:common|usual)|typical|normal) (?:for [^#;,.]{0,40}? )?to [^#;,.]{0,40}$",
)
"""What tells of a caseload that many have, so that it is not the highest."""
_INTENDED: Final = (
    r"^reduce\b|\b(?:to (?:reduce|bring|cut|lower)|wants?|wanted|hopes?|hoped|pledged?|promised?"
    r"|must|goal|limit|ceiling|aim|aims|aiming|aspir\w+|recommended|guidance of|target of"
    r"|targets? (?:is|are"
    r"|was)|intend\w*|should|plans? to|ambition|maximum of|cap of|capped|no more than|would)\b"
)
_MOST: Final = 200
"""More is no caseload: even reviewing officers, who have the largest, have fewer."""
_NO_CASES: Final = (
    r"(?: or more)?(?: (?:main|key|other|different|separate|specialist|large|new|extra|additional"
    r"|further"
    r"|more|permanent|qualified))? (?:%|staff"
    r"|people|social work|worke|audit"
    r"|(?:children|people)'s (?!cases)|(?:children|young people) (?:in care|looked after)\b"
    r"|(?!cases\b|families\b|adults\b|siblings\b|plus\b|as\b|is\b|was\b|has\b|across\b|this\b"
    r"|always\b|sometimes\b|plans\b|carers\b|households\b|placements\b)[a-z]+s\b)"
)
"""What is counted where it is not cases: a worker holds 20 cases or children, not "two parts"."""
_NO_HOLDER: Final = (
    r" of (?:the|its|these|those|our)\b|(?: (?!(?:in|across|for|per|on|at|within|among|and|by"
    r"|than|cases"
    r"|children|each)\b)[\w'-]+){1,2}? (?:teams?|services?|areas|offices|hubs|units|districts"
    r"|localities"
    r"|workers?|posts?)\b"
)
"""What is told of parts of the council and not of cases: "high in the three reception teams"."""
_WITHOUT_WORKER: Final = (
    r" (?:cases|children|young people|families)\b[^#;.,]{0,30}?\b(?:waiting|awaiting|wait"
    r"|unallocated|not (?:yet )?(?:been )?allocated|(?:without|have|had|has|with|having) (?:no|an?)"
    r" (?:\w+ )?(?:social )?worker)\b"
)
"""Cases that nobody holds."""
_CLAUSE: Final = (
    r"\b(?:and|but|while|whereas|although) (?:there (?:are|were) )?" + APPROX + "$",
    r" (?:cases|children|young people|families) (?:(?:who|that) )?(?:are|were|have|had|remain\w*"
    r"|live|lived|wait|waited)\b",
)
"""Between these a number opens a clause of its own: "caseloads are high and 91 children were"."""


def caseloads(shape: Shape, previous: str) -> Iterator[Taken]:
    """The average caseload, what single workers hold, and more than what nobody holds."""
    for taken in _caseloads(shape.text, previous):
        number = shape.numbers[taken.place]
        most = number.value or number.high or 0
        if most <= _MOST and not is_of_others(shape.text, taken.place, most, previous):
            yield taken


def _caseloads(text: str, previous: str) -> Iterator[Taken]:
    if COUNT not in text:
        return
    about = bool(compiled(_CASELOAD).search(text) or compiled(_CASELOAD).search(previous.lower()))
    averages = dict.fromkeys(_averages(text, about), "average caseload")
    beside = dict(_beside(text, averages))
    yield from _named(averages)
    yield from _named(beside)
    nobody = set()
    for match in compiled(_NOBODY).finditer(text):
        place = match.end() - 1
        if (about or compiled(_CASES).match(text, place + 1)) and _may_hold(text, place):
            nobody.add(place)
            yield Taken(place, "highest caseloads", "cases", "down", "at most")
    told = averages | beside | dict.fromkeys(nobody, "highest caseloads")
    if about:
        for match in compiled(_HIGHEST_IS).finditer(text):
            if match.end() - 1 not in told and _may_hold(text, match.end() - 1):
                told[match.end() - 1] = "highest caseloads"
                yield Taken(match.end() - 1, "highest caseloads", "cases", "down")
    few = {match.end() - 1 for match in compiled(_FEW_HOLD).finditer(text)}
    for match in compiled(_EACH if about else _WITH_CASES).finditer(text):
        place = match.start() + match.group().rindex(COUNT)
        if place not in told and _may_hold(text, place):
            start = max(text.rfind(";", 0, place), text.rfind(",", 0, place)) + 1
            high = (
                place in few
                or match.lastindex  # "range from the low teens to 30"
                or compiled(_HIGH).search(text, max(0, min(start, place - 60)), place)
            ) and not (
                compiled(_COMMON[0]).match(text, place + 1)
                or compiled(_COMMON[1]).search(text, max(0, place - 90), place)
            )
            told[place] = "highest caseloads" if high else "caseloads"
            yield Taken(place, told[place], "cases", "down")
            if listed := compiled(_LISTED).match(text, place + 1):
                more = (p for p in range(*listed.span()) if text[p] == COUNT)
                yield from _named(dict.fromkeys(more, told[place]))
    if told:
        # After what others hold "two have 27" needs no further word.
        yield from _named(
            dict.fromkeys((p for p in few if _may_hold(text, p)), "highest caseloads")
        )


def _named(places: dict[int, str]) -> Iterator[Taken]:
    for place in sorted(places):
        yield Taken(place, places[place], "cases", "down")


def _averages(text: str, about: bool) -> Iterator[int]:
    """The places of averages; where no word for a caseload stands, those who hold cases must."""
    held = bool(compiled(_HOLDER).search(text))
    if not (about or "cases" in text or (held and "averag" in text)):
        return
    counted = compiled(_STAFF_COUNTED).sub("_", text)
    for match in compiled(_AVERAGE).finditer(counted):
        place = match.start() + match.group().rindex(COUNT)
        if not _may_hold(text, place):
            continue
        if (
            about
            or text.startswith(" cases", place + 1)
            or (held and compiled(_IS_HELD).search(text))
        ):
            yield place
            if more := compiled(_AVERAGE_GOES_ON).match(text, place + 1):
                yield more.end() - 1


def _beside(text: str, averages: dict[int, str]) -> Iterator[tuple[int, str]]:
    """The range or the highest that is told with an average, by their places."""
    for place in averages:
        if match := compiled(_RANGE_BESIDE).match(text, place + 1):
            yield match.end() - 1, "caseloads"
        elif match := (
            compiled(_HIGHEST_BESIDE).match(text, place + 1)
            or compiled(_FOR_SOME).match(text, place + 1)
        ):
            yield match.end() - 1, "highest caseloads"


def _may_hold(text: str, place: int) -> bool:
    """Whether a number is of cases held: not of cases hoped for, of those who hold them or of
    something else."""
    after = place + 1
    return not (
        compiled(_INTENDED).search(text, max(0, place - 60), place)
        or compiled(_NO_CASES).match(text, after)
        or compiled(_NO_HOLDER).match(text, after)
        or compiled(_WITHOUT_WORKER).match(text, after)
        or (
            compiled(_CLAUSE[1]).match(text, after)
            and compiled(_CLAUSE[0]).search(text, max(0, place - 60), place)
        )
        or is_change(text, place)
        or compiled(_WHO_HOLD).match(text, after)
    )
