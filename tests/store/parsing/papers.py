"""A document as rows, and what must be read from it.

A row is a line or a paragraph; the test joins them.
"""

from dataclasses import dataclass, field

PROSE = [
    "Leaders know their services. They have acted on what earlier visits found, and the quality "
    "of plans has improved since then.",
    "Not every child is seen alone, and records do not always say why.",
]


@dataclass
class Paper:
    """Rows of a document and what must be read from it; a fact left out is not asked."""

    name: str
    rows: list[str]
    facts: dict[str, object] = field(default_factory=dict)
