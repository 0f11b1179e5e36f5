"""What screens of findings do about corrections: open them, flag, undo and redo, follow them."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType
from textual.reactive import var
from textual.screen import Screen

from store.findings.themes import Vocabulary
from store.library import CorrectionsError, Library, LibraryBusy, LibraryError
from store.model.finding import Finding
from store.rows import RowFile
from store.selection import Filters, FindingIndex, index_of
from tui.keys import bind
from tui.panes.concerns import ConcernsPane
from tui.panes.councils import CouncilsPane
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

    from store.repeats.known import KnownRepeats
    from tui.correcting import CorrectionSteps, Step

UNCHANGED = (CorrectionsError, LibraryBusy, LibraryError, OSError)
"""What is raised where a correction could not be kept."""


class CorrectsFindings(Screen[None]):
    """A screen with a finding at hand that can be corrected."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("correct", "correct", footer=False),
        bind("flag", "flag"),
        bind("undo", "undo"),
        bind("redo", "redo"),
        bind("corrections", "corrections"),
    ]

    def sentence_at_hand(self) -> tuple[str, int] | None:
        """The document and the index in it of the sentence that would be corrected."""
        raise NotImplementedError

    def follow_corrections(self, documents: Sequence[str], *, relabelled: bool) -> None:
        """These documents have other corrections now: show them."""
        raise NotImplementedError

    @property
    def corrector(self) -> "CorrectsInBrowse":
        """The screen below all others, which keeps what was done."""
        screens = self.app.screen_stack
        return next(screen for screen in screens if isinstance(screen, CorrectsInBrowse))

    def _may_correct(self) -> bool:
        """Whether corrections can be kept; says why not."""
        library = self.corrector.library
        why_not = library.read_only or library.corrections.closed
        if why_not:
            self.notify(why_not, severity="warning", markup=False)
        return not why_not

    def action_correct(self) -> None:
        at = self.sentence_at_hand()
        if at is None:
            self.notify("There is no finding to correct.", severity="warning")
        elif self._may_correct():
            self.corrector.open_correction(*at)

    def action_flag(self) -> None:
        at = self.sentence_at_hand()
        if at is None:
            self.notify("There is no finding to flag.", severity="warning")
        elif self._may_correct():
            corrector = self.corrector
            corrector.carry_out(lambda: corrector.steps.flag(*at), "{words}: {about}")

    def action_undo(self) -> None:
        if self._may_correct():
            corrector = self.corrector
            corrector.carry_out(corrector.steps.undo, "Undone: {words}, {about}", "undo", go=True)

    def action_redo(self) -> None:
        if self._may_correct():
            corrector = self.corrector
            told = "Done again: {words}, {about}"
            corrector.carry_out(corrector.steps.redo, told, "redo", go=True)

    def action_corrections(self) -> None:
        from tui.screens.corrections import CorrectionsScreen

        self.app.push_screen(CorrectionsScreen(self.corrector))


class CorrectsInBrowse(CorrectsFindings):
    """The screen that owns the library: it keeps the steps and lets all screens follow them."""

    library: Library
    vocabulary: Vocabulary
    index: FindingIndex | None
    row_file: RowFile
    filters: var[Filters]
    finding: "_lru_cache_wrapper[Finding]"

    def load(self) -> None:
        raise NotImplementedError

    def _select(self) -> None:
        raise NotImplementedError

    def _show_visit(self) -> None:
        raise NotImplementedError

    if TYPE_CHECKING:  # of Browse, by another of its bases

        @property
        def known_repeats(self) -> "KnownRepeats": ...

        def follow_repeats(
            self, before: FindingIndex | None, *, relabelled: bool = True
        ) -> None: ...

    @cached_property
    def steps(self) -> "CorrectionSteps":
        """The corrections of this session."""
        from tui.correcting import CorrectionSteps

        return CorrectionSteps(self.library)

    def on_mount(self) -> None:
        self.call_after_refresh(self._tell_of_problem)

    def _tell_of_problem(self) -> None:
        problem = self.library.corrections.problem
        if problem:
            self.notify(problem, severity="warning", timeout=10, markup=False)

    def sentence_at_hand(self) -> tuple[str, int] | None:
        row = self.query_one(ConcernsPane).picked_row
        if row is None or self.index is None:
            return None
        document, number, _ = self.index.sentence(row)
        return document.id, number

    def open_correction(self, document: str, index: int) -> None:
        """Let a sentence be corrected."""
        from tui.screens.correct import Correct

        try:
            screen = Correct(self.library, document, index, self.vocabulary.themes, self.steps)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.app.push_screen(screen, lambda step: self.show_step(step) if step else None)

    @work(thread=True, group="correcting", exit_on_error=False)
    def carry_out(
        self,
        act: "Callable[[], Step | None]",
        told: str,
        otherwise: str = "change",
        *,
        go: bool = False,
    ) -> None:
        """Write a step behind the screen, then show it; with `go` its sentence is highlighted."""
        try:
            step = act()
        except UNCHANGED as error:
            self.app.call_from_thread(self._tell_of_failure, str(error))
            return
        if step is None:
            words = f"There is no correction of this session to {otherwise}."
            self.app.call_from_thread(self.notify, words, timeout=3)
        else:
            self.app.call_from_thread(self.show_step, step, told)
            if go:
                self.app.call_from_thread(self._go_to, step)

    def _go_to(self, step: "Step") -> None:
        """Highlight the sentence that a step is about, where it is listed."""
        about = step.new or step.old
        if about is None or self.index is None or not self.is_active:
            return
        for id in step.documents:
            sentences = self.library.document(id).sentences
            places = [at for at, each in enumerate(sentences) if each.text == about.text]
            if about.occurrence < len(places):
                row = self.index.row_of(id, places[about.occurrence])
                if row is not None:
                    self.query_one(ConcernsPane).pick(row, exactly=True)

    def _tell_of_failure(self, reason: str) -> None:
        self.notify(reason, title="Not kept", severity="error", timeout=8, markup=False)

    def show_step(self, step: "Step", told: str = "{words}: {about}") -> None:
        """Every screen that is open follows a step that was made."""
        for screen in self.app.screen_stack:
            if isinstance(screen, CorrectsFindings):
                screen.follow_corrections(step.documents, relabelled=step.relabels)
        words = told.replace("{words}", step.words).replace("{about}", step.about)
        self.notify(words[0].upper() + words[1:], timeout=4, markup=False)

    def follow_corrections(self, documents: Sequence[str], *, relabelled: bool) -> None:
        before = self.index
        if before is None:  # it is still being read
            self.load()
            return
        self.index = index_of(self.library, self.row_file)
        self.query_one(ConcernsPane).follow(self.index, before)
        self.row_file = self.index.file
        self.finding.cache_clear()
        self.follow_repeats(before, relabelled=relabelled)
        self._select()
        councils = self.query_one(CouncilsPane)
        with councils.prevent(RowList.Highlighted):  # nothing else is picked than before
            councils.show(self.library.councils, self.library.records)
        if self.filters.visit is None:
            self._show_visit()  # a council as a whole tells its counts
