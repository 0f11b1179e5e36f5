"""Numbers that cannot be meant are a misuse, told before anything is opened or fetched."""

from pathlib import Path
from typing import Any

import pytest

from tui.__main__ import main


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["serve", "--port", "99999"], "--port: it must be from 1 to 65535, not 99999"),
        (["serve", "--port", "-1"], "--port: it must be from 1 to 65535, not -1"),
        (["serve", "--port", "http"], "--port: 'http' is no whole number"),
        (["serve", "--sessions", "0"], "--sessions: it must be at least 1, not 0"),
        (["serve", "--idle", "nan"], "--idle: 'nan' is no number"),
        (["serve", "--idle", "-5"], "--idle: it must be at least 0.1, not -5"),
        (["search", "workforce", "--limit", "-3"], "--limit: it must be at least 0, not -3"),
        (["fetch", "Tameside", "--delay", "inf"], "--delay: 'inf' is no number"),
        (["fetch", "Tameside", "--delay", "-1"], "--delay: it must be at least 0, not -1"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_number_out_of_bounds(
    arguments: list[str], told: str, tmp_path: Path, capsys: Any
) -> None:
    library = tmp_path / "library.json"
    with pytest.raises(SystemExit) as end:
        main([*arguments, "--library", str(library)])
    assert end.value.code == 2
    assert told in capsys.readouterr().err and not library.exists()
