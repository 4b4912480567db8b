"""The example workbooks are what their script makes of their texts, and a large tracker is written in time."""

import time
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from council_trackers import council_tracker
from model.files.council_workbook import write_workbook
from model.files.grid import read_grids
from resources.examples.make_examples import HERE, make_examples
from workbook_figures import meant, shown_in

EXAMPLES = {"2017-18": "savings-tracker-2017-18.xlsx", "2020-21": "savings-tracker-2020-21.xlsx"}


def content(path: Path) -> list[Any]:
    """Give everything about a workbook that its script decides, whichever release of XlsxWriter wrote it."""
    found: list[Any] = []
    for data_only in (False, True):
        book = openpyxl.load_workbook(path, data_only=data_only)
        for sheet in book.worksheets:
            found += [(cell.coordinate, cell.value, cell.number_format, cell.protection.locked, cell.fill.fgColor.rgb,
                       cell.font.b, cell.alignment.wrap_text) for row in sheet.iter_rows() for cell in row]  # fmt: skip
            found += [(str(area.sqref), [rule.formula for rule in area.rules]) for area in sheet.conditional_formatting]
            found += [(str(rule.sqref), rule.formula1) for rule in sheet.data_validations.dataValidation]
            found += [sheet.title, sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows]
            found += [(letter, column.width) for letter, column in sorted(sheet.column_dimensions.items())]
            found += [(number, row.height) for number, row in sorted(sheet.row_dimensions.items())]
        found += [book.properties.title, book.properties.created]
    return found


def test_the_examples_are_what_their_script_makes(tmp_path: Path) -> None:
    made = make_examples(tmp_path)
    assert sorted(path.name for path in made) == sorted(path.name for path in HERE.glob("*.xlsx"))
    assert [path.name for path in made if content(path) != content(HERE / path.name)] == [], "run make_examples"


def test_the_same_texts_give_the_same_bytes(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in make_examples(tmp_path)]
    assert [path.read_bytes() for path in make_examples(tmp_path)] == first


@pytest.mark.parametrize("year", EXAMPLES)
def test_an_example_shows_the_figures_of_its_text(year: str) -> None:
    assert shown_in(HERE / EXAMPLES[year], council_tracker(year)) == meant(council_tracker(year))


@pytest.mark.parametrize("name", EXAMPLES.values())
def test_an_example_says_nothing_of_who_made_it(name: str) -> None:
    with zipfile.ZipFile(HERE / name) as package:
        core = package.read("docProps/core.xml").decode()
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "<dc:creator></dc:creator>" in core or "<dc:creator/>" in core
    assert "2020-07-01T00:00:00Z" in core


@pytest.mark.slow
def test_ten_thousand_lines_are_written_in_seconds_and_are_all_there(tmp_path: Path) -> None:
    year = council_tracker("2020-21")
    many = replace(year, savings=tuple(year.savings[line % 40].but(line=line) for line in range(10_000)))
    start = time.process_time()
    path = write_workbook(many, tmp_path / "many.xlsx").path
    assert time.process_time() - start < 20
    rows = read_grids(path)[0].rows
    assert (rows[4][13], len(rows)) == (250 * -15929, 10_006)
