"""Whatever a workbook holds and whatever becomes of its bytes: it is saved right, or refused in a sentence."""

import io
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.files.workbook_patch import Cached, Styled, patch_workbook
from model.files.workbook_patch.changes import Change
from model.refusals import Refusal
from odd_workbooks import SHEET, a_sheet, a_workbook
from packages import an_xlsx_with, parts_of
from patched import assert_only

PLACES = st.builds(
    "{}{}".format, st.sampled_from(["A", "B", "C", "Z", "AA", "XFD"]), st.sampled_from([1, 2, 3, 9, 300])
)
TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=20)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=2)
VALUES = st.one_of(NUMBERS, TEXTS, st.booleans())
ALLOWED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@ALLOWED
@given(
    cells=st.dictionaries(PLACES, VALUES, min_size=1, max_size=8),
    changes=st.dictionaries(PLACES, st.one_of(VALUES, st.none()), min_size=1, max_size=6),
)
def test_any_cells_are_saved_into_any_workbook(
    tmp_path: Path, cells: dict[str, Decimal | str | bool], changes: dict[str, Decimal | str | bool | None]
) -> None:
    texts = {place: value for place, value in cells.items() if not (isinstance(value, str) and value[0] == "=")}
    before = an_xlsx_with(tmp_path / "b.xlsx", texts)  # type: ignore[arg-type]
    after = tmp_path / "a.xlsx"
    receipt = patch_workbook(before, after, {("Tracker", place): value for place, value in changes.items()})
    told = {change.cell for change in receipt.cells}
    assert told <= set(changes)
    if told:
        assert_only(before, after, SHEET, told)
    else:
        assert before.read_bytes() == after.read_bytes()
    sheet = openpyxl.load_workbook(io.BytesIO(after.read_bytes()))["Tracker"]
    for place, value in changes.items():
        seen = sheet[place].value
        assert (Decimal(repr(seen)) if isinstance(value, Decimal) else seen) == value


def valuable(path: Path) -> bytes:
    rows = (
        '<row r="1" spans="1:3"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1</f>'
        '<v>2</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>3</v></c><c r="C2" t="inlineStr"><is><t>x</t>'
        "</is></c></row>"
    )
    parts = {
        "xl/sharedStrings.xml": "<sst><si><t>a</t></si></sst>",
        "xl/calcChain.xml": '<calcChain><c r="B1"/></calcChain>',
    }
    return a_workbook(path, a_sheet(rows, before='<dimension ref="A1:C2"/>'), parts=parts).read_bytes()


CHANGES: dict[tuple[str, str], Change] = {
    ("Sheet1", "A1"): Styled("x", fill="00FF00", ink="FF0000"),
    ("Sheet1", "B1"): 5,
    ("Sheet1", "B2"): Cached(6),
    ("Sheet1", "D5"): None,
    ("Sheet1", "E1"): "new",
}


def ends_well(folder: Path, content: bytes) -> bool:
    """The save of spoilt bytes ends in a workbook, or in a refusal and no file."""
    source, target = folder / "spoilt.xlsx", folder / "saved.xlsx"
    source.write_bytes(content)
    target.unlink(missing_ok=True)
    sentence = ""
    try:
        patch_workbook(source, target, CHANGES)
    except Refusal as refusal:
        sentence = str(refusal)
    if not target.exists():
        return sentence.endswith(".")
    with zipfile.ZipFile(target) as package:
        return not sentence and SHEET in package.namelist()


@ALLOWED
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=6))
def test_bytes_of_a_package_that_are_changed_end_well(tmp_path: Path, flips: list[tuple[int, int]]) -> None:
    content = bytearray(valuable(tmp_path / "b.xlsx"))
    for place, value in flips:
        content[place % len(content)] = value
    assert ends_well(tmp_path, bytes(content))


@ALLOWED
@given(
    part=st.sampled_from(
        ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET, "xl/styles.xml"]
    ),
    begin=st.integers(0, 3000),
    length=st.integers(0, 40),
    put=st.sampled_from(
        [b"", b"<", b">", b'"', b"/", b"&#0;", b"&#x41;", b"-1", b"99999999999", b"\xff", b"<c>", b"<x:row/>"]
    ),
)
def test_parts_that_are_changed_end_well(tmp_path: Path, part: str, begin: int, length: int, put: bytes) -> None:
    valuable(tmp_path / "b.xlsx")
    parts = parts_of(tmp_path / "b.xlsx")
    at = begin % len(parts[part])
    parts[part] = parts[part][:at] + put + parts[part][at + length :]
    spoilt = io.BytesIO()
    with zipfile.ZipFile(spoilt, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert ends_well(tmp_path, spoilt.getvalue())


@pytest.mark.parametrize("cut", range(0, 3500, 250))
def test_a_package_that_is_cut_is_refused(tmp_path: Path, cut: int) -> None:
    assert ends_well(tmp_path, valuable(tmp_path / "b.xlsx")[:cut] or b"\0")
