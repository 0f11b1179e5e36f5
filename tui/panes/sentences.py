"""The sentences behind a sum, as Journey and Compare show them beside their tables."""

from tui.panes.concerns import ConcernsPane


class Sentences(ConcernsPane):
    """Findings as in Browse; what is done with them there is done there."""

    HELP = """\
# Sentences
The sentences behind what is highlighted in the table: − concern, + strength, ± both, · neither. The
words that led to the label are underlined. ? marks a label that is doubtful. An article also tells
what the council says of itself, which is marked. ✎ marks what you corrected or noted, ⚑ what you
flagged: e corrects, ! flags. Enter reads the sentence in its document; y copies it with its
citation; escape goes back to the table. The numbers follow a correction at once.
"""
