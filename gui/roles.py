"""What the table asks its model for beyond Qt's own roles: kinds of columns and marks of cells."""

from enum import IntEnum, IntFlag, StrEnum

from PySide6.QtCore import Qt


class Kind(StrEnum):
    """How a column is shown and edited; answered by `headerData(column, Horizontal, Role.KIND)`."""

    RATING = "rating"
    REFERENCE = "reference"
    TITLE = "title"
    TEXT = "text"
    AMOUNT = "amount"
    PERCENT = "percent"
    DIRECTION = "direction"
    COMPLETE = "complete"


class Marks(IntFlag):
    """What marks a cell, in one answer: painting a screen asks each cell once instead of five times."""

    NONE = 0
    CHANGED = 1
    FINDING = 2
    EDITABLE = 4
    MUTED = 8
    BOLD = 16
    ERROR = 32
    """A finding that is an error; beside `FINDING`."""


class Role(IntEnum):
    """Roles of the tracker's table model, for `data` where no header is named."""

    KIND = Qt.ItemDataRole.UserRole + 1
    """`headerData`: a `Kind`."""
    BAND = Qt.ItemDataRole.UserRole + 2
    """`headerData`: the words of the band over the column, empty where there is none."""
    WIDEST = Qt.ItemDataRole.UserRole + 3
    """`headerData`: the longest text shown in the column of figures; None lets the view look at every line."""
    MARKS = Qt.ItemDataRole.UserRole + 4
    """`Marks` of the cell. Where it is None the view asks the five roles below one by one."""
    CHANGED = Qt.ItemDataRole.UserRole + 5
    FINDING = Qt.ItemDataRole.UserRole + 6
    EDITABLE = Qt.ItemDataRole.UserRole + 7
    MUTED = Qt.ItemDataRole.UserRole + 8
    BOLD = Qt.ItemDataRole.UserRole + 9
    RATING = Qt.ItemDataRole.UserRole + 10
    """The rating's name; where it is None the displayed word is the rating."""
    SORT = Qt.ItemDataRole.UserRole + 11
    """The native value, for sorting."""
    CHOICES = Qt.ItemDataRole.UserRole + 12
    """A list of texts to choose from; the chosen one goes to `setData` with `EditRole`."""
