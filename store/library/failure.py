"""What goes wrong with a library, told in words."""


class LibraryError(Exception):
    """The library cannot be opened or changed; the message says why and what to do."""
