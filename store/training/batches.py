"""Sentences in batches: of like length together, in chance order."""

import random
from collections.abc import Sequence


def batches(lengths: Sequence[int], size: int, among: int) -> list[list[int]]:
    """The places of all sentences; each batch is of like lengths within `among` batches' worth."""
    order = list(range(len(lengths)))
    random.shuffle(order)
    found = []
    for start in range(0, len(order), size * among):
        chunk = sorted(order[start : start + size * among], key=lambda i: lengths[i])
        found += [chunk[i : i + size] for i in range(0, len(chunk), size)]
    random.shuffle(found)
    return found
