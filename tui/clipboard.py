"""Copying: to the terminal's clipboard (OSC 52) and, where there is one, the system's own."""

import shutil
import subprocess
from typing import Any

from textual.app import App

from store.model.finding import Finding
from store.reading.clean import clean
from tui import served

_TOOLS = (
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("xsel", "--clipboard", "--input"),
    ("pbcopy",),
    ("clip.exe",),
)


def quotation(finding: Finding) -> str:
    """The sentence in quotation marks with its citation."""
    return f"“{clean(finding.text)}” ({finding.citation})"


def copy_finding(app: App[Any], finding: Finding) -> None:
    """Copy a finding with its citation and say what was copied."""
    copy(app, quotation(finding))
    app.notify(finding.citation, title="Copied with its citation", markup=False, timeout=4)


def copy(app: App[Any], words: str) -> None:
    """OSC 52 cannot say whether it worked, so the system's own tool is tried as well.

    In a web page that would be the clipboard of the server.
    """
    app.copy_to_clipboard(words)
    if served.mode():
        return
    for tool in _TOOLS:
        if shutil.which(tool[0]):
            try:
                subprocess.run(
                    tool,
                    input=words.encode(),
                    timeout=2,
                    check=True,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
                return
            except (OSError, subprocess.SubprocessError):
                continue
