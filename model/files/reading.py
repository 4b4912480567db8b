"""A file made into a year's tracker, whatever its format."""

from pathlib import Path

from model.files.grid import read_grids
from model.files.recognise import Choose, recognise
from model.year import Year


def read_year(path: Path, choose: Choose | None = None) -> Year:
    """Read a tracker from a workbook or a text file.

    Args:
        choose: asks which of several equally good sheets to read, by their names; without it the first is read.

    Raises:
        Refusal: the file can't be read, or has no tracker in it.
    """
    return recognise(read_grids(path), path.name, choose)
