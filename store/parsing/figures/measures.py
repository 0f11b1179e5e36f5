"""What is measured in shares of the workforce, of children and of cases, and the words that say so.

A share belongs to the measure whose words stand nearest to it; a clause, another number or a
bracket between them counts as distance. See `shape` for the signs in the patterns.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from store.model.document import Bound
from store.parsing.figures.shape import SHARE, Shape
from store.patterns import compiled


class Taken(NamedTuple):
    """A number that is a figure: its place in the shape, and what it measures."""

    place: int
    measure: str
    unit: str
    better: str = ""
    """The direction in which the measure improves, "up" or "down", where that is plain."""
    bound: Bound | None = None
    """Where the sentence says of the number what does not stand beside it: "nobody has"."""


class _Words(NamedTuple):
    measure: str
    better: str
    pattern: str
    reach: int
    """How far from a number the words may stand."""


def _words(measure: str, better: str, *alternatives: str, reach: int = 105) -> _Words:
    return _Words(measure, better, "|".join(alternatives), reach)


GAP: Final = r"[^#§¤;]"
"""What may stand between a number and its words: no other number, no end of a clause."""

APPROX: Final = (
    r"(?:(?:about|around|approximately|over|more than|up to|as many as|at least|nearly|almost|some"
    r"|just|only|an? further|an? additional|another|fewer than|under|well over"
    r"|between|in excess of|upwards of|as high as|a total of|currently|now|further) )*"
)
"""What may stand before a number and belongs to it."""

_SHARES: Final = (
    _words(
        "agency staff", "down",
        r"(?<!multi-)(?<!multi )(?<!inter-)(?<!no )\bagency (?:social|staff|work|rate|us[ea]"
        r"|cover|practi"
        r"|manag|post|employ|personnel|or\b)",
        r"\b(?:by|on|through|from|are|were|is|an|now|use of|still) agency\b(?! (?:deci|part|fost))",
        r"(?<=\band )agency\b(?! (?:deci|part|fost))",
        r"(?<=§ )agency\b",
        r"\b(?:staff|workers?|workforce|team|posts?|practitioners|managers|locums)\b"
        r"[^#§¤;,.]{0,30}\b(?:from|through|via|by|with|on) (?:\w+ )?agenc(?:y|ies)\b",
        r"\b(?:hired|employed|supplied|engaged|provided) (?:through|from|via|by) (?:\w+ )?"
        r"agencies\b",
        r"\blocums?\b",
        r"\b(?:social workers?|staff|workers?|workforce|practitioners)\b[^#¤;.]{0,25}"
        r"(?<=[ §])(?:are|were|is|was) temporary\b(?! (?:and|measure|arrange|cover|manag))",
        r"\btemporary (?:social workers|staff|workers)\b",
    ),
    _words(
        "permanent social workers", "up",
        r"\bpermanent(?:ly)? (?:social|staff|work|practi|manag|employ|post|contract|team|fill)",
        r"\b(?:are|were|is|now|being|hold|have) (?:now )?permanent\b(?! (?:exc|plac|home|fam"
        r"|carer))",
        r"(?<=§ )permanent(?=[,.;)]|$| and)",
        r"\bfilled (?:with|by) permanent", r"\bemployed (?:permanently|on permanent)",
    ),
    _words(
        "staff turnover", "down",
        r"\bturnover\b(?! (?:of|in|among) (?:[\w-]+ ){0,2}?(?:board|members?\b)"
        r"| (?:(?:has|have|had) )?(?:result|led|mean|cause))",
    ),
    _words(
        "vacancies", "down",
        r"(?<!covering )(?<!cover )(?<!into )\bvacanc(?:y|ies)\b",
        r"\b(?:posts?|positions?|establishment|roles?)\b[^#§¤;,]{0,25}\b(?:vacant|unfilled|empty)\b",
        r"\bvacant (?:[\w-]+ ){0,3}?posts?\b",
        r"(?<=§ )(?:are|were|is|was|remain\w*) (?:\w+ )?(?:vacant|unfilled)\b",
    ),
    _words("re-referrals", "down", r"\bre-?\s?referr\w*\b(?! (?:rates? )?(?:for|of|to) marac)",
           r"\brepeat referrals?\b"),
    _words(
        "repeat protection plans", "down",
        r"\b(?:repeat|second|subsequent)(?: or (?:subsequent|further))? (?:child )?"
        r"(?:protection )?plans?\b",
        r"\bplans?\b[^#§¤;]{0,20}\b(?:second|subsequent|another)(?: or subsequent| or more)? time",
        r"\b(?:second|subsequent)(?: or subsequent)? (?:period|episode|time) (?:of|on|under)"
        r" (?:an? )?"
        r"child protection",
        r"\bpreviously (?:been )?(?:the )?(?:subjects? (?:to|of)|on|had) an? (?:child"
        r" )?(?:protection )?"
        r"plan\b",
    ),
    _words(
        "placement moves", "down",
        r"# (?:or more )?placements?\b", r"(?<!no )\bplacement (?:moves?|changes)\b",
        r"\b(?:moved|changes? of) placements?\b", r"# (?:or more )?(?:moves|homes)\b",
    ),
    _words(
        "placement stability", "up",
        r"\bsame (?:placement|home|foster)", r"\bin (?:their |a |one )?(?:stable |current "
        r"|long-term )?"
        r"placements? for\b",
        r"\bplacement stability\b[^#§¤;,.]{0,70} (?:at|to|is|was) (?=§)",
    ),
    _words(
        "changes of social worker", "down",
        r"\bchanges? (?:of|in)(?: their| allocated)? (?:social )?workers?\b",
        r"(?<!of )(?<!the )(?<!its )(?<!their )# (?:or more )?(?:different )?social workers\b",
    ),
    _words(
        "unallocated cases", "down",
        r"\bunallocated\b",
        r"\b(?:no|without an?|not have an?)(?: (?:named|allocated)(?: social)?| social) worker",
        r"\bnot (?:yet )?(?:been )?allocated(?! an? (?:pa\b|pers|ment))",
    ),
    _words(
        "returned to care", "down",
        r"(?<!or )(?<!or had )(?<!or have )\breturn(?:ed|ing)? to (?:be(?:ing)? looked after"
        r"|(?:local authority )?care\b)",
        r"\b(?:re-?admitted|back) (?:in)?to care\b", r"\bre-?enter(?:ed|ing)? care\b",
    ),
    _words(
        "children without a plan", "down",
        r"\b(?:without|not have|not having|have no|had no)(?: an?| their| any)?(?: [\w-]+){0,3}?"
        r" (?:plans?|peps?)\b",
        r"\bplans? do(?:es)? not have one\b",
    ),
    _words(
        "children outside the area", "",
        r"\b(?:live|lives|living|reside|placed|placements?)\b[^#§¤;,]{0,25}\bout(?:side)?(?: of)?"
        r"(?: the| their)?(?: local)? (?:authority|area|borough|city|county|council)\b",
        r"\b(?:live|lives|living|placed) outside(?: of)? (?!(?:the|their|its|an?|home|famil\w+"
        r"|school"
        r"|parental|mainstream|normal|local|education|timescales?)\b)(?=[a-z])",
        reach=65,
    ),
)  # fmt: skip
_THIS_IS: Final = re.compile(
    r"(?:this|it|the (?:rate|figure|proportion|percentage))"
    r"(?: (?:is|was|stands?|stood|has|now|currently|been|remains?|high|low|at|just|only|over"
    r"|under|about"
    r"|around|nearly|almost))+ §(?! (?:of|in) (?:the|all|its)\b)"
)
"""A sentence that says no more than how much: "this was at 23% in june"."""
FARTHEST: Final = 140
_HAS_ITS_OWN: Final = re.compile(r"[^#§¤,;.]{0,30}[\^§]")
"""What follows words whose number is yet to come: "to 18% and agency staffing from 38% to 20%"."""
_HAD_ITS_OWN: Final = re.compile(r"§(?:[^#§¤,;.]|# or more){0,60}$")
_OPENS: Final = re.compile(r"\band (?:(?:only|just|over|about|nearly|almost) )*$")
"""Where a number opens a clause after words that had theirs: "9% moved and 70% stayed"."""
_LIGHT: Final = {"and": 12, "(": 12, "with": 20}
_BREAK: Final = re.compile(
    r"[,:;(]|\b(?:while|but|whereas|although|with)\b|\band\b|[#§¤](?! or more)"
    r"|\b(?:number|minority) of\b"
)
_BRACKETED: Final = re.compile(r" \((?:or )?[#§]\)")
_ASIDE: Final = re.compile(
    r" \([^()#§¤]*#[^()§¤]*\)(?= and (?:has|have|is|are|now)\b)|(?:- ?|\()#(?: [\w-]+)? (?:out"
    r" )?of (?:[\w']+ ){0,3}#(?: -|\)) |, (?:which|with an?"
    r"|including|in) [^#§¤,;.]{0,45},"
)
"""The counts that a share comes from, which part it from nothing: "half - 54 of 130 - are"; nor
does what is only said by the way."""
_CLOSED: Final = re.compile(r"[^()]*\)")
_STOPS: Final = re.compile(
    r"; (?!(?:at|current|the current|this|it|the (?:rate|figure|proportion)|rates?|now)\b)|\. "
)
# A part of a part ("of whom 31% live elsewhere") says little of the whole.
_PART_OF_PART: Final = re.compile(r"\bof whom[ ,#(\w]{0,16}$")
# So does one that is counted of another number's: "31% are vacant, with locums in half of them".
_OF_THEM: Final = re.compile(r" of (?:them|these|those|which|whom)\b")
_NO_CHILDREN: Final = re.compile(r" of (?:[\w'-]+ ){0,3}?(?:carers|households|adopters|families)\b")
_OF_VACANCIES: Final = re.compile(
    r" of (?:(?:the|its|all|these|those|total|current|existing) )*(?:vacan|unfilled"
    r"|(?:agency|locum)(?: social)? (?:staff|work))"
)
_LISTED_AFTER: Final = re.compile(r"§ of [^#§;]{0,80}(?:,| and|, and|, while) $")
_NO_OTHER: Final = re.compile(
    r" (?:for|between|more|less|over|under|have|had|were|are|did|left"
    r"|within)\b"
)
"""Of whom a number in a list is that names nobody: "22% of locums stay two years, 51% for one"."""
_AGENCY: Final = re.compile(r" (?:agency|locum)(?: social)? (?:staff|work)")
# "Reduced by 60%", "a 7% increase", "12 percentage points" tell of a change and not how much it is.
_BY: Final = re.compile(
    r"\b(?:by|(?:increase|rise|reduction|decrease|fall|drop|gap|difference) of"
    r"|(?<!make )(?<!made )(?<!makes )(?<!making )up|down|rose|risen"
    r"|fell|fallen|grew|grown|increased|decreased|dropped|declined|reduced)"
    r"(?: (?:over|more than|up to|around|about|almost|nearly|approximately|a further))?(?: an?)? $"
)
_CHANGE: Final = re.compile(
    r" (?:\w+ )?(?:increase|rise|reduction|decrease|fall|drop|growth)\b"
    r"| (?:more|less|fewer|higher|lower|greater|better|worse) than\b"
)


def shares(shape: Shape, previous: str) -> Iterator[Taken]:
    """The shares of staff, children and cases; what "this is 23%" speaks of is told before."""
    text = shape.text
    if SHARE not in text:
        return
    places = [place for place in shape.numbers if text[place] == SHARE]
    said = [
        (words, spans) for words in _SHARES if (spans := spans_of(compiled(words.pattern), text))
    ]
    if not said and (match := _THIS_IS.match(text)):
        yield from _told_before(match.end() - 1, previous)
    for place in places:
        if not said or is_change(text, place) or _is_of_another(shape, place):
            continue
        near, words = min(
            ((distance(text, place, spans), words) for words, spans in said), key=lambda s: s[0]
        )
        if near > words.reach:
            continue
        if words.measure == "children outside the area" and (
            _NO_CHILDREN.match(text, place + 1)
            or _PART_OF_PART.search(text, max(0, place - 40), place)
            or text.startswith((" of these", " of those", " of them"), place + 1)
        ):
            continue
        yield Taken(place, words.measure, "%", words.better)


def _told_before(place: int, previous: str) -> Iterator[Taken]:
    """The share of a sentence that only says how much, if the one before names one measure."""
    before = previous.lower()
    said = [words for words in _SHARES if compiled(words.pattern).search(before)]
    if len(said) == 1 and "%" not in before and "per cent" not in before:
        yield Taken(place, said[0].measure, "%", said[0].better)


def _is_of_another(shape: Shape, place: int) -> bool:
    """Whether a share is of those that a share or count before it tells of, or of vacancies or
    agency workers: "three in five agency workers", but not "60% agency workers"."""
    text = shape.text
    if shape.numbers[place].words and _AGENCY.match(text, place + 1):
        return True
    if _OF_VACANCIES.match(text, place + 1):
        return True
    listed = _LISTED_AFTER.search(text, 0, place)
    if (
        listed
        and _OF_VACANCIES.match(text, listed.start() + 1)
        and _NO_OTHER.match(text, place + 1)
    ):
        return True
    return bool(_OF_THEM.match(text, place + 1) and re.search("[#§]", text[:place]))


def spans_of(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Where the words of a measure stand."""
    return [match.span() for match in pattern.finditer(text)]


