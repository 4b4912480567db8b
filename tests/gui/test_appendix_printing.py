"""Pages are printed as they are seen: on their paper or another, the range and the copies asked for."""

import re
import subprocess
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread

import pytest
from PIL import Image
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from appendix_desk import OF_2017, shown
from council_trackers import council_tracker
from driver import Driver
from gui.appendix import printing
from gui.appendix.drawing import draw_page
from gui.appendix.printing import STRIP, ask_printer, cut_below, place_on, print_pages, printer_for
from gui.appendix.window import AppendixWindow
from model.appendix import Choice, Paper, make_appendix
from model.appendix.refused import PrintingFailed
from model.files.appendix_pages import pages_of
from model.pages import Page
from model.prompts import Here, Result, Stopped, at_once

A5, LETTER = QPageSize.PageSizeId.A5, QPageSize.PageSizeId.Letter
PORTRAIT = QPageLayout.Orientation.Portrait
PATIENCE = 20
DARK = 200


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    """Three pages of an appendix on A4."""
    return pages_of(make_appendix(council_tracker("2017-18"), Choice(("Adults",), paper=Paper.A4)))[:3]


@pytest.fixture
def printer(qapp: object, pages: tuple[Page, ...], tmp_path: Path) -> QPrinter:
    """A printer that prints into a file."""
    return into_file(printer_for(pages), tmp_path / "printed.pdf")


def into_file(printer: QPrinter, path: Path) -> QPrinter:
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def papers(printer: QPrinter) -> list[tuple[int, int]]:
    """The sizes of the pages printed, in points."""
    printed = Path(printer.outputFileName()).read_bytes()
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    return [(round(float(width)), round(float(height))) for width, height in sizes]


def ink(printer: QPrinter, page: int = 1) -> tuple[float, float, float, float]:
    """Where what is printed begins and ends on the paper, in shares of its width and height."""
    path = Path(printer.outputFileName())
    which = ["-f", str(page), "-l", str(page), "-r", "50", "-gray", "-singlefile"]
    subprocess.run(["pdftoppm", *which, str(path), str(path.with_suffix(""))], check=True)
    with Image.open(path.with_suffix(".pgm")) as drawn:
        box = drawn.point(lambda light: 255 * (light < DARK)).getbbox()
        assert box is not None
        return (box[0] / drawn.width, box[1] / drawn.height, box[2] / drawn.width, box[3] / drawn.height)


def prints(printer: QPrinter, pages: Sequence[Page]) -> tuple[float, float, float, float]:
    """Print the first page, and tell where on the paper it stands."""
    assert print_pages(pages[:1], printer, at_once) == 1
    return ink(printer)


def test_the_window_prints_what_is_asked_for_in_the_dialog(appendix_printed: AppendixWindow, tmp_path: Path) -> None:
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert printed.count(b"/Type /Page\n") == 4
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert {(round(float(width)), round(float(height))) for width, height in sizes} == {(1191, 842)}


@pytest.fixture
def appendix_printed(driver: Driver, qtbot: QtBot, tmp_path: Path) -> AppendixWindow:
    """The window after its pages 1 and 2 were printed twice."""
    window = shown(driver, qtbot, OF_2017)

    def answer(printer: QPrinter, _window: QWidget) -> bool:
        into_file(printer, tmp_path / "printed.pdf")
        printer.setFromTo(1, 2)
        printer.setCopyCount(2)
        return True

    window.ask_printer = answer
    window.print_pages()
    return window


