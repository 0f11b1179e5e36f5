"""Notices one at a time: the next takes the place of the last, and escape puts it away."""

from time import time
from typing import TYPE_CHECKING, Any, Final

from textual import events
from textual.app import App
from textual.notifications import Notify
from textual.screen import ModalScreen, Screen
from textual.widgets._toast import ToastHolder

from tui.keys import KEYS

if TYPE_CHECKING:
    from tui.settings import Settings

UNREAD: Final = 2.0
"""Seconds that a warning stays beside another notice: nobody has read it sooner."""


class ShowsOneNotice(App[None]):
    """An app whose notices never pile up over what they tell of."""

    settings: "Settings"

    def on_notify(self, event: Notify) -> None:
        """Make room for a notice; Textual's own handler then shows it."""
        new = event.notification
        for old in list(self._notifications):
            unread = old.severity != "information" and time() - old.raised_at < UNREAD
            if not unread or old.message == new.message:
                self._unnotify(old, refresh=False)

    def drop_notices_of(self, screen: Screen[Any]) -> None:
        """A screen is left: what it said of itself is of no use on the one below. A dialog's last
        word is about what it did, and warnings stay until they have been read."""
        if not isinstance(screen, ModalScreen):
            for old in list(self._notifications):
                if old.severity == "information":
                    self._unnotify(old, refresh=False)

    def take_notices_along(self) -> None:
        """Another screen comes over this one: it shows the notice, so this one need not."""
        if self.screen_stack:
            self.screen.query(ToastHolder).remove()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded:
            keys = (self.settings.keys.get("back") or KEYS["back"].keys).split(",")
            if event.key in keys and len(self._notifications):
                self.clear_notifications()
        await super().on_event(event)
