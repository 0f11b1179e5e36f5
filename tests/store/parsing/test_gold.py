"""Measures the parser on documents whose facts were written down by hand.

They lie beside the repository, not in it: in the folder that OFSTED_SHARED names, else in
`../shared`. Run with `-s` to see the share that is right for each field.
"""

import gzip
import json
import os
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from store.model.document import Document
from store.parsing import parse
from store.reading.failure import ReadingError
from store.reading.reader import read

ROOT = Path(__file__).resolve().parents[3]
SHARED = Path(os.environ.get("OFSTED_SHARED") or ROOT.parent / "shared")
pytestmark = [
    pytest.mark.skipif(
        not (SHARED / "gold" / "reports.jsonl").is_file(),
        reason=f"no hand-written facts at {SHARED} (set OFSTED_SHARED to where they are)",
    ),
    # One worker parses the corpus once for all tests of this file.
    pytest.mark.xdist_group("gold"),
]
SENTENCES_FOUND = 0.98


@cache
def parsed(path: Path) -> Document | None:
    """The document of a file; None if it cannot be read."""
    try:
        return parse(read(path)).document
    except ReadingError:
        return None


class Tally:
    """Counts right and wrong values by field."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.wrong: list[str] = []

    def check(self, where: str, field: str, wanted: object, got: object) -> None:
        self.asked[field] += 1
        if wanted == got:
            self.right[field] += 1
        else:
            self.wrong.append(f"{where}: {field} is {wanted!r}, not {got!r}")

    def report(self, title: str) -> None:
        print(f"\n{title}")
        for field, asked in sorted(self.asked.items()):
            print(f"  {field:28}{self.right[field]:5} of {asked:5}")
        assert not self.wrong, "\n".join(self.wrong)


def report_facts(document: Document | None) -> dict[str, Any]:
    if document is None or document.kind != "inspection-report":
        return {"kind": "other"}
    visit = document.visits[0]
    grades = {f"grade.{area}": grade for area, grade in document.judgements.items()}
    overall = grades.pop("grade.overall", None)
    return {
        "kind": document.framework,
        "urn": [council.urn for council in document.councils],
        "start": visit.start,
        "end": visit.end,
        "ranges": [list(part) for part in visit.ranges] or [[visit.start, visit.end]],
        "published_printed": document.published,
        "published_site": document.published_from_name,
        "overall": overall,
        "lead_inspector": document.lead_inspector,
        **grades,
    }


def test_every_field_of_the_reports_is_right() -> None:
    tally = Tally()
    for line in (SHARED / "gold" / "reports.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        got = report_facts(parsed(SHARED / "corpus" / gold["file"]))
        wanted = {"kind": gold["kind"]}
        if gold["kind"] != "other":
            wanted = {field: gold[field] for field in got if field in gold} | {
                "urn": [gold["urn"]],
                **{f"grade.{a}": grade for a, grade in gold["grades"].items() if a != "overall"},
            }
        for field in wanted | got:
            tally.check(gold["file"], field, wanted.get(field), got.get(field))
    tally.report("reports: right of asked")


def seed_facts() -> list[tuple[str, dict[str, Any]]]:
    if not (SHARED / "gold" / "seeds.json").is_file():
        return []
    seeds = json.loads((SHARED / "gold" / "seeds.json").read_text("utf-8"))
    return [(name, facts) for name, facts in seeds.items() if not name.startswith("_")]


@pytest.mark.parametrize(("name", "gold"), seed_facts())
def test_every_fact_of_a_seed_is_right(name: str, gold: dict[str, Any]) -> None:
    document = parsed(SHARED / "seeds" / name)
    assert document is not None
    tally = Tally()
    for field, wanted in gold.items():
        got = seed_fact(document, field, wanted)
        if field == "figures":
            wanted, got = sorted(wanted, key=repr_of_figure), sorted(got, key=repr_of_figure)
        tally.check(name, field, wanted, got)
    tally.report(name)


def repr_of_figure(figure: dict[str, Any]) -> str:
    return str(figure["measure"])


def seed_fact(document: Document, field: str, wanted: Any) -> Any:
    """What the document says of a fact, in the form in which the fact is written down."""
    if field == "headline":
        return document.title
    if field == "councils":
        return [council.name for council in document.councils]
    if field == "not_councils":
        return [name for name in wanted if name not in {c.name for c in document.councils}]
    if field == "visits":
        return [visit_facts(visit, asked) for visit, asked in zip_longest(document.visits, wanted)]
    if field == "judged_inadequate" and isinstance(wanted, str):
        return ", ".join(document.judged_inadequate.values())
    if field == "inspectors":
        return [{"name": person.name, "role": person.role} for person in document.inspectors]
    if field == "focus":
        return list(document.focus)
    if field == "sections":
        return [section.heading for section in document.sections]
    if field == "figures":
        # The list is of what matters to the four seeds: a further true figure is no fault.
        return [figure for figure in figure_facts(document) if figure in wanted]
    if field == "quotes":
        return quotes_found(document, wanted)
    if field == "not_body_text":
        return [text for text in wanted if text not in document.text]
    if field == "findings_belong_to":
        return {begins: council_of(document, begins) for begins in wanted}
    if field == "joined_across_page_break":
        return wanted if wanted in document.text else None
    return getattr(document, field)


def zip_longest(visits: Any, wanted: list[Any]) -> list[tuple[Any, Any]]:
    """Pairs of a visit and what is asked of it; visits too many are asked nothing."""
    found = list(visits) + [None] * (len(wanted) - len(visits))
    return list(zip(found, wanted + [{}] * (len(found) - len(wanted)), strict=True))


def visit_facts(visit: Any, asked: dict[str, Any]) -> dict[str, Any] | None:
    if visit is None:
        return None
    return {
        field: ", ".join(visit.focus) if field == "focus" else getattr(visit, field)
        for field in asked or ("council", "kind", "start", "end", "ordinal")
    }


def figure_facts(document: Document) -> list[dict[str, Any]]:
    return [
        {
            "measure": figure.measure,
            "value": figure.value if figure.value is not None else [figure.low, figure.high],
            "unit": figure.unit,
        }
        for figure in document.figures
    ]


def quotes_found(document: Document, wanted: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The quotations asked for that are there; how they compare to the letter is not asked."""
    begun = [quotation.text for quotation in document.quotations]
    return [quote for quote in wanted if any(text.startswith(quote["begins"]) for text in begun)]


