"""The small network in torch: the same as store.findings.trained.network, made to be trained.

Distillation after Hinton et al., Distilling the Knowledge in a Neural Network (2015): the
network learns the teachers' probabilities for unlabelled sentences together with the labels
given by hand.
"""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional

from store.findings.trained.words import (
    UNKNOWN,
    Words,
    numbers_of,
    unknown,
    vocabulary_of,
)
from store.training.batches import batches

Floats = npt.NDArray[np.float32]


class Shape(msgspec.Struct, frozen=True):
    """Sizes of the network and of its training."""

    embedding: int = 256
    depth: int = 112
    first: int = 5
    """Words that the first convolution sees; it is looked up by word, so that more cost little."""
    width: int = 3
    """Words that each further one sees."""
    layers: int = 2
    """Further convolutions."""
    heads: int = 4
    epochs: int = 5
    further: int = 13
    """Epochs in which it learns on: the shipped one from the labels of the held-out fold too."""
    further_rate: float = 2e-3
    together: int = 192
    rate: float = 2e-3
    slow: float = 0.1
    """Rate of the embedding, which begins with the teacher's vectors, beside the others'."""
    drop: float = 0.25
    forget: float = 0.08
    """Share of words that are taken for unknown while training."""
    decay: float = 0.01
    themes: float = 0.5
    """Weight of the themes' loss beside that of the polarity."""
    gold: float = 3.0
    """Weight of a sentence labelled by hand beside one labelled by the teachers."""
    read: float = 4.0
    """Weight of one labelled by reading afterwards; these were chosen for being hard."""
    fewest: int = 3
    """A word seen less often is not in the vocabulary."""
    half: bool = True
    """Whether products are of half floats while training: on processors that know them, a fifth
    of the time for the same scores."""
    seed: int = 0

    def later(self) -> "Shape":
        """For the epochs in which it learns on."""
        return msgspec.structs.replace(self, epochs=self.further, rate=self.further_rate)


