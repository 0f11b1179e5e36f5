"""A TinyDB storage that appends what changed.

TinyDB's own JSONStorage writes the whole file at every change, in place: the cost grows with
what is in it, and a crash or a full disk in between leaves a file that no longer opens. Here a
change is one line at the end (`lines.py`), forced to the disk before `write` returns. At opening
the lines are replayed. A line that was cut short is not yet, or never was, committed: it is left
out, and the next writer keeps it aside and cuts it off. Compaction writes the live rows alone
into a new file and puts it in place in a single step.

    db = TinyDB("letters.jsonl", storage=JournalStorage)

It behaves as JSONStorage does, but for what JSON itself cannot say: NaN, infinity and lone
surrogates are refused (ValueError), and nothing is changed. An ordinary TinyDB file is read as it
is and becomes a journal when it is first written. With `JournalTable` (`table.py`) as table class
a change costs what the changed rows cost; with TinyDB's own, every row is looked at. One process
may write at a time, which the caller sees to; any number may read. No handle is held open
between calls.
"""

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
from tinydb.storages import Storage

from store.library.durable import (
    BINARY,
    FILE_MODE,
    make_folder,
    new_token,
    replace_durably,
    sync_files,
    sync_folder,
    sync_together,
    write_all,
    write_durably,
)
from store.library.lease import check_lease
from store.library.lines import Changes, head_line, line_of, patch_of
from store.library.replay import JournalDamaged, Replay, read_journal

Tables = dict[str, dict[str, Any]]
WASTEFUL: Final = 2.0
"""Compaction pays when the file is so many times what its live rows need."""
SMALL: Final = 65_536
"""Bytes below which it does not."""

__all__ = ["JournalDamaged", "JournalMoved", "JournalStorage", "Tables"]


class JournalMoved(OSError):
    """Another process changed the file since it was read; nothing was written."""


