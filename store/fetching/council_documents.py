"""Brings a library what the site has of a council and the library lacks."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, Literal

import msgspec

from store.fetching.listing import LayoutChanged, Listed, listing
from store.fetching.polite import FetchError, Guest
from store.library import Library
from store.model.council import Council
from store.refusal import refusal

SITE: Final = "https://reports.ofsted.gov.uk"
PAGE: Final = "{site}/provider/44/{urn}"
"""The page of a council; 44 is the site's number for children's services of a local authority."""

Step = Literal["listed", "known", "downloaded", "failed"]


class Fetched(msgspec.Struct, frozen=True):
    """What became of a council's page, or of one of its files."""

    council: str
    step: Step
    title: str = ""
    date: str | None = None
    url: str = ""
    path: Path | None = None
    message: str = ""


def fetch(
    councils: Iterable[Council],
    library: Library,
    guest: Guest,
    folder: Path,
    site: str = SITE,
    *,
    list_only: bool = False,
    proceed: Callable[[], bool] = lambda: True,
) -> Iterator[Fetched]:
    """Download what the library lacks, newest as the page lists it; adding it is for the caller.

    Args:
        councils: whose documents; one without a URN is a failure of its own.
        library: what it holds is not asked for again.
        guest: asks the site.
        folder: files go in a folder of it for each council.
        site: address of the reports site.
        list_only: tell what there is, download nothing.
        proceed: asked before each request.
    """
    known = _numbers(library)
    for council in councils:
        if not proceed():
            return
        if council.urn is None:
            yield Fetched(council.name, "failed", message=f"No URN of {council.name} is on record.")
            continue
        url = PAGE.format(site=site.rstrip("/"), urn=council.urn)
        try:
            found = listing(guest.page(url), url)
        except (FetchError, LayoutChanged) as error:
            yield Fetched(council.name, "failed", url=url, message=str(error))
            continue
        for listed in found.documents:
            if not proceed():
                return
            yield _take(council, listed, known, guest, folder, list_only)


def _take(
    council: Council, listed: Listed, known: set[str], guest: Guest, folder: Path, list_only: bool
) -> Fetched:
    told = Fetched(council.name, "known", listed.title, listed.date, listed.url)
    if listed.number in known:
        return told
    if list_only:
        return msgspec.structs.replace(told, step="listed")
    out = folder / _plain(council.name) / _file_name(listed)
    if out.exists():  # downloaded before, and not added, or taken out of the library since
        return msgspec.structs.replace(told, step="downloaded", path=out)
    try:
        path = guest.file(listed.url, out)
    except FetchError as error:
        return msgspec.structs.replace(told, step="failed", message=str(error))
    except OSError as error:
        message = f"{out} cannot be written: {refusal(error, out)}."
        return msgspec.structs.replace(told, step="failed", message=message)
    known.add(listed.number)
    return msgspec.structs.replace(told, step="downloaded", path=path)


_NUMBER: Final = re.compile(r"\[(\d{4,12})\]\.\w+$")


def _numbers(library: Library) -> set[str]:
    """The site's numbers of the files that are in the library, read off their names."""
    names = (Path(record.path).name for record in library.records.values())
    return {match[1] for name in names if (match := _NUMBER.search(name))}


def _file_name(listed: Listed) -> str:
    """ "monitoring visit - 17 sep 2018 [50012345].pdf": a name that says what it is and whence."""
    date = f" {listed.date}" if listed.date else ""
    return f"{_plain(listed.title)[:80]}{date} [{listed.number}].pdf"


def _plain(words: str) -> str:
    """Words that every file system takes, and that lead to no other folder."""
    kept = re.sub(r"[^\w ,'()&-]+", " ", words, flags=re.ASCII)
    return " ".join(kept.split()).strip(" .") or "document"
