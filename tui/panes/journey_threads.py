"""Journey: what visit after visit told of, by theme, and within a theme the same weakness."""

from collections.abc import Sequence
from typing import ClassVar, Final

import msgspec
from textual.binding import BindingType
from textual.content import Content

from store.comparing import ThemeMatrix, Thread
from store.model.visit import Visit
from tui import text
from tui.keys import bind
from tui.panes.over_time import short_month
from tui.panes.pointed import Held, Pointed
from tui.widgets.row_list import RowList

NAME_WIDTH: Final = 25


class Item(msgspec.Struct, frozen=True):
    """A row: a theme with the visits that told of it, or a thread within it."""

    theme: str
    visits: tuple[str, ...]
    rows: tuple[int, ...]
    thread: Thread | None = None


class ThreadList(RowList):
    """Themes by the number of visits that found a concern; below each its threads."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("open", "choose", words="go to the sentences of all the visits")
    ]
    HELP = """\
# Repeats
Each theme with the visits that told of a concern of it: − told, · not told. Below a theme, marked
↻, stand single weaknesses that more than one visit told of, in whatever words; the newest sentence
is shown. Enter reads the sentences of all the visits. Visits without documents are not counted.
"""

    def __init__(self, held: Held, council: str, matrix: ThemeMatrix) -> None:
        super().__init__(id="threads")
        self.held = held
        self.council = council
        self.matrix = matrix
        self.visits = [visit for visit in matrix.visits if visit.documents]
        self.items: list[Item] = []
        self.known = False
        """Whether the repeats have been worked out."""

    def show(self, threads: Sequence[Thread]) -> None:
        at = self.items[self.highlighted] if self.items else None
        self.known = True
        below: dict[str, list[Thread]] = {}
        for thread in threads:
            below.setdefault(thread.theme or "", []).append(thread)
        items = []
        for theme in (*self.matrix.themes, ""):
            rows = self._concerns(theme)
            visits = tuple(v.key for v in self.visits if theme and self._concerns(theme, v.key))
            if len(visits) > 1 or theme in below:
                own = [self._of(thread) for thread in below.get(theme, ())]
                if not theme:
                    visits = tuple(dict.fromkeys(key for item in own for key in item.visits))
                    rows = tuple(sorted({row for item in own for row in item.rows}))
                items.append([Item(theme, visits, rows), *own])
        items.sort(key=lambda group: (-len(group[0].visits), -len(group[0].rows)))
        self.items = [item for group in items for item in group]
        self.set_count(len(self.items), self._place_of(at))

    def _place_of(self, item: Item | None) -> int:
        """Where an item stands now, or the one that took its place."""
        if item is None:
            return 0
        of_theme = [(n, other) for n, other in enumerate(self.items) if other.theme == item.theme]
        for place, other in of_theme:
            if item.thread is None:
                return place  # the theme itself stands before its threads
            if other.thread is not None and set(other.rows) & set(item.rows):
                return place
        return self.highlighted

    def _concerns(self, theme: str, visit: str | None = None) -> tuple[int, ...]:
        matrix = self.matrix
        return tuple(row for row in matrix.rows(theme, visit) if matrix.concerns >> row & 1)

    def _of(self, thread: Thread) -> Item:
        rows = tuple(self.held.rows_of(thread.sentences))
        return Item(thread.theme or "", thread.visits, rows, thread)

    # Rows

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        item = self.items[index]
        mark = ("▸" if highlighted else " ", "bold $accent")
        if item.thread is not None:
            return self._thread_row(item, mark, width)
        name = self.held.names.get(item.theme, item.theme or "of no theme")
        head = text.words(name, "bold")
        pieces: list[text.Piece] = [mark, head.pad_right(max(1, NAME_WIDTH - head.cell_length))]
        told = f"found at {len(item.visits)} of {len(self.visits)} visits"
        if width >= NAME_WIDTH + 2 + len(told) + 2 * len(self.visits):
            for visit in self.visits:
                found = visit.key in item.visits
                pieces.append(("− ", "bold $concern") if found else ("· ", "$quiet"))
            pieces.append(" ")
        elif width < NAME_WIDTH + 1 + len(told):
            told = f"{len(item.visits)} of {len(self.visits)}"
        return text.fit(text.line(*pieces, (told, "")), width)

    def _thread_row(self, item: Item, mark: tuple[str, str], width: int) -> Content:
        ends = [self._when(item.visits[0]), self._when(item.visits[-1])]
        head = text.line(
            mark,
            ("   ↻ ", "$accent"),
            f"{len(item.visits)} visits ",
            (f"{'–'.join(ends)}  ", "$quiet"),
        )
        _, _, sentence = self.held.index.sentence(item.rows[0])
        return text.fit(text.line(head, text.words(sentence.text, "$quiet")), width)

    def _when(self, key: str) -> str:
        visit: Visit | None = next((v for v in self.visits if v.key == key), None)
        return short_month(visit.when)[-4:] if visit else "?"

    def empty_content(self) -> Content:
        if not self.known:
            return Content.styled("Looking for what was told before…", "$quiet")
        if len(self.visits) < 2:
            held = "Of one visit only" if self.visits else "Of no visit"
            return Content.styled(
                f"{held} are documents in the library: nothing can repeat.", "$quiet"
            )
        return Content.styled("No concern was told of at more than one visit.", "$quiet")

    # What is pointed at

    def pointed(self) -> Pointed:
        if not self.items:
            return Pointed((), "Nothing repeats")
        item = self.items[self.highlighted]
        name = self.held.names.get(item.theme, item.theme or "of no theme")
        filters = self.held.filters.but(
            councils=(self.council,),
            visit=None,
            themes=(item.theme,) if item.theme else (),
            shown="concerns",
            repeats=item.thread is not None,
            containing="",
        )
        joint = "the same weakness" if item.thread else "found"
        title = f"{name} · {joint} at {len(item.visits)} of {len(self.visits)} visits"
        return Pointed(item.rows, title, filters)

    def as_text(self) -> str:
        """Each theme and thread, and below a thread its sentences with their citations."""
        from store.selection import citation

        lines = []
        for item in self.items:
            name = self.held.names.get(item.theme, item.theme or "of no theme")
            told = f"{len(item.visits)} of {len(self.visits)} visits"
            if item.thread is None:
                lines.append(f"{name}: found at {told}")
                continue
            lines.append(f"  the same weakness at {told}:")
            for row in item.rows:
                document, _, sentence = self.held.index.sentence(row)
                words = text.words(sentence.text).plain
                lines.append(f"    “{words}” ({citation(document, sentence)})")
        return "\n".join([self.council, *lines]) if lines else ""
