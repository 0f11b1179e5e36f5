"""Pages of a government's or a council's site: what is text, and what the page says of itself."""

import pytest

from .reading import got, texts

TITLE = "Notice issued to Northbeck Council"
ROWS = [
    "The council must set up a board by June, and say who sits on it and how often it meets.",
    "It must also say by when each of its plans will have been looked at by somebody else.",
]
TEXT = "".join(f"<p>{row}</p>" for row in ROWS)
BANNER = "<div class='cookie-banner'><p>We use cookies to make this site work for you.</p></div>"
FACTS = (
    "<dl><dt>From:</dt><dd><a href='/x'>Department for Sums</a></dd><dt>Published</dt>"
    "<dd>5 March 2018</dd><dt>Last updated</dt><dd>1 May 2019</dd></dl>"
)


def page(main: str, before: str = BANNER, after: str = "<p>Is this page useful?</p>") -> str:
    head = "<head><title>Notice: Northbeck - Site</title></head>"
    return f"<html>{head}<body>{before}<main>{main}</main><footer>{after}</footer></body></html>"


@pytest.mark.parametrize("after", ["<p>Is this page useful?</p>", ""])
@pytest.mark.parametrize("before", [BANNER, "<p>We use cookies to make this site work.</p>", ""])
def test_the_main_part_is_the_text_from_its_headline_on(before: str, after: str) -> None:
    reading = got(page(f"<span>Policy paper</span><h1>{TITLE}</h1>{FACTS}{TEXT}", before, after))
    assert [line.text for line in reading.lines] == [TITLE, *ROWS]
    meta = reading.meta
    assert (meta.title, meta.date, meta.publisher) == (TITLE, "2018-03-05", "Department for Sums")


def test_the_day_above_a_headline_stays() -> None:
    rows = texts(page(f"<p>News</p><p>5 March 2018</p><h1>{TITLE}</h1>{TEXT}"))
    assert rows[:2] == ["5 March 2018", TITLE]


def test_a_list_of_anything_else_is_text() -> None:
    terms = "<dl><dt>Published</dt><dd>5 March 2018</dd><dt>Homes</dt><dd>Three.</dd></dl>"
    rows = texts(page(f"<h1>{TITLE}</h1>{terms}{TEXT}"))
    assert {"Published", "5 March 2018", "Homes", "Three."} <= set(rows)


@pytest.mark.parametrize(
    "main",
    [
        f"<h1>{TITLE}</h1><p>In short.</p></main>{TEXT * 3}<main>",
        f"</main><main><h1>{TITLE}</h1>{TEXT}",
        TEXT,
    ],
)
def test_a_main_part_that_is_not_the_text_is_no_other_than_the_rest(main: str) -> None:
    assert all(row in texts(page(main)) for row in ROWS)


def test_a_day_in_the_head_of_the_page() -> None:
    meta = '<meta name="DC.date.issued" content="2018-03-05T10:00">'
    html = page(f"<h1>{TITLE}</h1>{TEXT}").replace("<head>", f"<head>{meta}")
    assert got(html).meta.date == "2018-03-05"


def test_a_headline_joined_to_the_first_paragraph_is_taken_off_it() -> None:
    og = f'<meta property="og:title" content="{TITLE}"><meta property="og:type" content="article">'
    for body in (f"<h1>{TITLE}</h1>{TEXT}", f"<h1>{TITLE}</h1><p>{TITLE} today: words.</p>{TEXT}"):
        rows = texts(f"<html><head>{og}</head><body>{body}</body></html>")
        assert rows[0] == TITLE
        assert ROWS[0] in rows
        assert (f"{TITLE} today: words." in rows) == ("today" in body)
