"""Names that no terminal should print, and things in a folder that are no files."""

import contextlib
import os
import socket
from pathlib import Path
from random import Random

NAMES = (
    "new\nline", "escape\x1b[31m red", "title\x1b]0;owned\x07", "tab\tbell\x07", "-rf", "--help",
    " spaces ", "a'b\"c`d$(e)", "[bold]markup", "[\\]", "%s%n{0}", "\u202egnp.exe", "😀", "é",
       "x" * 240, ".", "..hidden", "con", "nul", "a;b|c&d", "*?", "\\back\\slash", "~", "#",
)  # fmt: skip
BYTES = (b"\xff\xfe", b"latin-\xe9", b"cut-\xe2\x80", b"\xed\xa0\x80", b"\x80\x1b[2J")
SUFFIXES = (".pdf", ".html", ".docx", ".txt", ".md", "", ".PDF", ".doc", ".exe", ".json", ".zip")


def named(folder: Path, number: int, right: str, chance: Random) -> Path:
    """A path in the folder: mostly plain, with the right suffix or another."""
    suffix = right if chance.random() < 0.8 else chance.choice(SUFFIXES)
    if chance.random() < 0.8:
        return folder / f"{number:05}{suffix}"
    if chance.random() < 0.3:
        return Path(
            os.fsdecode(
                os.fsencode(folder / f"{number:05}") + chance.choice(BYTES) + suffix.encode()
            )
        )
    return folder / f"{number:05}{chance.choice(NAMES)}{suffix}"


def odd_things(folder: Path) -> list[Path]:
    """One of each kind of thing that can stand where a file is looked for."""
    plain = folder / "plain.txt"
    plain.write_text("Social workers are few and change often.", "utf-8")
    found = [
        folder / "missing.pdf",
        folder / ("x" * 300 + ".pdf"),
        folder / "plain.txt" / "below.pdf",
        Path("/dev/zero"),
        Path("/dev/stdin"),
        Path("/proc/self/mem"),
        Path("/proc/kmsg"),
    ]
    for name, target in {
        "self.pdf": "self.pdf",
        "ring-1.pdf": "ring-2.pdf",
        "ring-2.pdf": "ring-1.pdf",
        "dangling.pdf": "nowhere",
        "zero.pdf": "/dev/zero",
        "tty.pdf": "/dev/tty",
        "good.txt": "plain.txt",
        "up": "..",
    }.items():
        (folder / name).symlink_to(target)
        found.append(folder / name)
    os.mkfifo(folder / "pipe.pdf")
    (folder / "folder.pdf").mkdir()
    with (
        contextlib.suppress(OSError),
        contextlib.closing(socket.socket(socket.AF_UNIX)) as listening,
    ):
        listening.bind(str(folder / "socket.pdf"))
        found.append(folder / "socket.pdf")
    with (folder / "sparse.pdf").open("wb") as sparse:
        sparse.truncate(20_000_000_000)
    (folder / "empty.pdf").touch()
    shut = folder / "shut.txt"
    shut.write_text("Nobody may read this.", "utf-8")
    shut.chmod(0)
    names = ("pipe.pdf", "folder.pdf", "sparse.pdf", "empty.pdf", "shut.txt")
    return [*found, *(folder / name for name in names)]
