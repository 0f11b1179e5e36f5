"""Pages of public bodies: a council's press release, gov.uk, Ofsted's site, Word's own HTML."""

from __future__ import annotations

from typing import Final

from .pages import FOURTH, HEADLINE, ITEMS, LAST, LEAD, QUOTED, SECOND, STORY, THIRD, Page, items, p


def _press_release() -> Page:
    """An ASP.NET site: the whole page is one <form>, and the text has no <article>."""
    story = tuple(part for part in STORY if part != STORY[2])
    html = f"""<!DOCTYPE html><html><head><title>{HEADLINE} - Northbeck Council</title>
<meta property="og:site_name" content="Northbeck Council"></head><body>
<form method="post" action="./news" id="aspnetForm">
<input type="hidden" name="__VIEWSTATE" value="x">
<div class="ccc-cookie-control" role="dialog"><p>Some of our cookies are essential, others help us
to improve the site.</p></div>
<header><a href="/">Northbeck Council</a><nav><ul><li><a href="/bins">Bins and recycling</a></li>
<li><a href="/council-tax">Council tax</a></li></ul></nav></header>
<ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/news">Newsroom</a></li></ol>
<main id="content"><h1>{HEADLINE}</h1><p class="date">Published: Wednesday, 2nd July 2021</p>
{p(LEAD)}{p(SECOND)}<h2>{STORY[3]}</h2>{p(THIRD)}{items()}{p(QUOTED)}{p(FOURTH)}{p(LAST)}
<div class="rate-this-page"><h2>Was this page useful?</h2><button>Yes</button></div></main>
<footer><ul><li><a href="/contact">Contact us</a></li><li><a href="/accessibility">Accessibility</a>
</li></ul><p>© Northbeck Council</p></footer></form></body></html>"""
    junk = "essential|Bins|Council tax|Newsroom|useful|Contact us|©".split("|")
    return Page(
        "press release",
        html,
        None,
        "2021-07-02",
        "Northbeck Council",
        story=story,
        junk=tuple(junk),
        tolerated=("Published: Wednesday, 2nd July 2021",),
    )


LETTER: Final = (
    "2 July 2021",
    "Director of Children’s Services",
    "Northbeck Council",
    "Dear Ms Aldous",
    "Monitoring visit to Northbeck children’s services",
    LEAD,
    SECOND,
    "Findings and progress",
    THIRD,
    *ITEMS,
    FOURTH,
    "Yours sincerely",
    "Bram Oakes",
    "His Majesty’s Inspector",
)


def _letter_html() -> str:
    return f"""<p>2 July 2021</p><p>Director of Children’s Services<br>Northbeck Council</p>
<p>Dear Ms Aldous</p><h2>Monitoring visit to Northbeck children’s services</h2>{p(LEAD)}{p(SECOND)}
<h3>Findings and progress</h3>{p(THIRD)}{items()}{p(FOURTH)}<p>Yours sincerely</p>
<p>Bram Oakes<br>His Majesty’s Inspector</p>"""


def _government() -> Page:
    """A letter published as a page of gov.uk: header, navigation, feedback box, footer."""
    html = f"""<!DOCTYPE html><html lang="en" class="govuk-template"><head><meta charset="utf-8">
<title>Monitoring visit to Northbeck: letter - GOV.UK</title>
<meta property="og:site_name" content="GOV.UK"><meta property="og:type" content="article"></head>
<body class="govuk-template__body"><div id="global-cookie-message" class="gem-c-cookie-banner
govuk-cookie-banner" role="region"><h2>Cookies on GOV.UK</h2><p>We use some essential cookies to
make this website work.</p></div><a href="#content" class="govuk-skip-link">Skip to main content</a>
<header role="banner"><nav aria-label="Menu"><ul><li><a href="/b">Benefits</a></li></ul></nav>
</header><div class="govuk-breadcrumbs"><ol><li><a href="/">Home</a></li></ol></div>
<main role="main" id="content"><h1 class="gem-c-title__text">Monitoring visit to Northbeck:
letter</h1><div class="gem-c-metadata">Published 2 July 2021</div>
<div class="govspeak">{_letter_html()}</div></main>
<div class="gem-c-feedback"><h2>Is this page useful?</h2><p>Help us improve GOV.UK. We’d like to
know more about your visit today.</p></div><footer role="contentinfo"><h2>Services and
information</h2><ul><li><a href="/e">Education and learning</a></li></ul></footer></body></html>"""
    junk = "Cookies on|essential cookies|Skip to|Benefits|useful|Help us improve|Education and"
    return Page(
        "gov.uk letter",
        html,
        title="Monitoring visit to Northbeck: letter",
        story=LETTER,
        junk=tuple(junk.split("|")),
        tolerated=("Published 2 July 2021",),
    )


