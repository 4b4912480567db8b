"""Writes the long table, or tables as they are shown, for other tools, in the form that a file's ending names."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from model.clipboard import Cell
from model.files.council_workbook import Report
from model.files.long_table import FORMS
from model.files.shown_tables import FORMS as SHOWN_FORMS
from model.files.shown_tables import ShownTable
from model.refusals import OverwriteNeeded, Refusal, SourceKept
from model.years.table import LongTable
from model.years.trackers import KnownTracker

__all__ = ["NoSuchForm", "Report", "check_export", "export", "export_shown"]


class NoSuchForm(Refusal):
    """A name with another ending."""

    def __init__(self, path: Path, forms: Iterable[str] = FORMS) -> None:
        super().__init__(f"“{path.name}” was not written: give it a name that ends in {', '.join(forms)}.")


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
        _keep_sources(table.trackers, path)
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


def export_shown(
    tables: Mapping[str, Sequence[tuple[Cell, ...]]], title: str, trackers: Iterable[KnownTracker], path: Path
) -> Report:
    """Write tables as they are shown, over a file that stands there already.

    Args:
        tables: by their names; of each the headings, then the rows.
        title: what stands above each in a workbook.

    Raises:
        NoSuchForm: the path's ending names none of `.csv` and `.xlsx`.
        SourceKept: it is one of the trackers that were read.
        Refusal: the file can't be written, and one that stood there still does.
    """
    if path.suffix.lower() not in SHOWN_FORMS:
        raise NoSuchForm(path, SHOWN_FORMS)
    _keep_sources(trackers, path)
    shown = [
        ShownTable(name, title, tuple(str(words) for words in headings), tuple(rows))
        for name, (headings, *rows) in tables.items()
    ]
    return SHOWN_FORMS[path.suffix.lower()](shown, path)


def _keep_sources(trackers: Iterable[KnownTracker], path: Path) -> None:
    if path.exists() and any(one.path.exists() and one.path.samefile(path) for one in trackers):
        raise SourceKept(path.name)
