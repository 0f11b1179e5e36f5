"""Searching gives what asking every sentence gives, and survives damage to its files."""

import os
import re
import stat
import tempfile
from pathlib import Path

import pytest
import tantivy
from hypothesis import given, settings
from hypothesis import strategies as st

from store.findings.themes import vocabulary
from store.library import Library
from store.rows import RowFile
from store.search import (
    ALL,
    Choices,
    Progress,
    Query,
    Search,
    Term,
    WordIndex,
    marks,
    search_of,
    wanted_words,
)
from store.search.analysis import plain, words_of
from store.search.marks import Wanted
from store.search.word_index import VERSION
from store.selection import Filters, FindingIndex, Selection, index_of
from tests.store.rows.plain_index import PlainIndex
from tests.store.rows.some_documents import COUNCILS, THEMES, Shelf, documents, filters

VOCABULARY = vocabulary(None, phrases=False)
TERMS = (
    Term("children"),
    Term("CASELOADS"),
    Term("childr", prefix=True),
    Term("caseloads are", phrase=True),
    Term("are hi", phrase=True, prefix=True),
    Term("ilk"),
    Term("Strasse"),
    Term("high", negated=True),
    Term("children caseloads", phrase=True, negated=True),
)


def holds(text: str, term: Term) -> bool:
    words = [word.lower() for word in re.findall(r"[^\W_]+", plain(text).replace("ß", "ss"))]
    wanted = [word.lower() for word in re.findall(r"[^\W_]+", plain(term.text))]
    for at in range(len(words) - len(wanted) + 1):
        here = words[at : at + len(wanted)]
        if here == wanted:
            return True
        if term.prefix and here[:-1] == wanted[:-1] and here[-1].startswith(wanted[-1]):
            return True
    return False


def plainly(plain_index: PlainIndex, query: Query, wanted: Filters) -> list[int]:
    rows = set(plain_index.select(wanted))
    for field, values in query.fields:
        own: set[int] = set()
        for value in values:
            own.update(plain_index.select(_one(field, value)))
        rows &= own
    for field, values in query.excluded:
        for value in values:
            rows -= set(plain_index.select(_one(field, value)))
    rows &= set(plain_index.select(Filters(since=query.since, until=query.until)))
    return [
        row
        for row in sorted(rows)
        if all(holds(plain_index.rows[row][2].text, term) != term.negated for term in query.terms)
    ]


def _one(field: str, value: str) -> Filters:
    if field == "polarity":
        return Filters(shown=value)
    return Filters(**{f"{field}s": (value,)})


def some_queries(draw: st.DrawFn) -> Query:
    def pairs(most: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
        facets = st.sampled_from(
            [("theme", THEMES[:2]), ("theme", THEMES[2:]), ("council", COUNCILS[:1]),
             ("kind", ("article", "other")), ("polarity", ("concern", "mixed")),
             ("voice", ("council",))]
        )  # fmt: skip
        return tuple(dict(draw(st.lists(facets, max_size=most))).items())

    return Query(
        terms=tuple(draw(st.lists(st.sampled_from(TERMS), max_size=3, unique=True))),
        fields=pairs(2),
        excluded=pairs(1),
        since=draw(st.sampled_from([None, None, "2018", "2018-09-18"])),
        until=draw(st.sampled_from([None, None, "2018-09", "2019-06-30"])),
    )


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_query_over_any_documents(data: st.DataObject) -> None:
    shelf, revision = Shelf(), 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "library.index")
        for _ in range(data.draw(st.integers(1, 3))):
            for id in sorted(data.draw(st.sets(st.sampled_from("abcd"), max_size=3))):
                revision += 1
                shelf.put(data.draw(documents(id)), str(revision))
            for id in data.draw(st.sets(st.sampled_from("abcd"), max_size=1)):
                shelf.documents.pop(id, None)
            index = FindingIndex(shelf.records, shelf.load, shelf.visits, file=RowFile([place]))
            words = WordIndex(place)
            assert words.follow(index)
            assert words.behind(index) == []
            search = Search(index, words, Choices(VOCABULARY, COUNCILS))
            plain_index = PlainIndex(shelf.records, shelf.load, shelf.visits)
            for _ in range(3):
                query = some_queries(data.draw)
                wanted = Filters(**filters(data.draw, shelf.visits, list(shelf.documents)))
                found = search.find(query, wanted)
                expected = [] if query.is_empty else plainly(plain_index, query, wanted)
                assert sorted(found.rows) == expected, (query, wanted)
                assert found.count == len(expected)
                if found.ranked:
                    assert list(found.scores) == sorted(found.scores, reverse=True)
                    assert list(search.find(query, wanted, 2).rows) == list(found.rows)[:2]
                else:
                    assert list(found.rows) == expected


