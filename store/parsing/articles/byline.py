"""The lines between the headline of an article and its text: author, date, outlet.

Papers set them in every order: "By Jane Doe | 5 March 2024", "Jane Doe" above "BBC News,
Yorkshire", "06:00, 5 MAR 2024". Each line is taken apart: dates and times out, then the word
"by", then what follows a name (an office, a handle, a section). A bare name counts only
beside one of these.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec

from store.parsing.people import is_name
from store.parsing.times.dates import DateSpan, date_spans

LONGEST_ROW: Final = 200
"""No byline has more characters."""
HEAD_LINES: Final = 9
"""Author and date stand within this many lines below the headline."""

_BY: Final = re.compile(
    r"^(?:(?:an? |the )?(?:words|written|report(?:ed)?|story|article|exclusive|posted|published))?"
    r"\s*\bby\b\s*:?\s*|^(?:words|reporters?|authors?|writer|journalist):\s*",
    re.IGNORECASE,
)
_DEAR: Final = re.compile(r"dear\s+\S", re.IGNORECASE)
_OFFICE: Final = re.compile(
    r"[\s,|(–-]*\b(?:(?:the )?(?:senior|chief|deputy|assistant|local|social|political|politics"
    r"|policy|education|health|news|community|home|affairs|digital|trainee|regional|democracy|public"
    r"|services?|council|multimedia|staff|north|south|east|west|and|&|care|content|reporting|live"
    r"|audience|features|children.s|business|crime|courts?|city|county|town|hall|data|agenda"
    r"|investigati(?:ons|ve)|environment|transport|families|society|housing|westminster|group"
    r"|managing|executive|freelance|junior|special|lead|acting|online|web|print|arts|consumer"
    r"|at|for|of)\s+)*"
    r"(?:reporters?|correspondent|editor|journalist|writer|reporting service|LDRS"
    r"|local democracy|press association)\b.*$",
    re.IGNORECASE,
)
_OFFICE_FIRST: Final = re.compile(
    r"(?:our |the )?(?:[\w’'&-]+ ){0,6}?(?:reporter|correspondent|editor|journalist|writer),?\s+"
    r"(?=[A-Z])",
    re.IGNORECASE,
)
"""An office before the name: "our health correspondent, Jane Doe"."""
_CUTTING: Final = re.compile(
    r"^(?:(?:taken |reprinted |cutting )?from|source|in)\b:?\s+(?-i:the\s+)?", re.IGNORECASE
)
"""Before the name of the paper from which a cutting is."""
_OUTLET_WORD: Final = re.compile(
    r"\b(?:gazette|news|times|post|echo|chronicle|herald|guardian|mail|bbc|itv|star|express"
    r"|advertiser|mercury|press|journal|reporter|today|weekly|now|observer|argus|telegraph|mirror"
    r"|independent|standard|evening|daily|community care|online|magazine|live|localgov|mj"
    r"|radio|fm|tv)\b|^The ",
    re.IGNORECASE,
)
_OUTLET: Final = re.compile(
    r"(?P<name>(?:The )?[A-Z][\w'’&-]*(?:\s+(?:[A-Z&][\w'’&-]*|and|of|in|the)){0,5})"
    r"(?:,\s*[\w &]{2,40})?"
)
_TIME: Final = re.compile(
    r"\b\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]m\b|\b(?:GMT|BST|UTC)\b",
    re.IGNORECASE,
)
_STAMP: Final = re.compile(
    r"\b(?:first |last )?(?:published|posted|updated|modified|created|uploaded|date(?:d)?)\b"
    r"(?:\s+(?:date|on|at|in))*\s*:?"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?"
    r"|(?:^|\s)(?:on|at)(?=\s|$)|\b(?:pages?|pp?\.?) ?\d[\d, –-]*"
    r"|\b(?:(?:strictly|under) )*embargo(?:ed)?\b(?:\s*(?:for|until|till|to|:))*"
    r"|\b(?:not )?for (?:release|publication)\b(?: (?:before|until|on))?",
    re.IGNORECASE,
)
_UPDATED: Final = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
_NOISE: Final = re.compile(
    r"\W*(?:(?:published|updated|posted)?\s*(?:\d+|an?|one) (?:min(?:ute)?s?|hours?|days?|weeks?"
    r"|months?|years?) ago|(?:published|posted|updated)\s*:?|\d+ min(?:ute)?s? read"
    r"|(?:category|categories|section|tags?|topics?|location|filed under|news type)\s*:.{0,60}"
    r"|(?:news|education|local news|politics|uk news|exclusive|breaking|council|latest news"
    r"|press release|media release|news release|for immediate release)"
    r"|\d* ?comments?|\d* ?shares?)[.!]?$",
    re.IGNORECASE,
)
_AGO: Final = re.compile(r"\bago\b", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"\S+@\S+\.\w+|\(?@\w{2,30}\)?|\bfollow (?:on|me)\b.*$", re.IGNORECASE)
_SECTION: Final = re.compile(r"in\s+[A-Z](?:(?!\bby [A-Z])[^.|]){2,80}")
"""Behind a date, the sections of a site: "on October 30, 2019 in Children, Workforce"."""
_PROSE_END: Final = re.compile(r"[.!?:,;][\"'’”)]*$")


class Head(msgspec.Struct):
    """What stands between headline and text."""

    author: str | None = None
    published: str | None = None
    outlet: str | None = None
    used: list[int] = []
    """Indexes of its lines, the headline being 0."""
    evidence: dict[str, str] = {}
    byline: bool = False
    """Whether a line said "by"."""
    dated: bool = False
    """Whether a line was a date and no more than what belongs to one."""


def head_of(rows: Sequence[str], most: int = HEAD_LINES) -> Head:
    """Read author, date and outlet from the lines that follow an article's headline.

    Args:
        rows: the headline and what follows it.
        most: within how many lines below the headline they are looked for.
    """
    head = Head()
    standfirst = waiting = last = 0
    for index, row in enumerate(rows[1 : most + 1], 1):
        if _DEAR.match(row):
            break  # a letter that the article prints: below are its writer and its day
        if _is_prose(row):
            standfirst += 1
            if standfirst > 2:
                break
            continue
        after = rows[index + 1] if index + 1 < len(rows) else ""
        if re.fullmatch(r"(?:words |written )?by:?", row, re.IGNORECASE):
            waiting = index + 1
            head.used.append(index)
        elif _read_line(row, head, _Beside(waiting == index, standfirst > 0, last == index, after)):
            head.used.append(index)
            last = index + 1
    return head


def person_alone(author: str) -> str:
    """ "Jane Doe, Chief Reporter" without the office; what is no name without it stays."""
    office = _OFFICE.search(author)
    name = author[: office.start()].strip(" ,") if office else author
    return name if _are_names(name) else author


def is_head_row(row: str) -> bool:
    """Whether a line by itself tells an author, a day of publication or an outlet."""
    if _is_prose(row):
        return False
    head = Head()
    _read_line(row, head, _Beside(False, False, False, ""))
    by = head.byline or (head.author is not None and _OFFICE.search(row) is not None)
    return by or head.dated or (head.outlet is not None and _is_paper(row))


def _is_paper(row: str) -> bool:
    """Whether a line is a paper's name: a word for papers begins or ends it, none stands within."""
    words = _OUTLET_WORD.finditer(row)
    at_an_end = any(not word.start() or word.end() == len(row) for word in words)
    return at_an_end and len(row.split()) <= 5


