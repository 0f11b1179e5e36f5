"""The whole course: teachers, a student to tune on, the student that is shipped.

One fold of the councils is kept from the teachers and from a first student; on it thresholds,
calibration and the weights of neighbours are chosen. The shipped student learns from all labelled
sentences. Sentences of the councils in `dev` are kept from everybody.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import torch

from store.findings.trained.probability import sigmoid, softmax
from store.findings.trained.weights import FORMAT, ModelCard, write_weights
from store.findings.trained.words import Words
from store.model import POLARITIES
from store.training import ngrams, tuning
from store.training.around import around
from store.training.cue_weights import cue_weights
from store.training.examples import Example, Examples, folds, targets
from store.training.scores import scores
from store.training.student import Prepared, Shape, Student, train
from store.training.taught import Taught, read_taught, write_taught

Floats = npt.NDArray[np.float32]
HELD_OUT: Final = 0
"""The fold that is kept apart."""
NGRAMS_POLARITY, NGRAMS_THEMES = 0.1, 0.5
"""Weight of the second teacher beside the first."""


class Course:
    """One training; what teachers said is read from the work folder if it is there."""

    def __init__(
        self,
        examples: Examples,
        themes: Sequence[str],
        work: Path,
        base: str,
        say: Callable[[str], None],
        shape: Shape | None = None,
    ) -> None:
        self.examples, self.themes, self.work = examples, list(themes), work
        self.base, self.say, self.shape = base, say, shape or Shape()
        fold = folds(examples.train)
        self.known = [e for e, f in zip(examples.train, fold, strict=True) if f != HELD_OUT]
        self.held_out = [e for e, f in zip(examples.train, fold, strict=True) if f == HELD_OUT]

    def finish(self, out: Path, version: str) -> ModelCard:
        """Train, tune and write the model file; its card with the scores."""
        polarity, themes, asked = self._taught()
        vectors = self._vectors()
        trial = self._student(self.known, polarity, themes, asked, vectors, without=self.held_out)
        held = self._logits(*trial, self.held_out)
        truth, themed = targets(self.held_out, self.themes)
        cues, held = cue_weights(self.held_out, held, truth, themed, self.themes)
        limits = tuning.thresholds(themed, sigmoid(held[:, 4:]))
        best = softmax(held[:, :4])
        knots = tuning.calibration(best.max(1), best.argmax(1) == truth)
        kernels, gains = around([e.source for e in self.held_out], held, truth, themed, limits)
        found = {
            f"held-out {name}": value
            for name, value in self._scores(held, self.held_out, limits).items()
        }
        found |= {f"held-out {name}, with neighbours": value for name, value in gains.items()}
        net, words = self._student(self.examples.train, polarity, themes, asked, vectors)
        card = ModelCard(
            format=FORMAT,
            version=version,
            base="all-mpnet-base-v2 (Apache-2.0)" if "mpnet" in self.base else self.base,
            data_sha256=self.examples.sha256,
            sentences=len(self.examples.train),
            taught=int(asked.sum()),
            themes=tuple(self.themes),
            thresholds=tuple(round(float(limit), 3) for limit in limits),
            calibration=knots,
            scores=found,
            bits=self.shape.bits,
        )
        write_weights(out, card, words, {**net.arrays(), **kernels, **cues})
        self.say(f"wrote {out}, {out.stat().st_size:,} bytes")
        return card

    # Teachers

    def _taught(self) -> tuple[Floats, Floats, npt.NDArray[np.bool_]]:
        """Probabilities of polarities and themes for the unlabelled, and which were asked."""
        texts = [e.text for e in self.known]
        polarity, themes = targets(self.known, self.themes)
        unlabelled = [e.text for e in self.examples.unlabelled]
        first_file, second_file = self.work / "teacher.npz", self.work / "ngrams.npz"
        if not first_file.is_file():
            self._ask_transformer(texts, polarity, themes, unlabelled, first_file)
        if not second_file.is_file():
            self.say("n-grams learn and label")
            write_taught(second_file, ngrams.teach(texts, polarity, themes, unlabelled))
        first, second = read_taught(first_file), read_taught(second_file)
        return (
            _mixed(first.polarity, second.polarity, NGRAMS_POLARITY),
            _mixed(first.themes, second.themes, NGRAMS_THEMES),
            first.done & second.done,
        )

    def _ask_transformer(
        self,
        texts: list[str],
        polarity: npt.NDArray[np.int64],
        themes: Floats,
        unlabelled: list[str],
        file: Path,
    ) -> Taught:
        from store.training import teacher
        from store.training.word_vectors import word_vectors

        learned = teacher.fine_tune(texts, polarity, themes, self.base, self.say)
        taught = teacher.ask(learned, unlabelled, file, self.say)
        words, vectors = word_vectors(learned, unlabelled)
        np.savez_compressed(self.work / "vectors.npz", words=words, vectors=vectors)
        return taught

    def _vectors(self) -> Callable[[Sequence[str]], Floats]:
        with np.load(self.work / "vectors.npz", allow_pickle=False) as kept:
            place = {word: i for i, word in enumerate(kept["words"].tolist())}
            known = kept["vectors"].astype(np.float32)
        vectors = np.concatenate([known, np.zeros((1, known.shape[1]), np.float32)])
        return lambda words: vectors[[place.get(word, -1) for word in words]]

    # Students

    def _student(
        self,
        labelled: Sequence[Example],
        polarity: Floats,
        themes: Floats,
        asked: npt.NDArray[np.bool_],
        vectors: Callable[[Sequence[str]], Floats],
        without: Sequence[Example] = (),
    ) -> tuple[Student, list[str]]:
        away = {e.council for e in [*self.examples.dev, *without]}
        kept = [
            i
            for i, example in enumerate(self.examples.unlabelled)
            if asked[i] and example.council not in away
        ]
        by_hand, themed = targets(labelled, self.themes)
        self.say(f"a student of {len(kept):,} taught and {len(labelled):,} labelled sentences")
        return train(
            [*(self.examples.unlabelled[i].text for i in kept), *(e.text for e in labelled)],
            np.concatenate([polarity[kept], np.eye(4, dtype=np.float32)[by_hand]]),
            np.concatenate([themes[kept], themed]),
            np.concatenate([np.ones(len(kept)), np.full(len(labelled), self.shape.gold)]).astype(
                np.float32
            ),
            self.shape,
            self.say,
            vectors,
        )

    def _logits(self, net: Student, words: list[str], examples: Sequence[Example]) -> Floats:
        prepared = Prepared([Words(e.text) for e in examples], words, self.shape.bits)
        rows = range(len(examples))
        with torch.inference_mode():
            parts = [
                net(*prepared.batch(rows[i : i + 128])).numpy() for i in range(0, len(rows), 128)
            ]
        return np.concatenate(parts)

    def _scores(
        self, logits: Floats, examples: Sequence[Example], limits: npt.NDArray[Any]
    ) -> dict[str, float]:
        truth, themed = targets(examples, self.themes)
        given = sigmoid(logits[:, len(POLARITIES) :]) > limits
        return scores(truth, themed, logits[:, : len(POLARITIES)].argmax(1), given)


def _mixed(first: Floats, second: Floats, share: float) -> Floats:
    mixed: Floats = ((1 - share) * first + share * second).astype(np.float32)
    return mixed
