"""Tables that are read: figures whole, sorted by value, copied with their headings, leading somewhere."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from gui.listing import Heading, Listing, Row, model
from gui.roles import Kind
from gui.theme import LIGHT, palette_of

HEADINGS = (
    Heading("Reference", Kind.REFERENCE),
    Heading("Title", Kind.TITLE, "What it is about"),
    Heading("Plan", Kind.AMOUNT),
    Heading("%", Kind.PERCENT),
    Heading("Rating", Kind.RATING),
)
ROWS = [
    Row(("A/R.6.002", "Second & <b>bold</b>", Decimal(-1400), Decimal("19.5"), "Green"), "second"),
    Row(("A/R.6.001", "First", Decimal(-90), None, "Red"), "first"),
    Row(("A/R.6.003", "", None, Decimal(5), "Odd"), None),
]
TOTAL = Row(("All lines", "", Decimal(-1490), None, "3"))


@pytest.fixture
def listing(qtbot: QtBot) -> Listing:
    listing = Listing("Savings", HEADINGS)
    qtbot.addWidget(listing)
    listing.setPalette(palette_of(LIGHT))
    listing.show_rows(ROWS, [TOTAL])
    listing.resize(640, 200)
    listing.show()
    return listing


def column(listing: Listing, place: int) -> list[str]:
    return [listing.rows.index(row, place).data() for row in range(listing.rows.rowCount())]


def sort_by(listing: Listing, place: int) -> list[str]:
    header = listing.horizontalHeader()
    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(header.sectionViewportPosition(place) + 20, 8)
    )
    return [text[-1] for text in column(listing, 0)]


def test_figures_are_shown_as_the_program_writes_them(listing: Listing) -> None:
    assert column(listing, 2) == ["−1,400", "−90", "", "−1,490"]
    assert column(listing, 3) == ["19.50", "", "5.00", ""]


def test_cells_that_are_alike_are_written_once_however_many_there_are(
    listing: Listing, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Decimal] = []

    def show(amount: Decimal) -> str:
        written.append(amount)
        return str(amount)

    monkeypatch.setattr(model, "show_amount", show)
    listing.rows.show_rows(ROWS * 1000, [TOTAL])
    assert listing.rows.texts(2) == {"-1400", "-90", "", "-1490"}
    assert len(written) == 3


def test_rows_are_sorted_by_value_with_blanks_and_totals_last_and_stand_as_given_again(listing: Listing) -> None:
    assert sort_by(listing, 2) == ["2", "1", "3", "s"]
    assert sort_by(listing, 2) == ["1", "2", "3", "s"]
    assert sort_by(listing, 2) == ["2", "1", "3", "s"]
    listing.rows.sort(-1)
    assert [text[-1] for text in column(listing, 0)] == ["2", "1", "3", "s"]
    assert sort_by(listing, 4) == ["1", "2", "3", "s"]
    assert sort_by(listing, 1) == ["1", "2", "3", "s"]


def test_other_rows_keep_the_sorting_and_what_was_current(listing: Listing) -> None:
    listing.go_to("first")
    sort_by(listing, 2)
    listing.show_rows(list(reversed(ROWS)))
    assert column(listing, 0) == ["A/R.6.002", "A/R.6.001", "A/R.6.003"]
    current = [listing.current_target]
    for rows in (ROWS[:1], []):
        listing.show_rows(rows)
        current.append(listing.current_target)
    assert current == ["first", "second", None]


def test_enter_and_a_double_click_lead_to_what_a_row_is_about(listing: Listing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(listing.row_chosen) as told:
        QTest.keyClick(listing, Qt.Key.Key_Return)
    assert told.args == ["second"]
    listing.selectRow(2)
    with qtbot.assertNotEmitted(listing.row_chosen):
        QTest.keyClick(listing, Qt.Key.Key_Enter)
    with qtbot.waitSignal(listing.row_changed) as changed:
        QTest.keyClick(listing, Qt.Key.Key_Up)
    assert changed.args == ["first"]
    with qtbot.waitSignal(listing.row_chosen):
        listing.doubleClicked.emit(listing.currentIndex())


def test_the_selected_rows_are_copied_under_their_headings(listing: Listing) -> None:
    listing.selectRow(0)
    listing.setFocus()
    listing.actions()[0].trigger()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text().splitlines() == [
        "Reference\tTitle\tPlan\t%\tRating",
        "A/R.6.002\tSecond & <b>bold</b>\t-1400\t19.5\tGreen",
    ]
    assert "Second &amp; &lt;b&gt;bold" in copied.html()


def test_texts_have_tips_in_which_no_tag_works(listing: Listing) -> None:
    tip = listing.rows.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;bold" in tip
    assert listing.rows.index(0, 2).data(Qt.ItemDataRole.ToolTipRole) is None
    header = listing.rows.headerData
    assert header(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) == "What it is about"
    assert header(1, Qt.Orientation.Vertical) is None


def test_no_figure_is_narrower_than_its_column_and_words_take_the_room_that_is_left(listing: Listing) -> None:
    whole = listing.viewport().width()
    assert listing.horizontalHeader().length() == whole
    listing.resize(320, 200)
    assert listing.horizontalHeader().length() > listing.viewport().width()
    assert listing.columnWidth(2) > listing.fontMetrics().horizontalAdvance("−1,490")


def test_a_listing_that_is_whole_is_as_high_as_its_rows(qtbot: QtBot) -> None:
    listing = Listing("Counts", (Heading("Rating", Kind.RATING), Heading("Lines", Kind.AMOUNT)), whole=True)
    qtbot.addWidget(listing)
    listing.show_rows([Row(("Red", Decimal(2)))])
    low = listing.height()
    listing.show_rows([Row(("Red", Decimal(2)))] * 3)
    assert listing.height() == low + 2 * listing.rowHeight(0)
    assert not listing.currentIndex().isValid()


def test_ratings_are_filled_labels_and_the_current_cell_is_outlined(listing: Listing, qtbot: QtBot) -> None:
    listing.setFocus()
    qtbot.waitUntil(listing.hasFocus)
    image: QImage = listing.grab().toImage()
    seen = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
    assert {"#1E7B34", "#B3261E", LIGHT.accent, LIGHT.selection, LIGHT.ink} <= seen


def test_the_model_keeps_qts_rules(listing: Listing) -> None:
    tester = QAbstractItemModelTester(listing.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    listing.rows.sort(2)
    listing.show_rows(ROWS[:2])
    assert tester.model() is listing.rows
    assert listing.rows.data(listing.rows.index(-1, -1)) is None
    assert listing.rows.rowCount(listing.rows.index(0, 0)) == 0
    assert listing.rows.columnCount(listing.rows.index(0, 0)) == 0


def test_of_a_figure_that_the_view_would_cut_no_part_is_shown(listing: Listing) -> None:
    def figures_alike() -> bool:
        cells = [listing.viewport().grab(listing.visualRect(listing.rows.index(row, 2))) for row in (1, 2)]
        return cells[0].toImage() == cells[1].toImage()

    listing.show_rows([*ROWS[2:], *ROWS[:2]])
    listing.clearSelection()
    listing.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    listing.clearFocus()
    listing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    assert not figures_alike()
    listing.resize(320, 200)
    while listing.viewport().width() > listing.columnViewportPosition(2) + listing.columnWidth(2) - 10:
        listing.resize(listing.width() - 1, 200)
    assert figures_alike()


def test_sentences_are_shown_whole_in_as_many_lines_as_they_need(qtbot: QtBot) -> None:
    listing = Listing("Files", (Heading("File", Kind.REFERENCE), Heading("Why", Kind.TEXT)), wrapped=True)
    qtbot.addWidget(listing)
    listing.show_rows(
        [Row(("a.txt", "It has no savings tracker in it, and says so at length. " * 3)), Row(("b", "No."))]
    )
    listing.resize(900, 200)
    listing.show()
    wide = listing.rowHeight(0)
    listing.resize(400, 200)
    assert listing.rowHeight(0) > wide > listing.rowHeight(1)
    image = listing.viewport().grab(listing.visualRect(listing.rows.index(0, 1))).toImage()
    dark = {y for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y).lightness() < 128}
    assert max(dark) - min(dark) > 2 * listing.fontMetrics().height()
