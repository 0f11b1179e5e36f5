"""Web pages as news sites, councils and Ofsted build them, each with what should be read of it.

The story, the people and the councils in it are invented. The skeletons differ in what matters
to a reader: where the metadata stand, what surrounds the text, and what is put in its midst.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

HEADLINE: Final = "Caseloads fall in Northbeck as inspectors see ‘steady hands’"
LEAD: Final = (
    "Social workers in Northbeck have fewer children to look after than a year ago, and the "
    "difference shows, according to a letter from the inspectorate."
)
SECOND: Final = (
    "Two inspectors spent a pair of days with the council’s assessment teams in early June and "
    "read forty-one files, most of them chosen at random by the inspectors themselves."
)
SPOKEN: Final = (
    "“We came for a visit and found a service that knows itself rather better than it did,” they "
    "wrote. “What it does not yet know is how children feel about it.”"
)
SUBHEAD: Final = "What still goes wrong"
THIRD: Final = (
    "Plans are the weak spot: a third of those read had no dates in them, and in seven files the "
    "family’s own view was missing altogether."
)
ITEMS: Final = (
    "Plans without dates were found in three of the four teams.",
    "Supervision notes were missing for eleven workers.",
    "Five children waited more than ten weeks for a review.",
)
QUOTED: Final = (
    "Nobody here thinks the work is finished, and I would be worried about anyone who said so."
)
FOURTH: Final = (
    "The council said it would publish dates for every plan by the autumn and report on them to "
    "its scrutiny committee each month."
)
LAST: Final = "A full inspection is expected next year."
STORY: Final = (LEAD, SECOND, SPOKEN, SUBHEAD, THIRD, *ITEMS, QUOTED, FOURTH, LAST)


@dataclass(frozen=True)
class Page:
    """A page, what should be read of it, and words none of which may be read."""

    name: str
    html: str
    author: str | None = None
    date: str | None = None
    outlet: str | None = None
    title: str = HEADLINE
    story: tuple[str, ...] = STORY
    junk: tuple[str, ...] = ()
    tolerated: tuple[str, ...] = field(default=())
    """Lines that may stand beside the story: a printed byline or date."""


def p(text: str, attributes: str = "") -> str:
    return f"<p {attributes}>{text}</p>" if attributes else f"<p>{text}</p>"


def items(tag: str = "ul") -> str:
    return f"<{tag}>" + "".join(f"<li>{text}</li>" for text in ITEMS) + f"</{tag}>"


LD_NEWS: Final = """
<script type="application/ld+json">{"@context":"http://schema.org","@type":"ReportageNewsArticle",
"url":"https://www.news.example/articles/c1abc","publisher":{"@type":"NewsMediaOrganization",
"name":"Public News","logo":{"@type":"ImageObject","url":"https://x.example/logo.png"}},
"datePublished":"2021-07-02T05:03:11.000Z","dateModified":"2021-07-03T09:00:00.000Z",
"headline":"Caseloads fall in Northbeck as inspectors see ‘steady hands’","image":{"@type":
"ImageObject","width":1024},"author":{"@type":"Person","name":"Orla Quill"}}</script>"""


def _broadcaster() -> Page:
    block = '<div data-component="text-block" class="ssrcss-11r1m41 ep2nwvo0">{}</div>'
    text = "".join(
        [
            block.format(p(f"<b>{LEAD}</b>")),
            block.format(p(SECOND)),
            '<div data-component="image-block"><figure><img src="a.jpg" alt="An office">'
            "<figcaption><span>Image caption, </span>The civic centre opened in 1974</figcaption>"
            "</figure></div>",
            block.format(p(SPOKEN)),
            f'<div data-component="subheadline-block"><h2>{SUBHEAD}</h2></div>',
            block.format(p(THIRD) + items()),
            '<div data-component="unordered-list-block"><div role="region" aria-label="related">'
            '<ul><li><a href="/1">Council leader steps down over budget</a></li>'
            '<li><a href="/2">Why do some councils lose their children’s services?</a></li></ul>'
            "</div></div>",
            f"<blockquote>{p(QUOTED)}</blockquote>",
            block.format(p(FOURTH)),
            block.format(p(LAST)),
        ]
    )
    html = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>{HEADLINE} - Public News</title><meta property="og:title" content="{HEADLINE}">
<meta property="og:site_name" content="Public News"><meta property="og:type" content="article">
<meta property="article:author" content="https://www.facebook.com/publicnews">{LD_NEWS}</head>
<body><div id="cookiePrompt" class="cookie-prompt"><p>Let us know you agree to cookies</p>
<p>We use cookies to give you the best online experience.</p><button>Yes, I agree</button></div>
<header role="banner"><a href="#main">Skip to content</a><nav><ul><li><a href="/">Home</a></li>
<li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>
<main id="main-content"><article><header><h1 id="main-heading">{HEADLINE}</h1>
<div data-component="byline-block"><div><span>Orla Quill</span><div>Local Democracy Reporter</div>
</div><time datetime="2021-07-02T05:03:11.000Z">2 July 2021</time></div></header>{text}
<section data-component="related-internet-links"><h2>Related internet links</h2>
<ul><li><a href="https://northbeck.example">Northbeck Council</a></li></ul></section>
</article><section class="more"><h2>Top stories</h2><ul>
<li><a href="/3"><p>Storm closes the coast road for a second night</p></a></li></ul></section>
<section class="cards"><h2>More from the north</h2><article><h3><a href="/4">Mill reopens</a></h3>
<p>The last mill on the river takes on forty apprentices after nine years standing empty.</p>
</article><article><h3><a href="/5">Ferry late again</a></h3><p>Passengers waited four hours.</p>
</article></section>
</main><footer><p>Copyright © 2021 Public News. Not responsible for external sites.</p></footer>
</body></html>"""
    junk = (
        "Skip to content|agree to cookies|Council leader steps|lose their children|Top stories"
        "|Storm closes|Mill reopens|apprentices|Passengers|More from|Copyright|Weather"
        "|Northbeck Council|Related internet"
    )
    return Page(
        "broadcaster", html, "Orla Quill", "2021-07-02", "Public News", junk=tuple(junk.split("|"))
    )


