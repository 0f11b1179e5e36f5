"""Links to the nearest earlier visit, and the chains they make."""

from hypothesis import given, settings
from hypothesis import strategies as st

from store.repeats.chains import Told, repeats

SUPERVISION = "Supervision of social workers is irregular and is often not recorded."
AGAIN = "Social workers do not have regular supervision and supervision is poorly recorded."
PLANS = "Pathway plans are not updated when a young person's circumstances change."


def told(id: str, text: str, *, theme: str = "supervision", press: bool = False) -> Told:
    return Told(id, text, (theme,), press)


def test_a_chain_goes_back_over_every_visit() -> None:
    found = repeats(
        [
            ("first", [told("a:0", SUPERVISION), told("a:1", PLANS, theme="care-leavers")]),
            ("second", [told("b:0", AGAIN)]),
            ("third", [told("c:0", PLANS, theme="care-leavers"), told("c:1", SUPERVISION)]),
        ]
    )
    assert found.earlier == {"b:0": "a:0", "c:0": "a:1", "c:1": "b:0"}
    assert found.chain("c:1") == ("c:1", "b:0", "a:0")
    assert found.chain("a:0") == ("a:0",)
    assert found.visits["b:0"] == "second" and found.visits["a:1"] == "first"


def test_what_is_told_twice_of_one_visit_is_no_repeat() -> None:
    letter, article = told("a:0", SUPERVISION), told("b:0", AGAIN, press=True)
    assert not repeats([("only", [letter, article])]).earlier


def test_a_letter_is_preferred_to_an_article_on_the_same_visit() -> None:
    article, letter = told("a:0", SUPERVISION, press=True), told("b:0", AGAIN)
    later = told("c:0", SUPERVISION)
    found = repeats([("first", [article, letter]), ("second", [later])])
    assert found.earlier == {"c:0": "b:0"}
    assert repeats([("first", [article]), ("second", [later])]).earlier == {"c:0": "a:0"}


def test_no_visits_and_visits_without_concerns() -> None:
    assert not repeats([]).earlier
    assert not repeats([("first", []), ("second", [told("a:0", SUPERVISION)])]).earlier


CONCERNS = st.lists(st.sampled_from([SUPERVISION, AGAIN, PLANS, "", "Too late."]), max_size=4)


@settings(max_examples=60, deadline=None)
@given(st.lists(CONCERNS, max_size=5))
def test_links_go_to_an_earlier_visit_and_chains_end(drawn: list[list[str]]) -> None:
    visits = [
        (str(visit), [told(f"{visit}:{number}", text) for number, text in enumerate(texts)])
        for visit, texts in enumerate(drawn)
    ]
    found = repeats(visits)
    for later, earlier in found.earlier.items():
        assert int(found.visits[earlier]) < int(found.visits[later])
        chain = found.chain(later)
        assert len(chain) == len({found.visits[id] for id in chain}) >= 2
