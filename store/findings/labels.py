"""The seam between documents and whatever decides on polarity and themes."""

from typing import Protocol

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


class Label(msgspec.Struct, frozen=True):
    """What was decided on a sentence, and why."""

    polarity: Polarity
    themes: tuple[str, ...]
    confidence: float
    cues: tuple[tuple[int, int], ...] = ()


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
