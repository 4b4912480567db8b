"""The window of committee appendices: what is chosen is seen in its pages, and saved and printed as seen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from appendix_desk import OF_2017, OF_2020, laid_out, shown, texts, the_window, tick
from driver import Driver
from gui.appendix.assigning import COMMITTEE, AssigningDialog
from gui.appendix.window import AppendixWindow
from gui.look import Appearance
from model.appendix import Choice, Lines, Paper
from model.publishing import publishing_for


@pytest.fixture
def appendix(driver: Driver, qtbot: QtBot) -> AppendixWindow:
    """The appendix of 2017-18, its pages laid out."""
    return shown(driver, qtbot, OF_2017)


def test_the_pages_of_the_whole_council_are_shown_first(appendix: AppendixWindow) -> None:
    assert "Savings tracker 2017-18: All committees" in texts(appendix)
    assert "A/R.6.001" in texts(appendix)
    assert appendix.preview.view.fits_width


def test_a_committee_that_is_ticked_has_its_own_appendix(appendix: AppendixWindow, qtbot: QtBot) -> None:
    laid_out(qtbot, appendix, lambda: tick(appendix, "Adults"))
    assert "Savings tracker 2017-18: Adults Committee" in texts(appendix)
    assert "A/R.6.201" not in texts(appendix)
    assert appendix.remarks.heading.text().startswith("Look at before publishing: ")


def test_lines_paper_columns_and_descriptions_are_chosen(appendix: AppendixWindow, qtbot: QtBot) -> None:
    choices = appendix.choices

    def choose() -> None:
        choices.lines.setCurrentIndex(choices.lines.findData("Red and Black"))
        choices.paper.setCurrentIndex(choices.paper.findData("A4"))
        choices.descriptions.setChecked(True)
        next(action for action in choices.columns.menu().actions() if action.text() == "Planned £000: Q1").trigger()

    laid_out(qtbot, appendix, choose)
    assert choices.choice.lines is Lines.RED_AND_BLACK
    assert "plan_q1" not in choices.choice.columns
    assert round(appendix.preview.pages[0].width) == 842
    assert "A/R.6.102" not in texts(appendix)


def test_a_choice_comes_back_with_its_committee(appendix: AppendixWindow, qtbot: QtBot) -> None:
    appendix.publishing.remember(Choice(("C&YP",), paper=Paper.LARGE_PRINT, council="A council", appendix="Appendix 9"))
    laid_out(qtbot, appendix, lambda: tick(appendix, "C&YP"))
    assert appendix.choices.choice.paper is Paper.LARGE_PRINT
    assert appendix.choices.choice.council == "A council"
    assert round(appendix.preview.pages[0].width) == 595


def test_a_title_is_printed_as_it_is_typed(appendix: AppendixWindow, qtbot: QtBot) -> None:
    appendix.choices.council.setFocus()
    laid_out(qtbot, appendix, lambda: QTest.keyClicks(appendix.choices.council, "#Council $1 *"))
    assert appendix.choices.choice.council == "#Council $1 *"


def test_an_edit_is_followed_when_that_is_asked_for(appendix: AppendixWindow, driver: Driver, qtbot: QtBot) -> None:
    notice = appendix.findChild(QLabel, "previewNotice")
    assert notice
    assert not notice.isVisible()
    assert driver.tab.document.edit(driver.tracker["A/R.6.101"].line, "commentary", "Said a moment ago")
    assert notice.isVisible()
    assert "Said a moment ago" not in texts(appendix)
    laid_out(qtbot, appendix, lambda: QTest.keyClick(appendix, Qt.Key.Key_F5))
    assert "Said a moment ago" in texts(appendix)
    assert not notice.isVisible()


def test_a_remark_leads_to_its_line(appendix: AppendixWindow, driver: Driver) -> None:
    items = [appendix.remarks.list.item(place) for place in range(appendix.remarks.list.count())]
    item = next(item for item in items if item.text().startswith("A/R.6.216"))
    appendix.remarks.list.setFocus()
    appendix.remarks.list.setCurrentItem(item)
    QTest.keyClick(appendix.remarks.list, Qt.Key.Key_Return)
    assert driver.tab.saving is not None
    assert driver.tab.saving.reference == "A/R.6.216"


def test_a_remark_has_room_for_all_its_lines(appendix: AppendixWindow) -> None:
    remarks = appendix.remarks.list
    for place in range(remarks.count()):
        item = remarks.item(place)
        room = remarks.visualItemRect(item)
        wanted = remarks.fontMetrics().boundingRect(
            QRect(0, 0, room.width() - 12, 0), Qt.TextFlag.TextWordWrap, item.text()
        )
        assert room.height() >= wanted.height() + 4
        assert room.width() <= remarks.viewport().width()


def test_pages_are_gone_through_and_zoomed_by_keys(appendix: AppendixWindow) -> None:
    preview = appendix.preview
    preview.view.setFocus()
    last = len(preview.pages) - 1
    QTest.keyClick(preview.view, Qt.Key.Key_End)
    assert preview.view.page == last
    number = preview.findChild(QSpinBox, "pageNumber")
    assert number
    assert number.value() == last + 1
    QTest.keyClick(preview.view, Qt.Key.Key_Home)
    assert preview.view.page == 0
    before = preview.view.zoom
    QTest.keyClick(appendix, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoom == pytest.approx(before * 1.25)
    QTest.keyClick(appendix, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(appendix, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoom == pytest.approx(before)
    preview.list.setCurrentIndex(preview.list.model().index(last, 0))
    assert preview.view.page == last


def test_a_page_says_what_it_is_and_holds(appendix: AppendixWindow) -> None:
    view = appendix.preview.view
    assert view.accessibleName() == f"Page 1 of {len(appendix.preview.pages)}"
    assert "Savings tracker 2017-18" in view.accessibleDescription()


def test_a_text_is_searched_in_the_pages(appendix: AppendixWindow) -> None:
    preview = appendix.preview
    QTest.keyClick(appendix, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(preview.search.text, "a/r.7.106")
    assert preview.view.page == len(preview.pages) - 1
    assert preview.search.said.text() == f"1 of 1, page {len(preview.pages)}"
    QTest.keyClick(preview.search.text, Qt.Key.Key_Return)
    preview.search.text.setText("nowhere at all")
    assert preview.search.said.text() == "Not found"


def test_pages_in_view_are_drawn(appendix: AppendixWindow, qtbot: QtBot) -> None:
    view = appendix.preview.view
    qtbot.waitUntil(lambda: 0 in view._pictures)
    picture = view.grab().toImage()
    colours = {picture.pixelColor(across, 60).name() for across in range(0, picture.width(), 2)}
    assert len(colours) > 5


def test_the_list_of_pages_answers_as_qt_asks(appendix: AppendixWindow, qtbot: QtBot) -> None:
    model = appendix.preview.list.model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    laid_out(qtbot, appendix, appendix.refresh)
    assert model.rowCount() == len(appendix.preview.pages)
    del tester


def test_files_are_saved_where_the_officer_says(appendix: AppendixWindow, driver: Driver, tmp_path: Path) -> None:
    driver.prompts.folder = tmp_path
    for form, box in appendix.choices.forms.items():
        box.setChecked(form == ".pdf")
    appendix.remarks.kept.setChecked(True)
    driver.clicks_button("&Save", appendix)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "Savings 2017-18, All committees, October 2017, to look at.txt",
        "Savings 2017-18, All committees, October 2017.pdf",
    ]
    assert driver.prompts.told[-1][0] == f"2 files are in {tmp_path}."


def test_saving_without_a_form_is_refused(appendix: AppendixWindow, driver: Driver) -> None:
    for box in appendix.choices.forms.values():
        box.setChecked(False)
    appendix.save()
    assert driver.prompts.refused == ["No form is chosen to save. Tick PDF or another form first."]


def test_a_tracker_without_committees_asks_whose_its_savings_are(driver: Driver, qtbot: QtBot) -> None:
    asked: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, AssigningDialog):
            return
        waiting.stop()
        asked.append(dialog.windowTitle())
        top = dialog.tree.topLevelItem(0)
        line = top and top.child(0)
        assert top
        assert line
        top.setText(COMMITTEE, "Adults")
        line.setText(COMMITTEE, "C&YP")
        dialog.accept()

    waiting = QTimer(driver.window, interval=10)
    waiting.timeout.connect(answer)
    waiting.start()
    window = shown(driver, qtbot, OF_2020)
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.waitUntil(lambda: window.publishing.owners.committees == ("Adults", "C&YP"))
    laid_out(qtbot, window, lambda: tick(window, "Adults"))
    assert "Adults Committee" in texts(window)
    assert window.publishing.owners.without_committee == 23


def test_a_committee_is_typed_beside_its_references(qtbot: QtBot, driver: Driver) -> None:
    driver.opens(OF_2020)
    dialog = AssigningDialog(publishing_for(driver.tab.document, driver.prompts).owners.prefixes())
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    dialog.tree.setFocus()
    QTest.keyClick(dialog.tree, Qt.Key.Key_F2)
    editor = dialog.tree.findChild(QLineEdit, "cellEditor")
    assert editor
    QTest.keyClicks(editor, "Adults")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.by_prefix["A/R"] == "Adults")
    assert dialog.by_line == {}


def test_the_window_closes_with_its_tracker_and_comes_back_with_its_choices(
    appendix: AppendixWindow, driver: Driver, qtbot: QtBot
) -> None:
    laid_out(qtbot, appendix, lambda: tick(appendix, "Adults"))
    QTest.keyClick(appendix, Qt.Key.Key_Escape)
    assert not appendix.isVisible()
    laid_out(qtbot, appendix, lambda: driver.chooses("show_appendix"))
    assert the_window() is appendix
    assert appendix.choices.choice.committees == ("Adults",)
    driver.chooses("close_tracker")
    assert not appendix.isVisible()


@pytest.mark.parametrize("look", [Appearance.LIGHT, Appearance.DARK])
def test_everything_has_a_name_and_fits_on_a_small_screen(
    appendix: AppendixWindow, driver: Driver, look: Appearance
) -> None:
    driver.window.choose_look(look)
    smallest = appendix.minimumSizeHint()
    assert smallest.width() <= 1366 // 2
    assert smallest.height() <= 768 // 2
    for part in every_part(appendix):
        assert part.accessibleName() or getattr(part, "text", str)(), part


def test_on_a_low_screen_the_choices_scroll_and_the_buttons_stay(appendix: AppendixWindow) -> None:
    appendix.resize(1366 // 2, 768 // 2 - 20)
    choices, within = appendix.findChild(QScrollArea, "appendixChoices"), appendix.remarks.parentWidget()
    assert choices
    assert within
    assert within.minimumSizeHint().width() <= choices.viewport().width()
    choices.verticalScrollBar().setValue(choices.verticalScrollBar().maximum())
    last = [*appendix.choices.forms.values()][-1]
    for part in (last, *(each for each in appendix.findChildren(QPushButton) if each.text() in ("&Save…", "Close"))):
        corner = part.mapTo(appendix, part.rect().bottomRight())
        assert appendix.rect().contains(corner), part.text()
        assert not part.visibleRegion().isEmpty()


def test_a_page_that_is_asked_for_is_the_one_in_view_among_several(appendix: AppendixWindow) -> None:
    view = appendix.preview.view
    view.zoom_to(0.1)
    number = appendix.preview.findChild(QSpinBox, "pageNumber")
    assert number
    for page in (2, 3, 1):
        number.setValue(page)
        assert number.value() == page
        assert view.page == page - 1
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert number.value() == len(appendix.preview.pages)


def every_part(window: QWidget) -> Iterator[QWidget]:
    """Everything that takes the keyboard by Tab."""
    for part in window.findChildren(QWidget):
        named = part.objectName() not in ("qt_spinbox_lineedit", "qt_scrollarea_viewport")
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible() and named:
            yield part


def test_what_has_moved_since_the_previous_period_is_in_the_pages(
    appendix: AppendixWindow, driver: Driver, qtbot: QtBot
) -> None:
    notice = appendix.findChild(QLabel, "previewNotice")
    assert notice
    assert not notice.isVisible()
    year = driver.tracker.year
    driver.tracker.set_previous(replace(year, savings=year.savings[:-1], period="as at July 2017"))
    assert notice.isVisible()
    laid_out(qtbot, appendix, appendix.refresh)
    assert "Since July 2017 the variance has not changed; 1 saving new." in texts(appendix)
