"""Puts a backup in the place of a library."""

from pathlib import Path

from store.library.backups import Backup, backups_of, put_back, take_backup
from store.library.failure import LibraryError, not_written
from store.library.journal import JournalDamaged, JournalStorage, set_aside
from store.library.lease import check_lease
from store.library.library import Library
from store.library.lock import writing
from store.library.opening import why_read_only


def restore(path: Path, name: str | None = None) -> tuple[Backup, str]:
    """Put a backup back, the newest that can be read if none is named.

    Returns:
        the backup, and where the state before is kept, in words.

    Raises:
        LibraryBusy: another process writes to the library.
        LibraryError: there is no such backup, it cannot be read, or nothing can be written.
    """
    if reason := why_read_only(path):
        raise LibraryError(reason)
    backup = _chosen(path, name)
    try:
        with writing(path):
            kept = _keep_present(path)
            check_lease(path)
            put_back(path, backup)
    except OSError as error:
        raise not_written(path, error) from error
    library = Library(path)
    if kept and kept.is_dir():  # all of it is in the backup just taken
        for file in set(library.papers.names()) - set(library.cards.files.values()):
            library.papers.remove(file)
    return backup, f"The state before is kept in {kept}." if kept else ""


def _chosen(path: Path, name: str | None) -> Backup:
    backups = backups_of(path)
    if not backups:
        raise LibraryError(f"There is no backup of {path}.")
    for backup in backups:
        if name is None and _is_whole(backup):
            return backup
        if name is not None and backup.name.startswith(name):
            if not _is_whole(backup):
                raise LibraryError(f"The backup {backup.name} cannot be read; choose another.")
            return backup
    names = ", ".join(backup.name for backup in backups)
    raise LibraryError(f"No backup of this name can be read; there are: {names}.")


def _is_whole(backup: Backup) -> bool:
    storage = JournalStorage(backup.library)
    try:
        storage.catch_up()
    except (JournalDamaged, OSError):
        return False
    return not storage.damaged


def _keep_present(path: Path) -> Path | None:
    """Keep the present state as a backup, or at least the bytes of a file that cannot be read."""
    if not path.exists():
        return None
    try:
        JournalStorage(path).catch_up()
    except (JournalDamaged, OSError):
        return set_aside(path, path.read_bytes())
    return take_backup(path, prune=False)
