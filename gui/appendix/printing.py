"""Prints pages through the system's dialog, as pictures of 300 dots an inch, on the paper that is chosen there."""

from collections.abc import Callable, Sequence
from threading import Event

from PySide6.QtCore import QMarginsF, QPoint, QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from gui.appendix.drawing import draw_page
from model.appendix.refused import PrintingFailed
from model.pages import Page
from model.prompts import Patience, Stopped

Ask = Callable[[QPrinter, QWidget], bool]
DOTS_PER_INCH = 300
STRIP, CLEAR = 256, 4
"""Rows of dots sent in one go, at most some 50 ms, so that the window stays alive between; rows alike at a cut."""
SAME = 2.0
"""Points by which two sizes of paper may differ and still be one."""


def printer_for(pages: Sequence[Page]) -> QPrinter:
    """Give the usual printer, set to the paper of the pages."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    first = pages[0]
    across = first.width > first.height
    upright = QSizeF(min(first.width, first.height), max(first.width, first.height))
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    turned = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(turned)
    printer.setResolution(DOTS_PER_INCH)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF())
    printer.setDocName("Committee appendix")
    return printer


def ask_printer(pages: int, page: int) -> Ask:
    """Give what asks for printer, range and copies; `page` is the one in view."""

    def ask(printer: QPrinter, window: QWidget) -> bool:
        dialog = QPrintDialog(printer, window)
        option = QPrintDialog.PrintDialogOption
        dialog.setOptions(
            option.PrintPageRange | option.PrintCollateCopies | option.PrintCurrentPage | option.PrintToFile
        )
        dialog.setMinMax(1, pages)
        dialog.setFromTo(1, pages)
        printed = dialog.exec() == QDialog.DialogCode.Accepted
        if printed and printer.printRange() is QPrinter.PrintRange.CurrentPage:
            printer.setFromTo(page + 1, page + 1)
        dialog.deleteLater()
        return printed

    return ask


def print_pages(pages: Sequence[Page], printer: QPrinter, patience: Patience) -> int:
    """Print the pages asked for, as often as asked for.

    Returns:
        How many pages were sent to the printer; none where the officer stopped it.

    Raises:
        PrintingFailed: the printer took none of them, or not all.
    """
    chosen = _in_order(pages, printer)
    stopped = Event()
    try:
        return patience(
            f"Printing {len(chosen):,} page{'s' * (len(chosen) != 1)}",
            lambda _here: _paint(chosen, printer, stopped),
            may_stop=True,
        )
    except Stopped:
        stopped.set()
        return 0


def _in_order(pages: Sequence[Page], printer: QPrinter) -> list[Page]:
    """Give the pages of the range, each as often as the printer won't repeat it by itself."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    chosen = list(pages[first - 1 : last])
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return chosen * copies
    return [page for page in chosen for _copy in range(copies)]


def _paint(pages: Sequence[Page], printer: QPrinter, stopped: Event) -> int:
    # Whatever the dialog has made of it: places are counted from the corner of the paper.
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintingFailed(printer.printerName(), 0, len(pages))
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    # A printer may keep to dots of its own.
    painter.scale(printer.resolution() / DOTS_PER_INCH, printer.resolution() / DOTS_PER_INCH)
    try:
        return _paint_all(pages, painter, printer, stopped)
    finally:
        painter.end()


def _paint_all(pages: Sequence[Page], painter: QPainter, printer: QPrinter, stopped: Event) -> int:
    for done, page in enumerate(pages):
        if stopped.is_set():
            printer.abort()
            return done
        if done and not printer.newPage():
            raise PrintingFailed(printer.printerName(), done, len(pages))
        _paint_page(page, painter, place_on(page, printer.pageLayout()))
    return len(pages)


def _paint_page(page: Page, painter: QPainter, place: QRect) -> None:
    image = draw_page(page, place.width()).convertToFormat(QImage.Format.Format_RGB32)
    top = 0
    while top < image.height():
        end = cut_below(image, top)
        painter.drawImage(place.topLeft() + QPoint(0, top), image.copy(0, top, image.width(), end - top))
        top = end


def cut_below(image: QImage, top: int) -> int:
    """Give where a strip ends: between rows of dots that are alike, so that no letter is cut and no seam is seen."""
    lowest = min(top + STRIP, image.height())
    if lowest == image.height():
        return lowest
    alike = 0
    for row in range(lowest, top + CLEAR, -1):
        alike = alike + 1 if image.constScanLine(row) == image.constScanLine(row - 1) else 0
        if alike == CLEAR:
            return row + CLEAR // 2
    return lowest


def place_on(page: Page, paper: QPageLayout) -> QRect:
    """Give where a page goes on a paper, in our dots: as it is where it fits, else as large as can be, amid it."""
    points = QPageLayout(paper)
    points.setUnits(QPageLayout.Unit.Point)
    whole = points.fullRect()
    is_other = abs(whole.width() - page.width) > SAME or abs(whole.height() - page.height) > SAME
    room = whole.marginsRemoved(points.minimumMargins()) if is_other else whole
    share = min(room.width() / page.width, room.height() / page.height)
    width, height = page.width * share, page.height * share
    left, top = room.left() + (room.width() - width) / 2, room.top() + (room.height() - height) / 2
    return QRect(_dots(left), _dots(top), _dots(width), _dots(height))


def _dots(points: float) -> int:
    return round(points * DOTS_PER_INCH / 72)
