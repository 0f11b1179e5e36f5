"""The parts of a Word file that hold its text, vetted and made ready for mammoth.

mammoth reads a whole file in one call that cannot be interrupted and takes a multiple of the
file's size in memory. So its size is bounded here, and it is given a small package, made in
memory, of nothing but the parts it reads: no pictures, no macros, nothing that lies outside.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, Final

from store.reading.failure import ReadingError
from store.reading.limits import Limits
from store.reading.numbering import write_numbers

MAX_PARTS: Final = 5_000
ELEMENTS_A_SECOND: Final = 10_000
"""mammoth takes 40 µs and 1 kB for each element. Ofsted's longest report has about 30,000."""
MARKUP: Final = 4
"""The parts may have so many times more bytes than the text may have characters."""

_MAIN = re.compile(r"(?:word/)?document\d*\.xml")
_ASIDE = re.compile(r"word/(?:styles|numbering|footnotes|endnotes|comments)\.xml(?:\.rels)?")
_READ = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/(?:_rels/)?(?:document\d*|styles|numbering|footnotes"
    r"|endnotes|comments)\.xml(?:\.rels)?"
)
_W: Final = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WRAPPERS: Final = ("fldSimple", "bdo", "dir")
"""Elements whose text mammoth would leave out: a mail merge puts names and dates in them."""
_KEPT: Final = ("pStyle", "numPr", "rPr", "vertAlign", "del", "ins")
_IDLE: Final = (
    "proofErr bookmarkStart bookmarkEnd lastRenderedPageBreak sectPr tblPr tblGrid".split()
)
_REFERENCES: Final = ("footnoteReference", "endnoteReference", "commentReference")


def vetted(data: bytes, limits: Limits) -> Iterator[bytes]:
    """A package of the parts that hold text, then one of the main part alone.

    The second is for when something is wrong with the first: a text is worth having without
    its styles.

    Raises:
        ReadingError: `damaged`, `encrypted`, `too-large`, `too-slow`.
    """
    parts = _parts(data, limits)
    trees: dict[str, Any] = {}
    for name, content in parts.items():
        try:
            trees[name] = _tree(content)
        except ValueError as error:
            if _MAIN.fullmatch(name):
                raise ReadingError("damaged", f" ({error})") from error
            continue  # without styles or numbering it can still be read
    bodies = [tree for name, tree in trees.items() if _MAIN.fullmatch(name)]
    if not bodies:
        raise ReadingError("damaged", " (its main part is missing)")
    for body in bodies:
        for w in _W:
            _make_ready(body, w)
            write_numbers(body, trees.get("word/numbering.xml"), trees.get("word/styles.xml"), w)
    elements = sum(1 for tree in trees.values() for _ in tree.iter())
    if elements > limits.seconds * ELEMENTS_A_SECOND:
        raise ReadingError("too-slow", f"{limits.seconds:g} seconds")
    alone = {name: tree for name, tree in trees.items() if not _ASIDE.fullmatch(name)}
    yield _packed(trees)
    yield _packed(alone)


def _parts(data: bytes, limits: Limits) -> dict[str, bytes]:
    most = MARKUP * limits.characters
    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = package.infolist()
            if len(infos) > MAX_PARTS:
                raise ReadingError("too-large", f"{len(infos):,} parts")
            wanted = [info for info in infos if _READ.fullmatch(info.filename)]
            if any(info.flag_bits & 1 for info in wanted):
                raise ReadingError("encrypted")
            size = sum(info.file_size for info in wanted)
            if size > most:
                raise ReadingError("too-large", f"{size:,} bytes of text when unpacked")
            for info in wanted:
                # No more is unpacked than the directory says, whatever the part holds.
                found[info.filename] = package.read(info)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, RuntimeError) as error:
        raise ReadingError("damaged") from error
    return found


def _tree(content: bytes) -> Any:
    """The part's root element; ValueError says what is wrong with it."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        deep = "depth" in str(error)
        raise ValueError(
            "its parts are nested too deeply" if deep else "its text ends early or is not XML"
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("it declares entities, which Word never does")
    return root


def _make_ready(root: Any, w: str) -> None:
    """Change what mammoth does not read as Word shows it."""
    for name in _WRAPPERS:
        for element in root.iter(w + name):
            element.tag = w + "smartTag"
    for name in _REFERENCES:
        for element in [*root.iter(w + name)]:
            _remove(element)
    for hidden in [*root.iter(w + "vanish")]:
        if hidden.get(w + "val") not in ("0", "false") and hidden.getparent().tag == w + "rPr":
            run = hidden.getparent().getparent()
            if run is not None and run.tag == w + "r":
                _remove(run)
    for either in [*root.iter(_MC + "AlternateContent")]:
        _show_text_box(either, w)
    # Looks and places are two thirds of a Word file, and say nothing of its text.
    keep = {w + name for name in _KEPT}
    for properties in [*root.iter(w + "rPr", w + "pPr")]:
        for child in [*properties]:
            if child.tag not in keep:
                properties.remove(child)
    for name in _IDLE:
        for element in [*root.iter(w + name)]:
            _remove(element)


def _show_text_box(either: Any, w: str) -> None:
    """A text box that is drawn in the newer way only becomes one in the older."""
    boxes = [*either.iterfind(f"{_MC}Choice//{w}txbxContent")]
    if not boxes or either.find(f"{_MC}Fallback//{w}txbxContent") is not None:
        return
    for fallback in either.findall(f"{_MC}Fallback"):
        either.remove(fallback)
    fallback = either.makeelement(f"{_MC}Fallback")
    picture = either.makeelement(w + "pict")
    either.append(fallback)
    fallback.append(picture)
    for box in boxes:
        picture.append(box)


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _packed(trees: dict[str, Any]) -> bytes:
    from lxml import etree

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, tree in trees.items():
            package.writestr(name, etree.tostring(tree, encoding="utf-8", xml_declaration=True))
    return packed.getvalue()
