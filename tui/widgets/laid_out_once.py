"""Widgets that are laid out once when their size changes."""

from textual.geometry import Size
from textual.widget import Widget


class LaidOutOnce(Widget):
    """Is not laid out and painted a second time for having been given another size.

    Textual asks for that in case what is in a widget no longer fits; but whether scroll bars come
    or go it finds out, and asks for, apart from that.
    """

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        return super()._size_updated(size, virtual_size, container_size, layout=False)
