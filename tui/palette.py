"""What the command palette finds: every action with its key, councils, visits, themes, colours."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui import text
from tui.keys import KEYS
from tui.panes.visit_text import kind_and_date
from tui.screens.browse import Browse
from tui.screens.dims_below import DimsBelow
from tui.themes import THEMES
from tui.wording import counted

if TYPE_CHECKING:
    from tui.app import OfstedApp

AT_FIRST = 8
"""So many of a provider's commands are shown before anything is typed."""


class Palette(CommandPalette, DimsBelow):
    """Textual's palette; enter waits for what is looked for, and does not take what stood there
    before."""

    def awaits(self, key: str) -> bool:
        """Whether commands are still being gathered for the words typed."""
        gathering = (w for w in self.workers if w.group == self._GATHER_COMMANDS_GROUP)
        return key in ("enter", "down", "up", "pagedown") and any(
            not worker.is_finished for worker in gathering
        )


class Found(NamedTuple):
    """A command of the palette."""

    name: str
    help: str
    run: Callable[[], object]


class Commands(Provider):
    """A provider of named commands; subclasses say which."""

    def commands(self) -> Iterator[Found]:
        raise NotImplementedError

    @property
    def ofsted(self) -> "OfstedApp":
        return cast("OfstedApp", self.app)

    @property
    def browse(self) -> Browse:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, Browse))

    def back_to_browse(self) -> Browse:
        """Close what lies over Browse."""
        browse = self.browse
        while self.app.screen is not browse and len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        return browse

    async def discover(self) -> Hits:
        for number, found in enumerate(self.commands()):
            if number >= AT_FIRST:
                return
            name = text.words(found.name)
            yield DiscoveryHit(name, found.run, found.name, found.help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for found in self.commands():
            # Nobody types the colon; with it "theme workforce" would be no better than scattered.
            name = found.name.replace(":", "")
            if matcher.match(name) > 0:
                shown = Content(text.words(found.name).plain)
                yield Hit(closeness(query, name), shown, found.run, found.name, found.help)


def closeness(query: str, name: str) -> float:
    """How well a name that holds the letters of a query in their order answers it, 0 to 1.

    Words that begin as typed are best, then words that hold it, and of those the shorter name: a
    council comes before its visits. Letters scattered over a name come last, whatever they are.
    """
    words, wanted = name.casefold().split(), query.casefold().split()
    near = [
        1.0 if any(word.startswith(each) for word in words) else 0.6 * (each in name.casefold())
        for each in wanted
    ]
    told = sum(near) / max(1, len(near)) if all(near) else 0.0
    return 0.1 + 0.8 * told + 0.1 / (1 + len(name) / 10)


class Actions(Commands):
    """Every key that works here."""

    def commands(self) -> Iterator[Found]:
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            id = active.binding.id
            if not active.enabled or id is None or id not in KEYS or id in seen:
                continue
            seen.add(id)
            key = self.app.get_key_display(active.binding)
            action, node = active.binding.action, active.node

            async def run(action: str = action, node: object = node) -> None:
                await self.app.run_action(action, node)  # type: ignore[arg-type]

            words = active.binding.tooltip or KEYS[id].words
            yield Found(f"{words[0].upper()}{words[1:]}", f"key {key}", run)


class Councils(Commands):
    """Go to a council."""

    def commands(self) -> Iterator[Found]:
        for card in self.browse.library.councils:
            judged = card.judgement or ("judged by area" if card.areas else "no judgement")
            held = counted(card.documents, "document")
            words = f"{judged} · {counted(card.concerns, 'concern')} in {held}"

            def go(name: str = card.name) -> None:
                self.back_to_browse().go_to_council(name)

            yield Found(f"Council: {card.name}", words, go)


class Visits(Commands):
    """Go to a visit."""

    def commands(self) -> Iterator[Found]:
        for visit in self.browse.library.visits:
            when = visit.began_in_words or "date not printed"
            words = counted(len(visit.documents), "document")

            def go(council: str = visit.council, key: str = visit.key) -> None:
                self.back_to_browse().go_to_council(council, key)

            yield Found(f"Visit: {visit.council}, {visit.name}, {when}", words, go)


class Documents(Commands):
    """Read a document, by the name of its file."""

    def commands(self) -> Iterator[Found]:
        for record in self.browse.library.records.values():
            council = " and ".join(named.name for named in record.councils) or "no council"

            def read(id: str = record.id) -> None:
                self.back_to_browse().read_document(id)

            yield Found(f"Document: {record.name}", f"{kind_and_date(record)} · {council}", read)


class Themes(Commands):
    """Switch a theme on or off."""

    def commands(self) -> Iterator[Found]:
        for id, key, name, count, on in self.browse.theme_rows():
            what = "on; switches it off" if on else f"{counted(count, 'finding')} here"

            def switch(id: str = id) -> None:
                browse = self.back_to_browse()
                browse.filters = browse.filters.with_theme(id)

            yield Found(f"Theme: {name}", f"{what} · key t {key}" if key else what, switch)


class Settings(Commands):
    """Colours, movement and where the settings lie."""

    def commands(self) -> Iterator[Found]:
        app = self.ofsted
        for theme in THEMES:
            name = theme.name.removeprefix("ofsted-")
            now = "in use" if app.theme == theme.name else "dark, light or high contrast"

            def use(theme_name: str = theme.name) -> None:
                app.theme = theme_name

            yield Found(f"Colours: {name}", now, use)
        moving = app.animation_level != "none"
        yield Found(
            f"Animations: {'off' if moving else 'on'}", "for this run", lambda: _animate(app)
        )
        if app.served is None:
            yield Found("Settings: where they lie", "paths of every file", lambda: _tell_paths(app))


def _animate(app: "OfstedApp") -> None:
    app.animation_level = "full" if app.animation_level == "none" else "none"
    app.notify(f"Animations: {'off' if app.animation_level == 'none' else 'on'}.", timeout=2)


def _tell_paths(app: "OfstedApp") -> None:
    from store import paths

    rows = (f"settings {paths.settings_file()}", f"themes {app.themes_file}",
            f"session {paths.session_file()}", f"library {app.library.path}")  # fmt: skip
    app.notify("\n".join(rows), title="Files", markup=False, timeout=12)
