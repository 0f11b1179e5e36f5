"""A library made ready to be searched."""

from collections.abc import Callable

from store.findings.themes import Vocabulary
from store.library import Library
from store.search.choices import Choices
from store.search.search import Search
from store.search.word_index import Progress, WordIndex
from store.selection import FindingIndex


def search_of(
    library: Library,
    index: FindingIndex,
    vocabulary: Vocabulary,
    proceed: Callable[[Progress], bool] = lambda progress: True,
) -> Search:
    """Search over an index, with the index of words brought up to date first.

    Args:
        proceed: told after each document taken in; False ends that early.
    """
    words = WordIndex(index.file.kept_in)
    words.follow(index, proceed)
    councils = dict.fromkeys(
        named.name for record in library.records.values() for named in record.councils
    )
    choices = Choices(vocabulary, [*councils, *index.values("council")], index.values("group"))
    return Search(index, words, choices)
