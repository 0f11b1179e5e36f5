"""What is loaded when: store never loads the screen, looking never loads the readers."""

import subprocess
import sys

import pytest

HEAVY = {"textual", "pypdfium2", "trafilatura", "lxml", "mammoth", "numpy", "markdown_it"}


def loaded_after(code: str) -> set[str]:
    program = f"{code}\nimport sys\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(result.stdout.splitlines()[-1].split())


def test_store_loads_neither_screen_nor_tui() -> None:
    code = (
        "import store, store.library, store.intake, store.findings, store.selection, "
        "store.search, store.export"
    )
    assert not loaded_after(code) & {"tui", "textual", "rich"}


@pytest.mark.parametrize("command", ["--version", "--where", "councils", "visits", "documents"])
def test_looking_loads_no_reader_and_no_textual(command: str, tmp_path_factory: object) -> None:
    code = (
        "import sys, tui.__main__\n"
        f"try: tui.__main__.main(['{command}', '--library', '/nonexistent/library.json'])\n"
        "except SystemExit: pass"
        if command not in ("--version", "--where")
        else "import sys, tui.__main__\n"
        f"try: tui.__main__.main(['{command}'])\nexcept SystemExit: pass"
    )
    assert not loaded_after(code) & HEAVY


def test_the_app_opens_without_the_readers() -> None:
    searching = {"tantivy", "stringzilla", "sqlite3"}
    assert not loaded_after("import tui.app") & ((HEAVY | searching) - {"textual", "markdown_it"})
