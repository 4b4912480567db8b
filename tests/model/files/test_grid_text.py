"""One grid from any text: encodings, what parts fields, and quotation marks that are or are not quoting."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.files import text_grid
from model.files.grid import read_grids
from model.files.text_grid import text_rows
from model.files.unreadable import FileTooLarge, SomethingElse, TooManyCells


def rows(data: bytes | str, name: str = "tracker.csv") -> list[list[str]]:
    """The fields of a text."""
    return text_rows(Path(name), data if isinstance(data, bytes) else data.encode())


@pytest.mark.published
@pytest.mark.parametrize(
    ("name", "lines", "widths", "headings"),
    [
        ("savings-tracker-2017-18.txt", 98, {1, 2, 14, 15, 21, 22, 23}, 7),
        ("savings-tracker-2020-21.txt", 69, {1, 4, 17, 18, 26}, 3),
    ],
)
def test_a_published_paper_comes_line_by_line_as_it_stands(
    name: str, lines: int, widths: set[int], headings: int, published: Path
) -> None:
    (grid,) = read_grids(published / name)
    text = (published / name).read_text(encoding="utf-8")
    assert ["\t".join(map(str, row)) for row in grid.rows] == text.split("\n")
    assert (len(grid.rows), grid.name, grid.kind) == (lines, "", "txt")
    assert {len(row) for row in grid.rows} <= widths
    assert sum("Reference" in row for row in grid.rows) == headings


@pytest.mark.parametrize(
    "data",
    [
        "Title,£–’\nx,1".encode(),
        "\ufeffTitle,£–’\nx,1".encode(),
        "Title,£–’\nx,1".encode("cp1252"),
        "\ufeffTitle,£–’\nx,1".encode("utf-16-le"),
        "\ufeffTitle,£–’\nx,1".encode("utf-16-be"),
    ],
    ids=["UTF-8", "UTF-8 with its mark", "Windows", "Unicode text", "Unicode text, the other way round"],
)
def test_every_encoding_in_use_gives_the_same_cells(data: bytes) -> None:
    assert rows(data) == [["Title", "£–’"], ["x", "1"]]


def test_a_sign_that_windows_does_not_have_is_shown_as_missing() -> None:
    assert rows(b"\xa350,\x81") == [["£50", "�"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "end"])
def test_lines_end_as_on_any_system_and_the_last_may_lack_its_end(end: str, last: str) -> None:
    text = f"a,b{end}{end}c,d" + last.replace("end", end)
    assert rows(text) == [["a", "b"], [""], ["c", "d"]]
    assert rows(text.replace("a", '"a"')) == [["a", "b"], [""], ["c", "d"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ref,Title\nA,x\n", [["Ref", "Title"], ["A", "x"]]),
        ("Ref;Title;Plan\nA;x, y;-1,5\n", [["Ref", "Title", "Plan"], ["A", "x, y", "-1,5"]]),
        ("Savings, by committee\nRef\tTitle\nA\tx\n", [["Savings, by committee"], ["Ref", "Title"], ["A", "x"]]),
        ('Title\n"one; two; three",2\n"four; five",5\n', [["Title"], ["one; two; three", "2"], ["four; five", "5"]]),
        ("sep=;\r\nRef;a,b,c,d\r\n", [["Ref", "a,b,c,d"]]),
        ("no delimiter at all", [["no delimiter at all"]]),
    ],
)
def test_what_parts_the_fields_of_a_csv_is_found_out(text: str, expected: list[list[str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize("name", ["tracker.txt", "tracker.tsv"])
def test_a_tab_parts_the_fields_of_a_text_though_commas_abound(name: str) -> None:
    assert rows("10,247,000\t7,079,1\n1,2,3,4\t5\n", name) == [["10,247,000", "7,079,1"], ["1,2,3,4", "5"]]
    assert rows("a;b\n", name) == [["a", "b"]]


def test_quoted_fields_of_a_csv_may_hold_delimiters_line_breaks_and_quotes() -> None:
    assert rows('a,"b,c","d\r\ne","f ""g"""\r\n1,2,3,4\r\n') == [["a", "b,c", "d\r\ne", 'f "g"'], ["1", "2", "3", "4"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a,"unclosed\nb,2\n', [["a", '"unclosed'], ["b", "2"]]),
        ('"Home" to School,5\n"x, y",6\n', [['"Home" to School', "5"], ["x, y", "6"]]),
        ('5" pipe,1\n"x",2\n', [['5" pipe', "1"], ["x", "2"]]),
        ('"Home" to School,"a ""b"""', [['"Home" to School', 'a "b"']]),
        ('"Home" to School,\n', [['"Home" to School', ""]]),
        ('"Home" to School\n"a"\r\n"b"\r"c"', [['"Home" to School'], ["a"], ["b"], ["c"]]),
    ],
)
def test_a_misplaced_quote_in_a_csv_stays_as_typed_and_swallows_nothing(text: str, expected: list[list[str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize("field", ['"', "'", '5" pipe', '"On track"', '"Home" to School', '""', "'quoted'", '="x"'])
def test_a_text_without_quoting_keeps_every_quotation_mark(field: str) -> None:
    assert rows(f"Reference\tTitle\nA/R.6.201\t{field}\n", "tracker.txt") == [
        ["Reference", "Title"],
        ["A/R.6.201", field],
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Ref\tTitle\nA\t"two\nlines"\n', [["Ref", "Title"], ["A", "two\nlines"]]),
        ('Ref\tTitle\nA\t"say ""so"""\n', [["Ref", "Title"], ["A", 'say "so"']]),
        ('Ref\tTitle\nA\t"a\tb"\n', [["Ref", "Title"], ["A", "a\tb"]]),
        ('Ref\tPlan\nA\t"1,234"\n', [["Ref", "Plan"], ["A", "1,234"]]),
        ('"Ref"\t"Plan"\n"A"\t1234\n', [["Ref", "Plan"], ["A", "1234"]]),
    ],
    ids=["a line break", "a quotation mark", "a tab", "a comma", "all texts quoted"],
)
def test_a_text_that_a_spreadsheet_program_quoted_loses_its_quotes(text: str, expected: list[list[str]]) -> None:
    assert rows(text, "tracker.txt") == expected


def test_blanks_and_control_characters_inside_fields_are_kept() -> None:
    assert rows(" a ,b\x0bc,\x1f\n") == [[" a ", "b\x0bc", "\x1f"]]


@pytest.mark.parametrize(
    "data",
    [b"a,b\0c\n", bytes(range(256)) * 4, b"\x01\x02\x03\x04" * 100, b"\xff\xfea"],
    ids=["a NUL", "any bytes", "control characters", "half a sign"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SomethingElse, match=r"^“tracker\.csv” is .+ instead\.$"):
        rows(data)


def test_too_long_a_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_grid, "LARGEST_TEXT", 1024 * 1024)
    with pytest.raises(FileTooLarge, match="larger than 1 MB"):
        rows(b"x" * 1024 * 1024 + b"x")


def test_too_many_fields_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_grid, "MOST_FIELDS", 100)
    assert rows(b"," * 100) == [[""] * 101]
    with pytest.raises(TooManyCells):
        rows(b"," * 101)
    with pytest.raises(TooManyCells):
        rows(b"\n" * 51)


fields = st.text(st.characters(exclude_characters='\0\r\n\t,;"', exclude_categories=["Cs", "Cc"]), max_size=8)


@given(st.lists(st.lists(fields, min_size=2, max_size=5), min_size=1, max_size=5))
def test_fields_without_anything_special_come_as_they_were_joined(lines: list[list[str]]) -> None:
    if not any("".join(line) for line in lines):
        lines = [["x", "y"]]
    text = "\n".join("\t".join(line) for line in lines) + "\n"
    assert rows(text.encode(), "tracker.txt") == lines


@given(st.binary(max_size=300))
def test_any_bytes_are_fields_or_a_refusal(data: bytes) -> None:
    for name in ("tracker.csv", "tracker.txt"):
        try:
            found = rows(data, name)
        except SomethingElse:
            continue
        assert all(isinstance(field, str) for row in found for field in row)
