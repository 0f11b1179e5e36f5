"""Read: one document full screen, its findings marked in the gutter and in the text."""

from collections import Counter
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from store.library import Library
from store.model.dates import in_words
from store.model.document import Document, Sentence
from store.model.finding import Finding
from store.model.vocabulary import KINDS
from store.selection import Filters, finding_of
from tui.keys import bind
from tui.panes.article import ArticlePane
from tui.panes.document import DocumentPane
from tui.panes.over_time import fitting, short_month
from tui.panes.quotation import QuotationNote
from tui.screens.finding_commands import FindingCommands, Picked
from tui.screens.read_corrects import CorrectsInRead
from tui.screens.read_earlier import FollowsEarlier
from tui.screens.read_export import ExportsInRead
from tui.screens.read_quotations import FollowsQuotations
from tui.vocabulary import vocabulary_of
from tui.widgets.bars import TITLE_TAKES, TitleBar
from tui.widgets.filter_line import FilterLine
from tui.widgets.key_bar import KeyBar
from tui.widgets.row_list import RowList


class Read(CorrectsInRead, FollowsEarlier, FollowsQuotations, ExportsInRead, FindingCommands):
    """A document; n and N walk through the findings of the selection, or the places found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("next", "next(1)", footer=True, words="next finding, or next place found"),
        bind(
            "previous",
            "next(-1)",
            footer=True,
            words="previous finding, or previous place found",
        ),
        bind("filter", "find", words="find words in this document"),
        bind("polarity", "polarity", words="mark concerns, strengths, all sentences"),
        bind("theme", "theme", words="mark only a theme: t, then its letter"),
        bind("clear-themes", "clear_themes", footer=False),
        bind("any-all", "any_all", words="mark findings with any of the themes, or with all"),
        bind("outline", "outline"),
        bind("back", "back", footer=True),
    ]

    def __init__(
        self,
        document: Document,
        sentence: int,
        filters: Filters,
        theme_names: dict[str, str],
        library: Library | None = None,
    ) -> None:
        super().__init__()
        self.library = library
        self.document = document
        self.filters = filters
        pane = ArticlePane if document.kind == "article" else DocumentPane
        self.pane = pane(document, sentence, id="document")
        self.found: list[int] = []
        """Indexes of the sentences that hold the words looked for."""
        self._theme_names = theme_names

    def compose(self) -> ComposeResult:
        yield TitleBar(id="title")
        yield self.pane
        yield QuotationNote(id="quotation")
        yield FilterLine(id="filter")
        yield KeyBar()

    def on_mount(self) -> None:
        self.pane.focus()
        self._mark()
        self.pane.go_to(self.sentence)
        self._say()
        self.begin_checking()

    @property
    def sentence(self) -> int:
        """Index of the sentence that the cursor is on, which all keys act on."""
        return self.pane.sentence

    @on(DocumentPane.Moved)
    def _say_where(self) -> None:
        self._say()

    # What is marked

    @property
    def findings(self) -> list[int]:
        """Indexes of the sentences that the filters select, in order."""
        shown = self.filters
        return [
            index
            for index, sentence in enumerate(self.document.sentences)
            if sentence.polarity in shown.polarities
            and (shown.shown != "all" or sentence.polarity != "neutral")
            and (not shown.voices or sentence.voice in shown.voices)
            and (not shown.groups or set(shown.groups) & set(sentence.groups))
            and (not shown.themes or self._has_themes(sentence))
        ]

    def _has_themes(self, sentence: Sentence) -> bool:
        wanted, told = set(self.filters.themes), set(sentence.themes)
        return wanted <= told if self.filters.every_theme else bool(wanted & told)

    def _mark(self) -> None:
        self.pane.mark(set(self.findings), self.found_words)

    @property
    def found_words(self) -> str:
        return self._looked_for if self.found else ""

    _looked_for = ""

    def _say(self) -> None:
        walked = self.found or self.findings
        name = "found" if self.found else self.filters.shown
        if self.sentence in walked:
            count = f"{name}: {list(walked).index(self.sentence) + 1} of {len(walked)}"
        else:
            count = f"{len(walked)} {name}"
        ways = self._titles()
        self.sub_title = ways[0]
        room = self.app.size.width - len(count) - TITLE_TAKES
        self.query_one(TitleBar).say(fitting(ways, room), count)

    def _titles(self) -> list[str]:
        """What is read, in fewer and fewer words."""
        document = self.document
        council = ", ".join(named.name for named in document.councils) or document.title or ""
        kind, date = KINDS[document.kind], document.date
        if not date:
            return [f"{council} · {kind}", council]
        day, month = in_words(date), short_month(date)
        return [
            *(f"{council} · {kind} · {when}" for when in (day, month)),
            *(f"{council} · {when}" for when in (day, month)),
        ]

    def on_resize(self) -> None:
        self._say()

    # Commands

    @property
    def picked_sentence(self) -> Picked | None:
        return (self.document, self.sentence) if self.document.sentences else None

    @property
    def picked_finding(self) -> Finding | None:
        if not self.document.sentences:
            return None
        sentence = self.document.sentences[self.sentence]
        return finding_of(self.document, self.sentence, sentence, lambda *_: None)

    @property
    def theme_names(self) -> dict[str, str]:
        return self._theme_names

    def action_next(self, by: int) -> None:
        """To the next finding (or place found) after where the reader is; round at the ends."""
        walked = list(self.found or self.findings)
        if not walked:
            self.notify("There is nothing of the selection in this document.", timeout=3)
            return
        here = self.sentence
        if by > 0:
            target = next((index for index in walked if index > here), walked[0])
        else:
            target = next((index for index in reversed(walked) if index < here), walked[-1])
        self.go_to_sentence(target)

    def go_to_sentence(self, sentence: int) -> None:
        self.pane.go_to(sentence)
        self._say()

    @on(RowList.Chosen)
    def _take_sentence(self, event: RowList.Chosen) -> None:
        """The next sentence of the paragraph; after its last one its first finding."""
        event.stop()
        here = self.pane.sentences_here()
        if not here:
            return
        found = [index for index in self.findings if index in here]
        later = [index for index in here if index > self.sentence]
        self.go_to_sentence(later[0] if later else found[0] if found else here[0])

    def read_other(self, document: Document, sentence: int) -> None:
        read = Read(document, sentence, self.filters, self._theme_names, self.library)
        self.app.push_screen(read)

    # Themes and polarity, here only: the selection of the screen below stays as it is

    def _refilter(self, filters: Filters) -> None:
        self.filters = filters
        self._mark()
        self._say()

    def action_polarity(self) -> None:
        self._refilter(self.filters.next_shown())

    def action_clear_themes(self) -> None:
        if not self.filters.themes:
            self.notify("No theme is chosen; t chooses one.", timeout=3)
        self._refilter(self.filters.but(themes=()))

    def action_any_all(self) -> None:
        self._refilter(self.filters.but(every_theme=not self.filters.every_theme))
        how = "all" if self.filters.every_theme else "any"
        self.notify(f"Findings with {how} of the themes are marked.", timeout=3)

    def action_theme(self) -> None:
        from tui.screens.theme_picker import ThemePicker

        def switch(theme: str | None) -> None:
            if theme:
                self._refilter(self.filters.with_theme(theme))

        keys = {theme.id: theme.key for theme in vocabulary_of(self.app).themes}
        told = Counter(
            theme
            for sentence in self.document.sentences
            if sentence.polarity in self.filters.polarities
            for theme in sentence.themes
        )
        chosen = self.filters.themes
        rows = [
            (id, keys.get(id, ""), name, told[id], id in chosen)
            for id, name in self._theme_names.items()
        ]
        self.app.push_screen(ThemePicker(rows), switch)

    def action_outline(self) -> None:
        from tui.screens.outline import Outline

        pane = self.pane
        if not pane.sections:
            self.notify("This document has no headings.", timeout=3)
            return

        def go(row: int | None) -> None:
            if row is not None:
                pane.go_to_row(row)

        self.app.push_screen(Outline(pane.sections, self.findings, pane.highlighted), go)

    # Finding words

    async def action_find(self) -> None:
        await self.query_one(FilterLine).open("find", "Find", self._looked_for)

    @on(FilterLine.Changed)
    def _find(self, event: FilterLine.Changed) -> None:
        self._looked_for = event.words
        wanted = event.words.casefold().strip()
        self.found = [
            index
            for index, sentence in enumerate(self.document.sentences)
            if wanted and wanted in sentence.text.casefold()
        ]
        self._mark()
        if self.found:
            after = next((index for index in self.found if index >= self.sentence), self.found[0])
            self.pane.go_to(after)
        here = f"{self.found.index(self.sentence) + 1} of {len(self.found)}" if self.found else ""
        self.query_one(FilterLine).note(here or ("nothing found" if wanted else ""))
        self._say()

    @on(FilterLine.Closed)
    def _after_find(self, event: FilterLine.Closed) -> None:
        if not event.kept:
            self._clear_find()
        self.pane.focus()

    def _clear_find(self) -> None:
        self.found, self._looked_for = [], ""
        self._mark()
        self._say()

    def action_back(self) -> None:
        if self.found:
            self._clear_find()
        else:
            self.dismiss()
