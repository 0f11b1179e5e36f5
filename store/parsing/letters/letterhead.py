"""Ofsted's own address at the head of its letters, which is no council's."""

import re
from typing import Final

OWN_ADDRESS: Final = re.compile(
    r"\b(?:piccadilly gate|store street|aviation house|agora|cumberland place|clive house"
    r"|petty france|rivergate|temple quay|textphone|enquiries@|www\.|M1 2WD|0300 123)\b|^ofsted\W*$"
    r"|^(?:manchester|london|nottingham|bristol|westminster)\W*(?:[A-Z]{1,2}\d.*)?$",
    re.IGNORECASE,
)
"""Matches a line that belongs to it; towns only where they stand alone or before a postcode."""