class Layer(nn.Module):
    """A gated convolution with a gate over the whole sentence."""

    def __init__(self, into: int, depth: int, width: int, drop: float) -> None:
        super().__init__()
        self.residual = into == depth
        self.normal = nn.LayerNorm(into)
        self.convolution = nn.Conv1d(into, 2 * depth, width, padding=width // 2)
        self.drop = nn.Dropout(drop)
        self.narrow = nn.Linear(depth, depth // 4)
        self.widen = nn.Linear(depth // 4, depth)

    def forward(self, x: Any, there: Any, count: Any) -> Any:
        inner = (self.normal(x) if self.residual else x) * there
        value, gate = self.convolution(inner.transpose(1, 2)).transpose(1, 2).chunk(2, -1)
        h = value * torch.sigmoid(gate) * there
        squeezed = functional.relu(self.narrow(h.sum(1) / count))
        h = self.drop(h * torch.sigmoid(self.widen(squeezed)).unsqueeze(1))
        return (x + h) * there if self.residual else h


class Student(nn.Module):
    def __init__(self, shape: Shape, words: Sequence[str], outputs: int) -> None:
        super().__init__()
        torch.manual_seed(shape.seed)
        depth, size = shape.depth, len(words) + UNKNOWN + 1
        self.shape = shape
        self.embedding = nn.Embedding(size, shape.embedding, padding_idx=0)
        nn.init.normal_(self.embedding.weight, 0, 0.1)
        with torch.no_grad():
            self.embedding.weight[0] = 0
        self.first = Layer(shape.embedding, depth, shape.first, shape.drop)
        self.first.residual = False
        self.more = nn.ModuleList(
            Layer(depth, depth, shape.width, shape.drop) for _ in range(shape.layers)
        )
        self.normal = nn.LayerNorm(depth)
        self.attention = nn.Linear(depth, shape.heads)
        self.hidden = nn.Linear((2 + shape.heads) * depth, 2 * depth)
        self.output = nn.Linear(2 * depth, outputs)
        self.drop = nn.Dropout(shape.drop)
        forgotten = [*range(UNKNOWN + 1), *(unknown(word) for word in words)]
        self.register_buffer("forgotten", torch.tensor(forgotten), persistent=False)

    def forward(self, ids: Any) -> Any:
        there = (ids > 0).unsqueeze(-1).float()
        count = there.sum(1)
        if self.training:
            ids = torch.where(torch.rand(ids.shape) < self.shape.forget, self.forgotten[ids], ids)
        x = self.first(self.drop(self.embedding(ids)) * there, there, count)
        for layer in self.more:
            x = layer(x, there, count)
        x = self.normal(x) * there
        away = there == 0
        highest = x.masked_fill(away, -1e4).max(1).values
        heed = self.attention(x).masked_fill(away, -1e4).softmax(1)
        heeded = torch.einsum("bth,btd->bhd", heed, x).flatten(1)
        pooled = torch.cat([highest, x.sum(1) / count, heeded], 1)
        return self.output(self.drop(functional.relu(self.hidden(self.drop(pooled)))))

    def begin_with(self, vectors: Floats) -> None:
        """Begin the embedding with vectors, cut down to its size by principal components."""
        centred = vectors - vectors.mean(0)
        _, _, axes = np.linalg.svd(centred, full_matrices=False)
        cut = centred @ axes[: self.shape.embedding].T
        cut *= 0.1 / cut.std()
        with torch.no_grad():
            # Of vectors that are shorter, the further places stay as they began.
            known = self.embedding.weight[UNKNOWN + 1 :, : cut.shape[1]]
            known.copy_(torch.from_numpy(cut.astype(np.float32)))

    def arrays(self) -> dict[str, Floats]:
        """The weights under the names, and in the shapes, in which they are shipped."""
        state = {name: value.detach().numpy() for name, value in self.state_dict().items()}
        found = {
            "e": state["embedding.weight"],
            "n.g": state["normal.weight"],
            "n.b": state["normal.bias"],
            "att": state["attention.weight"].T,
            "attb": state["attention.bias"],
            "h": state["hidden.weight"].T,
            "hb": state["hidden.bias"],
            "o": state["output.weight"].T,
            "ob": state["output.bias"],
        }
        names = ["first", *(f"more.{place}" for place in range(len(self.more)))]
        for place, name in enumerate(names):
            found[f"{place}.c"] = state[f"{name}.convolution.weight"].transpose(2, 1, 0)
            found[f"{place}.cb"] = state[f"{name}.convolution.bias"]
            found[f"{place}.g"] = state[f"{name}.normal.weight"]
            found[f"{place}.b"] = state[f"{name}.normal.bias"]
            found[f"{place}.s1"] = state[f"{name}.narrow.weight"].T
            found[f"{place}.s1b"] = state[f"{name}.narrow.bias"]
            found[f"{place}.s2"] = state[f"{name}.widen.weight"].T
            found[f"{place}.s2b"] = state[f"{name}.widen.bias"]
        return found


class Prepared:
    """Sentences as arrays: the numbers of their words."""

    def __init__(self, texts: Sequence[Sequence[str]], words: Sequence[str]) -> None:
        vocabulary = vocabulary_of(words)
        self.ids = [np.array(numbers_of(text, vocabulary)) for text in texts]

    def __len__(self) -> int:
        return len(self.ids)

    def batch(self, places: Sequence[int]) -> Any:
        """Word numbers, (places, longest), filled up with 0."""
        longest = max(len(self.ids[i]) for i in places)
        ids = np.zeros((len(places), longest), np.int64)
        for row, i in enumerate(places):
            ids[row, : len(self.ids[i])] = self.ids[i]
        return torch.from_numpy(ids)


def train(
    texts: Sequence[str],
    polarity: Floats,
    themes: Floats,
    weight: Floats,
    shape: Shape,
    say: Callable[[str], None],
    vectors: Callable[[Sequence[str]], Floats] | None = None,
    begun: tuple[Student, list[str]] | None = None,
) -> tuple[Student, list[str]]:
    """Train on probabilities, (texts, 4) and (texts, themes); the network and its vocabulary.

    `vectors` gives each word of the vocabulary a vector of any length, as a teacher has it: the
    embedding begins there, so that rare words stand near common ones of like meaning. A network
    that was `begun`, with its vocabulary, learns on.
    """
    random.seed(shape.seed)
    split = [Words(text) for text in texts]
    if begun is None:
        words = _vocabulary(split, shape.fewest)
        net = Student(shape, words, polarity.shape[1] + themes.shape[1])
        if vectors is not None:
            net.begin_with(vectors(words))
    else:
        net, words = begun
    prepared = Prepared(split, words)
    embedding = net.embedding.weight
    decayed = [p for p in net.parameters() if p.ndim >= 2 and p is not embedding]
    other = [p for p in net.parameters() if p.ndim < 2]
    slow = shape.slow if vectors is not None or begun else 1.0
    groups = [
        {"params": decayed, "weight_decay": shape.decay},
        {"params": other, "weight_decay": 0.0},
        {"params": [embedding], "weight_decay": 0.0},
    ]
    rates = [shape.rate, shape.rate, slow * shape.rate]
    optimizer = torch.optim.AdamW(groups, lr=shape.rate, fused=True)
    steps = shape.epochs * (len(prepared) // shape.together + 2) + 5
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, rates, total_steps=steps, pct_start=0.1
    )
    lengths = [len(ids) for ids in prepared.ids]
    for epoch in range(shape.epochs):
        net.train()
        total = 0.0
        divided = batches(lengths, shape.together, 30)
        for places in divided:
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=shape.half):
                logits = net(prepared.batch(places)).float()
            known = torch.from_numpy(polarity[places])
            loss = -(known * functional.log_softmax(logits[:, :4], 1)).sum(1)
            themed = functional.binary_cross_entropy_with_logits(
                logits[:, 4:], torch.from_numpy(themes[places]), reduction="none"
            )
            loss = loss + shape.themes * themed.sum(1)
            mean = (torch.from_numpy(weight[places]) * loss).mean()
            optimizer.zero_grad()
            mean.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            total += mean.item()
        say(f"epoch {epoch + 1} of {shape.epochs}: loss {total / len(divided):.4f}")
    net.eval()
    return net, words


def _vocabulary(split: Sequence[Sequence[str]], fewest: int) -> list[str]:
    counts = Counter(word for words in split for word in words)
    # By number, then by name: equal counts must not hang on the order of the texts.
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [word for word, count in ranked if count >= fewest]
