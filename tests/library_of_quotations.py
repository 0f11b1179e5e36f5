"""A small library for the tests of quotations: a letter, an earlier report, and an article.

The text is made up. Labels do not matter here, so none are worked out.
"""

from pathlib import Path

from store.findings.finder import Finder
from store.findings.labels import Context, Label
from store.intake import take_in
from store.library import Library

LETTER = """Monitoring visit to Tameside children’s services

14 March 2019

Dear Ms Vale

This letter summarises the findings of the monitoring visit to Tameside children’s services on \
12 and 13 February 2019. The visit was the seventh monitoring visit since the local authority \
was judged inadequate in December 2016.

Overview

The pace of change is uneven across the service. Front-line managers keep a close eye on \
visits, but supervision is not reflective enough. Leaders know where practice is weak.

Findings

Plans for children are clear and are shared with families. Children are seen alone and often.

Yours sincerely
Ann Bell
Her Majesty’s Inspector
"""
ARTICLE = """Tameside told to speed up work with children

By Jane Doe

| 20 March 2019

Inspectors have found “uneven” progress at Tameside Council.

“The pace of change is uneven across the service,” the letter states.

“Frontline managers keep a close eye on visits … Leaders know where practice is weak,” it adds.

“Nothing has been done for care leavers in three years,” inspectors wrote.

“We are proud of our staff and will go further,” a council spokeswoman said.

The council said it would hire ten more social workers.

The building was put up in 1974.
"""


class Unlabelled:
    """A labeller that finds a concern in every sentence, so that all are shown."""

    name = "none-1"

    def label(
        self, texts: list[str], contexts: list[Context], *, marked: bool = True
    ) -> list[Label]:
        return [Label("concern", (), 0.9) for _ in texts]


def library_in(folder: Path) -> Library:
    """The library, with its files in this folder."""
    letter, article = folder / "letter.txt", folder / "article.txt"
    letter.write_text(LETTER, "utf-8")
    article.write_text(ARTICLE, "utf-8")
    library = Library(folder / "library" / "library.json")
    outcomes = list(take_in([letter, article], library, Finder(labeller=Unlabelled())))
    assert all(outcome.ok for outcome in outcomes), outcomes
    return Library(library.path)


def id_of(library: Library, kind: str) -> str:
    return next(record.id for record in library.records.values() if record.kind == kind)
