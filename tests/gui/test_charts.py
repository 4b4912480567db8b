"""Charts: drawn in the theme, told in words, gone through by keys, and moved by nothing."""

from decimal import Decimal
from itertools import pairwise
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QImage, QPainter, QTransform, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout, QStyleOptionGraphicsItem, QToolTip
from pytestqt.qtbot import QtBot

from builders import amounts
from gui.charts import BarsChart, LinesChart, Series, Step, Tone, Unit, WaterfallChart
from gui.charts.chart import Chart
from gui.charts.plot import Drawing
from gui.charts.style import draw_bar
from gui.theme import DARK, LIGHT, palette_of

Shown = TypeVar("Shown", bound=Chart)
YEARS = ("2017-18", "2018-19", "2020-21")
PLAN = Series("Plan", amounts([-400, -300, -200]), Tone.PLAN)
FORECAST = Series("Forecast", amounts([-300, None, 50]))
ACHIEVED = Series("Achieved", amounts([-100, -150, None]), Tone.ACHIEVED)
LATER = Series("Later", amounts([None, -20, None]), Tone.BETTER)
STEPS = (
    Step("Quarter 1", Decimal(-10600), total=True),
    Step("Opened", Decimal(-300)),
    Step("Closed", Decimal(400)),
    Step("Quarter 2", Decimal(-10500), total=True),
)


def inked_rows(chart: Chart, place: int) -> int:
    """How many pixels high the label of a place is written."""
    image, plot = chart.grab().toImage(), chart.plot
    x = plot.mapTo(chart, plot.mapFromScene(plot.view.mapViewToScene(QPointF(place, 0)))).x()
    top = plot.mapTo(chart, plot.mapFromScene(plot.names.mapToScene(QPointF(0, 4)))).y()
    rows = range(top, min(top + int(plot.names.height()), image.height()))
    return sum(any(image.pixelColor(x + by, y).lightness() < 200 for by in (-3, 0, 3)) for y in rows)


@pytest.fixture
def bars(qtbot: QtBot) -> BarsChart:
    chart = BarsChart("Plan against forecast by year")
    chart.show_bars(YEARS, (PLAN, FORECAST))
    return shown(qtbot, chart)


@pytest.fixture
def lines(qtbot: QtBot) -> LinesChart:
    chart = LinesChart("The life of one saving")
    chart.show_lines(YEARS, (PLAN, FORECAST, ACHIEVED, LATER))
    return shown(qtbot, chart)


@pytest.fixture
def waterfall(qtbot: QtBot) -> WaterfallChart:
    chart = WaterfallChart("From Quarter 1 to Quarter 2")
    chart.show_steps(STEPS)
    return shown(qtbot, chart)


def shown(qtbot: QtBot, chart: Shown) -> Shown:
    qtbot.addWidget(chart)
    chart.setPalette(palette_of(LIGHT))
    chart.resize(480, 260)
    chart.show()
    return chart


def picture(chart: Chart) -> QImage:
    return chart.grab().toImage()


def inks(chart: Chart) -> set[str]:
    """The colours seen between the axes."""
    image = picture(chart)
    area = chart.plot.geometry()
    points = ((x, y) for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom()))
    return {image.pixelColor(*point).name().upper() for point in points}


def test_all_figures_are_told_in_words(bars: BarsChart, waterfall: WaterfallChart) -> None:
    assert bars.accessibleName() == "Chart: Plan against forecast by year"
    assert bars.accessibleDescription() == (
        "£000; a saving stands up, a cost hangs down. 2017-18: plan −400, forecast −300; "
        "2018-19: plan −300, forecast blank; 2020-21: plan −200, forecast 50."
    )
    assert waterfall.accessibleDescription() == (
        "£000; a saving stands up, a cost hangs down. The axis begins at −10,300. "
        "Quarter 1 −10,600; Opened −300, better; Closed +400, worse; Quarter 2 −10,500."
    )


def test_the_arrow_keys_tell_one_label_after_the_other(bars: BarsChart) -> None:
    unit = bars.said.text()
    assert unit == "£000; a saving stands up, a cost hangs down"
    told = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(bars, key)
        told.append(bars.said.text()[:7])
    assert told == ["2017-18", "2018-19", "2017-18", "2017-18", "2020-21", "2017-18"]
    assert bars.said.text() == "2017-18: plan −400, forecast −300"
    assert bars.accessibleName() == "Chart: Plan against forecast by year. 2017-18: plan −400, forecast −300"
    bars.clearFocus()
    QTest.keyClick(bars, Qt.Key.Key_Tab)
    bars.go_to(None)
    assert bars.said.text() == unit
    QTest.keyClick(bars, Qt.Key.Key_Left)
    assert bars.place == 2


