"""The articles of a library against its other documents."""

from pathlib import Path

import msgspec

from store.checking.articles import QuotationChecker, articles_of, sources_of
from store.checking.coverage import articles_on, newest_articles
from store.library import Library
from store.model.document import CouncilNamed, Document, Quotation, Sentence, Source
from store.model.visit import VisitNamed
from tests.conftest import SHARED, needs_shared
from tests.library_of_quotations import Unlabelled, id_of, library_in

TAMESIDE = (CouncilNamed("Tameside", 80569),)


def paper(id: str, kind: str, date: str, text: str, councils=TAMESIDE, **more) -> Document:  # type: ignore[no-untyped-def]
    return Document(
        id=id,
        source=Source(id, id, "text/plain", id, 1),
        kind=kind,
        councils=councils,
        published=date,
        sentences=(Sentence(text, "s", 1, 1, 0, len(text)),),
        text=text,
        **more,
    )


def keeping(folder: Path, *documents: Document) -> Library:
    library = Library(folder / "library.json")
    with library.changing():
        for document in documents:
            library.keep(document)
    return library


def article(*quotations: tuple[str, str | None], date: str = "2020-05-05") -> Document:
    quoted = tuple(Quotation(text, speaker, 0) for text, speaker in quotations)
    return paper("article", "article", date, "x. ".join(q.text for q in quoted), quotations=quoted)


def test_letters_come_before_articles_and_the_nearest_first(tmp_path: Path) -> None:
    words = "The plans of children are too often late."
    library = keeping(
        tmp_path,
        article((words, "letter")),
        paper("copy", "article", "2020-05-05", words),
        paper("old", "inspection-report", "2016-01-01", words),
        paper("near", "monitoring-visit-letter", "2020-05-01", words),
        paper("later", "monitoring-visit-letter", "2020-06-01", words),
        paper("bury", "monitoring-visit-letter", "2020-05-04", words, (CouncilNamed("Bury", 1),)),
    )
    document = library.document("article")
    tiers = sources_of(document, library.records.values())
    assert [[r.id for r in tier] for tier in tiers] == [["near", "old", "later"], ["copy"]]
    [checked] = QuotationChecker(library).check("article")
    assert (checked.verdict.verdict, checked.verdict.document) == ("exact", "near")


def test_an_altered_quotation_stays_so_though_another_article_has_the_same(tmp_path: Path) -> None:
    library = keeping(
        tmp_path,
        article(("The plans of many children are late", "letter")),
        paper("copy", "article", "2020-05-05", "“The plans of many children are late.”"),
        paper("letter", "monitoring-visit-letter", "2020-05-01", "The plans of children are late."),
    )
    [checked] = QuotationChecker(library).check("article")
    assert (checked.verdict.verdict, checked.verdict.document) == ("altered", "letter")


def test_a_few_words_are_of_papers_that_were_out(tmp_path: Path) -> None:
    library = keeping(
        tmp_path,
        article(("too slow", "letter"), ("too slow", "Ofsted, October 2017"), date="2018-09-18"),
        paper("report", "inspection-report", "2016-12-09", "Work is too slow."),
        paper("own", "monitoring-visit-letter", "2018-09-17", "Plans are late."),
        paper("later", "monitoring-visit-letter", "2019-01-01", "Work is too slow."),
    )
    first, dated = QuotationChecker(library).check("article")
    assert first.verdict.document == "report"
    assert dated.verdict.verdict == "not found" and dated.standing == "letter not held"


LONG = "the plans of many children are late and thin"


def on_a_visit(*quotations: tuple[str, str | None]) -> Document:
    """An article on the second monitoring visit, of February 2017."""
    visit = VisitNamed("Tameside", "monitoring-visit", 2, "2017-02", "2017-02")
    told = article(*quotations, date="2017-03-24")
    return msgspec.structs.replace(told, visits=(visit,))


def test_where_its_letter_is_not_held_nothing_is_said_of_the_newspaper(tmp_path: Path) -> None:
    report = "Work is inconsistent. It was graded inadequate. Nobody asks what children think."
    told = on_a_visit(
        ("inconsistent", "Ofsted"),
        ("inadequate", "Ofsted"),
        ("inconsistent", "Ofsted, December 2016"),
        ("nobody asks what children think", "Ofsted"),
        (LONG, "letter"),
    )
    own = Quotation("We are sorry for all this", "council", 0, voice="council")
    library = keeping(
        tmp_path,
        msgspec.structs.replace(told, quotations=(*told.quotations, own)),
        paper("report", "inspection-report", "2016-12-09", report),
        paper("later", "monitoring-visit-letter", "2019-07-19", "Plans are late."),
    )
    found = QuotationChecker(library).check("article")
    assert [checked.standing for checked in found] == [
        "letter not held", "exact", "exact", "exact", "letter not held", "own words",
    ]  # fmt: skip
    december = [checked.quotation.speaker == "Ofsted, December 2016" for checked in found]
    assert [checked.letter_held for checked in found] == december
    assert {checked.verdict.document for checked in found} == {"report", None}


