"""The app's colours: dark, light and high contrast, with one accent and a colour a polarity.

Colour never stands alone: every polarity has a sign as well (see `tui.text`). The contrast of
every text colour on its background is tested against WCAG 2.2 AA (4.5 to 1).
"""

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="ofsted-dark",
    primary="#7fb0c9",
    secondary="#8a97a6",
    accent="#7fb0c9",
    foreground="#d8dde3",
    background="#14181d",
    surface="#14181d",
    panel="#1d232a",
    success="#8fbf8f",
    warning="#d9b36c",
    error="#e38d7d",
    dark=True,
    variables={
        "concern": "#e9957f",
        "strength": "#93c493",
        "mixed": "#dcb877",
        "quiet": "#95a2b0",
        "line": "#36404a",
        "cursor": "#25313b",
        "cursor-quiet": "#1b232b",
        "found": "#4d4421",
        "footer-key-foreground": "#7fb0c9",
        "footer-background": "#1d232a",
        "footer-description-foreground": "#aeb7c1",
        "border": "#36404a",
        "border-blurred": "#36404a",
        "input-selection-background": "#3b5566",
    },
)
LIGHT: Final = Theme(
    name="ofsted-light",
    primary="#1f6583",
    secondary="#5a6672",
    accent="#1f6583",
    foreground="#1f2730",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#f0eee8",
    success="#2d6b39",
    warning="#7f5700",
    error="#a63a22",
    dark=False,
    variables={
        "concern": "#a63a22",
        "strength": "#2d6b39",
        "mixed": "#7f5700",
        "quiet": "#5a6672",
        "line": "#cfcabd",
        "cursor": "#dfe9ee",
        "cursor-quiet": "#eef1f1",
        "found": "#f4e3a1",
        "footer-key-foreground": "#1f6583",
        "footer-background": "#f0eee8",
        "footer-description-foreground": "#4b5661",
        "border": "#cfcabd",
        "border-blurred": "#cfcabd",
        "input-selection-background": "#bcd6e2",
    },
)
CONTRAST: Final = Theme(
    name="ofsted-contrast",
    primary="#7fd7ff",
    secondary="#e0e0e0",
    accent="#7fd7ff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#7dff9b",
    warning="#ffe066",
    error="#ffab99",
    dark=True,
    variables={
        "concern": "#ffab99",
        "strength": "#7dff9b",
        "mixed": "#ffe066",
        "quiet": "#d0d0d0",
        "line": "#b0b0b0",
        "cursor": "#003a52",
        "cursor-quiet": "#1c1c1c",
        "found": "#5a4a00",
        "footer-key-foreground": "#7fd7ff",
        "footer-background": "#000000",
        "footer-description-foreground": "#ffffff",
        "border": "#b0b0b0",
        "border-blurred": "#b0b0b0",
        "input-selection-background": "#005b80",
    },
)
THEMES: Final = (DARK, LIGHT, CONTRAST)
