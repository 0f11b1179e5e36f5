"""The app: themes, keys, and the screens that can be reached from anywhere."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen

from store import paths
from store.findings.themes import ThemesFileError, Vocabulary, vocabulary
from store.library import Library
from tui import served
from tui.dropping import TakesDroppedFiles
from tui.garbage import CollectsAtRest
from tui.keeping_up import WatchesFolders
from tui.keys import KEYS, bind
from tui.messages import LibraryShown
from tui.notices import ShowsOneNotice
from tui.screens.browse import Browse
from tui.settings import Settings, load_settings
from tui.themes import THEMES

if TYPE_CHECKING:
    from textual.actions import ActionParseResult
    from textual.command import Provider

    from tui.session import Session


SHORT = 200
"""So many characters of what is wrong fit into a notice and are read while it is there."""


def palette_providers() -> "set[type[Provider] | Callable[[], type[Provider]]]":
    """The providers of the palette, each loaded when it is first opened."""

    def provider(name: str) -> "Callable[[], type[Provider]]":
        return lambda: getattr(import_module("tui.palette"), name)

    return {
        provider(name)
        for name in ("Actions", "Councils", "Visits", "Documents", "Themes", "Settings")
    }


class OfstedApp(
    CollectsAtRest, ShowsOneNotice, WatchesFolders, TakesDroppedFiles, inherit_bindings=False
):
    """Opens on the browse screen of one library."""

    TITLE = "ofsted-tui"
    CSS_PATH = "styles/ofsted.tcss"
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("help", "help"),
        bind("quit", "quit"),
        bind("quit-always", "quit", priority=True),
        bind("palette", "command_palette", footer=False),
        bind("dark", "next_theme"),
        bind("tour", "tour"),
    ]
    COMMANDS = palette_providers()

    demo = False
    """Whether the samples are shown: that they are there already is no news."""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        new_paths: Sequence[Path] = (),
        themes_file: Path | None = None,
        session: "Session | None" = None,
    ) -> None:
        super().__init__()
        self.session = session
        """What is remembered between runs; None remembers nothing."""
        if not settings.animations:
            self.animation_level = "none"
        self.library = library
        self.settings = settings
        self.themes_file = themes_file or paths.themes_file()
        self.served = served.mode()
        """How the app is shown in a web page; None in a terminal."""
        self._new_paths = new_paths
        self.seen_in = {}
        self._themes_problem: str | None = None
        for theme in THEMES:
            self.register_theme(theme)
        chosen = session.theme_over(settings.theme_name) if session else settings.theme_name
        self._start_in(chosen if chosen in self.available_themes else settings.theme_name)
        if settings.keys:
            self.set_keymap(settings.keys)

    def _start_in(self, theme_name: str) -> None:
        """Begin in a theme; setting `theme` has the style sheet parsed twice."""
        self.set_reactive(App.theme, theme_name)
        self.stylesheet.set_variables(self.get_css_variables())
        dark = self.current_theme.dark
        self.set_class(dark, "-dark-mode")
        self.set_class(not dark, "-light-mode")

    def get_default_screen(self) -> Screen[None]:
        """Browse is the first screen: an empty one below it would be drawn for nothing."""
        return Browse(self.library)

    def _tell_problems(self) -> None:
        """What is wrong with settings, library or themes; in a sheet that stays if it is long."""
        problems = [*self.settings.problems, self.library.repaired, self.library.read_only]
        told = [problem for problem in (*problems, self._themes_problem) if problem]
        if not told or self.served is not None:  # whoever serves has been told; visitors are not
            return
        if sum(map(len, told)) <= SHORT:
            self.notify("\n".join(told), severity="warning", timeout=10, markup=False)
        else:
            from tui.screens.problems import Problems

            self.push_screen(Problems(told))

    @on(LibraryShown)
    def _begin(self) -> None:
        """Take up where the reader was, and add what was named on the command line."""
        if self.session:
            place = self.session.place(self.library.path)
            self.browse.go_back_to(place, self.session.sizes)
        if self.served is None:
            self.watch_folders_as_before()
        if self._new_paths and not self.library.read_only:
            self.add(self._new_paths, stay=False)
        elif not self._first_tour():
            self._tell_problems()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The themes, the user's own among them; read after the first frame."""
        try:
            return vocabulary(self.themes_file, phrases=False)
        except ThemesFileError as error:
            self._themes_problem = f"Your themes are not used: {error}"
            return vocabulary(None, phrases=False)

    @property
    def browse(self) -> Browse:
        """The screen at the bottom of all others."""
        return next(screen for screen in self.screen_stack if isinstance(screen, Browse))

    def on_key(self, event: events.Key) -> None:
        """Quit and help work over a dialog too; Textual looks no further than the dialog."""
        if not self.screen.is_modal:
            return
        for id, action in (("quit", self.action_quit), ("help", self.action_help)):
            keys = (self.settings.keys.get(id) or KEYS[id].keys).split(",")
            if event.key in keys or event.character in keys:
                self.call_later(action)

    # What is refused in a web page

    def _check_action_state(self, action: str, default_namespace: DOMNode) -> bool | None:
        """What is refused shows neither in the line of keys nor in help or palette.

        Every binding passes through here, whichever screen or pane it belongs to.
        """
        if served.why_not(action, self.served):
            return False
        return super()._check_action_state(action, default_namespace)

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action, or say why not."""
        reason = served.why_not(action if isinstance(action, str) else action[1], self.served)
        if reason:
            self.notify(reason, severity="warning", markup=False)
            return True
        return await super().run_action(action, default_namespace, namespaces)

    def push_screen(self, screen: Any, *given: Any, **named: Any) -> Any:
        """Show a screen, or say why not, however it was come to."""
        reason = served.why_not_shown(type(screen).__name__, self.served)
        if reason:
            self.notify(reason, severity="warning", markup=False)
            return AwaitComplete()
        self.take_notices_along()
        return super().push_screen(screen, *given, **named)

    def pop_screen(self) -> AwaitComplete:
        """Leave a screen, and with it what it said."""
        self.drop_notices_of(self.screen)
        return super().pop_screen()

    # Commands

    async def action_quit(self) -> None:
        if self.session:
            self.session.remember(self.library.path, self.browse.place(), self.browse.sizes)
            problem = self.session.save()
            if problem:
                self.log.warning(problem)
        self.exit()

    def _first_tour(self) -> bool:
        """Show the tour once, when there is something to show it on; whether it is shown.

        What is wrong is told behind it: the key that ends the tour would put it away unread.
        """
        if not self.session or self.session.tour_seen or not len(self.library):
            return False
        self._show_tour(lambda _: self._tell_problems())
        return True

    def action_tour(self) -> None:
        from tui.screens.tour import Tour

        if not isinstance(self.screen, Tour):
            self._show_tour()

    def _show_tour(self, after: Callable[[None], None] | None = None) -> None:
        from tui.screens.tour import Tour

        if self.session and not self.session.tour_seen:
            self.session.tour_seen = True
            self.session.save()

        def key(id: str) -> str:
            keys = self.settings.keys.get(id) or KEYS[id].keys
            return self.get_key_display(Binding(keys.split(",")[0], ""))

        self.push_screen(Tour(key), after)

    def action_command_palette(self) -> None:
        from tui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def action_help(self) -> None:
        from tui.commands.versions import versions_in_words
        from tui.screens.help import Help

        if not isinstance(self.screen, Help):
            self.push_screen(Help(self.screen, versions_in_words()))

    def action_add(self) -> None:
        self.add()

    def add(self, new_paths: Sequence[Path] = (), *, stay: bool = True) -> None:
        from tui.screens.add import Add

        if self.library.read_only:
            self.notify(self.library.read_only, severity="warning", markup=False)
            return

        def after(changed: bool | None) -> None:
            if changed:
                self.library.refresh()
                self.browse.load()
            same = self.demo and first and not (add.ids.keys() - {"unchanged"})
            if add.ended and not add.reported and not same:
                self.tell_taken_in(add.ids)
            if not self._first_tour() and first:
                self._tell_problems()

        first = bool(new_paths) and new_paths is self._new_paths
        """Whether these were named on the command line: the start is over only with them."""
        limits = self.settings.limits
        add = Add(self.library, self.themes_file, limits, self.kept_workers, new_paths, stay=stay)
        self.push_screen(add, after)

    def action_watched(self) -> None:
        from tui.screens.watched import Watched

        if self.library.read_only:
            self.notify(self.library.read_only, severity="warning", markup=False)
        else:
            self.push_screen(Watched(self))

    def action_next_theme(self) -> None:
        names = [theme.name for theme in THEMES]
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]

    def watch_theme(self, theme: str) -> None:
        if self.session and self.is_running:
            self.session.remember_theme(theme, self.settings.theme_name)


def open_app(library: Library, new_paths: Sequence[Path], *, demo: bool = False) -> int:
    """Open the app on a library, adding these files first; the exit status.

    In a web page there are many readers at once: each begins anew, with settings that are nobody's.
    """
    session = None
    if not served.mode():
        from tui.session import Session

        session = Session(paths.session_file(), follow=not demo)
    settings = load_settings(None if served.mode() else paths.settings_file())
    app = OfstedApp(library, settings, new_paths, session=session)
    app.demo, app.alone = demo, True
    app.run()
    return app.return_code or 0
