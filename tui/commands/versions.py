"""The versions that a reader of findings should know: of the program, and of its classifier."""

import json
import zipfile
from pathlib import Path
from typing import Final

import store

MODEL_FILE: Final = Path(store.__file__).parent / "data" / "model.npz"


def versions_in_short() -> str:
    """The same for those who read letters: which program, and which classifier."""
    lines = versions().splitlines()
    model, _, _ = lines[1].partition(", taught by")
    return f"{lines[0]}, {model}"


def versions() -> str:
    """The program's version, and the model's with what it was trained on and how well it did."""
    # Read with what Python brings: the classifier's own reader loads three times as much.
    try:
        with zipfile.ZipFile(MODEL_FILE) as parts:
            card = json.loads(parts.read("card.json"))
        scores = ", ".join(f"{name} {value:.2f}" for name, value in card["scores"].items())
        return (
            f"ofsted-tui {store.__version__}\n"
            f"model {card['version']}, taught by {card['base']}; {card['sentences']:,} labelled "
            f"and {card.get('read', 0):,} read sentences (sha256 {card['data_sha256'][:12]})\n"
            f"on sentences kept apart: {scores}"
        )
    except (OSError, KeyError, zipfile.BadZipFile, ValueError) as error:
        return f"ofsted-tui {store.__version__}\n{MODEL_FILE} is no model file: {error}"
