"""Files of the size that is allowed stay within the memory of a small machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .make_docx import docx_of, para

ROOT = Path(__file__).parents[3]
STATUS = Path("/proc/self/status")
PEAK = """
import re, sys
from pathlib import Path
import store.reading
from store.reading.failure import ReadingError
from store.reading.reader import read
def peak():  # not getrusage, which still counts what the parent process held
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
before = peak()
try:
    read(Path(sys.argv[1]))
except ReadingError as error:
    print(error.code, end=" ")
print(peak() - before)
"""
WORDS = "The inspectors read the files of forty children in two days. "
FILES = {
    "paragraphs.html": (f"<html>{f'<p>{WORDS}</p>' * 100_000}", 200),
    "article.html": (f"<html><article><h1>T</h1>{f'<p>{WORDS}</p>' * 50_000}</article>", 200),
    "short.html": (f"<html>{'<p>a' * 250_000}", 300),
    "tags.html": (f"<html>{'<b>' * 600_000}", 200),
    "text.html": (f"<html><p>{'word ' * 5_000_000}", 250),
    "script.html": (f"<html><script>{'x=1;' * 7_000_000}</script><p>text", 250),
    "lines.txt": ("ab\n" * 499_000, 250),
    "one.txt": (WORDS * 130_000, 120),
    "list.md": ("# T\n\n" + "- a\n" * 20_000, 120),
}

pytestmark = pytest.mark.skipif(not STATUS.exists(), reason="asks Linux for its memory")


@pytest.mark.parametrize("name", FILES)
def test_peak(name: str, tmp_path: Path) -> None:
    text, megabytes = FILES[name]
    (tmp_path / name).write_text(text)
    assert _peak(tmp_path / name) < megabytes


def test_peak_of_a_word_file(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(docx_of(para(WORDS, num=2) * 3_000))
    assert _peak(tmp_path / "x.docx") < 120
    (tmp_path / "y.docx").write_bytes(docx_of("<w:p/>" * 600_000))
    assert _peak(tmp_path / "y.docx") < 400


def _peak(path: Path) -> int:
    result = subprocess.run(
        [sys.executable, "-c", PEAK, str(path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
        timeout=120,
    )
    return int(result.stdout.split()[-1])
