"""Formulas stay, go, are shared and are followed as the cells around them change."""

from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from libreoffice import converted
from model.files.workbook_patch import Cached, Styled, Unpatchable, dependents, patch_workbook, rowwise
from model.files.workbook_patch.formula_words import OWN_ROW, Corner, Words, moved, words
from odd_workbooks import MAIN, SHEET, a_sheet, a_workbook
from patched import as_calamine_sees, assert_only, contents, differing_parts

SHARED = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row>'
    '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row>'
    '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>6</v></c></row>'
)


def chain(*cells: str) -> dict[str, str | bytes]:
    return {"xl/calcChain.xml": f'<calcChain xmlns="{MAIN}">{"".join(cells)}</calcChain>'}


def saved(tmp_path: Path, source: Path, changes: dict[tuple[str, str], object]) -> Path:
    target = tmp_path / "after.xlsx"
    patch_workbook(source, target, changes)  # type: ignore[arg-type]
    return target


def test_a_formula_stays_and_shows_the_fresh_result(tmp_path: Path) -> None:
    before = a_workbook(
        tmp_path / "b.xlsx",
        a_sheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f ca="1">A1&amp;"x"</f><v>1x</v></c></row>'),
    )
    after = saved(tmp_path, before, {("Sheet1", "A1"): 2, ("Sheet1", "B1"): Cached("2_x0041_x")})
    assert b'<c r="B1" t="str"><f ca="1">A1&amp;"x"</f><v>2_x005F_x0041_x</v></c>' in contents(after)[SHEET]
    assert_only(before, after, SHEET, {"A1", "B1"})


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (Decimal("3.50"), b'<c r="B1"><f>A1*2</f><v>3.5</v></c>'),
        (True, b'<c r="B1" t="b"><f>A1*2</f><v>1</v></c>'),
        (None, b'<c r="B1" t="str"><f>A1*2</f><v></v></c>'),
    ],
)
def test_a_result_may_be_of_any_kind(tmp_path: Path, value: object, cell: bytes) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet('<row r="1"><c r="B1"><f>A1*2</f><v>2</v></c></row>'))
    after = saved(tmp_path, before, {("Sheet1", "B1"): Cached(value)})  # type: ignore[arg-type]
    assert cell in contents(after)[SHEET]


def test_a_result_where_no_formula_is_becomes_the_value(tmp_path: Path) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet('<row r="1"><c r="B1"><v>2</v></c></row>'))
    after = saved(tmp_path, before, {("Sheet1", "B1"): Styled(5, follows=True)})
    assert as_calamine_sees(after, "Sheet1", "B1") == 5


def test_a_typed_number_takes_the_place_of_a_formula_and_leaves_the_list_of_formulas(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>2+2</f><v>4</v></c></row>'
    listed = chain('<c r="A1" i="5" l="1"/>', "<!-- -->", '<c r="B1"></c>', '<c r="A1" i="6"/>', '<c r="B1"/>')
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(rows), a_sheet(rows), parts=listed)
    after = saved(tmp_path, before, {("Sheet1", "A1"): 7, ("Sheet2", "A1"): 8})
    assert b'<c r="A1"><v>7</v></c>' in contents(after)[SHEET]
    assert b'"><!-- --><c r="B1" i="5"></c><c r="B1" i="6"/></calcChain>' in contents(after)["xl/calcChain.xml"]


def test_the_list_of_formulas_goes_with_the_last_of_them(tmp_path: Path) -> None:
    before = a_workbook(
        tmp_path / "b.xlsx", a_sheet('<row r="1"><c r="A1"><f>1+1</f></c></row>'), parts=chain('<c r="A1" i="5"/>')
    )
    after = tmp_path / "after.xlsx"
    receipt = patch_workbook(before, after, {("Sheet1", "A1"): 7})
    assert "xl/calcChain.xml" in receipt.changed_parts
    old, new = contents(before), contents(after)
    assert set(old) - set(new) == {"xl/calcChain.xml"}
    for name in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
        assert b"calcChain" not in new[name]
        assert new[name].count(b"/>") == old[name].count(b"/>") - 1
    assert as_calamine_sees(after, "Sheet1", "A1") == 7


def test_a_shared_formula_moves_on_when_the_cell_that_it_is_written_in_is_typed_over(tmp_path: Path) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(SHARED))
    after = saved(tmp_path, before, {("Sheet1", "B1"): 7})
    sheet = contents(after)[SHEET]
    assert b'<c r="B2"><f t="shared" ref="B2:B3" si="0">A2*2</f><v>4</v></c>' in sheet
    assert_only(before, after, SHEET, {"B1", "B2"})


def test_a_shared_formula_moves_on_into_a_cell_whose_result_changes_too(tmp_path: Path) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(SHARED))
    receipt = patch_workbook(
        before, tmp_path / "a.xlsx", {("Sheet1", "B1"): 7, ("Sheet1", "A3"): 9, ("Sheet1", "B2"): Cached(5)}
    )
    sheet = contents(tmp_path / "a.xlsx")[SHEET]
    assert b'<c r="B2"><f t="shared" ref="B2:B3" si="0">A2*2</f><v>5</v></c>' in sheet
    assert b'<c r="B3"><f t="shared" si="0"/></c>' in sheet
    assert receipt.to_recalculate == (("Sheet1", "B3"),)


