"""Blocks to and from the clipboard: what other programs put there, and what they get."""

import subprocess
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.clipboard import block_from_clipboard, block_from_text, text_from_block
from model.html_tables import block_from_html, html_from_block
from model.money import parse_amount


def blocks_of(letters: str) -> st.SearchStrategy[list[list[str]]]:
    """Blocks of any shape with cells of the letters that are hard."""
    cells = st.text(st.sampled_from(letters), max_size=6)
    return st.lists(st.lists(cells, min_size=1, max_size=3), min_size=1, max_size=4)


@given(blocks_of('a-1 "\n\t=,é−<&;'))
@example([[""]])
@example([[""], [""]])
@example([["", ""]])
@example([['"']])
@example([['"a"\tb', "\n"]])
def test_a_block_written_as_text_is_read_back(block: list[list[str]]) -> None:
    assert block_from_text(text_from_block(block)) == tuple(map(tuple, block))


@given(blocks_of('a-1 "\n=,é−<&;'))
@example([["  a  b "]])
@example([["a\n\n b\n"]])
@example([["<br>&nbsp;&amp;</td></table>"]])
def test_a_block_written_as_a_table_is_read_back_save_for_cells_of_spaces(block: list[list[str]]) -> None:
    wanted = tuple(tuple(cell if cell.strip(" ") else "" for cell in row) for row in block)
    assert block_from_html(html_from_block(block)) == wanted


@given(st.decimals(-10_000_000, 10_000_000, places=3))
def test_an_amount_arrives_as_it_was(amount: Decimal) -> None:
    ((text,),) = block_from_text(text_from_block([[amount]]))
    assert parse_amount(text) == amount
    assert text.isascii()
    assert block_from_html(html_from_block([[amount]])) == ((text,),)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("", (("",),)),
        ("-50", (("-50",),)),
        ("-50\r\n", (("-50",),)),
        ("a\r\n\r\n", (("a",), ("",))),
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ("\t\t", (("", "", ""),)),
        ("a\t\r\n", (("a", ""),)),
        ("a\rb\r", (("a",), ("b",))),
        ('"one\ntwo"\tb\r\n', (("one\ntwo", "b"),)),
        ('"one\r\ntwo"', (("one\ntwo",),)),
        ('"say ""yes"""\tb', (('say "yes"', "b"),)),
        ('"a\tb"\tc', (("a\tb", "c"),)),
        # Quotes that do not enclose the whole cell are part of the text.
        ('"Stretch" target\tb', (('"Stretch" target', "b"),)),
        ('6" pipe\tb', (('6" pipe', "b"),)),
        ('"open\tb', (('"open', "b"),)),
        ("'Learning & Skills'", (("'Learning & Skills'",),)),
    ],
)
def test_text_is_read_as_spreadsheet_programs_write_it(text: str, block: tuple[tuple[str, ...], ...]) -> None:
    assert block_from_text(text) == block


def test_a_single_cell_is_written_without_a_line_break_after_it() -> None:
    assert text_from_block([["On track"]]) == "On track"
    assert text_from_block([["On track", None, Decimal(-1400)]]) == "On track\t\t-1400"
    assert text_from_block([["a"], ["b"]]) == "a\nb\n"


def test_line_breaks_of_any_kind_are_written_as_one() -> None:
    assert text_from_block([["a\r\nb\rc"]]) == '"a\nb\nc"'


EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<style><!-- td {mso-number-format:General;} --></style></head>
<body link="#0563C1"><!--StartFragment-->
<table border=0 cellpadding=0><col width=64 span=3>
 <tr height=20><td class=xl65 align=right>-1,400</td><td class=xl66>one<br>
    two &amp; three</td><td></td></tr>
 <tr height=20><td colspan=2>(50)</td><td>C&amp;YP  &nbsp; x</td></tr>
