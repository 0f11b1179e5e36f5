"""The list of councils with their visits below them."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.content import Content

from store.library import CouncilCard
from store.library.councils import card_of_no_council, told_at
from store.library.record import Record
from store.model.visit import Visit
from tui.keys import bind
from tui.messages import CouncilOpened, CouncilPicked
from tui.panes.council_rows import Counts, council_row, room_for_years, visit_row
from tui.widgets.row_list import RowList
from tui.widgets.titled import entitle
from tui.wording import NONE_LISTED

if TYPE_CHECKING:  # loaded when something is chosen, not before the first frame
    from store.selection import Tallies
    from store.selection.councils import CouncilChoice

ALL_OPEN = 24
"""Up to so many visits in all, every council shows its visits from the start."""


class CouncilsPane(RowList):
    """Councils by name, each with its judgement and counts; one or all unfold their visits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("open", "choose", words="unfold the visits; on one, go to its findings"),
        bind("expand", "unfold", words="unfold the visits; on one, go to its findings"),
        bind("collapse", "fold"),
    ]
    HELP = """\
# Councils
Each council with its latest judgement and how much is found of it: the number of concerns its
documents tell of, or of what p, t and the other filters leave. The other panes follow what is
highlighted. Enter or → unfolds its visits, ← folds them; enter on a visit goes on to its findings.
Documents that name no council stand at the end; delete removes a document. / filters by name, F by
region, judgement and kind of document; S sorts by name, judgement, last visit or concerns. The
small bars are the numbers of each visit.
"""
    BORDER_TITLE = "Councils"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cards: Sequence[CouncilCard] = ()
        self._records: dict[str, Record] = {}
        self._shown = False
        """Whether it has been given the councils, if there are any."""
        self.items: list[tuple[CouncilCard, Visit | None]] = []
        self._open: set[str] = set()
        self._choice: CouncilChoice | None = None
        self._tallies: Tallies | None = None
        self._counted = "concerns"
        self._years: tuple[int, bool] | None = None
        """At which width the judgements of what is listed are dated, or not."""
        self._stood: tuple[str | None, str | None] = (None, None)
        """The council and visit highlighted last, to return to when nothing is listed for now."""

    # What it is given

    def show(self, cards: Sequence[CouncilCard], records: dict[str, Record]) -> None:
        """Show these councils; what was highlighted stays so if it is still there."""
        first = not self._cards
        none = card_of_no_council(records.values())
        self._cards = [*cards, none] if none else cards
        self._records, self._shown = records, True
        self._kept.clear()
        if first and sum(len(card.visits) for card in cards) <= ALL_OPEN:
            self._open = {card.name for card in cards}
        self._refill()

    @property
    def choice(self) -> "CouncilChoice":
        """Which councils are listed, and in which order."""
        if self._choice is None:
            from store.selection.councils import CouncilChoice

            self._choice = CouncilChoice()
        return self._choice

    def count_by(self, tallies: "Tallies", counted: str) -> None:
        """Show these counts from now on; `counted` says of what, such as "strengths"."""
        if tallies is self._tallies:
            return
        self._tallies, self._counted = tallies, counted
        if self._choice is not None and self._choice.order == "concerns":
            self._refill()
        else:
            self.redraw_rows()

    @property
    def wanted(self) -> str:
        """The words that names are filtered by."""
        return self._choice.named if self._choice else ""

    def choose(self, choice: "CouncilChoice") -> None:
        """List these councils; what is highlighted stays so if it is still there."""
        self._choice = choice
        self._refill()

    def filter(self, wanted: str) -> None:
        """Show only councils whose name holds these words."""
        self.choose(self.choice.but(named=wanted))

    def _listed(self) -> Sequence[CouncilCard]:
        if self._choice is None:
            return self._cards
        from store.selection.councils import listed

        found = listed(self._cards, self._choice, self._records)
        if self._choice.order == "concerns" and self._tallies is not None:
            found.sort(key=lambda card: -(self._found(card) or 0))
        return found

    def _visits(self, card: CouncilCard) -> list[Visit]:
        """The visits of a council that have a document of the kinds chosen, newest first."""
        kinds = self._choice.kinds if self._choice else ()
        if not kinds:
            return list(card.visits)
        return [
            visit
            for visit in card.visits
            if any(self._records[id].kind in kinds for id in visit.documents)
        ]

    @property
    def picked(self) -> tuple[CouncilCard, Visit | None] | None:
        """The highlighted council, and its visit if a visit is highlighted."""
        return self.items[self.highlighted] if self.items else None

    def pick(self, council: str, visit: str | None = None) -> None:
        """Highlight a council or one of its visits."""
        if visit:
            self._open.add(council)
        self._refill(council, visit)

    def _refill(self, council: str | None = None, visit: str | None = None) -> None:
        if self.picked:
            card, seen = self.picked
            self._stood = card.name, seen.key if seen else None
        if council is None:
            council, visit = self._stood
        cards = self._listed()
        items: list[tuple[CouncilCard, Visit | None]] = []
        for card in cards:
            items.append((card, None))
            if card.name in self._open:
                items.extend((card, each) for each in self._visits(card))
        self.items, self._years = items, None
        entitle(self, subtitle=self._how_many(sum(bool(card.name) for card in cards)))
        self.set_count(len(items), self._place_of(council, visit))
        if not items:
            self.post_message(CouncilPicked(NONE_LISTED if self._cards else None, None))

    @property
    def narrowed(self) -> tuple[str, str]:
        """How many of how many are listed, and why, in words; both empty where all are."""
        listed = sum(visit is None and bool(card.name) for card, visit in self.items)
        every = self._every
        said = self._choice.narrowed_in_words() if self._choice else ""
        return (f"{listed} of {every}" if said or listed != every else "", said)

    @property
    def _every(self) -> int:
        """How many councils there are; what names none is no council."""
        return sum(bool(card.name) for card in self._cards)

    def _how_many(self, listed: int) -> str:
        """ "12 of 150 · inadequate · by concerns"."""
        every = self._every
        count = f"{listed} of {every}" if listed != every else f"{every}" if every else ""
        said = self._choice.in_words(self._counted) if self._choice else ""
        return f"{count} · {said}" if said else count

    def _place_of(self, council: str | None, visit: str | None) -> int:
        place = 0
        for index, (card, seen) in enumerate(self.items):
            if card.name == council:
                if (seen.key if seen else None) == visit:
                    return index
                if seen is None:
                    place = index
        return place

    # Rows

    def row_key(self, index: int, highlighted: bool) -> Hashable:
        """Which council and visit, how much is found there, and how the row is laid out."""
        card, visit = self.items[index]
        opened, dated = card.name in self._open, self._dated(self._row_width())
        return card.name, visit and visit.key, self._counts(card, visit), opened, dated

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        card, visit = self.items[index]
        counts = self._counts(card, visit)
        if visit is not None:
            return visit_row(visit, counts, width, current=highlighted)
        mark = "▾" if card.visits and card.name in self._open else " "
        dated = self._dated(width)
        return council_row(card, width, counts, open_mark=mark, current=highlighted, dated=dated)

    def _counts(self, card: CouncilCard, visit: Visit | None) -> Counts:
        told = [each for each in card.visits if each.documents]
        if visit is None:
            return Counts(self._found(card), self._trend(card, told), self._counted)
        trend = self._trend(card, told[told.index(visit) :] if visit in told else [])
        found = None if self._found(card) is None else trend[-1] if trend else 0
        return Counts(found, trend, self._counted)

    def _dated(self, width: int) -> bool:
        """Whether the years of judgements are shown."""
        if self._years is None or self._years[0] != width:
            names = (card.name for card, _ in self.items)
            self._years = width, room_for_years(names, width)
        return self._years[1]

    def _found(self, card: CouncilCard) -> int | None:
        """How much is found of a council; all its concerns until findings are counted."""
        return self._tallies.of_council(card.name) if self._tallies else card.concerns

    def _trend(self, card: CouncilCard, visits: Sequence[Visit]) -> tuple[int, ...]:
        """How much is found of each visit, oldest first, from the newest first."""
        if self._tallies is None:
            return tuple(told_at(visit, self._records)[0] for visit in reversed(visits))
        if self._tallies.of_council(card.name) is None:
            return ()
        return tuple(self._tallies.of_visit(visit) for visit in reversed(visits))

    def empty_content(self) -> Content:
        if not self._shown:
            return Content("")  # the library is only being read
        if self._cards:
            return Content.styled("No such council. 0 clears the filters.", "$quiet")
        return Content.styled("No documents yet.", "$quiet")

    # Keys

    def action_unfold(self) -> None:
        """Show the visits; then on to the first, and from a visit to its findings."""
        if not self.picked:
            return
        card, visit = self.picked
        if visit is not None:
            self.post_message(CouncilOpened())
        elif card.name in self._open:
            self.action_move(1)
        else:
            self._open.add(card.name)
            self._refill()

    def action_fold(self) -> None:
        if self.picked:
            card = self.picked[0]
            self._open.discard(card.name)
            self._refill(card.name)

    def on_click(self, event: events.Click) -> None:
        """On the sign before a council, its visits come or go."""
        row, at = self.row_at(event), event.get_content_offset(self)
        if row is None or at is None or at.x > 1:
            return
        card, visit = self.items[row]
        if visit is None and card.visits:
            event.prevent_default()
            self.highlight(row)
            if card.name in self._open:
                self.action_fold()
            else:
                self.action_unfold()

    def action_choose(self) -> None:
        if not self.picked:
            return
        card, visit = self.picked
        if visit is None and card.visits and card.name not in self._open:
            self.action_unfold()
        else:
            self.post_message(CouncilOpened())

    @on(RowList.Highlighted)
    def _say_what_is_picked(self, event: RowList.Highlighted) -> None:
        event.stop()
        if self.picked:
            card, visit = self.picked
            self.post_message(CouncilPicked(card.name, visit.key if visit else None))