def test_keys_that_are_not_its_own_are_left_to_the_window(bars: BarsChart, qtbot: QtBot) -> None:
    empty = shown(qtbot, BarsChart("Nothing"))
    for chart, key in ((bars, Qt.Key.Key_Escape), (empty, Qt.Key.Key_Right), (empty, Qt.Key.Key_End)):
        QTest.keyClick(chart, key)
        assert chart.place is None


def test_the_label_in_hand_is_seen_and_let_go_with_the_keyboard(bars: BarsChart, qtbot: QtBot) -> None:
    bars.setFocus()
    qtbot.waitUntil(bars.hasFocus)
    QTest.keyClick(bars, Qt.Key.Key_Right)
    assert LIGHT.selection in inks(bars)
    assert picture(bars).pixelColor(1, 100) == QColor(LIGHT.accent)
    bars.clearFocus()
    assert bars.place is None
    assert LIGHT.selection not in inks(bars)
    assert picture(bars).pixelColor(1, 100) == QColor(LIGHT.surface)


def test_series_are_told_apart_by_more_than_colour(lines: LinesChart, waterfall: WaterfallChart) -> None:
    assert {LIGHT.muted, LIGHT.accent, LIGHT.ink} <= inks(lines)
    assert {LIGHT.strong_line, LIGHT.accent, "#8A5A00"} <= inks(waterfall)


@pytest.mark.parametrize("scale", [1, 2])
def test_the_bar_of_a_plan_is_hatched_as_widely_on_any_scale(scale: int) -> None:
    image = QImage(40 * scale, 80 * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    with QPainter(image) as painter:
        draw_bar(painter, QRectF(0, 0, 40, 80), Tone.PLAN, LIGHT)
    row = [image.pixelColor(x, 40 * scale).name().upper() for x in range(2 * scale, 38 * scale)]
    assert set(row) == {LIGHT.plan_bar.upper(), LIGHT.surface.upper()}
    begins = [x for x in range(1, len(row)) if row[x] != row[x - 1] and row[x] == LIGHT.surface.upper()]
    assert {later - earlier for earlier, later in pairwise(begins)} == {8 * scale}


def test_no_line_leads_into_another_year(lines: LinesChart) -> None:
    level = Series("Forecast", amounts([-300, -300, -300]))

    def between(place: float) -> set[str]:
        x = round(lines.plot.view.mapViewToScene(QPointF(place, 0)).x()) + lines.plot.x()
        image, area = picture(lines), lines.plot.geometry()
        return {image.pixelColor(x, y).name().upper() for y in range(area.top(), area.bottom())}

    for begins, leads in (((), True), ({2}, False)):
        lines.show_lines(YEARS, (level,), begins=begins)
        assert LIGHT.accent in between(0.5)
        assert (LIGHT.accent in between(1.5)) is leads


def test_a_chart_can_be_given_another_heading(bars: BarsChart) -> None:
    bars.call("By committee, 2017-18")
    assert bars.heading.text() == "By committee, 2017-18"
    assert bars.accessibleName() == "Chart: By committee, 2017-18"


def test_the_theme_is_followed(waterfall: WaterfallChart) -> None:
    waterfall.setPalette(palette_of(DARK))
    seen = inks(waterfall)
    assert {DARK.surface, DARK.accent, DARK.strong_line, "#E0A64A"} <= seen
    assert LIGHT.surface not in seen


def test_the_mouse_tells_the_figures_under_it(bars: BarsChart, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, _widget: told.append(words))
    viewport = bars.plot.viewport()
    for point in (viewport.rect().center(), QPoint()):
        QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point)))
    assert told == ["2018-19: plan −300, forecast blank", ""]


