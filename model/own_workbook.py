"""The workbook that a tracker was read from: saving changes only the cells that were edited, and those that follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from string import ascii_uppercase
from typing import TYPE_CHECKING

from model.backup_choice import BackupChoice
from model.fields import FIELD
from model.files.backup import BackupNotKept, keep_backup
from model.files.fingerprint import Fingerprint, Glance, fingerprint_of, glance
from model.files.grid import read_grids
from model.files.unwritable import ChangedMeanwhile
from model.money import show_amount
from model.resources import EXAMPLES
from model.saving import Place, Saving
from model.year import Year

if TYPE_CHECKING:
    from model.files.workbook_patch import CellChange, Receipt

Spots = frozenset[tuple[str, str]]
SAVED_INTO = (".xlsx", ".xlsm")
_CANNOT = {
    ".xls": "an old .xls workbook",
    ".xlsb": "a binary .xlsb workbook",
    ".ods": "an OpenDocument sheet",
    ".csv": "a text file, which holds no formats and no formulas",
    ".tsv": "a text file, which holds no formats and no formulas",
    ".txt": "the text of a paper",
}


def why_not(path: Path) -> str:
    """Say why a file can't be saved into; blank where it can."""
    suffix = path.suffix.lower()
    if path.resolve().parent == EXAMPLES:
        return f"“{path.name}” is one of the program's examples, which stay as they are."
    if suffix in SAVED_INTO:
        return ""
    return f"“{path.name}” is {_CANNOT.get(suffix, 'no workbook')}: it can be read, but not saved into."


def own_workbook(path: Path, year: Year) -> OwnWorkbook | None:
    """Give the workbook of a year just read; None where the file can't be saved into."""
    placed = year.savings and all(saving.place.row and saving.place.sheet for saving in year)
    return OwnWorkbook(path, year) if placed and not why_not(path) else None


class OwnWorkbook:
    """A workbook with a tracker in it, as it was when it was last read or written here.

    Attributes:
        seen: the fingerprint of the content that was read or written, never of what came to stand there since.
        totals: the cells, by sheet and name, that hold the totals of all lines, as far as a save refreshed them.
    """

    def __init__(self, path: Path, year: Year) -> None:
        """Remember a file just read, and where in it each line of the year stands."""
        self.path = path
        self.totals: Spots = frozenset()
        self.read_again(year)

    @property
    def changed_outside(self) -> bool:
        """Whether another program changed the file since; a file that is gone has not changed."""
        return self.path.exists() and not self.seen.matches(self.path)

    @property
    def places(self) -> Sequence[Place]:
        """Where each line stands in the workbook."""
        return self._places

    @property
    def glance(self) -> Glance | None:
        """The file's size and time as they are now; None where it is gone."""
        return glance(self.path)

    def read_again(self, year: Year) -> None:
        """Go over to the content that a year was read from, and to where the lines stand in it."""
        self.seen: Fingerprint = fingerprint_of(self.path, year.digest)
        self._places: Sequence[Place] = [saving.place for saving in year]

    def save(self, base: Year, now: Year) -> tuple[Receipt, str]:
        """Write what differs from the base into the file, and keep the version that is replaced.

        Returns:
            What was done, and why the version replaced could not be kept, blank where it was.

        Raises:
            Refusal: with the reason; the file is as it was.
        """
        # Here and nowhere else: what writes into a workbook brings much along, and a start saves nothing.
        from model.files.changed_cells import changed_cells  # noqa: PLC0415
        from model.files.workbook_patch import patch_workbook  # noqa: PLC0415

        grids = read_grids(self.path)
        if grids[0].digest != self.seen.sha256:
            raise ChangedMeanwhile(self.path)
        grid = next(grid for grid in grids if grid.name == self._places[0].sheet)
        changes = changed_cells(base, now, self._places, grid, self.path)
        rows = {place.row for place in self._places}
        self.totals = frozenset(spot for spot in changes if _row(spot[1]) not in rows)
        remark = self._back_up()
        receipt = patch_workbook(self.path, self.path, changes, self.seen.sha256)
        self.wrote(receipt.digest)
        return receipt, remark

    def wrote(self, digest: str) -> None:
        """Go over to the content that was written here, whatever stands in the file by now."""
        self.seen = fingerprint_of(self.path, digest)

    def _back_up(self) -> str:
        folder = BackupChoice().folder
        if folder is None:
            return ""
        try:
            keep_backup(self.path, folder)
        except BackupNotKept as kept_not:
            return str(kept_not)
        return ""


def receipt_words(receipt: Receipt, year: Year, own: OwnWorkbook) -> tuple[str, str]:
    """Say what a save has done: a sentence, and a line for each cell with the saving and field that it holds."""
    count, parts = len(receipt.cells), receipt.untouched_parts
    said = f"{count:,} cell{'s' if count != 1 else ''} changed; all {parts:,} other parts of the file are identical."
    lines = {(place.sheet, place.row): (saving, place) for saving, place in zip(year, own.places, strict=True)}
    cells = (
        f"{_named(cell, lines, own.totals)}: {_shown(cell.before)} → {_shown(cell.after)}" for cell in receipt.cells
    )
    return said, "\n".join((*receipt.warnings, *cells))


def _named(changed: CellChange, lines: Mapping[tuple[str, int], tuple[Saving, Place]], totals: Spots) -> str:
    """Name what a cell holds: a field of a line, a total of all lines, or a sum of the council's own."""
    cell = changed.cell
    if (changed.sheet, _row(cell)) in lines:
        saving, place = lines[changed.sheet, _row(cell)]
        for key in (key for key in place.columns if key in FIELD and place.cell(key) == cell):
            return f"{saving.reference}, {FIELD[key].name} ({cell})"
    if (changed.sheet, cell) in totals:
        return f"All savings ({cell})"
    return (
        f"Sum ({cell})" if any(changed.sheet == sheet for sheet, _ in lines) else f"Sum ({cell} on “{changed.sheet}”)"
    )


def _row(cell: str) -> int:
    return int(cell.lstrip(ascii_uppercase))


def _shown(value: object) -> str:
    if value is None or value == "":
        return "blank"
    return show_amount(value) if isinstance(value, Decimal) else str(value)
