"""A finance officer at the window: keys, clicks and menus on one side, what the screen shows on the other."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from fake_prompts import FakePrompts
from gui.app import make_window
from gui.main_window import MainWindow
from gui.roles import Marks, Role
from gui.tracker_tab import TrackerTab
from model.prompts import Answer
from model.tracker import Tracker

SIZE = (1366, 768)
LATIN = 128


class Seen:
    """What the window shows of the tracker in front."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def tab(self) -> TrackerTab:
        """The tab in front."""
        assert self._window.tab is not None, "no tracker is open"
        return self._window.tab

    def index(self, reference: str, key: str) -> QModelIndex:
        """The cell of a reference and a field."""
        row = self.tab.model.row_of(self.tab.tracker[reference].line)
        column = self.tab.model.column_of(key)
        assert row is not None, f"{reference} is not shown"
        assert column is not None, f"there is no column {key}"
        return self.tab.model.index(row, column)

    def cell(self, reference: str, key: str) -> str:
        """The text of a cell."""
        return str(self.index(reference, key).data())

    def cells(self, reference: str, *keys: str) -> tuple[str, ...]:
        """The texts of several cells of a line."""
        return tuple(self.cell(reference, key) for key in keys)

    def lines(self) -> list[str]:
        """The references of the lines shown, from above."""
        return [self.tab.tracker.year.savings[line].reference for line in self.tab.model.lines]

    def current(self) -> tuple[str, str]:
        """Reference and field of the current cell."""
        column = self.tab.model.columns[self.tab.table.currentIndex().column()]
        assert self.tab.saving is not None, "no line is current"
        return self.tab.saving.reference, column.key

    def totals(self, row: int = 0) -> tuple[str, ...]:
        """Label, plan, forecast and variance of a totals row: all lines, or with 1 the lines shown."""
        model = self.tab.table.totals.model()
        columns = [self.tab.model.column_of(key) or 0 for key in ("plan_total", "forecast_total", "variance")]
        return tuple(str(model.index(row, column).data()) for column in (0, *columns))

    def marked(self) -> set[tuple[str, str]]:
        """The cells with the corner mark of a change, by reference and field."""
        model = self.tab.model
        return {
            (model.tracker.year.savings[line].reference, column.key)
            for row, line in enumerate(model.lines)
            for place, column in enumerate(model.columns)
            if model.index(row, place).data(Role.MARKS) & Marks.CHANGED
        }

    def chips(self) -> list[str]:
        """The words of the filter's chips."""
        chips = self.tab.filter_bar.findChildren(QAbstractButton)
        return [chip.text() for chip in chips if chip.isCheckable() and chip.isVisible()]

    def status(self) -> list[str]:
        """What the status line says: lines, selection, changes, mode; what is told in passing is put first."""
        labels = [label.text() for label in self._window.status.findChildren(QLabel)]
        passing = self._window.status.currentMessage()
        return [text for text in (passing, *labels) if text]

    def says(self, name: str) -> str:
        """The text of a text field by its object name."""
        field = self.tab.findChild(QWidget, name)
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText()
        assert isinstance(field, QLineEdit | QLabel), f"there is no text {name}"
        return field.text()


class Driver:
    """Does at the window what a person does there.

    Attributes:
        prompts: what the window asked and told, and what it is answered.
        seen: what the window shows.
    """

    def __init__(self, window: MainWindow, prompts: FakePrompts) -> None:
        self.window = window
        self.prompts = prompts
        self.seen = Seen(window)

    @property
    def tab(self) -> TrackerTab:
        """The tab in front."""
        return self.seen.tab

    @property
    def tracker(self) -> Tracker:
        """The tracker in front."""
        return self.tab.tracker

    def opens(self, *paths: Path) -> TrackerTab:
        """Opens files that must open; gives the last one's tab."""
        self.window.open_files(paths)
        assert not self.prompts.refused, self.prompts.refused
        return self.tab

    def clicks(self, reference: str, key: str, *, until: tuple[str, str] | None = None) -> None:
        """Clicks on a cell; with `until`, drags from there to another."""
        table, index = self.tab.table, self.seen.index(reference, key)
        table.scrollTo(index)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
        if until is not None:
            block = QItemSelection(index, self.seen.index(*until))
            table.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def clicks_button(self, words: str, within: QWidget | None = None) -> None:
        """Clicks on the button or chip whose words begin so."""
        buttons = (within or self.window).findChildren(QAbstractButton)
        button = next(button for button in buttons if button.text().startswith(words) and button.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def types(self, text: str) -> None:
        """Types characters into whatever has the keyboard."""
        for character in text:
            if ord(character) < LATIN:
                QTest.keyClicks(self._screen(), character)
            else:
                key = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(self._screen(), key)

    def presses(self, *keys: str) -> None:
        """Presses keys, each written as in a menu: `Ctrl+Z`, `F2`, `Return`."""
        for name in keys:
            pressed = QKeySequence(name)[0]  # type: ignore[index] # the stubs leave it out
            back = name == "Shift+Tab"
            QTest.keyClick(self._screen(), Qt.Key.Key_Backtab if back else pressed.key(), pressed.keyboardModifiers())

    def types_forecast(self, reference: str, quarter: int, text: str) -> None:
        """Types a quarter's forecast into its cell and presses Enter."""
        self.clicks(reference, f"forecast_q{quarter}")
        self.types(text)
        self.presses("Return")

    def chooses(self, name: str) -> None:
        """Chooses a command from its menu."""
        action = self.window.actions_by_name[name]
        assert action.isEnabled(), f"{name} can't be used now"
        action.trigger()

    def copies(self, text: str, markup: str = "") -> None:
        """Copies something in another program."""
        copied = QMimeData()
        copied.setText(text)
        if markup:
            copied.setHtml(markup)
        QGuiApplication.clipboard().setMimeData(copied)

    def drops(self, onto: QWidget, *paths: Path) -> bool:
        """Drags files over a widget and drops them; tells whether they were taken."""
        files = QMimeData()
        files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, left, held = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entered = QDragEnterEvent(QPoint(9, 9), copy, files, left, held)
        QApplication.sendEvent(onto, entered)
        if entered.isAccepted():
            QApplication.sendEvent(onto, QDropEvent(QPointF(9, 9), copy, files, left, held))
        return entered.isAccepted()

    def _screen(self) -> QWidget:
        """What gets the keys: the menu that is open, or whatever has the keyboard."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window


@contextmanager
def at_window(qtbot: QtBot, size: tuple[int, int] | None = SIZE) -> Iterator[Driver]:
    """A window of the program on the screen, active; at the end it is closed and what it had put on is taken off."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = application.style().objectName(), application.palette(), application.font()
    prompts = FakePrompts()
    window = make_window(application, prompts)
    qtbot.addWidget(window)
    if size:
        window.resize(*size)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield Driver(window, prompts)
    prompts.unsaved = Answer.DISCARD
    for tab in window.tabs.findChildren(TrackerTab):
        if tab.table.editor is not None:
            QTest.keyClick(tab.table.editor, Qt.Key.Key_Escape)
    assert window.close()
    application.setStyleSheet("")
    application.setStyle(before[0])
    application.setPalette(before[1])
    application.setFont(before[2])
