"""Correct: a reader's own word on one sentence, with what stands around it in sight."""

from collections.abc import Sequence
from typing import ClassVar, Final

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from store.findings.themes import Theme
from store.library import Library
from store.model.correction import Correction
from store.model.document import Document
from store.reading.clean import clean
from tui import text
from tui.correcting import CorrectionSteps, Step, begin, changed
from tui.keys import bind
from tui.screens.ask import AskToLeave
from tui.screens.corrects import UNCHANGED
from tui.screens.dims_below import DimsBelow
from tui.widgets.label_choice import LabelChoice

AROUND: Final = 400
"""At most so many characters of the sentence before and of the one behind are shown."""
LINES: Final = 10
"""Lines of the sentence with what stands around it, if it is not longer itself."""
FEW_LINES: Final = 5
"""The same where the screen is low."""
LOW: Final = 30
AT_LABEL: Final = "enter saves · tab note · esc leaves"
IN_NOTE: Final = "ctrl+s saves · enter new line · tab, esc label"


class Sheet(VerticalScroll, inherit_bindings=False):
    """What is scrolled where the screen is small."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("row-down", "scroll_down", words="a line down"),
        bind("row-up", "scroll_up", words="a line up"),
        bind("page-down", "page_down"),
        bind("page-up", "page_up"),
    ]


class Note(TextArea):
    """A reader's own words on the sentence."""

    HELP = """\
# Note
Why the label is another, or what to ask. Enter begins a new line here; ctrl+s saves. Tab or escape
goes back to the label.
"""


