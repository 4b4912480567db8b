"""A file made into a year's tracker, whatever its format."""

from collections.abc import Callable
from pathlib import Path

from model.files.grid import Grid, read_grids
from model.files.recognise import Choose, recognise
from model.year import Year

Cells = Callable[[Path], tuple[Grid, ...]]


def read_year(path: Path, choose: Choose | None = None, cells: Cells = read_grids) -> Year:
    """Read a tracker from a workbook or a text file.

    Args:
        choose: asks which of several equally good sheets to read, by their names; without it the first is read.
        cells: gives the file's cells.

    Raises:
        Refusal: the file can't be read, or has no tracker in it.
    """
    return recognise(cells(path), path.name, choose)
