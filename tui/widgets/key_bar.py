"""The keys that work here, in one line at the bottom; a click presses one.

Textual's own footer is made of two widgets a key and makes them anew whenever another pane takes
the focus: that alone took a third of the time between a key and its picture.
"""

from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.content import Content
from textual.dom import DOMNode
from textual.widget import Widget

from tui import text

if TYPE_CHECKING:
    from textual.screen import Screen

NONE: Final[frozenset[str]] = frozenset()
KEPT: Final = ("back", "help", "quit")
"""These are shown even where there is room for few."""


class KeyBar(Widget):
    """Keys of the live bindings with their short words."""

    DEFAULT_CSS = """
    KeyBar { height: 1; dock: bottom; background: $panel; }
    """
    can_focus = False
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__()
        self._known: list[tuple[str, str, str, str]] = []
        """Each as (id, key, shown key, words)."""
        self._edges: list[tuple[int, str]] = []
        """Where each key ends on the line, and the key."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)
        self._changed(self.screen)

    def _changed(self, screen: "Screen[object]") -> None:
        known: dict[str, tuple[str, str, str, str]] = {}
        if self.is_attached and screen is self.screen:
            idle = getattr(screen, "idle_keys", NONE) | getattr(screen, "unoffered_keys", NONE)
            for active in screen.active_bindings.values():
                binding = active.binding
                if binding.id in idle or binding.action in known:
                    continue
                if binding.show and active.enabled:
                    shown = self.app.get_key_display(binding)
                    if self._typed(screen, active.node, shown):
                        continue
                    words = binding.description
                    known[binding.action] = (binding.id or "", binding.key, shown, words)
            if list(known.values()) != self._known:
                self._known = list(known.values())
                self.refresh()

    def _typed(self, screen: "Screen[object]", owner: DOMNode, shown: str) -> bool:
        """Whether the field that has the keys takes this one as a character.

        Textual sees to that itself, but not for / + and −, whose key names Unicode does not know.
        """
        focused = screen.focused
        if focused is None or focused is owner or len(shown) != 1:
            return False
        return focused.check_consume_key(shown, shown)

    def render(self) -> Content:
        width = self.content_size.width
        cells = [
            (
                id,
                key,
                text.line(
                    (shown, "bold $accent"), " ", (words, "$footer-description-foreground"), "  "
                ),
            )
            for id, key, shown, words in self._known
        ]
        kept = sum(cell.cell_length for id, _, cell in cells if id in KEPT)
        room = width - kept + 2
        pieces: list[Content] = []
        self._edges = []
        used = 0
        for id, key, cell in cells:
            if id not in KEPT:
                if cell.cell_length > room:
                    room = 0  # what does not fit ends the line, so that the order stays
                    continue
                room -= cell.cell_length
            used += cell.cell_length
            pieces.append(cell)
            self._edges.append((used, key))
        return text.fit(Content("").join(pieces).rstrip(), width)

    def on_click(self, event: events.Click) -> None:
        for edge, key in self._edges:
            if event.x < edge:
                self.app.simulate_key(key)
                return
