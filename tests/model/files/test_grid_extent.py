"""What may be read in the program's own process: what is sure to be small, and nothing that could be large."""

from pathlib import Path

import pytest

from model.files.extent import MOST_TEXT, is_stretched, is_tame, stray_cell
from packages import SHARED, SHEET, Change, Value, an_ods, an_xlsx, an_xlsx_with, changed, parts_of

LONG = b"<si><t>" + b"x" * 100_000 + b"</t></si>"


def tame(path: Path) -> bool:
    """Whether a workbook is read in the program's own process."""
    return is_tame(parts_of(path))


def test_a_tracker_of_any_usual_size_is_read_at_once(tmp_path: Path) -> None:
    for columns, rows in ((26, 500), (26, 1500), (60, 500), (300, 50)):
        lines: list[list[Value]] = [["text", *[1.5] * (columns - 1)]] * rows
        assert tame(an_xlsx(tmp_path / "tracker.xlsx", lines, Second=[["x"]]))


@pytest.mark.parametrize(("first", "beyond"), [("Z39999", "Z40000"), ("BZ29999", "CA29999"), ("ZZ999", "ZZ1000")])
def test_a_sheet_is_read_at_once_up_to_where_its_rectangle_gets_large(first: str, beyond: str, tmp_path: Path) -> None:
    assert tame(an_xlsx_with(tmp_path / "tracker.xlsx", {"A1": 1, first: 1}))
    assert not tame(an_xlsx_with(tmp_path / "tracker.xlsx", {"A1": 1, beyond: 1}))


def test_sheets_are_counted_together(tmp_path: Path) -> None:
    path = an_xlsx(tmp_path / "tracker.xlsx", [["x"]], B=[["x"]], C=[["x"]], D=[["x"]])
    for number in (1, 2, 3):
        changed(path, (f"xl/worksheets/sheet{number}.xml", b'r="A1"', b'r="Z39999"'))
    assert tame(path)
    changed(path, ("xl/worksheets/sheet4.xml", b'r="A1"', b'r="Z39999"'))
    assert not tame(path)


@pytest.mark.parametrize(
    "change",
    [
        (SHEET, b'<c r="A1" t="s">', b'<c r="A1" t="s" r="XFD1048576">'),
        (SHEET, b'<c r="A1" t="s">', b'<c r="A1" x=">" r="XFD1048576" t="s">'),
        (SHEET, b'<c r="A1" t="s">', b"<c r='XFD1048576' t='s'>"),
        (SHEET, b'<c r="A1" t="s">', b'<c\nr="XFD1048576" t="s">'),
        (SHEET, b'<c r="A1" t="s">', b'<c t="s">'),
        (SHEET, b'<c r="A1" t="s"><v>0</v></c>', b'<x:c r="XFD1048576" t="s"><v>0</v></x:c>'),
        (SHEET, b'r="A1"', b'r="a1048576"'),
        (SHARED, b' count="1"', b' count="4000000000"'),
        (SHARED, b' uniqueCount="1"', b' uniqueCount="4000000000"'),
        (SHARED, b"<t>x</t>", b"<t><![CDATA[x]]></t>"),
        (SHARED, b"<t>x</t>", b"<t x='</t></si><si><t>'>x</t>"),
        (SHARED, b"<sst", b"<!DOCTYPE sst><sst"),
    ],
    ids=lambda change: repr(change[2])[:50],
)
def test_whatever_is_not_written_as_spreadsheet_programs_do_is_not_trusted(change: Change, tmp_path: Path) -> None:
    assert tame(an_xlsx(tmp_path / "tracker.xlsx"))
    assert not tame(changed(tmp_path / "tracker.xlsx", change))


def test_a_second_list_of_texts_is_not_trusted(tmp_path: Path) -> None:
    parts = parts_of(an_xlsx(tmp_path / "tracker.xlsx"))
    assert not is_tame(parts | {"xl/SharedStrings.xml": parts[SHARED]})


def test_a_long_text_counts_as_often_as_it_is_mentioned(tmp_path: Path) -> None:
    path = an_xlsx(tmp_path / "tracker.xlsx", [["x"]] * 900)
    changed(path, (SHARED, b"</si>", b"</si>" + LONG))
    assert tame(path)
    assert not tame(changed(path, (SHEET, b"<v>0</v>", b"<v>1</v>")))
    assert 900 * len(LONG) > MOST_TEXT


@pytest.mark.parametrize(
    "change",
    [(b'<c r="A1" t="s"><v>0</v>', b'<c r="A1" t="s"><v>0</v><v>1</v>'), (b"<v>0</v>", b"<v>2</v>")],
    ids=["a second mention in a cell", "no such text"],
)
def test_mentions_in_an_unusual_form_are_not_trusted(change: tuple[bytes, bytes], tmp_path: Path) -> None:
    path = an_xlsx(tmp_path / "tracker.xlsx", [["x"]] * 900)
    assert not tame(changed(path, (SHARED, b"</si>", b"</si>" + LONG), (SHEET, *change)))


def test_formatted_text_is_trusted_as_well(tmp_path: Path) -> None:
    runs = b'<r><t xml:space="preserve">a </t></r><r><rPr><b/><sz val="11"/></rPr><t>b</t></r>'
    assert tame(changed(an_xlsx(tmp_path / "tracker.xlsx"), (SHARED, b"<t>x</t>", runs)))


@pytest.mark.parametrize("cell", ["XFD1048576", "AAA1", "A100000"])
def test_a_stray_value_is_named(cell: str, tmp_path: Path) -> None:
    assert stray_cell(parts_of(an_xlsx_with(tmp_path / "tracker.xlsx", {"A1": 1, cell: 1}))) == cell


def test_where_no_value_is_stray_none_is_named(tmp_path: Path) -> None:
    assert stray_cell(parts_of(an_xlsx_with(tmp_path / "tracker.xlsx", {"A1": 1, "ZZ99999": 1}))) == ""


def test_a_value_far_off_in_an_open_document_is_noticed_and_empty_rows_below_are_not(tmp_path: Path) -> None:
    rows: list[list[Value]] = [["x"], [None]]
    assert not is_stretched(parts_of(an_ods(tmp_path / "tracker.ods", rows, repeated=1048575)))
    parts = parts_of(an_ods(tmp_path / "tracker.ods", [*rows, ["y"]]))
    far = parts["content.xml"].replace(
        b"<table:table-row><table:table-cell/>",
        b'<table:table-row table:number-rows-repeated="9999"><table:table-cell/>',
    )
    assert is_stretched(parts | {"content.xml": far})
