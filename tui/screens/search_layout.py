"""How the search screen is laid out: the field on top, beside or below each other the rest."""

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.widgets import Static

from tui import text
from tui.panes.found import FoundPane, Preview
from tui.screens.corrects import CorrectsFindings
from tui.screens.finding_rows import FindingRows
from tui.screens.searching import SearchMemory
from tui.widgets.bars import TitleBar
from tui.widgets.key_bar import KeyBar
from tui.widgets.search_input import SearchInput


class SearchLayout(FindingRows, CorrectsFindings):
    """The title, the field, what was found, and the passage around what is highlighted."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012
    DEFAULT_CSS = """
    SearchLayout {
        #search-line { height: 1; background: $panel; }
        #search-label { width: auto; }
        SearchInput { width: 1fr; background: $panel; }
        #search-note { height: auto; max-height: 3; padding: 0 1; color: $quiet; }
        #search-panes { height: 1fr; layout: vertical; }
        FoundPane {
            height: 3fr;
            padding: 0 0 0 1;
            border: round $line;
            border-title-color: $foreground;
            border-subtitle-color: $quiet;
        }
        FoundPane:focus { border: heavy $accent; border-title-color: $accent; }
        #preview {
            height: 2fr;
            padding: 0 1;
            border: round $line;
            border-title-color: $foreground;
            border-subtitle-color: $quiet;
        }
        &.-narrow FoundPane { border: none; }
        &.-narrow #preview { border: none; border-top: solid $line; }
        &.-wide #search-panes { layout: horizontal; }
        &.-wide FoundPane { width: 6fr; height: 1fr; }
        &.-wide #preview { width: 5fr; height: 1fr; }
        &.-short.-narrow #preview, &.-nothing #preview { display: none; }
    }
    """

    memory: SearchMemory

    def compose(self) -> ComposeResult:
        yield TitleBar(id="title")
        with Horizontal(id="search-line"):
            yield Static(text.line((" Search ", "bold $accent")), id="search-label")
            yield SearchInput(self.memory.query, self.memory.history, id="search-field")
        yield Static(id="search-note")
        with Container(id="search-panes"):
            yield FoundPane(id="found")
            yield Preview(id="preview")
        yield KeyBar()
