"""Every colour of text on every background it stands on: WCAG 2.2 AA, 4.5 to 1."""

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.themes import THEMES

TEXT = (
    "foreground",
    "accent",
    "concern",
    "strength",
    "mixed",
    "quiet",
    "footer-key-foreground",
    "footer-description-foreground",
)
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


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_reversed_and_inverted_words_can_be_read(theme: Theme) -> None:
    """The name of the app stands on the accent, words found are reversed, a selection is tinted."""
    colours = {**theme.variables, **vars(theme)}
    pairs = [("background", "accent"), ("foreground", "input-selection-background")]
    pairs += [("background", name) for name in ("concern", "strength", "mixed", "foreground")]
    for text, behind in pairs:
        ratio = contrast(Color.parse(colours[text]), Color.parse(colours[behind]))
        assert ratio >= 4.5, f"{text} on {behind} in {theme.name}: {ratio:.2f}"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_border_of_the_active_pane_stands_out(theme: Theme) -> None:
    """WCAG 2.2, 1.4.11: parts of the interface need 3 to 1."""
    colours = {**theme.variables, **vars(theme)}
    ratio = contrast(Color.parse(colours["accent"]), Color.parse(colours["background"]))
    assert ratio >= 3, f"accent on background in {theme.name}: {ratio:.2f}"
