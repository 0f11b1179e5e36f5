"""What the pane of a visit says of its date, and the words it was read from."""

from pathlib import Path

import msgspec

from store.findings.finder import Finder
from store.intake import take_in
from store.library import Library
from store.library.councils import CouncilCard
from store.model.document import CouncilNamed, Document, Source
from store.model.visit import Visit, VisitNamed
from tests.tui.apps import app_on, browse_of, settled
from tui.panes.council_rows import Counts, visit_row
from tui.panes.councils import CouncilsPane
from tui.panes.over_time import visit_head
from tui.panes.visit_text import council_text, printed_of_council, visit_text

UNDATED = Visit(
    "Bolton|monitoring-visit|n5-2018-05-14",
    "Bolton",
    "monitoring-visit",
    5,
    None,
    None,
    "2018-05-14",
    (),
    ("a", "b"),
)
CARD = CouncilCard("Bolton", 1, "inadequate", "2016-12", None, {}, 2, 3, 0, (UNDATED,))


def article(id: str, judged: dict[str, str], proof: dict[str, str]) -> Document:
    source = Source(path="/x.txt", name="x.txt", media_type="text/plain", sha256=id, size=1)
    return Document(
        id=id,
        source=source,
        kind="article",
        title=f"Article {id}",
        councils=(CouncilNamed("Bolton", 1), CouncilNamed("Kent", 2)),
        published="2018-05-14",
        visits=(VisitNamed("Bolton", "monitoring-visit", 5),),
        judged_inadequate=judged,
        evidence=proof,
    )


def test_a_visit_without_a_date_shows_only_when_it_was_told_of() -> None:
    wide, narrow = (str(visit_row(UNDATED, Counts(3), width, current=False)) for width in (90, 40))
    assert "by 14 May 2018" in wide
    assert "by May 2018" in narrow and "14 May" not in narrow
    assert visit_head(UNDATED).splitlines()[0] == "≤May2018"
    assert UNDATED.name_and_date == "fifth monitoring visit by 14 May 2018"
    assert msgspec.structs.replace(UNDATED, told=None).name_and_date == "fifth monitoring visit"
    dated = msgspec.structs.replace(UNDATED, start="2018-05-01", end="2018-05-02")
    assert dated.name_and_date == "fifth monitoring visit of 1–2 May 2018"
    assert UNDATED.when_in_words == UNDATED.began_in_words == "by 14 May 2018"
    assert "dates not printed" in str(visit_text(CARD, UNDATED, [], 80))


def test_the_words_shown_are_those_of_the_document_and_council_of_the_value() -> None:
    kent = article(
        "a",
        {"Kent": "2016-11"},
        {
            "judged_inadequate": "rated inadequate in November 2016",
            "judged_inadequate.Kent": "rated inadequate in November 2016",
            "visits.Bolton": "the fifth visit to Bolton",
        },
    )
    bolton = article(
        "b",
        {"Bolton": "2016-12"},
        {"judged_inadequate.Bolton": "judged inadequate in December 2016"},
    )
    shown = str(visit_text(CARD, UNDATED, [kent, bolton], 200, evidence=True))
    assert shown.count("judged inadequate in December 2016") == 2 and "since" not in shown
    assert "November 2016" not in shown
    assert "the fifth visit to Bolton" in shown


def test_since_stands_only_where_it_is_printed() -> None:
    told = article("c", {"Bolton": "2016-12"}, {"judged_inadequate.Bolton": "graded so in 2016"})
    shown = str(visit_text(CARD, UNDATED, [told], 80))
    assert "judged inadequate in December 2016" in shown and "since" not in shown
    lasting = {"judged_inadequate.Bolton": "been inadequate since December 2016"}
    told = msgspec.structs.replace(told, evidence=lasting)
    assert "inadequate since December 2016" in str(visit_text(CARD, UNDATED, [told], 80))


def test_no_sample_visit_is_dated_by_the_day_it_was_reported(sample_library: Library) -> None:
    [fifth] = [v for v in sample_library.visits if v.council == "Tameside" and v.ordinal == 5]
    assert fifth.start is None


def printed_of(library: Library, council: str) -> dict[str, str]:
    [card] = [card for card in library.councils if card.name == council]
    records = [record for record in library.records.values() if record.is_about(council)]
    return printed_of_council(card, records, library.document)


def test_the_grades_of_a_council_are_shown_with_the_words_of_its_last_inspection(
    sample_library: Library,
) -> None:
    for card in sample_library.councils:
        printed = printed_of(sample_library, card.name)
        shown = str(council_text(card, (), 300, printed=printed))
        assert {f"judgements.{area}" for area in card.areas} >= set(printed) - {"judgement"}
        assert printed and all(f"“{words}”" in shown for words in printed.values())
        assert "printed:" not in str(council_text(card, (), 300))


def test_a_judgement_that_a_letter_recalls_is_shown_with_the_words_of_that_letter() -> None:
    told = article("c", {"Bolton": "2016-12"}, {"judged_inadequate.Bolton": "failing since then"})
    card = msgspec.structs.replace(CARD, basis="c")
    printed = printed_of_council(card, [], {"c": told}.__getitem__)
    assert printed == {"judgement": "failing since then"}
    assert "printed: “failing since then”" in str(council_text(card, (), 100, printed=printed))


async def test_i_says_what_it_does_on_a_council_and_where_nothing_is_printed(
    sample_library: Library, tmp_path: Path
) -> None:
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("Minutes of the panel.\nThe panel agreed to meet again in June.\n")
    list(take_in([minutes], sample_library, Finder()))
    app = app_on(sample_library)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        councils = browse_of(app).query_one(CouncilsPane)
        for council, shown in (("Tameside", True), ("", False)):
            councils.pick(council)
            await settled(pilot)
            await pilot.press("i")
            await settled(pilot)
            facts = str(browse_of(app).query_one("#facts").render())
            told = [each.message for each in app._notifications][-1]
            assert ("printed:" in facts) is shown
            assert ("each value are shown" in told) is shown
            assert ("No printed words" in told) is not shown
            await pilot.press("i")
            await settled(pilot)
            assert "hidden" in [each.message for each in app._notifications][-1]
