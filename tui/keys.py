"""Every key of the app in one table: id, keys, what it does. Settings rebind by id.

A screen or pane takes its bindings from here with `bind`, so that no key can be left out of the
help, and none is bound twice without being seen here.
"""

from typing import Final, NamedTuple

from textual.binding import Binding


class Key(NamedTuple):
    """A command's keys and words."""

    keys: str
    """Textual key names, separated by commas."""
    words: str
    footer: str = ""
    """Shorter words for the footer; empty if it is not shown there."""


KEYS: Final[dict[str, Key]] = {
    # Everywhere
    "quit": Key("q", "quit", "Quit"),
    "quit-always": Key("ctrl+q", "quit, even from a text field"),
    "help": Key("question_mark,f1", "show the keys and what they do here", "Help"),
    "palette": Key("ctrl+p,colon", "command palette: reach everything by name"),
    "back": Key("escape", "go back: close, clear or leave what is innermost", "Back"),
    "next-pane": Key("tab", "next pane"),
    "previous-pane": Key("shift+tab", "previous pane"),
    "dark": Key("ctrl+t", "next colour theme: dark, light, high contrast"),
    # Lists
    "row-down": Key("down,j", "next row"),
    "row-up": Key("up,k", "previous row"),
    "row-first": Key("home,g", "first row"),
    "row-last": Key("end,G", "last row"),
    "page-down": Key("pagedown,space,ctrl+f", "a page down"),
    "page-up": Key("pageup,b,ctrl+b", "a page up"),
    "open": Key("enter", "open what is highlighted", "Open"),
    "expand": Key("right,l", "show the visits of the council"),
    "collapse": Key("left,h", "hide the visits of the council"),
    # Choosing what is shown
    "theme": Key("t", "choose a theme: t, then its letter", "Theme"),
    "clear-themes": Key("T", "clear the themes", "Clear"),
    "any-all": Key("A", "findings with any of the themes, or only with all of them"),
    "voices": Key("V", "whose words: all, without the council's, only Ofsted's"),
    "polarity": Key("p", "concerns, strengths, all sentences", "Polarity"),
    "filter": Key("slash", "filter: councils by name, findings by words", "Filter"),
    "keep-words": Key("enter", "keep the words typed, and back to what they filter", "Keep"),
    "councils": Key("c", "go to the list of councils"),
    "pane-1": Key("1", "show the councils"),
    "pane-2": Key("2", "show the visit"),
    "pane-3": Key("3", "show the findings"),
    "sort": Key("S", "sort the councils: by name, judgement, last visit, concerns"),
    "facets": Key("F", "choose by theme, kind, voice, group, date, region, judgement", "Facets"),
    "dates": Key("D", "choose a period: documents since, and until"),
    "clear-filters": Key("0", "clear every filter: of the councils and of the findings"),
    "narrower": Key("less_than_sign", "make the pane narrower, or lower"),
    "wider": Key("greater_than_sign", "make the pane wider, or taller"),
    "maximise": Key("z", "show this pane alone, and all of them again"),
    # Reading
    "outline": Key("O", "outline: go to a section of the document", "Outline"),
    "next": Key("n", "next finding", "Next"),
    "previous": Key("N", "previous finding", "Previous"),
    "why": Key("w", "show which words a finding's label hangs on", "Why"),
    "evidence": Key("i", "show the printed words each value was read from", "Source"),
    "earlier": Key("r", "read where an earlier visit told of the same concern"),
    "repeats": Key("R", "only concerns that an earlier visit told of already, or all"),
    "quotation": Key("u", "next quotation of the article, with what was found of it", "Quotation"),
    "former-quotation": Key("U", "previous quotation"),
    "quotation-source": Key("f", "read the passage that the quotation is from"),
    "copy": Key("y", "copy with citation", "Copy"),
    "source": Key("o", "open the source file in the system's viewer"),
    # Over time, and side by side
    "journey": Key("J", "journey: the council over time, its themes, grades, figures, repeats"),
    "compare": Key("equals_sign", "compare with the visit before, or with another council"),
    "cell-left": Key("left,h", "cell to the left"),
    "cell-right": Key("right,l", "cell to the right"),
    "section-1": Key("1", "journey: themes by visit"),
    "section-2": Key("2", "journey: judgements"),
    "section-3": Key("3", "journey: figures over time"),
    "section-4": Key("4", "journey: what visit after visit told of"),
    "order": Key("z", "themes by their number, or in their own order", "Order"),
    "signs": Key("p", "concerns and strengths, only concerns, only strengths", "Signs"),
    "in-browse": Key("B", "show these findings in Browse, where its filters can say just this",
                     "In Browse"),
    "other-side": Key("c", "choose what to compare with", "Other"),
    "this-side": Key("C", "choose what is compared"),
    "swap": Key("X", "swap the two sides"),
    "choice-down": Key("down", "next choice"),
    "choice-up": Key("up", "previous choice"),
    "choice-left": Key("left", "choice to the left"),
    "choice-right": Key("right", "choice to the right"),
    "choices-down": Key("pagedown", "a page of choices down"),
    "choices-up": Key("pageup", "a page of choices up"),
    "per": Key("m", "per 100 sentences, or per document", "Per"),
    # An article beside its letter
    "coverage": Key("v", "an article beside the letter it reports on: quotations, figures, themes"),
    "next-difference": Key("n", "next that is altered, other, not found or left out", "Next"),
    "former-difference": Key("N", "previous such"),
    "next-part": Key("right_curly_bracket", "next part: quotations, figures, what is left out"),
    "former-part": Key("left_curly_bracket", "previous part"),
    "other-letter": Key("L", "choose another letter or report to compare with", "Letter"),
    "other-article": Key("M", "choose another article", "Article"),
    # All councils by themes
    "themes-map": Key("m", "all councils by themes: where is workforce a concern"),
    "column-left": Key("left,h", "a column to the left"),
    "column-right": Key("right,l", "a column to the right"),
    "column-first": Key("0,circumflex_accent", "first column"),
    "column-last": Key("dollar_sign", "last column"),
    "sort-down": Key("right_square_bracket", "sort by this column, highest first", "Sort"),
    "sort-up": Key("left_square_bracket", "sort by this column, lowest first"),
    "share": Key("percent_sign", "counts, or their share of 100 sentences", "Share"),
    "map-period": Key("d", "choose the period", "Period"),
    # Correcting
    "correct": Key("e", "correct this finding: polarity, themes, note, flag", "Correct"),
    "flag": Key("exclamation_mark", "flag this finding, or take the flag off"),
    "undo": Key("ctrl+z", "undo the last correction"),
    "redo": Key("ctrl+y", "redo the correction undone last"),
    "corrections": Key("E", "list all corrections"),
    "next-sentence": Key("right,l", "next sentence"),
    "former-sentence": Key("left,h", "previous sentence"),
    "as-concern": Key("1,minus", "it is a concern"),
    "as-strength": Key("2,plus", "it is a strength"),
    "as-mixed": Key("3", "it is mixed: a concern and a strength"),
    "as-neutral": Key("4,full_stop", "it is neutral: neither"),
    "as-labelled": Key("0", "leave polarity and themes as they were labelled"),
    "save": Key("ctrl+s", "save", "Save"),
    "done": Key("enter", "save and close"),
    "discard": Key("d", "leave without saving"),
    "delete": Key("delete,d", "remove what is highlighted", "Remove"),
    "export-corrections": Key("x", "export the corrections as training data", "Export"),
    "pager": Key("P", "read the passage and its document in $PAGER"),
    "editor": Key("ctrl+e", "take the passage and its document to $EDITOR"),
    "tour": Key("f2", "the tour: four steps through the screen"),
    # Searching
    "search": Key("s", "search every sentence of the library", "Search"),
    "search-filters": Key("f3,F", "search only what the filters of browsing leave, or everything",
                          "Filters"),
    "former-query": Key("up", "the query before this one"),
    "next-query": Key("down", "the query after this one, then the sentences found"),
    # Library
    "export": Key("x", "export what is selected: a briefing, a table, a picture", "Export"),
    "add": Key("a", "add files or a folder", "Add"),
    "watched": Key("W", "watched folders: what appears in them is added by itself"),
    "remove-document": Key("delete", "remove a document from the library; asks first"),
    "refresh": Key("f5,ctrl+r", "read the library anew"),
}  # fmt: skip


def bind(
    id: str,
    action: str,
    *,
    footer: bool | None = None,
    priority: bool = False,
    words: str = "",
    short: str = "",
) -> Binding:
    """The binding of a command. `footer` overrides whether the footer shows it; `words`, and
    `short` in the footer, say what it does here, where that is not just what the table says.
    """
    key = KEYS[id]
    shown = bool(key.footer) if footer is None else footer
    return Binding(
        key.keys,
        action,
        short or key.footer or words or key.words,
        show=shown,
        id=id,
        tooltip=words or key.words,
        priority=priority,
    )
