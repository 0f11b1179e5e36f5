"""Full-text search over every sentence of a library: a query language, an index, marked words.

Loading this loads the engine; nothing that is shown before the first search needs it.
"""

from store.search.choices import Choices
from store.search.marks import marks, wanted_words
from store.search.opening import search_of
from store.search.query import Query, Term, parse
from store.search.search import ALL, MOST_RANKED, Found, Search
from store.search.word_index import Progress, WordIndex, WordsDamaged

__all__ = [
    "ALL",
    "MOST_RANKED",
    "Choices",
    "Found",
    "Progress",
    "Query",
    "Search",
    "Term",
    "WordIndex",
    "WordsDamaged",
    "marks",
    "parse",
    "search_of",
    "wanted_words",
]
