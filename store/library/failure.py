"""What goes wrong with a library, told in words."""

from pathlib import Path

from store.refusal import refusal


class LibraryError(Exception):
    """The library cannot be opened or changed; the message says why and what to do."""


def not_written(path: Path, error: OSError) -> LibraryError:
    """What to raise where the system refused to have the library written."""
    return LibraryError(f"The library {path} cannot be written: {refusal(error, path)}.")
