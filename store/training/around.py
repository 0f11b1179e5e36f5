"""How much the sentences before and behind weigh: learnt on the held-out fold.

A linear map from the neighbours' squashed logits to the sentence's own, shrunk towards none; it
is scored on councils that it was not fitted to, so that the gain reported is a true one.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from store.findings.trained.probability import sigmoid
from store.training.scores import scores
from store.training.tuning import neighbours

Floats = npt.NDArray[np.float32]
STEPS: Final = 300
SHRINK: Final = 3e-3
PARTS: Final = 4


def around(
    sources: Sequence[str],
    logits: Floats,
    polarity: npt.NDArray[np.int64],
    themes: Floats,
    limits: npt.NDArray[Any],
) -> tuple[dict[str, Floats], dict[str, float]]:
    """The kernels as they are shipped, and the scores with them, cross-validated by council."""
    before, after, _, _ = neighbours(sources, logits)
    near = np.concatenate([before, after], axis=1)
    councils = [source.split("/")[0] for source in sources]
    order = {council: i % PARTS for i, council in enumerate(sorted(set(councils)))}
    part = np.array([order[council] for council in councils])
    moved = logits.copy()
    for one in range(PARTS):
        learnt = _fit(near[part != one], logits[part != one], polarity[part != one],
                      themes[part != one])  # fmt: skip
        moved[part == one] += near[part == one] @ learnt
    with_them = scores(polarity, themes, moved[:, :4].argmax(1), _over(moved, limits))
    kernel = _fit(near, logits, polarity, themes)
    width = logits.shape[1]
    return {"around.before": kernel[:width], "around.after": kernel[width:]}, with_them


def _fit(near: Floats, own: Floats, polarity: npt.NDArray[np.int64], themes: Floats) -> Floats:
    kernel = torch.zeros(near.shape[1], own.shape[1], requires_grad=True)
    optimizer = torch.optim.Adam([kernel], lr=0.01)
    x, base = torch.from_numpy(near), torch.from_numpy(own)
    right, themed = torch.from_numpy(polarity), torch.from_numpy(themes)
    for _ in range(STEPS):
        moved = base + x @ kernel
        loss = functional.cross_entropy(moved[:, :4], right)
        loss = loss + functional.binary_cross_entropy_with_logits(moved[:, 4:], themed) * 4
        loss = loss + SHRINK * kernel.pow(2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    fitted: Floats = kernel.detach().numpy()
    return fitted


def _over(logits: Floats, limits: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    over: npt.NDArray[np.bool_] = sigmoid(logits[:, 4:]) > limits
    return over
