"""The change log of a workbook goes with it when it is renamed, moved or copied, as far as its content is known."""

import os
import shutil
from pathlib import Path

import openpyxl
import pytest

from model.files.kept_log import CONTENT, ENDING
from model.resources import EXAMPLE
from officer import Officer


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A workbook with one change saved into it."""
    path = Path(shutil.copy(EXAMPLE, tmp_path / "tracker.xlsx"))
    edited(path, "-90")
    return path


def edited(path: Path, amount: str) -> None:
    """A session that opens a workbook, edits and saves it."""
    officer = Officer()
    officer.opens(path)
    officer.types("A/R.6.266", "forecast_q4", amount)
    assert officer.session.save()
    assert officer.session.close()


def log_of(path: Path) -> list[str]:
    """What the log of a workbook says the figure became."""
    officer = Officer()
    document = officer.opens(path)
    shown = [entry.after for entry in officer.session.keeping.log(document).entries()]
    assert officer.session.close()
    return shown


def test_a_workbook_that_was_renamed_keeps_its_log_and_goes_on_with_it(workbook: Path) -> None:
    renamed = workbook.rename(workbook.with_name("tracker final.xlsx"))
    assert log_of(renamed) == ["−90"]
    edited(renamed, "-91")
    assert log_of(renamed) == ["−90", "−91"]


def test_a_copy_begins_with_the_log_of_what_it_was_copied_from(workbook: Path) -> None:
    copy = Path(shutil.copy(workbook, workbook.with_name("copy.xlsx")))
    edited(copy, "-91")
    edited(workbook, "-92")
    assert log_of(copy) == ["−90", "−91"]
    assert log_of(workbook) == ["−90", "−92"]


def test_of_two_logs_of_one_content_the_later_is_taken(workbook: Path, own_folders: Path) -> None:
    copy = Path(shutil.copy(workbook, workbook.with_name("copy.xlsx")))
    edited(copy, "-91")
    edited(copy, "-90")
    edited(workbook, "-91")
    shutil.copy(copy, workbook)
    assert log_of(workbook) == ["−90", "−91"]
    first, last = sorted(
        own_folders.rglob(f"*{CONTENT}"), key=lambda path: len(path.with_suffix(".changes").read_text())
    )
    os.utime(first, (1, 1))
    os.utime(last, (2, 2))
    assert log_of(Path(shutil.copy(copy, workbook.with_name("third.xlsx")))) == ["−90", "−91", "−90"]


def test_a_workbook_that_another_program_changed_is_known_once_it_was_opened_again(workbook: Path) -> None:
    openpyxl.load_workbook(workbook).save(workbook)
    renamed = Path(shutil.copy(workbook, workbook.with_name("before.xlsx")))
    assert log_of(renamed) == []
    assert log_of(workbook) == ["−90"]
    assert log_of(renamed) == ["−90"]


def test_what_can_not_be_noted_stops_nothing(workbook: Path, own_folders: Path) -> None:
    (noted,) = own_folders.rglob(f"*{CONTENT}")
    noted.unlink()
    noted.mkdir()
    assert log_of(workbook) == ["−90"]
    assert log_of(workbook.rename(workbook.with_name("moved.xlsx"))) == []


def test_a_log_that_was_removed_is_not_found_by_its_content(workbook: Path, own_folders: Path) -> None:
    (kept,) = own_folders.rglob(f"*{ENDING}")
    kept.unlink()
    assert log_of(workbook.rename(workbook.with_name("moved.xlsx"))) == []
