"""The file of a document: ordinary TinyDB, text written once, and whatever goes in comes out."""

import hashlib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where

from store.library import Library, papers
from store.library.folder import PaperFolder
from store.library.papers import PaperDamaged, decode, encode, is_whole, name_of
from store.model.document import Document, Quotation, Recommendation, Sentence, Source
from tests.store.library.kept_documents import read_letter

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
SOURCE = Source("/a.txt", "a.txt", "text/plain", "00", 1)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents as they are read, and some with sentences that overlap or are not in the text."""
    text, sentences = draw(st.sampled_from(["", "Heading\n\n"])), []
    section, paragraph = "A", 1
    for number in range(draw(st.integers(0, 6))):
        if draw(st.booleans()):
            section, paragraph = draw(WORDS), draw(st.integers(1, 3))
        elif draw(st.booleans()):
            paragraph += draw(st.integers(-1, 2))
        text += draw(st.sampled_from([" ", "\n\n", "", "\n\nNew\n\n"])) if number else ""
        words = draw(WORDS)
        start = len(text) + draw(st.sampled_from([0, 0, 0, 0, -1, 3]))
        text += words
        sentences.append(
            Sentence(
                text=words,
                section=section,
                paragraph=paragraph,
                page=draw(st.integers(1, 3)),
                start=start,
                end=start + len(words),
                polarity=draw(st.sampled_from(["neutral", "concern", "strength", "mixed"])),
                themes=tuple(draw(st.lists(st.sampled_from(["delay", "voice"]), max_size=2))),
                confidence=draw(st.floats(0, 1)),
                cues=tuple(draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))),
                voice=draw(st.sampled_from(["ofsted", "council"])),
                council=draw(st.none() | WORDS),
                number=draw(st.none() | WORDS),
                bullet=draw(st.booleans()),
                part=draw(st.sampled_from([None, "P"])),
                lead_in=draw(st.none() | WORDS),
            )
        )
    text += draw(st.sampled_from(["", "\n", "\n\nAnnex"]))
    return Document(
        id="a1",
        source=SOURCE,
        kind="other",
        sentences=tuple(sentences),
        text=text,
        recommendations=tuple(Recommendation(s.text, s.number) for s in sentences),
        quotations=tuple(Quotation(s.text, None, 0, s.start, s.end) for s in sentences),
    )


@given(documents())
@settings(max_examples=300, deadline=None)
def test_what_goes_in_comes_out(document: Document) -> None:
    assert decode(msgspec.json.decode(encode(document))) == document


def test_every_sample_document_comes_out_and_is_small(sample_library: Library) -> None:
    text = written = 0
    for id in sample_library.records:
        document = sample_library.document(id)
        data = encode(document)
        assert decode(msgspec.json.decode(data)) == document
        text, written = text + len(document.text.encode()), written + len(data)
    assert written < 2.6 * text  # short articles; long reports come to 1.9


def test_plain_tinydb_opens_it_and_a_person_reads_it(tmp_path: Path) -> None:
    letter = read_letter()
    file = tmp_path / "letter.json"
    file.write_bytes(encode(letter))
    db = TinyDB(file, encoding="utf-8")
    assert db.table("document").get(doc_id=1)["id"] == letter.id  # type: ignore[index,call-overload]
    overview = db.table("paragraphs").search(where("section").exists())
    assert [row["section"] for row in overview][-1] == letter.sentences[-1].section
    lines = file.read_text("utf-8").splitlines()
    assert len(lines) > 10 and max(len(line) for line in lines[1:]) < 4_000
    for sentence in letter.sentences:
        assert msgspec.json.encode(sentence.text).decode() in file.read_text("utf-8")


def test_its_name_tells_whether_it_is_whole(tmp_path: Path) -> None:
    letter = read_letter()
    folder = PaperFolder(tmp_path / "documents")
    name = folder.write(letter)
    file = folder.path / name
    assert hashlib.sha256(file.read_bytes()).hexdigest().startswith(name.split(".")[1])
    assert folder.read(name) == letter and folder.write(letter) == name
    file.write_bytes(file.read_bytes().replace(b"social", b"Social", 1))
    assert not is_whole(name, file.read_bytes())
    with pytest.raises(PaperDamaged, match="not those that were written"):
        folder.read(name)
    assert folder.write(letter) == name and folder.read(name) == letter


@pytest.mark.parametrize("id", ["../escape", "a/b", "", ".hidden", "a\nb", "C:evil"])
def test_an_id_that_is_a_path_is_refused(tmp_path: Path, id: str) -> None:
    document = msgspec.structs.replace(read_letter(), id=id)
    with pytest.raises(ValueError, match="is no id"):
        PaperFolder(tmp_path / "documents").write(document)
    assert not list(tmp_path.rglob("*.json"))


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"document":{}}', b'{"document":{"1":{"schema":2}}}', b"\xff"]
)
def test_what_is_no_document_says_so(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a1.json").write_bytes(data)
    with pytest.raises(PaperDamaged):
        PaperFolder(tmp_path).read("a1.json")


def test_names_are_of_their_bytes() -> None:
    assert name_of("a1", b"x") == name_of("a1", b"x") != name_of("a1", b"y")
    assert papers.is_whole("a1.json", b"of the first version: no checksum")
