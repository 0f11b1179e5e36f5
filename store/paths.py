"""Where things lie on this machine. Computed on call; nothing is created here."""

import os
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("ofsted-tui", appauthor=False)


def expanded(given: "str | os.PathLike[str]") -> Path:
    """A path as it was typed; "~" is the home folder, "~nobody" stays as it is."""
    return Path(os.path.expanduser(given))  # noqa: PTH111 - Path raises for "~nobody"


def library_file(given: str | os.PathLike[str] | None = None) -> Path:
    """The library's file: as given, else `OFSTED_TUI_LIBRARY`, else in the user's data folder.

    A folder, or a path without a suffix, stands for `library.json` in that folder.
    """
    chosen = given or os.environ.get("OFSTED_TUI_LIBRARY")
    if not chosen:
        return Path(_DIRS.user_data_dir) / "library.json"
    path = expanded(chosen)
    return path / "library.json" if path.is_dir() or not path.suffix else path


def config_dir() -> Path:
    """The folder of settings.toml and themes.toml; `OFSTED_TUI_CONFIG` changes it."""
    chosen = os.environ.get("OFSTED_TUI_CONFIG")
    return expanded(chosen) if chosen else Path(_DIRS.user_config_dir)


def cache_dir() -> Path:
    """Where what can be had or made again lies: pages of the reports site, an index of a library
    whose own folder cannot be written."""
    return Path(_DIRS.user_cache_dir)


def settings_file() -> Path:
    return config_dir() / "settings.toml"


def session_file() -> Path:
    """Where the reader was; `OFSTED_TUI_STATE` changes its folder."""
    chosen = os.environ.get("OFSTED_TUI_STATE")
    folder = expanded(chosen) if chosen else Path(_DIRS.user_state_dir)
    return folder / "session.json"


def themes_file() -> Path:
    """The user's own themes, read over those of the package."""
    return config_dir() / "themes.toml"


def demo_library_file() -> Path:
    """The library of the sample documents, apart from the user's own."""
    chosen = os.environ.get("OFSTED_TUI_DEMO_LIBRARY")
    return Path(chosen) if chosen else Path(_DIRS.user_cache_dir) / "demo" / "library.json"


def sample_docs() -> Path | None:
    """The sample documents: inside an installed package, or beside it in a checkout."""
    here = Path(__file__).resolve().parent.parent
    for folder in (here / "tui" / "sample_docs", here / "sample_docs"):
        if folder.is_dir():
            return folder
    return None