def _local_paper() -> Page:
    html = f"""<!doctype html><html><head><title>{HEADLINE} | Northbeck Echo</title>
<meta name="author" content="By Tomasz Reed"><meta property="og:site_name" content="Northbeck Echo">
<meta property="article:published_time" content="2021-07-02 16:20:00"></head><body>
<div id="onetrust-consent-sdk"><div class="ot-sdk-row"><h2>We value your privacy</h2><p>We and our
240 partners store and access information on a device, such as unique identifiers.</p>
<button>Accept</button></div></div>
<div class="mar-header"><a class="logo" href="/">Northbeck Echo</a><ul class="nav-menu">
<li><a href="/news">News</a></li><li><a href="/traffic">Traffic</a></li></ul></div>
<div class="article-body-wrapper"><article class="article"><h1 class="headline">{HEADLINE}</h1>
<div class="author-row"><p class="author-name">By <a href="/t">Tomasz Reed</a></p>
<p class="author-title">Chief reporter</p><p class="published">2nd July 2021</p></div>
<ul class="share-bar"><li><a href="#f">Share</a></li><li><a href="#t">Tweet</a></li></ul>
<div class="article-first-paragraph">{p(LEAD)}</div>
<div class="mar-article-ad advert"><span>Advertisement</span></div>
{p(SECOND)}<div class="subscribe-promo"><h3>Support your local paper</h3><p>Get unlimited stories
for only £2.99 a month and see fewer adverts on the site. <a href="/s">Subscribe here</a></p></div>
{p(SPOKEN)}
<p><b>READ MORE: <a href="/4">Parking charges to rise at the lido</a></b></p>
<h2>{SUBHEAD}</h2>{p(THIRD)}{items()}
<div class="related-stories"><h4>More on this</h4><a href="/5">Bus lane fines top a million</a>
<a href="/6">Library hours to be cut</a></div>
<blockquote class="pullquote">{p(QUOTED)}</blockquote>{p(FOURTH)}{p(LAST)}
<div class="newsletter-signup"><p>Sign up to our morning newsletter and get the news first.</p>
<input type="email"></div></article>
<div id="comments" class="comments-section"><h3>Comments (2)</h3><div class="comment"><p>I have said
for years that this council wastes our money and this proves it, doesn't it.</p></div>
<div class="comment"><p>Well done to the staff, they have had a hard time of it lately.</p></div>
</div></div><div class="sidebar"><h3>Most read</h3><ol><li><a href="/7">Chip shop wins an award</a>
</li></ol></div><div class="footer"><p>© 2021 Echo Media Group. This site adheres to the code of
practice of the press regulator.</p></div></body></html>"""
    junk = (
        "privacy|partners store|Traffic|Advertisement|Support your local|unlimited|Parking charges"
        "|Bus lane|Library hours|newsletter|wastes our money|Well done to the staff|Chip shop"
        "|regulator|Share|Tweet|More on this|Chief reporter"
    )
    return Page(
        "local paper",
        html,
        "Tomasz Reed",
        "2021-07-02",
        "Northbeck Echo",
        junk=tuple(junk.split("|")),
        tolerated=("By Tomasz Reed", "2nd July 2021"),
    )


