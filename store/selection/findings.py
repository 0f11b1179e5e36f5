"""Rows to findings: a sentence with its place, its visit and a citation."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final

from store.model.dates import in_words
from store.model.document import Document, Sentence
from store.model.finding import Finding
from store.model.visit import Visit
from store.model.vocabulary import HEADLINE, KINDS, LETTER_KINDS, OPENING
from store.patterns import compiled
from store.selection.index import FindingIndex

VisitOf = Callable[[str, str | None], Visit | None]
"""Gives the visit that a document reports on, for one council."""


def findings(
    index: FindingIndex, rows: Iterable[int], visit_of: VisitOf, councils: Collection[str] = ()
) -> Iterator[Finding]:
    """The findings of these rows, in order, `councils` being those that are asked for."""
    for row in rows:
        document, number, sentence = index.sentence(row)
        yield finding_of(document, number, sentence, visit_of, councils)


def finding_of(
    document: Document,
    number: int,
    sentence: Sentence,
    visit_of: VisitOf,
    councils: Collection[str] = (),
) -> Finding:
    """One sentence as a finding.

    A sentence that speaks of all the councils of its document is told of the first of them that
    is among `councils`, else of the document's first.
    """
    council = next(iter(councils_of(document, sentence, councils)), None)
    visit = visit_of(document.id, council)
    return Finding(
        id=f"{document.id}:{number}",
        document=document.id,
        kind=document.kind,
        council=council,
        visit=visit.key if visit and sentence.as_of is None else None,
        date=document.date,
        section=sentence.section,
        paragraph=sentence.paragraph,
        page=sentence.page,
        text=sentence.text,
        polarity=sentence.polarity,
        themes=sentence.themes,
        groups=sentence.groups,
        confidence=sentence.confidence,
        cues=sentence.cues,
        voice=sentence.voice,
        citation=citation(document, sentence),
        corrected=sentence.corrected,
        flagged=sentence.flagged,
        note=sentence.note,
    )


def councils_of(
    document: Document, sentence: Sentence, councils: Collection[str] = ()
) -> tuple[str, ...]:
    """The councils that a sentence speaks of: its own, or each that its document is about; of
    more than one, those of `councils` if any is."""
    if sentence.council:
        return (sentence.council,)
    every = tuple(named.name for named in document.councils)
    return tuple(name for name in every if name in councils) or every


def citation(document: Document, sentence: Sentence) -> str:
    """Who, what, when and where, in one line that can stand behind a quotation."""
    if document.kind == "article":
        source = f"{document.outlet or document.author or 'article'}, “{document.title}”"
    else:
        council = document.council_of(sentence)
        maker = "Ofsted, " if document.kind != "other" else ""
        source = f"{maker}{council + ' ' if council else ''}{KINDS[document.kind]}"
    parts = [source]
    if document.date:
        what = "letter of " if document.kind in LETTER_KINDS and document.letter_date else ""
        parts.append(f"{what}{in_words(document.date)}")
    parts.append(place_in_words(document, sentence))
    return ", ".join(part for part in parts if part)


_LONG_HEADINGS: Final = (
    (r"^the experiences? and progress of\s+", ""),
    (r"^children who need help and protection", "help and protection"),
    (r"^children looked after and achieving permanence", "looked after children"),
    (r"^the impact of leaders\b.*", "impact of leaders"),
    (r"^leadership, management and governance", "leadership"),
    (r"^the graded judge?ments? (?:for|about) (?:the )?(.{3,50}?) is\b.*", r"\1"),
    (
        r"(?::|\s+(?:is|are))*\s+(?:outstanding|good|adequate|inadequate"
        r"|requires? improvement(?: to be good)?)\.?$",
        "",
    ),
)
"""How the long headings of reports are cut down where there is little room."""


def short_heading(heading: str) -> str:
    """ "The experiences and progress of children in care: inadequate" -> "children in care"."""
    for pattern, short in _LONG_HEADINGS:
        heading = compiled(pattern, re.IGNORECASE).sub(short, heading)
    return heading.strip(" :?")


def place_in_words(document: Document, sentence: Sentence, *, short: bool = False) -> str:
    """ "Overview ¶2, p. 3"; the printed number of a paragraph where it has one."""
    return " ".join(place_and_mark(document, sentence, short=short)).strip()


def place_and_mark(
    document: Document, sentence: Sentence, *, short: bool = False
) -> tuple[str, str]:
    """The heading a sentence stands under, empty for none, and its paragraph and page:
    ("Overview", "¶2, p. 3")."""
    section = "" if sentence.section.startswith("(") else sentence.section
    part = "" if (sentence.part or "(").startswith("(") else sentence.part or ""
    if short:
        section, part = short_heading(section), short_heading(part)
    if part and section:
        section = f"{part} › {section}"
    if sentence.section in (OPENING, HEADLINE):
        section = sentence.section.strip("()")
    mark = f"para {sentence.number}" if sentence.number else f"¶{sentence.paragraph}"
    page = f", p. {sentence.page}" if document.pages > 1 else ""
    return section, f"{mark}{page}"
