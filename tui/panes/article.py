"""An article as it is read: a document with its quotations."""

from tui.panes.document import DocumentPane


class ArticlePane(DocumentPane):
    """Its help tells of quotations too."""

    HELP = (
        DocumentPane.HELP.rstrip()
        + """ Under the paragraphs stand the quotations: = exact,
~ altered, ? not found in what the library holds; u and U walk through them, f reads the passage one
is from.
"""
    )
