"""Tells what kind of document the lines are, by how each kind announces itself.

Letters and reports name themselves within their first lines; whatever a report's length,
nothing further down is asked, for reports speak of earlier visits and letters too. An article
is told by what surrounds its text (a byline, a date line, a page that calls itself an article)
or by the way it reads. Papers of a council and guidance of Ofsted speak of all of these and
are none.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from store.model.line import Line
from store.model.vocabulary import DocumentKind, Framework
from store.parsing.articles.above_headline import above_headline, told_above
from store.parsing.articles.byline import HEAD_LINES as BYLINE_LINES
from store.parsing.articles.byline import head_of
from store.parsing.articles.letter_in_article import is_reported
from store.parsing.letters.letter_kinds import announced_letter
from store.parsing.letters.salutation import HEAD_OF_MAIL, subject_of_mail
from store.parsing.papers.authorship import is_reply
from store.parsing.papers.issued_papers import is_of_another_body
from store.parsing.papers.other_papers import is_other_paper, reads_like_news
from store.parsing.reports.cover import LABEL
from store.reading.page_meta import PageMeta

HEAD_LINES: Final = 40
TITLE_LINES: Final = 25
RETELLING: Final = re.compile(r"\s*Retelling for demonstration\b", re.IGNORECASE)
"""The line with which a sample document says that it is one; readers skip it."""

_DEAR: Final = re.compile(r"^\s*dear\b", re.IGNORECASE | re.MULTILINE)
_SERVICES: Final = re.compile(
    r"\b(?P<re>re-?)?inspection of (?:the )?services for children in need of help and\s+protection"
    r",?\s+children looked after and care leavers",
    re.IGNORECASE,
)
_REINSPECTED: Final = re.compile(r"\bre-?inspection of (?:the )?services for children\b", re.I)
_LOOKED_AFTER: Final = re.compile(
    r"\binspection of (?:safeguarding and )?looked[ -]after children\s*(?:services)?", re.IGNORECASE
)
_LSCB: Final = re.compile(
    r"review of the effectiveness of the (?:\w+ ){0,4}?local\s+safeguarding\s+children.{0,3}"
    r"\s+board|effectiveness of the local safeguarding children.{0,4} board"
    r"|safeguarding children.{0,3} board",
    re.IGNORECASE,
)
_ILACS: Final = re.compile(
    r"\binspection of (?:the )?(?:.{2,90}?\s)??(?:local authority )?"
    r"(?:children.{0,2}s (?:social care |social work )?services"
    r"|children.{0,3} (?:and (?:families|young people.{0,2}s) )?(?:services )?trust\b"
    r"|children first\b|.{0,30}\bfor children\b)",
    re.IGNORECASE | re.DOTALL,
)
_INSPECTED: Final = re.compile(
    r"^\s*(?:inspection dates?|dates? of (?:the )?inspection|lead inspectors?"
    r"|reporting inspectors?|report published)\b"
    r"(?![^\n]*\b(?:said|says|told|adds|added|wrote|found)\b)",  # a sentence of an article
    re.IGNORECASE | re.MULTILINE,
)


class KindFound(NamedTuple):
    kind: DocumentKind
    framework: Framework | None
    printed: str | None
    """The words by which it announced itself."""


def kind_of(lines: Sequence[Line], meta: PageMeta) -> KindFound:
    """The kind of the document, `other` if it announces itself as none of those known."""
    rows = [line.text for line in lines[:HEAD_LINES]]
    head = "\n".join(rows)
    addressed = bool(_DEAR.search(head))
    covered = bool(_INSPECTED.search(head))
    if not addressed and not covered and _is_article(rows, meta):
        return KindFound("article", None, None)
    report = _report(rows, covered)
    reply = addressed and is_reply([line.text for line in lines])
    letter = None if reply or is_other_paper(rows, addressed) else announced_letter(lines)
    news = not addressed and not covered and reads_like_news(lines)
    if letter and addressed and is_reported(lines):
        return KindFound("article", None, None)
    if letter and not news and (addressed or report is None or letter.at < report[0]):
        return KindFound(letter.kind, None, letter.printed)
    if report and not addressed and not is_of_another_body(rows):
        return report[1]
    if news:
        return KindFound("article", None, None)
    return KindFound("other", None, None)


def _report(rows: Sequence[str], covered: bool) -> tuple[int, KindFound] | None:
    """What a cover calls the report, and how far from its start; only covers bear labels."""
    if not covered:
        return None
    title = " ".join(rows[:TITLE_LINES])
    framework: Framework | None = None
    match = _SERVICES.search(title)
    if match:
        reinspected = match.group("re") or _REINSPECTED.search(title)
        framework = "reinspection" if reinspected else "sif"
    elif match := _LOOKED_AFTER.search(title):
        framework = "lac"
    elif match := _ilacs_title(rows):
        framework = "ilacs"
    elif (match := _LSCB.search(title)) and re.search(r"\binspection\b|\breview\b", title, re.I):
        framework = "lscb"
    if framework is None or match is None:
        return None
    printed = re.sub(r"\s+", " ", match.group())
    return match.start(), KindFound("inspection-report", framework, printed)


def _ilacs_title(rows: Sequence[str]) -> re.Match[str] | None:
    """The title of an ILACS report: above the cover's labels, or drawn somewhere below them."""
    labels = [index for index, row in enumerate(rows) if LABEL.match(row)]
    first = labels[0] if labels else len(rows)
    match = _ILACS.search(" ".join(rows[:first]))
    if match:
        return match
    for index, row in enumerate(rows):
        if index > first and row.lower().startswith("inspection of"):
            end = next((label for label in labels if label > index), index + 3)
            if match := _ILACS.match(" ".join(rows[index : min(end, index + 3)])):
                return match
    return None


def _is_article(rows: Sequence[str], meta: PageMeta) -> bool:
    """A byline, or a date line right under the headline, and no paper of another kind."""
    if meta.date and (meta.author or meta.outlet):
        return True
    if is_other_paper(rows):
        return False
    above = above_headline(rows)
    told = told_above(rows[:above])
    below = rows[above : above + BYLINE_LINES + 2]
    head = head_of(
        [*below[:1], *(rows[index] for index in told), *below[1:]], BYLINE_LINES + len(told)
    )
    if head.byline or (head.author and head.published):
        return True
    if subject_of_mail(rows[:HEAD_OF_MAIL]):
        return False  # the day is the e-mail's
    # Many a paper bears a date at its top: only one below the headline tells of an article.
    under = [index - len(told) for index in head.used if index > len(told)]
    return head.dated and len(below[0].split()) >= 3 and bool(under) and min(under) <= 4
