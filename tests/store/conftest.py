"""The index of the sample library, for tests of what is selected and compared."""

import pytest

from store.library import Library
from store.selection import FindingIndex


@pytest.fixture
def index(sample_library: Library) -> FindingIndex:
    library = sample_library
    return FindingIndex(library.records.values(), library.document, library.visits)
