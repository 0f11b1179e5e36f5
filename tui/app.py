"""The app: themes, keys, and the screens that can be reached from anywhere."""

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from store import paths
from store.findings.themes import ThemesFileError, Vocabulary, vocabulary
from store.library import Library
from tui.keys import bind
from tui.messages import LibraryShown
from tui.screens.browse import Browse
from tui.settings import Settings, load_settings
from tui.themes import THEMES


class OfstedApp(App[None], inherit_bindings=False):
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
    ]

    def __init__(
        self,
        library: Library,
        settings: Settings,
        new_paths: Sequence[Path] = (),
        themes_file: Path | None = None,
    ) -> None:
        super().__init__()
        self.library = library
        self.settings = settings
        self.themes_file = themes_file or paths.themes_file()
        self._new_paths = new_paths
        self._themes_problem: str | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self._start_in(settings.theme_name)
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
        return Browse(self.library, self._vocabulary())

    def on_mount(self) -> None:
        problems = [*self.settings.problems, self.library.repaired, self.library.read_only]
        for problem in [*problems, self._themes_problem]:
            if problem:
                self.notify(problem, severity="warning", timeout=10, markup=False)

    @on(LibraryShown)
    def _add_what_was_named(self) -> None:
        if self._new_paths:
            self._add(self._new_paths, stay=False)

    def on_ready(self) -> None:
        """The first frame is shown: from now on garbage is collected, but not looked for in the
        thousands of objects that loading made and that stay."""
        gc.freeze()
        gc.enable()

    def _vocabulary(self) -> Vocabulary:
        try:
            return vocabulary(self.themes_file, phrases=False)
        except ThemesFileError as error:
            self._themes_problem = f"Your themes are not used: {error}"
            return vocabulary(None, phrases=False)

    # Commands

    def action_help(self) -> None:
        from tui.commands.versions import versions
        from tui.screens.help import Help

        if not isinstance(self.screen, Help):
            self.push_screen(Help(self.screen, versions()))

    def action_add(self) -> None:
        self._add()

    def _add(self, new_paths: Sequence[Path] = (), *, stay: bool = True) -> None:
        from tui.screens.add import Add

        if self.library.read_only:
            self.notify(self.library.read_only, severity="warning", markup=False)
            return

        def after(changed: bool | None) -> None:
            browse = next(s for s in self.screen_stack if isinstance(s, Browse))
            if changed:
                self.library.refresh()
                browse.load()

        add = Add(self.library, self.themes_file, self.settings.limits, new_paths, stay=stay)
        self.push_screen(add, after)

    def action_next_theme(self) -> None:
        names = [theme.name for theme in THEMES]
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]


def open_app(library: Library, new_paths: Sequence[Path], *, demo: bool = False) -> int:
    """Open the app on a library, adding these files first; the exit status."""
    app = OfstedApp(library, load_settings(paths.settings_file()), new_paths)
    app.run()
    return app.return_code or 0
