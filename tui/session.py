"""What is remembered between runs: where the reader was, pane sizes, colours, the tour.

A JSON file in the user's state folder. Anything in it that cannot be used is passed over: a
session is never a reason not to open. It is replaced whole, so that it is never half written.
"""

import contextlib
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from store.refusal import refusal
from store.selection import Filters

VERSION: Final = 1
MOST_LIBRARIES: Final = 20
"""Of so many libraries the place is kept, those left last."""
_T = TypeVar("_T")


class Place(msgspec.Struct, frozen=True):
    """Where a reader was in a library."""

    council: str | None = None
    visit: str | None = None
    finding: str | None = None
    """Document id and index of the highlighted sentence, joined by a colon."""
    filters: Filters = Filters(shown="concerns")
    choice: dict[str, Any] = {}
    """Fields of the choice of councils."""
    pane: int = 0
    """Which of the panes had the focus."""


class Session:
    """The session file, read when it is made."""

    def __init__(self, file: Path, *, follow: bool = True) -> None:
        """`follow` False keeps the tour and the colours, but no places and sizes."""
        self.file = file
        self.follow = follow
        table = _read(file)
        known = table if table.get("version") == VERSION else {}
        self.tour_seen = known.get("tour_seen") is True
        self.theme = _text(known.get("theme"))
        """Name of the colour theme that was chosen in the app."""
        self._theme_set = _text(known.get("theme_set"))
        self.sizes = _sizes(known.get("panes"))
        self._places = _table(known.get("places"))
        self._watched = _table(known.get("watched"))

    def theme_over(self, set_theme: str) -> str:
        """The theme chosen in the app, unless settings.toml was changed since."""
        return self.theme if self.theme and self._theme_set == set_theme else set_theme

    def remember_theme(self, theme: str, set_theme: str) -> None:
        """`theme` was chosen in the app while settings.toml said `set_theme`."""
        self.theme, self._theme_set = theme, set_theme

    def place(self, library: Path) -> Place | None:
        """Where the reader was in this library; None if that is not known."""
        known = self._places.get(_name(library)) if self.follow else None
        if not isinstance(known, dict):
            return None
        return Place(
            council=_text(known.get("council")) or None,
            visit=_text(known.get("visit")) or None,
            finding=_text(known.get("finding")) or None,
            filters=_converted(known.get("filters"), Filters, Filters(shown="concerns")),
            choice=_table(known.get("choice")),
            pane=known["pane"] if known.get("pane") in (0, 1, 2) else 0,
        )

    def remember(self, library: Path, place: Place, sizes: Mapping[str, int]) -> None:
        """The reader is here now."""
        if not self.follow:
            return
        name = _name(library)
        self._places.pop(name, None)
        self._places[name] = msgspec.to_builtins(place)
        self._places = dict(list(self._places.items())[-MOST_LIBRARIES:])
        self.sizes = dict(sizes)

    def watched(self, library: Path) -> tuple[Path, ...]:
        """The folders whose files this library takes in by itself."""
        known = self._watched.get(_name(library)) if self.follow else None
        names = known if isinstance(known, list) else []
        return tuple(Path(name) for name in names if isinstance(name, str) and name)

    def watch(self, library: Path, folders: Sequence[Path]) -> None:
        """From now on the library takes in what appears in these folders."""
        if self.follow:
            self._watched[_name(library)] = [str(folder) for folder in folders]

    def save(self) -> str | None:
        """Write the file; the reason if that failed."""
        table = {
            "version": VERSION,
            "tour_seen": self.tour_seen,
            "theme": self.theme,
            "theme_set": self._theme_set,
            "panes": self.sizes,
            "places": self._places,
            "watched": {library: folders for library, folders in self._watched.items() if folders},
        }
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            _replace(self.file, json.dumps(table, indent=1))
        except OSError as error:
            return f"{self.file} cannot be written: {refusal(error, self.file)}"
        return None


def _replace(file: Path, words: str) -> None:
    import tempfile  # not wanted before the first frame

    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as written:
            written.write(words)
        Path(name).replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _read(file: Path) -> dict[str, Any]:
    try:
        return _table(json.loads(file.read_text("utf-8")))
    except (OSError, ValueError, RecursionError):
        return {}


def _name(library: Path) -> str:
    return str(library.expanduser().absolute())


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _sizes(value: object) -> dict[str, int]:
    return {
        name: size
        for name, size in _table(value).items()
        if name in ("councils", "visit") and type(size) is int and 0 <= size <= 1000
    }


def _converted(value: object, kind: type[_T], otherwise: _T) -> _T:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return otherwise
