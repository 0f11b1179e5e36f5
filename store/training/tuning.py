"""What is chosen on a held-out fold: thresholds, calibration, what stands around."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from store.findings.trained.around import SQUASHED
from store.training.scores import f1

Floats = npt.NDArray[np.float32]
LOWEST, HIGHEST, STEP = 0.2, 0.7, 0.02
SHRINK: Final = 0.5
"""How far a theme's own best threshold is drawn back to the best one for all: a theme has few
sentences in one fold, and its own best alone would fit their accidents."""
BINS: Final = 12


def thresholds(truth: npt.NDArray[Any], probability: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """For each theme the probability from which it is given."""
    steps = np.arange(LOWEST, HIGHEST + STEP / 2, STEP)
    true = truth > 0.5
    common = steps[np.argmax([f1(true, probability > step) for step in steps])]
    own = [
        steps[np.argmax([f1(true[:, j], probability[:, j] > step) for step in steps])]
        for j in range(true.shape[1])
    ]
    drawn: npt.NDArray[np.float64] = common + SHRINK * (np.array(own) - common)
    return drawn


def calibration(
    confidence: npt.NDArray[Any], right: npt.NDArray[np.bool_]
) -> tuple[tuple[float, float], ...]:
    """Knots (probability, share right), ascending in both: isotonic regression over equal bins.

    Zadrozny and Elkan, Transforming Classifier Scores into Accurate Multiclass Probability
    Estimates (2002).
    """
    order = np.argsort(confidence)
    blocks = [
        [float(confidence[part].mean()), float(right[part].mean()), len(part)]
        for part in np.array_split(order, BINS)
        if len(part)
    ]
    pooled: list[list[float]] = []
    for block in blocks:
        pooled.append(block)
        while len(pooled) > 1 and pooled[-2][1] > pooled[-1][1]:
            late, early = pooled.pop(), pooled.pop()
            size = late[2] + early[2]
            pooled.append(
                [(early[i] * early[2] + late[i] * late[2]) / size for i in (0, 1)] + [size]
            )
    knots = [(round(at, 4), round(share, 4)) for at, share, _ in pooled]
    return (*knots, (1.0, max(knots[-1][1], 0.99)))


def neighbours(
    sources: Sequence[str], logits: Floats
) -> tuple[Floats, Floats, npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """The squashed logits of the sentence before and behind, and where there is one.

    Labelled lines stand in runs of neighbours; those of one document next to each other are
    taken for neighbours, which most are.
    """
    count = len(sources)
    same = np.array([sources[i] == sources[i - 1] for i in range(1, count)], bool)
    flat = np.tanh(logits / SQUASHED)
    before, after = np.zeros_like(flat), np.zeros_like(flat)
    before[1:][same] = flat[:-1][same]
    after[:-1][same] = flat[1:][same]
    has_before, has_after = np.append(False, same), np.append(same, False)
    return before, after, has_before, has_after
