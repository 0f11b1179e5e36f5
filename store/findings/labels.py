"""The seam between documents and whatever decides on polarity and themes."""

from typing import Final, Literal, Protocol

import msgspec

from store.model.vocabulary import Polarity


class Context(msgspec.Struct, frozen=True):
    """What surrounds a sentence; everything empty where it stands alone."""

    section: str = ""
    part: str = ""
    lead_in: str = ""
    before: str = ""
    after: str = ""
    bullet: bool = False
    improvement: bool = False
    """Whether it stands under a heading over what must be put right."""
    circumstances: bool = False
    """Whether it stands under a heading over text that finds nothing."""
    title: bool = False
    """Whether it only names what follows, as a line over the points of a list does."""


ALONE = Context()


Decider = Literal["classifier", "heading", "title", "formula"]
"""What a polarity was decided by: the classifier, or one of the rules that go before it."""

DECIDED_BY: Final[dict[Decider, str]] = {
    "heading": "the heading it stands under",
    "title": "its being a line that names what follows",
    "formula": "its being a set phrase that finds nothing",
}
"""The rules in words."""


class Label(msgspec.Struct, frozen=True):
    """What was decided on a sentence, and why."""

    polarity: Polarity
    themes: tuple[str, ...]
    confidence: float
    """The classifier's probability of the polarity; where a rule decided, the rule's own figure."""
    cues: tuple[tuple[int, int], ...] = ()
    by: Decider = "classifier"


class Scores(msgspec.Struct, frozen=True):
    """The probability of every label, before one is chosen."""

    polarity: dict[str, float]
    themes: dict[str, float]
    thresholds: dict[str, float]
    """From which probability on each theme is given."""


class Labeller(Protocol):
    """Decides on polarity and themes. `name` is kept with every finding it made."""

    name: str

    def label(
        self, texts: list[str], contexts: list[Context], *, marked: bool = True
    ) -> list[Label]:
        """One label a text, in order; never raises for any text. `marked`: with its cues."""
        ...
