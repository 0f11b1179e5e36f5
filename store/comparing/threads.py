"""Threads: a concern with all its repeats, from the first visit that told of it to the last.

Repeats link each concern to the nearest earlier visit that told the same. Followed to their ends
the links make trees, one for each weakness; a tree is a thread.
"""

from collections import Counter
from collections.abc import Callable, Sequence

import msgspec

from store.repeats.chains import Repeats


class Thread(msgspec.Struct, frozen=True):
    """A concern that more than one visit told of."""

    theme: str | None
    """The theme that most of its sentences have; None if none has any."""
    sentences: tuple[str, ...]
    """Ids, newest visit first; of one visit in the order of the document."""
    visits: tuple[str, ...]
    """Keys of the visits that told of it, oldest first."""


def threads(
    repeats: Repeats, visits: Sequence[str], themes_of: Callable[[str], Sequence[str]]
) -> list[Thread]:
    """The threads of a council: those that the most visits told of first, then the newest.

    Args:
        repeats: the links between its concerns.
        visits: keys of its visits, oldest first.
        themes_of: gives the themes of a sentence by its id.
    """
    place = {key: number for number, key in enumerate(visits)}
    roots: dict[str, list[str]] = {}
    for id in repeats.visits:
        roots.setdefault(repeats.chain(id)[-1], []).append(id)
    found = [_thread(ids, repeats, place, themes_of) for ids in roots.values()]
    found.sort(
        key=lambda thread: (
            -len(thread.visits),
            -place[thread.visits[-1]],
            -len(thread.sentences),
            thread.sentences,
        )
    )
    return found


def _thread(
    ids: list[str],
    repeats: Repeats,
    place: dict[str, int],
    themes_of: Callable[[str], Sequence[str]],
) -> Thread:
    def order(id: str) -> tuple[int, str, int]:
        document, _, number = id.rpartition(":")
        return -place[repeats.visits[id]], document, int(number)

    sentences = sorted(ids, key=order)
    counts = Counter(theme for id in sentences for theme in themes_of(id))
    visits = sorted({repeats.visits[id] for id in ids}, key=place.__getitem__)
    theme = counts.most_common(1)[0][0] if counts else None
    return Thread(theme, tuple(sentences), tuple(visits))
