"""Paths as terminals paste them."""

from pathlib import Path

from tui.dropped import paths_in


def test_one_path_in_every_writing(tmp_path: Path) -> None:
    file = tmp_path / "a letter (1) [sic].txt"
    file.write_text("x")
    plain = str(file)
    escaped = plain.replace(" ", "\\ ").replace("(", "\\(").replace(")", "\\)")
    for given in (plain, f"'{plain}'", f'"{plain}"', escaped, file.as_uri(), f"  {plain}\n"):
        assert paths_in(given) == [file], given


def test_several_files_dropped_at_once(tmp_path: Path) -> None:
    files = [tmp_path / "one.txt", tmp_path / "number two.txt"]
    for file in files:
        file.write_text("x")
    assert paths_in(f"{files[0]} '{files[1]}'") == files
    assert paths_in(f"{files[0].as_uri()} {files[1].as_uri()}") == files


def test_what_is_not_there_stays_one_path(tmp_path: Path) -> None:
    assert paths_in(f"{tmp_path}/no such file") == [tmp_path / "no such file"]
    assert paths_in("council's letter.txt") == [Path("council's letter.txt")]
    assert paths_in("~nobody-of-this-name/x") == [Path("~nobody-of-this-name/x")]
    assert paths_in("x" * 5_000) == [Path("x" * 5_000)]
