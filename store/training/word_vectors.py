"""One vector a word from the fine-tuned teacher: the mean of what it makes of it in sentences.

After Gupta and Jaggi, Obtaining Better Static Word Embeddings Using Contextual Embedding Models
(2021). A student whose embedding begins there knows from the start which words are of like weight
for the labels; begun at random it did worse by four points of F1 (ARCHITECTURE.md).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import torch

from store.findings.trained.words import Words
from store.training.teacher import PIECES, Teacher

LAYERS: Final = (5, 9, 12)
ENOUGH: Final = 15
"""Sentences a word is looked at in, where there are as many."""
SURE: Final = 8
"""A word seen less often has its vector drawn towards none."""
MOST: Final = 14_000
LONGEST: Final = 60


def word_vectors(
    teacher: Teacher, texts: Sequence[str]
) -> tuple[npt.NDArray[np.str_], npt.NDArray[np.float16]]:
    """Words, and a vector for each, (words, layers times width)."""
    split = [Words(text) for text in texts]
    chosen = sorted(_telling(split), key=lambda i: len(texts[i]))
    sums: dict[str, Any] = defaultdict(float)
    counts: Counter[str] = Counter()
    for start in range(0, len(chosen), 64):
        some = chosen[start : start + 64]
        pieces = teacher.tokens(
            [texts[i] for i in some],
            padding=True,
            truncation=True,
            max_length=PIECES,
            return_tensors="pt",
            return_offsets_mapping=True,
        )
        offsets = pieces.pop("offset_mapping").numpy()
        with torch.inference_mode():
            states = teacher.encoder(**pieces, output_hidden_states=True).hidden_states
        layers = torch.cat([states[layer] for layer in LAYERS], -1).float().numpy()
        for row, i in enumerate(some):
            begins, ends = offsets[row, :, 0], offsets[row, :, 1]
            for word, (first, last) in zip(split[i], split[i].spans, strict=True):
                of = np.flatnonzero((begins >= first) & (ends <= last) & (ends > begins))
                if len(of):
                    sums[word] = sums[word] + layers[row, of].mean(0)
                    counts[word] += 1
    words = sorted(sums)
    vectors = np.stack([sums[word] / counts[word] for word in words])
    width = vectors.shape[1] // len(LAYERS)
    by_layer = vectors.reshape(len(words), len(LAYERS), width)
    by_layer = by_layer - by_layer.mean(0)
    by_layer /= by_layer.std((0, 2), keepdims=True)
    sure = np.sqrt(np.minimum([counts[word] for word in words], SURE) / SURE)
    scaled = by_layer.reshape(len(words), -1) * sure[:, None]
    return np.array(words), scaled.astype(np.float16)


def _telling(split: Sequence[Words]) -> list[int]:
    """Sentences, in chance order, that hold a word not yet seen often enough."""
    seen: Counter[str] = Counter()
    total = Counter(word for words in split for word in words)
    chosen: list[int] = []
    for i in np.random.RandomState(1).permutation(len(split)):
        words = set(split[i])
        if len(split[i]) > LONGEST or len(chosen) == MOST:
            continue
        if any(seen[word] < ENOUGH for word in words if total[word] > 1):
            chosen.append(int(i))
            seen.update(words)
    return chosen
