"""Help: the keys that work here and now, from the live bindings, and what the pane is for."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from tui import text
from tui.keys import KEYS, bind
from tui.screens.dims_below import DimsBelow

KEY_WIDTH = 16


class HelpSheet(VerticalScroll):
    """What the help is scrolled in; its lines are laid out anew for another width."""

    DEFAULT_CSS = """
    HelpSheet { scrollbar-gutter: stable; }
    """

    class Resized(Message):
        """There are other cells for the lines than before."""

    def on_resize(self) -> None:
        self.post_message(self.Resized())


class Help(ModalScreen[None], DimsBelow):
    """Made for the screen it is opened on, from what is bound there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("back", "close"),
        bind("help", "close", words="close"),
        bind("row-down", "scroll(1)", words="a line down"),
        bind("row-up", "scroll(-1)", words="a line up"),
        bind("page-down", "scroll(10)"),
        bind("page-up", "scroll(-10)"),
        bind("row-first", "scroll_to_end(-1)", words="to the beginning"),
        bind("row-last", "scroll_to_end(1)", words="to the end"),
    ]

    def __init__(self, screen: Screen[object], versions: str) -> None:
        super().__init__()
        self._active = list(screen.active_bindings.values())
        self._texts = _help_texts(screen)
        self._focused = screen.focused
        self._idle: frozenset[str] = getattr(screen, "idle_keys", frozenset())
        self._versions = versions

    def compose(self) -> ComposeResult:
        with HelpSheet(id="help"):
            yield Static(id="help-text")

    def on_mount(self) -> None:
        box = self.query_one(HelpSheet)
        box.border_title = "Keys here"
        box.border_subtitle = "esc closes"
        box.focus()

    @on(HelpSheet.Resized)
    def _lay_out(self) -> None:
        width = self.query_one(HelpSheet).scrollable_content_region.width
        self.query_one("#help-text", Static).update(self._content(width))

    def _content(self, width: int) -> Content:
        rows: list[Content] = []
        for title, body in self._texts:
            rows.extend([Content.styled(title, "bold $accent"), Content(body), Content("")])
        for title, listed in self._groups(width):
            rows.append(Content.styled(title, "bold $accent"))
            rows.extend(listed)
            rows.append(Content(""))
        rows.append(Content("Text selected with the mouse is copied with ctrl+c."))
        rows.append(Content.styled(self._versions, "$quiet"))
        rows.append(
            Content.styled(
                "Keys can be changed under [keys] in settings.toml, by these ids.", "$quiet"
            )
        )
        return text.lines(rows)

    def _groups(self, width: int) -> list[tuple[str, list[Content]]]:
        """The bindings by where they come from: the pane, the screen, the app."""
        commands: dict[str, tuple[str, list[str], str]] = {}
        for active in self._active:
            if active.binding.id not in KEYS or active.binding.id in self._idle:
                continue  # Textual's own, such as ctrl+c, told below
            if self._is_typed(active.binding):
                continue
            words = active.binding.tooltip or active.binding.description
            if not words:
                continue
            name = active.binding.id or active.binding.action
            where = self._where(active)
            known = commands.setdefault(f"{where}/{name}", (where, [], words))
            known[1].append(self.app.get_key_display(active.binding))
        groups: dict[str, list[Content]] = {
            "In this pane": [],
            "On this screen": [],
            "Everywhere": [],
        }
        for path, (where, keys, words) in commands.items():
            shown = ", ".join(dict.fromkeys(keys))
            name = path.partition("/")[2]
            groups[where].extend(_row(shown, words, name, width))
        return [(title, rows) for title, rows in groups.items() if rows]

    def _is_typed(self, binding: Binding) -> bool:
        """Whether the field that has the focus takes this key as a character."""
        shown = self.app.get_key_display(binding)
        if self._focused is None or len(shown) != 1 or not shown.isascii():
            return False
        return self._focused.check_consume_key(binding.key, shown)

    def _where(self, active: ActiveBinding) -> str:
        if active.node is self.app or not isinstance(active.node, DOMNode):
            return "Everywhere"
        return "On this screen" if isinstance(active.node, Screen) else "In this pane"

    def action_scroll(self, lines: int) -> None:
        self.query_one("#help").scroll_relative(y=lines, animate=False)

    def action_scroll_to_end(self, way: int) -> None:
        sheet = self.query_one(HelpSheet)
        sheet.scroll_to(y=sheet.max_scroll_y if way > 0 else 0, animate=False)

    def action_close(self) -> None:
        self.dismiss()


def _row(keys: str, words: str, id: str, width: int) -> list[Content]:
    """Keys, what they do and, at the right, the command's id. Only keys stand at the left: what
    goes on in a second line stands under the words."""
    rows = text.hanging(Content.styled(keys, "bold"), Content(words), width, KEY_WIDTH + 1)
    told = Content.styled(id, "$quiet")
    if rows[-1].cell_length + 2 + len(id) > width:
        rows.append(Content(""))
    gap = " " * max(2, width - rows[-1].cell_length - len(id))
    rows[-1] = text.line(rows[-1], gap, told)
    return rows


def _help_texts(screen: Screen[object]) -> list[tuple[str, str]]:
    """The help of the focused widget and of what it lies in, as (title, text)."""
    found = []
    node: DOMNode | None = screen.focused or screen
    while node is not None:
        help_text = node.HELP if isinstance(node, Widget) and "HELP" in type(node).__dict__ else ""
        if help_text:
            title, _, body = help_text.strip().partition("\n")
            told = (title.lstrip("# "), body.strip().replace("\n", " "))
            found += [told] if told not in found else []
        node = node.parent
    return found
