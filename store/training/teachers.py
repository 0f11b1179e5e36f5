"""The two teachers, asked once: what they said is kept in the work folder and read again.

They are trained when something has to be asked that is not kept.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import numpy.typing as npt

from store.training.examples import Example, targets
from store.training.ngrams import NGrams
from store.training.taught import Taught, read_taught, write_taught

if TYPE_CHECKING:
    from store.training.teacher import Teacher

Vectors = tuple[list[str], npt.NDArray[np.float32]]


class Teachers(Protocol):
    """What the course asks."""

    def transformer(self, texts: Sequence[str], name: str) -> Taught: ...
    def ngrams(self, texts: Sequence[str], name: str) -> Taught: ...
    def vectors(self, texts: Sequence[str]) -> Vectors: ...


class KeptTeachers:
    """Both teachers, trained on the same labelled sentences; answers under `name` in `work`."""

    def __init__(
        self,
        known: Sequence[Example],
        themes: Sequence[str],
        work: Path,
        base: str,
        say: Callable[[str], None],
    ) -> None:
        self._texts = [example.text for example in known]
        self._polarity, self._themes = targets(known, themes)
        self._work, self._base, self._say = work, base, say

    def transformer(self, texts: Sequence[str], name: str) -> Taught:
        """What the transformer says of the texts; parts of it where it was broken off."""
        file = self._work / f"teacher-{name}.npz"
        if not file.is_file():
            from store.training import teacher

            teacher.ask(self._transformer, texts, file, self._say)
        return read_taught(file)

    def ngrams(self, texts: Sequence[str], name: str) -> Taught:
        file = self._work / f"ngrams-{name}.npz"
        if not file.is_file():
            self._say(f"n-grams label {len(texts):,}")
            write_taught(file, self._ngrams.ask(texts))
        return read_taught(file)

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Words, and the mean of what the transformer makes of each in these texts."""
        file = self._work / "vectors.npz"
        if not file.is_file():
            from store.training.word_vectors import word_vectors

            words, vectors = word_vectors(self._transformer, texts)
            np.savez_compressed(file, words=words, vectors=vectors)
        with np.load(file, allow_pickle=False) as kept:
            return kept["words"].tolist(), kept["vectors"].astype(np.float32)

    @cached_property
    def _transformer(self) -> "Teacher":
        import torch

        from store.training import teacher

        file = self._work / "teacher.pt"
        if file.is_file():
            learned = teacher.Teacher(self._base, self._themes.shape[1])
            state: dict[str, Any] = torch.load(file, weights_only=True)
            learned.load_state_dict(state)
        else:
            learned = teacher.fine_tune(
                self._texts, self._polarity, self._themes, self._base, self._say
            )
            torch.save(learned.state_dict(), file)
        learned.bfloat16().eval()
        return learned

    @cached_property
    def _ngrams(self) -> NGrams:
        self._say("n-grams learn")
        return NGrams(self._texts, self._polarity, self._themes)
