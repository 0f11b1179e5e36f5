"""The readers' corrections of a library, in a file of their own beside it.

They are keyed to the bytes of a document and the words of a sentence, and laid over what the
document's file holds whenever it is read. So they outlive reading anew, labelling anew and a
file that was moved or replaced; one whose sentence is not there now waits until it is.
"""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
from tinydb import TinyDB
from tinydb.table import Document as Row

from store.library.known_corrections import (
    KnownCorrections,
    home_of,
    identity,
    letter_of,
    letter_of_home,
)
from store.library.lease import check_lease
from store.library.record import Record, record_of
from store.library.storage import AtomicStorage, StorageDamaged
from store.model.correction import Correction, Labelled, corrected
from store.model.document import Document
from store.refusal import refusal

if TYPE_CHECKING:
    from store.library.library import Library

SCHEMA: Final = 1
ROWS: Final = "corrections"
"""The name of the table."""


class CorrectionsError(Exception):
    """The corrections cannot be read or changed; the message says why and what to do."""


class Placed(msgspec.Struct, frozen=True):
    """A correction with the sentence it belongs to now."""

    correction: Correction
    document: str | None = None
    index: int | None = None
    """Of the sentence; None for an orphan."""
    reason: str = ""
    """Why it is an orphan, in words."""

    @property
    def orphaned(self) -> bool:
        return self.index is None


