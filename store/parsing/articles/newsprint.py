"""What surrounds the text of a news article, so that only the article itself is read.

Text copies of news pages carry captions with picture credits (often twice), links to other
articles, subscription offers and comment boxes. Each rule below says what gives such a line
away; a line that ends like a sentence and matches no rule is always kept.
"""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from store.model.line import Line

_CREDIT = re.compile(
    r"\s*\(?\b(?:picture|photo|photograph|pic|image|photo credit|picture credit|image credit|credit"
    r"|stock image|file photo)s?\s*(?::|by\b|©)\s*[^.!?]{0,80}\)?\.?$",
    re.IGNORECASE,
)
_CREDIT_ALONE = re.compile(r"(?:\(|©|credit|picture|photo|image|pic)\b.{0,80}$", re.IGNORECASE)
_ENDS: Final = re.compile(
    # From here on nothing is body text any more.
    r"(?:blog comments powered by|comments? powered by|(?:view|read|show|post|leave|add) (?:all )?"
    r"(?:a |your )?comments?\b|comments? \(\d+\)|have your say|join the (?:discussion|conversation)"
    r"|.{0,40}\b(?:digital|magazine|print) (?:membership|subscription)\b"
    r"|subscribe(?: (?:now|today|here|to .{2,60}))?[.!]?$|become a member|already a (?:subscriber"
    r"|member)|©|all rights reserved|copyright\b|terms (?:and conditions|of use)|privacy policy"
    r"|related (?:articles?|stories|content|topics|links)\s*:?$|more (?:from|on|like) .{0,120}$"
    r"|you may also like|most (?:read|popular|commented)|latest (?:jobs|news)\b.{0,30}$"
    r"|follow us\b|recommended for you|topics\s*:?$|tags\s*:?$)",
    re.IGNORECASE,
)
_CLOSES: Final = re.compile(
    # What follows in a press release is for the press, prose or not.
    r"notes? (?:to|for) (?:the )?editors?\b.{0,3}$|(?:for )?(?:media|press)"
    r" (?:enquiries|contacts?)\b.{0,80}$",
    re.IGNORECASE,
)
_END: Final = re.compile(r"[-–—*#\s]*\bends\b[-–—*#\s]*$", re.IGNORECASE)
_OFFERS: Final = re.compile(
    r"(?:from )?£\s?\d+(?:\.\d\d)?\s*(?:/|per|a)\s*(?:month|week|year)"
    r"|sign up (?:to|for)\b.{0,120}|register (?:now|free|here|to)\b.{0,80}|subscribe\b.{0,80}"
    r"|advertisement$|(?:story|article) continues (?:below|after)|sponsored\b.{0,60}$"
    r"|share (?:this|on|via)\b.{0,60}|(?:share|tweet|email|print|facebook|twitter|whatsapp|linkedin"
    r"|save|copy link|(?:listen|watch) live|home|menu|search|log ?in|sign in"
    r"|skip to (?:main )?content)$"
    r"|(?:\d+ )?(?:comments?|shares?|min(?:ute)?s? read)$|cookies?\b.{0,90}|accept (?:all )?cookies"
    r"|get (?:the|our) .{0,60}newsletter.{0,60}|do you have a story\b.{0,160}"
    r"|sign up (?:here|now|today)\b.{0,60}|follow .{2,60} on (?:facebook|x\b|twitter|instagram"
    r"|threads|linkedin|tiktok|bluesky|whatsapp|bbc sounds).{0,120}|send (?:your|us) .{0,120}"
    r"|listen to .{0,120}bbc sounds.{0,60}|image (?:source|caption)s?\b.{0,20}$|getty images"
    r"|this (?:article|story) (?:was|is) (?:originally |first )?published .{0,80}"
    r"|(?:tags|topics|filed under)\s*:\s*[^.]{1,160}"
    r"|(?:email|contact) (?:us|our newsdesk)\b.{0,120}|download (?:the|our) app\b.{0,60}"
    r"|(?:get|receive|have) [^“\"]{0,90}\byour (?:inbox|e-?mail)\b[^“\"]{0,60}"
    r"|(?:get|receive) (?:(?:the|our|all|your|free|daily|weekly|latest|local) )*newsletters?\b"
    r"[^“\"]{0,100}|[^“\"]{0,90}\b(?:by signing up|sign up to (?:our|the) [\w ]{0,40}newsletter)\b"
    r"[^“\"]{0,60}|enter your (?:e-?mail|postcode)\b.{0,60}|we use your sign-?up to\b.{0,200}"
    r"|(?:invalid email|something went wrong, please try)\b.{0,60}",
    re.IGNORECASE,
)
_LINKS: Final = re.compile(
    r"(?:click|follow) (?:the )?links? below\b.{0,80}|(?:read more|see also|also read|more"
    r"|related|don.?t miss|read)\s*:\s*.{0,160}|read more\b.{0,80}|(?:>|»|→)\s?.{0,160}",
    re.IGNORECASE,
)
_LINKS_FOLLOW: Final = re.compile(r".*\b(?:links? below|related)\b.*:\s*$", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"\(?\d{1,2}[.)]\s+|[-•*]\s+")
NOTES: Final = 12
"""Lines below the end of a press release in which its notes stand, before what a page adds."""
_SENTENCE_END: Final = re.compile(r"[.!?…:,;]?[\"'’”)\]]*$")


