"""Who holds a library's lease: what its file says of them, and whether they can still be there."""

import os
import sys
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

import msgspec

from store.library.durable import new_token

Fate = Literal["gone", "likely-gone", "unknown"]

_MACHINE_ID: Final = Path("/etc/machine-id")
_BOOT: Final = Path("/proc/sys/kernel/random/boot_id")
_PROCESSES: Final = "/proc/self/ns/pid"


class Holder(msgspec.Struct, frozen=True):
    """The first line of a lease's file."""

    process: int = 0
    machine: str = ""
    since: str = ""
    token: str = ""
    station: str = ""
    """An id of the machine that outlives its start; empty where the system has none."""
    boot: str = ""
    """An id of this start of the machine; empty where the system has none."""
    space: str = ""
    """Among which processes the number is one: a container counts its own."""

    @property
    def words(self) -> str:
        """As in "process 12 on ada since 2026-11-22 10:00:00"."""
        return f"process {self.process} on {self.machine} since {self.since}"

    def fate(self, ours: bool) -> Fate:
        """Whether its process has ended, as far as that can be told from this machine.

        `ours` says whether this very process holds the lease. "likely-gone" rests on the names of
        machines, which two of them may share.
        """
        me = _place()
        running = _runs(self.process) and (self.process != os.getpid() or ours)
        if self.boot and self.boot == me.boot:
            return "unknown" if running or self.space != me.space else "gone"
        if not self.machine:
            return "likely-gone"  # it names nobody
        if self.machine != me.machine or (self.station and self.station != me.station):
            return "unknown"
        if self.boot and me.boot:
            return "likely-gone" if self.station else "unknown"  # the machine was started again
        return "unknown" if running else "likely-gone"


def this_process() -> Holder:
    """A holder of a new lease."""
    now = datetime.now().isoformat(" ", "seconds")
    return msgspec.structs.replace(_place(), process=os.getpid(), since=now, token=new_token())


def holder_in(data: bytes) -> Holder | None:
    """What a lease's file says of its holder; None if that cannot be read."""
    try:
        return _DECODER.decode(data.partition(b"\n")[0])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


_DECODER: Final = msgspec.json.Decoder(Holder)


@lru_cache(maxsize=1)
def _place() -> Holder:
    import socket

    try:
        space = str(Path(_PROCESSES).readlink())
    except OSError:
        space = ""
    return Holder(
        machine=socket.gethostname(), station=_text(_MACHINE_ID), boot=_text(_BOOT), space=space
    )


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _runs(process: int) -> bool:
    if sys.platform == "win32":
        return True  # asking would send it Ctrl+C
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True  # another user's
    return True