def test_nothing_is_printed_where_the_officer_thinks_better_of_it(driver: Driver, qtbot: QtBot) -> None:
    window = shown(driver, qtbot, OF_2017)
    window.ask_printer = lambda _printer, _window: False
    window.print_pages()
    window.preview.show_pages(())
    window.print_pages()
    assert driver.prompts.refused == [
        "There are no pages to print yet. Wait until they are laid out, or press Refresh."
    ]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_no_page_is_told_of(driver: Driver, qtbot: QtBot, tmp_path: Path) -> None:
    window = shown(driver, qtbot, OF_2017)
    window.ask_printer = lambda printer, _window: bool(into_file(printer, tmp_path / "no folder" / "printed.pdf"))
    window.print_pages()
    assert driver.prompts.refused == [
        "The printer took no page. See whether it is switched on and connected, or choose another one."
    ]


def test_pages_are_printed_in_their_order_range_and_copies(
    printer: QPrinter, pages: tuple[Page, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[Page] = []
    monkeypatch.setattr(printing, "_paint_page", lambda page, _painter, _place: printed.append(page))
    first, second, third = pages

    def order(act: Callable[[], object]) -> list[Page]:
        printed.clear()
        act()
        print_pages(pages, printer, at_once)
        return printed

    assert order(lambda: None) == [first, second, third]
    assert order(lambda: printer.setFromTo(2, 3)) == [second, third]
    assert order(lambda: printer.setCopyCount(2)) == [second, third, second, third]
    assert order(lambda: printer.setCollateCopies(False)) == [second, second, third, third]
    assert order(lambda: printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)) == [third, third, second, second]
    assert order(lambda: printer.setFromTo(0, 0)) == [third, third, second, second, first, first]


def test_the_paper_of_the_pages_is_asked_for(printer: QPrinter, pages: tuple[Page, ...]) -> None:
    left, top, right, bottom = prints(printer, pages)
    assert papers(printer) == [(842, 595)]
    assert (left, top) == pytest.approx((0.04, 0.055), abs=0.01)
    assert (right, bottom) == pytest.approx((0.96, 0.96), abs=0.02)


@pytest.mark.parametrize(
    "change",
    [
        lambda printer: printer.setResolution(600),
        lambda printer: printer.setResolution(1200),
        lambda printer: printer.setResolution(72),
        lambda printer: (
            printer.setFullPage(False),
            printer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout.Unit.Millimeter),
        ),
        lambda printer: printer.setPageSize(QPageSize(A5)),
    ],
    ids=["600 dots an inch", "1200 dots an inch", "72 dots an inch", "margins", "A5"],
)
def test_a_page_fills_its_paper_whatever_dots_margins_and_size_the_printer_has(
    printer: QPrinter, pages: tuple[Page, ...], change: Callable[[QPrinter], object]
) -> None:
    usual = prints(printer, pages)
    change(printer)
    assert prints(printer, pages) == pytest.approx(usual, abs=0.01)


@pytest.mark.parametrize(
    ("size", "turned"),
    [
        (QPageSize(LETTER), None),
        (QPageSize(A5), PORTRAIT),
        (QPageSize(QSizeF(100, 500), QPageSize.Unit.Millimeter), PORTRAIT),
    ],
    ids=["letter", "upright", "a strip"],
)
def test_a_page_stands_whole_in_the_middle_of_another_paper(
    printer: QPrinter, pages: tuple[Page, ...], size: QPageSize, turned: QPageLayout.Orientation | None
) -> None:
    printer.setPageSize(size)
    if turned is not None:
        printer.setPageOrientation(turned)
    left, top, right, bottom = prints(printer, pages)
    assert left == pytest.approx(1 - right, abs=0.02)
    assert left < 0.05
    assert top == pytest.approx(1 - bottom, abs=0.06)
    assert 0 < top < bottom < 1


def test_a_page_keeps_off_what_a_printer_can_not_reach_on_another_paper(pages: tuple[Page, ...]) -> None:
    own = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF())
    own.setUnits(QPageLayout.Unit.Millimeter)
    own.setMinimumMargins(QMarginsF(10, 10, 10, 10))
    assert place_on(pages[0], own).topLeft().toTuple() == pytest.approx((0, 0), abs=1)
    smaller = QPageLayout(QPageSize(A5), QPageLayout.Orientation.Landscape, QMarginsF())
    smaller.setUnits(QPageLayout.Unit.Millimeter)
    smaller.setMinimumMargins(QMarginsF(10, 10, 10, 10))
    place = place_on(pages[0], smaller)
    assert (place.top(), place.bottom() + 1) == pytest.approx((10 / 25.4 * 300, 138 / 25.4 * 300), abs=3)


