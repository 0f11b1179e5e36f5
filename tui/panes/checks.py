"""What was checked of an article, in one list: its quotations, its figures, what it left out."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from store.model.document import Document
from tui.keys import bind
from tui.panes.check_rows import Check, row_of
from tui.widgets.row_list import RowList


class ChecksPane(RowList):
    """The list; its headings are passed over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("open", "choose", words="go on to the passage of the letter or report"),
        bind("next-difference", "difference(1)"),
        bind("former-difference", "difference(-1)"),
        bind("next-part", "part(1)"),
        bind("former-part", "part(-1)"),
    ]
    HELP = """\
# What was checked
Each quotation of the article: = exact, ~ altered, with + before the words the article put in and
− before those of the letter it lacks, ? not found in any document held, · somebody’s own words,
for which there is nothing to find, or words of a letter that is not held. Then its figures: =
the same, ~ another number, ? not in the letter. Then the concerns of the letter that the
article left out, by theme, the themes it does not mention first. The article and the letter
follow what is highlighted; enter goes on to the letter’s passage. n and N go to what differs, {
and } to the next part.
"""
    BORDER_TITLE = "Checked"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.checks: Sequence[Check] = ()
        self._letter: Document | None = None
        self._source: Callable[[Check], str] = lambda check: ""
        self._names: dict[str, str] = {}

    def show(
        self,
        checks: Sequence[Check],
        letter: Document | None,
        source: Callable[[Check], str],
        theme_names: dict[str, str],
    ) -> None:
        """Show these; `source` tells where a quotation was found, in words."""
        known = self.picked
        self.checks, self._letter, self._source = checks, letter, source
        self._names = theme_names
        places = self._rows
        same = [n for n in places if known is not None and checks[n].same_as(known)]
        self.set_count(len(checks), (same or places or [0])[0])

    @property
    def picked(self) -> Check | None:
        """What is highlighted; None while there is nothing, or only a heading."""
        if not self.checks or self.highlighted >= len(self.checks):
            return None
        check = self.checks[self.highlighted]
        return None if check.heading else check

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        check = self.checks[index]
        return row_of(check, self._letter, self._source(check), self._names, width, highlighted)

    def empty_content(self) -> Content:
        return Content.styled("The quotations are being checked …", "$quiet")

    @property
    def _rows(self) -> list[int]:
        """The places of what was checked, without headings."""
        return [n for n, check in enumerate(self.checks) if not check.heading]

    # Keys: headings are passed over

    def highlight(self, index: int) -> None:
        index = max(0, min(index, len(self.checks) - 1))
        by = 1 if index >= self.highlighted else -1
        for step in (by, -by):
            place = index
            while 0 <= place < len(self.checks):
                if not self.checks[place].heading:
                    super().highlight(place)
                    self._show_heading(place)
                    return
                place += step
        super().highlight(index)  # there are only headings

    def action_move(self, by: int) -> None:
        """To the next row; at the ends on through the headings that stand beyond."""
        before = self.highlighted
        super().action_move(by)
        if self.highlighted == before:
            self._scroll(by)

    def _show_heading(self, place: int) -> None:
        """Bring the heads above the first row of a part into view with it."""
        above = place
        while above > 0 and self.checks[above - 1].heading:
            above -= 1
        if above < place:
            self._show(above)
            self._show(place)
            self._redraw()

    def quotation_step(self, by: int) -> None:
        """To the next or former quotation, round at the ends."""
        self._step([n for n, check in enumerate(self.checks) if check.quotation], by)

    def action_difference(self, by: int) -> None:
        self._step([n for n, check in enumerate(self.checks) if check.differs], by)

    def _step(self, places: Sequence[int], by: int) -> None:
        here = self.highlighted
        beyond = [n for n in places if (n > here if by > 0 else n < here)]
        if places:
            self.highlight((beyond or places)[0 if by > 0 else -1])
        else:
            self.notify("There is none.", timeout=2)

    def action_part(self, by: int) -> None:
        """To the first row of the next or former part, with its heading at the top."""
        heads = [n for n, check in enumerate(self.checks) if check.title]
        here = max((n for n in heads if n <= self.highlighted), default=0)
        beyond = [n for n in heads if (n > here if by > 0 else n < here)]
        if not beyond:
            return
        head = beyond[0 if by > 0 else -1]
        self.highlight(next((n for n in self._rows if n > head), head))
        self.show_at_top(head)
