"""The index of words: every sentence with its facets, searched and ranked by tantivy.

It is made from the row file, document by document, and lies beside it. Which documents are in it
is written down after each commit; a document is taken out before it is put in, so a crash in
between costs nothing but doing it again.
"""

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple, cast

import msgspec
import tantivy

from store.rows import Kept
from store.search.analysis import NAME, analyser, plain
from store.search.rows_in_words import sentences_of
from store.selection import FindingIndex

VERSION: Final = "words-1"
"""Name of the folder; what has another version is made anew."""
_STATE: Final = "documents"
SENTENCE_BITS: Final = 20
MOST_SENTENCES: Final = (1 << SENTENCE_BITS) - 1
_BATCH: Final = 100_000
"""Sentences after which what was done is kept."""
_HEAP: Final = 48_000_000
"""Bytes that tantivy gathers words in before it writes them out."""


class WordsDamaged(Exception):
    """The index of words cannot be used; it was taken away and will be made anew."""


class Hits(NamedTuple):
    """The best sentences found, best first."""

    scores: list[float]
    places: list[int]
    """Each the number of its document, as `number_of` gives it, and of the sentence in it."""
    total: int
    """How many there are in all."""


class Progress(NamedTuple):
    """How far the index has come."""

    done: int
    documents: int


def key_of(kept: Kept) -> str:
    """What a document is known by here: another when it changes."""
    return f"{kept.id} {kept.revision}"


def number_of(key: str) -> int:
    """A number for a key: among a million documents two would share one by a chance of 1 in 2."""
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=5).digest(), "big")


class WordIndex:
    """The words of the sentences of one library.

    Args:
        folder: beside the row file; None keeps it in memory.
    """

    def __init__(self, folder: Path | None) -> None:
        self._home = folder / VERSION if folder else None
        self.documents: set[str] = set()
        """Keys of the documents that are in it."""
        self._index = self._open()

    # Opening

    def _open(self) -> tantivy.Index:
        schema = _schema()
        if self._home is None:
            return _named(tantivy.Index(schema))
        try:
            state = msgspec.msgpack.decode((self._home / _STATE).read_bytes(), type=list[str])
            index = _named(tantivy.Index.open(str(self._home)))
            index.searcher()
            self.documents = set(state)
            return index
        except (OSError, ValueError, msgspec.MsgspecError):
            self.documents = set()
            return _named(tantivy.Index(schema))  # an empty one until there is something to keep

    def _begin(self) -> None:
        """Make the folder anew where there is none that can be used.

        Raises:
            ValueError: another process is writing there.
        """
        if self._home is None or self.documents:
            return
        if _is_written_to(self._home):
            raise ValueError("another process is taking words in")
        shutil.rmtree(self._home, ignore_errors=True)
        for other in self._home.parent.glob("words-*"):
            shutil.rmtree(other, ignore_errors=True)
        self._home.mkdir(mode=0o700, parents=True)
        self._index = _named(tantivy.Index(_schema(), path=str(self._home)))

    def take_away(self) -> None:
        """Forget everything: the next `follow` makes it anew."""
        self.documents = set()
        if self._home is not None and not _is_written_to(self._home):
            shutil.rmtree(self._home, ignore_errors=True)
        self._index = _named(tantivy.Index(_schema()))

    # Bringing up to date

    def behind(self, index: FindingIndex) -> list[Kept]:
        """The documents whose words are not in it yet."""
        return [kept for kept in index.kept if key_of(kept) not in self.documents]

    def follow(
        self,
        index: FindingIndex,
        proceed: Callable[[Progress], bool] = lambda progress: True,
    ) -> bool:
        """Take in what is new and drop what is gone; whether all of it is in now.

        Args:
            proceed: told after each document how far it has come; False ends it early, what was
                done is kept.

        Another process may be at it: then nothing is done, and what it has is found.
        """
        missing = self.behind(index)
        known = {key_of(kept) for kept in index.kept}
        gone = self.documents - known
        if not missing and not gone:
            return True
        try:
            self._begin()
            writer = self._index.writer(_HEAP, 1)
        except (OSError, ValueError):
            return self._follow_in_memory_or_wait(index, proceed)
        try:
            return self._follow(writer, index, missing, gone, proceed)
        except (OSError, ValueError):  # the disk is full
            with contextlib.suppress(ValueError):
                writer.rollback()
            return False
        finally:
            del writer

    def _follow_in_memory_or_wait(
        self, index: FindingIndex, proceed: Callable[[Progress], bool]
    ) -> bool:
        if self._home is not None and not os.access(self._home, os.W_OK):
            self._home = None
            self.documents = set()
            self._index = _named(tantivy.Index(_schema()))
            return self.follow(index, proceed)
        return False

    def _follow(
        self,
        writer: tantivy.IndexWriter,
        index: FindingIndex,
        missing: Sequence[Kept],
        gone: set[str],
        proceed: Callable[[Progress], bool],
    ) -> bool:
        for key in gone:
            writer.delete_documents_by_term("document", key)
        documents = self.documents - gone
        since = 0
        going = True
        for done, (kept, sentences) in enumerate(sentences_of(index, missing), 1):
            key = key_of(kept)
            writer.delete_documents_by_term("document", key)
            _add(writer, key, index.date_of(kept.id), sentences)
            documents.add(key)
            since += kept.count
            going = proceed(Progress(done, len(missing)))
            if since >= _BATCH or not going:
                self._commit(writer, documents)
                since = 0
            if not going:
                break
        self._commit(writer, documents)
        return going

    def _commit(self, writer: tantivy.IndexWriter, documents: set[str]) -> None:
        writer.commit()
        self.documents = set(documents)
        self._index.reload()
        if self._home is not None:
            fresh = self._home / f".{_STATE}.{secrets.token_hex(4)}"
            fresh.write_bytes(msgspec.msgpack.encode(sorted(documents)))
            fresh.replace(self._home / _STATE)

    # Asking

    @property
    def schema(self) -> tantivy.Schema:
        return self._index.schema

    def knows(self, word: str) -> bool:
        """Whether a word, as the index has it, occurs anywhere."""
        return bool(self._index.searcher().doc_freq("text", word))

    def search(self, query: tantivy.Query, limit: int) -> Hits:
        """The best hits.

        Raises:
            WordsDamaged: the files are not what they should be.
        """
        try:
            self._index.reload()
            searcher = self._index.searcher()
            limit = max(1, min(limit, searcher.num_docs or 1))
            result = searcher.search(query, limit=limit, count=True)
            addresses = [address for _, address in result.hits]
            places = cast(list[int], searcher.fast_field_values("place", addresses))
        except BaseException as error:
            # A panic of the engine is no Exception, and nothing else tells it from one.
            if isinstance(error, Exception) or type(error).__name__ == "PanicException":
                self.take_away()
                raise WordsDamaged(str(error)) from error
            raise
        scores = [cast(float, score) for score, _ in result.hits]
        return Hits(scores, places, getattr(result, "count", 0))  # the stub leaves `count` out