def council_of(document: Document, begins: str) -> str | None:
    return next((s.council for s in document.sentences if begins in s.text), None)


def test_the_sentences_of_the_corpus_are_found() -> None:
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    with gzip.open(SHARED / "gold" / "unlabelled.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in rows:
            sentence = json.loads(row)
            wanted[sentence["source"]].append(sentence["text"])
    asked = found = 0
    missing: list[str] = []
    for source, texts in wanted.items():
        path = SHARED / "corpus" / source
        document = parsed(path) if path.is_file() else None
        if document is None:
            continue
        ours = {plain(sentence.text) for sentence in document.sentences}
        lost = [text for text in texts if plain(text) not in ours]
        asked, found = asked + len(texts), found + len(texts) - len(lost)
        missing.extend(f"{source}: {text}" for text in lost)
    print(f"\nsentences: {found} of {asked} found ({found / max(1, asked):.2%})")
    if not asked:
        pytest.skip("none of the unlabelled sentences is of a file in the corpus")
    assert found >= SENTENCES_FOUND * asked, "\n".join(missing[:40])


def plain(text: str) -> str:
    """Letters and digits in their order: quotes, dashes and blanks differ between extractors."""
    return re.sub(r"\s+", " ", re.sub(r"[‘’“”\"'`]", "'", text)).strip().lower()
