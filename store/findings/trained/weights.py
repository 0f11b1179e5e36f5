"""The model file: its arrays, its vocabulary and a card that says what it is.

A `.npz` without pickled objects: `card` holds JSON, `words` the vocabulary as text, the rest
are arrays. Embeddings are kept as whole bytes with one scale a row, the dense weights as half
floats; both are widened when they are loaded.
"""

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from store.findings.trained.words import vocabulary_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

FORMAT: Final = 2
MODEL_FILE: Final = Path(__file__).parents[2] / "data" / "model.npz"
"""The model that is shipped."""
SCALE: Final = ".scale"


class ModelCard(msgspec.Struct, frozen=True, kw_only=True):
    """What a model is, what it was trained on, and how well it did."""

    format: int
    version: str
    """Date of training and a number, as in 2026.11.22-1."""
    base: str
    """The model that taught it, with its licence."""
    data_sha256: str
    """Of the labelled lines it was trained on, sorted and joined."""
    sentences: int
    """How many sentences labelled by hand there were."""
    read: int = 0
    """How many were labelled afterwards by a large language model that read them by the same
    codebook (store.training.readings)."""
    taught: int
    """How many unlabelled sentences its teachers labelled for it."""
    themes: tuple[str, ...]
    thresholds: tuple[float, ...]
    """Probability from which on each theme is given."""
    calibration: tuple[tuple[float, float], ...]
    """Probability of the network -> share that is right, ascending; straight lines between."""
    scores: dict[str, float] = {}

    @property
    def name(self) -> str:
        return f"trained-{self.version}"


class ModelFileError(ValueError):
    """The model file cannot be used; the message says why."""


class Weights:
    """A model file in memory: its card, its vocabulary, its arrays as 32-bit floats."""

    def __init__(
        self, card: ModelCard, words: list[str], arrays: "Mapping[str, npt.NDArray[Any]]"
    ) -> None:
        self.card = card
        self.words = words
        self.vocabulary = vocabulary_of(words)
        self.arrays = arrays

    def __getitem__(self, name: str) -> "npt.NDArray[np.float32]":
        return self.arrays[name]


def read_card(file: Path) -> ModelCard:
    """The card alone, without numpy.

    Raises:
        ModelFileError: there is no such file, or it is none of ours.
    """
    try:
        with zipfile.ZipFile(file) as parts:
            return msgspec.json.decode(parts.read("card.json"), type=ModelCard)
    except (OSError, KeyError, zipfile.BadZipFile, msgspec.DecodeError) as error:
        raise ModelFileError(f"{file} is no model file: {error}") from error


def read_weights(file: Path) -> Weights:
    """The whole model.

    Raises:
        ModelFileError: there is no such file, it is damaged, or of another format.
    """
    import numpy as np

    card = read_card(file)
    if card.format != FORMAT:
        raise ModelFileError(f"{file} has format {card.format}; this program reads {FORMAT}")
    try:
        with zipfile.ZipFile(file) as parts:
            words = parts.read("words.txt").decode("utf-8").split("\n")
            kept = {
                name.removesuffix(".npy"): np.load(io.BytesIO(parts.read(name)), allow_pickle=False)
                for name in parts.namelist()
                if name.endswith(".npy")
            }
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise ModelFileError(f"{file} is damaged: {error}") from error
    arrays = {}
    for name, array in kept.items():
        if name.endswith(SCALE):
            continue
        wide = array.astype(np.float32)
        scale = kept.get(name + SCALE)
        arrays[name] = wide if scale is None else wide * scale.astype(np.float32)[:, None]
    return Weights(card, words, arrays)


def write_weights(
    file: Path, card: ModelCard, words: list[str], arrays: "Mapping[str, npt.NDArray[np.float32]]"
) -> None:
    """Write a model file; arrays with over 100,000 numbers and two axes as bytes with a scale."""
    import numpy as np

    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as parts:
        _put(parts, "card.json", json.dumps(msgspec.to_builtins(card), indent=1).encode())
        _put(parts, "words.txt", "\n".join(words).encode("utf-8"))
        for name, array in sorted(arrays.items()):
            if array.ndim == 2 and array.size > 100_000 and array.shape[0] > 2_000:
                scale = np.maximum(np.abs(array).max(axis=1), 1e-8) / 127
                whole = np.rint(array / scale[:, None]).astype(np.int8)
                _put(parts, f"{name}.npy", _bytes(whole))
                _put(parts, f"{name}{SCALE}.npy", _bytes(scale.astype(np.float16)))
            else:
                _put(parts, f"{name}.npy", _bytes(array.astype(np.float16)))


def _put(parts: zipfile.ZipFile, name: str, data: bytes) -> None:
    # With a date of its own, so that the same training writes the same file.
    entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    parts.writestr(entry, data)


def _bytes(array: "npt.NDArray[Any]") -> bytes:
    import numpy as np

    out = io.BytesIO()
    np.save(out, array, allow_pickle=False)
    return out.getvalue()
