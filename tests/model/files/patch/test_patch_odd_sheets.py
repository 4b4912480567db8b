"""Sheets written in unusual but valid ways are saved into, and keep their ways."""

import codecs
from decimal import Decimal
from pathlib import Path

import pytest

from model.files.workbook_patch import CellChange, Styled, Unpatchable, patch_workbook
from odd_workbooks import HEAD, MAIN, SHEET, STRICT, STYLES, a_sheet, a_workbook
from packages import parts_of
from patched import as_calamine_sees, as_openpyxl_sees, assert_only, contents, differing_cells

ROW = '<row r="2" spans="1:2"><c r="A2" s="1"><v>1</v></c><c r="C2" t="inlineStr"><is><t>x</t></is></c></row>'


def saved(source: Path, **cells: object) -> Path:
    """The workbook with cells of its first sheet changed."""
    target = source.with_name("after.xlsx")
    patch_workbook(source, target, {("Sheet1", place): value for place, value in cells.items()})  # type: ignore[misc]
    return target


def text_of(path: Path) -> str:
    return contents(path)[SHEET].decode()


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("B2", '<c r="A2" s="1"><v>1</v></c><c r="B2"><v>7</v></c><c r="C2"'),
        (
            "E2",
            (
                '<row r="2" spans="1:5"><c r="A2" s="1"><v>1</v></c><c r="C2" t="inlineStr"><is><t>x</t></is></c>'
                '<c r="E2">'
            ),
        ),
        ("A1", '<sheetData><row r="1"><c r="A1"><v>7</v></c></row><row r="2" spans="1:2">'),
        ("A9", '</row><row r="9"><c r="A9"><v>7</v></c></row></sheetData>'),
        ("C2", '<c r="C2"><v>7</v></c></row>'),
    ],
)
def test_a_cell_finds_its_place(tmp_path: Path, place: str, expected: str) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW, before='<dimension ref="A2:C2"/>'))
    after = saved(before, **{place: 7})
    assert expected in text_of(after)
    assert_only(before, after, SHEET, {place})
    assert as_openpyxl_sees(after, "Sheet1", place) == as_calamine_sees(after, "Sheet1", place) == 7


@pytest.mark.parametrize(("place", "extent"), [("B2", "A2:C2"), ("E9", "A2:E9"), ("A1", "A1:C2")])
def test_the_extent_grows_only_as_far_as_a_new_cell(tmp_path: Path, place: str, extent: str) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW, before='<dimension ref="A2:C2"/>'))
    assert f'<dimension ref="{extent}"/>' in text_of(saved(before, **{place: 7}))


def test_a_blank_for_a_cell_that_is_not_there_makes_none(tmp_path: Path) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW))
    assert text_of(saved(before, B2=None, A7=None, A2=2)) == text_of(before).replace("<v>1</v>", "<v>2</v>")


@pytest.mark.parametrize("data", ["<sheetData/>", "<sheetData />", "<sheetData></sheetData>"])
def test_an_empty_sheet_gets_its_first_cells(tmp_path: Path, data: str) -> None:
    before = a_workbook(tmp_path / "b.xlsx", f'<worksheet xmlns="{MAIN}">{data}</worksheet>')
    after = saved(before, B4=7, A4="x", A1=True)
    assert text_of(after) == (
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="b"><v>1</v></c></row><row r="4">'
        '<c r="A4" t="inlineStr"><is><t>x</t></is></c><c r="B4"><v>7</v></c></row></sheetData></worksheet>'
    )


@pytest.mark.parametrize("row", ['<row r="3" ht="30" customHeight="1"/>', '<row r="3" ht="30" customHeight="1"></row>'])
def test_an_empty_row_gets_its_first_cell_and_keeps_its_height(tmp_path: Path, row: str) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW + row))
    assert '<row r="3" ht="30" customHeight="1"><c r="B3"><v>7</v></c></row>' in text_of(saved(before, B3=7))


