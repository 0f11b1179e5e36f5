"""An article beside a letter: its quotations, its figures, and what of the letter it left out."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import msgspec

from store.checking.articles import CheckedQuotation, is_phrase, quotes, sources_of
from store.checking.figures import ComparedFigure, compare_figures
from store.checking.left_out import ThemeCovered, themes_covered
from store.checking.subjects import is_later, subjects
from store.checking.verdicts import VerdictWord
from store.library.record import Record
from store.model.document import Document
from store.model.visit import Visit


class Coverage(msgspec.Struct, frozen=True):
    """What an article made of a letter."""

    article: str
    letter: str | None
    """Id of the letter or report; None where the library does not hold what the article is on."""
    quotations: tuple[CheckedQuotation, ...]
    figures: tuple[ComparedFigure, ...] = ()
    themes: tuple[ThemeCovered, ...] = ()

    @property
    def told(self) -> list[CheckedQuotation]:
        """The quotations with a verdict: not a council's or another's own words, nor such as
        only a letter could hold that the library lacks."""
        return [c for c in self.quotations if not c.own_words and not c.unsettled]

    def with_verdict(self, verdict: VerdictWord) -> int:
        """How many of these have this verdict."""
        return sum(checked.verdict.verdict == verdict for checked in self.told)

    @property
    def cut_off(self) -> int:
        """How many leave out the word before them, such as "no", that turns them round."""
        return sum(bool(checked.verdict.cut_off) for checked in self.told)

    @property
    def own_words(self) -> int:
        return sum(checked.own_words for checked in self.quotations)

    @property
    def unsettled(self) -> int:
        """How many could only be in a letter that the library lacks."""
        return sum(checked.unsettled for checked in self.quotations)

    @property
    def named_themes(self) -> list[ThemeCovered]:
        """The themes of the letter, without what has none."""
        return [each for each in self.themes if each.theme]

    @property
    def covered_themes(self) -> int:
        return sum(each.covered for each in self.named_themes)


def coverage(
    article: Document, letter: Document | None, quotations: Iterable[CheckedQuotation]
) -> Coverage:
    """The article beside one letter or report.

    Args:
        article: the article.
        letter: what it is compared with; None leaves only the quotations.
        quotations: the article's quotations as they were checked, in every document held.
    """
    checked = tuple(quotations)
    if letter is None:
        return Coverage(article.id, None, checked)
    figures = compare_figures(article, letter)
    known = {each.sentence for each in figures if each.verdict == "same"}
    quoted = [c for c in checked if c.quotation.voice != "council"]
    known |= {c.verdict.sentence for c in quoted if c.verdict.document == letter.id}
    themes = themes_covered(article, letter, {index for index in known if index is not None})
    return Coverage(article.id, letter.id, checked, figures, themes)


def letters_of(
    article: Document,
    records: Iterable[Record],
    visits: Iterable[Visit],
    quotations: Sequence[CheckedQuotation] = (),
) -> list[Record]:
    """The letters and reports of the article's councils, the likeliest to be its subject first.

    First those of a visit that the article tells of, then those that most of its quotations are
    from, then the nearest before its date.
    """
    tiers = sources_of(article, records)
    official = [r for r in (tiers[0] if tiers else ()) if r.kind not in ("article", "other")]
    told = {id for visit in visits if article.id in visit.documents for id in visit.documents}
    quoted = Counter(checked.verdict.document for checked in quotations)
    return sorted(official, key=lambda record: (record.id not in told, -quoted[record.id]))


def letter_on(
    article: Document,
    records: Iterable[Record],
    visits: Sequence[Visit],
    quotations: Sequence[CheckedQuotation] = (),
) -> Record | None:
    """The letter or report that the article is likeliest on; None if the library lacks it."""
    found = {c.verdict.document for c in quotations if is_phrase(c.quotation)}
    quoted = {id for id in found if id}
    known = letters_of(article, records, visits, quotations)
    return next(iter(subjects(article, known, visits, quoted)), None)


Comparison = Literal["its visit", "nearest before", "later", "undated"]
"""How a letter stands to an article: of a visit that the article tells of; else the nearest that
was out before it, or one that came out after it, or one of which that is not known."""


def compared_with(article: Document, letter: Record, visits: Iterable[Visit]) -> Comparison:
    """How a letter stands to an article that it is compared with."""
    if any({article.id, letter.id} <= set(visit.documents) for visit in visits):
        return "its visit"
    if not article.date or not letter.date:
        return "undated"
    return "later" if is_later(letter, article.date) else "nearest before"


def articles_on(
    letter: Document, records: Iterable[Record], visits: Iterable[Visit]
) -> list[Record]:
    """The articles of a letter's councils, and papers that quote: first those that tell of its
    visit, newest first."""
    councils = {named.name for named in letter.councils}
    own = [
        record
        for record in records
        if quotes(record) and councils & {named.name for named in record.councils}
    ]
    told = {id for visit in visits if letter.id in visit.documents for id in visit.documents}
    own.sort(key=lambda record: (record.date or "", record.id), reverse=True)
    return sorted(own, key=lambda record: record.id not in told)


def newest_articles(records: Iterable[Record], first: Callable[[Record], bool]) -> list[Record]:
    """Every article and paper that quotes, newest first; those for which `first` says so before
    the others."""
    articles = [record for record in records if quotes(record)]
    articles.sort(key=lambda record: (record.date or "", record.id), reverse=True)
    return sorted(articles, key=lambda record: not first(record))
