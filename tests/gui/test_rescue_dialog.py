"""The box that offers changes which a crash left behind."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs import MOST_LISTED, Dialogs
from model.prompts import Rescued


def answered(qtbot: QtBot, button: str, changes: list[str], warning: str = "") -> tuple[Rescued, str]:
    """Presses a button of the box, or closes it; gives the answer and what the box said."""
    parent = QWidget()
    qtbot.addWidget(parent)
    said: list[str] = []

    def press() -> None:
        box = next(shown for shown in QApplication.topLevelWidgets() if isinstance(shown, QMessageBox))
        said.append(box.text())
        pressed = [each for each in box.buttons() if each.text() == button]
        if pressed:
            pressed[0].click()
        else:
            box.close()

    QTimer.singleShot(0, press)
    answer = Dialogs(parent).ask_rescue("tracker.xlsx", changes, warning)
    return answer, said[0]


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        ("&Restore", Rescued.RESTORE),
        ("&Discard", Rescued.DISCARD),
        ("&Later", Rescued.LATER),
        ("closed", Rescued.LATER),
    ],
)
def test_each_button_is_an_answer_and_closing_the_box_decides_nothing(
    qtbot: QtBot, button: str, answer: Rescued
) -> None:
    assert answered(qtbot, button, ["10 July, 09:30  Q4 forecast of A/R.6.266"])[0] is answer


def test_changes_are_listed_as_they_are_and_those_that_do_not_fit_are_counted(qtbot: QtBot) -> None:
    _, said = answered(qtbot, "&Later", ["<b>first</b>", *("another" for _ in range(MOST_LISTED))], "It has changed.")
    assert said.startswith(
        "The program stopped before 13 changes to tracker.xlsx were saved. Restore them?\n\n<b>first"
    )
    assert said.endswith("another\n… and 1 more\n\nIt has changed.")
    _, said = answered(qtbot, "&Later", ["only"])
    assert said == "The program stopped before 1 change to tracker.xlsx was saved. Restore it?\n\nonly"
