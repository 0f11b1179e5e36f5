"""Whether this process of the app runs in a web page, and what is refused there.

A page is looked at by others than whose machine it is: no file of the machine is read, written or
opened for them, nor is any program started. `store` keeps them from writing; this names what is
not even offered.
"""

import os
from typing import Final, Literal

SERVED: Final = "OFSTED_TUI_SERVED"
"""The variable that tells the app so: "read", or "write" where labels may be corrected."""

Mode = Literal["read", "write"]

TO_READ: Final = "This page is for reading: nothing in the library can be changed from it."
NO_FILES: Final = "In a web page this is not done: it would use files or programs of the server."

_FILES: Final = frozenset(
    {
        "add",
        "watched",
        "remove_document",
        "export",
        "source",
        "pager",
        "editor",
        "screenshot",
        "suspend_process",
    }
)
_CHANGES: Final = frozenset({"correct", "flag", "undo", "redo", "delete"})
_FILE_SCREENS: Final = frozenset({"Add", "Watched", "Export", "ExportCorrections"})
_CHANGE_SCREENS: Final = frozenset({"Correct"})


def mode() -> Mode | None:
    """How this process is served; None in a terminal. What is not understood is "read"."""
    given = os.environ.get(SERVED)
    if not given:
        return None
    return "write" if given == "write" else "read"


def why_not(action: str, served: Mode | None) -> str | None:
    """Why an action such as "app.add" or "undo" is refused; None if it is not."""
    if served is None:
        return None
    name = action.partition("(")[0].rpartition(".")[2]
    return _reason(name, served, _FILES, _CHANGES)


def why_not_shown(screen: str, served: Mode | None) -> str | None:
    """Why a screen of this name is not shown; None if it is."""
    return _reason(screen, served, _FILE_SCREENS, _CHANGE_SCREENS) if served else None


def _reason(name: str, served: Mode, files: frozenset[str], changes: frozenset[str]) -> str | None:
    if name in files:
        return NO_FILES
    return TO_READ if served == "read" and name in changes else None
