"""Judges a workbook in which one cell was changed against the one that it was: parts by bytes, cells as elements."""

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from string import ascii_uppercase
from typing import NamedTuple
from xml.etree import ElementTree

from patched import cells_of

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LISTS = {"workbook.xml.rels", "[content_types].xml"}
LAST_ROW = 1_048_576


class Cell(NamedTuple):
    """The cell to change: its sheet's name and part, and its place."""

    sheet: str
    part: str
    place: str


UNKNOWN = Cell("Sheet1", "xl/worksheets/sheet1.xml", "A1")


def cell_to_change(path: Path) -> Cell:
    """Choose a plain number of the first worksheet, one far below where it has none.

    What can't be read by the zip module and a parser has none; the first cell of a sheet of the usual name is tried.
    """
    try:
        with zipfile.ZipFile(path) as package:
            name, part = next(_worksheets(package))
            return Cell(name, part, _place(package.read(part)))
    except Exception:  # noqa: BLE001 - broken in whatever way: what is tried is to be refused
        return UNKNOWN


def _worksheets(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    names = {name.lower().replace("\\", "/"): name for name in package.namelist()}
    book = next(target for kind, _, target in _relations(package, names, "") if kind == "officeDocument")
    targets = {number: (kind, target) for kind, number, target in _relations(package, names, book)}
    for sheet in _element(package.read(names[book.lower()])).iter():
        number = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
        kind, target = targets.get(number, ("", ""))
        if sheet.tag.endswith("}sheet") and kind == "worksheet":
            yield sheet.get("name", ""), names[target.lower()]


def _relations(package: zipfile.ZipFile, names: dict[str, str], owner: str) -> Iterator[tuple[str, str, str]]:
    folder, name = posixpath.split(owner)
    listed = names[posixpath.join(folder, "_rels", f"{name}.rels").lower()]
    for each in _element(package.read(listed)).iter(RELATIONS):
        target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
        yield posixpath.basename(each.get("Type", "")), each.get("Id", ""), target


def _element(text: bytes | str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314 - in a process of its own, with a limit of time


def _place(part: bytes) -> str:
    """Give a plain number of a sheet without merges; else the first place of a row that is free, behind the last."""
    root = _element(part)
    space = root.tag[: root.tag.index("}") + 1]
    merged = any(True for _ in root.iter(f"{space}mergeCell"))
    for cell in () if merged else root.iter(f"{space}c"):
        plain = cell.get("t", "n") == "n" and cell.find(f"{space}v") is not None and cell.find(f"{space}f") is None
        if plain and cell.get("r"):
            return cell.get("r", "")
    rows = [int(row.get("r", "0")) for row in root.iter(f"{space}row")]
    after = max([*rows, len(rows)], default=0) + 2
    return f"A{after if after <= LAST_ROW else next(row for row in range(LAST_ROW, 0, -1) if row not in rows)}"


def judged(path: Path, target: Path, cell: Cell, value: float) -> str:
    """Name the first thing that is not as it was, and should be; blank where all is well."""
    old, new = _contents(path), _contents(target)
    gone = {name for name in old if name not in new and not name.lower().endswith("calcchain.xml")}
    if gone or set(new) - set(old):
        return f"parts differ: {sorted(gone | (set(new) - set(old)))}"
    listed = (_differing(name, old, new, cell) for name in new)
    return next(filter(None, listed), "") or _shows(new, cell, value)


def _differing(name: str, old: dict[str, bytes], new: dict[str, bytes], cell: Cell) -> str:
    before, after, ending = old[name], new[name], name.lower().rpartition("/")[2]
    if before == after:
        return ""
    if ending == "calcchain.xml" or (len(old) != len(new) and ending in LISTS):
        return ""
    if b"sheetData" in after:
        return _cells_differ(cells_of(before), cells_of(after), {cell.place} if name == cell.part else set())
    return "" if b"calcPr" in after and _without_flag(before) == _without_flag(after) else f"{name} differs"


def _cells_differ(cells: dict[str, str], now: dict[str, str], changed: set[str]) -> str:
    rows = {f"row {place.strip(ascii_uppercase)}" for place in changed}
    for place in {*cells, *now} - changed - rows:
        if cells.get(place) != now.get(place) and _without_result(cells.get(place)) != _without_result(now.get(place)):
            return f"{place or 'what is around the cells'} differs"
    return ""


def _without_result(cell: str | None) -> str:
    """Give a formula's cell without its result, which may have to be worked out anew; others as they are."""
    if not cell:
        return ""
    element = _element(cell)
    space = element.tag[: element.tag.index("}") + 1]
    if element.find(f"{space}f") is None:
        return cell
    element.attrib.pop("t", None)
    for each in element.findall(f"{space}v"):
        element.remove(each)
    return ElementTree.canonicalize(ElementTree.tostring(element), strip_text=True)


def _without_flag(workbook: bytes) -> str:
    root = _element(workbook)
    for each in [each for each in root if each.tag.endswith("}calcPr")]:
        each.attrib.pop("fullCalcOnLoad", None)
        if not each.attrib:
            root.remove(each)
    return ElementTree.canonicalize(ElementTree.tostring(root), strip_text=True)


def _shows(new: dict[str, bytes], cell: Cell, value: float) -> str:
    held = cells_of(new[cell.part]).get(cell.place, "")
    return "" if f">{value}<" in held else f"{cell.place} does not hold the new value: {held}"


def judged_other(path: Path, target: Path, cell: Cell) -> str:
    """Name what another program lost or wrote anew: parts that are gone first, then parts that are not the same."""
    old, new = _contents(path), _contents(target)
    for name in [name for name in new if name.endswith((".xml", ".rels"))]:
        _element(new[name])
    may_go = ("calcchain.xml", "sharedstrings.xml")
    gone = [name for name in old if name not in new and not name.lower().endswith(may_go)]
    if gone:
        return f"gone: {', '.join(gone)}"
    known = {cell.part, "xl/workbook.xml", "xl/calcChain.xml", "xl/sharedStrings.xml", "[Content_Types].xml"}
    anew = [name for name in old if name in new and old[name] != new[name] and name not in known]
    return f"anew: {', '.join(anew)}" if anew else ""


def _contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {each.filename: package.read(each) for each in package.infolist() if not each.is_dir()}
