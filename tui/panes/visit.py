"""The visit (or council) that is highlighted, and the passage around the highlighted finding."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from store.library import CouncilCard, LibraryError, Record
from store.model.document import Document
from store.model.visit import Visit
from tui.keys import bind
from tui.panes.passage import passage, place_of
from tui.panes.visit_text import council_text, printed_of_council, visit_text
from tui.widgets.fitted import Fitted
from tui.widgets.laid_out_once import LaidOutOnce
from tui.widgets.titled import entitle


class Details(VerticalScroll, LaidOutOnce):
    """The facts, scrolled by the same keys as lists."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("row-down", "scroll_down", words="a line down"),
        bind("row-up", "scroll_up", words="a line up"),
        bind("page-down", "page_down"),
        bind("page-up", "page_up"),
        bind("row-first", "scroll_home", words="to the top"),
        bind("row-last", "scroll_end", words="to the end"),
    ]
    HELP = """\
# Visit
What the documents print of the visit: when, what it looked at, who inspected, figures,
judgements. i shows the printed words each value was read from. Below stands the passage around
the highlighted finding.
"""


class Words(Static, LaidOutOnce):
    """The facts, or the passage."""


class VisitPane(Vertical, LaidOutOnce):
    """Facts above, passage below."""

    BORDER_TITLE = "Visit"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.evidence = False
        self._card: CouncilCard | None = None
        self._visit: Visit | None = None
        self._documents: Sequence[Document] = ()
        self._records: Sequence[Record] = ()
        self._load: Callable[[str], Document] | None = None
        """Gives the documents that a council's grades were read from; none is read unasked."""
        self._passage: tuple[Document, int] | None = None
        self._empty = Content("")
        self._facts = Fitted(self._content)
        self._shown: object = None
        """What the facts were drawn from."""
        self._drawn: object = None
        """The same of the passage."""
        self._told = Fitted(lambda width: Content(""))
        self._tall = -1
        """How many lines of the passage are broken."""

    def compose(self) -> ComposeResult:
        with Details(id="details"):
            yield Words(id="facts")
        yield Words(id="passage")

    def show_visit(self, card: CouncilCard, visit: Visit, documents: Sequence[Document]) -> None:
        self._documents = documents
        entitle(self, "Visit")
        self._show(card, visit)

    def show_council(
        self, card: CouncilCard, records: Sequence[Record], load: Callable[[str], Document]
    ) -> None:
        self._records, self._load = records, load
        entitle(self, "Council")
        self._show(card, None)

    def show_nothing(self, words: Content) -> None:
        """No council is highlighted: say what to do."""
        self._empty = words
        entitle(self, "Welcome")
        self._show(None, None)

    def _show(self, card: CouncilCard | None, visit: Visit | None) -> None:
        """From the top, unless it is the same place as before whose counts are others."""
        before = self._at
        self._card, self._visit = card, visit
        self._draw(home=self._at != before)

    @property
    def _at(self) -> tuple[str | None, str | None]:
        card, visit = self._card, self._visit
        return (card.name if card else None), (visit.key if visit else None)

    def show_passage(self, document: Document | None, index: int = 0) -> None:
        """The paragraph around a sentence; None takes the passage away."""
        self._passage = (document, index) if document else None
        self._draw_passage()

    def switch_evidence(self) -> bool:
        """Show or hide the printed words each value was read from; whether that changed what is
        shown, for of some values there are none."""
        before = str(self._facts)
        self.evidence = not self.evidence
        self._draw()
        width = self.query_one("#facts").content_size.width
        return self._facts.at(width).plain != before

    def on_resize(self, event: events.Resize) -> None:
        self._draw_passage()  # of its height; the widths have been seen to

    def _draw(self, *, home: bool = False) -> None:
        shown = (self._card, self._visit, self._empty, self.evidence,
                 [id(document) for document in self._documents])  # fmt: skip
        if shown == self._shown:
            return
        self._shown = shown
        self._facts = Fitted(self._content)
        self.query_one("#facts", Static).update(self._facts)
        if home:
            self.query_one("#details").scroll_home(animate=False)

    def _content(self, width: int) -> Content:
        card, visit = self._card, self._visit
        width = max(20, width)
        if card is None:
            return self._empty
        if visit is not None:
            return visit_text(card, visit, self._documents, width, evidence=self.evidence)
        printed = None
        if self.evidence and self._load is not None:
            try:
                printed = printed_of_council(card, self._records, self._load)
            except (LibraryError, KeyError):
                printed = None  # the notice of what cannot be read is that of the list
        return council_text(card, self._records, width, printed=printed)

    def _draw_passage(self) -> None:
        shown = self.query_one("#passage", Static)
        hidden = not shown.display
        shown.display = self._passage is not None
        if self._passage is not None:
            document, index = self._passage
            width = max(20, self.content_size.width - 2)
            entitle(shown, place_of(document, index, width - 1))
            height = max(4, self.content_size.height // 2)
            drawn = (id(document), index, height)
            if drawn != self._drawn:
                self._drawn = drawn
                self._told = Fitted(lambda w: passage(document, index, max(20, w - 1), height))
                # As tall as before: nothing around it needs to be laid out anew.
                tall = self._told.at(width + 1).plain.count("\n")
                shown.update(self._told, layout=hidden or tall != self._tall)
            self._tall = str(self._told).count("\n")