def test_a_new_cell_looks_like_its_row_or_its_column(tmp_path: Path) -> None:
    columns = '<cols><col min="1" max="1" width="9"/><col min="2" max="4" style="1"/></cols>'
    rows = '<row r="1" s="1" customFormat="1"/><row r="2" s="1"/>'
    after = saved(a_workbook(tmp_path / "b.xlsx", a_sheet(rows, before=columns)), A1=1, A2=2, C2=3, C3=4)
    for cell in ('<c r="A1" s="1">', '<c r="A2">', '<c r="C2" s="1">', '<c r="C3" s="1">'):
        assert cell in text_of(after)


def test_rows_and_cells_need_not_say_their_places(tmp_path: Path) -> None:
    rows = "<row><c><v>1</v></c><c/><c r='D1'><v>4</v></c><c><v>5</v></c></row><row r='5'/><row><c><v>6</v></c></row>"
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(rows))
    after = saved(before, A1=10, B1="b", C1=30, E1=50, A6=60, B6=61)
    assert text_of(after) == a_sheet(
        '<row><c><v>10</v></c><c t="inlineStr"><is><t>b</t></is></c><c r="C1"><v>30</v></c>'
        "<c r='D1'><v>4</v></c><c><v>50</v></c></row><row r='5'/>"
        '<row><c><v>60</v></c><c r="B6"><v>61</v></c></row>'
    )
    assert [as_calamine_sees(after, "Sheet1", place) for place in ("A1", "E1", "A6")] == [10, 50, 60]


def test_names_may_carry_a_prefix(tmp_path: Path) -> None:
    sheet = (
        f'{HEAD}<x:worksheet xmlns:x="{MAIN}" xmlns="urn:other"><x:dimension ref="A1"/><x:sheetData><x:row r="1">'
        '<x:c r="A1" t="n"><x:v>1</x:v></x:c><x:c r="B1" s="1"/></x:row></x:sheetData></x:worksheet>'
    )
    workbook = contents(a_workbook(tmp_path / "w.xlsx", sheet))["xl/workbook.xml"].decode()
    workbook = workbook.replace("<workbook xmlns=", "<x:workbook xmlns:x=").replace("</workbook", "</x:workbook")
    for name in ("sheets", "sheet "):
        workbook = workbook.replace(f"<{name}", f"<x:{name}").replace(f"</{name}", f"</x:{name}")
    before = a_workbook(tmp_path / "b.xlsx", sheet, parts={"xl/workbook.xml": workbook})
    after = saved(before, A1="text", B1=2, C1="a_x0041_", A2=False)
    assert '<x:c r="B1" s="1"><x:v>2</x:v></x:c><x:c r="C1" t="inlineStr"><x:is><x:r><x:t>' in text_of(after)
    assert '<x:row r="2"><x:c r="A2" t="b"><x:v>0</x:v></x:c></x:row></x:sheetData>' in text_of(after)
    assert b'<x:calcPr fullCalcOnLoad="1"/></x:workbook>' in contents(after)["xl/workbook.xml"]
    assert_only(before, after, SHEET, {"A1", "B1", "C1", "A2"})


def test_a_strict_workbook_stays_strict(tmp_path: Path) -> None:
    made = parts_of(a_workbook(tmp_path / "w.xlsx", a_sheet(ROW, before='<dimension ref="A2:C2"/>')))
    parts = {
        name: part.replace(MAIN.encode(), STRICT.encode()).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, part in made.items()
    }
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW), parts=parts)
    after = saved(before, A2="strict", D3=Decimal("1.5"))
    assert_only(before, after, SHEET, {"A2", "D3"})
    assert MAIN not in text_of(after)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "iso-8859-1", "us-ascii", "utf-8-sig"])
