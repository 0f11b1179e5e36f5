"""The app as tests open it: on a library of their own, with nothing of this machine in sight."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.app import App
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
    """Until workers have ended, their messages are dealt with, and all of it is painted."""
    await pilot.pause()
    for _ in range(50):
        try:
            # Watching has no end; an empty list would stand for all workers.
            ending = [each for each in pilot.app.workers if each.group != "watching"]
            if ending:
                await pilot.app.workers.wait_for_complete(ending)
            break
        except WorkerCancelled:  # an exclusive worker made way for a newer one
            await pilot.pause()
    await pilot.pause()
    for _ in range(100):
        if not _to_paint(pilot.app):
            return
        await pilot.pause(0.01)


async def answered(pilot: Pilot[Any]) -> None:
    """Until what was asked last is answered: one worker may start the next."""
    for _ in range(4):
        await settled(pilot)


def _to_paint(app: App[Any]) -> bool:
    """Whether something still waits for the next frame; a busy machine is late with it."""
    if not app.is_running or not app.screen_stack:
        return False
    screen = app.screen
    waiting = screen._callbacks or screen._dirty_widgets or screen._layout_required
    return bool(waiting) or any(s._drawing for s in app.screen_stack if isinstance(s, Browse))


def browse_of(app: OfstedApp) -> Browse:
    return next(screen for screen in app.screen_stack if isinstance(screen, Browse))
