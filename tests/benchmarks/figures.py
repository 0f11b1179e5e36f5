"""Precision and recall of the figures, on sentences of real reports labelled by hand.

`data/figures.jsonl` holds one sentence a line, by its file, its number and a hash of its words
(never the words): the figures that a careful reader takes from it. Of an "optional" figure nothing
is asked; of two measures joined by "|" either is right. "part" tells how it was drawn, always from
reports on which the measures were not developed: from all sentences with a number, from those with
words of workforce and casework, then in three further draws.

The draws from the fifth on are of other councils and other years: of the sentences of
`../shared/gold`, whose label names the file there ("gold") instead of a report. They are read with
the three sentences before and the two after them, for the figures of one are told in the next.
Reports of the corpus were left out of these draws. One stratum is of all sentences with a number
in digits or words, one of those with words of workforce and casework, and one of those with the
words of the measures, which hold more figures.
Half of the reports of that collection were looked through while the rules were mended; from the
sixth draw on the sentences are of the other half.

Cases that reviewing officers, personal advisers or managers hold are no figures since the ninth
draw: the labels of eight sentences of earlier draws were emptied then.

Each draw was labelled before the figures read of it were looked at, but its mistakes were then
mended in the rules. What is measured here therefore guards against getting worse; what to expect
of a report not seen before is told by `FIRST_SIGHT`, counted before anything was mended.
"""

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from store.model.document import Document, Figure, Sentence
from store.parsing import parse
from store.parsing.figures.figures import figures as figures_of
from store.reading.reader import read
from tests.benchmarks.measure import Row, write_results
from tests.conftest import SHARED

LABELS = Path(__file__).parent / "data" / "figures.jsonl"
Label = dict[str, Any]
IN_ORDER = frozenset(("unlabelled.jsonl.gz",))
"""Gold files in which the sentences of a report follow each other as printed."""
BEFORE, AFTER = 3, 2
"""The sentences beside one of a gold file with which it is read."""
FIRST_SIGHT = (
    ("first draw, 160 sentences", 46, 5, 52),
    ("second draw, 100 sentences", 34, 5, 44),
    ("third draw, 80 sentences", 22, 1, 29),
    ("fourth draw, 45 sentences", 8, 4, 11),
    ("fifth draw, 100 sentences with a number", 7, 1, 10),
    ("fifth draw, 100 with words of workforce and casework", 14, 1, 18),
    ("fifth draw, 120 with words of the measures", 33, 7, 44),
    ("sixth draw, 75 sentences with a number", 7, 2, 8),
    ("sixth draw, 75 with words of workforce and casework", 12, 2, 17),
    ("sixth draw, 75 with words of the measures", 29, 1, 33),
    ("seventh draw, 65 sentences with a number", 5, 0, 7),
    ("seventh draw, 65 with words of workforce and casework", 7, 0, 9),
    ("seventh draw, 65 with words of the measures", 20, 7, 28),
    ("eighth draw, 60 sentences with words of the measures", 24, 0, 28),
    ("ninth draw, 120 sentences with words of the measures", 44, 7, 51),
)
"""Of each draw, before the rules were mended by it: figures right, false, and asked for."""


@cache
def parsed(file: str) -> Document:
    return parse(read(SHARED / "corpus" / file)).document


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@cache
def gold(file: str) -> tuple[list[tuple[str, str]], dict[str, int]]:
    """The report and the words of each sentence of a gold file, and the place of each hash."""
    path = SHARED / "gold" / file
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open() as lines:
        told = [json.loads(line) for line in lines]
    sentences = [(line["source"], line["text"]) for line in told]
    return sentences, {
        hash_of(text): place for place, (_, text) in reversed([*enumerate(sentences)])
    }


def of_gold(label: Label) -> list[Figure] | None:
    """The figures of a sentence of a gold file, read among its neighbours; None if it is not there.
    The sentences of a file that is sorted by report only are neighbours."""
    sentences, places = gold(label["gold"])
    place = places.get(label["sha256"])
    if place is None:
        return None
    start, end = place, place + 1
    if label["gold"] in IN_ORDER:
        start, end = max(0, place - BEFORE), place + AFTER + 1
    here = [
        (at, text)
        for at, (report, text) in enumerate(sentences[start:end], start)
        if report == sentences[place][0]
    ]
    read_in = [Sentence(text, "", 1, 1, 0, len(text)) for _, text in here]
    index = next(index for index, (at, _) in enumerate(here) if at == place)
    return [figure for figure in figures_of(read_in) if figure.sentence == index]


def labelled() -> Iterator[tuple[Label, list[Figure]]]:
    """Each label with the figures read of its sentence; a sentence that is elsewhere now, or whose
    words changed, is left out."""
    for line in LABELS.read_text("utf-8").splitlines():
        label = json.loads(line)
        if "gold" in label:
            read_there = of_gold(label)
            if read_there is None:
                print(f"figures: sentence {label['sha256']} of {label['gold']} is not there")
            else:
                yield label, read_there
            continue
        document = parsed(label["file"])
        places = [
            place
            for place, sentence in enumerate(document.sentences)
            if hash_of(sentence.text) == label["sha256"]
        ]
        if not places:
            print(f"figures: sentence {label['sentence']} of {label['file']} is not there")
            continue
        place = min(places, key=lambda place: abs(place - label["sentence"]))
        yield label, [figure for figure in document.figures if figure.sentence == place]


def is_same(wanted: Label, figure: Figure) -> bool:
    if figure.measure not in wanted["measure"].split("|") or figure.unit != wanted["unit"]:
        return False
    return (figure.value, figure.low, figure.high) == (
        wanted.get("value"),
        wanted.get("low"),
        wanted.get("high"),
    )


def count(tally: Counter[str], label: Label, figures: list[Figure]) -> list[str]:
    """Adds one sentence to the tally; returns what is wrong with it."""
    wrong = []
    left = list(figures)
    for wanted in label["figures"]:
        match = next((figure for figure in left if is_same(wanted, figure)), None)
        if match is not None:
            left.remove(match)
        if wanted.get("optional"):
            continue
        tally["wanted"] += 1
        if match is None:
            wrong.append(f"missed {wanted}")
            continue
        tally["right"] += 1
        if "direction" in wanted:
            tally["directions"] += 1
            told = (wanted["direction"], wanted.get("before"))
            if told == (match.direction, match.before):
                tally["directions right"] += 1
            else:
                wrong.append(f"direction {told}, not {match.direction} {match.before}")
        elif match.direction is not None:
            wrong.append(f"direction {match.direction}, not told")
    tally["false"] += len(left)
    wrong.extend(f"false {figure}" for figure in left)
    where = label["sha256"] if "gold" in label else f"{label['file']}, {label['sentence']}"
    return [f"{where}: {what}" for what in wrong]


def first_sight() -> list[Row]:
    """What was reached on each draw before its mistakes were known, and on all together."""
    totals = (
        "all",
        sum(draw[1] for draw in FIRST_SIGHT),
        sum(draw[2] for draw in FIRST_SIGHT),
        sum(draw[3] for draw in FIRST_SIGHT),
    )
    rows = []
    for name, right, false, wanted in (totals, *FIRST_SIGHT):
        precision, recall = right / (right + false), right / wanted
        rows.append(
            Row(
                f"at first sight ({name})",
                f"precision {precision:.2f}, recall {recall:.2f}",
                f"{wanted} figures by hand",
                "0.95, 0.85",
                precision >= 0.95 and recall >= 0.85,
            )
        )
    return rows


def run() -> None:
    if not (SHARED / "corpus").is_dir() or not (SHARED / "gold").is_dir():
        print("figures: skipped, for there is no ../shared/corpus or no ../shared/gold")
        return
    parts: dict[str, Counter[str]] = {}
    for label, figures in labelled():
        for part in (label["part"], "all"):
            tally = parts.setdefault(part, Counter())
            wrong = count(tally, label, figures)
            tally["sentences"] += 1
        for line in wrong:
            print(line)
    rows = first_sight()
    for part, tally in parts.items():
        precision = tally["right"] / max(1, tally["right"] + tally["false"])
        recall = tally["right"] / max(1, tally["wanted"])
        rows.append(
            Row(
                f"after mending: {tally['sentences']} sentences ({part})",
                f"precision {precision:.3f}, recall {recall:.3f}",
                f"{tally['wanted']} figures by hand",
            )
        )
        rows.append(
            Row(
                f"of those, directions ({part})",
                f"{tally['directions right']} of {tally['directions']} right",
            )
        )
    write_results(
        "Figures",
        rows,
        [
            "At first sight: counted once on sentences that the rules had not been mended by; this "
            "is what a new report may expect. After mending: the same sentences now, a guard only.",
        ],
    )


if __name__ == "__main__":
    run()
