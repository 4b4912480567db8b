"""Packages broken at random: each gives cells or a refusal, never anything else, however far it claims to reach."""

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from binary_workbooks import an_xls, an_xlsb
from model.files.grid import read_grids
from model.files.unreadable import Unreadable
from packages import SHARED, SHEET, Value, a_package, an_ods, an_xlsx, parts_of

ROWS: list[list[Value]] = [[f"text {row}", row, -row / 4, True] for row in range(6)]
CELLS: dict[tuple[int, int], str | float] = {(row, 0): f"text {row}" for row in range(6)} | {(5, 3): -1.5}

# What may stand for a number or a place in a package, each worse than the one before.
FIGURES = st.sampled_from([b"0", b"-1", b"1e308", b"99999", b"1048576", b"2147483647", b"4294967295", b"9" * 30])
PLACES = st.sampled_from([b"B0", b"AAA1", b"Z99999", b"XFD1048576", b"A4294967297", b"ZZZZZZZZ1", b"1A", b""])
# A third of what other laws get: most broken workbooks are read in a process of their own, which takes time.
FEW = settings(
    max_examples=settings().max_examples // 3,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def opens_or_refuses(path: Path) -> bool:
    """Whether a file gives grids or a refusal; anything else fails the test, or ends it."""
    try:
        return all(isinstance(grid.name, str) for grid in read_grids(path))
    except Unreadable:
        return True


@pytest.mark.parametrize("part", [SHEET, SHARED, "xl/workbook.xml", "xl/styles.xml"])
@FEW
@given(st.data())
def test_figures_and_places_in_a_part_may_be_anything(part: str, tmp_path: Path, data: st.DataObject) -> None:
    parts = parts_of(an_xlsx(tmp_path / "start.xlsx", ROWS))
    spots = list(re.finditer(rb"(?<=[\">])(?:([A-Z]+)?\d+)(?=[\"<])", parts[part]))
    spot = data.draw(st.sampled_from(spots))
    put = data.draw(PLACES if spot[1] else FIGURES)
    parts[part] = parts[part][: spot.start()] + put + parts[part][spot.end() :]
    assert opens_or_refuses(a_package(tmp_path / "broken.xlsx", parts))


@pytest.mark.parametrize("part", [SHEET, SHARED, "xl/workbook.xml", "[Content_Types].xml"])
@FEW
@given(st.data())
def test_bytes_of_a_part_may_be_anything(part: str, tmp_path: Path, data: st.DataObject) -> None:
    parts = parts_of(an_xlsx(tmp_path / "start.xlsx", ROWS))
    start = data.draw(st.integers(0, len(parts[part])))
    length = data.draw(st.integers(0, 12))
    put = data.draw(st.binary(max_size=12))
    parts[part] = parts[part][:start] + put + parts[part][start + length :]
    assert opens_or_refuses(a_package(tmp_path / "broken.xlsx", parts))


@cache
def whole_file(kind: str) -> bytes:
    """A workbook's bytes, made once: the times in it change its length from second to second."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"whole.{kind}"
        match kind:
            case "xlsx":
                an_xlsx(path, ROWS)
            case "ods":
                an_ods(path, ROWS)
            case "xlsb":
                an_xlsb(path, CELLS)
            case _:
                an_xls(path, CELLS)
        return path.read_bytes()


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xlsb", "xls"])
@FEW
@given(st.data())
def test_bytes_of_a_whole_file_may_be_anything_or_missing(kind: str, tmp_path: Path, data: st.DataObject) -> None:
    path, whole = tmp_path / f"broken.{kind}", whole_file(kind)
    start = data.draw(st.integers(0, len(whole)))
    if data.draw(st.booleans()):
        path.write_bytes(whole[:start])
    else:
        put = data.draw(st.binary(min_size=1, max_size=8))
        path.write_bytes(whole[:start] + put + whole[start + len(put) :])
    assert opens_or_refuses(path)


@FEW
@given(st.data())
def test_records_of_a_binary_sheet_may_be_anything(tmp_path: Path, data: st.DataObject) -> None:
    part = "xl/worksheets/sheet1.bin"
    parts = parts_of(an_xlsb(tmp_path / "start.xlsb", CELLS))
    start = data.draw(st.integers(0, len(parts[part])))
    put = data.draw(st.binary(min_size=1, max_size=8))
    parts[part] = parts[part][:start] + put + parts[part][start + len(put) :]
    assert opens_or_refuses(a_package(tmp_path / "broken.xlsb", parts))
