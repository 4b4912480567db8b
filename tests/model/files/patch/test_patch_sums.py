"""Sums that follow from changed cells get fresh results, where the workbook's own were right; nothing else does."""

from decimal import Decimal
from pathlib import Path

import pytest

from libreoffice import SHOWN, converted
from model.files.workbook_patch import Receipt, Styled, patch_workbook, sums
from odd_workbooks import a_sheet, a_workbook
from patched import as_calamine_sees, as_openpyxl_sees

FIGURES = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>10</v></c></row>'
    '<row r="2"><c r="A2"><v>2.5</v></c><c r="B2" t="inlineStr"><is><t>20</t></is></c></row>'
    '<row r="3"><c r="A3"><v>-4</v></c><c r="B3" t="b"><v>1</v></c></row>'
)


def saved(folder: Path, cell: str, *more: str, value: object = 7, place: str = "A2") -> Receipt:
    """A row with a formula under three rows of figures, after a change of one of these."""
    before = a_workbook(folder / "b.xlsx", a_sheet(f'{FIGURES}<row r="9">{cell}</row>'), *more)
    return patch_workbook(before, folder / "a.xlsx", {("Sheet1", place): value})  # type: ignore[dict-item]


def summed(folder: Path, formula: str, result: object, *more: str, value: object = 7) -> object:
    """What a formula shows after the change; None where it lost its result."""
    receipt = saved(folder, f'<c r="D9"><f>{formula}</f><v>{result}</v></c>', *more, value=value)
    seen = as_openpyxl_sees(folder / "a.xlsx", "Sheet1", "D9")
    assert (("Sheet1", "D9") in receipt.to_recalculate) == (seen is None)
    return seen


@pytest.mark.parametrize(
    ("formula", "before", "after"),
    [
        ("SUM(A1:A3)", -0.5, 4),
        ("sum( A1 , A2:A3 )", -0.5, 4),
        ("A1+A2", 3.5, 8),
        ("-A2 - A1", -3.5, -8),
        ("A2", 2.5, 7),
        ("SUM($A$1:A$3)-SUM(A1)", -1.5, 3),
        ("SUM(A1:B3)", 9.5, 14),
        ("SUM(A1:A8)", -0.5, 4),
        ("SUBTOTAL(9,A1:A3)", -0.5, 4),
        ("SUBTOTAL(109, A2)", 2.5, 7),
        ("SUM(Sheet1!A2,'Sheet2'!A1)", 102.5, 107),
        ("+A2+Z99", 2.5, 7),
    ],
)
def test_a_sum_shows_its_fresh_result(tmp_path: Path, formula: str, before: float, after: float) -> None:
    other = a_sheet('<row r="1"><c r="A1"><v>100</v></c></row>')
    assert summed(tmp_path, formula, before, other) == after


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("SUM(A1:A3)", -1),
        ("SUM(A1:A3)", "x"),
        ("SUM(A1:A3)*2", -1),
        ("SUM(A1:A3 A2:A3)", -1.5),
        ("SUM(A1:A3,5)", 4.5),
        ("SUBTOTAL(9,A1:A3)+SUBTOTAL(1,A1:A3)", -0.5),
        ("SUM(9,A2)", 11.5),
        ("SUBTOTAL(A2)", 2.5),
        ("AVERAGE(A1:A3)", -0.5),
        ("A2+B2", 22.5),
        ("A2+B3", 3.5),
        ("SUM(A2,[1]Sheet1!A1)", 2.5),
        ("SUM(A2,Nowhere!A1)", 2.5),
        ("SUM(A1:A3,D9)", -0.5),
        ("A2+E9", 2.5),
        ("SUM(A2,F9)", 2.5),
        ("SUM(A2,G9)", 2.5),
    ],
)
def test_what_is_no_sum_or_was_wrong_before_is_left_to_others(tmp_path: Path, formula: str, result: object) -> None:
    cells = (
        f'<c r="D9"><f>{formula}</f><v>{result}</v></c><c r="E9" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        '<c r="F9"><f>RAND()</f></c><c r="G9"><f>A2*1</f><v>2.5</v></c>'
    )
    assert ("Sheet1", "D9") in saved(tmp_path, cells).to_recalculate


def test_a_text_in_place_of_a_figure_counts_nothing(tmp_path: Path) -> None:
    assert summed(tmp_path, "SUM(A1:A3)", -0.5, value="none") == -3
    assert summed(tmp_path, "SUM(A1:A3)", -0.5, value=None) == -3
    assert summed(tmp_path, "A1+A2", 3.5, value=None) == 1
    assert summed(tmp_path, "A1+A2", 3.5, value="none") is None


def test_sums_of_sums_follow(tmp_path: Path) -> None:
    cells = (
        '<c r="D9"><f>E9+F9</f><v>-1</v></c><c r="E9"><f>SUM(A1:A3)</f><v>-0.5</v></c>'
        '<c r="F9"><f>SUBTOTAL(9,A1:A8)</f><v>-0.5</v></c>'
    )
    receipt = saved(tmp_path, cells)
    assert [(change.cell, change.after) for change in receipt.cells] == [("A2", 7), ("D9", 8), ("E9", 4), ("F9", 4)]


