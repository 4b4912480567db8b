"""A colleague's save is noticed while the window is open, and asked about once."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.outside_changes import OutsideChanges
from model.resources import RESOURCES
from officer import Officer


@pytest.fixture
def officer(tmp_path: Path) -> Officer:
    """An officer with a workbook of the council open."""
    made = Officer()
    made.opens(Path(shutil.copy(RESOURCES / "examples" / "savings-tracker-2020-21.xlsx", tmp_path / "t.xlsx")))
    return made


def a_colleague_saves(officer: Officer, text: str) -> None:
    """Somebody else changes a forecast in the same file."""
    other = Officer()
    assert officer.document.path
    other.opens(officer.document.path)
    other.types("A/R.7.105", "forecast_q2", text)
    assert other.session.save()


def test_their_change_is_here_without_being_asked_for(qtbot: QtBot, officer: Officer) -> None:
    del qtbot
    watch = OutsideChanges(officer.session, lambda: True)
    watch.look()
    assert officer.prompts.told == []
    a_colleague_saves(officer, "-20")
    watch.look()
    watch.look()
    assert officer.sees("A/R.7.105").forecast_q2 == -20
    assert len(officer.prompts.told) == 1
    assert officer.document.unsaved == 0


def test_a_conflict_put_off_is_asked_about_again_only_after_another_save(qtbot: QtBot, officer: Officer) -> None:
    del qtbot
    watch = OutsideChanges(officer.session, lambda: True)
    officer.types("A/R.7.105", "forecast_q2", "-30")
    a_colleague_saves(officer, "-20")
    watch.look()
    watch.look()
    assert len(officer.prompts.asked) == 1
    assert officer.sees("A/R.7.105").forecast_q2 == -30
    a_colleague_saves(officer, "-25")
    watch.look()
    assert len(officer.prompts.asked) == 2


def test_nobody_is_disturbed_while_a_figure_is_being_typed(qtbot: QtBot, officer: Officer) -> None:
    watch = OutsideChanges(officer.session, lambda: True)
    a_colleague_saves(officer, "-20")
    editor = QLineEdit()
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    watch.look()
    assert officer.prompts.told == []
    editor.close()


def test_a_figure_that_is_refused_is_put_right_first(qtbot: QtBot, officer: Officer) -> None:
    del qtbot
    a_colleague_saves(officer, "-20")
    OutsideChanges(officer.session, lambda: False).look()
    assert officer.prompts.told == []
