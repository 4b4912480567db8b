"""Writes the long table for other tools, in the form that a file's ending names."""

from pathlib import Path

from model.files.council_workbook import Report
from model.files.long_table import FORMS
from model.refusals import OverwriteNeeded, Refusal, SourceKept
from model.years.table import LongTable


class NoSuchForm(Refusal):
    """A name with another ending."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}” was not written: give it a name that ends in {', '.join(FORMS)}.")


def check_export(table: LongTable, path: Path, form: str = "", *, overwrite: bool = False) -> None:
    """Look whether the table may be written under a name, before anything is.

    Raises:
        NoSuchForm: its ending names none.
        SourceKept: it is one of the trackers that were read.
        OverwriteNeeded: it is there already, and is not to be replaced.
    """
    if (form or path.suffix.lower()) not in FORMS:
        raise NoSuchForm(path)
    if path.exists():
        if any(tracker.path.exists() and tracker.path.samefile(path) for tracker in table.trackers):
            raise SourceKept(path.name)
        if not overwrite:
            raise OverwriteNeeded(path.name)


def export(table: LongTable, path: Path, form: str = "", *, overwrite: bool = False) -> Report:
    """Write all lines, those of trackers that are not counted too, which say so; nothing is added up.

    Args:
        form: `.csv`, `.xlsx` or `.parquet`; the ending of the path where it is left out.

    Raises:
        Refusal: as `check_export`; or the file can't be written, and one that stood there still does.
    """
    check_export(table, path, form, overwrite=overwrite)
    return FORMS[form or path.suffix.lower()](table.lines(), path)
