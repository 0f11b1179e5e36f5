"""Scores to probabilities: the network, the labeller and the training share these."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


def sigmoid(x: Floats) -> Floats:
    """Of each score by itself; worked out in one array, for the network spends time here."""
    result = np.negative(x)
    np.minimum(result, 80, out=result)  # above, the power of e has no 32-bit float
    np.exp(result, out=result)
    result += 1
    np.reciprocal(result, out=result)
    return result


def softmax(x: Floats) -> Floats:
    """Of the scores of each row together."""
    raised: Floats = np.exp(x - x.max(axis=1, keepdims=True))
    raised /= raised.sum(axis=1, keepdims=True)
    return raised
