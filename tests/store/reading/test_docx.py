"""What is read of a Word file: paragraphs, lists and their numbers, tables, changes, boxes."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.text import WD_BREAK

from .make_docx import MACROS, NAMES, STYLES, docx_of, joined, para, run, table
from .reading import lines, texts


def rows(body: str) -> list[tuple[str, str, int]]:
    return [(line.text, line.role, line.level) for line in lines(docx_of(body))]


def test_paragraphs_headings_and_bullets() -> None:
    body = (
        para("The title", "Title")
        + para("A heading", "Heading1")
        + para("Of the second level", "berschrift2")
        + f"<w:p>{run('Some ')}{run('bold', '<w:b/>')}{run(' words.')}</w:p>"
        + para("first", num=1)
        + para("below it", num=1, level=1)
        + para("second", num=1)
        + para(" ")
    )
    assert rows(body) == [
        ("The title", "heading", 1),
        ("A heading", "heading", 1),
        ("Of the second level", "heading", 2),
        ("Some bold words.", "paragraph", 0),
        ("first", "bullet", 1),
        ("below it", "bullet", 2),
        ("second", "bullet", 1),
    ]


def test_numbers_go_on_over_headings() -> None:
    body = (
        para("one", num=2)
        + para("two", num=2)
        + para("Next", "Heading1")
        + para("three", num=2)
        + para("a", num=2, level=1)
        + para("b", num=2, level=1)
        + para("i", num=2, level=2)
        + para("four", num=2)
        + para("a again", num=2, level=1)
        + para("one of another", num=4)
        + para("seven", num=3)
        + para("five", num=2)
    )
    assert texts(docx_of(body)) == [
        "1. one",
        "2. two",
        "Next",
        "3. three",
        "(a) a",
        "(b) b",
        "3.i i",
        "4. four",
        "(a) a again",
        "1. one of another",
        "VII) seven",
        "5. five",
    ]


def test_numbers_that_a_style_gives() -> None:
    body = para("one", "Numbered") + para("two", "Below") + para("three", "Numbered")
    assert [line.role for line in lines(docx_of(body))] == ["paragraph"] * 3
    assert texts(docx_of(body)) == ["1. one", "2. two", "3. three"]


def test_styles_based_on_one_another_in_a_circle() -> None:
    loop = STYLES.replace('<w:name w:val="Below"/>', '<w:name w:val="x"/>')
    loop = loop.replace('<w:name w:val="heading 1"/>', '<w:name w:val="h"/><w:basedOn w:val="a"/>')
    loop = loop.replace(
        "</w:styles>",
        '<w:style w:styleId="a"><w:basedOn w:val="Heading1"/></w:style></w:styles>',
    )
    assert texts(docx_of(para("text", "a"), {"word/styles.xml": loop})) == ["text"]


def test_tables_in_their_place() -> None:
    body = (
        para("before")
        + table(("Judgement", "Grade"), ("Help and protection", "Good"), ("", "alone"))
        + para("after")
        + table((para("Two") + para("paragraphs"), "cell"))
    )
    assert rows(body) == [
        ("before", "paragraph", 0),
        ("Judgement\tGrade", "cell", 0),
        ("Help and protection\tGood", "cell", 0),
        ("alone", "cell", 0),
        ("after", "paragraph", 0),
        ("Two paragraphs\tcell", "cell", 0),
    ]


def test_a_table_that_frames_the_text_is_read_as_text() -> None:
    long = "The inspectors read the files of forty children and found them good. " * 10
    body = table((para("Findings", "Heading1") + para(long) + para("Recommendations"),))
    assert [role for _, role, _ in rows(body)] == ["heading", "paragraph", "paragraph"]
    nested = table((table(("a", "b")) + para("below"), "right"))
    assert [text for text, *_ in rows(nested)] == ["a\tb", "below", "right"]


def test_insertions_stay_and_deletions_go() -> None:
    body = (
        f"<w:p>{run('It is ')}<w:ins w:id='1'>{run('now ')}</w:ins><w:del w:id='2'><w:r>"
        f"<w:delText>not </w:delText></w:r></w:del>{run('good.')}</w:p>"
        f"<w:p><w:moveFrom w:id='3'>{run('Moved.')}</w:moveFrom>{run('First.')}</w:p>"
        f"<w:p>{run('Second. ')}<w:moveTo w:id='4'>{run('Moved.')}</w:moveTo></w:p>"
        "<w:p><w:pPr><w:rPr><w:del w:id='5'/></w:rPr></w:pPr>"
        f"{run('Joined ')}</w:p>{para('up.')}"
    )
    assert texts(docx_of(body)) == ["It is now good.", "First.", "Second. Moved.", "Joined up."]


def test_deleted_table_rows_go() -> None:
    row = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>{para('old')}</w:tc></w:tr>"
    assert texts(docx_of(table(("new", "x")).replace("</w:tbl>", f"{row}</w:tbl>"))) == ["new\tx"]


def test_content_controls_fields_and_links() -> None:
    field = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    instruction = "<w:r><w:instrText> DATE \\@ d </w:instrText></w:r>"
    body = "".join(
        [
            f"<w:sdt><w:sdtPr/><w:sdtContent>{para('In a control.')}</w:sdtContent></w:sdt>",
            joined(run("Dear "), f"<w:sdt><w:sdtContent>{run('Ms Aldous')}</w:sdtContent></w:sdt>"),
            joined(run("Dear "), f"<w:fldSimple w:instr='x'>{run('Mr Oakes')}</w:fldSimple>"),
            joined(
                field.format("begin"),
                instruction,
                field.format("separate"),
                run("2 July 2021"),
                field.format("end"),
            ),
            joined(run("See "), f"<w:hyperlink w:anchor='y'>{run('the letter')}</w:hyperlink>"),
            f"<w:customXml>{para('In custom XML.')}</w:customXml>",
            joined(
                f"<w:smartTag>{run('Tagged')}</w:smartTag>",
                f"<w:bdo w:val='ltr'>{run(' and set')}</w:bdo>",
            ),
        ]
    )
    assert texts(docx_of(body)) == [
        "In a control.",
        "Dear Ms Aldous",
        "Dear Mr Oakes",
        "2 July 2021",
        "See the letter",
        "In custom XML.",
        "Tagged and set",
    ]


BOX = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
NEWER = f"<w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing>"
OLDER = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"


@pytest.mark.parametrize(
    "box",
    [
        OLDER,
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{NEWER}</mc:Choice>"
        f"<mc:Fallback>{OLDER}</mc:Fallback></mc:AlternateContent>",
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{NEWER}</mc:Choice></mc:AlternateContent>",
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{NEWER}</mc:Choice>"
        "<mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>",
    ],
)
def test_text_boxes_are_read_once(box: str) -> None:
    found = texts(docx_of(f"<w:p>{run('Around it.')}<w:r>{box}</w:r></w:p>{para('After.')}"))
    assert sorted(found) == ["After.", "Around it.", "In a box."]


def test_breaks_tabs_hyphens_and_symbols() -> None:
    body = (
        "<w:p><w:r><w:t>Director</w:t><w:br/><w:t>Town Hall</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Grade:</w:t><w:tab/><w:t>good</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>multi</w:t><w:noBreakHyphen/><w:t>agency safe</w:t><w:softHyphen/>"
        "<w:t>guarding</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>“ﬁrst” – it’s</w:t><w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:p>"
    )
    found = lines(docx_of(body))
    assert [(line.text, line.gap) for line in found] == [
        ("Director", True),
        ("Town Hall", False),
        ("Grade: good", True),
        ("multi‑agency safeguarding", True),
        ("“ﬁrst” – it’s✓", True),
    ]


def test_hidden_text_goes() -> None:
    shown = '<w:vanish w:val="0"/>'
    body = joined(run("seen "), run("hidden ", "<w:vanish/>"), run("too", shown))
    assert texts(docx_of(body)) == ["seen too"]


def test_what_a_terminal_would_obey() -> None:
    assert texts(docx_of(para("a&#x202e;b&#x200b;c&#x9b;31m [sic] &lt;b&gt; [/]"))) == [
        "abc [sic] <b> [/]"
    ]


def test_headers_footers_notes_comments_and_pictures_are_left_out() -> None:
    refs = "".join(
        f"<w:r><w:{kind}Reference w:id='1'/></w:r>" for kind in ("footnote", "endnote", "comment")
    )
    notes = {
        f"word/{kind}s.xml": f"<w:{kind}s {NAMES}><w:{kind} w:id='1'>{para('No.')}</w:{kind}>"
        f"</w:{kind}s>"
        for kind in ("footnote", "endnote", "comment")
    }
    notes |= {
        "word/header1.xml": f"<w:hdr {NAMES}>{para('No.')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {NAMES}>{para('No.')}</w:ftr>",
        "word/media/image1.png": b"\x89PNG",
    }
    body = f"<w:p>{run('The board')}{refs}{run(' met.')}</w:p>"
    assert texts(docx_of(body, notes)) == ["The board met."]
    assert texts(docx_of(body)) == ["The board met."]


def test_a_raised_number_typed_by_hand_is_a_mark() -> None:
    raised = run("1", '<w:vertAlign w:val="superscript"/>')
    assert texts(docx_of(f"<w:p>{run('The board')}{raised}{run(' met.')}</w:p>")) == [
        "The board met."
    ]


@pytest.mark.parametrize("kind", [MACROS, "application/xml", "x"])
def test_the_declared_type_does_not_matter(kind: str) -> None:
    assert texts(docx_of(para("text"), content_type=kind)) == ["text"]


@pytest.mark.parametrize("main", ["word/document.xml", "word/document2.xml"])
def test_the_main_part_may_have_another_name(main: str) -> None:
    assert texts(docx_of(para("text"), main=main)) == ["text"]


def test_a_file_made_by_python_docx() -> None:
    made = docx.Document()
    made.add_heading("Monitoring visit", 1)
    made.add_paragraph("Dear Director")
    made.add_paragraph("first", style="List Bullet")
    made.add_paragraph("below", style="List Bullet 2")
    made.add_paragraph("numbered", style="List Number")
    made.add_paragraph("after a number", style="List Number")
    cells = made.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Help", "Good"
    made.add_paragraph("page one").add_run().add_break(WD_BREAK.PAGE)
    made.sections[0].header.paragraphs[0].text = "Header"
    made.sections[0].footer.paragraphs[0].text = "Page 1 of 9"
    packed = io.BytesIO()
    made.save(packed)
    found = lines(packed.getvalue())
    assert [(line.text, line.role, line.level) for line in found] == [
        ("Monitoring visit", "heading", 1),
        ("Dear Director", "paragraph", 0),
        ("first", "bullet", 1),
        ("below", "bullet", 2),
        ("1. numbered", "paragraph", 0),
        ("2. after a number", "paragraph", 0),
        ("Help\tGood", "cell", 0),
        ("page one", "paragraph", 0),
    ]
