"""The versions that a reader of findings should know: of the program, and of its classifier."""

import json
import zipfile
from pathlib import Path
from typing import Any, Final

import store

MODEL_FILE: Final = Path(store.__file__).parent / "data" / "model.npz"


_TOLD: Final = {"concern F1": "concerns", "strength F1": "strengths", "theme micro F1": "themes"}
"""The scores that are told in words."""


def versions_in_words() -> str:
    """The same for those who read letters: of the scores those that matter to them."""
    card = _card()
    if isinstance(card, str):
        return f"ofsted-tui {store.__version__}\n{card}"
    alone, beside = (
        ", ".join(
            f"{words} {card['scores'][f'held-out {name}{how}']:.2f}"
            for name, words in _TOLD.items()
            if f"held-out {name}{how}" in card["scores"]
        )
        for how in ("", ", with neighbours")
    )
    told = f"Labels by model {card['version']} ({card['base']}, data {card['data_sha256'][:12]})."
    if alone:
        told += f" How well it finds what readers found, from 0 to 1: {alone}"
        told += f"; with the sentences around: {beside}." if beside else "."
    return f"ofsted-tui {store.__version__}. {told}"


def versions() -> str:
    """The program's version, and the model's with what it was trained on and how well it did."""
    card = _card()
    if isinstance(card, str):
        return f"ofsted-tui {store.__version__}\n{card}"
    scores = ", ".join(f"{name} {value:.2f}" for name, value in card["scores"].items())
    return (
        f"ofsted-tui {store.__version__}\n"
        f"model {card['version']}, taught by {card['base']}; {card['sentences']:,} labelled "
        f"and {card.get('read', 0):,} read sentences (sha256 {card['data_sha256'][:12]})\n"
        f"on sentences kept apart: {scores}"
    )


def _card() -> dict[str, Any] | str:
    """What the model file says of itself, or why it cannot be read.

    Read with what Python brings: the classifier's own reader loads three times as much.
    """
    try:
        with zipfile.ZipFile(MODEL_FILE) as parts:
            card: dict[str, Any] = json.loads(parts.read("card.json"))
        if card.keys() >= {"version", "base", "sentences", "data_sha256", "scores"}:
            return card
    except (OSError, KeyError, zipfile.BadZipFile, ValueError) as error:
        return f"{MODEL_FILE} is no model file: {error}"
    return f"{MODEL_FILE} is no model file"
