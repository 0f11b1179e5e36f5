"""Names of inspectors with their roles, as covers and letters print them."""

import re
from typing import Final

from store.model.document import Inspector

_ROLE: Final = (
    r"(?:(?:Senior |Regional )?(?:Her|His) Majesty.?s (?:Senior )?Inspectors?"
    r"(?: \((?:S?HMI)\))?(?: \(?designate\)?)?"
    r"|(?:Senior |Regional )?(?:Ofsted|HM|Social Care Regulatory|Regulatory) Inspectors?"
    r"|(?:Senior )?S?HMI(?: \(?designate\)?)?|RI|SCRI|OI"
    r"|(?:Senior )?(?:Social Care )?(?:Regulatory )?Inspection Managers?"
    r"|Additional Inspectors?"
    r"|(?:CQC|HMICFRS|HMIC|HMIP|HMI Probation|HMI Constabulary))"
)
_NO_NAME: Final = (
    r"(?!(?:HMI|SHMI|HM|RI|SCRI|OI|CQC|HMIC|HMICFRS|HMIP|Her|His|Majesty.?s|Ofsted|Senior|Regional"
    r"|Inspectors?|Additional|Social|Regulatory|Lead|Team|Deputy|Shadow|Quality|Assurance|Data"
    r"|Analysts?|Managers?|Director|Chief|National|Interim|Acting|Executive|Council|Services?"
    r"|Children.?s|Care|Commission|Constabulary|Probation|Inspectorate|Assistant|Yours|The|This"
    r"|Inspection|Police|Department|Education)\b)"
)
_WORD: Final = r"(?:[dD]['’])?[A-ZÀ-ÖØ-Þ][\w'’-]*\.?"
_PARTICLE: Final = r"(?:de|da|di|du|dos|van|von|der|den|ten|ter|la|le|el|al|ap|bin)\b"
_NAME: Final = rf"{_NO_NAME}{_WORD}(?:\s+(?:{_PARTICLE}|{_NO_NAME}{_WORD})){{1,4}}"
_NAME_FULL: Final = re.compile(rf"{_NAME}$")
_TOKEN: Final = re.compile(rf"\b(?P<role>(?i:{_ROLE}))(?!\w)\)?|(?P<name>\b{_NAME})")


def is_name(text: str) -> bool:
    """Whether the text looks like a person's full name and nothing more."""
    return bool(_NAME_FULL.match(text)) and not re.search(rf"\b{_ROLE}\b", text)


def people(text: str) -> list[Inspector]:
    """ "A B HMI, C D, and E F, Ofsted Inspector" -> three inspectors, with roles where printed.

    A role printed once in the plural after several names holds for each of them; so does one
    that stands before the names ("HMI A B and C D").
    """
    flat = re.sub(r"\s+", " ", text.replace("*", " ")).strip().rstrip(".")
    found: list[Inspector] = []
    before: str | None = None
    """The role that stands before the names to come."""
    unroled: list[int] = []
    last_was_role = True
    for token in _TOKEN.finditer(flat):
        role = token.group("role")
        if role is None:
            found.append(Inspector(token.group("name").strip(" ."), before))
            if before is None:
                unroled.append(len(found) - 1)
            last_was_role = False
            continue
        follows_name = bool(re.match(r"\s*(?:,|and\b|;|$|\(|\))", flat[token.end() :]))
        if last_was_role or (before is not None and not follows_name):
            before = _singular(role)
        elif before is None and unroled:
            each = re.search(r"\b(?:both|all)\s*$", flat[: token.start()])
            targets = unroled if each or _is_plural(role) else unroled[-1:]
            for index in targets:
                found[index] = Inspector(found[index].name, _singular(role))
            unroled.clear()
        elif found:
            found[-1] = Inspector(found[-1].name, _singular(role))
        last_was_role = True
    return found


def _is_plural(role: str) -> bool:
    return bool(re.search(r"inspectors\b", role, re.IGNORECASE))


def _singular(role: str) -> str:
    """ "Her Majesty's Inspectors (HMI)" -> "Her Majesty's Inspector"."""
    return re.sub(r"(?i)(inspector)s\b", r"\1", re.sub(r" \(S?HMI\)$", "", role)).rstrip(")")