</table><!--EndFragment--></body></html>"""
LIBREOFFICE = """<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<title></title><style type="text/css">body { font-size: x-small }</style></head><body>
<table cellspacing="0" border="0"><colgroup span="2" width="85"></colgroup>
<tr><td height="17" align="right" sdval="-50" sdnum="2057;">-50</td><td align="left"><br></td></tr>
<tr><td align="left"><b><font color="#000000">On<br/>track</font></b></td><td align="left"><br></td></tr>
</table></body></html>"""
WORD = """<html><body><!--StartFragment--><table><tbody><tr style='x'>
<td><p class=MsoNormal>First <b>line</b></p>
<p class=MsoNormal>second<o:p></o:p></p></td><td><p class=MsoNormal>&nbsp;</p></td>
</tr></tbody></table><!--EndFragment--></body></html>"""


@pytest.mark.parametrize(
    ("markup", "block"),
    [
        (EXCEL, (("-1,400", "one\ntwo & three", ""), ("(50)", "", "C&YP   x"))),
        (LIBREOFFICE, (("-50", ""), ("On\ntrack", ""))),
        (WORD, (("First line\nsecond", ""),)),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", (("a", "b"), ("", "c"))),
        ("<table><tr><td>b<td rowspan=2>a<tr><td>c</table>", (("b", "a"), ("c", ""))),
        ("<table><tr><td colspan=2 rowspan=2>a<td>b</tr><tr><td>c</tr></table>", (("a", "", "b"), ("", "", "c"))),
        ("<table><tr><th>Q1</th><td>-5</td></tr></table>", (("Q1", "-5"),)),
        ("<TABLE><TR><TD>a</TD></TR></TABLE>", (("a",),)),
        ("<table><td>no row</table>", (("no row",),)),
        ("<table><tr><td>cut off", (("cut off",),)),
        ("<table><tr><td>a<table><tr><td>in</td></tr></table>b</td></tr></table>", (("ainb",),)),
        ("<table><tr><td>a<script>x()</script></td></tr></table>", (("a",),)),
        ("<table><tr><td colspan=none>a</td><td colspan=0>b</td></tr></table>", (("a", "b"),)),
        ("<table><tr><td>a<div>b</div>c<br></td></tr></table>", (("a\nb\nc",),)),
        ("</table></style><table><tr><td>a</table>", (("a",),)),
    ],
)
def test_a_table_is_read_as_it_is_shown(markup: str, block: tuple[tuple[str, ...], ...]) -> None:
    assert block_from_html(markup) == block


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<p>Only words</p>",
        "Dear all, <table><tr><td>-50</td></tr></table>",
        "<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>",
        "<table></table>",
    ],
)
def test_html_that_is_not_just_one_table_gives_no_block(markup: str) -> None:
    assert block_from_html(markup) == ()


def test_a_hostile_span_does_not_fill_the_memory() -> None:
    (row,) = block_from_html("<table><tr><td colspan=999999999>a</td></tr></table>")
    assert len(row) == 1000


def test_a_table_is_preferred_to_its_text_as_it_says_where_cells_end() -> None:
    assert block_from_clipboard("one two\t\r\n", "<table><tr><td>one<br>two</td><td></td></tr></table>") == (
        ("one\ntwo", ""),
    )


def test_words_with_a_table_among_them_are_read_as_text() -> None:
    assert block_from_clipboard("Dear all", "Dear all<table><tr><td>-50</td></tr></table>") == (("Dear all",),)


@given(blocks_of("a \t\n\u00a0"))
def test_what_the_program_copied_itself_is_pasted_to_the_letter(block: list[list[str]]) -> None:
    assert block_from_clipboard(text_from_block(block), html_from_block(block)) == tuple(map(tuple, block))


def test_text_is_marked_as_text_and_a_figure_is_not() -> None:
    markup = html_from_block([["=SUM(A1)", Decimal("-1400.50"), None, ""]])
    assert "mso-number-format:'\\@'\">=SUM(A1)</td>" in markup
    assert '<td align="right">-1400.5</td><td></td><td></td>' in markup


def test_tags_in_a_text_stay_text() -> None:
    assert "&lt;p&gt;C&amp;YP" in html_from_block([["<p>C&YP"]])


@pytest.mark.libreoffice
def test_a_copied_block_arrives_in_a_spreadsheet_as_text_and_numbers(tmp_path: Path) -> None:
    texts = ["=SUM(1;2)", "1/2", "-5k agreed", "007", "TRUE", "↔", "one\ntwo"]
    source = tmp_path / "block.html"
    source.write_text(html_from_block([[*texts, Decimal(-1400), Decimal("19.07")]]), encoding="utf-8")
    office = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"]
    conversion = ["--infilter=HTML (StarCalc)", "--convert-to", "xlsx", "--outdir", str(tmp_path), str(source)]
    subprocess.run([*office, *conversion], check=True, capture_output=True, timeout=120)
    (row,) = openpyxl.load_workbook(tmp_path / "block.xlsx").active.iter_rows()
    assert [cell.value for cell in row] == [*texts, -1400, 19.07]
    assert [cell.data_type for cell in row] == ["s"] * len(texts) + ["n", "n"]
