"""A council's concerns by theme as the JSON object that other programs read."""

from typing import Any

from store.selection.periods import Period
from store.selection.theme_map import MapRow


def theme_map_line(row: MapRow, period: Period) -> dict[str, Any]:
    """What `themes` prints of a council."""
    return {
        "council": row.council,
        "judgement": row.judgement,
        "since": period.since,
        "until": period.until,
        "documents": row.documents,
        "sentences": row.sentences,
        "concerns": row.total,
        "themes": row.themes,
        "share": {theme: round(row.share(theme), 2) for theme in row.themes},
    }
