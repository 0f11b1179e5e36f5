"""What panes say to the screen that holds them; panes never know each other."""

from textual.message import Message


class CouncilPicked(Message):
    """A council, or one of its visits, is highlighted in the list."""

    def __init__(self, council: str | None, visit: str | None) -> None:
        self.council = council
        self.visit = visit
        """Key of the visit; None for the council as a whole."""
        super().__init__()


class CouncilOpened(Message):
    """Enter on a council without anything to unfold, or on a visit: on to its findings."""


class FindingPicked(Message):
    """A finding is highlighted."""

    def __init__(self, row: int | None) -> None:
        self.row = row
        """Its row in the index; None if there are none."""
        super().__init__()


class FindingOpened(Message):
    """A finding is to be read in its document."""

    def __init__(self, row: int) -> None:
        self.row = row
        super().__init__()


class LibraryShown(Message):
    """The library is on the screen for the first time: from now on it may change."""
