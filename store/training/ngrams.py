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


def teach(
    texts: Sequence[str],
    polarity: npt.NDArray[np.int64],
    themes: npt.NDArray[np.float32],
    unlabelled: Sequence[str],
) -> Taught:
    """Train on hand-given labels and label the unlabelled sentences."""
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    words = TfidfVectorizer(ngram_range=(1, 3), min_df=2, sublinear_tf=True)
    letters = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), min_df=3, sublinear_tf=True, max_features=60_000
    )
    known = hstack([words.fit_transform(texts), letters.fit_transform(texts)]).tocsr()
    by_theme = [
        LogisticRegression(C=10, class_weight="balanced", solver="liblinear", random_state=0).fit(
            known, themes[:, j]
        )
        for j in range(themes.shape[1])
    ]
    by_polarity = LogisticRegression(C=10, max_iter=200, random_state=0).fit(known, polarity)
    taught = Taught(
        np.zeros((len(unlabelled), 4), np.float32),
        np.zeros((len(unlabelled), themes.shape[1]), np.float32),
        np.ones(len(unlabelled), np.bool_),
    )
    for start in range(0, len(unlabelled), PORTION):
        part = unlabelled[start : start + PORTION]
        seen: Any = hstack([words.transform(part), letters.transform(part)]).tocsr()
        taught.polarity[start : start + len(part)] = by_polarity.predict_proba(seen)
        for j, model in enumerate(by_theme):
            taught.themes[start : start + len(part), j] = model.predict_proba(seen)[:, 1]
    return taught
