"""Labelled and unlabelled sentences from a folder of JSON lines."""

import gzip
import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
import numpy.typing as npt

from store.model import POLARITIES

FOLDS: Final = 5
_PLACES: Final = {str(name): place for place, name in enumerate(POLARITIES)}


class Example(msgspec.Struct, frozen=True):
    """A sentence with its label, or without one (`polarity` is None)."""

    text: str
    source: str = ""
    """Its document, council first: "80583_wolverhampton/report.pdf"."""
    polarity: str | None = None
    themes: tuple[str, ...] = ()

    @property
    def council(self) -> str:
        """What it is kept together by when sentences are divided: council, or document."""
        return self.source.split("/")[0] if "/" in self.source else self.source


class Examples(msgspec.Struct, frozen=True):
    train: list[Example]
    dev: list[Example]
    unlabelled: list[Example]
    read: list[Example] = []
    """Labelled afterwards, by reading: some of the unlabelled, and sentences written for it."""

    @property
    def sha256(self) -> str:
        """Of the labelled lines that are trained on, whatever their order and files."""
        lines = sorted(
            json.dumps([e.text, e.polarity, sorted(e.themes)], ensure_ascii=False)
            for e in [*self.train, *self.read]
        )
        return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()


def load(folder: Path) -> Examples:
    """All lines of a folder's .jsonl and .jsonl.gz files.

    Raises:
        ValueError: a line is no JSON object with a text, or its polarity is none of the four.
    """
    train, dev, unlabelled = [], [], []
    for file in sorted([*folder.glob("*.jsonl"), *folder.glob("*.jsonl.gz")]):
        for number, row in enumerate(_rows(file), 1):
            if "text" not in row:
                break  # of another kind, such as facts of whole reports
            example = _example(row, f"{file.name}:{number}")
            if example.polarity is None:
                unlabelled.append(example)
            elif file.name.startswith("dev"):
                dev.append(example)
            else:
                train.append(example)
    return Examples(train, dev, unlabelled)


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    for line in data.decode("utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def _example(row: dict[str, Any], place: str) -> Example:
    polarity = row.get("polarity")
    if polarity is not None and polarity not in POLARITIES:
        raise ValueError(f"{place}: there is no polarity {polarity!r}")
    source = str(row.get("source") or row.get("document") or "")
    return Example(str(row["text"]), source, polarity, tuple(row.get("themes", ())))


def folds(examples: Sequence[Example], count: int = FOLDS, seed: int = 0) -> npt.NDArray[np.int64]:
    """The fold, 0 to count - 1, of each example; a council's sentences share one."""
    councils = sorted({example.council for example in examples})
    random.Random(seed).shuffle(councils)
    of = {council: place % count for place, council in enumerate(councils)}
    return np.array([of[example.council] for example in examples])


def targets(
    examples: Sequence[Example], themes: Sequence[str]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """Polarities as their places in POLARITIES; themes as zeros and ones, (examples, themes)."""
    polarity = np.array([_PLACES[e.polarity or "neutral"] for e in examples])
    of = {theme: place for place, theme in enumerate(themes)}
    given = np.zeros((len(examples), len(themes)), np.float32)
    for row, example in enumerate(examples):
        for theme in example.themes:
            if theme in of:
                given[row, of[theme]] = 1
    return polarity, given
