"""Whether a grade that an article tells is given now, or recalled: "since it was rated".

An article on a monitoring visit recalls the inspection that judged the council; only a grade
that is given now is that of an inspection which the article reports on.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, cast

from store.model.vocabulary import Grade
from store.parsing.graded_subject import of_something_else
from store.parsing.inadequate import TIME_SINCE
from store.parsing.numbers import NUMBER
from store.parsing.sentences import LONGEST, split_sentences
from store.parsing.times.dates import months_between
from store.parsing.times.told_dates import told_dates

_GRADE_WORDS: Final = ("inadequate", "outstanding", "good", "improvement")
_MOVED: Final = (
    r"(?:(?:down|up)graded|(?:moved?|go(?:ne|es)?|went|risen|rose|climb(?:ed|s)?|drop(?:ped|s)?|fell"
    r"|fallen|slipped|leaps?|leapt|leaped|jump(?:ed|s)?)(?: up| down| straight)?)"
)
_GAVE: Final = (
    r"(?:rated|judged|graded|ranked|branded|awarded|received|given|handed|retain\w*|achiev\w+"
    r"|found(?: [\w’'-]+){0,9} to be|deemed|secured|praised as|gets?|keeps?|earns?|receives?"
    r"|wins?|(?:led to|resulted in|ended (?:in|with)) an? (?:\w+ ){0,2}"
    r"(?:rating|judgement|grade) of)"
)
_SAYS: Final = (
    r"(?:says?|said|finds?|found) (?:that )?(?:its |the (?:council|authority|county|borough|city)"
    r"['’]s )?(?:children['’]s )?(?:services?|council)"
)
_GRADED: Final = re.compile(
    rf"\b{_MOVED}\b[^.]{{0,60}}?\bto (?:be )?[‘'\"“]?(?P<changed>outstanding|good|inadequate"
    r"|requir\w+ improvement)\b"
    rf"|\b{_GAVE}\b[^.]{{0,90}}?\b(?P<grade>outstanding|good|inadequate|requir\w+ improvement)\b"
    r"|\b(?:is|are|was|were|remains?) [‘'\"“](?P<stated>outstanding|inadequate)\b"
    r"|\b(?:is|are|has been|have been) now [‘'\"“](?P<now>outstanding|good|requires improvement)\b"
    rf"|\b{_SAYS} [‘'\"“]?(?P<says>requires? improvement)\b"
    r"|[‘'\"“](?P<quoted>outstanding|good|inadequate|requires improvement)(?: to be good)?,?[’'\"”]"
    r"(?: \w+){0,3} (?:rating|judgement|verdict|grade|report|inspection)",
    re.IGNORECASE,
)
_FORMERLY: Final = re.compile(r"\b(?:previously|formerly|once(?! again))\b", re.IGNORECASE)
_LAST_INSPECTION: Final = (
    r"(?:last|previous|earlier|original) (?:(?:full|ofsted|ofsted['’]s) )*inspection\b"
)
_BEFORE: Final = re.compile(r"\b(?:up|down|moving|improving|improved)?,? from [‘'\"“]?[a-z]")
_OF_GRADE: Final = re.compile(
    r"\b(?:rat(?:ed|ing)|judged|graded|outstanding|good|inadequate|requir\w+ improvement)\b"
    r"|^\s*(?:since|which|who|whose|where|and (?:which|who|whose|where))\b",
    re.IGNORECASE,
)
"""A clause with a grade of its own, or one said by the way: its date is not that of the next."""
_YEAR: Final = re.compile(
    r"(?<!since )(?<!from )(?<!until )(?<![\d£])\b(?:19|20)\d\d\b(?![-–/,]\d|[’']s vision)"
)
_COUNTED_FROM: Final = re.compile(r"\b(?:since|from|until)\s+$", re.IGNORECASE)
_RECALLED: Final = re.compile(
    # "had been rated", "having been rated", "despite being rated"
    r"\b(?:had(?: \w+){0,2}?|having(?: \w+)?|(?:since|despite|from) (?:it was |being ))\s+$"
    r"|\b(?:had|having) (?:\w+ )?been\s+(?:\w+\s+)?$"
    # "two years after it was rated", "the sixth time since a report branded it"
    r"|\b(?:years?|months?|half) (?:after|since)\b[^,;]*$"
    r"|\b(?:years?) (?:ago|earlier|before),?\s[^,;]*$"
    rf"|\bsince (?!\d|(?:its|the|their) {_LAST_INSPECTION}"
    rf"|(?:[A-Z][a-z]+ )?(?:19|20)\d\d|{NUMBER}\b)[^,;]*$"
    r"|\bunlike\b[^,;]*$"
    # "inspectors visited after the council was rated"
    r"|\b(?:visit(?:ed)?|returned|came|went back)\b[^,;]{0,40}? after (?!which\b)[^,;]*$"
    rf"|(?<!since its )(?<!since the )\b{_LAST_INSPECTION}[^;]*$",
    re.IGNORECASE,
)
"""Right before a grade: it was given some time ago."""
_STATE: Final = re.compile(
    r"\b(?:currently|still|already|remains?|remained|continu\w+ to be|stays?)\s+(?:been\s+)?$"
    r"|\b(?:which|who|(?:whose|where)(?: [\w’'-]+){1,4}) (?:is|are|was|were)"
    r"\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
"""The state a council is in: "which are rated", "currently rated", unless a date is given."""
_RECALLED_BEHIND: Final = re.compile(
    rf"^[’'\"”]?[^,;]{{0,60}}?(?:\bfor (?:(?:the|over|more than|almost|nearly|about|some|last|past)"
    rf" )*(?:{NUMBER}|several|many|a few|a) (?:years?|months?)\b"
    rf"|\b(?:at|in|during|by|after|following) (?:its|the|their|ofsted['’]s) {_LAST_INSPECTION}"
    r"|\byears? (?:ago|earlier|before)\b|\bat the time\b|\buntil (?:its|the|their) next\b"
    r"|\b(?:under|by) (?:its|the|their|a) (?:previous|former|old|last) )",
    re.IGNORECASE,
)
_BY_THE_WAY: Final = re.compile(r",\s+(?:\w+ly\s+|itself\s+|also\s+)?$")
"""Right before "rated inadequate," set between commas behind a name."""
_WHOLE: Final = re.compile(
    r"(?: to be good)?[’'\"”]?(?:[,.;:]|$|\s(?:[–—-]|overall|by|after|following|across|with|despite"
    r"|in (?:all|every|just|only|under|less than|an?|\w+ years|its (?:latest|most recent))\b"
    r"|at (?:its|the)|rating|judge?ment|verdict|grade|status|services?|today|this|last|from"
    r"|for the (?:first|second|third)|and|but|when|since|on|up|down)\b)",
    re.IGNORECASE,
)
"""Right behind the grade of the whole, not of one area: "good overall", "good in every area"."""
MOST_WORDS: Final = 12
"""The words from "rated" to the grade."""
LEAD: Final = 6
"""The grade it reports on stands in the headline or the paragraphs up to this one."""
RECENT_MONTHS: Final = 6
"""A report comes out within about two months of the inspection; some were held back longer."""


def grade_reported(paragraphs: Sequence[str], told: str) -> str | None:
    """The first grade that the lead gives without dating it to the past; None without one."""
    graded = (grade_now(text, told) for text in paragraphs[:LEAD])
    return next(filter(None, graded), None)


def overall_grade_now(paragraphs: Sequence[str], told: str) -> tuple[Grade, str] | None:
    """The grade of the whole that the lead gives now, with its sentence; None where the first
    grade it gives may be that of one area, or no grade at all: "found staff to be good at"."""
    for sentence in (said for text in paragraphs[:LEAD] for said in split_sentences(text)):
        for grade, recalled, match in _matched_grades(sentence, told):
            if recalled:
                continue
            known = "requires improvement" if grade.startswith("requir") else grade
            plain = match.group().count(",") == 0 and len(match.group().split()) <= MOST_WORDS
            if not plain or not _WHOLE.match(sentence, match.end()):
                return None
            return cast("Grade", known), sentence
    return None


def grade_now(text: str, told: str) -> str | None:
    """The first grade that a paragraph gives the council now; None without one."""
    return next((grade for grade, recalled in _grades(text, told) if not recalled), None)


def recalled_grades(paragraphs: Sequence[str], told: str) -> frozenset[str]:
    """The grades that an article says the council was given some time ago."""
    return frozenset(
        grade for text in paragraphs for grade, recalled in _grades(text, told) if recalled
    )


def grade_behind(sentence: str, at: int) -> bool:
    """Whether a grade ends right before `at`: "rated inadequate last week"."""
    return any(0 <= at - match.end() < 25 for match in _GRADED.finditer(sentence))


def _grades(text: str, told: str) -> Iterator[tuple[str, bool]]:
    """Each grade that a paragraph gives the council, and whether it is recalled."""
    for sentence in split_sentences(text):
        for grade, recalled, _ in _matched_grades(sentence, told):
            yield grade, recalled


@lru_cache(maxsize=256)  # several questions are asked of each sentence of an article
def _matched_grades(sentence: str, told: str) -> tuple[tuple[str, bool, re.Match[str]], ...]:
    """As `_grades`, each with the words that give it."""
    return tuple(_read_grades(sentence, told))


def _read_grades(sentence: str, told: str) -> Iterator[tuple[str, bool, re.Match[str]]]:
    lower = sentence.lower()
    if len(sentence) > LONGEST or not any(grade in lower for grade in _GRADE_WORDS):
        return
    start = 0
    for match in _GRADED.finditer(sentence):
        if of_something_else(sentence, match.start(), match.end()):
            continue
        before, after = sentence[start : match.start()], sentence[match.end() :]
        if start:  # up to the comma it is told of the grade before
            before = before.partition(",")[2] or before
        grade: str = next(filter(None, match.groups()))
        yield grade.lower(), _is_recalled(before, match.group(), after, told), match
        start = match.end()


def _is_recalled(before: str, graded: str, after: str, told: str) -> bool:
    """Whether a grade was given some time ago.

    Args:
        before: what stands before the grade in its sentence, behind a grade before it.
        graded: the words of the grade.
        after: what stands behind it.
        told: the article's own date.
    """
    # "rated good, up from inadequate in 2016": that year is of the grade before.
    behind = TIME_SINCE.sub(" ", _BEFORE.split(after[:70])[0])
    dates = [span.start for span in told_dates(behind, told) if len(span.start) >= 7]
    if any(months_between(start, told) > RECENT_MONTHS for start in dates):
        return True
    years = re.findall(r"\b(?:19|20)\d\d\b", behind)
    if not dates and years and told and years[0] < told[:4]:
        return True
    if _FORMERLY.search(f"{before}{graded}{after}"):
        return True
    if _RECALLED.search(before) or _RECALLED_BEHIND.match(after):
        return True
    if dates:
        return False  # dated, and not to the past
    if _STATE.search(before):
        return True
    if _BY_THE_WAY.search(before) and before.count(",") % 2 and "," in after:
        return True
    return _is_dated_to_the_past(before, told)


def _is_dated_to_the_past(before: str, told: str) -> bool:
    """ "In January 2017 Ofsted rated", "Ofsted's 2016 report rated": by the last date given."""
    last: str | None = None
    for clause in re.split(r"[,;]", before):
        if _OF_GRADE.search(clause):
            continue
        places = [
            (span.at, span.start)
            for span in told_dates(clause, told)
            if len(span.start) >= 7 and not _COUNTED_FROM.search(clause[: span.at])
        ]
        places.extend((year.start(), year.group()) for year in _YEAR.finditer(clause))
        if places:
            last = max(places)[1]
    if last is None or not told:
        return False
    if len(last) >= 7:
        return months_between(last, told) > RECENT_MONTHS
    return f"{last}-12" < told[:7] and months_between(f"{last}-12", told) > RECENT_MONTHS
