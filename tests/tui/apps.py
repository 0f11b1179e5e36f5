"""The app as tests open it: on a library of their own, with nothing of this machine in sight."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from store.library import Library
from tui.app import OfstedApp
from tui.screens.browse import Browse
from tui.session import Session
from tui.settings import Settings


def app_on(
    library: Library,
    *,
    theme: str = "dark",
    new_paths: Sequence[Path] = (),
    settings: Settings | None = None,
    session: Session | None = None,
) -> OfstedApp:
    return OfstedApp(
        library,
        settings or Settings(theme=theme),
        new_paths,
        themes_file=Path("/nonexistent/themes.toml"),
        session=session,
    )


async def settled(pilot: Pilot[Any]) -> None:
    """Until workers have ended and their messages are dealt with."""
    await pilot.pause()
    for _ in range(50):
        try:
            await pilot.app.workers.wait_for_complete()
            break
        except WorkerCancelled:  # an exclusive worker made way for a newer one
            await pilot.pause()
    await pilot.pause()


def browse_of(app: OfstedApp) -> Browse:
    return next(screen for screen in app.screen_stack if isinstance(screen, Browse))
