"""The pane of the current line: what it shows, what it asks for, and that it never takes the keyboard."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QScrollArea, QStyleOptionButton, QToolTip
from pytestqt.qtbot import QtBot

from builders import A_SCHEME, a_saving, a_tracker
from gui.commentary_pane import LEAST_WIDTH
from gui.pane.act_button import ActButton
from gui.pane.finding_rows import FindingRows, FindingSentence
from gui.pane.labels import MARK_SIZE
from gui.pane.line_head import LineHead
from gui.pane.quarter_chart import QuarterChart
from gui.pane.quarter_table import Figure, QuarterTable
from gui.pane.rating_box import RatingBox
from gui.theme import DARK, FINDING, LIGHT, RATINGS, Theme, palette_of, ui_font
from model.year import Finding, Settlement, Severity
from pane_desk import CROSS_FOOT, STRETCH, Desk, a_desk


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """A pane over a tracker of two lines."""
    return a_desk(qtbot, a_tracker(STRETCH, CROSS_FOOT, scheme=A_SCHEME))


def test_a_line_is_shown_with_its_rating_its_reason_and_what_would_change_it(desk: Desk) -> None:
    box = desk.pane.findChild(RatingBox)
    assert box is not None
    assert box.text().endswith("£1k more and it is Red.")
    assert box.accessibleName().startswith("Rating: Amber. £285k short of £1,500k is exactly 19%")
    assert {"A/R.6.266", "Children in Care Stretch Target"} <= set(desk.texts())


def test_the_small_table_shows_plan_forecast_and_variance_and_marks_what_changed(desk: Desk) -> None:
    table = desk.pane.findChild(QuarterTable)
    assert table is not None
    desk.tracker.edit(0, "forecast_q4", "-89")
    names = [label.accessibleName() for label in table.findChildren(QLabel)]
    assert {"Q4 plan: −375", "Q4 forecast: −89, changed", "Q4 variance: 286"} <= set(names)
    assert {"Year plan: −1,500", "Year forecast: −1,214, changed", "Year variance: 286, changed"} <= set(names)


def test_blank_quarters_are_blank_and_not_zero(qtbot: QtBot) -> None:
    desk = a_desk(qtbot, a_tracker(a_saving(plan=(None, 0, -5, 5), forecast=(None,) * 4)))
    chart = desk.pane.findChild(QuarterChart)
    assert chart is not None
    assert chart.accessibleDescription() == (
        "Q1: plan blank, forecast blank; Q2: plan 0, forecast blank; "
        "Q3: plan −5, forecast blank; Q4: plan 5, forecast blank"
    )
    assert {"Q1 plan: blank", "Q2 plan: 0", "Q1 variance: blank"} <= {
        label.accessibleName() for label in desk.pane.findChildren(QLabel)
    }


def test_bars_of_savings_stand_up_and_bars_of_costs_hang_down(qapp: QApplication) -> None:
    chart = QuarterChart()
    chart.resize(200, 101)
    saving = a_saving(plan=(-50, 50, 0, None), forecast=(-25, 0, None, -1))
    chart.show_quarters(saving.plan, saving.forecast)
    bars = [(name, round(bar.top()), round(bar.bottom())) for name, bar in chart._bars()]
    assert bars == [("plan_bar", 0, 50), ("accent", 25, 50), ("plan_bar", 50, 100), ("accent", 48, 50)]
    chart.show_quarters((None,) * 4, (None,) * 4)
    assert chart._bars() == []


def test_tags_in_a_title_are_shown_as_they_stand(qtbot: QtBot) -> None:
    desk = a_desk(qtbot, a_tracker(a_saving(title="Buses <b>& trains</b> C&YP")))
    title = desk.part("lineTitle")
    assert (title.text(), title.textFormat()) == ("Buses <b>& trains</b> C&YP", Qt.TextFormat.PlainText)
    assert {label.textFormat() for label in desk.pane.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    assert title.toolTip() == "<qt>Buses &lt;b&gt;&amp; trains&lt;/b&gt; C&amp;YP</qt>"


def test_following_the_selection_never_takes_the_keyboard(desk: Desk) -> None:
    assert desk.elsewhere.hasFocus()
    for line in (1, 0, None, 0):
        desk.pane.show_line(desk.tracker, line)
        assert desk.elsewhere.hasFocus()
    desk.tracker.edit(0, "forecast_q1", "-1")
    desk.tracker.edit(0, "commentary", "Put in elsewhere")
    assert desk.elsewhere.hasFocus()


def test_nothing_can_be_typed_or_pressed_while_viewing(qtbot: QtBot) -> None:
    tracker = a_tracker(CROSS_FOOT, scheme=A_SCHEME)
    tracker.viewing = True
    desk = a_desk(qtbot, tracker)
    QTest.keyClicks(desk.editor, "A")
    assert desk.editor.isReadOnly()
    assert desk.editor.text() == ""
    assert not desk.button("Override rating…").isEnabled()
    assert not desk.button("Take the quarters' sum (−21)").isEnabled()


def test_a_finding_is_settled_from_the_pane(desk: Desk) -> None:
    desk.pane.show_line(desk.tracker, 1)
    desk.button("Take the quarters' sum (−21)").click()
    desk.button("Turn the quarters' sign (keeps 21)").click()
    assert desk.asked.settled == [("quarters", "take the sum"), ("quarters", "turn the quarters")]


def test_the_sentence_of_a_finding_leads_to_its_field(desk: Desk) -> None:
    desk.pane.show_line(desk.tracker, 1)
    finding = desk.tracker.standing.findings_of(1)[0]
    sentence = "Error: The planned quarters add to −21, the printed total is 21; the forecast quarters likewise."
    desk.button(sentence).click()
    assert desk.asked.gone_to == [finding]


def test_findings_go_when_they_are_settled_and_on_a_line_without_any(desk: Desk) -> None:
    desk.pane.show_line(desk.tracker, 1)
    assert "Findings for this line" in desk.texts()
    desk.pane.show_line(desk.tracker, 0)
    assert "Findings for this line" not in desk.texts()
    assert not desk.offers("Take the quarters' sum (−21)")


def test_a_rating_that_follows_can_be_overridden_and_let_follow_again(desk: Desk) -> None:
    lines: list[tuple[str, int]] = []
    desk.pane.override_requested.connect(lambda line: lines.append(("override", line)))
    desk.pane.follow_requested.connect(lambda line: lines.append(("follow", line)))
    assert not desk.offers("Review rating…")
    assert not desk.offers("Let it follow")
    desk.tracker.edit(0, "rating", "Green", reason="Agreed with the service")
    desk.button("Override rating…").click()
    desk.button("Let it follow").click()
    assert lines == [("override", 0), ("follow", 0)]


def test_a_judged_rating_can_be_reviewed(qtbot: QtBot) -> None:
    desk = a_desk(qtbot, a_tracker(a_saving(rating_printed="Red")))
    with qtbot.waitSignal(desk.pane.review_requested) as asked:
        desk.button("Review rating…").click()
    assert asked.args == [0]
    assert not desk.offers("Override rating…")


def test_changes_are_listed_newest_first(desk: Desk) -> None:
    desk.tracker.edit(0, "forecast_q4", "-91")
    desk.tracker.edit(0, "forecast_q4", "-92")
    texts = desk.texts()
    place = texts.index("Changes")
    assert texts[place + 1].startswith("Q4 forecast −91 → −92")
    assert texts[place + 2].startswith("Q4 forecast −90 → −91")


def test_a_long_description_is_folded_until_it_is_asked_for(qtbot: QtBot, desk: Desk) -> None:
    text = desk.part("descriptionText")
    folded = text.heightForWidth(280)
    desk.button("Show all of the description").click()
    assert text.heightForWidth(280) > folded * 3
    desk.button("Show less of the description").click()
    assert text.heightForWidth(280) == folded
    desk.pane.show_line(desk.tracker, 1)
    assert not desk.offers("Show all")


def test_without_a_line_the_pane_says_so(desk: Desk) -> None:
    desk.pane.show_line(desk.tracker, None)
    assert [text for text in desk.texts() if text] == ["No line is chosen."]
    assert not desk.editor.isVisibleTo(desk.pane)
    desk.pane.show_line(None, None)
    desk.pane.commit()
    assert desk.asked.typed == []


def test_a_narrow_pane_needs_no_scrolling_sideways(qtbot: QtBot, desk: Desk) -> None:
    area = desk.pane.findChild(QScrollArea)
    assert area is not None
    desk.window.setFont(ui_font(10))
    desk.pane.setFixedWidth(LEAST_WIDTH)
    for line in (0, 1):
        desk.pane.show_line(desk.tracker, line)
        qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() == 0)


def test_quarters_stand_across_and_in_a_narrow_pane_one_below_the_other(qtbot: QtBot, desk: Desk) -> None:
    table = desk.pane.findChild(QuarterTable)
    assert table is not None
    first, second = (
        next(label for label in table.findChildren(QLabel) if label.accessibleName() == f"{quarter} plan: −375")
        for quarter in ("Q1", "Q2")
    )
    desk.pane.setFixedWidth(600)
    qtbot.waitUntil(lambda: first.y() == second.y())
    assert first.x() < second.x()
    desk.pane.setFixedWidth(LEAST_WIDTH)
    qtbot.waitUntil(lambda: first.x() == second.x())
    assert first.y() < second.y()


def test_an_address_of_any_length_is_broken_and_not_cut(qtbot: QtBot) -> None:
    desk = a_desk(qtbot, a_tracker(a_saving(title="https://example.org/" + "x" * 50, links="y" * 300)))
    links = next(label for label in desk.pane.findChildren(QLabel) if label.text().startswith("Partner links"))
    assert links.heightForWidth(200) > 5 * links.fontMetrics().height()
    assert links.minimumSizeHint().width() < 20


@pytest.mark.parametrize(("theme", "other"), [(LIGHT, DARK), (DARK, LIGHT)], ids=["light", "dark"])
def test_the_pane_follows_the_theme_while_it_is_shown(
    qapp: QApplication, qtbot: QtBot, theme: Theme, other: Theme
) -> None:
    desk = a_desk(qtbot, a_tracker(STRETCH, scheme=A_SCHEME))
    box = desk.pane.findChild(RatingBox)
    assert box is not None
    for each in (other, theme):
        desk.window.setPalette(palette_of(each))
        picture = box.grab().toImage()
        assert picture.pixelColor(picture.width() - 2, 2).name().upper() == each.heading
        assert picture.pixelColor(1, picture.height() // 2).name().upper() == RATINGS["Amber"].fill


def test_the_words_of_a_button_are_cut_in_a_narrow_pane_and_whole_in_its_tip(qapp: QApplication) -> None:
    button = ActButton()
    button.show_words("Turn the sign of C&YP")
    whole = button.sizeHint()
    pictures = []
    for width in (whole.width(), button.minimumSizeHint().width()):
        button.resize(width, whole.height())
        option = QStyleOptionButton()
        button.initStyleOption(option)
        pictures.append(option.text)
    assert pictures[0] == "Turn the sign of C&&YP"
    assert pictures[1].endswith("…")
    assert button.sizeHint() == whole
    assert button.toolTip().startswith("Turn the sign of C&YP")


def test_the_bars_tell_their_figures_under_the_mouse(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: told.append(text))
    chart = desk.pane.findChild(QuarterChart)
    assert chart is not None
    for place in (QPoint(chart.width() - 1, 5), QPoint(0, 5)):
        QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, place, chart.mapToGlobal(place)))
    assert told == ["Q4: plan −375, forecast −90", "Q1: plan −375, forecast −375"]


# The platform without a screen says what it cannot do with a menu.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_any_text_of_the_line_can_be_copied(desk: Desk) -> None:
    title = desk.part("lineTitle")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), title.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(title, event)
    menu = title.findChild(QMenu)
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    assert QApplication.clipboard().text() == "Children in Care Stretch Target"


def test_a_finding_that_has_the_keyboard_is_outlined(desk: Desk) -> None:
    desk.pane.show_line(desk.tracker, 1)
    desk.window.setPalette(palette_of(LIGHT))
    sentence = next(each for each in desk.pane.findChildren(FindingSentence) if each.isVisibleTo(desk.pane))
    before = sentence.grab().toImage().pixelColor(2, 0).name().upper()
    sentence.setFocus()
    assert sentence.grab().toImage().pixelColor(2, 0).name().upper() == LIGHT.accent != before


def figures_cut(table: QuarterTable) -> list[str]:
    """Figures and words of the small table that have less room than they need."""
    return [each.text() for each in table.findChildren(Figure) if each.width() < each.words_width() + each.indent_by]


@pytest.mark.parametrize("width", [LEAST_WIDTH, 290, 306, 322, 400])
def test_no_figure_is_cut_going_from_line_to_line_and_the_quarters_stand_alike_on_all(qtbot: QtBot, width: int) -> None:
    large = a_saving("A/R.6.176", plan=(-950, -950, -950, -950), forecast=(-12345, -950, -950, -555))
    desk = a_desk(qtbot, a_tracker(CROSS_FOOT, large, STRETCH, scheme=A_SCHEME))
    table = desk.pane.findChild(QuarterTable)
    assert table is not None
    desk.window.setFont(ui_font())
    desk.pane.setFixedWidth(width)
    stand = set()
    for line in (0, 1, 0, 2):
        desk.pane.show_line(desk.tracker, line)
        qtbot.waitUntil(lambda: figures_cut(table) == [])
        stand.add(table.chart.x() > 0)
    assert len(stand) == 1


def test_a_long_figure_typed_where_the_quarters_stand_across_is_not_cut(qtbot: QtBot, desk: Desk) -> None:
    table = desk.pane.findChild(QuarterTable)
    assert table is not None
    desk.pane.setFixedWidth(322)
    for text in ("-1234567", "-12345678.25"):
        desk.tracker.edit(0, "forecast_q4", text)
        qtbot.waitUntil(lambda: figures_cut(table) == [])


def test_a_narrow_pane_needs_no_scrolling_sideways_after_an_override(qtbot: QtBot, desk: Desk) -> None:
    area = desk.pane.findChild(QScrollArea)
    assert area is not None
    desk.pane.setFixedWidth(LEAST_WIDTH)
    desk.window.setFont(ui_font())
    desk.window.resize(700, 300)
    desk.tracker.edit(0, "rating", "Green", reason="Agreed with the service")
    QApplication.processEvents()
    assert area.verticalScrollBar().isVisible()
    qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() == 0)
    head = desk.pane.findChild(LineHead)
    assert head is not None
    over, follow = desk.button("Override rating…"), desk.button("Let it follow")
    for width, beside in ((400, True), (over.sizeHint().width() + 20, False)):
        head.resize(width, 200)
        layout = head.layout()
        assert layout is not None
        layout.activate()
        assert head.minimumSizeHint().width() <= width
        assert (over.y() == follow.y()) == beside


def test_settling_a_finding_keeps_the_keyboard_in_the_list_and_leaves_it_with_the_last(desk: Desk) -> None:
    left: list[bool] = []
    desk.pane.left.connect(lambda: left.append(True))
    rows = desk.pane.findChild(FindingRows)
    assert rows is not None
    act = Settlement("take the sum", "Take the quarters' sum")
    found = [Finding("quarters", Severity.ERROR, f"{each} do not add up.", 0, settlements=(act,)) for each in "abc"]
    rows.show_findings(found, editable=True)
    desk.button("Take the quarters' sum").setFocus()
    for remaining in (found[1:], found[2:]):
        rows.show_findings(remaining, editable=True)
        assert rows.isAncestorOf(QApplication.focusWidget() or desk.pane)
        assert left == []
    rows.show_findings((), editable=True)
    assert left == [True]


def test_the_mark_of_an_error_is_another_than_that_of_a_note(desk: Desk) -> None:
    desk.window.setPalette(palette_of(LIGHT))
    sentence, pictures = FindingSentence(), []
    for severity in (Severity.ERROR, Severity.NOTE):
        sentence.show_finding(Finding("quarters", severity, "The quarters do not add up.", 0))
        sentence.resize(200, 24)
        pictures.append(sentence.grab().toImage().pixelColor(MARK_SIZE // 2, 3).name().upper())
    assert pictures == [RATINGS["Red"].fill, FINDING.fill]