def test_a_shared_formula_in_a_stale_cell_moves_on_without_its_result(tmp_path: Path) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(SHARED))
    after = saved(tmp_path, before, {("Sheet1", "B1"): 7, ("Sheet1", "A2"): 9})
    assert b'<c r="B2"><f t="shared" ref="B2:B3" si="0">A2*2</f></c>' in contents(after)[SHEET]


def test_the_last_cells_of_a_shared_formula_are_typed_over(tmp_path: Path) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(SHARED))
    after = saved(tmp_path, before, {("Sheet1", f"B{row}"): row + 10 for row in (1, 2, 3)})
    assert b"<f" not in contents(after)[SHEET]
    second = saved(tmp_path, a_workbook(tmp_path / "c.xlsx", a_sheet(SHARED)), {("Sheet1", "B3"): 1})
    assert b'<f t="shared" ref="B1:B3" si="0">A1*2</f>' in contents(second)[SHEET]


def test_a_shared_formula_that_would_name_cells_above_the_sheet_is_refused(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="B1"><f t="shared" si="0"/></c></row>'
        '<row r="2"><c r="B2"><f t="shared" ref="B1:B2" si="0">B1*2</f></c></row>'
    )
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(rows))
    with pytest.raises(Unpatchable, match="shares its formula with a cell that changes"):
        saved(tmp_path, before, {("Sheet1", "B2"): 1})


@pytest.mark.parametrize(
    "formula",
    [
        "Sheet1!A1",
        "SUM(Sheet1!A:A)",
        "SUM(Sheet1!1:2)",
        "'Sheet1'!$A$1*2",
        "SUM(Sheet1:Sheet2!A1)",
        "Rate*2",
        "INDIRECT(&quot;x&quot;)",
        "OFFSET(A5,1,1)",
        "SUM(Sheet1!A1:INDEX(Sheet1!B:B,2))",
        "Loose",
        "Round",
        "SUM(Savings[Plan])",
        "Savings[[#This Row],[Plan]]",
        "A1+Sheet1!A1",
        "C1*2",
        "LOG10(sheet1!a1)",
    ],
)
def test_a_formula_that_follows_from_a_change_loses_its_stale_result(tmp_path: Path, formula: str) -> None:
    names = (
        "<definedNames><definedName name='Rate'>Sheet1!$A$1</definedName><definedName name='Loose'>Sheet1!A1"
        "</definedName><definedName name='Round'>Round</definedName></definedNames>"
    )
    table = (
        f'<table xmlns="{MAIN}" displayName="Savings" ref="A1:B1" headerRowCount="0"><tableColumns count="0"/></table>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="x/table" Target="/xl/tables/table1.xml"/></Relationships>'
    )
    before = a_workbook(
        tmp_path / "b.xlsx",
        a_sheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
        a_sheet(
            f'<row r="1"><c r="B1" t="e"><f>{formula}</f><v>#N/A</v></c><c r="C1"><f>Sheet1!A1</f><v>4</v></c></row>'
        ),
        workbook=names,
        parts={"xl/tables/table1.xml": table, "xl/worksheets/_rels/sheet1.xml.rels": relations},
    )
    receipt = patch_workbook(before, tmp_path / "a.xlsx", {("Sheet1", "A1"): 2})
    assert receipt.to_recalculate == (("Sheet2", "B1"), ("Sheet2", "C1"))
    assert f'<c r="B1"><f>{formula}</f></c>'.encode() in contents(tmp_path / "a.xlsx")["xl/worksheets/sheet2.xml"]


@pytest.mark.parametrize(
    "formula",
    ["Sheet1!A2", '"Sheet1!A1"', "[1]Sheet1!A1", "A1", "A1000*1", "Other", "Sheet1!B1:B9", "TRUE", "Nowhere!A1"],
)
def test_a_formula_that_does_not_follow_from_a_change_keeps_its_result(tmp_path: Path, formula: str) -> None:
    before = a_workbook(
        tmp_path / "b.xlsx",
        a_sheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
        a_sheet(f'<row r="1"><c r="B1"><f>{formula}</f><v>3</v></c></row>'),
    )
    assert patch_workbook(before, tmp_path / "a.xlsx", {("Sheet1", "A1"): 2}).to_recalculate == ()
    assert differing_parts(before, tmp_path / "a.xlsx") == {SHEET, "xl/workbook.xml"}


def test_a_long_chain_that_runs_upwards_is_given_up_as_stale(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><f>A{row + 1}*1</f><v>1</v></c></row>' for row in range(1, 61))
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(rows + '<row r="61"><c r="A61"><v>1</v></c></row>'))
    assert len(patch_workbook(before, tmp_path / "a.xlsx", {("Sheet1", "A61"): 2}).to_recalculate) == 60


