"""A transformer, fine-tuned on the labelled sentences, labels the unlabelled ones.

The base is all-mpnet-base-v2 (Apache-2.0). One optimiser step takes half a second on two cores
and each sentence to be labelled 20 ms; on a machine with a graphics card, minutes for all.
"""

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional

from store.training.batches import batches
from store.training.taught import Taught, write_taught

Floats = npt.NDArray[np.float32]
BASE: Final = "sentence-transformers/all-mpnet-base-v2"
LICENCE: Final = "Apache-2.0"
EPOCHS, TOGETHER, RATE, HEAD_RATE = 5, 16, 4e-5, 2e-3
THEMES_WEIGHT: Final = 30.0
"""Of the themes' mean loss beside the polarity's: with 22 of them, most absent, it is small."""
PIECES: Final = 128
PORTION: Final = 4_000
"""Sentences labelled between two savings."""


class Teacher(nn.Module):
    """The encoder with one head for the polarity and one for the themes."""

    def __init__(self, base: str, themes: int) -> None:
        super().__init__()
        from transformers import AutoModel, AutoTokenizer

        self.tokens = AutoTokenizer.from_pretrained(base)
        self.encoder = AutoModel.from_pretrained(base, add_pooling_layer=False)
        size = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.polarity = nn.Linear(2 * size, 4)
        self.themes = nn.Linear(2 * size, themes)

    def forward(self, texts: Sequence[str]) -> tuple[Any, Any]:
        pieces = self.tokens(
            list(texts), padding=True, truncation=True, max_length=PIECES, return_tensors="pt"
        )
        states = self.encoder(**pieces).last_hidden_state
        mask = pieces["attention_mask"].unsqueeze(-1).to(states.dtype)
        mean = (states * mask).sum(1) / mask.sum(1)
        # The heads stay in full precision while they learn.
        pooled = torch.cat([states[:, 0], mean], 1).to(self.polarity.weight.dtype)
        pooled = self.drop(pooled)
        return self.polarity(pooled), self.themes(pooled)


def fine_tune(
    texts: Sequence[str],
    polarity: npt.NDArray[np.int64],
    themes: Floats,
    base: str,
    say: Callable[[str], None],
    seed: int = 0,
) -> Teacher:
    """Train on hand-given labels: places of polarities, (texts, themes) of zeros and ones."""
    torch.manual_seed(seed)
    random.seed(seed)
    teacher = Teacher(base, themes.shape[1])
    body = list(teacher.encoder.parameters())
    heads = [*teacher.polarity.parameters(), *teacher.themes.parameters()]
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in body if p.ndim >= 2], "lr": RATE, "weight_decay": 0.01},
            {"params": [p for p in body if p.ndim < 2], "lr": RATE, "weight_decay": 0.0},
            {"params": heads, "lr": HEAD_RATE, "weight_decay": 0.0},
        ]
    )
    steps = EPOCHS * -(-len(texts) // TOGETHER)

    def rate(step: int) -> float:
        return min((step + 1) / (0.1 * steps), max(0.0, (steps - step) / steps))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    lengths = [len(text) for text in texts]
    for epoch in range(EPOCHS):
        teacher.train()
        total = 0.0
        for places in batches(lengths, TOGETHER, 20):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                polar, themed = teacher([texts[i] for i in places])
            loss = functional.cross_entropy(polar.float(), torch.from_numpy(polarity[places]))
            loss = loss + THEMES_WEIGHT * functional.binary_cross_entropy_with_logits(
                themed.float(), torch.from_numpy(themes[places])
            )
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        say(f"teacher, epoch {epoch + 1} of {EPOCHS}: loss {total / max(1, steps // EPOCHS):.3f}")
    teacher.eval()
    return teacher


def ask(teacher: Teacher, texts: Sequence[str], kept: Path, say: Callable[[str], None]) -> Taught:
    """Label sentences in chance order, saving as it goes, so that part of them is of use."""
    taught = Taught(
        np.zeros((len(texts), 4), np.float32),
        np.zeros((len(texts), teacher.themes.out_features), np.float32),
        np.zeros(len(texts), np.bool_),
    )
    order = np.random.RandomState(7).permutation(len(texts))
    for start in range(0, len(order), PORTION):
        places = sorted(order[start : start + PORTION], key=lambda i: len(texts[i]))
        with torch.inference_mode():
            for first in range(0, len(places), 64):
                some = places[first : first + 64]
                polar, themed = teacher([texts[i] for i in some])
                taught.polarity[some] = polar.float().softmax(1).numpy()
                taught.themes[some] = themed.float().sigmoid().numpy()
                taught.done[some] = True
        write_taught(kept, taught)
        say(f"teacher labelled {int(taught.done.sum()):,} of {len(texts):,}")
    return taught
