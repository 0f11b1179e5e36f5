"""What the search screen says where it has no sentences to show."""

from textual.content import Content

from store.search import Query
from tui import text

_LANGUAGE = (
    ("caseloads agency", "sentences with both words"),
    ('"management oversight"', "these words one after the other"),
    ("supervis*", "words that begin like this"),
    ("-agency", "without this word; -theme:workforce too"),
    ("theme:workforce", "one of the themes; with a comma any of two"),
    ("council:tameside", "on one council, by any of its names"),
    ("kind:letter", "letter, report, article, monitoring, focused"),
    ("polarity:concern", "concern, strength, mixed, neutral, concerns"),
    ("voice:council", "ofsted, council, reporter, other"),
    ("group:young-carers", "sentences on one group of children"),
    ("before:2019 after:2018-06", "documents dated so; since: and until: take the day in"),
)


def language(width: int) -> Content:
    """The query language, a line for each of its parts."""
    column = max(len(example) for example, _ in _LANGUAGE) + 3
    rows = [Content.styled("Type to search every sentence of the library.", "bold"), Content("")]
    for example, words in _LANGUAGE:
        if width >= column + 24:
            shown = text.line((f"{example:<{column}}", "$accent"), (words, "$quiet"))
            rows.append(text.fit(shown, width))
        else:
            rows.append(text.fit(Content.styled(example, "$accent"), width))
            rows.append(text.fit(Content.styled(f"  {words}", "$quiet"), width))
    return text.lines(rows)


def nothing_found(query: Query, *, filtered: bool) -> Content:
    """Why there may be nothing, and what to try."""
    rows = [Content.styled("No sentence holds all of this.", "bold"), Content("")]
    if filtered:
        rows.append(Content("F3 searches without the filters of browsing."))
    whole = [term for term in query.wanted if not term.prefix and not term.phrase]
    if whole:
        example = text.words(f"{whole[-1].text[:12]}*").plain
        rows.append(Content(f"A star finds words that begin alike: {example}"))
    return text.lines(rows)
