"""Labels given by reading: found by the digest of a sentence; what was written is well formed."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from store.findings.themes import vocabulary
from store.model import POLARITIES
from store.training.examples import Example, Examples
from store.training.readings import THEMES, digest, read, with_readings, written


def test_a_label_finds_its_sentence_and_no_other(tmp_path: Path) -> None:
    file = tmp_path / "read.txt"
    file.write_text(f"# digest label\n{digest('Visits are late.')} c DT\n{digest('Else.')} n -\n")
    unlabelled = [Example("Visits are late.", "1_a/x.pdf"), Example("Visits are late", "1_a/x.pdf")]
    assert read(unlabelled, file) == [
        Example("Visits are late.", "1_a/x.pdf", "concern", ("direct-work", "drift-delay"))
    ]


def test_a_sentence_of_two_documents_is_learnt_once(tmp_path: Path) -> None:
    file = tmp_path / "read.txt"
    file.write_text(f"{digest('Same.')} n -\n")
    assert len(read([Example("Same.", "1_a/x.pdf"), Example("Same.", "2_b/x.pdf")], file)) == 1


def test_the_letters_stand_for_all_themes() -> None:
    assert sorted(THEMES.values()) == sorted(theme.id for theme in vocabulary().themes)


def test_what_was_written_is_labelled_and_nothing_is_written_twice() -> None:
    examples = written()
    assert len({example.text for example in examples}) == len(examples) > 2000
    assert {example.polarity for example in examples} == set(map(str, POLARITIES))
    assert all(len(set(e.themes)) == len(e.themes) <= 5 for e in examples)


def test_what_was_read_counts_in_the_hash() -> None:
    known = Examples([Example("a", "1_a/x.pdf", "neutral")], [], [])
    assert with_readings(known).sha256 != known.sha256


@given(st.text())
def test_any_sentence_has_a_digest_without_spaces(text: str) -> None:
    assert len(digest(text)) == 12 and digest(text).isalnum()
