"""Labels a library's documents anew, as after a new model or changed themes."""

from collections.abc import Callable, Iterator

import msgspec

from store.findings.finder import Finder
from store.library import Library, LibraryError
from store.model.document import Document


class Relabelled(msgspec.Struct, frozen=True):
    """What became of one document."""

    document: str
    changed: int = 0
    """Sentences whose polarity or themes are others than before."""
    problem: str = ""


def relabel(
    library: Library,
    finder: Finder,
    *,
    every: bool = False,
    proceed: Callable[[], bool] = lambda: True,
) -> Iterator[Relabelled]:
    """Label the documents that another model labelled, or every one; what is done stays.

    Raises:
        LibraryError: the library cannot be written.
        LibraryBusy: another process writes to it.
    """
    with library.changing():
        for record in list(library.records.values()):
            if not proceed():
                return
            if record.model == finder.labeller.name and not every:
                continue
            try:
                before = library.as_kept(record.id)
            except LibraryError as error:
                yield Relabelled(record.id, problem=str(error))
                continue
            after = finder.relabel(before)
            library.keep_labels(after)
            yield Relabelled(record.id, _changed(before, after))


def _changed(before: Document, after: Document) -> int:
    pairs = zip(before.sentences, after.sentences, strict=True)
    return sum(
        (old.polarity, set(old.themes)) != (new.polarity, set(new.themes)) for old, new in pairs
    )