def _is_prose(row: str) -> bool:
    if len(row) < 100 and re.match(r"(?:words |written )?by:? [A-Z][\w.'’-]+ [A-Z]", row, re.I):
        return False
    if len(row) > LONGEST_ROW:
        return True
    if not _PROSE_END.search(row):
        # Dates, hours and bars make a line of the head long, not one of the text.
        row = _STAMP.sub(" ", _without_dates(row)[0])
        if "|" in row:
            row = max(row.split("|"), key=len)
    words = len(row.split())
    return words > 18 or (words > 9 and (len(row) > 60 or bool(_PROSE_END.search(row))))


class _Beside(NamedTuple):
    """What stands around a line of the head."""

    after_by: bool
    after_prose: bool
    after_head: bool
    following: str


def _read_line(row: str, head: Head, beside: _Beside) -> bool:
    """Take from one line what it holds; whether it belongs to the head."""
    if _NOISE.match(row):
        head.dated |= bool(_AGO.search(row))
        return not beside.after_prose
    rest, spans = _without_dates(row)
    # An address or a handle ends the name before it.
    rest = _ADDRESS.sub(" | ", rest)
    if spans or _STAMP.match(rest):
        rest = _STAMP.sub(" ", rest)
    rest = _without_from(rest)
    parts = [part for piece in rest.split("|") if (part := piece.strip(" ,:;–—-•·()"))]
    if spans:
        parts = [_without_section(part) for part in parts if not _SECTION.fullmatch(part)]
    elif not parts:
        return beside.after_head or row.startswith("@")  # nothing but a handle
    if (
        spans
        and sum(len(part.split()) for part in parts) > 6
        and not (_BY.match(parts[0]) or all(map(_is_head_part, parts)))
    ):
        return False
    taken = False
    if spans and not _told_otherwise(parts):
        taken = head.dated = True
        _keep_day(spans, row, head)
    for part in parts:
        if not _NOISE.match(part):
            taken |= _read_part(part, row, head, beside, bool(spans))
    return taken


def _without_from(row: str) -> str:
    """ "From The Gazette, page 4" without its first word, where a paper follows it."""
    said = _CUTTING.match(row)
    paper = re.split(r"[,|]", row[said.end() :])[0].strip() if said else ""
    return row[said.end() :] if said and _is_outlet(paper) and _OUTLET_WORD.search(paper) else row


