"""Press articles: headline, byline and date, the councils and the visits they tell of."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from store.model.line import Line
from store.parsing.articles.above_headline import above_headline, told_above
from store.parsing.articles.byline import HEAD_LINES, head_of, person_alone
from store.parsing.articles.councils_named import council_of_each, named_in, read_councils
from store.parsing.articles.neighbours import without_asides, without_neighbours
from store.parsing.articles.visits import read_visits
from store.parsing.blocks import Block
from store.parsing.facts import Facts
from store.parsing.inadequate import read_judged_inadequate
from store.parsing.sentences import split_sentences
from store.parsing.times.dates import date_spans
from store.reading.page_meta import PageMeta

_UPDATED: Final = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
HEAD_ROWS: Final = 20
"""The headline and the beginning of the text stand within so many lines."""
STANDFIRST: Final = 6
"""A line of fewer words below the headline may be a heading."""
TODAY: Final = 4
"""A date behind "today" in the paragraphs up to this one is the article's own."""


def read_head(lines: Sequence[Line], meta: PageMeta, facts: Facts) -> None:
    """Headline, author, date and outlet; the lines that print them are marked as used up."""
    top = [line.text for line in lines[:HEAD_ROWS]]
    above = above_headline(top)
    told = told_above(top[:above])
    first, rows = _headline(lines[above:])
    rows += above
    told_title = meta.title if meta.date and not meta.mailed else None
    headline = _without_site(told_title, meta.outlet) if told_title else None
    if headline is None or _same(headline, first):
        headline = first
        facts.consumed.update(range(rows))
    facts.title = headline
    facts.author = person_alone(meta.author) if meta.author else None
    facts.published = meta.date if _is_told(meta.date, lines) else None
    facts.outlet = meta.outlet
    for name in ("author", "published", "outlet"):
        if getattr(facts, name):
            facts.saw(name, f"the page's own metadata: {getattr(facts, name)}")
    below = [line.text for line in lines[rows : rows + HEAD_LINES + 2]]
    head = head_of([first, *(top[index] for index in told), *below], HEAD_LINES + len(told))
    for name, value in (
        ("author", head.author), ("published", head.published), ("outlet", head.outlet)
    ):  # fmt: skip
        # Of a date that the page's metadata gives and another that it prints, the latter is sure.
        printed = name == "published" and not _UPDATED.search(head.evidence.get(name, ""))
        if value and (printed or not getattr(facts, name)):
            setattr(facts, name, value)
            facts.evidence[name] = head.evidence[name]
    facts.consumed.update(index + rows - 1 - len(told) for index in head.used if index > len(told))
    if facts.author and " " in facts.author:  # printed again below the text
        facts.consumed.update(i for i, line in enumerate(lines) if line.text == facts.author)


def standfirst_of(lines: Sequence[Line], facts: Facts) -> frozenset[str]:
    """The lines between headline and byline that say something, with a full stop or without."""
    below = max(facts.consumed, default=0)
    left = (lines[i].text for i in range(min(below, len(lines))) if i not in facts.consumed)
    says = (text for text in left if not re.match(r"\w+\s*:", text))  # "From: ..." does not
    return frozenset(text for text in says if len(text.split()) >= STANDFIRST)


def with_standfirst(blocks: Sequence[Block], standfirst: frozenset[str]) -> list[Block]:
    """The blocks, a standfirst being no heading over the text whose gist it gives."""
    return [
        msgspec.structs.replace(block, kind="paragraph")
        if block.kind == "heading" and block.text in standfirst
        else block
        for block in blocks
    ]


def _is_told(day: str | None, lines: Sequence[Line]) -> bool:
    """Whether a page's date was read from it: 1 January stands for a year without a day."""
    if not day or not day.endswith("-01-01"):
        return bool(day)
    return any(day in [s.start for s in date_spans(line.text)] for line in lines[:12])


def _headline(lines: Sequence[Line]) -> tuple[str, int]:
    """The headline and the number of its lines: a hard-wrapped one goes on in the second."""
    if not lines:
        return "", 0
    first, rest = lines[0].text, lines[1:3]
    wraps = len(first) > 55 and len(rest) == 2 and rest[1].gap and not rest[0].gap
    if wraps and not head_of([first, rest[0].text]).used and not rest[0].text.endswith("."):
        return f"{first} {rest[0].text}", 2
    return first, 1


def _same(title: str, first: str) -> bool:
    """Whether the page's title is the headline, with or without the name of the site."""
    told, printed = (re.sub(r"\W", "", text).lower() for text in (title, first))
    return told == printed or (len(printed) > 14 and told.startswith(printed))


def _without_site(title: str, outlet: str | None) -> str:
    """ "Ofsted praises Bury | The Bury Times" without the name of the paper."""
    head, _, tail = title.rpartition(" | ") if " | " in title else title.rpartition(" - ")
    return head if head and outlet and tail.strip().lower() == outlet.lower() else title


def read_article(
    paragraphs: Sequence[str], above: Sequence[str], facts: Facts, notes: Sequence[str] = ()
) -> None:
    """Councils, visits and judgements from the article's own text, headline first.

    Args:
        paragraphs: the headline and the paragraphs.
        above: for each of them the heading right above it, or an empty string.
        facts: to be filled.
        notes: what a press release says of the visit below its end.
    """
    if facts.published is None:
        _read_today(paragraphs[:TODAY], facts)
    read_councils(paragraphs, above, facts)
    told = facts.published or ""
    names = [council.name for council in facts.councils]
    each = council_of_each(paragraphs, above, names)
    told_of = [
        (council, without_neighbours(text, names))
        for council, text in zip(each, paragraphs, strict=True)
    ]
    told_of.extend((names[0] if len(names) == 1 else None, note) for note in notes)
    for name in names:
        own = [clause for text in told_of for clause in _of_council(*text, name, names)]
        read_judged_inadequate(
            "\n".join(without_asides(text, names) for text in own), facts, name, told
        )
    read_visits(told_of, names, told, facts)


def _of_council(council: str | None, text: str, name: str, names: Sequence[str]) -> Iterator[str]:
    """What a paragraph says of the council `name` alone: all of it, or single clauses."""
    if council == name:
        yield text
    elif council is None:
        clauses = (clause for said in split_sentences(text) for clause in said.split(";"))
        yield from (clause for clause in clauses if named_in(clause, names) == [name])


def _read_today(paragraphs: Sequence[str], facts: Facts) -> None:
    """ "published today (Friday, 19 February 2016)": the date that no line of its own prints."""
    for text in paragraphs:
        for span in date_spans(text):
            if len(span.start) == 10 and re.search(
                r"\btoday,? ?\(?(?:\w+day,? )?$", text[: span.at]
            ):
                facts.published = span.start
                facts.saw("published", text[max(0, span.at - 40) : span.end_at])
                return
