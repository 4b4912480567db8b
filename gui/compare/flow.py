"""Widgets in rows as words in a text: as many in a row as there is room for."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

SPACE = 8


class FlowLayout(QLayout):
    """Lays widgets out from the left, going on in the next row where one is full; hidden ones take no room."""

    def __init__(self, margin: int = 0) -> None:
        """Start empty."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(margin, SPACE if margin else 0, margin, SPACE if margin else 0)
        self.setSpacing(SPACE)

    def _placed(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        """Give where each item stands in a width, each row as high as its highest."""
        margins = self.contentsMargins()
        right = width - margins.right()
        row: list[tuple[QLayoutItem, QRect]] = []
        at, top = margins.left(), margins.top()
        for item in self._items:
            size = item.sizeHint()
            if item.isEmpty():
                continue
            if row and at + size.width() > right:
                yield from _levelled(row)
                top += max(box.height() for _, box in row) + self.spacing()
                row, at = [], margins.left()
            room = right - margins.left()
            row.append((item, QRect(QPoint(at, top), QSize(min(size.width(), room), size.height()))))
            at += size.width() + self.spacing()
        yield from _levelled(row)

    # Qt's own names from here on.

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item."""
        self._items.append(item)

    def count(self) -> int:
        """Count the items."""
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        """Give an item by its place."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        """Give an item away."""
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Need a height that depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all rows."""
        bottom = max((box.bottom() + 1 for _, box in self._placed(width)), default=self.contentsMargins().top())
        return bottom + self.contentsMargins().bottom()

    def sizeHint(self) -> QSize:
        """Be in one row, if there is room."""
        margins = self.contentsMargins()
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:
        """Be as narrow as the widest item."""
        margins = self.contentsMargins()
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(widest + margins.left() + margins.right(), self.sizeHint().height())

    def setGeometry(self, rect: QRect) -> None:
        """Put each item where it stands."""
        super().setGeometry(rect)
        for item, box in self._placed(rect.width()):
            item.setGeometry(box.translated(rect.topLeft()))


def _levelled(row: list[tuple[QLayoutItem, QRect]]) -> Iterator[tuple[QLayoutItem, QRect]]:
    """Put the items of a row on one middle line."""
    highest = max((box.height() for _, box in row), default=0)
    return ((item, box.translated(0, (highest - box.height()) // 2)) for item, box in row)


def beside(*widgets: QWidget) -> QWidget:
    """Keep widgets together that belong to each other, such as a field and its words."""
    whole = QWidget()
    layout = FlowLayout()
    for widget in widgets:
        layout.addWidget(widget)
    whole.setLayout(layout)
    return whole
