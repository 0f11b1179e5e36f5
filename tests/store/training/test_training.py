"""Training: what is read from a folder, how it is divided, what is chosen on the held-out fold."""

import gzip
import itertools
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.training.examples import Example, folds, load, targets
from store.training.scores import scores
from store.training.tuning import calibration, neighbours, thresholds

ROWS = [
    {"text": "one", "source": "1_a/x.pdf", "polarity": "concern", "themes": ["workforce"]},
    {"text": "two", "source": "1_a/y.pdf", "polarity": "neutral", "themes": []},
    {"text": "three", "source": "2_b/x.pdf", "polarity": "mixed", "themes": ["recording"]},
]


def write(folder: Path, name: str, rows: list[dict[str, object]]) -> None:
    data = "".join(json.dumps(row) + "\n" for row in rows).encode()
    (folder / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)


def test_a_folder_gives_labelled_held_apart_and_unlabelled(tmp_path: Path) -> None:
    write(tmp_path, "train.jsonl", [*ROWS])
    write(tmp_path, "dev.jsonl", [ROWS[0]])
    write(tmp_path, "more.jsonl.gz", [{"text": "four", "source": "3_c/z.pdf"}])
    write(tmp_path, "facts.jsonl", [{"kind": "of another sort"}])
    examples = load(tmp_path)
    assert [len(examples.train), len(examples.dev), len(examples.unlabelled)] == [3, 1, 1]
    assert examples.train[0].council == "1_a" and examples.unlabelled[0].polarity is None


def test_the_hash_hangs_on_the_lines_and_not_on_their_order(tmp_path: Path) -> None:
    hashes = []
    for name, rows in (("a", ROWS), ("b", ROWS[::-1]), ("c", ROWS[:2])):
        (tmp_path / name).mkdir()
        write(tmp_path / name, "t.jsonl", [*rows])
        hashes.append(load(tmp_path / name).sha256)
    assert hashes[0] == hashes[1] != hashes[2]


def test_a_polarity_that_there_is_not_is_told_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, "t.jsonl", [{"text": "x", "polarity": "bad"}])
    with pytest.raises(ValueError, match=r"t\.jsonl:1.*bad"):
        load(tmp_path)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 3)), min_size=1, max_size=200))
def test_a_council_is_never_divided(pairs: list[tuple[int, int]]) -> None:
    examples = [Example("t", f"{council}_x/{document}.pdf") for council, document in pairs]
    of: dict[str, set[int]] = {}
    for example, fold in zip(examples, folds(examples), strict=True):
        of.setdefault(example.council, set()).add(int(fold))
    assert all(len(found) == 1 for found in of.values())


def test_scores_of_a_perfect_labelling_are_one() -> None:
    examples = [Example(**{**row, "themes": tuple(row["themes"])}) for row in ROWS * 5]  # type: ignore[arg-type, misc]
    polarity, themes = targets(examples, ["workforce", "recording"])
    perfect = scores(polarity, themes, polarity, themes > 0.5)
    assert perfect["concern F1"] == perfect["theme micro F1"] == perfect["theme macro F1"] == 1
    none = scores(polarity, themes, np.full_like(polarity, 3), np.zeros_like(themes, bool))
    assert none["concern F1"] == none["theme micro F1"] == 0


@given(st.lists(st.tuples(st.floats(0.25, 1), st.booleans()), min_size=24, max_size=300))
def test_calibration_never_falls(rows: list[tuple[float, bool]]) -> None:
    knots = calibration(np.array([p for p, _ in rows]), np.array([right for _, right in rows]))
    assert all(a[0] <= b[0] and a[1] <= b[1] + 1e-9 for a, b in itertools.pairwise(knots))


def test_thresholds_follow_the_truth_but_not_all_the_way() -> None:
    rng = np.random.RandomState(0)
    truth = (rng.rand(400, 2) < 0.3).astype(np.float32)
    sharp = np.where(truth[:, 0] > 0, 0.65, 0.6)  # only told apart above 0.6
    plain = np.where(truth[:, 1] > 0, 0.9, 0.1)
    first, second = thresholds(truth, np.stack([sharp, plain], 1))
    assert first > second


def test_neighbours_are_of_one_document() -> None:
    logits = np.eye(3, dtype=np.float32)
    before, after, has_before, has_after = neighbours(["a", "a", "b"], logits)
    assert has_before.tolist() == [False, True, False]
    assert has_after.tolist() == [True, False, False]
    assert before[1].argmax() == 0 and after[0].argmax() == 1 and not before[2].any()