def _without_section(part: str) -> str:
    """ "in News by Jane Doe" without the section of the site."""
    return re.sub(r"^in\s+[A-Z][\w ,&]{2,60}?\s+(?=by\s+[A-Z])", "", part)


def _without_dates(row: str) -> tuple[str, list[DateSpan]]:
    """A line without its days and hours, a bar in the place of each day; and the days."""
    spans = [span for span in date_spans(_title_case(row)) if len(span.start) == 10]
    rest = row
    for span in reversed(spans):
        rest = f"{rest[: span.at]} | {rest[span.end_at :]}"
    return _TIME.sub(" ", rest), spans


def _keep_day(spans: Sequence[DateSpan], row: str, head: Head) -> None:
    """Of "Published: 5 March 2024 Updated: 6 March 2024" the first, whatever their order."""
    at = 0
    for span in spans:
        shown = row[at : span.end_at].strip(" |,;") if len(spans) > 1 else row
        if not _UPDATED.search(shown):
            _keep(head, "published", span.start, shown)
            return
        at = span.end_at
    _keep(head, "published", spans[0].start, row)


def _is_head_part(part: str) -> bool:
    """Whether a piece of a line is a name, an office, both, or an outlet."""
    office = _OFFICE.search(part)
    name = part[: office.start()] if office else part
    return not name or _are_names(name) or bool(_OUTLET_WORD.search(part) and _is_outlet(part))


def _is_outlet(part: str) -> bool:
    return bool(_OUTLET.fullmatch(part))


def _are_names(text: str) -> bool:
    """Whether the text is one name or several: "Jane Doe & John Smith"."""
    return all(map(is_name, re.split(r"\s+(?:&|and)\s+|,\s*(?:and\s+)?", text)))


def _spelled(outlet: str) -> str:
    """ "DEVON LIVE" as the paper spells itself elsewhere; what is short is an abbreviation."""
    if not outlet.isupper():
        return outlet
    return re.sub(r"\b(?:[A-Z]{4,}|THE)\b", lambda word: word.group().capitalize(), outlet)


def _read_part(part: str, row: str, head: Head, beside: _Beside, dated: bool) -> bool:
    """An author or an outlet in what is left of a line without its dates."""
    by = _BY.match(part)
    name = part[by.end() :] if by else part
    first = _OFFICE_FIRST.match(name)
    if first and _are_names(name[first.end() :].strip(" .")):
        name = name[first.end() :]
    office = _OFFICE.search(name)
    name = name[: office.start()] if office else name
    name = re.split(r"\s+in\s+[A-Z]|[,|(]|\s[–—-]\s|\s+for\s+", name)[0].strip(" .")
    shown = name.title() if name.isupper() and len(name) > 4 else name
    if by:
        if len(shown) < 3 and office:
            shown = part[by.end() :].strip(" .")  # "By Staff Reporter": no name is printed
        many = len(shown.split()) > 6 and not _are_names(shown)
        if many or not re.match(r"[A-Z]|(?:the|our|a) \w", shown):
            return False
        head.byline = True
        _keep(head, "author", shown, row)
        return True
    if office and not name:
        return not beside.after_prose  # "Local Democracy Reporting Service"
    is_outlet = bool(_OUTLET_WORD.search(part) and _is_outlet(part))
    if is_outlet and not beside.after_by and (not office or _OUTLET_WORD.search(name)):
        _keep(head, "outlet", _spelled(name if office and name else part), row)
        return not beside.after_prose
    beside_head = office or dated or beside.after_head or _is_head_like(beside.following)
    if (
        head.author is None
        and _are_names(shown)
        and (beside.after_by or dated or (beside_head and not beside.after_prose))
    ):
        head.byline |= beside.after_by
        _keep(head, "author", shown, row)
        return True
    return False


def _is_head_like(after: str) -> bool:
    """Whether the next line, a date, an office or an outlet, makes a bare name a byline."""
    if _is_prose(after) or len(after) > 70:
        return False
    return bool(
        date_spans(_title_case(after))
        or _NOISE.match(after)
        or _OFFICE.match(after)
        or (_OUTLET_WORD.search(after) and _is_outlet(after))
        or _ADDRESS.match(after)
    )


def _told_otherwise(parts: Sequence[str]) -> bool:
    """Whether the words beside a date say that it is no date of publication."""
    return any(
        re.search(r"\b(?:meeting|held|inspection|deadline|until|from)\b", p, re.I) for p in parts
    )


def _title_case(row: str) -> str:
    """Months in capitals as dates are read: "5 MAR 2024"."""
    return re.sub(r"\b[A-Z]{3,9}\b", lambda match: match.group().capitalize(), row)


def _keep(head: Head, field: str, value: str, row: str) -> None:
    if getattr(head, field) is None:
        setattr(head, field, value)
        head.evidence[field] = row
