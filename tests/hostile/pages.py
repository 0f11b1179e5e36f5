"""Web pages that nest, swell and call for what lies elsewhere."""

from random import Random

from tests.hostile.pdfs import Maker

WORDS = "<p>Social workers are few and change often, and children wait for a plan.</p>"


def deep(chance: Random, server: str) -> bytes:
    depth = chance.choice([300, 3_000, 200_000])
    tag = chance.choice(["div", "b", "table><tr><td", "ul><li", "span", "p", "font", "svg"])
    return f"<html><body>{f'<{tag}>' * depth}{WORDS}".encode()


def attributes(chance: Random, server: str) -> bytes:
    count = chance.choice([100, 2_000, 100_000])
    named = " ".join(f'a{number}="{"x" * chance.choice([0, 9])}"' for number in range(count))
    return f"<html><p {named}>{WORDS}</html>".encode()


def entities(chance: Random, server: str) -> bytes:
    levels = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 12))
    doctype = f'<!DOCTYPE html [<!ENTITY e0 "ha"><!ENTITY x SYSTEM "{server}/x">{levels}]>'
    return f"<?xml version='1.0'?>{doctype}<html>{WORDS}<p>&e11;&x;&amp;&#0;&#x110000;".encode()


def elsewhere(chance: Random, server: str) -> bytes:
    """Everything by which a page makes a browser fetch something."""
    return f"""<!DOCTYPE html PUBLIC "x" "{server}/dtd"><html manifest="{server}/m"><head>
<base href="{server}/"><link rel="stylesheet" href="{server}/css">
<script src="{server}/js"></script>
<meta http-equiv="refresh" content="0; url={server}/refresh"><title>T</title>
<meta property="og:image" content="{server}/og"></head><body><article><h1>Council told to act</h1>
<img src="{server}/img"><iframe src="{server}/frame"></iframe><object data="{server}/o"></object>
<video src="{server}/v" autoplay></video><svg><image href="file:///etc/passwd"/></svg>{WORDS * 9}
<xi:include href="file:///etc/passwd" xmlns:xi="http://www.w3.org/2001/XInclude"/></article>
""".encode()


def table(chance: Random, server: str) -> bytes:
    rows = chance.choice([50, 5_000, 60_000])
    span = chance.choice(["", " colspan=1000000000 rowspan=1000000000", " colspan=-1"])
    return f"<html><table>{f'<tr><td{span}>a<td>b</tr>' * rows}</table>{WORDS}".encode()


def one_text(chance: Random, server: str) -> bytes:
    piece = chance.choice(["a", "a ", "“", "&lt;", "😀", "Mr A said ", "\u202e", "\x1b[31m", "1. "])
    size = chance.choice([10_000, 400_000, 4_000_000])
    tag = chance.choice(["p", "pre", "article", "title", "script", "textarea", "!--"])
    return f"<html><{tag}>{piece * (size // len(piece))}".encode()


def linked(chance: Random, server: str) -> bytes:
    """What a page says of itself to machines: deep, long, or not what it should be."""
    depth = chance.choice([10, 5_000, 100_000])
    data = chance.choice(
        [
            '{"@graph":' * depth + "1" + "}" * depth,
            "[" * depth,
            '{"@type":"NewsArticle","headline":' + "9" * depth + "}",
            '{"@type":"NewsArticle","author":[' + '{"name":"A"},' * depth + "{}]}",
            '{"@type":["NewsArticle"],"datePublished":{"a":null},"headline":"\x1b]0;x\x07"}',
        ]
    )
    head = f'<script type="application/ld+json">{data}</script>'
    return f"<html><head>{head}</head><article><h1>Council</h1>{WORDS * 20}".encode()


def encoded(chance: Random, server: str) -> bytes:
    name = chance.choice(["utf-7", "idna", "zip", "rot13", "utf-16", "x" * 39, "cp037", "punycode"])
    coding = chance.choice(["utf-8", "utf-16", "utf-32", "cp1252", "utf-16-le", "cp037"])
    page = f'<html><meta charset="{name}"><article><h1>Tameside</h1>{WORDS * 9}“’–é'
    return page.encode(coding, "replace")


def broken(chance: Random, server: str) -> bytes:
    pieces = "<p> </p> <div <table> <tr> <td> </table> <ul> <li> <br> <a href= </a> <!-- --> <![CDATA[ ]]> &#27; &amp <article> <h1>T</h1> <nav> </nav> <form> \x00 \ufffe words. “quoted” <title>".split()  # noqa: E501
    return (
        f"<html>{' '.join(chance.choices(pieces, k=chance.choice([50, 5_000, 100_000])))}".encode()
    )


PAGES: tuple[Maker, ...] = (
    deep, attributes, entities, elsewhere, table, one_text, linked, encoded, broken,
)  # fmt: skip
