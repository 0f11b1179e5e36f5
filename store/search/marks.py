"""Where in a sentence the words stand that a query looks for."""

from collections.abc import Sequence

from store.search.analysis import places_of_words, words_of
from store.search.query import Query

Span = tuple[int, int]
Wanted = list[tuple[list[str], bool]]
"""Words in a row, and whether the last of them may go on."""


def wanted_words(query: Query) -> Wanted:
    """What a query wants to see marked."""
    wanted = [(words_of(term.text), term.prefix) for term in query.wanted]
    return [(words, prefix) for words, prefix in wanted if words]


def marks(text: str, wanted: Wanted) -> list[Span]:
    """Spans of the sentence to mark, in order, none over another."""
    places = list(places_of_words(text))
    words = [word for word, _, _ in places]
    marked: list[Span] = []
    for row, prefix in wanted:
        for at in range(len(words) - len(row) + 1):
            if _is_here(words, at, row, prefix):
                marked.append((places[at][1], places[at + len(row) - 1][2]))
    return _apart(sorted(marked))


def _is_here(words: Sequence[str], at: int, row: Sequence[str], prefix: bool) -> bool:
    last = at + len(row) - 1
    if any(words[at + place] != word for place, word in enumerate(row[:-1])):
        return False
    return words[last].startswith(row[-1]) if prefix else words[last] == row[-1]


def _apart(spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
