"""The row file of a library: found, brought up to date document by document, kept."""

import contextlib
import os
import zlib
from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Final

import msgspec

from store import paths
from store.library.record import Record
from store.model.document import Document
from store.rows.bitsets import as_bytes
from store.rows.document_rows import BETWEEN, DocumentRows, document_rows
from store.rows.packs import Packs, PackWriter, sweep
from store.rows.table import Kept, RowTable, TableDamaged, arranged

TABLE: Final = "rows"
MOST_PACKS: Final = 16
"""With more than so many packs the smaller ones are written together."""


def revision_of(record: Record) -> str:
    """What changes when the document changes, also of a card that an older version wrote."""
    return record.revision or f"{record.added} {record.model}"


class RowFile:
    """The rows of the documents of one library.

    Args:
        folders: where they may lie, the first that can be written to being used; none at all
            keeps them in memory.
    """

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self.folders = list(folders)
        self.table = RowTable()
        self.packs = Packs(None)
        self.left_out: dict[str, str] = {}
        """Documents that could not be read, with the reason."""
        self.kept_in: Path | None = None
        """The folder of the table that is used; None while it is in memory alone."""
        self._opened = False
        self._bounds: dict[tuple[str, int], array[int]] = {}
        """Of the documents that words were looked up in: eight bytes a sentence."""

    # Opening

    def missing(self, records: Iterable[Record]) -> list[Record]:
        """The documents whose rows have to be made anew from the documents."""
        wanted = list(records)
        if not self._opened:
            self._open({record.id: revision_of(record) for record in wanted})
        known = dict(self.table.order)
        return [record for record in wanted if known.get(record.id) != revision_of(record)]

    def _open(self, revisions: dict[str, str]) -> None:
        """Use the table that fits the library best."""
        self._opened = True
        best = -1
        for folder in self.folders:
            found = _read(folder)
            if found is None:
                continue
            table, packs = found
            fitting = sum(revisions.get(id) == revision for id, revision in table.order)
            if fitting > best:
                best, self.table, self.packs, self.kept_in = fitting, table, packs, folder

    # Bringing up to date

    def follow(
        self,
        records: Sequence[Record],
        load: Callable[[str], Document],
        proceed: Callable[[], bool] = lambda: True,
    ) -> None:
        """Have the rows of these documents, in this order, and keep them for the next time.

        Args:
            load: gives the document of an id; one that raises is left out.
            proceed: asked before each document that has to be read; False ends the reading early.
        """
        self.left_out = {}
        missing = {record.id for record in self.missing(records)}
        if not missing and self.table.order == [(r.id, revision_of(r)) for r in records]:
            return
        for folder in [*self.folders, None]:
            try:
                self._follow(records, missing, load, proceed, folder)
            except OSError:  # it cannot be written to, or the disk is full
                continue
            return

    def _follow(
        self,
        records: Sequence[Record],
        missing: set[str],
        load: Callable[[str], Document],
        proceed: Callable[[], bool],
        folder: Path | None,
    ) -> None:
        """Bring the rows up to date in this folder; in memory where there is none."""
        wanted: list[str] = []
        fresh: dict[str, tuple[Kept, DocumentRows]] = {}
        pack = PackWriter(folder)
        try:
            for record in records:
                if record.id in missing:
                    if not proceed():
                        break
                    try:
                        rows = document_rows(load(record.id))
                    except Exception as error:  # one damaged file must not hide the others
                        self.left_out[record.id] = str(error)
                        continue
                    fresh[record.id] = _written(pack, record, rows)
                wanted.append(record.id)
            table = arranged(self.table, wanted, fresh)
            if folder is not None:
                table = self._gathered(table, pack, moved=folder != self.kept_in)
            held = pack.finish()
            packs = self.packs if folder is None or folder == self.kept_in else Packs(folder)
            if held is not None:
                packs.hold(pack.name, held)
            if folder is not None:
                _write(folder, table)
        except BaseException:
            pack.give_up()
            raise
        self.table, self.packs, self.kept_in = table, packs, folder
        if folder is not None:
            with contextlib.suppress(OSError):
                sweep(folder, {kept.pack for kept in table.documents})

    def _gathered(self, table: RowTable, pack: PackWriter, *, moved: bool) -> RowTable:
        """The table with words copied into the new pack: from another folder all of them, else
        those of small packs when there are too many, and of packs that are mostly out of use."""
        used: dict[str, int] = {}
        for kept in table.documents:
            used[kept.pack] = used.get(kept.pack, 0) + kept.end - kept.start
        former = {name for name in used if name != pack.name}
        leaving = {name for name in former if moved or used[name] * 2 < self.packs.size(name)}
        if len(former - leaving) > MOST_PACKS:
            most = max(used.values())
            leaving |= {name for name in former if used[name] * 4 < most}
        if not leaving:
            return table
        documents = []
        for kept in table.documents:
            if kept.pack in leaving:
                start, end = pack.add(bytes(self.packs.words(kept.pack)[kept.start : kept.end]))
                moved_to = msgspec.structs.replace(kept, pack=pack.name, start=start, end=end)
                documents.append(moved_to)
            else:
                documents.append(kept)
        return RowTable(documents, table.facets)

    # Asking

    def words(self, kept: Kept) -> memoryview:
        """The pack that a document's words lie in, from `kept.start` to `kept.end`.

        Raises:
            OSError: the pack is gone.
        """
        return self.packs.words(kept.pack)

    def bounds(self, kept: Kept) -> Sequence[int]:
        """Where in the pack a document's sentences end, each at the next one's separator.

        Before the first stands where the separator of its own would be: sentence n lies between
        `bounds[n] + 1` and `bounds[n + 1]`.

        Raises:
            OSError: the pack is gone.
        """
        key = kept.pack, kept.start
        bounds = self._bounds.get(key)
        if bounds is None:
            sentences = bytes(self.words(kept)[kept.start : kept.end]).split(BETWEEN)
            ends = accumulate((len(sentence) + 1 for sentence in sentences), initial=kept.start - 1)
            bounds = self._bounds[key] = array("q", ends)
        return bounds


