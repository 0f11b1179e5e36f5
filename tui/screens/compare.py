"""Compare: two visits of one council, or two councils, theme by theme."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from store.comparing import Between, Judged, Per, grade_change, judgements
from store.model.visit import Visit
from store.model.vocabulary import AREAS
from tui import text
from tui.keys import bind
from tui.keys_in_turn import ahead_of_keys
from tui.panes.compare_councils import CouncilsTable
from tui.panes.compare_visits import VisitsTable
from tui.panes.concerns import ConcernsPane
from tui.panes.council_rows import SHORT_GRADES
from tui.panes.journey_judgements import CHANGES
from tui.panes.over_time import fitting, short_month
from tui.panes.pointed import Held
from tui.panes.sentences import Sentences
from tui.screens.compare_with import Choice, CompareWith
from tui.screens.with_sentences import WithSentences
from tui.widgets.bars import TITLE_TAKES, TitleBar
from tui.widgets.cell_table import CellTable
from tui.widgets.key_bar import KeyBar


class Compare(WithSentences):
    """Opens on the visit and the one before; with one visit only, on the choice of a council."""

    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (150, "-beside")]  # noqa: RUF012 - declared by Screen
    nothing = "There is no such sentence."
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("other-side", "other_side"),
        bind("this-side", "this_side"),
        bind("swap", "swap"),
        bind("per", "per"),
        bind("order", "order"),
    ]

    def __init__(self, held: Held, council: str, visit: str | None = None) -> None:
        super().__init__(held)
        self.council = council
        known = [v for v in held.library.visits if v.council == council and v.documents]
        self.visits = sorted(known, key=lambda each: each.when)
        """Those with documents, oldest first."""
        at = next((n for n, each in enumerate(self.visits) if each.key == visit), None)
        at = len(self.visits) - 1 if at is None else max(1, at)
        self.later: Visit | None = self.visits[at] if at < len(self.visits) else None
        self.earlier: Visit | None = self.visits[at - 1] if at > 0 and self.later else None
        self.other: str | None = None
        """The council it is compared with; None while two visits are."""
        self.table: VisitsTable | CouncilsTable | None = None
        self._per: Per = "sentences"
        self._by_number = True
        """How the reader wants the tables, whatever comes to be compared."""

    def compose(self) -> ComposeResult:
        yield TitleBar(id="title")
        yield Static(id="compare-head")
        with Horizontal(id="over-time"):
            yield Container(id="sums")
            yield Sentences(id="sentences")
        yield KeyBar()

    async def on_mount(self) -> None:
        self.several_councils = False
        if self.earlier is None:
            self._say()
            self.query_one(ConcernsPane).focus()
            ahead_of_keys(self, self.action_other_side)
        else:
            await self._compare()

    @property
    def idle_keys(self) -> frozenset[str]:
        """Ids of the keys that have nothing to do as the screen stands; help leaves them out."""
        return frozenset(("swap", "per")) if self.other is None else frozenset()

    @property
    def sums(self) -> Widget:
        return self.table or self.query_one("#sums")

    async def _compare(self) -> None:
        """Show the table of what is compared now."""
        cursor = (0, 0) if self.table is None else tuple(self.table.cursor_coordinate)
        box = self.query_one("#sums")
        await box.remove_children()
        if self.other is not None:
            self.table = CouncilsTable(self.held, self.council, self.other)
            self.table.per = self._per
        else:
            assert self.earlier is not None and self.later is not None
            self.table = VisitsTable(self.held, self.earlier, self.later)
            self._work_out(self.table)
        self.table.by_number = self._by_number
        self.several_councils = self.other is not None
        await box.mount(self.table)
        self.table.fill((cursor[0], min(cursor[1], 4)))
        self._say()
        self._read_sentences(False)

    @work(thread=True, group="between", exit_on_error=False)
    def _work_out(self, table: VisitsTable) -> None:
        worker = get_current_worker()
        told = table.work_out()
        if not worker.is_cancelled:
            self.app.call_from_thread(self._use, table, told)

    def _use(self, table: VisitsTable, told: Between) -> None:
        if table is self.table and table.is_attached:
            self.finding.cache_clear()  # which findings repeat an earlier visit is known now
            again = table.told is not None
            with table.prevent(CellTable.CellPicked):
                table.use(told)
            self.point(stay=again)

    def recount(self) -> None:
        if self.table is None:
            return
        with self.table.prevent(CellTable.CellPicked):
            self.table.recount()
        if isinstance(self.table, VisitsTable):
            self._work_out(self.table)

    # Words

    def _say(self) -> None:
        head: list[Content]
        if self.other is not None and isinstance(self.table, CouncilsTable):
            self.sub_title = f"{self.council} and {self.other}"
            head = [text.words("; ".join(map(CouncilsTable.basis, self.table.sides)), "$quiet")]
            if not all(side.documents for side in self.table.sides):
                head.append(
                    Content("Where there is no letter or report there is nothing to compare.")
                )
            else:
                head.append(self._why_alike())
        elif self.earlier is not None and self.later is not None:
            ends = f"{self.earlier.name_and_date} → {self.later.name_and_date}"
            self.sub_title = f"{self.council} · {ends}"
            note = "Not told again does not mean settled: a visit may have looked elsewhere."
            head = [Content.styled(note, "$quiet"), *self._grades()]
        else:
            self.sub_title = f"{self.council} · compare"
            held = "one visit" if self.visits else "no visit"
            words = f"Of {held} of {self.council} there are documents. c chooses another council."
            head = [text.words(words)]
        self._say_title()
        self.query_one("#compare-head", Static).update(text.lines(head))

    def on_resize(self) -> None:
        self._say_title()

    def _say_title(self) -> None:
        """What is compared, in as many words as there is room for."""
        ways = [self.sub_title or ""]
        if self.other is None and self.earlier is not None and self.later is not None:
            ends = f"{short_month(self.earlier.when)} → {short_month(self.later.when)}"
            ways += [f"{self.council} · {ends}", ends]
        room = self.app.size.width - TITLE_TAKES
        self.query_one(TitleBar).say(fitting(ways, room), "")

    def _why_alike(self) -> Content:
        """What makes the two councils a fair pair, as far as is known."""
        from store.comparing import alike
        from store.parsing.councils import register

        known = register().get(self.council)
        pair = alike(known, register().councils) if known else None
        if pair is None or self.other not in pair.names:
            return Content.styled(
                f"{self.other} is no statistical neighbour of {self.council}.", "$quiet"
            )
        if not pair.official:
            return text.words(f"{self.other}: {pair.basis}", "$quiet")
        place = pair.names.index(self.other) + 1
        words = f"{self.other} is a statistical neighbour of {self.council}"
        return text.words(f"{words}: {place} of {len(pair.names)} in the register.", "$quiet")

    def _grades(self) -> list[Content]:
        """How the grades moved between the judgements that stood at the two visits.

        A visit that gave no grades stands under those of the last inspection before it, so the
        inspections are named.
        """
        assert self.earlier is not None and self.later is not None
        judged = judgements(self.council, self.library.records.values(), self.library.visits)
        then = [each for each in judged if each.when <= self.earlier.when]
        now = [each for each in judged if each.when <= self.later.when]
        if not then or not now or then[-1] == now[-1]:
            return []
        first, last = then[-1], now[-1]
        before, after = first.grades, last.grades
        moved: list[Content] = []
        same = 0
        for area in AREAS:
            change = grade_change(before.get(area), after.get(area))
            same += change == "same"
            if change in ("better", "worse"):
                was, since = (
                    text.grade(grade, short=SHORT_GRADES[grade])
                    for grade in (before[area], after[area])
                )
                moved.append(text.line(f"{AREAS[area]} ", was, f" {CHANGES[change]} ", since))
        if same:
            moved.append(Content(f"{same} area{'s' if same > 1 else ''} graded as before"))
        if not moved:
            return []
        of = f"inspected {_when_judged(first)} → {_when_judged(last)}: "
        return [text.line((of, "$quiet"), Content("; ").join(moved))]

    # Commands

    def action_other_side(self) -> None:
        self._choose(this=False)

    def action_this_side(self) -> None:
        self._choose(this=True)

    def _choose(self, *, this: bool) -> None:
        async def chosen(choice: Choice | None) -> None:
            if choice is None:
                if self.table is None:
                    self.dismiss()
                return
            if choice.visit is not None:
                self.other = None
                self._take(choice.visit, this=this)
            elif this:
                await self._take_council(choice.council)
                return
            else:
                self.other = choice.council
            await self._compare()

        # The visit that stays on the other side is no choice: it cannot be compared with itself.
        stays, now = (self.later, self.earlier) if not this else (self.earlier, self.later)
        visits = [v for v in self.visits if v != stays] if len(self.visits) > 1 else []
        taken = self.other if not this else self.council
        current = Choice(self.council, now) if now and self.other is None else None
        with_ = CompareWith(self.held, self.council, visits, taken, this=this, current=current)
        self.app.push_screen(with_, chosen)

    def _take(self, visit: Visit, *, this: bool) -> None:
        """One of the two visits; the later one stays on the right."""
        other = self.earlier if this else self.later
        if other is None or other == visit:
            other = next(each for each in self.visits if each != visit)
        self.earlier, self.later = sorted((visit, other), key=lambda each: each.when)

    async def _take_council(self, council: str) -> None:
        other = self.other or self.council
        if council == other:
            return
        self.council, self.other = council, other
        await self._compare()

    async def action_swap(self) -> None:
        """The councils change sides; of two visits the later always stands right."""
        if self.other is None:
            self.notify("The later of two visits always stands right.", timeout=3)
            return
        self.council, self.other = self.other, self.council
        known = [v for v in self.library.visits if v.council == self.council and v.documents]
        self.visits = sorted(known, key=lambda each: each.when)
        self.earlier = self.visits[-2] if len(self.visits) > 1 else None
        self.later = self.visits[-1] if self.visits else None
        await self._compare()

    def action_per(self) -> None:
        if isinstance(self.table, CouncilsTable):
            self.notify(f"Concerns {self.table.switch_per()}.", timeout=2)
            self._per = self.table.per
        else:
            self.notify("Two visits are compared sentence by sentence.", timeout=3)

    def action_order(self) -> None:
        if self.table is not None:
            self.notify(f"Themes {self.table.switch_order()}.", timeout=2)
            self._by_number = self.table.by_number


def _when_judged(judged: Judged) -> str:
    """ "Oct 2018"; "Dec 2016 (recalled)" where only a later letter or article tells of it."""
    return f"{short_month(judged.when)}{' (recalled)' if judged.recalled else ''}"
