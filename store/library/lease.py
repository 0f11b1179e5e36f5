"""A lease on a library: a file beside it that whoever writes keeps renewing.

It is for folders on a network, where a file lock may mean nothing to other machines, and is held
beside the lock. The file is made in one step that only one can succeed in. Whoever waits watches
whether it changes, by a clock of their own: the clocks of two machines are never compared. One
that has been silent for `SILENT` seconds is taken over: its file is moved away, which again only
one can do, and the journal is put into a file of its own, so that what the silent one may still
write, should it only have been asleep, reaches nobody. It finds that out by its token, which is
looked at before and after each change.
"""

import contextlib
import os
import threading
import time
from pathlib import Path
from typing import Final

import msgspec

from store.library.durable import (
    BINARY,
    FILE_MODE,
    new_token,
    replace_durably,
    sync_folder,
    write_all,
    write_durably,
)
from store.library.holder import holder_in, this_process

BEAT: Final = 5.0
"""Seconds between two renewals."""
SILENT: Final = 30.0
"""Seconds without a renewal after which the holder is taken for dead."""
LOOK: Final = 0.05
"""Seconds between two looks of one who waits."""
_GRAVE: Final = ".gone"
"""Ends the name of a lease that was taken over and whose holder may still wake up."""
_HELD: Final[dict[Path, "Lease"]] = {}


class LeaseHeld(Exception):
    """Somebody else holds the lease and is alive, as far as can be told."""


class LeaseLost(OSError):
    """This process was silent for so long that another took its place; it may not write."""


def holder_file(library: Path) -> Path:
    """Who writes. It is there while a process does, and after one that did not end as it should."""
    return library.with_name(f".{library.name}.writer")


def check_lease(library: Path) -> None:
    """Raise LeaseLost if this process held the library's lease and has it no more."""
    lease = _HELD.get(holder_file(library))
    if lease is not None and not lease.is_held():
        raise LeaseLost(
            "another process has taken over as its writer, for nothing had been heard of this "
            "one for a while; what was being changed was not kept"
        )


class Lease:
    """The right to write to a library, until it is given back or lost."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._file = holder_file(library)
        self._line = msgspec.json.encode(this_process()) + b"\n"
        self._ended = threading.Event()

    def take(self, wait: float) -> None:
        """Wait for the lease, and begin to renew it.

        One who is content to wait for a renewal waits on until there is one or the holder is
        taken for dead; one who is not takes over only from processes known to have ended.

        Raises:
            LeaseHeld: it was not free within `wait` seconds.
            OSError: the folder cannot be written.
        """
        begun = looked = time.monotonic()
        first = last = None
        silence = 0.0
        while True:
            seen = _read(self._file)
            if seen is None:
                if self._made():
                    break
                seen = _read(self._file)
            now = time.monotonic()
            # Counted in small steps, so that nobody is taken for dead who slept beside us.
            silence = silence + min(now - looked, 1.0) if seen == last else 0.0
            looked, last, first = now, seen, first or seen
            if seen is not None and self._buried(seen, silence):
                continue
            told = seen is None or seen != first or silence >= SILENT
            if now - begun >= wait and (wait < BEAT or told):
                raise LeaseHeld
            time.sleep(LOOK)
        self._tidy()
        _HELD[self._file] = self
        threading.Thread(target=self._renew, name="lease", daemon=True).start()

    def give_back(self) -> None:
        """Let others write."""
        self._ended.set()
        if _HELD.get(self._file) is self:
            del _HELD[self._file]
        with contextlib.suppress(OSError):
            if self.is_held():
                self._file.unlink()

    def is_held(self) -> bool:
        """Whether nobody took it over."""
        seen = _read(self._file)
        return seen is not None and seen.startswith(self._line)

    def _made(self) -> bool:
        """Make the file, in one step that fails where there is one; whether it was made."""
        fresh = self._file.with_name(f"{self._file.name}.{new_token()}.new")
        try:
            write_durably(fresh, self._line)
            os.link(fresh, self._file)
        except (FileExistsError, FileNotFoundError):  # the latter: tidied away by who was faster
            made = self.is_held()  # over a network it may have worked and be told otherwise
        except OSError:
            made = self._made_without_links()
        else:
            made = True
        finally:
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)
        if made:
            sync_folder(self._file.parent)
        return made

    def _made_without_links(self) -> bool:
        try:
            handle = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, FILE_MODE)
        except FileExistsError:
            return False
        try:
            write_all(handle, self._line)
            os.fsync(handle)
        finally:
            os.close(handle)
        return True

    def _buried(self, seen: bytes, silence: float) -> bool:
        """Move the file of a holder that is dead out of the way; whether this process did."""
        holder = holder_in(seen)
        fate = holder.fate(self._file in _HELD) if holder else "unknown"
        if fate == "unknown" and silence < SILENT:
            return False
        grave = self._file.with_name(f"{self._file.name}.{new_token()}{_GRAVE}")
        try:
            self._file.rename(grave)
        except OSError:
            return False  # somebody else was faster
        mistaken = (_read(grave) or b"").partition(b"\n")[0] != seen.partition(b"\n")[0]
        if mistaken:
            # Somebody else was faster, and this is theirs: it goes back. Should yet another have
            # come in between, theirs is lost, which they find out before they write.
            try:
                os.link(grave, self._file)
            except OSError:
                return True
        if mistaken or fate == "gone":
            with contextlib.suppress(OSError):
                grave.unlink()
        return True

    def _tidy(self) -> None:
        """Clear away what died or lost the lease left; where it may only sleep, lock it out."""
        own = self._library.with_suffix("").name
        begin = (f".{self._library.name}.", f".{own}.corrections.json.")
        left = [path for path in self._file.parent.iterdir() if path.name.startswith(begin)]
        for path in left:
            if path.name.endswith(".new"):  # of a change that was never finished
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)
        graves = [path for path in left if path.name.endswith(_GRAVE)]
        if graves:
            # The journal gets a file of its own: one that sleeps with the old one open is alone.
            with contextlib.suppress(FileNotFoundError):
                replace_durably(self._library, self._library.read_bytes())
            for grave in graves:
                grave.unlink(missing_ok=True)

    def _renew(self) -> None:
        beat = 0
        while not self._ended.wait(BEAT):
            beat += 1
            with contextlib.suppress(OSError):  # not this time; others wait for several
                if not self._beaten(beat):
                    return

    def _beaten(self, beat: int) -> bool:
        """Write the number of this renewal into the file, if it is still ours."""
        handle = os.open(self._file, os.O_RDWR | BINARY)
        try:
            if os.read(handle, len(self._line)) != self._line:
                return False
            write_all(handle, b"%012d\n" % beat)
        finally:
            os.close(handle)
        return True


def _read(file: Path) -> bytes | None:
    """The bytes of a lease's file, asked of the server anew; None if there is none."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
