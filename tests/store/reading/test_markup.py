"""HTML as it stands: what becomes a heading, a paragraph, a bullet, a row of a table."""

import time

import pytest

from store.reading.limits import Limits

from .reading import lines, lines_or_error, refused, texts


def rows(body: str) -> list[tuple[str, str, int]]:
    page = f"<html><body>{body}</body></html>"
    return [(line.text, line.role, line.level) for line in lines(page)]


def test_headings_and_paragraphs() -> None:
    body = "<h1>One\n two</h1><p>A <b>bold</b> <i>word</i>.</p>loose<h4>Four</h4><div>in div</div>"
    assert rows(body) == [
        ("One two", "heading", 1),
        ("A bold word.", "paragraph", 0),
        ("loose", "paragraph", 0),
        ("Four", "heading", 4),
        ("in div", "paragraph", 0),
    ]


def test_unclosed_paragraphs_and_items() -> None:
    assert rows("<p>one<p>two<ul><li>a<li>b</ul>after") == [
        ("one", "paragraph", 0),
        ("two", "paragraph", 0),
        ("a", "bullet", 1),
        ("b", "bullet", 1),
        ("after", "paragraph", 0),
    ]


def test_lists() -> None:
    body = (
        "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>more of c</p></li></ul>"
        "<ol start=4><li>d</li><li value=9>e</li><li>f<ol><li>g</li></ol></li></ol>"
    )
    assert rows(body) == [
        ("a", "bullet", 1),
        ("b", "bullet", 2),
        ("c", "bullet", 1),
        ("more of c", "paragraph", 0),
        ("4. d", "paragraph", 0),
        ("9. e", "paragraph", 0),
        ("10. f", "paragraph", 0),
        ("1. g", "paragraph", 0),
    ]


@pytest.mark.parametrize("start", ["x", "-1", "²", "9999999", ""])
def test_odd_starts_of_lists(start: str) -> None:
    assert texts(f"<ol start='{start}'><li>one</li></ol>") == ["1. one"]


def test_line_breaks() -> None:
    found = lines("<p>Director<br>Town Hall<br/>Northbeck</p><p>Dear</p><p>a<br></p><p>b</p>")
    assert [(line.text, line.role, line.gap) for line in found] == [
        ("Director", "", True),
        ("Town Hall", "", False),
        ("Northbeck", "", False),
        ("Dear", "paragraph", True),
        ("a", "", True),
        ("b", "paragraph", True),
    ]


def test_two_breaks_are_a_gap() -> None:
    found = lines("<div>one<br><br>two<br>three</div>")
    assert [(line.text, line.gap) for line in found] == [
        ("one", True),
        ("two", True),
        ("three", False),
    ]


def test_tables_of_values() -> None:
    body = (
        "<table><caption>Grades</caption><thead><tr><th>Judgement</th><th>Grade</th></tr></thead>"
        "<tr><td><p>Help and</p><p>protection</p></td><td>Good<br>now</td></tr>"
        "<tr><td></td><td>alone</td></tr><tr><td> </td></tr></table>"
    )
    assert rows(body) == [
        ("Grades", "caption", 0),
        ("Judgement\tGrade", "cell", 0),
        ("Help and protection\tGood now", "cell", 0),
        ("alone", "cell", 0),
    ]


LONG = "The inspectors read the files and found that plans were good. " * 6


@pytest.mark.parametrize(
    "body",
    [
        f"<table><tr><td>menu</td><td><h1>Title</h1><p>{LONG}</p></td></tr></table>",
        f"<table><tr><td>menu</td><td><p>Title</p><p>{LONG}</p><p>{LONG}</p></td></tr></table>",
        f"<table><tr><td>menu<table><tr><td>Title</td></tr></table></td><td>{LONG}</td></tr></table>",
        f"<table><tr><td><p>Title</p><p>{LONG}</p></td></tr></table>",
        f"<table role=presentation><tr><td>Title</td><td>{LONG}</td></tr></table>",
    ],
)
def test_tables_that_lay_out_a_page(body: str) -> None:
    found = texts(f"<html>{body}")
    assert "Title" in found
    assert LONG.strip() in found


def test_preformatted_text_keeps_its_lines() -> None:
    found = lines("<pre>Dear  Director\n\nI write\nto you\n</pre><p>after</p>")
    assert [(line.text, line.gap) for line in found] == [
        ("Dear Director", True),
        ("I write", True),
        ("to you", False),
        ("after", True),
    ]


def test_what_is_never_text() -> None:
    body = (
        "<script>var text = '<p>no</p>';</script><style>p {}</style><noscript>no</noscript>"
        "<template><p>no</p></template><svg><text>no</text></svg><p hidden>no</p>"
        "<p style='color: red; display : none'>no</p><select><option>no</option></select>"
        "<textarea>no</textarea><button>no</button><!-- no --><![if !x]><p>yes</p><![endif]>"
        "<iframe>no</iframe><object>no</object><dialog open>no</dialog>"
    )
    assert rows(body) == [("yes", "paragraph", 0)]