def test_a_part_keeps_its_encoding(tmp_path: Path, encoding: str) -> None:
    said = "utf-16" if encoding.startswith("utf-16") else encoding.removesuffix("-sig")
    accent = "x" if encoding == "us-ascii" else "é"
    text = a_sheet(ROW.replace(">x<", f">{accent}<")).replace("UTF-8", said)
    before = a_workbook(tmp_path / "b.xlsx", text.encode(encoding))
    after = saved(before, A2="£5k → 4")
    expected = text.replace('<c r="A2" s="1"><v>1</v></c>', '<c r="A2" s="1" t="inlineStr"><is><t>£5k → 4</t></is></c>')
    now = contents(after)[SHEET]
    assert now == expected.encode(encoding, "xmlcharrefreplace")
    assert now.startswith(codecs.BOM_UTF16_LE) == (encoding == "utf-16")


def test_comments_and_instructions_among_the_cells_stay(tmp_path: Path) -> None:
    rows = (
        '<!-- <row r="1"><c r="A1"><v>0</v></c></row> --><row r="1"><?keep <c r="A1"/>?>'
        '<c r="A1"><!-- </c> --><v>1</v></c>'
        '<!-- a > b --><c r="B1" t="str"><v><![CDATA[<c r="A1">]]></v></c></row><!-- </sheetData> -->'
    )
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(rows))
    after = saved(before, A1=2, C1=3)
    assert text_of(after) == text_of(before).replace(
        '<c r="A1"><!-- </c> --><v>1</v></c>', '<c r="A1"><v>2</v></c>'
    ).replace("]]></v></c></row>", ']]></v></c><c r="C1"><v>3</v></c></row>')


def test_everything_about_a_cell_but_its_value_stays(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" s="1" t="s" ph="1"><v>0</v><extLst><ext uri="{1}"><keep xmlns="urn:x"/></ext></extLst>'
        "</c>"
        '<c r="B1" t="s"><v>1</v></c><c r="C1" cm="1" t="n"><f t="array" ref="C1">SUM(A1)</f><v>1</v></c></row>'
    )
    shared = (
        f'<sst xmlns="{MAIN}"><si><r><rPr><b/></rPr><t>rich</t></r><r><t xml:space="preserve"> text</t></r>'
        "<rPh sb='0' eb='1'><t>reading</t></rPh></si><si><t>other</t></si><si/></sst>"
    )
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(rows), parts={"xl/sharedStrings.xml": shared})
    receipt = patch_workbook(before, tmp_path / "a.xlsx", {("Sheet1", "A1"): 5, ("Sheet1", "C1"): 6})
    assert receipt.cells == (
        CellChange("Sheet1", "A1", "rich text", Decimal(5)),
        CellChange("Sheet1", "C1", Decimal(1), Decimal(6)),
    )
    assert text_of(tmp_path / "a.xlsx") == text_of(before).replace(
        '<c r="A1" s="1" t="s" ph="1"><v>0</v>', '<c r="A1" s="1" ph="1"><v>5</v>'
    ).replace('<c r="C1" cm="1" t="n"><f t="array" ref="C1">SUM(A1)</f><v>1</v></c>', '<c r="C1"><v>6</v></c>')


