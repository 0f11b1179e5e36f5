"""Figures of the workforce and of casework: what is measured, how much, in which sentence."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from store.model.document import Figure, Sentence
from store.parsing.numbers import NUMBER, number_of

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
        rf"|\baverage of (?P<value2>{NUMBER})(?=[.,; ]|$)(?!{_PERCENT})",
    ),
    _measure(
        "highest caseloads",
        "cases",
        rf"\b(?:caseloads? of|holding|having|carrying|hold|as many as|up to|as high as)\s"
        rf"(?:between )?(?:{_RANGE}|(?:as many as |up to |over )?{_N})\b(?!{_PERCENT})"
        rf"(?! (?:per|hours|days|weeks|months|years))",
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
_CASELOAD = re.compile(r"\bcaseloads?|cases\b", re.IGNORECASE)


def figures(sentences: Sequence[Sentence]) -> list[Figure]:
    """The figures of all sentences, in order, each measure once a sentence."""
    found: list[Figure] = []
    previous = ""
    for index, sentence in enumerate(sentences):
        text = sentence.text
        if any(char.isdigit() for char in text) or "ty" in text or "teen" in text:
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
        value = number_of(groups.get("value") or groups.get("value2") or "")
        if value is not None:
            found.append(Figure(measure.name, value, None, None, measure.unit, index))
    return found
