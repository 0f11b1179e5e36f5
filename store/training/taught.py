"""What a teacher said of sentences, kept in a file so that it need be asked only once."""

from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


class Taught(msgspec.Struct):
    """Probabilities for all unlabelled sentences, in their order; `done` marks those asked."""

    polarity: Floats
    themes: Floats
    done: npt.NDArray[np.bool_]


def read_taught(file: Path) -> Taught:
    """What was kept in a file.

    Raises:
        OSError: there is none.
    """
    with np.load(file, allow_pickle=False) as kept:
        return Taught(kept["unP"].astype(np.float32), kept["unT"].astype(np.float32), kept["done"])


def write_taught(file: Path, taught: Taught) -> None:
    """Keep it as half floats."""
    half = np.float16
    np.savez_compressed(
        file, unP=taught.polarity.astype(half), unT=taught.themes.astype(half), done=taught.done
    )
