"""The judgements of a report: table, headline, section headings, safeguarding board."""

import re
from collections.abc import Sequence

from store.model.line import Line
from store.model.vocabulary import Grade
from store.parsing.cover import Cover, first_row
from store.parsing.facts import Facts
from store.parsing.judgements import (
    ILACS_AREAS,
    LAC_AREAS,
    SIF_AREAS,
    Row,
    normal_grade,
    read_table,
)

_GRADED = r"(?P<grade>outstanding|good|inadequate|adequate|requires? improvement(?: to be good)?)"
_HEADLINE = re.compile(
    rf"(?:the overall judgement is(?: that)?(?: children.?s services?)?(?: in [\w ,’'-]{{2,50}})?"
    rf"|children.?s services? in [\w ,’'-]{{2,60}}?)\s*(?:is|are)?\s+{_GRADED}\b",
    re.IGNORECASE,
)
_GRADED_HEADING = re.compile(
    rf"(?::|\bis|\bare|leavers|families|protection)\s*{_GRADED}", re.IGNORECASE
)
_LSCB_GRADE = re.compile(
    r"(?:effectiveness of )?the (?:[\w’' -]{2,50} )?local safeguarding children.{0,3} board"
    rf"(?: \(\w+\))?(?: in [\w ’'-]{{2,40}})?\s+(?:is|are)?\s*(?:judged to be )?{_GRADED}\b"
    r"(?!\s*(?:if|when|where))",
    re.IGNORECASE,
)


def read_judgements(lines: Sequence[Line], cover: Cover, facts: Facts) -> None:
    """All grades, and a note where table and section headings confirm each other."""
    if facts.framework == "lac":
        start = _last(lines, re.compile(r"^record of main findings", re.IGNORECASE))
        if start is not None:
            rows, used = read_table(lines[start + 1 :], LAC_AREAS)
            _take(rows, facts)
            facts.consumed.update(range(start, start + 2 + max(used, default=-1)))
        return
    if facts.framework in ("ilacs", "ilacs-short"):
        start = first_row(cover, re.compile(r"^judgement\b", re.IGNORECASE))
        if start is None:
            start = first_row(cover, re.compile(r"^the impact of leaders", re.IGNORECASE))
        if start is not None:
            window = [line for _, line in cover[start : start + 26]]
            rows, used = read_table(window, ILACS_AREAS)
            _take(rows, facts)
            end = max(used, default=0)
            facts.consumed.update(index for index, _ in cover[: start + end + 1])
        _check_headings(lines, facts)
        return
    start = first_row(cover, re.compile(r"^1\.\s*children who need help", re.IGNORECASE))
    if start is not None:
        window = [line for _, line in cover[start : start + 16]]
        rows, used = read_table(window, SIF_AREAS)
        _take(rows, facts)
        end = max(used, default=-1)
        facts.consumed.update(index for index, _ in cover[start : start + end + 1])
    _read_headline(cover, facts)
    _read_lscb(lines, cover, facts)


def _last(lines: Sequence[Line], pattern: re.Pattern[str]) -> int | None:
    found = [index for index, line in enumerate(lines) if pattern.match(line.text)]
    return found[-1] if found else None


def _take(rows: Sequence[Row], facts: Facts) -> None:
    for row in rows:
        facts.judgements[row.area] = row.grade
        facts.saw(f"judgements.{row.area}", row.printed)


def _read_headline(cover: Cover, facts: Facts) -> None:
    match = _HEADLINE.search(" ".join(line.text for _, line in cover))
    if not match:
        return
    grade = _singular(match.group("grade"))
    if grade is not None:
        facts.judgements["overall"] = grade
        facts.saw("judgements.overall", match.group())
    _consume(match, cover, facts)


def _consume(match: re.Match[str], cover: Cover, facts: Facts) -> None:
    """Mark the cover's lines in which a match on their joined text lies."""
    length = 0
    for index, line in cover:
        if length < match.end() and length + len(line.text) > match.start():
            facts.consumed.add(index)
        length += len(line.text) + 1


def _read_lscb(lines: Sequence[Line], cover: Cover, facts: Facts) -> None:
    """The grade of the safeguarding board: on the cover, or at the head of its own part."""
    titled = re.search(r"safeguarding\s+children", facts.title or "", re.IGNORECASE)
    if not titled and not any("Safeguarding Children" in line.text for line in lines[60:]):
        return
    text = " ".join(line.text for _, line in cover)
    match = _LSCB_GRADE.search(text)
    if match:
        _consume(match, cover, facts)
    for index in range(len(cover), len(lines) - 1):
        if match:
            break
        row = lines[index].text
        if re.match(r"(?:the )?(?:effectiveness of |[\w’' -]{0,40}local safeguarding)", row, re.I):
            window = " ".join(line.text for line in lines[index : index + 3])
            match = _LSCB_GRADE.match(window)
    grade = _singular(match.group("grade")) if match else None
    if match and grade:
        facts.judgements["lscb"] = grade
        facts.saw("judgements.lscb", match.group())
        if facts.framework == "lscb":
            facts.judgements["overall"] = grade


def _check_headings(lines: Sequence[Line], facts: Facts) -> None:
    """The section headings repeat the grades: they fill gaps and confirm the table."""
    agreed = 0
    for area, pattern in ILACS_AREAS[:-1]:
        for index, line in enumerate(lines):
            if line.page == 1 or not re.match(r"the (?:impact|experiences)", line.text, re.I):
                continue
            heading = " ".join(row.text for row in lines[index : index + 3])[:220]
            match = pattern.search(heading)
            if not match or match.start() > 60:
                continue
            graded = re.search(
                rf"(?::|\bis|\bare|leavers|families|protection)\s*{_GRADED}", heading, re.I
            )
            grade = _singular(graded.group("grade")) if graded else None
            if grade is None:
                continue
            if area not in facts.judgements and not _is_split(area, facts.judgements):
                facts.judgements[area] = grade
                facts.saw(f"judgements.{area}", heading)
            elif facts.judgements.get(area) == grade:
                agreed += 1
            break
    if agreed >= 2:
        facts.notes.append(f"{agreed} grades of the table are confirmed by section headings")


def _is_split(area: str, judgements: dict[str, Grade]) -> bool:
    """Whether care is judged already, in the other of the two layouts of the table."""
    both = "in_care_and_care_leavers"
    return (
        both in judgements
        if area in ("in_care", "care_leavers")
        else (area == both and "in_care" in judgements)
    )


def _singular(words: str) -> Grade | None:
    return normal_grade(re.sub(r"require improvement", "requires improvement", words, flags=re.I))