@pytest.mark.parametrize(
    ("cell", "before"),
    [
        ('t="s"><v>1</v>', "other"),
        ('t="s"><v>2</v>', None),
        ('t="s"><v>9</v>', None),
        ('t="s"><v>x</v>', None),
        ('t="b"><v>1</v>', True),
        ('t="b"/>', None),
        ('t="e"><v>#N/A</v>', "#N/A"),
        ('t="str"><v>a_x0041__x000D_</v>', "aA\r"),
        ('t="d"><v>2020-07-01</v>', "2020-07-01"),
        ('t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is>', "ab"),
        ('t="inlineStr"/>', None),
        ("><v>1E3</v>", Decimal(1000)),
        ("><v>odd</v>", "odd"),
        ("><v> </v>", None),
    ],
)
def test_the_receipt_says_what_a_cell_held(tmp_path: Path, cell: str, before: object) -> None:
    rows = f'<row r="1"><c r="A1" {cell}' + ("" if cell.endswith("/>") else "</c>") + "</row>"
    shared = f'<sst xmlns="{MAIN}"><si><t>first</t></si><si><t>other</t></si><si/></sst>'
    source = a_workbook(tmp_path / "b.xlsx", a_sheet(rows), parts={"xl/sharedStrings.xml": shared})
    [change] = patch_workbook(source, tmp_path / "a.xlsx", {("Sheet1", "A1"): -99}).cells
    assert change == CellChange("Sheet1", "A1", before, Decimal(-99))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("0.10"), "0.1"),
        (Decimal("-1E+20"), "-1E+20"),
        (Decimal(1) / 3, "0.3333333333333333"),
        (1e-7, "0.0000001"),
        (Decimal("-0"), "0"),
        (-0.0, "0"),
        (1200, "1200"),
    ],
)
def test_a_number_is_written_as_a_spreadsheet_program_reads_it(tmp_path: Path, value: object, text: str) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW))
    assert f"<v>{text}</v>" in text_of(saved(before, A2=value))


@pytest.mark.parametrize(
    "text",
    ["=SUM(A1)", "<r>", "_x0041_", "a\tb", "  ", "C&YP", "<p>", "'On", "N/A", "0", "𝔸", "]]>", "a\r\nb", "\u00a0"],
)
def test_text_is_text(tmp_path: Path, text: str) -> None:
    after = saved(a_workbook(tmp_path / "b.xlsx", a_sheet(ROW)), A2=text)
    expected = text.replace("\r\n", "\n")
    assert as_openpyxl_sees(after, "Sheet1", "A2") == as_calamine_sees(after, "Sheet1", "A2") == expected


def test_a_cell_gets_a_fill_and_an_ink_and_other_styles_stay(tmp_path: Path) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW + '<row r="3"><c r="A3"><v>1</v></c></row>'))
    after = saved(
        before,
        A2=Styled("Red", fill="#B3261E", ink="ffffff"),
        A3=Styled("Red", fill="#B3261E"),
        D9=Styled(None, fill="00FF00"),
    )
    styles = contents(after)["xl/styles.xml"].decode()
    assert '<fills count="4">' in styles
    assert styles.count('<fgColor rgb="FFB3261E"/>') == 1
    assert '<font><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font></fonts>' in styles
    assert (
        '<xf numFmtId="4" fontId="1" fillId="2" borderId="0" xfId="0" applyFill="1" applyFont="1"><alignment' in styles
    )
    assert '<c r="A2" s="2" t="inlineStr">' in text_of(after)
    assert '<c r="A3" s="3" t="inlineStr">' in text_of(after)
    assert '<c r="D9" s="4"/>' in text_of(after)
    assert differing_cells(before, after, SHEET) == {"A2", "A3", "D9"}
    again = after.with_name("again.xlsx")
    patch_workbook(after, again, {("Sheet1", "A2"): Styled("Red", fill="B3261E", ink="FFFFFF")})
    assert again.read_bytes() == after.read_bytes()


def test_a_list_of_looks_may_hold_comments(tmp_path: Path) -> None:
    styles = STYLES.replace('<fills count="2">', '<fills count="2"><!-- <fill/> -->')
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW), parts={"xl/styles.xml": styles})
    after = saved(before, A2=Styled("Red", fill="#B3261E"))
    assert '<fills count="3"><!-- <fill/> -->' in contents(after)["xl/styles.xml"].decode()
    assert 'fillId="2"' in contents(after)["xl/styles.xml"].decode()


