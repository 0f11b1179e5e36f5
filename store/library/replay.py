"""Reads a journal: its changes in order, what is torn or damaged, and the rows they leave."""

import os
from pathlib import Path
from typing import Final

import msgspec

from store.library.lines import FORMAT, head_of, line_of, may_begin_a_head, patch_in, patch_of

Identity = tuple[int, int, int, int]
"""Device, inode, size and time of change: other when another process has written."""

_patch = msgspec.json.Decoder(dict[str, msgspec.Raw])
_rows = msgspec.json.Decoder(dict[str, msgspec.Raw])
_tables = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]])
_NULL: Final = b"null"


class JournalDamaged(Exception):
    """The file is neither a journal nor a TinyDB file; it was left as it is."""


class Replay:
    """What was read of a journal up to now."""

    def __init__(self) -> None:
        self.exists = False
        """Whether there is anything to read: a journal, or an ordinary TinyDB file."""
        self.generation = ""
        """Empty until there is a journal."""
        self.patches: list[bytes] = []
        self.end = 0
        """Where the last whole line ends, in bytes."""
        self.torn = b""
        self.damaged: dict[int, bytes] = {}
        self.lines = 1
        self._identity: Identity | None = None
        self._played = 0
        self._rows: dict[str, dict[str, msgspec.Raw]] = {}

    # The file

    @property
    def size(self) -> int:
        return self._identity[2] if self._identity else 0

    def differs(self, path: Path) -> bool:
        """Whether a file is other than what was read."""
        try:
            return self.is_not(path.stat())
        except FileNotFoundError:
            return self._identity is not None

    def is_not(self, now: os.stat_result) -> bool:
        return _identity(now) != self._identity

    def seen(self, now: os.stat_result) -> None:
        self._identity = _identity(now)

    # What is read

    @property
    def last_line(self) -> bytes:
        """What stands before `end`; empty if that is the first line."""
        return line_of(self.patches[-1]) if self.patches else b""

    def take(self, data: bytes) -> None:
        """Go on with what stands in the file after `end`."""
        whole, found, self.torn = data.rpartition(b"\n")
        if not found:
            return
        for line in whole.split(b"\n"):
            self.lines += 1
            patch = patch_in(line)
            if patch is None:
                self.damaged[self.lines] = line
            else:
                self.patches.append(patch)
        self.end += len(whole) + 1
        # A last line that was never finished may end in a line break by chance, or in zeros that
        # a file system put there for bytes that it lost: it is torn like any other.
        while self.lines in self.damaged:
            broken = self.damaged.pop(self.lines)
            self.lines -= 1
            self.end -= len(broken) + 1
            self.torn = broken + b"\n" + self.torn

    def add(self, patch: bytes, now: os.stat_result) -> None:
        """A line that this process itself has written."""
        self.patches.append(patch)
        self.lines += 1
        self.end = now.st_size
        self.seen(now)

    def loosen_last(self) -> None:
        """Treat the last line as one that was never finished."""
        line = line_of(self.patches.pop())
        self.lines -= 1
        self.end -= len(line)
        self.torn = line + self.torn
        self._played, self._rows = 0, {}

    def tidy(self, now: os.stat_result) -> None:
        """The torn end is cut off."""
        self.torn = b""
        self.seen(now)

    # What it leaves

    def tables(self) -> dict[str, dict[str, msgspec.Raw]]:
        """Table -> row number -> row, in the order in which TinyDB would have them."""
        for patch in self.patches[self._played :]:
            for name, changed in _patch.decode(patch).items():
                if bytes(changed) == _NULL:
                    self._rows.pop(name, None)
                    continue
                rows = self._rows.setdefault(name, {})
                for number, row in _rows.decode(changed).items():
                    if bytes(row) == _NULL:
                        rows.pop(number, None)
                    else:
                        rows[number] = row
        self._played = len(self.patches)
        return self._rows

    @property
    def live(self) -> int:
        """Bytes that the live rows need, about."""
        tables = self.tables().items()
        return sum(
            sum(len(bytes(row)) + len(name) + len(number) + 25 for number, row in rows.items())
            for name, rows in tables
        )


def read_journal(path: Path, before: Replay) -> Replay:
    """The journal as it is now; `before` is gone on with where the file was only added to.

    Raises:
        JournalDamaged: it is no journal.
        OSError: it cannot be read.
    """
    try:
        handle = path.open("rb")
    except FileNotFoundError:
        return Replay()
    with handle:
        now = os.fstat(handle.fileno())
        start = handle.read(200)
        head = head_of(start)
        if head and head.generation == before.generation and now.st_size >= before.end:
            replay = before
        else:
            replay = Replay()
            replay.end = start.index(b"\n") + 1 if head else 0
        last = replay.last_line
        handle.seek(replay.end - len(last))
        data = handle.read(now.st_size - replay.end + len(last))
        if not data.startswith(last):  # a change that was read was taken back
            return read_journal(path, Replay())
        data = data[len(last) :]
    if head is None:
        _without_head(path, replay, data)
    elif head.journal > FORMAT:
        raise JournalDamaged(
            f"The file {path} was written by a newer version of ofsted-tui; update it."
        )
    else:
        replay.exists = True
        replay.generation = head.generation
        replay.take(data)
    replay.seen(now)
    return replay


def _without_head(path: Path, replay: Replay, data: bytes) -> None:
    """An ordinary TinyDB file, an empty one, or a journal whose first line is broken."""
    try:
        tables = _tables.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        if may_begin_a_head(data):
            replay.torn = data
            return
        first, _, rest = data.partition(b"\n")
        if not any(patch_in(line) for line in rest.split(b"\n")):
            raise JournalDamaged(f"The file {path} could not be read ({error})") from error
        replay.exists = True
        replay.generation = f"broken-{len(first)}"
        replay.damaged[1] = first
        replay.end = len(first) + 1
        replay.take(rest)
        return
    replay.exists = True
    # Spelt anew: an ordinary TinyDB file may be laid out on many lines.
    replay.patches = [patch_of(msgspec.json.decode(data))] if tables else []
    replay.end = len(data)


def _identity(now: os.stat_result) -> Identity:
    return now.st_dev, now.st_ino, now.st_size, now.st_mtime_ns
