"""The themes: what the package knows of them, with the user's own file read over it."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec


class Theme(msgspec.Struct, frozen=True):
    """A theme with its key in the app and its cue phrases."""

    id: str
    name: str
    key: str
    covers: str
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    own: bool = False
    """Whether the user's file added it."""


class Vocabulary(msgspec.Struct, frozen=True):
    """Themes, groups and the words of polarity, as labelling uses them."""

    themes: tuple[Theme, ...]
    groups: dict[str, tuple[str, ...]]
    polarity: dict[str, tuple[str, ...]]

    def theme(self, name: str) -> Theme | None:
        return next((theme for theme in self.themes if theme.id == name), None)

    def names(self) -> dict[str, str]:
        """Theme id -> name in words."""
        return {theme.id: theme.name for theme in self.themes}


class ThemesFileError(ValueError):
    """The user's themes file cannot be used; the message says where and why."""


@cache
def vocabulary(own_file: Path | None = None, *, phrases: bool = True) -> Vocabulary:
    """The package's themes, with those of `own_file` over them if it exists.

    Without `phrases` the themes have only names and keys, which takes a tenth of the time.

    Raises:
        ThemesFileError: the user's file is no TOML or has a key of the wrong type.
    """
    table = _packaged("themes.toml")
    table.update(groups={}, polarity={})
    if phrases:
        more = _packaged("phrases.toml")
        for name, listed in more.pop("themes").items():
            table["themes"][name].update(listed)
        table.update(more)
    known = set(table["themes"])
    if own_file is not None and own_file.is_file():
        _overlay(table, own_file)
    try:
        themes = tuple(
            _theme(name, fields, name not in known) for name, fields in table["themes"].items()
        )
        groups = {name: tuple(listed) for name, listed in table["groups"].items()}
    except (TypeError, msgspec.ValidationError) as error:
        raise ThemesFileError(f"{own_file}: {error}") from error
    polarity = {
        name: tuple(listed)
        for name, listed in table["polarity"].items()
        if isinstance(listed, list)
    }
    return Vocabulary(themes, groups, polarity)


def _packaged(name: str) -> dict[str, Any]:
    import tomllib
    from importlib import resources

    return tomllib.loads(resources.files("store.data").joinpath(name).read_text("utf-8"))


def _overlay(table: dict[str, Any], own_file: Path) -> None:
    import tomllib

    try:
        own = tomllib.loads(own_file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ThemesFileError(f"{own_file}: {error}") from error
    for part in ("themes", "groups"):
        entries = own.get(part, {})
        if not isinstance(entries, dict):
            raise ThemesFileError(f"{own_file}: [{part}] must be a table")
        for name, fields in entries.items():
            if part == "themes" and name in table[part] and isinstance(fields, dict):
                table[part][name] = {**table[part][name], **fields}
            else:
                table[part][name] = fields


def _theme(key: str, fields: dict[str, Any], own: bool) -> Theme:
    plain = {"name": key.replace("-", " "), "key": "", "covers": "", **fields}
    return msgspec.convert({**plain, "id": key, "own": own}, Theme)