@pytest.mark.parametrize("declared", ["row", "sheetData"])
def test_a_cell_may_carry_names_that_are_declared_around_it(tmp_path: Path, declared: str) -> None:
    rows = '<row r="1"><c r="A1" z:mark="1"><v>1</v><z:more/></c><c r="B1" z:mark="2"/></row><row r="2"/>'
    sheet = a_sheet(rows).replace(f"<{declared}", f'<{declared} xmlns:z="urn:z"', 1)
    before = a_workbook(tmp_path / "b.xlsx", sheet)
    after = saved(before, B1=2, A2="new")
    assert differing_cells(before, after, SHEET) == {"B1", "A2"}
    assert '<c r="B1" z:mark="2"><v>2</v></c>' in text_of(after)


@pytest.mark.parametrize("row", [f'<y:row xmlns:y="{MAIN}" r="1"/>', f"<row r='1'><y:c xmlns:y ='{STRICT}'/></row>"])
def test_cells_under_names_of_their_own_are_refused(tmp_path: Path, row: str) -> None:
    with pytest.raises(Unpatchable, match="names its cells in an unusual way"):
        saved(a_workbook(tmp_path / "b.xlsx", a_sheet(row)), A1=2)


def test_names_declared_twice_are_none_of_their_own(tmp_path: Path) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(f'<row xmlns="{MAIN}" r="1"><c r="A1"/></row>'))
    assert differing_cells(before, saved(before, A1=2), SHEET) == {"A1"}


LOOKS = f"""<styleSheet xmlns="{MAIN}"><fonts count="3"><font><b/><sz val="9"/><name val="Arial"/></font>
<font><sz val="11"/><color rgb="FFFFFFFF"/></font>
<font><b/><sz val="9"/><color theme="1"/><name val="Arial"/></font></fonts>
<fills count="2"><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></fills>
<cellXfs count="5"><xf numFmtId="9" borderId="4"><alignment wrapText="1"/></xf>
<xf numFmtId="0" fontId="1" fillId="1" borderId="2"/><xf numFmtId="0" borderId="2"/><xf fontId="2"/><xf borderId="1"/>
</cellXfs></styleSheet>"""


def test_a_cell_takes_the_colours_of_another_and_keeps_the_rest_of_its_look(tmp_path: Path) -> None:
    row = "".join(f'<c r="{column}1" s="{look}"><v>1</v></c>' for look, column in enumerate("ABCDE"))
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(f'<row r="1">{row}</row>'), parts={"xl/styles.xml": LOOKS})
    after = saved(before, A1=Styled("Red", like="B1"), B1=Styled("Green", like="C1"), D1=Styled("Amber", like="A1"))
    styles = contents(after)["xl/styles.xml"].decode()
    assert '<xf numFmtId="9" borderId="4" fillId="1" applyFill="1" fontId="3" applyFont="1"><alignment' in styles
    assert '<font><b/><sz val="9"/><color rgb="FFFFFFFF"/><name val="Arial"/></font>' in styles
    assert '<xf numFmtId="0" fontId="4" fillId="0" borderId="2" applyFill="1" applyFont="1"/>' in styles
    assert '<font><sz val="11"/></font>' in styles
    assert '<xf fontId="0" applyFont="1"/>' in styles
    assert (styles.count("<font>"), styles.count("<fill>")) == (5, 1)


def test_a_cell_of_the_same_colours_keeps_its_look(tmp_path: Path) -> None:
    row = '<c r="A1" s="2"><v>1</v></c><c r="B1" s="4"><v>1</v></c>'
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(f'<row r="1">{row}</row>'), parts={"xl/styles.xml": LOOKS})
    after = saved(before, A1=Styled("Red", like="B1"))
    assert contents(after)["xl/styles.xml"] == LOOKS.encode()
    assert '<c r="A1" s="2" t="inlineStr">' in text_of(after)


