"""Reads the concerns of one council when they are asked for, and keeps what was found."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from store.library.record import CONCERNS
from store.model.document import Document
from store.model.visit import Visit
from store.repeats.chains import Repeats, Told, repeats


class KnownRepeats:
    """The repeats of a library's councils, each worked out once.

    Only what Ofsted itself found counts: letters, reports, and of articles the sentences in
    Ofsted's voice, which repeat an earlier visit but give way to its letter or report where the
    library holds that too. A document without a dated visit tells of no earlier or later one, and
    what only looks back at an earlier visit is not told again.
    """

    def __init__(self, load: Callable[[str], Document], visits: Iterable[Visit]) -> None:
        """With what gives the document of an id, and every visit of the library."""
        self._load = load
        self._visits: dict[str, list[Visit]] = {}
        for visit in visits:
            if visit.when and visit.documents:
                self._visits.setdefault(visit.council, []).append(visit)
        self._by_key = {visit.key: visit for listed in self._visits.values() for visit in listed}
        self._known: dict[str, Repeats] = {}

    @property
    def councils(self) -> list[str]:
        """The councils with more than one visit: no other can have repeats."""
        return [council for council, visits in self._visits.items() if len(visits) > 1]

    def at_hand(self, council: str | None) -> Repeats | None:
        """The repeats of a council if they are known by now, without reading anything."""
        if council is None or len(self._visits.get(council, ())) < 2:
            return _NONE
        return self._known.get(council)

    def of(self, council: str, proceed: Callable[[], bool] = lambda: True) -> Repeats:
        """The repeats of a council; none if `proceed` says to stop before all is read."""
        known = self.at_hand(council)
        if known is None:
            told = self._told(council, proceed)
            if not proceed():
                return _NONE
            known = self._known[council] = repeats(told)
        return known

    def before(self, id: str, council: str) -> tuple[Visit, int] | None:
        """The nearest earlier visit that told the same, and how many visits did in all."""
        known = self.at_hand(council)
        if known is None or id not in known.earlier:
            return None
        chain = known.chain(id)
        return self._by_key[known.visits[chain[1]]], len(chain)

    def told_at(self, visit: Visit) -> list[Told]:
        """The concerns that the documents of one visit tell of."""
        return [told for id in visit.documents for told in self._concerns(id, visit.council)]

    def _told(self, council: str, proceed: Callable[[], bool]) -> list[tuple[str, list[Told]]]:
        """Key and concerns of each visit, the earliest first; those of one day are one."""
        by_date = sorted(self._visits[council], key=lambda visit: visit.when)
        told = []
        seen: set[str] = set()
        for _, same_day in groupby(by_date, key=lambda visit: visit.when):
            visits = list(same_day)
            concerns: list[Told] = []
            for id in (id for visit in visits for id in visit.documents):
                if id not in seen and proceed():
                    seen.add(id)
                    concerns.extend(self._concerns(id, council))
            told.append((visits[0].key, concerns))
        return told

    def _concerns(self, id: str, council: str) -> Iterator[Told]:
        try:
            document = self._load(id)
        except Exception:  # what cannot be read is told of where the documents are listed
            return
        if document.kind == "other":
            return
        press = document.kind == "article"
        for number, sentence in enumerate(document.sentences):
            counts = sentence.polarity in CONCERNS and sentence.voice == "ofsted"
            counts = counts and sentence.as_of is None
            if counts and document.council_of(sentence) == council:
                yield Told(f"{id}:{number}", sentence.text, sentence.themes, press)


_NONE = Repeats()
