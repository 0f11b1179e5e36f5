"""The classifier that is shipped: labels, doubt, context, reasons, and files that are not ours."""

import time
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.findings.finder import Finder
from store.findings.labels import ALONE, Context
from store.findings.themes import vocabulary
from store.findings.trained.labeller import RULED, TrainedLabeller, calibrated
from store.findings.trained.occlusion import why
from store.findings.trained.weights import (
    FORMAT,
    MODEL_FILE,
    ModelCard,
    ModelFileError,
    read_card,
    read_weights,
    write_weights,
)
from store.model import POLARITIES

THEMES = {theme.id for theme in vocabulary().themes}
PLAIN = {
    "Caseloads are too high in most teams.": ("concern", "caseloads"),
    "Social workers receive regular and reflective supervision.": ("strength", "supervision"),
    "Too few care leavers have a pathway plan that is up to date.": ("concern", "care-leavers"),
    "Foster carers are well trained and feel valued.": ("strength", "permanence"),
    "Return home interviews are not held for every missing child.": (
        "concern",
        "missing-exploitation",
    ),
    "The high turnover of agency staff means that children tell their story again and again.": (
        "concern",
        "workforce",
    ),
}


@pytest.fixture(scope="module")
def labeller() -> TrainedLabeller:
    return TrainedLabeller(vocabulary())


@pytest.mark.parametrize("text", PLAIN)
def test_plain_sentences_get_the_label_anybody_would_give(
    text: str, labeller: TrainedLabeller
) -> None:
    [label] = labeller.label([text], [ALONE])
    polarity, theme = PLAIN[text]
    assert label.polarity == polarity and theme in label.themes


def test_scope_is_read_and_not_only_words(labeller: TrainedLabeller) -> None:
    good, bad = labeller.label(
        ["Plans are clear and timely.", "Plans are not clear and not timely."], [ALONE] * 2
    )
    assert (good.polarity, bad.polarity) == ("strength", "concern")


def test_a_point_under_what_must_improve_is_a_concern(labeller: TrainedLabeller) -> None:
    text = "The quality of supervision."
    [under] = labeller.label([text], [Context(section="What must improve", improvement=True)])
    assert under.polarity == "concern" and "supervision" in under.themes


def test_a_label_tells_what_decided_it(labeller: TrainedLabeller) -> None:
    praise = "Social workers receive regular and reflective supervision."
    around = [
        ALONE,
        Context(improvement=True),
        Context(circumstances=True),
        Context(title=True),
        Context(circumstances=True, improvement=True),
    ]
    labels = labeller.label([praise] * len(around), around)
    assert [(label.polarity, label.by) for label in labels] == [
        ("strength", "classifier"),
        ("concern", "heading"),
        ("neutral", "heading"),
        ("neutral", "title"),
        ("neutral", "heading"),
    ]
    assert {label.confidence for label in labels[1:]} == {RULED}
    [formula] = labeller.label(["Page 22, paragraph 79)."], [Context(improvement=True)])
    assert (formula.polarity, formula.by, formula.confidence) == ("neutral", "formula", RULED)
    found = why(labeller, praise, Context(improvement=True))
    assert found.rule and "heading" in found.rule
    assert found.ranked[0][0] == "strength"  # the words alone, whatever the heading decided
    assert why(labeller, praise, ALONE).rule is None


def test_a_sentence_has_one_label_in_whatever_company(labeller: TrainedLabeller) -> None:
    texts = [*PLAIN, "", "word " * 500, *PLAIN]
    together = labeller.logits(texts, [ALONE] * len(texts))
    alone = np.concatenate([labeller.logits([text], [ALONE]) for text in texts])
    assert np.abs(together - alone).max() < 1e-3


def test_only_a_sentence_with_neighbours_is_moved_by_them(labeller: TrainedLabeller) -> None:
    text, beside, *_ = PLAIN
    contexts = [ALONE, Context(before=beside), Context(after=beside), Context(section="Overview")]
    alone, before, after, under = labeller.logits([text] * len(contexts), contexts)
    assert np.abs(alone - under).max() < 1e-4
    assert np.abs(alone - before).max() > 1e-2 and np.abs(before - after).max() > 1e-2


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=3000), max_size=5))
def test_any_text_gets_a_label_of_the_codebook(texts: list[str]) -> None:
    labeller = TrainedLabeller(vocabulary())
    for text, label in zip(texts, labeller.label(texts, [ALONE] * len(texts)), strict=True):
        assert label.polarity in POLARITIES
        assert set(label.themes) <= THEMES and len(label.themes) <= 4
        assert 0 <= label.confidence <= 1
        assert all(0 <= start < end <= len(text) for start, end in label.cues)


