"""The real dialogs: what they say is shown as it is, and each way to leave them is an answer."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.dialogs import OPENS, Dialogs
from gui.receipt import CLOSES, Receipt
from model.prompts import DECISION_FILES, Answer

TAGS = "<b>July</b> & August"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Look = Callable[[QDialog], object]


@pytest.fixture
def dialogs(qtbot: QtBot) -> Iterator[Dialogs]:
    """Dialogs over a window, put away afterwards."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield Dialogs(window)
    for box in window.findChildren(QDialog):
        box.close()


def when_asked(*looks: Look) -> None:
    """Has each box that comes looked at and answered, one after the other."""
    waiting = list(looks)
    watch = QTimer(QApplication.instance(), interval=1)

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QDialog):
            answer = waiting.pop(0)
            if not waiting:
                watch.stop()
                watch.deleteLater()
            answer(box)

    watch.timeout.connect(look)
    watch.start()


def presses(words: str) -> Look:
    """Presses a button of a box."""

    def press(box: QDialog) -> None:
        named = {_shown(each.text()): each for each in box.findChildren(QPushButton)}
        named[words].click()

    return press


def _shown(text: str) -> str:
    """The words of a button without its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def types(words: str) -> Look:
    """Types words and accepts them."""

    def answer(box: QDialog) -> None:
        assert isinstance(box, QInputDialog)
        box.setTextValue(words)
        box.accept()

    return answer


def gives_up(box: QDialog) -> None:
    """Leaves a box with Esc."""
    box.reject()


def said(box: QDialog) -> str:
    """The words of a box, as they are shown."""
    labels = [label for label in box.findChildren(QLabel) if label.text()]
    assert all(label.textFormat().name == "PlainText" for label in labels)
    return "\n".join(label.text() for label in labels)


@pytest.mark.parametrize("detail", ["", TAGS])
def test_what_is_told_and_refused_is_shown_as_it_is(dialogs: Dialogs, detail: str) -> None:
    words: list[str] = []

    def look(box: QDialog) -> None:
        words.append(said(box))
        box.accept()

    when_asked(look)
    dialogs.tell(f"Saved as “{TAGS}”.", detail)
    when_asked(look)
    dialogs.refuse(f"“{TAGS}” is empty.")
    assert words == [f"Saved as “{TAGS}”." + (f"\n{detail}" if detail else ""), f"“{TAGS}” is empty."]


def test_a_long_text_scrolls_and_is_read_to_its_end(dialogs: Dialogs) -> None:
    long = "\n".join(f"Line {number}" for number in range(200))
    sizes: list[tuple[int, str]] = []

    def look(box: QDialog) -> None:
        text = box.findChild(QPlainTextEdit)
        assert text is not None
        sizes.append((box.height(), text.toPlainText()))
        box.accept()

    when_asked(look)
    dialogs.tell("Keys", long)
    assert sizes[0][0] < 384
    assert sizes[0][1] == long


def test_a_receipt_stands_beside_the_work_and_gives_way_to_the_next(dialogs: Dialogs) -> None:
    dialogs.show_receipt(f"Saved {TAGS}", "B4: -90")
    dialogs.show_receipt("Saved again", "B5: -91")
    shown = [box for box in QApplication.topLevelWidgets() if isinstance(box, QDialog) and box.isVisible()]
    assert [said(box) for box in shown] == [f"Saved again\n{CLOSES}"]
    assert not shown[0].isModal()


def escape(window: QWidget) -> None:
    """Presses Esc in a window, as a key comes from the keyboard."""
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)


def receipts() -> list[QDialog]:
    """The receipts that are shown."""
    return [box for box in QApplication.topLevelWidgets() if isinstance(box, Receipt) and box.isVisible()]


def test_esc_in_the_window_below_closes_a_receipt_but_not_while_something_is_typed(dialogs: Dialogs) -> None:
    window = dialogs._parent
    typed = QLineEdit(window)
    typed.show()
    dialogs.show_receipt("Saved", "B4: -90")
    assert CLOSES in said(receipts()[0])
    window.activateWindow()
    typed.setFocus()
    escape(window)
    assert receipts()
    typed.setReadOnly(True)
    escape(window)
    escape(window)
    assert not receipts()


def test_a_receipt_is_put_away_with_its_tracker(dialogs: Dialogs) -> None:
    dialogs.end_receipt()
    dialogs.show_receipt("Saved", "B4: -90")
    dialogs.end_receipt()
    assert not receipts()


def test_a_reason_is_asked_until_there_is_one_or_it_is_given_up(dialogs: Dialogs) -> None:
    when_asked(types("  "), types(" certain "))
    assert dialogs.ask_reason("Overriding the rating of <A>") == "certain"
    when_asked(gives_up)
    assert dialogs.ask_reason("Unlocking plan figures") == ""


@pytest.mark.parametrize(
    ("look", "answer"),
    [
        (presses("Save"), Answer.SAVE),
        (presses("Discard"), Answer.DISCARD),
        (presses("Cancel"), Answer.CANCEL),
        (gives_up, Answer.CANCEL),
    ],
)
def test_what_is_not_saved_is_asked_about(dialogs: Dialogs, look: Look, answer: Answer) -> None:
    words: list[str] = []

    def note(box: QDialog) -> None:
        words.append(said(box))
        look(box)

    when_asked(note)
    assert dialogs.ask_unsaved(TAGS) is answer
    assert words == [f"{TAGS} has changes that are not saved. Save them before it is closed?"]


def test_one_of_a_few_is_chosen_by_a_button_and_enter_chooses_none(dialogs: Dialogs) -> None:
    when_asked(presses("Keep none"))
    assert dialogs.choose("Where?", ["In the usual folder", "C&YP", "Keep none"]) == 2
    when_asked(lambda box: said(box) and presses("C&YP")(box))
    assert dialogs.choose(f"Which of {TAGS}?", ["C&YP"]) == 0
    when_asked(gives_up)
    assert dialogs.choose("Where?", ["Here", "There"]) is None


def test_enter_takes_the_usual_one_and_a_list_begins_at_it(dialogs: Dialogs) -> None:
    def press_enter(box: QDialog) -> None:
        QTest.keyClick(box, Qt.Key.Key_Return)

    when_asked(press_enter)
    assert dialogs.choose("Compare with which?", ["This", "Another file…"], usual=0) == 0
    when_asked(press_enter)
    assert dialogs.choose("Keep which?", ["Mine", "Theirs"]) is None
    when_asked(lambda box: box.accept())
    assert dialogs.choose("Which rating?", ["Black", "Red", "Amber", "Green"], usual=2) == 2


def test_one_of_many_is_chosen_from_a_list(dialogs: Dialogs) -> None:
    listed: list[list[str]] = []

    def look(box: QDialog) -> None:
        choice = box.findChild(QComboBox)
        assert choice is not None
        assert not choice.isEditable()
        listed.append([choice.itemText(place) for place in range(choice.count())])
        choice.setCurrentIndex(3)
        box.accept()

    when_asked(look)
    assert dialogs.choose("Which rating?", ["Black", "Red", "Amber", "Green", "Blue"]) == 3
    assert listed == [["Black", "Red", "Amber", "Green", "Blue"]]
    when_asked(gives_up)
    assert dialogs.choose("Which rating?", ["Black", "Red", "Amber", "Green"]) is None


def test_a_reference_is_typed_or_picked(dialogs: Dialogs) -> None:
    when_asked(types(" a/r.6.266 "))
    assert dialogs.ask_words("Go to which reference?", ["A/R.6.114", "A/R.6.266"]) == "a/r.6.266"
    when_asked(gives_up)
    assert dialogs.ask_words("Go to which reference?", ["A/R.6.114"]) == ""


@pytest.mark.parametrize(("name", "given"), [("/tmp/a.xlsx", Path("/tmp/a.xlsx")), ("", None)])  # noqa: S108
def test_files_are_asked_for_with_the_systems_own_dialogs(
    dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch, name: str, given: Path | None
) -> None:
    asked: list[tuple[object, ...]] = []

    def note(*arguments: object) -> tuple[str, str]:
        asked.append(arguments[1:])
        return name, ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", note)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", note)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *arguments: note(*arguments)[0])
    assert dialogs.ask_file_to_open(None) == given
    assert dialogs.ask_file_to_write(Path("a.xlsx")) == given
    assert dialogs.ask_file_to_write(Path("a.csv")) == given
    assert dialogs.ask_folder(Path("b")) == given
    assert dialogs.ask_folder(None, "Choose a folder of trackers") == given
    assert dialogs.ask_file_to_write(Path("a.parquet")) == given
    assert dialogs.ask_file_to_open(None, DECISION_FILES) == given
    assert dialogs.ask_file_to_open(None, asked="Open beside") == given
    assert dialogs.ask_file_to_write(Path("a.json")) == given
    assert dialogs.ask_file_to_write(Path("a.pdf")) == given
    assert [arguments[0] for arguments in asked] == [
        "Open a tracker",
        "Save as a workbook",
        "Export as csv",
        "Choose a folder for the files",
        "Choose a folder of trackers",
        "Export as Parquet",
        "Bring in decisions",
        "Open beside",
        "Export decisions",
        "Save as a PDF",
    ]
    assert "*.xlsx" in str(asked[0][2])
    assert "*.txt" in str(asked[0][2])


def test_boxes_are_gone_once_they_are_answered(dialogs: Dialogs, qtbot: QtBot) -> None:
    for _ in range(3):
        when_asked(gives_up)
        dialogs.refuse("No.")
    parent = dialogs._parent
    qtbot.waitUntil(lambda: not parent.findChildren(QMessageBox))


def test_a_box_stands_over_the_window_that_asks_also_while_the_one_before_it_is_just_going(
    dialogs: Dialogs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking = QLineEdit()
    qtbot.addWidget(asking)
    asking.show()
    asking.activateWindow()
    qtbot.waitUntil(asking.hasFocus)
    over: list[object] = []

    def note(box: QDialog) -> None:
        over.append(box.parent())
        box.reject()

    when_asked(note)
    dialogs.refuse("No.")
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    when_asked(note)
    dialogs.refuse("No.")
    asking.close()
    when_asked(note)
    dialogs.refuse("No.")
    assert over == [asking, asking, dialogs._parent]


@pytest.mark.parametrize("lines", [1, 40])
def test_the_folder_of_what_was_written_is_opened_where_that_is_wished(
    dialogs: Dialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: int
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))

    def press(box: QDialog) -> None:
        next(each for each in box.findChildren(QPushButton) if each.text() == OPENS).click()
        box.close()

    when_asked(press)
    dialogs.tell("Written.", "\n".join(["• a file"] * lines), tmp_path)
    assert opened == [str(tmp_path)]
