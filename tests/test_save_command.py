"""`main.py save`: fields changed and saved into the workbook, all or none, with a receipt."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from model import command_line, open_tracker
from model.backup_choice import BackupChoice
from model.files.kept_log import KeptLog, LogNotKept
from model.resources import EXAMPLE, EXAMPLES

DONE, REFUSED = command_line.DONE, command_line.REFUSED


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """The council's workbook in a folder of its own."""
    return Path(shutil.copy(EXAMPLE, tmp_path / "tracker.xlsx"))


def test_fields_are_saved_and_listed(workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edits = ["--set", "A/R.6.266", "forecast_q4", "-90", "--set", "A/R.6.181", "commentary", "=x"]
    assert command_line.run(["save", str(workbook), *edits, "--receipt"]) == DONE
    out = capsys.readouterr().out
    assert out.startswith("Saved into tracker.xlsx: 9 cells changed; all 9 other parts of the file are identical.\n")
    assert "\nA/R.6.266, Q4 forecast (S16): −375 → −90\n" in out
    tracker = open_tracker(workbook)
    assert tracker["A/R.6.266"].variance == 285
    assert tracker["A/R.6.181"].commentary == "=x"


def test_without_a_receipt_one_line_is_printed(workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.run(["save", str(workbook), "--set", "A/R.6.266", "forecast_q4", "-90"]) == DONE
    assert capsys.readouterr().out.count("\n") == 1


def test_nothing_set_leaves_the_file_as_it_is(workbook: Path) -> None:
    before = workbook.read_bytes()
    assert command_line.run(["save", str(workbook), "--receipt"]) == DONE
    assert workbook.read_bytes() == before


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (("A/R.6.266", "forecast_q4", "lots"), "is not an amount"),
        (("A/R.6.266", "plan_q4", "-90"), "is locked"),
        (("A/R.6.266", "rating", "Red"), "needs a reason"),
        (("Z/Z.1", "forecast_q4", "-90"), "is on no line"),
        (("A/R.6.266", "nothing", "-90"), "nothing"),
    ],
)
def test_what_is_refused_leaves_the_file_as_it_is(
    workbook: Path, capsys: pytest.CaptureFixture[str], edit: tuple[str, str, str], sentence: str
) -> None:
    before = workbook.read_bytes()
    good = ("--set", "A/R.6.181", "forecast_q4", "0")
    assert command_line.run(["save", str(workbook), *good, "--set", *edit]) == REFUSED
    assert sentence in capsys.readouterr().err
    assert workbook.read_bytes() == before


def test_a_reason_lets_a_rating_be_overridden(workbook: Path) -> None:
    edit = ["--set", "A/R.6.266", "rating", "Red", "--reason", "Agreed"]
    assert command_line.run(["save", str(workbook), *edit]) == DONE


def test_a_text_and_the_programs_example_are_not_saved_into(capsys: pytest.CaptureFixture[str]) -> None:
    for path, why in (
        (EXAMPLES / "source" / "savings-tracker-2020-21.txt", "is the text of a paper"),
        (EXAMPLE, "is one of the program's examples"),
    ):
        before = path.read_bytes()
        assert command_line.run(["save", str(path), "--set", "A/R.6.266", "forecast_q4", "-90"]) == REFUSED
        assert why in capsys.readouterr().err
        assert path.read_bytes() == before


def test_a_version_that_cannot_be_kept_is_said(
    workbook: Path, own_folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_folders / "taken").write_text("no folder", encoding="utf-8")
    BackupChoice().choose(own_folders / "taken")
    assert command_line.run(["save", str(workbook), "--set", "A/R.6.266", "forecast_q4", "-90"]) == DONE
    assert "could not be kept" in capsys.readouterr().out


def test_what_was_saved_is_in_the_change_log_and_exported_with_it(
    workbook: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line.run(["save", str(workbook), "--set", "A/R.6.266", "forecast_q4", "-90"]) == DONE
    out = tmp_path / "out.xlsx"
    assert command_line.run(["export", str(workbook), "-o", str(out), "--with-log"]) == DONE
    assert capsys.readouterr().out.endswith(f"Written: {out}, with 1 change on its sheet “Change log”\n")
    row = next(openpyxl.load_workbook(out)["Change log"].iter_rows(min_row=2, values_only=True))
    assert (row[2], row[4], row[5], row[8]) == ("A/R.6.266", -375, -90, "Yes")


def test_a_change_log_that_can_not_be_kept_stops_no_save(
    workbook: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_asked: object) -> None:
        raise LogNotKept("tracker.xlsx", Path("log"), "No space left on device")

    monkeypatch.setattr(KeptLog, "append", full)
    assert command_line.run(["save", str(workbook), "--set", "A/R.6.266", "forecast_q4", "-90"]) == DONE
    assert "could not be noted in the change log" in capsys.readouterr().out