GRAPH: Final = """<script type='application/ld+json' class='yoast-schema-graph'>
{"@context":"https://schema.org","@graph":[{"@type":"Article","@id":"https://t.example/a#article",
"isPartOf":{"@id":"https://t.example/a"},"author":{"name":"","@id":"https://t.example/#/person/9"},
"headline":"Caseloads fall in Northbeck as inspectors see &#8216;steady hands&#8217;",
"datePublished":"2021-07-02T06:00:00+00:00","publisher":{"@id":"https://t.example/#organization"}},
{"@type":"WebSite","@id":"https://t.example/#website","name":"Casework Weekly"},
{"@type":"Organization","@id":"https://t.example/#organization","name":"Casework Weekly"},
{"@type":"Person","@id":"https://t.example/#/person/9","name":"Ines Farrow"}]}</script>"""


def _trade_press() -> Page:
    html = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="UTF-8">
<title>{HEADLINE} - Casework Weekly</title>{GRAPH}</head>
<body class="post-template-default single single-post"><div id="page" class="site">
<div id="masthead" class="site-header"><p class="site-title"><a href="/">Casework Weekly</a></p>
<ul id="primary-menu"><li class="menu-item"><a href="/jobs">Jobs</a></li>
<li class="menu-item"><a href="/cpd">Training</a></li></ul></div>
<div id="content" class="site-content"><div id="primary" class="content-area content-with-sidebar">
<div id="post-77" class="post-77 post type-post"><div class="entry-header">
<h1 class="entry-title"><a href="/a" rel="bookmark">{HEADLINE}</a></h1>
<div class="entry-meta"><span class="posted-on">July 2, 2021</span>
<span class="byline"> by <a class="url fn n" href="/author/ines">Ines Farrow</a></span></div></div>
<div class="entry-content"><div id="attachment_5" class="wp-caption alignnone"><img src="x.jpg">
<p class="wp-caption-text">Photo: S. Tocker/Fotopool</p></div>
<p>{LEAD}</p><p>{SECOND}</p><p>{SPOKEN}</p>
<div class="promo-box"><p><strong>Join us in Leeds in October</strong></p><p>Casework Live has
thirty free sessions for social workers. <a href="/live">Book your place now</a></p></div>
<h3>{SUBHEAD}</h3><p>{THIRD}</p>{items("ol")}
<blockquote><p>{QUOTED}</p></blockquote><p>{FOURTH}</p><p>{LAST}</p>
<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li><a href="#">Print</a></li>
</ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3>
<p><a href="/8">Agency pay cap: what it means for you</a></p></div></div>
<div class="tags-links">More from <a href="/tag">Inspection</a></div></div>
<div id="comments" class="comments-area"><h2 class="comments-title">2 Responses to {HEADLINE}</h2>
<ol class="comment-list"><li class="comment"><article class="comment-body"><p>As an independent
reviewing officer I would like to see how many of these plans were ever shared with the family.</p>
</article></li></ol>
<div id="respond"><h3>Leave a Reply</h3><form><textarea></textarea></form></div></div></div>
<div id="secondary" class="widget-area"><div class="widget"><h2>Latest jobs</h2><ul>
<li><a href="/j">Team manager, Southmoor, £52,000 a year</a></li></ul></div></div></div>
<div id="colophon" class="site-footer"><p>Casework Weekly is published by Trade Titles Ltd.</p>
</div></div></body></html>"""
    junk = (
        "Training|Fotopool|Join us|thirty free|Share this|Print|Agency pay cap|Responses"
        "|reviewing officer|Leave a Reply|Southmoor|Trade Titles"
    )
    return Page(
        "trade press",
        html,
        "Ines Farrow",
        "2021-07-02",
        "Casework Weekly",
        junk=tuple(junk.split("|")),
        tolerated=("July 2, 2021", "by Ines Farrow", "July 2, 2021 by Ines Farrow"),
        story=tuple(
            f"{ITEMS.index(text) + 1}. {text}" if text in ITEMS else text for text in STORY
        ),
    )


def _main_only() -> Page:
    """The article stands in a <main>; no <article>, no microdata, the date only as meta."""
    html = f"""<!doctype html><html><head><meta charset=utf-8><title>{HEADLINE}</title>
