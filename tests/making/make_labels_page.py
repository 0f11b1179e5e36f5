"""Writes docs/labels.md; its figures are those of the shipped model's card."""

from pathlib import Path
from typing import Final

from store.findings.trained.weights import MODEL_FILE, ModelCard, read_card
from store.model.document import DOUBTFUL_BELOW

FILE: Final = Path(__file__).resolve().parents[2] / "docs" / "labels.md"
ASKED: Final = {
    "concern F1": "is it a concern?",
    "strength F1": "is it a strength?",
    "polarity macro F1": "concern, strength, both or neither, each weighing the same",
    "theme micro F1": "its themes, each mention weighing the same",
    "theme macro F1": "its themes, each theme weighing the same",
}
"""Score of the card -> what was asked."""
PAGE: Final = """# How findings are labelled

Made from the model's own card by `python -m tests.making.make_labels_page`.

Every sentence of a document gets a polarity (concern, strength, mixed: both at once, neutral:
neither), any number of {themes} themes, and a confidence. A label is an opinion of a program on
one sentence. It helps you to find; it is no substitute for reading, and the document is always one
key away (`enter`).

## How labels are made

A small network reads the sentence, and weighs in what stands before and after it and the heading
it stands under. It is part of the program and runs on your machine, without a graphics card.

It was taught by a larger network, {base}, which had been
fine-tuned on {sentences:,} sentences of inspection documents labelled by hand; the large one then
labelled {taught:,} more, some of them made for the purpose. {read:,} further sentences, chosen for
being hard, were read one by one by a large language model that followed the same codebook as the
readers by hand; where it met sentences of theirs without knowing their labels, it gave the same
polarity to 98 in 100, and the same themes with an F1 of 0.92. 3,200 of them were written for the
purpose in the words of letters and newspapers. The small network learnt from all of these. This is
model {version}; `ofsted-tui --version` says so too.

Groups of children (disabled children, young carers and others), voices and figures are found by
rules, as are [your own themes](themes-and-corrections.md).

## How good they are

Measured on sentences of councils that the network that is measured had never seen. F1 is the
balance between what is missed and what is wrongly told, and 1.00 is perfect. The last column reads
it as a share: of so many, one is missed or wrong.

| asked | sentence alone | with what stands around | wrong: one in |
|---|---|---|---|
{rows}

So the counts in lists and tables are good for comparing and for finding, not for a league table.
Three things to know:

- These figures are a little kind, because the network's shape was chosen by them. On a second set
  it does less well, above all on letters and press articles; these and all other measurements,
  speed, figures, quotations and repeats among them, are in
  [RESULTS.md](../tests/benchmarks/RESULTS.md).
- The network knows when it is unsure. A label under {doubtful:.0%} is marked `? doubtful`, and
  `F` lists those (under Labels); `ofsted-tui findings --doubtful` has the least certain first.
- Hardest is mixed, a sentence that praises and blames at once.

## Why a finding has its label

`w` takes each word of the sentence away in turn and shows how much the label suffers: those are
the words it hangs on. It shows as well what came second and how near other themes were.
`ofsted-tui findings --explain` prints the same.

## When it is wrong

[Correct it](themes-and-corrections.md#corrections): `e`. A new version of the program may bring a
new model; `ofsted-tui relabel` then labels what you have anew, and your corrections stay.

## Teaching it

Exported corrections have the form that training reads. It takes hours and is described in
[CONTRIBUTING.md](../CONTRIBUTING.md#training-the-classifier).
"""


def page(card: ModelCard) -> str:
    """The page about a model."""
    rows = [
        f"| {words} | {card.scores[f'held-out {name}']:.2f} "
        f"| {card.scores[f'held-out {name}, with neighbours']:.2f} "
        f"| {1 / (1 - card.scores[f'held-out {name}, with neighbours']):.0f} |"
        for name, words in ASKED.items()
    ]
    return PAGE.format(
        themes=len(card.themes),
        base=card.base,
        sentences=card.sentences,
        taught=card.taught,
        read=card.read,
        version=card.version,
        rows="\n".join(rows),
        doubtful=DOUBTFUL_BELOW,
    )


def main() -> None:
    FILE.write_text(page(read_card(MODEL_FILE)), "utf-8")


if __name__ == "__main__":
    main()
