"""Plain text: lines, pages, gaps."""

import time

import pytest

from store.reading.limits import Limits

from .reading import got, lines, refused, texts


def test_lines_gaps_and_indents() -> None:
    found = lines("First line\nsecond line\n\n  indented\n\t\ttabbed\n")
    assert [(line.text, line.gap, line.x) for line in found] == [
        ("First line", True, 0.0),
        ("second line", False, 0.0),
        ("indented", True, 2.0),
        ("tabbed", False, 16.0),
    ]
    assert {line.role for line in found} == {""}


def test_a_form_feed_begins_a_page() -> None:
    reading = got("one\ntwo\n\x0cthree\n\x0c\x0cfive\n\x0c")
    assert [(line.text, line.page) for line in reading.lines] == [
        ("one", 1),
        ("two", 1),
        ("three", 2),
        ("five", 4),
    ]
    assert reading.pages == 4


def test_a_paragraph_may_go_on_over_a_page() -> None:
    found = lines("one\n\x0ctwo\n\n\x0c\nthree")
    assert [line.gap for line in found] == [True, False, True]


def test_a_form_feed_within_a_line() -> None:
    assert [(line.text, line.page) for line in lines("end\x0cbegin")] == [("end", 1), ("begin", 2)]


def test_tabs_and_odd_blanks_are_single_blanks() -> None:
    assert texts("Judgement\t\tGood\u00a0 \u2003now") == ["Judgement Good now"]


def test_a_long_line() -> None:
    text = "word " * 20_000
    start = time.process_time()
    assert texts(text) == [text.strip()]
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m words", "red words"),
        ("a \x1b]0;title\x07b", "a b"),
        ("a \x1b]0;open title", "a 0;open title"),
        ("caf\u00e9\u009b31m words", "café words"),
        ("\u202eright to left", "right to left"),
        ("zero\u200bwidth", "zerowidth"),
        ("he said [sic] and [/] and [b]bold[/b]", "he said [sic] and [/] and [b]bold[/b]"),
        ("ﬁnd the diﬀerence", "ﬁnd the diﬀerence"),
        ("&amp; stays as it is <b>", "&amp; stays as it is <b>"),
    ],
)
def test_what_a_terminal_would_obey(text: str, shown: str) -> None:
    assert texts(f"{text}\nlast") == [shown, "last"]


def test_soft_hyphens_stay_only_at_the_end_of_a_line() -> None:
    assert texts("safe\u00adguarding multi\u00ad\nagency") == ["safeguarding multi\u00ad", "agency"]
    assert texts("\u00ad one\n\u00ad\ntwo \u00ad") == ["one", "two\u00ad"]


def test_too_much_text() -> None:
    small = Limits(characters=1000)
    assert "1,000" in str(refused("word " * 201, limits=small))
    assert refused("word " * 201, limits=small).code == "too-large"
    assert refused("a\n" * 100, limits=small).code == "too-large"
    assert len(lines("word word word\n" * 60, limits=small)) == 60
    assert refused("word", limits=Limits(seconds=-1)).code == "too-slow"


def test_only_invisible_text() -> None:
    assert refused("\u200b\u200b \u2060").code == "no-text"
