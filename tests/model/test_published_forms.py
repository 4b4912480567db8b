"""The command writes an appendix in each of its forms, and says where."""

from pathlib import Path

import pytest

from model import command_line
from model.resources import EXAMPLES

TRACKER = str(EXAMPLES / "savings-tracker-2017-18.xlsx")


def test_each_form_that_is_named_is_written_and_none_besides(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["appendix", TRACKER, "--committee", "Adults", "--html", "--xlsx", "-o", str(tmp_path)]
    assert command_line.run(asked) == command_line.DONE
    names = [f"Savings 2017-18, Adults Committee, October 2017{suffix}" for suffix in (".html", ".xlsx")]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    told = capsys.readouterr().out
    assert all(f"Written: {tmp_path / name}" in told for name in names)


def test_a_form_that_is_there_already_is_not_replaced_unasked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "Savings 2017-18, Adults Committee, October 2017.xlsx"
    there.write_text("another's", encoding="utf-8")
    asked = ["appendix", TRACKER, "--committee", "Adults", "--html", "--xlsx", "-o", str(tmp_path)]
    assert command_line.run(asked) == command_line.REFUSED
    assert "is there already" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == [there.name]
    assert command_line.run([*asked, "--overwrite"]) == command_line.DONE
    assert there.read_bytes().startswith(b"PK")
