"""A label to be chosen: polarity by a digit or its sign, themes by their letters, a flag."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from store.findings.themes import Theme
from store.model.correction import Labelled
from store.model.vocabulary import POLARITIES, Polarity
from tui import text
from tui.correction_words import FLAGGED
from tui.keys import bind

COLUMN: Final = 30
_ON: Final = "bold $accent"


class LabelChoice(Static, can_focus=True):
    """What a reader says of a sentence. None for polarity or themes: as labelled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("as-concern", "say('concern')"),
        bind("as-strength", "say('strength')"),
        bind("as-mixed", "say('mixed')"),
        bind("as-neutral", "say('neutral')"),
        bind("as-labelled", "as_labelled"),
        bind("flag", "flag"),
        bind("done", "done"),
    ]
    HELP = """\
# Correct
1 to 4 say what the sentence is: − concern, + strength, ± mixed, · neutral; the letters switch
themes on and off; 0 leaves both as they were labelled; ! flags the sentence for another look. Tab
goes to the note. Enter or ctrl+s saves, escape leaves. To press the digit of the label it has
already confirms it: it is doubtful no more.
"""

    class Changed(Message):
        """Something else is chosen."""

    class Done(Message):
        """Enter was pressed: keep it."""

    def __init__(self, themes: Sequence[Theme], labelled: Labelled, *, id: str) -> None:
        super().__init__(id=id)
        self.labelled = labelled
        self.polarity: Polarity | None = None
        self.themes: tuple[str, ...] | None = None
        self.flagged = False
        known = {theme.id for theme in themes}
        own = [Theme(id=t, name=t, key="", covers="") for t in labelled.themes if t not in known]
        self._themes = [*themes, *own]

    def choose(
        self, polarity: Polarity | None, themes: tuple[str, ...] | None, flagged: bool
    ) -> None:
        """Show this as chosen."""
        self.polarity, self.themes, self.flagged = polarity, themes, flagged
        known = {theme.id for theme in self._themes}
        others = [theme for theme in themes or () if theme not in known]
        self._themes += [Theme(id=other, name=other, key="", covers="") for other in others]
        self._draw()

    # Drawing

    def on_resize(self) -> None:
        self._draw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._rows(max(1, width)))

    def _draw(self) -> None:
        if self.content_size.width:
            self.update(text.lines(self._rows(self.content_size.width)))
            self.refresh(layout=True)

    def _rows(self, width: int) -> list[Content]:
        columns = max(1, min(3, width // COLUMN))
        each = -(-len(self._themes) // columns)
        rows = self._polarity_rows(width)
        for place in range(each):
            cells = [
                self._theme_cell(self._themes[at], width // columns)
                for at in range(place, len(self._themes), each)
            ]
            rows.append(Content("").join(cells))
        return [*rows, self._flag_row()]

    def _polarity_rows(self, width: int) -> list[Content]:
        chosen = self.polarity or self.labelled.polarity
        cells = []
        for number, polarity in enumerate(POLARITIES, 1):
            on = polarity == chosen
            cell = text.line(
                (f" {number} ", _ON),
                ("● " if on else "  ", _ON),
                text.sign(polarity),
                (f" {polarity} ", _ON if on else ""),
            )
            cells.append(_clickable(cell, polarity=polarity))
        undone = text.line((" 0 ", _ON), ("as labelled: ", "$quiet"),
                           text.sign(self.labelled.polarity),
                           (f" {self.labelled.polarity}", "$quiet"))  # fmt: skip
        cells.append(_clickable(undone, polarity=""))
        rows = [Content("")]
        for cell in cells:
            if rows[-1].cell_length and rows[-1].cell_length + cell.cell_length > width:
                rows.append(Content(""))
            rows[-1] = text.line(rows[-1], cell)
        return rows

    def _theme_cell(self, theme: Theme, width: int) -> Content:
        given = self.labelled.themes
        on = theme.id in (given if self.themes is None else self.themes)
        differs = on != (theme.id in given)
        cell = text.line(
            (f" {theme.key or ' '} ", _ON),
            ("● " if on else "  ", _ON),
            text.words(theme.name, _ON if on else ""),
            (" added" if on else " taken off", "$quiet") if differs else "",
        )
        cell = text.fit(cell, width - 1)
        return _clickable(cell.pad_right(width - cell.cell_length), theme=theme.id)

    def _flag_row(self) -> Content:
        said = (f"{FLAGGED} flagged for another look", _ON) if self.flagged else ("not flagged", "")
        return _clickable(text.line((" ! ", _ON), ("● " if self.flagged else "  ", _ON), said),
                          flag="yes")  # fmt: skip

    # Keys and mouse

    def on_key(self, event: events.Key) -> None:
        for theme in self._themes:
            if event.character and event.character == theme.key:
                event.stop()
                event.prevent_default()
                self.switch(theme.id)
                return

    def on_click(self, event: events.Click) -> None:
        meta = event.style.meta
        if "theme" in meta:
            self.switch(meta["theme"])
        elif meta.get("polarity"):
            self.action_say(meta["polarity"])
        elif "polarity" in meta:
            self.action_as_labelled()
        elif "flag" in meta:
            self.action_flag()

    def switch(self, theme: str) -> None:
        """Switch a theme; with the themes as they were labelled nothing is said of them."""
        now = self.labelled.themes if self.themes is None else self.themes
        wanted = {*now} ^ {theme}
        ordered = tuple(known.id for known in self._themes if known.id in wanted)
        self.themes = None if wanted == {*self.labelled.themes} else ordered
        self._tell()

    def action_say(self, polarity: Polarity) -> None:
        self.polarity = polarity
        self._tell()

    def action_as_labelled(self) -> None:
        self.polarity = self.themes = None
        self._tell()

    def action_flag(self) -> None:
        self.flagged = not self.flagged
        self._tell()

    def action_done(self) -> None:
        self.post_message(self.Done())

    def _tell(self) -> None:
        self._draw()
        self.post_message(self.Changed())


def _clickable(content: Content, **meta: str) -> Content:
    """Content that says what a click on it means."""
    return content.stylize(Style.from_meta(dict(meta)))
