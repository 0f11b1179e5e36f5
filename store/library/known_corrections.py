"""Corrections that were read, with the ways in which those of a document are looked up."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from store.model.correction import Correction, Home
from store.model.document import Document

Letter = tuple[str, str, tuple[str, ...]]
"""Kind, date and councils: what two files of one letter share."""
Identity = tuple[str, str, int]
"""Hash of the document, letters of the sentence, which of those with the same."""


class KnownCorrections:
    """What was read of the file."""

    def __init__(
        self, rows: Mapping[int, Correction], problem: str | None = None, *, closed: bool = False
    ) -> None:
        self.rows = rows
        """Number of the row -> correction."""
        self.problem = problem
        self.closed = closed
        """Whether nothing may be written, lest what could not be read be lost."""
        self._by_sha: dict[str, list[Correction]] = {}
        self._by_path: dict[str, list[Correction]] = {}
        self._by_letter: dict[Letter, list[Correction]] = {}
        for correction in rows.values():
            self._by_sha.setdefault(correction.sha256, []).append(correction)
            if correction.home is not None:
                self._by_path.setdefault(correction.home.path, []).append(correction)
                letter = letter_of_home(correction.home)
                if letter is not None:
                    self._by_letter.setdefault(letter, []).append(correction)

    @cached_property
    def _places(self) -> dict[Identity, int]:
        return {identity(correction): place for place, correction in self.rows.items()}

    def place_of(self, correction: Correction) -> int | None:
        """The row of the correction of the same sentence."""
        return self._places.get(identity(correction))

    def candidates(self, document: Document, held: Callable[[], set[str]]) -> Sequence[Correction]:
        """Those of these bytes, of a file that stood in this place, of the same letter elsewhere.

        The latter two only where the library does not hold the file they were made in; `held`
        gives the hashes of what it holds.
        """
        if not self.rows:
            return ()
        sha256 = document.source.sha256
        found = list(self._by_sha.get(sha256, ()))
        letter = letter_of_home(home_of(document))
        others = list(self._by_path.get(document.source.path, ()))
        if letter is not None:
            others += [each for each in self._by_letter.get(letter, ()) if each not in others]
        others = [correction for correction in others if correction.sha256 != sha256]
        if others:
            shas = held()
            found += [correction for correction in others if correction.sha256 not in shas]
        return found


def identity(correction: Correction) -> Identity:
    """What two corrections of one sentence share."""
    from store.library.refinding import key_of  # only where something is corrected

    return correction.sha256, key_of(correction.text), correction.occurrence


def home_of(document: Document) -> Home:
    return Home(
        id=document.id,
        path=document.source.path,
        name=document.source.name,
        kind=document.kind,
        date=document.date,
        councils=tuple(named.name for named in document.councils),
        urn=document.councils[0].urn if document.councils else None,
    )


def letter_of_home(home: Home) -> Letter | None:
    return letter_of(home.kind, home.date, home.councils)


def letter_of(kind: str, date: str | None, councils: Iterable[str]) -> Letter | None:
    """None where two documents could share these by chance: articles, other papers, no date."""
    names = tuple(sorted(councils))
    if kind in ("article", "other") or not date or not names:
        return None
    return kind, date, names
