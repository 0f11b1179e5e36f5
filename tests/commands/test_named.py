"""What arguments name and is not there ends a command with a word of it, not with an empty list."""

from pathlib import Path
from typing import Any

import pytest

from store.library import Library
from tui.__main__ import main


def status(arguments: list[str]) -> int:
    """The exit status, whichever way the command ends."""
    try:
        return main(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1


LISTS = (
    ["findings"], ["visits"], ["themes"], ["quotations"], ["coverage"], ["journey"], ["compare"],
    ["compare", "Tameside"],
)  # fmt: skip


@pytest.mark.parametrize("command", LISTS, ids=" ".join)
@pytest.mark.parametrize(
    ("name", "expected", "told"),
    [
        ("Atlantis", 2, "There is no council 'Atlantis'."),
        ("tamesid", 2, "There is no council 'tamesid'; did you mean Tameside?"),
        ("Norfolk", 1, "The library holds no document about Norfolk."),
    ],
)
def test_a_council_that_there_is_not(
    command: list[str], name: str, expected: int, told: str, sample_library_file: Path, capsys: Any
) -> None:
    named = [name] if command[0] in ("journey", "compare") else ["--council", name]
    assert status([*command, *named, "--library", str(sample_library_file)]) == expected
    out, err = capsys.readouterr()
    assert out == "" and told in err


def test_an_export_of_what_there_is_not_writes_nothing(
    sample_library_file: Path, tmp_path: Path, capsys: Any
) -> None:
    out = tmp_path / "out.csv"
    for given in (["--council", "Atlantis"], ["--visit", "zzz"], ["--document", "zzz"]):
        library = ["--library", str(sample_library_file)]
        assert status(["export", str(out), *given, *library]) == 2
        assert not out.exists()
        assert given[1] in capsys.readouterr().err


def test_a_visit_or_document_that_there_is_not(sample_library_file: Path, capsys: Any) -> None:
    command = ["findings", "--library", str(sample_library_file)]
    compare = ["compare", "Tameside", *command[1:]]
    asked = [(command, "--visit"), (command, "--document")]
    asked += [(compare, "--earlier"), (compare, "--later")]
    for words, option in asked:
        what = "document" if option == "--document" else "visit"
        for wrong in ("zzz", ""):
            assert status([*words, option, wrong]) == 2
            out, err = capsys.readouterr()
            assert out == "" and f"There is no {what} {wrong!r} in the library" in err


def test_a_mistyped_visit_is_guessed(sample_library_file: Path, capsys: Any) -> None:
    key = Library(sample_library_file).visits[0].key
    command = ["findings", "--library", str(sample_library_file), "--visit", key[:-1].upper()]
    assert status(command) == 2
    assert f"did you mean {key}?" in capsys.readouterr().err


COMMANDS_WITH_A_PERIOD = ("findings", "themes", "export")


@pytest.mark.parametrize("command", COMMANDS_WITH_A_PERIOD)
@pytest.mark.parametrize(
    ("period", "told"),
    [
        (["--until", "rubbish"], "“rubbish” is no date"),
        (["--since", "30 February 2018"], "There is no 30 February 2018"),
        (["--since", "2019", "--until", "May 2018"], "May 2018 comes before 2019"),
    ],
)
def test_what_is_no_date_is_a_misuse(
    command: str,
    period: list[str],
    told: str,
    sample_library_file: Path,
    tmp_path: Path,
    capsys: Any,
) -> None:
    out = [str(tmp_path / "out.csv")] if command == "export" else []
    assert status([command, *out, *period, "--library", str(sample_library_file)]) == 2
    printed, err = capsys.readouterr()
    assert printed == "" and told in err and not list(tmp_path.glob("out*"))


@pytest.mark.parametrize("command", ["findings", "themes"])
def test_dates_are_read_as_the_dialog_reads_them(
    command: str, sample_library_file: Path, capsys: Any
) -> None:
    def printed(since: str, until: str) -> str:
        period = ["--since", since, "--until", until, "--library", str(sample_library_file)]
        assert status([command, *period, "--json"]) == 0
        return str(capsys.readouterr().out)

    assert printed("May 2018", "31/8/2018") == printed("2018-05", "2018-08-31")
    assert len(printed("2018", "May 2018")) < len(printed("2018", "2019"))


def test_concerns_take_mixed_ones_in_as_the_counts_do(
    sample_library_file: Path, capsys: Any
) -> None:
    library = Library(sample_library_file)

    def listed(polarity: str, council: str) -> int:
        given = ["--polarity", polarity, "--council", council, "--json"]
        assert status(["findings", *given, "--library", str(library.path)]) == 0
        return len(capsys.readouterr().out.splitlines())

    for card in library.councils:
        several = [listed(polarity, card.name) for polarity in ("concerns", "concern", "mixed")]
        assert several[0] == several[1] + several[2] == card.concerns
    with pytest.raises(SystemExit):
        main(["findings", "--help"])
    assert "concerns are concern and mixed" in " ".join(capsys.readouterr().out.split())
