"""Every colour of text on every background it stands on: WCAG 2.2 AA, 4.5 to 1."""

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.themes import THEMES

TEXT = ("foreground", "accent", "concern", "strength", "mixed", "quiet")
BACKGROUNDS = ("background", "panel", "cursor", "cursor-quiet")


def luminance(colour: Color) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [part / 255 for part in colour.rgb]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", TEXT)
@pytest.mark.parametrize("background", BACKGROUNDS)
def test_text_can_be_read(theme: Theme, name: str, background: str) -> None:
    colours = {**theme.variables, **vars(theme)}
    ratio = contrast(Color.parse(colours[name]), Color.parse(colours[background]))
    assert ratio >= 4.5, f"{name} on {background} in {theme.name}: {ratio:.2f}"
