"""What stands around a sentence, weighed into what is found of the sentence alone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from store.findings.trained.weights import Weights

    Floats = npt.NDArray[np.float32]

AROUND: Final = ("before", "after")
"""What of a context the network reads. Headings decide by rules; for them there are no labels."""
SQUASHED: Final = 4.0
"""Logits are divided by this and squashed: how sure a neighbour is counts only so far."""


def weighed_in(
    weights: "Weights", own: "Floats", near: Sequence["Floats"], there: Sequence[bool]
) -> "Floats":
    """The logits of sentences with those of their neighbours weighed in.

    A small network adds to the sentence's own logits; a sentence without neighbours keeps its own.

    Args:
        own: logits of shape (sentences, labels).
        near: for each of `AROUND` logits of the same shape, rows of nought where there is none.
        there: whether each sentence has a neighbour at all.
    """
    import numpy as np

    if "around.direct" not in weights.arrays or not any(there):
        return own
    beside = np.concatenate([np.tanh(each / SQUASHED) for each in near], axis=1)
    seen = np.concatenate([beside, np.tanh(own / SQUASHED)], axis=1)
    hidden = np.maximum(seen @ weights["around.seen"] + weights["around.seen.bias"], 0)
    added = beside @ weights["around.direct"] + hidden @ weights["around.told"]
    moved: Floats = own + np.where(
        np.array(there)[:, None], added + weights["around.bias"], np.float32(0)
    )
    return moved
