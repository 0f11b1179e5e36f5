"""The file of one document: an ordinary TinyDB file, a paragraph a line, its text written once.

    {"document":{"1":{"schema":2,"id":"89fcd2da0d1324ee","kind":"monitoring-visit-letter",…}},
    "paragraphs":{
    "1":{"section":"Overview","page":1,"sentences":[
      {"text":"Social work is too slow.","concern":0.93,"themes":["delay"],"cues":[15,23]},…]},
    "2":…

A sentence names its polarity with the confidence in it. What stands between two sentences is
`before` the second, where it is not a space, or an empty line at the start of a paragraph. What
is not said is as in the paragraph before (section, part, page), one more (the number of the
paragraph), or nothing. A file is never changed: its name bears the start of the SHA-256 of what
is in it (`sha256sum` tells whether it is whole), and a document read anew gets a new file. So a
card and its file always belong together, and a backup may share files with the library.
"""

import re
from typing import Any, Final, get_args

import msgspec

from store.library.slim import slim
from store.model.document import Document, Quotation, Recommendation, Sentence
from store.model.vocabulary import Polarity

SCHEMA: Final = 2
"""Version of the tables of a document's file."""

_SENTENCE: Final = {
    field.name: field.default
    for field in msgspec.structs.fields(Sentence)
    if field.name not in ("text", "section", "paragraph", "page", "start", "end", "polarity",
                          "confidence", "cues", "part", "number", "bullet", "lead_in")
}  # fmt: skip
"""Fields of a sentence that are kept under their own name where they are not as usual."""
_POLARITIES: Final[tuple[Polarity, ...]] = get_args(Polarity)
_OF_PARAGRAPH: Final = ("number", "bullet", "lead_in")
_NAME: Final = re.compile(r"[A-Za-z0-9][\w-]*")


class PaperDamaged(Exception):
    """The bytes are not what was written; the message says how so."""


def name_of(id: str, data: bytes) -> str:
    """The name of the file that holds a document.

    Raises:
        ValueError: the id could not be part of a file's name.
    """
    if not _NAME.fullmatch(id):
        raise ValueError(f"{id!r} is no id of a document")
    return f"{id}.{_checksum(data)}.json"


def is_whole(name: str, data: bytes) -> bool:
    """Whether bytes are those that the name was given for; true where it bears no checksum."""
    parts = name.split(".")
    return len(parts) < 3 or parts[-2] == _checksum(data)


def _checksum(data: bytes) -> str:
    import hashlib  # opening a library needs none

    return hashlib.sha256(data).hexdigest()[:12]


def encode(document: Document) -> bytes:
    """A document as the bytes of its file."""
    fields = slim(msgspec.structs.replace(document, sentences=()))
    text = document.text
    spans = all(
        text[s.start : s.end] == s.text and s.start >= e
        for s, e in zip(document.sentences, [0, *(s.end for s in document.sentences)], strict=False)
    )
    rows = _paragraphs(document, spans)
    if spans:
        fields.pop("text", None)
        last = document.sentences[-1].end if document.sentences else 0
        if text[last:]:
            fields["after"] = text[last:]
    fields["recommendations"] = [_spanned(r, text) for r in document.recommendations]
    fields["quotations"] = [_spanned(q, text) for q in document.quotations]
    head = {"schema": SCHEMA, **{name: value for name, value in fields.items() if value != []}}
    lines = [b'"%d":%b' % (number, _json(row)) for number, row in enumerate(rows, 1)]
    return b'{"document":{"1":%b},\n"paragraphs":{\n%b\n}}\n' % (_json(head), b",\n".join(lines))


def decode(tables: dict[str, Any]) -> Document:
    """A document from the tables of its file.

    Raises:
        KeyError, TypeError, ValueError: they are not what was written.
    """
    fields = dict(tables["document"]["1"])
    fields.pop("schema", None)
    pieces: list[str] = []
    sentences = _sentences(tables["paragraphs"].values(), pieces)
    if "text" not in fields:
        fields["text"] = "".join(pieces) + fields.pop("after", "")
    text = fields["text"]
    for name in ("recommendations", "quotations"):
        fields[name] = [_unspanned(item, text) for item in fields.get(name, ())]
    fields["sentences"] = ()
    return msgspec.structs.replace(msgspec.convert(fields, Document), sentences=sentences)


