"""Workbook packages for tests: made by other people's libraries, then changed part by part."""

import datetime
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

Value = str | float | bool | datetime.datetime | None
Rows = Sequence[Sequence[Value]]
# Which part, what stands there, what shall stand there.
Change = tuple[str, bytes, bytes]

SHEET = "xl/worksheets/sheet1.xml"
SHARED = "xl/sharedStrings.xml"


def an_xlsx(path: Path, rows: Rows = (("x",),), **sheets: Rows) -> Path:
    """A workbook with the rows on its first sheet, `Tracker`, and further sheets by name."""
    with xlsxwriter.Workbook(path, {"default_date_format": "d/m/yyyy"}) as workbook:
        for name, lines in {"Tracker": rows, **sheets}.items():
            sheet = workbook.add_worksheet(name)
            for number, line in enumerate(lines):
                sheet.write_row(number, 0, line)
    return path


def an_xlsx_with(path: Path, cells: Mapping[str, Value]) -> Path:
    """A workbook with one sheet, `Tracker`, that has values in the named cells only."""
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Tracker")
        for cell, value in cells.items():
            sheet.write(cell, value)
    return path


def an_ods(path: Path, rows: Rows, *, repeated: int = 1) -> Path:
    """An OpenDocument workbook with the rows on its sheet, `Tracker`; its last row stands there `repeated` times."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="Tracker")
    for number, line in enumerate(rows, 1):
        row = TableRow(numberrowsrepeated=repeated) if repeated > 1 and number == len(rows) else TableRow()
        for value in line:
            row.addElement(_ods_cell(value))
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(str(path))
    return path


def _ods_cell(value: Value) -> TableCell:
    if value is None:
        return TableCell()
    if isinstance(value, bool):
        return TableCell(valuetype="boolean", booleanvalue=str(value).lower())
    if isinstance(value, datetime.datetime):
        return TableCell(valuetype="date", datevalue=value.isoformat())
    if isinstance(value, str):
        cell = TableCell(valuetype="string")
        cell.addElement(P(text=value))
        return cell
    return TableCell(valuetype="float", value=str(value))


def a_package(path: Path, parts: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    """A compressed package of any parts."""
    with zipfile.ZipFile(path, "w", compression) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def parts_of(path: Path) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def changed(path: Path, *changes: Change) -> Path:
    """Change bytes in parts of a package; each has to be there."""
    parts = parts_of(path)
    for name, old, new in changes:
        assert old in parts[name], f"{old!r} is not in {name}"
        parts[name] = parts[name].replace(old, new)
    return a_package(path, parts)


def a_bomb(path: Path, part: str, megabytes: int) -> Path:
    """A workbook with one part of so many megabytes of blanks, a few kilobytes compressed."""
    parts = parts_of(an_xlsx(path))
    start = parts.pop(part)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
        with package.open(part, "w") as stream:
            stream.write(start)
            for _ in range(megabytes):
                stream.write(b" " * 1024 * 1024)
    return path


def with_claimed_size(path: Path, part: str, size: int) -> Path:
    """Let a package claim another size for a part than it unpacks to, in both places where it says so."""
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as package:
        about = package.getinfo(part)
        in_directory = package.start_dir + bytes(data[package.start_dir :]).index(part.encode()) - 46
    for place in (about.header_offset + 22, in_directory + 24):
        data[place : place + 4] = size.to_bytes(4, "little")
    path.write_bytes(data)
    return path
