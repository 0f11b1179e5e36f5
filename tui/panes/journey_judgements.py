"""Journey: the judgements of each inspection, area by area."""

from typing import Final

from store.comparing import Judged, grade_change, judgements, told_under
from store.model.dates import in_words
from store.model.vocabulary import AREAS, FRAMEWORKS
from store.selection import Filters
from tui.panes.council_rows import SHORT_GRADES
from tui.panes.over_time import short_month
from tui.panes.pointed import Held, Pointed
from tui.text import GRADE_COLOURS
from tui.widgets.cell_table import Cell, CellTable

GRADE_WIDTH: Final = 13
CHANGES: Final = {"better": "↑", "worse": "↓", "same": "="}
_FRAMEWORKS: Final = {
    "sif": "SIF",
    "reinspection": "re-inspect.",
    "ilacs": "ILACS",
    "ilacs-short": "ILACS short",
    "lac": "looked after",
    "lscb": "board",
}


class JudgementTable(CellTable):
    """Rows are areas, columns inspections, oldest first."""

    HELP = """\
# Judgements
The grade of each area at each inspection; ↑ better and ↓ worse than the last time the area was
graded, = the same. The months are those of the inspections, as of all visits here; the list of
councils has the day the report came out. Frameworks grade different areas: an empty cell was not
graded. “recalled” is a judgement that a letter or article looks back at while its report is not in
the library. Enter reads what the report says under the area's heading.
"""

    def __init__(self, held: Held, council: str) -> None:
        super().__init__(id="judgements")
        self.held = held
        self.council = council
        self._filled_at = 0
        records = held.library.records.values()
        self.judged: list[Judged] = judgements(council, records, held.library.visits)
        graded = {area for judged in self.judged for area in judged.grades}
        self.areas = [area for area in AREAS if area in graded]

    def begin(self) -> None:
        """Show the grades with the cursor at the latest inspection."""
        self._fill((0, len(self.judged)))

    def on_resize(self) -> None:
        if self.row_count and self.outer_size.width != self._filled_at:
            self._fill()

    def _fill(self, cursor: tuple[int, int] | None = None) -> None:
        self._filled_at = self.outer_size.width
        heads = [("area", self.room_for(GRADE_WIDTH, len(self.judged), 0))]
        for judged in self.judged:
            how = "recalled" if judged.recalled else _FRAMEWORKS.get(judged.framework or "", "")
            heads.append((f"{short_month(judged.when)}\n{how}", GRADE_WIDTH))
        rows: list[list[Cell]] = []
        for area in self.areas:
            row: list[Cell] = [[(AREAS[area], "")]]
            before = None
            for judged in self.judged:
                grade = judged.grades.get(area)
                if grade is None:
                    row.append([])
                    continue
                change = CHANGES.get(grade_change(before, grade) or "", " ")
                colour = GRADE_COLOURS.get(grade, "quiet").lstrip("$")
                row.append([(f"{change} ", ""), (SHORT_GRADES.get(grade, grade), colour)])
                before = grade
            rows.append(row)
        self.show(heads, rows, cursor)

    def pointed(self) -> Pointed:
        if not self.judged:
            return Pointed((), "No judgement is known")
        row, column = self.cursor_coordinate
        area = self.areas[row]
        chosen = self.judged[column - 1 : column] if column else self.judged
        rows: list[int] = []
        for judged in chosen:
            if area not in judged.grades or judged.recalled:
                continue
            document = self.held.library.document(judged.document)
            found = (self.held.index.row_of(document.id, at) for at in told_under(document, area))
            rows.extend(each for each in found if each is not None)
        when = f" · {short_month(chosen[0].when)}" if column and chosen else ""
        filters = None
        if column and chosen and chosen[0].visit:
            filters = Filters(councils=(self.council,), visit=chosen[0].visit)
        return Pointed(sorted(rows), f"{AREAS[area]}{when}", filters)

    def as_text(self) -> str:
        if not self.judged:
            return ""
        lines = ["\t".join([self.council, *self.shown[0][1:]])]
        for area in self.areas:
            grades = (judged.grades.get(area, "") for judged in self.judged)
            lines.append("\t".join([AREAS[area], *grades]))
        sources = []
        for judged in self.judged:
            record = self.held.library.records[judged.document]
            how = FRAMEWORKS[judged.framework] if judged.framework else "inspection"
            told = "recalled in" if judged.recalled else f"{how}:"
            when = in_words(record.date) if record.date else "undated"
            sources.append(f"{short_month(judged.when)}, {told} {record.name}, {when}")
        return "\n".join([*lines, "", *sources])
