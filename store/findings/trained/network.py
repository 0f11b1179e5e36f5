"""The network: sentences as numbers to one score for each polarity and each theme.

Word embeddings, gated convolutions that each see a few words either way and, through a gate
over the whole sentence, what else is said; pooled by highest value, mean and four attentions. The
layers follow Dauphin et al., Language Modeling with Gated Convolutional Networks (2017), and Hu
et al., Squeeze-and-Excitation Networks (2018).

Sentences lie one after another in one long array with gaps between them, so that no work is
spent on filling them up to one length.
"""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Final

import numpy as np
import numpy.typing as npt

from store.findings.trained.probability import sigmoid
from store.findings.trained.weights import Weights

Floats = npt.NDArray[np.float32]
TOGETHER: Final = 96
"""Sentences worked on at a time: what they take stays in the processor's cache."""
LOW: Final = np.float32(-1e4)


class Network:
    """Runs a model's weights. `scores(sentences)` gives logits of shape (sentences, outputs)."""

    def __init__(self, weights: Weights) -> None:
        self._of = weights.arrays
        width, _, out = self._of["0.c"].shape
        size = len(self._of["e"])
        self._at_offset = np.zeros((width, size, out), np.float32)
        """What each word adds to the place at each offset from it; filled as words are met."""
        self._met = np.zeros(size, np.bool_)
        layers = sum(1 for name in weights.arrays if name.endswith(".c"))
        self._gap = max(len(weights.arrays[f"{layer}.c"]) for layer in range(layers)) // 2
        """Zeros between two sentences: as far as the widest convolution looks."""
        self._further = [_Convolution(self._of, layer) for layer in range(1, layers)]

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
        rows = _Rows(lengths, self._gap)
        body = np.zeros(len(rows.there), np.intp)
        body[rows.there] = np.fromiter(chain.from_iterable(sentences), np.intp, lengths.sum())
        x = self._gated(self._first(body), 0, rows)
        for layer, convolution in enumerate(self._further, 1):
            x += self._gated(convolution(x, rows), layer, rows)
        return self._pooled(x, rows)

    def _first(self, body: npt.NDArray[np.intp]) -> Floats:
        """The first convolution: what each word gives each place around it is worked out once."""
        new = np.array(sorted({*body[~self._met[body]].tolist()}), np.intp)
        if len(new):
            self._at_offset[:, new] = self._of["e"][new] @ self._of["0.c"]
            self._met[new] = True
        width = len(self._at_offset)
        half = width // 2
        around = np.zeros(len(body) + 2 * half, np.intp)  # 0 is the gap
        around[half : half + len(body)] = body
        x: Floats = self._at_offset[0].take(around[: len(body)], axis=0)
        x += self._of["0.cb"]
        some = np.empty_like(x)
        for offset in range(1, width):
            near = around[offset : offset + len(body)]
            np.take(self._at_offset[offset], near, axis=0, out=some, mode="clip")
            x += some
        return x

    def _gated(self, x: Floats, layer: int, rows: "_Rows") -> Floats:
        half = x.shape[1] // 2
        h = sigmoid(x[:, half:])
        h *= x[:, :half]
        h *= rows.mask
        mean = np.add.reduceat(h, rows.starts, axis=0) / rows.count
        inner = np.maximum(mean @ self._of[f"{layer}.s1"] + self._of[f"{layer}.s1b"], 0)
        gate = sigmoid(inner @ self._of[f"{layer}.s2"] + self._of[f"{layer}.s2b"])
        h *= gate.repeat(rows.spans, axis=0)
        return h

    def _pooled(self, x: Floats, rows: "_Rows") -> Floats:
        x = _normal(x)
        x *= self._of["n.g"]
        x += self._of["n.b"]
        x *= rows.mask
        hidden = (1 - rows.mask) * LOW
        heed: Floats = x @ self._of["att"] + self._of["attb"] + hidden
        heed -= np.maximum.reduceat(heed, rows.starts, axis=0).repeat(rows.spans, axis=0)
        np.exp(heed, out=heed)
        sums = np.add.reduceat(heed, rows.starts, axis=0)
        depth, heads = x.shape[1], heed.shape[1]
        together = np.empty((len(rows.starts), (2 + heads) * depth), np.float32)
        weights = np.concatenate([np.ones((len(x), 1), np.float32), heed], axis=1).T
        summed = together[:, depth:].reshape(-1, 1 + heads, depth)
        bounds = zip(rows.starts.tolist(), rows.ends.tolist(), strict=True)
        for row, (start, end) in enumerate(bounds):
            np.dot(weights[:, start:end], x[start:end], out=summed[row])
        summed /= np.concatenate([rows.count, sums], axis=1)[:, :, None]
        x += hidden
        np.maximum.reduceat(x, rows.starts, axis=0, out=together[:, :depth])
        inner = np.maximum(together @ self._of["h"] + self._of["hb"], 0)
        result: Floats = inner @ self._of["o"] + self._of["ob"]
        return result


