"""Labels given by reading, beside those of the labelled folder: for its unlabelled sentences, and
for sentences written for the purpose. A large language model read (and wrote) them one by one, by
the codebook of the readers by hand.

The sentences of reports are not ours to copy, so what was read is kept as a digest of the sentence
and its label; whoever has the sentences has the labels again. What was written is kept whole.
Of sentences whose labels were known already, 98 in 100 were given the same polarity, and the same
themes with an F1 of 0.92 (900 of them lay among the others, not told apart).
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from store.training.examples import Example, Examples

FOLDER: Final = Path(__file__).with_name("data")
READ: Final = FOLDER / "read.txt"
WRITTEN: Final = FOLDER / "written.txt"
POLARITY: Final = {"c": "concern", "s": "strength", "m": "mixed", "n": "neutral"}
THEMES: Final = {
    "W": "workforce",
    "C": "caseloads",
    "M": "management-oversight",
    "S": "supervision",
    "L": "leadership",
    "Q": "quality-assurance",
    "A": "assessment-planning",
    "F": "front-door",
    "P": "child-protection",
    "E": "early-help",
    "D": "direct-work",
    "V": "voice-of-the-child",
    "N": "permanence",
    "R": "reviewing",
    "H": "health-education",
    "K": "care-leavers",
    "X": "missing-exploitation",
    "I": "partnership",
    "G": "recording",
    "Y": "family-identity",
    "B": "corporate-parenting",
    "T": "drift-delay",
}
"""The letters that stand for themes in both files."""


def digest(text: str) -> str:
    """What a sentence goes by in the file of what was read."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def with_readings(examples: Examples) -> Examples:
    """The examples, with what was read of them and what was written."""
    found = [*read(examples.unlabelled), *written()]
    return msgspec.structs.replace(examples, read=found)


def read(unlabelled: Sequence[Example], file: Path = READ) -> list[Example]:
    """Those of the unlabelled sentences that were read, with their labels.

    Lines of the file: digest, letter of the polarity, letters of the themes or "-".
    """
    labels = {}
    for line in _lines(file):
        name, polarity, themes = line.split()
        labels[name] = (POLARITY[polarity], _themes(themes))
    found = {}
    for example in unlabelled:
        label = labels.get(digest(example.text))
        if label:
            found[example.text] = Example(example.text, example.source, *label)
    return list(found.values())


def written(file: Path = WRITTEN) -> list[Example]:
    """Sentences as letters and newspapers have them, written and labelled for the purpose.

    Lines of the file: letter of the polarity, letters of the themes, the sentence, apart by "|".
    """
    found = []
    for line in _lines(file):
        polarity, themes, text = line.split("|", 2)
        found.append(Example(text, "", POLARITY[polarity], _themes(themes)))
    return found


def _themes(letters: str) -> tuple[str, ...]:
    return tuple(THEMES[letter] for letter in letters if letter != "-")


def _lines(file: Path) -> Iterator[str]:
    for line in file.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
