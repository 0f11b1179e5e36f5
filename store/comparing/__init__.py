"""One council over time, two of its visits, two councils: the sums behind Journey and Compare.

    theme_matrix(index, council, visits, themes)   themes x visits, concerns and strengths
    judgements(council, records, visits)           the grades of each inspection, area by area
    figure_series(council, records, visits, ...)   each measure over the dates it was told at
    threads(repeats, ...)                          concerns that visit after visit told of
    between(earlier, later)                        what is new, told again, not told again
    profile(index, council, records, themes)       a council's counts, per 100 sentences
    alike(council, register)                       whom it can be compared with, and why

Pure functions of what the library holds; nothing here is stored.
"""

from store.comparing.alike import Alike, alike
from store.comparing.between import Between, between
from store.comparing.judgements import Judged, grade_change, judgements
from store.comparing.matrix import EVERY_THEME, Tally, ThemeMatrix, theme_matrix
from store.comparing.profiles import Per, Profile, profile
from store.comparing.sections import told_under
from store.comparing.series import Point, Series, figure_series
from store.comparing.threads import Thread, threads

__all__ = [
    "EVERY_THEME",
    "Alike",
    "Between",
    "Judged",
    "Per",
    "Point",
    "Profile",
    "Series",
    "Tally",
    "ThemeMatrix",
    "Thread",
    "alike",
    "between",
    "figure_series",
    "grade_change",
    "judgements",
    "profile",
    "theme_matrix",
    "threads",
    "told_under",
]
