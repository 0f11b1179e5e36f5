"""Text in whatever encoding it comes, and pages that lie about theirs."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.reading.decode import decode, decode_page

from .reading import texts

PARAGRAPH = (
    "The council’s plan – “our promise to children” – cost £52,000 last year. Zoë’s café\n"
    "ran it… and nobody said why: it wasn’t on the list, nor was the director’s name.\n"
)
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
OLDER = ("cp1252", "mac-roman")


@pytest.mark.parametrize("encoding", UNICODE + OLDER)
def test_the_same_text_in_every_encoding(encoding: str) -> None:
    assert decode(PARAGRAPH.encode(encoding)) == PARAGRAPH
    assert texts(PARAGRAPH.encode(encoding), "x.txt") == PARAGRAPH.splitlines()


def test_utf16_with_its_mark_the_other_way_round() -> None:
    assert decode(b"\xfe\xff" + PARAGRAPH.encode("utf-16-be")) == PARAGRAPH


def test_latin1() -> None:
    text = "Le café où Zoë a dîné coûte £5 – non, £6.\n".replace("–", "-")
    assert decode(text.encode("latin-1") * 20) == text * 20


SHORT = ("it’s", "“Yes,” she said.", "café", "£5", "Zoë O’Brien", "a – b", "naïve façade…")


@pytest.mark.parametrize("text", SHORT)
def test_a_few_words_of_windows(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("encoding", OLDER)
def test_the_first_quote_may_stand_far_down(encoding: str) -> None:
    text = "plain words only\n" * 30_000 + PARAGRAPH
    assert decode(text.encode(encoding)).endswith(PARAGRAPH)


def test_utf8_that_is_cut_or_mixed_with_windows_is_still_utf8() -> None:
    assert decode(PARAGRAPH.encode()[:-2] + "’".encode()[:2]).startswith("The council’s plan – “")
    mixed = PARAGRAPH.encode() * 3 + "and it’s so.\n".encode("cp1252")
    assert decode(mixed) == PARAGRAPH * 3 + "and it’s so.\n"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_line_ends(ends: str, encoding: str) -> None:
    data = f"one{ends}{ends}two{ends}three’s".encode(encoding)
    assert texts(data) == ["one", "two", "three’s"]


def test_mixed_line_ends_and_nul_bytes() -> None:
    assert texts(b"one\r\ntwo\rthree\nfo\x00ur\x00\n\x00five") == [
        "one",
        "two",
        "three",
        "four",
        "five",
    ]
    assert texts(b"one\ntwo" + b"\x00" * 3000) == ["one", "two"]


@given(st.binary(max_size=3000))
@settings(max_examples=200, deadline=None)
def test_any_bytes_decode(data: bytes) -> None:
    assert isinstance(decode(data), str)
    assert isinstance(decode_page(data), str)


@given(st.text(st.sampled_from("abc ’“”–£é\n"), min_size=30, max_size=300))
@settings(max_examples=100, deadline=None)
def test_windows_text_is_read_as_it_was_written(text: str) -> None:
    words = f"The inspectors’ words were {text} and they’d said so before."
    assert decode(words.encode("cp1252")) == words


PAGE = "<html><head>{}</head><body><p>The council’s “plan” cost £5 – no more.</p></body></html>"
SAID = "The council’s “plan” cost £5 – no more."
META = '<meta charset="{}">'
HTTP = '<meta http-equiv="Content-Type" content="text/html; charset={}">'


@pytest.mark.parametrize("meta", [META, HTTP])
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "mac-roman", "utf-16"])
def test_a_page_that_says_its_encoding(meta: str, encoding: str) -> None:
    assert texts(PAGE.format(meta.format(encoding)).encode(encoding)) == [SAID]


@pytest.mark.parametrize(
    ("said", "true"),
    [
        ("", "utf-8"),
        ("", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("windows-1252", "utf-8"),
        ("utf-8", "cp1252"),
        ("utf-16", "utf-8"),
        ("utf-16", "cp1252"),
        ("no-such-thing", "utf-8"),
        ("no-such-thing", "cp1252"),
        ("idna", "cp1252"),
        ("punycode", "cp1252"),
        ("undefined", "cp1252"),
        ("unicode_escape", "cp1252"),
        ("rot13", "cp1252"),
        ("zlib", "cp1252"),
        ("utf-7", "cp1252"),
    ],
)
def test_a_page_that_says_a_wrong_one_or_none(said: str, true: str) -> None:
    meta = META.format(said) if said else ""
    assert texts(PAGE.format(meta).encode(true)) == [SAID]


def test_the_encoding_of_xhtml() -> None:
    page = '<?xml version="1.0" encoding="windows-1252"?>\n<!DOCTYPE html PUBLIC "x" "y">' + PAGE
    assert texts(page.format("").encode("cp1252")) == [SAID]


def test_guessing_takes_linear_time() -> None:
    start = time.process_time()
    decode(PARAGRAPH.encode("cp1252") * 6000)
    decode(b"\x92" * 1_000_000)
    assert time.process_time() - start < 3
