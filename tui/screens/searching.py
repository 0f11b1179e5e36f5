"""What opens the search from browsing, and what is remembered of it until the app ends."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.reactive import var
from textual.screen import Screen

from store.findings.themes import Vocabulary
from store.library import Library
from store.selection import Filters, FindingIndex
from tui.keys import bind

if TYPE_CHECKING:  # the engine is loaded when something is searched
    from store.search import Search


@dataclass
class SearchMemory:
    """The last query and those before it, and the search while the library stays as it is."""

    query: str = ""
    history: list[str] = field(default_factory=list)
    """Queries that were followed, oldest first."""
    filtered: bool = False
    search: "Search | None" = None

    def remember(self) -> bool:
        """The query was followed, and is the newest of them now; whether there was one."""
        query = self.query.strip()
        if query in self.history:
            self.history.remove(query)
        if query:
            self.history.append(query)
        return bool(query)


class OpensSearch(Screen[None]):
    """A screen of findings that opens the search over all of them."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("search", "search")]

    library: Library
    vocabulary: Vocabulary
    index: FindingIndex | None
    filters: var[Filters]
    _searched: SearchMemory | None = None

    def action_search(self) -> None:
        """Search every sentence; escape comes back."""
        from tui.screens.search import SearchScreen

        if self.index is None:
            self.notify("The library is still being read.", timeout=3)
            return
        if self._searched is None:
            self._searched = SearchMemory()
        memory = self._searched
        if memory.search is not None and memory.search.index is not self.index:
            memory.search = None  # the library was read anew
        self.app.push_screen(
            SearchScreen(self.library, self.vocabulary, self.index, self.filters, memory)
        )
