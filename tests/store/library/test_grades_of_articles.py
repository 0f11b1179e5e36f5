"""What a council's card says of the grade that an article tells of."""

from store.library.councils import council_cards
from store.library.record import Record
from store.library.visits import join_visits
from store.model.document import CouncilNamed
from store.model.visit import VisitNamed
from store.model.vocabulary import DocumentKind, Grade


def record(
    id: str,
    date: str,
    kind: DocumentKind,
    end: str | None = None,
    overall: Grade | None = None,
    inadequate: str | None = None,
) -> Record:
    article = kind == "article"
    return Record(
        id=id, path=f"/{id}", name=id, sha256=id, added="2026-01-01", kind=kind, date=date,
        councils=(CouncilNamed("Dudley", None),),
        visits=(VisitNamed("Dudley", "inspection", None, end, end),) if end else (),
        judgements={"overall": overall} if overall and not article else {},
        graded_now={"Dudley": overall} if overall and article else {},
        judged_inadequate={"Dudley": inadequate} if inadequate else {},
    )  # fmt: skip


def judged(*records: Record) -> tuple[str | None, str | None, str | None]:
    (card,) = council_cards(records, join_visits(records))
    return card.judgement, card.judged, card.basis


def test_the_new_grade_stands_above_the_old_that_the_article_recalls() -> None:
    article = record("a", "2019-07-26", "article", "2019-06-21", "good", inadequate="2017-04")
    assert judged(article) == ("good", "2019-06-21", "a")


def test_what_was_judged_later_stands_above_it() -> None:
    article = record("a", "2019-07-26", "article", "2019-06-21", "good")
    letter = record("l", "2022-09-01", "monitoring-visit-letter", inadequate="2022-03")
    assert judged(article, letter) == ("inadequate", "2022-03", "l")


def test_the_report_itself_stands_above_the_article() -> None:
    article = record("a", "2019-07-26", "article", None, "good")
    report = record("r", "2019-07-25", "inspection-report", "2019-06-21", "good")
    assert judged(article, report) == ("good", "2019-07-25", "r")