class Correct(ModalScreen[Step | None], DimsBelow):
    """Ends with the step that was made, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("save", "save", words="save and close"),
        bind("back", "back", footer=True),
        bind(
            "next-pane",
            "app.focus_next",
            footer=False,
            words="to the note, or back to the label",
        ),
        bind("previous-pane", "app.focus_previous", footer=False, words="the same the other way"),
    ]

    def __init__(
        self,
        library: Library,
        document: str,
        index: int,
        themes: Sequence[Theme],
        steps: CorrectionSteps,
    ) -> None:
        """On one sentence.

        Raises:
            LibraryError: the document cannot be read.
        """
        super().__init__()
        self._document = library.as_kept(document)
        self._index = index
        self._themes = themes
        self._steps = steps
        self.saving = False
        self._old, self._begun = begin(library, document, index)
        self._first = self._begun
        """What was on the screen at first."""

    def compose(self) -> ComposeResult:
        with Sheet(id="correct", can_focus=False):
            yield Static(id="correct-sentence")
            yield LabelChoice(self._themes, self._begun.labelled, id="correct-label")
            yield Note(
                self._begun.note,
                id="correct-note",
                compact=True,
                placeholder="note (tab): why, or what to ask",
                highlight_cursor_line=False,
            )
            yield Static(id="correct-problem")

    def on_mount(self) -> None:
        box = self.query_one("#correct")
        box.border_title = "Correct"
        choice = self.query_one(LabelChoice)
        choice.choose(self._begun.polarity, self._begun.themes, self._begun.flagged)
        self._first = self.said
        self.query_one(TextArea).cursor_blink = False
        choice.focus(scroll_visible=False)

    def on_descendant_focus(self) -> None:
        """Enter saves from the label; in the note it begins a new line."""
        in_note = isinstance(self.focused, Note)
        self.query_one("#correct").border_subtitle = IN_NOTE if in_note else AT_LABEL

    def on_resize(self) -> None:
        self.set_class(self.size.height < LOW, "-low")
        self.call_after_refresh(self._draw_sentence)

    def _draw_sentence(self) -> None:
        shown = self.query_one("#correct-sentence", Static)
        most = FEW_LINES if self.size.height < LOW else LINES
        width = max(20, shown.content_size.width)
        shown.update(_around(self._document, self._index, width, most))
        if not self.query_one(TextArea).has_focus:
            self.call_after_refresh(self.query_one(Sheet).scroll_home, animate=False)

    # What is said

    @property
    def said(self) -> Correction:
        """The correction as it stands on the screen, dated as it was before."""
        choice = self.query_one(LabelChoice)
        note = clean(self.query_one(TextArea).text).strip()
        return msgspec.structs.replace(
            self._begun,
            polarity=choice.polarity,
            themes=choice.themes,
            flagged=choice.flagged,
            note=note,
        )

    @property
    def is_changed(self) -> bool:
        return self.said != self._first

    @on(LabelChoice.Changed)
    @on(TextArea.Changed)
    def _mark_changed(self) -> None:
        self.query_one("#correct").border_title = "Correct *" if self.is_changed else "Correct"

    # Saving

    @on(LabelChoice.Done)
    def action_save(self) -> None:
        if self.saving:
            return
        if not self.is_changed:
            self.dismiss(None)
            return
        self.saving = True
        self._say("Saving …")
        self._save(changed(self.said))

    @work(thread=True, group="saving", exit_on_error=False)
    def _save(self, new: Correction) -> None:
        try:
            step = self._steps.make(self._old, new)
        except UNCHANGED as error:
            self.app.call_from_thread(self._not_saved, str(error))
        else:
            self.app.call_from_thread(self.dismiss, step)

    def _not_saved(self, reason: str) -> None:
        self.saving = False
        self._say(f"Not saved: {reason}", "$concern")

    def _say(self, words: str, style: str = "$quiet") -> None:
        shown = self.query_one("#correct-problem", Static)
        shown.update(text.words(words, style))
        shown.display = True
        shown.scroll_visible(animate=False)

    # Leaving

    def action_back(self) -> None:
        """From the note to the label, then out; asks where something would be lost."""
        if self.saving:
            return
        if self.query_one(TextArea).has_focus:
            self.query_one(LabelChoice).focus()
        elif self.is_changed:
            self.app.push_screen(AskToLeave("This correction is not saved."), self._leave)
        else:
            self.dismiss(None)

    def _leave(self, answer: str | None) -> None:
        if answer == "save":
            self.action_save()
        elif answer == "discard":
            self.dismiss(None)


def _around(document: Document, index: int, width: int, most: int) -> Content:
    """The sentence whole, between as much of those beside it in its section as there is room.

    Where one of those is cut, an ellipsis says so.
    """
    sentence = document.sentences[index]
    before = _beside(document, index, -1)
    after = _beside(document, index, 1)
    if len(before) > AROUND:
        before = f"… {before[-AROUND:].partition(' ')[2]}"
    if len(after) > AROUND:
        after = f"{after[:AROUND].rpartition(' ')[0]} …"
    own = text.words(sentence.text, "bold")
    if before or after:  # which of them it is must be told without bold too
        own = text.line(("▸ ", "bold $accent"), own)
    told = text.line(
        text.words(before, "$quiet"), " " if before else "", own,
        " " if after else "", text.words(after, "$quiet"),
    )  # fmt: skip
    rows, start, end = _lines_about(told, width, most)
    if start > 0 or end < len(rows):
        rows, start, end = _lines_about(told, width - 2, most)  # with room for what says so
    shown = rows[start:end]
    if start > 0 and not shown[0].plain.startswith("…"):
        shown[0] = text.line(("… ", "$quiet"), shown[0])
    if end < len(rows) and not shown[-1].plain.endswith("…"):
        shown[-1] = text.line(shown[-1].rstrip(), (" …", "$quiet"))
    return text.lines(shown)


def _lines_about(told: Content, width: int, most: int) -> tuple[list[Content], int, int]:
    """What is told in lines, with the first that there is room for, and the one behind the last:
    the bold ones, which are the sentence, are among them whole."""
    rows = told.wrap(width)
    held = [
        place for place, row in enumerate(rows) if any("bold" in str(s.style) for s in row.spans)
    ]
    first, last = (held[0], held[-1]) if held else (0, 0)
    room = max(0, most - (last - first + 1))
    start = max(0, first - (room + 1) // 2)
    return rows, start, min(len(rows), max(last + 1, start + most))


def _beside(document: Document, index: int, by: int) -> str:
    """The sentence before or behind, if it is of the same section."""
    place = index + by
    if not 0 <= place < len(document.sentences):
        return ""
    other = document.sentences[place]
    return other.text if other.section == document.sentences[index].section else ""
