"""Press articles: headline, byline and date, the councils and the visits they tell of."""

import re
from collections import Counter
from collections.abc import Sequence

from store.model.document import CouncilNamed
from store.model.line import Line
from store.parsing.article_visits import read_visits
from store.parsing.councils import register
from store.parsing.dates import DateSpan, date_spans
from store.parsing.facts import Facts
from store.parsing.inadequate import read_judged_inadequate
from store.parsing.sentences import split_sentences
from store.reading.web import PageMeta

_BYLINE = re.compile(
    r"^(?:words |written )?by:?\s+(?P<name>[A-Za-z][\w.'’&-]*(?:\s+[\w.'’&-]+){0,5}?)"
    r"(?:,.*|\s+[|–-].*|\s+@\w+)?$",
    re.IGNORECASE,
)
_BARE_NAME = re.compile(
    r"^(?P<name>[A-Z][a-zA-Z.'’-]*(?:\s+[A-Z][a-zA-Z'’.-]*){1,2})"
    r"(?:,\s*[\w ]{0,40}(?:reporter|correspondent|editor|journalist|writer))?$"
)
_OUTLET = re.compile(
    r"^(?P<name>(?:The )?(?:[A-Z][\w'’&-]*\s*){1,5}?)\s*(?:\||–|-|,|$)", re.UNICODE
)
_OUTLET_WORD = re.compile(
    r"\b(?:gazette|news|times|post|echo|chronicle|herald|guardian|mail|bbc|itv|star|express"
    r"|advertiser|mercury|press|journal|reporter|today|weekly|now|observer|argus|telegraph|mirror"
    r"|independent|standard|evening|daily|community care|online|magazine)\b|^The ",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\b(?P<count>two|three|four|both)\b[^.]{0,40}\bcouncils\b", re.IGNORECASE)
_CUE = re.compile(
    r"\b(?:ofsted|inspect\w*|monitoring visit|focused visit|rated|judged|watchdog|rating)\b", re.I
)
_ELSEWHERE = re.compile(
    r"\b(?:runs?|ran|running|provides?) children.?s (?:social care )?services? in [^.]{0,80}$"
    r"|\bchief executive of [^.]{0,90}$|\bformerly (?:of|at) [^.]{0,60}$|\bpartner\b[^.]{0,40}$"
    r"|\b(?:like|such as|unlike|alongside|neighbouring)\s[^.]{0,40}$",
    re.IGNORECASE,
)


def read_head(lines: Sequence[Line], meta: PageMeta, facts: Facts) -> None:
    """Headline, author, date and outlet; the lines that print them are marked as used up."""
    headline = meta.title if meta.date and meta.title else None
    first = lines[0].text if lines else ""
    if headline is None or _same(headline, first):
        headline = first
        facts.consumed.add(0)
    facts.title = headline
    facts.author = meta.author
    facts.published = meta.date
    facts.outlet = meta.outlet
    for name in ("author", "published", "outlet"):
        if getattr(facts, name):
            facts.saw(name, f"the page's own metadata: {getattr(facts, name)}")
    for index, line in enumerate(lines[1:9], 1):
        if len(line.text) > 90:
            break
        after = lines[index + 1].text if index + 1 < len(lines) else ""
        if _read_head_line(line.text, after, facts):
            facts.consumed.add(index)


def _read_head_line(text: str, after: str, facts: Facts) -> bool:
    """Take author, date and outlet from a line under the headline; whether it was one."""
    byline = _BYLINE.match(text)
    if byline:
        facts.author = facts.author or byline.group("name").strip()
        facts.saw("author", text)
        spans = date_spans(text)
        if spans and len(spans[0].start) == 10:
            facts.published = facts.published or spans[0].start
            facts.saw("published", text)
        return True
    spans = [span for span in date_spans(text) if len(span.start) == 10]
    if spans and len(_words_beside(text, spans[0])) <= 6:
        facts.published = facts.published or spans[0].start
        facts.saw("published", text)
        before = _OUTLET.match(text[: spans[0].at].strip(" |–-,"))
        if before and _OUTLET_WORD.search(before.group("name")):
            facts.outlet = facts.outlet or before.group("name").strip()
            facts.saw("outlet", text)
        return True
    dated = bool(date_spans(after)) and len(after) < 60
    if len(text) < 50 and _OUTLET_WORD.search(text) and _OUTLET.fullmatch(text):
        facts.outlet = facts.outlet or text
        facts.saw("outlet", text)
        return True
    name = _BARE_NAME.match(text)
    if name and dated and facts.author is None:
        facts.author = name.group("name")
        facts.saw("author", text)
        return True
    return False


def _words_beside(text: str, span: DateSpan) -> list[str]:
    return re.findall(r"\w+", text[: span.at] + " " + text[span.end_at :])


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W", "", one).lower() == re.sub(r"\W", "", other).lower()


def read_article(paragraphs: Sequence[str], facts: Facts) -> None:
    """Councils, visits and judgements from the article's own text, headline first."""
    _read_councils(paragraphs, facts)
    told = facts.published or ""
    names = [council.name for council in facts.councils]
    for name in names:
        text = "\n".join(
            text for council, text in _per_council(paragraphs, names) if council == name
        )
        read_judged_inadequate(text, facts, name, told)
    read_visits(_per_council(paragraphs, names), names, told, facts)


def _read_councils(paragraphs: Sequence[str], facts: Facts) -> None:
    """The councils it is about: named in headline or lead, or again and again beside Ofsted."""
    printed: dict[str, str] = {}
    weight: Counter[str] = Counter()
    for index, paragraph in enumerate(paragraphs):
        for sentence in split_sentences(paragraph):
            for mention in register().mentions(sentence):
                printed.setdefault(mention.council, mention.printed)
                if _ELSEWHERE.search(sentence[: mention.start]):
                    continue
                value = 3 if index == 0 else 2 if _CUE.search(sentence) else 1
                weight[mention.council] += value
    if not weight:
        return
    most = weight.most_common(1)[0][1]
    several = _SEVERAL.search(" ".join(paragraphs[:2]))
    if several:
        count = {"three": 3, "four": 4}.get(several.group("count").lower(), 2)
        best = [name for name, value in weight.most_common(count) if value >= 2]
        subjects = [name for name in weight if name in best]
    else:
        subjects = [name for name, value in weight.items() if value >= max(3, most * 0.3)]
    if not subjects:
        subjects = [weight.most_common(1)[0][0]]
    for name in subjects:
        council = register().get(name)
        if council is not None:
            facts.councils.append(CouncilNamed(name, council.urn, printed[name]))
    facts.saw("councils", "; ".join(printed[name] for name in subjects))


def council_of_each(paragraphs: Sequence[str], names: Sequence[str]) -> list[str | None]:
    """For each paragraph the council it speaks of: the one named in it, else the last named.

    A paragraph that names several of them, or stands before any, speaks of none alone.
    """
    if len(names) == 1:
        return [names[0]] * len(paragraphs)
    current: str | None = None
    found: list[str | None] = []
    for paragraph in paragraphs:
        named = {m.council for m in register().mentions(paragraph) if m.council in names}
        if len(named) == 1:
            current = named.pop()
            found.append(current)
        elif named:
            found.append(None)
        else:
            found.append(current)
    return found


def _per_council(paragraphs: Sequence[str], names: Sequence[str]) -> list[tuple[str, str]]:
    each = council_of_each(paragraphs, names)
    return [(name, text) for name, text in zip(each, paragraphs, strict=True) if name]
