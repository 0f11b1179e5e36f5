"""Libraries made for a test: of one sample, of many visits to one council."""

from pathlib import Path

from store.findings.finder import Finder
from store.intake import take_in
from store.library import Library
from store.model.document import CouncilNamed, Document, Sentence, Source
from store.model.visit import VisitNamed
from tests.conftest import SAMPLES


def one_document(tmp_path: Path, name: str) -> Library:
    library = Library(tmp_path / "one" / "library.json")
    assert all(outcome.ok for outcome in take_in([SAMPLES / name], library, Finder()))
    return library


def many_visits(tmp_path: Path, count: int) -> Library:
    """A library of so many letters to Tameside, one a year."""
    words = "Plans for children are late. Managers do not see it. Staff are kind and patient. "
    text = words * 60
    ends = [at + 1 for at, char in enumerate(text) if char == "."]
    spans = list(zip([0, *(end + 1 for end in ends)], ends, strict=False))
    library = Library(tmp_path / "many" / "library.json")
    with library.changing():
        for n in range(count):
            day = f"{2012 + n}-05-14"
            library.keep(
                Document(
                    id=f"letter{n}",
                    source=Source(f"{n}", f"{n}.txt", "text/plain", f"{n}", 1),
                    kind="monitoring-visit-letter",
                    councils=(CouncilNamed("Tameside", 80569),),
                    letter_date=day,
                    visits=(VisitNamed("Tameside", "monitoring-visit", n + 1, day, day),),
                    sentences=tuple(
                        Sentence(
                            text[a:b],
                            "Findings",
                            1,
                            1,
                            a,
                            b,
                            "strength" if at % 3 == 2 else "concern",
                            ("assessment-planning",),
                        )
                        for at, (a, b) in enumerate(spans)
                    ),
                    text=text,
                )
            )
    return library
