"""The visits that an article tells of: the one it reports on, and those it looks back at.

Every sentence that mentions a visit gives what it says of it: kind, number, date. Mentions
that can be the same visit are put together. An article on a full inspection tells of it with
the words of a judgement instead.
"""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from store.model.visit import VisitNamed
from store.model.vocabulary import VisitKind
from store.parsing.articles.comings import MENTION, kind_named
from store.parsing.articles.councils_named import named_in
from store.parsing.articles.grades_told import grade_reported, overall_grade_now, recalled_grades
from store.parsing.articles.inspections import inspection_reported, lasted_for_weeks, read_grade_of
from store.parsing.articles.mentions import Told, one_date_each, visits_in
from store.parsing.articles.neighbours import without_asides
from store.parsing.articles.subjects import with_subject
from store.parsing.councils import register
from store.parsing.facts import Facts
from store.parsing.sentences import split_sentences
from store.parsing.times.dates import months_between

_FOCUS: Final = re.compile(
    r"\b(?:visit|inspection|inspectors|ofsted|jtai)\b[^.]{0,60}?\b(?:focus(?:ed|ing|sed|sing)? on"
    r"|concentrat(?:ed|ing) on|centred on|homed in on|assessing services for"
    r"|(?:looked|looking|to look) (?:again )?(?:at|into)|examin(?:ed|ing)|to examine)"
    r"\s+(?P<focus>[^.,]{3,90}?)"
    r"(?=,|\.| (?:said|found|(?-i:in [A-Z])|provision in|at the|praised|concluded|and found))",
    re.IGNORECASE,
)
LEAD: Final = 3
"""The visit it reports on is mentioned in its first paragraphs, the headline counted."""
LOOKS_BACK_MONTHS: Final = 4
"""A visit that began longer before the article is one it looks back at: letters come out
within about two months of a visit, and the press follows within days."""


def read_visits(
    told_of: Sequence[tuple[str | None, str]], names: Sequence[str], told: str, facts: Facts
) -> None:
    """Add the visits to `facts`: for each council first the one reported on.

    Args:
        told_of: paragraphs with the council each speaks of, if it is one alone.
        names: the councils that the article is about.
        told: the article's own date.
    """
    mentions = _mentions(told_of, names, told)
    lead = " ".join(text for _, text in told_of[:LEAD])
    for council in names:
        own = [text for name, text in told_of if name == council]
        own_grades = [without_asides(text, names) for text in own]
        graded = grade_reported(own_grades, told)
        judged = facts.judged_inadequate.get(council)
        before = recalled_grades(own_grades, told)
        usual = _usual_kind(mentions[council], told_of)
        kinds = [
            (each, _kind_of(each, usual, judged, graded, before, told))
            for each in mentions[council]
        ]
        clusters = _clusters(kinds, council)
        clusters.sort(key=lambda visit: (visit.start or "", visit.ordinal or 0))
        recent = [visit for visit in clusters if not _looks_back(visit, told)]
        reported = recent[-1] if recent else None
        if reported and reported.start is None and not MENTION.search(lead):
            # A visit that is neither dated nor in the lead is recalled beside an inspection.
            inspected = inspection_reported(own_grades, council, told, facts)
            if inspected and inspected.start:
                facts.visits.append(inspected)
                read_grade_of(inspected, own_grades, told, facts)
                reported = None
        if reported is not None:
            facts.visits.append(_with_focus(reported, own))
            facts.saw(f"visits.{council}", _proof(reported, mentions[council]))
        facts.visits.extend(
            msgspec.structs.replace(visit, mentioned=True)
            for visit in clusters
            if visit is not reported
        )
    if any(not visit.mentioned for visit in facts.visits):
        _add_inspections(told_of, names, told, facts)
        _add_visits_of_same_kind(told_of, names, facts)
        return
    recalled = facts.visits[:]
    facts.visits.clear()
    for council in names:
        own = [without_asides(text, names) for name, text in told_of if name == council]
        inspected = inspection_reported(own, council, told, facts)
        if inspected:
            facts.visits.append(inspected)
        if inspected or "inadequate" in recalled_grades(own, told):
            # of a council that was inadequate a new grade is news, even of an unnamed inspection
            read_grade_of(inspected or VisitNamed(council, "inspection"), own, told, facts)
    facts.visits.extend(recalled)


def _mentions(
    told_of: Sequence[tuple[str | None, str]], names: Sequence[str], told: str
) -> dict[str, list[Told]]:
    """For each council what the sentences say of its visits, in order."""
    found: dict[str, list[Told]] = {name: [] for name in names}
    follows = False
    before = ""
    for council, paragraph in told_of:
        for sentence in split_sentences(paragraph):
            named = with_subject(sentence, before)
            visits = visits_in(named, told, len(names) > 1, follows)
            if named != sentence:
                visits = [msgspec.structs.replace(visit, said=sentence) for visit in visits]
            before = sentence
            follows = follows or bool(visits)
            if not visits:
                continue
            about = named_in(sentence, names)
            if not about:
                if register().mentions(sentence):
                    continue  # a visit to a council that the article only mentions
                about = [council] if council else []
            each = one_date_each(sentence, about, told)
            for name in about:
                when = each.get(name)
                found[name].extend(
                    msgspec.structs.replace(visit, start=when.start, end=when.end)
                    if when
                    else visit
                    for visit in visits
                )
    return found


