"""What an article made of a letter, in words: for the screen and for the command line."""

from typing import Final

from store.checking.coverage import Comparison, Coverage
from store.checking.figures import FIGURE_VERDICTS, ComparedFigure, counted
from store.checking.left_out import ThemeCovered
from store.checking.verdicts import VERDICTS
from store.library import Record
from store.model.amounts import amount_in_words, unit_in_words
from store.model.dates import in_words
from store.model.document import Figure
from store.model.vocabulary import KINDS, LETTER_KINDS
from tui import wording
from tui.quoting import SIGNS

FIGURE_SIGNS: Final = {"same": "=", "other number": "~", "not in the letter": "?"}
"""The same signs as of quotations."""


NO_LETTER: Final = "the letter it is on is not in the library"


def summary(coverage: Coverage) -> str:
    """ "7 of 9 quotations exact, 1 altered, 1 not found; 4 of 6 themes of the letter covered"."""
    parts = [quotations_in_words(coverage)]
    if coverage.figures:
        parts.append(figures_in_words(coverage))
    if coverage.letter is None:
        parts.append(NO_LETTER)
    elif coverage.named_themes:
        every = len(coverage.named_themes)
        parts.append(f"{coverage.covered_themes} of {every} themes of the letter covered")
    else:
        parts.append("the letter tells of no concern with a theme")
    return "; ".join(parts)


def short_summary(coverage: Coverage) -> str:
    """The same in one short line: "=7 ~1 ?1, figures 3/5, themes 4/6"."""
    signs = [f"{SIGNS[verdict]}{coverage.with_verdict(verdict)}" for verdict in VERDICTS]
    if coverage.unsettled:
        signs.append(f"·{coverage.unsettled}")
    quoted = len(coverage.quotations)
    none = wording.counted(quoted, "quotation") if quoted else "no quotations"
    parts = [" ".join(signs) if coverage.told else none]
    if coverage.figures:
        parts.append(f"figures {counted(coverage.figures)['same']}/{len(coverage.figures)}")
    if coverage.letter is None:
        parts.append("letter not held")
    elif coverage.named_themes:
        parts.append(f"themes {coverage.covered_themes}/{len(coverage.named_themes)}")
    return ", ".join(parts)


def signs_of_quotations(coverage: Coverage) -> str:
    """ "= 7  ~ 1  ? 1  · 2"; "none" where nothing is quoted."""
    counts = {SIGNS[verdict]: coverage.with_verdict(verdict) for verdict in VERDICTS}
    counts["·"] = coverage.own_words + coverage.unsettled
    return "  ".join(f"{sign} {count}" for sign, count in counts.items() if count) or "none"


def signs_of_figures(coverage: Coverage) -> str:
    """ "= 3  ~ 1"; "none" where the article tells no figure."""
    counts = {FIGURE_SIGNS[verdict]: n for verdict, n in counted(coverage.figures).items()}
    return "  ".join(f"{sign} {count}" for sign, count in counts.items() if count) or "none"


def compared_in_words(letter: Record, how: Comparison) -> str:
    """What the article is compared with; and that it is not the letter of its visit, if so."""
    words = f"Beside: {letter_in_words(letter)}."
    more = {
        "its visit": "",
        "nearest before": " It is the nearest before the article, perhaps not what that is on.",
        "later": " It came out after the article, so it is not what that is on.",
        "undated": "",
    }
    return words + more[how]


def quotations_in_words(coverage: Coverage) -> str:
    """How many quotations have each verdict; somebody's own words are told apart."""
    every = len(coverage.told)
    rest = [
        f"{count} {words}"
        for count, words in (
            (coverage.own_words, "in somebody’s own words"),
            (coverage.unsettled, "of a letter that is not held"),
        )
        if count
    ]
    if not every:
        return ", ".join(rest) if rest else "no quotations"
    counts = [f"{coverage.with_verdict(verdict)} {verdict}" for verdict in VERDICTS[1:]]
    if coverage.cut_off:
        counts.append(f"{coverage.cut_off} with a negation cut off")
    noun = "quotation" if every == 1 else "quotations"
    told = [f"{coverage.with_verdict('exact')} of {every} {noun} exact", *counts]
    return ", ".join([*told, *rest])


def figures_in_words(coverage: Coverage) -> str:
    """ "3 of 5 figures the same, 1 other number, 1 not in the letter"."""
    counts = counted(coverage.figures)
    every = len(coverage.figures)
    noun = "figure" if every == 1 else "figures"
    rest = [f"{counts[verdict]} {verdict}" for verdict in FIGURE_VERDICTS[1:] if counts[verdict]]
    return ", ".join([f"{counts['same']} of {every} {noun} the same", *rest])


def number_in_words(figure: Figure) -> str:
    """ "41 %", "26 to 28 cases"."""
    number = amount_in_words(figure, to=" to ", thousands=",") or "no number"
    unit = unit_in_words(figure)
    return f"{number}{'' if unit == '%' else ' '}{unit}".strip()


def figure_in_words(compared: ComparedFigure) -> str:
    """ "agency staff: 40%, in the letter 41%"."""
    words = f"{compared.figure.measure}: {number_in_words(compared.figure)}"
    beside = compared.beside
    if beside is None:
        return words
    other = number_in_words(beside)
    return f"{words}, in the letter {other}" if other != number_in_words(compared.figure) else words


def theme_in_words(theme: ThemeCovered) -> str:
    """ "? not mentioned: 3" concerns; "? left out: all 3" of a theme that the article mentions;
    "~ left out: 2 of 5"; "= taken up: 1"."""
    if not theme.covered and theme.theme and not theme.mentioned:
        return f"? not mentioned: {theme.concerns}"
    if not theme.covered:
        return f"? left out: {'all ' if theme.concerns > 1 else ''}{theme.concerns}"
    if theme.left_out:
        return f"~ left out: {len(theme.left_out)} of {theme.concerns}"
    return f"= taken up: {theme.concerns}"


def letter_in_words(record: Record) -> str:
    """ "Tameside, monitoring visit letter of 17 Sep 2018"."""
    council = ", ".join(named.name for named in record.councils[:2])
    of = " of" if record.kind in LETTER_KINDS and record.letter_date else ","
    when = f"{of} {in_words(record.date)}" if record.date else ""
    return f"{council + ', ' if council else ''}{KINDS[record.kind]}{when}"
