"""What browsing does about repeats: works them out behind the screen, marks them, jumps back."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.reactive import var
from textual.screen import Screen
from textual.worker import get_current_worker

from store.library import Library
from store.model.finding import Finding
from store.selection import Filters, FindingIndex, mark_repeats, with_repeat
from tui.keys import bind
from tui.messages import FindingOpened, FindingPicked
from tui.panes.concerns import ConcernsPane
from tui.wording import again_in_words

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
            self._ask_for(now.councils or (self.known_repeats.councils if now.repeats else ()))

    @on(FindingPicked)
    def _ask_for_its_council(self, event: FindingPicked) -> None:
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
        if index is not self.index:
            return  # the library was read anew meanwhile
        mark_repeats(index, self.known_repeats, councils)
        self._marked = {*self._marked, *councils}
        self.finding.cache_clear()
        if self.filters.repeats:
            self._select()
        else:
            self.query_one(ConcernsPane).redraw_marks()

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
