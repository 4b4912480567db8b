"""The program started: files opened, the example where none is given, the look that was chosen."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import app
from gui.dialogs import Dialogs
from gui.look import Appearance, ThemeSwitch
from gui.main_window import MainWindow
from gui.mishaps import LOG
from gui.theme import DARK, LIGHT, theme_of
from model.html_tables import html_from_block
from sources import ROOT

SOURCES = ROOT / "resources" / "examples" / "source"
NEWER, OLDER = SOURCES / "savings-tracker-2020-21.txt", SOURCES / "savings-tracker-2017-18.txt"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def application(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[QApplication]:
    """The application, put back as it was."""
    before = qapp.style().objectName(), qapp.palette(), qapp.font()
    logs = list(LOG.handlers)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    yield qapp
    qInstallMessageHandler(None)
    for kept in [kept for kept in LOG.handlers if kept not in logs]:
        kept.close()
        LOG.removeHandler(kept)
    for switch in qapp.findChildren(ThemeSwitch):
        switch.deleteLater()
    qapp.setStyleSheet("")
    qapp.setStyle(before[0])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])


@pytest.fixture
def started(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[MainWindow]]:
    """The windows of a program that is started and left at once."""
    windows: list[MainWindow] = []

    def look() -> int:
        shown = (window for window in application.topLevelWidgets() if window.isVisible())
        windows.extend(window for window in shown if isinstance(window, MainWindow) and window not in windows)
        return 0

    monkeypatch.setattr(QApplication, "exec", staticmethod(look))
    yield windows
    for window in windows:
        window.close()
        window.deleteLater()


def test_files_given_are_opened_each_in_a_tab(started: list[MainWindow]) -> None:
    assert app.run([NEWER, OLDER]) == 0
    (window,) = started
    assert window.isVisible()
    assert [document.name for document in window.session.documents] == [NEWER.name, OLDER.name]


def test_files_are_opened_beside_another_in_the_place_of_what_stood_there(started: list[MainWindow]) -> None:
    assert app.run([NEWER], [OLDER]) == 0
    assert app.run([NEWER], [NEWER]) == 0
    for window, beside in zip(started, (OLDER, NEWER), strict=True):
        first, second = window.session.documents
        assert second.beside is first
        assert second.path == beside


def test_without_a_file_the_example_is_opened(started: list[MainWindow]) -> None:
    assert app.run([], example=True) == 0
    (window,) = started
    assert window.windowTitle().startswith("Example: Savings Tracker 2020-21")


def test_without_prompts_the_window_asks_with_dialogs(application: QApplication, qtbot: QtBot) -> None:
    window = app.make_window(application)
    qtbot.addWidget(window)
    assert isinstance(window.session.prompts, Dialogs)


def test_the_look_chosen_in_the_menu_is_put_on_at_once_and_at_the_next_start(
    application: QApplication, qtbot: QtBot
) -> None:
    window = app.make_window(application)
    qtbot.addWidget(window)
    window.open_files([NEWER])
    window.choose_look(Appearance.DARK)
    assert window.tab is not None
    for part in (window, window.tab.table, window.tab.pane, window.tab.findings):
        assert theme_of(part.palette()) is DARK
    window.choose_look(Appearance.LIGHT)
    assert theme_of(window.tab.table.palette()) is LIGHT
    window.choose_look(Appearance.DARK)
    again = app.make_window(application)
    qtbot.addWidget(again)
    assert theme_of(again.palette()) is DARK


def test_a_window_that_fits_the_screen_comes_back_as_it_was_and_another_fills_it(
    application: QApplication, qtbot: QtBot, started: list[MainWindow]
) -> None:
    assert app.run([]) == 0
    assert started[0].isMaximized()
    smaller = app.make_window(application)
    qtbot.addWidget(smaller)
    smaller.showNormal()
    smaller.resize(700, 500)
    qtbot.waitUntil(lambda: not smaller.isMaximized() and smaller.width() == 700)
    smaller.close()
    assert app.run([]) == 0
    assert not started[-1].isMaximized()
    assert (started[-1].width(), started[-1].height()) == (700, 500)


def test_what_was_copied_stays_as_text_and_the_program_ends_well() -> None:
    program = """
import sys
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from gui.app import leave_clipboard
from model.html_tables import html_from_block
application = QApplication([])
both = QMimeData()
both.setText("-90")
both.setHtml(html_from_block([["-90"]]))
QApplication.clipboard().setMimeData(both)
leave_clipboard()
sys.exit(0 if QApplication.clipboard().text() == "-90" else 3)
"""
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert ended.returncode == 0


def test_only_our_own_copy_is_made_text(qapp: QApplication) -> None:
    for markup, kept in ((html_from_block([["-90"]]), False), ("<b>theirs</b>", True)):
        both = QMimeData()
        both.setText("-90")
        both.setHtml(markup)
        qapp.clipboard().setMimeData(both)
        app.leave_clipboard()
        assert qapp.clipboard().text() == "-90"
        assert qapp.clipboard().mimeData().hasHtml() is kept
