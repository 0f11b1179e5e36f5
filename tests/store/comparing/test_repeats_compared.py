"""Threads of repeats, two visits compared, and whom a council is compared with."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from store.comparing import alike, between, threads
from store.library import Library
from store.parsing.councils import register
from store.repeats.chains import Repeats, Told
from store.repeats.known import KnownRepeats

PLANS = "The quality of pathway plans for care leavers is too variable."
PLANS_AGAIN = "Pathway plans for care leavers remain of variable quality."
VISITS = "Visits to children in private fostering are not always on time."
BOARD = "Corporate parenting board members do not challenge drift in adoption."


def told(id: str, text: str, *themes: str) -> Told:
    return Told(id, text, themes)


def test_new_again_and_no_longer_told() -> None:
    earlier = [told("a:0", PLANS, "care-leavers"), told("a:1", VISITS, "permanence")]
    later = [told("b:0", PLANS_AGAIN, "care-leavers"), told("b:1", BOARD, "corporate-parenting")]
    found = between(earlier, later)
    ids = [[each.id for each in part] for part in found.parts]
    assert ids == [["a:1"], ["a:0"], ["b:0"], [], ["b:1"]]
    theme = found.of_theme("care-leavers")
    assert [len(part) for part in theme.parts] == [0, 1, 1, 0, 0]


def test_what_another_visit_told_before_is_not_new() -> None:
    earlier = [told("a:0", PLANS, "care-leavers")]
    later = [told("b:0", PLANS_AGAIN, "care-leavers"), told("b:1", BOARD), told("b:2", VISITS)]
    found = between(earlier, later, {"b:0", "b:1"})
    ids = [[each.id for each in part] for part in found.parts]
    assert ids == [[], ["a:0"], ["b:0"], ["b:1"], ["b:2"]]


def test_new_is_what_no_earlier_visit_told(sample_library: Library) -> None:
    repeats = KnownRepeats(sample_library.document, sample_library.visits)
    councils = repeats.councils
    assert councils
    elsewhere = 0
    for council in councils:
        known = repeats.of(council).earlier
        visits = [v for v in sample_library.visits if v.council == council and v.when]
        visits = sorted((v for v in visits if v.documents), key=lambda visit: visit.when)
        for earlier, later in combinations(visits, 2):
            found = between(repeats.told_at(earlier), repeats.told_at(later), known)
            assert not {each.id for each in found.new} & set(known)
            elsewhere += len(found.elsewhere)
    assert elsewhere


def test_two_sentences_told_again_in_one_are_both_told_again() -> None:
    earlier = [told("a:0", PLANS, "care-leavers"), told("a:1", PLANS, "care-leavers")]
    found = between(earlier, [told("b:0", PLANS_AGAIN, "care-leavers")])
    assert not found.gone and len(found.before) == 2 and len(found.again) == 1


@given(
    st.lists(st.sampled_from([PLANS, PLANS_AGAIN, VISITS, BOARD]), max_size=5),
    st.lists(st.sampled_from([PLANS, PLANS_AGAIN, VISITS, BOARD]), max_size=5),
)
def test_every_concern_has_one_place(before: list[str], after: list[str]) -> None:
    earlier = [told(f"a:{n}", text, "permanence") for n, text in enumerate(before)]
    later = [told(f"b:{n}", text, "permanence") for n, text in enumerate(after)]
    found = between(earlier, later)
    assert sorted(t.id for t in (*found.gone, *found.before)) == [t.id for t in earlier]
    assert sorted(t.id for t in (*found.again, *found.new)) == [t.id for t in later]
    assert bool(found.before) == bool(found.again)
    turned = between(later, earlier)
    assert turned.new == found.gone and turned.gone == found.new


def test_threads_follow_links_to_their_ends() -> None:
    links = Repeats(
        earlier={"c:1": "b:1", "b:1": "a:1", "b:2": "a:1", "c:9": "b:9"},
        visits={"a:1": "v1", "b:1": "v2", "b:2": "v2", "c:1": "v3", "b:9": "v2", "c:9": "v3"},
    )
    themes = {"c:9": ("workforce",), "b:9": ("workforce", "caseloads")}
    found = threads(links, ["v1", "v2", "v3"], lambda id: themes.get(id, ()))
    assert [(t.theme, t.sentences, t.visits) for t in found] == [
        (None, ("c:1", "b:1", "b:2", "a:1"), ("v1", "v2", "v3")),
        ("workforce", ("c:9", "b:9"), ("v2", "v3")),
    ]
    assert threads(Repeats(), ["v1"], lambda id: ()) == []


def test_threads_of_a_council_span_visits_in_order(sample_library: Library) -> None:
    library = sample_library
    repeats = KnownRepeats(library.document, library.visits).of("Tameside")
    keys = [v.key for v in reversed(library.visits) if v.council == "Tameside"]
    found = threads(repeats, keys, lambda id: ())
    assert found and {id for thread in found for id in thread.sentences} == set(repeats.visits)
    for thread in found:
        places = [keys.index(visit) for visit in thread.visits]
        assert len(places) > 1 and places == sorted(set(places))


def test_statistical_neighbours_come_from_the_register() -> None:
    councils = register().councils
    tameside = register().get("Tameside")
    assert tameside
    near = alike(tameside, councils)
    assert near.official and near.names == tameside.neighbours and "Tameside" not in near.names


def test_where_none_are_on_record_it_says_what_the_likeness_is() -> None:
    councils = register().councils
    bare = next(council for council in councils if not council.neighbours)
    near = alike(bare, councils)
    assert not near.official
    assert "no statistical neighbours on record" in near.basis
    assert bare.kind in near.basis and bare.region in near.basis
    by_name = {council.name: council for council in councils}
    for name in near.names:
        other = by_name[name]
        assert (other.kind, other.region) == (bare.kind, bare.region)
        assert name != bare.name and other.status == "current"