class _Rows:
    """Where in the long array which sentence lies, gaps behind each."""

    def __init__(self, lengths: npt.NDArray[np.intp], gap: int) -> None:
        self.lengths, self.spans = lengths, lengths + gap
        starts = np.cumsum(self.spans) - self.spans
        self.starts, self.ends = starts, starts + lengths
        edges = np.zeros(int(self.spans.sum()) + 1, np.int8)
        edges[starts] = 1
        edges[self.ends] = -1
        self.there = np.cumsum(edges[:-1]).astype(np.bool_)
        self.mask = self.there.astype(np.float32)[:, None]
        self.count = lengths.astype(np.float32)[:, None]


class _Convolution:
    """A convolution behind a normalisation, its gain, bias and centring worked into the kernel.

    Gaps are zeros, and normalised zeros stay so; the normalisation's bias, which they must not
    have, is taken off again at the words next to one.
    """

    def __init__(self, of: Mapping[str, Floats], layer: int) -> None:
        kernel, gain, bias = of[f"{layer}.c"], of[f"{layer}.g"], of[f"{layer}.b"]
        scaled = gain[:, None] * kernel
        self._kernel = scaled - scaled.mean(axis=1, keepdims=True)
        self._shifts = bias @ kernel
        self._bias = of[f"{layer}.cb"] + self._shifts.sum(axis=0)

    def __call__(self, x: Floats, rows: _Rows) -> Floats:
        """One product for each place of the kernel, moved by its distance: no windows copied."""
        scaled = x / _spread(x)
        half = len(self._kernel) // 2
        result: Floats = scaled @ self._kernel[half]
        result += self._bias
        for far in range(1, half + 1):
            result[far:] += scaled[:-far] @ self._kernel[half - far]
            result[:-far] += scaled[far:] @ self._kernel[half + far]
            # What lies at this distance from a sentence's first words, or its last, is a gap.
            for away in range(far):
                long = rows.lengths > away
                result[rows.starts[long] + away] -= self._shifts[half - far]
                result[rows.ends[long] - 1 - away] -= self._shifts[half + far]
        return result


def _normal(x: Floats) -> Floats:
    centred = x - x @ np.full((x.shape[1], 1), 1 / x.shape[1], np.float32)
    squares = np.einsum("ij,ij->i", centred, centred)[:, None] / np.float32(x.shape[1])
    centred /= np.sqrt(squares + np.float32(1e-5))
    return centred


def _spread(x: Floats) -> Floats:
    """Of each row, the root of the variance."""
    size = x.shape[1]
    mean = x @ np.full((size, 1), 1 / size, np.float32)
    squares = np.einsum("ij,ij->i", x, x)[:, None] / np.float32(size)
    spread: Floats = np.sqrt(np.maximum(squares - mean * mean, 0) + np.float32(1e-5))
    return spread
