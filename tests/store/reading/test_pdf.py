"""What is read of the pages of a PDF: words, places, sizes, weights."""

from __future__ import annotations

import threading

import pytest
from reportlab.pdfgen.canvas import Canvas

from store.model.line import Line
from store.reading.limits import DEFAULT_LIMITS
from store.reading.pdf import read_pdf

from .make_pdf import LINES, drawn, mapped, one_page, pdf_of
from .reading import got, lines, texts

WORDS = b"The office finds difficult cases in forty of the files"


def shown(content: bytes, **options: object) -> list[Line]:
    return lines(one_page(content, **options))  # type: ignore[arg-type]


def at(size: float, *rows: tuple[float, float, str]) -> bytes:
    parts = [f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET".encode() for x, y, text in rows]
    return b"\n".join(parts)


def test_lines_with_their_places() -> None:
    found = lines(pdf_of())
    assert [line.text for line in found] == list(LINES)
    assert [(line.page, line.x, line.y, line.size) for line in found] == [
        (1, 72.0, 760.0, 12.0),
        (1, 72.0, 745.0, 12.0),
        (1, 72.0, 730.0, 12.0),
    ]
    assert all(72 < line.x_end < 595 for line in found)
    assert found[1].x_end > found[2].x_end
    assert not any(line.bold or line.gap or line.role for line in found)


def test_pages_are_numbered() -> None:
    reading = got(pdf_of(LINES, LINES, LINES))
    assert reading.pages == 3
    assert [line.page for line in reading.lines] == [1] * 3 + [2] * 3 + [3] * 3
    assert reading.unread == ()


@pytest.mark.parametrize(
    ("font", "bold"),
    [
        ("Helvetica", False),
        ("Helvetica-Bold", True),
        ("Times-Roman", False),
        ("Times-Bold", True),
        ("Courier-Bold", True),
        ("Helvetica-Oblique", False),
    ],
)
def test_size_and_weight(font: str, bold: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, 14.5)
        canvas.drawString(72, 700, "Findings on the front door of the service")

    (found,) = lines(drawn(draw))
    assert (found.size, found.bold) == (14.5, bold)


def test_the_look_is_that_of_the_words_not_of_the_bullet() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("ZapfDingbats", 7)
        canvas.drawString(72, 700, "n")
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(90, 700, "Plans had dates, and most were kept.")

    (found,) = lines(drawn(draw))
    assert (found.size, found.bold, found.x) == (12.0, True, 72.0)
    assert found.text.endswith("Plans had dates, and most were kept.")


def test_a_gap_is_more_than_the_usual_distance() -> None:
    rows = [(72, 700 - 14 * n - (12 if n > 2 else 0), f"Line {n} of the letter") for n in range(6)]
    assert [line.gap for line in shown(at(11, *rows))] == [False] * 3 + [True] + [False] * 2


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 1 Tf 12 0 0 12 72 700 Tm (" + WORDS + b") Tj ET",
        b"q 0.24 0 0 0.24 0 0 cm BT /F1 50 Tf 300 2916 Td (" + WORDS + b") Tj ET Q",
        b"q 10 0 0 10 0 0 cm BT /F1 1 Tf 1.2 0 0 1.2 7.2 70 Tm (" + WORDS + b") Tj ET Q",
        b"BT /F1 12 Tf 1 0 0.33 1 72 700 Tm (" + WORDS + b") Tj ET",
        b"BT /F1 24 Tf 0.5 0 0 0.5 72 700 Tm (" + WORDS + b") Tj ET",
    ],
)
def test_scaled_and_slanted_type_has_the_size_it_is_seen_in(content: bytes) -> None:
    (found,) = shown(content)
    assert found.text == WORDS.decode()
    assert found.size == pytest.approx(12.0, abs=0.11)
    assert (found.x, found.y) == (72.0, pytest.approx(700.0, abs=0.3))


@pytest.mark.parametrize(
    ("turn", "step", "rotation"),
    [
        (b"0 1 -1 0", (15, 0), 0),
        (b"0 1 -1 0", (15, 0), 90),
        (b"0 -1 1 0", (-15, 0), 270),
    ],
)
def test_lines_set_sideways_run_from_left_to_right(
    turn: bytes, step: tuple[int, int], rotation: int
) -> None:
    rows = [
        b"BT /F1 12 Tf %s %d %d Tm (Line %d of the letter to the council) Tj ET"
        % (turn, 300 + step[0] * number, 400 + step[1] * number, number)
        for number in range(3)
    ]
    page = one_page(b"\n".join(rows))
    found = lines(
        page.replace(b"/Type /Page /Parent", b"/Rotate %d /Type /Page /Parent" % rotation)
    )
    assert [line.text for line in found] == [
        f"Line {n} of the letter to the council" for n in range(3)
    ]
    assert {line.size for line in found} == {12.0}
    assert all(150 < line.x_end - line.x < 200 for line in found)
    assert found[0].y - found[1].y == found[1].y - found[2].y == pytest.approx(15)


def test_lines_upside_down_are_read() -> None:
    content = b"BT /F1 12 Tf -1 0 0 -1 300 400 Tm (" + WORDS + b") Tj ET"
    assert [line.text for line in shown(content)] == [WORDS.decode()]


def test_two_columns_one_after_the_other() -> None:
    left = [(72, 700 - 14 * n, f"Left column line {n}") for n in range(4)]
    right = [(320, 700 - 14 * n, f"Right column line {n}") for n in range(4)]
    found = shown(at(10, *left, *right))
    assert [line.text for line in found] == [text for _, _, text in left + right]
    assert [line.x for line in found] == [72.0] * 4 + [320.0] * 4


