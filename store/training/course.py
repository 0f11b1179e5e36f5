"""The whole course: teachers, a student to tune on, the student that is shipped.

Labels given by reading (`readings`) go to the student beside those by hand, not to the teachers.
One fold of the councils is kept from the teachers and at first from the student. Then the student
learns on twice: without that fold, to be scored on it and to choose thresholds, calibration and the
weights of neighbours there; and from all labelled sentences, to be shipped. Sentences of the
councils in `dev` are kept from everybody.
"""

import copy
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
import numpy.typing as npt
import torch

from store.findings.trained.probability import sigmoid, softmax
from store.findings.trained.weights import FORMAT, ModelCard, write_weights
from store.findings.trained.words import Words
from store.model import POLARITIES
from store.training import tuning
from store.training.around import Beside, around, beside
from store.training.examples import Example, Examples, folds, targets
from store.training.scores import scores
from store.training.student import Prepared, Shape, Student, train
from store.training.taught import Taught
from store.training.teachers import KeptTeachers, Teachers
from store.training.variants import neighbours, variants

Floats = npt.NDArray[np.float32]
HELD_OUT: Final = 0
"""The fold that is kept apart."""
NGRAMS_POLARITY, NGRAMS_THEMES = 0.1, 0.5
"""Weight of the second teacher beside the first."""
VARIANTS: Final = 60_000
"""Sentences made from real ones."""


