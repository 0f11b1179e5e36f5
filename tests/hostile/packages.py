"""Word files that unpack without end, reach out, point at themselves and lie."""

import io
import struct
import zipfile
from random import Random

from tests.hostile.pdfs import Maker
from tests.store.reading.make_docx import NAMES, PACKAGE, W, docx_of, para

WORDS = "Social workers are few and change often, and children wait for a plan."


def bomb(chance: Random, server: str) -> bytes:
    size = chance.choice([20_000_000, 200_000_000])
    part = chance.choice(["word/document.xml", "word/styles.xml", "word/media/a.png", "x.bin"])
    piece = chance.choice([b" ", b"<w:p/>", b"<w:p><w:r><w:t>a</w:t></w:r></w:p>"])
    body = b"<w:document %s><w:body>" % NAMES.encode() + piece * (size // len(piece))
    packed = io.BytesIO(docx_of(para(WORDS)))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(part, body)
    return packed.getvalue()


def lying(chance: Random, server: str) -> bytes:
    """A directory that gives sizes, places and offsets which are not so."""
    data = bytearray(docx_of(para(WORDS) * 20))
    for mark, places in ((b"PK\x01\x02", (20, 24, 28, 42)), (b"PK\x05\x06", (8, 10, 12, 16))):
        start = data.find(mark)
        while start >= 0:
            if chance.random() < 0.4:
                number = chance.choice([0, 1, 0xFFFF, 0xFFFFFFFF, 0x7FFFFFFF])
                struct.pack_into("<I", data, start + chance.choice(places), number)
            start = data.find(mark, start + 4)
    return bytes(data)


def entities(chance: Random, server: str) -> bytes:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    outer = chance.choice([server + "/entity", "file:///etc/passwd", "file:///dev/zero"])
    prolog = f'<!DOCTYPE w [<!ENTITY e0 "ha"><!ENTITY x SYSTEM "{outer}">{levels}'
    prolog += f'<!ENTITY % p SYSTEM "{server}/p"> %p;]>' if chance.random() < 0.5 else "]>"
    return docx_of(f"<w:p><w:r><w:t>&e11;&x;{WORDS}</w:t></w:r></w:p>", prolog=prolog)


def outside(chance: Random, server: str) -> bytes:
    """Parts that would be unpacked elsewhere, and relations that lead out."""
    names = [
        "../../evil.xml",
        "/etc/cron.d/evil",
        "word/../../evil",
        "C:\\evil",
        "word\x00/a",
        "~/x",
    ]
    target = chance.choice(
        [server + "/image", "file:///etc/passwd", "../../../etc/passwd", "/dev/zero"]
    )
    relations = f'<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
        f'<Relationship Id="r{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}" Target="{target}" TargetMode="External"/>'
        for n, kind in enumerate(("image", "attachedTemplate", "hyperlink", "oleObject", "aFChunk"))
    )
    parts = {"word/_rels/document.xml.rels": relations + "</Relationships>"}
    parts.update(dict.fromkeys(names, WORDS))
    return docx_of(
        para(WORDS)
        + '<w:p><w:r><w:drawing><a:blip xmlns:a="a" r:link="r0"/></w:drawing></w:r></w:p>'
        '<w:altChunk r:id="r4"/>',
        parts,
    )


def deep(chance: Random, server: str) -> bytes:
    depth = chance.choice([200, 5_000, 100_000])
    tag = chance.choice(
        ["w:tbl><w:tr><w:tc", "w:sdt><w:sdtContent", "w:ins", "w:smartTag", "w:p><w:r"]
    )
    return docx_of(f"<{tag}>" * depth + para(WORDS))


def styles(chance: Random, server: str) -> bytes:
    """Styles based on each other, lists numbered by themselves."""
    rows = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/>'
        f'<w:basedOn w:val="s{(n + 1) % 400}"/><w:pPr><w:numPr><w:numId w:val="{n % 3}"/></w:numPr>'
        "</w:pPr></w:style>"
        for n in range(400)
    )
    part = f"<w:styles {NAMES}>{rows}</w:styles>"
    number = chance.choice(["-1", "99999999999", "x", ""])
    body = (
        f'<w:p><w:pPr><w:pStyle w:val="s7"/><w:numPr><w:ilvl w:val="{number}"/>'
        f'<w:numId w:val="{number}"/></w:numPr></w:pPr><w:r><w:t>{WORDS}</w:t></w:r></w:p>'
    )
    return docx_of(body * chance.choice([1, 300]), {"word/styles.xml": part})


def many(chance: Random, server: str) -> bytes:
    packed = io.BytesIO(docx_of(para(WORDS)))
    with zipfile.ZipFile(packed, "a") as package:
        for number in range(chance.choice([100, 4_000, 20_000])):
            package.writestr(f"word/media/{number}.xml", b"")
    return packed.getvalue()


def huge_table(chance: Random, server: str) -> bytes:
    cells = chance.choice([500, 20_000, 80_000])
    row = f"<w:tr><w:tc>{para('a')}</w:tc><w:tc><w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr></w:tc></w:tr>"  # noqa: E501
    return docx_of(f"<w:tbl>{row * cells}</w:tbl>")


def encoded(chance: Random, server: str) -> bytes:
    coding = chance.choice(["utf-16", "utf-32", "cp037", "cp1252", "utf-7"])
    told = chance.choice([coding, "utf-8", "none-such"])
    text = f'<?xml version="1.0" encoding="{told}"?><w:document xmlns:w="{W}"><w:body>'
    return docx_of("", {"word/document.xml": f"{text}{para(WORDS)}é’".encode(coding, "replace")})


PACKAGES: tuple[Maker, ...] = (
    bomb, lying, entities, outside, deep, styles, many, huge_table, encoded,
)  # fmt: skip