@pytest.mark.parametrize("text", ["a" * 300_000, "a " * 150_000, "(" * 300_000, "“’" * 150_000])
def test_a_wall_of_text_takes_no_time(text: str, labeller: TrainedLabeller) -> None:
    labeller.label(["warm"], [ALONE])
    began = time.process_time()
    labeller.label([text], [ALONE])
    assert time.process_time() - began < len(text) / 1000


def test_confidence_is_read_off_between_knots() -> None:
    knots = ((0.5, 0.4), (0.9, 0.8), (1.0, 0.99))
    assert calibrated(0.5, knots) == pytest.approx(0.4)
    assert calibrated(0.7, knots) == pytest.approx(0.6)
    assert calibrated(1.0, knots) == pytest.approx(0.99)
    assert calibrated(0.3, ()) == 0.3


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_probable_is_never_less_sure(one: float, other: float) -> None:
    knots = read_card(MODEL_FILE).calibration
    low, high = sorted((one, other))
    assert calibrated(low, knots) <= calibrated(high, knots) + 1e-9


# Why


def test_the_word_that_turns_a_sentence_weighs_most(labeller: TrainedLabeller) -> None:
    text = "Visits to children are not timely."
    found = why(labeller, text, ALONE)
    assert found.label.polarity == "concern"
    heaviest = max(found.words, key=lambda word: word.polarity)
    assert text[heaviest.start : heaviest.end] == "not"
    second, probability = found.runner_up
    assert second != "concern" and probability <= found.scores.polarity["concern"]


def test_each_word_of_a_sentence_is_weighed_once(labeller: TrainedLabeller) -> None:
    text = "Managers’ oversight is weak."
    words = [text[word.start : word.end] for word in why(labeller, text, ALONE).words]
    assert words == ["Managers", "’", "oversight", "is", "weak", "."]


def test_a_sentence_without_words_is_explained_by_none(labeller: TrainedLabeller) -> None:
    assert why(labeller, "…", ALONE).words == ()


# The user's own themes


def test_a_theme_of_the_users_own_is_found_by_its_phrases(tmp_path: Path) -> None:
    file = tmp_path / "themes.toml"
    file.write_text('[themes.kinship]\nname = "kinship"\nkey = "9"\nstrong = ["kinship carers"]\n')
    [label] = Finder(file).classify(["Kinship carers are well supported."])
    assert "kinship" in label.themes and label.polarity == "strength"


# The model file


def a_card() -> ModelCard:
    return ModelCard(
        format=FORMAT, version="1", base="none", data_sha256="0" * 64, sentences=1, taught=0,
        themes=("workforce",), thresholds=(0.5,), calibration=(),
    )  # fmt: skip


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "model.npz"
    large = np.linspace(-2, 2, 3000 * 40, dtype=np.float32).reshape(3000, 40)
    small = np.array([[0.5, -0.25]], np.float32)
    write_weights(file, a_card(), ["ein", "word"], {"e": large, "s": small})
    weights = read_weights(file)
    assert weights.card == a_card() and weights.words == ["ein", "word"]
    assert np.abs(weights["e"] - large).max() < 2 / 127
    assert (weights["s"] == small).all()


@pytest.mark.parametrize("content", [b"", b"no zip at all"])
def test_a_file_that_is_no_model_is_refused_in_words(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "model.npz"
    file.write_bytes(content)
    with pytest.raises(ModelFileError, match="no model file"):
        read_card(file)


def test_a_missing_or_damaged_part_is_told(tmp_path: Path) -> None:
    file = tmp_path / "model.npz"
    write_weights(file, a_card(), [], {})
    with zipfile.ZipFile(file, "a") as parts:
        parts.writestr("e.npy", b"not an array")
    with pytest.raises(ModelFileError, match="damaged"):
        read_weights(file)


def test_the_card_tells_what_it_was_trained_on() -> None:
    card = read_card(MODEL_FILE)
    assert len(card.data_sha256) == 64 and card.sentences >= 4_000
    assert set(card.themes) == THEMES and len(card.thresholds) == len(card.themes)
    assert card.name.startswith("trained-")
