"""Figures of the workforce and of casework: what is measured, how much, in which sentence."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from store.model.document import Figure, Sentence
from store.parsing.numbers import NUMBER, number_of
from store.parsing.sentences import LONGEST

_N: Final = rf"(?P<value>{NUMBER})"
_PERCENT: Final = r"\s?(?:%|per cent|percent)"
_RANGE: Final = rf"(?P<low>{NUMBER})\s?(?:to|-|–|and)\s?(?P<high>{NUMBER})"
_STAFF: Final = r"(?:social workers?|staff|workers|workforce|practitioners|posts|managers)"


class _Measure(NamedTuple):
    name: str
    unit: str
    pattern: re.Pattern[str]


def _measure(name: str, unit: str, pattern: str) -> _Measure:
    return _Measure(name, unit, re.compile(pattern, re.IGNORECASE))


_MEASURES: Final[tuple[_Measure, ...]] = (
    _measure(
        "agency staff",
        "%",
        rf"\b{_N}{_PERCENT}(?: of [\w' ]{{0,40}}?)?(?:{_STAFF})?[^.;%]{{0,30}}?\bagency\b"
        rf"|\bagency (?:{_STAFF}|rates?|use)\b[^.;%]{{0,60}}?\b(?P<value2>{NUMBER}){_PERCENT}",
    ),
    _measure(
        "permanent social workers",
        "%",
        rf"\bpermanent (?:{_STAFF})\b[^.;%]{{0,80}}?\b{_N}{_PERCENT}"
        rf"|\b(?P<value2>{NUMBER}){_PERCENT}[^.;%]{{0,50}}?\bpermanent\b",
    ),
    _measure("staff turnover", "%", rf"\bturnover\b[^.;%]{{0,50}}?\b{_N}{_PERCENT}"),
    _measure(
        "vacancies",
        "%",
        rf"\bvacanc(?:y|ies)(?: rates?)?\b[^.;%]{{0,40}}?\b{_N}{_PERCENT}",
    ),
    _measure(
        "average caseload",
        "cases",
        rf"\baverage (?:social work(?:er)? )?caseloads?\b[^.;]{{0,45}}?"
        rf"\b(?:was|were|is|are|of|at|to)\s(?:now |about |around |approximately )?"
        rf"{_N}\b(?!{_PERCENT})"
        rf"|\baverage of (?P<value2>{NUMBER})(?=[.,; ]|$)(?!{_PERCENT})"
        rf"|\bcaseloads?\b[^.;]{{0,40}}?\b(?P<value3>{NUMBER})(?: cases| children)? on average\b"
        rf"|\bcaseloads?(?: now)? averag(?:e|ed|ing)(?: about| around)? (?P<value4>{NUMBER})\b"
        rf"(?!{_PERCENT})",
    ),
    _measure(
        "highest caseloads",
        "cases",
        r"\b(?:(?<!average )(?<!averages )caseloads? of|holding|having|carrying|hold|as many as"
        r"|up to|as high as)\s"
        rf"(?:between )?(?:{_RANGE}|(?:as many as |up to |over )?{_N})\b(?!{_PERCENT})"
        rf"(?! (?:per|hours|days|weeks|months|years))"
        rf"|\bha(?:ve|d|s) (?:over|more than) (?P<value2>{NUMBER}) (?:cases|children)\b",
    ),
    _measure(
        "recent appointments",
        "people",
        rf"\b{_N} (?:recent|new) appointments\b|\bappointed (?P<value2>{NUMBER}) ",
    ),
    _measure(
        "shortlisted for interview",
        "people",
        rf"\b{_N} (?:\w+ )?shortlisted\b"
        rf"|\bshortlisted (?:a further |another )?(?P<value2>{NUMBER})\b",
    ),
    _measure(
        "unallocated cases",
        "cases",
        rf"\b{_N} (?:cases|children)(?: where| for whom| with| who)?[^.;]{{0,25}}?"
        rf"\b(?:no|without a?|had not been|unallocated|not allocated)\b"
        rf"|\b(?P<value2>{NUMBER}) (?:unallocated|cases were unallocated)\b",
    ),
)
_VALUES: Final = ("value", "value2", "value3", "value4")
_TO = re.compile(rf"{_PERCENT}?\s+(?:[\w ]{{0,30}} )?to (?P<now>{NUMBER}){_PERCENT}", re.IGNORECASE)
_MAY_COUNT = re.compile(r"\d|t(?:y|een)")
_CASELOAD = re.compile(r"\bcaseloads?|cases\b", re.IGNORECASE)


def figures(sentences: Sequence[Sentence]) -> list[Figure]:
    """The figures of all sentences, in order, each measure once a sentence."""
    found: list[Figure] = []
    previous = ""
    for index, sentence in enumerate(sentences):
        text = sentence.text
        if len(text) > LONGEST:
            continue
        if _MAY_COUNT.search(text):
            found.extend(_in_sentence(text, previous, index))
        previous = text
    return found


def _in_sentence(text: str, previous: str, index: int) -> list[Figure]:
    about_cases = bool(_CASELOAD.search(text) or _CASELOAD.search(previous))
    found = []
    for measure in _MEASURES:
        match = measure.pattern.search(text)
        if not match:
            continue
        if measure.name in ("highest caseloads", "average caseload") and not about_cases:
            continue
        groups = match.groupdict()
        if groups.get("low"):
            low, high = number_of(groups["low"]), number_of(groups["high"])
            if low is not None and high is not None and low < high:
                found.append(Figure(measure.name, None, low, high, measure.unit, index))
            continue
        group = next((name for name in _VALUES if groups.get(name)), None)
        value = _current(text, match, group) if group else None
        if value is not None:
            found.append(Figure(measure.name, value, None, None, measure.unit, index))
    return found


def _current(text: str, match: re.Match[str], group: str) -> float | None:
    """The value printed; of "from 35% to 28%" the one that holds now."""
    start, end = match.span(group)
    if re.search(r"\bfrom $", text[max(0, start - 5) : start]) and (now := _TO.match(text, end)):
        return number_of(now.group("now"))
    return number_of(match.group(group))
