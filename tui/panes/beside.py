"""The article and the letter as Coverage shows them: they follow what was checked."""

from tui.panes.document import DocumentPane


class DocumentBeside(DocumentPane):
    """A document that is looked at, not walked through."""

    opens = False
    HELP = """\
# The article and the letter
The text, − concern, + strength and ± both beside it, # and an underline marking a figure, ” and
italics a quotation. Under the paragraphs of the article stand its quotations: = exact, ~ altered,
? not found in what the library holds; u and U walk through them. The passage of the letter that
belongs to what is highlighted under “Checked” is set off; f reads it in its whole document. Escape
goes back to what was checked.
"""
