"""The same number everywhere: in the list of councils, Journey, the map of themes, every export."""

import re
from pathlib import Path

import docx
import pytest

from store.comparing import EVERY_THEME, theme_matrix
from store.export.briefed import NO_THEME, briefing
from store.export.selected import select
from store.export.tables import Cell, table
from store.findings.trained.weights import MODEL_FILE, read_card
from store.library import Library
from store.selection import Filters, Selection, index_of
from store.selection.theme_map import strengths_map, theme_map
from tests.store.export.test_exports import TAMESIDE, THEMES, written


def listed(library: Library, name: str, filters: Filters) -> list[dict[str, Cell]]:
    told = table(select(library, filters, THEMES), name)
    return [dict(zip(told.columns, row, strict=True)) for row in told.rows]


@pytest.mark.parametrize("shown", ["all", "concerns", "strengths"])
def test_the_matrix_has_the_numbers_of_the_councils(sample_library: Library, shown: str) -> None:
    """Those of the list of councils, of the map of themes and of Journey."""
    rows = {
        (row["council"], row["counted"]): row
        for row in listed(sample_library, "matrix", Filters(shown=shown))
    }
    records, cards = list(sample_library.records.values()), sample_library.councils
    index = index_of(sample_library)
    themes = list(THEMES)
    maps = {
        "concerns": theme_map(records, cards, themes),
        "strengths": strengths_map(index, records, cards, themes),
    }
    asked = ("concerns", "strengths") if shown == "all" else (shown,)
    assert {counted for _, counted in rows} == {*asked}
    for card in cards:
        journey = theme_matrix(index, card.name, sample_library.visits, themes)
        for counted in asked:
            row = rows[card.name, counted]
            assert row["findings"] == getattr(card, counted)
            [mapped] = [each for each in maps[counted].rows if each.council == card.name]
            assert mapped.total == row["findings"]
            assert getattr(journey.tally(EVERY_THEME, None), counted) == row["findings"]
            for theme, name in THEMES.items():
                assert row[name] == mapped.number(theme)
                assert row[name] == getattr(journey.tally(theme, None), counted)


@pytest.mark.parametrize("shown", ["all", "concern", "strengths"])
def test_a_visit_has_the_same_numbers_in_every_export(sample_library: Library, shown: str) -> None:
    index = index_of(sample_library)
    for council in ("Tameside", "Worcestershire"):
        filters = Filters(councils=(council,), shown=shown)
        journey = theme_matrix(index, council, sample_library.visits, list(THEMES))
        rows = {row["visit"]: row for row in listed(sample_library, "visits", filters)}
        assert rows
        for visit in sample_library.visits:
            if visit.council == council:
                row, tally = rows[visit.key], journey.tally(EVERY_THEME, visit.key)
                assert (row["concerns"], row["strengths"]) == (tally.concerns, tally.strengths)
                at_visit = Selection(index, filters.but(visit=visit.key))
                assert row["selected"] == at_visit.count


def test_a_sentence_on_two_councils_is_told_of_each(sample_library: Library) -> None:
    rows = listed(sample_library, "findings", Filters())
    of_both = [row for row in rows if row["council"] == "Tameside; Worcestershire"]
    assert of_both
    for council in ("Tameside", "Worcestershire"):
        own = listed(sample_library, "findings", Filters(councils=(council,)))
        assert {row["council"] for row in own} == {council}
        assert {row["id"] for row in of_both} <= {row["id"] for row in own}
        assert len(own) == sum(council in str(row["council"]).split("; ") for row in rows)


def test_a_briefing_counts_each_theme_as_the_table_does(
    sample_library: Library, tmp_path: Path
) -> None:
    filters = TAMESIDE.but(shown="concerns")
    counts = dict(select(sample_library, filters, THEMES).theme_counts())
    page = written(sample_library, tmp_path / "t.md", filters).read_text("utf-8")
    part = page.split("## Concerns by theme")[1].split("\n## ")[0]
    told = {name.lower(): int(n) for name, n in re.findall(r"^### (.+) \((\d+)\)$", part, re.M)}
    told.pop(NO_THEME, None)
    assert told == {THEMES[theme].lower(): count for theme, count in counts.items()}
    for section in re.split(r"^### ", part, flags=re.M)[1:]:
        total = int(re.match(r".+ \((\d+)\)", section)[1])  # type: ignore[index]
        elsewhere = re.search(r"^\*(?:\d+ more|All|It stands) under (.*)\.\*$", section, re.M)
        others = re.findall(r"\((\d+)\)", elsewhere[1]) if elsewhere else []
        assert len(re.findall("^- “", section, re.M)) + sum(map(int, others)) == total
    word = docx.Document(str(written(sample_library, tmp_path / "t.docx", filters)))
    headings = {p.text for p in word.paragraphs}
    web = written(sample_library, tmp_path / "t.html", filters).read_text("utf-8")
    for theme, count in counts.items():
        assert f"{THEMES[theme]} ({count})" in headings
        assert f"{THEMES[theme].lower()} ({count})</h3>" in web.lower()


def test_what_a_briefing_calls_new_no_visit_told_before(sample_library: Library) -> None:
    found = 0
    for card in sample_library.councils:
        filters = Filters(councils=(card.name,), shown="concerns")
        selected = select(sample_library, filters, THEMES)
        told = briefing(selected, sample_library, read_card(MODEL_FILE), "2026-11-22")
        repeated = {passage.citation + passage.text for passage, _ in told.repeats}
        found += len(repeated)
        for since in told.since:
            assert not {p.citation + p.text for p in since.new} & repeated
    assert found
