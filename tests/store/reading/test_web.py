"""Error pages, metadata in all its forms, and what makes a page news or a document."""

import json
import time

import pytest

from store.reading.page_meta import PageMeta

from .pages import HEADLINE, STORY
from .reading import got, lines, refused, texts

BODY = "".join(f"<p>{text}</p>" for text in STORY)

ERROR_PAGES = (
    "<title>Report not found</title><h1>Report not found</h1><p>The report may have moved.</p>",
    "<title>404 Not Found</title><center><h1>404 Not Found</h1></center><hr>nginx/1.18.0",
    "<title>403 Forbidden</title><h1>Forbidden</h1><p>You may not open /x.pdf on this server.</p>",
    "<title>404 - File or directory not found.</title><h2>404 - File or directory not found.</h2>",
    "<title>Page not found - GOV.UK</title><h1>Page not found</h1><p>If you typed the address…</p>",
    "<title>Just a moment...</title><p>Checking your browser before accessing x.example.</p>",
    "<title>Access Denied</title><H1>Access Denied</H1>You don't have permission. Reference #18.a",
    "<title>Request Rejected</title>The requested URL was rejected. Your support ID is: 1234",
    "<title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>",
    "<title>504 Gateway Time-out</title>The server didn't respond in time.",
    "<title>503 Service Temporarily Unavailable</title>",
    "<title>Service Unavailable</title><h2>Service Unavailable</h2><p>HTTP Error 503.</p>",
    "<title>Northbeck Council</title><h1>Sorry, we couldn’t find that page</h1><p>Try search.</p>",
    "<title>Northbeck</title><h1>We can't find the page you're looking for</h1>",
    "<title>Echo</title><h1>Oops! That page can&rsquo;t be found.</h1><p>Try a search?</p>",
    "<title>Site maintenance</title><p>We are down for maintenance and will be back soon.</p>",
    "<title>Northbeck</title><h1>Sorry, there is a problem with the service</h1><p>Later.</p>",
    "<title>Error</title><p>An error occurred.</p>",
    "<title>Runtime Error</title><h1>Server Error in '/' Application.</h1>",
    "<title>Sign in to your account</title><p>Email, phone or name</p>",
    "<h1>500 Internal Server Error</h1>",
    "<p>The document you requested is no longer available.</p>",
    "<p>File not found.</p>",
    "<title></title><script>location='/captcha'</script><p>Please enable JavaScript to go on.</p>",
    "<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>",
)


@pytest.mark.parametrize("page", ERROR_PAGES)
def test_error_pages(page: str) -> None:
    html = f"<!DOCTYPE html><html>{page}</html>"
    assert refused(html, "report.pdf").code == "not-a-pdf"
    assert refused(html, "REPORT.PDF").code == "not-a-pdf"
    assert refused(html, "page.html").code == "not-a-document"


def test_the_sentence_names_the_page() -> None:
    page = "<html><title>Report not found</title><h1>Report not found</h1>"
    assert "“Report not found”" in str(refused(page, "x.pdf"))
    assert "download" in str(refused(page, "x.pdf"))
    braces = "<html><title>404 Not Found {0} {detail}</title><h1>404 Not Found</h1>"
    assert "(“404 Not Found {0}" in str(refused(braces, "x", braces=True))


def test_next_to_nothing_named_pdf_is_no_pdf() -> None:
    assert refused("<html><body><p>Redirecting.</p></body></html>", "x.pdf").code == "not-a-pdf"
    assert refused("<html><script>go()</script></html>", "x.pdf").code == "not-a-pdf"
    assert refused("<html><script>go()</script></html>", "x.html").code == "no-text"
    assert texts("<html><body><p>A short note.</p></body></html>", "x.html") == ["A short note."]


@pytest.mark.parametrize(
    "headline",
    [
        "Ofsted finds children ‘not found’ by council for weeks",
        "Council admits error over children’s files",
        "Missing children could not be found, inspectors say",
        "Council services ‘forbidden’ from closing, judge says",
        "Access to care records denied, review finds",
        "500 social workers wanted",
        "404 children wait for a worker",
    ],
)
def test_news_about_errors_is_news(headline: str) -> None:
    html = f"<html><title>{headline}</title><article><h1>{headline}</h1>{BODY}</article></html>"
    assert lines(html)[0].text == headline


def test_a_long_page_is_no_error_page() -> None:
    long = "".join(f"<p>{text}</p>" for text in STORY * 6)
    assert lines(f"<html><title>404 Not Found</title>{long}</html>", "x.pdf")


def meta_of(head: str, byline: str = "") -> PageMeta:
    html = f"<html><head>{head}</head><body><article><h1>{HEADLINE}</h1>{byline}{BODY}</article>"
    return got(html).meta


def ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": HEADLINE,
    "datePublished": "2021-07-02T10:00:00+01:00",
    "author": {"@type": "Person", "name": "Orla Quill"},
    "publisher": {"@type": "Organization", "name": "Public News"},
}
FULL = PageMeta(HEADLINE, "Orla Quill", "2021-07-02", "Public News")


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [ARTICLE],
        [{"@type": "WebPage"}, ARTICLE],
        {"@graph": [{"@type": "BreadcrumbList"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        ARTICLE | {"@type": ["NewsArticle", "Thing"]},
        ARTICLE | {"@type": "BlogPosting"},
        ARTICLE | {"author": [{"name": "Orla Quill"}]},
        ARTICLE | {"author": "Orla Quill"},
        ARTICLE | {"author": "By Orla Quill"},
        ARTICLE | {"author": ["Orla Quill", "Orla Quill"]},
        ARTICLE | {"author": {"name": ["Orla Quill"]}},
        {"@graph": [ARTICLE | {"author": {"@id": "#1"}}, {"@id": "#1", "name": "Orla Quill"}]},
        ARTICLE | {"publisher": "Public News"},
        ARTICLE | {"datePublished": "2021-07-02"},
        [["nested"], {"@type": 3}, {"@type": None}, 7, None, ARTICLE],
    ],
)
def test_linked_data_in_all_its_forms(data: object) -> None:
    assert meta_of(ld(data)) == FULL


def test_linked_data_that_is_nearly_broken() -> None:
    text = json.dumps(ARTICLE)
    assert meta_of(f"<script type='application/ld+json'>{text[:-1]},}}</script>") == FULL
    wrapped = f"//<![CDATA[\n{text}\n//]]>"
    assert meta_of(f"<script type='application/ld+json'>{wrapped}</script>") == FULL
    with_break = text.replace("Orla", "Orla\n")
    assert meta_of(f"<script type='application/ld+json'>{with_break}</script>") == FULL
    assert meta_of("<script type='application/ld+json'>{\"a\": }</script>" + ld(ARTICLE)) == FULL
    assert meta_of(f"<script type='application/LD+JSON; charset=utf-8'>{text}</script>") == FULL


@pytest.mark.parametrize(
    "text",
    ["{", "", "null", "[]", '"x"', "[" * 100_000, '{"a":' * 50_000, '{"@type": "NewsArticle"}'],
)
def test_linked_data_that_is_broken(text: str) -> None:
    meta = meta_of(f'<script type="application/ld+json">{text}</script>')
    assert meta == PageMeta(HEADLINE)


def test_linked_data_with_odd_values() -> None:
    odd = {"author": 3, "publisher": [], "datePublished": {}, "headline": ["x"]}
    assert meta_of(ld(ARTICLE | odd)) == PageMeta(HEADLINE)
    assert meta_of(ld(ARTICLE | {"datePublished": "2021-77-99"})).date is None
    assert meta_of(ld(ARTICLE | {"author": {"name": "https://x.example/orla"}})).author is None
    people = [{"name": "Orla Quill"}, {"name": "Tomasz Reed"}]
    assert meta_of(ld(ARTICLE | {"author": people})).author == "Orla Quill, Tomasz Reed"


def test_escaped_entities_and_escape_sequences_in_linked_data() -> None:
    data = ARTICLE | {"author": {"name": "Zo&euml; O&#8217;Brien"}, "headline": "\x1b[31mred\u202e"}
    meta = meta_of(ld(data))
    assert meta.author == "Zoë O’Brien"
    assert meta.title == HEADLINE


@pytest.mark.parametrize(
    "tag",
    [
        '<meta property="article:published_time" content="2021-07-02T04:00:00Z">',
        '<meta name="date" content="2021-07-02">',
        '<meta name="DC.date.issued" content="2021-07-02">',
        '<meta name="pubdate" content="2 July 2021">',
        '<meta itemprop="datePublished" content="2021-07-02">',
        '<meta name="parsely-pub-date" content="2021-07-02T04:00:00Z">',
    ],
)
def test_dates_in_meta_tags(tag: str) -> None:
    assert meta_of(tag).date == "2021-07-02"


@pytest.mark.parametrize(
    "byline",
    [
        '<p><time datetime="2021-07-02">last Friday</time></p>',
        '<p class="date">Friday 2 July 2021</p>',
        "<p>Published: 2nd July 2021</p>",
        "<p>Published on July 2, 2021</p>",
        '<div class="meta"><span class="published">02/07/2021</span></div>',
    ],
)
def test_dates_beside_the_headline(byline: str) -> None:
    assert meta_of("", byline).date == "2021-07-02"


def test_a_date_in_the_text_is_not_the_article_s() -> None:
    text = (
        "<p>The visit of 22 August 2018 was the sixth, and it followed that of 3 May 2018.</p>" * 4
    )
    html = f"<html><body><article><h1>{HEADLINE}</h1>{text}{BODY}</article></body></html>"
    assert got(html).meta.date is None


@pytest.mark.parametrize(
    "byline",
    [
        '<p class="byline">By Ines Farrow</p>',
        '<p>By <a rel="author" href="/ines">Ines Farrow</a></p>',
        '<span itemprop="author"><span itemprop="name">Ines Farrow</span></span>',
        '<div class="author-name">Ines Farrow</div>',
    ],
)
def test_authors_beside_the_headline(byline: str) -> None:
    assert meta_of("", byline).author == "Ines Farrow"


@pytest.mark.parametrize(
    "content", ["Ines Farrow", "By Ines Farrow", "by: Ines Farrow", " Ines  Farrow"]
)
def test_authors_in_meta_tags(content: str) -> None:
    assert meta_of(f'<meta name="author" content="{content}">').author == "Ines Farrow"


@pytest.mark.parametrize("content", ["https://x.example/ines", "@inesfarrow", "admin", ""])
def test_accounts_are_no_authors(content: str) -> None:
    assert meta_of(f'<meta name="author" content="{content}">').author is None


@pytest.mark.parametrize(
    "tag",
    [
        '<meta property="og:site_name" content="The Beck Courier">',
        '<meta name="application-name" content="The Beck Courier">',
        f"<title>{HEADLINE} | The Beck Courier</title>",
        f"<title>{HEADLINE} - The Beck Courier</title>",
    ],
)
def test_the_outlet_is_the_name_of_the_site(tag: str) -> None:
    assert meta_of(tag).outlet == "The Beck Courier"


def test_a_shortened_headline_in_the_metadata_gives_way_to_the_printed_one() -> None:
    short = " ".join(HEADLINE.split()[:5])
    assert meta_of(f'<meta property="og:title" content="{short}">').title == HEADLINE
    assert meta_of(ld(ARTICLE | {"headline": short})).title == HEADLINE


def test_words_around_a_link_are_kept_and_links_alone_are_not() -> None:
    body = (
        "<p>The <a href='/l'>letter of the inspectors to the council</a> says so.</p>"
        "<p><a href='/r'>Council tax to rise</a></p>"
        "<p>Read more: <a href='/r'>Council tax to rise again next year</a></p>"
        "<ul><li><a href='/a'>One</a></li><li><a href='/b'>Two</a></li></ul>"
    )
    found = texts(f"<html><article><h1>{HEADLINE}</h1>{BODY}{body}{BODY}</article></html>")
    assert "The letter of the inspectors to the council says so." in found
    assert not any("Council tax" in text or text in ("One", "Two") for text in found)


def test_a_page_of_twenty_megabytes() -> None:
    start = time.process_time()
    page = (
        f"<html><head><script>{'x=1;' * 5_000_000}</script></head><article>{BODY}</article></html>"
    )
    assert texts(page) == list(STORY)
    assert time.process_time() - start < 5


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    lines(f"<html><nav></nav><article>{BODY}</article></html>")
    lines("<html><nav></nav><article><p>x</p></article></html>")
    refused("<html><nav></nav><article></article></html>")
    assert capfd.readouterr() == ("", "")


NAV = '<div class="top"><a href="/">News</a><a href="/sport">Sport</a></div>'


def test_a_page_headed_by_the_title_it_tells_others_is_news() -> None:
    head = (
        f'<title>x</title><meta property="og:title" content="{HEADLINE}">'
        '<meta property="og:site_name" content="Public News">'
    )
    byline = "<div>By <a>Orla Quill</a></div><div>16:45, 2 JUL 2021 Updated 17:01, 3 JUL 2021</div>"
    page = f"<html><head>{head}</head><body>{NAV}<h1>{HEADLINE}</h1>{byline}{BODY}</body></html>"
    reading = got(page)
    assert (reading.meta.title, reading.meta.outlet) == (HEADLINE, "Public News")
    assert reading.meta.date == "2021-07-02"
    assert reading.lines[0].text == HEADLINE
    assert not {"News", "Sport", "NewsSport"} & {line.text for line in reading.lines}
    assert set(STORY) <= {line.text for line in reading.lines}
    # A letter on a council's page has such a head too.
    letter = page.replace(byline, "<p>Jane Doe</p><p>Director</p><p>Dear Jane</p>")
    assert {"Jane Doe", "Director", "Dear Jane"} <= {*texts(letter)}


def test_links_above_the_headline_of_a_plain_page_are_no_text() -> None:
    body = f"<h1>{HEADLINE}</h1><p>A line <a>with a link</a></p>{BODY}"
    rows = texts(f"<html><title>{HEADLINE} | Northbeck</title>{NAV}{body}</html>")
    assert rows == [HEADLINE, "A line with a link", *STORY]
    # Above a heading that is not the page's title they may be its contents.
    rows = texts(f"<html><title>Minutes</title>{NAV}<h1>Part two</h1>{BODY}</html>")
    assert "News" in rows[0]


@pytest.mark.parametrize(
    "printed",
    [
        "Published: 2:30 PM July 2, 2021 Updated: 8:10 PM October 11, 2023",
        "Updated: 3 July 2021, published 2 July 2021",
    ],
)
def test_a_page_s_day_is_that_of_publication(printed: str) -> None:
    assert meta_of("", f"<div>{printed}</div>").date == "2021-07-02"
