"""Where replaced versions are kept is the officer's choice, and survives."""

import shutil
from pathlib import Path

import pytest

from gui.file_acts import FileActs
from model.backup_choice import BackupChoice
from model.resources import EXAMPLE
from officer import Officer

USUAL, ANOTHER, NONE = range(3)


def test_copies_are_kept_in_the_users_own_folder_at_first() -> None:
    assert BackupChoice().folder == BackupChoice().usual


def test_another_folder_and_no_copies_are_remembered(tmp_path: Path) -> None:
    BackupChoice().choose(tmp_path)
    assert BackupChoice().folder == tmp_path
    BackupChoice().choose(None)
    assert BackupChoice().folder is None


@pytest.mark.parametrize("text", ["", "[]", '{"folder": 3}', "{"])
def test_a_choice_that_cannot_be_read_is_none(own_folders: Path, text: str) -> None:
    BackupChoice().choose(None)
    (kept,) = own_folders.rglob("backups.json")
    kept.write_text(text, encoding="utf-8")
    assert BackupChoice().folder == BackupChoice().usual


def saved(officer: Officer, workbook: Path) -> None:
    """A change saved into the workbook."""
    officer.opens(workbook)
    officer.types("A/R.6.266", "forecast_q4", "-89")
    assert officer.session.save()


def test_a_save_follows_the_choice_made_in_the_menu(tmp_path: Path) -> None:
    workbook = Path(shutil.copy(EXAMPLE, tmp_path / "t.xlsx"))
    before, copies = workbook.read_bytes(), tmp_path / "copies"
    officer = Officer()
    acts = FileActs(officer.session, lambda: True, lambda: None, lambda _words: None)
    officer.prompts.chosen, officer.prompts.folder = ANOTHER, copies
    acts.choose_backups()
    saved(officer, workbook)
    assert [path.read_bytes() for path in copies.iterdir()] == [before]
    officer.prompts.chosen = NONE
    acts.choose_backups()
    officer.types("A/R.6.266", "forecast_q4", "-88")
    assert officer.session.save()
    assert len(list(copies.iterdir())) == 1
    officer.prompts.chosen = USUAL
    acts.choose_backups()
    assert BackupChoice().folder == BackupChoice().usual
    officer.prompts.chosen = None
    acts.choose_backups()
    assert BackupChoice().folder == BackupChoice().usual
