"""How much the sentences before and behind weigh: learnt on the held-out councils.

A linear map from the neighbours' squashed logits to the sentence's own, shrunk towards none; it
is scored on councils that it was not fitted to, so that the gain reported is a true one. It is
fitted to the sentences labelled by hand and to those that were read, of which there are more.
"""

from collections.abc import Sequence
from typing import Any, Final

import msgspec
import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from store.findings.trained.probability import sigmoid
from store.training.scores import scores
from store.training.tuning import neighbours

Floats = npt.NDArray[np.float32]
STEPS: Final = 400
SHRINK_POLARITY: Final = 3e-3
SHRINK_THEMES: Final = 3e-4
"""A theme runs on over sentences; a polarity turns, so that its neighbours may weigh less."""
PARTS: Final = 4


class Beside(msgspec.Struct, frozen=True):
    """Sentences with their neighbours: rows of logits and labels, the same number of each."""

    councils: list[str]
    near: Floats
    """Squashed logits of the sentence before and then of the one behind; 0 where there is none."""
    own: Floats
    polarity: npt.NDArray[np.int64]
    themes: Floats


def beside(
    sources: Sequence[str],
    logits: Floats,
    rows: Sequence[int],
    polarity: npt.NDArray[np.int64],
    themes: Floats,
) -> Beside:
    """The `rows` among all sentences of documents, whose labels are given, with what they stand by.

    `sources` and `logits` are of all sentences, in the order of the documents.
    """
    before, after, _, _ = neighbours(sources, logits)
    near = np.concatenate([before, after], axis=1)[list(rows)]
    councils = [sources[row].split("/")[0] for row in rows]
    return Beside(councils, near, logits[list(rows)], polarity, themes)


def around(
    sources: Sequence[str],
    logits: Floats,
    polarity: npt.NDArray[np.int64],
    themes: Floats,
    limits: npt.NDArray[Any],
    read: Beside | None = None,
) -> tuple[dict[str, Floats], dict[str, float]]:
    """The kernels as they are shipped, and the scores with them, cross-validated by council."""
    own = beside(sources, logits, range(len(sources)), polarity, themes)
    more = [own, *([read] if read else [])]
    names = sorted({council for each in more for council in each.councils})
    order = {council: i % PARTS for i, council in enumerate(names)}
    part = np.array([order[council] for council in own.councils])
    moved = logits.copy()
    for one in range(PARTS):
        learnt = _fit([_without(each, order, one) for each in more])
        moved[part == one] += own.near[part == one] @ learnt
    with_them = scores(polarity, themes, moved[:, :4].argmax(1), _over(moved, limits))
    kernel = _fit(more)
    width = logits.shape[1]
    return {"around.before": kernel[:width], "around.after": kernel[width:]}, with_them


def _without(given: Beside, order: dict[str, int], part: int) -> Beside:
    rows = np.array([order[council] != part for council in given.councils], bool)
    return Beside(
        [council for council, row in zip(given.councils, rows, strict=True) if row],
        given.near[rows],
        given.own[rows],
        given.polarity[rows],
        given.themes[rows],
    )


def _fit(given: Sequence[Beside]) -> Floats:
    near, own = (np.concatenate([getattr(g, name) for g in given]) for name in ("near", "own"))
    kernel = torch.zeros(near.shape[1], own.shape[1], requires_grad=True)
    optimizer = torch.optim.Adam([kernel], lr=0.01)
    x, base = torch.from_numpy(near), torch.from_numpy(own)
    right = torch.from_numpy(np.concatenate([g.polarity for g in given]))
    themed = torch.from_numpy(np.concatenate([g.themes for g in given]))
    for _ in range(STEPS):
        moved = base + x @ kernel
        loss = functional.cross_entropy(moved[:, :4], right)
        loss = loss + functional.binary_cross_entropy_with_logits(moved[:, 4:], themed) * 4
        loss = loss + SHRINK_POLARITY * kernel[:, :4].pow(2).sum()
        loss = loss + SHRINK_THEMES * kernel[:, 4:].pow(2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    fitted: Floats = kernel.detach().numpy()
    return fitted


def _over(logits: Floats, limits: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    over: npt.NDArray[np.bool_] = sigmoid(logits[:, 4:]) > limits
    return over