def test_printing_that_is_stopped_prints_no_further_page(
    printer: QPrinter, pages: tuple[Page, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, drawn, counts = Event(), Event(), [], []

    def draw(page: Page, width: int) -> QImage:
        drawn.append(page)
        begun.set()
        go_on.wait(PATIENCE)
        return draw_page(page, width)

    threads: list[Thread] = []

    def stopping(_words: str, work: Callable[[Here], Result], *, may_stop: bool = False) -> Result:
        assert may_stop
        threads.append(Thread(target=lambda: counts.append(work(lambda question: question()))))
        threads[0].start()
        begun.wait(PATIENCE)
        raise Stopped

    monkeypatch.setattr(printing, "draw_page", draw)
    assert print_pages(pages, printer, stopping) == 0
    go_on.set()
    threads[0].join(PATIENCE)
    assert (drawn, counts) == ([pages[0]], [1])


class Jammed(QPrinter):
    """A printer that takes one page."""

    def newPage(self) -> bool:
        """Takes no further one."""
        return False


def test_a_printer_that_fails_on_the_way_is_told_of(qapp: object, pages: tuple[Page, ...], tmp_path: Path) -> None:
    jammed = into_file(Jammed(QPrinter.PrinterMode.HighResolution), tmp_path / "printed.pdf")
    with pytest.raises(PrintingFailed, match="stopped after 1 of 3 pages"):
        print_pages(pages, jammed, at_once)


@pytest.mark.parametrize("answer", list(QDialog.DialogCode))
def test_the_dialog_offers_range_copies_and_the_page_in_view(
    qtbot: QtBot, printer: QPrinter, monkeypatch: pytest.MonkeyPatch, answer: QDialog.DialogCode
) -> None:
    offered: list[tuple[int, int, bool]] = []

    def chooses(dialog: QPrintDialog) -> QDialog.DialogCode:
        option = QPrintDialog.PrintDialogOption
        offered.append((dialog.minPage(), dialog.maxPage(), dialog.testOption(option.PrintCurrentPage)))
        printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
        return answer

    monkeypatch.setattr(QPrintDialog, "exec", chooses)
    window = QWidget()
    qtbot.addWidget(window)
    accepted = answer is QDialog.DialogCode.Accepted
    assert ask_printer(3, 1)(printer, window) is accepted
    assert offered == [(1, 3, True)]
    assert (printer.fromPage(), printer.toPage()) == ((2, 2) if accepted else (1, 3))


def test_what_is_sent_to_the_printer_is_cut_beside_letters_wherever_there_is_room(pages: tuple[Page, ...]) -> None:
    image = draw_page(pages[0], 4961).convertToFormat(QImage.Format.Format_RGB32)
    cuts = [0]
    while cuts[-1] < image.height():
        cuts.append(cut_below(image, cuts[-1]))
    assert all(0 < end - top <= STRIP for top, end in pairwise(cuts))
    clean = [image.constScanLine(cut - 1) == image.constScanLine(cut) for cut in cuts[1:-1]]
    assert sum(clean) >= len(clean) - 1
    assert image.pixelColor(5, image.height() - 1).name() == "#ffffff"


def test_where_no_rows_are_alike_a_strip_is_cut_all_the_same(qapp: object) -> None:
    image = QImage(1, 3 * STRIP, QImage.Format.Format_RGB32)
    for row in range(image.height()):
        image.setPixel(0, row, 0xFF000000 + row)
    assert cut_below(image, 0) == STRIP
