"""A page's headline, author, date and outlet, from its metadata and from around its headline."""

import re
from copy import deepcopy
from itertools import islice, pairwise
from typing import Any, Final

from store.reading.clean import clean, squeeze, unbroken
from store.reading.linked import LinkedData
from store.reading.measure import measured
from store.reading.page_meta import PageMeta

_DATE = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH: Final = r"(?:jan|febr?)(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?" + (
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAY = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})|(?P<month_before>"
    rf"{_MONTH})\s+(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?),?\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(
    r"(?>\W|\b(?:published|posted|date|first|last|updated|modified|on|at|by(?: \w[\w.’'-]*){1,4}"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?|tue|wed|thu|sat|\d{1,2}(?:[.:]\d\d)*"
    r"|[ap]m|gmt|bst|utc)\b)*+",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:words\s+|written\s+|posted\s+|reported\s+)?by[:\s]\s*", re.IGNORECASE)
_SITE_BREAK = re.compile(r"\s+[|–—·»:-]+\s+|\s*\|\s*")
_NO_NAME = re.compile(r"https?:|www\.|^@|@\w+\.|^(?:admin|administrator|editor|null|none)$", re.I)
SMALL: Final = 300
"""An element of fewer characters may be a byline or a date line, a longer one is text."""
MOST_COPIED: Final = 1_000
"""Of how many elements a page's head may be made up."""
SITE_WORDS: Final = 5
_META_AUTHOR: Final = "author byl dc.creator dcterms.creator parsely-author sailthru.author".split()
_META_ISSUED: Final = (
    *("govuk:first-published-at", "article:published_time", "dc.date.issued", "dcterms.issued"),
)
_META_OUTLET: Final = ("og:site_name", "application-name", "dc.publisher", "twitter:app:name")


def meta_of_document(root: Any) -> PageMeta:
    """A letter or report shown as a page speaks for itself: only its title and the day on which
    the page appeared are taken."""
    title = page_title(root)
    plain = _without_site(title, _meta(root, _META_OUTLET)) if title else None
    day = _date(_meta(root, _META_ISSUED))
    return PageMeta(title=_headline(root, plain) or plain, date=day)


def meta_of_article(root: Any, data: LinkedData) -> PageMeta:
    """Headline, author, date and outlet of a news page, each as it is printed there."""
    node = data.article()
    around = _around_headline(root)
    outlet = _first(_meta(root, _META_OUTLET), *data.names(node.get("publisher")))
    title = page_title(root)
    plain = _without_site(title, outlet) if title else None
    named = _first(data.text(node.get("headline")), _meta(root, ("og:title",)), plain)
    headline = _headline(root, named) or named
    if outlet is None and title and headline:
        outlet = _site_of(title, headline) or around.get("sitename")
        headline = _without_site(headline, outlet)
    authors = [*filter(None, map(_author, data.names(node.get("author"))))]
    return PageMeta(
        title=headline,
        author=", ".join(dict.fromkeys(authors))
        or _author(_meta(root, _META_AUTHOR))
        or _author(around.get("author")),
        date=_date(node.get("datePublished")) or _date(around.get("date")),
        outlet=outlet,
    )


def page_title(root: Any) -> str | None:
    return _first(root.findtext(".//title"))


def alike(one: str, other: str) -> bool:
    """Whether two headlines say the same: one may be a shortened form of the other."""
    words, others = ({*re.findall(r"\w+", text.lower())} for text in (one, other))
    return bool(words) and len(words & others) >= 0.7 * min(len(words), len(others))


def _headline(root: Any, named: str | None) -> str | None:
    """The first-level heading that is the page's headline, not the name of its site."""
    headings = islice(root.iter("h1"), 20)
    printed = [shown for h1 in headings if (shown := _first("".join(h1.itertext())))]
    for shown in printed:
        if named and alike(shown, named):
            return shown
    long = [shown for shown in printed if len(shown.split()) > 3]
    return long[0] if len(long) == 1 else None