class Lessons(msgspec.Struct, frozen=True):
    """Sentences with what the teachers say of them; a made sentence has no source."""

    examples: list[Example]
    polarity: Floats
    themes: Floats


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
        count: int = VARIANTS,
        teachers: Teachers | None = None,
    ) -> None:
        self.examples, self.themes = examples, list(themes)
        self.base, self.say, self.shape, self.count = base, say, shape or Shape(), count
        fold = folds(examples.train)
        self.known = [e for e, f in zip(examples.train, fold, strict=True) if f != HELD_OUT]
        self.held_out = [e for e, f in zip(examples.train, fold, strict=True) if f == HELD_OUT]
        self.teachers = teachers or KeptTeachers(self.known, themes, work, base, say)

    def finish(self, out: Path, version: str) -> ModelCard:
        """Train, tune and write the model file; its card with the scores."""
        lessons, vectors = self._lessons()
        begun = self._student(self.known, lessons, vectors, without=self.held_out)
        trial = self._student(
            self.known, lessons, vectors, without=self.held_out, begun=copy.deepcopy(begun)
        )
        held = self._logits(*trial, self.held_out)
        truth, themed = targets(self.held_out, self.themes)
        limits = tuning.thresholds(themed, sigmoid(held[:, 4:]))
        best = softmax(held[:, :4])
        knots = tuning.calibration(best.max(1), best.argmax(1) == truth)
        sources = [e.source for e in self.held_out]
        kernels, gains = around(sources, held, truth, themed, limits, self._read_beside(*trial))
        found = {
            f"held-out {name}": value
            for name, value in self._scores(held, self.held_out, limits).items()
        }
        found |= {f"held-out {name}, with neighbours": value for name, value in gains.items()}
        net, words = self._student(self.examples.train, lessons, vectors, begun=begun)
        card = ModelCard(
            format=FORMAT,
            version=version,
            base="all-mpnet-base-v2 (Apache-2.0)" if "mpnet" in self.base else self.base,
            data_sha256=self.examples.sha256,
            sentences=len(self.examples.train),
            read=len(self.examples.read),
            taught=len(lessons.examples),
            themes=tuple(self.themes),
            thresholds=tuple(round(float(limit), 3) for limit in limits),
            calibration=knots,
            scores=found,
        )
        write_weights(out, card, words, {**net.arrays(), **kernels})
        self.say(f"wrote {out}, {out.stat().st_size:,} bytes")
        return card

    # Teachers

    def _lessons(self) -> tuple[Lessons, Callable[[Sequence[str]], Floats]]:
        """What the teachers say of unlabelled and of made sentences; vectors of words."""
        unlabelled = self.examples.unlabelled
        texts = [example.text for example in unlabelled]
        first = self.teachers.transformer(texts, "unlabelled")
        second = self.teachers.ngrams(texts, "unlabelled")
        words, known = self.teachers.vectors(texts)
        away = {e.council for e in [*self.examples.dev, *self.held_out]}
        doubt = _difference(first.polarity, second.polarity)
        asked = first.done & second.done
        free = [i for i, e in enumerate(unlabelled) if asked[i] and e.council not in away]
        made = variants([texts[i] for i in free], doubt[free], neighbours(words, known), self.count)
        self.say(f"{len(made):,} sentences made of {len(free):,}")
        first_of_made = self.teachers.transformer(made, "made")
        second_of_made = self.teachers.ngrams(made, "made")
        rows, made_rows = asked, first_of_made.done & second_of_made.done
        polarity, themes = _mixed(first, second)
        polarity_of_made, themes_of_made = _mixed(first_of_made, second_of_made)
        lessons = Lessons(
            [
                *(e for e, row in zip(unlabelled, rows, strict=True) if row),
                *(Example(text) for text, row in zip(made, made_rows, strict=True) if row),
            ],
            np.concatenate([polarity[rows], polarity_of_made[made_rows]]),
            np.concatenate([themes[rows], themes_of_made[made_rows]]),
        )
        place = {word: i for i, word in enumerate(words)}
        vectors = np.concatenate([known, np.zeros((1, known.shape[1]), np.float32)])
        return lessons, lambda asked: vectors[[place.get(word, -1) for word in asked]]

    # Students

    def _student(
        self,
        labelled: Sequence[Example],
        lessons: Lessons,
        vectors: Callable[[Sequence[str]], Floats],
        without: Sequence[Example] = (),
        begun: tuple[Student, list[str]] | None = None,
    ) -> tuple[Student, list[str]]:
        away = {e.council for e in [*self.examples.dev, *without]} - {""}
        read = [e for e in self.examples.read if e.council not in away]
        known = {e.text for e in read}
        kept = [
            i
            for i, example in enumerate(lessons.examples)
            if example.council not in away and example.text not in known
        ]
        labelled = [*labelled, *read]
        by_hand, themed = targets(labelled, self.themes)
        weights = [1.0] * len(kept) + [self.shape.gold] * (len(labelled) - len(read))
        weights += [self.shape.read] * len(read)
        self.say(f"a student of {len(kept):,} taught and {len(labelled):,} labelled sentences")
        return train(
            [*(lessons.examples[i].text for i in kept), *(e.text for e in labelled)],
            np.concatenate([lessons.polarity[kept], np.eye(4, dtype=np.float32)[by_hand]]),
            np.concatenate([lessons.themes[kept], themed]),
            np.array(weights, np.float32),
            self.shape if begun is None else self.shape.later(),
            self.say,
            vectors,
            begun,
        )

    def _read_beside(self, net: Student, words: list[str]) -> Beside | None:
        """What was read of the held-out councils, with its neighbours."""
        councils = {e.council for e in self.held_out}
        of = [e for e in self.examples.unlabelled if e.council in councils]
        labels = {e.text: e for e in self.examples.read if e.source}
        rows = list({e.text: row for row, e in enumerate(of) if e.text in labels}.values())
        if not rows:
            return None
        labelled = targets([labels[of[row].text] for row in rows], self.themes)
        return beside([e.source for e in of], self._logits(net, words, of), rows, *labelled)

    def _logits(self, net: Student, words: list[str], examples: Sequence[Example]) -> Floats:
        prepared = Prepared([Words(e.text) for e in examples], words)
        rows = range(len(examples))
        with torch.inference_mode():
            parts = [
                net(prepared.batch(rows[i : i + 128])).numpy() for i in range(0, len(rows), 128)
            ]
        return np.concatenate(parts)

    def _scores(
        self, logits: Floats, examples: Sequence[Example], limits: npt.NDArray[Any]
    ) -> dict[str, float]:
        truth, themed = targets(examples, self.themes)
        given = sigmoid(logits[:, len(POLARITIES) :]) > limits
        return scores(truth, themed, logits[:, : len(POLARITIES)].argmax(1), given)


def _mixed(first: Taught, second: Taught) -> tuple[Floats, Floats]:
    polarity = (1 - NGRAMS_POLARITY) * first.polarity + NGRAMS_POLARITY * second.polarity
    themes = (1 - NGRAMS_THEMES) * first.themes + NGRAMS_THEMES * second.themes
    return polarity.astype(np.float32), themes.astype(np.float32)


def _difference(one: Floats, other: Floats) -> Floats:
    """How far the second distribution of each row is from the first: relative entropy."""
    of = np.clip(one, 1e-4, 1)
    found: Floats = (of * np.log(of / np.clip(other, 1e-4, 1))).sum(1)
    return found
