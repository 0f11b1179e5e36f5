"""Scores to labels: thresholds, calibration, and what stands around a sentence.

A sentence alone is decided by the network. In a document, the scores of the sentences before and
behind it are weighed in (`around`); under a heading over what must be put right every point is
a concern, as the codebook has it.
"""

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from store.findings.formulas import is_formula
from store.findings.labels import Context, Decider, Label, Scores
from store.findings.themes import Vocabulary
from store.findings.trained.around import AROUND, weighed_in
from store.findings.trained.marks import Marks
from store.findings.trained.weights import MODEL_FILE, ModelCard, read_card, read_weights
from store.findings.trained.words import Words, numbers_of
from store.model import POLARITIES
from store.model.vocabulary import Polarity

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from store.findings.trained.network import Network
    from store.findings.trained.weights import Weights

MAX_THEMES: Final = 4
"""As many as the codebook allows a sentence."""
RULED: Final = 0.95
"""The confidence of every label that a rule decided. It is a figure set for all of them, nothing
that the classifier found: of sentences labelled by hand, all 26 under headings over what must be
put right are concerns and 47 of 53 under those over circumstances are neutral (the other six tell
of an earlier judgement)."""


class TrainedLabeller:
    """Labels sentences with a model file; the file is opened at the first sentence."""

    def __init__(self, vocabulary: Vocabulary, file: Path = MODEL_FILE) -> None:
        # Before numpy is loaded: the products are small, and threads that wait for each other on
        # a busy machine take several times what one alone does.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        self._marks = Marks(vocabulary)
        self._file = file
        self.card: ModelCard = read_card(file)
        self.name = self.card.name
        self._loaded: tuple[Weights, Network] | None = None

    def label(
        self, texts: list[str], contexts: list[Context], *, marked: bool = True
    ) -> list[Label]:
        """One label a text, in order; to look for what to mark takes a third of the time."""
        if not texts:
            return []
        polarity, themes = self.probabilities(texts, contexts)
        best, sure = polarity.argmax(axis=1).tolist(), polarity.max(axis=1).tolist()
        rows = zip(texts, contexts, best, sure, self._themes(themes), strict=True)
        labels = [self._label(*row) for row in rows]
        if not marked:
            return labels
        return [
            msgspec.structs.replace(
                label, cues=self._marks.spans(text, label.polarity, label.themes)
            )
            for text, label in zip(texts, labels, strict=True)
        ]

    def scores(self, polarity: Any, themes: Any) -> Scores:
        """The probabilities of one sentence under the names of what they are of."""
        card = self.card
        return Scores(
            dict(zip(POLARITIES, polarity.tolist(), strict=True)),
            dict(zip(card.themes, themes.tolist(), strict=True)),
            dict(zip(card.themes, card.thresholds, strict=True)),
        )

    def probabilities(self, texts: Sequence[str], contexts: Sequence[Context]) -> tuple[Any, Any]:
        """Of the polarities, (texts, 4), and of the themes, (texts, themes)."""
        from store.findings.trained.probability import sigmoid, softmax

        logits = self.logits(texts, contexts)
        return softmax(logits[:, :4]), sigmoid(logits[:, 4:])

    def logits(
        self, texts: Sequence[str], contexts: Sequence[Context]
    ) -> "npt.NDArray[np.float32]":
        """Of shape (texts, 4 polarities and then the themes), what stands around weighed in."""
        import numpy as np

        weights, network = self._ready()
        rows: dict[str, int] = {}
        for text in texts:
            rows.setdefault(text, len(rows))
        for context in contexts:
            for name in AROUND:
                near = getattr(context, name)
                if near:
                    rows.setdefault(near, len(rows))
        numbers = [numbers_of(Words(text), weights.vocabulary) for text in rows]
        # Sentences of like length together would gain nothing here: no work goes into gaps.
        found = network.scores(numbers)
        own = found[[rows[text] for text in texts]]
        near = []
        for name in AROUND:
            beside = np.zeros_like(own)
            places = [i for i, context in enumerate(contexts) if getattr(context, name)]
            if places:
                beside[places] = found[[rows[getattr(contexts[i], name)] for i in places]]
            near.append(beside)
        there = [any(getattr(context, name) for name in AROUND) for context in contexts]
        return weighed_in(weights, own, near, there)

    def _ready(self) -> "tuple[Weights, Network]":
        if self._loaded is None:
            self._loaded = _loaded(self._file)
        return self._loaded

    def _label(
        self, text: str, context: Context, best: int, sure: float, themes: tuple[str, ...]
    ) -> Label:
        name: Polarity = POLARITIES[best]
        confidence = calibrated(sure, self.card.calibration)
        ruled = _ruled(text, context)
        by: Decider = "classifier"
        if ruled is not None:
            name, by = ruled
            confidence = RULED
        return Label(name, self._marks.with_own_themes(text, themes), confidence, by=by)

    def _themes(self, scores: "npt.NDArray[np.float32]") -> list[tuple[str, ...]]:
        """Those over their thresholds, of each row; of too many, those that are furthest over."""
        import numpy as np

        over = scores - np.array(self.card.thresholds)
        given: list[list[int]] = [[] for _ in scores]
        for row, place in np.argwhere(over >= 0).tolist():
            given[row].append(place)
        for row, places in enumerate(given):
            if len(places) > MAX_THEMES:
                kept = sorted(places, key=over[row].__getitem__, reverse=True)[:MAX_THEMES]
                given[row] = sorted(kept)
        return [tuple([self.card.themes[place] for place in places]) for places in given]


@lru_cache(maxsize=1)
def _loaded(file: Path) -> "tuple[Weights, Network]":
    """A model file, opened once a process: with other themes the network stays the same."""
    from store.findings.trained.network import Network

    weights = read_weights(file)
    return weights, Network(weights)


def _ruled(text: str, context: Context) -> tuple[Polarity, Decider] | None:
    """The polarity that a rule gives whatever the classifier finds, and which rule."""
    if context.circumstances:
        return "neutral", "heading"
    if context.title:
        return "neutral", "title"
    if is_formula(text):
        return "neutral", "formula"
    return ("concern", "heading") if context.improvement else None


def calibrated(probability: float, knots: Sequence[tuple[float, float]]) -> float:
    """The share of labels given with this probability that are right, read off between knots."""
    low = (0.0, 0.0)
    for high in knots:
        if probability <= high[0]:
            span = high[0] - low[0]
            part = (probability - low[0]) / span if span > 0 else 1.0
            return low[1] + part * (high[1] - low[1])
        low = high
    return low[1] if knots else probability
