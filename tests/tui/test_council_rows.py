"""The rows of the list of councils at every width: one line each, numbers below numbers."""

import msgspec
import pytest
from rich.cells import cell_len

from store.library.councils import CouncilCard
from store.model.visit import Visit
from tui.panes.council_rows import NARROW, ROOMY, WIDE, Counts, council_row, visit_row

REPORT = Visit(
    "Northumberland|inspection|2024-09-30", "Northumberland", "inspection", None,
    "2024-09-30", "2025-01-16", "2025-03-01", (), ("a",),
)  # fmt: skip
MONITORING = msgspec.structs.replace(
    REPORT, kind="monitoring-visit", ordinal=12, start="2025-06-10", end="2025-06-11"
)
UNDATED = msgspec.structs.replace(REPORT, start=None, end=None, kind="focused-visit")
UNHELD = msgspec.structs.replace(REPORT, documents=())
CARD = CouncilCard(
    "Northumberland", 7, "requires improvement", "2024-09", None, {}, 4, 211, 90, (REPORT,)
)  # fmt: skip
COUNTS = Counts(211, (3, 9, 2, 11, 5))


@pytest.mark.parametrize("width", range(18, 130))
def test_every_row_is_one_line_at_every_width(width: int) -> None:
    council = council_row(CARD, width, COUNTS, open_mark="▾", current=True)
    visits = [
        visit_row(visit, COUNTS, width, current=False)
        for visit in (REPORT, MONITORING, UNDATED, UNHELD)
    ]
    for row in (council, *visits):
        assert "\n" not in row.plain and row.cell_length <= width
    for row in (council, *visits[:-1]):
        assert " 211" in row.plain


@pytest.mark.parametrize("width", [18, 21, 25, 29])
def test_in_a_narrow_list_the_name_is_told_before_the_judgement(width: int) -> None:
    row = council_row(CARD, width, COUNTS, open_mark="▾", current=False).plain
    assert row[2:].startswith("Northumber"[: width - 9])
    assert "req" not in row


def test_where_the_name_has_room_the_judgement_stands_beside_it() -> None:
    for width in (32, 41, 57, 78):
        row = council_row(CARD, width, COUNTS, open_mark="▾", current=False).plain
        assert "Northumberl" in row and "req. impr." in row


@pytest.mark.parametrize("width", [ROOMY, WIDE, 78, 120])
def test_the_numbers_of_visits_stand_below_those_of_their_council(width: int) -> None:
    rows = [
        council_row(CARD, width, COUNTS, open_mark="▾", current=False).plain,
        *(visit_row(visit, COUNTS, width, current=False).plain for visit in (REPORT, MONITORING)),
    ]
    ends = {cell_len(row[: row.rindex("211") + 3]) for row in rows}
    assert len(ends) == 1


def test_the_kinds_of_visits_stand_below_each_other() -> None:
    for width in (NARROW - 1, NARROW, ROOMY, WIDE, 120):
        starts = {
            visit_row(visit, COUNTS, width, current=False).plain.index(kind)
            for visit, kind in ((REPORT, "insp"), (MONITORING, "12th"), (UNDATED, "focu"))
        }
        assert len(starts) == 1, width


@pytest.mark.parametrize(("count", "words"), [(1, " 1 doc "), (2, " 2 docs ")])
def test_documents_are_counted_in_the_right_number(count: int, words: str) -> None:
    card = CouncilCard("Bury", None, None, None, None, {}, count, 0, 0, ())
    assert words in council_row(card, 78, COUNTS, open_mark=" ", current=False).plain
