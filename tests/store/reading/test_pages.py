"""Whole pages: of each its own text is read, in order, once, and nothing from around it."""

from pathlib import Path

import pytest

from store.reading.reader import read

from .pages import HEADLINE, NEWS, STORY, SUBHEAD, Page
from .public_pages import PUBLIC
from .reading import got

SAMPLES = Path(__file__).parents[3] / "sample_docs"


def encoded(page: Page) -> bytes:
    return page.html.encode("cp1252" if "windows-1252" in page.html else "utf-8")


@pytest.mark.parametrize("page", NEWS + PUBLIC, ids=lambda page: page.name)
def test_its_text_in_order_and_nothing_else(page: Page) -> None:
    found = [line.text for line in got(encoded(page), "page.html").lines]
    kept = [text for text in found if text not in page.tolerated]
    wanted = list(page.story) if page.title in page.story else [page.title, *page.story]
    if page.name == "Word export":
        wanted = list(page.story)
    assert kept == wanted
    for words in page.junk:
        assert words not in "\n".join(kept)


@pytest.mark.parametrize("page", NEWS + PUBLIC, ids=lambda page: page.name)
def test_what_it_says_of_itself(page: Page) -> None:
    meta = got(encoded(page), "page.html").meta
    assert (meta.title, meta.author, meta.date, meta.outlet) == (
        page.title,
        page.author,
        page.date,
        page.outlet,
    )


@pytest.mark.parametrize("page", NEWS, ids=lambda page: page.name)
def test_roles(page: Page) -> None:
    roles = {line.text: (line.role, line.level) for line in got(encoded(page)).lines}
    assert roles[HEADLINE] == ("heading", 1)
    assert roles[SUBHEAD][0] == "heading"
    assert roles[STORY[0]][0] == "paragraph"
    listed = {roles[text][0] for text in roles if "without dates were found" in text}
    assert listed <= {"bullet", "paragraph"}


@pytest.mark.parametrize("page", NEWS, ids=lambda page: page.name)
def test_a_saved_page_named_pdf_is_still_its_text(page: Page) -> None:
    assert len(got(encoded(page), "page.pdf").lines) >= len(STORY)


def test_a_long_comment_section_is_left_out() -> None:
    page = next(page for page in NEWS if page.name == "local paper")
    comment = '<div class="comment"><p>I have said so for years and nobody ever listened.</p></div>'
    html = page.html.replace('<div class="comment">', comment * 300 + '<div class="comment">', 1)
    found = "\n".join(line.text for line in got(html).lines)
    assert "nobody ever listened" not in found
    assert STORY[-1] in found


def test_a_class_of_a_telling_name_does_not_lose_the_article() -> None:
    for name in ("related-content", "subscription", "comments-open", "ads", "share", "skip"):
        story = "".join(f"<p>{text}</p>" for text in STORY)
        html = f'<html><nav></nav><div class="{name}"><h1>{HEADLINE}</h1>{story}</div></html>'
        assert [line.text for line in got(html).lines][1:] == list(STORY)


def test_the_headline_stands_once_whatever_says_it() -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY if text != SUBHEAD)
    og = f'<meta property="og:title" content="{HEADLINE}">'
    heads = {
        "h1": f"<head></head><body><nav></nav><h1>{HEADLINE}</h1>",
        "h1 in header": f"<head>{og}</head><body><nav></nav><header><h1>{HEADLINE}</h1></header>",
        "no h1": f"<head>{og}</head><body><nav></nav>",
        "title": f"<head><title>{HEADLINE}</title></head><body><nav></nav>",
        "h2": f"<head>{og}</head><body><nav></nav><h2>{HEADLINE}</h2>",
        "twice": f"<head>{og}</head><body><nav></nav><h1>{HEADLINE}</h1><h1>{HEADLINE}</h1>",
        "site in h1": f"<head>{og}</head><body><nav></nav><h1>The Echo</h1><h1>{HEADLINE}</h1>",
    }
    for name, head in heads.items():
        found = [line.text for line in got(f"<html>{head}{story}</body></html>").lines]
        assert found.count(HEADLINE) == 1, name
        assert found[0] == HEADLINE, name


def test_a_page_without_any_title_keeps_its_text() -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    reading = got(f"<html><body><article>{story}</article></body></html>")
    assert [line.text for line in reading.lines] == list(STORY)
    assert reading.meta.title is None


def test_the_dudley_sample() -> None:
    reading = read(SAMPLES / "article-2018-08-31-dudley.html")
    found = "\n".join(line.text for line in reading.lines)
    assert reading.meta.title == "Rising workloads could undo Dudley's progress, Ofsted says"
    assert reading.meta.date == "2018-08-31"
    assert reading.meta.author == "A. N. Example"
    assert reading.meta.outlet == "Example Children's Weekly"
    assert found.count("Rising workloads") == 1
    assert "case management and assessment" in found
    assert "due before long" in found
    for junk in (
        "Subscribe",
        "How monitoring visits work",
        "Ten issues",
        "Youth Work",
        "Retelling",
    ):
        assert junk not in found


def test_the_tameside_and_worcestershire_sample() -> None:
    reading = read(SAMPLES / "article-2018-05-14-tameside-and-worcestershire.html")
    found = [line.text for line in reading.lines]
    assert found[0] == reading.meta.title == "Signs of progress at two councils rated inadequate"
    assert reading.meta.author == "the demonstration desk"
    assert reading.meta.date == "2018-05-14"
    assert reading.meta.outlet == "The Demonstration Gazette"
    assert "Uneven casework" in found
    assert "Related stories" not in found
    assert len(found) == 11


def test_the_letter_sample_is_taken_whole() -> None:
    reading = read(SAMPLES / "worcestershire-2021-08-23-focused-visit-letter.html")
    found = [line.text for line in reading.lines]
    for text in ("Piccadilly Gate", "23 August 2021", "Dear Director", "Yours sincerely"):
        assert text in found
    assert "Skip to main content" not in found
    assert found[-1] == "Her Majesty’s Inspector"