class Corrections:
    """The corrections of one library. Read when they are first asked for."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self.path = corrections_file(library.path)
        self._storage = AtomicStorage(self.path)
        self._known: KnownCorrections | None = None
        self._seen: tuple[int, int] | None = None
        """Size and time of the file that was read."""

    def changed(self) -> bool:
        """Whether another process has changed the file since it was read."""
        return self._known is not None and self._seen != self._look()

    def _look(self) -> tuple[int, int] | None:
        try:
            state = self.path.stat()
        except OSError:
            return None
        return state.st_size, state.st_mtime_ns

    def forget(self) -> None:
        """Read the file anew at the next question: another process may have changed it."""
        self._storage.forget()
        self._known = None

    def _look_again(self) -> None:
        """After a write of our own, or one that failed."""
        self._known = None
        self._library.document.cache_clear()

    # What is kept

    def __len__(self) -> int:
        return len(self._read.rows)

    def __iter__(self) -> Iterator[Correction]:
        """All, the oldest first."""
        return iter(sorted(self._read.rows.values(), key=lambda each: each.when))

    @property
    def problem(self) -> str | None:
        """What is wrong with the file, in words: mended, or not to be read. Nothing is lost."""
        return self._read.problem or self._storage.repaired

    @property
    def closed(self) -> str | None:
        """Why nothing can be changed in it; None if it can."""
        return self._read.problem if self._read.closed else None

    @property
    def _read(self) -> "KnownCorrections":
        known = self._known  # a thread that writes may take it away meanwhile
        if known is None:
            self._seen = self._look()
            known = self._known = self._load()
        return known

    def _load(self) -> "KnownCorrections":
        try:
            db = self._db
            meta = db.table("meta").get(doc_id=1)
            rows = db.table(ROWS).all()
        except (StorageDamaged, OSError) as error:
            return KnownCorrections({}, f"Your corrections are not shown: {error}", closed=True)
        if isinstance(meta, Row) and int(meta["schema"]) > SCHEMA:
            newer = "Your corrections were kept by a newer version of ofsted-tui: update it."
            return KnownCorrections({}, newer, closed=True)
        known: dict[int, Correction] = {}
        for row in rows:
            try:
                known[row.doc_id] = msgspec.convert(row, Correction)
            except msgspec.ValidationError:
                continue  # it stays in the file
        unread = len(rows) - len(known)
        problem = f"{unread} corrections in {self.path} cannot be read; they stay there."
        return KnownCorrections(known, problem if unread else None)

    @property
    def _db(self) -> TinyDB:
        """Made anew: a table remembers its next number, which another process may have taken."""
        return TinyDB(storage=lambda: self._storage)

    # Where they belong

    def on(self, document: Document) -> Document:
        """The document as its readers left it."""
        settled = self.of(document)
        if not settled:
            return document
        sentences = list(document.sentences)
        for index, correction in settled.items():
            sentences[index] = corrected(sentences[index], correction)
        return msgspec.structs.replace(document, sentences=tuple(sentences))

    def of(self, document: Document, gone: Record | None = None) -> dict[int, Correction]:
        """The corrections of a document by the index of their sentence."""
        candidates = self._read.candidates(document, lambda: self._shas(gone))
        if not candidates:
            return {}
        from store.library.refinding import settle

        return settle(candidates, _texts(document), document.source.sha256)[0]

    def placed(self) -> list[Placed]:
        """All corrections with where they belong now, orphans among them; the oldest first."""
        where: dict[tuple[str, str, int], tuple[str, int]] = {}
        for id in self._documents_of(self):
            try:
                document = self._library.as_kept(id)
            except Exception:  # a damaged document orphans its corrections until it is added anew
                continue
            for index, correction in self.of(document).items():
                where.setdefault(identity(correction), (id, index))
        shas = self._shas(None)
        found = []
        for correction in self:
            place = where.get(identity(correction))
            if place is not None:
                found.append(Placed(correction, *place))
            elif correction.sha256 in shas:
                reason = "its document has this sentence no more, or another correction of it"
                found.append(Placed(correction, reason=reason))
            else:
                found.append(Placed(correction, reason="its document is not in the library"))
        return found

    def _shas(self, gone: Record | None) -> set[str]:
        records = self._library.records.values()
        return {record.sha256 for record in records if record is not gone}

    def _documents_of(self, corrections: Iterable[Correction]) -> list[str]:
        """The documents in the library that any of these may belong to."""
        wanted = list(corrections)
        shas = {correction.sha256 for correction in wanted}
        homes = [correction.home for correction in wanted if correction.home]
        paths = {home.path for home in homes}
        letters = {letter for letter in map(letter_of_home, homes) if letter}
        return [
            record.id
            for record in self._library.records.values()
            if record.sha256 in shas
            or record.path in paths
            or letter_of(record.kind, record.date, (c.name for c in record.councils)) in letters
        ]

    def card_of(self, document: Document, added: str, gone: Record | None = None) -> Record:
        """The card of a document as its readers left it; `gone` is the card it replaces."""
        from secrets import token_hex

        sentences = list(document.sentences)
        for index, correction in self.of(document, gone).items():
            sentences[index] = corrected(sentences[index], correction)
        shown = msgspec.structs.replace(document, sentences=tuple(sentences))
        return msgspec.structs.replace(record_of(shown, added), revision=token_hex(6))

    # Changing

    def blank(self, document: Document, index: int, place: str = "") -> Correction:
        """A correction of a sentence that says nothing yet; the document as it was labelled."""
        from store.library.refinding import Present

        sentence = document.sentences[index]
        return Correction(
            sha256=document.source.sha256,
            text=sentence.text,
            occurrence=Present(_texts(document)).occurrence(index),
            labelled=Labelled(sentence.polarity, sentence.themes),
            place=place,
            home=home_of(document),
        )

    def replace(self, old: Correction | None, new: Correction | None) -> list[str]:
        """Put one correction in another's place, durably; None stands for none.

        Returns:
            the ids of the documents whose findings or counts this may have changed.

        Raises:
            CorrectionsError: another process changed it meanwhile, or they cannot be kept.
            LibraryBusy: another process writes.
            LibraryError: the library cannot be changed.
        """
        with self._library.changing():
            known = self._read
            self._check_open()
            place = None if old is None else known.place_of(old)
            if old is not None and (place is None or known.rows[place] != old):
                raise CorrectionsError(
                    "This correction was changed meanwhile by another process; nothing was "
                    "changed here."
                )
            target = None if new is None else known.place_of(new)
            if target is not None and target != place:
                raise CorrectionsError("This sentence has been corrected meanwhile.")
            self._write([(place, new)])
            return self._follow([each for each in (old, new) if each is not None])

    def take(self, new: Sequence[Correction]) -> list[str]:
        """Keep several at once, each in the place of one of the same sentence.

        Returns and raises as `replace`.
        """
        with self._library.changing():
            known = self._read
            self._check_open()
            self._write([(known.place_of(correction), correction) for correction in new])
            return self._follow(new)

    def _check_open(self) -> None:
        if self._read.closed:
            raise CorrectionsError(self._read.problem or "The corrections cannot be read.")

    def _write(self, changes: Sequence[tuple[int | None, Correction | None]]) -> None:
        """Corrections into their rows, or out of them, in one write; no row: a new one."""
        try:
            tables = dict(self._storage.read() or {"meta": {"1": {"schema": SCHEMA}}})
            rows = dict(tables.get(ROWS, {}))
            following = max((int(place) for place in rows), default=0) + 1
            for place, correction in changes:
                if correction is not None:
                    rows[str(place or following)] = msgspec.to_builtins(correction)
                    following += place is None
                elif place is not None:
                    del rows[str(place)]
            check_lease(self._library.path)
            self._storage.write({**tables, ROWS: rows})
        except OSError as error:
            raise self._unwritten(error) from error
        finally:
            self._look_again()

    def _unwritten(self, error: OSError) -> CorrectionsError:
        return CorrectionsError(
            f"{self.path} cannot be written: {refusal(error, self.path)}. "
            "Nothing already in it was lost."
        )

    def _follow(self, corrections: Sequence[Correction]) -> list[str]:
        """Let the cards of the documents of these say what is true now."""
        followed = self._documents_of(corrections)
        for id in followed:
            with contextlib.suppress(OSError):  # the correction is kept; its counts follow later
                self._library.recount(id)
        self._library.document.cache_clear()
        return followed


def corrections_file(library: Path) -> Path:
    """Where the corrections of a library lie: `library.corrections.json`."""
    return library.with_suffix(".corrections.json")


def _texts(document: Document) -> list[str]:
    return [sentence.text for sentence in document.sentences]
