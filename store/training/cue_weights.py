"""How much the cue phrases of the field weigh beside the network: learnt on the held-out fold.

The network has seen reports; phrases such as "agency staff" or "too many" still hold in letters
and articles that are written otherwise.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from store.findings.cues import CueLabeller
from store.findings.labels import ALONE
from store.findings.themes import vocabulary
from store.findings.trained.cue_scores import cue_scores
from store.training.examples import Example

Floats = npt.NDArray[np.float32]
STEPS, RATE, SHRINK, PARTS = 400, 0.02, 1e-3, 4
THEMES_WEIGHT = 4.0


def cue_weights(
    examples: Sequence[Example],
    logits: Floats,
    polarity: npt.NDArray[np.int64],
    themes: Floats,
    names: Sequence[str],
) -> tuple[dict[str, Floats], Floats]:
    """The weights as they are shipped, and the logits moved by weights from other councils."""
    labels = CueLabeller(vocabulary()).label([e.text for e in examples], [ALONE] * len(examples))
    cues = cue_scores(labels, names)
    order = sorted({e.council for e in examples})
    part = np.array([order.index(e.council) % PARTS for e in examples])
    moved = logits.copy()
    for one in range(PARTS):
        rest = part != one
        polar, themed = _fit(cues[rest], logits[rest], polarity[rest], themes[rest])
        moved[~rest, :4] += cues[~rest, :4] @ polar
        moved[~rest, 4:] += cues[~rest, 4:] * themed
    polar, themed = _fit(cues, logits, polarity, themes)
    return {"cues.polarity": polar, "cues.themes": themed}, moved


def _fit(
    cues: Floats, logits: Floats, polarity: npt.NDArray[np.int64], themes: Floats
) -> tuple[Floats, Floats]:
    polar = torch.zeros(4, 4, requires_grad=True)
    themed = torch.zeros(themes.shape[1], requires_grad=True)
    optimizer = torch.optim.Adam([polar, themed], lr=RATE)
    x, base = torch.from_numpy(cues), torch.from_numpy(logits)
    right, given = torch.from_numpy(polarity), torch.from_numpy(themes)
    for _ in range(STEPS):
        loss = functional.cross_entropy(base[:, :4] + x[:, :4] @ polar, right)
        loss = loss + THEMES_WEIGHT * functional.binary_cross_entropy_with_logits(
            base[:, 4:] + x[:, 4:] * themed, given
        )
        loss = loss + SHRINK * (polar.pow(2).sum() + themed.pow(2).sum())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return polar.detach().numpy(), themed.detach().numpy()
