"""Documents, visits and findings as the JSON objects that other programs read.

The keys are a contract: keys may be added, these stay. Dates are ISO 8601, `YYYY-MM` where only
a month is printed; what is unknown is null.
"""

from typing import TYPE_CHECKING, Any

import msgspec

from store.library import CouncilCard, Record
from store.library.councils import told_at
from store.model.document import Document
from store.model.finding import Finding
from store.model.visit import Visit

if TYPE_CHECKING:  # the readers are not loaded for a look into the library
    from store.intake import Outcome

Line = dict[str, Any]


def parse_line(path: str, document: Document) -> Line:
    """What `parse` prints of a file that was read."""
    fields: Line = msgspec.to_builtins(document)
    source = fields.pop("source")
    visits = fields.pop("visits")
    for visit in visits:
        if not visit["ranges"]:
            del visit["ranges"]
    return {
        "path": path,
        "ok": True,
        "sha256": source["sha256"],
        "media_type": source["media_type"],
        **fields,
        "visits": visits,
    }


def failure_line(path: str, code: str, message: str) -> Line:
    """What `parse` prints of a file that could not be read."""
    return {"path": path, "ok": False, "error": {"code": code, "message": message}}


def outcome_line(outcome: "Outcome") -> Line:
    """What `add` prints of a file."""
    error = None if outcome.ok else {"code": outcome.code, "message": outcome.message}
    return {
        "path": outcome.path,
        "ok": outcome.ok,
        "id": outcome.id,
        "status": outcome.status,
        "error": error,
    }


def council_line(card: CouncilCard) -> Line:
    return {
        "name": card.name,
        "urn": card.urn,
        "judgement": card.judgement,
        "judged": card.judged,
        "basis": card.basis,
        "judgements": card.areas,
        "documents": card.documents,
        "concerns": card.concerns,
        "strengths": card.strengths,
        "visits": [visit.key for visit in card.visits],
    }


def visit_line(visit: Visit, records: dict[str, Record]) -> Line:
    concerns, strengths = told_at(visit, records)
    return {
        "key": visit.key,
        "council": visit.council,
        "kind": visit.kind,
        "ordinal": visit.ordinal,
        "start": visit.start,
        "end": visit.end,
        "focus": visit.focus,
        "documents": visit.documents,
        "mentions": visit.mentions,
        "concerns": concerns,
        "strengths": strengths,
    }


def document_line(record: Record) -> Line:
    fields: Line = msgspec.json.decode(msgspec.json.encode(record))
    return fields


def finding_line(finding: Finding) -> Line:
    fields: Line = msgspec.to_builtins(finding)
    return fields
