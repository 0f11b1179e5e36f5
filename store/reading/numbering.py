"""Writes the numbers of a Word file's numbered paragraphs into their text.

Word counts them when it shows a page: the file only says which list a paragraph is in. A list
goes on over headings and other paragraphs, so that the paragraphs of a report are numbered
from its first page to its last; mammoth would begin again after each heading.
"""

import re
from typing import Any, Final

import msgspec

LEVELS: Final = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN: Final = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    )
)


def write_numbers(root: Any, numbering: Any, styles: Any, w: str) -> None:
    """Put its number before the text of each numbered paragraph; bullets are left alone."""
    if numbering is None:
        return
    lists = _Lists(numbering, w)
    by_style = _lists_of_styles(styles, w) if styles is not None else {}
    for paragraph in root.iter(w + "p"):
        properties = paragraph.find(w + "pPr")
        if properties is None:
            continue
        name, level = by_style.get(_value(properties, "pStyle", w), (None, 0))
        own = properties.find(w + "numPr")
        if own is not None:
            name = _value(own, "numId", w) or name
            level = _whole(_value(own, "ilvl", w), level)
        label = lists.label(name, level)
        if label is not None:
            _write(paragraph, properties, label, w)


class _Level(msgspec.Struct):
    start: int
    form: str
    text: str


class _Lists:
    """The lists that a file defines, and how far each of them has been counted."""

    def __init__(self, numbering: Any, w: str) -> None:
        self._levels: dict[str | None, dict[int, _Level]] = {}
        self._pattern: dict[str | None, str | None] = {}
        self._restarted: set[str | None] = set()
        self._counts: dict[str | None, list[int | None]] = {}
        for pattern in numbering.iter(w + "abstractNum"):
            self._levels[pattern.get(w + "abstractNumId")] = {
                _whole(level.get(w + "ilvl"), 0): _Level(
                    _whole(_value(level, "start", w), 1),
                    _value(level, "numFmt", w) or "decimal",
                    _value(level, "lvlText", w) or "",
                )
                for level in pattern.iter(w + "lvl")
            }
        for found in numbering.iter(w + "num"):
            name = found.get(w + "numId")
            self._pattern[name] = _value(found, "abstractNumId", w)
            if found.find(f"{w}lvlOverride/{w}startOverride") is not None:
                self._restarted.add(name)

    def label(self, name: str | None, at: int) -> str | None:
        """The next number of a list, None for a bullet and for what is in no list."""
        pattern = self._pattern.get(name)
        levels = self._levels.get(pattern, {})
        level = levels.get(at)
        if level is None or level.form == "bullet" or not 0 <= at < LEVELS:
            return None
        # Lists of one pattern count on from each other, unless one says that it begins anew.
        key = name if name in self._restarted else f"pattern {pattern}"
        counts = self._counts.setdefault(key, [None] * LEVELS)
        before = counts[at]
        counts[at] = level.start if before is None else before + 1
        counts[at + 1 :] = [None] * (LEVELS - at - 1)

        def number(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            at_place = levels.get(place, level)
            count = counts[place]
            return _printed(at_place.start if count is None else count, at_place.form)

        return "" if level.form == "none" else _PLACE.sub(number, level.text).strip()


def _lists_of_styles(styles: Any, w: str) -> dict[str | None, tuple[str | None, int]]:
    """For each paragraph style the list, and its level, that the style puts a paragraph in."""
    based, own = {}, {}
    for style in styles.iter(w + "style"):
        name = style.get(w + "styleId")
        based[name] = _value(style, "basedOn", w)
        numbered = style.find(f"{w}pPr/{w}numPr")
        if numbered is not None:
            own[name] = _value(numbered, "numId", w), _whole(_value(numbered, "ilvl", w), 0)
    found = dict(own)
    for name in based:
        above = name
        for _ in range(10):  # styles may be based on one another in a circle
            if above in own:
                found[name] = own[above]
                break
            above = based.get(above)
    return found


def _write(paragraph: Any, properties: Any, label: str, w: str) -> None:
    for own in properties.findall(w + "numPr"):
        properties.remove(own)
    numbered = _add(properties, "numPr", w)
    _add(numbered, "ilvl", w).set(w + "val", "0")
    _add(numbered, "numId", w).set(w + "val", "0")  # no list, whatever its style says
    if label:
        run = paragraph.makeelement(w + "r")
        _add(run, "t", w).text = f"{label} "
        paragraph.insert(paragraph.index(properties) + 1, run)


def _add(parent: Any, name: str, w: str) -> Any:
    element = parent.makeelement(w + name)
    parent.append(element)
    return element


def _value(element: Any, name: str, w: str) -> str | None:
    found = element.find(w + name)
    value = None if found is None else found.get(w + "val")
    return value if isinstance(value, str) else None


def _whole(value: str | None, otherwise: int) -> int:
    return (
        int(value)
        if value and value.isascii() and value.isdigit() and len(value) < 7
        else otherwise
    )


def _printed(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * min(9, (count - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        found = ""
        for value, sign in _ROMAN:
            found += sign * (count // value)
            count %= value
        return found if form == "lowerRoman" else found.upper()
    return str(count)