@pytest.mark.parametrize(
    ("font", "expected"),
    [
        ('<font><b/><color theme="1"/></font>', '<font><b/><color rgb="FF000001"/></font>'),
        ("<font><b/></font>", '<font><b/><color rgb="FF000001"/></font>'),
        ("<font/>", '<font><color rgb="FF000001"/></font>'),
    ],
)
def test_an_ink_takes_its_place_in_the_font(tmp_path: Path, font: str, expected: str) -> None:
    styles = STYLES.replace('<font><sz val="11"/><name val="Calibri"/></font>', font)
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW), parts={"xl/styles.xml": styles})
    assert expected in contents(saved(before, A2=Styled(1, ink="000001")))["xl/styles.xml"].decode()


@pytest.mark.parametrize(
    "styles",
    [
        STYLES.replace("cellXfs", "otherXfs"),
        STYLES.replace('count="2"><xf', 'count="2"/><other><xf').replace("</cellXfs>", "</other>"),
    ],
)
def test_a_look_in_a_workbook_without_looks_is_refused(tmp_path: Path, styles: str) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW), parts={"xl/styles.xml": styles})
    with pytest.raises(Unpatchable, match="list of cell styles is damaged"):
        saved(before, A2=Styled(1, fill="000001"))


def test_a_cell_whose_look_is_not_in_the_list_is_refused(tmp_path: Path) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW.replace('s="1"', 's="9"')))
    with pytest.raises(Unpatchable, match="list of cell styles is damaged"):
        saved(before, A2=Styled(1, fill="000001"))


@pytest.mark.parametrize("look", ["-1", "&gt;1", "x", "", "9" * 5000])
def test_a_look_that_is_no_number_is_refused(tmp_path: Path, look: str) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW.replace('s="1"', f's="{look}"')))
    if look:
        with pytest.raises(Unpatchable, match="a cell whose look has no number"):
            saved(before, A2=Styled(1, fill="000001"))
    styles = STYLES.replace('fillId="0"', f'fillId="{look}"')
    with pytest.raises(Unpatchable, match="list of cell styles is damaged"):
        saved(a_workbook(tmp_path / "b.xlsx", a_sheet(ROW), parts={"xl/styles.xml": styles}), A2=Styled(1, like="C2"))


def test_columns_and_spans_that_are_no_numbers_say_nothing(tmp_path: Path) -> None:
    columns = (
        f'<cols><col style="1"/><col min="x" max="9" style="1"/><col min="1" max="{"9" * 5000}" style="1"/></cols>'
    )
    rows = f'<row r="1" spans="{"9" * 5000}:1"/><row r="2"><c r="B2" t="s"><v>{"9" * 5000}</v></c></row>'
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(rows, before=columns))
    after = saved(before, A1=5, B2="new")
    assert '<c r="A1"><v>5</v></c>' in text_of(after)


def test_a_row_of_a_number_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unpatchable, match="rows that are out of order"):
        saved(a_workbook(tmp_path / "b.xlsx", a_sheet(f'<row r="{"9" * 5000}"/>')), A1=5)


@pytest.mark.parametrize(
    ("workbook", "expected"),
    [
        ("<calcPr calcId='1'/>", "<calcPr calcId='1' fullCalcOnLoad=\"1\"/>"),
        ('<calcPr fullCalcOnLoad="0" calcId="1"/>', '<calcPr fullCalcOnLoad="1" calcId="1"/>'),
        ('<calcPr fullCalcOnLoad="true"/>', '<calcPr fullCalcOnLoad="true"/>'),
        (
            "<definedNames><definedName name='A'>1</definedName></definedNames><oleSize ref='A1'/>",
            '</definedNames><calcPr fullCalcOnLoad="1"/><oleSize',
        ),
        ("<externalReferences/><extLst/>", '<externalReferences/><calcPr fullCalcOnLoad="1"/><extLst/>'),
    ],
)
def test_the_workbook_asks_to_be_worked_out_anew(tmp_path: Path, workbook: str, expected: str) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW), workbook=workbook)
    assert expected in contents(saved(before, A2=2))["xl/workbook.xml"].decode()
