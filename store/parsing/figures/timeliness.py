"""Timeliness: what share of visits, assessments, reviews ... is in time or overdue, and how long
care proceedings take.

A number is one of timeliness if words of time stand near it ("within timescale", "overdue"). What
was to be in time is the nearest noun of the sentence or, where it has none ("only 40% were
completed in time"), of the sentence before.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from store.parsing.figures.measures import Taken, distance, in_clause, is_change, spans_of
from store.parsing.figures.shape import COUNT, SHARE, WEEKS, Shape
from store.patterns import compiled

_SUBJECTS: Final = {
    "carer assessments": r"\bassess\w+ of (?:[\w-]+ ){0,3}(?:adopters|carers)\b"
    r"|\b(?:adopter|carer)s?'? assessments?\b",
    "health assessments": r"\b(?:health|medical|dental) (?:and dental )?(?:assessment|check"
    r"|review|need"
    r"|examination|visit)\w*|\b[ir]has?\b",
    "return interviews": r"\breturn(?: home)? interview\w*|\binterview\w*|\brhis?\b",
    "conferences": r"\bconferences?\b|\b[ir]cpcs?\b",
    "strategy meetings": r"(?<!of the )(?<!of a )(?<!of )(?<!from the )\bstrategy (?:meeting"
    r"|discussion)s?\b",
    # The visit of the inspectors is none that could be late.
    "visits": r"\b(?<!previous )(?<!last )(?<!earlier )(?<!monitoring )(?<!focused )(?<!assurance )"
    r"(?<!this )(?<!our )visit\b|\bvisit(?:s|ed|ing)\b"
    r"|\b(?:are|were|been) (?:not )?seen\b|\bsee (?:their|a) social worker",
    "enquiries": r"\benquir(?:y|ies)\b",
    "reviews": r"\breview(?:s|ed)?\b",
    "personal education plans": r"\bpeps?\b|\bpersonal education plans?\b",
    "pathway plans": r"\bpathway plan\w*",
    "plans": r"(?<!protection )(?<!need )(?<!on )\bplans?\b(?! review| to\b)",
    "assessments": r"\bassess(?:ments?|ed)\b",
    "referrals": r"\breferrals?\b"
    r"|(?<!direct )(?<!family )(?<!birth )\bcontacts?\b(?! between| with\b| arrangements|"
    r" management| cent| time)",
    "adoptions": r"(?<!post-)\badoptions?\b(?! (?:support|panel|team|agenc))"
    r"|\badoptive famil(?!ies who)|\badopted\b(?! child)",
    "supervision": r"\bsupervision\b",
    "complaints": r"\bcomplaints?\b",
    "care proceedings": r"(?<!pre-)(?<!following )(?<!following court )\bproceedings\b",
}
_SUBJECT: Final = re.compile("|".join(f"({pattern})" for pattern in _SUBJECTS.values()))
_NAMES: Final = tuple(_SUBJECTS)
_SCALE: Final = (
    r"(?:time ?-?scales?|time ?-?frames?|time ?-?limits?|deadlines?"
    r"|(?:target|required|expected) time)"
)
_WORDS: Final = re.compile(
    r"\b(?:timescale|timeframe|time-?limit|deadline|on time|in time|timely|timeliness|promptly"
    r"|overdue|as often|often enough|frequently enough|late\b|later|too long|longer|delay|up[-"
    r" ]to[- ]date"
    r"|within|outside|out of|exceed|in ·|beyond|more than [·¤])"
)
_LATE: Final = (
    rf"\boverdue\b|\b(?:are|were|was|is|completed|held|taking place|made) late(?:r than)?\b"
    rf"|\blate\b|\bwait\w* (?:for )?(?:more|longer) than\b"
    rf"|\btook longer than\b|\b(?:tak(?:es?|ing)|took|wait\w*) (?:(?:even|far|much) )?(?:too long"
    rf"|longer)\b|\bdelayed\b|\bexperienc\w+"
    rf" delays?\b"
    rf"|\bout(?:side)?(?: of)? (?:[\w¤·-]+ ){{0,3}}{_SCALE}|\bexceed\w* (?:[\w-]+ ){{0,3}}{_SCALE}"
    rf"|\bnot (?:\w+ ){{0,6}}(?:as often as|often enough|frequently enough)"
    rf"|\bmiss(?:ed|es|ing)? (?:[\w-]+ ){{0,3}}{_SCALE}"
    rf"|\bbeyond (?:[\w¤·-]+ ){{0,3}}{_SCALE}|\b(?:not|never) (?:\w+ ){{0,3}}(?:on time|in time)\b"
)
_IN_TIME: Final = (
    rf"\b(?:with)?in (?:[\w'·¤-]+ ){{0,5}}{_SCALE}|\bon time\b|\bin time\b(?! for (?!§))|\bmet"
    rf" {_SCALE}"
    rf"|\bmeet(?:ing)? {_SCALE}|\btimely\b|\btimeliness\b|\bpromptly\b|\bwithin (?:the"
    rf" )?(?:required "
    rf"|statutory |expected |prescribed |first |(?:\w+ )?target of )?[·¤]"
    rf"|\b(?:completed|held|conducted|seen|undertaken|concluded|made) in [·¤]"
    rf"|\b(?:assessments?|conferences?|interviews?|enquiries) in [·¤]"
    rf"|\b(?:visits?|visiting|reviews?) (?:(?:are|were|is|was|to children|now|had been|have been)"
    rf" )*"
    rf"up[- ]to[- ]date\b"
)
_NOT: Final = (
    r"(?:n't\b|\b(?:not|never|failed?|without|rather than)\b)(?! always| yet good| good|"
    r" consistently)"
)
_OPENED: Final = r"^[^#§¤]*\band (?:(?:only|just|over|about|nearly|almost|a further) )*$"
"""Where a number opens a clause after the words of time of another: "in time and 98% of ..."."""
_SENT: Final = r" (?:are|were|is|was) (?:now )?(?:distributed|circulated|shared|sent)\b"
"""What becomes of minutes, and not of the meeting."""
_TIMELY_OF: Final = (
    r"(?:timeliness|timely (?:completion|conclusion|processing|holding|conduct|delivery))"
    r" (?:of|with which|in|for)\b"
)
_OF_ALL_IN_CARE: Final = (
    r" of (?:all |the )*(?:children looked after|looked after children|children in care)\b"
)
"""Of whom few are to be adopted: their share says nothing of how timely adoptions are."""
_OF_CARERS: Final = r" of (?:[\w-]+ )?(?:adopters|carers|applicants)\b"
_CARERS: Final = {"assessments": "carer assessments"}
_BARE: Final = r"\b(?:had|have|has|their|these|such|those) $"
_LISTED: Final = r" of [^#§¤;.]{0,40}(?:,| and|, and) "
_OF: Final = r" of (?:[\w'-]+ ){0,2}"
_NO_MORE: Final = r"\w*(?:\.?$|,? and §)"
_NAMED: Final = 60
_NEAR: Final = 130
_AFTER: Final = 40
_GOES_ON: Final = (
    r"^(?:this|these|they|it|of these|however|only|but|currently)\b|\b(?:completed|held|undertaken"
    r"|(?:are|were|was|is) (?:out of|outside|within|in) (?:the )?(?:timescale|timeframe|time\b)"
    r"|conducted|performance|carried out|took place|take place|taken place)\b"
)
_SAMPLED: Final = (
    r"\b(?:sampled|seen by inspectors|examined|tracked"
    r"|(?:cases|records|files) (?:considered|audited|seen)|(?:records|files) reviewed)\b"
)
_AGAIN: Final = r"\bre-?referr|\bsecond or subsequent\b|\brepeat\b"
"""What happens again "within 12 months" is not in time."""
_COUNTED: Final = (
    r"# (?:(?:out )?of (?:the |its |their )?# )?(?:[\w-]+ ){0,4}?"
    r"(?P<unit>children|young people|cases|visits|reviews|assessments|plans|conferences"
    r"|interviews|contacts|referrals|families)\b"
    r"|\b(?P<named>cases|children|visits|reviews|assessments|plans|conferences|interviews) \(#\)"
)
_LATE_COUNT: Final = (
    rf"[^#§;,.]{{0,60}}?(?:\boverdue\b|\bout(?:side)?(?: of)? (?:[\w¤·-]+ ){{0,3}}{_SCALE}"
    rf"|\bexceed\w* (?:[\w¤·-]+ ){{0,3}}(?:{_SCALE}|(?<=[¤·] )(?:target|limit))"
    rf"|\bbeyond (?:[\w¤·-]+ ){{0,3}}{_SCALE}|\bnot"
    rf" (?:[^#§;,.]{{0,40}} )?within [^#§;,.]{{0,25}}{_SCALE})"
)
_OVERDUE_COUNT: Final = (
    r"# (?:\w+ )?overdue (?P<unit>visits|reviews|assessments|plans|conferences|contacts)\b"
    r"|\boverdue (?P<named>visits|reviews|assessments|plans|conferences|contacts): #"
    r"(?=[.,;)]|$| \()"
)
_PROCEEDINGS: Final = (
    r"(?<!pre-)(?<!pre )\bproceedings\b|\bcare cases\b|\bcourt (?:cases|work)\b|\bpublic law\b"
)
_DURATION: Final = (
    r"\b(?:averag|tak|took|complet|conclu|timel|timescale|length|duration|last|dealt|resolved)"
    r"|\bproceedings\b[^#§¤;.]{0,40} (?:at|is|stand) ¤"
)
_REQUIRED: Final = (
    r"\b(?:requirements?|required|timescales?|targets?|limit|within|expected|than|by|statutory"
    r"|in|over)"
    r"(?: (?:of|the|a|about|up to))* $"
)
_REQUIRED_AFTER: Final = (
    r"[ -](?:statutory |national |government )?(?:shorter|longer|quicker|faster|slower|less|more"
    r"|better"
    r"|below|above|time|target|limit|deadline|threshold|standard"
    r"|requirement|guid)"
)
_ACHIEVED: Final = (
    r"\b(?:complet\w+|conclud\w+|dealt with|finalised|resolved|tak\w+ place)(?: \w+){0,2}?"
    r" (?:with)?in $"
    r"|\b(?:to|timely,) within $"
    r"|\baverage (?:\w+ )?(?:timescale|period|time|duration) of $"
    r"|\b(?:at|of|is|was|averag\w+|tak\w+|took|remains?) (?:(?:just|slightly|well|now) )*(?:less"
    r"|more)"
    r" than $"
    r"|\b(?:at|of|is|was|averag\w+|tak\w+|took|remains?) (?:(?:just|slightly|well|now) )*(?:under"
    r"|over"
    r"|below) $"
)
"""What leads to the weeks in which proceedings do end: "are concluded within 24 weeks"."""
_OF_SOME: Final = (
    r"§|\b(?:most|majority|many|some|few|number|proportion|almost all|cases where|target|required"
    r"|expect\w+|ensur\w+|should|must|aims?|not)\b"
)


def timeliness(shape: Shape, previous: str) -> Iterator[Taken]:
    """Shares in time and overdue, counts that are overdue, and the weeks of proceedings."""
    text = shape.text
    if WEEKS in text:
        yield from _proceedings(shape, previous)
    if not _WORDS.search(text):
        return
    subjects = _subjects(text, previous)
    shared = set()
    if SHARE in text and not compiled(_AGAIN).search(text):
        late, in_time = spans_of(compiled(_LATE), text), spans_of(compiled(_IN_TIME), text)
        before: Taken | None = None
        for place in [p for p in shape.numbers if text[p] == SHARE]:
            taken = _share(text, place, late, in_time, subjects)
            if taken is None and before is not None:
                taken = _listed_after(text, before, place, subjects)
            if taken is not None:
                shared.add(taken.measure)
                yield taken
            before = taken
    for match in compiled(_COUNTED).finditer(text):
        late_one = compiled(_LATE_COUNT).match(text, match.end())
        if late_one and not in_clause(compiled(_SAMPLED), text, match.end()):
            subject = _subject(subjects, late_one.end())
            if subject and f"overdue {subject}" not in shared:
                unit = match.group("unit") or match.group("named")
                place = match.start() + match.group().index(COUNT)
                yield Taken(place, f"overdue {subject}", unit, "down")
    for match in compiled(_OVERDUE_COUNT).finditer(text):
        unit = match.group("unit") or match.group("named")
        place = match.start() + match.group().index(COUNT)
        yield Taken(place, f"overdue {unit}", unit, "down")


def _share(
    text: str,
    place: int,
    late: list[tuple[int, int]],
    in_time: list[tuple[int, int]],
    subjects: Sequence[tuple[int, int, str]],
) -> Taken | None:
    far_late, far_in_time = distance(text, place, late), distance(text, place, in_time)
    if min(far_late, far_in_time) > _NEAR or is_change(text, place):
        return None
    if compiled(_OF_CARERS).match(text, place + 1):
        subjects = [(start, end, _CARERS.get(name, name)) for start, end, name in subjects]
    is_late = far_late <= far_in_time
    spans = late if is_late else in_time
    start, end = min(spans, key=lambda span: distance(text, place, [span]))
    opened = not is_late and end <= place and compiled(_OPENED).search(text[end:place])
    if opened or compiled(_SENT).match(text, place + 1):
        return None
    if in_clause(compiled(_SAMPLED), text, place):
        return None
    subject = (not is_late and _what_is_timely(text, start, subjects)) or _subject(subjects, start)
    if end <= place and SHARE in text[:place]:
        subject = _of_what(text, place, subjects) or subject
    if subject is None or (
        subject == "adoptions" and compiled(_OF_ALL_IN_CARE).match(text, place + 1)
    ):
        return None
    if not is_late and compiled(_NOT).search(text[min(place, start) : max(place, end)]):
        is_late = True
    measure = f"overdue {subject}" if is_late else f"{subject} in time"
    return Taken(place, measure, "%", "down" if is_late else "up")


def _listed_after(
    text: str, before: Taken, place: int, subjects: Sequence[tuple[int, int, str]]
) -> Taken | None:
    """The last share of a list that begins with one in time: "91% of visits are made on time, with
    88% of reviews and 84% of health checks."."""
    if not compiled(_LISTED).fullmatch(text, before.place + 1, place):
        return None
    name = _of_what(text, place, subjects)
    if name is None:
        return None
    measure = f"{name} in time" if before.better == "up" else f"overdue {name}"
    return before._replace(place=place, measure=measure)


