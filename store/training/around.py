"""How much the sentences before and behind weigh: learnt on the held-out councils.

A small network adds to a sentence's own logits what follows from those of its neighbours; it is
scored on councils that it was not fitted to, so that the gain reported is a true one. It is
fitted to the sentences labelled by hand and to those that were read, of which there are more.
"""

from collections.abc import Sequence
from typing import Any, Final

import msgspec
import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from store.findings.trained.around import SQUASHED
from store.findings.trained.probability import sigmoid
from store.training.scores import scores
from store.training.tuning import neighbours, thresholds

Floats = npt.NDArray[np.float32]
STEPS: Final = 200
TOGETHER: Final = 4096
HIDDEN: Final = 64
RATE: Final = 3e-3
DECAY: Final = 0.1
"""Much, for there are few councils: it keeps the polarity, which turns from sentence to sentence,
from following its neighbours."""
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
    """The arrays as they are shipped, and the scores with them, cross-validated by council.

    With neighbours other thresholds are best; so that one set serves, what they differ by is
    part of the bias.
    """
    own = beside(sources, logits, range(len(sources)), polarity, themes)
    more = [own, *([read] if read else [])]
    names = sorted({council for each in more for council in each.councils})
    order = {council: i % PARTS for i, council in enumerate(names)}
    part = np.array([order[council] for council in own.councils])
    there = own.near.any(axis=1)
    moved = logits.astype(np.float32)
    for one in range(PARTS):
        learnt = _fit([_without(each, order, one) for each in more])
        rows = (part == one) & there
        moved[rows] = learnt.moved(own.near[rows], own.own[rows])
    shift = np.zeros(logits.shape[1], np.float32)
    shift[4:] = _logit(limits) - _logit(thresholds(themes, sigmoid(moved[:, 4:])))
    moved[there] += shift
    with_them = scores(polarity, themes, moved[:, :4].argmax(1), _over(moved, limits))
    arrays = _fit(more).arrays()
    arrays["around.bias"] = arrays["around.bias"] + shift
    return arrays, with_them


class _Around(torch.nn.Module):
    """What `store.findings.trained.around` works out, made to be trained; it begins at nought."""

    def __init__(self, near: int, labels: int) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.seen = torch.nn.Linear(near + labels, HIDDEN)
        self.told = torch.nn.Linear(HIDDEN, labels)
        self.direct = torch.nn.Linear(near, labels, bias=False)
        for weight in (self.told.weight, self.told.bias, self.direct.weight):
            torch.nn.init.zeros_(weight)

    def forward(self, near: Any, own: Any) -> Any:
        hidden = functional.relu(self.seen(torch.cat([near, torch.tanh(own / SQUASHED)], 1)))
        return own + self.direct(near) + self.told(hidden)

    def moved(self, near: Floats, own: Floats) -> Floats:
        with torch.inference_mode():
            found: Floats = self(torch.from_numpy(near), torch.from_numpy(own)).numpy()
        return found

    def arrays(self) -> dict[str, Floats]:
        kept = {
            "around.seen": self.seen.weight.T,
            "around.seen.bias": self.seen.bias,
            "around.told": self.told.weight.T,
            "around.bias": self.told.bias,
            "around.direct": self.direct.weight.T,
        }
        return {name: np.ascontiguousarray(each.detach().numpy()) for name, each in kept.items()}


def _without(given: Beside, order: dict[str, int], part: int) -> Beside:
    rows = np.array([order[council] != part for council in given.councils], bool)
    return Beside(
        [council for council, row in zip(given.councils, rows, strict=True) if row],
        given.near[rows],
        given.own[rows],
        given.polarity[rows],
        given.themes[rows],
    )


def _fit(given: Sequence[Beside]) -> _Around:
    near, own, themes = (
        torch.from_numpy(np.concatenate([getattr(g, name) for g in given]).astype(np.float32))
        for name in ("near", "own", "themes")
    )
    right = torch.from_numpy(np.concatenate([g.polarity for g in given]))
    net = _Around(near.shape[1], own.shape[1])
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    for _ in range(STEPS):
        some = torch.randint(0, len(near), (min(TOGETHER, len(near)),))
        moved = net(near[some], own[some])
        loss = functional.cross_entropy(moved[:, :4], right[some])
        themed = functional.binary_cross_entropy_with_logits(moved[:, 4:], themes[some])
        optimizer.zero_grad()
        (loss + 4 * themed).backward()
        optimizer.step()
    net.eval()
    return net


def _logit(probability: npt.NDArray[Any]) -> npt.NDArray[Any]:
    found: npt.NDArray[Any] = np.log(probability / (1 - probability))
    return found


def _over(logits: Floats, limits: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    over: npt.NDArray[np.bool_] = sigmoid(logits[:, 4:]) > limits
    return over
