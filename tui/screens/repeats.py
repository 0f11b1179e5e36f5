"""What browsing does about repeats: works them out behind the screen, marks them, jumps back."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.reactive import var
from textual.screen import Screen
from textual.worker import Worker, WorkerState, get_current_worker

from store.library import Library
from store.model.finding import Finding
from store.rows import bits_of, rows_of
from store.selection import Filters, FindingIndex, mark_repeats, with_repeat
from store.selection.repeats import REPEAT
from tui.keys import bind
from tui.messages import FindingOpened, FindingPicked
from tui.panes.concerns import ConcernsPane
from tui.wording import RepeatsKnown, again_in_words

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

    from textual.timer import Timer

    from store.repeats.known import KnownRepeats


REST = 0.2
"""Seconds that a council must stay highlighted before its repeats are worked out."""


class FollowsRepeats(Screen[None]):
    """A screen of findings that tells which of them an earlier visit told of already.

    A council is worked out when it is looked at, in a thread; its marks appear when it is done.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("earlier", "earlier"),
        bind("repeats", "repeats"),
    ]

    library: Library
    index: FindingIndex | None
    filters: var[Filters]
    finding: "_lru_cache_wrapper[Finding]"
    _known: "KnownRepeats | None" = None
    _resting: "Timer | None" = None
    _marked: AbstractSet[str] = frozenset()
    """The councils whose repeats are marked in that index."""
    _in_hand: AbstractSet[str] = frozenset()
    """The councils that were asked for last."""
    _known_of: FindingIndex | None = None
    """The index that what is known of repeats belongs to."""

    def _select(self) -> None:
        raise NotImplementedError

    @property
    def known_repeats(self) -> "KnownRepeats":
        """What is known of the library as it is now."""
        if self._known is None or self._known_of is not self.index:
            from store.repeats.known import KnownRepeats

            self._known = KnownRepeats(self.library.document, self.library.visits)
            self._known_of = self.index
            self._marked = self._in_hand = set()
        return self._known

    def with_repeat(self, finding: Finding) -> Finding:
        """The finding with what it repeats, as far as that is known by now."""
        return with_repeat(finding, self.known_repeats.at_hand(finding.council))

    def on_mount(self) -> None:
        self.query_one(ConcernsPane).again = self._again

    def _again(self, finding: Finding) -> str:
        return again_in_words(self.known_repeats, finding)

    # Working them out

    def _watch_filters(self, before: Filters, now: Filters) -> None:
        if before.councils != now.councils or before.repeats != now.repeats:
            self.ask_for_repeats()

    def ask_for_repeats(self) -> None:
        """See to it that the repeats of the councils that are shown come to be known."""
        self._ask_for(self._shown_councils())

    def _shown_councils(self) -> Sequence[str]:
        """The councils chosen; where none is and only repeats are shown, every council."""
        every = self.known_repeats.councils if self.filters.repeats else ()
        return self.filters.councils or every

    @property
    def repeats_known(self) -> RepeatsKnown:
        """Whether the repeats of what is shown are known by now."""
        councils = set(self._shown_councils())
        if councils <= self._marked:
            return "known"
        return "awaited" if councils <= self._in_hand else "failed"

    @on(FindingPicked)
    def _ask_for_its_council(self, event: FindingPicked) -> None:
        if self.filters.repeats:
            return  # the filters say whose are wanted: more than that of one finding
        if event.row is not None and self.index is not None and event.row < self.index.rows:
            council = self.finding(event.row).council
            self._ask_for((council,) if council else ())

    def _ask_for(self, councils: Sequence[str]) -> None:
        """See to it that the repeats of these councils come to be known."""
        known = self.known_repeats
        wanted = set(councils)
        if self.index is None or wanted <= self._marked or wanted == self._in_hand:
            return
        self._in_hand = wanted
        if self._resting is not None:
            self._resting.stop()
            self._resting = None
        if self.app.is_headless or self.filters.repeats:
            self._work_out(known, self.index, councils)
        else:
            # Not while the cursor only passes by: the thread would slow the painting down.
            begin = partial(self._work_out, known, self.index, councils)
            self._resting = self.set_timer(REST, begin)

    @work(thread=True, exclusive=True, group="repeats", exit_on_error=False)
    def _work_out(
        self, known: "KnownRepeats", index: FindingIndex, councils: Sequence[str]
    ) -> None:
        worker = get_current_worker()
        for council in councils:
            known.of(council, lambda: not worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_repeats, index, councils)

    def _show_repeats(self, index: FindingIndex, councils: Sequence[str]) -> None:
        if index is not self.index:  # the library was read anew meanwhile
            if self._in_hand == set(councils):
                self._in_hand = set()
                self._ask_for(councils)
            return
        mark_repeats(index, self.known_repeats, councils)
        self._marked = {*self._marked, *councils}
        self.finding.cache_clear()
        if self.filters.repeats:
            self._select()
        else:
            self.query_one(ConcernsPane).redraw_marks()

    @on(Worker.StateChanged)
    def _tell_of_failure_to_follow(self, event: Worker.StateChanged) -> None:
        if event.worker.group != "repeats" or event.state is not WorkerState.ERROR:
            return
        self._in_hand = set()  # whoever asks again has it tried again
        words = f"What earlier visits told of could not be worked out: {event.worker.error}"
        self.notify(words, severity="error", markup=False)
        if self.filters.repeats:
            self._select()

    def follow_repeats(self, before: FindingIndex | None, *, relabelled: bool = True) -> None:
        """Another index has taken the place of `before`, or is the first.

        While it holds the same sentences with the same labels, what was known stays so. Else all
        is worked out anew, and what repeated an earlier visit before counts as such until then: a
        reader of repeats would lose the list, and the place in it, for as long as that takes.
        """
        assert self.index is not None
        if before is not None:
            alike = not relabelled and self.index.rows == before.rows
            if alike and self._known_of is before:  # else what is known is of an older one
                self._known_of = self.index
                self.index.mark(*REPEAT, list(rows_of(before.bits(*REPEAT))))
            elif self.filters.repeats:
                self.index.mark(*REPEAT, self._rows_from(before))
        if self.filters.repeats:
            self.ask_for_repeats()

    def _rows_from(self, before: FindingIndex) -> list[int]:
        """Where the repeats of `before` stand now, of councils that may have repeats still."""
        assert self.index is not None
        among = 0
        for council in self.known_repeats.councils:
            among |= self.index.bits("council", council)
        places = ((before.place_of(row), row) for row in rows_of(before.bits(*REPEAT)))
        rows = (self.index.row_of(at.document, row - at.first) for at, row in places)
        marked = bits_of([row for row in rows if row is not None], self.index.rows)
        return list(rows_of(marked & among))

    # Commands

    def action_earlier(self) -> None:
        """Read the earlier sentence in its document; escape comes back."""
        row = self.query_one(ConcernsPane).picked_row
        repeated = self.finding(row).repeat_of if row is not None else None
        if repeated is None or self.index is None:
            self.notify("No earlier visit is known to have told of this.", timeout=3)
            return
        document, _, number = repeated.rpartition(":")
        earlier = self.index.row_of(document, int(number))
        if earlier is not None:
            self.post_message(FindingOpened(earlier))

    def action_repeats(self) -> None:
        """Only what an earlier visit told of, or everything again."""
        self.filters = self.filters.but(repeats=not self.filters.repeats)
