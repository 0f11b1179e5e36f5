"""The figures by which a labelling is judged: as ../shared's score.py has them."""

from typing import Any

import numpy as np
import numpy.typing as npt

from store.model import POLARITIES

Flags = npt.NDArray[np.bool_]
FEWEST = 5
"""A theme given less often in the truth does not count in the mean over themes."""


def f1(truth: Flags, given: Flags) -> float:
    """The harmonic mean of precision and recall; 0 where nothing is right."""
    right = int((truth & given).sum())
    wrong = int((truth ^ given).sum())
    return 2 * right / (2 * right + wrong) if right else 0.0


def polarity_scores(polarity: npt.NDArray[Any], given: npt.NDArray[Any]) -> dict[str, float]:
    """Of true polarities against those given, both as their places in POLARITIES."""
    concern, strength, mixed = (POLARITIES.index(p) for p in ("concern", "strength", "mixed"))

    def either(of: npt.NDArray[Any], sign: int) -> Flags:
        flags: Flags = (of == sign) | (of == mixed)
        return flags

    return {
        "concern F1": f1(either(polarity, concern), either(given, concern)),
        "strength F1": f1(either(polarity, strength), either(given, strength)),
        "polarity macro F1": float(
            np.mean([f1(polarity == k, given == k) for k in range(len(POLARITIES))])
        ),
    }


def scores(
    polarity: npt.NDArray[Any], themes: npt.NDArray[Any], given: npt.NDArray[Any], themed: Flags
) -> dict[str, float]:
    """Of true polarities (places) and themes (zeros, ones) against those given."""
    true = themes > 0.5
    enough = [j for j in range(true.shape[1]) if true[:, j].sum() >= FEWEST]
    found = {
        **polarity_scores(polarity, given),
        "theme micro F1": f1(true, themed),
        "theme macro F1": float(np.mean([f1(true[:, j], themed[:, j]) for j in enough])),
    }
    return {name: round(value, 4) for name, value in found.items()}