def _around_headline(root: Any) -> dict[str, str | None]:
    """What trafilatura finds in the page's head and in what is printed around its headline.

    It is not shown the text: a date in there is that of a visit.
    """
    import trafilatura
    from lxml import html

    page: Any = html.document_fromstring("<html><head></head><body></body></html>")
    for element in islice(root.iter("meta", "title", "link"), 400):
        page.head.append(deepcopy(element))
    parts = measured(root)
    stack = [*root.iter("body")][:1]
    long_texts = copied = 0
    while stack and long_texts < 3 and copied < MOST_COPIED:
        element = stack.pop()
        measure = parts[element]
        if measure.visible > SMALL and len(element):
            stack.extend(reversed(element))
        elif measure.visible > SMALL or _is_sentence(element):
            long_texts += 1
        elif measure.visible:
            copied += measure.elements
            page.body.append(deepcopy(element))
    printed = [date for element in page.body if (date := printed_date(element.text_content()))]
    # Its extensive search tries a date in two hundred languages, and takes seconds over it.
    found = trafilatura.extract_metadata(page, extensive=False)
    date = found.date or next(iter(printed), None)
    return {"author": found.author, "date": date, "sitename": found.sitename}


def printed_date(text: str) -> str | None:
    """The day in a line that prints a date and hardly anything else."""
    days = [*islice(_DAY.finditer(text), 4)]
    if not days or not _DATE_LINE.fullmatch(_DAY.sub("", text)):
        return None
    # The day of an update stands beside that of publication, mostly after it.
    befores = [text[: days[0].start()], *(text[a.end() : b.start()] for a, b in pairwise(days))]
    updated = [re.search(r"\b(?:updated|modified)\b", t, re.IGNORECASE) for t in befores]
    match = next((day for day, when in zip(days, updated, strict=True) if not when), days[0])
    day = match.group("day") or match.group("day_after")
    month = _MONTHS.index((match.group("month") or match.group("month_before"))[:3].lower()) + 1
    return _date(f"{match.group('year')}-{month:02}-{int(day):02}")


def _is_sentence(element: Any) -> bool:
    text = "".join(islice(element.itertext(), 50)).strip()
    return len(text.split()) >= 12 and text.rstrip("\"'’”)")[-1:] in (".", "!", "?")


def _meta(root: Any, names: Any) -> str | None:
    for name in names:
        for element in root.iter("meta"):
            key = element.get("property") or element.get("name") or element.get("itemprop") or ""
            if key.lower() == name and (shown := _first(element.get("content"))):
                return shown
    return None


def _author(value: str | None) -> str | None:
    """A name without "By"; None for what is an address or an account."""
    shown = _BY.sub("", value, count=1) if value and _BY.match(value) else value
    shown = _first(shown)
    return None if shown is None or _NO_NAME.search(shown) or len(shown) > 120 else shown


def _without_site(title: str, site: str | None) -> str:
    """ "Headline - The Gazette" without the name of the site, at whichever end it stands."""
    if not site:
        return title
    parts = [*_SITE_BREAK.finditer(title)]
    for part in parts:
        if title[: part.start()].lower() == site.lower():
            return title[part.end() :]
        if title[part.end() :].lower() == site.lower():
            return title[: part.start()]
    return title


def _site_of(title: str, headline: str) -> str | None:
    """What stands beside the headline in the page's title: the name of the site."""
    for part in _SITE_BREAK.finditer(title):
        before, after = title[: part.start()], title[part.end() :]
        for told, site in ((before, after), (after, before)):
            if alike(told, headline) and len(site.split()) <= SITE_WORDS:
                return site
    return None


def _first(*values: object) -> str | None:
    for value in values:
        if isinstance(value, str):
            shown = squeeze(unbroken(clean(value)))
            if shown:
                return shown
    return None


def _date(value: object) -> str | None:
    match = _DATE.match(value) if isinstance(value, str) else None
    return match.group() if match else None
