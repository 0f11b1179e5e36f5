"""Why a finding has its label: the words that carried it, what came second, the themes' scores."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from store.model.document import Document, Sentence
from tui import text
from tui.keys import bind
from tui.screens.dims_below import DimsBelow

if TYPE_CHECKING:
    from store.findings.finder import Finder
    from store.findings.trained.occlusion import Why, WordWeight

BAR: Final = 20
"""Cells of the longest bar."""
LEAST: Final = 0.02
"""A word that changes the probability by less carried nothing."""
WORDS: Final = 14
"""As many words are listed; the rest weigh less."""
MARKED: Final = 0.3
"""Share of the heaviest word's weight from which on a word is marked in the sentence."""
COLUMN: Final = 26


class WhyScreen(ModalScreen[None], DimsBelow):
    """Opened on one sentence of a document; works out its reasons in a thread."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("back", "close", footer=True),
        bind("why", "close", words="close"),
        bind("row-down", "scroll(1)", words="a line down"),
        bind("row-up", "scroll(-1)", words="a line up"),
        bind("page-down", "scroll(10)"),
        bind("page-up", "scroll(-10)"),
    ]
    HELP = """\
# Why
Each word was left out in turn: the longer its bar, the more the label hangs on it. Words with −
speak against the label: without them it would be surer.
"""

    def __init__(self, document: Document, index: int, theme_names: dict[str, str]) -> None:
        super().__init__()
        self._document = document
        self._index = index
        self._theme_names = theme_names

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="why"):
            yield Static("Working it out …", id="why-text")

    def on_mount(self) -> None:
        box = self.query_one("#why", VerticalScroll)
        box.border_title = "Why this label"
        box.border_subtitle = "esc closes"
        box.focus()
        self._work_out()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _work_out(self) -> "Why | None":
        from store import paths

        finder = _finder(getattr(self.app, "themes_file", paths.themes_file()))
        return finder.why(self._document, self._index)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state == WorkerState.SUCCESS:
            result = event.worker.result
            shown = (
                Content("The classifier that made this label cannot tell why.")
                if result is None
                else self._content(result)
            )
            self.query_one("#why-text", Static).update(shown)
        elif event.state == WorkerState.ERROR:
            problem = text.words(str(event.worker.error), "$concern")
            self.query_one("#why-text", Static).update(text.line("It cannot be told: ", problem))

    def _content(self, why: "Why") -> Content:
        sentence = self._document.sentences[self._index]
        label = why.label
        # Where a sentence ends or a bracket opens weighs something as well, and tells nobody why.
        telling = [
            word
            for word in why.words
            if abs(word.polarity) >= LEAST
            and any(map(str.isalnum, sentence.text[word.start : word.end]))
        ]
        most = max((abs(word.polarity) for word in telling), default=1.0)
        marked = [(w.start, w.end) for w in telling if w.polarity >= MARKED * most]
        colour = text.COLOURS[label.polarity]
        rows = [
            text.marked(sentence.text, marked, f"bold underline {colour}"),
            Content(""),
            *_polarity(why),
            *_reader(sentence),
            Content(""),
            Content.styled("Words that carried it", "bold $accent"),
        ]
        heaviest = sorted(telling, key=lambda word: -abs(word.polarity))[:WORDS]
        rows += [_word_row(word, sentence, most, colour) for word in heaviest if word.polarity > 0]
        if not any(word.polarity > 0 for word in heaviest):
            rows.append(Content.styled("No single word: it is the sentence as a whole.", "$quiet"))
        against = [word for word in heaviest if word.polarity < 0]
        if against:
            rows += [Content(""), Content.styled("Words that spoke against it", "bold $accent")]
            rows += [_word_row(word, sentence, most, colour) for word in against]
        rows += [Content(""), Content.styled("Themes", "bold $accent")]
        ranked = sorted(why.scores.themes.items(), key=lambda item: -item[1])
        for theme, score in ranked[:6]:
            given = theme in label.themes
            name = text.line("● " if given else "  ", text.words(self._theme_name(theme)))
            needed = "" if given else f"  needs {why.scores.thresholds[theme]:.0%}"
            rows.append(_bar_row(name, score, f"{score:.0%}{needed}", "$accent"))
            if given:
                rows.extend(self._theme_words(theme, why, sentence.text))
        return text.lines(rows)

    def _theme_words(self, theme: str, why: "Why", sentence: str) -> list[Content]:
        weighed = [(word.themes.get(theme, 0.0), word) for word in why.words]
        best = sorted((pair for pair in weighed if pair[0] >= LEAST), key=lambda pair: -pair[0])[:4]
        if not best:
            return []
        shown = ", ".join(sentence[word.start : word.end] for _, word in best)
        return [text.line("    by ", text.words(shown, "$quiet"))]

    def _theme_name(self, theme: str) -> str:
        return self._theme_names.get(theme, theme)

    def action_scroll(self, by: int) -> None:
        self.query_one("#why", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_close(self) -> None:
        self.dismiss(None)


def _polarity(why: "Why") -> list[Content]:
    """The label and what came second; where a rule decided, the rule and then the words alone."""
    given = why.label.polarity
    second, probability = why.runner_up
    if why.rule is None:
        first: tuple[str, float] = given, why.scores.polarity[given]
        before, rows = "", []
    else:
        first, (second, probability) = why.ranked[:2]
        before = "The words alone: "
        ruled = f" {given}, decided by {why.rule}."
        rows = [text.line(text.sign(given), ruled)]
    return [
        *rows,
        text.line(
            before,
            text.sign(first[0]),
            f" {first[0]} {first[1]:.0%}, then ",
            text.sign(second),
            f" {second} {probability:.0%}",
        ),
    ]


def _reader(sentence: Sentence) -> list[Content]:
    """A word on the reader's label, where there is one: what follows explains the classifier's."""
    if not sentence.corrected:
        return []
    said = text.line("✎ corrected to ", text.sign(sentence.polarity), f" {sentence.polarity}")
    return [text.line(said, ("; this is the classifier’s own label", "$quiet"))]


@lru_cache(maxsize=1)
def _finder(themes_file: Path) -> "Finder":
    """Loaded at the first question; the next are answered at once."""
    from store.findings.finder import Finder

    return Finder(themes_file)


def _word_row(word: "WordWeight", sentence: Sentence, most: float, colour: str) -> Content:
    printed = text.words(sentence.text[word.start : word.end])
    return _bar_row(printed, word.polarity / most, f"{word.polarity:+.0%}", colour)


def _bar_row(name: Content, share: float, value: str, colour: str) -> Content:
    """A name, a bar as long as its share (-1 to 1) of the longest, and the value."""
    cut = text.fit(name, COLUMN - 1)
    full = max(1, round(abs(share) * BAR)) if share else 0
    bar = ("█" if share > 0 else "░") * full
    return text.line("  ", cut.pad_right(COLUMN - cut.cell_length), (bar, colour), f" {value}")
