"""An article beside a letter: figures, themes left out, which letter it is."""

import msgspec
import pytest

from store.checking.articles import CheckedQuotation
from store.checking.coverage import (
    articles_on,
    compared_with,
    coverage,
    letter_on,
    letters_of,
    newest_articles,
)
from store.checking.figures import compare_figures, counted, same_number
from store.checking.left_out import themes_covered
from store.checking.paraphrase import Compared, any_same
from store.checking.verdicts import NOT_FOUND, Verdict
from store.library.record import Record, record_of
from store.model.document import CouncilNamed, Document, Figure, Quotation, Sentence, Source
from store.model.visit import Visit

TAMESIDE = (CouncilNamed("Tameside", 80569),)


def told(text: str, *themes: str, polarity: str = "concern", **more: object) -> Sentence:
    fields = {"text": text, "section": "s", "paragraph": 1, "page": 1, "start": 0, "end": 0}
    return msgspec.convert({**fields, "polarity": polarity, "themes": themes, **more}, Sentence)


def paper(
    id: str, kind: str, *sentences: Sentence, date: str | None = "2018-09-18", **more
) -> Document:  # type: ignore[no-untyped-def]
    fields = {"councils": TAMESIDE, "published": date, "text": "", **more}
    return Document(
        id=id,
        source=Source(id, id, "text/plain", id, 1),
        kind=kind,
        sentences=sentences,
        **fields,
    )


def figure(value: float | None, measure: str = "agency staff", unit: str = "%", **more) -> Figure:  # type: ignore[no-untyped-def]
    fields = {"low": None, "high": None, "sentence": 0, **more}
    return Figure(measure=measure, value=value, unit=unit, **fields)


# Figures


@pytest.mark.parametrize(
    ("theirs", "ours", "same"),
    [
        (figure(41), figure(41), True),
        (figure(41), figure(41.4), True),
        (figure(42), figure(41.4), False),
        (figure(41.2), figure(41.4), False),
        (figure(41), figure(40), False),
        (figure(28), figure(None, low=26, high=28), True),
        (figure(27), figure(None, low=26, high=28), False),
        (figure(None, low=26, high=28), figure(None, low=26, high=28), True),
        (figure(None, low=26, high=28), figure(28), False),
    ],
)
def test_which_numbers_say_the_same(theirs: Figure, ours: Figure, same: bool) -> None:
    assert same_number(theirs, ours) is same


def test_what_looks_back_is_not_asked_of_the_letter() -> None:
    then = figure(33, "unallocated cases", "cases", as_of="2016")
    article = paper("a", "article", told("Inspectors then found 33."), figures=(then,))
    assert compare_figures(article, paper("l", "monitoring-visit-letter", told("Good."))) == ()


def test_a_share_in_words_says_the_same_as_one_in_per_cent_near_it() -> None:
    assert same_number(figure(33.3, printed="a third"), figure(33))
    assert not same_number(figure(33.3, printed="a third"), figure(37))


def test_figures_are_the_same_other_or_not_in_the_letter() -> None:
    article = paper(
        "a",
        "article",
        told("Agency staff make up 40 per cent of the workforce."),
        told("The average caseload was 19."),
        told("The council left 33 cases unallocated."),
        told("The council told inspectors that 15 people were shortlisted."),
        figures=(
            figure(40),
            figure(19, "average caseload", "cases", sentence=1),
            figure(33, "unallocated cases", "cases", sentence=2),
            figure(15, "shortlisted for interview", "people", sentence=3),
        ),
    )
    letter = paper(
        "l",
        "monitoring-visit-letter",
        told("41% of staff are agency workers."),
        told("Caseloads averaged 18.5."),
        told("Inspectors were told that 15 people had been shortlisted."),
        figures=(figure(41), figure(18.5, "average caseload", "cases", sentence=1)),
    )
    found = compare_figures(article, letter)
    assert [each.verdict for each in found] == [
        "other number", "same", "not in the letter", "same",
    ]  # fmt: skip
    assert found[0].beside == letter.figures[0] and found[0].sentence == 0
    assert found[1].sentence == 1 and found[2].sentence is None
    assert found[3].beside is None and found[3].sentence == 2
    assert counted(found) == {"same": 2, "other number": 1, "not in the letter": 1}


@pytest.mark.parametrize(
    "text",
    [
        "The visit took place on 15 May.",
        "It wants between 10 and 15 unallocated cases at most.",
        "There are 10 to 15 unallocated cases.",
        "There are 215 unallocated cases, and 15% of them are late.",
    ],
)
def test_a_number_of_another_matter_is_not_taken_for_the_same(text: str) -> None:
    article = paper("a", "article", told("15 cases were unallocated."))
    article = msgspec.structs.replace(article, figures=(figure(15, "unallocated cases", "cases"),))
    letter = paper("l", "monitoring-visit-letter", told(text))
    assert compare_figures(article, letter)[0].verdict == "not in the letter"


# Themes


LETTER = paper(
    "l",
    "monitoring-visit-letter",
    told("Supervision is irregular and is not recorded.", "supervision", "recording"),
    told("Social workers change too often.", "workforce"),
    told("Caseloads are too high for some workers.", "caseloads"),
    told("Life story work is not done with all children.", "family-identity"),
    told("Return interviews are late.", "missing-exploitation"),
    told("Children are seen alone.", "direct-work", polarity="strength"),
    told("We know that visits are late.", "drift-delay", voice="council"),
    told("This is troubling."),
    date="2018-09-17",
)