def distance(text: str, place: int, spans: list[tuple[int, int]]) -> int:
    """How far a number is from the nearest of some words: in characters, more over a break.

    Words farther than `FARTHEST` are not looked at."""
    best = 10_000
    for start, end in spans:
        one, two = (end, place) if end <= place else (place + 1, start)
        if two - one >= min(best, FARTHEST):
            continue
        between = _ASIDE.sub("", text[one:two])
        if start > place and (bracketed := _BRACKETED.match(between)):
            between = between[bracketed.end() :]
        if _STOPS.search(between):
            continue
        far = len(between)
        if end <= place and _CLOSED.match(between):
            far += 100  # words in a bracket say nothing of what comes after it
        if start > place:
            others = _HAS_ITS_OWN.match(text, end)
        else:
            others = _OPENS.search(between) and _HAD_ITS_OWN.search(text, max(0, start - 60), start)
        for match in _BREAK.finditer(between):
            sign = match.group()
            far += 60 if sign in "#§¤" else 35 if others else _LIGHT.get(sign, 35)
        best = min(best, far)
    return best


_CLAUSES: Final = re.compile(r"; |, (?:and|but|while|whereas|although)\b")


def in_clause(words: re.Pattern[str], text: str, place: int) -> bool:
    """Whether some words stand in the same clause as a place."""
    start, end = 0, len(text)
    for match in _CLAUSES.finditer(text):
        if match.end() > place:
            end = match.start()
            break
        start = match.end()
    return words.search(text, start, end) is not None


def is_change(text: str, place: int) -> bool:
    """Whether a number tells by how much something changed."""
    return bool(_BY.search(text[max(0, place - 40) : place]) or _CHANGE.match(text, place + 1))
