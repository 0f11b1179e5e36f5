"""Makes the briefing of what is selected."""

from collections import Counter
from collections.abc import Iterable, Sequence

from store.checking.changes import differences_in_words
from store.comparing import Between, between
from store.export.briefing import Briefing, CouncilPart, History, Part, Passage, Since
from store.export.selected import FigureTold, Selected, series_of
from store.findings.trained.weights import ModelCard
from store.library import CouncilCard, Library, Record
from store.library.record import CONCERNS, STRENGTHS
from store.model.amounts import amount_in_words, unit_in_words
from store.model.dates import in_words
from store.model.document import Figure
from store.model.finding import Finding
from store.model.visit import Visit
from store.model.vocabulary import AREAS, KINDS
from store.repeats.chains import Told
from store.selection import citation

DOUBTFUL = 0.6
"""Below this confidence a passage is marked to be read with care, as in the app's panes."""
NO_THEME = "without a theme"


def briefing(selected: Selected, library: Library, card: ModelCard, today: str) -> Briefing:
    """The briefing of what is selected.

    Args:
        selected: what the filters leave.
        library: where it is from; the visits before are read there.
        card: the classifier's card, for the note on method.
        today: ISO date.
    """
    wanted = selected.filters.polarities
    told = [finding for finding in selected.findings if finding.polarity in CONCERNS]
    good = [finding for finding in selected.findings if finding.polarity in STRENGTHS]
    # A mixed one is both, but stands only where what it is taken for was asked for.
    told = told if "concern" in wanted or wanted == ("mixed",) else []
    good = good if "strength" in wanted else []
    names = [council.name for council in selected.councils]
    return Briefing(
        title=names[0] if len(names) == 1 else selected.words,
        words=selected.words,
        made=in_words(today),
        councils=tuple(_council(card, selected.visits) for card in selected.councils),
        since=tuple(_changes(selected, library)),
        concerns=_parts(told, selected),
        strengths=_parts(good, selected),
        repeats=tuple(
            (_passage(finding, selected), _passage(selected.earlier[finding.id], selected))
            for finding in told
            if finding.id in selected.earlier
        ),
        histories=tuple(_histories(selected, library)),
        quotations=tuple(_quotations(selected)),
        documents=tuple(_document(record) for record in selected.documents),
        method=tuple(_method(selected, card)),
    )


def _council(card: CouncilCard, visits: Iterable[Visit]) -> CouncilPart:
    judged = f", {in_words(card.judged)}" if card.judgement and card.judged else ""
    return CouncilPart(
        name=card.name,
        judgement=f"{card.judgement or 'no overall judgement in the library'}{judged}",
        areas=tuple((AREAS.get(area, area), grade) for area, grade in card.areas.items()),
        visits=tuple(visit_words(visit) for visit in visits if visit.council == card.name),
    )


def visit_words(visit: Visit) -> str:
    """ "sixth monitoring visit, 22 Aug 2018"."""
    when = visit.when_in_words
    return f"{visit.name}, {when}" if when else visit.name


def _parts(found: Sequence[Finding], selected: Selected) -> tuple[Part, ...]:
    counts = Counter(theme for finding in found for theme in finding.themes)
    placed: dict[str, list[Finding]] = {}
    for finding in found:
        theme = max(finding.themes, key=lambda theme: (counts[theme], theme), default="")
        placed.setdefault(theme, []).append(finding)
    # The themes that stand first of none are listed too: they are told of all the same.
    every = {*counts, *placed}
    order = sorted(every, key=lambda theme: (not theme, -counts[theme], theme))
    return tuple(
        Part(
            selected.themes.get(theme, theme) or NO_THEME,
            tuple(_passage(finding, selected, theme) for finding in placed.get(theme, ())),
            counts[theme] if theme else len(placed[theme]),
            _others(theme, placed, selected),
        )
        for theme in order
    )


def _others(
    theme: str, placed: dict[str, list[Finding]], selected: Selected
) -> tuple[tuple[str, int], ...]:
    """Under which other themes the findings with this one stand."""
    under = {
        other: sum(theme in finding.themes for finding in listed)
        for other, listed in placed.items()
        if other != theme
    }
    order = sorted((other for other in under if under[other]), key=lambda other: -under[other])
    return tuple((selected.themes.get(other, other), under[other]) for other in order)


def _passage(finding: Finding, selected: Selected, under: str = "") -> Passage:
    others = [selected.themes.get(theme, theme) for theme in finding.themes if theme != under]
    marks = []
    if others and under:
        marks.append(f"also {', '.join(others)}")
    earlier = selected.earlier.get(finding.id)
    if earlier is not None:
        marks.append(f"told before: {earlier.citation}")
    if finding.corrected:
        marks.append("label corrected by a reader")
    elif finding.confidence < DOUBTFUL:
        marks.append("label uncertain")
    if finding.polarity == "mixed":
        marks.append("both concern and strength")
    if finding.voice == "council":
        marks.append("the council’s own words")
    return Passage(finding.text, finding.citation, tuple(marks))


