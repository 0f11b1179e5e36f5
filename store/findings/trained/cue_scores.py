"""What the cue phrases say of sentences, as numbers that the network's scores are moved by."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.findings.labels import Label
from store.model import POLARITIES

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


def cue_scores(labels: Sequence[Label], themes: Sequence[str]) -> "npt.NDArray[np.float32]":
    """Of shape (labels, 4 + themes): the confidence in the polarity given, ones for themes."""
    import numpy as np

    of = {theme: 4 + place for place, theme in enumerate(themes)}
    found = np.zeros((len(labels), 4 + len(themes)), np.float32)
    for row, label in enumerate(labels):
        found[row, POLARITIES.index(label.polarity)] = label.confidence
        for theme in label.themes:
            if theme in of:
                found[row, of[theme]] = 1
    return found
