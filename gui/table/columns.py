"""What the table knows of its columns: kind, heading and band, asked once of the model and kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QAbstractItemModel, Qt

from gui.roles import Kind, Role

FIGURES = frozenset({Kind.AMOUNT, Kind.PERCENT})
CENTRED = frozenset({Kind.DIRECTION, Kind.COMPLETE, Kind.RATING})
_ACROSS = Qt.Orientation.Horizontal
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column:
    """One column of the model.

    Attributes:
        place: Its number in the model.
        kind: How it is shown.
        heading: The words at its top.
        band: The words over it and its neighbours; empty where there are none.
    """

    place: int
    kind: Kind
    heading: str
    band: str

    @property
    def figures(self) -> bool:
        """Whether it holds figures: right-aligned and never elided."""
        return self.kind in FIGURES

    @property
    def centred(self) -> bool:
        """Whether its cells stand in the middle."""
        return self.kind in CENTRED

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """How its heading stands."""
        if self.figures:
            return _RIGHT
        return Qt.AlignmentFlag.AlignCenter if self.kind is Kind.DIRECTION else _LEFT


@dataclass(frozen=True)
class Span:
    """A stretch of neighbouring columns under one band, in pixels of the heading."""

    band: str
    left: int
    width: int


def columns_of(model: QAbstractItemModel | None) -> tuple[Column, ...]:
    """The model's columns, in its order; a column without a kind is shown as text."""
    if model is None:
        return ()
    return tuple(_column(model, place) for place in range(model.columnCount()))


def _column(model: QAbstractItemModel, place: int) -> Column:
    """One column's facts."""
    return Column(
        place,
        Kind(model.headerData(place, _ACROSS, int(Role.KIND)) or Kind.TEXT),
        str(model.headerData(place, _ACROSS, Qt.ItemDataRole.DisplayRole) or ""),
        str(model.headerData(place, _ACROSS, int(Role.BAND)) or ""),
    )


def spans(placed: list[tuple[Column, int, int]]) -> Iterator[Span]:
    """Bands over columns that stand side by side.

    Args:
        placed: Columns with their left edge and width, in the order they are shown.
    """
    for band, group in groupby(placed, key=lambda each: each[0].band):
        edges = [(left, left + width) for _, left, width in group]
        yield Span(band, edges[0][0], edges[-1][1] - edges[0][0])
