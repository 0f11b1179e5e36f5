"""Counts the words of the real reports into store/data/word_counts.tsv.

    python -m tests.making.make_word_weights

A word is kept if the reports of several councils have it, so that the names of places, people
and projects, which would make any two sentences of one council alike, weigh next to nothing.
"""

import gzip
import json
from collections import Counter
from pathlib import Path

from store.repeats.weaknesses import weaknesses
from store.repeats.words import content_words
from tests.conftest import ROOT, SHARED

OUT = ROOT / "store" / "data" / "word_counts.tsv"
COUNCILS = 8
"""Councils whose reports must have a word."""
SENTENCES = 12
"""Sentences that must have it."""


def counted(source: Path) -> tuple[int, dict[str, int]]:
    """The number of sentences, and of each word how many of them have it."""
    total = 0
    sentences: Counter[str] = Counter()
    councils: dict[str, set[str]] = {}
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            total += 1
            for word in content_words(row["text"]) | weaknesses(row["text"]):
                sentences[word] += 1
                councils.setdefault(word, set()).add(row["source"].partition("/")[0])
    kept = {
        word: count
        for word, count in sentences.items()
        if count >= SENTENCES and len(councils[word]) >= COUNCILS
    }
    return total, kept


def main() -> None:
    total, counts = counted(SHARED / "gold" / "unlabelled.jsonl.gz")
    rows = [f"{word}\t{count}" for word, count in sorted(counts.items())]
    OUT.write_text("\n".join([f"#\t{total}", *rows]) + "\n", "utf-8")
    print(f"{len(rows):,} words, {OUT.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
