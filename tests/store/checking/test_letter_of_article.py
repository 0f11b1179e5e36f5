"""Which letters an article is compared with, and which of them it is on."""

import msgspec

from store.checking.articles import CheckedQuotation
from store.checking.coverage import (
    articles_on,
    compared_with,
    letter_on,
    letters_of,
    newest_articles,
)
from store.checking.verdicts import Verdict
from store.library.record import Record, record_of
from store.model.document import CouncilNamed, Document, Quotation
from store.model.visit import Visit
from tests.store.checking.made_papers import checked, paper


def cards(*documents: Document) -> list[Record]:
    return [record_of(document, "now") for document in documents]


def visit(*documents: str) -> Visit:
    return Visit("k", "Tameside", "monitoring-visit", 6, "2018-08-22", None, None, (), documents)


def test_the_letter_of_its_visit_comes_first_then_the_most_quoted_then_the_nearest() -> None:
    article = paper("a", "article")
    records = cards(
        article,
        paper("old", "inspection-report", date="2016-12-09"),
        paper("near", "monitoring-visit-letter", date="2018-09-01"),
        paper("later", "inspection-report", date="2019-07-01"),
        paper("own", "monitoring-visit-letter", date="2018-01-17"),
        paper("other", "article", date="2018-09-17"),
        paper("paper", "other", date="2018-09-17"),
    )
    ids = [record.id for record in letters_of(article, records, [visit("own", "a")])]
    assert ids == ["own", "near", "old", "later"]
    quoted = [checked(Verdict("exact", "old", 0, score=1.0))]
    ids = [record.id for record in letters_of(article, records, [visit("own", "a")], quoted)]
    assert ids == ["own", "old", "near", "later"]
    by_id = {record.id: record for record in records}
    visits = [visit("own", "a")]
    assert compared_with(article, by_id["own"], visits) == "its visit"
    assert compared_with(article, by_id["near"], visits) == "nearest before"
    assert compared_with(article, by_id["later"], visits) == "later"
    undated = msgspec.structs.replace(by_id["near"], date=None)
    assert compared_with(article, undated, visits) == "undated"


def test_no_letter_of_its_councils() -> None:
    article = paper("a", "article")
    elsewhere = paper("l", "inspection-report", councils=(CouncilNamed("Bury", None),))
    assert letters_of(article, cards(article, elsewhere), []) == []
    assert letters_of(article, cards(article), []) == []


def test_articles_on_a_letter() -> None:
    letter = paper("l", "monitoring-visit-letter")
    records = cards(
        letter,
        paper("new", "article", date="2020-01-01"),
        paper("own", "article", date="2018-09-18"),
        paper("far", "article", councils=(CouncilNamed("Bury", None),)),
    )
    assert [record.id for record in articles_on(letter, records, [visit("l", "own")])] == [
        "own",
        "new",
    ]
    newest = newest_articles(records, lambda record: record.is_about("Bury"))
    assert [record.id for record in newest] == ["far", "new", "own"]


def on(article: Document, *others: Document, visits: tuple[Visit, ...] = (), **more) -> str | None:  # type: ignore[no-untyped-def]
    found = letter_on(article, cards(article, *others), visits, **more)
    return found.id if found else None


def quoting(document: str, text: str = "five words that it has") -> list[CheckedQuotation]:
    verdict = Verdict("exact", document, 0, score=1.0)
    return [CheckedQuotation("a", 0, Quotation(text, None, 0), verdict)]


def test_the_letter_of_its_visit_is_what_an_article_is_on() -> None:
    own = paper("own", "monitoring-visit-letter", date="2018-01-17")
    near = paper("near", "monitoring-visit-letter", date="2018-09-01")
    assert on(paper("a", "article"), own, near, visits=(visit("own", "a"),)) == "own"


def test_a_letter_of_another_visit_is_not_unless_it_is_quoted() -> None:
    article = paper("a", "article")
    near = paper("near", "monitoring-visit-letter", date="2018-09-01")
    old = paper("old", "inspection-report", date="2016-12-09")
    told = (visit("a"),)
    assert on(article, near, old, visits=told) is None
    assert on(article, near, old, visits=told, quotations=quoting("near")) == "near"
    assert on(article, near, old, visits=told, quotations=quoting("near", "late")) is None
    assert on(article, near, old, visits=told, quotations=quoting("old")) is None


def test_an_article_that_tells_of_no_visit_is_on_what_was_out_shortly_before() -> None:
    article = paper("a", "article")
    near = paper("near", "monitoring-visit-letter", date="2018-09-01")
    old = paper("old", "inspection-report", date="2016-12-09")
    later = paper("later", "inspection-report", date="2018-09-20")
    undated = paper("undated", "inspection-report", date=None)
    assert on(article, later, old, near) == "near"
    assert on(article, later, old) is None
    assert on(article, undated) == "undated"
    assert on(article) is None