def _changes(selected: Selected, library: Library) -> Iterable[Since]:
    filters = selected.filters
    if filters.visit or filters.document or "concern" not in filters.polarities:
        return  # a single visit or document, or strengths alone, is not set against another
    known = selected.repeats
    for card in selected.councils:
        dated = [visit for visit in card.visits if visit.when and visit.documents]
        if len(dated) < 2:
            continue
        later, earlier = dated[:2]
        told = between(
            _wanted(known.told_at(earlier), selected),
            _wanted(known.told_at(later), selected),
            known.of(card.name).earlier,
        )
        counts = [
            (
                selected.themes.get(theme, theme),
                len(of.gone) + len(of.before),
                len(of.again) + len(of.elsewhere) + len(of.new),
            )
            for theme in selected.themes
            for of in (told.of_theme(theme),)
        ]
        yield Since(
            council=card.name,
            later=visit_words(later),
            earlier=visit_words(earlier),
            **_told_passages(told, library),
            by_theme=tuple(
                sorted((c for c in counts if c[1] or c[2]), key=lambda c: (-c[2], -c[1], c[0]))
            ),
        )


def _wanted(told: Sequence[Told], selected: Selected) -> list[Told]:
    """The concerns with the themes that are selected; all where none is."""
    themes = set(selected.filters.themes)
    return [each for each in told if not themes or themes & set(each.themes)]


def _told_passages(told: Between, library: Library) -> dict[str, tuple[Passage, ...]]:
    found = {}
    for name in ("new", "again", "elsewhere", "gone"):
        listed: Sequence[Told] = getattr(told, name)
        passages = []
        for each in listed:
            id, _, number = each.id.rpartition(":")
            document = library.document(id)
            passages.append(Passage(each.text, citation(document, document.sentences[int(number)])))
        found[name] = tuple(passages)
    return found


def _histories(selected: Selected, library: Library) -> Iterable[History]:
    sentences = {(told.document, told.figure.sentence): told for told in selected.figures}
    for card in selected.councils:
        for series in series_of(selected, library, card.name):
            points = tuple(
                (
                    in_words(point.when),
                    figure_words(point.figure),
                    _sentence(sentences.get((point.document, point.figure.sentence))),
                )
                for point in series.points
            )
            yield History(card.name, series, points)


def _sentence(told: FigureTold | None) -> str:
    return f"“{told.text}” ({told.citation})" if told else ""


def figure_words(figure: Figure) -> str:
    """ "41 %", "26 to 28 cases"."""
    return f"{amount_in_words(figure, to=' to ')} {unit_in_words(figure)}".strip()


def _quotations(selected: Selected) -> Iterable[tuple[str, str, str]]:
    for told in selected.quotations:
        verdict = told.verdict
        differing = differences_in_words(told.difference, told.cut_off, 4)
        if differing:
            verdict = f"{verdict}: {differing}"
        speaker = f"{told.speaker}, " if told.speaker else ""
        day = f", {in_words(told.date)}" if told.date else ""
        paper = told.outlet or told.title
        yield verdict, f"“{told.text}” ({speaker}{paper}{day})", told.source or ""


def _document(record: Record) -> str:
    day = f", {in_words(record.date)}" if record.date else ""
    outlet = f" ({record.outlet})" if record.outlet else ""
    return f"{KINDS[record.kind]}: {record.title or record.name}{outlet}{day}"


def _method(selected: Selected, card: ModelCard) -> Iterable[str]:
    total = len(selected.findings)
    share = f"{selected.corrected / total:.0%}" if total else "none"
    models = ", ".join(selected.models) or "no classifier"
    yield (
        f"Passages are word for word from {len(selected.documents)} documents. Their labels "
        f"(concern or strength, themes) were given by a classifier ({models}), not by Ofsted; "
        f"{selected.corrected} of {total} ({share}) were corrected by a reader."
    )
    scores = ", ".join(
        f"{name.removeprefix('held-out ')} {score:.2f}"
        for name, score in card.scores.items()
        if name.startswith("held-out ") and "neighbours" not in name
    )
    if scores:
        yield f"On sentences of councils it had not seen, its scores are: {scores}."
    yield (
        "A repeat is a concern that an earlier visit to the same council told in like words and "
        "themes. That a concern is not told again does not say that it is settled: the visit may "
        "have looked elsewhere."
    )
    for id, reason in selected.left_out.items():
        yield f"Left out, for it could not be read: document {id} ({reason})."
