"""Draws pages as pictures beside the window's thread, those in view first."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from model.pages import Page

SMALL = 96
"""How wide pages are in the list of pages."""


def draw_page(page: Page, width: int) -> QImage:
    """Draw a page so many pixels wide.

    It is read as a picture, because that lets the window go on meanwhile, which painting a drawing does not.
    """
    drawing = QBuffer()
    drawing.setData(page.drawing)
    drawing.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(drawing, QByteArray(b"svg"))
    reader.setBackgroundColor(Qt.GlobalColor.white)
    reader.setScaledSize(QSize(width, max(round(width * page.height / page.width), 1)))
    return reader.read()


class PageDrawer(QObject):
    """Draws the pages that are asked for, the last one asked for first."""

    drawn = Signal(int, int, QImage)
    """The page's place, the width asked for, and the picture."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Wait for pages."""
        super().__init__(parent)
        self._pages: Sequence[Page] = ()
        self._waiting: dict[tuple[int, int], None] = {}
        self._round = 0
        self._worker = ThreadPoolExecutor(1, "pages")
        self._arrived.connect(self._take)

    _arrived = Signal(int, int, int, QImage)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Draw these pages from now on; nothing of the former ones arrives any more."""
        self._round += 1
        self._pages = pages
        self._waiting.clear()

    def ask(self, place: int, width: int) -> None:
        """Ask for a page so many pixels wide."""
        if (place, width) not in self._waiting:
            self._waiting[place, width] = None
            self._worker.submit(self._draw_next)

    def forget(self) -> None:
        """Draw nothing large of what was asked for and is not begun: another zoom is asked for now."""
        self._waiting = {asked: None for asked in tuple(self._waiting) if asked[1] == SMALL}

    def stop(self) -> None:
        """Draw nothing any more; what is being drawn comes to nothing."""
        self.show_pages(())
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _draw_next(self) -> None:
        number, pages = self._round, self._pages
        try:
            (place, width), _ = self._waiting.popitem()
        except KeyError:
            return
        if place < len(pages):
            self._arrived.emit(number, place, width, draw_page(pages[place], width))

    def _take(self, number: int, place: int, width: int, image: QImage) -> None:
        if number == self._round:
            self.drawn.emit(place, width, image)
