"""`ofsted-tui --version`: the program's version and what the classifier's card says."""

import zipfile
from pathlib import Path

import pytest

from store.findings.trained.weights import MODEL_FILE, read_card
from tui.commands import versions as module


def test_it_says_what_the_card_of_the_shipped_model_says() -> None:
    card = read_card(MODEL_FILE)
    program, model, scores = module.versions().splitlines()
    assert program.startswith("ofsted-tui ") and card.version in model and card.base in model
    assert f"{card.sentences:,}" in model and card.data_sha256[:12] in model
    assert all(f"{name} {value:.2f}" in scores for name, value in card.scores.items())


@pytest.mark.parametrize("broken", ["none", "no zip", "no card", "no json"])
def test_a_broken_model_file_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    file = tmp_path / "model.npz"
    if broken == "no zip":
        file.write_bytes(b"x")
    elif broken != "none":
        with zipfile.ZipFile(file, "w") as parts:
            parts.writestr("words" if broken == "no card" else "card.json", "{")
    monkeypatch.setattr(module, "MODEL_FILE", file)
    assert "is no model file" in module.versions()