def test_neither_wheel_nor_drag_moves_it(bars: BarsChart) -> None:
    view = bars.plot.view
    before = view.viewRange()
    middle = QPointF(bars.plot.viewport().rect().center())
    wheel = QWheelEvent(
        middle,
        bars.plot.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(bars.plot.viewport(), wheel)
    assert not wheel.isAccepted()
    QTest.mousePress(bars.plot.viewport(), Qt.MouseButton.LeftButton, pos=middle.toPoint())
    QTest.mouseMove(bars.plot.viewport(), middle.toPoint() + QPoint(40, 30))
    QTest.mouseRelease(bars.plot.viewport(), Qt.MouseButton.LeftButton, pos=middle.toPoint() + QPoint(40, 30))
    assert view.viewRange() == before


def test_figures_stand_over_their_bars_only_where_all_have_room(bars: BarsChart) -> None:
    assert LIGHT.ink in inks(bars)
    bars.resize(180, 260)
    assert LIGHT.ink not in inks(bars)


def test_of_many_labels_each_so_many_is_written(qtbot: QtBot) -> None:
    labels = [f"2017-18 Month {month}" for month in range(120)]
    chart = LinesChart("Many reports")
    chart.show_lines(labels, [Series("Plan", [Decimal(-9000 - month) for month in range(120)], Tone.PLAN)])
    shown(qtbot, chart)
    (ticks,) = chart.plot.names._tickLevels
    assert 3 < len(ticks) < 12
    assert ticks[1][1] == labels[ticks[1][0]].replace(" Month", "\nMonth")
    assert chart.plot.place_at(-500) is None


@pytest.mark.parametrize("count", [7, 30])
def test_references_stand_upright_and_whole_where_they_have_no_room_side_by_side(qtbot: QtBot, count: int) -> None:
    references = [f"A/R.6.{100 + place}" for place in range(count)]
    chart = BarsChart("Green lines")
    chart.show_bars(references, [Series("Planned", [Decimal(-9 - place) for place in range(count)], Tone.PLAN)])
    shown(qtbot, chart)
    names = chart.plot.names
    (ticks,) = names._tickLevels
    assert names.upright
    assert [text for _place, text in ticks] == references[:: -(-count // 24)]
    # The library gives its axes their new heights with the next event.
    qtbot.waitUntil(lambda: names.height() > QFontMetricsF(chart.font()).horizontalAdvance(references[0]))
    assert min(inked_rows(chart, place) for place, _text in ticks) > 20
    chart.resize(3200, 260)
    assert not names.upright


def test_references_stand_upright_beside_totals_of_several_words_too(qtbot: QtBot) -> None:
    moves = [Step(f"A/R.6.{200 + place}", Decimal(place - 4)) for place in range(9)]
    last = Step("Quarter 2 of a year that has a very long name indeed", Decimal(-10500), total=True)
    chart = WaterfallChart("From Quarter 1 to Quarter 2")
    chart.show_steps([STEPS[0], *moves, last])
    shown(qtbot, chart)
    (ticks,) = chart.plot.names._tickLevels
    assert [text for _place, text in ticks[:-1]] == ["Quarter 1", *(move.label for move in moves)]
    assert ticks[-1][1].endswith("…")
    assert chart.plot.names.upright


def test_references_of_a_low_chart_are_fewer_and_whole(qtbot: QtBot) -> None:
    references = [f"A/R.6.{100 + place}" for place in range(7)]
    chart = BarsChart("Green lines")
    chart.show_bars(references, [Series("Planned", [Decimal(-9)] * 7, Tone.PLAN)])
    shown(qtbot, chart).resize(250, 150)
    (ticks,) = chart.plot.names._tickLevels
    assert not chart.plot.names.upright
    # The last has no room beside the end of the chart.
    assert ticks == [(0, references[0]), (3, references[3])]


def test_the_key_goes_below_where_the_heading_needs_the_row(waterfall: WaterfallChart) -> None:
    direction = waterfall.findChildren(QBoxLayout)[1].direction
    assert direction() == QBoxLayout.Direction.LeftToRight
    waterfall.resize(200, 260)
    assert direction() == QBoxLayout.Direction.TopToBottom
    wide, narrow = waterfall.key.heightForWidth(400), waterfall.key.heightForWidth(90)
    assert narrow > wide
    assert BarsChart("Empty").key.heightForWidth(90) == wide


def test_a_chart_without_figures_draws_none(qtbot: QtBot) -> None:
    chart = shown(qtbot, WaterfallChart("Nothing moved"))
    assert chart.plot.place_at(100) is None
    chart.show_steps((), Unit.COUNT)
    assert chart.accessibleDescription() == "Number of lines. No figures."
    assert LIGHT.muted not in inks(chart)


def test_where_there_is_no_room_nothing_is_drawn(qtbot: QtBot) -> None:
    del qtbot
    drawn: list[object] = []
    drawing = Drawing(lambda painter, _drawing: drawn.append(painter))
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    for scale in (0, 1):
        drawing.setTransform(QTransform.fromScale(scale, scale))
        with QPainter(image) as painter:
            drawing.paint(painter, QStyleOptionGraphicsItem())
    assert len(drawn) == 1
    assert BarsChart("Any").sizeHint().width() > BarsChart("Any").minimumSizeHint().width()
