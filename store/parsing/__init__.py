"""Lines to a document: its kind, its fields with their evidence, its sections and sentences.

    parse(reading) -> Document

A value that is not printed stays None. Polarity and themes are not decided here; see
`store.findings`.
"""

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

import msgspec

from store.model.document import CouncilNamed, Document, Quotation, Sentence
from store.model.line import Line
from store.model.visit import VisitNamed
from store.model.vocabulary import LETTER_KINDS, Voice
from store.parsing.blocks import Block, blocks_of
from store.parsing.body import Body, body_of
from store.parsing.councils import register
from store.parsing.facts import Facts
from store.parsing.figures import figures
from store.parsing.furniture import without_furniture
from store.parsing.headings import with_headings
from store.parsing.kinds import RETELLING, KindFound, kind_of
from store.parsing.letters.letter import read_letter, unjoined
from store.parsing.letters.letterhead import OWN_ADDRESS
from store.parsing.letters.lost_breaks import with_breaks
from store.parsing.letters.order import in_order
from store.parsing.letters.salutation import HEAD_OF_MAIL, subject_of_mail
from store.parsing.papers.authorship import author_of, enclosed
from store.parsing.papers.issued_papers import page_rows, paper_date, title_below_body
from store.parsing.papers.meeting_date import meeting_date
from store.parsing.papers.other_papers import PAPER_LINES, is_meeting_paper
from store.parsing.recommendations import recommendations
from store.parsing.reports.report import read_report
from store.parsing.times.dates import date_spans
from store.parsing.times.looking_back import looking_back
from store.reading.reader import Reading

if TYPE_CHECKING:  # what articles take is loaded with the first of them: a third of it all
    from store.parsing.speech.quotations import Quoted

__all__ = ["Parsed", "parse"]


class Parsed(msgspec.Struct, frozen=True):
    """A document whose sentences are not labelled yet, with what labelling wants to know."""

    document: Document
    lead_ins: dict[int, str]
    """For the sentences of bullets the paragraph that leads in to them."""
    quoted: "tuple[Quoted, ...]"
    paragraph_of: tuple[int, ...]
    own_voice: Voice = "ofsted"
    """In whose voice it speaks where nobody is quoted, if it is no article."""


def parse(reading: Reading) -> Parsed:
    """Parse what a reader read; never raises for any text."""
    lines = in_order(with_breaks(unjoined(_without_retelling(reading.lines))))
    found = kind_of(lines, reading.meta)
    facts = Facts(framework=found.framework)
    if found.printed:
        facts.saw("kind", found.printed)
    own_voice: Voice = "ofsted"
    if found.kind == "article":
        body, spoken = _article(lines, reading, facts)
    else:
        author: Voice | None = "ofsted"
        if found.kind == "other":
            publisher = filter(None, [reading.meta.publisher])
            author = author_of([*publisher, *(line.text for line in lines)])
            own_voice = author or "other"
        # Points of a paper that does not tell whose it is are points all the same.
        body, spoken = _other(found, lines, reading, facts, author or "ofsted"), ()
        if found.kind == "other":
            spoken = _told_in_paper(body) if own_voice != "ofsted" else ()
    document = Document(
        id=reading.source.sha256[:16],
        source=reading.source,
        kind=found.kind,
        framework=facts.framework,
        title=facts.title,
        councils=tuple(facts.councils),
        published=facts.published,
        published_from_name=_date_of_name(reading.source.name),
        letter_date=facts.letter_date,
        visits=_with_focus(facts),
        judged_inadequate=facts.judged_inadequate,
        graded_now=facts.graded_now,
        lead_inspector=facts.lead_inspector,
        inspectors=tuple(facts.inspectors),
        signed_by=facts.signed_by,
        addressee=facts.addressee,
        author=facts.author,
        outlet=facts.outlet,
        focus=facts.focus,
        judgements=facts.judgements,
        recommendations=tuple(facts.recommendations),
        sections=body.sections,
        sentences=body.sentences,
        quotations=_quotations(spoken, body)
        if found.kind == "article" or own_voice == "council"
        else (),
        evidence=facts.evidence,
        notes=(*reading.notes, *facts.notes),
        pages=reading.pages,
        text=body.text,
    )
    return Parsed(
        _with_figures(document), body.lead_ins, tuple(spoken), body.paragraph_of, own_voice
    )


def _with_figures(document: Document) -> Document:
    """The document with its figures, and with the time that its sentences look back to."""
    back = looking_back(document.sentences, document)
    sentences = tuple(
        msgspec.structs.replace(sentence, as_of=back[index]) if index in back else sentence
        for index, sentence in enumerate(document.sentences)
    )
    found = tuple(figures(sentences))
    return msgspec.structs.replace(document, sentences=sentences, figures=found)


