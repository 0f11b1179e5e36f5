"""What a parser has read so far, each value together with the printed words it came from."""

from dataclasses import dataclass, field

from store.model.document import CouncilNamed, Inspector, Recommendation
from store.model.visit import VisitNamed
from store.model.vocabulary import Framework, Grade


@dataclass
class Facts:
    """The fields of a document while it is parsed; see `store.model.Document`."""

    title: str | None = None
    framework: Framework | None = None
    councils: list[CouncilNamed] = field(default_factory=list)
    published: str | None = None
    letter_date: str | None = None
    visits: list[VisitNamed] = field(default_factory=list)
    judged_inadequate: dict[str, str] = field(default_factory=dict)
    graded_now: dict[str, Grade] = field(default_factory=dict)
    lead_inspector: str | None = None
    inspectors: list[Inspector] = field(default_factory=list)
    signed_by: str | None = None
    addressee: str | None = None
    author: str | None = None
    outlet: str | None = None
    focus: tuple[str, ...] = ()
    judgements: dict[str, Grade] = field(default_factory=dict)
    recommendations: list[Recommendation] = field(default_factory=list)
    evidence: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    consumed: set[int] = field(default_factory=set)
    """Indexes of lines that carry facts and are no part of the running text."""

    def saw(self, name: str, printed: str) -> None:
        """Keep the words that the field `name` was read from, the first time it is read."""
        shown = " ".join(printed.split())
        self.evidence.setdefault(name, shown if len(shown) <= 300 else shown[:299] + "…")
