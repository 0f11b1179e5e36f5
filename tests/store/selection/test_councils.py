"""Choosing and sorting councils."""

from store.library import CouncilCard, Library
from store.selection.councils import (
    JUDGEMENTS,
    CouncilChoice,
    council_counts,
    judgement_of,
    listed,
    region_of,
)


def card(name: str, judgement: str | None, concerns: int) -> CouncilCard:
    return CouncilCard(
        name=name,
        urn=None,
        judgement=judgement,  # type: ignore[arg-type]
        judged=None,
        basis=None,
        areas={},
        documents=1,
        concerns=concerns,
        strengths=0,
        visits=(),
    )


CARDS = [card("Barnet", "good", 3), card("Dudley", "inadequate", 9), card("Leeds", None, 5)]


def names(choice: CouncilChoice) -> list[str]:
    return [known.name for known in listed(CARDS, choice, {})]


def test_worst_judgement_first_and_none_last() -> None:
    assert names(CouncilChoice(order="judgement")) == ["Dudley", "Barnet", "Leeds"]


def test_most_concerns_first() -> None:
    assert names(CouncilChoice(order="concerns")) == ["Dudley", "Leeds", "Barnet"]


def test_choices_narrow_together() -> None:
    assert names(CouncilChoice(regions=("London",))) == ["Barnet"]
    assert names(CouncilChoice(judgements=("good", "no judgement"))) == ["Barnet", "Leeds"]
    assert names(CouncilChoice(regions=("London",), judgements=("inadequate",))) == []
    assert names(CouncilChoice(named=" LEE ")) == ["Leeds"]


def test_counts_leave_out_their_own_facet() -> None:
    choice = CouncilChoice(judgements=("good",))
    counts = council_counts(CARDS, choice, {}, "judgement")
    assert (counts["inadequate"], counts["good"], counts["no judgement"]) == (1, 1, 1)
    assert list(counts) == list(JUDGEMENTS)
    regions = council_counts(CARDS, choice, {}, "region")
    assert regions["London"] == 1 and regions["West Midlands"] == 0


def test_every_promise_of_a_count_is_kept(sample_library: Library) -> None:
    cards, records = sample_library.councils, sample_library.records
    for facet in ("region", "judgement"):
        for value, count in council_counts(cards, CouncilChoice(), records, facet).items():
            choice = CouncilChoice().but(**{f"{facet}s": (value,)})
            assert len(listed(cards, choice, records)) == count


def test_every_council_has_a_region_and_a_judgement(sample_library: Library) -> None:
    for known in sample_library.councils:
        assert region_of(known.name) != "region not known"
        assert judgement_of(known) in JUDGEMENTS
    assert region_of("Atlantis") == "region not known"


def test_order_goes_round() -> None:
    choice = CouncilChoice()
    seen = [choice.order]
    for _ in range(4):
        choice = choice.next_order()
        seen.append(choice.order)
    assert seen == ["name", "judgement", "last visit", "concerns", "name"]
    assert CouncilChoice(judgements=("good",), order="concerns").in_words() == "good · by concerns"
