"""Holds two workbooks against each other with eyes of their own: the zip module's and a parser's, not the program's."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import python_calamine
from openpyxl.utils import get_column_letter

Shown = object
_MAY_CHANGE_IN_WORKBOOK = re.compile(r'<(?:\w+:)?calcPr[^>]*fullCalcOnLoad="1"')


def members(path: Path) -> list[tuple[object, ...]]:
    """Everything that the archive says of its parts, but for what follows from their content and place."""
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        return [
            (m.filename, m.date_time, m.compress_type, m.comment, m.create_system, m.external_attr, m.internal_attr)
            for m in package.infolist()
        ]


def contents(path: Path) -> dict[str, bytes]:
    """The unpacked parts."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def differing_parts(before: Path, after: Path) -> set[str]:
    """The parts that are not the same to the byte, or stand in one of the two only."""
    old, new = contents(before), contents(after)
    return {name for name in {*old, *new} if old.get(name) != new.get(name)}


def cells_of(part: bytes) -> dict[str, str]:
    """Every cell of a sheet's part as canonical XML, by its place, and what is around the cells under a blank name."""
    root = ElementTree.fromstring(part)  # noqa: S314 - the tests' own files
    space = root.tag[: root.tag.index("}") + 1]
    data = root.find(f"{space}sheetData")
    assert data is not None
    cells, row_number = {}, 0
    for row in data.findall(f"{space}row"):
        row_number = int(row.get("r", row_number + 1))
        column = 0
        for cell in row.findall(f"{space}c"):
            place = cell.get("r")
            column = _column(place) if place else column + 1
            cells[f"{get_column_letter(column)}{row_number}"] = _canonical(cell)
            row.remove(cell)
        row.attrib.pop("spans", None)
        row.text = None
        if len(row) or set(row.attrib) - {"r"}:
            cells[f"row {row_number}"] = _canonical(row)
        data.remove(row)
    data.text = None
    for extent in root.findall(f"{space}dimension"):
        extent.attrib.clear()
    return cells | {"": _canonical(root)}


def _column(place: str) -> int:
    total = 0
    for letter in place.rstrip("0123456789"):
        total = total * 26 + ord(letter.upper()) - 64
    return total


def _canonical(element: ElementTree.Element) -> str:
    element.tail = None
    return ElementTree.canonicalize(ElementTree.tostring(element))


def differing_cells(before: Path, after: Path, part: str) -> set[str]:
    """The places of cells that are not the same in a part, and a blank name where something around them is not."""
    old, new = cells_of(contents(before)[part]), cells_of(contents(after)[part])
    return {place for place in {*old, *new} if old.get(place) != new.get(place)}


def assert_only(before: Path, after: Path, part: str, places: Iterable[str], *others: str) -> None:
    """Nothing but some cells of one sheet differs, the flag for a recalculation, and the parts that are named."""
    assert members(before) == members(after)
    assert differing_parts(before, after) - {"xl/workbook.xml", part, *others} == set()
    assert differing_cells(before, after, part) == set(places)
    workbook = contents(after).get("xl/workbook.xml", b'<calcPr fullCalcOnLoad="1"').decode("utf-8", "replace")
    assert _MAY_CHANGE_IN_WORKBOOK.search(workbook)


def as_openpyxl_sees(path: Path, sheet: str, place: str) -> Shown:
    """What openpyxl reads in a cell: results, not formulas."""
    with warnings.catch_warnings():
        # openpyxl says what it would lose if it saved.
        warnings.simplefilter("ignore", UserWarning)
        workbook = openpyxl.load_workbook(io.BytesIO(path.read_bytes()), data_only=True)
    return workbook[sheet][place].value


def as_calamine_sees(path: Path, sheet: str, place: str) -> Shown:
    """What calamine reads in a cell; None where it is empty."""
    rows = (
        python_calamine.load_workbook(io.BytesIO(path.read_bytes()))
        .get_sheet_by_name(sheet)
        .to_python(skip_empty_area=False)
    )
    row, column = int(place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1, _column(place) - 1
    value = rows[row][column] if row < len(rows) and column < len(rows[row]) else None
    return None if value == "" else value