def _ofsted_site() -> Page:
    """A report shown on a reports site: landmarks around it, and a cover instead of a byline."""
    cover = (
        "Inspection of Northbeck local authority children’s services",
        "Inspection dates: 2 to 13 June 2021",
        "Lead inspector: Bram Oakes, His Majesty’s Inspector",
        "Judgement\tGrade",
        "The experiences and progress of children in care\tGood",
        "Overall effectiveness\tGood",
    )
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Northbeck - Find an
inspection report</title></head><body><a class="skip-link" href="#main">Skip to content</a>
<header class="global-header"><nav><a href="/">Find an inspection report</a></nav></header>
<main id="main"><article class="report"><h1>{cover[0]}</h1>
<p><strong>Inspection dates:</strong> 2 to 13 June 2021</p>
<p><strong>Lead inspector:</strong> Bram Oakes, His Majesty’s Inspector</p>
<table><thead><tr><th>Judgement</th><th>Grade</th></tr></thead><tbody><tr><td>The experiences and
progress of children in care</td><td>Good</td></tr><tr><td>Overall effectiveness</td><td>Good</td>
</tr></tbody></table>{p(LEAD)}{p(SECOND)}<h2>What needs to improve?</h2>{items()}{p(FOURTH)}
</article></main><footer><a href="/privacy">Privacy</a></footer></body></html>"""
    story = (*cover, LEAD, SECOND, "What needs to improve?", *ITEMS, FOURTH)
    return Page("reports site", html, title=cover[0], story=story, junk=("Privacy", "Skip to"))


def _word_export() -> Page:
    """Word's “Web Page, Filtered”: classes of its own, symbol bullets, linked footnotes."""
    bullet = (
        "<p class=MsoListParagraph style='text-indent:-18.0pt'><span style='font-family:Symbol'>·"
        "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp;</span></span>{}</p>"
    )
    html = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<meta name=Generator content="Microsoft Word 15 (filtered)"><title>Letter</title>
<style><!-- p.MsoNormal {{margin:0cm}} --></style></head><body lang=EN-GB><div class=WordSection1>
<p class=MsoNormal>2 July 2021</p><p class=MsoNormal>Director of Children’s Services<br>
Northbeck Council</p><p class=MsoNormal>Dear Ms Aldous</p>
<h2>Monitoring visit to Northbeck children’s services</h2>
<p class=MsoNormal>{LEAD}<a href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><span style='font-size:12.0pt'>[1]</span></span></a></p>
<p class=MsoNormal>{SECOND}<o:p></o:p></p><h3>Findings and progress</h3><p class=MsoNormal>{THIRD}
</p>{"".join(bullet.format(text) for text in ITEMS)}<p class=MsoNormal>{FOURTH}</p>
<p class=MsoNormal>Yours sincerely</p><p class=MsoNormal>Bram Oakes<br>His Majesty’s Inspector</p>
</div><div><br clear=all><hr align=left size=1 width="33%"><div id=ftn1>
<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> The visit was made
under the framework of the time.</p></div></div></body></html>"""
    story = tuple(f"· {text}" if text in ITEMS else text for text in LETTER)
    return Page("Word export", html, title="Letter", story=story, junk=("[1]", "framework of"))


PUBLIC: Final = (_press_release(), _government(), _ofsted_site(), _word_export())
