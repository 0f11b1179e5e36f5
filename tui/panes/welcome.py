"""What a newcomer sees first: an empty library, and what to press."""

from textual.content import Content

from tui import text


def welcome(*, in_a_page: bool = False) -> Content:
    """How to add documents, and how to see the samples; in a web page neither can be done."""
    if in_a_page:
        return text.lines(
            [
                Content.styled("This library is empty.", "bold"),
                Content(""),
                Content("Whoever serves this page can add letters, reports and articles to it."),
            ]
        )
    return text.lines(
        [
            Content.styled("This library is empty.", "bold"),
            Content(""),
            text.line(
                "Press ",
                ("a", "bold $accent"),
                " to add files or a folder: letters, reports and articles, as PDF, web page, "
                "Word or text.",
            ),
            Content(""),
            text.line("To see it at work first, quit with ", ("q", "bold $accent"), " and run"),
            Content(""),
            Content.styled("    ofsted-tui --demo", "bold"),
            Content(""),
            Content("which opens a library of sample documents, apart from yours."),
            Content(""),
            text.line(("?", "bold $accent"), " shows every key."),
        ]
    )
