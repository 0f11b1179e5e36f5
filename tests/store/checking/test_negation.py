"""A quotation that leaves out the word that turns it round is told so, beside its verdict."""

from pathlib import Path

import msgspec
import pytest

from store.checking.articles import QuotationChecker
from store.checking.verdicts import Shelf
from store.export.quotation_lines import quotation_line
from store.model.document import Quotation, Sentence
from tests.store.checking.test_articles import keeping, paper
from tests.store.checking.test_verdicts import document
from tui.quoting import verdict_in_words

LETTER = [
    "We met no carers who were left without help at weekends.",
    "Hardly any foster carers get the training that they ask for.",
    "Plans are not yet consistently clear to families.",
    "There is a lack of reliable advice at night.",
    "A few teams keep good records; records are good in the north too.",
    "Not only are panels quick, they write well.",
    "Not all team leaders read the plans of their staff.",
    "Team leaders read the plans of their staff in the west.",
    "If not, children go home.",
    "Reviews don’t always record what parents say.",
]
SHELF = Shelf([document(LETTER)])


@pytest.mark.parametrize(
    ("quotation", "cut_off"),
    [
        ("carers who were left without help", "no"),
        ("foster carers get the training that they ask for", "Hardly"),
        ("clear to families", "not"),
        ("reliable advice", "lack"),
        ("record what parents say", "don’t"),
        ("Plans are [...] clear to families", "not"),
        ("no carers who were left without help", ""),
        ("teams keep good records", ""),
        ("are panels quick", ""),
        ("children go home", ""),
        ("help at weekends", "without"),
    ],
)
def test_what_was_cut_off_is_told_beside_exact(quotation: str, cut_off: str) -> None:
    found = SHELF.check(quotation)
    assert (found.verdict, found.cut_off) == ("exact", cut_off)


def test_beside_altered_too() -> None:
    found = SHELF.check("carers were left without help at weekends")
    assert (found.verdict, found.cut_off) == ("altered", "no")


def test_where_it_stands_without_such_a_word_it_is_from_there() -> None:
    found = SHELF.check("team leaders read the plans of their staff")
    assert (found.sentence, found.cut_off) == (7, "")


@pytest.mark.parametrize(
    ("told", "cut_off"),
    [
        ("Inspectors said plans are “clear to families”, to their credit.", "not"),
        ("Inspectors said plans are not “clear to families”.", ""),
        ("Nobody said no. Plans are “clear to families”.", "not"),
        ("The letter denied that plans were “clear to families”.", ""),
    ],
)
def test_an_article_that_says_no_in_its_own_words(tmp_path: Path, told: str, cut_off: str) -> None:
    begin = told.index("“") + 1
    words = "clear to families"
    article = paper(
        "article", "article", "2020-05-05", told,
        quotations=(Quotation(words, "letter", 0, begin, begin + len(words)),),
    )  # fmt: skip
    letter = paper("letter", "monitoring-visit-letter", "2020-05-01", LETTER[2])
    sentences = tuple(Sentence(text, "s", n, 1, 0, 0) for n, text in enumerate(LETTER))
    library = keeping(tmp_path, article, msgspec.structs.replace(letter, sentences=sentences))
    [checked] = QuotationChecker(library).check("article")
    line = quotation_line(checked, library.records["article"], None)
    assert (line["verdict"], line["cut_off"]) == ("exact", cut_off or None)
    assert ("“not” stands before it" in verdict_in_words(checked)) == bool(cut_off)