def body_lines(lines: Sequence[Line]) -> tuple[list[Line], str | None]:
    """The lines of the article's own text, and the outlet if the furniture names it.

    Captions are kept once, without their picture credit: they often say what the text does
    not.
    """
    kept: list[Line] = []
    seen: set[str] = set()
    after_links = False
    outlet = None
    for index, printed in enumerate(lines):
        line, text = printed, printed.text
        outlet = outlet or _outlet(text)
        if _closes(index, text):
            break
        if _ENDS.match(text) and index > 2 and not _is_prose(text):
            if _prose_left(lines[index + 1 :]) < 3:
                outlet = outlet or next(filter(None, map(_outlet, (r.text for r in lines))), None)
                break
            continue
        if _LINKS.fullmatch(text) or _LINKS_FOLLOW.match(text):
            after_links = bool(_LINKS_FOLLOW.match(text))
            continue
        if _OFFERS.fullmatch(text) or not any(char.isalnum() for char in text):
            continue
        if after_links:
            if not _is_prose(text):
                continue
            after_links = False
        credit = _CREDIT.search(text)
        if credit:
            text = text[: credit.start()].strip()
            if _CREDIT_ALONE.match(text):
                continue
            line = msgspec.structs.replace(line, text=text, gap=True, role="caption")
        if not text or text in seen or (_CREDIT_ALONE.match(text) and not _is_prose(text)):
            continue
        if len(text) > 30:
            seen.add(text)
        kept.append(line)
    return kept, outlet


def _closes(index: int, text: str) -> bool:
    """Whether a press release ends with this line; above the text it names those who answer."""
    return bool((index > 4 and _CLOSES.match(text)) or (index > 1 and _END.match(text)))


def notes_for_press(lines: Sequence[Line]) -> list[str]:
    """The sentences below "Notes to editors": no words of the article, but often its facts."""
    closed = (i for i, line in enumerate(lines) if _closes(i, line.text))
    first = next(closed, len(lines))
    notes = [_NUMBERED.sub("", line.text) for line in lines[first + 1 : first + 1 + NOTES]]
    return [text for text in notes if _is_prose(text)]


def _is_prose(text: str) -> bool:
    """Whether a line is a sentence: it ends like one and is long enough to be one."""
    return text.rstrip("\"'’”)]")[-1:] in (".", "!", "?", ",", ":") and len(text.split()) > 7


def _prose_left(lines: Sequence[Line]) -> int:
    return sum(_is_prose(line.text) for line in lines)


def _outlet(text: str) -> str | None:
    """The outlet that an offer or a links box names: "CYP Now Digital membership"."""
    match = re.match(
        r"(?:click links below for related|related) (?P<a>[A-Z][\w' ]{1,40}?) content\b"
        r"|(?P<b>[A-Z][\w']*(?: [A-Z][\w']*){0,4}) (?:digital|magazine|print) "
        r"(?:membership|subscription)\b",
        text,
        re.IGNORECASE,
    )
    if not match:
        return None
    name: str = match.group("a") or match.group("b")
    return name if name[0].isupper() else None