class JournalStorage(Storage):
    """Keeps TinyDB's tables as a journal of changes.

    Args:
        path: the file; its folder is made when first written.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        super().__init__()
        self.path = Path(path)
        self._replay = Replay()
        self._along: Sequence[Path] = ()

    # What TinyDB asks

    def read(self) -> Tables | None:
        """The tables as they are on the disk now; None while there is no file.

        Raises:
            JournalDamaged: the file is no journal, and no TinyDB file either.
        """
        self.catch_up()
        if not self._replay.exists:
            return None
        return {
            name: {number: msgspec.json.decode(row) for number, row in rows.items()}
            for name, rows in self._replay.tables().items()
        }

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Append what is other than before.

        Raises:
            OSError: the disk is full or the folder cannot be written; nothing was changed.
            TypeError, ValueError: it holds what JSON cannot say; nothing was changed.
        """
        before = self._replay.tables()
        changes: dict[str, dict[str, Any] | None] = {
            name: None for name in before if name not in data
        }
        for name, table in data.items():
            known = before.get(name)
            rows = (
                {} if known is None else dict.fromkeys(known.keys() - {str(key) for key in table})
            )
            for key, row in table.items():
                number = str(key)
                was = None if known is None else known.get(number)
                if was is None or bytes(was) != patch_of(row):
                    rows[number] = row
            if rows or known is None:
                changes[name] = rows
        self.commit(changes)

    def close(self) -> None:
        """Compact the file if most of it is no longer needed. No handle is open."""
        if self.wasteful:
            with contextlib.suppress(OSError):
                self.compact()

    # What it can beyond that

    def rows(self, table: str) -> Mapping[str, msgspec.Raw]:
        """Row number -> the row's JSON, as last read."""
        return self._replay.tables().get(table, {})

    def patches_since(self, position: tuple[str, int]) -> tuple[tuple[str, int], Iterator[bytes]]:
        """The changes since a position, each as JSON, and the position after them.

        A position of a file that was written anew meanwhile begins at the first change, which is
        told by its generation being another.
        """
        generation, count = position
        start = count if generation == self._replay.generation else 0
        known = self._replay.patches
        return (self._replay.generation, len(known)), iter(known[start:])

    @property
    def damaged(self) -> Mapping[int, bytes]:
        """Lines that are not as they were written: their number -> what they are now."""
        return self._replay.damaged

    @property
    def torn(self) -> bytes:
        """What stands after the last whole line: a change never finished, or not yet."""
        return self._replay.torn

    @property
    def is_journal(self) -> bool:
        """Whether there is a journal; an ordinary TinyDB file becomes one when first written."""
        return bool(self._replay.generation)

    @property
    def last_patch(self) -> bytes | None:
        """The last change, as JSON."""
        return self._replay.patches[-1] if self._replay.patches else None

    @property
    def lines(self) -> int:
        """How many lines the journal has."""
        return self._replay.lines

    @property
    def wasteful(self) -> bool:
        """Whether compaction pays."""
        replay = self._replay
        return replay.end > SMALL and replay.end > WASTEFUL * replay.live

    def changed(self) -> bool:
        """Whether the file is other than when it was last read; costs one look at the folder."""
        return self._replay.differs(self.path)

    def catch_up(self) -> bool:
        """Read what was added since; whether anything was.

        Raises:
            JournalDamaged: the file is no journal, and no TinyDB file either.
            OSError: it cannot be read.
        """
        if not self.changed():
            return False
        self._replay = read_journal(self.path, self._replay)
        return True

    @contextlib.contextmanager
    def along(self, *files: Path) -> Iterator[None]:
        """Force these files to the disk in the same wait as what is committed meanwhile."""
        self._along = files
        try:
            yield
        finally:
            self._along = ()

    def commit(self, changes: Changes) -> None:
        """Append these changes, all or none, and force them to the disk.

        Raises:
            JournalMoved: another process wrote since this one last read.
            LeaseLost: another process took this one for dead and writes in its place.
            OSError: the disk is full or the folder cannot be written; nothing was changed.
            TypeError, ValueError: they hold what JSON cannot say; nothing was changed.
        """
        if not changes:
            return
        patch = patch_of(changes)
        check_lease(self.path)
        if not self._replay.generation:
            self._begin(patch)
            return
        handle = os.open(self.path, os.O_RDWR | os.O_APPEND | BINARY)
        try:
            self._check(handle)
            if self._replay.torn:
                self._cut_off(handle)
            end = self._replay.end
            try:
                write_all(handle, line_of(patch))
                sync_together(handle, self._along)
                check_lease(self.path)  # it may have slept between the first look and now
            except BaseException:
                # What was not wholly written, or not surely, is taken back.
                with contextlib.suppress(OSError):
                    if os.fstat(handle).st_size <= end + len(line_of(patch)):
                        os.ftruncate(handle, end)
                        os.fsync(handle)
                raise
            self._replay.add(patch, os.fstat(handle))
        finally:
            os.close(handle)

    def compact(self, tables: Changes | None = None) -> None:
        """Write the live rows alone, or these instead, in the file's place in a single step.

        Raises:
            OSError: it cannot be written; the file is as it was.
        """
        if self.changed():
            raise JournalMoved(f"{self.path} was written by another process meanwhile")
        self.keep_damaged()
        lines = [head_line(new_token())]
        if tables is None:
            for name, rows in self._replay.tables().items():
                lines.append(line_of(patch_of({name: {}})))
                for number, raw in rows.items():
                    before, after = patch_of({name: {number: 0}})[:-3], b"}}"
                    lines.append(line_of(b"".join((before, raw, after))))
        else:
            for name, table in tables.items():
                lines.append(line_of(patch_of({name: {}})))
                for number, row in (table or {}).items():
                    lines.append(line_of(patch_of({name: {number: row}})))
        make_folder(self.path.parent)
        check_lease(self.path)
        replace_durably(self.path, b"".join(lines))
        self._replay = read_journal(self.path, Replay())

    def keep_damaged(self) -> Path | None:
        """Keep what cannot be read in a file of its own beside the journal; None if all can."""
        broken = [*self._replay.damaged.values(), self._replay.torn]
        if not any(broken):
            return None
        return set_aside(self.path, b"\n".join(part for part in broken if part))

    def cut_off(self) -> Path | None:
        """Keep aside what stands after the last whole line and cut it off; None if nothing does.

        Raises:
            OSError: it cannot be kept aside or cut off.
        """
        if not self._replay.torn:
            return None
        handle = os.open(self.path, os.O_RDWR | BINARY)
        try:
            self._check(handle)
            return self._cut_off(handle)
        finally:
            os.close(handle)

    def take_back(self) -> Path:
        """Keep the last change aside and cut it off: it was committed, but not all of it lasted.

        Raises:
            OSError: it cannot be kept aside or cut off.
        """
        self._replay.loosen_last()
        kept = self.cut_off()
        assert kept is not None
        return kept

    # How

    def _begin(self, patch: bytes) -> None:
        """Write a journal with this change, after the rows of an ordinary TinyDB file."""
        if self.changed():
            raise JournalMoved(f"{self.path} was written by another process meanwhile")
        if self._replay.torn:
            set_aside(self.path, self._replay.torn)
        if self._along:
            sync_files(self._along)
        known = [line_of(each) for each in (*self._replay.patches, patch)]
        make_folder(self.path.parent)
        replace_durably(self.path, b"".join((head_line(new_token()), *known)))
        self._replay = read_journal(self.path, Replay())

    def _check(self, handle: int) -> None:
        if self._replay.is_not(os.fstat(handle)):
            raise JournalMoved(f"{self.path} was written by another process meanwhile")

    def _cut_off(self, handle: int) -> Path:
        kept = set_aside(self.path, self._replay.torn)
        os.ftruncate(handle, self._replay.end)
        os.fsync(handle)
        self._replay.tidy(os.fstat(handle))
        return kept


def set_aside(path: Path, broken: bytes) -> Path:
    """Keep bytes of a file that cannot be read beside it, under a name that is free."""
    number = 1
    while (kept := path.with_name(f"{path.name}.broken-{number}")).exists():
        if kept.read_bytes() == broken:
            return kept
        number += 1
    write_durably(kept, broken, FILE_MODE)
    sync_folder(kept.parent)
    return kept