def _paragraphs(document: Document, spans: bool) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    section = part = key = None
    paragraph = page = end = 0
    for sentence in document.sentences:
        s = sentence
        this = (s.section, s.part, s.paragraph, s.number, s.bullet, s.lead_in)
        opens = this != key
        if opens:
            row: dict[str, Any] = {}
            if s.section != section:
                row["section"] = s.section
                paragraph = 0
            if s.part != part:
                row["part"] = s.part
            if s.paragraph != paragraph + 1:
                row["paragraph"] = s.paragraph
            if s.page != page:
                row["page"] = s.page
            for name in _OF_PARAGRAPH:
                if value := getattr(s, name):
                    row[name] = value
            row["sentences"] = []
            rows.append(row)
            key, section, part, paragraph, page = this, s.section, s.part, s.paragraph, s.page
        kept: dict[str, Any] = {}
        if spans:
            before = document.text[end : s.start]
            if before != _usual(opens, len(rows)):
                kept["before"] = before
            end = s.end
        else:
            kept["at"] = [s.start, s.end]
        kept["text"] = s.text
        kept[s.polarity] = s.confidence
        for name, usual in _SENTENCE.items():
            if (value := getattr(s, name)) != usual:
                kept[name] = value
        if s.cues:
            kept["cues"] = [place for cue in s.cues for place in cue]
        if s.page != page:
            kept["page"] = page = s.page
        rows[-1]["sentences"].append(kept)
    return rows


_json = msgspec.json.Encoder().encode


def _usual(opens: bool, rows: int) -> str:
    if not opens:
        return " "
    return "\n\n" if rows > 1 else ""


def _sentences(rows: Any, pieces: list[str]) -> tuple[Sentence, ...]:
    """The sentences of paragraphs; what the text is made of is added to `pieces`."""
    found: list[Sentence] = []
    section, part = "", None
    paragraph = page = end = 0
    for number, row in enumerate(rows, 1):
        if "section" in row:
            section, paragraph = row["section"], 0
        part = row.get("part", part)
        paragraph = row.get("paragraph", paragraph + 1)
        page = row.get("page", page)
        of_paragraph = (
            row.get("number"), row.get("bullet", False), part, row.get("lead_in")
        )  # fmt: skip
        for place, kept in enumerate(row["sentences"]):
            text = kept.pop("text")
            if "at" in kept:
                start, end = kept.pop("at")
            else:
                before = kept.pop("before", None)
                if before is None:
                    before = _usual(place == 0, number)
                pieces += (before, text)
                start = end + len(before)
                end = start + len(text)
            page = kept.pop("page", page)
            cues = kept.pop("cues", ())
            polarity = next(name for name in _POLARITIES if name in kept)
            confidence = kept.pop(polarity)
            found.append(
                Sentence(
                    text,
                    section,
                    paragraph,
                    page,
                    start,
                    end,
                    polarity,
                    tuple(kept.pop("themes", ())),
                    tuple(kept.pop("groups", ())),
                    confidence,
                    tuple(zip(cues[::2], cues[1::2], strict=True)),
                    kept.pop("voice", "ofsted"),
                    kept.pop("council", None),
                    *of_paragraph,
                    **kept,
                )
            )
    return tuple(found)


def _spanned(item: Recommendation | Quotation, text: str) -> dict[str, Any]:
    """What a document cites, by its place in the text where it stands there word for word."""
    fields: dict[str, Any] = slim(item)
    if isinstance(item, Quotation):
        if item.text and text[item.start : item.end] == item.text:
            del fields["text"]
        return fields
    start = text.find(item.text) if item.text else -1
    if start >= 0:
        fields["at"] = [start, start + len(item.text)]
        del fields["text"]
    return fields


def _unspanned(item: dict[str, Any], text: str) -> dict[str, Any]:
    if "text" in item:
        return item
    start, end = item.get("at") or (item.get("start", 0), item.get("end", 0))
    return {"text": text[start:end], **{name: v for name, v in item.items() if name != "at"}}
