"""Two visits of one council: which concerns are new, which told again, which no longer told."""

from collections.abc import Container, Iterable, Sequence

import msgspec

from store.repeats.chains import Told, repeats


class Between(msgspec.Struct, frozen=True):
    """The concerns of two visits, by what became of them.

    That a concern is not told again does not say that it is settled: the later visit may have
    looked elsewhere.
    """

    gone: tuple[Told, ...]
    """Of the earlier visit, and not told again."""
    before: tuple[Told, ...]
    """Of the earlier visit, and told again."""
    again: tuple[Told, ...]
    """Of the later visit, and told before."""
    elsewhere: tuple[Told, ...]
    """Of the later visit, and not told at the earlier one, but at another visit before."""
    new: tuple[Told, ...]
    """Of the later visit, and told at no visit before."""

    def of_theme(self, theme: str) -> "Between":
        """What of it has this theme."""
        return Between(*(_having(theme, told) for told in self.parts))

    @property
    def parts(self) -> tuple[tuple[Told, ...], ...]:
        """Gone, told before, told again, told at another visit before, new."""
        return self.gone, self.before, self.again, self.elsewhere, self.new


def between(earlier: Sequence[Told], later: Sequence[Told], known: Container[str] = ()) -> Between:
    """What became of the concerns of `earlier`, and which of `later` are new.

    Args:
        earlier: the concerns of the earlier visit.
        later: those of the later one.
        known: ids of the concerns that any visit before told of, which are not new even if the
            earlier of these two did not.

    A link names only the nearest concern, so both are asked for theirs: two sentences that the
    later visit says in one are both told again.
    """
    forth = repeats((("earlier", earlier), ("later", later))).earlier
    back = repeats((("later", later), ("earlier", earlier))).earlier
    told_again = {*forth.values(), *back}
    told_before = {*forth, *back.values()}
    others = [told for told in later if told.id not in told_before]
    return Between(
        gone=tuple(told for told in earlier if told.id not in told_again),
        before=tuple(told for told in earlier if told.id in told_again),
        again=tuple(told for told in later if told.id in told_before),
        elsewhere=tuple(told for told in others if told.id in known),
        new=tuple(told for told in others if told.id not in known),
    )


def _having(theme: str, told: Iterable[Told]) -> tuple[Told, ...]:
    return tuple(each for each in told if theme in each.themes)