def test_a_page_in_a_form_is_read() -> None:
    assert texts("<html><form><p>text</p><input value=x></form>") == ["text"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("The board<sup>1</sup> met.", "The board met."),
        ("The board.<sup>12</sup>", "The board."),
        ("The board<sup>[3]</sup> met.", "The board met."),
        ("The board<sup>*</sup> met.", "The board met."),
        ("It<sup><a href='#fn1'>1</a></sup> met.", "It met."),
        ("It<a href='#_ftn1' name='_ftnref1'>[1]</a> met.", "It met."),
        ("<sup id='fnref:1'><a href='#fn:1'>[footnote 1]</a></sup>It met.", "It met."),
        ("the 21<sup>st</sup> of May", "the 21st of May"),
        ("40 m<sup>2</sup> and 3 km<sup>2</sup>", "40 m2 and 3 km2"),
        ("10<sup>3</sup>", "103"),
        ("<a href='#part'>part 1</a>", "part 1"),
    ],
)
def test_footnote_marks(body: str, text: str) -> None:
    assert texts(f"<p>{body}</p>") == [text]


def test_footnotes() -> None:
    body = "<p>text</p><ol><li id='fn:1'>no</li></ol><div id=ftn2>no</div><p id='footnote-3'>no</p>"
    assert texts(f"<html>{body}") == ["text"]


def test_what_a_terminal_would_obey() -> None:
    body = "a&#27;[31mb\x1b[0mc &#x202e;d&#8203;e &#x9b;f &#0;g &#xFFFF;h safe&shy;guard &lt;b&gt;"
    assert texts(f"<p>{body} [sic]</p>") == ["abc de ›f �g h safeguard <b> [sic]"]


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;"> <!ENTITY x SYSTEM "file:///etc/passwd">]>'
    found = " ".join(texts(f"{bomb}<html><body><p>before &b; &x; &eacute;</p></body></html>"))
    assert "before &b; &x; é" in found
    assert "root:" not in found


def test_ligatures_and_quotes_stay() -> None:
    assert texts("<p>“the ﬁrst” – it’s</p>") == ["“the ﬁrst” – it’s"]


@pytest.mark.parametrize("depth", [10, 300, 1500])
@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "span"])
def test_deep_pages_are_read_to_their_end(depth: int, tag: str) -> None:
    page = f"<html><body>{f'<{tag}>' * depth}inside{f'</{tag}>' * depth}<p>after</p>"
    assert texts(page) == ["inside", "after"]


def test_pages_nested_too_deeply_are_refused() -> None:
    error = refused("<html><body>" + "<div>" * 100_000 + "x" + "</div>" * 100_000 + "<p>after")
    assert error.code == "damaged"
    assert "nested" in str(error)


def test_a_text_of_many_megabytes_hides_nothing_behind_it() -> None:
    page = f"<html><script>{'x = 1; ' * 2_000_000}</script><p>after</p>"
    assert texts(page) == ["after"]


def test_attributes_without_number_are_refused() -> None:
    start = time.process_time()
    assert (
        refused("<html><p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">x").code == "damaged"
    )
    assert (
        refused("<html><p " + " ".join(f"a{n}='>'" for n in range(9_000)) + ">x").code == "damaged"
    )
    assert texts(f"<html><p><img src='data:image/png;base64,{'A' * 500_000}'>text</p>") == ["text"]
    assert time.process_time() - start < 3


SLOW = {
    "open divs": "<div>" * 1_500 + "<p>x" * 20_000,
    "open b": "<b>" * 1_500 + "x<i>" * 400,
    "paragraphs": "<p>x" * 25_000,
    "breaks": "x<br>" * 20_000,
    "brackets": "<" * 100_000,
    "ampersands": "&" * 100_000,
    "comments": "<!--" * 25_000,
    "odd end tags": "<span>" * 1_000 + "</b>" * 20_000,
    "tables": "<table><tr><td>x" * 600,
    "flat tables": "<table><tr><td>x</table>" * 4_000,
    "quotes": "<a '" * 12_000 + '<a "' * 12_000,
    "rows": "<table>" + "<tr><td>x<td>y" * 7_000,
    "items": "<ul><li>x" * 500,
    "superscripts": "word<sup>1</sup>" * 6_000,
    "notes": "<div id=fn1>" * 1_500 + "x",
    "articles": "<article class=ads>x" * 900 + "<p>x" * 5_000,
    "mains": "<main id=comments><a>x" * 400 + "<p>x" * 5_000,
    "headlines": "<h1>x" * 9_000,
}


@pytest.mark.parametrize("around", ["{}", "<article><h1>Title</h1>{}</article>"])
@pytest.mark.parametrize("kind", SLOW)
def test_odd_pages_take_their_time_but_not_more(kind: str, around: str) -> None:
    start = time.process_time()
    page = "<html><body><p>The inspectors read files.</p>" + around.format(SLOW[kind])
    lines_or_error(page.encode(), "x.html")
    assert time.process_time() - start < 2


def test_limits() -> None:
    small = Limits(characters=2_000)
    assert refused(f"<p>{'word ' * 500}</p>", limits=small).code == "too-large"
    assert refused("<p>" * 130, limits=small).code == "too-large"
    assert refused(f"<p>a</p><!--{'x' * 9_000}-->", limits=small).code == "too-large"
    assert refused("<p>word</p>", limits=Limits(seconds=-1)).code == "too-slow"