def test_a_heading_drawn_last_stands_where_it_is_seen() -> None:
    text = [(72, 700 - 14 * n, f"Line {n} of the text") for n in range(6)]
    heading, second = (72, 740, "Recommendations"), (72, 725, "of the inspectors")
    foot = (300, 40, "37")
    for last in ([heading], [heading, second]):
        found = shown(at(10, foot, *text, *last))
        assert [line.text for line in found] == [row[2] for row in [*last, foot, *text]]


def test_a_column_beside_the_text_stays_behind_it() -> None:
    left = [(72, 700 - 14 * n, f"Left column line {n}") for n in range(6)]
    right = [(320, 720 - 14 * n, f"Right line {n}") for n in range(3)]
    found = shown(at(10, *left, *right))
    assert [line.text for line in found] == [text for _, _, text in left + right]


def test_a_page_upside_down_keeps_its_order() -> None:
    content = b"\n".join(
        b"BT /F1 12 Tf -1 0 0 -1 300 %d Tm (Line %d of the letter) Tj ET" % (400 + 20 * n, n)
        for n in range(8)
    )
    assert [line.text for line in shown(content)] == [f"Line {n} of the letter" for n in range(8)]


def test_raised_numbers_go_and_others_stay() -> None:
    def draw(canvas: Canvas) -> None:
        def row(y: float, *parts: tuple[str, float, float]) -> None:
            text = canvas.beginText(72, y)
            for words, size, rise in parts:
                text.setFont("Helvetica", size)
                text.setRise(rise)
                text.textOut(words)
            canvas.drawText(text)

        row(700, ("The safeguarding board", 12, 0), ("1", 7, 5), (" met in March.", 12, 0))
        row(680, ("Children were seen.", 12, 0), ("12", 7, 5))
        row(660, ("3", 7, 5), ("A note begins with its raised number.", 12, 0))
        row(640, ("Levels of CO", 12, 0), ("2", 7, -3), (" fell in Year 1 and 2", 12, 0))
        row(620, ("Form A1 and Table B12 were used", 12, 0))
        row(600, ("Type twelve", 12, 0), ("4", 12, 5), (" is raised but not small", 12, 0))

    assert texts(drawn(draw)) == [
        "The safeguarding board met in March.",
        "Children were seen.",
        "A note begins with its raised number.",
        "Levels of CO2",
        "fell in Year 1 and 2",
        "Form A1 and Table B12 were used",
        "Type twelve is raised but not small",
    ]


def test_a_hyphen_at_the_end_of_a_line_is_marked_and_the_lines_stay_two() -> None:
    found = shown(
        at(12, (72, 700, "The multi-"), (72, 685, "agency plan for post-"), (72, 670, "16s"))
    )
    assert [line.text for line in found] == ["The multi\u00ad", "agency plan for post\u00ad16s"]
    assert [line.y for line in found] == [700.0, 685.0]


def test_glyphs_that_stand_for_other_letters() -> None:
    # PDFium itself writes a ligature as its letters.
    codes = {
        ord("Z"): "\ufb01",
        ord("Q"): "\uf0b7",
        ord("X"): "’",
        ord("Y"): "\u202e",
        ord("K"): "ffi",
    }
    content = at(12, (72, 700, "Q ChildrenXs plans were Zrst inYside the oKce of it"))
    (found,) = shown(content, font=b"/ToUnicode 6 0 R", more=[mapped(codes)])
    assert found.text == "\uf0b7 Children’s plans were first inside the office of it"
    assert found.size == 12.0


def test_letters_beyond_the_first_plane_keep_their_places() -> None:
    content = at(12, (72, 700, "Z in the first line of Z"), (72, 600, "and the second line of it"))
    found = shown(content, font=b"/ToUnicode 6 0 R", more=[mapped({ord("Z"): "\U0001d5a0"})])
    assert [line.text for line in found] == [
        "\U0001d5a0 in the first line of \U0001d5a0",
        "and the second line of it",
    ]
    assert [(line.x, line.y, line.size) for line in found] == [(72, 700, 12), (72, 600, 12)]


def test_letters_without_a_meaning_do_not_shift_the_others() -> None:
    codes = {ord("Z"): "\x00", ord("Q"): "\x01"}
    content = at(12, (72, 700, "ZZZQ the first line"), (72, 600, "and the second line of it"))
    found = shown(content, font=b"/ToUnicode 6 0 R", more=[mapped(codes)])
    assert found[-1].text == "and the second line of it"
    assert (found[-1].x, found[-1].y) == (72, 600)


def test_soft_hyphens_and_escape_sequences() -> None:
    codes = {ord("Z"): "\u00ad", ord("Q"): "\x1b", ord("X"): "\u200b"}
    content = at(12, (72, 700, "safeZguarding Q[31mred words of anXother kind"))
    (found,) = shown(content, font=b"/ToUnicode 6 0 R", more=[mapped(codes)])
    assert found.text == "safe\u00adguarding red words of another kind"


def test_blanks_are_squeezed() -> None:
    (found,) = shown(at(12, (72, 700, "  Grade   of   the   service:   good  ")))
    assert found.text == "Grade of the service: good"


def test_small_files_of_few_words_are_read() -> None:
    assert texts(one_page(at(12, (72, 700, "Good.")))) == ["Good."]


def test_threads_take_turns() -> None:
    data, found = pdf_of(*[LINES] * 20), []

    def work() -> None:
        for _ in range(5):
            found.append(len(read_pdf(data, DEFAULT_LIMITS)[0]))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [60] * 20
