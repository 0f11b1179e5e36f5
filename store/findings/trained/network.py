"""The network: sentences as numbers to one score for each polarity and each theme.

Word embeddings, gated convolutions that each see a few words either way and, through a gate
over the whole sentence, what else is said; pooled by highest value, mean and four attentions;
beside them a weight for every run of two and three words (a "wide" part). The layers follow
Dauphin et al., Language Modeling with Gated Convolutional Networks (2017), and Hu et al.,
Squeeze-and-Excitation Networks (2018).

Sentences lie one after another in one long array with gaps between them, so that no work is
spent on filling them up to one length.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from store.findings.trained.probability import sigmoid
from store.findings.trained.weights import Weights
from store.findings.trained.words import pairs, triples

Floats = npt.NDArray[np.float32]
GAP: Final = 2
"""Zeros between two sentences: as far as the widest convolution looks."""
TOGETHER: Final = 96
"""Sentences worked on at a time: what they take stays in the processor's cache."""
LOW: Final = np.float32(-1e4)


class Network:
    """Runs a model's weights. `scores(sentences)` gives logits of shape (sentences, outputs)."""

    def __init__(self, weights: Weights) -> None:
        self._of = weights.arrays
        self._bits = weights.card.bits
        width, _, out = self._of["0.c"].shape
        size = len(self._of["e"])
        self._at_offset = np.zeros((width, size, out), np.float32)
        """What each word adds to the place at each offset from it; filled as words are met."""
        self._met = np.zeros(size, np.bool_)
        self._layers = sum(1 for name in weights.arrays if name.endswith(".c")) - 1

    def scores(self, sentences: Sequence[Sequence[int]]) -> Floats:
        """The logits of sentences given as the numbers of their words, in their order."""
        outputs = self._of["o"].shape[1]
        found = np.zeros((len(sentences), outputs), np.float32)
        for start in range(0, len(sentences), TOGETHER):
            part = sentences[start : start + TOGETHER]
            found[start : start + len(part)] = self._some(part)
        return found

    def _some(self, sentences: Sequence[Sequence[int]]) -> Floats:
        lengths = np.array([len(numbers) for numbers in sentences])
        starts = np.concatenate([[0], np.cumsum(lengths + GAP)[:-1]])
        total = int((lengths + GAP).sum())
        ids = np.zeros(total + GAP + 1, np.uint32)
        for start, numbers in zip(starts, sentences, strict=True):
            ids[GAP + start : GAP + start + len(numbers)] = numbers
        body = ids[GAP:-1]
        there = (body > 0).astype(np.float32)[:, None]
        count = lengths.astype(np.float32)[:, None]
        segment = np.repeat(np.arange(len(sentences)), lengths + GAP)
        x = self._first(body)
        x = self._gated(x, 0, there, starts, count, segment)
        for layer in range(1, self._layers + 1):
            inner = _normal(x, self._of[f"{layer}.g"], self._of[f"{layer}.b"]) * there
            inner = _convolved(inner, self._of[f"{layer}.c"], self._of[f"{layer}.cb"])
            x = x + self._gated(inner, layer, there, starts, count, segment)
        x = _normal(x, self._of["n.g"], self._of["n.b"]) * there
        deep = self._pooled(x, there, starts, count, segment)
        return deep + self._wide(ids, starts)

    def _first(self, body: npt.NDArray[np.uint32]) -> Floats:
        """The first convolution: what each word gives each place around it is worked out once."""
        new = np.unique(body[~self._met[body]])
        if len(new):
            self._at_offset[:, new] = self._of["e"][new] @ self._of["0.c"]
            self._met[new] = True
        width = len(self._at_offset)
        half = width // 2
        around = np.zeros(len(body) + 2 * half, np.intp)  # 0 is the gap
        around[half : half + len(body)] = body
        x = np.tile(self._of["0.cb"], (len(body), 1))
        for offset in range(width):
            x += self._at_offset[offset, around[offset : offset + len(body)]]
        return x

    def _gated(
        self,
        x: Floats,
        layer: int,
        there: Floats,
        starts: npt.NDArray[Any],
        count: Floats,
        segment: npt.NDArray[Any],
    ) -> Floats:
        half = x.shape[1] // 2
        h: Floats = x[:, :half] * sigmoid(x[:, half:]) * there
        mean = np.add.reduceat(h, starts, axis=0) / count
        inner = np.maximum(mean @ self._of[f"{layer}.s1"] + self._of[f"{layer}.s1b"], 0)
        gate = sigmoid(inner @ self._of[f"{layer}.s2"] + self._of[f"{layer}.s2b"])
        result: Floats = h * gate[segment]
        return result

    def _pooled(
        self,
        x: Floats,
        there: Floats,
        starts: npt.NDArray[Any],
        count: Floats,
        segment: npt.NDArray[Any],
    ) -> Floats:
        hidden = (1 - there) * LOW
        highest = np.maximum.reduceat(x + hidden, starts, axis=0)
        mean = np.add.reduceat(x, starts, axis=0) / count
        heed: Floats = x @ self._of["att"] + self._of["attb"] + hidden
        heed = heed - np.maximum.reduceat(heed, starts, axis=0)[segment]
        np.exp(heed, out=heed)
        heed *= there
        heed /= np.add.reduceat(heed, starts, axis=0)[segment]
        heeded = [
            np.add.reduceat(x * heed[:, [head]], starts, axis=0) for head in range(heed.shape[1])
        ]
        together = np.concatenate([highest, mean, *heeded], axis=1)
        inner = np.maximum(together @ self._of["h"] + self._of["hb"], 0)
        result: Floats = inner @ self._of["o"] + self._of["ob"]
        return result

    def _wide(self, ids: npt.NDArray[np.uint32], starts: npt.NDArray[Any]) -> Floats:
        """The weights of all runs of words. `ids` has a gap in front of each sentence."""
        table = self._of["w"]
        before, here, after = ids[1:-2], ids[2:-1], ids[3:]  # GAP is 2
        two = table[pairs(before, here, self._bits)]
        two[(before == 0) & (here == 0)] = 0
        three = table[triples(before, here, after, self._bits)]
        three[here == 0] = 0
        result: Floats = np.add.reduceat(two + three, starts, axis=0)
        return result


def _convolved(x: Floats, kernel: Floats, bias: Floats) -> Floats:
    """One product for each place of the kernel, moved by its distance: no windows are copied."""
    half = len(kernel) // 2
    result: Floats = x @ kernel[half]
    result += bias
    for place, matrix in enumerate(kernel):
        far = place - half
        if far < 0:
            result[-far:] += x[:far] @ matrix
        elif far > 0:
            result[:-far] += x[far:] @ matrix
    return result


def _normal(x: Floats, gain: Floats, bias: Floats) -> Floats:
    centred = x - x.mean(axis=1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + np.float32(1e-5))
    result: Floats = centred / spread * gain + bias
    return result
