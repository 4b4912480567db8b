"""The window of appendices at its edges: nothing chosen, nothing found, nothing there any more."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from appendix_desk import OF_2017, laid_out, shown, texts
from driver import Driver
from gui.appendix.assigning import REFERENCE, AssigningDialog
from gui.appendix.composing import Composer
from gui.appendix.drawing import PageDrawer
from gui.appendix.page_list import PageListModel
from gui.appendix.page_view import MOST_KEPT
from gui.appendix.window import AppendixWindow
from model.appendix import Remark
from model.appendix.preflight import Sort
from model.pages import Page

SMALL_DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="9" height="9"/></svg>'


@pytest.fixture
def appendix(driver: Driver, qtbot: QtBot) -> AppendixWindow:
    """The appendix of 2017-18, its pages laid out."""
    return shown(driver, qtbot, OF_2017)


@pytest.fixture
def drawer(qapp: object) -> Iterator[PageDrawer]:
    """What draws pages, with none to draw."""
    drawer = PageDrawer()
    yield drawer
    drawer.stop()


def turn_wheel(window: AppendixWindow, step: int, held: Qt.KeyboardModifier) -> None:
    """Turns the wheel over the pages."""
    view = window.preview.view.viewport()
    place = QPointF(view.rect().center())
    event = QWheelEvent(
        place,
        view.mapToGlobal(place),
        QPoint(),
        QPoint(0, step),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_the_wheel_scrolls_and_zooms_with_ctrl(appendix: AppendixWindow) -> None:
    view = appendix.preview.view
    before = view.zoom
    turn_wheel(appendix, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(before * 1.25)
    turn_wheel(appendix, -120, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(before)
    view.verticalScrollBar().setValue(0)
    turn_wheel(appendix, -120, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 0


def test_page_down_scrolls_by_what_is_in_view(appendix: AppendixWindow) -> None:
    view = appendix.preview.view
    view.setFocus()
    view.verticalScrollBar().setValue(0)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0


def test_as_many_pages_as_are_in_view_are_drawn_once(appendix: AppendixWindow, qtbot: QtBot) -> None:
    view, many = appendix.preview.view, [Page(SMALL_DRAWING, 60, 40)] * (MOST_KEPT + 4)
    view.zoom_to(0.3)
    appendix.preview.show_pages(many)
    qtbot.waitUntil(lambda: set(view._pictures) == set(range(len(many))))
    view.zoom_to(3)
    view.go_to(0)
    qtbot.waitUntil(lambda: 0 in view._pictures and view._pictures[0][0] == view._pixels(0))
    view.go_to(len(many) - 1)
    qtbot.waitUntil(lambda: view._pictures.get(len(many) - 1, (0, None))[0] == view._pixels(len(many) - 1))
    assert len(view._pictures) <= MOST_KEPT


def test_a_page_that_is_there_no_more_is_not_drawn(drawer: PageDrawer) -> None:
    arrived: list[int] = []
    drawer._arrived.connect(lambda _round, place, _width, _image: arrived.append(place))
    drawer.ask(5, 100)
    drawer._worker.submit(str).result()
    QApplication.processEvents()
    assert arrived == []


def test_a_picture_that_comes_late_is_not_shown(appendix: AppendixWindow) -> None:
    view = appendix.preview.view
    appendix.preview.show_pages(())
    view._take(3, 100, view.grab().toImage())
    assert view._pictures == {}


def test_the_list_of_pages_says_which_page_is_which(drawer: PageDrawer) -> None:
    model = PageListModel(drawer)
    model.show_pages([Page(b"", 1, 1), Page(b"", 1, 1)])
    assert model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole) == "Page 2 of 2"
    assert model.data(QModelIndex()) is None


def test_a_step_through_what_was_not_found_leads_nowhere(appendix: AppendixWindow) -> None:
    before = appendix.preview.view.page
    QTest.keyClick(appendix, Qt.Key.Key_F3)
    assert appendix.preview.view.page == before


def test_a_remark_about_no_line_and_one_about_a_line_that_is_gone_lead_nowhere(
    appendix: AppendixWindow, driver: Driver
) -> None:
    before = driver.tab.saving
    appendix.remarks.show_remarks([Remark(Sort.PERIOD, "No period."), Remark(Sort.TEXT, "Gone.", "Z/1")])
    for place in range(2):
        appendix.remarks.list.setFocus()
        appendix.remarks.list.setCurrentRow(place)
        QTest.keyClick(appendix.remarks.list, Qt.Key.Key_Return)
    assert driver.tab.saving is before


@pytest.mark.parametrize("act", ["refresh", "save", "again"])
def test_nothing_is_done_while_what_is_being_typed_is_refused(
    appendix: AppendixWindow, driver: Driver, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    acts: dict[str, Callable[[], None]] = {
        "refresh": appendix.refresh,
        "save": appendix.save,
        "again": driver.window.actions_by_name["show_appendix"].trigger,
    }
    before = appendix.preview.pages
    with monkeypatch.context() as refusing:
        refusing.setattr(driver.window.tab, "commit", lambda: False)
        acts[act]()
    assert not appendix.composer.busy
    assert appendix.preview.pages is before
    assert driver.prompts.asked == []


def test_an_edit_while_the_window_is_away_is_in_the_pages_when_it_comes_back(
    appendix: AppendixWindow, driver: Driver, qtbot: QtBot
) -> None:
    appendix.close()
    assert driver.tab.document.edit(0, "commentary", "Said while it was away")
    assert not appendix.preview._notice.stale
    laid_out(qtbot, appendix, lambda: driver.chooses("show_appendix"))
    assert "Said while it was away" in texts(appendix)


def test_whose_savings_are_can_be_left_as_it_is(appendix: AppendixWindow, driver: Driver) -> None:
    titles: list[str] = []

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            waiting.stop()
            titles.append(dialog.windowTitle())
            dialog.reject()

    waiting = QTimer(appendix, interval=10)
    waiting.timeout.connect(leave)
    waiting.start()
    before = appendix.publishing.owners.assignment
    driver.clicks_button("&Whose savings", appendix)
    assert titles == ["Whose savings"]
    assert appendix.publishing.owners.assignment is before


def test_references_and_titles_are_not_typed_over(qtbot: QtBot) -> None:
    dialog = AssigningDialog([])
    qtbot.addWidget(dialog)
    index = dialog.tree.model().index(0, REFERENCE)
    assert dialog.tree.itemDelegate().createEditor(dialog, QStyleOptionViewItem(), index) is None
    assert dialog.by_prefix == {}


def test_what_nobody_expected_is_not_kept_quiet(appendix: AppendixWindow) -> None:
    with pytest.raises(ZeroDivisionError):
        appendix._fail(ZeroDivisionError())


def test_work_that_fails_is_told_as_it_is(qtbot: QtBot) -> None:
    composer = Composer()
    with qtbot.waitSignal(composer.failed) as failed:
        composer.start(lambda: 1 // 0)
    assert failed.args is not None
    assert isinstance(failed.args[0], ZeroDivisionError)
