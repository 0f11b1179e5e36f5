"""The query language: what each form means, and that no text is an error."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.findings.themes import vocabulary
from store.search import Choices, Query, Term, parse

COUNCILS = ("Tameside", "Stoke-on-Trent", "Bournemouth, Christchurch and Poole", "North Somerset")
CHOICES = Choices(vocabulary(None), COUNCILS)


def read(text: str) -> Query:
    return parse(text, CHOICES)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("agency staff", (Term("agency"), Term("staff"))),
        ('"management oversight"', (Term("management oversight", phrase=True),)),
        (
            "“management oversight” drift",
            (Term("management oversight", phrase=True), Term("drift")),
        ),
        ("supervis*", (Term("supervis", prefix=True),)),
        ('"social work*"', (Term("social work", phrase=True, prefix=True),)),
        ('"social work"*', (Term("social work", phrase=True, prefix=True),)),
        ("-agency", (Term("agency", negated=True),)),
        ("–agency", (Term("agency", negated=True),)),
        ('-"agency staff"', (Term("agency staff", phrase=True, negated=True),)),
        ('"still typing', (Term("still typing", phrase=True),)),
        ("well-being", (Term("well-being"),)),
        ("children’s", (Term("children's"),)),
        ("drift drift", (Term("drift"),)),
        ('* - -- "" \'', ()),
        ("ratio:3 of", (Term("ratio 3", phrase=True), Term("of"))),
        ("", ()),
    ],
)
def test_words(text: str, terms: tuple[Term, ...]) -> None:
    assert read(text).terms == terms


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("theme:workforce", (("theme", ("workforce",)),)),
        ("THEME:Workforce", (("theme", ("workforce",)),)),
        ("theme:workforce,caseloads", (("theme", ("workforce", "caseloads")),)),
        ("theme:workforce theme:caseloads", (("theme", ("workforce", "caseloads")),)),
        ("theme:management-oversight", (("theme", ("management-oversight",)),)),
        ('theme:"management oversight"', (("theme", ("management-oversight",)),)),
        ("theme:manag", (("theme", ("management-oversight",)),)),
        ("council:tameside", (("council", ("Tameside",)),)),
        ("council:stoke", (("council", ("Stoke-on-Trent",)),)),
        ("council:poole", (("council", ("Bournemouth, Christchurch and Poole",)),)),
        ('council:"north somerset"', (("council", ("North Somerset",)),)),
        ("kind:article", (("kind", ("article",)),)),
        (
            "kind:monitoring",
            (("kind", ("monitoring-visit-letter",)),),
        ),
        ("polarity:concern", (("polarity", ("concern",)),)),
        ("polarity:concerns", (("polarity", ("concern", "mixed")),)),
        ("voice:council", (("voice", ("council",)),)),
        ("kind：article", (("kind", ("article",)),)),
    ],
)
def test_fields(text: str, fields: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    query = read(text)
    assert query.fields == fields
    assert query.problems == () and query.terms == ()


def test_fields_can_be_left_out() -> None:
    query = read("-theme:workforce drift -kind:article,other")
    assert query.excluded == (("theme", ("workforce",)), ("kind", ("article", "other")))
    assert query.fields == () and query.terms == (Term("drift"),)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("since:2018", "2018", None),
        ("until:2018-09", None, "2018-09"),
        ("after:2018", "2019-01-01", None),
        ("before:2019", None, "2018-12-31"),
        ("after:2018-2", "2018-03-01", None),
        ("after:2020-02-28", "2020-02-29", None),
        ("before:17/9/2018", None, "2018-09-16"),
        ("since:9/2018", "2018-09", None),
        ("since:2017 since:2018 before:2021 until:2019", "2018", "2019"),
        ("before:0001", None, "0000"),
        ("after:9999", "9999-12-32", None),
    ],
)
def test_dates(text: str, since: str | None, until: str | None) -> None:
    query = read(text)
    assert (query.since, query.until) == (since, until)
    assert query.problems == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("theme:workforse", "did you mean theme:workforce?"),
        ("council:tamside", "did you mean council:Tameside?"),
        ("council:north-somersset", 'did you mean council:"North Somerset"?'),
        ("council:kent", "The library holds nothing on Kent."),
        ("kind:zzz", "There is no kind “zzz”"),
        ("polarity:bad", "there are concern, strength, mixed, neutral"),
        ("theme:", "needs a value, such as theme:workforce"),
        ("before:", "needs a date"),
        ("before:soon", "“soon” is no date; write 2018"),
        ("before:2018-13", "There is no such date as “2018-13”"),
        ("-before:2018", "write since:2018"),
        ("thme:workforce", "did you mean “theme:”?"),
    ],
)
def test_what_is_not_understood_is_told(text: str, words: str) -> None:
    query = read(f"agency {text}")
    assert len(query.problems) == 1 and words in query.problems[0]
    assert Term("agency") in query.terms


def test_an_unknown_value_finds_nothing_rather_than_everything() -> None:
    assert read("theme:zzzz").fields == (("theme", ()),)


@given(st.text(max_size=300))
@example("theme:" * 50)
@example('"' * 99)
@example("-" * 3000)
@example("theme:\udc80 before:٢٠١٨ council:İ")
@example("before:0000 after:0000-00-00 since:99999")
def test_no_text_is_an_error(text: str) -> None:
    query = read(text)
    assert all(isinstance(problem, str) and problem for problem in query.problems)
    assert all(any(char.isalnum() for char in term.text) for term in query.terms)
    assert query.is_empty == (
        not (query.terms or query.fields or query.excluded or query.since or query.until)
    )


PIECES = st.sampled_from(
    ["agency", '"social workers"', "supervis*", "-drift", "theme:workforce", "-kind:article",
     "before:2019", "council:tameside", '"', "-", "*", ":", "theme:", ",", "since:", " "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12), st.booleans())
def test_pieces_in_any_order_are_read(pieces: list[str], apart: bool) -> None:
    query = read((" " if apart else "").join(pieces))
    if apart and '"' not in pieces:
        assert (Term("agency") in query.terms) == ("agency" in pieces)
        assert (Term("drift", negated=True) in query.terms) == ("-drift" in pieces)
        assert (("theme", ("workforce",)) in query.fields) == ("theme:workforce" in pieces)
        assert (query.until == "2018-12-31") == ("before:2019" in pieces)
