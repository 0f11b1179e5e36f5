"""Opens an article beside its letter, after asking which article where there are several."""

from collections.abc import Sequence
from typing import Any

from textual.app import App

from store.library import Library, LibraryError, Record
from store.model.dates import in_words
from tui import text
from tui.screens.chooser import Choice, Chooser
from tui.screens.coverage import CoverageScreen

NO_ARTICLE = "No article is in the library. a adds files: save the page of a news site as HTML."


def open_coverage(
    app: App[Any],
    library: Library,
    theme_names: dict[str, str],
    articles: Sequence[Record],
    letter: str | None = None,
) -> None:
    """Open the only article, or ask which; `letter` is the id of what to compare it with."""

    def show(article: str | None) -> None:
        if article is None:
            return
        try:
            document = library.document(article)
        except LibraryError as error:
            app.notify(str(error), severity="warning", markup=False)
            return
        app.push_screen(CoverageScreen(library, document, letter, theme_names))

    if len(articles) == 1:
        show(articles[0].id)
    else:
        choices = [article_choice(record) for record in articles]
        app.push_screen(Chooser("Article", choices, empty=NO_ARTICLE), show)


def article_choice(record: Record) -> Choice:
    """An article as a choice: its headline, then when, where and about whom."""
    councils = ", ".join(named.name for named in record.councils)
    parts = [in_words(record.date or ""), record.outlet or "", councils]
    count = f"{record.quotations} quotation{'s' if record.quotations != 1 else ''}"
    told = " · ".join(part for part in [*parts, count] if part)
    return record.id, [text.words(record.title or record.name, "bold"), text.words(told, "$quiet")]
