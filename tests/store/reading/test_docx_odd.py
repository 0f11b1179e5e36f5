"""Word files that are locked, broken, or made to do harm."""

from __future__ import annotations

import io
import socket
import time
import urllib.request
import zipfile
from collections.abc import Iterator

import pytest

from store.reading.limits import Limits

from .make_docx import NAMES, OFFICE, PACKAGE, docx_of, para, run
from .reading import got, lines_or_error, refused, texts

TEXT = para("The inspectors read the files.")


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < 8


def test_a_password_in_words_own_way() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert refused(ole + "EncryptedPackage".encode("utf-16-le"), "x.docx").code == "encrypted"
    assert refused(ole, "x.docx").code == "unknown-format"


def test_a_locked_zip_file() -> None:
    data = docx_of(TEXT)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data = data[: at + 8] + bytes([data[at + 8] | 1]) + data[at + 9 :]
        at = data.find(b"PK\x01\x02", at + 4)
    assert refused(data).code == "encrypted"


def test_other_packages_are_named() -> None:
    def package(*names: str) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as made:
            for name in names:
                made.writestr(name, "x")
        return packed.getvalue()

    for name, word in (
        ("xl/workbook.xml", "Excel"),
        ("ppt/presentation.xml", "presentation"),
        ("content.xml", "OpenDocument"),
        ("readme.txt", "zip"),
    ):
        error = refused(package("[Content_Types].xml", name), "x.docx")
        assert error.code == "unknown-format"
        assert word in str(error)
    assert refused(package("word/document.bin")).code == "damaged"


def test_files_cut_short_anywhere() -> None:
    whole = docx_of(TEXT)
    for place in range(4, len(whole) - 1, 61):
        assert refused(whole[:place]).code == "damaged", place


@pytest.mark.parametrize(
    "missing", ["[Content_Types].xml", "_rels/.rels", "word/styles.xml", "word/numbering.xml"]
)
@pytest.mark.parametrize("content", ["", "<", "<x/>", "\x00"])
def test_other_parts_may_be_broken(missing: str, content: str) -> None:
    found = lines_or_error(docx_of(TEXT + para("one", num=2), {missing: content}), "x.docx")
    assert isinstance(found, list) or found.code == "damaged"
    if missing.startswith("word/"):
        assert "The inspectors read the files." in texts(docx_of(TEXT, {missing: content}))


@pytest.mark.parametrize(
    "content",
    ["", "<", "text", "<w:document", "<a><b></a>", "\ufeff", "<!DOCTYPE x><x/>", "<x>&lt;</y>"],
)
def test_a_broken_main_part(content: str) -> None:
    assert refused(docx_of("", {"word/document.xml": content})).code == "damaged"


@pytest.mark.parametrize("body", ["", para(""), para(" "), "<w:tbl/>", "<w:tbl><w:tr/></w:tbl>"])
def test_no_text(body: str) -> None:
    assert refused(docx_of(body)).code == "no-text"


def test_another_encoding() -> None:
    body = f"<w:document {NAMES}><w:body>{TEXT}</w:body></w:document>"
    xml = f'<?xml version="1.0" encoding="UTF-16"?>{body}'
    assert texts(docx_of("", {"word/document.xml": xml.encode("utf-16")})) == [
        "The inspectors read the files."
    ]


LAUGHS = "<!DOCTYPE l [<!ENTITY l0 'ha'>{}]>".format(
    "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
)


@pytest.mark.parametrize(
    ("prolog", "text"),
    [
        (LAUGHS, "&l9;"),
        (f"<!DOCTYPE l [<!ENTITY a '{'x' * 50_000}'>]>", "&a;" * 5_000),
        ("<!DOCTYPE l [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", "&a;"),
        ("<!DOCTYPE l SYSTEM 'http://127.0.0.1:9/x.dtd'>", "x"),
        ("<!DOCTYPE l [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/x'> %a;]>", "x"),
    ],
)
def test_entities(prolog: str, text: str) -> None:
    error = refused(docx_of(para(text), prolog=prolog))
    assert error.code == "damaged"
    parts = {"word/styles.xml": f"{prolog}<w:styles {NAMES}>{text}</w:styles>"}
    assert texts(docx_of(TEXT, parts)) == ["The inspectors read the files."]


def test_a_bomb() -> None:
    start = time.process_time()
    body = f"<w:p>{run('x' * 40_000_000)}</w:p>"
    assert len(docx_of(body)) < 100_000
    assert refused(docx_of(body)).code == "too-large"
    assert texts(docx_of(TEXT, {"word/media/big.bin": bytes(80_000_000)}))
    assert time.process_time() - start < 5


def test_a_part_that_says_it_is_small() -> None:
    data = bytearray(docx_of(para("x" * 3_000_000)))
    at = data.rfind(b"word/document.xml") - 46  # its entry in the directory
    data[at + 24 : at + 28] = (200).to_bytes(4, "little")
    assert refused(bytes(data)).code == "damaged"


