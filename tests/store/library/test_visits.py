"""Visits: which documents tell of the same one."""

from store.library.record import Record
from store.library.visits import join_visits
from store.model.document import CouncilNamed
from store.model.visit import Visit, VisitNamed
from store.model.vocabulary import DocumentKind


def record(id: str, kind: DocumentKind, date: str, *visits: VisitNamed) -> Record:
    return Record(
        id=id,
        path=f"/{id}",
        name=id,
        sha256=id,
        added="2026-01-01",
        kind=kind,
        councils=(CouncilNamed("Tameside", 80569),),
        date=date,
        letter_date=date if kind.endswith("letter") else None,
        visits=visits,
    )


def monitoring(
    ordinal: int | None = None, start: str | None = None, *, mentioned: bool = False
) -> VisitNamed:
    return VisitNamed("Tameside", "monitoring-visit", ordinal, start, start, mentioned=mentioned)


LETTER = record("letter", "monitoring-visit-letter", "2018-09-17", monitoring(6, "2018-08-22"))


def shape(visits: list[Visit]) -> list[tuple[int | None, str | None, tuple[str, ...]]]:
    return [(visit.ordinal, visit.start, visit.documents) for visit in visits]


def test_letter_and_article_of_the_same_day_are_one_visit() -> None:
    article = record("article", "article", "2018-09-18", monitoring(None, "2018-08-22"))
    assert shape(join_visits([article, LETTER])) == [(6, "2018-08-22", ("letter", "article"))]


def test_an_article_that_names_only_the_month_joins() -> None:
    article = record("article", "article", "2018-09-18", monitoring(None, "2018-08"))
    visits = join_visits([article, LETTER])
    assert shape(visits) == [(6, "2018-08-22", ("letter", "article"))]


def test_an_article_without_a_date_joins_the_visit_it_followed() -> None:
    article = record("article", "article", "2018-09-20", monitoring())
    assert shape(join_visits([article, LETTER])) == [(6, "2018-08-22", ("letter", "article"))]
    late = record("late", "article", "2019-06-20", monitoring())
    assert len(join_visits([late, LETTER])) == 2


def test_another_number_is_another_visit() -> None:
    article = record("article", "article", "2018-09-18", monitoring(5))
    assert len(join_visits([article, LETTER])) == 2


def test_the_same_number_years_later_is_another_visit() -> None:
    later = record("later", "monitoring-visit-letter", "2026-01-27", monitoring(6, "2025-12-03"))
    assert [visit.start for visit in join_visits([LETTER, later])] == ["2025-12-03", "2018-08-22"]


def test_a_visit_only_looked_back_at_has_no_documents() -> None:
    article = record(
        "article",
        "article",
        "2018-09-18",
        monitoring(None, "2018-08-22"),
        monitoring(None, "2017-10", mentioned=True),
    )
    visits = join_visits([article, LETTER])
    assert [(v.start, v.documents, v.mentions) for v in visits] == [
        ("2018-08-22", ("letter", "article"), ()),
        ("2017-10", (), ("article",)),
    ]


def test_a_letter_found_later_takes_over_what_was_only_mentioned() -> None:
    article = record(
        "article", "article", "2018-09-18", monitoring(None, "2017-10", mentioned=True)
    )
    letter = record("third", "monitoring-visit-letter", "2017-10-12", monitoring(3, "2017-10-03"))
    visits = join_visits([article, letter])
    assert [(v.ordinal, v.start, v.documents, v.mentions) for v in visits] == [
        (3, "2017-10-03", ("third",), ("article",))
    ]


def test_kinds_and_councils_are_kept_apart() -> None:
    focused = VisitNamed("Tameside", "focused-visit", None, "2018-08-22", "2018-08-22")
    elsewhere = VisitNamed("Reading", "monitoring-visit", 6, "2018-08-22", "2018-08-22")
    other = record("other", "article", "2018-09-18", focused, elsewhere)
    assert len(join_visits([other, LETTER])) == 3


def test_keys_are_unique_and_do_not_depend_on_the_order() -> None:
    articles = [record(f"a{n}", "article", f"2018-0{n}-18", monitoring()) for n in range(1, 8, 3)]
    one = [visit.key for visit in join_visits([*articles, LETTER])]
    other = [visit.key for visit in join_visits([LETTER, *reversed(articles)])]
    assert one == other and len(set(one)) == len(one)


def test_newest_first() -> None:
    visits = join_visits(
        [LETTER, record("x", "article", "2018-05-14", monitoring(5)),
         record("y", "monitoring-visit-letter", "2019-01-01", monitoring(7, "2018-12"))]
    )  # fmt: skip
    assert [visit.ordinal for visit in visits] == [7, 6, 5]
