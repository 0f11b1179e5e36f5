"""Other programs: the system's viewer, the pager and the editor, each as the user set it."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from store.model.document import Document
from store.reading.clean import clean
from store.selection import citation
from tui import served

PAGE_ARGUMENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "evince": ("--page-index={page}", "{file}"),
    "papers": ("--page-index={page}", "{file}"),
    "xreader": ("--page-index={page}", "{file}"),
    "atril": ("--page-index={page}", "{file}"),
    "okular": ("--page", "{page}", "{file}"),
    "zathura": ("--page={page}", "{file}"),
    "mupdf": ("{file}", "{page}"),
    "qpdfview": ("{file}#{page}",),
    "sioyek": ("--page", "{page}", "{file}"),
}
"""How a PDF is opened at a page by viewers that can."""


class OutsideError(Exception):
    """Another program could not be run; the message says which and why."""


def _in_a_terminal() -> None:
    """Programs are run for whom they belong to, not for the visitors of a web page."""
    if served.mode():
        raise OutsideError(served.NO_FILES)


def split_command(command: str) -> list[str]:
    """A command as the user wrote it, in words.

    Raises:
        OutsideError: a quotation mark is not closed, or there is nothing in it.
    """
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise OutsideError(f"“{command}” is no command: {error}") from error
    if not words:
        raise OutsideError("The command is empty.")
    return words


def pager() -> list[str]:
    """$PAGER, or the first that is installed.

    Raises:
        OutsideError: there is none.
    """
    return _chosen(("PAGER",), ("less", "more"), "pager")


def editor() -> list[str]:
    """$VISUAL or $EDITOR, or the first that is installed.

    Raises:
        OutsideError: there is none.
    """
    return _chosen(("VISUAL", "EDITOR"), ("nano", "vim", "vi"), "editor")


def _chosen(names: Sequence[str], usual: Sequence[str], what: str) -> list[str]:
    for name in names:
        if os.environ.get(name, "").strip():
            return split_command(os.environ[name])
    found = next((program for program in usual if shutil.which(program)), None)
    if found is None:
        raise OutsideError(f"There is no {what} here: set ${names[-1]}.")
    return [found]


def run(command: Sequence[str], file: Path) -> None:
    """Run a program of the terminal on a file and wait for it.

    Raises:
        OutsideError: it could not be started, or it failed.
    """
    _in_a_terminal()
    try:
        status = subprocess.run([*command, str(file)], check=False).returncode
    except OSError as error:
        raise OutsideError(f"{command[0]} could not be started: {error.strerror}.") from error
    if status:
        raise OutsideError(f"{command[0]} ended with status {status}.")


def passage_file(document: Document, index: int) -> Path:
    """A text file of the passage with its citation, and the whole document below."""
    _in_a_terminal()
    handle, name = tempfile.mkstemp(prefix="ofsted-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(passage_text(document, index))
    return Path(name)


def passage_text(document: Document, index: int) -> str:
    """The paragraph of a sentence with its citation, then the whole document by sections."""
    sentence = document.sentences[index]
    same = [
        other.text
        for other in document.sentences
        if (other.part, other.section, other.paragraph)
        == (sentence.part, sentence.section, sentence.paragraph)
    ]
    rows = [f"“{sentence.text}”", f"({citation(document, sentence)})", "", " ".join(same), ""]
    rows += ["-" * 72, document.title or document.source.name]
    place: tuple[object, ...] = ()
    for other in document.sentences:
        here = (other.part, other.section, other.paragraph)
        if here[:2] != place[:2] and not other.section.startswith("("):
            rows += ["", other.section.upper()]
        if here != place:
            rows += ["", other.text]
        else:
            rows[-1] += f" {other.text}"
        place = here
    return clean("\n".join(rows)) + "\n"


def viewer_command(viewer: str, file: Path, page: int) -> list[str]:
    """The viewer of settings.toml with its {file} and {page} filled in.

    Raises:
        OutsideError: it is no command.
    """
    words = split_command(viewer)
    filled = [_filled(word, file, page) for word in words]
    return filled if any("{file}" in word for word in words) else [*filled, str(file)]


def _filled(word: str, file: Path, page: int) -> str:
    return word.replace("{file}", str(file)).replace("{page}", str(page))


def open_in_viewer(file: Path, page: int, viewer: str = "") -> str:
    """Open a file in the system's viewer, at a page where the viewer takes one; what was done.

    Raises:
        OutsideError: no viewer could be started.
    """
    _in_a_terminal()
    if viewer:
        command = viewer_command(viewer, file, page)
        _start(command)
        return f"Opened {file.name} with {command[0]}."
    known = _default_pdf_viewer() if file.suffix.lower() == ".pdf" else None
    if known:
        _start([known, *(_filled(word, file, page) for word in PAGE_ARGUMENTS[known])])
        return f"Opened {file.name} at page {page} with {known}."
    if sys.platform == "darwin":
        _start(["open", str(file)])
    elif sys.platform == "win32":
        os.startfile(file)
    elif shutil.which("xdg-open"):
        _start(["xdg-open", str(file)])
    else:
        return _open_in_browser(file, page)
    return f"Opened {file.name}."


def _open_in_browser(file: Path, page: int) -> str:
    import webbrowser

    at = f"#page={page}" if file.suffix.lower() == ".pdf" else ""
    try:
        opened = webbrowser.open(file.as_uri() + at)
    except webbrowser.Error:
        opened = False
    if not opened:
        raise OutsideError(f"No viewer was found. The file is {file}.")
    return f"Opened {file.name} in the browser."


def _default_pdf_viewer() -> str | None:
    """The viewer that the desktop opens PDFs with, if it is one that takes a page."""
    if not shutil.which("xdg-mime"):
        return None
    try:
        answer = subprocess.run(
            ["xdg-mime", "query", "default", "application/pdf"],
            capture_output=True, text=True, timeout=2, check=False,
        ).stdout.lower()  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return next((name for name in PAGE_ARGUMENTS if name in answer and shutil.which(name)), None)


def _start(command: Sequence[str]) -> None:
    """Start a program of its own, its words kept off the screen."""
    _in_a_terminal()
    try:
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise OutsideError(f"{command[0]} could not be started: {error.strerror}.") from error
