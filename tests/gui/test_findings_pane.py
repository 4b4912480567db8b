"""The list of findings: what it lists, where it leads, what it offers, and that the place in it is kept."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from gui.findings_pane import FindingsPane
from gui.pane.act_button import ActButton
from gui.pane.findings_list import FindingsList, severity_label
from gui.pane.findings_model import CELL, FIELD, REFERENCE, SENTENCE, SEVERITY, FindingsModel
from gui.theme import DARK, LEAST_CONTRAST, LIGHT, contrast
from model.year import Finding, Settlement, Severity

SUM, SIGN = Settlement("take the sum", "Take the quarters' sum"), Settlement("turn the quarters", "Turn the sign & all")


def a_finding(line: int, severity: Severity = Severity.WARNING, *settlements: Settlement, key: str = "") -> Finding:
    """A finding of a line."""
    reference = f"A/R.6.{line:03}"
    message = f"{reference}: the <b>figures</b> & totals disagree."
    return Finding("quarters", severity, message, line, reference, key, f"2020-21!N{line}", settlements)


FINDINGS = (
    a_finding(1, Severity.ERROR, SUM, SIGN, key="plan_total"),
    a_finding(2),
    a_finding(3, Severity.NOTE, SUM),
    Finding("zero-text", Severity.NOTE, "Links: “0” is printed for empty on 57 lines.", key="links"),
)


@dataclass
class Listed:
    """A pane with what it asked for."""

    pane: FindingsPane
    gone_to: list[Finding] = field(default_factory=list)
    settled: list[tuple[Finding, str]] = field(default_factory=list)

    @property
    def view(self) -> FindingsList:
        found = self.pane.findChild(FindingsList, "findingsList")
        assert found is not None
        return found

    def lines(self) -> list[int | None]:
        return [finding.line for finding in self.view._findings.shown]

    def button(self, words: str) -> QAbstractButton:
        return next(button for button in self.pane.findChildren(QAbstractButton) if button.text() == words)

    def buttons(self) -> list[str]:
        return [each.text() for each in self.pane.findChildren(ActButton) if each.isVisibleTo(self.pane)]

    def title(self) -> str:
        return self.pane.findChildren(QLabel)[0].text()


@pytest.fixture
def listed(qtbot: QtBot) -> Listed:
    """A pane that lists four findings."""
    pane = FindingsPane()
    qtbot.addWidget(pane)
    listed = Listed(pane)
    pane.finding_activated.connect(listed.gone_to.append)
    pane.settle_requested.connect(lambda finding, act: listed.settled.append((finding, act)))
    pane.show_findings(FINDINGS)
    pane.resize(900, 220)
    with qtbot.waitExposed(pane):
        pane.show()
    return listed


def test_the_model_of_the_findings_keeps_the_rules_of_qt(qapp: QApplication) -> None:
    model = FindingsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for findings in (FINDINGS, FINDINGS[:1], FINDINGS[1:], FINDINGS[::2], (), FINDINGS):
        model.show_findings(findings)
        for severities in ([Severity.NOTE], [Severity.ERROR, Severity.WARNING], []):
            model.show_severities(severities)
            assert model.shown == [each for each in findings if not severities or each.severity in severities]
    assert tester.model() is model


def test_a_row_says_how_bad_it_is_and_where_it_stands(qapp: QApplication) -> None:
    model = FindingsModel()
    model.show_findings(FINDINGS)
    row = [model.index(0, column).data() for column in range(model.columnCount())]
    assert row == ["Error", "A/R.6.001", "Plan", "The <b>figures</b> & totals disagree.", "2020-21!N1"]
    assert [model.index(3, column).data() for column in (SEVERITY, REFERENCE, FIELD, CELL)] == [
        "Note",
        "Tracker",
        "Partner links",
        "",
    ]
    tip = model.index(0, SENTENCE).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<qt>The &lt;b&gt;figures&lt;/b&gt; &amp; totals disagree.</qt>"
    assert model.data(QModelIndex()) is None


@pytest.mark.parametrize("severity", Severity)
def test_a_severity_can_be_read_on_its_label(severity: Severity) -> None:
    label = severity_label(severity)
    for theme in (LIGHT, DARK):
        assert contrast(label.ink or theme.ink, label.fill or theme.surface) >= LEAST_CONTRAST


def test_the_title_counts_the_findings(listed: Listed) -> None:
    assert listed.title() == "Findings 4"
    listed.pane.show_findings(FINDINGS[:1])
    assert listed.title() == "Findings 1"


def test_findings_can_be_filtered_by_severity(listed: Listed) -> None:
    listed.button("Notes 2").click()
    assert listed.lines() == [3, None]
    assert listed.title() == "Findings 2 of 4"
    listed.button("Errors 1").click()
    assert listed.lines() == [1, 3, None]
    listed.button("Notes 2").click()
    listed.button("Errors 1").click()
    assert listed.lines() == [1, 2, 3, None]


def test_a_severity_without_findings_has_no_chip_unless_it_is_chosen(listed: Listed) -> None:
    listed.button("Errors 1").click()
    listed.pane.show_findings(FINDINGS[1:3])
    assert listed.button("Errors 0").isVisibleTo(listed.pane)
    assert listed.lines() == []
    listed.button("Errors 0").click()
    assert not listed.button("Errors 0").isVisibleTo(listed.pane)
    assert listed.lines() == [2, 3]


def test_a_click_or_enter_leads_to_the_finding(listed: Listed) -> None:
    view = listed.view
    at = view.visualRect(view.model().index(1, SENTENCE)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert listed.gone_to == [FINDINGS[1]]
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert listed.gone_to == [FINDINGS[1]]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(view, key)
    assert listed.gone_to == [FINDINGS[1], FINDINGS[2], FINDINGS[2]]


def test_the_finding_chosen_is_settled_by_its_buttons(listed: Listed) -> None:
    assert listed.buttons() == []
    listed.view.selectRow(0)
    assert listed.buttons() == ["Take the quarters' sum", "Turn the sign && all"]
    listed.button("Turn the sign && all").click()
    assert listed.settled == [(FINDINGS[0], "turn the quarters")]
    listed.view.selectRow(1)
    assert listed.buttons() == []


def test_nothing_can_be_settled_while_viewing(listed: Listed) -> None:
    listed.pane.can_settle = False
    listed.pane.show_findings(FINDINGS)
    listed.view.selectRow(0)
    assert not listed.button("Take the quarters' sum").isEnabled()


def test_the_finding_chosen_stays_chosen_and_a_settled_one_gives_way_to_the_next(listed: Listed) -> None:
    listed.view.selectRow(2)
    listed.pane.show_findings(FINDINGS[1:])
    assert listed.view.current_finding() == FINDINGS[2]
    listed.pane.show_findings((FINDINGS[1], FINDINGS[3]))
    assert listed.view.current_finding() == FINDINGS[3]
    listed.pane.show_findings(FINDINGS[1:2])
    assert listed.view.current_finding() == FINDINGS[1]
    listed.pane.show_findings(())
    assert listed.view.current_finding() is None
    assert listed.gone_to == []


def test_the_same_findings_again_change_nothing(listed: Listed) -> None:
    moved: list[object] = []
    listed.view.model().rowsInserted.connect(lambda *_: moved.append("in"))
    listed.view.model().rowsRemoved.connect(lambda *_: moved.append("out"))
    listed.pane.show_findings(list(FINDINGS))
    assert moved == []


# The platform without a screen says what it cannot do with a menu.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_finding_offers_what_its_buttons_do(listed: Listed) -> None:
    listed.view.selectRow(0)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), listed.view.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(listed.view.viewport(), event)
    menu = listed.pane.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [
        "Go to the line",
        "Take the quarters' sum",
        "Turn the sign && all",
    ]
    menu.actions()[1].trigger()
    menu.actions()[0].trigger()
    menu.close()
    assert listed.settled == [(FINDINGS[0], "take the sum")]
    assert listed.gone_to == [FINDINGS[0]]


def test_a_list_without_findings_says_that_all_agrees(listed: Listed) -> None:
    listed.pane.show_findings(())
    picture = listed.view.viewport().grab().toImage()
    colours = {picture.pixel(x, y) for x in range(200) for y in range(4, 22)}
    assert len(colours) > 1
    assert listed.title() == "Findings 0"


def test_settling_by_a_button_keeps_the_keyboard_in_the_pane(listed: Listed) -> None:
    listed.view.selectRow(0)
    listed.button("Turn the sign && all").setFocus()
    assert listed.button("Turn the sign && all").hasFocus()
    listed.pane.show_findings((FINDINGS[2], FINDINGS[3]))
    assert listed.button("Take the quarters' sum").hasFocus()
    listed.pane.show_findings((FINDINGS[3],))
    assert listed.view.hasFocus()
