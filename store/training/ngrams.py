"""The second teacher: logistic regression over runs of words and of letters.

It reads no order and is worse on polarity, but sees by a word the themes that the transformer,
with few examples of them, misses: together they are better than either (ARCHITECTURE.md).
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from store.training.taught import Taught

PORTION = 8_000


class NGrams:
    """Learns from hand-given labels: places of polarities, (texts, themes) of zeros and ones."""

    def __init__(
        self,
        texts: Sequence[str],
        polarity: npt.NDArray[np.int64],
        themes: npt.NDArray[np.float32],
    ) -> None:
        from scipy.sparse import hstack
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression

        self._words = TfidfVectorizer(ngram_range=(1, 3), min_df=2, sublinear_tf=True)
        self._letters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 5), min_df=3, sublinear_tf=True, max_features=60_000
        )
        known = hstack([self._words.fit_transform(texts), self._letters.fit_transform(texts)])
        known = known.tocsr()
        self._by_theme = [
            LogisticRegression(
                C=10, class_weight="balanced", solver="liblinear", random_state=0
            ).fit(known, themes[:, j])
            if 0 < themes[:, j].sum() < len(texts)
            else None
            for j in range(themes.shape[1])
        ]
        self._by_polarity = LogisticRegression(C=10, max_iter=200, random_state=0)
        self._by_polarity.fit(known, polarity)

    def ask(self, texts: Sequence[str]) -> Taught:
        """Probabilities for sentences; a theme that no label had is given to none."""
        from scipy.sparse import hstack

        count = len(texts)
        taught = Taught(
            np.zeros((count, 4), np.float32),
            np.zeros((count, len(self._by_theme)), np.float32),
            np.ones(count, np.bool_),
        )
        seen_polarities = self._by_polarity.classes_
        for start in range(0, count, PORTION):
            part = texts[start : start + PORTION]
            rows = np.arange(start, start + len(part))
            seen: Any = hstack([self._words.transform(part), self._letters.transform(part)]).tocsr()
            taught.polarity[np.ix_(rows, seen_polarities)] = self._by_polarity.predict_proba(seen)
            for j, model in enumerate(self._by_theme):
                if model is not None:
                    taught.themes[rows, j] = model.predict_proba(seen)[:, 1]
        return taught