@pytest.fixture
def search(sample_library: Library) -> Search:
    return search_of(sample_library, index_of(sample_library), VOCABULARY)


def texts(search: Search, query: str, most: int = ALL) -> list[str]:
    found = search.find(search.understand(query), most=most)
    return [search.index.sentence(row)[2].text for row in found.rows]


def test_shorter_sentences_with_rarer_words_come_first(search: Search) -> None:
    found = texts(search, "caseloads")
    assert found and all("caseloads" in text.lower() for text in found)
    assert len(words_of(found[0])) < len(words_of(found[-1]))
    assert texts(search, "caseloads", 3) == found[:3]


def test_case_accents_and_typography_do_not_matter(search: Search) -> None:
    assert texts(search, "CASÉLOADS") == texts(search, "caseloads") != []
    assert texts(search, "“social workers”") == texts(search, '"Social-Workers"') != []
    assert texts(search, "children's") == texts(search, "children’s") != []


def test_fields_alone_come_in_the_order_of_browsing(search: Search) -> None:
    found = search.find(search.understand("theme:workforce polarity:concern"))
    wanted = Filters(themes=("workforce",), shown="concern")
    assert list(found.rows) == Selection(search.index, wanted).rows() != []
    assert not found.ranked and found.count == len(found.rows)


def test_a_word_that_is_being_typed_may_go_on(search: Search) -> None:
    assert search.understand("superv", typing=True).terms == (Term("superv", prefix=True),)
    assert search.understand("supervision", typing=True).terms == (Term("supervision"),)
    assert search.understand("superv ", typing=True).terms == (Term("superv"),)
    assert search.understand("superv").terms == (Term("superv"),)


def test_filters_of_browsing_narrow(search: Search, sample_library: Library) -> None:
    visit = next(v for v in sample_library.visits if len(v.documents) > 1)
    every = set(search.find(search.understand("children")).rows)
    for wanted in (
        Filters(visit=visit.key),
        Filters(containing="plan", shown="concerns"),
        Filters(themes=("supervision", "management-oversight"), every_theme=True),
    ):
        found = search.find(search.understand("children"), wanted)
        assert set(found.rows) == every & set(Selection(search.index, wanted).rows())


# The files


def words_folder(library: Library) -> Path:
    return library.path.with_suffix(".index") / VERSION


def test_a_known_library_is_not_taken_in_again(sample_library: Library, search: Search) -> None:
    before = texts(search, "oversight")
    told: list[Progress] = []
    again = search_of(
        sample_library, index_of(sample_library), VOCABULARY, lambda p: told.append(p) is None
    )
    assert told == [] and texts(again, "oversight") == before != []


def test_a_changed_document_replaces_what_it_was(sample_library: Library, search: Search) -> None:
    import msgspec

    library = sample_library
    id = next(iter(library.records))
    document = library.document(id)
    first = msgspec.structs.replace(document.sentences[0], text="Zebras graze here.")
    others = document.sentences[1:]
    assert texts(search, "zebras") == []
    with library.changing():
        library.keep_labels(msgspec.structs.replace(document, sentences=(first, *others)))
    index = index_of(library)
    assert [kept.id for kept in search.words.behind(index)] == [id]
    again = search_of(library, index, VOCABULARY)
    assert texts(again, "zebras") == ["Zebras graze here."]
    total = again.find(again.understand("-zebras")).count
    assert total == index.rows - 1


def test_stopping_keeps_what_was_done(sample_library: Library) -> None:
    index = index_of(sample_library)
    words = WordIndex(index.file.kept_in)
    assert not words.follow(index, lambda progress: progress.done < 3)
    again = WordIndex(index.file.kept_in)
    assert len(again.documents) == 3
    assert len(again.behind(index)) == len(index.kept) - 3
    assert again.follow(index) and again.behind(index) == []


