"""Blocks of cells laid onto a tracker: pasting, filling, clearing, copying; each is refused whole or one step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.clipboard import Block, Cell, one_line_break
from model.editing import QUARTERS_OF
from model.entries import shown
from model.fields import FIELD, OTHER, Access
from model.money import parse_amount
from model.rating import clean_rating, rating_of
from model.refusals import (
    AmountRefused,
    BlockRefused,
    BlockTooLarge,
    NothingToFill,
    ReasonNeeded,
    Refusal,
    TotalDisagrees,
    Viewing,
)
from model.saving import Saving
from model.tracker import Entry, Tracker

_FOLLOWING = ("plan_total", "forecast_total", "variance", "percent", "rating")


@dataclass(frozen=True, slots=True)
class Area:
    """Where a block is laid.

    Attributes:
        lines: the lines shown, in their order on the screen, from the first selected one downwards.
        keys: the fields shown, in their order on the screen, from the first selected one rightwards.
        height: how many lines are selected.
        width: how many fields are selected.
    """

    lines: Sequence[int]
    keys: Sequence[str]
    height: int = 1
    width: int = 1


def entries_for(tracker: Tracker, block: Block, area: Area, done: str = "pasted", reason: str = "") -> list[Entry]:
    """Give the entries by which a block comes to stand in an area, for `Tracker.edit_many`.

    A block is repeated where the selection is a multiple of its size, so one value fills a selection. A cell that
    nobody types (a total beside its quarters, a variance, a locked plan) is let through where the block holds what
    stands there, or what will stand there once the block's other cells are in.

    Args:
        done: what is being done, for the sentence.
        reason: for overriding calculated ratings.

    Raises:
        BlockTooLarge: the block reaches beyond what is shown.
        BlockRefused: a cell can't be read or changed.
        ReasonNeeded: a calculated rating would be overridden.
        Viewing: the tracker is open for viewing only.
    """
    if tracker.viewing:
        raise Viewing
    cells = tuple(_laid(block, area))
    return _Laying(tracker, cells, done, reason).entries


def filled_down(tracker: Tracker, lines: Sequence[int], keys: Sequence[str]) -> tuple[Block, Area]:
    """Give the first line's cells as a block, and the lines below it as its area."""
    if len(lines) < 2:  # noqa: PLR2004 - one to copy and one to fill
        raise NothingToFill("below")
    first = tuple(_text(tracker, lines[0], key) for key in keys)
    return (first,), Area(lines[1:], keys, len(lines) - 1, len(keys))


def filled_right(tracker: Tracker, lines: Sequence[int], keys: Sequence[str]) -> tuple[Block, Area]:
    """Give the first column's cells as a block, and the columns right of it as its area."""
    if len(keys) < 2:  # noqa: PLR2004 - one to copy and one to fill
        raise NothingToFill("right of")
    first = tuple((_text(tracker, line, keys[0]),) for line in lines)
    return first, Area(lines, keys[1:], len(lines), len(keys) - 1)


def cleared(lines: Sequence[int], keys: Sequence[str]) -> tuple[Block, Area]:
    """Give a blank as a block, and the selection as its area."""
    return (("",),), Area(lines, keys, len(lines), len(keys))


def copied(tracker: Tracker, lines: Sequence[int], keys: Sequence[str]) -> list[list[Cell]]:
    """Give the cells of a selection for the clipboard: figures as figures, in £000, all else as shown."""
    return [[_cell(tracker, line, key) for key in keys] for line in lines]


def _cell(tracker: Tracker, line: int, key: str) -> Cell:
    saving = tracker.year.savings[line]
    value = None if key in saving.unread else saving.value(key)
    return _text(tracker, line, key) if value is None or isinstance(value, str | bool) else value


def _text(tracker: Tracker, line: int, key: str) -> str:
    return _shown(tracker, tracker.year.savings[line], key)


def _shown(tracker: Tracker, saving: Saving, key: str) -> str:
    if key == "rating" and key not in saving.unread:
        return rating_of(saving, tracker.year.scheme).name
    return shown(saving, key)


def _laid(block: Block, area: Area) -> Iterator[Entry]:
    height, width = len(block), max(len(row) for row in block)
    down = area.height if area.height % height == 0 else height
    across = area.width if area.width % width == 0 else width
    if down > len(area.lines) or across > len(area.keys):
        raise BlockTooLarge((down, across), (len(area.lines), len(area.keys)))
    for row in range(down):
        cells = block[row % height]
        for column in range(across):
            if column % width < len(cells):
                text = one_line_break(cells[column % width])
                yield Entry(area.lines[row], area.keys[column], text)


class _Laying:
    """Works out the entries of a block on trial lines, cell by cell: first what is typed, then what follows."""

    def __init__(self, tracker: Tracker, cells: Sequence[Entry], done: str, reason: str) -> None:
        self.entries: list[Entry] = []
        self._tracker = tracker
        self._done = done
        self._reason = reason
        self._trial: dict[int, Saving] = {}
        self._given = {(cell.line, cell.key) for cell in cells}
        typed = [cell for cell in cells if not self._follows(cell)]
        for cell in typed:
            if not self._stands(cell):
                self._enter(cell)
        for cell in cells:
            if self._follows(cell) and not self._stands(cell) and not self._stood(cell):
                self._enter(cell)

    def _follows(self, cell: Entry) -> bool:
        if cell.key in QUARTERS_OF:
            return any((cell.line, quarter) in self._given for quarter in QUARTERS_OF[cell.key])
        return cell.key in _FOLLOWING

    def _saving(self, line: int) -> Saving:
        return self._trial.get(line, self._tracker.year.savings[line])

    def _stands(self, cell: Entry) -> bool:
        return self._same(cell, self._saving(cell.line))

    def _stood(self, cell: Entry) -> bool:
        """Whether a cell holds what stood there before: it was copied along while cells that it follows changed."""
        return self._same(cell, self._tracker.year.savings[cell.line])

    def _same(self, cell: Entry, saving: Saving) -> bool:
        now = _shown(self._tracker, saving, cell.key)
        if cell.key == "rating":
            return clean_rating(cell.text) == now
        if cell.key in FIELD and FIELD[cell.key].access is Access.OPEN and FIELD[cell.key].is_words:
            return cell.text == one_line_break(now)
        return " ".join(cell.text.split()) == " ".join(now.split()) or _same_figure(cell, now)

    def _enter(self, cell: Entry) -> None:
        saving = self._saving(cell.line)
        try:
            if cell.key in QUARTERS_OF and self._follows(cell):
                raise TotalDisagrees(cell.text.strip(), shown(saving, cell.key))
            self._trial[cell.line] = self._tracker.entered(saving, cell, self._reason)
        except ReasonNeeded:
            raise
        except Refusal as cause:
            name = FIELD[cell.key].name if cell.key in FIELD else cell.key.removeprefix(OTHER)
            raise BlockRefused(self._done, saving.reference, name, cause) from cause
        self.entries.append(cell)


def _same_figure(cell: Entry, now: str) -> bool:
    if cell.key not in FIELD or FIELD[cell.key].is_words or not cell.text.strip():
        return False
    try:
        return parse_amount(cell.text.strip().removesuffix("%")) == parse_amount(now)
    except AmountRefused:
        return False
