"""The pages under each other, as large as is wished; only those in view are drawn."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gui.appendix.drawing import PageDrawer
from gui.theme import theme_of
from model.pages import Page

GAP = 12
PIXELS_PER_POINT = 96 / 72
SMALLEST, LARGEST, STEP = 0.1, 3.0, 1.25
MOST_KEPT = 6
"""Pictures of pages that are kept; those in view are, however many they are."""
MOST_SAID = 4000


class PageView(QAbstractScrollArea):
    """Shows pages at a zoom; 1 is their size on paper."""

    page_changed = Signal(int)
    """The place of the page that fills most of the view."""
    zoom_changed = Signal(float)

    def __init__(self, drawer: PageDrawer, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("pageView")
        self.setAccessibleName("Pages")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pages: Sequence[Page] = ()
        self.zoom = 1.0
        self.fits_width = True
        self.page = 0
        self._drawer = drawer
        self._pictures: dict[int, tuple[int, QImage]] = {}
        drawer.drawn.connect(self._take)
        # Always there: pages as wide as the view would otherwise grow and shrink with it, and be drawn twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._follow_scrolling)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show pages, at the page that was in view before where there is one."""
        before = min(self.page, max(len(pages) - 1, 0))
        self.pages = pages
        self._pictures.clear()
        self._lay_out()
        self.go_to(before)
        self._tell_page(before)
        self.viewport().update()

    def go_to(self, place: int) -> None:
        """Bring a page to the top of the view."""
        if 0 <= place < len(self.pages):
            self.verticalScrollBar().setValue(self._rect(place).top() - GAP)
            self._tell_page(place)

    def fit_width(self) -> None:
        """Make pages as wide as the view, and keep them so."""
        self.fits_width = True
        self._lay_out()

    def zoom_to(self, zoom: float) -> None:
        """Show pages larger or smaller, with what is in the middle staying there."""
        self.fits_width = False
        self._set_zoom(zoom)

    def zoom_in(self) -> None:
        """Show pages larger by a step."""
        self.zoom_to(self.zoom * STEP)

    def zoom_out(self) -> None:
        """Show pages smaller by a step."""
        self.zoom_to(self.zoom / STEP)

    def _set_zoom(self, zoom: float) -> None:
        bar = self.verticalScrollBar()
        share = (bar.value() + self.viewport().height() / 2) / max(self._height(), 1)
        self.zoom = min(max(zoom, SMALLEST), LARGEST)
        self._drawer.forget()
        self._set_range()
        bar.setValue(round(share * self._height() - self.viewport().height() / 2))
        self.viewport().update()
        self.zoom_changed.emit(self.zoom)

    def _lay_out(self) -> None:
        widest = max((page.width for page in self.pages), default=0)
        if self.fits_width and widest:
            self._set_zoom((self.viewport().width() - 2 * GAP) / (widest * PIXELS_PER_POINT))
        else:
            self._set_range()

    def _set_range(self) -> None:
        room, widest = self.viewport().size(), max((self._size(page).width() for page in self.pages), default=0)
        self.verticalScrollBar().setPageStep(room.height())
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().setRange(0, max(self._height() - room.height(), 0))
        self.horizontalScrollBar().setPageStep(room.width())
        self.horizontalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setRange(0, max(widest + 2 * GAP - room.width(), 0))

    def _size(self, page: Page) -> QSize:
        scale = self.zoom * PIXELS_PER_POINT
        return QSize(round(page.width * scale), round(page.height * scale))

    def _height(self) -> int:
        return sum(self._size(page).height() + GAP for page in self.pages) + GAP

    def _rects(self) -> Iterator[QRect]:
        """Give where each page lies on the whole, in the middle across."""
        top, room = GAP, self.viewport().width()
        for page in self.pages:
            size = self._size(page)
            yield QRect(max((room - size.width()) // 2, GAP), top, size.width(), size.height())
            top += size.height() + GAP

    def _rect(self, place: int) -> QRect:
        return list(self._rects())[place]

    def _in_view(self) -> Iterator[tuple[int, QRect]]:
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        view = self.viewport().rect()
        for place, rect in enumerate(self._rects()):
            moved = rect.translated(-across, -down)
            if moved.intersects(view):
                yield place, moved

    def _follow_scrolling(self) -> None:
        self.viewport().update()
        self._tell_page()

    def _tell_page(self, asked: int = -1) -> None:
        """Tell which page fills most of the view, or the one that was asked for where it is wholly in view."""
        view = self.viewport().rect()
        seen = {place: rect.intersected(view).height() for place, rect in self._in_view()}
        whole = [place for place, height in seen.items() if height == self._size(self.pages[place]).height()]
        page = asked if asked in whole else max(seen, key=lambda place: seen[place], default=0)
        self.page = page
        words = " ".join(self.pages[page].texts)[:MOST_SAID] if self.pages else ""
        self.setAccessibleName(f"Page {page + 1} of {len(self.pages)}" if self.pages else "Pages")
        self.setAccessibleDescription(words)
        self.page_changed.emit(page)

    def _take(self, place: int, width: int, image: QImage) -> None:
        if width != self._pixels(place):
            return
        self._pictures.pop(place, None)
        self._pictures[place] = width, image
        in_view = {seen for seen, _rect in self._in_view()}
        others = [kept for kept in self._pictures if kept not in in_view]
        for kept in others[: max(len(self._pictures) - MOST_KEPT, 0)]:
            del self._pictures[kept]
        self.viewport().update()

    def _pixels(self, place: int) -> int:
        """Give how many of the screen's pixels wide a page is."""
        if place >= len(self.pages):
            return 0
        return round(self._size(self.pages[place]).width() * self.viewport().devicePixelRatioF())

    # Qt's own names from here on.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pages in view; one that is not drawn yet is white, or as it was at another zoom."""
        theme = theme_of(self.palette())
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme.heading))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place, rect in reversed(list(self._in_view())):
            width, image = self._pictures.get(place, (0, None))
            if image is None:
                painter.fillRect(rect, Qt.GlobalColor.white)
            else:
                painter.drawImage(rect, image)
            if width != self._pixels(place):
                self._drawer.ask(place, self._pixels(place))
            painter.setPen(QPen(QColor(theme.hairline)))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the width where it is to fit."""
        super().resizeEvent(event)
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self.zoom * (STEP if event.angleDelta().y() > 0 else 1 / STEP))
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first page with Home and to the last with End."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: (bar.minimum(), 0), Qt.Key.Key_End: (bar.maximum(), len(self.pages) - 1)}
        if event.key() in ends and self.pages:
            end, page = ends[Qt.Key(event.key())]
            bar.setValue(end)
            self._tell_page(page)
        else:
            super().keyPressEvent(event)
