"""What somebody quotes of Ofsted within words of his own: “The letter says ‘staff are kind’.”"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from store.model.document import Quotation, Sentence

FEWEST: Final = 2
"""Words; a single one in marks is a word held at arm's length."""
_WITHIN: Final = re.compile(
    r"(?<![\w’'])[‘'](?P<one>[^\s‘“”](?:[^‘“”]{0,400}?[^\s‘“”])??)[’'](?=[\s.,;:!?)”\"–—-]|$)"
    r"|(?<!\w)[“\"](?P<two>\w[^“”\"]{0,400}?)[”\"](?!\w)"
)
_OFSTED: Final = re.compile(
    r"\b(?P<body>ofsted|inspectors?|watchdog|inspectorate|hmi|letter|report|inspection)\b"
    r"[^.!?‘“”\"]{0,60}$",
    re.IGNORECASE,
)
"""Whose words they are said to be, before the marks that open them."""
_PAPERS: Final = frozenset({"letter", "report", "inspection"})


def nested(quotation: Quotation, text: str, sentences: Sequence[Sentence]) -> Iterator[Quotation]:
    """The words of Ofsted or its letter within the marks of another's words.

    Args:
        quotation: what stands between the outer marks.
        text: the document's whole text, which its places are of.
        sentences: those of the document.
    """
    if quotation.voice == "ofsted" or not quotation.end:
        return
    words = text[quotation.start : quotation.end]
    for match in _WITHIN.finditer(words):
        inner = match.group("one") or match.group("two")
        told = _OFSTED.search(words, 0, match.start())
        if told is None or len(inner.split()) < FEWEST:
            continue
        group = "one" if match.group("one") else "two"
        start, end = (quotation.start + at for at in match.span(group))
        begun = [n for n, each in enumerate(sentences) if each.start <= start]
        body = told.group("body").lower()
        speaker = "letter" if body in _PAPERS else "Ofsted"
        yield Quotation(inner, speaker, begun[-1], start, end, "ofsted")