def test_a_subtotal_counts_no_other_subtotal_and_is_not_told_over_hidden_rows(tmp_path: Path) -> None:
    inner = '<row r="4"><c r="A4"><f>SUBTOTAL(9,A1:A3)</f><v>-0.5</v></c></row>'
    outer = '<row r="5"><c r="A5"><f>SUBTOTAL(9,A1:A4)</f><v>-0.5</v></c></row>'
    for hidden, after in (("", 4), (' hidden="1"', None)):
        rows = FIGURES.replace('r="3"', f'r="3"{hidden}') + inner + outer
        before = a_workbook(tmp_path / "b.xlsx", a_sheet(rows))
        patch_workbook(before, tmp_path / "a.xlsx", {("Sheet1", "A2"): 7})
        assert as_openpyxl_sees(tmp_path / "a.xlsx", "Sheet1", "A5") == after


def test_a_shared_sum_is_read_as_it_stands_in_its_cell(tmp_path: Path) -> None:
    cells = (
        '<c r="A9"><f t="shared" ref="A9:C9" si="3">SUM(A1:A3)</f><v>-0.5</v></c>'
        '<c r="B9"><f t="shared" si="3"/><v>10</v></c><c r="C9"><f t="shared" si="3"/><v>0</v></c>'
        '<c r="D9"><f t="shared" si="4"/><v>0</v></c><c r="E9"><f t="array" ref="E9">SUM(B1)</f><v>10</v></c>'
    )
    receipt = saved(tmp_path, cells, place="B1")
    assert [(change.cell, change.after) for change in receipt.cells] == [("B1", 7), ("B9", 7)]
    assert receipt.to_recalculate == (("Sheet1", "E9"),)


def test_a_shared_sum_that_nothing_writes_or_that_leaves_the_sheet_is_left_to_others(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><f>INDIRECT("B1")</f><v>1</v></c><c r="B1"><v>1</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="1"/><v>1</v></c></row>'
        '<row r="3"><c r="B3"><f t="shared" ref="A3:B4" si="2">OFFSET(A1,0,0)</f><v>1</v></c></row>'
        '<row r="4"><c r="A4"><f t="shared" si="2"/><v>1</v></c></row>'
    )
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(rows))
    stale = patch_workbook(before, tmp_path / "a.xlsx", {("Sheet1", "B1"): 7}).to_recalculate
    assert [cell for _, cell in stale] == ["A1", "B3", "A4"]


def test_a_sum_over_more_rows_than_are_read_is_left_to_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sums, "MOST_ROWS", 3)
    assert summed(tmp_path, "SUM(A1:A3)", -0.5) is None


def test_a_chain_of_sums_that_is_too_deep_is_left_to_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sums, "DEEPEST", 0)
    cells = '<c r="D9"><f>E9</f><v>2.5</v></c><c r="E9"><f>A2</f><v>2.5</v></c>'
    assert saved(tmp_path, cells).to_recalculate == (("Sheet1", "D9"),)


@pytest.mark.parametrize("figure", ["1E+308", "NaN", "9" * 400, "9" * 1_000_001, "9E+307"])
def test_figures_that_no_program_can_add_are_left_to_others(tmp_path: Path, figure: str) -> None:
    cells = (
        f'<c r="C9"><v>{figure}</v></c><c r="D9"><f>SUM(A1:A3,C9,C9)</f><v>0</v></c>'
        '<c r="E9"><f>A2+C9</f><v>9E+307</v></c>'
    )
    stale = saved(tmp_path, cells, value=Decimal("9E+307")).to_recalculate
    assert [cell for _, cell in stale] == ["D9", "E9"]


def test_a_sum_over_a_line_that_is_new_counts_it(tmp_path: Path) -> None:
    cells = '<c r="D9"><f>SUM(C5:C7)</f><v>0</v></c>'
    saved(tmp_path, cells, place="C6", value=Styled(-3, fill="#B3261E"))
    assert as_calamine_sees(tmp_path / "a.xlsx", "Sheet1", "D9") == -3


@pytest.mark.libreoffice
def test_libreoffice_comes_to_the_same_sums(tmp_path: Path) -> None:
    cells = '<c r="D9"><f>SUM(A1:A3)-SUBTOTAL(9,A2:A3)+Sheet2!A1</f><v>0.5</v></c>'
    other = a_sheet('<row r="1"><c r="A1"><f>SUM(Sheet1!A1:A2,Sheet1!A3)</f><v>-0.5</v></c></row>')
    saved(tmp_path, cells, other, value=Decimal("0.125"))
    (csv,) = converted([tmp_path / "a.xlsx"], SHOWN, tmp_path)
    assert csv.read_text("utf-8").splitlines()[-1].split(",")[3] == "-1.875"
    assert as_calamine_sees(tmp_path / "a.xlsx", "Sheet1", "D9") == -1.875


def test_the_receipt_lists_the_sums(tmp_path: Path) -> None:
    receipt = saved(tmp_path, '<c r="D9"><f>SUM(A1:A3)</f><v>-0.5</v></c>')
    assert [(change.cell, change.before, change.after) for change in receipt.cells] == [
        ("A2", Decimal("2.5"), Decimal(7)),
        ("D9", Decimal("-0.5"), Decimal(4)),
    ]
