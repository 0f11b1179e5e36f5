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
from tui.widgets.label_choice import LabelChoice

AROUND: Final = 240
"""Characters shown of the sentence before and of the one behind."""
LONGEST_NOTE: Final = 4_000


class Sheet(VerticalScroll, inherit_bindings=False):
    """What is scrolled where the screen is small."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("row-down", "scroll_down"),
        bind("row-up", "scroll_up"),
        bind("page-down", "page_down"),
        bind("page-up", "page_up"),
    ]


class Correct(ModalScreen[Step | None]):
    """Ends with the step that was made, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("save", "save"),
        bind("back", "back", footer=True),
        bind("next-pane", "app.focus_next", footer=False),
        bind("previous-pane", "app.focus_previous", footer=False),
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
        self._document = library.as_labelled(document)
        self._index = index
        self._themes = themes
        self._steps = steps
        self.saving = False
        self._old, self._begun = begin(library, document, index)

    def compose(self) -> ComposeResult:
        with Sheet(id="correct", can_focus=False):
            yield Static(id="correct-sentence")
            yield LabelChoice(self._themes, self._begun.labelled, id="correct-label")
            yield TextArea(
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
        box.border_subtitle = "enter saves · tab note · esc leaves"
        self.query_one("#correct-sentence", Static).update(_around(self._document, self._index))
        choice = self.query_one(LabelChoice)
        choice.choose(self._begun.polarity, self._begun.themes, self._begun.flagged)
        choice.focus()

    # What is said

    @property
    def said(self) -> Correction:
        """The correction as it stands on the screen, dated as it was before."""
        choice = self.query_one(LabelChoice)
        note = clean(self.query_one(TextArea).text)[:LONGEST_NOTE].strip()
        return msgspec.structs.replace(
            self._begun,
            polarity=choice.polarity,
            themes=choice.themes,
            flagged=choice.flagged,
            note=note,
        )

    @property
    def is_changed(self) -> bool:
        return self.said != self._begun

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


def _around(document: Document, index: int) -> Content:
    """The sentence between those that stand beside it in its section."""
    sentence = document.sentences[index]
    pieces: list[text.Piece] = []
    before = document.sentences[index - 1] if index else None
    if before is not None and before.section == sentence.section:
        shown = before.text[-AROUND:]
        pieces += [text.words(("…" if shown != before.text else "") + shown, "$quiet"), " "]
    pieces.append(text.words(sentence.text, "bold"))
    after = document.sentences[index + 1] if index + 1 < len(document.sentences) else None
    if after is not None and after.section == sentence.section:
        shown = after.text[:AROUND]
        pieces += [" ", text.words(shown + ("…" if shown != after.text else ""), "$quiet")]
    return text.line(*pieces)
