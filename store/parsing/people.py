"""Names of inspectors with their roles, and addressees, as covers and letters print them."""

import re
from typing import Final

from store.model.document import Inspector

_ROLE: Final = (
    r"(?:(?:Senior |Regional )?(?:Her|His) Majesty.?s (?:Senior )?Inspectors?(?: \(?designate\)?)?"
    r"|(?:Senior |Regional )?(?:Ofsted|HM|Social Care Regulatory|Regulatory) Inspectors?"
    r"|(?:Senior )?HMI(?: designate)?|SHMI|RI|SCRI|OI"
    r"|Social Care Regulatory Inspector|Additional Inspector|Senior HMI"
    r"|(?:Ofsted|CQC|HMICFRS|HMIC|HMIP|HMI Probation|HMI Constabulary))"
)
_ROLE_AFTER = re.compile(rf"^\s*(?:,\s*|\(\s*|[–-]\s*|\*\*\s*)?(?P<role>{_ROLE})\b\)?\**", re.I)
_NAME: Final = r"[A-Z][\w'’-]*\.?(?:\s+(?:(?:de|da|di|van|von|der|la|le)\b|[A-Z][\w'’-]*\.?)){1,4}"
_NAME_FULL = re.compile(rf"{_NAME}$")
_SPLIT = re.compile(r"\s*(?:;|,\s*and\b|\band\b|,(?=\s*[A-Z])|&)\s*")


def is_name(text: str) -> bool:
    """Whether the text looks like a person's full name and nothing more."""
    return bool(_NAME_FULL.match(text)) and not re.search(rf"\b{_ROLE}\b", text)


def people(text: str) -> list[Inspector]:
    """ "A B HMI, C D, and E F, Ofsted Inspector" -> three inspectors, with roles where printed.

    A role printed once in the plural after several names holds for each of them.
    """
    found: list[Inspector] = []
    pending = re.sub(r"\*\*", " ", re.sub(r"\s+", " ", text)).strip().rstrip(".")
    pieces = [piece for piece in _SPLIT.split(pending) if piece]
    unroled: list[int] = []
    for piece in pieces:
        name, role = _name_and_role(piece)
        if name is None:
            if role:
                # A role on its own, split from its name by a comma.
                targets = unroled if role.lower().rstrip(")").endswith("s") else unroled[-1:]
                for index in targets:
                    found[index] = Inspector(found[index].name, _singular(role))
                unroled.clear()
            continue
        found.append(Inspector(name, role))
        if role is None:
            unroled.append(len(found) - 1)
    return found


def _name_and_role(piece: str) -> tuple[str | None, str | None]:
    alone = re.fullmatch(rf"(?:both |all )?(?P<role>{_ROLE})\)?", piece.strip(" ("), re.IGNORECASE)
    if alone:
        return None, alone.group("role")
    match = re.match(_NAME, piece)
    if not match:
        return None, None
    name, rest = match.group(), piece[match.end() :]
    inside = re.search(rf"\s+(?P<role>{_ROLE})$", name)
    if inside:
        return name[: inside.start()].strip(), inside.group("role")
    after = _ROLE_AFTER.match(rest)
    return name.strip(), after.group("role") if after else None


def _singular(role: str) -> str:
    return re.sub(r"Inspectors$", "Inspector", role)
