"""200 quotations against 500 reports: indexing and checking, and with reading from the library."""

import random
import resource
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from store.checking.articles import QuotationChecker
from store.checking.verdicts import Shelf
from store.library import Library
from store.model.document import CouncilNamed, Document, Quotation, Sentence, Source
from store.parsing import parse
from store.reading.failure import ReadingError
from store.reading.reader import read
from tests.benchmarks.measure import Row, seconds, write_results
from tests.conftest import SHARED

REPORTS, QUOTATIONS = 500, 200
COUNCIL = (CouncilNamed("Tameside", 80569),)


def run() -> None:
    if not (SHARED / "corpus").is_dir():
        print("quotations: skipped, for there is no ../shared/corpus")
        return
    chance = random.Random(1)
    originals = _originals()
    reports = [_reworded(originals[n % len(originals)], n, chance) for n in range(REPORTS)]
    quotations = [_quotation(reports, n, chance) for n in range(QUOTATIONS)]
    order = [report.id for report in reports]
    verdicts: list[str] = []

    def check() -> None:
        shelf = Shelf(reports)
        verdicts[:] = [shelf.check(text, order).verdict for text in quotations]

    taken = min(seconds(check) for _ in range(3))
    told = {word: verdicts.count(word) for word in sorted(set(verdicts))}
    with TemporaryDirectory() as folder:
        whole = _from_library(Path(folder), reports, quotations)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    what = f"{QUOTATIONS} quotations against {REPORTS} reports of one council"
    write_results(
        "Quotations",
        [
            Row(f"{what}, index included", f"{taken:.2f} s", "", "5 s", taken < 5),
            Row("the same with reading the reports from the library", f"{whole:.2f} s"),
            Row("memory of the process", f"{memory} MB"),
        ],
        [
            "The reports are those of the corpus, one word in a hundred of each copy changed; "
            f"a third of the quotations are exact, a third altered, a third invented: {told}.",
        ],
    )


def _originals() -> list[Document]:
    found = []
    for path in sorted((SHARED / "corpus").rglob("*.pdf")):
        try:
            found.append(parse(read(path)).document)
        except ReadingError:
            continue
    return found


def _reworded(document: Document, number: int, chance: random.Random) -> Document:
    """A copy in which some words differ, so that no two reports are the same."""
    sentences = []
    for sentence in document.sentences:
        words = sentence.text.split()
        for place in range(len(words)):
            if chance.random() < 0.01:
                words[place] = chance.choice(words)
        sentences.append(msgspec.structs.replace(sentence, text=" ".join(words)))
    return msgspec.structs.replace(
        document,
        id=f"report{number:04}",
        source=msgspec.structs.replace(document.source, sha256=f"{number:064}", path=f"{number}"),
        kind="inspection-report",
        councils=COUNCIL,
        published=f"{2010 + number % 14}-05-0{1 + number % 9}",
        sentences=tuple(sentences),
    )


def _quotation(reports: list[Document], number: int, chance: random.Random) -> str:
    sentences = chance.choice(reports).sentences
    words = chance.choice([s.text for s in sentences if 8 <= len(s.text.split()) <= 60]).split()
    if number % 3 == 1:
        for _ in range(max(1, len(words) // 12)):
            words[chance.randrange(len(words))] = "altered"
    if number % 3 == 2:
        chance.shuffle(words)
    return " ".join(words)


def _from_library(folder: Path, reports: list[Document], quotations: list[str]) -> float:
    text = "\n\n".join(quotations)
    article = Document(
        id="article",
        source=Source("a", "a.txt", "text/plain", "a", 1),
        kind="article",
        councils=COUNCIL,
        published="2025-01-01",
        sentences=(Sentence(text, "", 1, 1, 0, len(text)),),
        quotations=tuple(Quotation(words, "letter", 0) for words in quotations),
        text=text,
    )
    library = Library(folder / "library.json")
    with library.changing():
        for document in [*reports, article]:
            library.keep(document)
    fresh = Library(folder / "library.json")
    return seconds(lambda: QuotationChecker(fresh).check("article"))


if __name__ == "__main__":
    run()
