"""The user's settings.toml: colour theme, keys, limits of reading. Bad values are told, not obeyed.

Order of precedence: command line, environment, file, defaults.
"""

import os
from pathlib import Path
from typing import Any

import msgspec

from store.reading.limits import Limits
from tui.keymap import checked_keymap

THEME_NAMES = {"dark": "ofsted-dark", "light": "ofsted-light", "contrast": "ofsted-contrast"}


class Settings(msgspec.Struct, frozen=True):
    """What can be set. `problems` are told when the app starts."""

    theme: str = "dark"
    """dark, light or contrast; OFSTED_TUI_THEME overrides it."""
    keys: dict[str, str] = {}
    """Id of a command -> its keys, separated by commas."""
    animations: bool = True
    """Whether anything may move by itself; TEXTUAL_ANIMATIONS=none says no as well."""
    viewer: str = ""
    """Command that opens a source, such as `zathura --page={page} {file}`; else the system's."""
    limits: Limits = Limits()
    """Bounds on one file: bytes, pages, seconds, characters."""
    problems: tuple[str, ...] = ()

    @property
    def theme_name(self) -> str:
        return THEME_NAMES[self.theme]


def load_settings(file: Path | None) -> Settings:
    """The settings of a file; defaults where there is none, and for what it gets wrong."""
    table: dict[str, Any] = {}
    problems: list[str] = []
    source = ""
    if file and file.is_file():
        import tomllib

        try:
            source = file.read_text("utf-8")
            table = tomllib.loads(source)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            problems.append(f"{file} cannot be read: {error}")
    problems.extend(
        f"{file}: there is no setting “{name}”"
        for name in table
        if name not in ("theme", "keys", "animations", "viewer", "limits")
    )
    theme = os.environ.get("OFSTED_TUI_THEME") or table.get("theme", "dark")
    if theme not in THEME_NAMES:
        problems.append(f"{file}: theme must be one of {', '.join(THEME_NAMES)}, not “{theme}”")
        theme = "dark"
    keys, limits = table.get("keys", {}), Limits()
    if not isinstance(keys, dict):
        problems.append(f"{file}: [keys] must give each command its keys as text")
        keys = {}
    keys, wrong = checked_keymap(keys)
    for id, words in wrong.items():
        problems.append(f"{file}, {_line_of(id, source)}: {words}")
    animations, viewer = table.get("animations", True), table.get("viewer", "")
    if not isinstance(animations, bool):
        problems.append(f"{file}: animations must be true or false, not “{animations}”")
        animations = True
    if not isinstance(viewer, str):
        problems.append(f"{file}: viewer must be a command as text, not “{viewer}”")
        viewer = ""
    try:
        limits = msgspec.convert(table.get("limits", {}), Limits)
    except msgspec.ValidationError as error:
        problems.append(f"{file}, [limits]: {error}")
    return Settings(
        theme=theme,
        keys=keys,
        animations=animations,
        viewer=viewer,
        limits=limits,
        problems=tuple(problems),
    )


def _line_of(id: str, source: str) -> str:
    """Where a command's keys are set: "[keys] line 7"."""
    in_keys = False
    for number, line in enumerate(source.splitlines(), 1):
        name = line.partition("=")[0].strip().strip("\"'")
        if name.startswith("["):
            in_keys = name.partition("]")[0] == "[keys"
        elif name.removeprefix("keys.") == id and (in_keys or name != id):
            return f"[keys] line {number}"
    return "[keys]"
