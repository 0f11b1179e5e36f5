"""The field for a path, with an example as long as there is room for."""

from typing import Final

from textual.widgets import Input

EXAMPLE: Final = "~/Downloads/letters"


class PathInput(Input):
    """Says in an empty field what is wanted there. Textual would break the words and leave out
    what comes on a second line: of an example given in words, the example."""

    def __init__(self, wanted: str, *, id: str | None = None) -> None:
        """`wanted`: "a file or folder"."""
        self._ways = [f"{wanted}, such as {EXAMPLE}", f"such as {EXAMPLE}", EXAMPLE, wanted]
        super().__init__(placeholder=self._ways[0], id=id)

    def on_resize(self) -> None:
        room = self.content_size.width
        self.placeholder = next((way for way in self._ways if len(way) <= room), self._ways[-1])
