"""Documents of any shape, made by hypothesis, and a library of them in memory."""

from typing import Any

from hypothesis import strategies as st

from store.library.record import Record, record_of
from store.library.visits import join_visits
from store.model.document import CouncilNamed, Document, Sentence, Source
from store.model.visit import Visit, VisitNamed
from store.model.vocabulary import KINDS, POLARITIES, VOICES

COUNCILS = ("Tameside", "Dudley", "Reading")
THEMES = ("workforce", "caseloads", "of-my-own")
GROUPS = ("disabled-children", "young-carers")
WORDS = (
    "Children",
    "CASELOADS are",
    "high",
    "İlk",
    "straße",
    "’s",
    "ﬁle’s",
    "\udc80",
    "ÿ",
    "\n",
    "",
)
DATES = (None, "2018-09-17", "2018-09", "2019", "2021-01-30")

sentences = st.builds(
    Sentence,
    text=st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join) | st.text(max_size=20),
    section=st.just("Overview"),
    paragraph=st.just(1),
    page=st.just(1),
    start=st.just(0),
    end=st.just(0),
    polarity=st.sampled_from(POLARITIES),
    themes=st.sets(st.sampled_from(THEMES)).map(lambda themes: tuple(sorted(themes))),
    groups=st.sets(st.sampled_from(GROUPS)).map(lambda groups: tuple(sorted(groups))),
    voice=st.sampled_from(VOICES),
    council=st.sampled_from((None, *COUNCILS)),
)


@st.composite
def documents(draw: st.DrawFn, id: str) -> Document:
    """A document with up to 20 sentences."""
    councils = draw(st.lists(st.sampled_from(COUNCILS), unique=True, max_size=2))
    date = draw(st.sampled_from(DATES))
    visits: tuple[VisitNamed, ...] = ()
    if councils and draw(st.booleans()):
        visits = (VisitNamed(councils[0], "monitoring-visit", start=date),)
    return Document(
        id=id,
        source=Source(f"/{id}", id, "text/plain", id, 1),
        kind=draw(st.sampled_from(list(KINDS))),
        councils=tuple(CouncilNamed(name, None) for name in councils),
        published=date,
        visits=visits,
        sentences=tuple(draw(st.lists(sentences, max_size=20))),
    )


class Shelf:
    """Documents by id, as a library gives them."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.revisions: dict[str, str] = {}
        self.read: list[str] = []
        """Ids of the documents that were asked for."""

    def put(self, document: Document, revision: str) -> None:
        self.documents[document.id] = document
        self.revisions[document.id] = revision

    def load(self, id: str) -> Document:
        self.read.append(id)
        return self.documents[id]

    @property
    def records(self) -> list[Record]:
        import msgspec

        return [
            msgspec.structs.replace(record_of(document, "2026-01-01"), revision=self.revisions[id])
            for id, document in self.documents.items()
        ]

    @property
    def visits(self) -> list[Visit]:
        return join_visits(self.records)


def filters(draw: Any, visits: list[Visit], ids: list[str]) -> dict[str, Any]:
    """Fields of filters that may fit these documents."""
    some = lambda values: tuple(draw(st.lists(st.sampled_from(values), max_size=2, unique=True)))  # noqa: E731
    return {
        "councils": some(COUNCILS),
        "visit": draw(st.sampled_from([None, None, *(visit.key for visit in visits), "none|x"])),
        "document": draw(st.sampled_from([None, None, None, *ids, "unknown"])),
        "themes": some(THEMES),
        "every_theme": draw(st.booleans()),
        "groups": some(GROUPS),
        "shown": draw(st.sampled_from(["all", "all", "concerns", "strengths", "neutral"])),
        "voices": some(VOICES),
        "kinds": some(list(KINDS)[:3]),
        "since": draw(st.sampled_from([None, "2018", "2018-09-18"])),
        "until": draw(st.sampled_from([None, "2018-09", "2020-12-31"])),
        "containing": draw(st.sampled_from(["", "", *WORDS, "h", "n c", "'s", "fi", "\xff"])),
    }