def test_cells_that_do_not_say_their_places_are_followed_all_the_same(tmp_path: Path) -> None:
    rows = "<row><c><v>1</v></c><c><f>A1*2</f><v>2</v></c></row><row><c/><c><!-- note --><f>B1</f><v>2</v></c></row>"
    rows += "<row><c><f>B1</f><v>2</v></c></row>"
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(rows))
    receipt = patch_workbook(before, tmp_path / "a.xlsx", {("Sheet1", "A1"): 2})
    assert ("Sheet1", "B1") in receipt.to_recalculate
    assert ("Sheet1", "A3") in receipt.to_recalculate


def test_words_tell_what_a_formula_names() -> None:
    named = words("SUM('It''s'!$A$1:B2, Rate) & \"A9\" & T[x] & 1.5E+3")
    assert [reference.sheet for reference in named.references] == ["'It''s'"]
    assert (named.names, named.tables, named.reaches) == (("Rate",), (("T", "[x]"),), False)


def test_a_formula_longer_than_any_program_takes_may_name_anything() -> None:
    assert words("A1:" * 10_000) == Words((), (), (), reaches=True)


def test_the_row_of_a_formula_itself_is_told_apart() -> None:
    first, last = words(f"SUM($B{OWN_ROW}:C$12)").references[0][1:]
    assert (first, last) == (Corner(-1, 2, fixed_row=False, fixed_column=True), Corner(12, 3, True, False))


def test_formulas_that_stay_in_their_row_are_taken_apart_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f'<row r="{row}"><c r="B{row}"><f>A{row}*2&lt;$C{row}</f></c></row>' for row in range(3, 40))
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(rows))
    taken: list[str] = []

    def noted(text: str) -> Words:
        taken.append(text)
        return words(text)

    for module in (dependents, rowwise):
        monkeypatch.setattr(module, "words", noted)
    assert patch_workbook(before, tmp_path / "a.xlsx", {("Sheet1", "A9"): 1}).to_recalculate == (("Sheet1", "B9"),)
    assert taken == [f"A{OWN_ROW}*2<$C{OWN_ROW}", "A9*2<$C9"]


def test_rows_of_several_kinds_are_told_apart(tmp_path: Path) -> None:
    row = '<row r="{0}"><c r="A{0}"><v>1</v></c><c r="B{0}"><f>A{0}*2</f><v>2</v></c><c r="C{0}">{1}</c></row>'
    kinds = ["<f>B{0}+1</f><v>3</v>", "<f>SUM(A$3:A{0})</f><v>3</v>", '<f ca="1">A9</f><v>3</v>', "<v>4</v>"]
    rows = "".join(row.format(number, kinds[number // 3 % 4].format(number)) for number in range(3, 40))
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(rows))
    stale = patch_workbook(before, tmp_path / "a.xlsx", {("Sheet1", "A9"): 1.5}).to_recalculate
    follow = [number for number in range(3, 40) if number // 3 % 4 == 2 or (number // 3 % 4 == 1 and number > 9)]
    assert {cell for _, cell in stale} == {"B9", *(f"C{number}" for number in follow)}


@pytest.mark.parametrize(
    ("text", "rows", "columns", "expected"),
    [
        ("A1+$A1+A$1+$A$1", 1, 1, "B2+$A2+B$1+$A$1"),
        ('SUM(A:B,$C:C,1:2,$3:3)&"A1"', 1, 1, 'SUM(B:C,$C:D,2:3,$3:4)&"A1"'),
        ("LOG10(A1)+Sheet1!A1+'A1'!A1+T[A1]", 2, 0, "LOG10(A3)+Sheet1!A3+'A1'!A3+T[A1]"),
        ("A1", -1, 0, None),
        ("A1", 0, -1, None),
        ("XFD1", 0, 1, None),
        ("A1048576", 1, 0, None),
    ],
)
def test_a_formula_moves_with_its_cell(text: str, rows: int, columns: int, expected: str | None) -> None:
    assert moved(text, rows, columns) == expected


@pytest.mark.libreoffice
@pytest.mark.slow
def test_a_summary_shows_fresh_figures_when_libreoffice_opens_the_file(tmp_path: Path) -> None:
    before, after = tmp_path / "before.xlsx", tmp_path / "after.xlsx"
    with xlsxwriter.Workbook(before) as workbook:
        summary = workbook.add_worksheet("Summary")
        tracker = workbook.add_worksheet("Tracker")
        tracker.write_column("A1", ["Adults", "Children", "Adults"])
        tracker.write_column("B1", [-10, -20, -30])
        summary.write_formula("A1", '=SUMIFS(Tracker!B:B,Tracker!A:A,"Adults")', None, -40)
        summary.write_formula("A2", "=A1*2", None, -80)
        summary.write_formula("A3", "=Tracker!B2", None, -20)
    patch_workbook(before, after, {("Tracker", "B3"): Decimal("-31.5")})
    # As it is installed, LibreOffice believes the results of a workbook that it finds.
    profile = tmp_path / "profile" / "user"
    profile.mkdir(parents=True)
    [shown] = converted([after], "csv", tmp_path)
    assert shown.read_text(encoding="utf-8").split() == ["-41.5", "-83", "-20"]
