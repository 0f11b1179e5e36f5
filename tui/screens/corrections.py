"""All corrections of the library: what was changed, where, and which have lost their sentence."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from store.library import LibraryError, Placed
from tui import text
from tui.correction_words import CORRECTED, FLAGGED, change_in_words
from tui.keys import bind
from tui.screens.corrects import CorrectsFindings, CorrectsInBrowse
from tui.widgets.bars import TitleBar
from tui.widgets.key_bar import KeyBar
from tui.widgets.row_list import RowList
from tui.wording import counted


class CorrectionRows(RowList):
    """The corrections, the newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("open", "choose", words="read the sentence in its document")
    ]
    HELP = """\
# Corrections
✎ what you corrected, from which label to which; ⚑ what you flagged; ✗ orphans, whose sentence is
not in the library now: they are kept, and found again when it is. Enter reads the sentence in its
document, e corrects it again, delete removes the correction, ctrl+z brings it back, x exports all
as training data.
"""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.placed: Sequence[Placed] = ()
        self._names: dict[str, str] = {}

    def show(self, placed: Sequence[Placed], names: dict[str, str]) -> None:
        """Show these; the highlight stays on the same correction, or where that was."""
        known = self.picked
        self._names = names
        self.placed = placed
        texts = [(each.correction.sha256, each.correction.text) for each in placed]
        wanted = (known.correction.sha256, known.correction.text) if known else None
        place = texts.index(wanted) if wanted in texts else self.highlighted
        self.set_count(len(placed), place)

    @property
    def picked(self) -> Placed | None:
        """The highlighted correction."""
        return self.placed[self.highlighted] if self.placed else None

    def empty_content(self) -> Content:
        return Content.styled(
            "Nothing is corrected yet. e on a finding corrects it, ! flags it.", "$quiet"
        )

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        placed = self.placed[index]
        correction = placed.correction
        head = text.line(
            ("▸" if highlighted else " ", "bold $accent"),
            (f"{'✗' if placed.orphaned else CORRECTED} ", "$concern" if placed.orphaned else ""),
        )
        change = text.words(change_in_words(correction, self._names), "bold")
        if correction.flagged:
            change = text.line((f"{FLAGGED} flagged", "bold $accent"), "  ", change)
        rows = text.hanging(head, change, width, 3)
        rows += text.hanging(Content(""), text.words(correction.text), width, 3)
        rows += text.hanging(Content(""), text.words(correction.place, "$quiet"), width, 3)
        if correction.note:
            note = text.line("✎ ", text.words(correction.note, "italic"))
            rows += text.hanging(Content(""), note, width, 3)
        if placed.orphaned:
            words = text.line(("✗ orphan", "bold $concern"), f": {placed.reason}")
            rows += text.hanging(Content(""), words, width, 3)
        return text.lines([*rows, Content("")])


class CorrectionsScreen(CorrectsFindings):
    """The list of all corrections."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("corrections", "corrections", words="close: back to where the list was opened"),
        bind("delete", "delete", footer=True, words="remove this correction"),
        bind("export-corrections", "export"),
        bind("back", "back", footer=True),
    ]

    def __init__(self, browse: CorrectsInBrowse) -> None:
        super().__init__()
        self._browse = browse
        self.library = browse.library
        self._names = browse.vocabulary.names()

    def compose(self) -> ComposeResult:
        yield TitleBar(id="title")
        yield CorrectionRows(id="corrections")
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(CorrectionRows).focus()
        self.query_one(TitleBar).say("Corrections", "looking …")
        self._look()

    @work(thread=True, exclusive=True, group="placing", exit_on_error=False)
    def _look(self) -> None:
        """Where each belongs: every corrected document is read."""
        placed = self.library.corrections.placed()[::-1]
        self.app.call_from_thread(self._show, placed)

    def _show(self, placed: Sequence[Placed]) -> None:
        if not self.is_attached:
            return
        self.query_one(CorrectionRows).show(placed, self._names)
        self.refresh_bindings()
        orphans = sum(each.orphaned for each in placed)
        count = counted(len(placed), "correction")
        if orphans:
            count += f" · {counted(orphans, 'orphan')}"
        self.sub_title = "corrections"
        self.query_one(TitleBar).say("Corrections", count)

    @property
    def unoffered_keys(self) -> frozenset[str]:
        """Ids of the keys that stand in no line of keys, for there is nothing to use them on."""
        nothing = not self.query_one(CorrectionRows).count
        return frozenset(("open", "delete", "export-corrections")) if nothing else frozenset()

    # What is at hand

    @property
    def _picked(self) -> Placed | None:
        return self.query_one(CorrectionRows).picked

    def sentence_at_hand(self) -> tuple[str, int] | None:
        placed = self._picked
        if placed is None or placed.document is None or placed.index is None:
            return None
        return placed.document, placed.index

    def follow_corrections(self, documents: Sequence[str], *, relabelled: bool) -> None:
        self._look()

    # Commands

    @on(RowList.Chosen)
    def _read(self, event: RowList.Chosen) -> None:
        event.stop()
        placed = self._picked
        if placed is None:
            return
        if placed.document is None or placed.index is None:
            self.notify(f"It cannot be gone to: {placed.reason}.", markup=False, timeout=5)
            return
        from tui.screens.read import Read

        try:
            document = self.library.document(placed.document)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        read = Read(document, placed.index, self._browse.filters, self._names, self.library)
        self.app.push_screen(read)

    def action_delete(self) -> None:
        placed = self._picked
        if placed is None:
            self.notify("There is no correction to remove.", severity="warning")
        elif self._may_correct():
            steps = self._browse.steps
            self._browse.carry_out(
                lambda: steps.make(placed.correction, None),
                "{words}: {about}; ctrl+z brings it back",
            )

    def action_export(self) -> None:
        from tui.screens.export_corrections import ExportCorrections

        if not len(self.library.corrections):
            self.notify("There is no correction to export.", severity="warning")
            return
        self.app.push_screen(ExportCorrections(self.library))

    def action_corrections(self) -> None:
        """They are shown already: back to where E was pressed."""
        self.dismiss()

    def action_back(self) -> None:
        self.dismiss()
