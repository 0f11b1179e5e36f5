"""Figures over time, judgements over time, and what stands under a judged area."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.comparing import figure_series, grade_change, judgements, told_under
from store.library import Library, Record
from store.library.record import as_json
from store.library.visits import join_visits
from store.model.dates import as_year
from store.model.document import Bound, CouncilNamed, Figure
from store.model.visit import VisitNamed
from store.model.vocabulary import DocumentKind, Grade


def figure(measure: str, value: float | None, *, span: tuple[float, float] | None = None) -> Figure:
    low, high = span or (None, None)
    return Figure(measure, value, low, high, "%", 0)


def record(
    id: str,
    date: str,
    *figures: Figure,
    kind: DocumentKind = "monitoring-visit-letter",
    start: str | None = None,
    councils: tuple[str, ...] = ("Tameside",),
    judged: dict[str, Grade] | None = None,
    inadequate: str | None = None,
) -> Record:
    visit = "inspection" if kind == "inspection-report" else "monitoring-visit"
    visits = (VisitNamed("Tameside", visit, None, start, start),) if start else ()
    return Record(
        id=id, path=f"/{id}", name=id, sha256=id, added="2026-01-01", kind=kind,
        councils=tuple(CouncilNamed(name, None) for name in councils), date=date, visits=visits,
        figures_kept=as_json(figures), judgements=judged or {},
        judged_inadequate={"Tameside": inadequate} if inadequate else {},
    )  # fmt: skip


def series_of(*records: Record) -> list[tuple[str, list[tuple[str, float]], str | None]]:
    found = figure_series("Tameside", records, join_visits(records), lambda *_: "Tameside")
    return [(one.measure, [(p.when, p.value) for p in one.points], one.direction) for one in found]


def test_a_measure_is_dated_by_its_visit_and_oldest_first() -> None:
    later = record("b", "2019-03-01", figure("agency staff", 30), start="2019-02-05")
    earlier = record("a", "2018-09-17", figure("agency staff", 41), start="2018-08-22")
    assert series_of(later, earlier) == [
        ("agency staff", [("2018-08-22", 41.0), ("2019-02-05", 30.0)], "down")
    ]


def test_a_figure_that_looks_back_belongs_to_the_visit_it_looks_back_to() -> None:
    report = record(
        "a", "2016-12-09", figure("agency staff", 30), kind="inspection-report", start="2016-09-26"
    )
    article = record(
        "b", "2018-09-18", replace(figure("agency staff", 30), as_of="2016-12"),
        replace(figure("agency staff", 35), as_of="2016"),
        replace(figure("agency staff", 50), as_of="2014-03"),
        replace(figure("agency staff", 60), as_of=""), figure("agency staff", 41),
        kind="article", start="2018-08-22",
    )  # fmt: skip
    found = figure_series(
        "Tameside", [article, report], join_visits([article, report]), lambda *_: "Tameside"
    )
    (points,) = [one.points for one in found]
    assert [(p.when, p.value, p.visit) for p in points] == [
        ("2014-03", 50.0, None),
        ("2016-09-26", 30.0, "Tameside|inspection|2016-09-26"),
        ("2016-09-26", 35.0, "Tameside|inspection|2016-09-26"),
        ("2018-08-22", 41.0, "Tameside|monitoring-visit|2018-08-22"),
    ]


@pytest.mark.parametrize(
    ("first", "last", "direction"),
    [
        ((20, "over", 30, "over"), (26, 28), "down"),
        ((20, None, 25, None), (26, 28), "up"),
        ((20, "over", 30, "over"), (32, 35), None),
        ((20, None, 28, None), (26, 28), "unchanged"),
        ((20, None, 24, "at most"), (26, 28), "up"),
        ((20, None, 30, "at most"), (26, 28), None),
    ],
)
def test_the_highest_of_a_date_tells_how_the_highest_changed(
    first: tuple[float, Bound, float, Bound], last: tuple[float, float], direction: str | None
) -> None:
    low, low_bound, high, high_bound = first
    earlier = record(
        "a", "2016-12-09", replace(figure("highest caseloads", low), bound=low_bound),
        replace(figure("highest caseloads", high), bound=high_bound), start="2016-09-26",
    )  # fmt: skip
    later = record("b", "2018-09-17", figure("highest caseloads", None, span=last), start="2018-08")
    records = [earlier, later]
    (found,) = figure_series("Tameside", records, join_visits(records), lambda *_: "Tameside")
    assert [point.figure.value for point in found.line] == [high, None]
    assert found.direction == direction


def test_what_an_article_rounds_in_words_is_told_once() -> None:
    letter = record("a", "2018-09-17", figure("agency staff", 41), start="2018-08-22")
    article = record(
        "b", "2018-09-18", replace(figure("agency staff", 40), printed="four in ten"),
        kind="article", start="2018-08-22",
    )  # fmt: skip
    assert series_of(article, letter)[0][1] == [("2018-08-22", 41.0)]


def test_what_an_article_repeats_of_the_letter_is_told_once() -> None:
    letter = record("a", "2018-09-17", figure("agency staff", 41), start="2018-08-22")
    article = record(
        "b", "2018-09-18", figure("agency staff", 41), figure("vacancies", 7),
        kind="article", start="2018-08-22",
    )  # fmt: skip
    assert series_of(article, letter) == [
        ("agency staff", [("2018-08-22", 41.0)], None),
        ("vacancies", [("2018-08-22", 7.0)], None),
    ]


def test_what_a_paper_of_no_visit_repeats_shortly_after_is_no_point_of_its_own() -> None:
    def told(kind: DocumentKind, *papers: tuple[str, float]) -> list[tuple[str, float]]:
        letter = record("a", "2018-09-17", figure("agency staff", 41), start="2018-08-22")
        press = [record(day, day, figure("agency staff", n), kind=kind) for day, n in papers]
        return series_of(letter, *press)[0][1]

    kinds: tuple[DocumentKind, ...] = ("article", "other")
    for kind in kinds:
        assert told(kind, ("2018-09-18", 41), ("2018-09-25", 41)) == [("2018-08-22", 41.0)]
    # Another number is news, the same one a year later too, and so is what Ofsted writes itself.
    assert len(told("article", ("2018-09-18", 40))) == 2
    assert len(told("article", ("2019-09-18", 41))) == 2
    assert len(told("other", ("2019-09-18", 41))) == 1  # a paper for a meeting tells of the letter
    assert len(told("focused-visit-letter", ("2018-09-18", 41))) == 2
    # Back to a number of before another one: that is told anew.
    assert len(told("article", ("2018-09-18", 40), ("2018-09-25", 41))) == 3


def test_a_range_stands_at_its_middle_and_measures_over_time_come_first() -> None:
    one = record(
        "a", "2018-09-17", figure("vacancies", 9),
        figure("adopted", None, span=(26, 28)), start="2018-08-22",
    )  # fmt: skip
    two = record("b", "2019-09-17", figure("adopted", 27), start="2019-08-22")
    assert series_of(one, two) == [
        ("adopted", [("2018-08-22", 27.0), ("2019-08-22", 27.0)], "unchanged"),
        ("vacancies", [("2018-08-22", 9.0)], None),
    ]


def test_figures_of_another_council_and_of_no_date_are_left_out() -> None:
    both = record("a", "2018-09-17", figure("agency staff", 41), councils=("Dudley", "Tameside"))
    undated = record("b", "", figure("agency staff", 12))
    asked: list[tuple[str, int]] = []

    def council_of(id: str, sentence: int) -> str:
        asked.append((id, sentence))
        return "Dudley"

    assert figure_series("Tameside", [both, undated], [], council_of) == []
    assert asked == [("a", 0)]
    found = figure_series("Tameside", [both], [], lambda *_: "Tameside")
    assert found[0].points[0].visit is None and found[0].points[0].when == "2018-09-17"


@given(st.dates(), st.dates())
def test_years_of_dates_keep_their_order(one: "object", other: "object") -> None:
    first, second = sorted([str(one), str(other)])
    assert as_year(first) <= as_year(second)
    assert (as_year(first) == as_year(second)) == (first == second)
    assert int(as_year(first)) == int(first[:4])


def test_a_grade_that_only_an_article_tells_of_is_a_judgement() -> None:
    letter = record("a", "2018-09-17", start="2018-08-22", inadequate="2016-12")
    article = replace(
        record("b", "2019-07-26", kind="article"),
        visits=(VisitNamed("Tameside", "inspection", None, "2019-06-10", "2019-06-21"),),
        graded_now={"Tameside": "good"},
    )
    again = replace(article, id="c", date="2019-08-02")
    found = judgements("Tameside", [letter, article, again], [])
    assert [(j.when, j.grades["overall"], j.document, j.recalled) for j in found] == [
        ("2016-12", "inadequate", "a", True),
        ("2019-06-21", "good", "b", True),
    ]
    report = record("r", "2019-07-25", kind="inspection-report", start="2019-06-10",
                    judged={"overall": "good"})  # fmt: skip
    told = judgements("Tameside", [letter, article, report], [])
    assert [judged.document for judged in told] == ["a", "r"]


def test_judgements_of_reports_and_those_only_recalled() -> None:
    report = record(
        "r", "2016-12-09", kind="inspection-report", start="2016-09-26",
        judged={"overall": "inadequate", "adoption": "good"},
    )  # fmt: skip
    letter = record("a", "2018-09-17", start="2018-08-22", inadequate="2016-12")
    older = record("b", "2015-01-20", start="2015-01-05", inadequate="2014-02")
    vague = record("c", "2015-03-20", start="2015-03-05", inadequate="2014")
    records = [letter, vague, older, report]
    found = judgements("Tameside", records, join_visits(records))
    assert [(j.when, j.document, j.recalled) for j in found] == [
        ("2014-02", "b", True), ("2016-09-26", "r", False),
    ]  # fmt: skip
    assert list(found[1].grades) == ["overall", "adoption"] and found[1].visit
    assert judgements("Dudley", records, []) == []


def test_grades_move() -> None:
    assert grade_change("inadequate", "good") == "better"
    assert grade_change("good", "requires improvement") == "worse"
    assert grade_change("adequate", "requires improvement") == "same"
    assert grade_change(None, "good") is grade_change("good", "not judged") is None


def test_under_an_area_stand_the_findings_below_its_heading(sample_library: Library) -> None:
    library = sample_library
    report = next(r for r in library.records.values() if "2024-02-13" in r.name)
    document = library.document(report.id)
    under = told_under(document, "in_care")
    assert under
    headings = {document.sentences[at].section for at in under}
    assert all("children in care" in heading for heading in headings)
    every = told_under(document, "overall")
    assert set(under) < set(every)
    assert all(document.sentences[at].polarity != "neutral" for at in every)
    assert told_under(document, "lscb") == every  # no heading of this report names it