def test_where_it_is_held_what_is_not_in_it_is_not_found(tmp_path: Path) -> None:
    visit = VisitNamed("Tameside", "monitoring-visit", 2, "2017-02-08", "2017-02-09")
    library = keeping(
        tmp_path,
        on_a_visit(("inconsistent", "Ofsted"), (LONG, "letter")),
        paper("letter", "monitoring-visit-letter", "2017-03-20", "Visits are inconsistent.",
              visits=(visit,)),
    )  # fmt: skip
    found = QuotationChecker(library).check("article")
    assert [checked.standing for checked in found] == ["exact", "not found"]


def test_of_two_councils_the_one_whose_letter_is_held_has_verdicts(tmp_path: Path) -> None:
    both = (*TAMESIDE, CouncilNamed("Bury", 1))
    sentences = tuple(
        Sentence(LONG, "s", 1, 1, 0, len(LONG), council=council)
        for council in ("Tameside", "Bury", None)
    )
    quoted = tuple(Quotation(LONG, "letter", number) for number in range(3))
    told = paper("article", "article", "2017-03-24", LONG, both, quotations=quoted)
    library = keeping(
        tmp_path,
        msgspec.structs.replace(told, sentences=sentences),
        paper("letter", "monitoring-visit-letter", "2017-03-20", "Visits are late."),
    )
    found = QuotationChecker(library).check("article")
    assert [c.standing for c in found] == ["not found", "letter not held", "letter not held"]


def test_articles_that_quote_nothing_and_councils_without_papers(tmp_path: Path) -> None:
    library = keeping(tmp_path, article(("Plans are late", None)), paper("a", "article", "", "x"))
    assert [record.id for record in articles_of(library.records.values())] == ["article"]
    [checked] = QuotationChecker(library).check("article")
    assert checked.verdict.verdict == "not found" and not checked.own_words
    assert QuotationChecker(library).check("a") == []
    assert QuotationChecker(library).check("article", lambda: False) == []


def test_a_library_with_a_damaged_letter_still_checks(tmp_path: Path) -> None:
    library = library_in(tmp_path)
    letter = id_of(library, "monitoring-visit-letter")
    library.file_of(letter).write_text("{", "utf-8")
    found = QuotationChecker(library).check(id_of(library, "article"))
    assert found and {checked.verdict.verdict for checked in found} == {"not found"}


@needs_shared
def test_the_table_of_the_seeds_comes_out_as_written(tmp_path: Path) -> None:
    from store.findings.finder import Finder
    from store.intake import files_under, take_in

    gold = msgspec.json.decode((SHARED / "gold" / "seeds.json").read_bytes())
    name = "000_d0e6e6c7b8f7d6d6.txt"
    files = files_under([SHARED / "seeds", SHARED / "corpus" / "80569_tameside"])
    library = Library(tmp_path / "library.json")
    assert all(o.ok for o in take_in(files, library, Finder(labeller=Unlabelled())))
    records = library.records.values()
    one = next(record for record in records if record.name == name)
    letter = next(r for r in records if r.letter_date == "2018-09-17")
    report = next(r for r in records if r.date == "2016-12-09")
    checked = QuotationChecker(library).check(one.id)
    for wanted in gold[name]["quotes"]:
        found = next(c for c in checked if c.quotation.text.startswith(wanted["begins"]))
        assert found.quotation.speaker == wanted["speaker"]
        if wanted["in_letter"] in ("exact", "altered"):
            assert found.verdict.document == letter.id
            assert found.verdict.verdict == wanted["in_letter"]
        elif "found_in" in wanted:
            assert found.verdict.document == report.id and found.verdict.verdict == "exact"
        else:
            assert found.verdict.verdict == "not found"
            assert found.own_words == (wanted["in_letter"] == "not applicable")


def test_a_council_s_paper_that_quotes_is_checked_and_covered(tmp_path: Path) -> None:
    words = "The plans of children are too often late."
    minutes = paper(
        "minutes", "other", "2020-06-05", f"The letter says: “{words}”",
        quotations=(Quotation(words, "letter", 0, voice="ofsted"),),
    )  # fmt: skip
    silent = paper("silent", "other", "2020-06-05", "Nobody is quoted.")
    letter = paper("letter", "monitoring-visit-letter", "2020-05-01", words)
    library = keeping(tmp_path, minutes, silent, letter)
    records = library.records
    assert [record.id for record in articles_of(records.values())] == ["minutes"]
    assert [record.id for record in newest_articles(records.values(), lambda _: False)] == [
        "minutes"
    ]
    [checked] = QuotationChecker(library).check("minutes")
    assert (checked.standing, checked.verdict.document) == ("exact", "letter")
    assert [r.id for r in articles_on(letter, records.values(), library.visits)] == ["minutes"]