def _other(
    found: KindFound, lines: Sequence[Line], reading: Reading, facts: Facts, own: Voice
) -> Body:
    """A letter, a report, or a document of no known kind."""
    if found.kind == "inspection-report":
        read_report(lines, facts)
    elif found.kind in LETTER_KINDS:
        read_letter(found.kind, lines, facts)
    else:
        _read_unknown(lines, reading, own, facts)
    blocks = _blocks([line for i, line in enumerate(lines) if i not in facts.consumed])
    if own == "council":
        from store.parsing.papers.plan_tables import with_cells

        blocks = with_cells(blocks)
    facts.recommendations = recommendations(blocks, own)
    return body_of(blocks)


def _blocks(lines: Sequence[Line]) -> list[Block]:
    kept = without_furniture(lines)
    has_layout = any(line.y or line.role not in ("", "caption", "cell") for line in kept)
    return with_headings(blocks_of(kept), has_layout)


def _article(
    lines: Sequence[Line], reading: Reading, facts: Facts
) -> "tuple[Body, Sequence[Quoted]]":
    from store.parsing.articles.article import (
        read_article,
        read_head,
        standfirst_of,
        with_standfirst,
    )
    from store.parsing.articles.councils_named import council_of_each, with_council_headings
    from store.parsing.articles.newsprint import body_lines, notes_for_press
    from store.parsing.articles.reprinted import Reprint

    kept, outlet = body_lines(lines)
    read_head(kept, reading.meta, facts)
    if outlet and not facts.outlet:
        facts.outlet = outlet
        facts.saw("outlet", f"named by the page around the article: {outlet}")
    blocks = _blocks([line for i, line in enumerate(kept) if i not in facts.consumed])
    blocks = with_council_headings(with_standfirst(blocks, standfirst_of(kept, facts)))
    reprint = Reprint(blocks)
    blocks = reprint.blocks
    paragraphs, above = [facts.title or ""], [""]
    heading = ""
    for block in blocks:
        if block.kind == "heading":
            heading = block.text
            continue
        paragraphs.append(block.text)
        above.append(heading)
        heading = ""
    read_article(paragraphs, above, facts, notes_for_press(lines))
    body = body_of(blocks, facts.title)
    if not facts.title:
        paragraphs, above = paragraphs[1:], above[1:]
    names = [council.name for council in facts.councils]
    if len(names) > 1:
        body = _with_councils(body, council_of_each(paragraphs, above, names))
    return _with_neighbours(body, names), reprint.spoken(_speech(body), body)


def _with_councils(body: Body, each: Sequence[str | None]) -> Body:
    sentences = tuple(
        msgspec.structs.replace(sentence, council=each[place] if place < len(each) else None)
        for sentence, place in zip(body.sentences, body.paragraph_of, strict=True)
    )
    return msgspec.structs.replace(body, sentences=sentences)


def _with_neighbours(body: Body, names: Sequence[str]) -> Body:
    """Sentences that judge a council which the article is not about are of that council."""
    from store.parsing.articles.neighbours import neighbour_judged

    if not names:
        return body
    others = [neighbour_judged(sentence.text, names) for sentence in body.sentences]
    sentences = tuple(
        msgspec.structs.replace(sentence, council=other) if other else sentence
        for sentence, other in zip(body.sentences, others, strict=True)
    )
    return msgspec.structs.replace(body, sentences=sentences)


def _read_unknown(lines: Sequence[Line], reading: Reading, own: Voice, facts: Facts) -> None:
    """What is plain even of a document of no known kind: its title, date and council."""
    from store.parsing.letters.other_letters import read_other_letter

    first = lines[0].text if lines else ""
    subject = subject_of_mail([line.text for line in lines[:HEAD_OF_MAIL]])
    first = subject or title_below_body([line.text for line in lines[:HEAD_OF_MAIL]]) or first
    facts.title = reading.meta.title or (first if len(first) < 200 else None)
    facts.published = reading.meta.date
    meeting = meeting_date([line.text for line in lines]) if own == "council" else None
    if meeting and not facts.published:
        facts.published = meeting[0]
        facts.saw("published", meeting[1])
    if not subject and not is_meeting_paper([line.text for line in lines[:PAPER_LINES]]):
        read_other_letter(lines, own, facts)
    bare = facts.published is None and facts.letter_date is None and not subject
    if bare and (dated := paper_date(lines)):
        facts.published = dated[0]
        facts.saw("published", dated[1])
    facts.consumed.update(page_rows(lines))
    _read_council(lines, facts)


