"""Tables as they are shown, one or several: as csv below one another, as a workbook with a sheet for each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from model.files.atomic import write_whole
from model.files.council_workbook import Report
from model.files.published_tables import PublishedTable
from model.files.published_workbook import workbook_of
from model.files.workbook_texts import CellTexts
from model.safe_csv import csv_of


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table; every row has a value, or None for blank, under each heading.

    Attributes:
        name: what its sheet is called.
        title: what stands above it in a workbook.
    """

    name: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str | Decimal | None, ...], ...]


def write_csv(tables: Sequence[ShownTable], path: Path) -> Report:
    """Write csv that no spreadsheet takes for formulas, a blank row between two tables.

    Raises:
        Unwritable: with the sentence that says why; a file that stood there still does.
    """
    blocks = [[table.headings, *table.rows] for table in tables]
    text = "\r\n".join(map(csv_of, blocks))
    write_whole(path, text.encode("utf-8-sig", "replace"))
    return Report(path)


def write_xlsx(tables: Sequence[ShownTable], path: Path) -> Report:
    """Write a workbook of values alone, with a sheet for each table.

    Raises:
        Unwritable: with the sentence that says why; a file that stood there still does.
    """
    texts = CellTexts()
    sheets = [PublishedTable(one.name, one.title, one.headings, one.rows, frozen=1) for one in tables]
    write_whole(path, workbook_of(sheets, texts))
    return Report(path, tuple(texts.remarks))


FORMS: Mapping[str, Callable[[Sequence[ShownTable], Path], Report]] = MappingProxyType(
    {".csv": write_csv, ".xlsx": write_xlsx}
)
"""What writes each form, by the ending of its files."""