def _of_what(text: str, place: int, subjects: Sequence[tuple[int, int, str]]) -> str | None:
    """What a share is of, where nothing more is said of it: "and 88% of reviews."."""
    for start, end, name in subjects:
        if start > place and compiled(_OF).fullmatch(text, place + 1, start):
            return name if compiled(_NO_MORE).match(text, end) else None
    return None


def _what_is_timely(text: str, start: int, subjects: Sequence[tuple[int, int, str]]) -> str | None:
    """What "the timeliness of" or "the timely completion of" at a place speaks of."""
    match = compiled(_TIMELY_OF).match(text, start)
    if match is None:
        return None
    return next((name for at, _, name in subjects if 0 <= at - match.end() < _NAMED), None)


def _subject(subjects: Sequence[tuple[int, int, str]], place: int) -> str | None:
    """What was to be in time: the nearest noun before the words of time at a place, else after
    them ("timely reviews")."""
    best, far = None, 10_000
    for start, end, name in subjects:
        away = place - end if end <= place else start - place + _AFTER
        if away < far:
            best, far = name, away
    return best


def _subjects(text: str, previous: str) -> list[tuple[int, int, str]]:
    """The nouns that may be in time; the first of the sentence before if this one has none."""
    found = [
        (*match.span(), _NAMES[(match.lastindex or 1) - 1]) for match in _SUBJECT.finditer(text)
    ]
    for at, (start, end, name) in enumerate(found):
        if name == "assessments" and compiled(_BARE).search(text, max(0, start - 12), start):
            kinds = {kind for _, _, kind in found[:at] if kind.endswith(" assessments")}
            if len(kinds) == 1:  # "health assessments are timely, but 11 had assessments late"
                found[at] = (start, end, kinds.pop())
    if not found and compiled(_GOES_ON).search(text):
        match = _SUBJECT.search(previous.lower())
        return [(0, 0, _NAMES[(match.lastindex or 1) - 1])] if match else []
    return found


def _proceedings(shape: Shape, previous: str) -> Iterator[Taken]:
    text = shape.text
    if not compiled(_PROCEEDINGS).search(text) and not (
        ("quarter" in text or ("average" in text and "wait" not in text))
        and compiled(_PROCEEDINGS).search(previous.lower())
    ):
        return
    if not compiled(_DURATION).search(text):
        return
    for place in shape.numbers:
        if text[place] == WEEKS and not _is_required(text, place):
            yield Taken(place, "care proceedings", "weeks", "down")


def _is_required(text: str, place: int) -> bool:
    """Whether weeks are those in which proceedings should end, and not those they take."""
    if compiled(_REQUIRED_AFTER).match(text, place + 1):
        return True
    before = text[max(0, place - 60) : place]
    if before.endswith(("on average within ", "on average in ")):
        return False
    if not compiled(_REQUIRED).search(before[-40:]):
        return False
    if not compiled(_ACHIEVED).search(before):
        return True
    return bool(compiled(_OF_SOME).search(text, max(0, place - 120), place) or SHARE in text)
