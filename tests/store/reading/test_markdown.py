"""Markdown as it would be shown."""

import time

import pytest

from store.reading.limits import Limits

from .reading import got, lines, refused, texts


def rows(text: str) -> list[tuple[str, str, int]]:
    return [(line.text, line.role, line.level) for line in lines(text, "x.md")]


def test_headings_paragraphs_and_emphasis() -> None:
    text = "# Title #\n\nSome *soft* and **hard** and `code`\nwords.\n\nUnder\n-----\n\nText.\n"
    assert rows(text) == [
        ("Title", "heading", 1),
        ("Some soft and hard and code words.", "paragraph", 0),
        ("Under", "heading", 2),
        ("Text.", "paragraph", 0),
    ]


def test_hard_breaks_keep_lines_apart() -> None:
    found = lines(
        "Director  \nNorthbeck Council\\\nTown Hall<br>North Street\nsoft\n\nDear", "x.md"
    )
    assert [(line.text, line.role, line.gap) for line in found] == [
        ("Director", "", True),
        ("Northbeck Council", "", False),
        ("Town Hall", "", False),
        ("North Street soft", "", False),
        ("Dear", "paragraph", True),
    ]


def test_nested_lists() -> None:
    text = "- one\n  - two\n    - three\n\n      more of three\n- four\n\nafter\n"
    assert rows(text) == [
        ("one", "bullet", 1),
        ("two", "bullet", 2),
        ("three", "bullet", 3),
        ("more of three", "paragraph", 0),
        ("four", "bullet", 1),
        ("after", "paragraph", 0),
    ]


def test_lists_forty_deep() -> None:
    text = "".join("  " * level + f"- level {level}\n" for level in range(38))
    assert texts(text, "x.md")[-1] == "level 37"


def test_numbered_lists() -> None:
    text = "3. three\n4. four\n   1. four one\n   2. four two\n5. five\n\n## Next\n\n9) nine\n"
    assert [text for text, *_ in rows(text)] == [
        "3. three",
        "4. four",
        "1. four one",
        "2. four two",
        "5. five",
        "Next",
        "9. nine",
    ]


def test_an_empty_item_and_code_in_an_item() -> None:
    assert texts("1.\n2. two\n", "x.md") == ["2. two"]
    assert rows("- ```\n  code\n  ```\n\nafter\n") == [("code", "", 0), ("after", "paragraph", 0)]


def test_tables() -> None:
    text = "| Judgement | Grade |\n| --- | --: |\n| **Help** | Good |\n| Care | |\n\nafter\n"
    assert rows(text) == [
        ("Judgement\tGrade", "cell", 0),
        ("Help\tGood", "cell", 0),
        ("Care", "cell", 0),
        ("after", "paragraph", 0),
    ]


def test_code_blocks_line_by_line() -> None:
    found = lines("# T\n\n```text\nfirst   row\n\nsecond\n```\n\n    indented\n", "x.md")
    assert [line.text for line in found] == ["T", "first row", "second", "indented"]


def test_quotes_links_images_rules_and_entities() -> None:
    text = "> quoted [words](http://x.example 't')\n\n***\n\n![alt](i.png)\n\n"
    text += "<http://y.example> &amp; &pound;5 \\*\n"
    assert texts(text, "x.md") == ["quoted words", "http://y.example & £5 *"]


def test_html_in_its_midst() -> None:
    text = (
        "# T\n\n<div>\n<p>In a <b>block</b></p>\n<ul><li>item</li></ul>\n</div>\n\n"
        "An <em>inline</em> tag.\n\n<!-- hidden -->\n\n<script>alert(1)</script>\n\n"
        "<table><tr><td>a</td><td>b</td></tr></table>\n"
    )
    assert rows(text) == [
        ("T", "heading", 1),
        ("In a block", "paragraph", 0),
        ("item", "bullet", 1),
        ("An inline tag.", "paragraph", 0),
        ("a\tb", "cell", 0),
    ]


def test_front_matter_says_what_a_clipped_page_is() -> None:
    matter = 'title: "Ofsted: plans are late"\nauthor: Ann Other\npublished: 2024-03-14T10:00\n'
    meta = got(f"---\n{matter}site: The Star\ntags:\n  - one\n---\n\nText.\n", "x.md").meta
    assert (meta.title, meta.author) == ("Ofsted: plans are late", "Ann Other")
    assert (meta.date, meta.outlet) == ("2024-03-14", "The Star")
    odd = got("---\ntitle:\nauthor: [one, two]\ndate: soon\n---\n\nText.\n", "x.md").meta
    assert (odd.title, odd.author, odd.date, odd.outlet) == (None,) * 4


def test_front_matter_and_footnotes_are_left_out() -> None:
    text = "---\ntitle: A letter\ntags:\n  - one\n---\n\nThe board[^1] met.\n\n[^1]: A note.\n"
    assert texts(text, "x.md") == ["The board met."]
    assert texts("---\n\nText below a rule.\n", "x.md") == ["Text below a rule."]


def test_soft_hyphens_and_escapes_go() -> None:
    assert texts("safe\u00adguarding \x1b[31mred\x1b[0m [sic] [/]", "x.md") == [
        "safeguarding red [sic] [/]"
    ]


def test_carriage_returns() -> None:
    assert texts("# One\r\rtwo\r\r- three\r", "x.md") == ["One", "two", "three"]


SLOW = {
    "brackets": "[" * 100_000,
    "links": "[a](b" * 20_000,
    "stars": "*a _b " * 20_000,
    "quotes": ">" * 100_000 + "a",
    "ticks": " ".join("`" * count for count in range(440)),
    "tags": "<a " * 33_000,
    "lists": "".join(" " * (2 * level) + "- a\n" for level in range(300)),
    "definitions": "[a]: b\n" * 14_000,
    "open definitions": "[a\n" * 33_000,
    "table": "|" + "a|" * 300 + "\n|" + "-|" * 300 + "\n" + "|x\n" * 10_000,
    "html": "<div>\n\n" * 14_000,
    "setext": "a\n" * 50_000 + "=",
    "entities": "&amp" * 25_000,
    "paragraphs": "[*_`\n\n" * 16_000,
}


@pytest.mark.parametrize("kind", SLOW)
def test_odd_text_takes_its_time_but_not_more(kind: str) -> None:
    start = time.process_time()
    lines("# T\n\nwords\n\n" + SLOW[kind], "x.md")
    assert time.process_time() - start < 2


def test_limits() -> None:
    assert refused("word " * 300, "x.md", Limits(characters=1000)).code == "too-large"
    assert refused("# T\n\nword", "x.md", Limits(seconds=-1)).code == "too-slow"
