"""Periods to choose from: always, the last twelve months, since each year that has documents."""

from collections.abc import Iterable
from datetime import date

import msgspec

from store.model.dates import in_words


class Period(msgspec.Struct, frozen=True):
    """A span of days, either end of which may be open."""

    name: str
    since: str | None = None
    until: str | None = None

    def holds(self, day: str | None) -> bool:
        """Whether a date lies in it, as exact as it is; one that is not known only if both ends
        are open."""
        if not self.since and not self.until:
            return True
        if not day:
            return False
        late_enough = self.since is None or day >= self.since[: len(day)]
        return late_enough and (self.until is None or day[: len(self.until)] <= self.until)


ALWAYS = Period("all years")


def periods(dates: Iterable[str | None], today: date) -> list[Period]:
    """What can be chosen for documents of these dates, the widest first.

    Args:
        dates: ISO dates of the documents; None where one is not known.
        today: the day from which the last months are counted.
    """
    years = sorted({int(day[:4]) for day in dates if day and day[:4].isdigit()}, reverse=True)
    recent = [
        Period("the last 12 months", since=_before(today, 1)),
        Period("the last 3 years", since=_before(today, 3)),
    ]
    since = [Period(f"since {year}", since=f"{year}-01-01") for year in years]
    only = [Period(f"in {year}", f"{year}-01-01", f"{year}-12-31") for year in years]
    return [ALWAYS, *recent, *since, *only]


def period_of(since: str | None, until: str | None, known: Iterable[Period]) -> Period:
    """The known period with these ends, or one named after them."""
    for period in known:
        if (period.since, period.until) == (since, until):
            return period
    if not until:
        return Period(f"since {in_words(since or '')}", since)
    return Period(f"{in_words(since) if since else '…'} to {in_words(until)}", since, until)


def _before(today: date, years: int) -> str:
    """The same day some years ago; of 29 February the 28th."""
    day = 28 if (today.month, today.day) == (2, 29) else today.day
    return today.replace(year=today.year - years, day=day).isoformat()
