"""Takes off a web page what stands around its text: navigation, banners, offers, comments.

Only what a page itself calls so goes, by tag, role, class or id. Whatever it is called, a part
that holds the headline or much of the page's prose stays: names of classes are no promise.
"""

import re
from typing import Any, Final

from store.reading.markup import is_hidden
from store.reading.measure import Measure, measured

_TAGS: Final = "script style noscript template svg nav aside dialog iframe".split()
_ROLES: Final = frozenset(
    "navigation banner search dialog alertdialog alert complementary contentinfo toolbar menu "
    "menubar doc-endnotes".split()
)
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:related\w*|recirc\w*|recommend(?:ed|ations)|promos?|promobox|newsletters?"
    r"|subscri(?:be|ption|ptions)|signup|sign-up|cookies?|ccc|consent|onetrust|gdpr|adverts?"
    r"|advertisement|ads|adbox|advertorial|sponsored|outbrain|taboola|shar(?:e|ing|edaddy)"
    r"|social-?(?:media|links|share|sharing|icons|bar|buttons|follow)|skip|skiplinks?"
    r"|bread-?crumbs?|crumbs|pagefoot|most-?(?:read|popular|viewed|commented)|trending|feedback"
    r"|tags|author-bio|read-?(?:more|next)|more-?(?:on|stories|from))(?:$|[\s_-])",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:^|\s)(?:comments|comments-(?:area|section|container|wrapper)|comment-list|disqus_thread"
    r"|respond|reader-comments|viafoura|coral_\w+)(?:$|\s)",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LINK_LEAD = re.compile(
    r"\W*(?:read (?:more|also|next)|see also|also read|more|related|don.?t miss|watch|listen"
    r"|click (?:here|below)|in pictures|sign up|subscribe)\b",
    re.IGNORECASE,
)
MUCH: Final = 0.3
"""A part with this share of a page's prose is not taken for a box, whatever its class says."""
LEAD: Final = 300
"""Of so many characters at most is a line that announces a link to another article."""
_LINKABLE: Final = frozenset("p li ul ol div section h2 h3 h4 h5 h6".split())


def take_off(root: Any) -> None:
    """Remove from the tree what stands around the page's text."""
    drop_unseen(root)
    parts = measured(root)
    for element, measure in parts.items():
        if _is_around(element, measure, parts[root].prose):
            _drop(element)
    for element, measure in measured(root).items():
        if element.tag in _LINKABLE and _is_links(element, measure):
            _drop(element)


def links_above(root: Any, headline: str | None) -> bool:
    """Remove what is nothing but links above the first-level heading; whether there was any.

    The heading must be the page's title: above another one may stand what belongs to the text.
    """
    if not headline:
        return False
    measures = measured(root)
    found: list[Any] = []
    for element, measure in measures.items():
        if element.tag == "h1" and " ".join("".join(element.itertext()).split()) == headline:
            for each in found:
                _drop(each)
            return bool(found)
        if element.tag in _LINKABLE and _is_links(element, measure):
            found.append(element)
    return False


def drop_unseen(root: Any) -> None:
    """Remove what is never text: scripts, navigation, what is hidden."""
    for element in [*root.iter(*_TAGS)]:
        _drop(element)


def _is_around(element: Any, measure: Measure, prose: int) -> bool:
    if element.tag in ("html", "head", "body"):
        return False
    if is_hidden(element):
        return True
    named = f"{element.get('class', '')} {element.get('id', '')}"
    if _COMMENTS.search(named):
        return not measure.headline
    boxed = (
        element.get("role") in _ROLES
        or (element.tag == "footer" and not measure.in_article)
        or bool(_NAMES.search(_CAMEL.sub("-", named)))
    )
    return boxed and not measure.headline and measure.prose <= MUCH * prose


def _is_links(element: Any, measure: Measure) -> bool:
    """Whether it is nothing but links, or a few words that announce one."""
    if not measure.links or measure.headline:
        return False
    if measure.linked >= 0.97 * measure.visible:
        return True
    if measure.links > 1 or measure.visible > LEAD or measure.linked < 0.3 * measure.visible:
        return False
    return bool(_LINK_LEAD.match("".join(element.itertext())))


def _drop(element: Any) -> None:
    """Take an element out and leave the text behind it; twice does no harm."""
    if element.getparent() is not None:
        element.drop_tree()
