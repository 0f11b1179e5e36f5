"""Shows what another process adds to the library: a look at its file every other second."""

from typing import Final

from textual.screen import Screen

from store.library import Library, LibraryError
from tui.wording import counted

SECONDS: Final = 2.0
"""Between two looks. Each is one question to the file system, whatever the library holds."""


class ShowsWhatIsNew(Screen[None]):
    """A screen whose `load` shows the library as it is."""

    library: Library

    def on_mount(self) -> None:
        self.set_interval(SECONDS, self.show_what_is_new)

    def load(self) -> None:
        raise NotImplementedError

    def show_what_is_new(self) -> None:
        """Follow the library if another process changed it, once this screen is on top."""
        if not self.is_active or not self.library.changed():
            return
        before = len(self.library)
        try:
            self.library.refresh()
        except LibraryError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        self.load()
        added = len(self.library) - before
        if added > 0:
            words = f"{counted(added, 'document')} more in the library."
            self.notify(words, timeout=4, markup=False)