@pytest.mark.parametrize("harm", ["garbage", "empty", "gone", "state", "meta"])
def test_damaged_files_are_made_anew(sample_library: Library, search: Search, harm: str) -> None:
    library = sample_library
    before = texts(search, "supervis*")
    del search
    for file in words_folder(library).iterdir():
        if file.name == "documents" and harm != "state":
            continue
        if harm == "garbage" and file.suffix and file.suffix not in (".json", ".lock"):
            file.write_bytes(os.urandom(file.stat().st_size))
        elif harm == "empty" and file.suffix and file.suffix not in (".json", ".lock"):
            file.write_bytes(b"")
        elif (
            (harm == "gone" and file.suffix == ".term")
            or (harm == "state" and file.name == "documents")
            or (harm == "meta" and file.name == "meta.json")
        ):
            file.unlink()
    from store.search import WordsDamaged

    index = index_of(library)
    again = search_of(library, index, VOCABULARY)
    try:
        found = texts(again, "supervis*")
    except WordsDamaged:
        again = search_of(library, index, VOCABULARY)
        found = texts(again, "supervis*")
    assert found == before != []


def test_while_another_takes_words_in_what_there_is_is_found(
    sample_library: Library, search: Search
) -> None:
    library = sample_library
    before = len(texts(search, "children"))
    id = next(iter(library.records))
    other = tantivy.Index.open(str(words_folder(library))).writer(15_000_000, 1)
    with library.changing():
        library.keep_labels(library.document(id))
    index = index_of(library)
    words = WordIndex(index.file.kept_in)
    assert not words.follow(index) and [kept.id for kept in words.behind(index)] == [id]
    busy = search_of(library, index, VOCABULARY)
    assert 0 < len(texts(busy, "children")) < before
    del other
    assert len(texts(search_of(library, index, VOCABULARY), "children")) == before


def test_what_another_is_making_is_not_taken_away(sample_library: Library) -> None:
    index = index_of(sample_library)
    folder = words_folder(sample_library)
    assert index.file.kept_in == folder.parent
    mine = WordIndex(folder.parent)
    inside: list[bool] = []

    def proceed(progress: Progress) -> bool:
        if progress.done == 2:  # nothing is committed yet, and the writer's lock is held
            other = WordIndex(folder.parent)
            inside.append(other.follow(index))
            other.take_away()
        return True

    assert mine.follow(index, proceed)
    assert inside == [False]
    assert WordIndex(folder.parent).behind(index) == []


def test_words_are_kept_in_memory_where_nothing_can_be_written(sample_library: Library) -> None:
    index = FindingIndex(
        sample_library.records.values(), sample_library.document, sample_library.visits
    )
    search = search_of(sample_library, index, VOCABULARY)
    assert texts(search, "oversight")


def test_nobody_else_may_read_the_words(sample_library: Library, search: Search) -> None:
    assert stat.S_IMODE(words_folder(sample_library).stat().st_mode) == 0o700


# Marks


def wanted_of(*terms: Term) -> Wanted:
    return wanted_words(Query(terms=terms))


@pytest.mark.parametrize(
    ("term", "marked"),
    [
        (Term("oversight"), ["Oversight", "oversight"]),
        (Term("over", prefix=True), ["Oversight", "oversight", "over"]),
        (Term("oversight of children", phrase=True), ["Oversight of children"]),
        (Term("children's", phrase=True), ["children’s"]),
        (Term("cafe"), ["Café", "café"]),
        (Term("visits", negated=True), []),
    ],
)
def test_marks(term: Term, marked: list[str]) -> None:
    text = "Oversight of children’s [sic] visits: oversight over Café and cafe\u0301."
    spans = marks(text, wanted_of(term))
    assert [text[start:end].replace("e\u0301", "é") for start, end in spans] == marked


@given(st.text(max_size=80), st.lists(st.text(min_size=1, max_size=6), max_size=3), st.booleans())
def test_marks_lie_within_any_text(text: str, words: list[str], prefix: bool) -> None:
    spans = marks(text, wanted_of(*(Term(word, prefix=prefix) for word in words)))
    ends = 0
    for start, end in spans:
        assert ends <= start < end <= len(text)
        ends = end