def test_themes_not_mentioned_come_first_with_what_was_left_out() -> None:
    article = paper(
        "a",
        "article",
        told("Supervision was irregular and was not recorded, the letter says.", "supervision"),
        told("Staff have been praised for their work.", "workforce", polarity="strength"),
    )
    found = {theme.theme: theme for theme in themes_covered(article, LETTER)}
    assert list(found)[:3] == ["caseloads", "family-identity", "missing-exploitation"]
    assert list(found)[-1] == ""
    assert "direct-work" not in found and "drift-delay" not in found
    assert found["caseloads"].left_out == (2,) and not found["caseloads"].covered
    assert found["supervision"].left_out == () and found["supervision"].covered
    assert found["recording"].covered
    assert found["workforce"].left_out == (1,) and found["workforce"].mentioned
    assert not found["workforce"].covered and list(found)[3] == "workforce"


def test_a_theme_is_mentioned_by_its_label_or_by_name() -> None:
    letter = paper(
        "l",
        "monitoring-visit-letter",
        told("Monthly checks have said so repeatedly.", "quality-assurance"),
        told("Nobody asks what children think.", "voice-of-the-child"),
    )
    article = paper("a", "article", told("Audits are picking out the right faults."))
    found = {theme.theme: theme for theme in themes_covered(article, letter)}
    assert found["quality-assurance"].mentioned and not found["quality-assurance"].covered
    assert not found["voice-of-the-child"].mentioned


def test_the_words_of_the_council_are_not_what_the_article_made_of_the_letter() -> None:
    words = "Life story work is not done with all children."
    for voice, covered in (("council", False), ("ofsted", True), ("reporter", True)):
        article = paper("a", "article", told(words, "family-identity", voice=voice))
        found = {theme.theme: theme for theme in themes_covered(article, LETTER)}
        assert found["family-identity"].covered is covered
        assert found["family-identity"].mentioned is covered


def test_a_passage_that_the_council_quotes_is_not_taken_up() -> None:
    article = paper("a", "article", told("Nothing alike at all."))
    for voice, left_out in (("council", (3,)), ("ofsted", ())):
        known = [checked(Verdict("exact", "l", 3, score=1.0), voice=voice)]
        themes = {theme.theme: theme for theme in coverage(article, LETTER, known).themes}
        assert themes["family-identity"].left_out == left_out


@pytest.mark.parametrize(
    ("theirs", "ours", "same"),
    [
        ("Diaries are kept by hand while teams move house, and calls at the homes of foster "
         "carers do not show who was at the door.",
         "A diary is kept by hand while the team moves house, so that nobody who takes up the file "
         "later can tell from it what was tried with a parent or what came of that.", True),
        ("One in three, or 34 per cent of posts, lies vacant.",
         "Even so 34% of all posts in the teams are vacant, which the council must mend.", True),
        ("One in three, or 34 per cent of posts, lies vacant.",
         "Teams are asked to mend this before June, for 36% of posts in it are vacant and idle.",
         False),
    ],
)  # fmt: skip
def test_paraphrases(theirs: str, ours: str, same: bool) -> None:
    assert any_same(Compared(told(ours)), [Compared(told(theirs))]) is same


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("On 15 May and on 16 and 17 June 2018 the post was vacant.", set()),
        ("Of 1,204 children 41 per cent, or 3%, waited 18.5 days for 2 visits.",
         {"1204", "41%", "3%", "18.5"}),
        ("It costs £250,000.", set()),
    ],
)  # fmt: skip
def test_numbers_that_tell_a_sentence(text: str, numbers: set[str]) -> None:
    assert Compared(told(text)).numbers == numbers


def test_what_was_quoted_is_taken_up() -> None:
    article = paper("a", "article", told("Nothing alike at all."))
    known = themes_covered(article, LETTER, {3})
    assert next(t for t in known if t.theme == "family-identity").left_out == ()


def test_of_a_letter_on_two_councils_only_those_of_the_article_count() -> None:
    both = msgspec.structs.replace(
        LETTER,
        councils=(*TAMESIDE, CouncilNamed("Bury", None)),
        sentences=(
            told("Visits are late.", "drift-delay", council="Bury"),
            told("Plans are vague.", "assessment-planning", council="Tameside"),
        ),
    )
    article = paper("a", "article", told("Something else."))
    assert [theme.theme for theme in themes_covered(article, both)] == ["assessment-planning"]


# The whole


def checked(verdict: Verdict, number: int = 0, voice: str = "ofsted") -> CheckedQuotation:
    quotation = msgspec.convert(
        {"text": "x", "speaker": None, "sentence": 0, "voice": voice}, Quotation
    )
    return CheckedQuotation("a", number, quotation, verdict)


def test_counts_leave_out_own_words_and_concerns_without_a_theme() -> None:
    article = paper("a", "article", told("Nothing alike at all."))
    found = coverage(
        article,
        LETTER,
        [
            checked(Verdict("exact", "l", 3, score=1.0)),
            checked(NOT_FOUND, 1),
            checked(NOT_FOUND, 2, "council"),
        ],
    )
    assert (found.with_verdict("exact"), found.with_verdict("not found")) == (1, 1)
    assert len(found.told) == 2 and found.own_words == 1
    assert len(found.named_themes) == 6 and found.covered_themes == 1
    alone = coverage(article, None, [])
    assert alone.letter is None and alone.themes == () and alone.figures == ()


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


# The letter that an article is on


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
