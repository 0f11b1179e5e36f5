"""Why a sentence got its label: what becomes of it when a word is taken away.

Each word is left out in turn and the fall of the label's probability is its weight (Zeiler and
Fergus, Visualizing and Understanding Convolutional Networks, 2014, section 4.2). It costs a run
of the network a word, some milliseconds a sentence.
"""

import msgspec

from store.findings.labels import DECIDED_BY, Context, Label, Scores
from store.findings.trained.labeller import TrainedLabeller
from store.findings.trained.words import Words
from store.model import POLARITIES


class WordWeight(msgspec.Struct, frozen=True):
    """How much a word speaks for the polarity that was given, and for each theme given."""

    start: int
    end: int
    polarity: float
    """Fall of the polarity's probability without the word, -1 to 1."""
    themes: dict[str, float]
    """Theme given -> fall of its probability without the word."""


class Why(msgspec.Struct, frozen=True):
    """A label with its reasons."""

    label: Label
    scores: Scores
    """The classifier's own, of all polarities, even where a rule decided instead of it."""
    words: tuple[WordWeight, ...]

    @property
    def runner_up(self) -> tuple[str, float]:
        """The polarity that came second, with its probability."""
        others = [item for item in self.scores.polarity.items() if item[0] != self.label.polarity]
        return max(others, key=lambda item: item[1])

    @property
    def ranked(self) -> list[tuple[str, float]]:
        """The polarities with the classifier's probabilities, the likeliest first."""
        return sorted(self.scores.polarity.items(), key=lambda item: -item[1])

    @property
    def rule(self) -> str | None:
        """In words what decided instead of the classifier; None where it decided itself."""
        return DECIDED_BY.get(self.label.by)


def why(labeller: TrainedLabeller, text: str, context: Context) -> Why:
    """The reasons for the label of one sentence; every word of it is left out in turn."""
    label = labeller.label([text], [context])[0]
    words = Words(text)
    asked = [text, *(text[:start] + " " + text[end:] for start, end in words.spans)]
    polarity, themes = labeller.probabilities(asked, [context] * len(asked))
    scores = labeller.scores(polarity[0], themes[0])
    own = POLARITIES.index(label.polarity)
    known = {theme: place for place, theme in enumerate(labeller.card.themes)}
    weights = [
        WordWeight(
            start,
            end,
            scores.polarity[label.polarity] - float(polarity[row][own]),
            {
                theme: scores.themes[theme] - float(themes[row][known[theme]])
                for theme in label.themes
                if theme in known
            },
        )
        for row, (start, end) in enumerate(words.spans, 1)
    ]
    return Why(label, scores, tuple(weights))