def _schema() -> tantivy.Schema:
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("text", tokenizer_name=NAME, index_option="position")
    fields.add_text_field("facet", tokenizer_name="raw", index_option="basic")
    fields.add_text_field("document", tokenizer_name="raw", index_option="basic")
    fields.add_unsigned_field("date", indexed=True)
    fields.add_unsigned_field("place", fast=True)
    return fields.build()


def _is_written_to(folder: Path) -> bool:
    """Whether a process holds the engine's lock there."""
    try:
        tantivy.Index.open(str(folder)).writer(15_000_000, 1)
    except (OSError, ValueError) as error:
        return "lock" in str(error).casefold()
    return False


def _named(index: tantivy.Index) -> tantivy.Index:
    index.register_tokenizer(NAME, analyser())
    return index


def day_number(date: str) -> int:
    """ "2018-09" -> 20180900, so that dates of any exactness lie in order."""
    digits = "".join(char for char in date if char.isdigit())[:8]
    return int(digits.ljust(8, "0") or "0")


def _add(
    writer: tantivy.IndexWriter,
    key: str,
    date: str,
    sentences: Sequence[tuple[str, Sequence[str]]],
) -> None:
    first = number_of(key) << SENTENCE_BITS
    for number, (text, facets) in enumerate(sentences[:MOST_SENTENCES]):
        row = tantivy.Document()
        row.add_text("text", plain(text))
        for facet in facets:
            row.add_text("facet", facet)
        row.add_text("document", key)
        row.add_unsigned("date", day_number(date))
        row.add_unsigned("place", first + number)
        writer.add_document(row)
