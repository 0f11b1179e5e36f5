"""README and docs tell only of what is there: keys, commands, options, files, figures."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.keys import _character_to_key

from store.findings.trained.weights import MODEL_FILE, read_card
from tests.making import make_labels_page
from tests.making.make_pictures import PICTURES
from tui.commands import COMMANDS
from tui.commands.parsers import command_parser, walk
from tui.keys import KEYS

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(
    [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    + list((ROOT / "docs").glob("*.md"))
)
WITH_KEYS = [ROOT / "README.md", ROOT / "docs" / "guide.md"]
TITLES = re.compile(
    r"everywhere|choosing|choosing what you see|looking further|browsing|reading|journey|comparing"
    r"|coverage|themes|searching|correcting"
)
"""The head of a table of keys."""
NAMES = {"esc": "escape"}
KNOWN = {name for key in KEYS.values() for name in key.keys.split(",")}
Page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def tables(page: Path) -> Iterator[tuple[str, list[str]]]:
    """The tables of a page: the head of the first column, and the first cell of each row."""
    for block in re.findall(r"(?:^\|.*\n)+", page.read_text("utf-8"), re.MULTILINE):
        first = [re.split(r"(?<!\\)\|", line)[1].strip() for line in block.splitlines()]
        yield first[0], first[2:]


def keys_told(page: Path) -> set[str]:
    """Every key in the tables of keys, by Textual's name."""
    cells = [cell for head, rows in tables(page) if TITLES.fullmatch(head) for cell in rows]
    told = {shown for cell in cells for shown in re.findall(r"`([^`]+)`", cell)}
    return {NAMES.get(k) or (_character_to_key(k) if len(k) == 1 else k) for k in told}


def commands_told(page: Path) -> Iterator[tuple[str, str]]:
    """Each command that a page tells of in code, and the words behind it."""
    text = page.read_text("utf-8")
    code = re.findall(r"`(ofsted-tui[^`]*)`", text) + re.findall(r"^    (.*)$", text, re.MULTILINE)
    for line in code:
        for found in re.finditer(r"(?<![\w/])(?:\.venv/bin/)?ofsted-tui ([a-z]+)\b([^#|]*)", line):
            yield found[1], found[2]


def slug(heading: str) -> str:
    """The anchor that a heading has on the usual sites."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", WITH_KEYS, ids=lambda page: page.name)
def test_every_key_told_is_there(page: Path) -> None:
    told = keys_told(page)
    assert len(told) > 20 and told <= KNOWN, told - KNOWN


def test_every_command_of_the_app_has_its_key_in_the_guide() -> None:
    told = keys_told(ROOT / "docs" / "guide.md")
    missing = [id for id, key in KEYS.items() if not told & set(key.keys.split(","))]
    assert not missing, f"docs/guide.md tells no key of {missing}"


@Page
def test_every_command_told_is_there(page: Path) -> None:
    for name, rest in commands_told(page):
        assert name in COMMANDS, name
        known = {
            option
            for parser in walk(command_parser(name))
            for action in parser._actions
            for option in action.option_strings
        }
        told = set(re.findall(r"(?<![\w-])--[a-z-]+", rest))
        assert told <= known, (name, told - known)


def test_the_pages_tell_of_commands() -> None:
    assert len({name for page in PAGES for name, _ in commands_told(page)}) > 10


def test_every_environment_variable_told_is_read_somewhere() -> None:
    source = "".join(
        file.read_text("utf-8") for top in ("store", "tui", "tests") for file in python(ROOT / top)
    )
    for page in PAGES:
        for name in re.findall(r"`(OFSTED_\w+)", page.read_text("utf-8")):
            assert f'"{name}"' in source, (page.name, name)


def python(folder: Path) -> Iterator[Path]:
    return folder.rglob("*.py")


@Page
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if target.startswith(("https://", "http://")):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        assert file.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", file.read_text("utf-8"), re.MULTILINE)
            assert anchor in map(slug, headings), target


def test_every_picture_is_made_and_shown() -> None:
    shown = {name for page in PAGES for name in re.findall(r"(\w+)\.svg\)", page.read_text())}
    assert shown == set(PICTURES) == {file.stem for file in (ROOT / "docs").glob("*.svg")}


def test_pictures_load_nothing_from_the_network() -> None:
    for file in (ROOT / "docs").glob("*.svg"):
        assert "url(" not in re.sub(r"url\(#", "", file.read_text("utf-8")), file.name


def test_the_page_of_labels_is_that_of_the_shipped_model() -> None:
    told = make_labels_page.FILE.read_text("utf-8")
    current = make_labels_page.page(read_card(MODEL_FILE))
    assert told == current, "run: python -m tests.making.make_labels_page"


def test_the_readme_names_the_model_and_its_licence() -> None:
    name, _, licence = read_card(MODEL_FILE).base.partition(" (")
    readme = (ROOT / "README.md").read_text("utf-8")
    assert name in readme and licence.rstrip(")") in readme
