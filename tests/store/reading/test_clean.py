"""What goes and what stays when a text is cleaned."""

import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.reading.clean import clean, squeeze, unbroken

KEPT = (
    "Plain text, with a tab\tand a\nline.",
    "‘single’ “double” ‚low‘ „low“ «angle» ‹angle›",
    "ﬁ ﬂ ﬀ ﬃ ﬄ ﬅ ﬆ",
    "hyphen- en– em— bar― minus−",
    "Zoë O’Brien, Siân, Łukasz, Nguyễn, Владимир, 李, محمد",
    "£52,000 €5 ½ ² ™ © • ■ \uf0b7 \uf06e …",
    "soft\u00adhyphen and no-break\u00a0space",
    "[sic] and [/] and [bold red]not mark-up[/bold red]",
    "e\u0301 a combining accent",
)
GONE = {
    "\x1b[31mred\x1b[0m": "red",
    "\x1b[1;38;5;208mx\x1b[m": "x",
    "a\x1b]0;title\x07b": "ab",
    "a\x1b]0;title\x1b\\b": "ab",
    "a\x1b]8;;http://x.example\x1b\\link\x1b]8;;\x1b\\b": "alinkb",
    "a\x1b]52;c;aGk=\x07b": "ab",
    "a\x9d0;title\x9cb": "ab",
    "a\x9b2Jb": "ab",
    "a\x1bPq#0\x1b\\b": "ab",
    "a\x90q#0\x9cb": "ab",
    "a\x1b_app\x1b\\b\x1b^pm\x1b\\c\x1bXsos\x1b\\d": "abcd",
    "a\x1bcb": "ab",
    "a\x1b(Bb": "ab",
    "a\x1b": "a",
    "bell\x07 back\x08space nul\x00 del\x7f": "bell backspace nul del",
    "left\u202eright\u202c \u2066in\u2069": "leftright in",
    "zero\u200bwidth\u200c\u200d\ufeff join\u2060er": "zerowidth joiner",
    "\u200emark\u200f \u061carabic": "mark arabic",
    "tag\U000e0041\U000e007f": "tag",
    "variation\ufe0f\U000e0100": "variation",
    "filler\u3164\u115f\uffa0\u034f\u180e": "filler",
    "non\ufffechar\uffff\ufdd0\U0001ffff": "nonchar",
    "object\ufffc": "object",
    "over\rwrite and\r\nend": "over\nwrite and\nend",
    "line\u2028sep\u2029par\x0bvt\x85nel": "line\nsep\npar\nvt\nnel",
    "half\ud800surrogate": "half\ufffdsurrogate",
}


@pytest.mark.parametrize("text", KEPT)
def test_what_is_printed_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(("text", "shown"), GONE.items(), ids=[ascii(text) for text in GONE])
def test_what_is_active_or_invisible_goes(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize("start", ["\x1b]0;", "\x9d0;", "\x1bP", "\x1b_"])
def test_an_open_escape_sequence_takes_no_text_along(start: str) -> None:
    text = f"before {start}the inspectors wrote\nand went on"
    assert "the inspectors wrote\nand went on" in clean(text)


def test_every_control_and_format_character_goes_and_every_letter_stays() -> None:
    visible_formats = {0x00AD, *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2}
    visible_formats |= {0x110BD, 0x110CD, *range(0x13430, 0x13440)}
    blank_letters = {0x115F, 0x1160, 0x3164, 0xFFA0}
    for code in range(0x110000):
        char, kind = chr(code), unicodedata.category(chr(code))
        if kind in ("Cc", "Cf", "Cs") and code not in visible_formats and char not in "\t\n\f":
            assert clean(char) != char, hex(code)
        elif kind[0] in "LNPSZ" and code not in (blank_letters | {0xFFFC, 0x2028, 0x2029}):
            assert clean(char) == char, hex(code)


any_text = st.text(st.characters(exclude_categories=()), max_size=400)
mixed_text = st.lists(
    st.sampled_from([*KEPT, *GONE, "\x1b", "\x9b", "\x1b]", "\x9d", "\x07", "\x9c", "\x1b\\"])
).map("".join)


@given(any_text | mixed_text)
@settings(max_examples=300, deadline=None)
def test_clean_is_idempotent_and_leaves_nothing_active(text: str) -> None:
    shown = clean(text)
    assert clean(shown) == shown
    assert not re.search(r"[\x00-\x08\x0b\x0d-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]", shown)


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs")), max_size=300))
@settings(max_examples=200, deadline=None)
def test_letters_digits_and_quotes_are_kept(text: str) -> None:
    wanted = [c for c in text if unicodedata.category(c) in ("Ll", "Lu", "Nd", "Pi", "Pf", "Sc")]
    shown = clean(text)
    assert [c for c in shown if c in set(wanted)] == wanted


@given(any_text)
@settings(max_examples=200, deadline=None)
def test_squeeze_leaves_single_blanks(text: str) -> None:
    shown = squeeze(text)
    assert squeeze(shown) == shown
    assert "  " not in shown
    assert "\t" not in shown
    assert shown == shown.strip()


def test_squeeze_keeps_its_words() -> None:
    assert squeeze(" a \u00a0\t b\u2009c  \n\r\fd") == "a b c d"


def test_unbroken_takes_out_soft_hyphens() -> None:
    assert unbroken("safe\u00adguard\u00ading") == "safeguarding"


@pytest.mark.parametrize(
    "piece", ["\x1b]", "\x9d", "\x1b[", "\x9b", "\x1b[0;", "\u200b", "\x1bP a"]
)
def test_clean_takes_linear_time(piece: str) -> None:
    start = time.process_time()
    clean(piece * (100_000 // len(piece)))
    assert time.process_time() - start < 1
