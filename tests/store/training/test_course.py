"""The whole course with toy teachers and a toy student: from JSON lines to a model that labels."""

import itertools
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from store.findings.labels import ALONE
from store.findings.themes import vocabulary
from store.findings.trained.around import SQUASHED, weighed_in
from store.findings.trained.labeller import TrainedLabeller
from store.findings.trained.network import Network
from store.findings.trained.weights import (
    FORMAT,
    ModelCard,
    Weights,
    read_weights,
    write_weights,
)
from store.findings.trained.words import Words, numbers_of
from store.model import POLARITIES
from store.training.examples import Example, Examples, targets
from store.training.taught import Taught

torch = pytest.importorskip("torch", reason="the extra `train` is not installed")
torch.set_num_threads(1)  # the toys are small

CARD = ModelCard(
    format=FORMAT, version="1", base="", data_sha256="", sentences=0, taught=0,
    themes=(), thresholds=(), calibration=(),
)  # fmt: skip
THEMES = [theme.id for theme in vocabulary().themes]
SUBJECTS = {
    "Supervision": "supervision", "The number of cases": "caseloads",
    "Early help": "early-help", "The recording of visits": "recording",
}  # fmt: skip
VERDICTS = {"is weak": "concern", "is strong": "strength", "was looked at": "neutral"}
PLACES = ("in most teams", "across the county", "in the north", "for many families")


def lines(councils: int, labelled: bool) -> list[Example]:
    chance = random.Random(councils)
    found = []
    for council in range(councils):
        for subject, verdict in itertools.product(SUBJECTS, VERDICTS):
            text = f"{subject} {verdict} {chance.choice(PLACES)}, and this continues now."
            label = (VERDICTS[verdict], (SUBJECTS[subject],)) if labelled else (None, ())
            found.append(Example(text, f"{council}_x/report.pdf", *label))
    return found


class Toys:
    """Teachers that know the toy sentences by their words."""

    def __init__(self) -> None:
        self.asked: dict[str, int] = {}

    def transformer(self, texts: Sequence[str], name: str) -> Taught:
        self.asked[name] = len(texts)
        known = []
        for text in texts:
            verdicts = [VERDICTS[words] for words in VERDICTS if words in text]
            themes = tuple(SUBJECTS[words] for words in SUBJECTS if words.lower() in text.lower())
            known.append(Example(text, "", verdicts[0] if verdicts else "neutral", themes))
        polarity, themes_of = targets(known, THEMES)
        sure = np.eye(4, dtype=np.float32)[polarity] * 0.9 + 0.025
        return Taught(sure, themes_of * 0.9 + 0.05, np.ones(len(texts), np.bool_))

    ngrams = transformer

    def vectors(self, texts: Sequence[str]) -> tuple[list[str], np.ndarray]:
        words = sorted({word for text in texts for word in Words(text)})
        rng = np.random.RandomState(0)
        return words, rng.randn(len(words), 24).astype(np.float32)


def test_a_course_from_lines_to_a_model_that_labels(tmp_path: Path) -> None:
    from store.training.course import Course
    from store.training.student import Shape

    shape = Shape(
        embedding=16,
        depth=16,
        epochs=12,
        further=2,
        together=16,
        rate=0.01,
        drop=0.1,
        slow=1,
        half=False,
    )
    examples = Examples(lines(10, True), lines(1, True), lines(20, False))
    toys = Toys()
    course = Course(
        examples, THEMES, tmp_path, "toy", lambda words: None, shape, count=60, teachers=toys
    )
    out = tmp_path / "model.npz"
    card = course.finish(out, "1")
    assert toys.asked["made"] > 30
    assert card.taught == toys.asked["unlabelled"] + toys.asked["made"]
    assert card.scores["held-out concern F1"] > 0.9 and card.data_sha256 == examples.sha256
    labeller = TrainedLabeller(vocabulary(), out)
    [label] = labeller.label(["Early help is weak across the county."], [ALONE])
    assert label.polarity == "concern" and "early-help" in label.themes


def test_the_shipped_network_gives_what_the_trained_one_gives() -> None:
    from store.training.student import Prepared, Shape, Student

    words = ["supervision", "is", "weak", "strong"]
    net = Student(Shape(embedding=6, depth=8), words, len(POLARITIES) + 2).eval()
    for value in net.parameters():  # also those that begin as ones or zeros
        torch.nn.init.normal_(value, 0, 0.5)
    with torch.no_grad():
        net.embedding.weight[0] = 0
    texts = [Words(text) for text in ("Supervision is weak.", "Strong", "is " * 40)]
    with torch.inference_mode():
        trained = net(Prepared(texts, words).batch(range(3))).numpy()
    weights = Weights(CARD, words, net.arrays())
    shipped = Network(weights).scores([numbers_of(text, weights.vocabulary) for text in texts])
    np.testing.assert_allclose(shipped, trained, rtol=1e-3, atol=1e-3)


def test_neighbours_are_weighed_in_as_they_were_learnt() -> None:
    from store.training.around import _Around

    net = _Around(2 * 5, 5)
    for value in net.parameters():
        torch.nn.init.normal_(value, 0, 0.5)
    chance = np.random.default_rng(0)
    own, before, after = (chance.normal(0, 4, (3, 5)).astype(np.float32) for _ in range(3))
    near = np.concatenate([np.tanh(before / SQUASHED), np.tanh(after / SQUASHED)], axis=1)
    weights = Weights(CARD, [], net.arrays())
    found = weighed_in(weights, own, [before, after], [True, False, True])
    learnt = net.moved(near, own)
    assert np.abs(found[[0, 2]] - learnt[[0, 2]]).max() < 1e-5
    assert (found[1] == own[1]).all()


def test_weights_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    from store.training.student import Shape, Student

    net = Student(Shape(embedding=6, depth=8), ["one"], 6)
    write_weights(tmp_path / "m.npz", CARD, ["one"], net.arrays())
    assert set(read_weights(tmp_path / "m.npz").arrays) == set(net.arrays())
