"""The findings of the selection: each sentence with its cue words marked, its place, its themes."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.binding import BindingType
from textual.content import Content

from store.model.document import is_doubtful
from store.model.finding import Finding
from store.model.vocabulary import group_in_words
from store.rows import nearest
from tui import text
from tui.correction_words import marks as reader_marks
from tui.keys import bind
from tui.messages import FindingOpened, FindingPicked
from tui.widgets.drawn_rows import BARE
from tui.widgets.row_list import RowList
from tui.wording import PlaceInList

if TYPE_CHECKING:
    from store.selection import FindingIndex

VOICES: Final[dict[str, str]] = {
    "council": "council says",
    "reporter": "the reporter says",
    "other": "others say",
}


class ConcernsPane(RowList):
    """Findings, newest document first; the highlight stays on the same finding."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("open", "choose", words="read the finding in its document")
    ]
    HELP = """\
# Concerns
The sentences of the selection: − concern, + strength, ± both, · neither. The words that led to
the label are underlined. ? marks a label that is doubtful. Enter reads the finding in its
document; y copies it with its citation. ↻ again: an earlier visit told of the same concern; r
reads it there, R shows only such. An article also tells what the council says of itself, which is
marked; V leaves it out, V again leaves only what Ofsted says. ✎ marks what you corrected or noted,
⚑ what you flagged: e corrects, ! flags, ctrl+z undoes, E lists all corrections.
"""
    BORDER_TITLE = "Concerns"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[int] = ()
        self._finding: Callable[[int], Finding] | None = None
        self._place: Callable[[Finding], PlaceInList] | None = None
        self._theme_names: dict[str, str] = {}
        self._empty = ""
        self._followed: int | None = None
        """The row to highlight when rows of another index are shown."""
        self.again: Callable[[Finding], str] = lambda finding: ""
        """When an earlier visit told of a finding that repeats it, in words."""

    def show(
        self,
        rows: Sequence[int],
        finding: Callable[[int], Finding],
        place: Callable[[Finding], PlaceInList],
        theme_names: dict[str, str],
        *,
        empty: str,
        later: bool = False,
    ) -> None:
        """Show these rows of the index, `later` with the next frame but one.

        `finding` reads a row when it is drawn.
        """
        known = self.picked_row if self._followed is None else self._followed
        self._followed = None
        if theme_names != self._theme_names:
            self._kept.clear()
        self._rows, self._finding, self._place = rows, finding, place
        self._theme_names, self._empty = theme_names, empty
        self.set_count(len(rows), nearest(rows, known), later=later)
        if not rows:
            self.post_message(FindingPicked(None))

    @property
    def picked_row(self) -> int | None:
        """The row of the index that is highlighted."""
        return self._rows[self.highlighted] if self._rows else None

    def follow(self, index: "FindingIndex", former: "FindingIndex") -> None:
        """The rows come to be those of another index: the highlight stays on its sentence."""
        row = self.picked_row
        self._followed = None if row is None else index.row_from(former, row)

    def forget_picked(self) -> None:
        """Start at the first finding when the next ones are shown: they are of another place."""
        self._rows, self._followed = (), None

    def pick(self, row: int, *, exactly: bool = False) -> None:
        """Highlight this row of the index, or the next that is shown; `exactly`, or none."""
        place = nearest(self._rows, row)
        if not exactly or (self._rows and self._rows[place] == row):
            self.highlight(place)

    def row_key(self, index: int, highlighted: bool) -> tuple[Finding, PlaceInList, str]:
        """The finding, where it stands, and when an earlier visit told of it."""
        assert self._finding is not None and self._place is not None
        finding = self._finding(self._rows[index])
        return finding, self._place(finding), self.again(finding) if finding.repeat_of else ""

    def row_content(self, index: int, width: int, highlighted: bool) -> Content:
        finding, place, again = self.row_key(index, highlighted)
        return finding_row(finding, place, self._theme_names, width, highlighted, again)

    def empty_content(self) -> Content:
        return Content.styled(self._empty, "$quiet")

    @on(RowList.Highlighted)
    def _say_what_is_picked(self, event: RowList.Highlighted) -> None:
        event.stop()
        self.post_message(FindingPicked(self.picked_row))

    @on(RowList.Chosen)
    def _open(self, event: RowList.Chosen) -> None:
        event.stop()
        row = self.picked_row
        if row is not None:
            self.post_message(FindingOpened(row))


def finding_row(
    finding: Finding,
    place: PlaceInList,
    theme_names: dict[str, str],
    width: int,
    highlighted: bool,
    again: str = "",
) -> Content:
    """A finding as the list shows it: sign and sentence, place, themes and marks."""
    colour = text.COLOURS[finding.polarity]
    side = "▌" if width >= BARE else " "
    head = Content.assemble(
        (side, colour), text.sign(finding.polarity), ("▸" if highlighted else " ", "bold $accent")
    )
    sentence = text.marked(finding.text, finding.cues, f"underline {colour}")
    rows = text.hanging(head, sentence, width, 4)
    bar = Content.styled(side, colour)
    rows[1:] = [Content.assemble(bar, row[1:]) for row in rows[1:]]
    voice = f"{VOICES[finding.voice]} · " if finding.voice in VOICES else ""
    where = text.words(place.within(width - 4 - len(voice)), "$quiet")
    if voice:
        style = "bold $accent" if finding.voice == "council" else "$quiet"
        where = text.line((voice[:-3], style), (" · ", "$quiet"), where)
    rows.append(text.fit(text.line(bar, "   ", where), width))
    names = [theme_names.get(theme, theme) for theme in finding.themes]
    marks = []
    if is_doubtful(finding):
        marks.append("? doubtful")
    groups = " · ".join(group_in_words(group) for group in finding.groups)
    reader = reader_marks(finding.corrected, finding.flagged, finding.note)
    told = [text.line(("  ".join(reader), "bold"))] if reader else []
    if names:
        told.append(text.words(" · ".join(names), "$accent"))
    if groups:
        told.append(text.words(f"of: {groups}", "$quiet"))
    if marks:
        told.append(Content("  ".join(marks)))
    if told:
        tags = text.line(bar, "   ", Content("   ").join(told))
        rows.append(text.fit(tags, width))
    if finding.note:
        from tui.panes.reader_words import note_rows

        note = note_rows(finding.note, "✎", max(8, width - 4))
        rows.extend(text.line(bar, "   ", row) for row in note)
    if again:
        rows.append(text.fit(text.line(bar, "   ", text.words(f"↻ {again}", "$quiet")), width))
    return text.lines([*rows, Content("")])