<meta name="DC.date.issued" content="2021-07-02"><meta name="author" content="Priya Lund">
<meta name="application-name" content="The Beck Courier"></head><body>
<div class="topbar"><a href="/">Front page</a> <a href="/opinion">Opinion</a></div>
<nav><a href="/a">Politics</a><a href="/b">Education</a></nav>
<main><h1>{HEADLINE}</h1><p class="standfirst">{LEAD}</p>{p(SECOND)}{p(SPOKEN)}<h2>{SUBHEAD}</h2>
{p(THIRD)}{items()}<blockquote>{QUOTED}</blockquote>
<aside><h2>Also in this edition</h2><ul><li><a href="/9">Allotment rents frozen again</a></li></ul>
</aside>{p(FOURTH)}{p(LAST)}</main>
<footer><p>The Beck Courier is printed in Northbeck every Thursday.</p></footer></body></html>"""
    junk = "Front page|Politics|Allotment|Thursday|Also in this".split("|")
    return Page("main only", html, "Priya Lund", "2021-07-02", "The Beck Courier", junk=tuple(junk))


def _data_only() -> Page:
    """Nothing but JSON-LD says that it is an article: plain divs, no meta, no landmarks."""
    text = "".join(f'<div class="para">{part}</div>' for part in (LEAD, SECOND, SPOKEN))
    rest = "".join(f'<div class="para">{part}</div>' for part in (QUOTED, FOURTH, LAST))
    html = f"""<html><head><title>Northbeck caseloads</title>{LD_NEWS}</head><body>
<div class="hd"><a href="/">PN</a></div><div class="wrap"><h1>{HEADLINE}</h1>{text}
<h2>{SUBHEAD}</h2><div class="para">{THIRD}</div>{items()}{rest}</div>
<div class="ft"><a href="/terms">Terms</a> <a href="/cookies">Cookies</a></div></body></html>"""
    return Page(
        "JSON-LD only",
        html,
        "Orla Quill",
        "2021-07-02",
        "Public News",
        junk=("Terms", "Cookies", "PN"),
    )


def _old_tables() -> Page:
    """Laid out with tables, as pages were until about 2008, and printed again ever since."""
    html = f"""<HTML><HEAD><TITLE>Beck Valley Times - {HEADLINE}</TITLE>
<META NAME="author" CONTENT="Staff reporter"><META NAME="date" CONTENT="2021-07-02">
<META PROPERTY="og:type" CONTENT="article"><META PROPERTY="og:site_name"
CONTENT="Beck Valley Times"></HEAD><BODY BGCOLOR=white><TABLE WIDTH=760><TR><TD COLSPAN=3>
<A HREF=/><IMG SRC=l.gif ALT="Beck Valley Times"></A></TD></TR><TR><TD WIDTH=120 VALIGN=top>
<A HREF=/n>News</A><BR><A HREF=/s>Sport</A><BR><A HREF=/c>Classified</A></TD><TD VALIGN=top>
<H1>{HEADLINE}</H1><P>{LEAD}<P>{SECOND}<P>{SPOKEN}<H3>{SUBHEAD}</H3><P>{THIRD}
<UL><LI>{ITEMS[0]}<LI>{ITEMS[1]}<LI>{ITEMS[2]}</UL><P>{QUOTED}<P>{FOURTH}<P>{LAST}</TD>
<TD WIDTH=160><B>Elsewhere</B><BR><A HREF=/1>Fair returns to the green</A><BR>
<A HREF=/2>Obituaries</A></TD></TR><TR><TD COLSPAN=3><FONT SIZE=1>Copyright Beck Valley Times
Ltd</FONT></TD></TR></TABLE></BODY></HTML>"""
    junk = "Sport|Classified|Fair returns|Obituaries|Copyright|Elsewhere".split("|")
    return Page(
        "old tables", html, "Staff reporter", "2021-07-02", "Beck Valley Times", junk=tuple(junk)
    )


NEWS: Final = (
    _broadcaster(),
    _local_paper(),
    _trade_press(),
    _main_only(),
    _data_only(),
    _old_tables(),
)