def _usual_kind(
    told: Sequence[Told], told_of: Sequence[tuple[str | None, str]]
) -> VisitKind | None:
    """The kind of visit that is meant where only "visit" is said."""
    own = next((visit.kind for visit in told if visit.kind), None)
    if own:
        return own
    if any(visit.counted for visit in told):
        return "monitoring-visit"  # no other visits are numbered
    return next((kind for _, text in told_of if (kind := kind_named(text))), None)


def _kind_of(
    each: Told,
    usual: VisitKind | None,
    judged: str | None,
    graded: str | None,
    recalled: frozenset[str],
    told: str,
) -> VisitKind | None:
    """The kind of the visit that is told of; None if it may as well be a full inspection.

    Args:
        each: what a sentence says of it.
        usual: the kind that is meant where only "visit" is said.
        judged: when the council was judged inadequate.
        graded: the grade of an inspection that the article reports on.
        recalled: the grades that the article says the council was given before.
        told: the article's own date.
    """
    if each.kind or each.counted:
        return each.kind or "monitoring-visit"
    if graded is None and lasted_for_weeks(each.start, each.end):
        return "inspection"
    if each.loose and graded:
        return None
    if usual is None and judged:
        # What Ofsted pays to a council that was judged so; what came before was the inspection.
        start = (each.start or "9999")[: len(judged)]
        after = start > judged or (start == judged and len(judged) == 4 and not graded)
        return "monitoring-visit" if after and graded in (None, "inadequate") else None
    if usual is None and graded is None and each.ordinal:
        return "monitoring-visit"  # no other visits are numbered
    if usual is None and graded is None and each.start:
        if "inadequate" in recalled:
            return "monitoring-visit"
        if months_between(each.start, told) > LOOKS_BACK_MONTHS:
            return None
        # Ofsted monitors whom it judged inadequate; to the others it pays focused visits.
        return "focused-visit" if recalled else "monitoring-visit"
    return usual


def _clusters(told: Sequence[tuple[Told, VisitKind | None]], council: str) -> list[VisitNamed]:
    """One entry for each visit told apart by its number or date."""
    clusters: list[VisitNamed] = []
    said: list[set[str]] = []
    """For each the sentences that gave it a number or a date."""
    bare: VisitNamed | None = None
    for each, kind in told:
        if kind is None:
            continue
        visit = VisitNamed(council, kind, each.ordinal, each.start, each.end)
        if visit.ordinal is None and visit.start is None:
            bare = bare or visit
            continue
        for place, known in enumerate(clusters):
            # One sentence that numbers a visit and dates one without a number tells of two.
            two = not (visit.start and known.start) and each.said in said[place]
            numbered = bool(visit.ordinal) != bool(known.ordinal)
            if _compatible(known, visit) and not (two and numbered):
                clusters[place] = _merged(known, visit)
                said[place].add(each.said)
                break
        else:
            clusters.append(visit)
            said.append({each.said})
    if bare and not any(visit.kind == bare.kind for visit in clusters):
        clusters.append(bare)
    return clusters


def _compatible(one: VisitNamed, other: VisitNamed) -> bool:
    if one.kind != other.kind:
        return False
    if one.ordinal and other.ordinal:
        return one.ordinal == other.ordinal
    if one.start and other.start:
        return one.start.startswith(other.start[:7]) or other.start.startswith(one.start[:7])
    return True


def _merged(known: VisitNamed, more: VisitNamed) -> VisitNamed:
    start, end = known.start, known.end
    if more.start and (start is None or len(more.start) > len(start)):
        start, end = more.start, more.end
    return msgspec.structs.replace(
        known, ordinal=known.ordinal or more.ordinal, start=start, end=end
    )


def _proof(visit: VisitNamed, told: Sequence[Told]) -> str:
    """The sentence that gives the visit's date; else its number, else any that mentions one."""
    dated = [each for each in told if visit.start and each.start == visit.start]
    numbered = [each for each in told if visit.ordinal and each.ordinal == visit.ordinal]
    return next((each.said for each in (*dated, *numbered, *told)), "")


def _looks_back(visit: VisitNamed, told: str) -> bool:
    return visit.start is not None and months_between(visit.start, told) > LOOKS_BACK_MONTHS


def _with_focus(visit: VisitNamed, paragraphs: Sequence[str]) -> VisitNamed:
    for paragraph in paragraphs:
        match = _FOCUS.search(paragraph)
        if match:
            return msgspec.structs.replace(visit, focus=(match.group("focus").strip(),))
    return visit


def _add_inspections(
    told_of: Sequence[tuple[str | None, str]], names: Sequence[str], told: str, facts: Facts
) -> None:
    """A round-up tells of a visit to one council and of another's inspection."""
    visited = {visit.council for visit in facts.visits if not visit.mentioned}
    for council in names if len(names) > 1 else ():
        if council not in visited:
            own = [without_asides(text, names) for name, text in told_of if name == council]
            inspected = inspection_reported(own, council, told, facts)
            if inspected and inspected.start:
                facts.visits.append(inspected)
                read_grade_of(inspected, own, told, facts)


def _add_visits_of_same_kind(
    told_of: Sequence[tuple[str | None, str]], names: Sequence[str], facts: Facts
) -> None:
    """An article on two councils says "monitoring visits" once: the other had one as well."""
    visited = {visit.council for visit in facts.visits}
    kinds = {visit.kind for visit in facts.visits}
    if len(kinds) != 1:
        return
    for name in names:
        own = [text for council, text in told_of if council == name]
        if name not in visited and overall_grade_now(own, facts.published or "") is None:
            facts.visits.append(_with_focus(VisitNamed(name, next(iter(kinds))), own))
