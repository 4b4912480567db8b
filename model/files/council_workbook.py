"""A new workbook in the tracker's own layout, in the council's format."""

from dataclasses import dataclass
from pathlib import Path

from model.year import Year


@dataclass(frozen=True, slots=True)
class Report:
    """What was written, and what had to be written otherwise than it is."""

    path: Path
    remarks: tuple[str, ...] = ()


def write_workbook(year: Year, path: Path) -> Report:
    """Write a year as a new workbook."""
    raise NotImplementedError
