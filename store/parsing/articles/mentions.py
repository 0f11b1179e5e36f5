"""What single sentences of an article say of visits: kind, number, date."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from store.model.visit import ORDINAL, ordinal_from_words
from store.model.vocabulary import VisitKind
from store.parsing.articles.comings import (
    BY_VERB,
    MENTION,
    TO_COME,
    WORKED,
    kind_of_mention,
    number_in_mention,
)
from store.parsing.articles.ordinals import (
    COUNTED,
    TIME_THEY_CAME,
    number_behind,
    number_of_it,
    time_they_came,
)
from store.parsing.councils import register
from store.parsing.graded_subject import of_something_else
from store.parsing.sentences import LONGEST
from store.parsing.times.dates import DateSpan
from store.parsing.times.months import MONTH
from store.parsing.times.told_dates import told_dates

_WEEKS: Final = re.compile(
    r"\b(?:two|three|four|five|six|\d)[ -]weeks?\b(?! ago)|\bfortnight(?! ago)", re.IGNORECASE
)
"""A full inspection lasts for weeks; inspectors come for days to see what became of it."""
_INSPECTORATE: Final = re.compile(
    r"\b(?:ofsted|inspect\w*|watchdog|monitor\w*|judged|rated|inadequate|regulator)\b",
    re.IGNORECASE,
)
_HINTS: Final = (
    "visit", "inspect", "ofsted", "watchdog", "monitor", "regulator", "inadequate", "focus",
    "assurance", "judged", "rated", "jtai", "targeted",
)  # fmt: skip
"""A sentence with none of these tells of no visit: it is not searched further."""
_OF_A_VISIT: Final = re.compile(
    r"\b(?:letter|report|findings)\b[^.;]{0,60}\bvisit\b"
    r"|\bvisit\b[^.;]{0,60}\b(?:letter|findings|found|looked|examined|focuss?ed|praised|concluded"
    r"|concentrated|identified|highlighted|progress)\b",
    re.IGNORECASE,
)
"""Whose visit it is goes without saying where it was written up, or found something."""
_TO_COME: Final = re.compile(
    r"\b(?:next|future|further|planned|upcoming|another|more|regular|forthcoming)\s+$"
    r"|\b(?:will|due to|expected to|expects?|ahead of|before)\b[^.]{0,60}$",
    re.IGNORECASE,
)
_NOT_THE_VISIT: Final = re.compile(
    r"\b(?:judged|rated|rating|inadequate|handed|appointed|since|until|took over|published"
    r"|released|launched|joined)\b",
    re.IGNORECASE,
)
_MADE_PUBLIC: Final = re.compile(
    r"\b(?:published|released|reported|announced|revealed|made public|came out)\b", re.IGNORECASE
)
"""Between a date and a visit: it is the day on which the findings came out, not the visit's."""
_OUT_ON: Final = re.compile(rf"(?:{_MADE_PUBLIC.pattern})[^,.]{{0,12}}$", re.IGNORECASE)
_LAST_OF: Final = re.compile(
    rf"[^.;]{{0,80}}?\bthe (?:(?:{ORDINAL}) and )?"
    rf"(?:latest|last|most recent|(?:{ORDINAL})(?= of (?:which|them|these)))"
    r"(?: of (?:which|them|these)| being"
    r"|(?: one)?(?=,? (?:in|on|at|over|during|between|last|earlier|this|took|was|came|ended)\b))",
    re.IGNORECASE,
)
"""Behind "three monitoring visits": the date that follows is that of one of them."""
_NOT_ALL: Final = re.compile(
    r"\b(?:(?:this|last|past|previous|recent) (?:\w+ )?(?:years?|months?|weeks?|summer|spring"
    rf"|autumn|winter)|more|further|other|another|in (?:20\d\d|(?-i:{MONTH})) alone)\b",
    re.IGNORECASE,
)
"""The last of so many visits has not their number where they are not counted from the judgement."""
_IT_WAS: Final = re.compile(
    r"(?:the|this) (?:\w+-day )?visit,? (?:took place|was (?:held|carried out)|on|in|over|came)\b",
    re.IGNORECASE,
)
_ON_DAYS: Final = re.compile(
    r"(?:\b(?:on|from|between|over|of|spent|and)|^|[,–—-])\s*(?:(?:the|\w+day|and|,)\s*)*$",
    re.IGNORECASE,
)
"""Right before the days on which something was done."""
_OF_THE_CASES: Final = re.compile(
    r"\b(?:\w+ed|begun|born|held|sent) (?:on|between|from|over|in)\s*(?:the\s+|[A-Z]\w+day,?\s+)*$"
)
"""Between what inspectors did and a date: "cases closed on", it is not theirs."""
_SOMEBODY_ELSE_S: Final = re.compile(
    r"\b(?:social workers?|health visitors?|ministers?|mothers?|fathers?|parents?|carers?|cabinet"
    r"|mps?|he|she)\b[^.;,]{0,30}\b(?:paid|made|had|got|received|during|on|arranged)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_OBJECT_END: Final = re.compile(r"[,;.]|\s(?:and|to|on|in|as|after|for|from|between)\s", re.I)
"""Behind a verb or noun: what it says of whom they visited ends here."""
_CARRIED_OUT: Final = re.compile(
    r"\b(?:carried out|conducted|took place|held|found|said|was|were|has|have|had|findings|results"
    r"|letter|report|follow\w*|after)\b",
    re.IGNORECASE,
)
_OWN_COUNT: Final = re.compile(r"['’]s?\s|ofsted['’]s", re.IGNORECASE)
"""Before "third visit": whoever comes counts it."""
_APPOSED: Final = re.compile(r"(?:,|[-–—])\s*(?:(?:the|its|their|a)\s+)?$", re.IGNORECASE)
_RENAMED: Final = re.compile(r"\s*(?:\(|[-–—:])\s*(?:an? )?")
"""Between two names of one visit."""
_IS_SAME: Final = re.compile(
    r"\b(?:for|on|as|during|in)\s+(?:a|an|the|its|their|what was)\s+"
    rf"(?:(?:\w+\s+)?(?:{ORDINAL})\s+)?"
    r"(?:(?:ofsted|such|quarterly|latest)\s+)*(?:monitoring|focuss?ed|assurance)\s+visit\b",
    re.IGNORECASE,
)


class Told(msgspec.Struct, frozen=True):
    """What one sentence says of a visit; no kind where it says only "visit"."""

    kind: VisitKind | None
    ordinal: int | None
    start: str | None
    end: str | None
    said: str = ""
    """The sentence."""
    counted: bool = False
    """Whether its number counts from a judgement on, as Ofsted counts its monitoring visits."""
    loose: bool = False
    """Told by a verb that may as well tell of a full inspection: "inspectors spent two days"."""


def one_date_each(sentence: str, names: Sequence[str], told: str) -> dict[str, DateSpan]:
    """ "Bexley had a visit on 12 January, and Bromley one on 19 January": dates in their order."""
    spans = [span for span in told_dates(sentence, told) if len(span.start) >= 7]
    if len(names) < 2 or len(spans) != len(names):
        return {}
    order: list[str] = []
    for mention in register().mentions(sentence):
        if mention.council in names and mention.council not in order:
            order.append(mention.council)
    return dict(zip(order, spans, strict=True)) if len(order) == len(spans) else {}


def visits_in(sentence: str, told: str, several: bool, follows: bool = False) -> list[Told]:
    """Every visit that a sentence mentions.

    Args:
        sentence: one of the article's.
        told: the article's own date.
        several: whether the article is about more councils than one.
        follows: whether a sentence before it told of a visit, to which "it" can point.
    """
    if len(sentence) > LONGEST:
        return []
    number = number_of_it(sentence) if follows or TIME_THEY_CAME.match(sentence) else None
    whole = sentence
    lower = sentence.lower()
    if not number and not any(word in lower for word in _HINTS):
        return []
    times = time_they_came(sentence)
    if times:
        number, sentence = times.number, times.without
    matches = list(MENTION.finditer(sentence))
    if not matches:
        if worked := _worked(sentence, whole, number, told):
            return [worked]
        counted = bool(COUNTED.search(whole))
        return [Told(None, number, None, None, whole, counted)] if number and not times else []
    spans = told_dates(sentence, told)
    cue = number or _INSPECTORATE.search(sentence) or _OF_A_VISIT.search(sentence)
    cue = cue or (follows and _IT_WAS.match(sentence))
    found: list[Told] = []
    taken = 0
    for place, match in enumerate(matches):
        noun = (match.group("noun") or "").lower()
        last_of = _LAST_OF.match(sentence, match.end())
        plural = noun.endswith("s") or bool(match.group("many"))
        if plural and not match.group("ordinal") and not (several or last_of):
            continue  # "earlier monitoring visits": which ones is not said
        named = kind_of_mention(match)
        if not named and (not cue or _is_of_others(sentence, match)):
            continue  # "a visit" of a social worker, "the visit" of a family
        if _is_no_visit(sentence, match):
            continue
        start = ended = matches[place - 1].end() if place else 0
        end = matches[place + 1].start() if place + 1 < len(matches) else len(sentence)
        # A date that the mention before has taken belongs to that one alone.
        start = max(start, taken, last_of.end() if last_of and plural else 0)
        when = _date_of(sentence, spans, match, start, end, told)
        taken = when.end_at if when else taken
        ordinal = _number_of(match, sentence, end) or (number if place == 0 else None)
        by_verb = any(match.group(did) for did in BY_VERB)
        only_dated = (by_verb and not number) or (match.group("bare") and not ordinal)
        # what joint inspections are in general
        only_dated = only_dated or (named == "jtai" and not _CARRIED_OUT.search(sentence))
        if only_dated and when is None:
            continue
        apposed = ordinal and when is None and _APPOSED.search(sentence, 0, match.start())
        if apposed and found and found[-1].ordinal is None:
            # "came back on 9 January, their second visit since": one visit
            counted = bool(COUNTED.search(whole))
            kind = found[-1].kind or named
            found[-1] = msgspec.structs.replace(
                found[-1], kind=kind, ordinal=ordinal, counted=counted
            )
            continue
        dated = bool(when and found and found[-1].start)
        if found and not dated and _RENAMED.fullmatch(sentence, ended, match.start()):
            # "a focused visit - assurance visit in May": one visit
            if when:
                found[-1] = msgspec.structs.replace(found[-1], start=when.start, end=when.end)
            continue
        start_day, end_day = (when.start, when.end) if when else (None, None)
        counted = bool(ordinal and COUNTED.search(whole))
        loose = bool(match.group("loose") or match.group("then"))
        found.append(Told(named, ordinal, start_day, end_day, whole, counted, loose))
    if not found and (worked := _worked(sentence, whole, number, told)):
        return [worked]
    return _without_verb(found, sentence)


def _is_no_visit(sentence: str, match: re.Match[str]) -> bool:
    """Whether a mention is of what is still to come, of a full inspection, or of none at all."""
    before = sentence[max(0, match.start() - 100) : match.start()]
    if _TO_COME.search(before) or TO_COME.match(sentence, match.end()):
        return True
    return bool(match.group("loose")) and bool(_WEEKS.search(sentence))


def _is_of_others(sentence: str, match: re.Match[str]) -> bool:
    """Whether a school or home was visited, or it was a social worker who did."""
    if match.lastgroup == "bare" and _SOMEBODY_ELSE_S.search(sentence, 0, match.start("bare")):
        return True
    end = _OBJECT_END.search(sentence, match.end())
    said = sentence[match.start() : end.start() if end else len(sentence)]
    return of_something_else(said, 0, len(said))


def _worked(sentence: str, whole: str, number: int | None, told: str) -> Told | None:
    """ "Inspectors sat in on meetings on 8 May": whatever they did there, they did it on days."""
    match = WORKED.search(sentence)
    if match is None or _WEEKS.search(sentence):
        return None
    days = [span for span in told_dates(sentence, told) if len(span.start) == len("2019-05-08")]
    when = _date_of(sentence, days, match, 0, len(sentence), told)
    if when is None or not _ON_DAYS.search(sentence[: when.at]):
        return None
    if _OF_THE_CASES.search(sentence, match.end(), when.at) or _is_of_others(sentence, match):
        return None
    counted = bool(number and COUNTED.search(whole))
    return Told(None, number, when.start, when.end, whole, counted, True)


def _number_of(match: re.Match[str], sentence: str, end: int) -> int | None:
    """The number that stands before a mention, or is set behind it before `end`."""
    number = number_in_mention(match)
    if number and match.group("many") and _NOT_ALL.search(sentence):
        return None  # "two visits this year, the last in May"
    if number:
        return number
    word = match.group("again")
    if word and (COUNTED.search(sentence) or _OWN_COUNT.match(match.group())):
        return ordinal_from_words(word)
    return number_behind(sentence, match.end(), end)


def _without_verb(found: Sequence[Told], sentence: str) -> list[Told]:
    """ "Inspectors visited on 3 May for their fourth monitoring visit" tells of one visit."""
    same = _IS_SAME.search(sentence) if len(found) == 2 else None
    if same is None:
        return list(found)
    verb, noun = found if found[1].kind else (found[1], found[0])
    leads = noun is found[0] and same.start() == 0
    if not noun.kind or noun.start or verb.kind or verb.ordinal or (noun is found[0] and not leads):
        return list(found)
    return [msgspec.structs.replace(noun, start=verb.start, end=verb.end)]


def _date_of(
    sentence: str, spans: Sequence[DateSpan], match: re.Match[str], start: int, end: int, told: str
) -> DateSpan | None:
    """The date that belongs to this mention: behind it before the next, else before it."""
    fitting = []
    last = 0
    for span in spans:
        # Between mention and date no other event may stand; nor right before a date that leads.
        begin = match.end() if span.at >= match.end() else span.at - 60
        before = sentence[max(start, last, begin) : span.at]
        between = before if span.at >= match.end() else sentence[span.end_at : match.start()]
        last = span.end_at
        if span.printed[:5].lower() == "since":
            continue
        if len(span.start) < 7 or (told and span.start > told) or _NOT_THE_VISIT.search(before):
            continue
        if _MADE_PUBLIC.search(between) or _OUT_ON.search(before):
            continue
        if start <= span.at < end:
            fitting.append(span)
    behind = [span for span in fitting if span.at >= match.start() - 8]
    return next(iter(behind or fitting), None)
