"""What a page says of itself in JSON-LD, the metadata that search engines read."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any, Final

MOST_NODES: Final = 500
_WRAPPING = re.compile(r"^\s*(?://)?\s*(?:<!\[CDATA\[|<!--)|(?://)?\s*(?:\]\]>|-->)\s*;?\s*$")
_TRAILING_COMMA = re.compile(r",(?=\s*[\]}])")


class LinkedData:
    """The objects of all JSON-LD scripts of a page; what is broken counts as not there."""

    def __init__(self, root: Any) -> None:
        self._nodes: list[dict[str, Any]] = []
        self._by_id: dict[str, dict[str, Any]] = {}
        for script in root.iter("script"):
            if "ld+json" in script.get("type", "").lower():
                self._gather(_loaded(script.text or ""))
        for node in self._nodes:
            name = node.get("@id")
            # An object is named wherever it is used and described in one place.
            if isinstance(name, str) and len(node) >= len(self._by_id.get(name, ())):
                self._by_id[name] = node

    def _gather(self, data: object) -> None:
        stack = [data]
        while stack and len(self._nodes) < MOST_NODES:
            node = stack.pop()
            if isinstance(node, list):
                stack.extend(reversed(node))
            elif isinstance(node, dict):
                self._nodes.append(node)
                stack.extend(value for value in node.values() if isinstance(value, dict | list))

    def article(self) -> dict[str, Any]:
        """The object that describes the page's article, empty if there is none."""
        for node in self._nodes:
            if any(kind.endswith(("Article", "BlogPosting")) for kind in _kinds(node)):
                return node
        return {}

    def names(self, value: object) -> list[str]:
        """The names of people or organisations, given as text, as objects or by reference."""
        found = []
        for item in value if isinstance(value, list) else [value]:
            name = item
            if isinstance(item, dict):
                name = item.get("name") or self._by_id.get(str(item.get("@id")), {}).get("name")
            if isinstance(name, list):
                name = next((part for part in name if isinstance(part, str)), None)
            if isinstance(name, str) and name.strip():
                found.append(html.unescape(name))
        return found

    def text(self, value: object) -> str | None:
        """A text, its entities resolved: many sites escape them twice."""
        return html.unescape(value) if isinstance(value, str) else None


def _kinds(node: dict[str, Any]) -> Iterator[str]:
    kinds = node.get("@type")
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        if isinstance(kind, str):
            yield kind


def _loaded(text: str) -> object:
    text = _WRAPPING.sub("", text)
    for attempt in (text, _TRAILING_COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None
