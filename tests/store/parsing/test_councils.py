"""Names of councils: every one is found in a title and a sentence, and no other in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.parsing.councils import register

REGISTER = register()
NAMES = [
    (name, council.name)
    for council in REGISTER.councils
    for name in (council.name, council.official_name, *council.aliases)
    if "(old)" not in name
]
TITLES = [
    "Inspection of {} local authority children’s services",
    "Monitoring visit to {} children’s services",
    "{}",
    "Services for children in {} are good",
]


def owner(name: str) -> str:
    """The council that bears a name: a shared one means the council there is now."""
    council = REGISTER.named(name)
    assert council is not None
    return council.name


@pytest.mark.parametrize(("name", "council"), NAMES)
def test_every_name_is_found_in_titles(name: str, council: str) -> None:
    assert owner(name) in (council, council.removesuffix(" (old)"))
    for title in TITLES:
        mentions = REGISTER.mentions(title.format(name))
        assert [mention.council for mention in mentions] == [owner(name)], title


@given(
    st.sampled_from(NAMES),
    st.sampled_from(
        [
            "Inspectors visited {} in March.",
            "In {}, children are seen alone.",
            "Leaders at {} know this.",
            "It is a letter to {}.",
            "{}’s plans are clear.",
            "The plans of {} (and of others) are clear.",
        ]
    ),
)
def test_every_name_is_found_in_sentences(name: tuple[str, str], sentence: str) -> None:
    text = sentence.format(name[0])
    mentions = REGISTER.mentions(text)
    assert [mention.council for mention in mentions] == [owner(name[0])]
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.printed


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4))
def test_several_names_come_back_in_order(names: list[tuple[str, str]]) -> None:
    text = "; ".join(f"services in {name}" for name, _ in names)
    assert [m.council for m in REGISTER.mentions(text)] == [owner(name) for name, _ in names]


@given(st.text(max_size=200))
def test_no_text_raises_and_every_mention_is_in_it(text: str) -> None:
    for mention in REGISTER.mentions(text):
        assert text[mention.start : mention.end] == mention.printed


@pytest.mark.parametrize(
    ("text", "council"),
    [
        ("services in North Yorkshire", "North Yorkshire"),
        ("services in Derbyshire", "Derbyshire"),
        ("services in North East Lincolnshire", "North East Lincolnshire"),
        ("services in West Northamptonshire", "West Northamptonshire"),
        ("Kingston upon Hull City Council", "Hull"),
        ("the Royal Borough of Kingston upon Thames", "Kingston upon Thames"),
        ("St. Helen’s Council", "St Helens"),
        ("Saint Helens", "St Helens"),
        ("Southend on Sea", "Southend-on-Sea"),
        ("Southend-on- Sea City Council", "Southend-on-Sea"),
        ("STOKE-ON-TRENT CITY COUNCIL", "Stoke-on-Trent"),
        ("Newcastle-upon-Tyne", "Newcastle upon Tyne"),
        ("Bournemouth Christchurch & Poole", "Bournemouth, Christchurch and Poole"),
        ("Telford and Wrekin", "Telford and Wrekin"),
        ("Bristol City of", "Bristol"),
        ("the Isles of Scilly", "Isles of Scilly"),
        ("Medway Children’s Services", "Medway"),
        ("Birmingham Children’s Trust", "Birmingham"),
        ("Reading’s children’s services", "Reading"),
        ("Bury, a council near Bolton", "Bury"),
    ],
)
def test_names_that_hold_others_or_vary(text: str, council: str) -> None:
    assert REGISTER.mentions(text)[0].council == council


@pytest.mark.parametrize(
    "text",
    [
        "Reading the records, inspectors saw gaps",
        "Reading, writing and arithmetic",
        "Greater Manchester Police",
        "Lancashire Police said so",
        "Cllr Anne Sutton said so",
        "Mr Kent, the chair",
        "Rob Bolton, HMI, led the visit",
        "New York is far away",
        "they were reading and bury their plans",
        "the University of Leeds",
    ],
)
def test_what_is_no_council_is_none(text: str) -> None:
    assert REGISTER.mentions(text) == []


def test_a_name_printed_with_its_body_is_kept_whole() -> None:
    (mention,) = REGISTER.mentions("Inspection of Nottingham City local authority services")
    assert mention.printed == "Nottingham City"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Bath & NE Somerset", "Bath and North East Somerset"),
        ("NE Lincolnshire Council", "North East Lincolnshire"),
        ("N. Yorkshire", "North Yorkshire"),
        ("W Sussex County Council", "West Sussex"),
        ("S Tyneside", "South Tyneside"),
    ],
)
def test_points_of_the_compass_may_be_letters(printed: str, name: str) -> None:
    [mention] = REGISTER.mentions(f"Inspection of {printed} children’s services")
    assert mention.council == name


def test_a_part_of_a_county_by_the_compass_is_not_the_county() -> None:
    assert REGISTER.mentions("Homes in NW Devon and S. Norfolk were seen.") == []
    assert [m.council for m in REGISTER.mentions("A council's Devon homes")] == ["Devon"]
