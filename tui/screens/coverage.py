"""Coverage: an article beside the letter it reports on, and what was checked of it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static
from textual.worker import get_current_worker

from store.checking.articles import CheckedQuotation, QuotationChecker
from store.checking.coverage import (
    Coverage,
    compared_with,
    coverage,
    letter_on,
    letters_of,
    newest_articles,
)
from store.library import Library, LibraryError, Record
from store.model.dates import in_words
from store.model.document import Document
from store.selection import Filters
from tui import text
from tui.clipboard import copy
from tui.covering import compared_in_words, letter_in_words, short_summary, summary
from tui.keys import bind
from tui.panes.beside import DocumentBeside
from tui.panes.check_rows import checks_of
from tui.panes.checks import ChecksPane
from tui.panes.document import DocumentPane
from tui.panes.letter import LetterPane
from tui.passages import Passages
from tui.screens.chooser import Chooser
from tui.screens.painting import PaintsChanges
from tui.widgets.bars import TitleBar
from tui.widgets.deck import Deck
from tui.widgets.key_bar import KeyBar
from tui.widgets.row_list import RowList
from tui.widgets.titled import entitle

LETTER = 2
"""The place of the letter's pane."""


class CoverageScreen(PaintsChanges):
    """What was checked, the article, and the letter's passage, which follow one another."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("quotation", "quotation(1)"),
        bind("former-quotation", "quotation(-1)"),
        bind("quotation-source", "passage", words="read that passage in its whole document"),
        bind("other-letter", "other_letter"),
        bind("other-article", "other_article"),
        bind("copy", "copy"),
        bind("pane-1", "pane(0)", words="show what was checked"),
        bind("pane-2", "pane(1)", words="show the article"),
        bind("pane-3", "pane(2)", words="show the letter or report"),
        bind("next-pane", "turn(1)", footer=False),
        bind("previous-pane", "turn(-1)", footer=False),
        bind("back", "back", footer=True),
    ]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared so by Screen
        (0, "-narrow"),
        (100, "-medium"),
        (140, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012
    CSS_PATH = "../styles/coverage.tcss"

    def __init__(
        self,
        library: Library,
        article: Document,
        letter: str | None,
        theme_names: dict[str, str],
    ) -> None:
        """With the article, and the id of the letter to compare it with if that is settled."""
        super().__init__()
        self.article = article
        self.letters: Sequence[Record] = ()
        """The letters and reports of the article's councils, the likeliest first."""
        self.coverage: Coverage | None = None
        """What was found, once it is known."""
        self.letter: Document | None = None
        self._library = library
        self._wanted = letter
        self._names = theme_names
        self._checked: list[CheckedQuotation] | None = None
        self._passages = Passages(library, article)

    def compose(self) -> ComposeResult:
        yield TitleBar(id="title")
        yield Static(id="summary")
        yield Deck(
            [
                ChecksPane(id="checks"),
                DocumentBeside(self.article, id="article"),
                LetterPane(id="letter"),
            ],
            ["Checked", "Article", "Letter"],
        )
        yield KeyBar()

    def on_mount(self) -> None:
        article = self.article
        when = in_words(article.date or "")
        self.sub_title = article.title or article.source.name
        self.query_one(TitleBar).say(f"Coverage · {self.sub_title}", when)
        pane = self.query_one("#article", DocumentPane)
        entitle(pane, " · ".join(part for part in ("Article", article.outlet, when) if part))
        self.query_one(ChecksPane).focus()
        self._say("The article is being checked …")
        self._check(self._wanted)

    def on_resize(self) -> None:
        self._sum_up()

    # Checking, behind the screen

    @work(thread=True, exclusive=True, group="coverage", exit_on_error=False)
    def _check(self, wanted: str | None) -> None:
        worker = get_current_worker()
        library = self._library
        try:
            if self._checked is None:
                checker = QuotationChecker(library)
                checked = checker.check(self.article.id, lambda: not worker.is_cancelled)
            else:
                checked = self._checked
            letters = letters_of(self.article, library.records.values(), library.visits, checked)
            ids = [record.id for record in letters]
            own = letter_on(self.article, library.records.values(), library.visits, checked)
            chosen = wanted if wanted in ids else own.id if own else None
            letter = library.document(chosen) if chosen else None
        except LibraryError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._tell_of_failure, str(error))
            return
        if worker.is_cancelled:
            return
        found = coverage(self.article, letter, checked)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._use, found, checked, letters, letter)

    def _tell_of_failure(self, reason: str) -> None:
        self._say("The article could not be checked.")
        self.notify(reason, severity="warning", markup=False)

    def _use(
        self,
        found: Coverage,
        checked: list[CheckedQuotation],
        letters: Sequence[Record],
        letter: Document | None,
    ) -> None:
        self.coverage, self.letters, self.letter = found, letters, letter
        self._checked = checked
        self._passages.letter = letter
        self._sum_up()
        pane = self.query_one(ChecksPane)
        pane.show(checks_of(found), letter, self._passages.source, self._names)
        if letter is None:
            self._show_no_letter()
        elif pane.picked is None:
            self.call_later(self._follow)

    def _show_no_letter(self) -> None:
        others = " L compares it with another of its councils." if self.letters else ""
        self.query_one(LetterPane).show_nothing(
            "The letter or report that this article is on is not in the library. "
            f"a on the first screen adds some.{others}"
        )

    def _say(self, *rows: str) -> None:
        first, *more = rows
        shown = [text.words(first), *(text.words(row, "$quiet") for row in more)]
        self.query_one("#summary", Static).update(text.lines(shown))

    def _sum_up(self) -> None:
        if self.coverage is None:
            return
        if self.size.width < 60 or self.size.height < 16:
            self._say(short_summary(self.coverage))
            return
        record = self._library.records.get(self.coverage.letter or "")
        more = len(self.letters) - (record is not None)
        others = f" L: {more} other{'s' if more != 1 else ''}." if more else ""
        if record is None:
            self._say(f"{summary(self.coverage)}.{others}")
            return
        how = compared_with(self.article, record, self._library.visits)
        self._say(f"{summary(self.coverage)}.", f"{compared_in_words(record, how)}{others}")

    # The panes follow what is highlighted

    @on(RowList.Highlighted, "#checks")
    async def _on_check(self) -> None:
        await self._follow()

    async def _follow(self) -> None:
        check = self.query_one(ChecksPane).picked
        article = self.query_one("#article", DocumentPane)
        number = check.quotation.number if check and check.quotation else None
        article.show_quotations(self._checked or (), number)
        if check is not None and check.sentence is not None:
            article.go_to(check.sentence)
        found = self._passages.of(check)
        if found is None:
            if self.coverage is not None:
                self._show_no_letter()
            return
        pane = self.query_one(LetterPane)
        await pane.show(found.document, found.title, found.sentence, found.marked, found.words)
        entitle(pane, subtitle=found.note)

    @on(RowList.Chosen, "#checks")
    def _on_to_the_letter(self) -> None:
        self.query_one(Deck).go(LETTER)

    # Commands

    def action_quotation(self, by: int) -> None:
        self.query_one(ChecksPane).quotation_step(by)

    def action_passage(self) -> None:
        """Read the passage full screen."""
        check = self.query_one(ChecksPane).picked
        found = self._passages.of(check)
        if found is None or found.sentence is None:
            self.notify("There is no passage of this in what the library holds.", timeout=3)
            return
        from tui.screens.read import Read

        filters = Filters(shown="concerns")
        read = Read(found.document, found.sentence, filters, self._names, self._library)
        self.app.push_screen(read)

    def action_other_letter(self) -> None:
        if not self.letters:
            self.notify("No letter or report of its councils is held.", timeout=3)
            return
        choices = [
            (
                record.id,
                [
                    text.words(letter_in_words(record), "bold"),
                    text.words(self._passages.count_in_words(record, self._checked), "$quiet"),
                ],
            )
            for record in self.letters
        ]
        current = self.coverage.letter if self.coverage else None

        def take(letter: str | None) -> None:
            if letter and letter != current:
                self._say("The article is being checked …")
                self._check(letter)

        self.app.push_screen(Chooser("Compare with", choices, current=current or ""), take)

    def action_other_article(self) -> None:
        from tui.screens.opening_coverage import article_choice

        councils = {named.name for named in self.article.councils}
        records = newest_articles(
            self._library.records.values(),
            lambda record: any(named.name in councils for named in record.councils),
        )
        choices = [article_choice(record) for record in records]

        def take(article: str | None) -> None:
            if not article or article == self.article.id:
                return
            try:
                document = self._library.document(article)
            except LibraryError as error:
                self.notify(str(error), severity="warning", markup=False)
                return
            self.app.switch_screen(CoverageScreen(self._library, document, None, self._names))

        self.app.push_screen(Chooser("Article", choices, current=self.article.id), take)

    def action_copy(self) -> None:
        words = self._passages.to_copy(self.query_one(ChecksPane).picked)
        if not words:
            self.notify("There is nothing to copy here.", timeout=2)
            return
        copy(self.app, words)
        self.notify(words, title="Copied with its citation", markup=False, timeout=4)

    def action_pane(self, place: int) -> None:
        self.query_one(Deck).go(place)

    def action_turn(self, by: int) -> None:
        self.query_one(Deck).turn(by)

    def action_back(self) -> None:
        """From the letter or the article to what was checked; from there back."""
        deck = self.query_one(Deck)
        if deck.active:
            deck.go(0)
        else:
            self.dismiss()