def test_many_parts() -> None:
    assert refused(docx_of(TEXT, {f"x/{n}": "" for n in range(6_000)})).code == "too-large"


@pytest.mark.parametrize("depth", [50, 200, 5_000])
@pytest.mark.parametrize("tag", ["w:smartTag", "w:ins", "w:sdt><w:sdtContent", "w:hyperlink"])
def test_deep_nesting(tag: str, depth: int) -> None:
    ends = "".join(f"</{part}>" for part in reversed(tag.split("><")))
    body = f"<w:p>{f'<{tag}>' * depth}{run('deep inside')}{ends * depth}</w:p>"
    found = lines_or_error(docx_of(TEXT + body), "x.docx")
    if depth == 50:
        assert isinstance(found, list)
        assert len(found) == 2
    if depth == 5_000:
        assert "nested" in str(found)


def test_nested_tables() -> None:
    body = para("inside")
    for _ in range(25):
        body = f"<w:tbl><w:tr><w:tc>{body}{para('')}</w:tc></w:tr></w:tbl>"
    assert texts(docx_of(body)) == ["inside"]


def test_too_many_elements_for_the_time_allowed() -> None:
    many = docx_of(para("word", num=1) * 1_500)
    assert refused(many, limits=Limits(seconds=0.5)).code == "too-slow"
    assert len(texts(many)) == 1_500


MERGED = f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{para('x')}</w:tc></w:tr>"
WIDE = {
    "runs": f"<w:p>{run('word ') * 4_000}</w:p>",
    "cells": "<w:tbl><w:tr>" + f"<w:tc>{para('x')}</w:tc>" * 3_000 + "</w:tr></w:tbl>",
    "attributes": "<w:p " + " ".join(f"w:a{n}='1'" for n in range(20_000)) + f">{run('x')}</w:p>",
    "levels": para("x", num=2, level=8) * 1_500,
    "breaks": "<w:p><w:r><w:t>x</w:t>" + "<w:br/>" * 8_000 + "</w:r></w:p>",
    "spans": f"<w:tbl>{MERGED * 1_500}</w:tbl>",
}


@pytest.mark.parametrize("kind", WIDE)
def test_wide_files_take_their_time_but_not_more(kind: str) -> None:
    start = time.process_time()
    assert lines_or_error(docx_of(WIDE[kind]), "x.docx")
    assert time.process_time() - start < 3


ODD = {
    "odd numbers": "<w:p><w:pPr><w:numPr><w:ilvl w:val='x'/><w:numId w:val='2'/></w:numPr></w:pPr>"
    f"{run('x')}</w:p>",
    "odd level": para("x", num=2, level=99),
    "no such list": para("x", num=77),
    "odd span": "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='x'/></w:tcPr></w:tc></w:tr></w:tbl>",
    "symbol without a sign": "<w:p><w:r><w:sym/></w:r></w:p>",
    "a note without a number": "<w:p><w:r><w:footnoteReference/></w:r></w:p>",
    "ends of fields": "<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
    "a link to nothing": f"<w:p><w:hyperlink r:id='none'>{run('x')}</w:hyperlink></w:p>",
    "a run alone": run("x"),
    "a cell alone": f"<w:tc>{para('x')}</w:tc>",
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_parts(kind: str) -> None:
    found = lines_or_error(docx_of(TEXT + ODD[kind]), "x.docx")
    assert isinstance(found, list) or found.code == "damaged"


def test_nothing_outside_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*args: object, **kwargs: object) -> None:
        raise AssertionError("it went outside")

    monkeypatch.setattr(socket.socket, "connect", never)
    monkeypatch.setattr(urllib.request, "urlopen", never)
    rels = f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="i" Type="{OFFICE}/image" Target="http://127.0.0.1:9/a.png" TargetMode="External"/>
<Relationship Id="f" Type="{OFFICE}/image" Target="file:///etc/passwd" TargetMode="External"/>
<Relationship Id="t" Type="{OFFICE}/attachedTemplate" Target="http://127.0.0.1:9/t.dotm"
TargetMode="External"/></Relationships>"""
    pictures = "".join(
        "<w:r><w:drawing><wp:inline xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/"
        "wordprocessingDrawing' xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' "
        "xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture'><a:graphic>"
        f"<a:graphicData><pic:pic><pic:blipFill><a:blip r:link='{name}'/></pic:blipFill></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        for name in "if"
    )
    body = f"<w:p>{run('Words beside pictures.')}{pictures}</w:p>"
    data = docx_of(body, {"word/_rels/document.xml.rels": rels})
    assert texts(data) == ["Words beside pictures."]


def test_a_style_map_inside_the_file_is_not_followed() -> None:
    parts = {"mammoth/style-map": "p => !"}
    assert texts(docx_of(TEXT, parts)) == ["The inspectors read the files."]


def test_the_pages_of_a_word_file_are_not_known() -> None:
    assert got(docx_of(TEXT)).pages == 1
