"""The user's keys: which lines of [keys] are obeyed, and what is wrong with the others.

Textual itself lets a rebound key take another's place without a word.
"""

from collections.abc import Mapping

from tui.keys import KEYS


def checked_keymap(given: Mapping[str, object]) -> tuple[dict[str, str], dict[str, str]]:
    """The lines that can be obeyed, and of each other one why it is not, in words.

    One wrong line costs no other: the key it asked for stays with whoever had it, or got it in a
    line above.
    """
    keymap: dict[str, str] = {}
    wrong: dict[str, str] = {}
    for id, keys in given.items():
        if id not in KEYS:
            wrong[id] = f"there is no command “{id}” to rebind{_nearest(id)}"
        elif not isinstance(keys, str):
            wrong[id] = f"“{id}” must be given its keys as text, not {keys!r}"
        elif not keys.strip():
            what = "there would be no key to quit with" if id == "quit" else "no key is named"
            wrong[id] = f"{what}: “{id}” stays on {KEYS[id].keys}"
        else:
            keymap[id] = keys
    # A line that is dropped gives its command the old key back, which another line may have taken.
    while clash := _clash(keymap):
        key, loser, keeper = clash
        del keymap[loser]
        wrong[loser] = (
            f"“{key}” is bound to both “{loser}” and “{keeper}”: “{keeper}” keeps it, "
            f"“{loser}” stays on {KEYS[loser].keys}"
        )
    return keymap, {id: wrong[id] for id in given if id in wrong}


def _clash(keymap: Mapping[str, str]) -> tuple[str, str, str] | None:
    """A key that two commands have, the one whose line is not obeyed, and the one that keeps it."""
    order = list(keymap)
    taken: dict[str, list[str]] = {}
    for id in KEYS:
        for key in _keys_of(keymap.get(id, KEYS[id].keys)):
            taken.setdefault(key, []).append(id)
    for id in reversed(order):
        for key in _keys_of(keymap[id]):
            if key in _keys_of(KEYS[id].keys):
                continue  # it has this key anyway; what shares it does so on other screens
            others = [other for other in taken[key] if other != id]
            if others:
                return key, id, others[0]
    return None


def _keys_of(keys: str) -> list[str]:
    return [name.strip() for name in keys.split(",") if name.strip()]


def _nearest(id: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(id, KEYS, 1)
    return f"; did you mean “{close[0]}”?" if close else ""