def _read_council(lines: Sequence[Line], facts: Facts) -> None:
    """The only council that the head names; where it names several, the title's."""
    head = " ".join(line.text for line in lines[:14] if not OWN_ADDRESS.search(line.text))[:1500]
    for text in (head, facts.title or ""):
        named = {mention.council: mention for mention in register().mentions(text)}
        council = register().get(next(iter(named))) if len(named) == 1 else None
        if council is None:
            continue
        mention = named[council.name]
        facts.councils.append(CouncilNamed(council.name, council.urn, mention.printed))
        facts.saw("councils", text[max(0, mention.start - 60) : mention.end + 60])
        facts.visits = [
            msgspec.structs.replace(visit, council=council.name) for visit in facts.visits
        ]
        return


def _with_focus(facts: Facts) -> tuple[VisitNamed, ...]:
    """The visits, the first of them with its focus; so are those made together with it."""
    if not facts.visits or not facts.focus:
        return tuple(facts.visits)
    first = facts.visits[0]
    focus = first.focus or facts.focus
    return tuple(
        msgspec.structs.replace(visit, focus=focus)
        if visit is first or (visit.kind, visit.start) == (first.kind, first.start)
        else visit
        for visit in facts.visits
    )


def _speech(body: Body, *, paper: bool = False) -> "list[Quoted]":
    """What is quoted or reported in the paragraphs of the body."""
    from store.parsing.speech.quotations import quoted

    bullets = {p for s, p in zip(body.sentences, body.paragraph_of, strict=True) if s.bullet}
    return quoted(_paragraphs(body), frozenset(bullets), body.set_apart, paper=paper)


def _told_in_paper(body: Body) -> "list[Quoted]":
    """What the paper of another quotes or reports; Ofsted's letter, if printed, is Ofsted's."""
    from store.parsing.papers.plan_tables import is_head
    from store.parsing.speech.quotations import Quoted

    texts = _paragraphs(body)
    letter = [
        Quoted(texts[place], place, 0, len(texts[place]), "letter", "ofsted", marked=False)
        for place in sorted({*enclosed(texts), *body.inspectors})
    ]
    spoken = _speech(body, paper=True)
    return [
        *letter,
        *(words for words in spoken if not is_head(texts[words.paragraph].split("\t"))),
    ]


def _paragraphs(body: Body) -> list[str]:
    ends = _ends_of_paragraphs(body).values()
    return [body.text[first.start : last.end] for first, last in ends]


def _ends_of_paragraphs(body: Body) -> dict[int, tuple[Sentence, Sentence]]:
    """The first and the last sentence of each paragraph."""
    found: dict[int, tuple[Sentence, Sentence]] = {}
    for sentence, place in zip(body.sentences, body.paragraph_of, strict=True):
        found[place] = (found[place][0] if place in found else sentence, sentence)
    return found


def _quotations(spoken: "Sequence[Quoted]", body: Body) -> tuple[Quotation, ...]:
    """The marked words in order; what is quoted within somebody's words stands behind them."""
    from store.parsing.speech.nested_quotations import nested

    found: list[Quotation] = []
    for quotation in (_quotation(words, body) for words in spoken if words.marked):
        found.append(quotation)
        found.extend(nested(quotation, body.text, body.sentences))
    return tuple(found)


def _quotation(spoken: "Quoted", body: Body) -> Quotation:
    """The quotation with its place in the text and the sentence in which it begins."""
    members = [i for i, place in enumerate(body.paragraph_of) if place == spoken.paragraph]
    offset = body.sentences[members[0]].start
    begun = [i for i in members if body.sentences[i].start <= offset + spoken.start]
    return Quotation(
        spoken.words,
        spoken.speaker,
        begun[-1],
        offset + spoken.start,
        offset + spoken.end,
        spoken.voice,
    )


def _date_of_name(name: str) -> str | None:
    """The date that a file's name bears, as Ofsted's site names its reports."""
    spans = date_spans(PurePath(name).stem.replace("_", " ").title())
    days = [span for span in spans if len(span.start) == 10 and span.start == span.end]
    return days[-1].start if days else None


def _without_retelling(lines: Sequence[Line]) -> Sequence[Line]:
    """Drops the line with which a sample document says that it is a retelling."""
    for index, line in enumerate(lines[:6]):
        if RETELLING.match(line.text):
            end = index + 1
            while end < len(lines) and end <= index + 2 and not lines[end - 1].text.endswith("."):
                end += 1
            return [*lines[:index], *lines[end:]]
    return lines
