"""Paths as terminals give them when files are dropped on or pasted: quoted, escaped, or as URLs."""

import shlex
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit


def paths_in(text: str) -> list[Path]:
    """The paths that a line stands for; one path where it cannot be told that it is several."""
    line = text.strip()
    whole = _path(line.strip("'\""))
    if is_there(whole):
        return [whole]
    try:
        words = [_path(word) for word in shlex.split(line)]
    except ValueError:  # an apostrophe that is no quote
        return [whole]
    if len(words) == 1 or (words and all(map(is_there, words))):
        return words
    return [whole]


def _path(word: str) -> Path:
    if word.startswith("file://"):
        word = unquote(urlsplit(word).path)
    try:
        return Path(word).expanduser()
    except RuntimeError:  # "~nobody": there is no such user
        return Path(word)


def names_files(paths: Sequence[Path]) -> bool:
    """Whether these are whole paths, as terminals hand them over, there or not; a word that
    happens to be a file's name is a word.
    """
    return bool(paths) and all(path.is_absolute() for path in paths)


def is_there(path: Path) -> bool:
    """Whether there is such a file or folder; no for what cannot be a path."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
