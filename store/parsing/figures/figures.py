"""Figures of the workforce and of casework: what is measured, how much, in which sentence.

Each sentence that has a number becomes a shape (`shape`); tables of measures take the
numbers that are theirs; what is of another place or of earlier years is dropped, or told as the
value before. A number is one figure at most, a measure with the same value one a sentence.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from store.model.document import Figure, Sentence
from store.parsing.figures.caseloads import caseloads
from store.parsing.figures.children import children
from store.parsing.figures.direction import (
    change_of,
    change_told_next,
    direction_between,
    is_earlier,
)
from store.parsing.figures.elsewhere import is_elsewhere, is_hoped
from store.parsing.figures.measures import Taken, shares
from store.parsing.figures.none import none_unallocated
from store.parsing.figures.shape import COUNT, LOOSELY, SHARE, Shape, shape_of
from store.parsing.figures.tables import in_tables
from store.parsing.figures.timeliness import timeliness
from store.parsing.figures.workforce import workforce
from store.parsing.sentences import LONGEST
from store.parsing.times.months import IN_FULL

_LISTED = re.compile(
    r" of (?:(?! (?:are|were|is|was|have|had|has)\b)[^#§¤;.]){0,60}(?:,| and|, and) "
)

_BY_PLACE = re.compile(
    rf",? (?:in|for|at|across|among|within) (?!_|(?:the )?(?:last|previous|same|{IN_FULL})\b)"
    r"[^#§¤;,.()_]{2,45}?"
    r"(?:,| and|, and|,? but|,? while|,? whereas) (?:(?:is|are|only|just|over|about|nearly|almost"
    r"|as high"
    r" as) )*"
)
_OF_PLACE = re.compile(r",? (?:in|for|at|across|among|within) (?!_)")

_MANY, _TIMES = 20, 4


def figures(sentences: Sequence[Sentence]) -> list[Figure]:
    """The figures of all sentences, in order."""
    found: list[Figure] = []
    last: Taken | None = None
    previous = ""
    rows = in_tables(sentences, _of_text)
    for index, sentence in enumerate(sentences):
        text = sentence.text
        if index in rows:
            found.extend(_as_of(rows[index], sentence.as_of))
            last = None
            continue
        if len(text) > LONGEST:
            continue
        shape = shape_of(text)
        if shape is not None:
            here = _taken(shape, previous)
            new = list(_figures(shape, here, index))
            if new:
                last = here[-1]
            elif last is not None and index - found[-1].sentence <= 2:
                told = _told_next(found[-1], shape, last, index)
                if told is not None and told.sentence == index:
                    new = [told]
                elif told is not None:
                    found[-1] = told
            found.extend(_as_of(new, sentence.as_of))
        none = none_unallocated(text, index)
        if none is not None:
            found.extend(_as_of([none], sentence.as_of))
        previous = text
    return found


def _of_text(text: str, index: int) -> list[Figure]:
    """The figures of a text that stands alone."""
    shape = shape_of(text)
    return [] if shape is None else list(_figures(shape, _taken(shape, ""), index))


def _as_of(told: Sequence[Figure], as_of: str | None) -> Iterator[Figure]:
    """Figures of a sentence that looks back, unless they tell what has become of them since."""
    for figure in told:
        yield figure if as_of is None or figure.before is not None else replace(figure, as_of=as_of)


def _taken(shape: Shape, previous: str) -> list[Taken]:
    """The numbers that are figures, in their order."""
    by_place: dict[int, Taken] = {}
    for taken in _candidates(shape, previous):
        place = taken.place
        if place not in by_place and not is_elsewhere(shape, place) and not is_hoped(shape, place):
            by_place[place] = taken
    _add_listed(shape, by_place)
    return [by_place[place] for place in sorted(by_place) if not _is_of_a_row(shape.text, place)]


def _is_of_a_row(text: str, place: int) -> bool:
    """Whether numbers stand side by side, as in the row of a table whose columns are not known:
    "Agency 46% 39%"."""
    sign, before, after = text[place], text[:place], text[place + 1 :]
    return (before[-1:].isspace() and before.rstrip().endswith(sign)) or (
        after[:1].isspace() and after.lstrip().startswith(sign)
    )


def _add_listed(shape: Shape, by_place: dict[int, Taken]) -> None:
    """Shares in a list have the words of its last, "70% of boys and 80% of girls are seen"; numbers
    told by place have those of the first: "turnover is 12% in teams but 34% in court work"."""
    places = [place for place in shape.numbers if shape.text[place] == SHARE]
    for one, two in reversed(list(pairwise(places))):
        listed = two in by_place and one not in by_place
        if listed and not is_elsewhere(shape, one) and _LISTED.fullmatch(shape.text, one + 1, two):
            by_place[one] = by_place[two]._replace(place=one)
    for one, two in pairwise(shape.numbers):
        alike = shape.text[one] == shape.text[two] and one in by_place and two not in by_place
        if (
            alike
            and _BY_PLACE.fullmatch(shape.text, one + 1, two)
            and _OF_PLACE.match(shape.text, two + 1)
            and not is_elsewhere(shape, two)
        ):
            by_place[two] = by_place[one]._replace(place=two)


def _candidates(shape: Shape, previous: str) -> Iterator[Taken]:
    """What each table takes; the first to take a number has it."""
    yield from timeliness(shape, previous)
    yield from shares(shape, previous)
    yield from caseloads(shape, previous)
    yield from workforce(shape)
    yield from children(shape)


def _figures(shape: Shape, here: Sequence[Taken], index: int) -> Iterator[Figure]:
    changes = [change_of(shape, taken.place, taken.better) for taken in here]
    earlier = {change.before for change in changes if change.now is None}
    told_before = {change.now for change in changes}
    seen: set[tuple[str, float | None, float | None]] = set()
    for position, (taken, change) in enumerate(zip(here, changes, strict=True)):
        place = taken.place if change.now is None else change.now
        told = change.before is not None
        if place in earlier or taken.place in told_before:
            continue
        if not told and is_earlier(shape, place):
            continue
        if position and _repeats(shape, here[position - 1], taken):
            continue
        if position + 1 < len(here) and _is_rounded(shape, taken, here[position + 1]):
            continue
        number = shape.numbers[place]
        key = (taken.measure, number.value, number.low)
        if key in seen:
            continue
        seen.add(key)
        before = shape.numbers[change.before] if change.before is not None else None
        yield Figure(
            measure=taken.measure,
            value=number.value,
            low=number.low,
            high=number.high,
            unit=taken.unit,
            sentence=index,
            direction=change.direction,
            before=before.value if before else None,
            bound=taken.bound or number.bound,
            printed=number.words,
            before_printed=before.words if before else None,
        )


def _repeats(shape: Shape, one: Taken, two: Taken) -> bool:
    """Whether a share only says the count before it once more: "230 (or 33%) live outside"."""
    between = shape.text[one.place + 1 : two.place]
    is_count = shape.text[one.place] == COUNT
    return (
        is_count
        and one.measure == two.measure
        and between.endswith(("(", "(or "))
        and ")" not in between
    )


def _is_rounded(shape: Shape, one: Taken, two: Taken) -> bool:
    """Whether a share is told exactly in brackets after it: "over a quarter have none (27%)"."""
    rounded, exact = shape.numbers[one.place].value, shape.numbers[two.place].value
    if one.measure != two.measure or rounded is None or exact is None:
        return False
    if shape.numbers[one.place].words is None:
        return False
    return (
        shape.text[two.place - 1] == "(" and one.unit == two.unit and abs(exact - rounded) < LOOSELY
    )


def _told_next(figure: Figure, shape: Shape, taken: Taken, index: int) -> Figure | None:
    """The figure of the sentence before as this sentence goes on to tell of it: with what it was
    before (the same figure, changed), or what it is since (a new one); None if it does not."""
    change = change_told_next(shape, taken.better)
    place = change.before if change.now is None else change.now
    if place is None or figure.value is None:
        return None
    number = shape.numbers[place]
    value = number.value
    if value is None or (shape.text[place] == "§") != (figure.unit == "%"):
        return None
    one, two = (value, figure.value) if change.now is None else (figure.value, value)
    if min(one, two) >= _MANY and max(one, two) > _TIMES * min(one, two):
        return None  # no number of many children changes so much: it is another's
    direction = direction_between(one, two)
    if change.now is not None:
        return replace(
            figure,
            value=two,
            bound=number.bound,
            printed=number.words,
            before=one,
            before_printed=figure.printed,
            direction=direction,
            sentence=index,
        )
    if figure.before is not None:
        return None
    return replace(figure, before=one, before_printed=number.words, direction=direction)