def _written(pack: PackWriter, record: Record, rows: DocumentRows) -> tuple[Kept, DocumentRows]:
    start, end = pack.add(rows.words)
    kept = Kept(
        id=record.id,
        revision=revision_of(record),
        count=rows.count,
        councils={
            name: b"" if bits is None else as_bytes(bits, rows.count)
            for name, bits in rows.councils.items()
        },
        pack=pack.name,
        start=start,
        end=end,
    )
    rows.words = b""  # thousands of documents may follow before the table is made
    return kept, rows


def _read(folder: Path) -> tuple[RowTable, Packs] | None:
    """The table of a folder, if it is whole and its packs are there."""
    try:
        table = RowTable.decode((folder / TABLE).read_bytes())
    except (OSError, TableDamaged):
        return None
    packs = Packs(folder)
    ends: dict[str, int] = {}
    for kept in table.documents:
        ends[kept.pack] = max(ends.get(kept.pack, 0), kept.end)
    try:
        # All are opened now: another process may put them together and delete them later.
        if any(len(packs.words(name)) < end for name, end in ends.items()):
            return None
    except OSError:
        return None
    return table, packs


def index_folders(library: Path) -> list[Path]:
    """Where what is derived from a library may lie: beside it, or where its folder cannot be
    written to, in the user's cache."""
    whole = zlib.crc32(os.fsencode(library.absolute()))
    return [library.with_suffix(".index"), paths.cache_dir() / f"{library.stem}-{whole:08x}.index"]


def _write(folder: Path, table: RowTable) -> None:
    fresh = folder / f".{TABLE}.{os.urandom(4).hex()}.new"
    try:
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(table.encode())
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(folder / TABLE)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise
