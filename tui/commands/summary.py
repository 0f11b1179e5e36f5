"""What the library holds, for when there is no terminal to open the app on."""

from store.library import Library
from store.model.dates import in_words
from tui.commands.output import table


def print_summary(library: Library) -> int:
    """A line on the library, then its councils."""
    records = library.records.values()
    sentences = sum(record.sentences for record in records)
    print(
        f"{library.path}: {len(library)} documents, {len(library.councils)} councils, "
        f"{len(library.visits)} visits, {sentences:,} sentences"
    )
    if not library.councils:
        print("Add documents with `ofsted-tui add PATH`, or see the samples with --demo.")
        return 0
    rows = [
        (
            card.name,
            card.judgement or "-",
            in_words(card.judged) if card.judged else "-",
            len(card.visits),
            card.documents,
            card.concerns,
        )
        for card in library.councils
    ]
    columns = ("council", "judgement", "judged", "visits", "documents", "concerns")
    table(columns, rows, right=columns[3:])
    return 0
