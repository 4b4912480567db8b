"""The list of pages, each small, with its number."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QListView, QWidget

from gui.appendix.drawing import SMALL, PageDrawer
from model.pages import Page

Index = QModelIndex | QPersistentModelIndex


class PageListModel(QAbstractListModel):
    """Answers for pages; a small picture is drawn when it is first asked for."""

    def __init__(self, drawer: PageDrawer) -> None:
        """Answer for no page yet."""
        super().__init__()
        self._drawer = drawer
        self._pages: Sequence[Page] = ()
        self._pictures: dict[int, QPixmap] = {}
        drawer.drawn.connect(self._take)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Answer for these pages from now on."""
        self.beginResetModel()
        self._pages = pages
        self._pictures.clear()
        self.endResetModel()

    def _take(self, place: int, width: int, image: QImage) -> None:
        if width == SMALL and place < len(self._pages):
            self._pictures[place] = QPixmap.fromImage(image)
            index = self.index(place)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def _picture(self, place: int) -> QPixmap:
        if place not in self._pictures:
            self._drawer.ask(place, SMALL)
            page = self._pages[place]
            self._pictures[place] = QPixmap(QSize(SMALL, round(SMALL * page.height / page.width)))
            self._pictures[place].fill(QColor(Qt.GlobalColor.white))
        return self._pictures[place]

    # Qt's own names from here on.

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the pages."""
        return 0 if parent is not None and parent.isValid() else len(self._pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a page's number, its picture, and what it is called aloud."""
        if not index.isValid() or index.row() >= len(self._pages):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"Page {index.row() + 1} of {len(self._pages)}"
        return None


class PageList(QListView):
    """Pages to choose from, under each other."""

    chosen = Signal(int)

    def __init__(self, drawer: PageDrawer, parent: QWidget | None = None) -> None:
        """List nothing yet."""
        super().__init__(parent)
        self.setObjectName("pageList")
        self.setAccessibleName("List of pages")
        self.setProperty("surface", True)
        self._model = PageListModel(drawer)
        self.setModel(self._model)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setIconSize(QSize(SMALL, SMALL * 3 // 2))
        self.setSpacing(6)
        self.setFixedWidth(SMALL + 40)
        self._following = False
        self.selectionModel().currentChanged.connect(self._choose)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """List these pages."""
        self._model.show_pages(pages)

    def show_page(self, place: int) -> None:
        """Mark the page that is in view, without going there."""
        self._following = True
        self.setCurrentIndex(self._model.index(place))
        self._following = False

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and not self._following:
            self.chosen.emit(index.row())
