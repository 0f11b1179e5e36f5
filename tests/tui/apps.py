"""The app as tests open it: on a library of their own, with nothing of this machine in sight."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from store.library import Library
from tui.app import OfstedApp
from tui.screens.browse import Browse
from tui.settings import Settings


def app_on(
    library: Library,
    *,
    theme: str = "dark",
    new_paths: Sequence[Path] = (),
    settings: Settings | None = None,
) -> OfstedApp:
    return OfstedApp(
        library,
        settings or Settings(theme=theme),
        new_paths,
        themes_file=Path("/nonexistent/themes.toml"),
    )


async def settled(pilot: Pilot[Any]) -> None:
    """Until workers have ended and their messages are dealt with."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def answered(pilot: Pilot[Any]) -> None:
    """Until the last question is answered; earlier ones may have been given up."""
    for _ in range(4):  # opening the index of words is followed by the first answer
        await pilot.pause()
        while not all(worker.is_finished for worker in pilot.app.workers):
            await pilot.pause(0.01)
    await pilot.pause()


def browse_of(app: OfstedApp) -> Browse:
    return next(screen for screen in app.screen_stack if isinstance(screen, Browse))
